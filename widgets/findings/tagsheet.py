"""Red tags as cards to print: four on a page of A4, to cut out and to hang on the thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from html import escape

from PySide6.QtCore import QCoreApplication

from widgets.findings.rows import TagRow
from widgets.numbers import whole
from widgets.plain import plain, plain_block

RED, LINE, FAINT = "#b3261e", "#c9d0d6", "#5a636d"
ACROSS, DOWN = 2, 3  # cards on a page


def sheet(rows: Sequence[TagRow], names: Mapping[str, str], zones: Mapping[str, tzinfo | None]) -> str:
    """The cards as HTML that QTextDocument can lay out; `names` of people by id, `zones` of the places by tag."""
    pages = [rows[start : start + ACROSS * DOWN] for start in range(0, len(rows), ACROSS * DOWN)]
    return "".join(_page(page, names, zones, last=page is pages[-1]) for page in pages)


def _page(rows: Sequence[TagRow], names: Mapping[str, str], zones: Mapping[str, tzinfo | None], last: bool) -> str:
    lines = [rows[start : start + ACROSS] for start in range(0, len(rows), ACROSS)]
    cells = ("".join(_cell(row, names, zones.get(row.id)) for row in line) for line in lines)
    after = "" if last else "page-break-after:always;"
    table = "".join(f"<tr>{line}</tr>" for line in cells)
    return f'<table width="100%" cellspacing="10" cellpadding="0" style="{after}">{table}</table>'


def _cell(row: TagRow, names: Mapping[str, str], zone: tzinfo | None) -> str:
    return f'<td width="50%" valign="top" style="border:1px solid {LINE}">{_card(row, names, zone)}</td>'


def _card(row: TagRow, names: Mapping[str, str], zone: tzinfo | None) -> str:
    translate, tag = QCoreApplication.translate, row.tag
    made = tag.made.astimezone(zone).date().isoformat()
    number, title = plain(tag.number, 40) or "________", translate("tagsheet", "RED TAG")
    head = (
        f'<table width="100%" cellpadding="8" cellspacing="0"><tr>'
        f'<td bgcolor="{RED}"><span style="color:#ffffff; font-size:18px; font-weight:600">'
        f"{escape(title)}</span></td>"
        f'<td bgcolor="{RED}" align="right"><span style="color:#ffffff; font-size:18px; font-weight:600">'
        f"{escape(number)}</span></td></tr></table>"
    )
    facts = (
        (translate("tagsheet", "Thing"), plain(tag.thing, 200)),
        (translate("tagsheet", "Quantity"), whole(tag.quantity)),
        (translate("tagsheet", "Place"), row.place),
        (translate("tagsheet", "Why"), plain_block(tag.why, 160)),
        (translate("tagsheet", "Put on"), f"{made} · {plain(names.get(tag.made_by, ''), 60)}"),
        (translate("tagsheet", "Who decides"), row.owner),
        (translate("tagsheet", "Decide by"), tag.decide_by.isoformat()),
        (translate("tagsheet", "Decided"), "________________"),
    )
    lines = "".join(
        f'<tr><td width="34%" style="color:{FAINT}">{escape(name)}</td><td>{escape(words) or "–"}</td></tr>'
        for name, words in facts
    )
    return f'{head}<table width="100%" cellpadding="5" cellspacing="0">{lines}</table>'
