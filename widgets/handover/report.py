"""A handover as a page to be read: on the screen in its colours, on paper as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from console.app.queries.attachments import AttachmentShown, attachments_of
from console.app.queries.handovers import HandoverFile, handover_file
from console.app.trendexport import refusal_of
from console.domain.errors import Refusal
from console.domain.handover_moves import is_whole
from console.domain.handovers import Answered, Handover, OpenItem, Reply, Risk, Signature, Stage
from widgets.attachments.images import image_of
from widgets.handover import facts
from widgets.handover.words import (
    FactRow,
    Naming,
    minute,
    risk_word,
    shift_words,
    state_words,
    subject_word,
    tag_words,
)
from widgets.paper import pdf, write_whole
from widgets.plain import plain, plain_block
from widgets.theme import color
from widgets.times import moment, zone_named

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.pictures import Pixels

translate = QCoreApplication.translate
Done = Callable[[Path | Refusal], None]
PICTURES_MOST = 12
PICTURE_WIDE = 300
ROLES = ("text", "text_muted", "text_faint", "border", "raised", "good", "warning", "bad", "stopped", "bar")


@dataclass(frozen=True, slots=True)
class Inks:
    """A colour for each role that a page uses."""

    by_role: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        """One of them; what has none is written as text."""
        return self.by_role.get(role, self.by_role["text"])

    @staticmethod
    def of_screen() -> Inks:
        """Those of the theme."""
        return Inks({role: color(role).name() for role in ROLES})


PAPER = Inks(
    {
        "text": "#1b1f23", "text_muted": "#48515a", "text_faint": "#5a636d", "border": "#c9d0d6", "raised": "#f0f2f4",
        "good": "#1c7a3f", "warning": "#8a5a00", "bad": "#b3261e", "stopped": "#b3261e", "bar": "#7f9bb5",
    }
)  # fmt: skip


def save_handover(console: Console, id: str, path: Path, done: Done) -> None:
    """Write the PDF of a handover; `done` gets the path, or why there is none, on the main thread."""
    now = datetime.fromtimestamp(console.now(), UTC)

    def read(file: HandoverFile) -> None:
        if file.handover is not None:
            pictured = partial(_with_pictures, console, file, path, done)
            console.office.ask(attachments_of("handover", id), pictured, done)

    console.office.ask(handover_file(id, "", now), read, done)


def _with_pictures(
    console: Console, file: HandoverFile, path: Path, done: Done, found: Sequence[AttachmentShown]
) -> None:
    """Gather the pictures one after the other, then write."""
    attachments = console.attachments
    waiting = [one.attachment for one in found if one.attachment.is_picture][:PICTURES_MOST]
    pictures: dict[str, tuple[QImage, str]] = {}

    def next_one() -> None:
        if not waiting or attachments is None:
            _write(console, file, pictures, path, done)
            return
        one = waiting.pop(0)

        def decoded(pixels: Pixels) -> None:
            pictures[f"picture-{len(pictures)}"] = (image_of(pixels), one.note or one.name)
            next_one()

        attachments.thumb(one, decoded, lambda _: next_one())

    next_one()


def _write(
    console: Console, file: HandoverFile, pictures: Mapping[str, tuple[QImage, str]], path: Path, done: Done
) -> None:
    assert file.handover is not None
    plant = console.floor.plant
    captions = {name: (image.width(), words) for name, (image, words) in pictures.items()}
    zone = zone_named(plant.timezone)
    text = html(file, Naming.of(console, file), zone, PAPER, plant.name, console.now(), captions)
    images = {name: image for name, (image, _) in pictures.items()}
    titled = title(file.handover, Naming.of(console, file))

    def write() -> Path:
        write_whole(path, pdf(text, titled, images))
        return path

    def failed(why: Exception) -> None:
        done(refusal_of(why, path) if isinstance(why, OSError) else Refusal(str(why)))

    assert console.trends is not None
    console.trends.ask(lambda past: write(), done, failed)


def title(handover: Handover, naming: Naming) -> str:
    """What it is, of where and when."""
    words = shift_words(handover.shift, handover.next_shift, handover.day)
    return " · ".join((translate("handover", "Shift handover"), naming.place(handover.place), words))


def html(
    file: HandoverFile,
    naming: Naming,
    zone: tzinfo | None,
    inks: Inks,
    plant: str,
    made: float,
    pictures: Mapping[str, tuple[int, str]] | None = None,
) -> str:
    """All of it as HTML that QTextDocument can lay out; `pictures`: width and words by the name of each."""
    one = file.handover
    assert one is not None
    page = _Page(one, naming, zone, inks)
    parts = [page.head(plant), page.facts(), page.items(), page.note(), _pictures(pictures or {}, inks)]
    parts += [page.signed(), page.corrections(file)]
    words = translate("report", "Made by Gemba Console on {0}.").format(moment(made, 0.0, zone))
    parts.append(_small(words, inks["text_faint"]))
    return f'<div style="color:{inks["text"]}">{"".join(parts)}</div>'


class _Page:
    def __init__(self, one: Handover, naming: Naming, zone: tzinfo | None, inks: Inks) -> None:
        self._one, self._naming, self._zone, self._inks = one, naming, zone, inks

    def head(self, plant: str) -> str:
        one = self._one
        start, end = (self._moment(at) for at in (one.begins, one.ends))
        state, role = state_words(one, False, self._zone)
        lines = (
            f'<p style="font-size:19px; font-weight:600; margin-bottom:0">{escape(title(one, self._naming))}</p>',
            f'<p style="color:{self._inks["text_faint"]}; margin-top:2px">{escape(plant)} · {escape(start)} – '
            f'{escape(end)} · <span style="color:{self._inks[role]}">{escape(state)}</span></p>',
        )
        return "".join(lines)

    def facts(self) -> str:
        told = self._one.facts
        blocks = (
            (translate("handover", "Production"), facts.production(told, self._naming)),
            (translate("handover", "Safety and people"), facts.people(told)),
            (translate("handover", "Audits and watch"), facts.audits(told, self._naming)),
            (translate("handover", "Calls and downtime this shift"), facts.calls(told)),
        )
        return "".join(self._block(name, rows) for name, rows in blocks if rows) + self._losses()

    def _block(self, name: str, rows: Iterable[FactRow]) -> str:
        cells = [
            (
                escape(row.name),
                f'<span style="color:{self._inks[row.role]}; font-weight:600">{escape(row.value)}</span>',
            )
            for row in rows
        ]
        return _heading(name) + _table(cells, self._inks, ("70%", "30%"), right=(1,))

    def _losses(self) -> str:
        found = facts.losses(self._one.facts)
        top = max((minutes for _, minutes in found), default=0.0)
        if top <= 0:
            return ""
        minutes_word = translate("handover", "{0} min")
        cells = [
            (escape(name), _bar(minutes / top, self._inks), escape(minutes_word.format(round(minutes))))
            for name, minutes in found
        ]
        return _table(cells, self._inks, ("40%", "45%", "15%"), right=(2,))

    def items(self) -> str:
        one = self._one
        head = _heading(translate("handover", "Open items"))
        if not one.items:
            return head + _small(translate("handover", "None."), self._inks["text_muted"])
        cells = [self._item(item, one.reply_to(item.id)) for item in one.items]
        return head + _table(cells, self._inks, ("13%", "52%", "35%"))

    def _item(self, item: OpenItem, reply: Answered | None) -> tuple[str, ...]:
        role = {Risk.HIGH: "bad", Risk.RAISED: "warning"}.get(item.risk, "text_faint")
        mark = f'<span style="color:{self._inks[role]}">{escape(risk_word(item.risk))}</span>'
        kind = escape(subject_word(item.subject))
        owner = f" · {escape(self._naming.person(item.owner))}" if item.owner else ""
        words = escape(self._naming.words(item, self._zone))
        muted, tag = self._inks["text_muted"], escape(tag_words(item))
        what = f"<b>{escape(self._naming.title(item))}</b><br>"
        what += f'<span style="color:{muted}">{words}{owner} · {tag}</span>'
        return f'{mark}<br><span style="color:{self._inks["text_faint"]}">{kind}</span>', what, self._reply(reply)

    def _reply(self, reply: Answered | None) -> str:
        if reply is None:
            waits = self._one.stage is not Stage.DRAFT
            words = translate("handover", "not answered") if waits else ""
            return f'<span style="color:{self._inks["text_faint"]}">{escape(words)}</span>'
        accepted = reply.reply is Reply.ACCEPTED
        word = translate("handover", "Accepted") if accepted else translate("handover", "Disputed")
        ink = self._inks["good" if accepted else "bad"]
        who = escape(f"{self._naming.person(reply.who)} · {self._moment(reply.at)}")
        said = f"<br>{escape(plain(reply.words, 400))}" if reply.words else ""
        muted = self._inks["text_muted"]
        return f'<span style="color:{ink}">{escape(word)}</span><br><span style="color:{muted}">{who}</span>{said}'

    def note(self) -> str:
        one = self._one
        words = plain_block(one.note).strip()
        told = f'<p style="white-space:pre-wrap">{escape(words)}</p>' if words else ""
        none = _small(translate("handover", "None."), self._inks["text_muted"])
        parts = [_heading(translate("handover", "Notes for the next shift")), told or none]
        if one.overridden:
            over = translate("handover", "Signed although {0} stops had no reason: {1}")
            parts.append(f'<p style="color:{self._inks["warning"]}">')
            parts.append(escape(over.format(one.unexplained, plain(one.overridden, 600))) + "</p>")
        return "".join(parts)

    def signed(self) -> str:
        one = self._one
        out, into = translate("handover", "Outgoing"), translate("handover", "Incoming")
        cells = [self._signature(out, one.outgoing), self._signature(into, one.incoming)]
        parts = [_heading(translate("handover", "Sign-off")), _table(cells, self._inks, ("20%", "35%", "45%"))]
        if one.stage is not Stage.DRAFT:
            whole = is_whole(one)
            said = (
                translate("handover", "Unaltered: the signatures fit what stands here.")
                if whole
                else translate("handover", "Altered: the signatures do not fit what stands here. Look at the trail.")
            )
            parts.append(f'<p style="color:{self._inks["good" if whole else "bad"]}">{escape(said)}</p>')
        return "".join(parts)

    def _signature(self, side: str, signature: Signature | None) -> tuple[str, str, str]:
        if signature is None:
            return escape(side), escape(translate("handover", "not signed yet")), ""
        who = f"<b>{escape(plain(signature.name, 80))}</b><br>{escape(self._moment(signature.at))}"
        over = " ".join(signature.over[i : i + 16] for i in range(0, len(signature.over), 16))
        return escape(side), who, f'<span style="font-size:10px; color:{self._inks["text_faint"]}">{over}</span>'

    def corrections(self, file: HandoverFile) -> str:
        if not file.corrections:
            return ""
        cells = [
            (escape(f"{self._naming.person(said.who)} · {self._moment(said.at)}"), escape(plain(said.text, 2000)))
            for said in file.corrections
        ]
        head = _heading(translate("handover", "Said later"))
        return head + _table(cells, self._inks, ("30%", "70%"))

    def _moment(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone).date().isoformat()} {minute(at, self._zone)}"


def _heading(words: str) -> str:
    return f'<p style="font-size:14px; font-weight:600; margin-top:12px; margin-bottom:3px">{escape(words)}</p>'


def _small(words: str, ink: str) -> str:
    return f'<p style="color:{ink}; font-size:11px">{escape(words)}</p>'


def _table(rows: Sequence[Sequence[str]], inks: Inks, widths: Sequence[str], right: Sequence[int] = ()) -> str:
    """Rows over hairlines; cells are HTML already."""
    line = f"border-bottom:1px solid {inks['border']}"
    lines = []
    for row in rows:
        cells = (
            f'<td width="{width}" align="{"right" if i in right else "left"}" style="{line}; padding:3px">{cell}</td>'
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return (
        f'<table width="100%" cellspacing="0" cellpadding="3" style="border-collapse:collapse">{"".join(lines)}</table>'
    )


def _bar(share: float, inks: Inks) -> str:
    wide = max(1, min(100, round(share * 100)))
    rest = f'<td width="{100 - wide}%" style="font-size:8px">&nbsp;</td>' if wide < 100 else ""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="{wide}%" bgcolor="{inks["bar"]}" style="font-size:8px">&nbsp;</td>{rest}</tr></table>'
    )


def _pictures(pictures: Mapping[str, tuple[int, str]], inks: Inks) -> str:
    if not pictures:
        return ""
    found = [
        f'<p><img src="{name}" width="{min(wide, PICTURE_WIDE)}"><br>'
        f'<span style="color:{inks["text_muted"]}">{escape(plain(words, 200))}</span></p>'
        for name, (wide, words) in pictures.items()
    ]
    return _heading(translate("handover", "Pictures")) + "".join(found)
