"""What the live floor knows becomes what rules listen to: snapshots as such, repeats once, no number left out."""

from __future__ import annotations

from console.domain.callrules import CallRule, Kind
from console.domain.events import QualityChecked
from console.domain.happenings import (
    AlarmSeen,
    CheckSeen,
    CountSeen,
    Happening,
    StateSeen,
    ValueSeen,
    of_check,
    of_reading,
    of_station,
)
from console.domain.raising import Outcome, RuleEngine, Wanted
from console.domain.readings import Quality, Reading, Role, Signal, Value
from console.domain.stations import NoData, StationState
from tests.domain.floors import T0, Talk

STOP = CallRule("stop", "Stopped", Kind.STATE, "machine", delay=20)
NOK = CallRule("nok", "Check failed", Kind.QUALITY, "quality")
SILENT = CallRule("silent", "No data", Kind.NO_DATA, "data")
SCRAP = CallRule("scrap", "Scrap", Kind.COUNTER, "quality", signal="scrap", count=2, window=60)


def reading(role: Role, value: Value, quality: Quality = Quality.GOOD, key: str = "") -> Reading:
    return Reading(Signal("L1/10", role, "load X"), value, None, T0, quality, False, "t", key)


def test_a_tag_that_is_a_number_is_a_value_and_nothing_else_is() -> None:
    assert of_reading(reading(Role.TAG, 12), T0 - 1) == ValueSeen("L1/10", "load X", 12.0, T0 - 1, T0)
    for value in (True, "12", None):
        assert of_reading(reading(Role.TAG, value), T0) is None
    assert of_reading(reading(Role.TAG, 12, Quality.BAD), T0) is None
    assert of_reading(reading(Role.STATE, "running"), T0) is None


def test_an_alarm_knows_which_source_said_it() -> None:
    said = of_reading(reading(Role.ALARM, "Guard open", key="door"), T0)
    assert said == AlarmSeen("L1/10", "Guard open", T0, T0, source="load X|door")
    over = of_reading(reading(Role.ALARM, None, key="door"), T0)
    assert isinstance(over, AlarmSeen)
    assert over.text == ""


def test_a_station_tells_its_state_and_its_counts() -> None:
    talk = Talk()
    talk.say("L1/10", Role.STATE, "stopped", after=5)
    state, *counts = of_station(talk.floor.hearings["L1/10"], talk.now)
    assert state == StateSeen("L1/10", StationState.STOPPED, None, "", T0 + 5, T0 + 5)
    assert [(count.what, count.total) for count in counts if isinstance(count, CountSeen)] == [
        ("good", 0),
        ("scrap", 0),
        ("rework", 0),
    ]


def test_a_retained_state_is_a_snapshot_until_the_machine_itself_speaks() -> None:
    talk = Talk()
    talk.say("L1/10", Role.STATE, "stopped", retained=True)
    assert of_station(talk.floor.hearings["L1/10"], talk.now)[0].retained
    talk.say("L1/10", Role.STATE, "stopped", after=5)
    assert not of_station(talk.floor.hearings["L1/10"], talk.now)[0].retained


class Live:
    """A floor with rules listening to it, asked after every word and every second."""

    def __init__(self) -> None:
        self.talk = Talk()
        self.engine = RuleEngine([STOP, NOK, SILENT, SCRAP], {})
        self.out: list[Outcome] = []
        self.look([])

    def look(self, events: list[object]) -> None:
        checks = [of_check(event, self.talk.now) for event in events if isinstance(event, QualityChecked)]
        seen: list[Happening] = [*of_station(self.talk.floor.hearings["L1/10"], self.talk.now), *checks]
        for happening in seen:
            self.out += self.engine.hear(happening)

    def say(self, role: Role, value: Value, **more: object) -> None:
        self.look(self.talk.say("L1/10", role, value, after=1, **more))  # type: ignore[arg-type]

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.look(self.talk.wait(1))

    def wanted(self) -> list[tuple[str, float]]:
        return [(one.rule, one.raised_at.timestamp() - T0) for one in self.out if isinstance(one, Wanted)]


def test_a_stop_on_the_floor_is_a_call_after_its_delay_and_silence_another() -> None:
    live = Live()
    live.say(Role.STATE, "running")
    live.say(Role.STATE, "stopped")
    live.wait(80)
    assert live.wanted() == [("stop", 22), ("silent", 62)]
    assert live.talk.floor.stations["L1/10"].no_data is NoData.SILENT


def test_a_failed_check_that_is_published_again_and_again_is_one_call() -> None:
    live = Live()
    for _ in range(4):
        live.say(Role.QUALITY, "failed", key="check-1")
    live.say(Role.QUALITY, "passed", key="check-2")
    live.say(Role.QUALITY, "failed", key="check-3", retained=True)
    assert live.wanted() == [("nok", 1)]
    assert CheckSeen("L1/10", False, "check-1", T0 + 1, T0 + 1) == of_check(
        QualityChecked("L1/10", False, T0 + 1, "check-1"), T0 + 1
    )


def test_scrap_on_the_floor_is_a_call_when_there_is_enough_of_it() -> None:
    live = Live()
    for total in (100, 101, 102):
        live.say(Role.SCRAP, total)
    assert live.wanted() == [("scrap", 3)]
