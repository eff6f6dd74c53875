"""Rules of exchange with files: every error is named, the rest comes in, nothing twice; folders are taken from."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import psycopg
import pytest
import xlsxwriter

from console.app import exchangeinbox
from console.app.declared import has_password
from console.app.exchange import Exchange, Loaded, Trial
from console.app.exchangeinbox import Inbox, refused_rows
from console.app.exchangeout import Words, order_rows, output_rows, write_output, write_sheets
from console.app.exchangesource import ExchangeOptions, Kind, Source, view_address
from console.app.exchangetaking import Taken, slices
from console.app.exchangewords import WRONG
from console.app.queries.exchange import Told, orders_written, outputs_to_tell
from console.app.queries.orders import open_orders
from console.app.tableread import Table
from console.domain.backups import Cancelled
from console.domain.commands import CONSOLE
from console.domain.commands.orders import ChangeOrder, ConfirmOutput, ImportOrders, MoveOrder, TakeBackOutput
from console.domain.commands.products import KeepExchangeMap
from console.domain.errors import Refusal
from console.domain.exchange import ColumnMap, Difference, MappingUnfit, RowError, Truth, ViewUnfit, Wrong, guessed_map
from console.domain.exchange_reports import FolderReport
from console.domain.health import Level, exchange
from console.domain.orders import Confirmation, Field, WorkOrder, order_id
from console.domain.plant import Area, Line, Plant, Site
from tests.app.offices import Post
from tests.databases import PostgreSQL

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
LINES = tuple(Line(id, f"{id} line", "a", "s", ()) for id in ("L1", "L2", "L3"))
PLANT = Plant("Plant", "Asia/Shanghai", (Site("s", "S", (Area("a", "A", "s", LINES),)),))
EMPTY = Plant("", "UTC", ())
HEADS = ["Order", "Product", "Quantity", "Line", "Due", "Rush", "Note"]
COLUMNS = (
    ("number", "Order"), ("product", "Product"), ("quantity", "Quantity"), ("line", "Line"), ("due", "Due"),
    ("rush", "Rush"), ("note", "Note"),
)  # fmt: skip
NAMED = tuple((f"Hall {id}", id) for id in ("L1", "L2", "L3"))
MAP = ColumnMap("erp", "ERP", COLUMNS, lines=NAMED)
ROWS, BAD = 5000, 50


class Shop(Post):
    """Records with an exchange, and a plant."""

    def __init__(self, home: Path, plant: Plant = PLANT, name: str = "console-1", **options: Any) -> None:
        super().__init__(home, name)
        self.floor, self.title, self.data_folder = cast(Any, SimpleNamespace(plant=plant)), name, home
        self.now, self.health = time.time, cast(Any, SimpleNamespace())
        self.exchange = Exchange(cast(Any, self), ExchangeOptions(**options))
        if self.exchange.folder._inbox is not None:
            self.exchange.folder._inbox._settle = 0.02

    def on(self, *_: Any) -> None:
        """Nobody listens here."""

    def load(self, source: Source) -> Loaded:
        loaded: Loaded = self.answer(lambda done, failed: self.exchange.read(source, done, failed))
        return loaded

    def try_out(self, loaded: Loaded, mapping: ColumnMap = MAP) -> Trial:
        trial: Trial = self.answer(lambda done, failed: self.exchange.try_out(loaded, mapping, done, failed))
        return trial

    def take(self, trial: Trial, more: tuple[Any, ...] = ()) -> Taken:
        found, changes = trial.compared, trial.compared.changes + more
        taken: Taken = self.answer(
            lambda done, _: self.exchange.take(trial.mapping.name, found.new, changes, lambda a, b: None, done)
        )
        return taken

    def orders(self) -> dict[str, WorkOrder]:
        found = self.answer(lambda done, failed: self.office.ask(open_orders(), done, failed))
        return {order.number: order for order in found}

    def looked(self, true: Callable[[], object]) -> None:
        """Let the folder be looked at until it is so."""
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end, self.exchange.folder.state
            self.exchange.folder.look_now()
            self.exchange.beat()
            self.mailbox.run_errands()
            time.sleep(0.01)

    def close(self) -> None:
        self.exchange.close()
        super().close()


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The shop of the rules that share one large file."""
    made = Shop(tmp_path_factory.mktemp("big"))
    yield made
    made.close()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path / "shop")
    yield made
    made.close()


def row(n: int) -> list[str]:
    """An order as the ERP writes it."""
    day = f"2026-12-{1 + n % 28:02}"
    return [f"W-{n:05}", f"P-{n % 40}", str(1 + n), f"Hall L{1 + n % 3}", day, "x" if n % 10 == 0 else "", f"lot {n}"]


