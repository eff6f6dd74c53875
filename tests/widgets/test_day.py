"""A day at the console by keyboard alone: an operator's, a team leader's, a supervisor's. Every step is a key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.widgets.day_parts import ALT, CTRL, Desk, K

pytestmark = pytest.mark.usefixtures("qapp")
PIN = "2580"


@pytest.fixture(scope="module")
def desk(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One console for all: what somebody did stays, as in a plant."""
    made = Desk(tmp_path_factory.mktemp("day"))
    yield made
    made.close()


def sign_in(desk: Desk, number: str) -> None:
    desk.press(K.Key_F8)
    desk.type(number)
    desk.press(K.Key_Return)
    desk.type(PIN)
    desk.press(K.Key_Return)
    desk.until(lambda: desk.console.session.person is not None and desk.console.session.person.number == number)
    desk.settle()


def test_operator(desk: Desk) -> None:
    sign_in(desk, "O001")
    print("WHO", desk.who, desk.page, desk.name)
    desk.press(K.Key_1, held=CTRL)
    desk.press(K.Key_Home, K.Key_Right)
    desk.pressed.clear()
    desk.press(K.Key_F2, K.Key_2)
    desk.type("Porosity, 3 in a row")
    desk.press(K.Key_Return)
    print("AFTER RAISE", desk.focus, desk.name, [(c.call.place, c.call.category, c.call.text) for c in desk.calls()])
    print(desk.window.top.horn.state.accessibleName(), desk.sounding.player.asked, desk.window.top.horn.button.isVisible())
    desk.press(K.Key_F9)
    print(desk.window.top.horn.state.accessibleName(), desk.sounding.player.asked)
    desk.press(K.Key_2, held=CTRL)
    print(desk.page, desk.focus, desk.name, [r.call.text for r in desk.window.widget("calls").model.rows])
    print(desk.focus.currentIndex().data(0), desk.focus.currentIndex().data(11))
    desk.later(20)
    desk.press(K.Key_A)
    desk.later(20)
    desk.press(K.Key_S)
    desk.later(20)
    desk.press(K.Key_C)
    print(desk.focus, desk.name)
    desk.type("Parts set aside")
    desk.press(K.Key_Return, held=CTRL)
    print(desk.focus, desk.name, desk.calls()[0].call.stage, desk.window.widget("calls").card.timeline.accessibleDescription())
    desk.press(K.Key_3, held=CTRL)
    print(desk.page, desk.focus, desk.name, [(r.stop.place, r.stop.seconds) for r in desk.window.widget("stops").model.rows], desk.console.stops.unexplained)

    print([desk.focus.model().index(r,0).data() for r in range(desk.focus.model().rowCount())])
    desk.type("ja"); print(desk.name, desk.focus.text())
    desk.press(K.Key_Return); print(desk.focus, desk.focus.parent(), desk.name)
    # resolve
    desk.press(K.Key_2, held=CTRL)
    desk.press(K.Key_Return); print("on card", desk.name)
    desk.press(K.Key_Return); print("resolve form", desk.focus, desk.name)
    desk.type("T"); print(desk.focus.currentText())
    desk.press(K.Key_Tab); print(desk.name); desk.type("Nozzle worn")
    desk.press(K.Key_Tab); print(desk.name); desk.type("Nozzle changed")
    desk.press(K.Key_Tab); print(desk.name); desk.press(K.Key_Return)
    print(desk.focus, desk.name, desk.calls()[0].call.stage)
    desk.press(K.Key_F8); desk.press(K.Key_Backtab); print(desk.name)
    desk.press(K.Key_Return); print(desk.who, desk.focus, desk.name)
    # second call, acknowledged through buttons
    sign_in(desk, "O001")
    desk.press(K.Key_1, held=CTRL); desk.press(K.Key_Home, K.Key_Right, K.Key_Right, K.Key_F2, K.Key_4, K.Key_Return)
    desk.press(K.Key_2, held=CTRL)
    print([r.call.text+r.call.category for r in desk.window.widget("calls").model.rows], desk.focus.currentIndex().data())
    desk.press(K.Key_Home, K.Key_Down); print(desk.focus.currentIndex().data())
    desk.press(K.Key_Return); print(desk.name); desk.press(K.Key_Return); print("after ack by button", desk.focus, desk.name)
    desk.press(K.Key_Return); print("after arrive by button", desk.focus, desk.name)
    desk.press(K.Key_Escape); print(desk.name)
    desk.press(K.Key_F8); desk.press(K.Key_Backtab, K.Key_Return)
    # team leader
    sign_in(desk, "S001"); print(desk.who, desk.name)
    desk.press(K.Key_2, held=CTRL)
    print(desk.name, desk.focus.currentIndex().data())
    desk.press(K.Key_End); print(desk.focus.currentIndex().data())
    desk.press(K.Key_E); print("close refused?", desk.focus, desk.name, desk.window.widget("calls").card.said.text, list(desk.window.widget("calls").card.buttons))
    desk.press(K.Key_V); print(desk.calls()[2].call.verified is not None, desk.focus, desk.name,list(desk.window.widget("calls").card.buttons))
    desk.press(K.Key_M); print("M", desk.window.widget("calls").card.follow.said.text, desk.focus, desk.name)
    desk.press(K.Key_E); print(desk.focus, desk.name)
    desk.press(K.Key_Return, held=CTRL); print(desk.calls()[2].call.stage, desk.focus, desk.name, [r.call.text for r in desk.window.widget("calls").model.rows])
    desk.press(K.Key_4, held=CTRL); print(desk.page, desk.focus, desk.name, desk.focus.currentIndex().row(), [r.shown.action.title for r in desk.window.widget("actions").rows.rows])
    desk.press(K.Key_Return); print(desk.focus, desk.name)
    desk.press(K.Key_Return); print(desk.focus, desk.name, list(desk.window.widget("actions").card.buttons))
    desk.press(K.Key_Escape); print(desk.focus, desk.name)
    desk.press(K.Key_2, held=CTRL); desk.press(K.Key_F, held=ALT); print(desk.page, desk.focus, desk.name)
    desk.press(K.Key_2, held=ALT); print(desk.focus, desk.name)
    desk.press(K.Key_Left, held=ALT); print(desk.page, desk.focus, desk.name)
    desk.press(K.Key_S, held=ALT); print(desk.page, desk.focus, desk.name)
    desk.press(K.Key_Down); print(desk.focus.currentIndex().data())
    desk.press(K.Key_Return); print(desk.focus, desk.name)
    names=[]
    for _ in range(30):
        desk.press(K.Key_Tab); names.append(desk.name or repr(desk.focus))
    print(names)
    desk.press(K.Key_Escape); print(desk.name)
    desk.press(K.Key_Backtab); print(desk.name); desk.press(K.Key_Backtab); print(desk.name);desk.press(K.Key_Backtab); print(desk.name)
    desk.press(K.Key_Right); print(desk.name, desk.window.widget("callsetup").current)
    assert 0
