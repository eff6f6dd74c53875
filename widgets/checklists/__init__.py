"""Checklists: templates edited on screen without code, published as versions, exchanged as files, walked as routes."""
