"""The figures of audits over a time as pages of paper: ranking, scores over time and by section, findings, rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from console.app.queries.audit_figures import Sheet
from console.app.queries.rounds import FindingShown
from console.domain.audit_figures import FEW
from console.domain.findings import Closing
from widgets.auditfigures.paperparts import (
    BAD,
    FAINT,
    beside,
    faint,
    heading,
    inked,
    line_picture,
    radar_picture,
    safe,
    section,
    table,
)
from widgets.auditfigures.radar import Axis
from widgets.auditfigures.words import (
    Counts,
    change_words,
    chosen_words,
    day_words,
    days_words,
    deviation_words,
    item_word,
    person_word,
    points_of,
    rank_words,
    section_word,
    spread_words,
)
from widgets.audits.words import due_of
from widgets.findings.words import closing_word
from widgets.numbers import UNKNOWN, percent, whole
from widgets.paper import pdf

translate = QCoreApplication.translate
LINE, RADAR, WORDS = (680, 190), (310, 226), 350  # pixels of paper
ITEMS_MOST, FINDINGS_MOST, PEOPLE_MOST = 12, 40, 20


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages need beside the figures."""

    plant: str
    scope: str  # which areas
    made: datetime
    place: Callable[[str], str]


def figures_pdf(sheet: Sheet, frame: Frame) -> bytes:
    """The pages; on any thread."""
    points = [(bucket.at, bucket.share) for bucket in points_of(sheet)]
    pictures: dict[str, QImage] = {
        "line": line_picture(points, sheet.target, *LINE),
        "radar": radar_picture(_axes(sheet), *RADAR),
    }
    return pdf(figures_html(sheet, frame), title(sheet), pictures)


def title(sheet: Sheet) -> str:
    """What it is."""
    return translate("AuditReport", "{0} report").format(chosen_words(sheet))


def figures_html(sheet: Sheet, frame: Frame) -> str:
    """The figures as HTML that QTextDocument can lay out."""
    wanted = sheet.wanted
    first, last = (day_words(at, wanted.zone) for at in (wanted.since, wanted.until))
    made = frame.made.astimezone(wanted.zone).strftime("%Y-%m-%d %H:%M")
    parts = [heading(title(sheet)), faint(f"{frame.plant} · {frame.scope} · {first} – {last}", 13)]
    if not sheet.looked:
        parts.append(faint(translate("AuditReport", "No audit was signed in this time."), 13))
    else:
        parts += [
            beside(_numbers(sheet), "radar", WORDS, RADAR[0]),
            section(translate("AuditReport", "Score over time"), _target(sheet)),
            f'<p><img src="line" width="{LINE[0]}"></p>',
            _ranking(sheet, frame),
            _sections(sheet),
        ]
    parts += [_items(sheet), _findings(sheet, frame), _lookers(sheet)]
    parts.append(faint(translate("AuditReport", "Made by Gemba Console on {0}").format(made), 9))
    return "".join(parts)


def _axes(sheet: Sheet) -> list[Axis]:
    before = sheet.sections_before
    return [
        Axis(section_word(sheet, key), one.mean, before[key].mean if key in before else None)
        for key, one in sheet.sections.items()
    ]


def _target(sheet: Sheet) -> str:
    return translate("AuditReport", "target {0}").format(percent(sheet.target, 0)) if sheet.target is not None else ""


def _numbers(sheet: Sheet) -> str:
    found, whole_, before = sheet.finding_figures, sheet.whole, sheet.before
    mean = whole_.mean if whole_ is not None else None
    changed = change_words(mean, before.mean if before is not None else None)
    rows = [
        (translate("AuditReport", "Against the time before"), changed or UNKNOWN),
        (translate("AuditReport", "Audits"), whole(len(sheet.looked))),
        (translate("AuditReport", "Passed"), percent(sheet.passed, 0)),
        (translate("AuditReport", "Findings"), whole(len(found.made))),
        (translate("AuditReport", "Closed"), f"{whole(len(found.closed))} · {percent(found.share, 0)}"),
        (translate("AuditReport", "Over their day"), whole(len(found.late))),
        (translate("AuditReport", "Found again"), whole(len(found.repeated))),
        (translate("AuditReport", "Days to close, median"), days_words(found.days)),
        (
            translate("AuditReport", "Red tags open, over their day"),
            f"{whole(len(sheet.tag_figures.open))}, {whole(len(sheet.tag_figures.late))}",
        ),
        (
            translate("AuditReport", "Planned rounds made in time"),
            f"{percent(sheet.rounds.share, 0)} · {whole(sheet.rounds.kept)} / {whole(sheet.rounds.due)}",
        ),
    ]
    cells = "".join(
        f'<tr><td style="color:{FAINT}; padding:2px">{safe(name)}</td>'
        f'<td align="right" style="padding:2px">{safe(value)}</td></tr>'
        for name, value in rows
    )
    big = f'<span style="font-size:30px; font-weight:600">{safe(percent(mean, 0))}</span>&nbsp;&nbsp;'
    more = translate("AuditReport", "mean of all audits")
    return f'<p>{big}{inked(more, FAINT)}</p><table width="{WORDS - 20}" cellspacing="0">{cells}</table>'


