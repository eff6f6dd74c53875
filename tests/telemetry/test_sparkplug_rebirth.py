"""Asking for births: often enough, never a storm, never when it is switched off."""

from __future__ import annotations

from collections.abc import Callable

from console.telemetry.sparkplug import SparkplugHost, rebirth_command
from console.telemetry.sparkplug_codec import Metric, decode, encode
from console.telemetry.sparkplug_rebirth import BURST, FIRST_WAIT, LONGEST_WAIT
from console.telemetry.sparkplug_values import DataType
from tests.telemetry.sparkplug_line import EDGE, GROUP, NODE, Clock, Listening


def test_nothing_is_asked_when_asking_is_switched_off() -> None:
    line = Listening(ask=False)
    assert line.data(1, 5.0).waiting
    line.wait(600.0)
    assert line.asked == []


def test_a_node_is_not_asked_again_within_ten_seconds_however_much_it_sends() -> None:
    line = Listening()
    for _ in range(500):
        line.data(1, 5.0)
        line.clock.now += FIRST_WAIT / 501
    assert line.asked == [NODE]
    line.clock.now += FIRST_WAIT
    line.data(1, 5.0)
    assert line.asked == [NODE, NODE]


def test_a_node_that_does_not_answer_is_asked_less_and_less_often() -> None:
    line = Listening()
    line.data(1, 5.0)
    times = [line.clock.now]
    while len(times) < 9:
        line.wait(1.0)
        if len(line.asked) > len(times):
            times.append(line.clock.now)
    waits = [round(later - earlier) for earlier, later in zip(times, times[1:], strict=False)]
    assert waits == [10, 20, 40, 80, 160, 300, 300, 300]
    assert max(waits) <= LONGEST_WAIT


def test_an_answer_ends_the_asking() -> None:
    line = Listening()
    line.data(1, 5.0)
    line.birth()
    line.wait(3600.0)
    assert line.asked == [NODE]


def test_births_that_never_satisfy_are_not_asked_for_in_a_circle() -> None:
    line = Listening()
    answered = 0
    for _ in range(600):  # ten minutes of a node whose births leave out alias 99
        line.data(99, 1.0)
        if len(line.asked) > answered:
            line.birth()
            answered += 1
        line.clock.now += 1.0
    assert 1 < answered <= 7


def test_a_lost_connection_lets_a_node_be_asked_anew() -> None:
    line = Listening()
    line.data(1, 5.0)
    line.host.connection_lost()
    line.data(1, 5.0)
    assert line.asked == [NODE, NODE]


def test_a_whole_plant_is_not_asked_in_one_moment() -> None:
    asked: list[str] = []
    clock = Clock()
    host = SparkplugHost(lambda group, node: asked.append(node), clock)
    for n in range(100):
        host.hear(f"spBv1.0/g/NDATA/n{n}", encode([], 1.0, 5), False, 1.0)
    assert len(asked) == BURST
    for _ in range(4):
        clock.now += 1.0
        host.watch()
    assert sorted(asked) == sorted(f"n{n}" for n in range(100))


def test_what_another_host_asked_is_not_asked_twice() -> None:
    line = Listening()
    line.data(1, 5.0)
    line.wait(FIRST_WAIT - 1)
    topic, payload = rebirth_command(GROUP, EDGE)
    line.host.hear(topic, payload, False, 1.0)
    line.wait(2.0)
    assert line.asked == [NODE]
    line.wait(FIRST_WAIT)
    assert line.asked == [NODE, NODE]


def test_a_command_that_cannot_be_sent_is_logged_and_stops_nothing(expected_log: Callable[..., None]) -> None:
    expected_log("asking g/n for its birth failed")

    def fail(group: str, node: str) -> None:
        raise OSError("not connected")

    host = SparkplugHost(fail)
    assert host.hear("spBv1.0/g/NDATA/n", encode([], 1.0, 5), False, 1.0).waiting


def test_the_command_is_the_one_of_the_specification() -> None:
    topic, payload = rebirth_command(GROUP, EDGE)
    assert topic == f"spBv1.0/{GROUP}/NCMD/{EDGE}"
    assert decode(payload).metrics == [Metric("Node Control/Rebirth", None, True, DataType.BOOLEAN, None)]
    assert decode(payload).timestamp is not None
