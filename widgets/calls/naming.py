"""What people read about calls: severities, stages, moves, sources, with the icons and colours that go with them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.andon import Move, Severity, Source, Stage
from console.domain.commands import CONSOLE
from widgets.plain import plain

SEVERITIES: dict[str, str] = {
    Severity.NOTICE: QT_TRANSLATE_NOOP("calls", "Notice"),
    Severity.MINOR: QT_TRANSLATE_NOOP("calls", "Minor"),
    Severity.MAJOR: QT_TRANSLATE_NOOP("calls", "Major"),
    Severity.CRITICAL: QT_TRANSLATE_NOOP("calls", "Critical"),
}
SEVERITY_ICON = {
    Severity.NOTICE: "info",
    Severity.MINOR: "diamond-filled",
    Severity.MAJOR: "triangle-alert",
    Severity.CRITICAL: "siren",
}
SEVERITY_ROLE = {  # the colour roles; "{role}_fill" and "{role}_text" belong to it
    Severity.NOTICE: "changeover",
    Severity.MINOR: "warning",
    Severity.MAJOR: "stopped",
    Severity.CRITICAL: "stopped",
}
STAGES: dict[str, str] = {
    Stage.RAISED: QT_TRANSLATE_NOOP("calls", "Raised"),
    Stage.ACKNOWLEDGED: QT_TRANSLATE_NOOP("calls", "Acknowledged"),
    Stage.ON_SITE: QT_TRANSLATE_NOOP("calls", "On site"),
    Stage.CONTAINED: QT_TRANSLATE_NOOP("calls", "Contained"),
    Stage.RESOLVED: QT_TRANSLATE_NOOP("calls", "Resolved"),
    Stage.VERIFIED: QT_TRANSLATE_NOOP("calls", "Verified"),
    Stage.CLOSED: QT_TRANSLATE_NOOP("calls", "Closed"),
}
MOVES: dict[str, str] = {
    Move.RAISE: QT_TRANSLATE_NOOP("calls", "Raised"),
    Move.REPEAT: QT_TRANSLATE_NOOP("calls", "Heard again"),
    Move.CLEAR: QT_TRANSLATE_NOOP("calls", "The condition has ended"),
    Move.WORSEN: QT_TRANSLATE_NOOP("calls", "Made worse"),
    Move.ACKNOWLEDGE: QT_TRANSLATE_NOOP("calls", "Acknowledged"),
    Move.TAKE: QT_TRANSLATE_NOOP("calls", "Taken over"),
    Move.ARRIVE: QT_TRANSLATE_NOOP("calls", "On site"),
    Move.CONTAIN: QT_TRANSLATE_NOOP("calls", "Contained"),
    Move.EXPLAIN: QT_TRANSLATE_NOOP("calls", "Explained"),
    Move.RESOLVE: QT_TRANSLATE_NOOP("calls", "Resolved"),
    Move.VERIFY: QT_TRANSLATE_NOOP("calls", "Verified"),
    Move.REFUTE: QT_TRANSLATE_NOOP("calls", "Did not hold"),
    Move.CLOSE: QT_TRANSLATE_NOOP("calls", "Closed"),
    Move.REJECT: QT_TRANSLATE_NOOP("calls", "Rejected: no call"),
    Move.REOPEN: QT_TRANSLATE_NOOP("calls", "Reopened"),
    Move.ESCALATE: QT_TRANSLATE_NOOP("calls", "Escalated"),
    Move.HAND_ON: QT_TRANSLATE_NOOP("calls", "Handed to the next shift"),
}
SOURCES: dict[str, str] = {
    Source.RULE: QT_TRANSLATE_NOOP("calls", "By a rule of the console"),
    Source.PERSON: QT_TRANSLATE_NOOP("calls", "By somebody at a console"),
    Source.SCAN: QT_TRANSLATE_NOOP("calls", "By scanning a station label"),
    Source.WIRE: QT_TRANSLATE_NOOP("calls", "By a message: button, phone or machine"),
}
WANTED: dict[str, str] = {  # before the time that is left for it
    Stage.ACKNOWLEDGED: QT_TRANSLATE_NOOP("calls", "Acknowledge within {0}"),
    Stage.ON_SITE: QT_TRANSLATE_NOOP("calls", "Be on site within {0}"),
    Stage.RESOLVED: QT_TRANSLATE_NOOP("calls", "Resolve within {0}"),
}
LATE: dict[str, str] = {
    Stage.ACKNOWLEDGED: QT_TRANSLATE_NOOP("calls", "Acknowledgement overdue for {0}"),
    Stage.ON_SITE: QT_TRANSLATE_NOOP("calls", "Arrival overdue for {0}"),
    Stage.RESOLVED: QT_TRANSLATE_NOOP("calls", "Resolution overdue for {0}"),
}


def severity_word(severity: Severity) -> str:
    """How bad it is."""
    return QCoreApplication.translate("calls", SEVERITIES[severity])


def stage_word(stage: Stage) -> str:
    """How far a call is."""
    return QCoreApplication.translate("calls", STAGES[stage])


def move_word(move: Move) -> str:
    """What happened, as the timeline tells it."""
    return QCoreApplication.translate("calls", MOVES[move])


def source_word(source: Source) -> str:
    """Where a call came from."""
    return QCoreApplication.translate("calls", SOURCES[source])


def wanted_word(stage: Stage) -> str:
    """What is wanted next, with a gap for the time that is left."""
    return QCoreApplication.translate("calls", WANTED[stage])


def late_word(stage: Stage) -> str:
    """The same once the time is over."""
    return QCoreApplication.translate("calls", LATE[stage])


def who_word(who: str, name: str = "") -> str:
    """Who did it: the console, else the name, else the id."""
    if who == CONSOLE:
        return QCoreApplication.translate("calls", "the console")
    return plain(name or who or "–", 60)


def nobody_words() -> str:
    """What an escalation says where nobody is there in that role."""
    return QCoreApplication.translate("calls", "Nobody is there in this role")
