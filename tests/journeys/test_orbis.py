"""The learning factory's recordings through a real broker: every station lives, every check counts once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.compose import Running
from console.domain.events import OrderMoved, QualityChecked
from tests.journeys.watching import watch
from tests.paths import DATA, SHARED

EXCERPT = DATA / "orbis-nok-excerpt.jsonl"
FULL = sorted((SHARED / "orbis").glob("*.jsonl.gz"))
RECORDINGS = FULL or [EXCERPT]
SERIALS = {
    "SVR3QA0022": "factory/hbw",
    "SVR4H76449": "factory/drill",
    "SVR3QA2098": "factory/mill",
    "SVR4H76530": "factory/aiqs",
    "SVR4H73275": "factory/dps",
}
STATES = {"BUSY": "running", "READY": "starved", "BLOCKED": "stopped"}


def messages(recording: Path) -> Iterator[dict[str, str]]:
    """The recorded messages, read without any code of the console."""
    with gzip.open(recording, "rt") if recording.suffix == ".gz" else recording.open() as lines:
        yield from (message for message in map(json.loads, lines) if "_kind" not in message)


def last_modules(recording: Path) -> dict[str, str]:
    """Station -> state by the last word of the control unit."""
    said = [json.loads(m["payload"]) for m in messages(recording) if m["topic"] == "ccu/pairing/state"]
    return {
        SERIALS[m["serialNumber"]]: STATES[m["available"]] if m["connected"] else "no_data"
        for m in said[-1]["modules"]
        if m["serialNumber"] in SERIALS
    }


def checks(recording: Path) -> dict[str, str]:
    """Check id -> result, however often each was published."""
    found = {}
    for message in messages(recording):
        if message["topic"].startswith("module/v1/ff/") and message["topic"].endswith("/state"):
            action = json.loads(message["payload"]).get("actionState") or {}
            if action.get("command") == "CHECK_QUALITY" and action.get("result"):
                found[action["id"]] = action["result"]
    return found


@pytest.fixture(params=RECORDINGS, ids=lambda path: path.name.split("_")[0], scope="module")
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    running = watch(request.param, tmp_path_factory.mktemp("console"))
    yield request.param, running
    running.close()


def test_every_station_appears_with_the_state_that_the_factory_told_last(played: tuple[Path, Running]) -> None:
    recording, running = played
    stations = running.console.floor.stations
    shown = {place: stations[place].state.value for place in SERIALS.values()}
    assert shown == last_modules(recording)
    assert stations["transport/fts"].state.value != "no_data"


def test_each_quality_check_counts_exactly_once(played: tuple[Path, Running]) -> None:
    recording, running = played
    told = checks(recording)
    camera = running.console.floor.stations["factory/aiqs"]
    passed = sum(result == "PASSED" for result in told.values())
    print(f"{recording.name}: {passed} passed, {len(told) - passed} failed")
    assert (camera.passed, camera.failed) == (passed, len(told) - passed)


def test_the_expected_failed_checks_are_there() -> None:
    if not FULL:
        assert list(checks(EXCERPT).values()) == ["FAILED"]
        return
    failed = {path.name.split("_")[0]: sum(r == "FAILED" for r in checks(path).values()) for path in FULL}
    assert failed["blue-storage-production-nok"] == 1
    assert failed["storage-production-ml-rrr"] == 1


def test_the_clock_forty_hours_behind_is_shown_and_breaks_nothing(played: tuple[Path, Running]) -> None:
    recording, running = played
    boards = [m for m in messages(recording) if m["topic"].startswith("osf/arduino/vibration/mpu6050")]
    live = running.console.floor.stations["factory/dps"]
    if len(boards) < 20:
        return  # an excerpt too short to learn a clock from
    from datetime import datetime

    offsets = [
        datetime.fromisoformat(m["timestamp"]).timestamp()
        - datetime.fromisoformat(json.loads(m["payload"])["timestamp"]).timestamp()
        for m in boards
    ]
    expected = sorted(offsets)[len(offsets) // 2]
    print(f"{recording.name}: boards are {expected / 3600:.2f} h behind, shown {(live.skew or 0) / 3600:.2f} h")
    assert live.skew is not None
    assert abs(live.skew - expected) < 5
    now = running.console.now()
    for tag in live.tags.values():
        times = [at for at, _ in tag.recent]
        assert all(now - 3600 < at <= now for at in times), tag.signal.name


def test_nothing_that_was_heard_is_left_unmapped_by_mistake(played: tuple[Path, Running]) -> None:
    _, running = played
    assert running.console.problems == ()
    assert running.console.intake.bugs == 0


def test_orders_run_from_active_to_completed(tmp_path: Path) -> None:
    recording = next((path for path in RECORDINGS if "nok" in path.name), EXCERPT)
    from console.app.commandline import Options
    from console.app.compose import compose, settings_for
    from tests.journeys.watching import drive, settle

    options = Options(replay=recording, speed=0.0)
    running = compose(options, tmp_path, settings_for(options, tmp_path))
    moves: list[OrderMoved] = []
    checked: list[QualityChecked] = []
    running.console.on(OrderMoved, moves.append)
    running.console.on(QualityChecked, checked.append)
    try:
        drive(running, running.replayed, 60)
        settle(running)
        wanted: dict[str, str] = {}
        for message in messages(recording):
            if message["topic"] in ("ccu/order/active", "ccu/order/completed"):
                for order in json.loads(message["payload"]):
                    if order["state"] == "IN_PROGRESS":
                        wanted.setdefault(order["orderId"], "active")
                    elif message["topic"].endswith("completed"):
                        wanted[order["orderId"]] = "completed"
        orders = running.console.floor.line("factory").orders
        assert {order: orders.get(order) for order in wanted} == wanted
        for order in {m.order for m in moves}:
            told = [m.state for m in moves if m.order == order]
            assert told == sorted(set(told), key=("requested", "active", "completed").index)
        assert len({c.key for c in checked}) == len(checked)
    finally:
        running.close()
