"""The calls page: what is open, what may be done next, what happened, and the calls of the past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.andon import Call, Severity, Stage
from console.domain.commands.andon import (
    AcknowledgeCall,
    ArriveAtCall,
    CloseCall,
    RejectCall,
    ResolveCall,
    VerifyCall,
    WorsenCall,
)
from tests.widgets.boards import NASTY
from tests.widgets.call_parts import (
    ADMIN,
    LEADER,
    OPERATOR,
    OTHER,
    STATION,
    SUPERVISOR,
    Hour,
    breathe,
    calling,
    now_is,
    raised,
    shown,
)
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole
from widgets.calls.page import CallsPage
from widgets.languages import languages
from widgets.shell.window import MainWindow
from widgets.theme import themes

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key


@pytest.fixture
def console(tmp_path: Path) -> Iterator[PeopleConsole]:
    made = calling(tmp_path)
    yield made
    made.office.close()


@pytest.fixture
def opened(console: PeopleConsole, qtbot: Any) -> Callable[..., CallsPage]:
    def build(who: str = "") -> CallsPage:
        window: MainWindow = shown(console, ("calls", CallsPage))
        qtbot.addWidget(window)
        if who:
            console.sign_in(who)
        page = window.widget("calls")
        assert isinstance(page, CallsPage)
        page.list.setFocus()
        breathe(console)
        return page

    return build


def key(page: CallsPage, console: PeopleConsole, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(QApplication.focusWidget() or page.list, one)
    breathe(console)


def ids(page: CallsPage) -> list[str]:
    return [row.call.id for row in page.model.rows]


def test_the_worst_call_is_first_then_the_oldest_and_what_only_waits_to_be_ended_last(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    hour = Hour(console)
    old = raised(console, STATION, "machine")
    hour.on(30)
    young = raised(console, OTHER, "material")
    hour.on(30)
    safety = raised(console, OTHER, "safety")
    done = raised(console, STATION, "quality")
    assert console.do(ResolveCall(done.id, done.place), who=LEADER) == []
    breathe(console)
    assert ids(opened()) == [safety.id, old.id, young.id, done.id]


def test_the_first_call_is_chosen_and_the_arrows_choose_another(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    first, second = raised(console, STATION, "safety"), raised(console, OTHER, "help")
    page = opened()
    assert page.card.call == first.id
    key(page, console, K.Key_Down)
    assert page.card.call == second.id
    assert page.card.facts.place.text() == "L2 · 10 Blank"


def test_a_call_goes_through_the_whole_loop_by_keyboard_alone(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console, STATION, "machine")
    page = opened(LEADER)
    key(page, console, K.Key_A)
    assert now_is(console, call).acknowledged_by == LEADER
    key(page, console, K.Key_S)
    assert now_is(console, call).arrived_by == LEADER
    key(page, console, K.Key_C)
    QTest.keyClicks(QApplication.focusWidget(), "Chute taken off")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    breathe(console)
    assert now_is(console, call).containment == "Chute taken off"
    key(page, console, K.Key_R, K.Key_Down, K.Key_Tab, K.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "New guide fitted")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    breathe(console)
    resolved = now_is(console, call)
    assert (resolved.stage, resolved.cause, resolved.countermeasure) == (Stage.RESOLVED, "jam", "New guide fitted")
    key(page, console, K.Key_E)
    key(page, console, K.Key_Tab, K.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    breathe(console)
    assert now_is(console, call).stage is Stage.CLOSED
    assert ids(page) == []


def test_enter_goes_to_the_next_step_and_does_it_and_escape_comes_back(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console)
    page = opened(LEADER)
    key(page, console, K.Key_Return)
    assert QApplication.focusWidget() is page.card.buttons["acknowledge"]
    key(page, console, K.Key_Escape)
    assert page.list.hasFocus()
    key(page, console, K.Key_Return)
    key(page, console, K.Key_Return)
    assert now_is(console, call).stage is Stage.ACKNOWLEDGED


@pytest.mark.parametrize(
    ("commands", "steps"),
    [
        ((), ["acknowledge", "arrive", "contain", "resolve"]),
        ((AcknowledgeCall,), ["arrive", "contain", "resolve"]),
        ((AcknowledgeCall, ArriveAtCall), ["contain", "resolve"]),
        ((ResolveCall,), ["verify"]),
    ],
)
def test_the_buttons_are_the_steps_that_are_left_in_the_order_of_the_loop(
    console: PeopleConsole, opened: Callable[..., CallsPage], commands: tuple[type, ...], steps: list[str]
) -> None:
    call = raised(console, STATION, "quality")
    for command in commands:
        assert console.do(command(call.id, call.place), who=LEADER) == []
    page = opened(LEADER)
    loop = ("acknowledge", "arrive", "contain", "resolve", "verify", "close")
    assert [id for id in page.card.buttons if id in loop] == steps


def test_every_button_shows_its_key(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    raised(console)
    page = opened(LEADER)
    shown_keys = [button.text().rpartition("(")[2] for button in page.card.buttons.values()]
    assert all(len(words) == 2 for words in shown_keys)
    assert len(set(shown_keys)) == len(shown_keys) > 5


def test_what_a_role_may_not_do_is_grey_and_says_why(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    call = raised(console)
    page = opened(OPERATOR)
    reject = page.card.buttons["reject"]
    assert page.card.buttons["acknowledge"].isEnabled()
    assert not reject.isEnabled()
    assert "Operator 14" in reject.toolTip()
    key(page, console, K.Key_J)
    assert "Operator 14" in page.card.said.text
    assert now_is(console, call).open


def test_without_a_sign_in_it_is_asked_for_and_then_goes_on(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    from widgets.people.signing import signing_of

    call = raised(console)
    page = opened()
    key(page, console, K.Key_A)
    signing = signing_of(page)
    assert signing is not None
    assert signing.panel.isVisible()
    assert now_is(console, call).stage is Stage.RAISED
    console.sign_in(LEADER)
    signing.panel.accept()
    signing.panel.signed_in.emit()
    breathe(console)
    assert now_is(console, call).acknowledged_by == LEADER


def test_a_refusal_stands_next_to_the_field_that_it_is_about(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console, STATION, "machine")
    assert console.do(ResolveCall(call.id, call.place), who=LEADER) == []
    page = opened(LEADER)
    key(page, console, K.Key_E)
    form = page.card.form
    form.submit()
    breathe(console)
    assert form.fields["cause"].refusal.text
    assert not form.fields["countermeasure"].refusal.text
    form.fields["cause"].control.setCurrentIndex(1)
    form.submit()
    breathe(console)
    assert not form.fields["cause"].refusal.text
    assert form.fields["countermeasure"].refusal.text
    form.close_form()
    key(page, console, K.Key_N)
    page.card.form.submit()
    breathe(console)
    assert form.fields["why"].refusal.text
    assert now_is(console, call).stage is Stage.RESOLVED


def test_who_resolved_a_severe_call_reads_that_another_must_verify_it(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console, STATION, "quality")
    told = {"cause": "tool", "countermeasure": "Torch changed"}
    assert console.do(ResolveCall(call.id, call.place, **told), who=LEADER) == []
    page = opened(LEADER)
    key(page, console, K.Key_V)
    assert page.card.said.text
    assert now_is(console, call).stage is Stage.RESOLVED
    console.sign_in(SUPERVISOR)
    key(page, console, K.Key_V)
    assert now_is(console, call).verified_by == SUPERVISOR


def test_a_verification_that_wants_the_cause_first_opens_the_form_for_it(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console, STATION, "quality")
    assert console.do(ResolveCall(call.id, call.place), who=LEADER) == []
    page = opened(SUPERVISOR)
    key(page, console, K.Key_V)
    assert page.card.form.action is not None
    assert page.card.form.action.id == "explain"
    assert page.card.form.fields["cause"].refusal.text
    assert now_is(console, call).verified is None


def test_what_another_did_meanwhile_is_shown_and_the_screen_is_read_again(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console)
    page = opened(LEADER)
    assert console.do(AcknowledgeCall(call.id, call.place), who=SUPERVISOR) == []
    page.card._give(_action("acknowledge"), {})
    breathe(console)
    assert page.card.said.text
    assert "acknowledge" not in page.card.buttons
    assert page.card.facts.facts["owner"].value.text() == "Supervisor 2"


def _action(id: str) -> Any:
    from widgets.calls.moves import BY_ID

    return BY_ID[id]


def test_the_timeline_tells_every_step_with_who_and_what_was_said(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console, STATION, "machine")
    hour = Hour(console)
    hour.on(60)
    assert console.do(AcknowledgeCall(call.id, call.place), who=LEADER) == []
    hour.on(1)
    assert console.do(WorsenCall(call.id, call.place, Severity.MAJOR), who=LEADER) == []
    page = opened(LEADER)
    hour.on(5)
    page.card.say.setText("The guide is bent")
    page.card.comment()
    breathe(console)
    told = [(entry.title, entry.who, entry.body) for entry in page.card.timeline.entries]
    assert told[0][:2] == ("Raised", "Operator 14")
    assert ("Acknowledged", "Team leader 3", "") in told
    assert ("Made worse", "Team leader 3", "Major") in told
    assert told[-1] == ("Team leader 3", "", "The guide is bent")
    assert page.card.say.text() == ""
    assert "The guide is bent" in page.card.timeline.accessibleDescription()


def test_age_and_deadline_count_and_turn_loud_when_it_is_over(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    raised(console, STATION, "machine")
    page, hour = opened(), Hour(console)
    hour.on(60)
    page.beat(console.now())
    assert page.card.facts.age.text() == "00:01:00"
    assert page.card.facts.facts["due"].value.text() == "Acknowledge within 02:00"
    hour.on(150)
    page.beat(console.now())
    assert page.card.facts.age.text() == "00:03:30"
    assert page.card.facts.facts["due"].value.text() == "Acknowledgement overdue for 00:30"


def test_a_call_that_nobody_has_says_so(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    raised(console)
    page = opened()
    assert page.card.facts.facts["owner"].value.text() == "No owner"


def test_a_call_can_be_given_to_somebody(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    call = raised(console)
    page = opened(LEADER)
    key(page, console, K.Key_G)
    to = page.card.form.fields["to"].control
    to.setCurrentIndex(to.findData(SUPERVISOR))
    page.card.form.submit()
    breathe(console)
    assert now_is(console, call).owner == SUPERVISOR


def test_letters_typed_into_a_form_do_nothing_to_the_call(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = raised(console)
    page = opened(LEADER)
    key(page, console, K.Key_R, K.Key_A, K.Key_S)
    assert now_is(console, call).stage is Stage.RAISED
    key(page, console, K.Key_Escape)
    assert page.card.form.action is None


def test_an_area_shows_only_its_calls(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    here, there = raised(console, "L1/20"), raised(console, "L3/10", "material", who=ADMIN)
    page = opened()
    assert set(ids(page)) == {here.id, there.id}
    page.set_scope("paint")
    assert ids(page) == [there.id]


def test_a_subject_chooses_a_call_and_begins_what_it_names(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    raised(console, STATION, "safety")
    other = raised(console, OTHER, "material")
    page = opened(LEADER)
    page.show_subject(f"{other.id}/resolve")
    breathe(console)
    assert page.card.call == other.id
    assert page.card.form.action is not None
    assert page.card.form.action.id == "resolve"


def test_nothing_open_says_how_to_begin(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    page = opened()
    assert "F2" in page.empty.text()
    assert page.empty.isVisible()


# The past


def closed(console: PeopleConsole, place: str = STATION, category: str = "machine", **more: Any) -> Call:
    """A call that went through to its end."""
    call = raised(console, place, category, **more)
    told = {"countermeasure": "done"} | ({"cause": "jam"} if category == "machine" else {})
    assert console.do(AcknowledgeCall(call.id, place), ResolveCall(call.id, place, **told), who=ADMIN) == []
    if call.severity.rank >= Severity.MAJOR.rank:
        console.do(VerifyCall(call.id, place), who=SUPERVISOR)
    assert console.do(CloseCall(call.id, place, cause="late" if category == "material" else ""), who=ADMIN) == []
    breathe(console)
    return call


def past(page: CallsPage) -> list[str]:
    return [row.call.id for row in page.past.rows.rows]


def test_a_closed_call_is_found_in_the_history_and_can_be_reopened(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    call = closed(console)
    page = opened(LEADER)
    page.past_tab.click()
    breathe(console)
    assert past(page) == [call.id]
    page.past.grid.selectRow(0)
    breathe(console)
    assert list(page.card.buttons) == ["reopen"]
    page.card.begin("reopen")
    page.card.form.fields["why"].control.setPlainText("It jams again")
    page.card.form.submit()
    breathe(console)
    assert now_is(console, call).open
    assert ids(page) == [call.id]


def test_the_history_is_filtered_by_category_place_severity_owner_time_and_words(
    console: PeopleConsole, opened: Callable[..., CallsPage]
) -> None:
    long_ago = closed(console, text="Old jam")
    Hour(console).on(9 * 86400)
    jam = closed(console, text="Wire jam")
    other = closed(console, OTHER, "material", text="No coil")
    rejected = raised(console, STATION, "help", text="")
    assert console.do(RejectCall(rejected.id, rejected.place, "Pressed by mistake"), who=LEADER) == []
    page = opened(LEADER)
    page.past_tab.click()
    breathe(console)
    everything = {jam.id, other.id, rejected.id}

    def with_(part: Any, value: str) -> set[str]:
        part.setCurrentIndex(part.findData(value))
        breathe(console)
        found = set(past(page))
        part.setCurrentIndex(part.findData("" if part is not page.past.when else "week"))
        breathe(console)
        return found

    assert set(past(page)) == everything
    assert with_(page.past.when, "") == everything | {long_ago.id}
    assert with_(page.past.category, "material") == {other.id}
    assert with_(page.past.place, "L2") == {other.id}
    assert with_(page.past.place, "L1/20") == {jam.id, rejected.id}
    assert with_(page.past.severity, "notice") == {rejected.id}
    assert with_(page.past.who, ADMIN) == {jam.id, other.id}
    page.past.text.setText("COIL")
    page.past.read()
    breathe(console)
    assert past(page) == [other.id]
    page.past.show_all()
    breathe(console)
    assert set(past(page)) == everything | {long_ago.id}


def test_the_history_comes_page_by_page(
    console: PeopleConsole, opened: Callable[..., CallsPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    from console.app.queries import andon

    made = []
    for number in range(7):
        call = raised(console, STATION, "help", text=f"Call {number}")
        assert console.do(CloseCall(call.id, call.place), who=LEADER) == []
        made.append(call.id)
        Hour(console).on(10)
    real = andon.history
    monkeypatch.setattr(andon, "history", lambda wanted, after=None: real(wanted, after, 3))
    page = opened(LEADER)
    page.past_tab.click()
    breathe(console)
    rows = page.past.rows
    while rows.canFetchMore():
        rows.fetchMore()
        breathe(console)
    assert past(page) == made[::-1]
    assert "7" in page.left.note.text()


# What every screen keeps


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("tab", ["open", "past", "form"])
def test_no_word_is_cut_and_everything_has_a_name(
    console: PeopleConsole, opened: Callable[..., CallsPage], code: str, tab: str
) -> None:
    raised(console, STATION, "quality")
    page = opened(LEADER)
    languages.use(code)
    if tab == "past":
        page.past_tab.click()
    elif tab == "form":
        page.card.begin("resolve")
    breathe(console)
    assert clipped(page) == []
    assert nameless(page) == []
    languages.use("en")


@pytest.mark.parametrize("text", NASTY)
def test_words_from_outside_stay_words(
    console: PeopleConsole, opened: Callable[..., CallsPage], text: str, request: pytest.FixtureRequest
) -> None:
    if "\x00" in text:
        text = text.replace("\x00", "")
    raised(console, STATION, "machine", text=text)
    page = opened(LEADER)
    page.grab()
    said = page.card.facts.what.text()
    assert "\u202e" not in said
    assert page.model.index(0).data() == page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_themes_can_be_switched_while_it_is_shown(console: PeopleConsole, opened: Callable[..., CallsPage]) -> None:
    raised(console)
    page = opened(LEADER)
    for name in ("light", "dark"):
        themes.use(name)
        assert not page.grab().isNull()
