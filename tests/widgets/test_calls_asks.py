"""What a category asks of its own, on the screens: told in the form of a move, refused there, shown with the call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.andon import Ask, AskKind, Call, Stage
from console.domain.commands.andon import ChangeCategory, ExplainCall
from console.domain.ids import new_id
from tests.widgets.call_parts import ADMIN, LEADER, STATION, breathe, calling, now_is, raised, shown
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole
from tests.widgets.setup_parts import categories_of
from widgets.calls.page import CallsPage
from widgets.cards import Choice, Entry
from widgets.languages import languages
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
PART = Ask("part", "Part & number", needed=True)
BLOCKED = Ask("blocked", "Quantity blocked", AskKind.NUMBER)
WHAT = Ask("what", "What becomes of it", AskKind.CHOICE, ("rework", "scrap"))


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleConsole]:
    made = calling(tmp_path_factory.mktemp("asks"))
    ask(made, (PART, BLOCKED, WHAT))
    yield made
    made.office.close()


@pytest.fixture(scope="module")
def window(console: PeopleConsole) -> Iterator[MainWindow]:
    made = shown(console, ("calls", CallsPage))
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(console: PeopleConsole, window: MainWindow) -> CallsPage:
    console.sign_in(LEADER)
    found = window.widget("calls")
    assert isinstance(found, CallsPage)
    return found


def ask(console: PeopleConsole, asks: tuple[Ask, ...]) -> None:
    kept = categories_of(console)["Machine"]
    assert console.do(ChangeCategory(replace(kept.value, asks=asks), kept.version), who=ADMIN) == []
    breathe(console)


def chosen(console: PeopleConsole, page: CallsPage, then: str = "", **more: object) -> Call:
    """A fresh call of the category that asks, chosen, with a form begun."""
    call = raised(console, STATION, what=new_id(), **more)
    page.card.show_call(call.id, then)
    breathe(console)
    return call


def test_the_form_asks_what_the_category_asks_and_gives_what_was_told(console: PeopleConsole, page: CallsPage) -> None:
    call = chosen(console, page, "resolve", answers=(("what", "rework"),))
    fields = page.card.form.asks.fields
    assert [type(field.control) for field in fields.values()] == [Entry, Entry, Choice]
    assert "required" in fields["part"].label.text()
    assert "required" not in fields["blocked"].label.text()
    assert fields["what"].control.currentData() == "rework"
    page.card.form.fields["countermeasure"].control.setPlainText("Cover fitted")
    page.card.form.fields["cause"].control.setCurrentIndex(1)
    fields["part"].control.setFocus()
    QTest.keyClicks(fields["part"].control, "4711")
    QTest.keyClick(fields["part"].control, K.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "2,5")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    breathe(console)
    told = now_is(console, call)
    assert (told.stage, dict(told.answers)) == (Stage.RESOLVED, {"what": "rework", "part": "4711", "blocked": "2.5"})
    assert not page.card.form.isVisible()


def test_a_refusal_stands_at_the_field_that_it_is_about(console: PeopleConsole, page: CallsPage) -> None:
    call = chosen(console, page, "explain")
    fields = page.card.form.asks.fields
    fields["blocked"].control.setText("many")
    page.card.form.submit()
    breathe(console)
    assert "Quantity blocked" in fields["blocked"].refusal.text
    assert fields["blocked"].control.hasFocus()
    fields["blocked"].control.setText("12")
    page.card.form.submit()
    breathe(console)
    assert now_is(console, call).answers == (("blocked", "12"),)


def test_a_call_that_wants_an_answer_is_not_closed_and_says_so_at_the_field(
    console: PeopleConsole, page: CallsPage
) -> None:
    call = chosen(console, page, "resolve")
    page.card.form.fields["cause"].control.setCurrentIndex(1)
    page.card.form.fields["countermeasure"].control.setPlainText("Cover fitted")
    page.card.form.submit()
    breathe(console)
    page.card.begin("close")
    page.card.form.submit()
    breathe(console)
    assert "Part & number" in page.card.form.asks.fields["part"].refusal.text
    page.card.form.asks.fields["part"].control.setText("4711")
    page.card.form.submit()
    breathe(console)
    assert now_is(console, call).stage is Stage.CLOSED


def test_what_another_answered_meanwhile_is_not_overwritten(console: PeopleConsole, page: CallsPage) -> None:
    call = chosen(console, page, "explain")
    assert console.do(ExplainCall(call.id, call.place, answers=(("part", "4711"),)), who=ADMIN) == []
    page.card.form.asks.fields["blocked"].control.setText("3")
    page.card.form.submit()
    breathe(console)
    assert dict(now_is(console, call).answers) == {"part": "4711", "blocked": "3"}


def test_an_action_that_explains_nothing_asks_nothing(console: PeopleConsole, page: CallsPage) -> None:
    chosen(console, page, "contain")
    assert page.card.form.asks.fields == {}
    page.card.form.close_form()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_form_and_the_facts_fit_and_have_names(console: PeopleConsole, page: CallsPage, code: str) -> None:
    languages.use(code)
    chosen(console, page, "resolve", answers=(("part", "<b>4711</b> " * 12),))
    found = nameless(page), clipped(page)
    languages.use("en")
    page.card.form.close_form()
    assert found == ([], [])


def test_answers_are_shown_with_the_call_and_those_to_what_is_no_longer_asked_by_their_id(
    console: PeopleConsole, page: CallsPage
) -> None:
    chosen(console, page, answers=(("part", "4711"), ("what", "scrap")))

    def facts() -> list[tuple[str, str]]:
        found = page.card.facts.answers.facts
        return [(fact.name.text(), fact.value.text()) for fact in found if not fact.isHidden()]

    assert facts() == [("Part & number", "4711"), ("Quantity blocked", "–"), ("What becomes of it", "scrap")]
    ask(console, (replace(BLOCKED, name="Blocked"), replace(WHAT, choices=("rework",))))
    page.card.read()
    breathe(console)
    assert facts() == [("Blocked", "–"), ("What becomes of it", "scrap"), ("part", "4711")]
    page.card.begin("explain")
    assert page.card.form.asks.fields["what"].control.currentData() == "scrap"
    assert page.card.form.asks.answers == ()
    page.card.form.close_form()
