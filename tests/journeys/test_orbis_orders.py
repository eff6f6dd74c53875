"""Orders that machines tell of become cards that go their way untouched, through a real broker and kills."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from console.domain.cardflow import FlowStep
from console.domain.desk import ReadDesk
from console.domain.orders import DONE, WorkOrder
from console.domain.told_orders import LINE
from tests.brokers import Broker, Stranger
from tests.journeys.processes import ConsoleProcess
from tests.paths import DATA, SHARED

FULL = sorted((SHARED / "orbis").glob("*.jsonl.gz"))
RECORDINGS = FULL or [DATA / "orbis-nok-excerpt.jsonl"]
STARTUP = "startup"
PATIENCE = 90.0


class Session:
    """A recorded session, what it says of orders (read without any code of the console), and what became of them."""

    def __init__(self, recording: Path, folder: Path) -> None:
        self.name = recording.name.split("_")[0]
        self.requested, self.active, self.completed = set[str](), set[str](), set[str]()
        self.failed: dict[str, int] = {}
        self._read(recording)
        options = Options(replay=recording, speed=0.0)
        folder.mkdir()
        self.running: Running = compose(options, folder, settings_for(options, folder))
        self.running.console.start_records()
        self.orders: dict[str, WorkOrder] = {}
        self.ways: dict[str, list[str]] = {}
        self.by: set[str] = set()
        self._box: list[tuple[list[WorkOrder], list[FlowStep]]] = []

    def _read(self, recording: Path) -> None:
        checks: dict[str, tuple[str, str]] = {}
        with gzip.open(recording, "rt") if recording.suffix == ".gz" else recording.open() as lines:
            for message in map(json.loads, lines):
                topic = message.get("topic", "")
                if topic in ("ccu/order/active", "ccu/order/completed", "ccu/order/response"):
                    told = json.loads(message["payload"])
                    for order in told if isinstance(told, list) else [told]:
                        (self.completed if topic.endswith("completed") else self.active).add(order["orderId"])
                elif topic.startswith("module/v1/ff/") and topic.endswith("/state"):
                    told = json.loads(message["payload"])
                    action = told.get("actionState") or {}
                    if action.get("command") == "CHECK_QUALITY" and action.get("result"):
                        checks[action["id"]] = (told["orderId"], action["result"])
        for order, result in checks.values():
            self.failed[order] = self.failed.get(order, 0) + (result == "FAILED")

    @property
    def lived(self) -> bool:
        """Whether everything was heard, told and read again."""
        orders = self.running.console.orders
        if not self.running.replayed() or orders is None or not orders.known:
            return False
        columns = {order.number: order.column for order in orders.by_id.values()}
        return all(columns.get(number) == DONE for number in self.completed)

    def ask(self) -> None:
        """What the records hold in the end."""

        def read(desk: ReadDesk) -> tuple[list[WorkOrder], list[FlowStep]]:
            return desk.find(WorkOrder), desk.find(FlowStep)

        self.running.console.office.ask(read, self._box.append)

    @property
    def asked(self) -> bool:
        """Whether they have answered."""
        if self._box:
            orders, steps = self._box[0]
            self.orders = {order.number: order for order in orders}
            for order in orders:
                mine = sorted((step for step in steps if step.card == order.id), key=lambda step: (step.at, step.id))
                self.ways[order.number] = [step.target for step in mine]
                self.by |= {step.who for step in mine}
        return bool(self._box)


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Session]]:
    """Every session, each with a broker, a console and records of its own; they are lived through beside each other."""
    folder = tmp_path_factory.mktemp("orbis")
    made = [Session(recording, folder / str(number)) for number, recording in enumerate(RECORDINGS)]
    beat(made, lambda: all(session.lived for session in made))
    beat(made, lambda: False, 1.5, must=False)  # nothing more may come of it
    for session in made:
        session.ask()
    beat(made, lambda: all(session.asked for session in made))
    yield made
    for session in made:
        session.running.close()


def beat(sessions: list[Session], until: Callable[[], bool], seconds: float = PATIENCE, must: bool = True) -> None:
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            assert not must, "it did not happen in time"
            return
        for session in sessions:
            session.running.beat()
        time.sleep(0.002)


def test_each_order_goes_from_requested_over_active_to_completed_without_a_person(sessions: list[Session]) -> None:
    with_orders = [session for session in sessions if session.name != STARTUP and session.active]
    assert len(with_orders) == max(1, len(FULL) - 1)
    for session in with_orders:
        print(f"{session.name}: {len(session.active)} orders seen from their request to their end")
        assert session.active <= session.completed
        for number in session.active:
            assert session.ways[number] == ["released", "running", "done"], (session.name, number)
        assert session.by == {"console"}


def test_every_order_that_was_told_of_is_one_record_and_no_other_is_made(sessions: list[Session]) -> None:
    for session in sessions:
        assert session.orders.keys() == session.active | session.completed
        for number in session.completed - session.active:  # they ended before the recording began
            assert session.ways[number] == ["done"]
        assert {order.source for order in session.orders.values()} <= {LINE}


def test_times_of_an_order_are_those_that_the_factory_told(sessions: list[Session]) -> None:
    for session in sessions:
        for number in session.active:
            order = session.orders[number]
            assert order.released is not None
            assert order.started is not None
            assert order.finished is not None
            assert order.released <= order.started < order.finished
            assert 0 <= (order.started - order.released).total_seconds() < 2


def test_the_session_in_which_the_factory_starts_has_no_order(sessions: list[Session]) -> None:
    started = [session for session in sessions if session.name.startswith(STARTUP)]
    assert len(started) == (1 if FULL else 0)
    for session in started:
        assert session.orders == {}


def test_a_piece_that_failed_its_check_is_scrap_of_its_own_order(sessions: list[Session]) -> None:
    for session in sessions:
        truths = session.running.console.orders.truths  # type: ignore[union-attr]
        scrapped = {
            order.number: truths[order.id].scrap
            for order in session.orders.values()
            if order.id in truths and truths[order.id].scrap
        }
        assert scrapped == {number: failed for number, failed in session.failed.items() if failed}


# Kills

PLANT = """
[plant]
name = "Works"
timezone = "UTC"

