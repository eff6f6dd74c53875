"""Rules of the ready source block: it loads as it is, and maps the message that it was made from."""

from __future__ import annotations

import pytest

from console.telemetry.plantfile import load_plant
from console.telemetry.sparkplug_codec import Metric, encode
from console.telemetry.topics import TopicEntry
from tests.widgets.floors import NOW, QuietConsole
from widgets.topics.given import Giver
from widgets.topics.snippet import source_block

PLANT = '[plant]\nname = "P"\ntimezone = "UTC"\n[[line]]\nid = "L1"\nname = "L1"\nstation = [{id = "10", name = "F"}]\n'


def entry(topic: str, payload: bytes) -> TopicEntry:
    console = QuietConsole()
    console.hear(topic, payload)
    found = console.book.get(topic)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("topic", "payload", "signals"),
    [
        ("a/b/state", b"Running", 1),
        ("Enterprise B/Site1/tag 7", b"3.25", 1),
        ("press/L1/values", b'{"ts": 1741088527000, "a": {"b": 1, "c-d": 2}, "e": [3, 4], "state": "RUN"}', 4),
        ("odd/{line}/x", b'{"we\\"ird ke\\\\y": 1, "{b}": 2}', 2),
        ("line/Status/StateCurrent", b"6", 1),
        ("empty/doc", b"{}", 1),
        ("list", b'[{"v": 1}]', 1),
        ('quote"back\\slash', b"1", 1),
    ],
)
def test_the_block_loads_without_an_error_and_gives_readings(topic: str, payload: bytes, signals: int) -> None:
    heard = entry(topic, payload)
    loaded = load_plant(PLANT + source_block(heard, "L1/10"))
    assert [str(problem) for problem in loaded.problems] == []
    assert len(loaded.rules[0].signals) == signals
    console = QuietConsole()
    console.use(PLANT + source_block(heard, "L1/10"))
    console.hear(topic, payload)
    again = console.book.get(topic)
    assert again is not None
    assert again.mapped
    if payload not in (b"{}",):
        assert len(Giver().readings(again, console.plant_file)) == signals


def test_a_sparkplug_node_gets_a_block_with_its_metrics() -> None:
    payload = encode([Metric("bdSeq", None, 1, 8, NOW), Metric("Temp/Oil", 1, 33.5, 9, NOW)], NOW, 0)
    block = source_block(entry("spBv1.0/G/NBIRTH/N", payload), "L1/10")
    loaded = load_plant(PLANT + block)
    assert loaded.problems == ()
    assert 'node = "G/N"' in block
    assert "bdSeq" not in block
    assert len(loaded.rules[0].signals) == 1


def test_a_huge_document_gives_a_block_of_reasonable_length() -> None:
    payload = b"{" + b",".join(b'"k%d": %d' % (n, n) for n in range(3000)) + b"}"
    assert source_block(entry("big", payload), "L1/10").count("\n") < 40
