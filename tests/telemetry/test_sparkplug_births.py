"""What a birth does: it defines names and aliases, puts a node online, and nothing else does."""

from __future__ import annotations

from console.telemetry.sparkplug import Presence, SparkplugHost, SparkplugKind
from console.telemetry.sparkplug_codec import Metric
from console.telemetry.sparkplug_values import DataType
from tests.telemetry import sparkplug_wire as wire
from tests.telemetry.sparkplug_line import CELL, COUNT, DEVICE, EDGE, GROUP, NODE, TEMPERATURE, Listening


def test_a_birth_is_heard_with_every_metric_and_puts_the_node_online() -> None:
    line = Listening()
    heard = line.birth(bd_seq=3)
    assert (heard.kind, heard.path, heard.waiting, heard.note) == (SparkplugKind.BIRTH, NODE, False, "")
    assert [m.name for m in heard.metrics] == ["Temperature", "bdSeq"]
    state = line.host.nodes[NODE]
    assert (state.presence, state.bd_seq, state.last_seq, state.births, state.metrics) == (Presence.ONLINE, 3, 0, 1, 2)


def test_data_is_named_by_the_alias_of_its_own_birth() -> None:
    line = Listening().online()
    node, device = line.data(1, 21.5), line.device_data(10, 101)
    assert [(m.name, m.value, m.unit) for m in node.metrics] == [("Temperature", 21.5, "°C")]
    assert [(m.name, m.value) for m in device.metrics] == [("Count/Good", 101)]
    assert (device.path, device.kind, device.waiting, device.note) == (DEVICE, SparkplugKind.DATA, False, "")
    assert line.asked == []


def test_data_may_leave_the_datatype_to_the_birth() -> None:
    line = Listening().online()
    untyped = wire.payload(wire.metric(wire.whole(2, 10), wire.whole(10, 0xFFFF_FFFF)), timestamp=70_000, seq=2)
    heard = line.host.hear(f"spBv1.0/{GROUP}/DDATA/{EDGE}/{CELL}", untyped, False, 60.0)
    assert heard.metrics == [Metric("Count/Good", 10, -1, DataType.INT16, 70.0)]


def test_data_may_be_sent_by_name() -> None:
    line = Listening().online()
    heard = line.say("NDATA", Metric("Temperature", None, 22.0, DataType.DOUBLE, 55.0))
    assert [(m.name, m.value, m.timestamp) for m in heard.metrics] == [("Temperature", 22.0, 55.0)]


def test_a_metric_without_a_time_has_the_time_of_its_message() -> None:
    assert Listening().online().data(1, 21.5, at=77.0).metrics[0].timestamp == 77.0


def test_a_new_birth_replaces_names_and_aliases() -> None:
    line = Listening().online()
    line.birth(Metric("Pressure", 1, 3.0, DataType.DOUBLE, None), Metric("Speed", 2, 4.0, DataType.DOUBLE, None))
    assert line.data(1, 3.5).metrics[0].name == "Pressure"
    line.birth(Metric("Speed", 2, 4.0, DataType.DOUBLE, None))
    heard = line.data(1, 3.5)
    assert heard.metrics == []
    assert "alias 1 is in no birth" in heard.note


def test_a_births_alias_may_change_its_datatype() -> None:
    line = Listening()
    line.birth(Metric("m", 1, 1, DataType.UINT8, None))
    line.birth(Metric("m", 1, -1, DataType.INT8, None))
    raw = wire.payload(wire.metric(wire.whole(2, 1), wire.whole(10, 255)), seq=1)
    assert line.host.hear(f"spBv1.0/{GROUP}/NDATA/{EDGE}", raw, False, 1.0).metrics[0].value == -1


def test_a_node_birth_sends_its_devices_back_to_waiting() -> None:
    line = Listening().online()
    assert line.birth(bd_seq=1).affects == (DEVICE,)
    assert line.host.nodes[DEVICE].presence is Presence.WAITING
    heard = line.device_data(10, 5)
    assert (heard.waiting, heard.metrics) == (True, [])
    line.device_birth()
    assert line.host.nodes[DEVICE].presence is Presence.ONLINE


def test_an_unknown_alias_asks_for_a_rebirth_and_leaves_the_known_ones_legible() -> None:
    line = Listening().online()
    known = Metric(None, 1, 21.0, DataType.DOUBLE, None)
    heard = line.say("NDATA", known, known._replace(alias=99))
    assert [m.name for m in heard.metrics] == ["Temperature"]
    assert "alias 99" in heard.note
    assert line.asked == [NODE]


