"""Rules of the horn with real calls: from what is heard to what sounds, over a restart, and what silence writes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.furnishing import furnish
from console.app.horn import Horn, HornSettings
from console.app.queries.trail import Wanted, how_many
from console.app.settings import FILE, load_settings
from console.domain.andon import Severity
from console.domain.commands.andon import AcknowledgeCall, RaiseCall, RejectCall, ReopenCall, WorsenCall
from console.domain.errors import FileRefused
from console.domain.events import CallsChanged
from console.domain.horn import HornSounds, Tone
from tests.app.calling import Works


class Hall:
    """The works with a horn, and what sounded: the categories of the calls in each announcement."""

    def __init__(self, works: Works) -> None:
        self.works, self.at = works, 100.0
        self.begin()

    def begin(self) -> None:
        self.sounded: list[list[str]] = []
        self.horn = self.works.console.horn = Horn(self.works.console, HornSettings(), lambda: self.at)
        self.works.console.on(HornSounds, self._heard)

    def _heard(self, event: HornSounds) -> None:
        self.sounded.append([call.category for call in event.announcement.calls])

    def call(self, category: str, place: str = "L1/10", **more: object) -> None:
        self.at += 5
        self.works.clock.at += 5
        before = len(self.works.calls.open)
        self.works.give(RaiseCall(place, category, **more), who="lea")  # type: ignore[arg-type]
        self.works.until(lambda: len(self.works.calls.open) > before)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    works = Works(tmp_path)
    works.staff()
    yield Hall(works)
    works.close()


def test_a_call_sounds_with_the_sound_of_its_severity_until_somebody_answers(hall: Hall) -> None:
    hall.call("safety")
    assert hall.sounded == [["Safety"]]
    for _ in range(2):
        hall.at += 20
        hall.works.console.tick()
    assert hall.sounded == [["Safety"]] * 3
    call = hall.works.all()[0]
    hall.works.give(AcknowledgeCall(call.id, call.place), who="lea")
    hall.works.until(lambda: hall.horn.standing.tone is Tone.QUIET)
    hall.at += 60
    hall.works.console.tick()
    assert hall.sounded == [["Safety"]] * 3


def test_worse_and_open_again_are_announced(hall: Hall) -> None:
    hall.call("machine")
    call = hall.works.all()[0]
    hall.at += 5
    hall.works.give(WorsenCall(call.id, call.place, Severity.MAJOR), who="lea")
    hall.works.until(lambda: len(hall.sounded) == 2)
    hall.works.give(RejectCall(call.id, call.place, "no trouble"), who="sue")
    hall.works.until(lambda: hall.horn.standing.tone is Tone.QUIET)
    hall.at += 5
    hall.works.clock.at += 5
    hall.works.give(ReopenCall(call.id, call.place, "it is back"), who="sue")
    hall.works.until(lambda: len(hall.sounded) == 3)


def test_open_calls_sound_once_after_a_restart(hall: Hall) -> None:
    hall.call("safety")
    hall.call("machine", "L1/20")
    hall.works.close()
    hall.works.begin()
    hall.begin()
    hall.works.console.bus.publish(CallsChanged(()))  # as when the records were read first
    assert hall.sounded == [["Safety", "Machine"]]


def test_silence_writes_nothing_but_a_line_in_the_log(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    hall.call("safety")
    before = lines(hall)
    with caplog.at_level(logging.INFO, "console.app.horn"):
        hall.horn.silence()
    assert "silenced for 10 min" in caplog.text
    hall.works.settle()
    assert lines(hall) == before
    assert hall.horn.remaining == 600
    hall.at += 599
    hall.works.console.tick()
    assert len(hall.sounded) == 1
    hall.at += 1
    hall.works.console.tick()
    assert len(hall.sounded) == 2


def lines(hall: Hall) -> int:
    box: list[int] = []
    hall.works.console.office.run(how_many(Wanted()), box.append)
    hall.works.until(lambda: box)
    return box[0]


def test_what_is_chosen_is_kept_for_the_next_start(hall: Hall) -> None:
    chosen = HornSettings(sound=False, volume=35, voice=True, silence_minutes=0)
    hall.horn.choose(chosen)
    assert HornSettings.of(load_settings(hall.works.folder, None, {}, {})) == chosen


def test_what_cannot_be_kept_holds_all_the_same_and_is_told(hall: Hall) -> None:
    (hall.works.folder / FILE).mkdir()
    with pytest.raises(FileRefused):
        hall.horn.choose(HornSettings(volume=35))
    assert hall.horn.chosen.volume == 35


def test_a_furnished_console_has_a_horn_as_the_settings_say(hall: Hall, tmp_path: Path) -> None:
    console = hall.works.console
    furnish(console, load_settings(tmp_path, None, {}, {"calls.volume": "20"}), shares=False)
    assert console.horn is not None
    assert console.horn.chosen == HornSettings(volume=20)
