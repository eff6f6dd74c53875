"""Words of past handovers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.handover_past import Past
from console.domain.handovers import Stage

translate = QCoreApplication.translate


def stand_words(row: Past) -> str:
    """How the handover of a shift stands."""
    if row.missed:
        if row.handover is None:
            return translate("pasthandovers", "missed")
        return translate("pasthandovers", "missed: begun only")
    if row.handover is None or row.handover.stage is Stage.DRAFT:
        return translate("pasthandovers", "draft")
    if row.handover.stage is Stage.SEALED:
        return translate("pasthandovers", "sealed")
    return translate("pasthandovers", "not taken over yet")


def stand_icon(row: Past) -> tuple[str, str]:
    """Icon and colour role of that."""
    if row.missed:
        return "calendar-x", "bad"
    if row.handover is None or row.handover.stage is Stage.DRAFT:
        return "pencil", "text_faint"
    return ("lock", "text_faint") if row.handover.stage is Stage.SEALED else ("hourglass", "warning")
