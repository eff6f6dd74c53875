"""Exchange of orders with files and other systems: rows become drafts or errors with row and column, drafts are held
against what is known field by field, and for each field one side is the source of truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from console.domain.errors import Refusal
from console.domain.orders import NOTE_MOST, NUMBER_MOST, PRODUCT_MOST, QUANTITY_MOST, RUNNING, Field, WorkOrder
from console.domain.people import NAME_MOST, plain_text

ROWS_MOST = 200_000
NUMBER = "number"
NEEDED = (NUMBER, Field.PRODUCT.value, Field.QUANTITY.value)
DATES = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d", "%m/%d/%Y")  # tried in this order unless the mapping says one
TIMES = ("", " %H:%M", " %H:%M:%S", "T%H:%M", "T%H:%M:%S")
YES = frozenset({"1", "y", "yes", "true", "x", "rush", "是", "急", "加急"})
NO = frozenset({"", "0", "n", "no", "false", "否"})
GROUPED = re.compile(r"[+-]?(\d*|\d{1,3}(,\d{2,3})*,\d{3})(\.\d*)?([eE][+-]?\d+)?")  # 1,200.0 and 12,34,567
DAY = re.compile(r"\d{8}(?!\d)")  # of %Y%m%d: strptime takes 202611 for a day too


class Wrong(StrEnum):
    """What is wrong with a cell."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    TOO_LARGE = "too_large"
    NOT_POSITIVE = "not_positive"
    NOT_A_DATE = "not_a_date"
    TOO_LONG = "too_long"
    UNKNOWN_LINE = "unknown_line"
    NOT_YES_OR_NO = "not_yes_or_no"
    UNREADABLE = "unreadable"  # a sign in it cannot be seen
    TWICE = "twice"  # the number is in the file a second time, with other words


class Truth(StrEnum):
    """Whose word holds for a field where both say something else."""

    FILE = "file"
    CONSOLE = "console"
    ASK = "ask"


class MappingUnfit(Refusal):
    """The columns do not tell what an order needs. facts: missing (field), or column (not in the file)."""

    code = "mapping_unfit"


class TooManyRows(Refusal):
    """facts: rows, most."""

    code = "too_many_rows"


class ViewAway(Refusal):
    """The database of the other system does not answer now. facts: place."""

    code = "view_away"


class ViewUnfit(Refusal):
    """The address, the password or the name of the view is not right. facts: why (as the database says it)."""

    code = "view_unfit"


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """How a source is read: the column of each field, date format, decimal comma, names of lines, sources of truth."""

    id: str
    name: str
    columns: tuple[tuple[str, str], ...]  # NUMBER or a Field's value, and the name of its column
    date: str = ""  # strptime; "" = the usual ones
    due_time: str = "23:59"  # of a day without a time
    comma: bool = False  # 1.000,5
    lines: tuple[tuple[str, str], ...] = ()  # what the file calls a line, and its id, "" = take it as none
    truth: tuple[tuple[str, Truth], ...] = ()  # by field; FILE where nothing is said

    @property
    def column_of(self) -> dict[str, str]:
        """Names of columns by NUMBER or a Field's value, those that are mapped."""
        return {name: column for name, column in self.columns if column}

    def truth_of(self, field: Field) -> Truth:
        """Whose word holds for a field."""
        return dict(self.truth).get(field.value, Truth.FILE)


@dataclass(frozen=True, slots=True)
class RowError:
    """One cell that cannot be read: row as a spreadsheet counts (the heading is 1), column, what it says, why."""

    row: int
    column: str
    value: str
    wrong: Wrong


@dataclass(frozen=True, slots=True)
class Draft:
    """An order as a file says it; a field that is not mapped is None."""

    row: int
    number: str
    product: str
    quantity: int
    line: str | None = None
    due: datetime | None = None
    rush: bool | None = None
    note: str | None = None
    says: tuple[Field, ...] = ()  # which fields it speaks of


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a known order that the file says otherwise, and what follows from whose word holds."""

    order: str
    number: str
    field: Field
    ours: str
    theirs: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class Read:
    """What a source came to."""

    drafts: tuple[Draft, ...]
    errors: tuple[RowError, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What taking it over would do: new orders, changes, questions, what stays, and what the source has no more."""

    new: tuple[Draft, ...]
    changes: tuple[Difference, ...]  # the file's word holds
    kept: tuple[Difference, ...]  # ours holds
    questions: tuple[Difference, ...]  # somebody has to say
    same: int
    gone: tuple[str, ...]  # ids of open orders that came from this source before and are not in it now


def checked_map(mapping: ColumnMap, columns: Sequence[str]) -> ColumnMap:
    """The mapping; MappingUnfit says what is missing."""
    wanted = mapping.column_of
    missing = next((name for name in NEEDED if name not in wanted), "")
    if missing:
        raise MappingUnfit(missing=missing, column="")
    absent = next((column for column in wanted.values() if column not in columns), "")
    if absent:
        raise MappingUnfit(missing="", column=absent)
    return mapping


