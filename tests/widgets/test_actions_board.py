"""The board of actions: the states are columns, a dropped card gives the command or asks for its words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.actions import action_file
from console.domain.actions import Action, Stage
from console.domain.commands.actions import BeginAction, DoAction, DropAction, MakeAction
from console.domain.commands.orders import SetFlowColumn
from console.domain.ids import new_id
from tests.widgets.call_parts import LEADER, OPERATOR, OTHER, STATION, SUPERVISOR, breathe
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.test_actions_page import Face
from widgets.actions.board import LINE, NONE, OWNER
from widgets.actions.known import today_at
from widgets.actions.page import BOARD, LIST, ActionsPage
from widgets.cardflow.faces import Mark
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


class Table(Face):
    """The same console with its window; the page shows the board."""

    def breathe(self, rounds: int = 2) -> None:
        """Let the records and the page do what waits; the page gathers what changed for 50 ms."""
        for left in reversed(range(rounds)):
            breathe(self.console, 1)
            QTest.qWait(55 if left else 5)

    @property
    def page(self) -> ActionsPage:
        page = self.window.widget("actions")
        assert isinstance(page, ActionsPage)
        return page

    def begin(self, who: str = SUPERVISOR) -> ActionsPage:
        """The board in front, for somebody who is signed in."""
        self.console.sign_in(who)
        self.window.activateWindow()
        self.window.open("actions")
        self.page.show_view(BOARD)
        self.page.turn("all")
        self.page.board.use_lanes(NONE)
        self.breathe()
        return self.page

    def made(self, title: str, owner: str = OPERATOR, days: int = 5, place: str = STATION) -> str:
        """A new action's id."""
        id = new_id()
        due = today_at(self.console, place) + timedelta(days=days)  # type: ignore[arg-type]
        self.must(MakeAction(id, place, title, owner, due), SUPERVISOR)
        return id

    def must(self, command: object, who: str) -> None:
        assert self.console.do(command, who=who) == []  # type: ignore[arg-type]
        self.breathe()

    def action(self, id: str) -> Action:
        file = self.console.answer(action_file(id))
        assert file is not None
        return file.shown.action  # type: ignore[attr-defined, no-any-return]

    def drag(self, id: str, column: str) -> None:
        """With the mouse, from where it lies to below all cards of a column."""
        board = self.page.board.board
        board.go(id)
        begun = board.rect_of(id).center()
        at = [one.id for one in board.deck.flow.columns].index(column)
        to = QPoint(board.column_rect(at).center().x(), board.body.bottom() - 30)
        QTest.mousePress(board, LEFT, pos=begun)
        QTest.mouseMove(board, begun + QPoint(15, 15))
        QTest.mouseMove(board, to)
        QTest.mouseRelease(board, LEFT, pos=to)
        self.breathe()

    def columns(self) -> dict[str, list[str]]:
        """Titles by column, from the top."""
        deck = self.page.board.board.deck
        found: dict[str, list[str]] = {}
        for (column, _), ids in deck.order.items():
            found.setdefault(column, []).extend(deck.faces[id].title for id in ids)
        return found

    def note(self) -> str:
        """What is said above the cards."""
        return " ".join(words for _, words, _ in self.page.board.board.notes())


