"""The actions page, reviews and knowledge: from a call by one key to done and verified, found again the next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.actions import Actions
from console.app.queries.actions import ActionShown, actions, actions_of, reviews
from console.app.queries.knowledge import articles
from console.domain.actions import Priority, Stage
from console.domain.andon import Call, Severity
from console.domain.commands.actions import DoAction, MakeAction, WriteArticle
from console.domain.commands.andon import AcknowledgeCall, CloseCall, RejectCall, ResolveCall, VerifyCall
from tests.widgets.call_parts import LEADER, OPERATOR, OTHER, STATION, SUPERVISOR, breathe, calling, raised, shown
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole
from widgets.actions.known import due_count, today_at
from widgets.actions.page import ActionsPage
from widgets.calls.page import CallsPage
from widgets.knowledge.page import KnowledgePage
from widgets.languages import languages
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
DAY = 86400.0


class Face:
    """One console with its window for all tests of this file; each test has calls of its own."""

    def __init__(self, folder: Path) -> None:
        self.console: PeopleConsole = calling(folder)
        self.console.actions = Actions(self.console)  # type: ignore[attr-defined, arg-type]
        self.console.actions.start()  # type: ignore[attr-defined]
        pages = (("calls", CallsPage), ("actions", ActionsPage), ("knowledge", KnowledgePage))
        self.window: MainWindow = shown(self.console, *pages)
        self.breathe()

    def breathe(self, rounds: int = 3) -> None:
        """Let the records, the console and the screens do what waits."""
        service = self.console.actions  # type: ignore[attr-defined]
        for _ in range(rounds):
            service._ask_at = service._look_at = 0.0
            service.beat(1e12)
            breathe(self.console, 1)
            QTest.qWait(60)  # screens gather what changed for a moment

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the keyboard is."""
        for one in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, one, held)
        self.breathe()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def send(self) -> None:
        """Ctrl+Enter."""
        self.key(K.Key_Return, held=Qt.KeyboardModifier.ControlModifier)

    def calls(self, call: Call) -> CallsPage:
        """The calls page with this call chosen."""
        self.window.open("calls", call.id)
        self.breathe()
        page = self.window.widget("calls")
        assert isinstance(page, CallsPage)
        page.list.setFocus()
        return page

    def actions(self, subject: str = "") -> ActionsPage:
        """The actions page."""
        self.window.open("actions", subject)
        self.breathe()
        page = self.window.widget("actions")
        assert isinstance(page, ActionsPage)
        page.grid.setFocus()
        return page

    def knowledge(self) -> KnowledgePage:
        """The knowledge page."""
        page = self.window.widget("knowledge")
        assert isinstance(page, KnowledgePage)
        return page

    def of(self, call: Call) -> list[ActionShown]:
        """The actions of a call, as the records have them."""
        return list(self.console.answer(actions_of("andon_call", call.id)))  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="module")
def face(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Face]:
    made = Face(tmp_path_factory.mktemp("console"))
    yield made
    made.window.close()
    made.window.deleteLater()
    made.console.office.close()


@pytest.fixture(autouse=True)
def _nobody_left(face: Face) -> Iterator[None]:
    yield
    languages.use("en")
    face.console.session.sign_out()
    face.breathe(1)


def made(face: Face, call: Call, id: str, owner: str = LEADER, days: int = 3, title: str = "New guide") -> None:
    due = today_at(face.console, call.place) + timedelta(days=days)  # type: ignore[arg-type]
    command = MakeAction(id, call.place, title, owner, due, source="andon_call", record=call.id)
    assert face.console.do(command, who=LEADER) == []


def test_from_call_to_action_to_done_and_verified_by_keyboard_alone(face: Face) -> None:
    call = raised(face.console, STATION, "machine", text="Wire feed jams again")
    assert face.console.do(AcknowledgeCall(call.id, call.place), who=OPERATOR) == []
    face.console.sign_in(LEADER)
    page = face.calls(call)
    face.key(K.Key_M)

    (one,) = face.of(call)
    action = one.action
    assert (action.title, action.owner, action.priority) == ("Wire feed jams again", OPERATOR, Priority.NORMAL)
    assert action.due == today_at(face.console, call.place) + timedelta(days=7)  # type: ignore[arg-type]
    assert page.card.follow.actions[0].action.id == action.id, "shown on the call"
    face.key(K.Key_M)
    assert len(face.of(call)) == 1, "a second press opens it"
    assert face.window.current == "actions"

    page = face.window.widget("actions")
    assert page.card.action == action.id
    page.grid.setFocus()
    face.key(K.Key_B)
    face.key(K.Key_D)
    face.type("New wire guide fitted")
    face.send()
    face.key(K.Key_V)
    now = face.of(call)[0].action
    assert (now.stage, now.outcome, now.done_by, now.verified_by) == (
        Stage.VERIFIED,
        "New wire guide fitted",
        LEADER,
        LEADER,
    )
    face.key(K.Key_S)
    assert (face.window.current, face.window.widget("calls").card.call) == ("calls", call.id), "linked both ways"


