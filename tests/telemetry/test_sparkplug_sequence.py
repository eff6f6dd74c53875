"""Messages in order, out of order, twice and not at all."""

from __future__ import annotations

from console.telemetry.sparkplug import Presence
from console.telemetry.sparkplug_codec import Metric
from console.telemetry.sparkplug_sequence import REORDER_TOLERANCE
from console.telemetry.sparkplug_values import DataType
from tests.telemetry.sparkplug_line import DEVICE, NODE, Listening


def test_a_whole_turn_of_256_numbers_is_no_gap() -> None:
    line = Listening().online()
    notes = {(line.data(1, 5.0) if n % 2 else line.device_data(10, 5)).note for n in range(600)}
    line.wait(60.0)
    assert notes == {""}
    assert line.asked == []
    assert line.host.nodes[NODE].gaps == 0


def test_a_gap_is_said_at_once_its_data_is_used_and_a_rebirth_is_asked_after_the_tolerance() -> None:
    line = Listening().online()
    heard = line.data(1, 5.0, seq=4)
    assert heard.note == "sequence gap 1 → 4"
    assert heard.metrics[0].value == 5.0
    line.wait(REORDER_TOLERANCE - 0.1)
    assert line.asked == []
    line.wait(0.2)
    assert line.asked == [NODE]
    assert line.host.nodes[NODE].gaps == 1
    assert line.host.nodes[NODE].presence is Presence.ONLINE


def test_the_next_message_notices_the_end_of_the_tolerance_too() -> None:
    line = Listening().online()
    line.data(1, 5.0, seq=4)
    line.clock.now += REORDER_TOLERANCE
    line.data(1, 5.0, seq=5)
    assert line.asked == [NODE]


def test_messages_that_come_late_but_in_time_close_the_gap() -> None:
    line = Listening().online()
    line.data(1, 5.0, seq=4)
    assert line.data(1, 4.0, seq=3).note == "sequence 3 came late"
    assert line.data(1, 3.0, seq=2).note == "sequence 2 came late"
    assert line.data(1, 6.0, seq=5).note == ""
    line.wait(60.0)
    assert line.asked == []
    assert line.host.nodes[NODE].gaps == 0


def test_a_late_value_does_not_replace_a_newer_one_but_another_metrics_does_count() -> None:
    line = Listening().online()
    line.data(1, 5.0, seq=3)
    late = line.device_data(10, 8, seq=2)
    assert [m.historical for m in late.metrics] == [False]
    line.data(1, 6.0, seq=5)
    late = line.data(1, 5.5, seq=4)
    assert [(m.value, m.historical) for m in late.metrics] == [(5.5, True)]


def test_a_birth_in_between_ends_the_gap() -> None:
    line = Listening().online()
    line.data(1, 5.0, seq=9)
    line.birth()
    line.wait(60.0)
    assert line.asked == []


def test_the_same_number_again_is_noted_and_asks_nothing() -> None:
    line = Listening().online()
    line.data(1, 5.0, seq=2)
    assert line.data(1, 5.0, seq=2).note == "sequence 2 came again"
    line.wait(60.0)
    assert line.asked == []


def test_a_sender_that_began_again_without_a_birth_is_followed_and_asked() -> None:
    line = Listening().online()
    for seq in range(2, 50):
        line.data(1, 5.0, seq=seq)
    assert line.data(1, 5.0, seq=0).note == "sequence back 49 → 0"
    assert line.data(1, 5.0, seq=1).note == ""
    line.wait(REORDER_TOLERANCE)
    assert line.asked == [NODE]


def test_a_missing_number_is_not_filled_by_the_next_turn() -> None:
    line = Listening().online()
    line.data(1, 5.0, seq=3)
    for n in range(4, 300):
        line.data(1, 5.0, seq=n % 256)
    line.wait(REORDER_TOLERANCE)
    assert line.asked == [NODE]


def test_device_and_node_messages_share_one_sequence() -> None:
    line = Listening().online()
    assert line.device_data(10, 1, seq=2).note == ""
    assert line.data(1, 1.0, seq=3).note == ""
    assert line.device_data(10, 1, seq=5).note == "sequence gap 3 → 5"
    assert line.host.nodes[DEVICE].gaps is None


def test_messages_without_or_with_an_impossible_number_are_used_and_noted() -> None:
    line = Listening().online()
    for seq in (None, 256, 2**63):
        heard = line.say("NDATA", Metric(None, 1, 1.0, DataType.DOUBLE, None), seq=seq)
        assert heard.metrics
        assert heard.note == "no sequence number"
    assert line.data(1, 1.0, seq=2).note == ""
