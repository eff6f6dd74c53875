"""A console that hands over, in a process of its own, to be killed in the middle of it.

    handing.py FOLDER [RECORDING]     then one word a line on standard input, each answered by a line of JSON

With a recording it lives through it first, through a broker of its own, and keeps what a handover of that shift says.
Words: `tell` (what the records hold), `sign` (for the outgoing side), `answer N` (so many more items, each said as it
is saved), `take` (for the incoming side).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.app.bus import Bus
from console.app.commandline import Options
from console.app.compose import compose, settings_for
from console.app.handovers import ShiftEnd
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.queries.handovers import handovers_between
from console.domain.commands import CONSOLE, Command
from console.domain.commands.handovers import (
    AddHandoverItem,
    AnswerHandoverItem,
    OverrideHandover,
    TakeOver,
    WriteHandover,
)
from console.domain.commands.people import AddPerson, BeginPlant
from console.domain.errors import Refusal
from console.domain.handover_moves import content_hash, is_whole
from console.domain.handovers import Handover, Reply
from console.domain.ids import new_id
from console.domain.people import Grant, Role
from tests.journeys.nursery import PIN

EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
NOTES = 12
PATIENCE = 60.0


class Hands:
    """Gives commands and reads, waiting for each."""

    def __init__(self, office: RecordOffice, mailbox: Mailbox, beat: Callable[[], object]) -> None:
        self.office, self._mailbox, self._beat = office, mailbox, beat

    def wait(self, box: list[Any]) -> Any:
        """The answer, once it has come."""
        end = time.monotonic() + PATIENCE
        while not box:
            assert time.monotonic() < end, "no answer came"
            self._beat()
            self._mailbox.run_errands()
            time.sleep(0.001)
        if isinstance(box[0], Refusal):
            raise box[0]
        return box[0]

    def do(self, command: Command, who: str) -> None:
        """One command, saved when this returns."""
        box: list[Any] = []
        self.office.do(command, box.append, box.append, who)
        self.wait(box)

    def handover(self) -> Handover:
        """The one there is."""
        box: list[Any] = []
        self.office.ask(handovers_between(*EVER), box.append, box.append)
        (found,) = self.wait(box)
        assert isinstance(found, Handover)
        return found


def live(folder: Path, recording: Path) -> Hands:
    """Live through the recording and keep the draft of the handover of its shift."""
    options = Options(data=folder, replay=recording, speed=0.0)
    running = compose(options, folder, settings_for(options, folder))
    console = running.console
    console.start_records()
    hands = Hands(console.office, console.mailbox, running.beat)
    end = time.monotonic() + PATIENCE
    while not (running.replayed() and console.handovers is not None and console.orders and console.orders.known):
        assert time.monotonic() < end, "the recording was not lived through"
        running.beat()
        time.sleep(0.002)
    hands.do(BeginPlant("boss", "Boss", "1", PIN), CONSOLE)
    for id, number in (("ann", "2"), ("bob", "3")):
        hands.do(AddPerson(id, id.title(), number, (Grant(Role.SUPERVISOR),)), "boss")
    assert console.handovers is not None
    live = next(live for live in console.floor.lines if live.shift is not None)
    shift = live.shift
    assert shift is not None
    begins, ends = (datetime.fromtimestamp(at, UTC) for at in (shift.start, shift.end))
    box: list[Any] = []
    console.handovers.content(ShiftEnd(live.line.id, shift.day, shift.name, begins, ends, ""), box.append, box.append)
    hands.do(hands.wait(box), CONSOLE)
    draft = hands.handover()
    on = (draft.id, draft.place)
    for number in range(NOTES):
        hands.do(AddHandoverItem(*on, new_id(), draft.place, f"Look at bearing {number}"), "ann")
    hands.do(WriteHandover(*on, "A new operator at the drill: stay near.", ""), "ann")
    return hands


def remembered(folder: Path) -> Hands:
    """The records alone, as they were left."""
    mailbox = Mailbox()
    return Hands(RecordOffice(folder, "console-1", mailbox, Bus(), time.time), mailbox, lambda: None)


def store(folder: Path) -> Path:
    """Where the console of that folder keeps its records."""
    return next(path.parent for path in sorted(folder.rglob("records.db")))


def told(one: Handover) -> dict[str, Any]:
    """What must be the same after a kill."""
    return {
        "stage": one.stage.value,
        "hash": content_hash(one),
        "seal": one.seal,
        "whole": is_whole(one),
        "facts": len(one.facts),
        "items": [item.title for item in one.items],
        "replies": sorted(reply.item for reply in one.replies),
        "outgoing": one.outgoing.over if one.outgoing else "",
    }


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def obey(hands: Hands, word: str) -> None:
    """One word."""
    one = hands.handover()
    on = (one.id, one.place)
    if word == "sign":
        hands.do(OverrideHandover(*on, content_hash(one), "the recording names no reasons"), "ann")
    elif word.startswith("answer"):
        for item in one.unanswered[: int(word.split()[1])]:
            hands.do(AnswerHandoverItem(*on, item.id, Reply.ACCEPTED, "talked about"), "bob")
            say({"saved": item.id})
    elif word == "take":
        hands.do(TakeOver(*on, content_hash(one)), "bob")
    say(told(hands.handover()))


def main(folder: str, recording: str = "") -> None:
    """Do what is said until the end of the words."""
    hands = live(Path(folder), Path(recording)) if recording else remembered(store(Path(folder)))
    say(told(hands.handover()))
    for line in sys.stdin:
        obey(hands, line.strip())


if __name__ == "__main__":
    main(*sys.argv[1:])