SPOILT: dict[int, tuple[int, str, Wrong]] = {
    0: (2, "many", Wrong.NOT_A_NUMBER), 1: (2, "1.5", Wrong.NOT_WHOLE), 2: (2, "-4", Wrong.NOT_POSITIVE),
    3: (3, "Hall 9", Wrong.UNKNOWN_LINE), 4: (4, "31.31.2026", Wrong.NOT_A_DATE), 5: (1, "", Wrong.MISSING),
    6: (0, "", Wrong.MISSING), 7: (5, "perhaps", Wrong.NOT_YES_OR_NO), 8: (2, "99999999999", Wrong.TOO_LARGE),
    9: (0, "N" * 61, Wrong.TOO_LONG),
}  # fmt: skip


def large() -> tuple[list[list[str]], dict[int, tuple[str, str, Wrong]]]:
    """5 000 rows, 50 of them with an error: what is expected of each, by the row that a spreadsheet shows."""
    rows, expected = [row(n) for n in range(ROWS)], {}
    for i in range(BAD):
        at = 37 + i * 99
        column, value, wrong = SPOILT[i % len(SPOILT)]
        rows[at][column] = value
        expected[at + 2] = (HEADS[column], value, wrong)
    return rows, expected


def csv_of(rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([HEADS, *rows])
    return file.getvalue().encode(encoding)


def written(path: Path, rows: list[list[str]], **how: str) -> Source:
    path.write_bytes(csv_of(rows, **how))
    return Source(Kind.FILE, path)


def book(path: Path, rows: list[list[str]]) -> Source:
    """The same as a workbook, numbers as numbers and days as days."""
    with xlsxwriter.Workbook(str(path)) as made:
        sheet, day = made.add_worksheet("Orders"), made.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADS)
        for r, cells in enumerate(rows, 1):
            for c, cell in enumerate(cells):
                if c == 2 and cell.isdigit():
                    sheet.write_number(r, c, int(cell))
                elif c == 4 and cell.startswith("2026-"):
                    sheet.write_datetime(r, c, datetime.strptime(cell, "%Y-%m-%d"), day)
                else:
                    sheet.write_string(r, c, cell)
    return Source(Kind.FILE, path)


def test_of_5000_rows_with_50_errors_each_is_named_the_rest_comes_in_and_nothing_twice(
    big: Shop, tmp_path: Path
) -> None:
    rows, expected = large()
    source = written(tmp_path / "orders.csv", rows)
    began = time.perf_counter()
    loaded = big.load(source)
    read_at = time.perf_counter()
    trial = big.try_out(loaded)
    tried_at = time.perf_counter()

    assert {e.row: (e.column, e.value, e.wrong) for e in trial.read.errors} == expected
    assert len(trial.read.errors) == BAD
    assert (trial.read.rows, len(trial.compared.new)) == (ROWS, ROWS - BAD)

    told: list[tuple[int, int]] = []
    taken: Taken = big.answer(
        lambda done, _: big.exchange.take("ERP", trial.compared.new, (), lambda a, b: told.append((a, b)), done)
    )
    took = time.perf_counter()
    print(f"read {read_at - began:.2f} s, dry run {tried_at - read_at:.2f} s, import {took - tried_at:.2f} s")
    assert (len(taken.new), taken.changed, taken.left, taken.refusal) == (ROWS - BAD, (), 0, None)
    assert [done for done, _ in told] == [*range(500, 4501, 500), 4950]
    assert len(told) == 10
    orders = big.orders()
    assert len(orders) == ROWS - BAD
    assert orders["W-00010"].line == "L2"
    assert orders["W-00010"].rush
    assert orders["W-00010"].due == datetime(2026, 12, 11, 15, 59, tzinfo=UTC)  # 23:59 on the plant's clocks

    again = big.try_out(big.load(source))
    assert (len(again.compared.new), again.compared.changes, again.compared.same) == (0, (), ROWS - BAD)
    forced: Taken = big.answer(
        lambda done, _: big.exchange.take("ERP", trial.compared.new, (), lambda a, b: None, done)
    )
    assert (forced.new, forced.changed, forced.already) == ((), (), ROWS - BAD)
    assert len(big.orders()) == ROWS - BAD


def test_refused_rows_are_saved_with_the_reason_corrected_and_only_they_come_in_then(big: Shop, tmp_path: Path) -> None:
    rows, _ = large()
    trial = big.try_out(big.load(written(tmp_path / "orders.csv", rows)))
    table = refused_rows(trial.loaded.table, trial.read.errors, "Why", lambda e: f"{e.column} {WRONG[e.wrong][0]}")
    assert len(table) == BAD + 1
    assert table[0] == [*HEADS, "Why"]
    assert table[1][-1] == "Quantity this is no number"

    corrected = []
    for cells in table[1:]:
        note = int(cells[6].removeprefix("lot "))
        corrected.append([*row(note), cells[-1]])
    path = tmp_path / "refused.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([table[0], *corrected])
    after = big.try_out(big.load(Source(Kind.FILE, path)))
    assert after.read.errors == ()
    taken = big.take(after)
    assert (len(taken.new), len(big.orders())) == (BAD, ROWS)


