"""The trail: who did what and when, what a record was, and whether anything was altered behind the console's back."""

from __future__ import annotations

__all__: list[str] = []
