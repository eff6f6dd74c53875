"""The running console: what a face may ask, hear and do, and nothing of how."""
