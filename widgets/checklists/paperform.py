"""An empty form for paper: the same questions with room to write, as pages of A4."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from console.domain.checklists import Asks, Item
from widgets.checklists.edits import Sheet
from widgets.checklists.words import demands, limits_words, said, scores
from widgets.paper import pdf, write_whole

FAINT, LINE = "#5a636d", "#9aa3ab"


def write_form(path: Path, sheet: Sheet, edition: str) -> None:
    """Write the PDF, whole or not at all; OSError where that cannot be done."""
    write_whole(path, pdf(html(sheet, edition), said(sheet.name)))


def html(sheet: Sheet, edition: str) -> str:
    """The pages; `edition` says which version it is."""
    translate = QCoreApplication.translate
    blanks = " &nbsp; ".join(
        f"{escape(words)}: ______________________"
        for words in (
            translate("paperform", "Place"), translate("paperform", "Who"), translate("paperform", "When"),
        )
    )  # fmt: skip
    parts = [
        f'<p style="font-size:20px; font-weight:600; margin-bottom:2px">{escape(said(sheet.name))}</p>',
        f'<p style="color:{FAINT}; margin-top:0">{escape(edition)}</p>',
        f'<p style="margin-bottom:10px">{blanks}</p>',
    ]
    for number, section in enumerate(sheet.form.sections, 1):
        parts.append(f'<p style="font-size:15px; font-weight:600; margin:10px 0 2px 0">{number} &nbsp;')
        parts.append(f"{escape(said(section.words))}</p>")
        rows = "".join(_row(item, f"{number}.{at}") for at, item in enumerate(section.items, 1))
        parts.append(f'<table width="100%" cellspacing="0" cellpadding="5" border="0">{rows}</table>')
    sign = escape(translate("paperform", "Signed"))
    parts.append(f'<p style="margin-top:24px">{sign}: ______________________________</p>')
    return "".join(parts)


def _row(item: Item, number: str) -> str:
    words = f"<b>{escape(number)}</b> &nbsp; {escape(said(item.words))}"
    if item.hint:
        words += f'<br/><span style="color:{FAINT}; font-size:10px">{escape(said(item.hint, 1000))}</span>'
    wants = demands(item)
    if wants:
        words += f'<br/><span style="color:{FAINT}; font-size:10px">{escape(" · ".join(wants))}</span>'
    edge = f'style="border-bottom:1px solid {LINE}"'
    return (
        f'<tr><td width="66%" valign="top" {edge}>{words}</td>'
        f'<td width="34%" align="right" valign="top" {edge}>{_answer(item)}</td></tr>'
    )


def _answer(item: Item) -> str:
    """What is ticked or filled in by hand."""
    translate = QCoreApplication.translate
    match item.asks:
        case Asks.SCORE:
            return _boxes(scores())
        case Asks.YES_NO:
            return _boxes((translate("paperform", "Yes"), translate("paperform", "No")))
        case Asks.MEASURE:
            return f"____________ {escape(limits_words(item))}"
        case Asks.PHOTO:
            return _boxes((translate("paperform", "Photo taken"),))
    return "______________________<br/><br/>______________________"


def _boxes(words: tuple[str, ...]) -> str:
    cells = "".join(
        f'<td align="center" style="border:1px solid {LINE}">&nbsp;{escape(one)}&nbsp;</td>' for one in words
    )
    return f'<table align="right" cellspacing="2" cellpadding="3"><tr>{cells}</tr></table>'
