"""The exchange page: orders come in from files and other systems, and go out to them."""