def test_of_a_severe_call_another_person_verifies_and_the_screen_says_so(face: Face) -> None:
    call = raised(face.console, OTHER, "safety", text="Guard open")
    made(face, call, "severe", SUPERVISOR)
    assert face.console.do(DoAction("severe", OTHER, "Switch fitted"), who=SUPERVISOR) == []
    face.console.sign_in(SUPERVISOR)
    page = face.actions("severe")
    face.key(K.Key_V)
    assert "somebody else" in page.card.said.text
    assert face.of(call)[0].action.stage is Stage.DONE


def test_a_new_action_is_made_by_hand_and_what_is_wrong_stands_at_its_field(face: Face) -> None:
    face.console.sign_in(SUPERVISOR)
    page = face.actions()
    face.key(K.Key_N)
    face.send()
    assert page.card.form.fields["title"].refusal.text
    face.type("Mark the walkway anew")
    page.card.form.fields["due"].control.setText("soon")
    face.send()
    assert "2026" in page.card.form.fields["due"].refusal.text
    page.card.form.fields["due"].control.setText("+2")
    face.send()
    assert page.card.file is not None
    action = page.card.file.shown.action
    assert (action.title, action.owner, action.source) == ("Mark the walkway anew", SUPERVISOR, "")
    assert (action.due - today_at(face.console, action.place)).days == 2  # type: ignore[arg-type]
    face.key(K.Key_P)
    page.card.form.fields["priority"].control.setCurrentIndex(0)
    face.send()
    assert page.card.file.shown.action.priority is Priority.URGENT


def test_the_lists_show_what_is_mine_late_to_verify_and_to_be_looked_at(face: Face) -> None:
    call = raised(face.console, STATION, "material", text="No wire")
    made(face, call, "late", LEADER, days=-2, title="Late one")
    made(face, call, "ready", OPERATOR, title="Ready one")
    assert face.console.do(DoAction("ready", STATION, "Done"), who=OPERATOR) == []
    face.console.sign_in(LEADER)
    page = face.actions()

    def ids(key: str) -> set[str]:
        page.turn(key)
        return {row.shown.action.id for row in page.rows.rows}

    assert {"late", "ready"} <= ids("all")
    assert ids("overdue") == {"late"}
    assert "ready" not in ids("mine")
    assert "late" in ids("mine")
    assert "ready" in ids("verify")
    assert "ready" not in ids("effect")
    assert due_count(face.console) == 1  # type: ignore[arg-type]
    face.console.session.sign_out()
    face.breathe(1)
    page.turn("mine")
    assert page.rows.rows == []
    assert "F8" in page.empty.text()


def closed_call(face: Face, text: str, severity: Severity = Severity.CRITICAL) -> Call:
    face.console.time += 60
    call = raised(face.console, OTHER, "machine", severity=severity, text=text, code="E77")
    on = (call.id, call.place)
    assert face.console.do(ResolveCall(*on, "jam", "The guide was worn", "New guide"), who=LEADER) == []
    assert face.console.do(VerifyCall(*on), who=SUPERVISOR) == []
    assert face.console.do(CloseCall(*on), who=SUPERVISOR) == []
    face.breathe()
    return call


