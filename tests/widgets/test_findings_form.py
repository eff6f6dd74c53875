"""Rules of writing down a finding: few strokes, an owner and a day with it, pictures, what it repeats, a red tag."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from console.app.queries.attachments import attachments_of
from console.app.queries.findings import FindingFile, finding_file
from console.domain.actions import Priority
from console.domain.commands.people import ChangePerson
from console.domain.findings import Closing
from console.domain.people import Grant, Role
from tests.records.picture_files import encoded, large_png, photo
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.findings_parts import LEADER, OPERATOR, PEOPLE, VIEWER, Works
from widgets.findings.form import NOBODY, FindingForm
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key


@pytest.fixture(scope="module")
def works(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Works]:
    made = Works(tmp_path_factory.mktemp("console"))
    made.show(("here", lambda console: QLabel()))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _somebody(works: Works) -> None:
    languages.use("en")
    works.sign_in(OPERATOR)


def opened(works: Works, place: str | None = None, run: str = "", item: str = "") -> tuple[FindingForm, list[str]]:
    """A form that is open, and the ids that it kept."""
    form = FindingForm(works.console, works.window, works.area if place is None else place, run, item, "Gangways")
    kept: list[str] = []
    form.kept.connect(kept.append)
    form.show()
    form.activateWindow()
    works.settle()
    return form, kept


def press(
    works: Works, form: FindingForm, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key where the keyboard of the form is."""
    QTest.keyClick(form.focusWidget(), key, held)
    works.settle(1)


def file_of(works: Works, id: str) -> FindingFile:
    """A finding as the records have it."""
    found = works.ask(finding_file(id))
    assert isinstance(found, FindingFile)
    return found


