"""Keeps the display of a wall from going dark."""

from __future__ import annotations

import sys

# winbase.h: ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED
CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2


def keep_awake(on: bool) -> bool:
    """Ask Windows to keep the display on, or no longer; says whether it could be asked. Call in the main thread."""
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(CONTINUOUS | (SYSTEM | DISPLAY if on else 0)))