def _ranking(sheet: Sheet, frame: Frame) -> str:
    heads = (
        translate("AuditReport", "Rank"),
        translate("AuditReport", "Area"),
        translate("AuditReport", "Mean"),
        translate("AuditReport", "Audits"),
        translate("AuditReport", "From – to"),
        translate("AuditReport", "Spread"),
        translate("AuditReport", "Last"),
        translate("AuditReport", "Change"),
    )
    rows = [
        (
            inked(rank_words(row), FAINT) if not row.rank else safe(rank_words(row)),
            safe(frame.place(row.place)),
            safe(percent(row.spread.mean if row.spread else None, 0)),
            whole(len(row.runs)),
            safe(spread_words(row.spread)),
            safe(deviation_words(row.spread)),
            safe(percent(row.last, 0)),
            safe(_points(row.change)),
        )
        for row in sheet.ranks
    ]
    note = faint(Counts().fewer(FEW), 10) if any(not row.rank for row in sheet.ranks) else ""
    widths = ("8%", "34%", "9%", "9%", "13%", "10%", "8%", "9%")
    return section(translate("AuditReport", "Areas")) + table(heads, rows, widths, range(2, 8)) + note


def _points(change: float | None) -> str:
    return change_words(change, 0.0) if change is not None else UNKNOWN


def _sections(sheet: Sheet) -> str:
    heads = (
        translate("AuditReport", "Section"),
        translate("AuditReport", "Mean"),
        translate("AuditReport", "Audits"),
        translate("AuditReport", "From – to"),
        translate("AuditReport", "Time before"),
    )
    before = sheet.sections_before
    rows = [
        (
            safe(section_word(sheet, key)),
            safe(percent(one.mean, 0)),
            whole(one.n),
            safe(spread_words(one)),
            safe(percent(before[key].mean if key in before else None, 0)),
        )
        for key, one in sheet.sections.items()
    ]
    head = section(translate("AuditReport", "Sections"))
    return head + table(heads, rows, ("44%", "14%", "14%", "14%", "14%"), range(1, 5))


def _items(sheet: Sheet) -> str:
    head = section(translate("AuditReport", "Weakest items"))
    if not sheet.items:
        return head + faint(translate("AuditReport", "No answer was weak."))
    heads = (
        translate("AuditReport", "Item"),
        translate("AuditReport", "Findings"),
        translate("AuditReport", "Weak"),
        translate("AuditReport", "Mean"),
    )
    rows = [
        (
            safe(item_word(sheet, one.template, one.item)),
            whole(one.found),
            f"{whole(one.weak)} / {whole(one.n)}",
            safe(percent(one.mean, 0)),
        )
        for one in sheet.items[:ITEMS_MOST]
    ]
    return head + table(heads, rows, ("64%", "12%", "12%", "12%"), (1, 2, 3))


def _findings(sheet: Sheet, frame: Frame) -> str:
    still = [one for one in sheet.findings if one.closing not in (Closing.CLOSED, Closing.WITHDRAWN)]
    head = section(translate("AuditReport", "Findings that are not closed"), whole(len(still)) if still else "")
    if not still:
        return head + faint(translate("AuditReport", "Every finding of this time is closed."))
    heads = (
        translate("AuditReport", "Finding"),
        translate("AuditReport", "Area"),
        translate("AuditReport", "Owner"),
        translate("AuditReport", "Due"),
        translate("AuditReport", "State"),
    )
    late = set(sheet.finding_figures.late)
    rows = [_finding(one, one.finding.id in late, frame) for one in still[:FINDINGS_MOST]]
    left = len(still) - len(rows)
    more = faint(translate("AuditReport", "and {0} more").format(whole(left))) if left > 0 else ""
    return head + table(heads, rows, ("42%", "18%", "15%", "11%", "14%")) + more


def _finding(one: FindingShown, late: bool, frame: Frame) -> Sequence[str]:
    due = due_of(one)
    day = due.isoformat() if due is not None else UNKNOWN
    return (
        safe(one.finding.text, 300),
        safe(frame.place(one.finding.place)),
        safe(one.owner or UNKNOWN),
        inked(day, BAD) if late else safe(day),
        safe(closing_word(one.closing)),
    )


def _lookers(sheet: Sheet) -> str:
    if not sheet.lookers:
        return ""
    heads = (
        translate("AuditReport", "Who"),
        translate("AuditReport", "Audits"),
        translate("AuditReport", "Areas"),
        translate("AuditReport", "Last"),
    )
    rows = [
        (
            safe(person_word(sheet, one.person)),
            whole(len(one.runs)),
            whole(one.places),
            day_words(one.last, sheet.wanted.zone),
        )
        for one in sheet.lookers[:PEOPLE_MOST]
    ]
    head = section(translate("AuditReport", "Who looks"))
    return head + table(heads, rows, ("52%", "16%", "16%", "16%"), (1, 2, 3))
