"""Promise 5: no payload stops it. 100 000 messages a dialect, valid and broken; figures are printed."""

from __future__ import annotations

import gc
import json
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.domain.floor import Floor
from console.domain.stations import StationState
from console.telemetry.sparkplug import SparkplugHost
from console.telemetry.sparkplug_codec import encode
from console.telemetry.sparkplug_metric import Metric
from tests.telemetry.hearing import NOW, Ear

MESSAGES = 100_000
SOURCES = """
[tables.words]
Run = "running"
2 = "stopped"
[[source]]
name = "json"
topic = "j/{line}/{station}"
place = "{line}/{station}"
time = "ts"
quality = "q"
signal = [
  {feeds = "state", path = "state", table = "words"},
  {feeds = "good", path = "n"},
  {feeds = "scrap", pulse = true, when = "bad", key = "id"},
  {feeds = "quality", path = "r", key = "id"},
  {feeds = "order_state", path = "o", key = "id", place = "L1"},
  {feeds = "alarm", path = "errors[?type].type | [0] || ''", key = "id"},
  {feeds = "tag", name = "t", path = "t", scale = 0.5, sentinels = [9999]},
]
[[source]]
name = "elements"
topic = "j/+/+"
each = "list[]"
place = {path = "p"}
signal = [{feeds = "state", path = "s"}, {feeds = "tag", name = "x", path = "v[].x", time = "v[].t"}]
[[source]]
name = "scalars"
dialect = "scalar"
topic = "s/{line}/{station}"
place = "{line}/{station}"
signal = [
  {feeds = "state", item = "state", table = "words"},
  {feeds = "good", item = "good", pulse = true},
  {feeds = "tag", item = "v/{name}", name = "{name}"},
]
[[source]]
name = "fields"
dialect = "scalar"
split = "|"
topic = "s/{line}/{station}/c"
place = "{line}/{station}"
feeds = "alarm"
path = "[4] || [0]"
[[source]]
name = "tree"
dialect = "packml"
topic = "p/{line}/{station}"
place = "{line}/{station}"
time = "ts"
signal = [
  {feeds = "state", item = "Status/StateCurrent", path = "Value || @", table = "packml-tr88"},
  {feeds = "good", item = "Admin/ProdProcessedCount", path = "Value || @", rollover = 1000},
]
[[source]]
name = "edge"
dialect = "sparkplug"
node = "G/{line}/{station}"
place = "{line}/{station}"
signal = [{feeds = "state", metric = "State", table = "words"}, {feeds = "tag", metric = "#", name = "m"}]
"""
QUIET = "L2/10"  # a station that nobody talks to

WORDS = ("Run", "2", "running", "", "NaN", "active", "PASSED", "\u202e<b>", "温度" * 50, "\0", "1e400", "x" * 3000)
Random = random.Random
Message = tuple[str, bytes]


