"""Rules of the control charts' screen: found, read, made, changed and exported by keyboard, in both languages."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.commands.control import AddControlChart, ChangeControlChart, RemoveControlChart
from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase
from console.domain.people import Role
from console.domain.readings import Reading
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.control.chartview import NAME, apart
from widgets.control.editor import ChartEditor
from widgets.control.page import ControlPage
from widgets.control.phaseform import PhaseForm
from widgets.languages import CODES, languages
from widgets.trends.controlcard import ControlCard
from widgets.trends.model import TrendModel

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC).timestamp()
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
expected_interval = 100000
station = [{id = "10", name = "10 Weld A"}]
[[source]]
topic = "w/10"
place = "L1/10"
signal = [
  {feeds = "state", path = "state"},
  {feeds = "tag", name = "current", path = "a", unit = "A", low = 170.0, high = 195.0},
  {feeds = "tag", name = "flow", path = "b", unit = "L/min", low = 10.5, high = 14.0},
  {feeds = "good", path = "g"},
  {feeds = "scrap", path = "s"},
]
"""
CURRENT, FLOW = "L1/10/current", "L1/10/flow"


class Clock:
    at = NOW

    def __call__(self) -> float:
        return self.at


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """An hour of readings, one out of limits; an administrator is here."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=Clock())
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    seed_demo_people(made.office, made.floor.plant, datetime.fromtimestamp(NOW, UTC).date())
    wait(made, lambda: made.session.rights.people)
    people = made.session.rights.people.values()
    made.session.sign_in(next(person.id for person in people if Role.ADMINISTRATOR in person.roles), DEMO_PIN)
    wait(made, lambda: made.session.person is not None)
    assert made.history is not None
    assert made.control is not None
    made.control.every = made.control.settle = 0.0
    made.history.listening(True, NOW - 4000)
    signals = {signal.id: signal for signal in made.floor.plant.signals}
    rng = np.random.default_rng(11)
    for id, mid, sigma in ((CURRENT, 182.0, 2.0), (FLOW, 12.0, 0.3)):
        values = rng.normal(mid, sigma, 360)
        values[-20] = mid + 4 * sigma
        times = NOW - 3600 + 10 * np.arange(360)
        pairs = zip(times.tolist(), values.tolist(), strict=True)
        made.history.append([Reading(signals[id], value, at, at) for at, value in pairs])
    assert made.history.flush()
    yield made
    made.close()


def wait(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, ControlPage) and widget.isVisible():
                widget.beat(console.now())
        QApplication.processEvents()
        time.sleep(0.002)


def do(console: Console, command: Any) -> None:
    box: list[Any] = []
    console.office.do(command, box.append, box.append)
    wait(console, lambda: box)
    assert not isinstance(box[0], Exception), getattr(box[0], "code", box[0])


def charts(console: Console) -> list[ControlChart]:
    assert console.control is not None
    return [kept.value for kept in console.control.charts]


FIXED = Phase(datetime.fromtimestamp(NOW - 3700, UTC), center=182.0, sigma=2.0)
CHART = ControlChart(
    "weld", "Weld current", ChartKind.I_MR, CURRENT, "L1/10", rules=(1,), phases=(FIXED,), lower=170.0, upper=195.0,
    running_only=False,
)  # fmt: skip


@pytest.fixture
def page(console: Console) -> Iterator[ControlPage]:
    """The page with one chart, read."""
    dressed()
    for chart in charts(console):
        do(console, RemoveControlChart(chart.id, chart.place))
    do(console, AddControlChart(CHART))
    wait(console, lambda: charts(console) == [CHART])
    made = ControlPage(console)
    made.resize(1300, 900)
    made.show()
    wait(console, lambda: made.drawn is not None and len(made.drawn.points) == 360)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def test_a_chart_says_how_it_stands_and_what_its_points_say(console: Console, page: ControlPage) -> None:
    wait(console, lambda: page.model.index(0, 2).data() == "In control")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_End)
    QTest.keyClick(page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.drawn is not None
    out = np.flatnonzero(page.drawn.out)
    assert page.view.point == out[-1]
    QTest.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.point == 0
    page.view.choose(340)
    assert "Rule 1: One point beyond a control limit" in page.point.text()
    assert "It may mean" in page.point.text()
    assert "190.0" in page.point.text()
    assert "95 % intervals, 360 values" in page.capable.note.text()


def test_what_is_chosen_while_a_chart_is_read_does_not_wait_for_it(console: Console, page: ControlPage) -> None:
    do(console, AddControlChart(replace(CHART, id="other", name="Flow", signal=FLOW, order=5)))
    wait(console, lambda: page.model.rowCount() == 2)
    wait(console, lambda: not page._asked)
    page._look()
    other = page.model.row_of("other") if page.kept.value.id == "weld" else page.model.row_of("weld")
    wanted = page.model.rows[other].value.id
    page.grid.setCurrentIndex(page.model.index(other, 0))
    assert page._asked, "the first is still on its way"
    wait(console, lambda: page.drawn is not None and page.drawn.chart.id == wanted, 5.0)


def test_a_broken_chart_stands_first_and_says_since_when(console: Console, page: ControlPage) -> None:
    low = Phase(datetime.fromtimestamp(NOW - 3700, UTC), center=8.0, sigma=0.3)
    do(console, AddControlChart(replace(CHART, id="z", name="Flow", signal=FLOW, phases=(low,), order=5)))
    wait(console, lambda: page.model.rowCount() == 2 and page.model.rows[0].value.id == "z")
    assert page.model.index(0, 2).data() == "Rule 1, 10:42"


def test_a_chart_is_made_from_a_signal_with_the_limits_that_its_preview_shows(
    console: Console, page: ControlPage
) -> None:
    form = ChartEditor(console, None, FLOW, page)
    form.show()
    wait(console, lambda: form._drawn is not None and len(form._drawn.points) == 360)
    assert form.name.control.text() == "L1 10 Weld A · flow"
    assert form.lower.control.text() == "10.5"
    assert "360 points, center 12.0" in form.told.text()
    form.kind.control.setCurrentIndex(form.kind.control.findData(ChartKind.XBAR_R))
    assert [form.grouping.control.itemData(i) for i in range(form.grouping.control.count())] == [Grouping.COUNT]
    wait(console, lambda: form._drawn is not None and len(form._drawn.points) == 72)
    form.lower.control.setText("ten")
    form.give()
    assert "“ten” is no number" in form.said.text
    form.lower.control.setText("10")
    form.upper.control.setText("9")
    form.give()
    assert "below the upper one" in form.said.text
    form.upper.control.setText("14")
    wait(console, lambda: form.said.text == "" and form._drawn is not None and form._drawn.chart.lower == 10.0)
    form.give()
    wait(console, lambda: len(charts(console)) == 2)
    made = next(chart for chart in charts(console) if chart.id == form.saved)
    assert (made.kind, made.size, made.lower, made.phases[0].points) == (ChartKind.XBAR_R, 5.0, 10.0, 72)
    assert made.phases[0].center == pytest.approx(12.0, abs=0.1)
    form.deleteLater()


@pytest.mark.parametrize("heights", [[10.0, 50.0, 90.0], [49.0, 50.0, 51.0], [50.0, 50.0, 50.0], [30.0, 50.0, 55.0]])
def test_the_names_of_the_limits_never_lie_over_each_other(heights: list[float]) -> None:
    upper, center, lower = apart(heights, NAME)
    assert center == heights[1]
    assert upper <= min(heights[0], center - NAME)
    assert lower >= max(heights[2], center + NAME)


def test_a_chart_of_counts_asks_for_the_pieces(console: Console, page: ControlPage) -> None:
    form = ChartEditor(console, None, "L1/10/scrap", page)
    form.show()
    assert form.of.isVisible()
    assert not form.lower.isVisible()
    assert not form.rules[5].isEnabled()
    chart = form.chart()
    assert (chart.kind, chart.grouping, chart.size, chart.of) == (ChartKind.P, Grouping.TIME, 3600.0, "L1/10/good")
    form.close()
    form.deleteLater()


def test_a_phase_begins_at_the_chosen_point_for_a_reason(console: Console, page: ControlPage) -> None:
    page.view.choose(200)
    form = PhaseForm(console, page.kept, page.view.time_of(200), page)  # type: ignore[arg-type]
    form.show()
    wait(console, lambda: "from 160 points" in form.told.text())
    form.give()
    assert "Say why" in form.reason.refusal.text
    form.reason.control.setText("New electrode")
    form.give()
    wait(console, lambda: len(charts(console)[0].phases) == 2)
    phase = charts(console)[0].phases[1]
    assert (phase.points, phase.reason) == (160, "New electrode")
    wait(console, lambda: page.drawn is not None and [one.begin for one in page.drawn.phases] == [0, 200])
    newest, oldest = page.phases.text().split("\n")
    assert newest.startswith("Since 11:15:20 · center 182.")
    assert newest.endswith("from 160 points · New electrode")
    assert oldest.endswith("center 182.0, sigma 2.00 · given by hand")
    form.deleteLater()


def test_every_point_is_exported(console: Console, page: ControlPage, tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    page.ask_path = lambda name: str(path)
    page.write()
    wait(console, path.exists)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 361
    assert rows[0][4:8] == ["Value", "Center", "Lower limit", "Upper limit"]
    assert float(rows[341][4]) == pytest.approx(190.0)
    assert (rows[341][5:8], rows[341][11]) == (["182", "176", "188"], "1")


def test_a_chart_is_switched_off_and_removed(console: Console, page: ControlPage) -> None:
    page.turn()
    wait(console, lambda: page.model.index(0, 2).data() == "Switched off" and page.switch.text() == "Switch on")
    assert not charts(console)[0].active
    assert not page.phase.isEnabled()
    page.sure = lambda name: False
    page.take_away()
    assert len(charts(console)) == 1
    page.sure = lambda name: True
    page.take_away()
    wait(console, lambda: charts(console) == [] and page.kept is None)
    QApplication.processEvents()
    assert "New chart" in page.empty.text()
    assert page.empty.isVisible()
    assert clipped(page) == []


def test_who_may_not_is_told_by_grey_buttons(console: Console, page: ControlPage) -> None:
    assert page.change.isEnabled()
    console.session.view_as(Role.VIEWER)
    wait(console, lambda: not page.change.isEnabled())
    assert not any(button.isEnabled() for button in (page.phase, page.switch, page.remove, page.add))
    assert "Seen as Viewer" in page.change.toolTip()
    console.session.view_as(None)
    wait(console, page.change.isEnabled)


@pytest.mark.parametrize("code", CODES)
def test_words_are_whole_and_controls_have_names(console: Console, page: ControlPage, code: str) -> None:
    languages.use(code)
    page.retranslate()
    for size in ((1300, 900), (820, 500)):
        page.resize(*size)
        QApplication.processEvents()
        assert clipped(page) == []
    assert nameless(page) == []
    form = ChartEditor(console, page.kept, "", page)
    form.show()
    QApplication.processEvents()
    assert clipped(form) == []
    assert nameless(form) == []
    form.close()
    form.deleteLater()
    languages.use("en")


def test_the_card_shows_the_chart_of_a_pen_or_reckons_one(console: Console, page: ControlPage) -> None:
    model = TrendModel(console)
    model.length = 3600.0
    card = ControlCard(model)
    card.resize(420, 260)
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    card.setParent(page)
    card.show()
    assert "first measured pen" in card.empty.text()
    model.add(FLOW)
    card.beat(NOW)
    wait(console, lambda: card.drawn is not None and card.drawn.chart.signal == FLOW)
    assert card.title.text() == "Control chart · flow"
    assert card.note.text().startswith("I-MR · means of 1 min")
    assert card.values[0].text().startswith("12.0")
    QTest.keyClick(card, Qt.Key.Key_Return)
    model.use([])
    model.add(CURRENT)
    card.beat(NOW + 10)
    wait(console, lambda: card.drawn is not None and card.drawn.chart.id == "weld")
    assert card.note.text() == "I-MR, rule 1 broken 11:38"
    assert card.values[1].text() == "2.08 / 2.02"
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert opened == [("control", f"signal:{FLOW}"), ("control", "weld")]
    card.setParent(None)
    card.deleteLater()


def test_a_change_elsewhere_is_seen(console: Console, page: ControlPage) -> None:
    do(console, ChangeControlChart(replace(CHART, name="Strom")))
    wait(console, lambda: page.right.title.text() == "Strom")
