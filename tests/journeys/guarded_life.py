"""A console that works and verifies without pause, until somebody kills it: `python -m tests.journeys.guarded_life`."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from console.app.bus import Bus
from console.app.guard import Guard
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddOperation, AddPerson, ChangePerson, SetPermission, SetSkill
from console.domain.ids import new_id
from console.domain.people import Role
from console.domain.permissions import Reach


def one_command(dice: random.Random, known: list[str]) -> Command:
    """A command about one of the people, mostly one that is not refused."""
    if not known or dice.random() < 0.2:
        known.append(new_id())
        return AddPerson(known[-1], f"P{len(known)}", "")
    who = dice.choice(known)
    kind = dice.randrange(4)
    if kind == 0:
        return AddOperation("weld", "Weld")  # refused, but for the first time
    if kind == 1:
        return SetSkill(who, "weld", dice.randrange(5), note=str(dice.random()))
    if kind == 2:
        return SetPermission(Role.OPERATOR, "Unlock", dice.choice([Reach.NO, Reach.ALL]))
    return ChangePerson(who, f"P {dice.random()}", "")


def main(folder: Path, seed: int) -> None:
    """Live: say so once, and after each verification of everything."""
    dice = random.Random(seed)
    mailbox, bus, known = Mailbox(), Bus(), []
    office = RecordOffice(folder, "console-1", mailbox, bus, time.time)
    guard = Guard(office, bus, mailbox, folder)
    guard.soon, guard.lines_every, guard.all_every = 0.0, 0.005, 0.05
    office.start()
    guard.start()
    told = None
    sys.stdout.write("born\n")
    sys.stdout.flush()
    while True:
        for _ in range(dice.randrange(1, 6)):
            office.do(one_command(dice, known), None, lambda refusal: None, CONSOLE)
        time.sleep(dice.random() * 0.03)
        mailbox.run_errands()
        here = guard.state.here
        if here.at != told:
            told = here.at
            sys.stdout.write(f"verified {here.lines} {len(here.findings)} {here.trouble}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