def test_a_stopped_import_leaves_what_is_in_and_says_exactly_what(shop: Shop, tmp_path: Path) -> None:
    trial = shop.try_out(shop.load(written(tmp_path / "o.csv", [row(n) for n in range(1700)])))
    ended: list[Taken] = []
    taking: list[Any] = []

    def told(done: int, of: int) -> None:
        if done == 1000:
            taking[0].stop()

    taking.append(shop.exchange.take("ERP", trial.compared.new, (), told, ended.append))
    shop.until(lambda: ended)

    assert (len(ended[0].new), ended[0].left, ended[0].stopped) == (1000, 700, True)
    assert set(shop.orders()) == set(ended[0].new)

    rest = shop.take(shop.try_out(trial.loaded))
    assert len(rest.new) == 700
    assert len(shop.orders()) == 1700


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ","), ("utf-8-sig", ";"), ("utf-16", "\t")])
def test_a_chinese_file_is_read_and_its_headings_are_guessed(shop: Shop, encoding: str, delimiter: str, tmp_path: Path):
    heads = ["工单号", "产品", "数量", "产线", "交期", "加急", "备注"]
    cells = ["工-1", "支架左", "1200", "一号线", "2026/12/01", "急", "含,和;"]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([heads, cells])
    path = tmp_path / "工单.csv"
    path.write_bytes(file.getvalue().encode(encoding))

    loaded = shop.load(Source(Kind.FILE, path))
    guessed = guessed_map(loaded.table.columns)
    trial = shop.try_out(loaded, ColumnMap("m", "ERP", tuple(guessed.items()), lines=(("一号线", "L1"),)))

    assert guessed == dict(zip([name for name, _ in COLUMNS], heads, strict=True))
    (draft,) = trial.compared.new
    assert (draft.number, draft.product, draft.quantity, draft.line, draft.rush) == ("工-1", "支架左", 1200, "L1", True)
    assert draft.note == "含,和;"


def test_a_workbook_says_the_same_as_the_file(shop: Shop, tmp_path: Path) -> None:
    rows = [row(n) for n in range(60)]
    rows[7][2], rows[9][3] = "many", "nowhere"
    ours = shop.try_out(shop.load(written(tmp_path / "o.csv", rows)))
    theirs = shop.try_out(shop.load(book(tmp_path / "o.xlsx", rows)))

    assert theirs.loaded.typed
    assert theirs.read == ours.read
    assert shop.take(theirs).new == tuple(draft.number for draft in ours.compared.new)


def test_rows_that_were_pasted_are_read(shop: Shop) -> None:
    text = "\n".join("\t".join(cells) for cells in [HEADS, row(1), row(2)])
    trial = shop.try_out(shop.load(Source(Kind.PASTED, text=text)))

    assert [draft.number for draft in trial.compared.new] == ["W-00001", "W-00002"]


def test_conflicts_go_field_by_field_to_whose_word_holds(shop: Shop, tmp_path: Path) -> None:
    shop.take(shop.try_out(shop.load(written(tmp_path / "o.csv", [row(n) for n in range(3)]))))
    theirs = [row(n) for n in range(3)]
    for cells in theirs:
        cells[2], cells[4], cells[6] = "777", "2027-01-01", "theirs"
    mapping = replace(MAP, truth=(("quantity", Truth.FILE), ("due", Truth.ASK), ("note", Truth.CONSOLE)))
    trial = shop.try_out(shop.load(written(tmp_path / "p.csv", theirs[:2])), mapping)
    found = trial.compared

    assert {one.field for one in found.changes} == {Field.QUANTITY}
    assert {one.field for one in found.questions} == {Field.DUE}
    assert {one.field for one in found.kept} == {Field.NOTE}
    assert [trial.orders[id].number for id in found.gone] == ["W-00002"]

    taken = shop.take(trial, (found.questions[0],))
    orders = shop.orders()
    first, second = found.questions[0].number, found.questions[1].number
    assert set(taken.changed) == {"W-00000", "W-00001"}
    assert [orders[n].quantity for n in ("W-00000", "W-00001")] == [777, 777]
    assert orders[first].due != orders[second].due
    assert orders[first].due == datetime(2027, 1, 1, 15, 59, tzinfo=UTC)
    assert orders["W-00002"].quantity == 3  # gone from the source, and still here
    assert {orders[n].note for n in ("W-00000", "W-00001")} == {"lot 0", "lot 1"}