def kept_map(mapping: ColumnMap) -> ColumnMap:
    """The mapping as it may be kept, whatever file it is for; MappingUnfit."""
    name = plain_text(mapping.name, "name", NAME_MOST)
    return checked_map(replace(mapping, name=name), tuple(mapping.column_of.values()))


def guessed_map(columns: Sequence[str]) -> dict[str, str]:
    """Which column is likely which field, by its name; in English, Chinese and German."""
    found: dict[str, str] = {}
    for name, words in _WORDS.items():
        for word in words:
            hit = next((c for c in columns if c not in found.values() and word in c.casefold().replace("_", " ")), None)
            if hit is not None:
                found[name] = hit
                break
    return found


def read_rows(
    rows: Iterable[Mapping[str, str]], mapping: ColumnMap, lines: Iterable[str], zone: ZoneInfo, first: int = 2
) -> Read:
    """Drafts of the rows that can be read, and every cell that cannot; `first` is what the source counts the first
    row as. TooManyRows."""
    reader = _Reader(mapping, {line.casefold(): line for line in lines}, zone)
    drafts: dict[str, Draft] = {}
    count = 0
    for count, row in enumerate(rows, 1):
        if count > ROWS_MOST:
            raise TooManyRows(rows=count, most=ROWS_MOST)
        draft = reader.row(first + count - 1, row)
        if draft is None:
            continue
        before = drafts.setdefault(draft.number.casefold(), draft)
        if before is not draft and replace(before, row=draft.row) != draft:
            reader.wrong(draft.row, NUMBER, draft.number, Wrong.TWICE)
    return Read(tuple(drafts.values()), tuple(reader.errors), count)


def compared(read: Iterable[Draft], known: Iterable[WorkOrder], mapping: ColumnMap) -> Compared:
    """What taking the drafts over would do. The same file a second time does nothing."""
    there = tuple(known)
    orders = {order.number.casefold(): order for order in there if not order.merged_into}
    merged = {order.number.casefold() for order in there} - orders.keys()
    new: list[Draft] = []
    sides: dict[Truth, list[Difference]] = {truth: [] for truth in Truth}
    same, seen = 0, set()
    for draft in read:
        order = orders.get(draft.number.casefold())
        if order is None:
            if draft.number.casefold() in merged:
                same += 1  # its pieces are part of another one: nothing comes of it
            else:
                new.append(draft)
            continue
        seen.add(order.id)
        found = differences(draft, order, mapping)
        same += not found
        for one in found:
            sides[one.truth].append(one)
    from_here = (order for order in orders.values() if order.source == mapping.name and order.open)
    gone = tuple(order.id for order in from_here if order.id not in seen)
    return Compared(
        tuple(new), tuple(sides[Truth.FILE]), tuple(sides[Truth.CONSOLE]), tuple(sides[Truth.ASK]), same, gone
    )


def differences(draft: Draft, order: WorkOrder, mapping: ColumnMap) -> tuple[Difference, ...]:
    """Field by field. What has ended is changed by no file, and what runs stays on its line."""
    found = []
    for one in draft.says:
        theirs, ours = getattr(draft, one.value), getattr(order, one.value)
        if theirs is None or theirs == ours:
            continue
        stays = not order.open or (one is Field.LINE and order.column == RUNNING)
        truth = Truth.CONSOLE if stays else mapping.truth_of(one)
        found.append(Difference(order.id, order.number, one, _words(ours), _words(theirs), truth))
    return tuple(found)


def value_of(field: Field, words: str) -> object:
    """What a difference says of a field, as an order has it."""
    if field is Field.QUANTITY:
        return int(words)
    if field is Field.DUE:
        return datetime.fromisoformat(words) if words else None
    return words == str(True) if field is Field.RUSH else words


