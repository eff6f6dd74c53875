"""The early warnings page: what is warned of with its evidence, judged, called, looked back at; rules and a preview."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from console.app.pins import hashed
from console.domain.commands.people import AddPerson, SetPin
from console.domain.people import Grant, Role
from console.domain.warning_rules import Judged, Sign, WarningRule
from tests.app.warned import RISE, Warned
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.board.page import BoardPage
from widgets.earlywarnings.known import open_warnings, warned_places, warned_signals
from widgets.earlywarnings.page import FIGURES, NOW, PAST, RULES, EarlyWarningsPage
from widgets.earlywarnings.ruleform import WarningRuleForm
from widgets.languages import CODES, languages
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow
from widgets.station.page import StationPage

pytestmark = pytest.mark.usefixtures("qapp")
PIN = "2580"
SIGNAL = "L1/10/temperature"


@pytest.fixture(scope="module")
def works(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warned]:
    """Station 10 rose and is calm again, station 20 rises."""
    dressed()
    made = Warned(tmp_path_factory.mktemp("works"), (replace(RISE, category="", severity=None, text=""),))
    for id, role in (("olga", Role.OPERATOR), ("sue", Role.SUPERVISOR)):
        made.give(AddPerson(id, id.title(), id, (Grant(role, ()),)))
        made.give(SetPin(id, hashed(PIN, b"sixteen bytes ok")))
    made.heat(100.0, 0.0, 120)
    made.heat(made.heat(100.0, 3.0, 120), 0.0, 240)
    made.heat(100.0, 0.0, 120, "20")
    made.heat(100.0, 3.0, 120, "20")
    assert made.history.flush()
    assert len(made.past()) == 2
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(works: Warned, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    console = works.console
    pages = [
        Page("earlywarnings", lambda: "Warnings", "radar", lambda: EarlyWarningsPage(console)),
        Page("board", lambda: "Board", "square", lambda: BoardPage(console)),
        Page("station", lambda: "Station", "square", lambda: StationPage(console), under="board"),
    ]
    made = MainWindow(console, pages, None, Memory(tmp_path_factory.mktemp("memory")))
    made.resize(1500, 850)
    Signing(console, made)
    made.show()
    made.open("earlywarnings")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(works: Warned, window: MainWindow) -> Iterator[EarlyWarningsPage]:
    window.open("earlywarnings")
    made = window.stack.currentWidget()
    assert isinstance(made, EarlyWarningsPage)
    made._turn(NOW)
    until(works, lambda: len(made.model.rows) == 1)
    yield made
    if works.console.session.person is not None:
        works.console.session.sign_out()


def until(works: Warned, true: Callable[[], object], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        works.early._look_at = works.early._ask_at = 0.0
        works.console.tick()
        QApplication.processEvents()
        time.sleep(0.003)


def sign_in(works: Warned, who: str) -> None:
    works.console.session.sign_in(who, PIN, lambda *_: None, lambda _: None)
    until(works, lambda: works.console.session.person is not None)


def test_what_is_warned_of_stands_with_its_evidence_and_its_signal(works: Warned, page: EarlyWarningsPage) -> None:
    (row,) = page.model.rows
    assert row.warning.place == "L1/20"
    assert "changes by" in page.card.what.text()
    assert "a minute" in page.card.what.text()
    assert "since" in page.card.where.text()
    until(works, lambda: page.card.plot.drawn is not None)
    drawn = page.card.plot.drawn
    assert drawn is not None
    assert len(drawn.points) > 20
    assert drawn.start < row.warning.began.timestamp() < drawn.end
    assert open_warnings(works.console) == 1


def test_show_in_trends_names_the_signal_and_its_stretch(works: Warned, page: EarlyWarningsPage) -> None:
    heard: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: heard.append((key, subject)))
    page.card.trends.click()
    ((key, subject),) = heard
    signal, _, stretch = subject.partition("\n@")
    start, end = map(float, stretch.split(","))
    assert (key, signal) == ("trends", "L1/20/temperature")
    assert start < page.model.rows[0].warning.began.timestamp() <= end


def test_somebody_says_that_it_was_right_and_takes_it_back(works: Warned, page: EarlyWarningsPage) -> None:
    sign_in(works, "olga")
    page.card.why.setText("The fan stood still")
    page.card.right.click()
    until(works, lambda: page.model.rows[0].warning.judged is Judged.RIGHT)
    assert "Olga" in page.card.judged.text()
    assert "The fan stood still" in page.card.judged.text()
    page.card.again.click()
    until(works, lambda: page.model.rows[0].warning.judged is Judged.NOT)


def test_a_call_is_raised_once_and_opened_then(works: Warned, page: EarlyWarningsPage) -> None:
    sign_in(works, "olga")
    assert not page.card.call.isEnabled(), "nobody raises a call of a kind that was not chosen"
    page.card.category.setCurrentIndex(page.card.category.findData("machine"))
    page.card.call.click()
    page.card.call.click()
    until(works, lambda: page.model.rows[0].warning.call)
    (call,) = works.all()
    assert call.place == "L1/20"
    assert call.text.startswith("temperature: ")
    heard: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: heard.append((key, subject)))
    page.card.call.click()
    assert heard == [("calls", call.id)]


def test_what_is_over_is_found_by_sign_and_by_its_id(works: Warned, page: EarlyWarningsPage) -> None:
    page._turn(PAST)
    until(works, lambda: [row.warning.signal for row in page.model.rows] == [SIGNAL])
    page.sign.setCurrentIndex(page.sign.findData(Sign.DRIFT.value))
    until(works, lambda: not page.model.rows)
    assert page.empty.text()
    page.sign.setCurrentIndex(0)
    until(works, lambda: page.model.rows)
    over = page.model.rows[0].warning.id
    page._turn(NOW)
    page.show_subject(over)
    until(works, lambda: page.view == PAST and page.card.shown is not None and page.card.shown.warning.id == over)
    page.show_subject("at/L1/20")
    until(works, lambda: page.view == NOW and page.card.shown is not None)


def test_a_rule_is_tried_over_the_history_before_it_is_saved(works: Warned, page: EarlyWarningsPage) -> None:
    sign_in(works, "sue")
    page._turn(RULES)
    rules = page.rules
    until(works, lambda: rules.rows.row_of("rise") >= 0)
    rules.begin_rule()
    form = rules.form
    form.fields["sign"].control.setCurrentIndex(list(Sign).index(Sign.RATE))
    form.fields["name"].control.setText("Rises slowly")
    form.fields["signal"].control.setText("temp*")
    form.fields["limit"].control.setText("2")
    form.fields["over"].fill(60.0)
    rules.preview.go.click()
    until(works, lambda: rules.preview.result is not None)
    result = rules.preview.result
    assert result is not None
    assert sorted(one.seen.signal for one in result.warnings) == [SIGNAL, "L1/20/temperature"]
    assert "2" in rules.preview.total.text()
    form.fields["limit"].control.setText("0")
    rules.save.click()
    assert form.fields["limit"].refusal.text
    form.fields["limit"].control.setText("2")
    rules.save.click()
    until(works, lambda: any(rule.name == "Rises slowly" for rule in works.early.rules))
    kept = next(rule for rule in works.early.rules if rule.name == "Rises slowly")
    assert (kept.sign, kept.signal, kept.limit, kept.over) == (Sign.RATE, "temp*", 2.0, 60.0)
    until(works, lambda: rules.rows.row_of(kept.id) >= 0)
    rules.switch.click()
    until(works, lambda: not next(rule for rule in works.early.rules if rule.id == kept.id).active)


def test_a_preview_can_be_stopped(works: Warned, page: EarlyWarningsPage) -> None:
    page._turn(RULES)
    until(works, lambda: page.rules.rows.rows)
    page.rules.show_rule("rise")
    page.rules.preview.go.click()
    assert page.rules.preview.running
    page.rules.preview.stop.click()
    assert not page.rules.preview.running
    assert page.rules.preview.go.isVisible()


@pytest.mark.parametrize("sign", list(Sign))
def test_every_rule_comes_back_from_the_form_as_it_was(qapp: Any, sign: Sign) -> None:
    rule = WarningRule("r", "Rule", sign, ("L1",), "t*", 0.25, 90.0, horizon=5400.0, days=3, per_piece=0.5, chart="c")
    form = WarningRuleForm()
    form.show_rule(rule, (), (("c", "Chart"),), None)
    assert form.rule == rule
    assert form.sentence.text()
    form.deleteLater()


def test_an_operator_sees_why_rules_are_not_theirs(works: Warned, page: EarlyWarningsPage) -> None:
    sign_in(works, "olga")
    page._turn(RULES)
    until(works, lambda: page.rules.rows.rows)
    assert not page.rules.switch.isEnabled()
    assert "Olga" in page.rules.why.text()


def test_the_tile_and_the_tag_wear_a_quiet_mark(works: Warned, window: MainWindow) -> None:
    assert warned_places(works.console) == {"L1/20"}
    assert warned_signals(works.console, "L1/20") == {"L1/20/temperature"}
    assert warned_signals(works.console, "L1/10") == frozenset()
    window.open("board")
    board = window.stack.currentWidget()
    assert isinstance(board, BoardPage)
    assert board.view._warned == {"L1/20"}
    window.open("station", "L1/20")
    station = window.stack.currentWidget()
    assert isinstance(station, StationPage)
    station.beat(works.console.now())
    rows = station.tags.rows
    from widgets.tables import ICON

    assert rows.index(0, 0).data(ICON) == ("radar", "warning")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(960, 600), (1366, 768)])
def test_nothing_is_clipped_and_everything_has_a_name(
    works: Warned, window: MainWindow, page: EarlyWarningsPage, code: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    languages.use(code)
    try:
        for view in (NOW, PAST, RULES, FIGURES):
            page._turn(view)
            until(works, lambda: True)
            for _ in range(8):
                works.console.tick()
                QApplication.processEvents()
                time.sleep(0.01)
            assert nameless(page) == []
            assert clipped(page) == []
    finally:
        languages.use("en")
        window.resize(1500, 850)


def test_the_figures_say_what_became_of_the_warnings(works: Warned, page: EarlyWarningsPage) -> None:
    page._turn(FIGURES)
    figures = page.figures
    until(works, lambda: figures.table.rows)
    (row,) = figures.table.rows
    assert row[0] == "Rate of change"
    assert int(row[1]) + int(row[5]) == 2
    figures.by.setCurrentIndex(1)
    until(works, lambda: figures.table.rows and figures.table.rows[0][0] == "Rises")
    assert "0 of 0 stops" in figures.stops.text()
