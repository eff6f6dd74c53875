"""One audit as pages of paper: its score, what was answered and found, the pictures, and who signed.

The records are read by the office, the pages are made on a thread of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from console.app.queries.audit_figures import AuditPaper, audit_paper
from console.domain.attachments import Attachment
from console.domain.audit_figures import looked
from console.domain.checklist_scores import Score, is_weak, score
from console.domain.checklists import Going, Item, Section
from widgets.attachments.images import image_of
from widgets.auditfigures.paperparts import (
    BAD,
    FAINT,
    GOOD,
    LINE,
    beside,
    faint,
    heading,
    inked,
    new_page,
    radar_picture,
    safe,
    section,
    table,
)
from widgets.auditfigures.radar import Axis
from widgets.auditfigures.words import Counts
from widgets.audits.places import Places
from widgets.audits.words import answer_words, due_of, said
from widgets.findings.words import closing_word
from widgets.numbers import UNKNOWN, decimal, percent, whole
from widgets.paper import Ended, pdf, write_aside

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.pictures import Pixels

translate = QCoreApplication.translate
RADAR, WORDS = (310, 226), 360  # pixels of paper
PICTURE = 200  # pixels of paper of a photo's width
SHARP = 640  # pixels of a photo's longer side
PICTURES_MOST, ROW = 48, 3


@dataclass(slots=True)
class Setting:
    """What the pages need beside the records."""

    plant: str
    place: str
    zone: tzinfo | None
    made: datetime
    pictures: dict[str, QImage] = field(default_factory=dict)  # by attachment

    def at(self, when: datetime | None) -> str:
        """A time on the plant's clock."""
        return when.astimezone(self.zone).strftime("%Y-%m-%d %H:%M") if when is not None else UNKNOWN


def save_audit(console: Console, run_id: str, path: Path | str, done: Ended) -> None:
    """Write the PDF of one run; `done` gets the path, or the refusal, on the main thread."""
    target, places = Path(path), Places(console)

    def read(paper: AuditPaper) -> None:
        setting = Setting(console.floor.plant.name, places.words(paper.file.run.place), places.zone(), places.now())
        _Photos(console, paper, setting, partial(_write, console, paper, setting, target, done)).fetch()

    console.office.ask(audit_paper(run_id), read, done)


def _write(console: Console, paper: AuditPaper, setting: Setting, path: Path, done: Ended) -> None:
    write_aside(console, path, lambda: audit_pdf(paper, setting), done)


class _Photos:
    """Fetches the pictures one after the other; one that is not here is left out."""

    def __init__(self, console: Console, paper: AuditPaper, setting: Setting, then: partial[None]) -> None:
        self._console, self._setting, self._then = console, setting, then
        self._left = list(paper.pictures[:PICTURES_MOST])

    def fetch(self) -> None:
        """The next one, or on to the pages."""
        attachments = self._console.attachments
        if not self._left or attachments is None:
            self._then()
            return
        one = self._left.pop(0)
        attachments.picture(one, SHARP, partial(self._came, one), lambda _: self.fetch())

    def _came(self, one: Attachment, pixels: Pixels) -> None:
        self._setting.pictures[one.id] = image_of(pixels)
        self.fetch()


def audit_pdf(paper: AuditPaper, setting: Setting) -> bytes:
    """The pages; on any thread."""
    axes = _axes(paper)
    pictures: dict[str, QImage] = {f"photo-{id}": image for id, image in setting.pictures.items()}
    pictures["radar"] = radar_picture(axes, *RADAR)
    return pdf(audit_html(paper, setting), title(paper), pictures)


def title(paper: AuditPaper) -> str:
    """The checklist and its version."""
    name = said(paper.file.version.name, 120)
    return translate("AuditReport", "{0} · version {1}").format(name, paper.file.run.version)


def audit_html(paper: AuditPaper, setting: Setting) -> str:
    """One run as HTML that QTextDocument can lay out."""
    parts = [
        heading(title(paper)),
        faint(f"{setting.plant} · {setting.place}", 13),
        beside(_head(paper, setting), "radar", WORDS, RADAR[0]),
        *(_section(one, paper) for one in paper.file.version.form.sections),
        _findings(paper, setting),
        _photos(paper, setting),
        _signature(paper, setting),
        faint(
            translate("AuditReport", "Made by Gemba Console on {0} · audit {1}").format(
                setting.at(setting.made), paper.file.run.id
            ),
            9,
        ),
    ]
    return "".join(parts)


