"""Tables that people bring: every office's CSV, workbooks, and files that are none."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from console.app import tableread, workbookread
from console.app.tableread import SheetGone, TableEmpty, TableTooLarge, TableUnread, read_table, table_in
from console.domain.errors import Refusal
from console.domain.exchange import TooManyRows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_chinese_headings_are_read_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    rows = [["产品", "数量", "备注"], ["支架左", "12", "急"], ["支架右", "3", "含,和;"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)

    table = table_in(text.encode(encoding), "a.csv")

    assert table.columns == ("产品", "数量", "备注")
    assert table.rows[1] == {"产品": "支架右", "数量": "3", "备注": "含,和;"}
    assert table.first == 2


def test_umlauts_of_an_old_office_are_read() -> None:
    table = table_in("Größe;Menge\r\nä;1\r\n".encode("cp1252"), "a.csv")

    assert table.columns[1] == "Menge"
    assert table.rows[0]["Menge"] == "1"


def test_rows_keep_their_numbers_over_empty_ones_and_a_heading_further_down() -> None:
    table = table_in(b"\n\nnumber,name\nA,one\n\nB,two\n,\n\n", "a.csv")

    assert table.first == 4
    assert [row.get("number") for row in table.rows] == ["A", None, "B"]


def test_a_column_has_one_name_and_one_without_is_called_by_its_letter() -> None:
    table = table_in(b"name,,name\na,b,c\n", "a.csv")

    assert table.columns == ("name", "B", "name (2)")
    assert table.rows[0] == {"name": "a", "B": "b", "name (2)": "c"}


def test_what_was_guarded_against_spreadsheets_is_read_as_it_was_and_a_told_delimiter_holds() -> None:
    table = table_in(b"sep=;\nnumber;name\n1,5;'=1+1\n", "a.csv")

    assert table.rows[0] == {"number": "1,5", "name": "=1+1"}
    assert table.first == 3


def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(str(path))
    first, second = book.add_worksheet("Plan"), book.add_worksheet("物料")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    money = book.add_format({"num_format": '0.00 "days"'})
    first.write_row(0, 0, ["Order", "Due", "Qty", "Rush", "Time", "Price"])
    first.write(2, 0, "A-1")
    first.write_datetime(2, 1, datetime(2026, 11, 21), day)
    first.write_number(2, 2, 1200)
    first.write_boolean(2, 3, True)
    first.write_datetime(2, 4, datetime(2026, 11, 21, 14, 30), book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    first.write_number(2, 5, 1.25, money)
    first.write_formula(3, 2, "=1+1", None, 2)
    first.write_rich_string(3, 0, "B", book.add_format({"bold": True}), "-2")
    second.write_row(0, 0, ["组件", "数量"])
    book.close()
    return path


def test_a_workbook_is_read_as_a_person_sees_it(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path))

    assert table.sheets == ("Plan", "物料")
    assert table.rows[0] == {}
    assert table.rows[1] == {
        "Order": "A-1", "Due": "2026-11-21", "Qty": "1200", "Rush": "true", "Time": "2026-11-21 14:30",
        "Price": "1.25",
    }  # fmt: skip
    assert table.rows[2] == {"Order": "B-2", "Qty": "2"}


def test_another_sheet_is_read_by_its_name_and_one_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = workbook(tmp_path)

    assert read_table(path, "物料").columns == ("组件", "数量")
    with pytest.raises(SheetGone):
        read_table(path, "Tabelle1")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", TableEmpty),
        (b"\n , \n", TableEmpty),
        (b"a,b\n\x00\x01,\x02", TableUnread),
        (b"\xef\xbb\xbfa,\xff\xff", TableUnread),
        (b"\xd0\xcf\x11\xe0rest", TableUnread),
        (b"PK\x03\x04 broken", TableUnread),
        (b'a,b\n"' + b"x" * 200_000, TableUnread),
    ],
)
def test_a_file_that_is_no_table_is_refused(data: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        table_in(data, "a.csv")


def test_every_cut_of_a_workbook_is_refused_or_read_and_nothing_else_happens(tmp_path: Path) -> None:
    data = workbook(tmp_path).read_bytes()
    for end in range(4, len(data), 97):
        with pytest.raises(Refusal):
            table_in(data[:end], "a.xlsx")


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        ("", "utf-8"),
        ("<!--" + "x" * 5000 + "-->", "utf-8"),
        ('<?xml version="1.0" encoding="utf-16"?>', "utf-16"),
    ],
)
def test_a_workbook_with_a_document_type_is_refused(start: str, encoding: str, tmp_path: Path) -> None:
    source, made = zipfile.ZipFile(workbook(tmp_path)), io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.endswith("workbook.xml"):
                _, _, rest = data.decode().partition("<workbook")
                data = (start + '<!DOCTYPE a [<!ENTITY b "c">]><workbook' + rest).encode(encoding)
            target.writestr(info.filename, data)

    with pytest.raises(TableUnread):
        table_in(made.getvalue(), "a.xlsx")


def test_rows_and_sizes_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tableread, "ROWS_MOST", 3)
    monkeypatch.setattr(tableread, "BYTES_MOST", 100)
    monkeypatch.setattr(workbookread, "UNPACKED_MOST", 10)
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 101)

    with pytest.raises(TooManyRows):
        table_in(b"a\n1\n2\n3\n4\n", "a.csv")
    with pytest.raises(TableTooLarge):
        read_table(path)
    with pytest.raises(TableTooLarge):
        table_in(workbook(tmp_path).read_bytes(), "a.xlsx")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        read_table(tmp_path / "nothing.csv")


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def hand_made(sheet: str, shared: str = "", styles: str = "", book: str = "") -> bytes:
    """A workbook of one sheet with exactly these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        told = f'<workbook {MAIN} {RELATED}>{book}<sheets><sheet name="s" r:id="r1"/></sheets></workbook>'
        file.writestr("xl/workbook.xml", told)
        file.writestr("xl/_rels/workbook.xml.rels", '<R><Relationship Id="r1" Target="worksheets/s1.xml"/></R>')
        file.writestr("xl/worksheets/s1.xml", f"<worksheet {MAIN}>{sheet}</worksheet>")
        if shared:
            file.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{shared}</sst>")
        if styles:
            file.writestr("xl/styles.xml", f"<styleSheet {MAIN}><cellXfs>{styles}</cellXfs></styleSheet>")
    return made.getvalue()


