"""Views, comparisons, snapshots and exports of the Trends screen, on a real history and real records."""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.queries.attachments import attachments_of
from console.app.queries.trends import views_for
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.commands import CONSOLE
from console.domain.commands.audits import AddFinding
from console.domain.commands.handovers import PrepareHandover
from console.domain.commands.trends import SaveTrendView
from console.domain.handovers import handover_id
from console.domain.ids import new_id
from console.domain.people import Role as PersonRole
from console.domain.readings import Reading, Role, Signal
from console.domain.trend_views import TrendView, ViewPen
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped as cut_words
from tests.widgets.face_audit import nameless
from tests.widgets.shell_parts import dressed
from widgets.languages import CODES, languages
from widgets.trends.legend import clipped
from widgets.trends.model import Compared, Pen
from widgets.trends.page import TrendsPage
from widgets.trends.snapshot import TARGETS, Target
from widgets.trends.toolrow import TrendTools

pytestmark = pytest.mark.usefixtures("qapp")
HOUR = 3600.0
END = math.floor(time.time() / 60) * 60.0  # the newest reading
CURRENT = Signal("L1/30", Role.TAG, "current", "A", 10.0, 90.0)
ORDER = Signal("L1", Role.ORDER, "order")
RUNS = (("WO-1", 3.5), ("WO-2", 2.5), ("WO-1", 1.0))  # since so many hours
PLANT = """
[plant]
name = "Bench"
timezone = "Europe/Berlin"
[[line]]
id = "L1"
name = "L1 Pumps"
station = [{id = "30", name = "30 Weld A", ideal_cycle = 20}]
[[source]]
topic = "t/current"
place = "L1/30"
[[source.signal]]
feeds = "tag"
name = "current"
path = "v"
unit = "A"
low = 10
high = 90
[[source]]
topic = "t/order"
place = "L1"
[[source.signal]]
feeds = "order"
path = "v"
"""


