"""Parts beside each other whose page shares the room out anew for each of its views."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter

VIEW = "view"  # the property by which the shell knows for which view somebody moved the edge


def share(splitter: QSplitter, sizes: Sequence[int], view: str) -> None:
    """Give the parts these sizes for a view; where somebody shared that view out otherwise, that holds instead."""
    splitter.setSizes(list(sizes))
    splitter.setProperty(VIEW, "")
    splitter.setProperty(VIEW, view)
