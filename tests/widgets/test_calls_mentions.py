"""Rules of naming people on a call: names are offered, roles mean who is on duty, and who was named is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.andon import mentions_of
from console.domain.commands.comments import AddComment
from console.domain.ids import new_id
from tests.widgets.call_parts import ADMIN, LEADER, OPERATOR, STATION, breathe, calling, file_of, raised, shown
from tests.widgets.people_parts import PeopleConsole
from widgets.calls.mentions import MentionNotes
from widgets.calls.page import CallsPage
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleConsole]:
    made = calling(tmp_path_factory.mktemp("console"))
    made.sign_in(OPERATOR)
    yield made
    made.office.close()


@pytest.fixture(scope="module")
def window(console: PeopleConsole) -> Iterator[MainWindow]:
    made = shown(console, ("calls", CallsPage))
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(scope="module")
def page(console: PeopleConsole, window: MainWindow) -> CallsPage:
    """The page with a new call chosen."""
    call = raised(console).id
    breathe(console)
    page = window.widget("calls")
    assert isinstance(page, CallsPage)
    page.show_subject(call)
    console.settle()
    return page


def test_a_name_is_offered_after_an_at_sign_and_taken_with_enter(console: PeopleConsole, page: CallsPage) -> None:
    line = page.card.say
    line.setFocus()
    QTest.keyClicks(line, "Look please @lead")
    popup = line._offer.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Look please @Team leader 3 "
    QTest.keyClick(line, Qt.Key.Key_Return)
    console.settle()
    said = file_of(console, page.card.call).thread[-1]
    assert said.comment.mentions == (LEADER,)
    assert said.mentions == ("Team leader 3",)


def test_a_role_means_those_who_have_it_there(console: PeopleConsole, page: CallsPage) -> None:
    page.card.say.setText("@Administrator the door is locked")
    page.card.comment()
    console.settle()
    assert file_of(console, page.card.call).thread[-1].comment.mentions == (ADMIN,)


def test_an_address_is_no_name(page: CallsPage) -> None:
    page.card.say.clear()
    QTest.keyClicks(page.card.say, "mail to line1@lead")
    assert not page.card.say._offer.popup().isVisible()
    page.card.say.clear()


def test_who_was_named_is_told_at_the_next_sign_in_until_they_have_said_something(
    console: PeopleConsole, window: MainWindow, page: CallsPage
) -> None:
    notes = MentionNotes(console, window)  # type: ignore[arg-type]
    call = page.card.call
    console.do(AddComment(new_id(), "andon_call", call, STATION, "@Team leader 3?", (LEADER,)), who=OPERATOR)
    assert len(console.answer(mentions_of(LEADER))) == 1  # type: ignore[arg-type]
    console.sign_in(LEADER)
    console.settle()
    assert "1 open call names you" in notes.notice.accessibleName()
    console.do(AddComment(new_id(), "andon_call", call, STATION, "On my way", ()), who=LEADER)
    assert len(console.answer(mentions_of(LEADER))) == 0  # type: ignore[arg-type]
    console.sign_in(OPERATOR)


def test_pictures_belong_to_the_call_that_is_shown(page: CallsPage) -> None:
    assert (page.card.pictures._kind, page.card.pictures._record) == ("andon_call", page.card.call)
