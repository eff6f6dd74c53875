"""What the plan says: how an order stands in it, loads, takt, refusals; in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.errors import Refusal
from console.domain.orders import HOLD, PLANNED, RELEASED, RUNNING, WorkOrder
from console.domain.plan_week import ShiftPlan, TaktNeed
from console.domain.planning import Slot
from console.domain.progress import Pace
from widgets.callsetup.setupwords import day_word, shift_word
from widgets.numbers import decimal, percent, whole
from widgets.plain import plain
from widgets.times import clock

translate = QCoreApplication.translate
NARROW = "\u00a0"  # a space at which no line ends

REFUSED: dict[str, str] = {
    "plan_unfit": QT_TRANSLATE_NOOP("refusals", "The plan cannot be so. Undo the last change and try it anew."),
    "plan_runs": QT_TRANSLATE_NOOP("refusals", "Order {order} runs: it stays where it is until it is held or done."),
    "plan_shift_over": QT_TRANSLATE_NOOP("refusals", "This shift is over. Choose one that is still to come."),
    "plan_no_shift": QT_TRANSLATE_NOOP("refusals", "The line does not work in this shift. Choose another one."),
}


def _changed(refusal: Refusal) -> str:
    """Which orders, the first ones by number."""
    found = refusal.facts.get("orders")
    numbers = [plain(number, 60) for number in found] if isinstance(found, (tuple, list)) else []
    shown = ", ".join(numbers[:5]) + (" …" if len(numbers) > 5 else "")
    return translate(
        "refusals",
        "Nothing was saved: somebody else changed {orders} meanwhile. Look at what differs and save again.",
    ).format(orders=shown)


SPECIAL: dict[str, Callable[[Refusal], str]] = {"plan_changed": _changed}


@dataclass(frozen=True, slots=True)
class Standing:
    """How an order stands in the plan: a few words, their colour role and icon."""

    words: str
    role: str = "text_muted"
    icon: str = ""


def standing(slot: Slot, zone: tzinfo | None) -> Standing:
    """When an order is made, or why not as it was put: late before spilled."""
    if slot.start is None or slot.finish is None:
        return Standing(translate("plan", "no time a piece"), "warning", "circle-help")
    if slot.late is not None and slot.late > 60:
        return Standing(translate("plan", "late {0}").format(length(slot.late)), "bad", "triangle-alert")
    if slot.misses and slot.order.column != RUNNING:
        return Standing(translate("plan", "from {0}").format(when(slot.start, zone)), "warning", "hourglass")
    if slot.spills:
        return Standing(translate("plan", "until {0}").format(when(slot.finish, zone)), "warning", "hourglass")
    if slot.order.column == RUNNING:
        return Standing(translate("plan", "until {0}").format(when(slot.finish, zone)))
    return Standing(f"{clock(slot.start, zone, seconds=False)}–{clock(slot.finish, zone, seconds=False)}")


def tray_standing(order: WorkOrder, slot: Slot | None, zone: tzinfo | None) -> Standing:
    """Why an order wants to be planned, or by when it must be done."""
    if slot is not None and slot.late is not None and slot.late > 60:
        return Standing(translate("plan", "late {0}").format(length(slot.late)), "bad", "triangle-alert")
    if order.rush and slot is not None and slot.start is not None:
        return Standing(translate("plan", "next: from {0}").format(when(slot.start, zone)), "warning", "flag")
    if order.planned_day is not None:
        was = translate("plan", "left over from {0}").format(f"{day_word(order.planned_day.weekday())}")
        return Standing(was, "warning", "history")
    if order.due is not None:
        return Standing(translate("plan", "due {0}").format(when(order.due.timestamp(), zone)))
    return Standing(translate("plan", "no due time"), "text_faint")


def when(t: float, zone: tzinfo | None) -> str:
    """Tue 10:20."""
    day = datetime.fromtimestamp(t, UTC).astimezone(zone)
    return f"{day_word(day.weekday())} {clock(t, zone, seconds=False)}"


def whole_when(t: float | None, zone: tzinfo | None) -> str:
    """Tue 11-24 10:20; a dash for none."""
    if t is None:
        return "–"
    day = datetime.fromtimestamp(t, UTC).astimezone(zone)
    return f"{day_word(day.weekday())} {day:%m-%d} {clock(t, zone, seconds=False)}"


def near(t: float | None, now: float, zone: tzinfo | None) -> str:
    """Tue 10:20 within the next days, else with the date; kept on one line."""
    close = t is not None and abs(t - now) < 6 * 86400
    return (when(t, zone) if close and t is not None else whole_when(t, zone)).replace(" ", NARROW)


def length(seconds: float) -> str:
    """25 min, 3 h 20 min, 12 d 3 h: no seconds in a plan."""
    minutes = round(abs(seconds) / 60)
    if minutes < 60:
        return translate("plan", "{0} min").format(minutes)
    if minutes < 48 * 60:
        return translate("plan", "{0} h {1} min").format(minutes // 60, minutes % 60)
    return translate("plan", "{0} d {1} h").format(minutes // 1440, minutes // 60 % 24)


def share_word(cell: ShiftPlan) -> str:
    """82 %."""
    return percent(cell.share, 0)


def load_word(cell: ShiftPlan) -> str:
    """What is too much, in a few words; "" where everything fits."""
    return translate("plan", "{0} over").format(length(cell.excess)) if cell.excess else ""


def load_lines(cell: ShiftPlan) -> list[str]:
    """A shift's load and capacity, a line each."""
    found = [
        translate("plan", "Load {0} of {1}: {2}").format(
            length(cell.load), length(cell.capacity), share_word(cell) if cell.capacity else "–"
        ),
        translate("plan", "Work {0}, changeovers {1}").format(length(cell.work), length(cell.changeover)),
    ]
    if cell.carried:
        found.append(translate("plan", "Left over from other shifts: {0}").format(length(cell.carried)))
    if cell.excess:
        found.append(translate("plan", "Overloaded: {0} does not fit").format(length(cell.excess)))
    if cell.unknown:
        found.append(translate("plan", "Orders without a time a piece, not counted: {0}").format(cell.unknown))
    return found


