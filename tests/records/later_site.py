"""A console that is told by lines of JSON what to do, run with the later program's files in the place of this one's."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.domain.commands import KNOWN
from console.domain.sharing import Address, Engine
from console.records import refill, upgrade
from console.records.payloads import know_all
from tests.records.plants import Site, assert_one_truth, shared_state


def die_at(where: str) -> None:
    """End without a word as soon as the upgrade comes there."""
    put_in_place = upgrade._put_in_place

    def placed(work: Path, path: Path) -> None:
        put_in_place(work, path)
        if path.parent.name != "backups":
            os._exit(9)

    if where == "filling":
        refill._compare_later = lambda *_: os._exit(9)  # type: ignore[assignment]
    elif where == "filled":
        upgrade._compare = lambda *_: os._exit(9)  # type: ignore[assignment]
    elif where == "in place":
        upgrade._put_in_place = placed


class Told:
    """The verbs."""

    def __init__(self, folder: Path, name: str) -> None:
        self.site = Site(folder, name)
        self.address: Address | None = None

    def join(self, engine: str, host: str, port: str, database: str, user: str, password: str) -> None:
        """Share with this database."""
        self.address = Address(Engine(engine), host, int(port), database, user, password)
        self.site.join(self.address)

    def share(self) -> list[str]:
        """Until there is nothing to do; codes of what was refused."""
        return [refusal.code for _, refusal in self.site.share().refused]

    def do(self, command: str, *words: str) -> str:
        """Give a command whose fields are these words."""
        return self.site.do(KNOWN[command](*words))

    def rows(self) -> list[Any]:
        """Every row here."""
        return sorted(self.site.rows().items())

    def verified(self) -> None:
        """The local database accounts for everything in it."""
        self.site.verified()

    def one_truth(self) -> None:
        """What is here is what is there, and both account for it."""
        assert self.address is not None
        assert_one_truth(self.address, self.site)

    def there(self) -> list[Any]:
        """Every row of the shared database, verified."""
        assert self.address is not None
        return sorted(shared_state(self.address)[0].items())

    def settled(self) -> int:
        """How many lines of the local trail settle something."""
        return sum(line.verdict.value == "settled" for line in self.site.lines())


def main(folder: str, name: str, die: str) -> None:
    """Until there are no more lines."""
    die_at(die)
    know_all()
    told = Told(Path(folder), name)
    for line in sys.stdin:
        verb, *words = json.loads(line)
        do: Callable[..., Any] = getattr(told, verb)
        print(json.dumps(do(*words)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