@pytest.fixture(scope="module")
def table(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    made = Table(tmp_path_factory.mktemp("board"))
    made.window.resize(1600, 900)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.console.office.close()


@pytest.fixture(autouse=True)
def _tidied(table: Table) -> Iterator[None]:
    yield
    languages.use("en")
    table.page.card.form.close_form()
    kept = [one.action.id for one in table.page._shown if one.action.open]
    for id in kept:
        assert table.console.do(DropAction(id, table.action(id).place, "End of the test"), who=SUPERVISOR) == []
    table.console.session.sign_out()
    table.breathe(1)


def test_a_card_that_is_dragged_to_being_done_is_begun(table: Table) -> None:
    id = table.made("Mark the walkway")
    table.begin()
    assert table.columns() == {"open": ["Mark the walkway"]}
    table.drag(id, "doing")
    assert table.action(id).stage is Stage.DOING
    assert table.columns() == {"doing": ["Mark the walkway"]}
    assert table.page.card.action == id, "what is pressed is shown beside the board"


def test_what_was_done_is_asked_for_beside_the_board_and_the_card_waits_for_it(table: Table) -> None:
    id = table.made("Fit a guide")
    page = table.begin()
    table.drag(id, "done")
    assert page.card.form.asked == ("outcome",)
    assert table.columns() == {"done": ["Fit a guide"]}, "it lies where it was put"
    assert table.action(id).stage is Stage.OPEN
    table.type("Guide fitted")
    table.send()
    assert (table.action(id).stage, table.action(id).outcome) == (Stage.DONE, "Guide fitted")
    table.drag(id, "verified")
    assert table.action(id).stage is Stage.VERIFIED


def test_who_leaves_the_question_gets_the_card_back(table: Table) -> None:
    id = table.made("Fit a guide")
    page = table.begin()
    table.drag(id, "done")
    table.key(K.Key_Escape)
    QTest.qWait(800)
    assert not page.card.form.asked
    assert table.columns() == {"open": ["Fit a guide"]}


def test_the_keyboard_alone_moves_a_card_and_shows_it(table: Table) -> None:
    id = table.made("Fit a guide")
    page = table.begin()
    page.board.board.setFocus()
    table.key(K.Key_Home)
    table.key(K.Key_Right, held=CTRL)
    assert table.action(id).stage is Stage.DOING
    table.key(K.Key_Right, held=CTRL)
    assert page.card.form.asked == ("outcome",)
    table.type("Guide fitted")
    table.send()
    assert table.action(id).stage is Stage.DONE
    page.board.board.setFocus()
    table.key(K.Key_Left, held=CTRL)
    assert page.card.form.asked == ("why",), "back to work wants a reason"
    table.type("It is loose")
    table.send()
    assert table.action(id).stage is Stage.DOING


def test_a_move_that_is_not_there_is_refused_where_the_card_was_dropped(table: Table) -> None:
    id = table.made("Fit a guide")
    table.begin()
    table.drag(id, "verified")
    assert "No card goes this way" in table.note()
    assert table.columns() == {"open": ["Fit a guide"]}
    table.made("Fit another", days=6)
    table.begin()
    table.drag(id, "open")
    assert "order of their days" in table.note()
    assert table.columns() == {"open": ["Fit a guide", "Fit another"]}


def test_who_may_not_verify_is_told_so_on_the_board(table: Table) -> None:
    id = table.made("Fit a guide")
    table.must(DoAction(id, STATION, "Fitted"), OPERATOR)
    table.begin(OPERATOR)
    table.drag(id, "verified")
    assert "roles" in table.note()
    assert table.action(id).stage is Stage.DONE


def test_whether_it_held_is_not_said_before_its_day(table: Table) -> None:
    id = table.made("Fit a guide")
    table.must(DoAction(id, STATION, "Fitted"), OPERATOR)
    table.begin()
    table.drag(id, "verified")
    table.drag(id, "effective")
    assert "days are not over" in table.note()
    assert table.action(id).stage is Stage.VERIFIED


def test_one_more_than_the_limit_is_begun_only_with_a_reason(table: Table) -> None:
    first, second = table.made("First"), table.made("Second")
    table.must(SetFlowColumn("actions", "doing", 1), SUPERVISOR)
    page = table.begin()
    table.drag(first, "doing")
    table.drag(second, "doing")
    form = page.board.form
    assert form is not None
    assert table.action(second).stage is Stage.OPEN
    form.reject()
    table.breathe()
    assert "no more than 1" in table.note()
    assert sorted(table.columns()) == ["doing", "open"]
    table.drag(second, "doing")
    assert page.board.form is not None
    page.board.form.reason.control.setText("The line stands")
    page.board.form.give()
    table.breathe()
    assert table.action(second).stage is Stage.DOING
    version = page._columns.versions["doing"]
    table.must(SetFlowColumn("actions", "doing", 0, version=version), SUPERVISOR)


def test_the_nearest_day_lies_first_and_what_is_late_is_red(table: Table) -> None:
    late, soon = table.made("Late", days=-1), table.made("Today", days=0)
    table.made("Next week", days=6)
    table.begin()
    assert table.columns()["open"] == ["Late", "Today", "Next week"]
    faces = table.page.board.board.deck.faces
    assert (faces[late].mark, faces[late].lines[0].role) == (Mark.BAD, "bad")
    assert (faces[soon].mark, faces[soon].lines[0].role) == (Mark.WARNING, "warning")
    assert [line.text for line in faces[late].lines] == ["1 day overdue", "Operator 14", "L1 · 20 Weld"]


def test_lanes_are_owners_or_lines(table: Table) -> None:
    table.made("Of the operator")
    table.made("Of the leader", LEADER, place=OTHER)
    page = table.begin()
    page.board.use_lanes(OWNER)
    board = page.board.board
    assert [board.lane_name(lane) for lane in board.deck.lanes()] == ["Operator 14", "Team leader 3"]
    page.board.use_lanes(LINE)
    assert board.deck.lanes() == ["L1", "L2"]
    page.board.use_lanes(NONE)
    assert board.deck.lanes() == [""]


def test_list_or_board_and_its_lanes_are_remembered(table: Table) -> None:
    table.made("Fit a guide")
    page = table.begin()
    said: list[str] = []
    page.view_changed.connect(said.append)
    page.board.use_lanes(OWNER)
    page.show_view(LIST)
    assert said == ["board owner", "list owner"]
    assert page._stack.currentWidget() is page.grid
    page.remember("board line")
    assert page._stack.currentWidget() is page.board
    assert page.board.lane == LINE


def test_a_filter_narrows_the_board_and_hidden_cards_take_room_all_the_same(table: Table) -> None:
    mine = table.made("Mine", SUPERVISOR)
    other = table.made("Another's")
    table.must(SetFlowColumn("actions", "doing", 2, version=table.page._columns.versions.get("doing", 0)), SUPERVISOR)
    table.must(BeginAction(other, STATION), OPERATOR)
    page = table.begin()
    page.turn("mine")
    table.breathe()
    assert table.columns() == {"open": ["Mine"]}
    assert page.board.board.deck.count("doing") == 1
    table.drag(mine, "doing")
    assert page.board.board.deck.count("doing") == 2
    version = page._columns.versions["doing"]
    table.must(SetFlowColumn("actions", "doing", 0, version=version), SUPERVISOR)


def test_what_is_blocked_says_why_on_the_card_and_goes_on_by_the_same_key(table: Table) -> None:
    id = table.made("Fit a guide")
    page = table.begin()
    page.board.board.setFocus()
    table.key(K.Key_Home)
    table.key(K.Key_B)
    assert page.card.form.asked == ("why",)
    table.type("No guide in store")
    table.send()
    assert page.board.board.deck.faces[id].blocked == "No guide in store"
    page.board.board.setFocus()
    table.key(K.Key_B)
    assert table.action(id).blocked == ""


def test_columns_are_set_up_in_the_window_that_work_orders_have_too(table: Table) -> None:
    page = table.begin()
    page.board.columns.click()
    setup = page.board.setup
    assert setup is not None
    assert setup.column.control.currentData() == "doing"
    setup.limit.control.setText("4")
    setup.give()
    table.breathe()
    assert page._columns.flow.column("doing").limit == 4
    assert nameless(setup) == []
    setup.reject()
    table.must(SetFlowColumn("actions", "doing", 0, version=page._columns.versions["doing"]), SUPERVISOR)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1366, 768), (960, 600)])
def test_no_word_is_cut_and_every_control_has_a_name(table: Table, code: str, size: tuple[int, int]) -> None:
    table.made("Fit a guide")
    languages.use(code)
    page = table.begin()
    table.window.resize(*size)
    table.breathe()
    assert clipped(page) == []
    assert nameless(page) == []
    table.window.resize(1600, 900)
