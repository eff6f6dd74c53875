"""The program after this one, made of this one's files: people have a nickname, and there are gadgets.

It runs in processes of its own (`later_site`), beside consoles of this program in the test's process.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

from console.domain.sharing import Address
from console.records.migrations import OURS
from tests.paths import ROOT

REVISION = f'''"""A nickname, and gadgets; older programs may write around them."""

from sqlalchemy import Column, Integer

from console.records.columns import key, words
from console.records.migrations.steps import add_column, add_table, drop_column, drop_table

revision = "{OURS + 1:04}"
down_revision = "{OURS:04}"
branch_labels = None
depends_on = None
writers = {OURS}


def upgrade() -> None:
    """More."""
    add_column("person", Column("nickname", words(40), nullable=False, server_default="none"))
    columns = Column("id", key(), primary_key=True), Column("raised", words(27), nullable=False)
    engine = Column("version", Integer, nullable=False), Column("last", words(36), nullable=False)
    add_table("gadget", *columns, *engine)


def downgrade() -> None:
    """Less."""
    drop_table("gadget")
    drop_column("person", "nickname")
'''
VALUE = '''"""Gadgets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gadget:
    """Something new."""

    id: str
    raised: str = ""
'''
TABLE = '''"""Where gadgets lie."""

from sqlalchemy import Column

from console.domain.gadgets import Gadget
from console.records.columns import record_table, words
from console.records.shelves import shelf

gadget = record_table("gadget", Column("raised", words(27), nullable=False))
shelf(Gadget, gadget)
'''
COMMANDS = '''"""What is asked about gadgets."""

from dataclasses import dataclass

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class RaiseGadget(Command):
    """A gadget, made or raised."""

    gadget: str
    to: str


@dataclass(frozen=True, slots=True)
class DropGadget(Command):
    """No gadget any more."""

    gadget: str
'''
HANDLERS = '''"""How what is asked about gadgets is carried out."""

from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.gadgets import DropGadget, RaiseGadget
from console.domain.desk import Desk
from console.domain.gadgets import Gadget


@handles(RaiseGadget)
def raise_gadget(desk: Desk, stamp: Stamp, command: RaiseGadget) -> None:
    """Keep it."""
    desk.put(Gadget(command.gadget, command.to))


@handles(DropGadget)
def drop_gadget(desk: Desk, stamp: Stamp, command: DropGadget) -> None:
    """Take it away."""
    desk.remove(Gadget, command.gadget)
'''


def make_later(folder: Path) -> Path:
    """The folder with the later program."""
    code = folder / "later"
    shutil.copytree(ROOT / "console", code / "console", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in {
        f"records/migrations/versions/r{OURS + 1:04}_gadgets.py": REVISION,
        "domain/gadgets.py": VALUE,
        "records/gadgets.py": TABLE,
        "domain/commands/gadgets.py": COMMANDS,
        "app/handlers/gadgets.py": HANDLERS,
    }.items():
        (code / "console" / name).write_text(text)
    put = _Putting(code / "console")
    put.instead("records/migrations/__init__.py", f"^OURS = {OURS}\\b", f"OURS = {OURS + 1}")
    put.instead("records/migrations/__init__.py", r"^WRITERS = \d+", f"WRITERS = {OURS}")
    put.instead("records/nouns.py", r"^NOUNS = \(", "from console.records import gadgets\nNOUNS = (gadgets, ")
    put.instead(
        "domain/people.py",
        r"^    active: bool = True\n\n    @property",
        '    active: bool = True\n    nickname: str = "none"\n\n    @property',
    )
    column = 'Column("nickname", words(40), nullable=False, server_default="none")'
    put.instead(
        "records/people.py",
        r'^person = record_table\(\n    "person",',
        f'person = record_table(\n    "person", {column},',
    )
    put.instead(
        "app/handlers/people.py",
        r"settled_grants\(grants\), active\)",
        "settled_grants(grants), active, called.lower())",
    )
    return code


class _Putting:
    def __init__(self, code: Path) -> None:
        self._code = code

    def instead(self, name: str, pattern: str, text: str) -> None:
        """Put this in the place of what is found exactly once."""
        path = self._code / name
        changed, times = re.subn(pattern, lambda _: text, path.read_text(), flags=re.MULTILINE)
        assert times == 1, (name, pattern, times)
        path.write_text(changed)


class LaterSite:
    """A console of the later program in a process of its own. `die` names where it ends as if it were killed."""

    def __init__(self, code: Path, folder: Path, name: str, die: str = "") -> None:
        paths = os.pathsep.join([str(code), str(ROOT)])
        command = [sys.executable, "-m", "tests.records.later_site", str(folder), name, die]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.child = subprocess.Popen(command, cwd=code, env={**os.environ, "PYTHONPATH": paths}, **pipes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.kill()
        self.child.wait(10)
        for pipe in (self.child.stdin, self.child.stdout):
            assert pipe is not None
            pipe.close()

    def ask(self, verb: str, *words: str) -> Any:
        """What comes of it: the verbs of `later_site`."""
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        print(json.dumps([verb, *words]), file=self.child.stdin, flush=True)
        line = self.child.stdout.readline()
        assert line, "the process ended without a word"
        return json.loads(line)

    def join(self, address: Address) -> None:
        """Share with this database, and do it."""
        self.ask(
            "join",
            address.engine.value,
            address.host,
            str(address.port),
            address.database,
            address.user,
            address.password,
        )
        self.ask("share")

    def died(self) -> bool:
        """Whether it ended by itself within a while, as if it were killed."""
        return self.child.wait(30) != 0