def _axes(paper: AuditPaper) -> list[Axis]:
    file = paper.file
    now = looked(file.run, file.version, file.answers).sections
    last = paper.last.sections if paper.last is not None else {}
    return [Axis(said(one.words, 40), now.get(one.id), last.get(one.id)) for one in file.version.form.sections]


def _head(paper: AuditPaper, setting: Setting) -> str:
    file, run = paper.file, paper.file.run
    scored = score(file.version.form, file.answers)
    signed = run.going is Going.SIGNED
    share = run.points / run.most if signed and run.points is not None and run.most else scored.whole.share
    points = translate("AuditReport", "{0} of {1} points").format(
        decimal(scored.whole.points, 1), decimal(scored.whole.most, 1)
    )
    rows = [
        (translate("AuditReport", "Begun"), safe(f"{setting.at(run.begun)} · {_name(paper, run.begun_by)}")),
        (translate("AuditReport", "Ended"), safe(_ended(paper, setting))),
        (translate("AuditReport", "Result"), _result(paper, run.passed if signed else scored.passed)),
        (translate("AuditReport", "Red lines broken"), _broken(paper, run.broken if signed else scored.broken)),
        (translate("AuditReport", "Findings"), whole(len(file.findings))),
    ]
    if paper.last is not None:
        words = f"{percent(paper.last.share, 0)} · {setting.at(paper.last.at)}"
        rows.append((translate("AuditReport", "Last time"), safe(words)))
    if run.note:
        rows.append((translate("AuditReport", "Note"), safe(run.note)))
    big = f'<span style="font-size:30px; font-weight:600">{safe(percent(share, 0))}</span>&nbsp;&nbsp;'
    cells = "".join(
        f'<tr><td width="92" style="color:{FAINT}; padding:2px">{safe(name)}</td>'
        f'<td style="padding:2px">{value}</td></tr>'
        for name, value in rows
    )
    head = f'<p style="margin-top:4px">{big}{inked(points, FAINT)}</p>'
    return f'{head}<table width="{WORDS}" cellspacing="0">{cells}</table>'


def _ended(paper: AuditPaper, setting: Setting) -> str:
    run = paper.file.run
    if run.going is Going.OPEN:
        return translate("AuditReport", "not yet")
    return f"{setting.at(run.ended)} · {_name(paper, run.ended_by)}"


def _result(paper: AuditPaper, passed: bool | None) -> str:
    run, form = paper.file.run, paper.file.version.form
    if run.going is Going.DROPPED:
        return inked(translate("AuditReport", "Dropped: {0}").format(run.why), BAD)
    if run.going is Going.OPEN:
        return inked(translate("AuditReport", "Not finished: what is answered so far"), FAINT)
    from_share = percent(form.passes, 0) if form.passes is not None else ""
    limit = translate("AuditReport", "passes from {0}").format(from_share) if from_share else ""
    if passed is None:
        return inked(translate("AuditReport", "Not judged"), FAINT)
    word = translate("AuditReport", "Passed") if passed else translate("AuditReport", "Not passed")
    return f"<b>{inked(word, GOOD if passed else BAD)}</b>&nbsp; {inked(limit, FAINT)}"


def _broken(paper: AuditPaper, broken: tuple[str, ...]) -> str:
    if not broken:
        return inked(translate("AuditReport", "none"), FAINT)
    words = {item.id: said(item.words, 200) for item in paper.file.version.form.items}
    return "<br>".join(inked(words.get(id, id), BAD) for id in broken)


def _section(one: Section, paper: AuditPaper) -> str:
    answers = paper.file.by_item
    known = score(paper.file.version.form, paper.file.answers).sections[one.id]
    rows = [_item(item, paper) for item in one.items]
    heads = (translate("AuditReport", "Item"), translate("AuditReport", "Answer"), translate("AuditReport", "Note"))
    left = sum(item.id not in answers for item in one.items)
    more = _points(known)
    if left:
        more += " · " + Counts().unanswered(left)
    return section(said(one.words, 120), more) + table(heads, rows, ("56%", "14%", "30%"))


def _points(known: Score) -> str:
    if known.share is None:
        return translate("AuditReport", "not scored")
    return f"{decimal(known.points, 1)} / {decimal(known.most, 1)} · {percent(known.share, 0)}"


