"""Topics taken apart, hosts' STATE, commands overheard, and what keeps to no rule."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.telemetry import sparkplug_nodes
from console.telemetry.sparkplug import (
    Heard,
    Presence,
    SparkplugHost,
    SparkplugKind,
    SparkplugUnreadable,
    rebirth_command,
    state_messages,
)
from console.telemetry.sparkplug_codec import Metric, encode
from console.telemetry.sparkplug_values import DataType
from tests.telemetry.sparkplug_line import Clock


@pytest.mark.parametrize(
    "topic",
    [
        "",
        "spBv1.0",
        "spBv1.0/g",
        "spBv1.0/g/NBIRTH",
        "spBv1.0/g/NBIRTH/",
        "spBv1.0//NBIRTH/n",
        "spBv1.0/g/NBIRTH/n/d",
        "spBv1.0/g/DDATA/n",
        "spBv1.0/g/DDATA/n/",
        "spBv1.0/g/DDATA/n/d/e",
        "spBv1.0/g/NSTATE/n",
        "spBv1.0/g/XDATA/n",
        "spBv1.0/g/ndata/n",
        "spBv1.0/g//n",
        "spAv1.0/g/NBIRTH/n",
        "factory/line1/NBIRTH/n",
        "STATE/a/b",
        "spBv1.0/g/NDATA/" + "n" * 5000,
    ],
)
def test_a_malformed_topic_is_ignored_with_a_reason_and_its_payload_not_read(topic: str) -> None:
    host = SparkplugHost(None)
    heard = host.hear(topic, b"\xff\xff", False, 1.0)
    assert heard.kind is SparkplugKind.IGNORED
    assert heard.note
    assert host.nodes == {}


def test_the_host_publishes_its_state_as_json_with_one_timestamp() -> None:
    topic, online, offline = state_messages("Console 7", 1_700_000_000.25)
    assert topic == "spBv1.0/STATE/Console 7"
    assert json.loads(online) == {"online": True, "timestamp": 1_700_000_000_250}
    assert json.loads(offline) == {"online": False, "timestamp": 1_700_000_000_250}


def test_the_state_of_a_host_is_heard_in_both_forms() -> None:
    host = SparkplugHost(None)
    topic, online, offline = state_messages("scada", 5.0)
    assert host.hear(topic, online, True, 1.0) == Heard(
        SparkplugKind.STATE, "scada", [Metric("online", None, True, DataType.BOOLEAN, 5.0)], False
    )
    assert host.hear(topic, offline, True, 1.0).metrics[0].value is False
    assert host.hear("STATE/scada", b"ONLINE", True, 1.0).metrics[0].value is True
    assert host.nodes == {}


@pytest.mark.parametrize("raw", [b"", b"maybe", b"[]", b"{}", b'"x"', b"\xff", b"null", b"[" * 100_000])
def test_a_state_that_says_nothing_is_unreadable(raw: bytes) -> None:
    with pytest.raises(SparkplugUnreadable):
        SparkplugHost(None).hear("spBv1.0/STATE/scada", raw, True, 1.0)


def test_our_own_state_called_offline_is_to_be_published_again() -> None:
    host = SparkplugHost(None, host_id="me")
    topic, online, offline = state_messages("me", 5.0)
    assert host.hear(topic, online, False, 1.0).note == ""
    assert "publish it again" in host.hear(topic, offline, False, 1.0).note
    assert host.hear("spBv1.0/STATE/other", offline, False, 1.0).note == ""


def test_commands_are_overheard_and_change_nothing() -> None:
    host = SparkplugHost(None)
    heard = host.hear(*rebirth_command("g", "n"), False, 1.0)
    assert (heard.kind, heard.path, heard.metrics[0].name) == (SparkplugKind.COMMAND, "g/n", "Node Control/Rebirth")
    raw = encode([Metric("Speed", None, 5.0, DataType.DOUBLE, None)], 1.0, None)
    assert host.hear("spBv1.0/g/DCMD/n/d", raw, False, 1.0).path == "g/n/d"
    assert host.nodes == {}


def test_a_group_may_be_called_state() -> None:
    raw = encode([Metric("bdSeq", None, 0, DataType.INT64, None)], 1.0, 0)
    assert SparkplugHost(None).hear("spBv1.0/STATE/NBIRTH/n", raw, False, 1.0).path == "STATE/n"


def test_when_full_the_node_that_is_gone_longest_makes_room_and_one_that_is_online_never(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sparkplug_nodes, "MOST_PLACES", 3)
    host = SparkplugHost(lambda group, node: None, Clock())
    birth = encode([Metric("bdSeq", None, 0, DataType.INT64, None)], 1.0, 0)
    for at, node in enumerate("abc"):
        host.hear(f"spBv1.0/g/NBIRTH/{node}", birth, False, float(at))
    assert host.hear("spBv1.0/g/NBIRTH/d", birth, False, 4.0).kind is SparkplugKind.IGNORED
    host.hear("spBv1.0/g/NDEATH/b", b"", False, 5.0)
    host.hear("spBv1.0/g/NDEATH/a", b"", False, 6.0)
    assert host.hear("spBv1.0/g/NBIRTH/d", birth, False, 7.0).kind is SparkplugKind.BIRTH
    assert sorted(host.nodes) == ["g/a", "g/c", "g/d"]


def test_definitions_are_bounded_and_a_birth_that_does_not_fit_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sparkplug_nodes, "MOST_DEFINITIONS", 10)
    host = SparkplugHost(None)
    big = encode([Metric(f"m{n}", n, 1.0, DataType.DOUBLE, None) for n in range(8)], 1.0, 0)
    for _ in range(5):  # a node's new birth takes the place of its old one
        assert "more metrics" not in host.hear("spBv1.0/g/NBIRTH/a", big, False, 1.0).note
    assert "more metrics" in host.hear("spBv1.0/g/NBIRTH/b", big, False, 1.0).note
    assert sum(state.metrics for state in host.nodes.values()) == 10


MESSAGES = ("NBIRTH", "NDATA", "NDEATH", "NCMD", "DBIRTH/d", "DDATA/d", "DDEATH/d", "DCMD/d")
A_VALUE = {0: None, 3: 5, 10: 1.5, 12: "x"}  # by datatype
a_metric = st.builds(
    lambda name, alias, datatype: Metric(name, alias, A_VALUE[datatype], datatype, None),
    st.sampled_from([None, "a", "b", "bdSeq"]),
    st.sampled_from([None, 0, 1, 2]),
    st.sampled_from(list(A_VALUE)),
)
a_payload = st.binary(max_size=40) | st.builds(
    encode, st.lists(a_metric, max_size=3), st.none() | st.just(1.0), st.none() | st.integers(0, 255)
)


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(MESSAGES), st.sampled_from("nm"), a_payload, st.booleans(), st.floats(0, 20), st.booleans()
        ),
        max_size=40,
    )
)
def test_no_order_of_messages_raises_anything_but_the_codecs_error(
    said: list[tuple[str, str, bytes, bool, float, bool]],
) -> None:
    clock = Clock()
    asked: list[float] = []
    host = SparkplugHost(lambda group, node: asked.append(clock.now), clock)
    for message, node, payload, retained, pause, lost in said:
        verb, _, device = message.partition("/")
        clock.now += pause
        try:
            heard = host.hear("/".join(filter(None, ("spBv1.0", "g", verb, node, device))), payload, retained, 1.0)
        except SparkplugUnreadable:
            continue
        assert all(metric.name is not None for metric in heard.metrics)
        if heard.kind is SparkplugKind.DATA and not heard.waiting:
            assert host.nodes[heard.path].presence is Presence.ONLINE
        if heard.kind is SparkplugKind.DEATH:
            gone = Presence.WAITING if heard.waiting else Presence.OFFLINE
            assert all(host.nodes[path].presence is gone for path in heard.affects)
        if lost:
            host.connection_lost()
        host.watch()
