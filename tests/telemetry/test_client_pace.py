"""The rules of trying again, choosing a version, subscribing and keeping quiet in the log, without any wires."""

from __future__ import annotations

import logging
from random import Random

import pytest

from console.domain.hosts import is_local
from console.telemetry.broker import BrokerSettings
from console.telemetry.contest import Contest
from console.telemetry.pace import Backoff, Pace
from console.telemetry.receiver import Receiver, recorded_at
from console.telemetry.seldom import Seldom
from console.telemetry.subscriptions import AT_ONCE, Subscriptions, in_portions, is_valid
from console.telemetry.versions import Versions
from tests.telemetry.scripted_broker import user_property


def test_waits_double_up_to_the_longest_and_are_spread_over_all_of_it() -> None:
    draws = [[Backoff(Pace(), Random(seed)) for seed in range(300)] for _ in range(1)][0]
    for turn in range(10):
        limit = min(30.0, 0.5 * 2**turn)
        waits = [backoff.wait(refused=False, lasted=0.0) for backoff in draws]
        assert max(waits) <= limit
        assert min(waits) < limit * 0.05
        assert max(waits) > limit * 0.95


def test_a_steady_connection_makes_the_next_wait_short_again() -> None:
    backoff = Backoff(Pace(), Random(1))
    for _ in range(8):
        backoff.wait(refused=False, lasted=0.0)
    assert backoff.wait(refused=False, lasted=61.0) <= 0.5


def test_a_refused_console_tries_slowly_and_ever_more_slowly() -> None:
    backoff = Backoff(Pace(), Random(1))
    waits = [backoff.wait(refused=True, lasted=5.0) for _ in range(6)]
    assert waits[0] >= 5
    assert 30 <= waits[-1] <= 60
    assert Backoff(Pace(), Random(1)).wait(refused=True, lasted=0.0) == waits[0]


def test_thousands_of_failures_overflow_nothing() -> None:
    backoff = Backoff(Pace(), Random(1))
    waits = [backoff.wait(refused=turn % 2 == 0, lasted=0.0) for turn in range(5000)]
    assert max(waits) <= 60


def test_two_silent_drops_change_the_version_and_two_more_change_it_back() -> None:
    versions = Versions()
    assert [versions.dropped() for _ in range(4)] == [False, True, False, False]
    assert versions.five


def test_an_accepted_version_stays() -> None:
    versions = Versions()
    versions.refused()
    versions.accepted()
    assert not any([*(versions.dropped() for _ in range(5)), versions.unanswered()])
    assert versions.label == "MQTT 3.1.1"


def test_a_broker_that_refuses_both_versions_is_not_asked_in_a_circle() -> None:
    versions = Versions()
    assert [versions.refused(), versions.refused()] == [True, False]


def test_three_silent_ends_of_a_resumed_session_are_suspicious() -> None:
    contest = Contest(60.0)
    ends = []
    for _ in range(3):
        contest.came_up(session_present=True)
        ends.append(contest.closed(lasted=1.0))
    assert ends == [False, False, True]


@pytest.mark.parametrize("explained", ["failed", "forgotten", "lasting"])
def test_ends_that_are_explained_are_not_suspicious(explained: str) -> None:
    contest = Contest(60.0)
    for _ in range(10):
        if explained == "failed":
            contest.failed()
        contest.came_up(session_present=explained != "forgotten")
        assert not contest.closed(lasted=61.0 if explained == "lasting" else 1.0)


def test_after_a_connect_everything_is_asked_for_and_the_unwanted_is_left() -> None:
    wanted = Subscriptions([("a/#", 1), ("b/#", 0)])
    assert wanted.resume(session_present=False) == ([], [("a/#", 1), ("b/#", 0)])
    wanted.want([("b/#", 1), ("c", 1)])
    assert wanted.changed
    assert wanted.resume(session_present=True) == (["a/#"], [("b/#", 1), ("c", 1)])
    assert not wanted.changed


def test_a_change_asks_only_for_the_difference() -> None:
    wanted = Subscriptions([("a", 1), ("b", 1)])
    wanted.resume(session_present=False)
    wanted.want([("b", 1), ("c", 1), ("c", 2)])
    assert wanted.steps() == (["a"], [("c", 2)])


def test_refused_filters_are_named_until_they_are_no_longer_wanted() -> None:
    wanted = Subscriptions([("a", 1), ("b", 1)])
    wanted.resume(session_present=False)
    wanted.asked(7, ["a", "b"])
    assert not wanted.settled
    wanted.answered(7, ["", "not authorized"])
    assert wanted.settled
    assert "“b”: not authorized" in wanted.complaint()
    wanted.want([("a", 1)])
    wanted.steps()
    assert wanted.complaint() == ""


@pytest.mark.parametrize(
    ("topic", "valid"),
    [
        ("#", True),
        ("+", True),
        ("a/+/b/#", True),
        ("/", True),
        ("$SYS/#", True),
        ("", False),
        ("a/#/b", False),
        ("a#", False),
        ("a+/b", False),
        ("a\0b", False),
        ("ä" * 40000, False),
    ],
)
def test_topic_filters_keep_the_rules(topic: str, valid: bool) -> None:
    assert is_valid(topic, 1) is valid
    assert not is_valid(topic, 3)


