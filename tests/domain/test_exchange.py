"""Rules of the exchange: every error by row and column, the rest is read, and nothing comes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.domain.exchange import (
    ColumnMap,
    MappingUnfit,
    Read,
    RowError,
    Truth,
    Wrong,
    checked_map,
    compared,
    guessed_map,
    read_rows,
)
from console.domain.orders import DONE, RUNNING, Field, WorkOrder

ZONE = ZoneInfo("Asia/Shanghai")
NAMES = ("number", "product", "quantity", "line", "due", "rush")
COLUMNS = tuple(zip(NAMES, ("Order", "Item", "Qty", "Line", "Due", "Rush"), strict=True))
MAP = ColumnMap("erp", "ERP", COLUMNS, lines=(("Assembly 1", "L1"),))
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def row(number: str = "1", item: str = "A", qty: str = "10", **more: str) -> dict[str, str]:
    return {"Order": number, "Item": item, "Qty": qty, **more}


def read(*rows: dict[str, str], mapping: ColumnMap = MAP) -> Read:
    return read_rows(rows, mapping, ("L1", "L2"), ZONE)


def test_a_row_becomes_an_order_with_the_plant_s_own_time() -> None:
    (draft,) = read(row("WO-1", "PH-220", "1,200", Line="assembly 1", Due="2026-03-06", Rush="是")).drafts
    assert (draft.number, draft.product, draft.quantity, draft.line, draft.rush) == ("WO-1", "PH-220", 1200, "L1", True)
    assert draft.due == datetime(2026, 3, 6, 15, 59, tzinfo=UTC), "23:59 in Shanghai"


@pytest.mark.parametrize(
    ("cells", "column", "wrong"),
    [
        ({"Order": ""}, "Order", Wrong.MISSING),
        ({"Order": "x" * 61}, "Order", Wrong.TOO_LONG),
        ({"Item": " "}, "Item", Wrong.MISSING),
        ({"Item": "A\u200f1"}, "Item", Wrong.UNREADABLE),
        ({"Qty": ""}, "Qty", Wrong.MISSING),
        ({"Qty": "ten"}, "Qty", Wrong.NOT_A_NUMBER),
        ({"Qty": "nan"}, "Qty", Wrong.NOT_A_NUMBER),
        ({"Qty": "1.5"}, "Qty", Wrong.NOT_WHOLE),
        ({"Qty": "0"}, "Qty", Wrong.NOT_POSITIVE),
        ({"Qty": "1e12"}, "Qty", Wrong.TOO_LARGE),
        ({"Line": "L9"}, "Line", Wrong.UNKNOWN_LINE),
        ({"Due": "soon"}, "Due", Wrong.NOT_A_DATE),
        ({"Due": "2026-02-30"}, "Due", Wrong.NOT_A_DATE),
        ({"Rush": "perhaps"}, "Rush", Wrong.NOT_YES_OR_NO),
    ],
)
def test_what_cannot_be_read_is_named_by_row_and_column_and_the_rest_comes_in(
    cells: dict[str, str], column: str, wrong: Wrong
) -> None:
    found = read(row("1"), {**row("2"), **cells}, row("3"))
    assert [draft.number for draft in found.drafts] == ["1", "3"]
    (error,) = found.errors
    assert (error.row, error.column, error.wrong) == (3, column, wrong)


def test_every_wrong_cell_of_a_row_is_named() -> None:
    found = read({"Order": "", "Item": "", "Qty": "x", "Line": "?"})
    assert {error.column for error in found.errors} == {"Order", "Item", "Qty", "Line"}


def test_five_thousand_rows_with_fifty_errors() -> None:
    rows = [row(str(n), qty="-1" if n % 100 == 7 else "5") for n in range(5000)]
    found = read(*rows)
    assert (len(found.drafts), len(found.errors), found.rows) == (4950, 50, 5000)
    assert found.errors[0] == RowError(9, "Qty", "-1", Wrong.NOT_POSITIVE)


def test_empty_rows_are_none_and_a_number_that_comes_twice_is_said_unless_it_says_the_same() -> None:
    found = read(row("1"), {"Order": " ", "Item": ""}, row("1"), row("1", qty="11"))
    assert (len(found.drafts), found.rows) == (1, 4)
    assert [(error.row, error.wrong) for error in found.errors] == [(5, Wrong.TWICE)]


@pytest.mark.parametrize(
    ("text", "comma", "quantity"),
    [("1.200", True, 1200), ("1,200", False, 1200), ("1 200", False, 1200), ("12,0", True, 12)],
)
def test_numbers_are_read_as_the_country_writes_them(text: str, comma: bool, quantity: int) -> None:
    assert read(row(qty=text), mapping=replace(MAP, comma=comma)).drafts[0].quantity == quantity


def order(number: str = "1", **told: object) -> WorkOrder:
    made = WorkOrder(number, number, "A", 10, NOON, "pia", "L1", source="ERP")
    return replace(made, **told)  # type: ignore[arg-type]


def test_the_same_file_again_does_nothing() -> None:
    drafts = read(row("1", Line="L1"), row("2", Line="L1")).drafts
    found = compared(drafts, [order("1"), order("2")], MAP)
    assert (found.new, found.changes, found.questions, found.same, found.gone) == ((), (), (), 2, ())


def test_for_each_field_one_side_is_the_truth() -> None:
    mapping = replace(MAP, truth=(("quantity", Truth.CONSOLE), ("line", Truth.ASK)))
    found = compared(read(row("1", "B", "20", Line="L2"), mapping=mapping).drafts, [order()], mapping)
    assert [(d.field, d.ours, d.theirs) for d in found.changes] == [(Field.PRODUCT, "A", "B")]
    assert [d.field for d in found.kept] == [Field.QUANTITY]
    assert [(d.field, d.theirs) for d in found.questions] == [(Field.LINE, "L2")]


def test_what_has_ended_is_changed_by_no_file_and_what_the_file_has_no_more_is_said() -> None:
    known = [order("1", column=DONE), order("2"), order("3", source="")]
    found = compared(read(row("1", qty="99")).drafts, known, MAP)
    assert found.changes == ()
    assert [d.field for d in found.kept] == [Field.QUANTITY]
    assert found.gone == ("2",), "the third one came from somebody here"


def test_a_field_that_is_not_mapped_is_not_spoken_of() -> None:
    bare = ColumnMap("x", "x", COLUMNS[:3])
    found = compared(read(row("1"), mapping=bare).drafts, [order(due=NOON, rush=True)], bare)
    assert found.same == 1


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (("工单号", "料号", "数量", "产线", "交期"), ["工单号", "料号", "数量", "产线", "交期"]),
        (
            ("Order No", "Material", "Qty", "Work center", "Due date"),
            ["Order No", "Material", "Qty", "Work center", "Due date"],
        ),
        (("Auftrag", "Artikel", "Menge", "Linie", "Termin"), ["Auftrag", "Artikel", "Menge", "Linie", "Termin"]),
    ],
)
def test_columns_are_guessed_by_their_names(columns: tuple[str, ...], found: list[str]) -> None:
    guessed = guessed_map(columns)
    assert [guessed.get(name) for name in ("number", "product", "quantity", "line", "due")] == found


def test_a_mapping_without_what_an_order_needs_is_refused() -> None:
    with pytest.raises(MappingUnfit) as unfit:
        checked_map(ColumnMap("x", "x", COLUMNS[:2]), ("Order", "Item"))
    assert unfit.value.facts["missing"] == "quantity"
    with pytest.raises(MappingUnfit) as unfit:
        checked_map(MAP, ("Order", "Item", "Qty"))
    assert unfit.value.facts["column"] == "Line"


def test_a_line_that_left_the_plant_since_the_mapping_was_kept_is_an_error_and_none_is_none() -> None:
    told = replace(MAP, lines=(("Assembly 1", "gone"), ("Store", "")))
    cells = {"Order": "W-1", "Item": "P-1", "Qty": "1"}
    line = dict(MAP.columns)["line"]
    found = read({**cells, line: "Assembly 1"}, mapping=told)
    assert [error.wrong for error in found.errors] == [Wrong.UNKNOWN_LINE]
    assert read({**cells, line: "Store"}, mapping=told).drafts[0].line is None


@pytest.mark.parametrize(
    ("text", "comma"), [("1,5", False), ("12,50", False), ("1.5", True), ("1,20,0", False), ("1_0", False)]
)
def test_a_decimal_sign_of_another_country_makes_no_order_ten_times_as_large(text: str, comma: bool) -> None:
    found = read(row(qty=text), mapping=replace(MAP, comma=comma))
    assert [(error.value, error.wrong) for error in found.errors] == [(text, Wrong.NOT_A_NUMBER)]


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("202611", "Asia/Shanghai"),
        ("2026111", "Asia/Shanghai"),
        ("0001-01-01 00:00", "Asia/Shanghai"),
        ("9999-12-31", "America/New_York"),
    ],
)
def test_a_month_is_no_day_and_a_time_that_cannot_be_told_is_an_error(said: str, zone: str) -> None:
    found = read_rows([row(Due=said)], MAP, ("L1",), ZoneInfo(zone))
    assert [(error.value, error.wrong) for error in found.errors] == [(said, Wrong.NOT_A_DATE)]
    assert read(row(Due="20261106")).drafts[0].due == datetime(2026, 11, 6, 15, 59, tzinfo=UTC)


def test_a_running_order_keeps_its_line_and_one_that_was_merged_is_not_new() -> None:
    said = read(row(qty="12", Line="L2"))
    found = compared(said.drafts, [order(column=RUNNING)], MAP)
    assert [one.field for one in found.changes] == [Field.QUANTITY]
    assert [one.field for one in found.kept] == [Field.LINE]
    merged = compared(said.drafts, [order(column=DONE, merged_into="2")], MAP)
    assert (merged.new, merged.same) == ((), 1)
