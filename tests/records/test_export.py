"""Rules of exports: open files that give identical records back, leave proofs out, and are refused when altered."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Float, Integer

from console.app.pins import badge_hash, matches
from console.domain.backups import Cancelled, ExportRefused, NotEmpty
from console.domain.commands.attachments import AddAttachment
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.records.bundle import hash_in
from console.records.cells import heard, told
from console.records.columns import words
from console.records.copies import altered_in
from console.records.export import export_records
from console.records.importing import look_into, stage_import
from console.records.restoring import aside_name, put_in_place
from tests.records.filled import AT, PIN, Filled, rows

SKIPPED = ("touched", "presence", "blob", "alembic_version")


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    made = Filled(tmp_path / "data")
    made.fill()
    yield made
    made.close()


def blank(field: str) -> str:
    return PIN[:-8] + "nobodies" if field == "pin" else badge_hash(f"nobody's {new_id()}") if field == "badge" else ""


def exported(filled: Filled, target: Path, proofs: bool = True) -> Path:
    export_records(filled.path, target, AT, "0.1.0", proofs, files=filled.files.folder)
    return target


def imported(source: Path, folder: Path) -> Path:
    """Into an empty console's folder; where its records lie."""
    folder.mkdir(exist_ok=True)
    path = folder / "records.db"
    staged, _ = stage_import(source, path, AT, blank)
    put_in_place(staged, path, aside_name(path, "import", AT), only_empty=True)
    return path


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_with_proofs_gives_identical_rows_and_the_same_trail(filled, tmp_path, name):
    source = exported(filled, tmp_path / name)
    path = imported(source, tmp_path / "new")

    assert rows(path, *SKIPPED) == rows(filled.path, *SKIPPED)
    assert rows(path)["touched"] == rows(filled.path)["touched"]
    assert altered_in(path, AT) == ""
    assert {p.name for p in (tmp_path / "new" / "attachments").glob("*/*")} == {
        p.name for p in filled.files.folder.glob("*/*")
    }


def test_an_export_for_people_holds_no_proof_anywhere(filled, tmp_path):
    source = exported(filled, tmp_path / "out", proofs=False)
    with closing(sqlite3.connect(filled.path)) as db:
        secrets = {value for pair in db.execute("SELECT pin, badge FROM credential") for value in pair if value}
    text = "".join(path.read_text(encoding="utf-8-sig") for path in source.glob("*.*"))

    assert len(secrets) == 25
    assert not [secret for secret in secrets if secret in text or secret[-20:] in text]
    assert "…1" in text


def test_an_export_without_proofs_gives_the_same_records_and_a_trail_that_holds(filled, tmp_path):
    path = imported(exported(filled, tmp_path / "out.zip", proofs=False), tmp_path / "new")
    was, now = rows(filled.path, *SKIPPED), rows(path, *SKIPPED)

    assert {k: v for k, v in now.items() if k not in ("trail", "credential")} == {
        k: v for k, v in was.items() if k not in ("trail", "credential")
    }
    assert [line[:7] for line in now["trail"]] == [line[:7] for line in was["trail"]]
    assert altered_in(path, AT) == ""  # every line carries its hash, every row fits its line
    with closing(sqlite3.connect(path)) as db:
        proofs = db.execute("SELECT pin, badge FROM credential").fetchall()
    assert len(proofs) == 13
    assert not any(matches("1234", pin) for pin, _ in proofs[:2])
    badges = [badge for _, badge in proofs if badge]
    assert len(set(badges)) == len(badges)  # nobody is taken for somebody else


def number(cell: str) -> bool:
    """Whether a spreadsheet takes the cell for a number below zero, and for nothing else."""
    return re.fullmatch(r"-[0-9]+(\.[0-9]+)?(e-?[0-9]+)?", cell) is not None


def test_every_file_opens_in_a_spreadsheet_and_runs_nothing(filled, tmp_path):
    source = exported(filled, tmp_path / "out", proofs=False)
    for path in source.glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            assert not any(
                cell.lstrip(" \n").startswith(("=", "+", "@", "-", "\t")) for cell in row if not number(cell)
            ), row
    names = {row[1] for row in csv.reader((source / "person.csv").open(encoding="utf-8-sig", newline=""))}
    assert "'=cmd|' /C calc'!A0 0" in names
    assert "张三 李四 5" in names


