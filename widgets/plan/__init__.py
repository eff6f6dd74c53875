"""The week board: orders on lines and shifts, what-if, changeovers."""