def _item(item: Item, paper: AuditPaper) -> tuple[str, str, str]:
    answer = paper.file.by_item.get(item.id)
    words = safe(said(item.words, 300))
    if item.red_line:
        words += "&nbsp; " + inked(translate("AuditReport", "red line"), FAINT)
    weak = is_weak(item, answer)
    shown = answer_words(item, answer)
    mark = translate("AuditReport", "weak")
    told = inked(f"{shown} · {mark}", BAD) if weak else safe(shown)
    note = answer.text if answer is not None and shown != answer.text else ""
    return words, told, safe(note, 600)


def _findings(paper: AuditPaper, setting: Setting) -> str:
    found = paper.file.findings
    head = section(translate("AuditReport", "Findings"), whole(len(found)) if found else "")
    if not found:
        return head + faint(translate("AuditReport", "Nothing was found that is to be put right."))
    words = {item.id: said(item.words, 160) for item in paper.file.version.form.items}
    rows = []
    for one in found:
        due, text = due_of(one), safe(one.finding.text, 600)
        marks = [translate("AuditReport", "serious")] if one.finding.serious else []
        marks += [translate("AuditReport", "found again")] if one.finding.repeats else []
        text += "".join(f"&nbsp; {inked(mark, BAD)}" for mark in marks)
        item = inked(words.get(one.finding.item, ""), FAINT)
        rows.append(
            (
                f"{text}<br>{item}" if one.finding.item in words else text,
                safe(one.owner or UNKNOWN),
                safe(due.isoformat() if due is not None else UNKNOWN),
                safe(closing_word(one.closing)),
            )
        )
    heads = (
        translate("AuditReport", "What is to be put right"),
        translate("AuditReport", "Owner"),
        translate("AuditReport", "Due"),
        translate("AuditReport", "State"),
    )
    return head + table(heads, rows, ("52%", "18%", "13%", "17%"))


def _photos(paper: AuditPaper, setting: Setting) -> str:
    if not paper.pictures:
        return ""
    here = [one for one in paper.pictures if one.id in setting.pictures]
    cells = [_photo(one, setting.pictures[one.id], _about(one, paper)) for one in here]
    rows = (cells[start : start + ROW] for start in range(0, len(cells), ROW))
    body = "".join(f"<tr>{''.join(row)}{'<td></td>' * (ROW - len(row))}</tr>" for row in rows)
    missing = len(paper.pictures) - len(here)
    more = faint(Counts().absent(missing)) if missing else ""
    head = new_page(section(translate("AuditReport", "Pictures"), whole(len(paper.pictures))))
    return f'{head}<table width="100%" cellspacing="0">{body}</table>{more}'


def _photo(one: Attachment, image: QImage, about: str) -> str:
    wide = PICTURE if image.width() >= image.height() else round(PICTURE * image.width() / max(1, image.height()))
    words = " · ".join(part for part in (about, one.note) if part)
    return (
        f'<td width="33%" valign="top" style="padding:4px"><img src="photo-{one.id}" width="{wide}"><br>'
        f'<span style="font-size:10px; color:{FAINT}">{safe(words, 200)}</span></td>'
    )


def _about(one: Attachment, paper: AuditPaper) -> str:
    """The item or the finding that a picture is of."""
    found: Mapping[str, str] = {each.finding.id: each.finding.text for each in paper.file.findings}
    if one.kind == "finding":
        return found.get(one.record, "")[:120]
    item = next((answer.item for answer in paper.file.answers if answer.id == one.record), "")
    return next((said(each.words, 120) for each in paper.file.version.form.items if each.id == item), "")


def _signature(paper: AuditPaper, setting: Setting) -> str:
    run = paper.file.run
    if run.going is Going.SIGNED:
        words = translate("AuditReport", "Signed by {0} on {1}")
        said_ = words.format(_name(paper, run.ended_by), setting.at(run.ended))
    else:
        said_ = translate("AuditReport", "Not signed")
    line = f'<td width="45%" style="border-top:1px solid {LINE}; padding-top:3px; font-size:11px">'
    names = (safe(said_), inked(translate("AuditReport", "Seen, place and date"), FAINT))
    return (
        '<table width="100%" cellspacing="0" style="margin-top:34px"><tr>'
        f"{line}{names[0]}</td><td></td>{line}{names[1]}</td></tr></table>"
    )


def _name(paper: AuditPaper, person: str) -> str:
    return paper.file.names.get(person, "") or UNKNOWN
