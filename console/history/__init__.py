"""Remembering what the line said."""
