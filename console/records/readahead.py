"""Compiled files of a driver, read before they are loaded.

The loader reads them while it lets no other thread work: from a slow disk, or under a virus scanner, the screen would
stand still for as long. Reading them as files first lets it go on.
"""

from __future__ import annotations

import importlib.util
import sys
from contextlib import suppress
from pathlib import Path

ENDS = frozenset({".so", ".pyd", ".dll", ".dylib"})
AT_ONCE = 1 << 20  # bytes


def read_ahead(package: str) -> int:
    """Read what is compiled in an installed package and in the libraries beside it, once; how many bytes."""
    if not package or package in sys.modules:
        return 0
    try:
        found = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        found = None
    places = [Path(place) for place in (found.submodule_search_locations or ())] if found is not None else []
    places += [place.with_name(f"{place.name}.libs") for place in places]
    return sum(_read(file) for place in places for file in sorted(place.glob("*")) if ENDS & set(file.suffixes))


def _read(file: Path) -> int:
    count = 0
    with suppress(OSError), file.open("rb") as opened:
        while part := opened.read(AT_ONCE):
            count += len(part)
    return count
