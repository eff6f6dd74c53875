"""PackML states of ANSI/ISA-TR88.00.02 as ready tables; used only where a plant file names them, never by guess.

Suspended means held up from outside the machine (nothing comes in or nothing goes out) and is taken as starved; a plant
that knows better says so in its own table.
"""

from __future__ import annotations

from typing import Final

_STATES: Final = (
    (0, "Undefined", "no_data"),
    (1, "Clearing", "stopped"),
    (2, "Stopped", "stopped"),
    (3, "Starting", "running"),
    (4, "Idle", "planned_stop"),
    (5, "Suspended", "starved"),
    (6, "Execute", "running"),
    (7, "Stopping", "stopped"),
    (8, "Aborting", "stopped"),
    (9, "Aborted", "stopped"),
    (10, "Holding", "stopped"),
    (11, "Held", "stopped"),
    (12, "Unholding", "stopped"),
    (13, "Suspending", "starved"),
    (14, "Unsuspending", "starved"),
    (15, "Resetting", "stopped"),
    (16, "Completing", "running"),
    (17, "Complete", "starved"),
)

READY_TABLES: Final[dict[str, dict[str, str]]] = {
    "packml-tr88": {str(number): ours for number, _, ours in _STATES},
    "packml-words": {word: ours for _, word, ours in _STATES},
}