def takt_word(need: TaktNeed | None) -> str:
    """The takt that the shift needs, in the width of a line's name."""
    if need is None or need.takt is None:
        return ""
    if need.cycle is None:
        return translate("plan", "takt {0} s").format(decimal(need.takt))
    return translate("plan", "takt {0} s · cycle {1} s").format(decimal(need.takt), decimal(need.cycle))


def takt_sentence(need: TaktNeed | None) -> str:
    """The same in a sentence."""
    if need is None:
        return translate("plan", "No shift is on: no takt is needed now.")
    if need.takt is None:
        return translate("plan", "Nothing more is due in this shift: no takt is needed.")
    said = translate("plan", "{0} pieces are due in the rest of this shift: one every {1} s.").format(
        whole(need.pieces), decimal(need.takt)
    )
    return f"{said} {_pace(need)}"


def _pace(need: TaktNeed) -> str:
    if need.cycle is None:
        return translate("plan", "No cycle of the line is known.")
    cycle = decimal(need.cycle)
    by = decimal(abs(need.cycle - (need.takt or 0.0)))
    match need.status.pace:
        case Pace.SLOW:
            return translate("plan", "The line takes {0} s: {1} s too slow.").format(cycle, by)
        case Pace.FAST:
            return translate("plan", "The line takes {0} s: {1} s faster than needed.").format(cycle, by)
        case _:
            return translate("plan", "The line takes {0} s: in takt.").format(cycle)


def column_word(order: WorkOrder) -> str:
    """Planned, released, running, on hold."""
    return {
        PLANNED: translate("plan", "planned"),
        RELEASED: translate("plan", "released"),
        RUNNING: translate("plan", "running"),
        HOLD: translate("plan", "quality hold"),
    }.get(order.column, order.column)


def place_word(line: str, day: date | None, shift: str) -> str:
    """L1 · Tue 24 · Early."""
    parts = [plain(line, 60) if line else translate("plan", "no line")]
    if day is None:
        parts.append(translate("plan", "no shift"))
    else:
        parts += [f"{day_word(day.weekday())} {day.day}", shift_word(shift)]
    return " · ".join(parts)


def order_lines(order: WorkOrder, left: int, slot: Slot | None, line: str, zone: tzinfo | None) -> list[str]:
    """Everything about an order in the plan, a line each."""
    found = [
        f"{plain(order.number)} · {plain(order.product)} · {whole(left)} / {whole(order.quantity)}",
        f"{column_word(order)} · {place_word(line, order.planned_day, order.planned_shift)}",
    ]
    if order.rush:
        found.append(translate("plan", "Rush order"))
    if slot is not None:
        made = translate("plan", "Made {0} to {1}")
        found.append(made.format(whole_when(slot.start, zone), whole_when(slot.finish, zone)))
        if slot.changeover:
            found.append(translate("plan", "Changeover before it: {0}").format(length(slot.changeover)))
    due = order.due.timestamp() if order.due is not None else None
    found.append(translate("plan", "Due {0}").format(whole_when(due, zone)))
    if slot is not None and (said := standing(slot, zone)).role in ("bad", "warning"):
        found.append(said.words)
    if order.blocked:
        found.append(translate("plan", "Blocked: {0}").format(plain(order.blocked, 500)))
    return found
