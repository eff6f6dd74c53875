"""What must survive: tables, the trail, the outbox, and how a database is shared. Rows never leave this room."""
