"""Rules of the handover's screen: from draft to seal by keyboard and two people, override, dispute, what is refused."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.pins import hashed
from console.app.settings import load_settings
from console.domain.commands import CONSOLE
from console.domain.commands.handovers import PrepareHandover, WriteHandover
from console.domain.commands.people import AddPerson, SetPin
from console.domain.commands.safety import ReportSafety
from console.domain.events import RecordsReady
from console.domain.handover_moves import is_whole
from console.domain.handovers import Correction, Handover, Reply, Risk, Stage, Subject
from console.domain.people import Grant, Person, Role
from console.domain.safety import Happened
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.handover.choosing import Choosing
from widgets.handover.page import HandoverPage
from widgets.handover.words import Naming
from widgets.languages import CODES, languages
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")

DAY = datetime(2026, 11, 20, tzinfo=UTC)
PIN = "2580"
KEPT = hashed(PIN, b"sixteen bytes ok")  # the same for everybody: making one is slow on purpose
OUT, INTO, LEADER, OPERATOR = "ann", "bob", "cy", "dee"
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
calendar = "three"
[[calendars.three.shift]]
name = "Day"
start = "06:00"
end = "14:00"
[[calendars.three.shift]]
name = "Evening"
start = "14:00"
end = "22:00"
[[calendars.three.shift]]
name = "Night"
start = "22:00"
end = "06:00"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
expected_interval = 1000000
station = [{id = "10", name = "10 Weld A"}]
[[line]]
id = "L2"
name = "Bracket"
site = "Suzhou"
area = "Body"
expected_interval = 1000000
station = [{id = "10", name = "10 Press"}]
[[source]]
topic = "w/10"
place = "L1/10"
signal = [{feeds = "good", path = "g"}]
"""


class Clock:
    at = DAY.timestamp()

    def __call__(self) -> float:
        return self.at

    def set(self, hours: float) -> None:
        """So many hours after the midnight with which 20 November begins."""
        self.at = (DAY + timedelta(hours=hours)).timestamp()


