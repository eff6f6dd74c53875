"""The live board: every line and station of the plant on one screen."""
