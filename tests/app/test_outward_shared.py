"""Two consoles on one shared database tell people once; cut off from it, each tells them, and then they agree again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.app.channelsecrets import keep_secrets
from console.app.parcels import Secrets
from console.app.sharing import SharingDesk
from console.domain.channels import Channel, ChannelKind
from console.domain.commands.andon import RaiseCall
from console.domain.notices import State, Why
from console.domain.sharing import Address, Link
from tests.app.calling import Clock
from tests.app.outposts import Outpost
from tests.app.posts import WebPlace
from tests.databases import PostgreSQL
from tests.proxies import Proxy


class Pair:
    """Two consoles; what one waits for, the other goes on meanwhile."""

    def __init__(self, folder: Path) -> None:
        clock = Clock()
        self.a, self.b = Outpost(folder / "a", clock=clock), Outpost(folder / "b", clock=clock)
        self.desks = [self._desk(works) for works in (self.a, self.b)]

    def _desk(self, works: Outpost) -> SharingDesk:
        console = works.console
        desk = SharingDesk(console.office, console.mailbox, console.bus, works.folder.name)
        console.health.sharing = lambda: desk.sharing
        console.serve(desk)
        return desk

    def join(self, *addresses: Address) -> None:
        """Share with this database, each on its own way."""
        for desk, address in zip(self.desks, addresses, strict=True):
            desk.join(address)
            self.until(lambda desk=desk: desk.sharing.link is Link.SHARED)
            if desk._courier is not None:
                desk._courier.poll = 0.1

    def until(self, true: Callable[[], object], seconds: float = 20.0) -> None:
        """Beat both until it is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, [works.notices() for works in (self.a, self.b)]
            for works in (self.a, self.b):
                works.outward._dirty = True
                works.calls._look_at = 0.0
                works.console.tick()
            time.sleep(0.003)

    def agree(self) -> None:
        """Wait until both hold the same notices and nothing waits to be shared."""
        self.until(lambda: not any(desk.sharing.waiting for desk in self.desks))
        self.until(lambda: {one.id: one for one in self.a.notices()} == {one.id: one for one in self.b.notices()})

    def close(self) -> None:
        """End both."""
        for works in (self.a, self.b):
            works.close()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
    yield made
    made.close()


@pytest.fixture
def web() -> Iterator[WebPlace]:
    with WebPlace() as place:
        yield place


def _set_up(pair: Pair, web: WebPlace, *know: Outpost) -> None:
    pair.a.staff()
    channel = pair.a.channel(Channel("web", "Group", ChannelKind.WEBHOOK, web.address))
    pair.until(lambda: len(pair.b.calls.dispatch.setup.duties) == 2)
    for works in know:
        keep_secrets(works.folder, channel, Secrets(url=f"{web.address}/x?token=1"))
        works.outward.look_again()
    pair.until(lambda: all("web" in works.outward._able for works in know))


def _raise_on_both(pair: Pair, text: str) -> None:
    """Both hear the same at the same moment."""
    for works in (pair.a, pair.b):
        command = RaiseCall("L1/10", "help", text, what=text, raised=works.now)
        works.console.office.do(command, who="console")


def test_two_consoles_that_hear_the_same_call_tell_people_once(
    pair: Pair, web: WebPlace, postgresql: PostgreSQL
) -> None:
    address = postgresql.fresh()
    pair.join(address, address)
    _set_up(pair, web, pair.a, pair.b)
    for number in range(4):
        _raise_on_both(pair, f"Trouble {number}")
        pair.a.clock.at += 2
        pair.until(lambda number=number: len({told["call"] for _, _, told in web.got}) == number + 1)
    pair.until(lambda: {one.state for one in pair.a.notices()} == {State.DELIVERED})
    pair.agree()
    assert len(pair.a.notices()) == 4
    assert {one.state for one in pair.a.notices()} == {State.DELIVERED}
    assert len(web.got) == 4


def test_what_one_console_cannot_send_another_does(pair: Pair, web: WebPlace, postgresql: PostgreSQL) -> None:
    address = postgresql.fresh()
    pair.join(address, address)
    _set_up(pair, web, pair.b)
    pair.a.console.office.do(RaiseCall("L1/10", "help", "Only here"), who="console")
    pair.until(lambda: [one.state for one in pair.a.notices()] == [State.DELIVERED])
    pair.agree()
    (notice,) = pair.a.notices()
    assert (notice.state, notice.console) == (State.DELIVERED, pair.b.console.office.console)
    assert notice.why != Why.NO_SECRET
    assert len(web.got) == 1


def test_cut_off_from_each_other_both_tell_people_and_agree_again_afterwards(
    pair: Pair, web: WebPlace, postgresql: PostgreSQL, expected_log: Callable[..., None]
) -> None:
    expected_log("shared", maybe=True)
    address = postgresql.fresh()
    way = Proxy(address.port)
    pair.join(address, replace(address, host="127.0.0.1", port=way.port))
    _set_up(pair, web, pair.a, pair.b)
    way.cut()
    pair.until(lambda: pair.desks[1].sharing.link is Link.AWAY)
    _raise_on_both(pair, "Trouble")
    pair.until(lambda: len(web.got) == 2)
    assert len({told["notice"] for _, _, told in web.got}) == 1  # whoever reads them can see that it is one
    way.mend()
    pair.until(lambda: pair.desks[1].sharing.link is Link.SHARED)
    pair.until(lambda: [one.state for one in pair.b.notices()] == [State.DELIVERED])
    pair.agree()
    assert [one.state for one in pair.b.notices()] == [State.DELIVERED]
    assert len(web.got) == 2