def test_a_field_that_was_changed_after_the_dry_run_is_not_overwritten(shop: Shop, tmp_path: Path) -> None:
    shop.take(shop.try_out(shop.load(written(tmp_path / "o.csv", [row(1)]))))
    theirs = row(1)
    theirs[2] = "99"
    trial = shop.try_out(shop.load(written(tmp_path / "p.csv", [theirs])))
    order = shop.orders()["W-00001"]
    kept = (order.product, 55, order.line, order.due, order.rush, order.note, order.steps)
    shop.do(ChangeOrder(order.id, *kept, version=1))

    taken = shop.take(trial)

    assert (taken.changed, taken.already) == ((), 1)
    assert shop.orders()["W-00001"].quantity == 55


def test_without_a_plant_orders_come_in_without_a_line(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "trial", EMPTY)
    loaded = shop.load(written(tmp_path / "o.csv", [row(n) for n in range(6)]))

    unknown = shop.try_out(loaded, replace(MAP, lines=()))
    assert {error.wrong for error in unknown.read.errors} == {Wrong.UNKNOWN_LINE}
    left = shop.try_out(loaded, replace(MAP, lines=tuple((name, "") for name, _ in NAMED)))
    assert left.read.errors == ()
    assert len(shop.take(left).new) == 6
    assert {order.line for order in shop.orders().values()} == {""}
    assert shop.try_out(loaded, left.mapping).compared.same == 6
    shop.close()


def test_a_dry_run_can_be_stopped_and_a_mapping_that_does_not_fit_is_refused(shop: Shop, tmp_path: Path) -> None:
    loaded = shop.load(written(tmp_path / "o.csv", [row(1)]))
    heard: list[Any] = []
    shop.exchange.try_out(loaded, MAP, heard.append, heard.append).stop()
    shop.until(lambda: heard)
    assert isinstance(heard[0], Cancelled)
    with pytest.raises(MappingUnfit):
        shop.try_out(loaded, replace(MAP, columns=COLUMNS[:2]))


def test_reading_a_view_that_does_not_come_can_be_stopped_at_once(shop: Shop, postgresql: PostgreSQL) -> None:
    at = postgresql.fresh()
    where = f"host={at.host} port={at.port} dbname={at.database} user={at.user} password='{at.password}'"
    with psycopg.connect(where, autocommit=True) as db:
        db.execute("CREATE VIEW slow AS SELECT pg_sleep(15)::text AS a")
        url = f"postgresql://{at.user}@{at.host}:{at.port}/{at.database}"
        source = Source(Kind.VIEW, url=url, view="slow", password=at.password)
        heard: list[Any] = []
        looking = shop.exchange.read(source, heard.append, heard.append)
        asked = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'FETCH%' AND application_name = 'gemba-console'"
        shop.until(lambda: db.execute(asked).fetchone() == (1,))
        began = time.monotonic()
        looking.stop()
        shop.until(lambda: heard)
    assert isinstance(heard[0], Cancelled)
    assert time.monotonic() - began < 5


def test_slices_are_small_and_the_fields_of_one_order_stay_together(shop: Shop, tmp_path: Path) -> None:
    shop.take(shop.try_out(shop.load(written(tmp_path / "o.csv", [row(n) for n in range(300)]))))
    theirs = [[*row(n)[:2], "777", "Hall L1", "2027-01-01", "x", "theirs"] for n in range(300)]
    trial = shop.try_out(shop.load(written(tmp_path / "p.csv", theirs)))
    parts = list(slices((), sorted(trial.compared.changes, key=lambda one: one.order)))

    assert len(trial.compared.changes) > 1200
    assert all(len(changes) <= 500 for _, changes in parts)
    owners = [{one.order for one in changes} for _, changes in parts]
    assert sum(map(len, owners)) == 300
    assert len(shop.take(trial).changed) == 300


# The watched folder


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Shop]:
    folder = tmp_path / "in"
    folder.mkdir()
    made = Shop(tmp_path / "shop", folder=folder, mapping="ERP", every=0.01)
    mapping = replace(MAP, truth=(("due", Truth.ASK),))
    made.do(KeepExchangeMap(mapping))
    made.exchange.start()
    yield made
    made.close()


def drop(shop: Shop, rows: list[list[str]], name: str = "orders.csv") -> Path:
    folder = shop.exchange.options.folder
    assert folder is not None
    (folder / name).write_bytes(csv_of(rows))
    return folder