def test_a_finding_with_its_action_takes_its_text_and_two_keys(works: Works) -> None:
    form, kept = opened(works)
    assert form.focusWidget() is form.text

    QTest.keyClicks(form.text, "Pallet in the gangway")
    press(works, form, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    works.until(lambda: not form.isVisible())

    file = file_of(works, kept[0])
    (action,) = file.shown.actions
    assert file.shown.finding.text == "Pallet in the gangway"
    assert (action.title, action.owner, action.source) == ("Pallet in the gangway", LEADER, "finding")
    assert action.due == works.today + timedelta(days=7)
    assert file.shown.closing is Closing.OPEN


def test_who_cancels_while_it_is_being_kept_loses_no_action(works: Works) -> None:
    form, kept = opened(works)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    form.text.setPlainText("Hose across the way")
    form.submit()
    form.reject()
    assert form.isVisible()
    works.until(lambda: kept)
    works.settle()
    assert [one.title for one in file_of(works, kept[0]).shown.actions] == ["Hose across the way"]


def test_enter_goes_on_and_shift_enter_begins_a_line(works: Works) -> None:
    form, _ = opened(works)
    QTest.keyClicks(form.text, "Oil")
    press(works, form, K.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.text, "at the pump")
    press(works, form, K.Key_Return)
    assert form.text.toPlainText() == "Oil\nat the pump"
    assert form.focusWidget() is form.owner
    press(works, form, K.Key_Return)
    assert form.focusWidget() is form.due
    press(works, form, K.Key_Return)
    assert form.focusWidget() is form.go
    form.reject()


def test_a_serious_one_is_due_tomorrow_unless_somebody_typed_a_day(works: Works) -> None:
    form, kept = opened(works)
    form.text.setPlainText("Guard missing")
    form.serious.click()
    assert form.due.text() == "+1"
    form.submit()
    works.until(lambda: kept)
    (action,) = file_of(works, kept[0]).shown.actions
    assert (action.priority, action.due) == (Priority.URGENT, works.today + timedelta(days=1))

    other, _ = opened(works)
    other.due.setFocus()
    other.due.selectAll()
    QTest.keyClicks(other.due, "+3")
    other.serious.click()
    assert other.due.text() == "+3"
    other.reject()


def test_a_finding_without_an_action_is_possible_but_marked(works: Works) -> None:
    form, kept = opened(works)
    form.text.setPlainText("Label faded")
    form.owner.setCurrentIndex(form.owner.findData(NOBODY))
    assert "stays marked" in form.bare.text
    assert not form.due.isVisible()
    form.submit()
    works.until(lambda: kept and not form.isVisible())
    assert file_of(works, kept[0]).shown.closing is Closing.BARE


def test_nothing_is_kept_without_words_or_with_no_day_and_nothing_typed_is_lost(works: Works) -> None:
    form, kept = opened(works, place="")
    form.submit()
    assert "Choose where" in form.fields["place"].refusal.text
    form.place.control.setCurrentIndex(1)  # type: ignore[attr-defined]
    form.submit()
    assert "Say what is wrong" in form.fields["text"].refusal.text
    form.text.setPlainText("Leak")
    form.due.setText("soon")
    form.submit()
    works.settle()
    assert "Type a day" in form.fields["due"].refusal.text
    assert form.focusWidget() is form.due
    assert (form.text.toPlainText(), kept) == ("Leak", [])
    form.reject()
    assert kept == []


def test_what_it_repeats_is_said_while_it_is_written(works: Works) -> None:
    run, item = works.round()
    first = works.finding("Pallet in the gangway", run=run, item=item)
    works.later(1)
    form, kept = opened(works, run=run, item=item)
    works.until(lambda: form.earlier)

    assert "found 1 time" in form.repeat.text
    form.show_repeat.click()
    assert "Pallet in the gangway" in form.repeated.text()
    form.text.setPlainText("Again")
    form.submit()
    works.until(lambda: kept)
    assert file_of(works, kept[0]).shown.finding.repeats == (first,)


def test_what_is_older_than_ninety_days_is_no_repeat(works: Works) -> None:
    place = works.line
    run, item = works.round(place)
    works.finding("Old", place=place, run=run, item=item)
    works.later(91)
    works.sign_in(OPERATOR)
    run, item = works.round(place)
    form, _ = opened(works, place, run, item)
    assert form.earlier == ()
    assert not form.repeat.isVisible()
    form.reject()


def test_a_red_tag_is_put_on_with_it(works: Works) -> None:
    form, kept = opened(works)
    form.text.setPlainText("Fixture that nobody uses")
    form.tag.click()
    assert form.focusWidget() is form.thing
    form.submit()
    assert "Say what it is" in form.fields["thing"].refusal.text
    form.thing.setText("Welding fixture 12")
    form.quantity.setText("2")
    form.number.setText("R-007")
    form.submit()
    works.until(lambda: kept and not form.isVisible())
    (tag,) = file_of(works, kept[0]).tags
    assert (tag.thing, tag.quantity, tag.number, tag.owner) == ("Welding fixture 12", 2, "R-007", LEADER)
    assert tag.decide_by == works.today + timedelta(days=7)


def test_a_picture_that_is_pasted_into_the_text_goes_to_the_pictures_and_words_stay_words(works: Works) -> None:
    form, _ = opened(works)
    assert form.strip is not None
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(image)
    form.text.paste()
    assert len(form.strip.arrivals) == 1
    clipboard.setText("oil below the press")
    form.text.paste()
    assert form.text.toPlainText() == "oil below the press"
    assert len(form.strip.arrivals) == 1
    form.reject()


def test_pictures_wait_until_it_is_kept_and_a_bad_one_is_said_beside_a_finding_that_is_kept(works: Works) -> None:
    form, kept = opened(works)
    assert form.strip is not None
    form.strip.add([(encoded(photo(), "JPEG"), "oil.jpg"), (large_png(), "huge.png"), (b"MZ" + bytes(90), "a.jpg")])
    lines = list(form.strip.arrivals.values())
    assert all("when this is kept" in line.words.text() for line in lines)
    lines[2].close_button.click()  # taken back
    form.text.setPlainText("Oil on the floor")
    form.submit()
    works.until(lambda: kept and any(one.refusal for one in form.strip.arrivals.values()))
    works.until(lambda: len(works.ask(attachments_of("finding", kept[0]))) == 1)
    works.settle()

    assert form.isVisible()  # what was refused is seen
    (left,) = form.strip.arrivals.values()
    assert "50,000 × 50,000" in left.words.text()
    assert [one.attachment.name for one in works.ask(attachments_of("finding", kept[0]))] == ["oil.jpg"]
    left.close_button.click()
    works.until(lambda: not form.isVisible())
    assert len(kept) == 1


def test_an_action_that_is_refused_loses_neither_the_finding_nor_the_words(works: Works) -> None:
    """Its owner was set inactive at another console while the form was open."""
    form, kept = opened(works)
    form.text.setPlainText("Hose leaks")
    name, number, role = PEOPLE[LEADER]
    assert works.do(ChangePerson(LEADER, name, number, (Grant(role),), active=False)) == []
    works.settle()
    form.submit()
    works.until(lambda: kept)

    assert form.isVisible()
    assert "The finding is kept" in form.said.text
    assert not form.text.isEnabled()
    assert works.do(ChangePerson(LEADER, name, number, (Grant(role),), active=True)) == []
    form.submit()
    works.until(lambda: not form.isVisible())
    file = file_of(works, kept[0])
    assert len(file.shown.actions) == 1
    assert len(kept) == 1


def test_who_may_not_is_told_why(works: Works) -> None:
    works.sign_in(VIEWER)
    form, _ = opened(works)
    assert not form.go.isEnabled()
    assert "Visitor 9" in form.go.toolTip()
    assert Role.VIEWER in PEOPLE[VIEWER]
    form.reject()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_of_the_form_is_cut_and_everything_has_a_name(works: Works, code: str) -> None:
    languages.use(code)
    form, _ = opened(works, place="")
    form.tag.click()
    form.owner.setCurrentIndex(form.owner.findData(NOBODY))
    works.settle(1)
    assert clipped(form) == []
    assert nameless(form) == []
    form.reject()
