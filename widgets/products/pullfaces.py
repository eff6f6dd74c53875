"""How a replenishment card looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.app.material import Left
from console.domain.commands import CONSOLE
from console.domain.replenishment import EndedAs, Replenishment
from widgets.cardflow.faces import CardFace, CardLine, Mark
from widgets.orders.naming import line_word
from widgets.plain import plain
from widgets.products.words import amount
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

translate = QCoreApplication.translate


def face_of(card: Replenishment, left: Left | None, late: bool, names: Mapping[str, str], console: Console) -> CardFace:
    """What a card shows; `late`: it should have come. Amber is late, red is empty."""
    known = console.orders.products.get(card.material) if console.orders is not None else None
    unit = known.unit if known is not None else ""
    wanted = amount(card.quantity, unit)
    lines = [
        CardLine(
            wanted, "text", right=line_word(console, card.line), right_role="text_muted"
        ),
        _who(card, names, late),
    ]  # fmt: skip
    if card.open and left is not None:
        lines.append(_rest(left))
    if known is not None and known.name:
        lines.insert(0, CardLine(plain(known.name, 60)))
    empty = card.open and left is not None and left.empty
    mark = Mark.BAD if empty else Mark.WARNING if late else Mark.NONE
    more = [card.why] if card.why else []
    return CardFace(
        card.id, card.column, card.line, card.rank, plain(card.material, 64), lines=tuple(lines), mark=mark,
        more=tuple(more),
    )  # fmt: skip


def _who(card: Replenishment, names: Mapping[str, str], late: bool) -> CardLine:
    if card.ended is EndedAs.CANCELLED:
        words = translate("pullfaces", "Cancelled by {0}").format(_name(card.finished_by, names))
        return CardLine(words, "text_faint", "x", right_since=card.finished)
    if card.ended is EndedAs.DELIVERED:
        words = translate("pullfaces", "Delivered by {0}").format(_name(card.finished_by, names))
        return CardLine(words, "text_muted", "check", right_since=card.finished)
    if card.taken is not None:
        words = translate("pullfaces", "{0} brings it").format(_name(card.taken_by, names))
    else:
        words = translate("pullfaces", "Asked by {0}").format(_name(card.made_by, names))
    role = "warning" if late else "text_muted"
    return CardLine(words, role, "clock" if late else "user", right_since=card.made, right_role=role)


def _rest(left: Left) -> CardLine:
    if left.empty:
        return CardLine(translate("pullfaces", "Nothing left at the line"), "bad", "circle-x")
    words = translate("pullfaces", "{0} left").format(amount(left.stock.quantity))
    if left.lasts is not None:
        words = translate("pullfaces", "{0} left, lasts {1}").format(amount(left.stock.quantity), span(left.lasts))
    return CardLine(words, "warning" if left.stock.low else "text_muted")


def _name(who: str, names: Mapping[str, str]) -> str:
    if who == CONSOLE:
        return translate("pullfaces", "the console")
    return plain(names.get(who, who), 40)