def test_what_an_export_says_about_itself(filled, tmp_path):
    source = exported(filled, tmp_path / "out", proofs=False)
    manifest = json.loads((source / "manifest.json").read_text(encoding="utf-8"))
    parcel = look_into(source)

    assert manifest["tables"]["person"]["rows"] == 14
    assert set(manifest["files"]) == {
        p.relative_to(source).as_posix() for p in source.rglob("*.*") if p.name != "manifest.json"
    }
    assert all(hash_in(source, name) == sha256 for name, sha256 in manifest["files"].items())
    assert (parcel.lines, parcel.attachments, parcel.proofs) == (len(rows(filled.path)["trail"]), 2, False)
    assert parcel.administrators == ((filled.boss, "Administrator 1"),)
    assert "PIN" in (source / "README.md").read_text(encoding="utf-8-sig")
    assert "工卡" in (source / "README.zh_CN.md").read_text(encoding="utf-8-sig")


def test_records_are_only_imported_where_there_are_none(filled, tmp_path):
    source = exported(filled, tmp_path / "out")
    other = Filled(tmp_path / "other")
    other.fill(1)
    other.close()
    before = rows(other.path)

    with pytest.raises(NotEmpty):
        imported(source, tmp_path / "other")
    assert rows(other.path) == before


def test_an_export_that_is_stopped_leaves_nothing(filled, tmp_path):
    def stop(share: float) -> None:
        raise Cancelled

    for name in ("out", "out.zip"):
        with pytest.raises(Cancelled):
            export_records(filled.path, tmp_path / name, AT, "0.1.0", True, stop, filled.files.folder)
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


# Altered exports