def any_value(rng: Random, depth: int = 0) -> object:
    """Something that JSON can carry, sensible or not."""
    choice = rng.randrange(16 if depth < 4 else 12)
    plain = (
        None, True, False, rng.randrange(-5, 5000), rng.random() * 1e4, -32768, 9999, 10 ** rng.randrange(1, 400),
        rng.choice(WORDS),
        1.7e12 + rng.randrange(10**7), "2026-08-07T09:04:05Z", rng.choice(["L1/10", "L1/20", "L9/9"]),
    )  # fmt: skip
    if choice < 12:
        return plain[choice]
    if choice < 14:
        return [any_value(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {rng.choice("abxtspv"): any_value(rng, depth + 1) for _ in range(rng.randrange(4))}


def broken(rng: Random, payload: bytes) -> bytes:
    """A payload as it was, cut, with bytes changed, or something else altogether."""
    how = rng.randrange(12)
    if how < 6 or not payload:
        return payload
    if how < 8:
        return payload[: rng.randrange(len(payload))]
    if how < 10:
        at = rng.randrange(len(payload))
        return payload[:at] + rng.randbytes(rng.randrange(1, 4)) + payload[at + 1 :]
    odd = (
        b"",
        b"[" * rng.randrange(1, 3000),
        b'{"a":' * 200,
        rng.randbytes(rng.randrange(1, 200)),
        b'"' + b"\\" * 301,
        b"NaN",
    )
    return odd[rng.randrange(len(odd))]


def station_of(rng: Random) -> str:
    return rng.choice(("L1/10", "L1/20", "L1/20", "L9/9", "/", "L1/1" + chr(rng.randrange(32, 0x2FFF))))


def json_message(rng: Random) -> Message:
    keys = ("state", "n", "bad", "id", "r", "o", "errors", "t", "ts", "q", "list")
    document = {key: any_value(rng) for key in keys if rng.random() < 0.5}
    return f"j/{station_of(rng)}", broken(rng, json.dumps(document if rng.random() < 0.9 else any_value(rng)).encode())


def scalar_message(rng: Random) -> Message:
    item = rng.choice(("state", "good", "c", "v/a", f"v/{rng.randrange(10**6)}"))
    value = any_value(rng)
    text = "|".join(str(any_value(rng))[:20] for _ in range(6)) if item == "c" else str(value)[:5000]
    return f"s/{station_of(rng)}/{item}", broken(rng, text.encode("utf-8", "replace"))


def packml_message(rng: Random) -> Message:
    item = rng.choice(("Status/StateCurrent", "Admin/ProdProcessedCount", "Status/Other"))
    value = any_value(rng)
    text = json.dumps({"Value": value, "ts": any_value(rng)}) if rng.random() < 0.5 else str(value)[:5000]
    return f"p/{station_of(rng)}/{item}", broken(rng, text.encode("utf-8", "replace"))


def sparkplug_message(rng: Random) -> Message:
    kind = rng.choice(
        ("NBIRTH", "DBIRTH", "DDATA", "DDATA", "DDATA", "NDATA", "NDEATH", "DDEATH", "NCMD", "XDATA", "STATE")
    )
    line, _, device = station_of(rng).partition("/")
    topic = f"spBv1.0/G/{kind}/{line}" + (f"/{device}" if kind[0] == "D" else "")
    metrics = [
        Metric(
            rng.choice(("State", "State", "bdSeq", "Robot/Load", f"m{rng.randrange(1000)}", None)),
            rng.randrange(5) if rng.random() < 0.3 else None,
            rng.choice((1, 2, "Run", 3.5, True, 9999, float("nan"), '{"a": [1]}')),
            rng.choice((0, 3, 10, 11, 12, 19, 40)),
            rng.choice((None, NOW, 0.0)),
            historical=rng.random() < 0.1,
            is_null=rng.random() < 0.1,
        )
        for _ in range(rng.randrange(5))
    ]
    try:
        payload = encode(metrics, NOW, rng.randrange(256))
    except (ValueError, TypeError, OverflowError):  # our own encoder refuses values that do not fit their type
        payload = rng.randbytes(40)
    return topic, broken(rng, payload)


DIALECTS = {"json": json_message, "scalar": scalar_message, "packml": packml_message, "sparkplug": sparkplug_message}


def memory() -> float:
    """Megabytes that this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_payload_stops_it(
    dialect: str, expected_log: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    expected_log("unreadable message", maybe=True)
    ear = Ear(SOURCES, SparkplugHost(None))
    assert ear.file.problems == ()
    floor = Floor(ear.file.plant, NOW)
    ear.say("j/L2/10", b'{"state": "Run"}')
    readings, used, began = 0, [], time.perf_counter()
    for turn in range(4):
        rng = Random(turn)
        for n in range(MESSAGES // 4):
            topic, payload = DIALECTS[dialect](rng)
            ear.intake.take(topic, payload, n & 1, n % 7 == 0, n, NOW + turn)
            if len(ear.heard) > 500:
                readings += len(ear.heard)
                floor.observe(ear.heard)
                ear.heard.clear()
                ear.intake.held.clear()
                floor.settle(NOW + turn)
        used.append(memory())
    took = time.perf_counter() - began
    book = ear.intake.book
    with capsys.disabled():
        print(
            f"\n{dialect}: {MESSAGES} messages made and heard in {took:.1f} s, {readings} readings, "
            f"{book.unreadable} unreadable, {len(book)} topics, bugs {ear.intake.bugs}, "
            f"memory {', '.join(f'{u:.0f}' for u in used)} MB"
        )
    assert ear.intake.bugs == 0
    assert readings > 1000
    assert book.unreadable > 1000
    quiet = floor.stations[QUIET]
    assert (quiet.state, quiet.no_data) == (StationState.RUNNING, None)
    assert used[3] - used[0] < 1e-3 * len(book) * 4 + 20  # topics and their last messages, nothing else
