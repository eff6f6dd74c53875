"""Work orders on a Kanban."""
