"""The face: the only place where Qt lives."""