def test_portions_hold_everything_in_order() -> None:
    items = list(range(AT_ONCE * 2 + 3))
    portions = list(in_portions(items))
    assert [item for portion in portions for item in portion] == items
    assert max(map(len, portions)) == AT_ONCE


def test_a_flood_of_mishaps_writes_few_lines(expected_log, caplog: pytest.LogCaptureFixture) -> None:  # type: ignore[no-untyped-def]
    expected_log("mishap")
    seldom = Seldom(logging.getLogger("test"), interval=0.0)
    quiet = Seldom(logging.getLogger("test"), interval=100.0)
    for number in range(1000):
        quiet.log(logging.WARNING, "mishap %d", number)
    assert len(caplog.records) == 1
    quiet._next = 0.0
    quiet.log(logging.WARNING, "mishap %d", 1000)
    assert caplog.records[-1].getMessage() == "mishap 1000 (and 999 more not written)"
    seldom.log(logging.WARNING, "mishap")
    seldom.log(logging.WARNING, "mishap")
    assert len(caplog.records) == 4


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (b"", 5.0),
        (user_property("gemba-recorded-at", "17.25"), 17.25),
        (b"\x01\x01" + user_property("gemba-recorded-at", "17.25"), 17.25),
        (user_property("gemba-recorded-at", "inf"), 5.0),
        (user_property("gemba-recorded-at", ""), 5.0),
        (user_property("gemba-recorded-at", "17.25")[:-6], 5.0),
    ],
)
def test_the_recorded_time_is_read_or_left(properties: bytes, expected: float) -> None:
    assert recorded_at(properties, 5.0) == expected


def test_a_mid_belongs_to_its_connection() -> None:
    mids: list[int] = []
    receiver = Receiver(lambda topic, payload, qos, retained, mid, at: bool(mids.append(mid)), lambda: 0.0)
    receiver.begin(1)
    for _ in range(2):
        receiver.hear("a", b"", 1, False, 65535, 0.0)
    assert receiver.durable(mids[0]) == 65535
    receiver.hear("a", b"", 1, False, 65535, 0.0)
    receiver.begin(2)
    assert receiver.durable(mids[2]) is None


def holding() -> tuple[Receiver, list[int]]:
    mids: list[int] = []
    receiver = Receiver(lambda topic, payload, qos, retained, mid, at: bool(mids.append(mid)), lambda: 0.0)
    receiver.begin(1)
    return receiver, mids


def test_a_repeat_of_what_was_taken_is_not_taken_again_and_is_answered_when_the_first_is_durable() -> None:
    receiver, mids = holding()
    assert not receiver.hear("a", b"1", 1, False, 7, 0.0)
    receiver.begin(2)
    assert receiver.durable(0x1_0008) is None
    assert not receiver.hear("a", b"1", 1, False, 7, 0.0, again=True)
    assert len(mids) == 1
    assert receiver.durable(mids[0]) == 7
    receiver.begin(3)  # that answer may have been lost on the way
    assert receiver.hear("a", b"1", 1, False, 7, 0.0, again=True)
    assert len(mids) == 1


@pytest.mark.parametrize(
    ("topic", "payload", "mid", "again", "forgotten"),
    [
        ("a", b"1", 7, False, False),
        ("a", b"2", 7, True, False),
        ("b", b"1", 7, True, False),
        ("a", b"1", 8, True, False),
        ("a", b"1", 7, True, True),
    ],
)
def test_what_only_looks_like_a_repeat_is_taken(
    topic: str, payload: bytes, mid: int, again: bool, forgotten: bool
) -> None:
    receiver, mids = holding()
    receiver.hear("a", b"1", 1, False, 7, 0.0)
    receiver.begin(2)
    if forgotten:
        receiver.forget()
    receiver.hear(topic, payload, 1, False, mid, 0.0, again)
    assert len(mids) == 2


def test_what_was_answered_long_before_the_connection_ended_is_no_repeat_any_more() -> None:
    receiver, mids = holding()
    receiver.hear("a", b"1", 1, False, 7, 0.0)
    receiver.durable(mids[0])
    receiver.heard_mono += 60
    receiver.begin(2)
    receiver.hear("a", b"1", 1, False, 7, 0.0, again=True)
    assert len(mids) == 2


def test_the_client_id_is_stable_and_plain() -> None:
    identity = BrokerSettings("localhost").identity
    assert identity == BrokerSettings("elsewhere").identity
    assert identity.isalnum()
    assert identity.isascii()
    assert len(identity) <= 23
    assert BrokerSettings("localhost", client_id="mine").identity == "mine"


@pytest.mark.parametrize(
    ("host", "local"),
    [("localhost", True), ("127.0.0.1", True), ("[::1]", True), ("pc.localhost.", True), ("a.b", False)],
)
def test_which_hosts_are_this_computer(host: str, local: bool) -> None:
    assert is_local(host) is local
