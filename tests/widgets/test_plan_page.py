"""The plan page: orders lie in shifts, moves are tried and undone, saved all at once, and what they do is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from console.domain.commands.orders import AddOrder, ChangeOrder, MoveOrder
from console.domain.commands.planning import SavePlan
from console.domain.commands.products import SetChangeover, SetProduct
from console.domain.events import RecordChanged
from console.domain.orders import WorkOrder, order_id
from console.domain.planning import Changeover
from console.domain.products import Product, RouteStep
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.order_parts import LEADER, NOW, OPERATOR, PLANNER, Floor
from widgets.cards import Text
from widgets.languages import CODES, languages
from widgets.people.signing import Signing
from widgets.plan.page import PlanPage
from widgets.plan.words import tray_standing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow
from widgets.theme import themes

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FRI, SAT = date(2026, 11, 20), date(2026, 11, 21)
DAY, LATE, NIGHT = "Day shift", "Late shift", "Night shift"
HOUR = 3600.0


class Plan(Floor):
    """A floor whose window shows the plan."""

    def begin(self) -> None:
        """Products with a time and a family, changeovers of half an hour, orders on two lines."""
        step = (RouteStep("Mill", seconds=36.0),)
        self.do(*(SetProduct(Product(name, steps=step, family=name[0])) for name in ("A1", "A2", "B1")))
        self.do(SetChangeover(Changeover("", "", "*", "*", 1800.0)))
        due = NOW + timedelta(hours=15)
        self.do(
            AddOrder("R", "A1", 100, "L1", planned_day=FRI, planned_shift=DAY),
            AddOrder("1", "A1", 300, "L1", due, planned_day=FRI, planned_shift=LATE),
            AddOrder("2", "B1", 200, "L1", due, planned_day=FRI, planned_shift=LATE),
            AddOrder("3", "A2", 100, "L1", planned_day=FRI, planned_shift=LATE),
            AddOrder("4", "A1", 100, "L2", planned_day=SAT, planned_shift=DAY),
            AddOrder("5", "B1", 400, "L1", rush=True),
            AddOrder("6", "A1", 100),
            AddOrder("7", "A1", 100, "L1", planned_day=FRI - timedelta(days=8), planned_shift=DAY),
            MoveOrder(order_id("R"), "L1", "planned", "released"),
            MoveOrder(order_id("R"), "L1", "released", "running"),
        )

    def open(self) -> PlanPage:
        """The page in a shown window."""
        page = Page("plan", lambda: "Plan", "calendar-clock", lambda: PlanPage(self.console))
        other = Page("other", lambda: "Other", "layers", lambda: Text())
        self.window = MainWindow(self.console, [page, other], None, Memory(self.folder))
        Signing(self.console, self.window)
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.console.orders is not None and self.console.orders.known)
        found = self.window.open("plan")
        assert isinstance(found, PlanPage)
        self.until(lambda: len(found.planner.known) == 8 and found.planner.matrix.seconds("L1", "A", "B") == 1800)
        return found

    def kept(self, number: str) -> WorkOrder:
        """The order in the records."""
        box: list[Any] = []
        self.console.office.ask(lambda desk: desk.need(WorkOrder, order_id(number)), box.append)
        self.until(lambda: box)
        return box[0]  # type: ignore[no-any-return]

    def where(self, number: str) -> tuple[str, date | None, str]:
        """Line, day and shift in the records."""
        order = self.kept(number)
        return order.line, order.planned_day, order.planned_shift

    def reset(self, page: PlanPage) -> None:
        """Everything lies where it lay at the beginning."""
        page.planner.discard()
        self.until(lambda: not self.console.orders._stale)  # type: ignore[union-attr]
        places = {"1": ("L1", FRI, LATE), "2": ("L1", FRI, LATE), "3": ("L1", FRI, LATE), "4": ("L2", SAT, DAY)}
        places |= {"5": ("L1", None, ""), "6": ("", None, "")}
        for n, (number, (line, day, shift)) in enumerate(places.items()):
            order = self.kept(number)
            if (order.line, order.planned_day, order.planned_shift) != (line, day, shift) or number in "123":
                self.place(order, line, day, shift, "abcdefg"[n])
        self.until(lambda: all(_lies(page, number, *place) for number, place in places.items()))
        page.board.choose("")
        page.board.setFocus()

    def place(self, order: WorkOrder, line: str, day: date | None, shift: str, rank: str) -> None:
        """Put an order somewhere, as another person would."""
        from console.domain.plan_draft import Placement

        assert self.do(SavePlan((Placement(order.id, 0, line, day, shift, rank),))) == []


def _lies(page: PlanPage, number: str, line: str, day: date | None, shift: str) -> bool:
    seen = page.planner.known.get(order_id(number))
    return seen is not None and (seen.order.line, seen.order.planned_day, seen.order.planned_shift) == (
        line, day, shift,
    )  # fmt: skip


@pytest.fixture(scope="module")
def floor(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    made = Plan(tmp_path_factory.mktemp("plan"))
    made.begin()
    yield made
    made.close()


@pytest.fixture(scope="module")
def shown(floor: Plan) -> PlanPage:
    return floor.open()


@pytest.fixture
def page(floor: Plan, shown: PlanPage) -> Iterator[PlanPage]:
    """The page as it was in the beginning, with the planner signed in."""
    floor.sign_in(PLANNER)
    floor.reset(shown)
    yield shown
    languages.use("en")


def ids(page: PlanPage, line: str, day: date, shift: str) -> list[str]:
    """The numbers of the orders in a cell, in sequence."""
    cell = page.planner.cell(line, (day, shift))
    return [slot.order.number for slot in cell.slots] if cell is not None else []


def go(page: PlanPage, number: str) -> None:
    page.board.go(order_id(number))


def key(page: PlanPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.board, key, held)
    QApplication.processEvents()


def drag(page: PlanPage, number: str, to: QPoint) -> None:
    """Take a card at its middle and let it go there."""
    board, at = page.board, page.board.rect_of(order_id(number)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(board, left, none, at)
    for point in (at + QPoint(15, 15), to + QPoint(2, 2), to):
        QTest.mouseMove(board, point)
    board._hand.move(to)
    QTest.mouseRelease(board, left, none, to)
    QApplication.processEvents()


def middle(page: PlanPage, line: str, day: date, shift: str) -> QPoint:
    grid = page.board.grid
    box = page.board.cell_rect(grid.row_of(line), grid.column_of((day, shift)))
    return QPoint(box.center().x(), box.bottom() - 6)


def said(page: PlanPage) -> str:
    """Everything that the panel says."""
    return "\n".join(text.text() for text in page.panel.findChildren(Text) if text.isVisibleTo(page.panel))


def test_orders_lie_in_the_shifts_they_were_put_into_and_the_rest_waits_at_the_left(page: PlanPage) -> None:
    assert ids(page, "L1", FRI, DAY) == ["R"]
    assert ids(page, "L1", FRI, LATE) == ["1", "2", "3"]
    assert ids(page, "L2", SAT, DAY) == ["4"]
    assert [page.planner.orders[id].number for id in page.board.grid.tray] == ["5", "6", "7"]
    assert page.board.now_columns == {page.board.grid.column_of((FRI, DAY))}
    words = "\n".join(page.board.order_words(order_id("2")))
    assert "Changeover before it: 30 min" in words
    left = tray_standing(page.planner.orders[order_id("7")], page.planner.slot(order_id("7")), page.zone)
    assert left.words.startswith("left over from")


def test_a_moved_order_is_tried_not_saved_and_every_step_is_undone_and_done_again(floor: Plan, page: PlanPage) -> None:
    before = floor.where("4")
    go(page, "4")
    key(page, K.Key_Right, CTRL)
    assert ids(page, "L2", SAT, LATE) == ["4"]
    key(page, K.Key_Up, CTRL)
    assert ids(page, "L1", SAT, LATE) == ["4"]
    assert page.board.at == order_id("4"), "the cursor goes with it"
    assert page.trying.isVisible()
    assert page.trying.words.text() == "Trying: 1 change · not saved"
    assert floor.where("4") == before

    key(page, K.Key_Z, CTRL)
    assert ids(page, "L2", SAT, LATE) == ["4"]
    key(page, K.Key_Y, CTRL)
    assert ids(page, "L1", SAT, LATE) == ["4"]
    QTest.mouseClick(page.trying.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.trying.back, Qt.MouseButton.LeftButton)
    assert ids(page, "L2", SAT, DAY) == ["4"]
    assert page.trying.isVisible(), "what was undone can be done again"
    QTest.mouseClick(page.trying.drop, Qt.MouseButton.LeftButton)
    assert not page.trying.isVisible()


def test_what_is_tried_is_saved_with_one_command(floor: Plan, page: PlanPage) -> None:
    go(page, "4")
    key(page, K.Key_Up, CTRL)
    go(page, "6")
    key(page, K.Key_Right, CTRL)
    go(page, "3")
    key(page, K.Key_Up, ALT)
    assert ids(page, "L1", FRI, LATE) == ["1", "3", "2"]
    given: set[str] = set()
    end = floor.console.on(RecordChanged, lambda event: given.add(event.command))
    QTest.keyClick(page.board, K.Key_S, CTRL)
    floor.until(lambda: not page.planner.draft.placed and not page.planner.saving)
    end()
    assert len(given) == 1
    assert floor.where("4") == ("L1", SAT, DAY)
    assert floor.where("6") == ("L1", FRI, DAY)
    assert floor.kept("1").rank < floor.kept("3").rank < floor.kept("2").rank
    assert not page.trying.isVisible()
    assert page.said.text == "Saved: 3 orders have their new place."
    assert ids(page, "L1", FRI, LATE) == ["1", "3", "2"], "shown so before it is read again"


def test_an_order_is_dragged_out_of_the_tray_into_a_shift_and_back(page: PlanPage) -> None:
    page.board.down.setValue(0)
    drag(page, "6", middle(page, "L2", FRI, LATE))
    assert ids(page, "L2", FRI, LATE) == ["6"]
    drag(page, "6", QPoint(60, page.board.height() - 40))
    assert ids(page, "L2", FRI, LATE) == []
    assert order_id("6") in page.board.grid.tray
    first = page.board.rect_of(order_id("1"))
    drag(page, "3", QPoint(first.center().x(), first.top() + 1))
    assert ids(page, "L1", FRI, LATE) == ["3", "1", "2"], "in front of the card above which it was let go"
    key(page, K.Key_Delete)
    assert order_id("3") in page.board.grid.tray


def test_what_cannot_be_is_said_and_changes_nothing(page: PlanPage) -> None:
    go(page, "R")
    key(page, K.Key_Right, CTRL)
    assert "runs: it stays" in page.board.notes()[0][1]
    go(page, "1")
    page.board.ask_move(order_id("1"), "L1", (FRI - timedelta(days=2), LATE), "")
    assert "is over" in page.board.notes()[0][1]
    page.board.ask_move(order_id("1"), "L1", (FRI, "Nap"), "")
    assert "does not work" in page.board.notes()[0][1]
    assert page.planner.draft.steps == ()
    key(page, K.Key_Escape)
    assert page.board.notes() == []


def test_who_may_not_plan_looks_only(floor: Plan, page: PlanPage) -> None:
    for who in (OPERATOR, LEADER):
        floor.sign_in(who)
        floor.until(lambda: not page.board.may_plan)
        go(page, "4")
        key(page, K.Key_Right, CTRL)
        assert page.planner.draft.steps == ()
        assert page.board.notes() != []


def test_a_rush_order_says_what_it_delays_and_makes_late_and_how_loads_change(page: PlanPage) -> None:
    go(page, "5")
    assert page.board.spot[1] == -1
    words = said(page)
    assert "What this rush order does" in words
    assert "Delays 4 orders:" in words, "it is made next, also while it has no shift"
    key(page, K.Key_Right, CTRL)
    assert ids(page, "L1", FRI, DAY) == ["R", "5"]
    words = said(page)
    assert "What it does" in words
    assert "Changeovers:" in words
    assert "Day shift:" in words
    for _ in range(2):
        go(page, "1")
        key(page, K.Key_Right, CTRL)
    assert [one.order.number for one in page.planner.effect.late] == ["1"]
    assert "Makes 1 order late:" in said(page)


def test_an_overloaded_shift_says_so_in_words(page: PlanPage) -> None:
    for number in ("4", "6", "5"):
        page.board.ask_move(order_id(number), "L1", (FRI, LATE), "")
    cell = page.planner.cell("L1", (FRI, LATE))
    assert cell is not None
    assert cell.excess > 0
    words = "\n".join(page.board.cell_words("L1", (FRI, LATE)))
    assert "Overloaded:" in words
    assert "does not fit" in words


def test_what_somebody_else_changed_meanwhile_is_said_and_a_person_decides(floor: Plan, page: PlanPage) -> None:
    go(page, "4")
    key(page, K.Key_Left, CTRL)
    go(page, "1")
    key(page, K.Key_Right, CTRL)
    mine = page.planner.draft.placed[order_id("4")]
    floor.place(floor.kept("4"), "L3", SAT, NIGHT, "m")
    floor.until(lambda: page.planner.draft.differs(page.planner.known))
    assert "Changed by somebody else meanwhile" in said(page)
    assert "L3" in said(page)

    page._save()
    assert "Nothing was saved: somebody else changed 4 meanwhile" in page.said.text
    assert floor.where("1") == ("L1", FRI, LATE)
    assert page.planner.draft.placed[order_id("4")] == mine, "the draft stays"

    keep = next(b for b in page.panel.findChildren(QPushButton) if b.text() == "Keep mine" and b.isVisible())
    keep.click()
    assert page.planner.draft.differs(page.planner.known) == ()
    page._save()
    floor.until(lambda: not page.planner.draft.placed and not page.planner.saving)
    assert floor.where("4") == (mine.line, mine.day, mine.shift)
    assert floor.where("1") == ("L1", FRI, NIGHT)


def test_a_change_that_was_not_seen_yet_is_refused_by_the_records_and_the_draft_stays(
    floor: Plan, page: PlanPage
) -> None:
    go(page, "4")
    key(page, K.Key_Right, CTRL)
    order = floor.kept("4")
    refused: list[object] = []
    floor.console.office.do(
        ChangeOrder(order.id, order.product, 150, order.line, order.due, order.rush, "", order.steps, SAT, DAY),
        None, refused.append, who=PLANNER,
    )  # fmt: skip
    page._save()  # before the console has read the change
    floor.until(lambda: page.said.text)
    assert "somebody else changed 4 meanwhile" in page.said.text
    assert page.planner.draft.placed
    floor.until(lambda: page.planner.draft.differs(page.planner.known))
    take = next(b for b in page.panel.findChildren(QPushButton) if b.text() == "Take over theirs" and b.isVisible())
    take.click()
    assert not page.planner.draft.placed
    assert floor.where("4") == ("L2", SAT, DAY)
    assert refused == []


def test_fewest_changeovers_are_only_proposed(floor: Plan, page: PlanPage) -> None:
    go(page, "1")
    was = page.planner.weeks["L1"].changeover
    page.sort.click()
    assert ids(page, "L1", FRI, LATE) in (["1", "3", "2"], ["3", "1", "2"])
    assert page.planner.weeks["L1"].changeover < was
    assert page.planner.effect.late == ()
    assert page.trying.isVisible()
    assert floor.kept("2").rank < floor.kept("3").rank, "nothing is saved by itself"
    page.planner.undo()
    assert ids(page, "L1", FRI, LATE) == ["1", "2", "3"]
    page.planner.discard()
    go(page, "4")
    page.sort.click()
    assert "No sequence was found" in page.said.text
    assert page.planner.draft.steps == ()


def test_a_draft_stays_while_other_pages_are_looked_at(floor: Plan, page: PlanPage) -> None:
    go(page, "4")
    key(page, K.Key_Right, CTRL)
    assert floor.window is not None
    floor.window.open("other")
    floor.window.open("plan")
    QApplication.processEvents()
    assert ids(page, "L2", SAT, LATE) == ["4"]
    assert page.trying.isVisible()
    assert "until this program ends" in page.trying.more.text()


def test_weeks_are_turned_and_the_cursor_walks_over_lines_shifts_and_the_tray(page: PlanPage) -> None:
    monday = page.planner.monday
    QTest.keyClick(page, K.Key_Right, ALT)
    assert page.planner.monday == monday + timedelta(days=7)
    assert page.board.now_columns == set()
    page.back.click()
    assert page.planner.monday == monday
    page.forth.click()
    page.now.click()
    assert page.planner.monday == monday
    page.board.setFocus()
    go(page, "1")
    key(page, K.Key_Down)
    assert page.board.at == order_id("2")
    key(page, K.Key_Left)
    assert page.board.at == order_id("R")
    key(page, K.Key_Home)
    key(page, K.Key_Left)
    assert page.board.at == order_id("5"), "the tray lies at the left of the first shift"
    key(page, K.Key_Down)
    assert page.board.at == order_id("6")
    key(page, K.Key_Right)
    assert page.board.at == ""
    assert page.board.key_at_spot is not None
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda *told: opened.append(told))
    go(page, "1")
    key(page, K.Key_Return)
    assert opened == [("orders", order_id("1"))]


def test_an_order_or_a_week_that_is_asked_for_is_shown(page: PlanPage) -> None:
    page.show_subject("2026-12-02")
    assert page.planner.monday == date(2026, 11, 30)
    page.show_subject(order_id("4"))
    assert page.planner.monday == date(2026, 11, 16)
    assert page.board.at == page.board.chosen_id == order_id("4")


def test_a_board_without_lines_takes_every_key_and_says_how_to_begin(page: PlanPage) -> None:
    page.set_scope("nowhere")
    assert page.board.grid.lines() == []
    for one in (K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right, K.Key_Home, K.Key_End, K.Key_PageDown, K.Key_Delete):
        for held in (Qt.KeyboardModifier.NoModifier, CTRL):
            page.board.at = ""
            key(page, one, held)
    page.sort.click()
    assert page.planner.draft.steps == ()
    assert all(page.board.begin)
    page.set_scope(None)
    assert ids(page, "L2", SAT, DAY) == ["4"]


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_cut_and_every_control_has_a_name(floor: Plan, page: PlanPage, code: str) -> None:
    go(page, "5")
    key(page, K.Key_Right, CTRL)
    go(page, "1")
    key(page, K.Key_Right, CTRL)
    languages.use(code)
    assert floor.window is not None
    for size in ((1920, 1080), (1366, 768), (960, 600)):
        floor.window.resize(*size)
        for theme in ("light", "dark"):
            themes.use(theme)
            for _ in range(3):
                QApplication.processEvents()
        assert clipped(page) == []
        assert nameless(page) == []
        assert page.minimumSizeHint().width() <= page.width()
    floor.window.resize(1920, 1080)
    QApplication.processEvents()


def test_what_is_tried_while_a_plan_is_being_saved_is_still_tried_then(floor: Plan, page: PlanPage) -> None:
    planner = page.planner
    planner.move(order_id("4"), "L1", (FRI, NIGHT))
    page._save()
    assert planner.saving
    planner.move(order_id("6"), "L2", (FRI, NIGHT))
    floor.until(lambda: not planner.saving)
    assert set(planner.draft.placed) == {order_id("6")}
    floor.until(lambda: floor.where("4") == ("L1", FRI, NIGHT) and planner.known[order_id("4")].order.line == "L1")
    assert planner.draft.differs(planner.known) == ()
    assert floor.where("6")[0] == ""
    page._save()
    floor.until(lambda: floor.where("6") == ("L2", FRI, NIGHT))


def test_an_order_that_is_gone_when_it_would_be_dragged_is_left_alone(page: PlanPage) -> None:
    board, id = page.board, order_id("3")
    at = board.rect_of(id).center()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    gone = page.planner.known.pop(id)
    page.planner.compute()
    page._show()
    board._hand.move(at + QPoint(40, 40))
    assert board.held is None
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    page.planner.known[id] = gone
    page.planner.compute()
    page._show()
