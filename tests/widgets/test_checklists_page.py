"""Rules of the checklists' screen: made, edited, kept, published, exchanged and routed, in two languages."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.queries.rounds import templates
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.checklists import Asks, Evidence, Form, Item, Purpose, Section, Words
from console.domain.commands.checklists import DraftChecklist, PublishChecklist
from console.domain.patrols import Point
from console.domain.people import Role
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.checklists import keeping
from widgets.checklists.asking import AskDialog
from widgets.checklists.comparing import DifferencesDialog, MeanwhileDialog, PublishDialog
from widgets.checklists.editor import Editor
from widgets.checklists.edits import Place
from widgets.checklists.files import MOST, ImportDialog
from widgets.checklists.keeping import How, filed
from widgets.checklists.outline import target
from widgets.checklists.page import ChecklistsPage
from widgets.languages import CODES, languages

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC).timestamp()
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
station = [{id = "10", name = "10 Weld A"}, {id = "20", name = "20 Weld B"}]
"""
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def form(*words: str) -> Form:
    """Two sections; the first holds an item for each of the words."""
    items = tuple(Item(f"i{at}", Words(one)) for at, one in enumerate(words))
    return Form(
        (Section("s", Words("Sort", "整理"), items), Section("t", Words("Shine"), (Item("z", Words("Clean")),)))
    )


