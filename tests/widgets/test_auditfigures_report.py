"""Rules of an audit on paper: all of it is there, in the language of the program, made beside the screen."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import Image
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.domain.checklists import answer_id
from console.domain.commands import checklists as fill
from console.domain.errors import Refusal
from tests.widgets.auditfigures_parts import FORM, WEAK, give, made_console, past, wait
from tests.widgets.shell_parts import dressed
from widgets.auditfigures.report import save_audit
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    made, clock = made_console(tmp_path_factory.mktemp("console"))
    past(made, clock)
    pictured(made, "checklist_answer", answer_id("run-9", WEAK), "press.jpg")
    pictured(made, "finding", "found-9", "chips.jpg")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def begin() -> Iterator[None]:
    dressed()
    yield
    languages.use("en")


def pictured(console: Console, kind: str, record: str, name: str) -> None:
    data, box = io.BytesIO(), list[object]()
    Image.new("RGB", (640, 400), (150, 120, 90) if kind == "finding" else (90, 120, 150)).save(data, "JPEG")
    assert console.attachments is not None
    console.attachments.add(kind, record, data.getvalue(), name, place="L2", done=box.append, refused=box.append)
    wait(console, lambda: box)
    assert isinstance(box[0], str), box


def saved(console: Console, run: str, path: Path) -> Path | Refusal:
    box: list[Path | Refusal] = []
    save_audit(console, run, path, box.append)
    assert not box  # it is made beside the screen
    wait(console, lambda: box)
    return box[0]


def text_of(path: Path) -> tuple[str, int]:
    """All words of a PDF, and how many pages it has."""
    document = QPdfDocument()
    document.load(str(path))
    pages = range(document.pageCount())
    text = " ".join(document.getAllText(page).text() for page in pages)
    return " ".join(normalize("NFKC", text).split()), len(pages)


def test_the_paper_says_who_where_when_how_good_and_what_was_found(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "audit.pdf"
    assert saved(console, "run-9", path) == path
    text, pages = text_of(path)
    for words in (
        "Weekly 5S · version 1",
        "Works · Bracket",
        "2026-10-02 12:02",
        "Not passed",
        "passes from 80 %",
        "Set in order",
        "Shine: Everything has its marked place",
        "1 · weak",
        "looked at again",
        "Chips under the press",
        "Open",
        "Pictures 2",
        "Signed by Administrator 1 on 2026-10-02 12:02",
        "Last time",
    ):
        assert words in text, words
    assert pages == 2
    assert path.read_bytes().count(b"/Subtype /Image") >= 3  # the radar and two photos


def test_the_paper_speaks_chinese_where_the_program_does(console: Console, tmp_path: Path) -> None:
    languages.use("zh_CN")
    assert saved(console, "run-9", tmp_path / "zh.pdf") == tmp_path / "zh.pdf"
    text, _ = text_of(tmp_path / "zh.pdf")
    for words in ("每周5S · 版本 1", "未通过", "整顿", "需整改内容", "责任人", "薄弱"):
        assert words in text, words
    assert "Not passed" not in text


def test_a_run_that_nobody_signed_says_so_and_what_is_missing(console: Console, tmp_path: Path) -> None:
    give(console, fill.BeginRun("open", "t", "L1"), fill.AnswerItem("open", "L1", "sort-0", value=4.0))
    saved(console, "open", tmp_path / "open.pdf")
    text, _ = text_of(tmp_path / "open.pdf")
    assert "Not finished: what is answered so far" in text
    assert "Not signed" in text
    assert "1 item without an answer" in text
    assert "Nothing was found that is to be put right." in text


def test_a_folder_that_is_not_there_and_a_run_that_is_not_are_refused_in_words(
    console: Console, tmp_path: Path
) -> None:
    away = saved(console, "run-9", tmp_path / "nowhere" / "x.pdf")
    assert isinstance(away, Refusal)
    assert away.code == "export_away"
    gone = saved(console, "nothing", tmp_path / "x.pdf")
    assert isinstance(gone, Refusal)
    assert gone.code == "missing"
    assert list(tmp_path.iterdir()) == []


def test_text_from_outside_stays_text_on_paper(console: Console, tmp_path: Path) -> None:
    give(
        console,
        fill.BeginRun("odd", "t", "L1"),
        fill.AnswerItem("odd", "L1", "sort-0", value=1.0, text="<img src='x'><b>bold & bad</b>"),
    )
    saved(console, "odd", tmp_path / "odd.pdf")
    assert "<img src='x'><b>bold & bad</b>" in text_of(tmp_path / "odd.pdf")[0]


def test_many_pages_are_made_without_a_warning_of_the_toolkit(console: Console, tmp_path: Path) -> None:
    said: list[str] = []
    earlier = qInstallMessageHandler(lambda kind, where, words: said.append(words))
    try:
        long = "What was seen here is told at length. " * 40
        answers = [fill.AnswerItem("long", "L1", item.id, value=4.0, text=long) for item in FORM.items]
        give(console, fill.BeginRun("long", "t", "L1"), *answers)
        saved(console, "long", tmp_path / "long.pdf")
    finally:
        qInstallMessageHandler(earlier)
    assert said == []
    assert text_of(tmp_path / "long.pdf")[1] > 2
