"""The plant file as it should be: what is built, when people work, what is subscribed to."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.domain.errors import FileRefused
from console.domain.shifts import Calendar
from console.telemetry.plantfile import load_plant
from tests.paths import ROOT
from tests.telemetry.hearing import PLANT

HELP = ROOT / "resources" / "help"


def test_lines_stations_and_their_figures_are_read() -> None:
    plant = load_plant(
        """
[plant]
name = "P"
timezone = "Asia/Shanghai"
[[line]]
id = "L1"
name = "Line 1"
site = "Suzhou"
area = "Body"
takt = 45
pace = 30
target = 500
micro_stop = 60
ideal_cycle = 40
expected_interval = 20
[[line.station]]
id = 10
name = "10 Load"
[[line.station]]
id = 30
ideal_cycle = 41.5
expected_interval = 5
"""
    )
    assert plant.problems == ()
    [line] = plant.plant.lines()
    assert (line.id, line.name, line.site, line.area, line.takt, line.pace) == (
        "L1",
        "Line 1",
        "Suzhou",
        "Body",
        45,
        "L1/30",
    )
    assert (line.target, line.micro_stop) == (500, 60)
    assert [(s.id, s.name, s.ideal_cycle, s.expected_interval) for s in line.stations] == [
        ("L1/10", "10 Load", 40, 20),
        ("L1/30", "30", 41.5, 5),
    ]


def test_lines_of_one_site_and_area_stand_together_in_the_order_of_the_file() -> None:
    text = '[plant]\nname = "P"\ntimezone = "UTC"\n'
    for name, site, area in (("A", "S", "x"), ("B", "T", "x"), ("C", "S", "y"), ("D", "S", "x")):
        text += f'[[line]]\nid = "{name}"\nsite = "{site}"\narea = "{area}"\nstation = [{{id = "1"}}]\n'
    sites = load_plant(text).plant.sites
    assert [(s.name, [(a.name, [line.id for line in a.lines]) for a in s.areas]) for s in sites] == [
        ("S", [("x", ["A", "D"]), ("y", ["C"])]),
        ("T", [("x", ["B"])]),
    ]


def test_a_calendar_is_built_from_shifts_breaks_holidays_and_rotations() -> None:
    plant = load_plant(
        PLANT.replace("[plant]", '[plant]\ncalendar = "two"')
        + """
[calendars.two]
holidays = [2026-10-01, "2026-10-02"]
rotation_start = 2026-01-05
[[calendars.two.shift]]
name = "Early"
start = "06:00"
end = 14:00:00
days = "mon-fri"
breaks = [{name = "Lunch", start = "10:00", end = "10:30"}]
[[calendars.two.shift]]
name = "Night"
start = "22:00"
end = "06:00"
days = ["fri", "sun"]
weeks = {every = 2, week = 1}
"""
    )
    assert plant.problems == ()
    calendar = plant.plant.calendars["two"]
    assert isinstance(calendar, Calendar)
    assert calendar.holidays == {date(2026, 10, 1), date(2026, 10, 2)}
    early, night = calendar.patterns
    assert (early.days, night.days, night.weeks) == (frozenset(range(5)), frozenset({4, 6}), (2, 0))
    noon = datetime(2026, 3, 4, 12, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
    shift = calendar.shift_at(noon)
    assert shift is not None
    assert shift.name == "Early"
    assert [line.calendar for line in plant.plant.lines()] == ["two", "two"]


def test_a_plant_reads_the_same_from_a_path_with_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "plant.toml"
    path.write_bytes(b"\xef\xbb\xbf" + PLANT.replace("\n", "\r\n").encode())
    assert load_plant(path).plant.sites == load_plant(PLANT).plant.sites
    assert load_plant(str(path)).path == path


@pytest.mark.parametrize("make", ["missing", "folder", "not text"])
def test_a_file_that_cannot_be_read_at_all_is_refused_with_its_name(tmp_path: Path, make: str) -> None:
    path = tmp_path / "plant.toml"
    if make == "folder":
        path.mkdir()
    elif make == "not text":
        path.write_bytes(b"[plant]\nname = '\xff'\n")
    with pytest.raises(FileRefused, match=re.escape("plant.toml")):
        load_plant(path)


def test_only_what_the_rules_hear_is_subscribed_to_and_nothing_twice() -> None:
    plant = load_plant(
        PLANT
        + """
[[source]]
topic = "plant/{line}/{station}/state"
place = "{line}/{station}"
feeds = "state"
path = "s"
[[source]]
topic = "plant/L1/10/#"
place = "L1/10"
feeds = "alarm"
path = "a"
[[source]]
topic = "other/machine{nr}/x"
place = "L1/10"
feeds = "alarm"
path = "a"
[[source]]
dialect = "sparkplug"
node = "Group/{line}/{station}"
place = "{line}/{station}"
feeds = "state"
metric = "State"
[[source]]
dialect = "scalar"
topic = "other/machine1/x"
place = "L1/10"
feeds = "reason"
"""
    )
    assert plant.problems == ()
    assert plant.subscriptions == (("other/+/x", 1), ("plant/+/+/#", 1), ("spBv1.0/Group/+/+/#", 1))


def test_signals_that_the_file_alone_tells_are_there_before_anything_is_heard() -> None:
    plant = load_plant(
        PLANT
        + """
[[source]]
topic = "a"
place = "L1/10"
signal = [
  {feeds = "good", path = "n", rollover = 1000},
  {feeds = "tag", name = "load", path = "l", unit = "%", low = 0, high = 90, stuck_after = 60, deadband = 0.5},
]
"""
    )
    good, load = plant.plant.signals
    assert (good.id, good.rollover, good.pulse, good.index) == ("L1/10/good", 1000, False, 0)
    assert (load.id, load.unit, load.low, load.high, load.stuck_after, load.index) == ("L1/10/load", "%", 0, 90, 60, 1)
    assert (good.deadband, load.deadband) == (0.0, 0.5)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_example_of_the_help_page_is_understood(language: str) -> None:
    text = (HELP / language / "plant-file.md").read_text("utf-8")
    first, shift, *others = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    whole = load_plant(first + "[calendars.two-shifts]\nrotation_start = 2026-01-05\n" + shift)
    assert whole.problems == ()
    assert len(whole.rules) == 1
    sparkplug = next(block for block in others if "sparkplug" in block)
    assert load_plant(PLANT + "[tables.words]\nRun = 'running'\n" + sparkplug).problems == ()
