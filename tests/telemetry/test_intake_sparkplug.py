"""Sparkplug through the intake: births, deaths and waiting become what the stations show."""

from __future__ import annotations

from collections.abc import Callable

from console.domain.readings import Quality
from console.telemetry.sparkplug import SparkplugHost
from console.telemetry.sparkplug_codec import encode
from console.telemetry.sparkplug_metric import Metric
from console.telemetry.sparkplug_values import DataType
from tests.telemetry.hearing import NOW, Ear, values

SOURCES = """
[[source]]
dialect = "sparkplug"
node = "G/{line}/{station}"
place = "{line}/{station}"
signal = [
  {feeds = "state", metric = "State", table = {1 = "running", 2 = "stopped"}},
  {feeds = "good", metric = "Count"},
  {feeds = "tag", metric = "Robot/{what}", name = "robot {what}", unit = "°C", sentinels = [9999]},
]
[[source]]
name = "node"
dialect = "sparkplug"
node = "G/cell"
place = "L2/{station}"
signal = [{feeds = "state", metric = "{station}/State"}]
"""


class Line:
    """A console that hears one edge node "L1" with devices."""

    def __init__(self) -> None:
        self.ear = Ear(SOURCES, SparkplugHost(None))
        self.seq = -1

    def say(
        self, kind: str, device: str, *metrics: Metric, node: str = "L1", seq: bool = True
    ) -> list[tuple[str, object]]:
        """One message of the node or a device."""
        if seq:
            self.seq = 0 if kind == "NBIRTH" else (self.seq + 1) % 256
        topic = f"spBv1.0/G/{kind}/{node}" + (f"/{device}" if device else "")
        return values(self.ear.say(topic, encode(list(metrics), NOW, self.seq if seq else None)))

    def birth(self, node: str = "L1") -> None:
        """The node is born."""
        self.say("NBIRTH", "", metric("bdSeq", 0, DataType.INT64), node=node)


def metric(name: str, value: object, kind: int = DataType.INT32, **more: object) -> Metric:
    """A metric with a name."""
    return Metric(name, None, value, kind, NOW, **more)  # type: ignore[arg-type]


def test_a_birth_brings_a_station_online_before_its_values_are_believed() -> None:
    line = Line()
    line.birth()
    heard = line.say(
        "DBIRTH", "10", metric("State", 1), metric("Count", 5), metric("Robot/arm", 40), metric("Other", 1)
    )
    assert heard == [("L1/10/online", True), ("L1/10/state", "running"), ("L1/10/good", 5), ("L1/10/robot arm", 40)]
    reading = line.ear.heard[-1]
    assert (reading.source_time, reading.quality, reading.signal.unit) == (NOW, Quality.GOOD, "°C")


def test_a_devices_death_makes_its_station_stale_and_no_other() -> None:
    line = Line()
    line.birth()
    line.say("DBIRTH", "10", metric("State", 1))
    line.say("DBIRTH", "20", metric("State", 1))
    assert line.say("DDEATH", "20") == [("L1/20/online", "stale")]


def test_a_nodes_death_makes_every_station_of_its_devices_stale() -> None:
    line = Line()
    line.birth()
    line.say("DBIRTH", "10", metric("State", 1))
    line.say("DBIRTH", "20", metric("State", 1))
    heard = line.say("NDEATH", "", metric("bdSeq", 0, DataType.INT64), seq=False)
    assert heard == [("L1/10/online", "stale"), ("L1/20/online", "stale")]


def test_data_before_a_birth_is_waiting_and_its_values_are_not_believed() -> None:
    line = Line()
    assert line.say("DDATA", "10", metric("State", 1)) == [("L1/10/online", "waiting")]


def test_a_nodes_new_birth_lets_its_devices_wait_for_theirs() -> None:
    line = Line()
    line.birth()
    line.say("DBIRTH", "10", metric("State", 1))
    topic_values = line.say("NBIRTH", "", metric("bdSeq", 1, DataType.INT64))
    assert topic_values == [("L1/10/online", "waiting")]


def test_historical_values_change_nothing_that_is_shown_as_now() -> None:
    line = Line()
    line.birth()
    line.say("DBIRTH", "10", metric("State", 1), metric("Robot/arm", 40))
    assert line.say("DDATA", "10", metric("State", 2, historical=True), metric("Robot/arm", 20, historical=True)) == []
    assert "historical" in line.ear.note("spBv1.0/G/DDATA/L1/10")


def test_a_station_named_by_the_metric_is_fed_by_its_node_too() -> None:
    line = Line()
    heard = line.say(
        "NBIRTH", "", metric("bdSeq", 0, DataType.INT64), metric("10/State", "blocked", DataType.STRING), node="cell"
    )
    assert heard == [("L2/10/online", True), ("L2/10/state", "blocked")]
    dead = line.say("NDEATH", "", metric("bdSeq", 0, DataType.INT64), node="cell", seq=False)
    assert dead == [("L2/10/online", "stale")]


def test_null_sentinels_and_the_metrics_own_quality_take_a_tags_value_away_or_mark_it() -> None:
    line = Line()
    line.birth()
    line.say("DBIRTH", "10", metric("Robot/arm", 40))
    line.say("DDATA", "10", metric("Robot/arm", 9999))
    assert (line.ear.heard[-1].value, line.ear.heard[-1].quality) == (None, Quality.BAD)
    line.say("DDATA", "10", metric("Robot/arm", None, is_null=True))
    assert (line.ear.heard[-1].value, line.ear.heard[-1].quality) == (None, Quality.BAD)
    line.say("DDATA", "10", metric("Robot/arm", 41, quality=Quality.BAD))
    assert (line.ear.heard[-1].value, line.ear.heard[-1].quality) == (41, Quality.BAD)


def test_a_broken_payload_is_counted_and_changes_nothing(expected_log: Callable[..., None]) -> None:
    expected_log("unreadable message")
    line = Line()
    line.birth()
    assert line.ear.say("spBv1.0/G/DDATA/L1/10", b"\xff\xff\xff\xff") == []
    assert line.ear.intake.book.unreadable == 1


def test_without_a_plant_file_births_are_still_heard_for_the_topics_screen() -> None:
    line = Line()
    line.ear.intake.replace(None)
    line.birth()
    assert line.say("DBIRTH", "10", metric("State", 1)) == []
    entry = line.ear.intake.book.get("spBv1.0/G/DBIRTH/L1/10")
    assert entry is not None
    assert [m.name for m in entry.metrics] == ["State"]