def test_a_closed_severe_call_wants_a_review_that_is_written_by_keyboard(face: Face) -> None:
    call = closed_call(face, "Robot hit the fixture")
    face.console.sign_in(SUPERVISOR)
    page = face.calls(call)
    assert page.card.follow.review_button.isVisibleTo(page)
    page.card.setFocus()
    face.key(K.Key_Y)
    assert face.window.current == "actions"
    card = face.window.widget("actions").review
    card.questions[0].setFocus()
    face.type("Why did it hit?")
    face.key(K.Key_Return)
    face.type("The guide was worn")
    card.end()
    face.breathe()
    assert card.root_cause.refusal.text, "no review without a root cause"
    card.root_cause.control.setFocus()
    face.type("Nobody checks wear")
    card.standard.control.setPlainText("Check the guide each week")
    face.send()
    card.make_action()
    face.breathe()
    card.end()
    face.breathe()
    shown_ = next(one for one in face.console.answer(reviews) if one.review.record == call.id)  # type: ignore[attr-defined]
    assert shown_.review.done_by == SUPERVISOR
    assert [why.answer for why in shown_.review.whys] == ["The guide was worn"]
    assert [one.action.title for one in shown_.actions] == ["Check the guide each week"]
    assert card.answers[0].isReadOnly()


def test_what_was_learned_is_written_on_closing_and_suggested_when_it_happens_again(face: Face) -> None:
    call = closed_call(face, "Gripper loses the part", Severity.MINOR)
    face.console.sign_in(SUPERVISOR)
    page = face.calls(call)
    page.card.setFocus()
    face.key(K.Key_L)
    assert face.window.current == "knowledge"
    knowledge = face.knowledge()
    editor = knowledge.editor
    assert editor.title.control.text() == "Gripper loses the part"
    assert "The guide was worn" in editor.text.control.toPlainText()
    assert editor.codes.control.text() == "E77"
    editor.keywords.control.setText("gripper, vacuum")
    editor.keywords.control.setFocus()
    face.send()
    assert knowledge.view.title.text() == "Gripper loses the part"

    face.console.time += 60
    again = raised(face.console, OTHER, "machine", text="Part lost", code="E77")
    page = face.calls(again)
    assert [one[0].article.title for one in page.card.follow.told.articles][:1] == ["Gripper loses the part"]
    face.key(K.Key_H)
    (kept,) = [one for one in face.console.answer(articles) if one.article.record == call.id]  # type: ignore[attr-defined]
    assert kept.helped == 1
    face.key(K.Key_K)
    assert face.window.current == "knowledge"
    assert knowledge.article == kept.article.id


def test_articles_are_found_while_one_types(face: Face) -> None:
    for id, title in (("k1", "Weld tip sticks"), ("k2", "焊丝卡滞怎么办")):
        assert face.console.do(WriteArticle(id, STATION, title, "Clean it", keywords=("weld",)), who=SUPERVISOR) == []
    face.window.open("knowledge")
    face.breathe()
    page = face.knowledge()
    page.focus_filter()
    face.type("tip weld")
    assert [one.article.id for one in page.rows.rows] == ["k1"]
    page.search.setText("卡滞")
    assert [one.article.id for one in page.rows.rows] == ["k2"]
    page.search.setText("nothing like it")
    assert page.rows.rows == []
    assert page.empty.text()


def test_an_area_without_actions_and_words_from_outside_stay_what_they_are(face: Face) -> None:
    call = raised(face.console, STATION, "help", text="Come")
    made(face, call, "nasty", title="<b>=1+1</b>")
    page = face.actions("nasty")
    assert page.card.facts.title.text() == "<b>=1+1</b>"
    assert page.card.facts.title.textFormat() is Qt.TextFormat.PlainText
    page.set_scope("no such area")
    assert page.rows.rows == [row for row in page.rows.rows if not row.shown.action.place]
    page.set_scope(None)
    assert "nasty" in {one.action.id for one in face.console.answer(actions)}  # type: ignore[attr-defined]


def test_of_what_was_no_call_nothing_follows(face: Face) -> None:
    call = raised(face.console, STATION, "quality", text="A test")
    assert face.console.do(RejectCall(call.id, call.place, "A test"), who=LEADER) == []
    face.breathe()
    page = face.calls(call)
    follow = page.card.follow
    assert not follow.make_button.isEnabled()
    assert not follow.learn_button.isVisibleTo(page)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1366, 768), (960, 600)])
def test_no_word_is_cut_and_every_control_has_a_name(face: Face, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    face.console.sign_in(SUPERVISOR)
    face.window.resize(*size)
    for key in ("actions", "knowledge"):
        face.window.open(key)
        face.breathe(1)
        page = face.window.widget(key)
        assert page is not None
        assert clipped(page) == []
        assert nameless(page) == []
    page = face.actions()
    page.turn("reviews")
    face.breathe(1)
    assert clipped(page) == []
    assert nameless(page) == []
    page.turn("all")
    page.make()
    face.breathe(1)
    assert clipped(page) == []
    page.card.form.close_form()