@pytest.fixture(scope="module", autouse=True)
def brisk() -> Iterator[None]:
    """Drafts are kept sooner, so that the tests wait less."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "PAUSE", 60)
        yield


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A plant with one line; an administrator is here."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=lambda: NOW)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    seed_demo_people(made.office, made.floor.plant, datetime.fromtimestamp(NOW, UTC).date())
    wait(made, lambda: made.session.rights.people)
    sign_in(made)
    wait(made, lambda: made.rounds is not None and made.rounds.told.templates)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[ChecklistsPage]:
    dressed()
    made = ChecklistsPage(console)
    made.resize(1500, 900)
    made.show()
    wait(console, lambda: made.list.chosen.filed)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin(console: Console) -> Iterator[None]:
    dressed()
    yield
    for widget in QApplication.topLevelWidgets():
        if not isinstance(widget, ChecklistsPage):
            widget.close()


def wait(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        QApplication.processEvents()
        time.sleep(0.002)


def sign_in(console: Console) -> None:
    people = console.session.rights.people.values()
    console.session.sign_in(next(person.id for person in people if Role.ADMINISTRATOR in person.roles), DEMO_PIN)
    wait(console, lambda: console.session.person is not None)


def do(console: Console, command: Any) -> None:
    box: list[Any] = []
    console.office.do(command, box.append, box.append)
    wait(console, lambda: box)
    assert not isinstance(box[0], Exception), box[0]


def asked(console: Console, query: Any) -> Any:
    box: list[Any] = []
    console.office.ask(query, box.append, box.append)
    wait(console, lambda: box)
    return box[0]


def kept(console: Console, template: str) -> Any:
    """The template as it lies in the records."""
    found = asked(console, filed(template))
    return found.kept.value if found is not None else None


def dialog(console: Console, kind: type[QWidget]) -> Any:
    """The dialog of this kind that is open."""
    found: list[QWidget] = []

    def look() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return bool(found)

    wait(console, look)
    return found[0]


def keys(widget: QWidget | None, text: str) -> None:
    assert widget is not None
    QTest.keyClicks(widget, text)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def edit(console: Console, page: ChecklistsPage, template: str, made: Form, purpose: Purpose = Purpose.OTHER) -> Editor:
    """An editor on a template that is there."""
    do(console, DraftChecklist(template, Words(f"Round {template}", "巡检"), purpose, made))
    found = asked(console, filed(template))
    page.edit(found)
    assert page.editor is not None
    page.activateWindow()
    QApplication.processEvents()
    return page.editor


def published(console: Console, template: str = "pub") -> str:
    """A template with one version at least."""
    if kept(console, template) is None:
        do(console, DraftChecklist(template, Words(f"Round {template}"), Purpose.OTHER, form("One", "Two")))
        do(console, PublishChecklist(template, "the first", 0))
    return template


def back(console: Console, page: ChecklistsPage) -> None:
    """Leave the editor, and let it go."""
    editor = page.editor
    assert editor is not None
    editor.leave()
    wait(console, lambda: editor.template not in page.editors)


def chosen(console: Console, page: ChecklistsPage, template: str) -> None:
    """Show a template in the list."""
    page.show_subject(template)
    here = page.list.chosen
    wait(console, lambda: here.filed is not None and here.filed.kept.value.id == template)


# Editing


def test_a_checklist_is_made_by_keyboard_only(console: Console, page: ChecklistsPage) -> None:
    before = {one.template.id for one in asked(console, templates)}
    page.activateWindow()
    page.list.grid.setFocus()
    QTest.keyClick(page.list.grid, Qt.Key.Key_N, CTRL)
    assert page.editor is not None
    editor = page.editor
    keys(focused(), "Gate round")
    QTest.keyClick(editor.outline, Qt.Key.Key_Down)
    keys(editor.part.section.en.control, "Gate")
    QTest.keyClick(editor.outline, Qt.Key.Key_Down)
    keys(editor.part.item.words[0].control, "The gate is closed")
    QTest.keyClick(editor.outline, Qt.Key.Key_N, CTRL)
    assert focused() is editor.part.item.words[0].control
    keys(focused(), "The lamp is lit")
    QTest.keyClick(editor.part.item.asks.control, Qt.Key.Key_Down)
    editor.part.item.asks.control.activated.emit(1)
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    wait(console, lambda: editor.keeper.how is How.KEPT)
    made = kept(console, editor.template)
    assert made.id not in before
    assert made.name == Words("Gate round")
    assert [(item.words.en, item.asks) for item in made.draft.items] == [
        ("The lamp is lit", Asks.YES_NO), ("The gate is closed", Asks.SCORE),
    ]  # fmt: skip
    back(console, page)
    assert kept(console, made.id).draft.items[0].words.en == "The lamp is lit"


def test_every_step_is_undone_and_done_again_over_all_fields(console: Console, page: ChecklistsPage) -> None:
    editor = edit(console, page, "undo", form("One", "Two"))
    first = editor.edits.sheet
    editor.outline.setCurrentIndex(editor.outline.model_.index(2))
    keys(editor.part.item.words[0].control, " more")
    editor.part.item.red.control.click()
    QTest.keyClick(editor.outline, Qt.Key.Key_Delete)
    assert [item.words.en for item in editor.edits.sheet.form.items] == ["Two", "Clean"]
    last = editor.edits.sheet
    for expected in ("One more", "One more", "One"):
        QTest.keyClick(editor.part.item.words[0].control, Qt.Key.Key_Z, CTRL)
        assert editor.edits.sheet.form.items[0].words.en == expected
    assert editor.edits.sheet == first
    assert not editor.undo_button.isEnabled()
    for _ in range(3):
        QTest.keyClick(editor.outline, Qt.Key.Key_Y, CTRL)
    assert editor.edits.sheet == last
    back(console, page)


def test_parts_are_moved_by_keys_and_by_drag_also_into_other_sections(console: Console, page: ChecklistsPage) -> None:
    editor = edit(console, page, "move", form("One", "Two"))
    outline, edits = editor.outline, editor.edits
    outline.setCurrentIndex(outline.model_.index(3))
    QTest.keyClick(outline, Qt.Key.Key_Down, ALT)
    assert edits.find("i1") == Place(1, 0)
    outline.moved.emit("i0", target(edits, outline.model_.rows, "i0", 6))
    assert [item.id for item in edits.sheet.form.items] == ["i1", "z", "i0"]
    data = outline.model_.mimeData([outline.model_.index(outline.model_.rows.index(_row(editor, "t")))])
    outline.model_.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, outline.rootIndex())
    assert [section.id for section in edits.sheet.form.sections] == ["t", "s"]
    assert edits.chosen == "t"
    QTest.mouseClick(editor.copy_button, Qt.MouseButton.LeftButton)
    assert len({item.id for item in edits.sheet.form.items}) == 6
    back(console, page)


def _row(editor: Editor, id: str) -> Any:
    return next(row for row in editor.outline.model_.rows if row.id == id)


def test_what_cannot_be_is_marked_in_words_and_nothing_typed_is_lost(console: Console, page: ChecklistsPage) -> None:
    editor = edit(console, page, "unfit", form("Pressure"))
    editor.outline.setCurrentIndex(editor.outline.model_.index(2))
    item = editor.part.item
    item.asks.control.setCurrentIndex(item.asks.control.findData(Asks.MEASURE.value))
    item.asks.control.activated.emit(0)
    keys(item.low.control, "7,5")
    keys(item.high.control, "5")
    wait(console, lambda: editor.keeper.how is How.UNFIT)
    assert "least" in item.low.refusal.text
    assert editor.outline.model_.wrong == {"i0"}
    assert "Not kept yet" in editor.state.text
    editor.outline.setCurrentIndex(editor.outline.model_.index(4))
    keys(item.words[0].control, " all over")
    QTest.keyClick(editor.outline, Qt.Key.Key_N, CTRL)  # an item without words yet
    wait(console, lambda: kept(console, "unfit").draft.items[1].words.en == "Clean all over")
    assert kept(console, "unfit").draft.items[0].low is None, "what cannot be so stays as it was, the rest is kept"
    wait(console, lambda: editor.keeper.how is How.UNFIT)
    editor.edits.remove(editor.edits.chosen)
    editor.edits.chosen = "i0"
    editor.refresh()
    wait(console, lambda: editor.keeper.how is How.UNFIT)
    QTest.mouseClick(editor.publish, Qt.MouseButton.LeftButton)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, PublishDialog) and one.isVisible()]
    editor.leave()
    assert page.unkept.isVisible()
    QTest.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert page.editor is editor
    assert item.low.control.text() == "7.5"
    keys(item.high.control, "0")
    wait(console, lambda: editor.keeper.how is How.KEPT)
    assert not item.low.refusal.text
    kept_item = kept(console, "unfit").draft.items[0]
    assert (kept_item.low, kept_item.high) == (7.5, 50.0)
    keys(item.weight.control, "x")
    assert "no number" in item.weight.refusal.text
    assert editor.edits.sheet.form.items[0].weight == 1.0
    back(console, page)


def test_who_was_quicker_at_another_console_is_shown_and_the_person_chooses(
    console: Console, page: ChecklistsPage
) -> None:
    editor = edit(console, page, "clash", form("One", "Two"))
    for mine in (True, False):
        theirs = form("One of theirs", f"Two {mine}")
        keys(editor.part.whole.en.control, " mine")
        wait(console, lambda: editor.keeper.safe)
        do(console, DraftChecklist("clash", Words("Theirs"), Purpose.OTHER, theirs, 0))
        wait(console, lambda: editor.keeper.how is How.CLASH)
        keys(editor.part.whole.en.control, "!")
        QTest.mouseClick(editor.sort_out, Qt.MouseButton.LeftButton)
        shown = dialog(console, MeanwhileDialog)
        assert any("Theirs" in line and "mine" in line for line in shown.differences.said())
        QTest.mouseClick(shown.go if mine else shown.other, Qt.MouseButton.LeftButton)
        wait(console, lambda: editor.keeper.safe and editor.keeper.how is not How.CLASH)
        now = kept(console, "clash")
        assert ("mine!" in now.name.en) is mine
        assert (now.draft == theirs) is not mine
    assert editor.edits.sheet.name.en == "Theirs"
    editor.undo()
    assert "mine" in editor.edits.sheet.name.en, "mine comes back"
    editor.redo()
    back(console, page)


def test_what_is_typed_while_nobody_is_signed_in_is_kept_after_the_next_sign_in(
    console: Console, page: ChecklistsPage
) -> None:
    editor = edit(console, page, "nobody", form("One"))
    console.session.sign_out()
    editor.part.whole.zh.control.insert("夜")  # an input method writes so
    editor.keeper.keep()
    assert editor.keeper.how is How.NOBODY
    assert editor.sign_in.isVisible()
    sign_in(console)
    wait(console, lambda: editor.keeper.safe)
    assert kept(console, "nobody").name.zh == "巡检夜"
    back(console, page)


def test_a_help_picture_is_kept_with_the_template(console: Console, page: ChecklistsPage, tmp_path: Path) -> None:
    editor = edit(console, page, "picture", form("One"))
    editor.outline.setCurrentIndex(editor.outline.model_.index(2))
    picture = editor.part.item.picture
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(tmp_path / "should.png"))
    (tmp_path / "trap.png").write_bytes(b"MZ" + bytes(400))
    picture.add([(tmp_path / "trap.png", "")])
    wait(console, lambda: picture.said.text and "being kept" not in picture.said.text)
    assert not editor.edits.sheet.form.items[0].picture
    picture.add([(tmp_path / "should.png", "")])
    wait(console, lambda: editor.edits.sheet.form.items[0].picture)
    wait(console, lambda: not picture.shown.pixmap().isNull())
    editor.undo()
    assert not picture.open_button.isVisible()
    back(console, page)


# Publishing


def test_publishing_shows_what_is_other_and_versions_are_held_beside_each_other(
    console: Console, page: ChecklistsPage
) -> None:
    chosen(console, page, published(console))
    page.list.chosen._edit()
    editor = page.editor
    assert editor is not None
    editor.edits.chosen = "i0"
    editor.edits.change("i0", weight=2.0, evidence=Evidence.ALWAYS)
    editor.edits.remove("i1")
    editor.edits.move("s", 1)
    editor.refresh()
    QTest.mouseClick(editor.publish, Qt.MouseButton.LeftButton)
    shown = dialog(console, PublishDialog)
    said = shown.differences.said()
    assert "Weight: 1 → 2" in said
    assert "Evidence: No picture → Picture always" in said
    assert any(line.startswith("Removed: Two") for line in said)
    keys(shown.note.control, "counts twice")
    QTest.keyClick(shown.note.control, Qt.Key.Key_Return, CTRL)
    wait(console, lambda: kept(console, "pub").published == 2)
    wait(console, lambda: [one.number for one in page.list.chosen.all] == [2, 1])
    assert page.list.chosen.all[0].note == "counts twice"
    QTest.mouseClick(page.list.chosen.versions.buttons[2], Qt.MouseButton.LeftButton)
    assert dialog(console, DifferencesDialog).differences.said() == said


def test_a_draft_is_discarded_and_a_template_retired_and_offered_again(console: Console, page: ChecklistsPage) -> None:
    chosen(console, page, published(console))
    here = page.list.chosen
    do(console, DraftChecklist("pub", Words("Other"), Purpose.OTHER, form("Other")))
    wait(console, lambda: here.discard.isVisible())
    wait(console, lambda: here.filed.kept.value.draft is not None)
    QTest.mouseClick(here.discard, Qt.MouseButton.LeftButton)
    asking = dialog(console, AskDialog)
    QTest.mouseClick(asking.go, Qt.MouseButton.LeftButton)
    wait(console, lambda: kept(console, "pub").draft is None)
    assert kept(console, "pub").name == Words("Round pub")
    for retired in (True, False):
        wait(console, lambda: here.retire.isEnabled() and here.filed.kept.value == kept(console, "pub"))
        QTest.mouseClick(here.retire, Qt.MouseButton.LeftButton)
        wait(console, lambda retired=retired: kept(console, "pub").retired is retired)


# Files


def test_a_file_comes_in_as_new_or_as_a_draft_of_the_one_that_is_here(
    console: Console, page: ChecklistsPage, tmp_path: Path
) -> None:
    chosen(console, page, published(console))
    path = tmp_path / "pub.json"
    page.list.chosen.export_to(path)
    told = json.loads(path.read_text(encoding="utf-8"))
    told["sections"][0]["items"][0]["words"]["en"] = "Said otherwise"
    path.write_text(json.dumps(told), encoding="utf-8")
    count = len(asked(console, templates))
    for as_draft in (True, False):
        shown = ImportDialog(console, page)
        shown.show()
        shown.take(path)
        wait(console, lambda shown=shown: shown.same is not None)
        assert any("Said otherwise" in line for line in shown.differences.said()) is as_draft  # then it is in the draft
        heard: list[str] = []
        shown.taken.connect(heard.append)
        QTest.mouseClick(shown.as_draft if as_draft else shown.go, Qt.MouseButton.LeftButton)
        wait(console, lambda heard=heard: heard)
        assert (heard == ["pub"]) is as_draft
        assert "Said otherwise" in [item.words.en for item in kept(console, heard[0]).draft.items]
    assert len(asked(console, templates)) == count + 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b" " * (MOST + 10), "too large"),
        (b"[" * 200_000, "no file of a checklist"),
        (b"\xff\xfe\x00", "no file of a checklist"),
        (b'{"format": "gemba-checklist", "version": 9}', "newer program"),
        (b'{"format":"gemba-checklist","version":1,"name":{"en":"A"},"purpose":"other","sections":[{"id":"s","words":'
         b'{"en":"S"},"items":[{"id":"i","words":{"en":7},"asks":"score"}]}]}', "sections[0].items[0].words.en"),
        (b'{"format":"gemba-checklist","version":1,"name":{"en":"A"},"purpose":"other","passes":1' + b"0" * 400 +
         b',"sections":[]}', "at passes"),
        (b'{"format":"gemba-checklist","version":1,"name":{"en":"A"},"purpose":"other","sections":[{"id":"\\ud800",'
         b'"words":{"en":"S"},"items":[]}]}', "sections[0].id"),
        (b'{"format":"gemba-checklist","version":1,"name":{"en":"A"},"purpose":"other","sections":[{"id":"s","words":'
         b'{"en":"S"},"items":[{"id":"i","words":{"en":"I"},"asks":"score","weight":-1}]}]}', "weight"),
    ],
    ids=["size", "deep", "bytes", "version", "shape", "number", "id", "weight"],
)  # fmt: skip
def test_a_file_that_is_no_checklist_is_refused_at_once_and_says_where(
    console: Console, page: ChecklistsPage, tmp_path: Path, text: bytes, said: str
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(text)
    shown = ImportDialog(console, page)
    began = time.monotonic()
    shown.take(path)
    assert time.monotonic() - began < 1.0
    assert said in shown.said.text
    assert not shown.go.isEnabled()


def test_an_empty_form_is_printed_for_paper(console: Console, page: ChecklistsPage, tmp_path: Path) -> None:
    chosen(console, page, published(console))
    page.list.chosen.print_to(tmp_path / "form.pdf")
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")
    page.list.chosen.print_to(tmp_path / "no folder" / "form.pdf")
    assert "cannot be written" in page.list.chosen.said.text


# Routes


def test_a_patrol_has_a_route_and_stickers(console: Console, page: ChecklistsPage, tmp_path: Path) -> None:
    do(console, DraftChecklist("walk", Words("Walk"), Purpose.PATROL, form("One")))
    chosen(console, page, "walk")
    here = page.list.chosen
    assert here.tabs[2].isVisible()
    here.turn(2)
    route = here.route
    wait(console, lambda: len(route.rows) == 2)
    assert not route.save_stickers(tmp_path / "none.pdf")
    for row, place in zip(route.rows, ("L1/10", "L1/20"), strict=True):
        row.place.setCurrentIndex(row.place.findData(place))
        row.code.setText("SAME")
    QTest.mouseClick(route.save, Qt.MouseButton.LeftButton)
    wait(console, lambda: route.rows[1].said.text)
    assert "already" in route.rows[1].said.text
    route.rows[1].code.clear()
    QTest.mouseClick(route.codes, Qt.MouseButton.LeftButton)
    route.rows[1].within.setText("half an hour")
    QTest.mouseClick(route.save, Qt.MouseButton.LeftButton)
    assert "Minutes" in route.rows[1].said.text
    route.rows[1].within.setText("30")
    QTest.mouseClick(route.save, Qt.MouseButton.LeftButton)
    wait(console, lambda: "kept" in route.said.text)
    shown = next(one for one in asked(console, templates) if one.template.id == "walk")
    code = route.rows[1].code.text()
    assert shown.route is not None
    assert shown.route.points == (Point("s", "L1/10", "SAME"), Point("t", "L1/20", code, 30))
    assert route.save_stickers(tmp_path / "stickers.pdf")
    assert (tmp_path / "stickers.pdf").read_bytes().startswith(b"%PDF")
    here.turn(0)


# How it looks


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(1500, 900), (846, 500)])
def test_words_are_whole_and_controls_are_named(
    console: Console, page: ChecklistsPage, code: str, size: tuple[int, int]
) -> None:
    languages.use(code)
    page.resize(*size)
    chosen(console, page, published(console))
    editor = edit(console, page, f"look{code}{size[0]}", replace(form("One", "Two"), passes=0.85))
    for at in (0, 1, 2):
        editor.outline.setCurrentIndex(editor.outline.model_.index(at))
        QApplication.processEvents()
        assert clipped(page) == []
        assert nameless(page) == []
    back(console, page)
    for tab in (0, 1, 2):
        page.list.chosen.turn(tab)
        QApplication.processEvents()
        assert clipped(page) == []
        assert nameless(page) == []
    page.list.chosen.turn(0)
    languages.use("en")
    page.resize(1500, 900)


def test_the_preview_says_the_form_in_either_language(console: Console, page: ChecklistsPage) -> None:
    chosen(console, page, published(console))
    here = page.list.chosen
    QTest.mouseClick(here.languages[1], Qt.MouseButton.LeftButton)
    assert "整理" in here.view.texts()
    QTest.mouseClick(here.languages[0], Qt.MouseButton.LeftButton)
    assert "Sort" in here.view.texts()
    assert here.view.height() >= here.view.sizeHint().height() > 100


def test_who_may_not_change_checklists_reads_why_and_may_still_look(console: Console, page: ChecklistsPage) -> None:
    chosen(console, page, published(console))
    here = page.list.chosen
    console.session.view_as(Role.OPERATOR)
    try:
        assert not any(one.isEnabled() for one in (here.edit, here.retire, here.copy_button, here.route.save, page.new))
        assert "may not" in here.edit.toolTip()
        assert here.export.isEnabled()
    finally:
        console.session.view_as(None)
    assert here.edit.isEnabled()
