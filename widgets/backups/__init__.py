"""The screen of backups: how it stands, the copies, putting one back, and all records as open files."""
