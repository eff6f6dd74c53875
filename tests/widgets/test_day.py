"""A day at the console by keyboard alone: an operator's, then a supervisor's. Every step is a key; eyes only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QScrollArea

from console.domain.andon import Call, Stage
from tests.widgets.day_parts import ALT, CTRL, Desk, K

pytestmark = pytest.mark.usefixtures("qapp")
PIN = "2580"
OPERATOR, SUPERVISOR = ("O001", "Operator 1"), ("S001", "Supervisor 1")
PORES, JAM = "Porosity, 3 in a row", "Wire feed jams"


@pytest.fixture(scope="module")
def desk(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One console for all: what somebody did stays, as in a plant."""
    made = Desk(tmp_path_factory.mktemp("day"))
    yield made
    made.close()


def sign_in(desk: Desk, who: tuple[str, str]) -> None:
    """F8, staff number, PIN."""
    number, name = who
    desk.press(K.Key_F8)
    desk.type(number)
    desk.press(K.Key_Return)
    desk.type(PIN)
    desk.press(K.Key_Return)
    desk.until(lambda: desk.console.session.person is not None)
    desk.settle()
    assert desk.who.startswith(name)


def sign_out(desk: Desk) -> None:
    """F8, and the button that is the last one before the list."""
    desk.press(K.Key_F8)
    desk.tab_to("Sign out", back=True)
    desk.press(K.Key_Return)
    assert desk.who == "Sign in"


def raise_at(desk: Desk, station: int, category: K, words: str = "") -> int:
    """Go to a station on the board and raise a call there; how many keys raising took, words not counted."""
    desk.press(K.Key_1, held=CTRL)
    desk.press(K.Key_Home, *[K.Key_Right] * station)
    desk.pressed.clear()
    desk.press(K.Key_F2, category)
    if words:
        desk.type(words)
    desk.press(K.Key_Return)
    return len(desk.pressed)


def row(desk: Desk) -> str:
    """What the row that is lit says."""
    index = desk.focus.currentIndex()  # type: ignore[attr-defined]
    return " · ".join(str(index.siblingAtColumn(at).data() or "") for at in range(9))


def walk_to(desk: Desk, words: str) -> str:
    """Walk down a list with the arrows to the row that says these words; the whole row."""
    desk.press(K.Key_Home)
    for _ in range(30):
        if words in row(desk):
            return row(desk)
        desk.press(K.Key_Down)
    raise AssertionError(f"no row says {words!r}")


def call(desk: Desk, words: str) -> Call:
    """The call with these words, as the records have it."""
    return next(shown.call for shown in desk.calls() if shown.call.text == words)


def test_an_operator_raises_answers_explains_and_leaves_without_a_mouse(desk: Desk) -> None:
    sign_in(desk, OPERATOR)
    assert raise_at(desk, 1, K.Key_2, PORES) == 3
    assert "pulse" in desk.sounding.player.asked  # the sound of a major call, asked for also where no PC can
    assert (call(desk, PORES).place, call(desk, PORES).category) == ("L1/10", "quality")
    assert raise_at(desk, 2, K.Key_4, JAM) == 3

    horn = desk.window.top.horn
    assert horn.isVisible()
    assert "wait" in horn.state.accessibleName() or "sounding" in horn.state.accessibleName()
    desk.press(K.Key_F9)
    assert horn.state.accessibleName().startswith("Silenced until")
    assert call(desk, PORES).stage is Stage.RAISED  # silence is no answer

    desk.press(K.Key_2, held=CTRL)
    assert (desk.page, desk.name) == ("Calls", "Open calls, the worst first")
    assert "Waiting for acknowledgement" in walk_to(desk, PORES)
    for key, stage in ((K.Key_A, Stage.ACKNOWLEDGED), (K.Key_S, Stage.ON_SITE)):
        desk.later(20)
        desk.press(key)
        assert call(desk, PORES).stage is stage
    desk.press(K.Key_C)
    desk.type("Parts set aside")
    desk.press(K.Key_Return, held=CTRL)
    assert call(desk, PORES).stage is Stage.CONTAINED

    desk.press(K.Key_Escape)  # back to the list, and the other call through its buttons
    walk_to(desk, JAM)
    desk.press(K.Key_Return)
    for name in ("Acknowledge (A)", "I am on site (S)"):
        assert desk.name == name  # the keyboard goes on to the next step by itself
        desk.press(K.Key_Return)
    assert call(desk, JAM).stage is Stage.ON_SITE
    desk.press(K.Key_R)
    desk.press(K.Key_Return, held=CTRL)
    assert call(desk, JAM).stage is Stage.RESOLVED  # resolved for now; nobody knows the cause yet
    desk.press(K.Key_Escape)
    walk_to(desk, PORES)
    desk.press(K.Key_R)
    desk.type("T")  # the first cause that begins so
    desk.press(K.Key_Tab)
    desk.type("Nozzle worn")
    desk.press(K.Key_Tab)
    desk.type("Nozzle changed")
    desk.press(K.Key_Return, held=CTRL)
    assert call(desk, PORES).stage is Stage.RESOLVED
    assert call(desk, PORES).cause == "tool"

    desk.press(K.Key_3, held=CTRL)
    assert (desk.page, desk.name) == ("Stops", "Stops")
    before = desk.console.stops.unexplained  # type: ignore[union-attr]
    walk_to(desk, "Weld B")
    desk.type("me")
    desk.press(K.Key_Return)
    assert desk.console.stops.unexplained == before - 1  # type: ignore[union-attr]
    sign_out(desk)