class _Reader:
    def __init__(self, mapping: ColumnMap, lines: Mapping[str, str], zone: ZoneInfo) -> None:
        self._mapping, self._lines, self._zone = mapping, lines, zone
        known = set(lines.values())  # a line may have left the plant since the mapping was kept
        self._named = {name.casefold(): id for name, id in mapping.lines if not id or id in known}
        self._columns = mapping.column_of
        self.errors: list[RowError] = []
        self._at = 0

    def wrong(self, row: int, name: str, value: str, wrong: Wrong) -> None:
        self.errors.append(RowError(row, self._columns.get(name, name), value[:200], wrong))

    def row(self, at: int, row: Mapping[str, str]) -> Draft | None:
        """The draft of a row; None where something in it cannot be read. An empty row is none."""
        cells = {name: " ".join(str(row.get(column) or "").split()) for name, column in self._columns.items()}
        if not any(cells.values()):
            return None
        self._at, before = at, len(self.errors)
        number = self._text(NUMBER, cells.get(NUMBER, ""), NUMBER_MOST)
        product = self._text(Field.PRODUCT, cells.get(Field.PRODUCT, ""), PRODUCT_MOST)
        quantity = self._quantity(cells.get(Field.QUANTITY, ""))
        line = self._line(cells[Field.LINE]) if cells.get(Field.LINE) else None
        due = self._due(cells[Field.DUE]) if cells.get(Field.DUE) else None
        rush = self._yes(cells[Field.RUSH]) if cells.get(Field.RUSH) else None
        if cells.get(Field.NOTE):
            self._text(Field.NOTE, cells[Field.NOTE], NOTE_MOST)
        says = tuple(one for one in Field if cells.get(one.value))  # an empty cell says nothing
        if len(self.errors) > before:
            return None
        return Draft(at, number, product, quantity, line, due, rush, cells.get(Field.NOTE), says)

    def _text(self, name: str, value: str, most: int) -> str:
        if not value:
            self.wrong(self._at, name, value, Wrong.MISSING)
        elif len(value) > most:
            self.wrong(self._at, name, value, Wrong.TOO_LONG)
        else:
            return self._plain(name, value, most)
        return value

    def _plain(self, name: str, value: str, most: int) -> str:
        try:
            return plain_text(value, name, most)
        except Refusal:
            self.wrong(self._at, name, value, Wrong.UNREADABLE)
            return value

    def _quantity(self, value: str) -> int:
        name = Field.QUANTITY.value
        plain = value.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
        if self._mapping.comma:
            plain = plain.translate({ord("."): ",", ord(","): "."})
        try:
            if not GROUPED.fullmatch(plain):
                raise ValueError(plain)
            number = float(plain.replace(",", "")) if plain else None
        except ValueError:
            self.wrong(self._at, name, value, Wrong.NOT_A_NUMBER)
            return 0
        if number is None:
            self.wrong(self._at, name, value, Wrong.MISSING)
        elif number != number or number in (float("inf"), float("-inf")):
            self.wrong(self._at, name, value, Wrong.NOT_A_NUMBER)
        elif number != int(number):
            self.wrong(self._at, name, value, Wrong.NOT_WHOLE)
        elif number <= 0:
            self.wrong(self._at, name, value, Wrong.NOT_POSITIVE)
        elif number > QUANTITY_MOST:
            self.wrong(self._at, name, value, Wrong.TOO_LARGE)
        else:
            return int(number)
        return 0

    def _line(self, value: str) -> str | None:
        key = value.casefold()
        if self._named.get(key) == "":  # somebody said: as if the file said nothing
            return None
        found = self._named.get(key) or self._lines.get(key)
        if found is None:
            self.wrong(self._at, Field.LINE.value, value, Wrong.UNKNOWN_LINE)
        return found

    def _due(self, value: str) -> datetime | None:
        formats = (self._mapping.date,) if self._mapping.date else tuple(d + t for d in DATES for t in TIMES)
        for format in formats:
            if format.startswith("%Y%m%d") and not DAY.match(value):
                continue
            try:
                wall = datetime.strptime(value, format)
            except ValueError:
                continue
            if not any(mark in format for mark in ("%H", "%I")):
                wall = datetime.combine(wall.date(), time.fromisoformat(self._mapping.due_time))
            try:
                return wall.replace(tzinfo=self._zone).astimezone(UTC)
            except OverflowError:  # the first day or the last that there is, which some write for "none"
                break
        self.wrong(self._at, Field.DUE.value, value, Wrong.NOT_A_DATE)
        return None

    def _yes(self, value: str) -> bool | None:
        word = value.casefold()
        if word in YES or word in NO:
            return word in YES
        self.wrong(self._at, Field.RUSH.value, value, Wrong.NOT_YES_OR_NO)
        return None


_WORDS: Mapping[str, tuple[str, ...]] = {
    NUMBER: (
        "order number",
        "order no",
        "work order",
        "工单号",
        "工单编号",
        "订单号",
        "auftrag",
        "order",
        "number",
        "编号",
    ),
    Field.PRODUCT: ("product", "material", "article", "item", "part", "产品", "物料", "料号", "品号", "artikel"),
    Field.QUANTITY: ("quantity", "qty", "pieces", "amount", "数量", "件数", "menge"),
    Field.LINE: ("line", "work center", "workcenter", "产线", "线别", "生产线", "linie"),
    Field.DUE: ("due", "deadline", "finish", "delivery", "交期", "到期", "截止", "完工", "termin"),
    Field.RUSH: ("rush", "urgent", "priority", "加急", "紧急", "eil"),
    Field.NOTE: ("note", "remark", "comment", "备注", "说明", "bemerkung"),
}


def _words(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else "" if value is None else str(value)