def edit(path: Path, change: str, row: int = -1) -> int:
    """Alter one cell of a CSV file in a way that a spreadsheet would; the line on which it stands."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    number = row % len(read)
    read[number][1] = change
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(read)
    return sum(1 + sum(cell.count("\n") for cell in line) for line in read[: number + 1])


def rewrite(source: Path) -> None:
    """Make the manifest fit what lies there: whoever alters a file may do that too."""
    manifest = json.loads((source / "manifest.json").read_text(encoding="utf-8"))
    for name in manifest["tables"]:
        manifest["tables"][name]["sha256"] = hash_in(source, f"{name}.csv")
    (source / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize("cunning", [False, True])
@pytest.mark.parametrize("proofs", [False, True])
@pytest.mark.parametrize("table", ["person", "skill", "operation"])
def test_an_altered_row_is_named_by_file_and_line(filled, tmp_path, table, proofs, cunning):
    source = exported(filled, tmp_path / "out", proofs)
    line = edit(source / f"{table}.csv", "somebody else")
    if cunning:
        rewrite(source)
    refusal = refused(source, tmp_path)

    assert (refusal.facts["file"], refusal.facts["line"], refusal.facts["why"]) == (f"{table}.csv", line, "row")


@pytest.mark.parametrize("proofs", [False, True])
def test_an_altered_line_of_the_trail_is_named(filled, tmp_path, proofs):
    source = exported(filled, tmp_path / "out", proofs)
    path = source / "trail.csv"
    text = path.read_text(encoding="utf-8-sig")
    at = text.index("SetSkill")
    path.write_text(text[:at] + "AddSkill" + text[at + 8 :], encoding="utf-8-sig")
    rewrite(source)
    refusal = refused(source, tmp_path)

    assert (refusal.facts["file"], refusal.facts["why"]) == ("trail.csv", "chain")
    assert refusal.facts["line"] == text[:at].count("\n") + 1


@pytest.mark.parametrize("table", ["person", "trail", "outbox", "skill"])
def test_a_row_left_out_is_noticed(filled, tmp_path, table):
    source = exported(filled, tmp_path / "out")
    path = source / f"{table}.csv"
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join(lines[:-2]) + b"\r\n")
    rewrite(source)
    refusal = refused(source, tmp_path)

    assert refusal.facts["file"] == f"{table}.csv"
    assert refusal.facts["why"] in ("missing", "row")


@pytest.mark.parametrize(
    ("file", "line"), [("person.csv", 0), ("trail.csv", 0), ("manifest.json", 0), ("meta.csv", 0), ("attachment", 0)]
)
def test_a_missing_file_is_named(filled, tmp_path, file, line):
    source = exported(filled, tmp_path / "out")
    path = next((source / "attachments").iterdir()) if file == "attachment" else source / file
    path.unlink()
    refusal = refused(source, tmp_path)

    assert refusal.facts["file"] == path.relative_to(source).as_posix()
    assert refusal.facts["line"] == line


def test_an_altered_picture_is_named(filled, tmp_path):
    source = exported(filled, tmp_path / "out")
    path = next((source / "attachments").iterdir())
    path.write_bytes(b"another picture")
    assert refused(source, tmp_path).facts["file"] == path.relative_to(source).as_posix()


@pytest.mark.parametrize(
    ("file", "bytes_", "line"),
    [
        ("person.csv", b'"open quote,1\r\n', None),
        ("person.csv", b"too,few\r\n", None),
        ("person.csv", b"\xff\xfe\r\n", None),
        ("operation.csv", b"id1,name,,three,0,1,1,x\r\n", None),
        ("manifest.json", b"}", None),
    ],
)
def test_what_cannot_be_read_is_named_by_line(filled, tmp_path, file, bytes_, line):
    source = exported(filled, tmp_path / "out")
    before = (source / file).read_bytes()
    (source / file).write_bytes(before + bytes_)
    refusal = refused(source, tmp_path)

    assert refusal.facts["file"] == file
    assert int(str(refusal.facts["line"])) >= before.count(b"\n")


def test_a_foreign_file_a_newer_export_and_a_broken_archive_are_refused(filled, tmp_path):
    source = exported(filled, tmp_path / "out.zip")
    (tmp_path / "words.zip").write_bytes(b"words")
    (tmp_path / "cut.zip").write_bytes(source.read_bytes()[:-3000])
    (tmp_path / "empty").mkdir()
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as other:
        other.writestr("a.jpg", b"x")
    for name in ("words.zip", "cut.zip", "empty", "photos.zip"):
        assert refused(tmp_path / name, tmp_path).facts["why"] == "foreign"

    folder = exported(filled, tmp_path / "out")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"schema": 999}), encoding="utf-8")
    assert refused(folder, tmp_path).facts["why"] == "newer"


def test_no_name_in_an_export_leads_out_of_its_folder(filled, tmp_path):
    source = exported(filled, tmp_path / "out")
    manifest = json.loads((source / "manifest.json").read_text(encoding="utf-8"))
    for content in manifest["attachments"].values():
        content["file"] = "../../" + content["file"]
    (source / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert refused(source, tmp_path).facts["file"] == "manifest.json"


def test_an_archive_that_somebody_packed_again_inside_a_folder_is_taken(filled, tmp_path):
    (tmp_path / "wrap").mkdir()
    source = exported(filled, tmp_path / "wrap" / "records")
    shutil.make_archive(str(tmp_path / "again"), "zip", source.parent, source.name)
    assert rows(imported(tmp_path / "again.zip", tmp_path / "new"), *SKIPPED) == rows(filled.path, *SKIPPED)


def refused(source: Path, tmp_path: Path) -> Refusal:
    folder = tmp_path / "nowhere"
    folder.mkdir(exist_ok=True)
    with pytest.raises(ExportRefused) as caught:
        stage_import(source, folder / "records.db", AT, blank)
    assert [path.name for path in folder.glob("records.db*")] == []
    return caught.value


# Any text

TEXT = st.text(st.characters(codec="utf-8"), max_size=60) | st.text("=+-@'\"\t\r\n ,;|\0", max_size=8)
ANY = Column("a", words(100), nullable=False), Column("b", words(100)), Column("c", Integer), Column("d", Float)


@given(st.lists(st.tuples(TEXT, TEXT | st.none(), st.integers() | st.none(), st.floats(allow_nan=False))))
def test_any_row_comes_back_from_its_cells(many):
    file = io.StringIO(newline="")
    csv.writer(file).writerows([told(c, v) for c, v in zip(ANY, row, strict=True)] for row in many)
    read = csv.reader(io.StringIO(file.getvalue(), newline=""), strict=True)
    assert [tuple(heard(c, v) for c, v in zip(ANY, row, strict=True)) for row in read] == many


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_records_of_any_text_come_back_identical(texts, proofs, packed):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filled = Filled(folder / "data")
        filled.fill(1)
        with filled.local.reading() as view:
            record = str(view.exec_driver_sql("SELECT id FROM operation").scalar())
        for number, (called, note) in enumerate(texts):
            content, _ = filled.files.put(f"content {number}".encode())
            command = AddAttachment(new_id(), "operation", record, "L1", called, "text/plain", content, 9, note=note)
            try:
                filled.do(command)
            except Refusal:  # text that no keyboard makes is not kept in the first place
                continue
        filled.close()
        path = imported(exported(filled, folder / ("o.zip" if packed else "o"), proofs), folder / "new")
        left = SKIPPED if proofs else (*SKIPPED, "trail", "credential")
        assert rows(path, *left) == rows(filled.path, *left)
        assert altered_in(path, AT) == ""