def test_a_supervisor_verifies_closes_and_follows_up_without_a_mouse(desk: Desk) -> None:
    sign_in(desk, SUPERVISOR)
    desk.press(K.Key_2, held=CTRL)
    assert "Resolved" in walk_to(desk, PORES)
    desk.press(K.Key_V)
    assert call(desk, PORES).verified is not None
    desk.press(K.Key_E)
    desk.press(K.Key_Return, held=CTRL)
    assert call(desk, PORES).stage is Stage.CLOSED

    desk.press(K.Key_Escape)
    walk_to(desk, JAM)
    desk.press(K.Key_E)
    desk.press(K.Key_Return, held=CTRL)
    assert (desk.name, desk.says("Tell the cause first")) == ("Cause", True)
    desk.type("J")
    desk.press(K.Key_Return)
    assert (desk.name, desk.says("Tell the countermeasure first")) == ("Countermeasure", True)
    desk.type("Liner changed")
    desk.press(K.Key_Return, held=CTRL)
    assert (call(desk, JAM).stage, call(desk, JAM).cause) == (Stage.CLOSED, "jam")

    desk.press(K.Key_M)  # one key makes the corrective action
    assert desk.says("Open the action (M)")
    desk.press(K.Key_4, held=CTRL)
    assert (desk.page, desk.name) == ("Actions", "Actions, the nearest day first")
    walk_to(desk, JAM)
    desk.press(K.Key_Return, K.Key_Return)  # to the action, and begun
    assert desk.name.startswith("It is done")
    desk.press(K.Key_Return)
    desk.type("Liners ordered")
    desk.press(K.Key_Return, held=CTRL)
    desk.press(K.Key_Escape)
    desk.until(lambda: "Done" in row(desk))

    desk.press(K.Key_2, held=CTRL)
    desk.press(K.Key_F, held=ALT)
    assert desk.page == "Response figures"
    desk.until(lambda: desk.says("calls from"))
    for number, words in ((K.Key_2, "Heard most often"), (K.Key_3, "Alarm health"), (K.Key_1, "Response times")):
        desk.press(number, held=ALT)
        assert desk.lit(words)


def test_a_supervisor_tries_a_rule_and_the_ladder_and_reopens_a_call_without_a_mouse(desk: Desk) -> None:
    desk.press(K.Key_2, held=CTRL)
    desk.press(K.Key_S, held=ALT)
    assert (desk.page, desk.name) == ("Call setup", "Rules that raise calls, in their order")
    walk_to(desk, "Stop longer")
    desk.press(K.Key_Return)
    desk.tab_to("Lasts for more than")
    desk.press(K.Key_A, held=CTRL)
    desk.type("1")
    assert desk.says("not saved yet")
    desk.tab_to("Run")
    desk.press(K.Key_Return)
    desk.until(lambda: desk.says("as edited"))
    assert desk.name == "Run"
    desk.press(K.Key_Escape, K.Key_Return)
    desk.tab_to("Save")
    desk.press(K.Key_Return)
    assert desk.says("Saved. The rule holds from now on.")

    desk.tab_to("Rules", back=True)
    desk.press(K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Tab)
    assert desk.name == "Category"
    assert desk.says("Somebody on duty is told at once")
    desk.tab_to("Who is told, step by step")
    assert "nobody has answered for 3 min" in walk_to(desk, "Supervisor")

    desk.press(K.Key_2, held=CTRL)
    desk.press(K.Key_F, held=CTRL)
    desk.tab_to("Calls of the past, the youngest first")
    assert "Closed" in walk_to(desk, JAM)
    areas = (area for area in desk.window.findChildren(QScrollArea) if area.accessibleName() == "The chosen call")
    assert all(area.widget().width() <= area.viewport().width() for area in areas)  # no button of it is cut
    desk.press(K.Key_O)
    assert desk.name == "Why"
    desk.type("It jams again")
    desk.press(K.Key_Return, held=CTRL)
    assert call(desk, JAM).open
    assert call(desk, JAM).reopened == 1
    sign_out(desk)
