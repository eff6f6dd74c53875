"""Offices that are born quickly and live to be killed: one process has everything loaded and forks on demand.

    nursery.py

Each line `FOLDER SEED` on stdin begins an office on that folder in a child; "born PID" is said. The child gives
commands of people and skills in bursts and says the id of each as soon as it is called saved, until it is killed;
then "dead PID" is said.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy.dialects import sqlite

from console.app.bus import Bus
from console.app.handlers import handler_of
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.commands.people import AddOperation, AddPerson, BeginPlant, ChangePerson, RemoveSkill, SetSkill
from console.domain.ids import new_id
from console.domain.people import Grant, Role
from console.records import local

BOSS = "boss"
PIN = "$argon2id$v=19$m=19456,t=2,p=1$YmVuY2hiZW5jaGJlbmNo$YmVuY2hiZW5jaGJlbmNoYmVuY2hiZW5jaGJlbmNo"
BURST = 80  # more than become durable in one transaction


def live(folder: Path, seed: int) -> None:
    """Give commands for ever."""
    dice = random.Random(seed)
    mailbox = Mailbox()
    office = RecordOffice(folder, "console-1", mailbox, Bus(), time.time)
    office.who = lambda: BOSS
    open_now = 0

    def saved(done: Any) -> None:
        nonlocal open_now
        open_now -= 1
        os.write(1, f"{done.id}\n".encode())

    def refused(_: object) -> None:
        nonlocal open_now
        open_now -= 1

    office.do(BeginPlant(BOSS, "Boss", "1", PIN), lambda done: os.write(1, f"{done.id}\n".encode()) and None)
    people, operations = ["nobody"], ["nothing"]
    while True:
        for _ in range(dice.choice((1, 1, 1, 5, BURST))):
            office.do(any_command(dice, people, operations), saved, refused)
            open_now += 1
        while open_now:
            mailbox.run_errands()
            time.sleep(0.0002)


def any_command(dice: random.Random, people: list[str], operations: list[str]) -> Any:
    """Something that changes one row, some rows, or is refused."""
    turn = dice.random()
    if turn < 0.25:
        people.append(new_id())
        grants = (Grant(Role.OPERATOR, ("Suzhou", "车身")),) * dice.randint(0, 1)
        return AddPerson(people[-1], f"Person 👷 {len(people)}", str(dice.randint(2, 10**6)), grants)
    if turn < 0.35:
        operations.append(new_id())
        return AddOperation(operations[-1], f"Operation {len(operations)}")
    person, operation = dice.choice(people), dice.choice(operations)
    if turn < 0.6:
        return ChangePerson(person, f"Renamed {turn}", str(dice.randint(2, 10**6)), active=turn < 0.55)
    return (
        SetSkill(person, operation, dice.randint(0, 4), note="x" * 300)
        if turn < 0.95
        else RemoveSkill(person, operation)
    )


def main() -> None:
    """Fork one child for each line that is read."""
    handler_of(BeginPlant)
    assert local
    assert sqlite
    for line in sys.stdin:
        folder, seed = line.rsplit(" ", 1)
        child = os.fork()
        if not child:
            try:
                live(Path(folder), int(seed))
            finally:
                os._exit(3)
        os.write(1, f"born {child}\n".encode())
        _, status = os.waitpid(child, 0)
        os.write(1, f"dead {os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    main()
