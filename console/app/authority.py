"""Who may give which command: the one place where every command is checked, before it is carried out."""

from __future__ import annotations

from collections.abc import Mapping

from console.domain.commands import CONSOLE, Command, Stamp
from console.domain.desk import ReadDesk
from console.domain.people import Person
from console.domain.permissions import NotAllowed, Permission, SignInNeeded, may


class Authority:
    """Checks against the person's roles and the plant's permissions, both as the records hold them now."""

    def __init__(self) -> None:
        self.ways: Mapping[str, tuple[str, ...]] = {}  # see places.ways; replaced as a whole by the main thread

    def check(self, desk: ReadDesk, stamp: Stamp, command: Command) -> None:
        """SignInNeeded or NotAllowed unless whoever stamped the command may give it there."""
        if stamp.who == CONSOLE:
            return
        if not stamp.who:
            raise SignInNeeded(command=command.name)
        person = desk.get(Person, stamp.who)
        if person is None or not person.active or type(command).own:
            raise NotAllowed(command=command.name, who=stamp.who)
        table = {(p.role, p.command): p.reach for p in desk.find(Permission, command=command.name)}
        way = self.ways.get(command.place, (command.place,) if command.place else ())
        if not may(person, type(command), way, command.about, table):
            raise NotAllowed(command=command.name, who=stamp.who, place=command.place)
