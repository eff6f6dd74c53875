"""Control charts: whether a process is in control, and since when it is not."""