def test_a_file_that_appears_is_taken_and_put_aside_with_its_report(watching: Shop) -> None:
    rows = [row(n) for n in range(20)]
    rows[4][2] = "=1+1"
    folder = drop(watching, rows)
    watching.looked(lambda: (folder / "done" / "orders.csv").exists() and watching.exchange.folder.state.reports)

    assert len(watching.orders()) == 19
    report = watching.exchange.folder.state.reports[0]
    assert (report.new, report.rows, [(e.row, e.column) for e in report.errors]) == (19, 20, [(6, "Quantity")])
    said = list(csv.reader((folder / "done" / "orders.csv.report.csv").open(encoding="utf-8-sig")))
    assert said[1] == ["6", "Quantity", "'=1+1", WRONG[Wrong.NOT_A_NUMBER][0]]
    rows_file = list(csv.reader((folder / "refused" / "orders-rows.csv").open(encoding="utf-8-sig")))
    assert rows_file[1][0] == "W-00004"

    drop(watching, rows)  # the same name once more
    watching.looked(lambda: len(watching.exchange.folder.state.reports) == 2)
    assert (folder / "done" / "orders-2.csv").exists()
    assert watching.exchange.folder.state.reports[0].same == 19
    assert len(watching.orders()) == 19


def test_a_file_that_is_no_table_is_put_aside_and_the_status_says_so(watching: Shop) -> None:
    folder = watching.exchange.options.folder
    assert folder is not None
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing of a workbook")
    watching.looked(lambda: watching.exchange.folder.state.reports)

    assert (folder / "refused" / "broken.xlsx").exists()
    assert watching.exchange.folder.state.reports[0].refused == "table_unread"
    item = exchange(watching.exchange.folder.state)
    assert (item.level, item.code, item.facts["file"]) == (Level.ATTENTION, "refused", "broken.xlsx")


def test_a_file_that_grows_or_is_empty_or_half_named_waits(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path, "console-1", settle=0.05)
    (tmp_path / "a.csv").write_bytes(b"x")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "~$b.xlsx").write_bytes(b"x")
    (tmp_path / "c.csv.part").write_bytes(b"x")
    assert inbox.look().whole == ()
    time.sleep(0.06)
    (tmp_path / "a.csv").write_bytes(b"xy")
    found = inbox.look()
    assert (found.whole, found.waiting) == ((), ("a.csv", "empty.csv"))
    time.sleep(0.06)
    assert inbox.look().whole == ("a.csv",)


def test_one_of_two_consoles_takes_a_file_and_one_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x")
    one, two = Inbox(tmp_path, "one"), Inbox(tmp_path, "two")
    taken = one.claim("a.csv")
    assert taken is not None
    assert two.claim("a.csv") is None
    assert one.left_over() == taken
    assert two.left_over() is None
    old = time.time() - 7200
    os.utime(taken, (old, old))
    assert two.left_over() is None
    assert (tmp_path / "a.csv").exists()  # put back: whoever took it never finished


def test_a_folder_that_is_away_is_said_and_taken_from_when_it_is_back(watching: Shop, tmp_path: Path) -> None:
    folder = watching.exchange.options.folder
    assert folder is not None
    folder.rename(tmp_path / "away")
    watching.looked(lambda: watching.exchange.folder.state.code == "folder_away")
    assert exchange(watching.exchange.folder.state).level is Level.ATTENTION
    (tmp_path / "away").rename(folder)
    drop(watching, [row(1)])
    watching.looked(watching.orders)
    watching.looked(lambda: watching.exchange.folder.state.code == "good")


def test_a_file_that_another_program_holds_waits_and_is_said(watching: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "it is used by another program")  # as Windows says it

    with monkeypatch.context() as world:
        world.setattr(exchangeinbox.os, "rename", held)
        drop(watching, [row(1)])
        watching.looked(lambda: watching.exchange.folder.state.code == "half")
        assert watching.exchange.folder.state.detail == "orders.csv"
        assert watching.orders() == {}
    watching.looked(watching.orders)