def rows_of(*cells: str) -> str:
    return "<sheetData>" + "".join(f"<row>{cell}</row>" for cell in cells) + "</sheetData>"


def locked() -> bytes:
    """A workbook in a zip with a password."""
    data = bytearray(hand_made(rows_of('<c r="A1"><v>1</v></c>')))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        found = data.find(mark)
        while found >= 0:
            data[found + at] |= 1
            found = data.find(mark, found + 1)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        hand_made(rows_of('<c r="A1"><v>1e999</v></c>')),
        hand_made(rows_of('<c r="A1" t="s"><v>-9</v></c>'), shared="<si><t>a</t></si>"),
        hand_made(
            rows_of('<c r="A1" s="0"><v>2958465</v></c>'),
            styles='<xf numFmtId="14"/>',
            book='<workbookPr date1904="1"/>',
        ),
        locked(),
    ],
    ids=["endless number", "text before the first", "day after the last", "zip with a password"],
)
def test_a_workbook_with_what_no_workbook_has_is_refused_as_no_table(data: bytes) -> None:
    with pytest.raises(TableUnread):
        table_in(data, "a.xlsx")


def test_a_small_workbook_does_not_become_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbookread, "PARTS_MOST", 1000)
    monkeypatch.setattr(tableread, "CHARACTERS_MOST", 100_000)
    one = '<c r="A1" t="s"><v>0</v></c>'
    for data in (
        hand_made("<x/>" * 1001 + rows_of(one), shared="<si><t>a</t></si>"),
        hand_made(rows_of("<c/>" * 1001)),
        hand_made(rows_of(one), shared="<si>" + "<r/>" * 1001 + "</si>"),
        hand_made(rows_of(one), shared="<si><t>a</t></si>", book="<x/>" * 1001),
        hand_made(rows_of(one), shared="<si><t>a</t></si>", styles="<xf/>" * 1001),
    ):
        with pytest.raises(TableUnread):
            table_in(data, "a.xlsx")
    with pytest.raises(TableTooLarge):
        table_in(hand_made(rows_of(*[one] * 20), shared="<si><t> " + "x" * 10_000 + "</t></si>"), "a.xlsx")


def test_a_row_that_is_only_formatted_far_below_everything_else_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Order"])
    sheet.write_row(2, 0, ["A-1"])
    sheet.write_blank(1_048_575, 0, None, book.add_format({"bold": True}))
    book.close()
    table = read_table(path)
    assert (table.rows, table.first) == (({}, {"Order": "A-1"}), 2)
