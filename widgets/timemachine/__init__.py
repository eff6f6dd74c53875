"""The time machine: the board, calls and orders as they were at any minute."""
