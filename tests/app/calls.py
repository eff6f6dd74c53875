"""An office with a plant's people, a category and calls, for tests of what is asked about calls."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from console.app.queries.andon import CallFile, CallShown, call_file, open_calls
from console.domain.andon import Call, Category, Cause, Rung, Severity, Stage
from console.domain.commands import CONSOLE
from console.domain.commands.andon import AddCategory, RaiseCall
from console.domain.people import Role
from tests.app.staffed import NOON, WAYS, Staffed, at

L1 = WAYS["L1"]
STATION = "L1/30"
MACHINE = Category(
    "machine",
    "Machine",
    owner=Role.TEAM_LEADER,
    ladder=(Rung(180, Role.MAINTENANCE), Rung(600, Role.SUPERVISOR)),
    causes=(Cause("jam", "Jam"), Cause("wear", "Wear")),
)
HELP = Category("help", "Help", needs_cause=False, needs_countermeasure=False, severity=Severity.NOTICE)


class Floor(Staffed):
    """Operator oscar, leader lea, quality quinn, maintenance mo and supervisor sue at L1; two categories."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for id, role in (
            ("oscar", Role.OPERATOR),
            ("lea", Role.TEAM_LEADER),
            ("quinn", Role.QUALITY),
            ("mo", Role.MAINTENANCE),
            ("sue", Role.SUPERVISOR),
        ):
            self.add(id, at(role, *L1))
        for category in (MACHINE, HELP):
            self.must(AddCategory(category))

    def raise_call(self, who: str = "oscar", category: str = "machine", **more: object) -> Call:
        """A call that somebody raised just now."""
        self.must(RaiseCall(STATION, category, "It jams", **more), who=who)  # type: ignore[arg-type]
        return max((one.call for one in self.open()), key=lambda call: call.raised)

    def open(self) -> tuple[CallShown, ...]:
        """Every open call."""
        return self.ask(open_calls)

    def file(self, call: Call) -> CallFile:
        """Everything about it."""
        found = self.ask(call_file(call.id))
        assert found is not None
        return found

    def now(self, call: Call) -> Call:
        """As it is by now."""
        return self.file(call).shown.call

    @property
    def at(self) -> datetime:
        """The office's time."""
        return datetime.fromtimestamp(self.wall, UTC)


__all__ = ["CONSOLE", "HELP", "L1", "MACHINE", "NOON", "STATION", "Floor", "Stage"]
