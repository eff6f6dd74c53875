"""What a death does, which deaths count, and what a lost connection makes of everyone."""

from __future__ import annotations

import pytest

from console.telemetry.sparkplug import Presence, SparkplugKind
from tests.telemetry.sparkplug_line import CELL, DEVICE, NODE, Listening


def test_a_death_takes_the_node_and_its_born_devices_along() -> None:
    line = Listening().online()
    heard = line.death()
    assert (heard.kind, heard.path, heard.affects) == (SparkplugKind.DEATH, NODE, (NODE, DEVICE))
    assert {line.host.nodes[path].presence for path in (NODE, DEVICE)} == {Presence.OFFLINE}


def test_a_device_that_is_already_dead_is_not_named_again() -> None:
    line = Listening().online()
    assert line.say("DDEATH", device=CELL).affects == (DEVICE,)
    assert line.host.nodes[DEVICE].presence is Presence.OFFLINE
    assert line.host.nodes[NODE].presence is Presence.ONLINE
    assert line.death().affects == (NODE,)


def test_a_death_of_an_older_session_is_ignored() -> None:
    line = Listening()
    line.birth(bd_seq=3)
    line.birth(bd_seq=4)
    heard = line.death(bd_seq=3)
    assert (heard.kind, heard.affects) == (SparkplugKind.IGNORED, ())
    assert heard.note == "death of an older session (bdSeq 3, now 4)"
    assert line.host.nodes[NODE].presence is Presence.ONLINE
    assert line.data(1, 5.0).metrics
    assert line.death(bd_seq=4).kind is SparkplugKind.DEATH


def test_bd_seq_wraps_from_255_to_0() -> None:
    line = Listening()
    line.birth(bd_seq=0)
    assert "older session" in line.death(bd_seq=255).note
    assert line.asked == []


def test_a_death_of_a_later_session_ends_the_known_one_and_asks_the_node_itself() -> None:
    line = Listening()
    line.birth(bd_seq=4)
    line.device_birth()
    heard = line.death(bd_seq=5)
    assert (heard.kind, heard.waiting, heard.affects) == (SparkplugKind.DEATH, True, (NODE, DEVICE))
    assert heard.note == "death of a session whose birth was not heard (bdSeq 5, now 4)"
    assert line.host.nodes[NODE].presence is Presence.WAITING
    assert line.asked == [NODE]
    line.birth(bd_seq=6)
    assert line.host.nodes[NODE].presence is Presence.ONLINE


@pytest.mark.parametrize(("born", "died"), [(None, None), (None, 4), (4, None)])
def test_a_death_without_a_number_to_compare_is_believed(born: int | None, died: int | None) -> None:
    line = Listening()
    line.birth(bd_seq=born)
    assert line.death(bd_seq=died).kind is SparkplugKind.DEATH
    assert line.host.nodes[NODE].presence is Presence.OFFLINE


def test_a_death_of_a_node_never_heard_of_is_believed() -> None:
    line = Listening()
    assert line.death(bd_seq=9).affects == (NODE,)
    assert line.host.nodes[NODE].presence is Presence.OFFLINE


def test_a_retained_death_is_not_believed() -> None:
    line = Listening().online()
    assert line.death(retained=True).kind is SparkplugKind.IGNORED
    assert line.host.nodes[NODE].presence is Presence.ONLINE
    stranger = Listening()
    assert stranger.death(retained=True).kind is SparkplugKind.IGNORED
    assert stranger.host.nodes == {}


def test_data_after_death_is_ignored_until_the_next_birth_and_asks_for_it() -> None:
    line = Listening().online()
    line.death()
    for heard in (line.data(1, 5.0), line.device_data(10, 5)):
        assert (heard.kind, heard.metrics, heard.waiting) == (SparkplugKind.IGNORED, [], False)
        assert "after death" in heard.note
    assert line.asked == [NODE]
    line.birth(bd_seq=1)
    assert line.data(1, 5.0).metrics[0].value == 5.0


def test_data_of_a_dead_device_is_ignored_and_leaves_the_order_of_its_node_alone() -> None:
    line = Listening().online()
    line.say("DDEATH", device=CELL)
    assert line.device_data(10, 5).kind is SparkplugKind.IGNORED
    assert line.data(1, 5.0).note == ""
    assert line.host.nodes[NODE].gaps == 0


def test_a_lost_connection_makes_every_node_unknown_until_its_next_birth() -> None:
    line = Listening().online()
    line.host.connection_lost()
    assert {state.presence for state in line.host.nodes.values()} == {Presence.WAITING}
    heard = line.data(1, 5.0)
    assert (heard.waiting, heard.metrics) == (True, [])
    line.birth()
    line.device_birth()
    assert line.device_data(10, 7).metrics[0].value == 7


def test_a_quiet_node_is_asked_after_the_connection_came_back_but_not_before() -> None:
    line = Listening().online()
    line.host.connection_lost()
    line.wait(60.0)
    assert line.asked == []
    line.host.hear("spBv1.0/other/NDEATH/node", b"", False, 1.0)  # the first message since
    line.wait(1.0)
    assert line.asked == []  # after a broker's restart nodes send their births unasked
    line.wait(10.0)
    assert line.asked == [NODE]


def test_a_node_that_sends_its_birth_after_the_connection_came_back_is_not_asked() -> None:
    line = Listening().online()
    line.host.connection_lost()
    line.birth(bd_seq=1)
    line.wait(60.0)
    assert line.asked == []
