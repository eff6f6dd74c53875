"""Planned rounds: which checklist is due where, when and for whom, and what becomes of a round that is missed."""
