"""An alarm that is shelved at one console is shelved at all of them; and what it becomes is one call."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.app.calls import _wanted
from console.app.queries.callsetup import call_setup
from console.app.shelving import ShelvedAlarms
from console.domain.andon import Call, Category, Rung
from console.domain.callrules import CallRule, Kind
from console.domain.commands import CONSOLE
from console.domain.commands.andon import AddCategory, SetCallRule
from console.domain.commands.figures import NoteShelf, ShelveAlarm, UnshelveAlarm
from console.domain.people import Role
from console.domain.raising import Wanted
from console.domain.shelving import Shelf, ShelfEnded
from tests.databases import PostgreSQL
from tests.records.plants import Site

WAYS = {"L1/10": ("Suzhou", "Body", "L1", "L1/10")}
LASTS = 1.5  # seconds on the shelf


@pytest.fixture
def sites(postgresql: PostgreSQL, tmp_path: Path) -> Iterator[tuple[Site, Site]]:
    address = postgresql.fresh()
    one, other = Site(tmp_path, "one"), Site(tmp_path, "other")
    for site in (one, other):
        site.join(address)
    one.do(AddCategory(Category("machine", "Machine", ladder=(Rung(180.0, Role.SUPERVISOR),))))
    one.do(SetCallRule(CallRule("fault", "Fault", Kind.ALARM, "machine")))
    share(one, other)
    yield one, other
    one.close()
    other.close()


def share(*sites: Site) -> None:
    """Until each knows what the other did."""
    for site in (*sites, *sites):
        site.share()


def listening(site: Site) -> ShelvedAlarms:
    """What stands between rules and records there, as the records are now."""
    made = ShelvedAlarms()
    read(made, site)
    return made


def read(alarms: ShelvedAlarms, site: Site) -> None:
    """The records changed."""
    setup = site.local.ask(call_setup)
    alarms.use(setup.shelves, {one.id: one for one in setup.categories}, setup.rules, WAYS)


def heard(at: datetime, count: int = 1) -> Wanted:
    return Wanted("fault", "L1/10", "machine", None, "Pressure low", "E77", "E77", at, count)


def shelved(one: Site, other: Site) -> datetime:
    """The first console shelves it; by when it ends."""
    ends = datetime.now(UTC) + timedelta(seconds=LASTS)
    one.do(ShelveAlarm("shelf", "L1/10", "machine", ends, "The sensor is on order", what="E77"), who="lea")
    share(one, other)
    return ends


def released(site: Site, alarms: ShelvedAlarms) -> None:
    """What the console does when the time is over."""
    now = datetime.now(UTC)
    for wanted in alarms.released(now):
        site.do(_wanted(wanted, now), who=CONSOLE)
    for shelf, times in alarms.noted(now):
        site.do(NoteShelf(shelf, times), who=CONSOLE)


def test_two_consoles_shelve_together_and_raise_one_call_when_the_time_is_over(sites: tuple[Site, Site]) -> None:
    one, other = sites
    ends = shelved(one, other)
    began = datetime.now(UTC)
    both = [(site, listening(site)) for site in sites]
    for count, (_, alarms) in enumerate(both, 2):  # the other console heard it once more
        assert alarms.take(heard(began, count), began) is None
        assert alarms.released(began) == []
    time.sleep(max(0.0, (ends - datetime.now(UTC)).total_seconds()) + 0.05)
    for site, alarms in both:
        released(site, alarms)
    share(one, other)
    for site in sites:
        (call,) = site.local.ask(lambda desk: desk.find(Call))
        assert call.raised == began
        assert call.waiting_since >= ends
        shelf = site.get(Shelf, "shelf")
        assert shelf is not None
        assert (shelf.times, shelf.ended, shelf.ended_by) == (3, ends, CONSOLE)
        site.verified()
        assert site.waiting == 0
    assert one.rows() == other.rows()


def test_who_ends_it_at_the_other_console_ends_it_everywhere(sites: tuple[Site, Site]) -> None:
    one, other = sites
    shelved(one, other)
    now = datetime.now(UTC)
    here = listening(one)
    assert here.take(heard(now), now) is None
    other.do(UnshelveAlarm("shelf", "L1/10"), who="mo")
    with pytest.raises(ShelfEnded):
        other.do(UnshelveAlarm("shelf", "L1/10"), who="mo")
    share(other, one)
    read(here, one)
    released(one, here)
    share(one, other)
    (call,) = other.local.ask(lambda desk: desk.find(Call))
    assert call.raised == now
    shelf = other.get(Shelf, "shelf")
    assert shelf is not None
    assert (shelf.ended_by, shelf.times) == ("mo", 1)