[[line]]
id = "L1"
site = "Suzhou"
area = "Body"
expected_interval = 3600
station = [{id = "10"}]

[[source]]
topic = "works/order"
place = "L1"
signal = [{feeds = "order", path = "order"}, {feeds = "product", path = "product"}, {feeds = "target", path = "target"}]

[[source]]
topic = "works/piece"
place = "L1/10"
time = "at"
signal = [{feeds = "good", pulse = true, when = "good", key = "id"},
          {feeds = "scrap", pulse = true, when = "!good", key = "id"}]
"""


@pytest.mark.parametrize("broker", ["max_queued_messages 0"], indirect=True)
def test_a_kill_in_the_middle_of_an_order_loses_and_doubles_no_piece_of_it(tmp_path: Path, broker: Broker) -> None:
    plant = tmp_path / "plant.toml"
    plant.write_text(PLANT, encoding="utf-8")
    made = {"WO-1": [0, 0], "WO-2": [0, 0]}
    numbers, begun = iter(range(1000)), int(time.time() * 1000) - 1000

    def pieces(stranger: Stranger, order: str, count: int) -> None:
        for _ in range(count):
            number = next(numbers)
            made[order][number % 10 == 9] += 1
            at = begun + 2 * number  # of a machine's clock no two pieces have the same time
            told = {"id": str(number), "good": number % 10 != 9, "at": at}
            stranger.publish("works/piece", json.dumps(told))

    def begin(stranger: Stranger, order: str, target: int) -> None:
        stranger.publish("works/order", json.dumps({"order": order, "product": "A", "target": target}), retain=True)

    with Stranger(broker.port) as stranger:
        with ConsoleProcess(tmp_path / "data", plant, broker.port, calls=True) as console:
            console.connected()
            begin(stranger, "WO-1", 60)
            pieces(stranger, "WO-1", 25)
            console.until(lambda facts: facts["orders"].get("WO-1", [""])[0] == "running")
            pieces(stranger, "WO-1", 10)
            console.kill()
        pieces(stranger, "WO-1", 20)
        begin(stranger, "WO-2", 50)
        pieces(stranger, "WO-2", 12)
        with ConsoleProcess(tmp_path / "data", plant, broker.port, calls=True) as console:
            wanted = {"WO-1": ["running", *made["WO-1"]], "WO-2": ["running", *made["WO-2"]]}
            told = console.until(lambda facts: facts["orders"] == wanted and not facts["held"])
            print(f"made and counted over a kill: {told['orders']}")
            begin(stranger, "WO-1", 60)  # taken up again, and made to the end
            pieces(stranger, "WO-1", 9)
            begin(stranger, "WO-2", 50)
            wanted["WO-1"] = ["done", *made["WO-1"]]
            console.until(lambda facts: facts["orders"] == wanted)
