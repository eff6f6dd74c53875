"""Rules of the form of a round: filled in by keyboard alone, kept at once, continued elsewhere, signed when whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.queries.rounds import run_file
from console.domain.attachments import Attachment
from console.domain.checklists import Asks, Evidence, Form, Going, Item, Purpose, Section, Words, answer_id
from console.domain.commands import CONSOLE
from console.domain.commands.checklists import AnswerItem, ClearAnswer, DraftChecklist, PublishChecklist, SetRoute
from console.domain.ids import new_id
from console.domain.patrols import Point
from console.domain.people import Grant, Role
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PIN, added, person_id
from tests.widgets.run_parts import (
    FIVE_S,
    SHIPPED,
    STATION,
    Keys,
    answers,
    ask,
    begin,
    do,
    focus,
    make_console,
    open_run,
    run_of,
    sign_in,
    started,
    wait,
)
from tests.widgets.shell_parts import dressed
from widgets.attachments.bringing import packer
from widgets.attachments.viewer import Viewer
from widgets.audits.page import AuditsPage
from widgets.findings.form import FindingForm
from widgets.languages import CODES, languages

pytestmark = pytest.mark.usefixtures("qapp")

READING, KEY = 4.0, 0.25  # seconds a slow person needs to look at an item, and to press a key
PACE = 240.0  # seconds that an audit of 25 items with 3 findings may take
ITEMS = [item.id for item in FIVE_S.draft.items] if FIVE_S.draft is not None else []


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    dressed()
    made = make_console(tmp_path_factory.mktemp("console"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[AuditsPage]:
    made = AuditsPage(console)
    made.resize(1860, 960)
    made.show()
    focus(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def keys(console: Console, page: AuditsPage) -> Keys:
    """A keyboard over a page where nothing is open; somebody of quality is here."""
    dressed()
    if console.session.person is None or Role.QUALITY not in console.session.person.roles:
        sign_in(console, Role.QUALITY)
    for form in page.findChildren(FindingForm):
        form.close()
    page.show_all()
    focus(page)
    return Keys()


def settled(console: Console, page: AuditsPage) -> None:
    """Everything given is kept, and the form has read it."""
    wait(console, lambda: not page.form.keeping.busy)
    wait(console, lambda: not page.form.keeping._going)


def copy_picture() -> None:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#7788aa"))
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)


def finding(console: Console, page: AuditsPage, keys: Keys, text: str, due: str, picture: bool = False) -> None:
    """Write down a finding at the item, by keyboard: what, who (the owner of the place), until when, a picture."""
    keys.type("f")
    form = QApplication.activeModalWidget()
    assert isinstance(form, FindingForm)
    focus(form)
    keys.type(text)
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)  # another owner than the one that is offered
    keys.type(due)
    if picture:
        copy_picture()
        while not (form.strip is not None and form.strip.isAncestorOf(QApplication.focusWidget())):
            keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_V, ctrl=True)
    keys.press(Qt.Key.Key_Return, ctrl=True)
    wait(console, lambda: QApplication.activeModalWidget() is None)
    focus(page)


def test_an_audit_of_25_items_with_3_findings_is_done_by_keyboard_in_four_minutes(
    console: Console, page: AuditsPage, keys: Keys
) -> None:
    wait(console, lambda: page.overview.begin.checklist.control.count() > 1)
    page.overview.first().setFocus()
    keys.press(Qt.Key.Key_Down)
    assert page.overview.begin.checklist.control.currentText() == "5S production"
    keys.press(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    wait(console, lambda: page.run and page.form.sheet.current == ITEMS[0])
    run = page.run
    weak = {ITEMS[4]: ("Rework bin has no mark", "+1", True), ITEMS[6]: ("No min or max on rack", "+4", False)}
    weak[ITEMS[17]] = ("Old labels are used", "+7", False)
    for item in ITEMS:
        assert page.form.sheet.current == item
        if item in weak:
            keys.type("2")
            finding(console, page, keys, *weak[item])  # of the weak answer, though the keyboard has gone on
            if item == ITEMS[4]:  # this item wants a picture of its own where it is weak
                copy_picture()
                keys.press(Qt.Key.Key_V, ctrl=True)
                wait(console, lambda: page.form.sheet.rows[ITEMS[4]].seen.pictures)
                wait(console, lambda: page.form.sheet.current == ITEMS[5])
        else:
            keys.type("3" if int(item.encode().hex(), 16) % 2 else "4")
    settled(console, page)
    assert page.form.missing() == ("", "")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    wait(console, lambda: QApplication.activeModalWidget() is not None)
    focus(QApplication.activeModalWidget())
    keys.press(Qt.Key.Key_Return)
    wait(console, lambda: run_of(console, run).going is Going.SIGNED)

    file = ask(console, run_file(run))
    assert file.run.place == STATION
    assert len(file.answers) == 25
    assert sorted(one.finding.item for one in file.findings) == sorted(weak)
    assert all(one.owner and one.actions[0].due for one in file.findings)
    pictures = ask(console, lambda desk: desk.find(Attachment, kind="finding"))
    assert [one.record for one in pictures] == [one.finding.id for one in file.findings if one.finding.item == ITEMS[4]]
    seconds = 25 * READING + keys.count * KEY
    print(f"\n{keys.count} keys; {seconds:.0f} s at {READING} s an item and {KEY} s a key")
    assert seconds <= PACE


def test_every_answer_is_kept_at_once_and_the_keyboard_goes_on(console: Console, page: AuditsPage, keys: Keys) -> None:
    run = begin(console)
    open_run(console, page, run)
    keys.type("43")
    assert page.form.sheet.current == ITEMS[2]
    settled(console, page)
    assert {item: one.value for item, one in answers(console, run).items()} == {ITEMS[0]: 4.0, ITEMS[1]: 3.0}
    assert page.form.note.text().endswith("2 of 25 answered")
    assert "All answers are kept" in page.form.kept.text()
    assert page.form.sheet.headings[0].points.text() == "7 / 8"


def test_an_answer_is_taken_back_and_the_last_one_undone(console: Console, page: AuditsPage, keys: Keys) -> None:
    run = begin(console)
    open_run(console, page, run)
    keys.type("4")
    keys.press(Qt.Key.Key_Up)
    keys.type("1")
    keys.press(Qt.Key.Key_Z, ctrl=True)
    settled(console, page)
    assert answers(console, run)[ITEMS[0]].value == 4.0
    assert page.form.sheet.current == ITEMS[0]
    keys.press(Qt.Key.Key_Backspace)
    settled(console, page)
    assert answers(console, run) == {}


def test_undoing_leaves_what_somebody_else_answered_since(console: Console, page: AuditsPage, keys: Keys) -> None:
    run = begin(console)
    open_run(console, page, run)
    keys.type("43")
    settled(console, page)
    do(console, AnswerItem(run=run, where=STATION, item=ITEMS[1], value=0.0), CONSOLE)
    wait(console, lambda: page.form.sheet.rows[ITEMS[1]].marks.value == 0.0)
    keys.press(Qt.Key.Key_Z, ctrl=True)
    assert page.form.said.text.startswith("Somebody else answered it since.")
    keys.press(Qt.Key.Key_Z, ctrl=True)
    settled(console, page)
    assert {item: one.value for item, one in answers(console, run).items()} == {ITEMS[1]: 0.0}


def test_what_does_not_apply_wants_a_reason_and_a_note_an_answer(
    console: Console, page: AuditsPage, keys: Keys
) -> None:
    run = begin(console)
    open_run(console, page, run)
    keys.type("t")
    assert page.form.said.text == "Answer the item first: a note belongs to an answer."
    keys.type("x")
    keys.press(Qt.Key.Key_Return)
    assert page.form.said.text == "Nothing was typed: nothing is kept."
    keys.type("xNo rack here")
    keys.press(Qt.Key.Key_Return)
    keys.type("2")
    keys.press(Qt.Key.Key_Up)
    keys.type("tSpoken about")
    keys.press(Qt.Key.Key_Return)
    settled(console, page)
    told = answers(console, run)
    assert (told[ITEMS[0]].skipped, told[ITEMS[0]].text) == (True, "No rack here")
    assert (told[ITEMS[1]].value, told[ITEMS[1]].text) == (2.0, "Spoken about")
    assert page.form.sheet.current == ITEMS[2]


def test_what_a_weak_answer_wants_is_one_key_away_and_no_key_answers_twice(
    console: Console, page: AuditsPage, keys: Keys
) -> None:
    run = begin(console)
    open_run(console, page, run)
    keys.type("1tThe rack comes on Monday")
    keys.press(Qt.Key.Key_Return)
    assert page.form.sheet.current == ITEMS[1]
    keys.type("t")  # nothing is wanted any more: it is about the item here
    assert page.form.said.text == "Answer the item first: a note belongs to an answer."
    keys.type("1")
    keys.press(Qt.Key.Key_Down)  # somebody walked: it is about the item here
    keys.type("t")
    assert page.form.said.text == "Answer the item first: a note belongs to an answer."
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", True)
    QApplication.sendEvent(page.form.sheet.rows[ITEMS[3]], held)
    settled(console, page)
    told = answers(console, run)
    assert {item: one.text for item, one in told.items()} == {ITEMS[0]: "The rack comes on Monday", ITEMS[1]: ""}


def test_an_item_is_walked_to_with_arrows_enter_and_tab(console: Console, page: AuditsPage, keys: Keys) -> None:
    open_run(console, page, begin(console))
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    assert page.form.sheet.current == ITEMS[3]
    keys.press(Qt.Key.Key_End)
    assert page.form.sheet.current == ITEMS[-1]
    keys.press(Qt.Key.Key_Space)
    assert page.form.sheet.current == ITEMS[0]
    assert page.form.sheet.rows[ITEMS[0]].hasFocus()


def test_signing_says_what_is_missing_and_goes_there(console: Console, page: AuditsPage, keys: Keys) -> None:
    run = begin(console)
    for item in ITEMS:
        do(console, AnswerItem(run=run, where=STATION, item=item, value=1.0 if item == ITEMS[3] else 4.0))
    do(console, ClearAnswer(run=run, where=STATION, item=ITEMS[9]))
    open_run(console, page, run)
    wait(console, lambda: page.form.scored is not None and page.form.scored.whole.answered == 24)
    page.form.ask_sign()
    assert "no answer yet" in page.form.said.text
    assert page.form.sheet.current == ITEMS[9]
    keys.type("4")
    settled(console, page)
    page.form.ask_sign()
    assert "picture" in page.form.said.text
    assert page.form.sheet.current == ITEMS[3]
    assert [line.text for line in page.form.sheet.rows[ITEMS[3]].found if line.text] == [
        "Weak: F writes a finding, T says why none is needed",
        "A picture is wanted: P adds one",
    ]


def test_answers_of_another_console_appear_while_the_form_is_open(
    console: Console, page: AuditsPage, keys: Keys
) -> None:
    run = begin(console)
    open_run(console, page, run)
    box: list[object] = []
    elsewhere = AnswerItem(run=run, where=STATION, item=ITEMS[7], value=3.0)
    console.office.do(elsewhere, box.append, box.append, CONSOLE)
    wait(console, lambda: page.form.sheet.rows[ITEMS[7]].seen.answer is not None)
    assert page.form.sheet.rows[ITEMS[7]].marks.value == 3.0
    assert page.form.sheet.current == ITEMS[0]


def test_every_kind_of_item_is_answered_by_keyboard(console: Console, page: AuditsPage, keys: Keys) -> None:
    items = (
        Item("yes", Words("Guard closed", "防护罩已关"), Asks.YES_NO, red_line=True, weight=2.0, may_skip=False),
        Item("bar", Words("Pressure", "气压"), Asks.MEASURE, low=4.5, high=6.0, unit="bar"),
        Item("who", Words("Who was asked", "询问了谁"), Asks.TEXT, hint=Words("A role, no name", "写岗位")),
        Item("how", Words("The station", "工位"), Asks.PHOTO, evidence=Evidence.ALWAYS),
    )
    template = new_id()
    form = Form((Section("all", Words("All", "全部"), items),))
    do(console, DraftChecklist(template, Words("Kinds", "各类"), Purpose.OTHER, form))
    do(console, PublishChecklist(template))
    run = begin(console, template)
    open_run(console, page, run)
    keys.type("x")
    assert page.form.said.text == "This item applies everywhere: answer it."
    keys.type("y")
    keys.type("5,2")
    keys.press(Qt.Key.Key_Return)
    assert page.form.sheet.row is not None
    assert page.form.sheet.row.hint.isVisible()
    keys.press(Qt.Key.Key_Return)
    keys.type("Team leader")
    keys.press(Qt.Key.Key_Return)
    copy_picture()
    keys.press(Qt.Key.Key_V, ctrl=True)
    wait(console, lambda: len(answers(console, run)) == 4)
    wait(console, lambda: page.form.sheet.rows["how"].seen.pictures)
    told = answers(console, run)
    assert (told["yes"].value, told["bar"].value, told["who"].text) == (1.0, 5.2, "Team leader")
    assert page.form.sheet.rows["yes"].wants.text() == "red line · weight 2"
    assert page.form.sheet.rows["bar"].wants.text() == "4.5 to 6 bar"
    picture = ask(console, lambda desk: desk.find(Attachment, record=answer_id(run, "how")))
    assert len(picture) == 1
    settled(console, page)
    assert page.form.missing() == ("", "")
    do(console, AnswerItem(run=run, where=STATION, item="bar", value=5.123456789))  # by a gauge, say
    wait(console, lambda: page.form.sheet.rows["bar"].seen.answer.value == 5.123456789)
    page.form.sheet.go("bar")
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return)  # looked at and kept as it was
    settled(console, page)
    assert answers(console, run)["bar"].value == 5.123456789
    page.form.sheet.go("bar")
    keys.type("9x")
    keys.press(Qt.Key.Key_Return)
    assert page.form.said.text == "Type a number, like 5.2."
    assert page.form.sheet.rows["bar"].entry.line.text() == "9x"
    keys.press(Qt.Key.Key_Escape)


def test_h_shows_how_an_item_should_be(console: Console, page: AuditsPage, keys: Keys) -> None:
    picture, template, box = QImage(320, 200, QImage.Format.Format_RGB32), new_id(), []
    picture.fill(QColor("#7788aa"))
    items = (Item("bare", Words("Floor", "地面")), Item("shown", Words("Rack", "货架")))
    do(
        console,
        DraftChecklist(template, Words("Help", "示例"), Purpose.OTHER, Form((Section("s", Words("S"), items),))),
    )
    given = packer(picture)
    id = console.attachments.add("checklist_template", template, given, "rack", done=box.append, refused=box.append)
    wait(console, lambda: box)
    items = (items[0], replace(items[1], picture=id))
    form = Form((Section("s", Words("S"), items),))
    do(console, DraftChecklist(template, Words("Help", "示例"), Purpose.OTHER, form, 1))
    do(console, PublishChecklist(template))
    open_run(console, page, begin(console, template))
    assert not page.form.sheet.rows["bare"].help.isVisible()
    keys.type("h4h")  # the first has none: nothing opens
    wait(console, lambda: (viewer := shown_viewer()) is not None and viewer.shown is not None)
    viewer = shown_viewer()
    assert viewer is not None
    assert viewer.shown is not None
    assert viewer.shown.attachment.id == id
    viewer.close()
    focus(page)
    keys.type("3")
    settled(console, page)
    assert page.form.keeping.answers()["shown"].value == 3.0


def shown_viewer() -> Viewer | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, Viewer) and one.isVisible()), None)


def test_a_patrol_shows_its_points_and_takes_a_scan(console: Console, page: AuditsPage, keys: Keys) -> None:
    patrol = SHIPPED["Safety patrol"]
    sections = patrol.draft.sections if patrol.draft is not None else ()
    points = tuple(Point(section.id, STATION, f"P-{number}") for number, section in enumerate(sections))
    do(console, SetRoute(patrol.id, points))
    run = begin(console, patrol.id)
    open_run(console, page, run)
    strip = page.form.strip
    assert strip is not None
    assert strip.isVisible()
    assert page.form.scanned("P-1")
    wait(console, lambda: page.form.sheet.current == sections[1].items[0].id)
    assert [one.section for one in ask(console, run_file(run)).been] == [sections[1].id]
    open_run(console, page, begin(console))
    assert not strip.isVisible()
    assert not page.form.scanned("P-1")


def test_a_picture_that_is_dropped_on_an_item_belongs_to_its_answer(
    console: Console, page: AuditsPage, keys: Keys
) -> None:
    run = begin(console)
    open_run(console, page, run)
    keys.type("34")
    settled(console, page)
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#7788aa"))
    mime = QMimeData()
    mime.setImageData(image)
    spot = page.form.sheet.rows[ITEMS[1]].geometry().center()
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.form.sheet.dropEvent(QDropEvent(spot, action, mime, button, Qt.KeyboardModifier.NoModifier))
    wait(console, lambda: page.form.sheet.rows[ITEMS[1]].seen.pictures == 1)
    assert len(ask(console, lambda desk: desk.find(Attachment, record=answer_id(run, ITEMS[1])))) == 1
    copy_picture()
    page.form.sheet.go(ITEMS[5])
    page.form.photos.paste()
    assert page.form.said.text == "Answer the item first: a picture belongs to an answer."


def test_somebody_without_the_right_reads_and_is_told_why(console: Console, page: AuditsPage, keys: Keys) -> None:
    run = begin(console)
    for command in added("Viewer 9", "9009", Grant(Role.VIEWER)):
        do(console, command, CONSOLE)
    console.session.sign_in(person_id("Viewer 9"), PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.number == "9009")
    open_run(console, page, run)
    keys.type("4f")
    assert "do not allow this" in page.form.said.text
    assert not page.form.sign.isEnabled()
    assert answers(console, run) == {}


def test_a_signed_run_is_read_only_and_is_written_as_a_pdf(
    console: Console, page: AuditsPage, keys: Keys, tmp_path: Path
) -> None:
    run = next(one.run.id for one in page.overview._lately)
    open_run(console, page, run)
    keys.type("0")
    assert page.form.said.text == "This round is over: nothing in it is changed any more."
    assert not page.form.sign.isVisible()
    assert "signed" in page.form.note.text()
    page.form.write_pdf(tmp_path / "audit.pdf")
    wait(console, lambda: page.form.said.text.startswith("The report was written"))
    assert (tmp_path / "audit.pdf").read_bytes().startswith(b"%PDF")


def test_a_run_that_was_signed_meanwhile_refuses_the_answer_and_says_so(
    console: Console, page: AuditsPage, keys: Keys
) -> None:
    from console.domain.commands.checklists import DropRun

    run = begin(console)
    open_run(console, page, run)
    page.form._soon.stop()
    box: list[object] = []
    console.office.do(DropRun(run=run, where=STATION, why="Fire drill"), box.append, box.append, CONSOLE)
    keys.type("4")  # given before this console has heard of it
    wait(console, lambda: page.form.said.text or not page.form.live)
    wait(console, lambda: not page.form.live)
    assert answers(console, run) == {}
    assert "dropped" in page.form.note.text()
    assert "Fire drill" in page.form.note.text()


def test_dropping_wants_a_reason(console: Console, page: AuditsPage, keys: Keys) -> None:
    run = begin(console)
    open_run(console, page, run)
    page.form.ask_drop()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.submit()
    assert dialog.why.refusal.text == "Say why it is not finished."
    focus(dialog)
    keys.type("Fire drill")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    wait(console, lambda: run_of(console, run).going is Going.DROPPED)
    assert run_of(console, run).why == "Fire drill"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("width", [880, 1290, 1860])
def test_no_word_is_cut_and_every_control_has_a_name(
    console: Console, page: AuditsPage, keys: Keys, code: str, width: int
) -> None:
    languages.use(code)
    page.resize(width, 560 if width < 1000 else 700)
    open_run(console, page, begin(console))
    wait(console, lambda: page.form._past is not None)
    QApplication.processEvents()
    try:
        assert clipped(page.form) == []
        assert nameless(page.form) == []
        page.show_all()
        QApplication.processEvents()
        assert clipped(page.overview) == []
        assert nameless(page.overview) == []
    finally:
        languages.use("en")
        page.resize(1860, 960)


def test_records_that_are_away_are_said_in_the_form_and_shown_when_they_are_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    dressed()
    first = make_console(tmp_path / "whole")
    run = begin(first)
    first.close()
    whole = (tmp_path / "whole" / "records.db").read_bytes()
    (tmp_path / "records.db").write_bytes(b"this is no database " * 400)
    console = started(tmp_path)
    page = AuditsPage(console)
    page.resize(1400, 800)
    page.show()
    page.show_subject(run)
    wait(console, lambda: page.form.said.text)
    assert "cannot be opened" in page.form.said.text
    page.form.ask_sign()
    page.form.ask_drop()
    page.form.ask_finding("")
    page.form.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4"))

    console.office.reopen(lambda: (tmp_path / "records.db").write_bytes(whole))
    wait(console, lambda: page.form.sheet.current == ITEMS[0])
    assert page.form.said.text == ""
    page.close()
    page.deleteLater()
    console.close()


def test_a_paused_round_is_continued_at_another_console(qapp: QApplication, tmp_path: Path) -> None:
    dressed()
    first = make_console(tmp_path)
    run = begin(first)
    page = AuditsPage(first)
    page.resize(1400, 800)
    page.show()
    open_run(first, page, run)
    keys = Keys()
    keys.type("432")
    settled(first, page)
    page.close()
    page.deleteLater()
    first.close()

    second = make_console(tmp_path, Role.SUPERVISOR, people=False)
    page = AuditsPage(second)
    page.resize(1400, 800)
    page.show()
    focus(page)
    wait(second, lambda: page.overview.open_runs.list.rows)
    entry = page.overview.open_runs.list.rows[0].entry
    assert "3 of 25 answered" in entry.detail
    page.overview.first().setFocus()
    keys.press(Qt.Key.Key_Return)
    wait(second, lambda: page.run == run and page.form.sheet.current == ITEMS[3])
    keys.type("4")
    settled(second, page)
    assert [answers(second, run)[item].value for item in ITEMS[:4]] == [4.0, 3.0, 2.0, 4.0]
    page.close()
    page.deleteLater()
    second.close()
