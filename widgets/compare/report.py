"""A report as pages of paper: a table of lines, losses, stops, calls and the questions that were kept, as a PDF.

Called on a thread that is not the window's: nothing here touches a widget.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from console.app.compare import Gathered
from console.domain.compare import ADDED, By
from console.domain.questions import Every
from console.domain.reports import SHOWN, Report, Section
from widgets.compare.kept import every_word
from widgets.compare.table import Side, tone_of
from widgets.compare.words import by_word, change_words, measure_word, name_of, value_words
from widgets.numbers import percent
from widgets.paper import pdf, write_whole
from widgets.times import moment

MOST = 15  # rows of a section
INK = {"good": "#1c7a3f", "bad": "#b3261e", "text_muted": "#5a636d"}  # on paper
FAINT, LINE, BAR = "#5a636d", "#c9d0d6", "#7f9bb5"


def write_report(report: Report, found: Gathered, path: Path, plant: str, zone: tzinfo | None, made: float) -> None:
    """Write the PDF, whole or not at all; OSError where that cannot be done."""
    write_whole(path, pdf(html(report, found, plant, zone, made), title(report)))


def title(report: Report) -> str:
    """What it is, and of when."""
    period = report.period
    words = f"{every_word(period.every)} · {period.day.isoformat()}"
    return f"{words} · {period.shift}" if period.shift else words


def html(report: Report, found: Gathered, plant: str, zone: tzinfo | None, made: float) -> str:
    """The report as HTML that QTextDocument can lay out."""
    translate, period = QCoreApplication.translate, report.period
    start, end = (moment(t, 0.0, zone) for t in (period.start, period.end))
    against = {
        Every.SHIFT: translate("report", "the same shift a day earlier"),
        Every.DAY: translate("report", "the day before"),
        Every.WEEK: translate("report", "the week before"),
    }[period.every]
    parts = [
        f'<p style="font-size:20px; font-weight:600; margin-bottom:0">{escape(title(report))}</p>',
        f'<p style="color:{FAINT}; margin-top:2px">{escape(plant)} · {escape(start)} – {escape(end)} · '
        + escape(translate("report", "compared with {0}").format(against))
        + "</p>",
    ]
    if not report.lines:
        nothing = translate("report", "Nothing was counted in this time.")
        return "".join([*parts, f"<p>{escape(nothing)}</p>"])
    parts.append(_lines(report, found))
    parts += [_section(section, found) for section in report.sections]
    words = translate("report", "Made by Gemba Console on {0}. Green: changed for the better, red: for the worse.")
    parts.append(f'<p style="color:{FAINT}; font-size:10px">{escape(words.format(moment(made, 0.0, zone)))}</p>')
    return "".join(parts)


def _lines(report: Report, found: Gathered) -> str:
    """A row for each line and one for all, a column for each figure with its change below it."""
    sides = [Side(section.now, section.before, found) for section in report.figures]
    heads = [by_word(By.LINE), *(measure_word(measure) for measure in SHOWN)]
    rows = [[name_of(By.LINE, line, found.names), *(_cell(side, line) for side in sides)] for line in report.lines]
    rows.append([QCoreApplication.translate("compare", "All together"), *(_cell(side, None) for side in sides)])
    return _table(heads, [[escape(row[0]), *row[1:]] for row in rows])


def _cell(side: Side, line: str | None) -> str:
    if line is None:
        now, was = side.now.whole.value, side.before.whole.value if side.before else None
    else:
        figure = side.now.by_row.get(line)
        none = 0.0 if side.measure in ADDED else None
        now, was = figure.value if figure else none, side.earlier(line) if figure else None
    change = change_words(side.measure, now, was)
    ink = INK[tone_of(side.measure, now, was)]
    small = f'<br><span style="color:{ink}; font-size:9px">{escape(change)}</span>' if change else ""
    return escape(value_words(side.measure, now)) + small


def _section(section: Section, found: Gathered) -> str:
    """A heading and the largest entries, each with its share of the whole and a bar; or a table of two dimensions."""
    side = Side(section.now, section.before, found)
    question = section.now.question
    named = section.name or f"{measure_word(question.measure)} · {by_word(question.rows)}"
    head = f'<p style="font-size:14px; font-weight:600; margin-bottom:3px">{escape(named)}</p>'
    if not section.now.rows:
        none = QCoreApplication.translate("report", "None in this time.")
        return head + f'<p style="color:{FAINT}">{escape(none)}</p>'
    if side.columns:
        return head + _crossed(side)
    whole = section.now.whole.value or 0.0
    shares = question.measure in ADDED and whole > 0
    top = max((section.now.by_row[row].value or 0.0) for row in section.now.rows) or 1.0
    rows = []
    for row in section.now.rows[:MOST]:
        value, was = section.now.by_row[row].value, side.earlier(row)
        ink = INK[tone_of(question.measure, value, was)]
        change = change_words(question.measure, value, was)
        share = percent((value or 0.0) / whole, 0) if shares else ""
        rows.append(
            [
                escape(side.row_name(row)),
                _bar(max(0.0, value or 0.0) / top),
                escape(value_words(question.measure, value)),
                share,
                f'<span style="color:{ink}">{escape(change)}</span>',
            ]
        )
    translate = QCoreApplication.translate
    heads = [by_word(question.rows), "", measure_word(question.measure), "", translate("compare", "Change")]
    return head + _table(heads, rows, left=2)


def _crossed(side: Side) -> str:
    heads = [by_word(side.now.question.rows), *(side.column_name(column) for column in side.columns[:9])]
    rows = []
    for row in side.now.rows[:MOST]:
        found = (side.now.figures.get((row, column)) for column in side.columns[:9])
        values = (value_words(side.measure, figure.value if figure else None) for figure in found)
        rows.append([escape(side.row_name(row)), *map(escape, values)])
    return _table(heads, rows)


def _table(heads: Iterable[str], rows: Iterable[list[str]], left: int = 1) -> str:
    def line(cells: Iterable[str], style: str) -> str:
        made = (
            f'<td align="{"left" if i < left else "right"}" style="{style}">{text}</td>' for i, text in enumerate(cells)
        )
        return f"<tr>{''.join(made)}</tr>"

    faint = f"color:{FAINT}; font-size:10px; border-bottom:1px solid {LINE}; padding:3px"
    plain = f"border-bottom:1px solid {LINE}; padding:3px; font-size:11px"
    body = "".join(line(row, plain) for row in rows)
    return f'<table width="100%" cellspacing="0">{line(map(escape, heads), faint)}{body}</table>'


def _bar(share: float) -> str:
    wide = max(1, round(share * 100))
    rest = f'<td width="{100 - wide}%"></td>' if wide < 100 else ""
    bar = f'<td width="{wide}%" style="background-color:{BAR}; font-size:7px">&nbsp;</td>'
    return f'<table width="180" cellspacing="0" cellpadding="0"><tr>{bar}{rest}</tr></table>'
