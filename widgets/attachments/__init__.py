"""Pictures and files of a record: the strip that shows and takes them, and the viewer."""