def level(at: float) -> float:
    """50, in the run in between 40, and a wave on it."""
    return (40.0 if END - 2.5 * HOUR <= at < END - HOUR else 50.0) + math.sin(at / 50)


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Four hours of one tag and three runs of orders; a supervisor is signed in."""
    folder = tmp_path_factory.mktemp("console")
    made = Console(folder, load_plant(PLANT))
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    assert made.history is not None
    made.history.listening(True, END - 5 * HOUR)
    times = np.arange(END - 4 * HOUR, END, 5.0).tolist()
    readings = [Reading(CURRENT, level(at), at, at) for at in times]
    readings += [Reading(ORDER, what, END - back * HOUR, END - back * HOUR) for what, back in RUNS]
    made.history.append(sorted(readings, key=lambda one: one.heard_at))
    assert made.history.flush()
    seed_demo_people(made.office, made.floor.plant, date(2026, 1, 1))
    until(made, lambda: made.session.rights.people)
    people = made.session.rights.people.values()
    made.session.sign_in(next(one.id for one in people if PersonRole.SUPERVISOR in one.roles), DEMO_PIN)
    until(made, lambda: made.session.person is not None and made.calls is not None and made.calls.known)
    yield made
    made.close()


def until(console: Console, true: Callable[[], object]) -> None:
    """Let everything run until it is so."""
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        console.tick()
        QApplication.processEvents()
        time.sleep(0.002)
    assert true()


@pytest.fixture(scope="module")
def shown(console: Console) -> Iterator[TrendsPage]:
    dressed()
    page = TrendsPage(console)
    page.resize(1500, 900)
    page.show()
    until(console, lambda: not page.tools._beginning.isActive())
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def page(shown: TrendsPage) -> Iterator[TrendsPage]:
    """The current of the last hour, live, nothing compared."""
    dressed()
    shown.model.compare([])
    shown.model.use([Pen(CURRENT.id, 3, low=0.0, high=100.0)])
    shown.model.show(END - HOUR, END - 1)
    yield shown
    for panel in (shown.tools.views, shown.tools.comparing, shown.tools.snapshot, shown.tools.exporting):
        panel.reject()


@pytest.fixture
def tools(page: TrendsPage) -> TrendTools:
    return page.tools


# Views


def saved(console: Console) -> list[str]:
    """What the views of whoever is signed in are called."""
    assert console.session.person is not None
    found: list = []
    console.office.ask(views_for(console.session.person.id), found.append)
    until(console, lambda: found)
    return sorted(one.view.name for one in found[0])


def save(console: Console, tools: TrendTools, name: str) -> None:
    tools.open_views()
    tools.views.title.control.setText(name)
    QTest.mouseClick(tools.views.new, Qt.MouseButton.LeftButton)
    until(console, lambda: tools.views.chosen is not None and tools.views.chosen.view.name == name)


def test_a_saved_view_brings_everything_back(console: Console, page: TrendsPage, tools: TrendTools) -> None:
    model = page.model
    model.compare([Compared(HOUR, "An hour before"), Compared(2 * HOUR, "A run", END - 3 * HOUR, END - 2 * HOUR)])
    before = (model.pens, round(model.start), round(model.end), model.live, model.compared)
    save(console, tools, "Weld A")
    tools.views.reject()
    model.compare([])
    model.use([Pen("L1/30/other", 0)])
    model.follow(600.0)

    tools.open_views()
    until(console, lambda: tools.views.rows.rowCount())
    QTest.keyClicks(tools.views.filter, "weld a")
    QTest.keyClick(tools.views.filter, Qt.Key.Key_Return)

    assert (model.pens, round(model.start), round(model.end), model.live, model.compared) == before
    assert not tools.views.isVisible()


def test_a_live_view_is_live_again(console: Console, page: TrendsPage, tools: TrendTools) -> None:
    page.model.follow(1800.0)
    save(console, tools, "Half an hour")
    page.model.show(END - 3 * HOUR, END - 2 * HOUR)

    tools.views.submit()

    assert page.model.live
    assert page.model.length == 1800.0


def test_a_view_whose_signals_are_gone_says_which(console: Console, tools: TrendTools) -> None:
    assert console.session.person is not None
    pens = (ViewPen(CURRENT.id), ViewPen("L1/30/removed"))
    console.office.do(SaveTrendView(TrendView("old", "Old", console.session.person.id, "", pens, HOUR)), who=CONSOLE)
    until(console, lambda: "Old" in saved(console))
    tools.open_views()
    until(console, lambda: any(one.view.name == "Old" for one in tools.views.views))
    tools.views.filter.setText("old")

    tools.views.submit()

    assert tools.views.isVisible()
    assert "L1/30/removed" in tools.views.said.text
    assert CURRENT.id not in tools.views.said.text


def test_a_view_is_renamed_shared_and_removed_only_when_it_is_said_twice(console: Console, tools: TrendTools) -> None:
    save(console, tools, "Passing")
    views = tools.views
    views.filter.setText("passing")
    views.title.control.setText("Renamed")
    QTest.mouseClick(views.rename_button, Qt.MouseButton.LeftButton)
    until(console, lambda: any(one.view.name == "Renamed" for one in views.views))
    views.filter.setText("renamed")
    QTest.mouseClick(views.share, Qt.MouseButton.LeftButton)
    until(console, lambda: views.chosen is not None and views.chosen.view.shared)

    QTest.mouseClick(views.remove, Qt.MouseButton.LeftButton)
    assert "Renamed" in saved(console)
    assert "Renamed" in views.said.text
    QTest.mouseClick(views.remove, Qt.MouseButton.LeftButton)

    until(console, lambda: "Renamed" not in saved(console))


def test_a_second_view_of_one_name_is_refused_beside_the_name(console: Console, tools: TrendTools) -> None:
    save(console, tools, "Twice")

    QTest.mouseClick(tools.views.new, Qt.MouseButton.LeftButton)
    until(console, lambda: tools.views.title.refusal.text)

    assert "Twice" in tools.views.title.refusal.text


def test_what_was_seen_last_is_seen_again(console: Console, page: TrendsPage) -> None:
    page.model.follow(5400.0)
    page.model.compare([Compared(HOUR, "Before")])
    page.tools._keep()

    again = TrendsPage(console)
    until(console, lambda: again.model.pens)

    assert (again.model.pens, again.model.length, again.model.live) == (page.model.pens, 5400.0, True)
    assert again.model.compared == page.model.compared


@pytest.mark.parametrize("kept", ["", "[]", "{", '[[["a"]], 5, null, []]', "[[], NaN, null, []]", "[1,2,3,4]"])
def test_what_was_kept_and_makes_no_sense_changes_nothing(console: Console, kept: str) -> None:
    from widgets.trends.model import TrendModel
    from widgets.trends.remembered import shown_again

    model = TrendModel(console)

    shown_again(model, kept)

    assert model.pens == ()
    assert model.live


# Comparing


def choose(tools: TrendTools, way: str) -> None:
    tools.open_compare()
    control = tools.comparing.what.control
    control.setCurrentIndex(control.findData(way))


def test_yesterday_is_the_same_time_on_the_clock(page: TrendsPage, tools: TrendTools) -> None:
    """On 26 October 2025 the clocks of Berlin went back an hour."""
    start = datetime(2025, 10, 26, 6, tzinfo=UTC).timestamp()
    page.model.show(start, start + HOUR)

    choose(tools, "yesterday")
    tools.comparing.submit()
    assert [one.shift for one in page.model.compared] == [25 * HOUR]
    choose(tools, "week")
    tools.comparing.submit()
    assert [one.shift for one in page.model.compared] == [(7 * 24 + 1) * HOUR]
    choose(tools, "nothing")
    tools.comparing.submit()
    assert page.model.compared == ()
    assert not page.legend.isVisible()


def test_the_shift_before_begins_with_this_shift(page: TrendsPage, tools: TrendTools) -> None:
    """Without a calendar a shift is a day of the plant; that of 26 October 2025 had 25 hours in Berlin."""
    start = datetime(2025, 10, 27, 6, tzinfo=UTC).timestamp()
    page.model.show(start, start + HOUR)

    choose(tools, "shift")
    tools.comparing.submit()

    assert [one.shift for one in page.model.compared] == [25 * HOUR]


def test_any_time_can_be_laid_over_but_not_the_one_that_is_seen(page: TrendsPage, tools: TrendTools) -> None:
    choose(tools, "time")
    tools.comparing.time.control.show_time(page.model.start, None)
    tools.comparing.submit()
    assert tools.comparing.time.refusal.text
    tools.comparing.time.control.show_time(page.model.start - 1234, None)
    tools.comparing.submit()

    assert [one.shift for one in page.model.compared] == [pytest.approx(1234, abs=1)]


def test_the_last_run_of_the_same_order_begins_with_this_one(
    console: Console, page: TrendsPage, tools: TrendTools
) -> None:
    choose(tools, "same")
    tools.comparing.submit()
    until(console, lambda: page.model.compared)

    (one,) = page.model.compared
    assert one.shift == pytest.approx(2.5 * HOUR)
    assert (one.since, one.until) == (END - 3.5 * HOUR, END - 2.5 * HOUR)
    assert one.label.startswith("WO-1")
    assert page.legend.isVisible()


def test_an_order_without_an_earlier_run_says_so(console: Console, page: TrendsPage, tools: TrendTools) -> None:
    page.model.show(END - 2.4 * HOUR, END - 2.0 * HOUR)

    choose(tools, "same")
    tools.comparing.submit()
    until(console, lambda: tools.comparing.said.text)

    assert "WO-2" in tools.comparing.said.text
    assert page.model.compared == ()


def test_runs_are_laid_over_each_other_from_their_start(console: Console, page: TrendsPage, tools: TrendTools) -> None:
    choose(tools, "runs")
    until(console, lambda: tools.comparing.rows.rowCount() == 3)
    tools.comparing.submit()
    assert tools.comparing.said.text  # two at least
    tools.comparing.grid.selectAll()
    tools.comparing.submit()

    model = page.model
    assert (model.start, model.end, model.live) == (END - 2.5 * HOUR, END - HOUR, False)  # the longest
    starts = sorted(model.start - one.shift for one in model.compared)
    assert starts == pytest.approx([END - 3.5 * HOUR, END - HOUR])
    first = next(one for one in model.compared if one.until == END - 2.5 * HOUR)
    times = np.array([END - 3.6 * HOUR, END - 3 * HOUR, END - 2.4 * HOUR])
    assert clipped(model, first.shift, times, times)[0].tolist() == [END - 3 * HOUR]  # of a shorter one nothing follows


def test_the_difference_of_the_means_is_told(console: Console, page: TrendsPage, tools: TrendTools) -> None:
    page.model.compare([Compared(HOUR, "An hour before")])
    until(console, lambda: (page.beat(console.now()), tools.differences.found.get((CURRENT.id, HOUR)))[1])

    here, there = (
        np.mean([level(at) for at in np.arange(END - back, END - back + HOUR - 1, 5.0)]) for back in (HOUR, 2 * HOUR)
    )
    found = tools.differences.found
    assert found[CURRENT.id, 0.0].mean == pytest.approx(here, abs=1e-6)
    assert found[CURRENT.id, HOUR].mean == pytest.approx(there, abs=1e-6)
    assert (
        "+10" in tools.differences.blocks[0].accessibleName() or "+9.9" in tools.differences.blocks[0].accessibleName()
    )
    assert tools.differences.isVisible()


# Snapshots


def target(tools: TrendTools, key: str) -> None:
    tools.open_snapshot()
    control = tools.snapshot.where.control
    control.setCurrentIndex(control.findData(key))


def test_a_snapshot_goes_into_a_new_call_with_words_about_it(console: Console, tools: TrendTools) -> None:
    target(tools, "new_call")
    tools.snapshot.text.control.setText("It drifts")
    tools.snapshot.submit()
    until(console, lambda: tools.snapshot.said.text)

    assert console.calls is not None
    (shown,) = (one for one in console.calls.open if one.call.text == "It drifts")
    found: list = []
    console.office.ask(attachments_of("andon_call", shown.call.id), found.append)
    until(console, lambda: found)
    (kept,) = found[0]
    assert "current [A]" in kept.attachment.note
    assert "(UTC+" in kept.attachment.note
    assert kept.attachment.width > 600
    assert shown.call.place == "L1/30"
    assert not tools.snapshot.go.isEnabled()  # not twice


def test_a_snapshot_goes_into_a_file_and_onto_the_clipboard(tools: TrendTools, tmp_path: Path) -> None:
    target(tools, "file")
    tools.snapshot.ask_path = lambda name: str(tmp_path / name)
    tools.snapshot.submit()
    target(tools, "clipboard")
    tools.snapshot.submit()

    (file,) = tmp_path.iterdir()
    assert QImage(str(file)).size() == tools.snapshot.image.size()
    assert QGuiApplication.clipboard().image().size() == tools.snapshot.image.size()


def attached(console: Console, kind: str, record: str) -> list:
    found: list = []
    console.office.ask(attachments_of(kind, record), found.append)
    until(console, lambda: found)
    return found[0]


def test_a_snapshot_goes_into_an_open_finding(console: Console, tools: TrendTools) -> None:
    made = AddFinding(new_id(), "L1/30", "Current swings\nsince noon")
    console.office.do(made)
    rounds = console.rounds
    assert rounds is not None
    until(console, lambda: any(one.finding.id == made.finding for one in rounds.told.findings))

    target(tools, "finding")
    assert "Current swings" in tools.snapshot.record.control.currentText()
    tools.snapshot.submit()
    until(console, lambda: tools.snapshot.said.text)

    (kept,) = attached(console, "finding", made.finding)
    assert kept.attachment.place == "L1/30"


def test_a_snapshot_goes_into_the_draft_of_the_handover_and_into_no_signed_one(
    console: Console, tools: TrendTools
) -> None:
    target(tools, "handover")
    assert tools.snapshot.record.control.count() == 0
    assert not tools.snapshot.go.isEnabled()  # nobody has begun one

    ends = datetime.fromtimestamp(console.now(), UTC).replace(microsecond=0) + timedelta(hours=1)
    begins = ends - timedelta(hours=8)
    kept_one: list = []
    command = PrepareHandover("L1", ends.date(), "Early", begins, ends, "Late", (), (), 0)
    console.office.do(command, kept_one.append, kept_one.append)
    until(console, lambda: kept_one)
    target(tools, "handover")
    until(console, lambda: tools.snapshot.drafts)
    assert "Early" in tools.snapshot.record.control.currentText()
    tools.snapshot.submit()
    until(console, lambda: tools.snapshot.said.text)

    (kept,) = attached(console, "handover", handover_id("L1", ends))
    assert kept.attachment.width > 600


def test_a_snapshot_that_cannot_be_written_says_why(tools: TrendTools, tmp_path: Path) -> None:
    target(tools, "file")
    tools.snapshot.ask_path = lambda name: str(tmp_path / "gone" / name)
    tools.snapshot.submit()

    assert "folder" in tools.snapshot.said.text


def test_where_a_snapshot_goes_can_be_extended(tools: TrendTools) -> None:
    taken: list[str] = []
    more = Target(
        "logbook",
        lambda panel: "Into the logbook",
        lambda panel: "Page",
        lambda panel: [("h1", "Late shift")],
        lambda panel, id: taken.append(id),
    )
    TARGETS.append(more)
    try:
        tools.snapshot.retranslate()
        target(tools, "logbook")
        tools.snapshot.submit()
    finally:
        TARGETS.remove(more)
        tools.snapshot.retranslate()

    assert taken == ["h1"]


# Exporting


def test_what_is_seen_is_exported(console: Console, tools: TrendTools, tmp_path: Path) -> None:
    tools.open_export()
    panel = tools.exporting
    panel.ask_path = lambda name, kind: str(tmp_path / name)
    panel.kind.control.setCurrentIndex(panel.kind.control.findData("csv"))
    panel.step.control.setCurrentIndex(0)
    shares: list = []
    panel.told.connect(shares.append)
    panel.submit()
    until(console, lambda: not panel.export.running and panel.said.text)

    (file,) = tmp_path.iterdir()
    rows = list(csv.reader(file.open(encoding="utf-8-sig")))[1:]
    assert [float(row[4]) for row in rows] == [level(at) for at in np.arange(END - HOUR, END - 1, 5.0)]
    assert rows[0][3:] == ["L1/30/current", repr(level(END - HOUR)), "A", "good"]
    assert shares[0] == 0.0
    assert shares[-1] is None
    assert "720" in panel.said.text


def test_an_export_goes_on_when_its_panel_is_closed_and_says_so(
    console: Console, page: TrendsPage, tools: TrendTools, tmp_path: Path
) -> None:
    page.model.show(END - 4 * HOUR, END - 1)
    tools.open_export()
    panel = tools.exporting
    panel.ask_path = lambda name, kind: str(tmp_path / f"a.{kind}")
    panel.kind.control.setCurrentIndex(panel.kind.control.findData("xlsx"))
    panel.submit()
    panel.reject()
    until(console, lambda: not panel.export.running and (tmp_path / "a.xlsx").exists())

    assert panel._notice is not None
    assert panel._notice.isVisible()
    assert "2,880" in panel._notice.more.text() or "2 880" in panel._notice.more.text()
    assert tools.export_button.text() == "Export…"


def test_the_plots_are_exported_as_a_picture(tools: TrendTools, tmp_path: Path) -> None:
    tools.open_export()
    panel = tools.exporting
    panel.ask_path = lambda name, kind: str(tmp_path / f"a.{kind}")
    panel.kind.control.setCurrentIndex(panel.kind.control.findData("png"))
    panel.submit()

    assert not QImage(str(tmp_path / "a.png")).isNull()


def test_a_stretch_that_ends_before_it_begins_is_not_exported(tools: TrendTools, tmp_path: Path) -> None:
    tools.open_export()
    panel = tools.exporting
    panel.ask_path = lambda name, kind: str(tmp_path / "a")
    panel.kind.control.setCurrentIndex(0)
    panel.stretch.control.setCurrentIndex(panel.stretch.control.findData("span"))
    panel.first.control.show_time(END, None)
    panel.last.control.show_time(END - 60, None)

    panel.submit()

    assert panel.last.refusal.text
    assert list(tmp_path.iterdir()) == []


# All panels


@pytest.mark.parametrize("code", CODES)
def test_every_panel_has_names_and_whole_words(console: Console, tools: TrendTools, code: str) -> None:
    languages.use(code)
    for begin, panel in (
        (tools.open_views, lambda: tools.views),
        (tools.open_compare, lambda: tools.comparing),
        (tools.open_snapshot, lambda: tools.snapshot),
        (tools.open_export, lambda: tools.exporting),
    ):
        begin()
        QApplication.processEvents()
        assert nameless(panel()) == []
        assert cut_words(panel()) == []
        panel().reject()
    assert nameless(tools) == []
    languages.use("en")
