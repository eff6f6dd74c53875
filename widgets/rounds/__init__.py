"""Screens of rounds: checklists, audits, findings, safety."""