def test_without_the_mapping_nothing_is_taken(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shop = Shop(tmp_path / "shop", folder=tmp_path / "in", mapping="SAP", every=0.01)
    shop.exchange.start()
    drop(shop, [row(1)])
    shop.looked(lambda: shop.exchange.folder.state.code == "no_map" and shop.exchange.folder.state.waiting)
    assert (tmp_path / "in" / "orders.csv").exists()
    shop.close()


def test_what_is_to_be_asked_waits_over_a_restart_until_somebody_decides(watching: Shop, tmp_path: Path) -> None:
    watching.take(watching.try_out(watching.load(written(tmp_path / "o.csv", [row(n) for n in range(3)]))))
    theirs = [row(n) for n in range(3)]
    for cells in theirs:
        cells[2], cells[4] = "777", "2027-01-01"
    folder = drop(watching, theirs)
    watching.looked(lambda: len(watching.exchange.folder.state.open) == 3)
    assert {order.quantity for order in watching.orders().values()} == {777}
    assert exchange(watching.exchange.folder.state).code == "open"
    watching.close()

    later = Shop(tmp_path / "shop", folder=folder, mapping="ERP", every=0.01)
    later.exchange.start()
    later.looked(lambda: len(later.exchange.folder.state.open) == 3)
    one, two, three = later.exchange.folder.state.open
    took = later.answer(lambda done, failed: later.exchange.folder.settle((one,), True, done, failed))
    assert took == 1
    later.answer(lambda done, failed: later.exchange.folder.settle((two,), False, done, failed))
    later.looked(lambda: later.exchange.folder.state.open == (three,))
    dues = {n: order.due for n, order in later.orders().items()}
    assert dues[one.difference.number] == datetime(2027, 1, 1, 15, 59, tzinfo=UTC)
    assert dues[two.difference.number] != dues[one.difference.number]
    drop(later, theirs)  # once more: what was decided is not asked again
    later.looked(lambda: len(later.exchange.folder.state.reports) == 2)
    later.looked(
        lambda: [each.difference.number for each in later.exchange.folder.state.open] == [three.difference.number]
    )
    later.close()


def test_a_file_that_cannot_be_judged_keeps_none_after_it_waiting(watching: Shop) -> None:
    folder = watching.exchange.options.folder
    assert folder is not None
    watching.do(KeepExchangeMap(replace(MAP, id="late", name="late", due_time="at dusk")))
    watching.exchange.watch(folder, "late")
    cast(Inbox, watching.exchange.folder._inbox)._settle = 0.02
    drop(watching, [row(1)])
    watching.looked(lambda: watching.exchange.folder.state.reports)
    assert watching.exchange.folder.state.reports[0].refused == "table_unread"
    assert (folder / "refused" / "orders.csv").exists()

    watching.exchange.watch(folder, "ERP")
    cast(Inbox, watching.exchange.folder._inbox)._settle = 0.02
    drop(watching, [row(2)])
    watching.looked(watching.orders)


@pytest.mark.skipif(sys.platform == "win32", reason="every name is Unicode on Windows")
def test_a_file_whose_name_is_no_unicode_is_taken_too(watching: Shop) -> None:
    folder = watching.exchange.options.folder
    assert folder is not None
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xb9\xa4.csv")).write_bytes(csv_of([row(1)]))
    except OSError:
        pytest.skip("this disk has no such names")
    watching.looked(lambda: watching.exchange.folder.state.reports)
    assert watching.exchange.folder.state.reports[0].file == "??.csv"
    assert len(watching.orders()) == 1


def test_a_file_is_not_taken_twice_when_somebody_decides_meanwhile(watching: Shop, tmp_path: Path) -> None:
    watching.take(watching.try_out(watching.load(written(tmp_path / "o.csv", [row(1)]))))
    theirs = row(1)
    theirs[4] = "2027-01-01"
    drop(watching, [theirs])
    watching.looked(lambda: watching.exchange.folder.state.open)
    watch, ways = watching.exchange.folder, []
    took = watch._take
    watch._take = lambda *told: ways.append(told)  # the records are slow
    drop(watching, [row(2)], "second.csv")
    watching.looked(lambda: ways)

    watching.answer(lambda done, failed: watch.settle(watch.state.open, False, done, failed))
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        watch.look_now()
        watching.exchange.beat()
        watching.mailbox.run_errands()
        time.sleep(0.005)
    assert len(ways) == 1
    watch._take = took
    took(*ways[0])
    watching.looked(lambda: len(watch.state.reports) == 2)
    assert watch.state.reports[0].new == 1


def test_another_line_for_a_running_order_keeps_no_other_order_out(shop: Shop, tmp_path: Path) -> None:
    shop.take(shop.try_out(shop.load(written(tmp_path / "o.csv", [row(1), row(2)]))))
    theirs = [row(1), row(2), row(3)]
    for cells in theirs:
        cells[2], cells[3] = "99", "Hall L3"
    trial = shop.try_out(shop.load(written(tmp_path / "p.csv", theirs)))
    id = order_id("W-00001")
    shop.do(MoveOrder(id, "L2", "planned", "released"))
    shop.do(MoveOrder(id, "L2", "released", "running"))

    taken = shop.take(trial)

    assert (taken.refusal, taken.left, taken.new) == (None, 0, ("W-00003",))
    found = {n: (order.line, order.quantity) for n, order in shop.orders().items()}
    assert found == {"W-00001": ("L2", 99), "W-00002": ("L3", 99), "W-00003": ("L3", 99)}


def test_watching_another_folder_does_not_wait_for_one_that_is_away(watching: Shop, tmp_path: Path) -> None:
    worker = watching.exchange.folder._worker
    assert worker is not None
    worker.hand(lambda: time.sleep(1.5))  # a share that does not answer
    (tmp_path / "other").mkdir()
    began = time.monotonic()
    watching.exchange.watch(tmp_path / "other", "ERP")
    assert time.monotonic() - began < 0.5


def test_a_file_that_another_console_takes_at_this_moment_is_left_to_it(tmp_path: Path) -> None:
    one, two = Inbox(tmp_path, "one"), Inbox(tmp_path, "two")
    one.mine.mkdir(parents=True)
    (one.mine / "a.csv").write_bytes(b"x")
    old = time.time() - 7200
    os.utime(one.mine / "a.csv", (old, old))  # it was renamed, and has still the time that its writer gave it
    assert two.left_over() is None
    assert (one.mine / "a.csv").exists()
    two.left_over()
    assert (tmp_path / "a.csv").exists()


def test_a_file_that_cannot_be_put_aside_has_one_report_when_it_can(
    watching: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.rename

    def held(source: object, target: object) -> None:
        if "done" in str(target):
            raise PermissionError(13, "it is used by another program")
        real(str(source), str(target))

    with monkeypatch.context() as world:
        world.setattr(exchangeinbox.os, "rename", held)
        folder = drop(watching, [row(1), ["W-2", "", "1", "", "", "", ""]])
        watching.looked(lambda: watching.exchange.folder.state.code == "stuck")
        watching.looked(lambda: watching.exchange.folder.state.code == "stuck" and watching.orders())
    watching.looked(lambda: (folder / "done" / "orders.csv").exists() and watching.exchange.folder.state.reports)
    assert len(watching.exchange.folder.state.reports) == 1
    assert [one.name for one in (folder / "refused").iterdir()] == ["orders-rows.csv"]


def test_a_file_of_the_same_name_every_quarter_of_an_hour_is_put_aside_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchangeinbox, "NAMES_MOST", 3)
    inbox = Inbox(tmp_path, "one")
    for _ in range(6):
        (tmp_path / "orders.csv").write_bytes(b"x")
        taken = inbox.claim("orders.csv")
        assert taken is not None
        inbox.finish(taken, FolderReport("orders.csv", NOW, "one"), None)
    assert len({report.file for _, report in inbox.reports()}) == 6
    assert len(list((tmp_path / "done").glob("orders*.csv.report.json"))) == 6


def test_a_file_with_a_very_long_name_is_put_aside(tmp_path: Path) -> None:
    name = "工" * 80 + ".csv"
    (tmp_path / name).write_bytes(b"x")
    inbox = Inbox(tmp_path, "one")
    taken = inbox.claim(name)
    assert taken is not None
    error = RowError(2, "a", "b", Wrong.MISSING)
    inbox.finish(taken, FolderReport(name, NOW, "one", errors=(error,)), Table(("a",), ({"a": "b"},)))
    assert inbox.left_over() is None
    assert inbox.reports()[0][1].file.startswith("工" * 40)


def test_a_link_to_a_file_elsewhere_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("password")
    (tmp_path / "in").mkdir()
    try:
        (tmp_path / "in" / "orders.csv").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("no links here")
    inbox = Inbox(tmp_path / "in", "one", settle=0.0)
    inbox.look()
    assert inbox.look().whole == ()


def test_a_report_that_somebody_spoilt_keeps_the_others_from_nothing(watching: Shop, tmp_path: Path) -> None:
    watching.take(watching.try_out(watching.load(written(tmp_path / "o.csv", [row(1)]))))
    folder = watching.exchange.options.folder
    assert folder is not None
    (folder / "done").mkdir()

    def spoil(name: str, at: datetime, field: Field, theirs: str) -> None:
        found = Difference(order_id("W-00001"), "W-00001", field, "2", theirs, Truth.ASK)
        report = FolderReport(name, at, "other", "ERP", open=(found,))
        (folder / "done" / f"{name}.report.json").write_bytes(msgspec.json.encode(report))

    spoil("good.csv", NOW, Field.QUANTITY, "9")
    spoil("number.csv", NOW, Field.QUANTITY, "abc")
    spoil("zone.csv", NOW.replace(tzinfo=None), Field.QUANTITY, "9")
    spoil("time.csv", NOW, Field.DUE, "2027-01-01T00:00")
    watching.looked(lambda: watching.exchange.folder.state.open)
    assert [one.file for one in watching.exchange.folder.state.open] == ["good.csv"]
    drop(watching, [row(2)])
    watching.looked(lambda: len(watching.orders()) == 2)


# Going out


WORDS = Words(lambda name: name, lambda order: order.column, {"L1": "Line 1"}, "yes", UTC, ("Orders", "Output"))


def test_orders_go_out_so_that_no_spreadsheet_runs_them_and_come_in_again_unchanged(shop: Shop, tmp_path: Path) -> None:
    cells = row(1)
    cells[1], cells[6] = "=cmd|' /C calc'!A0", "@SUM(A1)"
    shop.take(shop.try_out(shop.load(written(tmp_path / "o.csv", [cells, row(2)]))))
    orders, told = shop.answer(
        lambda done, failed: shop.office.ask(orders_written(NOW - timedelta(days=7), NOW), done, failed)
    )
    path = tmp_path / "out.csv"
    write_sheets(path, [("Orders", order_rows(orders, WORDS)), ("Output", output_rows(told, WORDS, lambda _: False))])

    raw = path.read_text(encoding="utf-8-sig")
    assert "'=cmd|" in raw
    assert ",=cmd" not in raw
    assert (tmp_path / "out-Output.csv").exists()
    loaded = shop.load(Source(Kind.FILE, path))
    lines = (*((name, id) for name, id in (("Line 1", "L1"), ("L2", "L2"), ("L3", "L3"))),)
    mapping = ColumnMap("m", "ERP", tuple((name, name) for name, _ in COLUMNS if name != "due"), lines=lines)
    again = shop.try_out(loaded, mapping)
    assert (again.read.errors, again.compared.new, again.compared.changes) == ((), (), ())

    book_path = tmp_path / "out.xlsx"
    write_sheets(book_path, [("Orders", order_rows(orders, WORDS)), ("Output", [["id"]])])
    assert shop.try_out(shop.load(Source(Kind.FILE, book_path)), mapping).compared.same == 2


def test_output_is_told_to_the_erp_once_and_what_is_taken_back_with_a_minus(shop: Shop, tmp_path: Path) -> None:
    shop.do(ImportOrders("ERP", ()))
    shop.take(shop.try_out(shop.load(written(tmp_path / "o.csv", [row(1)]))))
    id = order_id("W-00001")
    shop.do(ConfirmOutput(id, "L2", "c-1", 1))
    folder = tmp_path / "erp"

    def write() -> tuple[int, str]:
        told = shop.answer(
            lambda done, failed: shop.office.ask(outputs_to_tell(datetime.now(UTC), timedelta(days=60)), done, failed)
        )
        return write_output(folder, told, WORDS, datetime.now(UTC))

    count, name = write()
    assert count == 1
    rows = list(csv.DictReader((folder / name).open(encoding="utf-8-sig")))
    assert (rows[0]["id"], rows[0]["number"], rows[0]["good"]) == ("c-1", "W-00001", "1")
    assert write() == (0, "")
    shop.do(TakeBackOutput(id, "L2", "c-1", CONSOLE))
    count, name = write()
    rows = list(csv.DictReader((folder / name).open(encoding="utf-8-sig")))
    assert (count, rows[0]["good"], rows[0]["taken_back"]) == (1, "-1", "yes")
    assert write() == (0, "")
    assert set(json.loads((folder / "told.json").read_text())["told"]) == {"c-1"}


def test_a_list_of_what_was_told_that_cannot_be_read_is_not_taken_for_empty(tmp_path: Path) -> None:
    (tmp_path / "told.json").write_text("{")
    with pytest.raises(Refusal):
        write_output(tmp_path, [], WORDS, NOW)


def test_two_consoles_do_not_write_output_at_the_same_time(tmp_path: Path) -> None:
    order = WorkOrder("o", "W-1", "P", 5, NOW, "pia", "L1")
    told = [Told(Confirmation("c-1", "o", "L1", NOW, "pia", 3), order)]
    (tmp_path / "told.lock").touch()
    with pytest.raises(Refusal):
        write_output(tmp_path, told, WORDS, NOW)
    assert [one.name for one in tmp_path.iterdir()] == ["told.lock"]
    old = time.time() - 3600
    os.utime(tmp_path / "told.lock", (old, old))  # whoever was there was cut off
    assert write_output(tmp_path, told, WORDS, NOW)[0] == 1
    assert not (tmp_path / "told.lock").exists()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://erp@host/db?password=hunter2",
        "postgresql://erp@host/db?sslmode=verify-full",
        "postgresql://erp:hunter2@host/db",
        "postgresql://erp:hun#ter2@host/db",
    ],
)
def test_an_address_with_a_password_or_a_wish_that_is_not_heard_is_refused(url: str) -> None:
    with pytest.raises(ViewUnfit) as refused:
        view_address(Source(Kind.VIEW, url=url, view="orders"))
    assert "hun" not in str(refused.value.detail)
    assert has_password(url) is ("hun" in url)
