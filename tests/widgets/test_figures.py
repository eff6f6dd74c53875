"""Rules of the definitions: every metric has a name, its formula word for word, and who answers for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.metrics import METRICS
from tests.widgets.face_audit import nameless
from widgets.figures import KeyNumber, show_metric
from widgets.figures.definition import Definition
from widgets.figures.names import FORMULAS, NAMES, owner_words, unit_words


def words_of(window: Definition) -> list[str]:
    items = [window.rows.itemAtPosition(r, c) for r in range(window.rows.rowCount()) for c in (0, 1)]
    return [item.widget().text() for item in items if item is not None]


def test_every_metric_of_the_dictionary_has_a_name_and_its_formula_for_the_translators() -> None:
    assert set(NAMES) == set(METRICS)
    assert {code: str(formula) for code, formula in FORMULAS.items()} == {c: m.formula for c, m in METRICS.items()}


@pytest.mark.parametrize("code", list(METRICS))
def test_a_definition_shows_formula_source_owner_and_version(qtbot: QtBot, code: str) -> None:
    window = show_metric(None, code, {})
    qtbot.addWidget(window)
    metric = METRICS[code]
    assert window.formula.text() == metric.formula
    shown = words_of(window)
    assert metric.source in shown
    assert f"{code}, version {metric.version}" in shown
    assert owner_words(metric.owner) != metric.owner
    assert unit_words(metric.unit) != metric.unit


def test_the_figures_of_the_moment_are_shown_plain(qtbot: QtBot) -> None:
    window = show_metric(None, "oee", {"<i>here</i>": "88 %\u202e"})
    qtbot.addWidget(window)
    assert words_of(window)[:2] == ["<i>here</i>", "88 %\\u202e"]


def test_saying_it_again_in_another_language_leaves_each_row_once(qtbot: QtBot) -> None:
    window = show_metric(None, "oee", {"OEE": "88 %"})
    qtbot.addWidget(window)
    before = words_of(window)
    window.retranslate()
    assert words_of(window) == before


def test_a_code_that_is_not_in_the_dictionary_is_a_bug_not_an_empty_window() -> None:
    with pytest.raises(KeyError):
        show_metric(None, "no such metric", {})


def test_a_number_says_itself_to_a_screen_reader_and_opens_by_keyboard(qtbot: QtBot) -> None:
    number = KeyNumber("good")
    qtbot.addWidget(number)
    number.say("1 240", "this shift", facts={"Good": "1 240"})
    assert number.accessibleName() == "Good 1 240 this shift"
    qtbot.keyClick(number, Qt.Key.Key_Space)
    opened = [w for w in QApplication.topLevelWidgets() if isinstance(w, Definition) and w.isVisible()]
    assert "1 240" in words_of(opened[-1])
    assert nameless(opened[-1]) == []
    opened[-1].close()
