"""Rules of notices over MQTT: the documented topic and JSON, and nobody takes them for something to act on."""

from __future__ import annotations

import json
from pathlib import Path

from console.domain.channels import TOPIC, Channel, ChannelKind
from console.domain.events import Link
from console.domain.notices import Reason, State, Why
from console.telemetry.broker import BrokerSettings
from tests.app.outposts import Outpost
from tests.brokers import Broker, Stranger

FIELDS = {
    "notice", "call", "reason", "level", "severity", "category", "category_name", "site", "area", "line", "place",
    "place_name", "text", "code", "raised", "made", "to", "subject", "message", "console",
}  # fmt: skip


def _connect(works: Outpost, broker: Broker, client: str) -> None:
    works.console.listen(BrokerSettings(broker.host, broker.port, client))
    works.until(lambda: works.console.broker.link is Link.CONNECTED)


def test_a_notice_is_published_to_the_person_and_no_console_takes_it_for_a_call(tmp_path: Path, broker: Broker) -> None:
    works, other = Outpost(tmp_path / "a"), Outpost(tmp_path / "b")
    works.staff()
    works.channel(Channel("topics", "Pagers", ChannelKind.MQTT, TOPIC))
    _connect(works, broker, "a")
    _connect(other, broker, "b")
    other.console.hear_everything(True)
    with Stranger(broker.port) as stranger:
        stranger.listen("gemba/#")
        call = works.call("help", 'Jam "=1+1" \u202e安灯')
        works.until(lambda: stranger.heard)
        other.until(lambda: other.console.received > 0)
        other.settle()
    ((topic, payload, retained),) = stranger.heard
    told = json.loads(payload)
    assert (topic, retained) == ("gemba/Suzhou/notice/lea-1", False)
    assert set(told) == FIELDS
    assert (told["call"], told["reason"], told["place"]) == (call.id, Reason.RAISED, "L1/10")
    assert told["to"] == [{"id": "lea", "name": "Lea", "number": "lea-1"}]
    assert told["text"] == 'Jam "=1+1" 安灯'
    assert told["raised"].endswith("Z")
    assert other.all() == []
    assert works.until_all(State.DELIVERED)
    works.close()
    other.close()


def test_without_a_broker_the_notice_waits_and_is_shown(tmp_path: Path, broker: Broker) -> None:
    works = Outpost(tmp_path)
    works.staff()
    works.channel(Channel("topics", "Pagers", ChannelKind.MQTT, "plant/{site}/{role}/{severity}"))
    works.call("help")
    (notice,) = works.until_all(State.FAILED)
    assert notice.why == Why.NO_BROKER
    works.until(lambda: works.outward.told.lost == 1)
    with Stranger(broker.port) as stranger:
        stranger.listen("plant/#")
        _connect(works, broker, "a")
        works.pass_time(30)
        works.until_all(State.DELIVERED)
        works.until(lambda: stranger.heard)
    assert [topic for topic, _, _ in stranger.heard] == ["plant/Suzhou/team_leader/notice"]
    works.close()
