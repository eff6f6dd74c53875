"""Rules of the losses: every lost minute is listed once, and the account adds up before everybody's eyes."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.losses import BigLoss
from console.domain.oee import account
from console.domain.stations import LossKind
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.floors import NOW, SHIFT, QuietConsole, SmallFloor, floor, line_of, weld
from widgets.losses import LossesDialog, LossesPanel
from widgets.losses.grouping import Grouping, losses_of, rows
from widgets.losses.naming import big_title, kind_title
from widgets.losses.waterfall import Waterfall, in_tenths, together


@pytest.fixture
def console() -> QuietConsole:
    return QuietConsole(floor())


@pytest.fixture
def panel(qtbot: QtBot, console: QuietConsole) -> LossesPanel:
    made = LossesPanel(console)
    qtbot.addWidget(made)
    made.resize(420, 260)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, console: QuietConsole) -> LossesDialog:
    made = LossesDialog(console)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_panel_shows_the_five_largest_losses_and_the_total(panel: LossesPanel) -> None:
    assert [row.words() for row in panel.rows][:2] == ["Slow cycles", "PH-220 rev B to rev C"]
    assert re.match(r"\d+ min, 4 line", panel.note.text())


def test_the_panel_counts_only_the_lines_that_are_shown(panel: LossesPanel) -> None:
    panel.show_lines(["L4"])
    assert "1 line" in panel.note.text()
    assert "Changeover L4" in [row.words() for row in panel.rows]
    panel.show_lines([])
    assert panel.note.text() == ""
    assert not panel.empty.isHidden()


def test_a_plant_without_lines_says_what_will_appear(qtbot: QtBot) -> None:
    made = LossesPanel(QuietConsole(SmallFloor([])))
    qtbot.addWidget(made)
    assert all(row.isHidden() for row in made.rows)
    assert "add up here" in made.empty.text()


def test_a_click_and_the_space_key_open_all_losses(qtbot: QtBot, panel: LossesPanel) -> None:
    qtbot.keyClick(panel.rows[0], Qt.Key.Key_Space)
    opened = [w for w in QApplication.topLevelWidgets() if isinstance(w, LossesDialog) and w.isVisible()]
    assert len(opened) == 1
    opened[0].close()


@pytest.mark.parametrize("by", list(Grouping))
def test_however_losses_are_put_together_no_second_is_lost_or_doubled(by: Grouping) -> None:
    small = floor()
    found = losses_of(small, None, NOW)
    assert sum(row.seconds for row in rows(found, by, small)) == pytest.approx(sum(loss.seconds for loss in found))


def test_a_row_of_several_stations_names_none_of_them() -> None:
    small = floor()
    by_kind = {row.title: row for row in rows(losses_of(small, None, NOW), Grouping.KIND, small)}
    assert by_kind["Slow cycles"].station == ""
    assert by_kind["Waiting for parts"].station == "30 Weld A"


def test_the_table_follows_line_and_grouping(dialog: LossesDialog) -> None:
    dialog.line.setCurrentIndex(dialog.line.findData("L1"))
    dialog.by.setCurrentIndex(dialog.by.findData("big"))
    assert {row.title for row in dialog.model.rows} == {big_title(big) for big in (*BigLoss, None)}
    assert dialog.model.index(0, 0).data() == "Reduced speed"


def test_a_dialog_on_a_line_that_is_gone_shows_all_lines(qtbot: QtBot, console: QuietConsole) -> None:
    made = LossesDialog(console, "L99")
    qtbot.addWidget(made)
    assert made.line.currentData() is None


def test_the_waterfall_ends_where_the_good_time_begins(qtbot: QtBot) -> None:
    live = line_of("L1", "L1", [weld()])
    assert live.account is not None
    fall = Waterfall()
    qtbot.addWidget(fall)
    fall.refresh(live.account)
    last = fall.rows[LossKind.QUALITY]
    assert last._span[0] == pytest.approx(live.account.good_time / live.account.planned)
    assert fall.last._span[1] == pytest.approx(last._span[0])


def test_the_written_sum_adds_up_to_the_tenth(qtbot: QtBot) -> None:
    live = line_of("L1", "L1", [weld()])
    fall = Waterfall()
    qtbot.addWidget(fall)
    fall.refresh(live.account)
    left, _, right = fall.identity.text().partition(" min = good time + losses = ")
    parts = [float(part) for part in re.findall(r"-?[\d.]+", right)]
    assert float(left) == pytest.approx(sum(parts), abs=1e-9)


def test_rounding_never_breaks_the_sum() -> None:
    for parts in ([1.0] * 7, [0.1, -0.2, 0.3], [3599.9, -12.3, 0.0], [1 / 3] * 3, []):
        total, *rounded = in_tenths(list(parts))
        assert total == sum(rounded)


def test_pieces_faster_than_ideal_are_a_gain_and_said_so(qtbot: QtBot) -> None:
    fast = account(weld().ribbon.within(SHIFT.start, SHIFT.end, NOW), SHIFT, NOW, 60.0, 505, 498, 120.0)
    fall = Waterfall()
    qtbot.addWidget(fall)
    fall.refresh(fast)
    row = fall.rows[LossKind.SPEED]
    assert row.words() == "Faster than ideal"
    assert row.figure().startswith("+")
    assert fall.doubts.text()


def test_without_a_shift_or_planned_time_there_are_words_instead_of_bars(qtbot: QtBot) -> None:
    fall = Waterfall()
    qtbot.addWidget(fall)
    fall.refresh(None)
    assert "No shift is on" in fall.ratios.text()
    fall.refresh(account([], SHIFT, SHIFT.start, 27.0, 0, 0, 120.0))
    assert fall.first.isHidden()
    assert fall.ratios.text()


def test_accounts_of_several_lines_add_up() -> None:
    first, second = (line_of(name, name, [weld()]).account for name in ("L1", "L2"))
    assert first is not None
    assert second is not None
    both = together([first, second])
    assert both is not None
    assert both.planned == pytest.approx(first.planned * 2)
    assert both.planned == pytest.approx(both.good_time + sum(both.losses.values()))
    assert together([]) is None


def test_a_reason_from_outside_cannot_become_a_formula_when_copied(
    qtbot: QtBot, dialog: LossesDialog, console: QuietConsole
) -> None:
    live = console.floor.stations["L1/30"]
    live.ribbon.change(live.state, None, NOW, "=cmd|' /C calc'!A0")
    console.time += 600
    dialog.refresh()
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "'=cmd|" in text
    assert "\n=cmd" not in text


def test_every_kind_of_loss_has_a_name() -> None:
    assert len({kind_title(kind) for kind in LossKind}) == len(LossKind)


def test_every_focusable_part_has_a_name_and_no_word_is_cut(dialog: LossesDialog, panel: LossesPanel) -> None:
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert nameless(panel) == []
    assert clipped(dialog) == []