def test_members_of_a_template_are_named_through_its_alias() -> None:
    member = wire.sized(2, wire.sized(1, "speed") + wire.whole(4, 10) + wire.double(13, 7.5))
    birth = wire.payload(wire.named("motor", 19, wire.sized(18, member), wire.whole(2, 5)), seq=0)
    data = wire.payload(wire.metric(wire.whole(2, 5), wire.sized(18, member)), seq=1)
    host = SparkplugHost(None)
    host.hear("spBv1.0/g/NBIRTH/n", birth, False, 1.0)
    heard = host.hear("spBv1.0/g/NDATA/n", data, False, 1.0)
    assert [(m.name, m.value) for m in heard.metrics] == [("motor", None), ("motor/speed", 7.5)]


def test_data_before_any_birth_waits_and_asks_for_one() -> None:
    line = Listening()
    heard = line.data(1, 21.5)
    assert (heard.kind, heard.waiting, heard.metrics) == (SparkplugKind.DATA, True, [])
    assert line.host.nodes[NODE].presence is Presence.WAITING
    assert line.asked == [NODE]


def test_data_before_birth_tells_only_what_explains_itself() -> None:
    line = Listening()
    heard = line.say("NDATA", TEMPERATURE._replace(alias=None), Metric(None, 7, 1.0, DataType.DOUBLE, None))
    assert [m.name for m in heard.metrics] == ["Temperature"]
    assert heard.waiting
    untyped = wire.payload(wire.metric(wire.sized(1, "n"), wire.whole(10, 2**32 - 1)), seq=1)
    assert line.host.hear(f"spBv1.0/{GROUP}/NDATA/{EDGE}", untyped, False, 1.0).metrics == []


def test_data_of_a_device_that_was_not_born_waits_and_asks_its_node() -> None:
    line = Listening()
    line.birth()
    heard = line.device_data(10, 5)
    assert (heard.path, heard.waiting) == (DEVICE, True)
    assert line.asked == [NODE]


def test_a_device_birth_before_its_nodes_is_waiting_too() -> None:
    line = Listening()
    heard = line.device_birth()
    assert (heard.kind, heard.waiting, [m.name for m in heard.metrics]) == (SparkplugKind.BIRTH, True, ["Count/Good"])
    assert line.asked == [NODE]


def test_a_retained_birth_is_a_snapshot_and_not_believed() -> None:
    line = Listening()
    heard = line.birth(retained=True)
    assert (heard.kind, heard.waiting, heard.metrics[0].value) == (SparkplugKind.BIRTH, True, 20.0)
    assert "retained" in heard.note
    assert line.host.nodes[NODE].presence is Presence.WAITING
    assert line.data(1, 5.0, seq=1).metrics == []
    assert line.asked == [NODE]


def test_a_retained_birth_changes_nothing_of_a_node_that_is_online() -> None:
    line = Listening().online()
    heard = line.birth(TEMPERATURE._replace(name="Old"), bd_seq=9, seq=0, retained=True)
    assert (heard.kind, heard.metrics) == (SparkplugKind.IGNORED, [])
    assert line.host.nodes[NODE].bd_seq == 0
    line.seq = 1
    assert line.data(1, 5.0).metrics[0].name == "Temperature"


def test_historical_values_stay_flagged_and_null_stays_null() -> None:
    line = Listening().online()
    old = line.say("NDATA", Metric(None, 1, 9.0, DataType.DOUBLE, 1.0, historical=True))
    null = line.say("NDATA", Metric(None, 1, None, DataType.DOUBLE, 1.0, is_null=True))
    assert [m.historical for m in old.metrics] == [True]
    assert [(m.value, m.is_null) for m in null.metrics] == [(None, True)]


def test_a_birth_that_breaks_a_small_rule_counts_and_says_which() -> None:
    line = Listening()
    heard = line.birth(bd_seq=None, seq=17)
    assert line.host.nodes[NODE].presence is Presence.ONLINE
    assert "without bdSeq" in heard.note
    assert "sequence 17" in heard.note
    assert line.data(1, 2.0, seq=18).note == ""


def test_devices_are_listed_with_their_own_births() -> None:
    line = Listening().online()
    line.device_birth(COUNT, COUNT._replace(name="Count/Scrap", alias=11))
    device = line.host.nodes[DEVICE]
    assert (device.births, device.metrics, device.bd_seq, device.heard_at) == (2, 2, None, 60.0)
