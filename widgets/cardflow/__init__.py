"""Cards that are pulled through columns: the board of every flow, whatever its cards are."""
