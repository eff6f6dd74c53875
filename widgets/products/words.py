"""Words about products, material and changeovers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.exchange import Wrong
from console.domain.productfile import Column
from console.domain.replenishment import ASKED, DONE, UNDER_WAY
from widgets.numbers import measured, unit_word
from widgets.plain import plain

translate = QCoreApplication.translate
REFUSED = {
    "product_columns_unfit": QT_TRANSLATE_NOOP(
        "refusals", "Say in which column the number stands, and for parts the quantity."
    ),
    "table_unread": QT_TRANSLATE_NOOP(
        "refusals", "This is no table that can be read. Save it anew as CSV or as an Excel workbook without a password."
    ),
    "table_empty": QT_TRANSLATE_NOOP("refusals", "There is nothing in this table: it needs a heading and rows."),
    "table_too_large": QT_TRANSLATE_NOOP("refusals", "This is larger than {most} MB. Split it into smaller files."),
    "sheet_gone": QT_TRANSLATE_NOOP("refusals", "The workbook has no sheet {sheet}. Choose another one."),
    "asked_already": QT_TRANSLATE_NOOP(
        "refusals", "There is an open card for {material} at this line already. See the Replenishment tab."
    ),
    "nothing_wanted": QT_TRANSLATE_NOOP(
        "refusals", "Nobody said how much fills the place up. Give it a maximum or a bin size first."
    ),
    "stock_unfit": QT_TRANSLATE_NOOP("refusals", "This cannot be so. Look at the field that is marked."),
    "replenishment_over": QT_TRANSLATE_NOOP("refusals", "The card has ended already. It has been read again."),
}


def column_word(column: Column) -> str:
    """What a column of a file may be."""
    words = {
        Column.NUMBER: translate("products", "Number (or parent)"),
        Column.NAME: translate("products", "Name"),
        Column.UNIT: translate("products", "Unit"),
        Column.FAMILY: translate("products", "Family"),
        Column.LINES: translate("products", "Lines"),
        Column.COMPONENT: translate("products", "Component"),
        Column.QUANTITY: translate("products", "Quantity"),
        Column.STEP: translate("products", "Step"),
        Column.STATION: translate("products", "Station"),
        Column.SECONDS: translate("products", "Seconds a piece"),
        Column.SETUP: translate("products", "Set-up seconds"),
    }
    return words[column]


def field_word(field: str) -> str:
    """What a field of a product is called."""
    words = {
        "name": translate("products", "Name"),
        "unit": translate("products", "Unit"),
        "family": translate("products", "Family"),
        "lines": translate("products", "Lines"),
        "parts": translate("products", "Parts"),
        "steps": translate("products", "Steps"),
    }
    return words.get(field, plain(field, 40))


def wrong_word(wrong: Wrong) -> str:
    """What is wrong with a cell."""
    words = {
        Wrong.MISSING: translate("products", "is missing"),
        Wrong.NOT_A_NUMBER: translate("products", "is no number"),
        Wrong.NOT_WHOLE: translate("products", "is no whole number"),
        Wrong.TOO_LARGE: translate("products", "is too large"),
        Wrong.NOT_POSITIVE: translate("products", "must be greater than 0"),
        Wrong.NOT_A_DATE: translate("products", "is no date"),
        Wrong.TOO_LONG: translate("products", "is too long"),
        Wrong.UNKNOWN_LINE: translate("products", "is no line of this plant"),
        Wrong.NOT_YES_OR_NO: translate("products", "is neither yes nor no"),
        Wrong.UNREADABLE: translate("products", "holds a sign that cannot be seen"),
        Wrong.TWICE: translate("products", "is in the file twice, with other words"),
    }
    return words.get(wrong, translate("products", "cannot be read"))


def column_title(column: str) -> str:
    """What a column of the replenishment board is called."""
    titles = {
        ASKED: translate("products", "Asked for"),
        UNDER_WAY: translate("products", "On the way"),
        DONE: translate("products", "Done today"),
    }
    return titles[column]


def column_hint(column: str) -> str:
    """What an empty column of the replenishment board waits for."""
    hints = {
        ASKED: translate("products", "Cards come here by themselves when material falls to its minimum."),
        UNDER_WAY: translate("products", "Drag a card here when you fetch it."),
        DONE: translate("products", "Drag a card here when it was delivered: it is added to the stock."),
    }
    return hints[column]


def amount(quantity: float, unit: str = "") -> str:
    """A quantity with its unit: 12.5 kg."""
    return f"{measured(round(quantity, 6))} {plain(unit_word(unit), 20)}".strip()


def circle_words(way: tuple[str, ...]) -> str:
    """The way from a product down to itself."""
    return " → ".join(plain(id, 40) for id in way)


def number_typed(text: str) -> float | None:
    """The number that was typed, with a point or a comma; None for none."""
    words = text.strip().replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if words.count(",") == 1 and "." not in words:
        words = words.replace(",", ".")
    try:
        return float(words.replace(",", ""))
    except ValueError:
        return None


def written(value: float) -> str:
    """A number as it can be typed, whole."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