CLOCK = Clock()


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Two lines in three shifts; two supervisors, a team leader, an operator."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    CLOCK.set(10)
    made = Console(folder, load_plant(folder / "plant.toml"), now=CLOCK)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    for number, (id, role) in enumerate(
        ((OUT, Role.SUPERVISOR), (INTO, Role.SUPERVISOR), (LEADER, Role.TEAM_LEADER), (OPERATOR, Role.OPERATOR))
    ):
        do(made, AddPerson(id, id.title(), str(number), (Grant(role),)))
        do(made, SetPin(id, KEPT))
    wait(made, lambda: len(made.session.rights.people) == 4)
    made.session.idle_minutes = 0
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(console: Console, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    dressed()
    page = Page("handover", lambda: "Handover", "users", lambda: HandoverPage(console))
    made = MainWindow(console, [page], None, Memory(tmp_path_factory.mktemp("memory")))
    Signing(console, made)
    made.resize(1600, 950)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def page(console: Console, window: MainWindow) -> Iterator[HandoverPage]:
    dressed()
    made = window.widget("handover")
    assert isinstance(made, HandoverPage)
    console.session.sign_out()
    yield made
    made.middle.notes.keep()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
    console.session.sign_out()
    wait(console, lambda: True)


def wait(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        QApplication.processEvents()
        time.sleep(0.002)


def settle(console: Console, page: HandoverPage) -> None:
    """Let the screen look, the worker answer and the screen show it."""
    page.choosing.anew()
    for _ in range(4):
        page.beat(console.now())
        done: list[int] = []
        console.office.hand(lambda done=done: done.append(1))
        wait(console, lambda done=done: done)
        console.mailbox.run_errands()
        QApplication.processEvents()


def do(console: Console, command: Any, who: str = CONSOLE) -> None:
    box: list[Any] = []
    console.office.do(command, box.append, box.append, who)
    wait(console, lambda: box)
    assert not isinstance(box[0], Exception), (getattr(box[0], "code", box[0]), getattr(box[0], "facts", None))


def sign_in(console: Console, page: HandoverPage, who: str) -> None:
    console.session.sign_in(who, PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.id == who)
    settle(console, page)


def opened(console: Console, page: HandoverPage, hours: float, place: str = "L1") -> None:
    """The screen at a place and time, as somebody opens it."""
    CLOCK.set(hours)
    service = console.handovers
    assert service is not None
    watch = service.watch
    watch._stale, watch._ask_at = True, 0.0
    wait(console, lambda: not watch._stale and not watch._asking)
    page.choosing.place.setCurrentIndex(page.choosing.place.findData(place))
    page.choosing._place_chosen()
    settle(console, page)


def kept(console: Console, id: str) -> Handover:
    box: list[Any] = []
    console.office.ask(lambda desk: desk.get(Handover, id), box.append)
    wait(console, lambda: box)
    return box[0]


def press(widget: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys, or type words, where the keyboard of this window is."""
    for key in keys:
        aim = widget.window().focusWidget() or widget
        QTest.keyClicks(aim, key) if isinstance(key, str) else QTest.keyClick(aim, key)
        QApplication.processEvents()


def sign(console: Console, page: HandoverPage, *before: Qt.Key | str) -> None:
    """Sign in the dialog that is open, by keyboard."""
    dialog = page.dialog
    assert dialog is not None
    press(dialog, *before)
    dialog.pin.control.setFocus()
    press(dialog.pin.control, PIN, Qt.Key.Key_Return)
    wait(console, lambda: page.dialog is None)
    settle(console, page)


def report(console: Console, event: str, what: Happened, hours: float, place: str = "L1") -> None:
    do(console, ReportSafety(event, what, place, f"report {event}", DAY + timedelta(hours=hours)), OPERATOR)


def test_a_draft_fills_itself_is_signed_answered_item_by_item_and_sealed_by_keyboard(
    console: Console, page: HandoverPage, window: MainWindow
) -> None:
    CLOCK.set(13.5)
    report(console, "hurt", Happened.HAZARD, 9)
    report(console, "near", Happened.NEAR_MISS, 10)
    sign_in(console, page, OUT)
    opened(console, page, 13.5)
    handover = page.reading.kept
    assert handover is not None
    assert handover.stage is Stage.DRAFT
    assert [item.subject for item in handover.items] == [Subject.SAFETY, Subject.SAFETY]
    assert "filled from the live record 13:30" in page.state.text()
    page.middle.list.setFocus()
    press(page.middle.list, Qt.Key.Key_Home, "+")
    wait(console, lambda: not page.middle._one.going)
    settle(console, page)
    assert page.middle.list.lines[0].risk is Risk.HIGH

    page.middle.notes.field.setFocus()
    press(page, "mind the new nozzle")
    page.sign.setFocus()  # leaving keeps it
    settle(console, page)
    assert kept(console, handover.id).note == "mind the new nozzle"

    press(page.sign, Qt.Key.Key_Return)
    settle(console, page)
    assert page.dialog is not None
    assert page.dialog.hash.isHidden()  # it would be another one than the signature's
    sign(console, page)
    handed = kept(console, handover.id)
    assert handed.stage is Stage.HANDED
    assert "signed by Ann" in page.state.text()

    page.take_over()  # the outgoing person cannot: the place for another one opens
    assert "cannot take over" in page.said.text
    panel = window.findChild(Signing).panel
    assert panel.isVisible()
    panel.choose(console.session.rights.people[INTO])
    panel.pad.entry.setFocus()
    press(panel.pad.entry, PIN, Qt.Key.Key_Return)
    wait(console, lambda: console.session.person is not None and console.session.person.id == INTO)
    settle(console, page)
    assert page.middle.exchanging  # the place is not lost
    exchange = page.middle.exchange
    assert exchange.item is not None
    assert exchange.item.record == "hurt"  # what is high comes first

    press(exchange, "a")
    assert exchange.words.refusal.text  # and is talked about
    press(page, "guard is back on", Qt.Key.Key_Return)
    wait(console, lambda: len(kept(console, handover.id).replies) == 1)
    settle(console, page)
    press(page, "d", "nobody told me", Qt.Key.Key_Return)
    wait(console, lambda: len(kept(console, handover.id).replies) == 2)
    settle(console, page)
    press(exchange, Qt.Key.Key_Return)
    assert page.dialog is not None
    sign(console, page)

    sealed = kept(console, handover.id)
    assert sealed.stage is Stage.SEALED
    assert is_whole(sealed)
    assert [reply.reply for reply in sealed.replies] == [Reply.ACCEPTED, Reply.DISPUTED]
    assert "unaltered" in page.signoff.seal.text()
    assert sealed.seal[:12] in page.signoff.seal.text()
    assert page.middle.notes.field.isReadOnly()
    assert page.sign.isHidden()

    altered = replace(sealed, note="nothing to mind")  # as another tool would have left it
    page.signoff.show_handover(altered, Naming(console, {}), UTC, (), "")
    assert page.signoff.seal.text().startswith("ALTERED")
    page.refresh()
    assert "unaltered" in page.signoff.seal.text()

    page.signoff.correct_button.click()
    assert page.correction is not None
    press(page.correction.text.control, "it was the left guard")
    page.correction.submit()
    box: list[Any] = []
    console.office.ask(lambda desk: desk.find(Correction), box.extend)
    wait(console, lambda: box)
    assert box[0].seal == sealed.seal
    settle(console, page)
    assert "it was the left guard" in page.signoff._lines[0].text()


def test_what_was_not_accepted_stands_in_the_next_draft_with_its_age(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, INTO)
    opened(console, page, 21)
    items = {item.record: item for item in page.reading.kept.items if page.reading.kept is not None}
    assert (items["near"].carried, items["near"].first) == (1, DAY.date())
    assert items["hurt"].carried == 0
    line = next(line for line in page.middle.list.lines if "report near" in line.title)
    assert "carried 1 time since 20 Nov" in line.words


def test_words_of_somebody_else_are_shown_and_nothing_is_lost(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, OUT)
    opened(console, page, 21)
    handover = page.reading.kept
    assert handover is not None
    notes = page.middle.notes
    notes.field.setFocus()
    press(page, "mine")
    do(console, WriteHandover(handover.id, "L1", "theirs", handover.note), INTO)
    settle(console, page)
    assert notes._clash.isVisible()
    assert "theirs" in notes.theirs.text()
    assert notes.text == "mine"
    notes.keep()
    settle(console, page)
    assert kept(console, handover.id).note == "theirs"
    notes.both.click()
    settle(console, page)
    assert kept(console, handover.id).note == "theirs\nmine"


def test_a_note_is_added_raised_and_removed_by_keyboard(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, OUT)
    opened(console, page, 21)
    middle = page.middle
    middle.list.setFocus()
    press(middle.list, "n")
    assert middle.form is not None
    press(middle.form.what.control, "guard door is loose", Qt.Key.Key_Return)
    wait(console, lambda: any("loose" in item.title for item in kept(console, page.reading.shift.id).items))
    settle(console, page)
    note = next(item for item in page.reading.kept.items if item.subject is Subject.NOTE)
    middle.list.setFocus()
    middle.list.choose(note.id)
    press(middle.list, "+")
    settle(console, page)
    assert next(item for item in page.reading.kept.items if item.id == note.id).risk.value == "raised"
    page.reading.renew(asked=True)
    settle(console, page)
    assert any(item.id == note.id for item in page.reading.kept.items)  # filling anew takes nothing away
    middle.list.choose(note.id)
    press(middle.list, Qt.Key.Key_Delete)
    settle(console, page)
    assert all(item.id != note.id for item in page.reading.kept.items)


def test_a_signature_is_refused_while_the_shift_has_not_nearly_ended(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, OUT)
    opened(console, page, 16.5, "L2")
    assert page.reading.kept is None  # looking at it begins nothing
    assert page.reading.shown is not None
    assert not page.sign.isEnabled()
    assert "two hours before" in page.sign.toolTip()


def test_who_has_no_right_sees_it_and_is_told_why_nothing_can_be_signed(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, OPERATOR)
    opened(console, page, 13.6, "L2")
    assert page.reading.kept is None
    assert not page.sign.isEnabled()
    assert "Dee" in page.sign.toolTip()
    assert page.middle.notes.field.isReadOnly()
    assert not page.renew.isEnabled()
    page.middle.add_button.click()  # which they could do in one that is begun
    assert "no right to begin it" in page.said.text
    assert page.middle.form is None or not page.middle.form.isVisible()


def test_a_wrong_pin_signs_nothing_and_what_changed_meanwhile_is_said(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, OUT)
    opened(console, page, 13.6, "L2")
    page.go_on()
    settle(console, page)
    dialog = page.dialog
    assert dialog is not None
    told = dialog.handover
    do(console, WriteHandover(told.id, "L2", "from elsewhere", ""), INTO)
    settle(console, page)
    assert dialog.handover.note == "from elsewhere"  # it shows what is signed
    dialog.handover = told  # as it was read before
    press(dialog.pin.control, PIN, Qt.Key.Key_Return)
    wait(console, lambda: "changed meanwhile" in dialog.said.text)
    assert kept(console, told.id).stage is Stage.DRAFT
    press(dialog.pin.control, "1357", Qt.Key.Key_Return)
    wait(console, lambda: "changed meanwhile" not in dialog.said.text)
    wait(console, lambda: dialog.said.text)
    assert kept(console, told.id).stage is Stage.DRAFT
    dialog.reject()


def test_unexplained_stops_block_and_a_supervisor_signs_with_a_reason(console: Console, page: HandoverPage) -> None:
    sign_in(console, page, LEADER)
    opened(console, page, 13.7, "Body")
    told = page.reading.content
    assert told is not None
    do(console, PrepareHandover("Body", told.day, told.shift, told.begins, told.ends, told.next_shift, (), (), 3))
    page.reading.held = True  # the record of this plant has no stops
    settle(console, page)
    page.reading._keep = lambda *_: None  # type: ignore[method-assign]
    try:
        assert "Stops without a reason" in page.loud.text
        page.go_on()
        assert page.dialog is not None
        assert not page.dialog.go.isEnabled()
        asked: list[str] = []
        page.open_requested.connect(lambda key, _: asked.append(key))
        page.dialog.show_stops.click()
        assert asked == ["stops"]
        sign_in(console, page, OUT)
        page.reading.held = True
        page.go_on()
        assert page.dialog is not None
        assert page.dialog.asks_why
        page.dialog.pin.control.setFocus()
        press(page.dialog.pin.control, PIN, Qt.Key.Key_Return)
        assert page.dialog.why.refusal.text
        page.dialog.pin.control.clear()
        page.dialog.why.control.setFocus()
        sign(console, page, "line was down for the audit")
    finally:
        del page.reading._keep
    found = kept(console, told.id if hasattr(told, "id") else page.reading.shift.id)
    assert (found.stage, found.overridden, found.overridden_by) == (Stage.HANDED, "line was down for the audit", OUT)
    assert "line was down" in page.signoff.over.text()


def test_a_missed_handover_is_loud_and_counted(console: Console, page: HandoverPage) -> None:
    CLOCK.set(31.5)  # Night ended at 30 and nobody signed it; Evening is a draft since 21
    service = console.handovers
    assert service is not None
    service.watch._stale, service.watch._ask_at, service.watch._look_at = True, 0.0, 0.0
    wait(console, lambda: service.watch.missed)
    assert {(one.place, one.shift) for one in service.watch.missed if one.place == "L1"} >= {("L1", "Evening")}
    sign_in(console, page, OUT)
    opened(console, page, 31.5)
    missed = page.choosing.missed
    assert missed
    page.choosing.show_shift(missed[-1])
    settle(console, page)
    assert "missed" in page.state.text()
    assert "Nobody handed this shift over" in page.loud.text


def test_no_word_is_cut_and_everything_has_a_name(console: Console, page: HandoverPage, window: MainWindow) -> None:
    sign_in(console, page, OUT)
    opened(console, page, 13.6, "Body")
    for code in CODES:
        languages.use(code)
        for size in ((1920, 1080), (1366, 768), (960, 600)):
            window.resize(*size)
            settle(console, page)
            assert clipped(page) == []
            assert nameless(page) == []
        assert ("交接班" in page.title.text()) == (code == "zh_CN")
    languages.use("en")
    window.resize(1600, 950)


def test_records_that_cannot_be_opened_are_said_instead_of_an_empty_handover(
    console: Console, page: HandoverPage
) -> None:
    ready = console.office.ready
    console.office.ready = RecordsReady("records_damaged")
    try:
        page.beat(console.now())
        assert page._root.currentWidget() is page.closed
    finally:
        console.office.ready = ready
    settle(console, page)
    page.refresh()
    assert page._root.currentWidget() is page._body


def test_a_plant_without_lines_says_what_will_stand_here(qapp: QApplication, tmp_path: Path) -> None:
    console = Console(tmp_path, None, now=CLOCK)
    furnish(console, load_settings(tmp_path, None, {}, {}), shares=False)
    console.start_records()
    wait(console, lambda: not console.office.ready.code)
    made = HandoverPage(console)
    made.show()
    made.beat(console.now())
    assert "Setup" in made.nothing.text()
    made.close()
    made.deleteLater()
    console.close()


def test_it_begins_with_the_site_where_grants_lead_or_with_what_was_chosen_here_last(tmp_path: Path) -> None:
    (tmp_path / "plant.toml").write_text(PLANT.replace('area = "Body"', 'area = "Press"', 1), encoding="utf-8")
    console = Console(tmp_path, load_plant(tmp_path / "plant.toml"), now=CLOCK)

    def begun() -> Choosing:
        made = Choosing(console)
        made.set_area(None)
        return made

    assert begun().place.currentData() == "Suzhou"  # who hands over all lines at once
    console.session.person = Person("eve", "Eve", "9", (Grant(Role.SUPERVISOR, ("Suzhou", "Body")),))
    assert begun().place.currentData() == "Body"
    hand = begun().place
    for chosen, begins in (("L2", "L2"), ("L1", "Body")):  # L1 lies where she has no right
        hand.setCurrentIndex(hand.findData(chosen))
        hand.activated.emit(hand.currentIndex())
        assert begun().place.currentData() == begins
    console.close()
