"""Products, parts lists and routings in files: rows become drafts or errors by row and column, and drafts are held
against what is known. A file speaks of any of the three by the columns it has; what has no column is left as it is.

    a product   number, name, unit, family, lines (ids or names, with , or ; between)
    a part      parent, component, quantity, unit: all parts of a parent that is named are those in the file
    a step      number (or parent), step, seconds, setup, station: in the order of the rows
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from math import isfinite

from console.domain.bom import circle_in
from console.domain.errors import Refusal
from console.domain.exchange import ROWS_MOST, RowError, TooManyRows, Wrong
from console.domain.people import NAME_MOST, plain_text
from console.domain.products import ID_MOST, PARTS_MOST, STEPS_MOST, Part, Product, RouteStep

UNIT_MOST, FAMILY_MOST, STEP_MOST = 20, 80, 80  # characters


class Column(StrEnum):
    """What a column of the file may be."""

    NUMBER = "number"
    NAME = "name"
    UNIT = "unit"
    FAMILY = "family"
    LINES = "lines"
    COMPONENT = "component"
    QUANTITY = "quantity"
    STEP = "step"
    STATION = "station"
    SECONDS = "seconds"
    SETUP = "setup"


class Holds(StrEnum):
    """What a file speaks of."""

    PRODUCTS = "products"
    PARTS = "parts"
    STEPS = "steps"


class ColumnsUnfit(Refusal):
    """The columns do not tell what is needed. facts: missing (a Column's value)."""

    code = "product_columns_unfit"


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What a file says of a product; None = it says nothing of that."""

    id: str
    name: str | None = None
    unit: str | None = None
    family: str | None = None
    lines: tuple[str, ...] | None = None
    parts: tuple[Part, ...] | None = None
    steps: tuple[RouteStep, ...] | None = None
    row: int = 0  # where it is named first


@dataclass(frozen=True, slots=True)
class ReadProducts:
    """What a file came to. A product with an error anywhere is not among the drafts: half of it would be wrong."""

    drafts: tuple[ProductDraft, ...]
    errors: tuple[RowError, ...]
    rows: int
    circle: tuple[str, ...] = ()  # a way from a product down to itself, with what is known already


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a known product that the file says otherwise, in words of the file."""

    product: str
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class ComparedProducts:
    """What taking it over would do."""

    new: tuple[ProductDraft, ...]
    changed: tuple[ProductDraft, ...]
    changes: tuple[FieldChange, ...]
    same: int


def guessed_columns(columns: Sequence[str]) -> dict[str, str]:
    """Which column is likely what, by its name; in English, Chinese and German. Exact names go before parts of one."""
    found: dict[str, str] = {}
    plain = {column: " ".join(column.casefold().replace("_", " ").split()) for column in columns}
    for exact in (True, False):
        for name, words in _WORDS.items():
            if name in found:
                continue
            free = [column for column in columns if column not in found.values()]
            for word in words:
                hit = next((c for c in free if plain[c] == word or (not exact and word in plain[c])), None)
                if hit is not None:
                    found[name] = hit
                    break
    return found


def holds(columns: Mapping[str, str]) -> tuple[Holds, ...]:
    """What a file with these columns speaks of; ColumnsUnfit names the one that is missing."""
    if not columns.get(Column.NUMBER):
        raise ColumnsUnfit(missing=Column.NUMBER.value)
    parts, step = bool(columns.get(Column.COMPONENT)), bool(columns.get(Column.STEP))
    if parts and not columns.get(Column.QUANTITY):
        raise ColumnsUnfit(missing=Column.QUANTITY.value)
    told = [Holds.PRODUCTS] if columns.get(Column.NAME) or columns.get(Column.FAMILY) else []
    told += [Holds.PARTS] if parts else []
    told += [Holds.STEPS] if step else []
    return tuple(told) or (Holds.PRODUCTS,)


def read_products(
    rows: Iterable[Mapping[str, str]],
    columns: Mapping[str, str],
    known: Mapping[str, Product],
    lines: Mapping[str, str],
    first: int = 2,
    comma: bool = False,
) -> ReadProducts:
    """Drafts of what can be read, and every cell that cannot. `lines`: ids by what a line may be called, in any case
    of letters; `first`: the number of the first row; `comma`: 1.000,5. TooManyRows, ColumnsUnfit."""
    reader = _Reader(columns, {name.casefold(): id for name, id in lines.items()}, holds(columns), comma)
    count = 0
    for count, row in enumerate(rows, 1):
        if count > ROWS_MOST:
            raise TooManyRows(rows=count, most=ROWS_MOST)
        reader.row(first + count - 1, row)
    drafts = reader.drafts()
    after = {**known, **{draft.id: merged(known.get(draft.id), draft) for draft in drafts}}
    return ReadProducts(drafts, tuple(reader.errors), count, circle_in(after, [draft.id for draft in drafts]))


def merged(known: Product | None, draft: ProductDraft, source: str = "") -> Product:
    """The product with what the file says."""
    told = {
        one.name: getattr(draft, one.name)
        for one in fields(draft)
        if one.name not in ("id", "row") and getattr(draft, one.name) is not None
    }
    base = known or Product(draft.id, source=source)
    return replace(base, **told)


def compared_products(drafts: Iterable[ProductDraft], known: Mapping[str, Product]) -> ComparedProducts:
    """What taking the drafts over would do. The same file a second time does nothing."""
    new, changed, changes, same = [], [], [], 0
    for draft in drafts:
        before = known.get(draft.id)
        if before is None:
            new.append(draft)
            continue
        after = merged(before, draft)
        if after == before:
            same += 1
            continue
        changed.append(draft)
        changes += [
            FieldChange(draft.id, name, words_of(before, name), words_of(after, name))
            for name in ("name", "unit", "family", "lines", "parts", "steps")
            if getattr(before, name) != getattr(after, name)
        ]
    return ComparedProducts(tuple(new), tuple(changed), tuple(changes), same)


def words_of(product: Product, name: str) -> str:
    """A field of a product in short words."""
    value = getattr(product, name)
    if name == "parts":
        return ", ".join(f"{part.quantity:g} {part.unit} {part.material}" for part in value)
    if name == "steps":
        return ", ".join(f"{step.name} {step.seconds:g} s" for step in value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def exported(products: Iterable[Product], what: Holds) -> list[list[str]]:
    """A table that can be imported again, its headings first."""
    rows: list[list[str]] = []
    if what is Holds.PRODUCTS:
        rows = [[p.id, p.name, p.unit, p.family, "; ".join(p.lines)] for p in products]
        return [["number", "name", "unit", "family", "lines"], *rows]
    if what is Holds.PARTS:
        rows = [[p.id, part.material, _number(part.quantity), part.unit] for p in products for part in p.parts]
        return [["parent", "component", "quantity", "unit"], *rows]
    rows = [[p.id, s.name, s.station, _number(s.seconds), _number(s.setup)] for p in products for s in p.steps]
    return [["number", "step", "station", "seconds", "setup"], *rows]


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


@dataclass(slots=True)
class _Collected:
    row: int
    told: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    parts: dict[str, tuple[Part, int]] = field(default_factory=dict)
    steps: list[RouteStep] = field(default_factory=list)
    wrong: bool = False


class _Reader:
    def __init__(
        self, columns: Mapping[str, str], lines: Mapping[str, str], told: Sequence[Holds], comma: bool
    ) -> None:
        self._columns = {name: column for name, column in columns.items() if column}
        self._lines, self._holds, self._comma = lines, told, comma
        self._found: dict[str, _Collected] = {}
        self.errors: list[RowError] = []
        self._at = 0

    def row(self, at: int, row: Mapping[str, str]) -> None:
        cells = {name: " ".join(str(row.get(column) or "").split()) for name, column in self._columns.items()}
        if not any(cells.values()):
            return
        self._at, before = at, len(self.errors)
        number = self._text(Column.NUMBER, cells.get(Column.NUMBER, ""), ID_MOST, needed=True)
        mine = self._found.setdefault(number, _Collected(at)) if number else _Collected(at)
        if Holds.PRODUCTS in self._holds:
            self._product(mine, cells)
        if Holds.PARTS in self._holds and (cells.get(Column.COMPONENT) or len(self._holds) == 1):
            self._part(mine, number, cells)
        if Holds.STEPS in self._holds and (cells.get(Column.STEP) or len(self._holds) == 1):
            self._step(mine, cells)
        mine.wrong = mine.wrong or len(self.errors) > before

    def drafts(self) -> tuple[ProductDraft, ...]:
        """Those without an error."""
        return tuple(self._draft(id, one) for id, one in self._found.items() if not one.wrong)

    def _draft(self, id: str, one: _Collected) -> ProductDraft:
        parts = tuple(part for part, _ in one.parts.values()) if one.parts else None
        return ProductDraft(id, parts=parts, steps=tuple(one.steps) or None, row=one.row, **one.told)  # type: ignore[arg-type]

    def _product(self, mine: _Collected, cells: Mapping[str, str]) -> None:
        own_unit = Holds.PARTS not in self._holds  # else the unit is the component's
        most = {Column.NAME: NAME_MOST, Column.FAMILY: FAMILY_MOST} | ({Column.UNIT: UNIT_MOST} if own_unit else {})
        for name, length in most.items():
            if cells.get(name):
                self._say(mine, name, self._text(name, cells[name], length))
        if cells.get(Column.LINES):
            said = [one.strip() for one in cells[Column.LINES].replace(";", ",").split(",") if one.strip()]
            ids = tuple(dict.fromkeys(self._lines.get(one.casefold(), "") for one in said))
            if "" in ids:
                self._wrong(Column.LINES, said[ids.index("")], Wrong.UNKNOWN_LINE)
            else:
                self._say(mine, Column.LINES, ids)

    def _say(self, mine: _Collected, name: Column, value: str | tuple[str, ...]) -> None:
        if mine.told.setdefault(name.value, value) != value:
            self._wrong(name, ", ".join(value) if isinstance(value, tuple) else value, Wrong.TWICE)

    def _part(self, mine: _Collected, number: str, cells: Mapping[str, str]) -> None:
        material = self._text(Column.COMPONENT, cells.get(Column.COMPONENT, ""), ID_MOST, needed=True)
        quantity = self._amount(Column.QUANTITY, cells.get(Column.QUANTITY, ""), above=True)
        unit = self._text(Column.UNIT, cells.get(Column.UNIT, ""), UNIT_MOST) or "pc"
        if not material:
            return
        part = Part(material, quantity, unit)
        other = mine.parts.setdefault(material, (part, self._at))[0]
        if other != part:
            self._wrong(Column.COMPONENT, material, Wrong.TWICE)
        if len(mine.parts) > PARTS_MOST:
            self._wrong(Column.COMPONENT, material, Wrong.TOO_LARGE)

    def _step(self, mine: _Collected, cells: Mapping[str, str]) -> None:
        name = self._text(Column.STEP, cells.get(Column.STEP, ""), STEP_MOST, needed=True)
        seconds = self._amount(Column.SECONDS, cells.get(Column.SECONDS) or "0")
        setup = self._amount(Column.SETUP, cells.get(Column.SETUP) or "0")
        station = self._text(Column.STATION, cells.get(Column.STATION, ""), ID_MOST)
        step = RouteStep(name, station, seconds, setup)
        if name and step not in mine.steps:  # in a file of parts and steps a step may stand in several rows
            mine.steps.append(step)
        if len(mine.steps) > STEPS_MOST:
            self._wrong(Column.STEP, name, Wrong.TOO_LARGE)

    # Cells

    def _wrong(self, name: Column, value: str, wrong: Wrong) -> None:
        self.errors.append(RowError(self._at, self._columns.get(name.value, name.value), value[:200], wrong))

    def _text(self, name: Column, value: str, most: int, needed: bool = False) -> str:
        if needed and not value:
            self._wrong(name, value, Wrong.MISSING)
        elif len(value) > most:
            self._wrong(name, value, Wrong.TOO_LONG)
        elif value:
            try:
                return plain_text(value, name.value, most)
            except Refusal:
                self._wrong(name, value, Wrong.UNREADABLE)
        return ""

    def _amount(self, name: Column, value: str, above: bool = False) -> float:
        plain = value.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
        if not plain:
            self._wrong(name, value, Wrong.MISSING)
            return 0.0
        between, point = (".", ",") if self._comma else (",", ".")
        if between in plain and _THOUSANDS[between].fullmatch(plain.partition(point)[0]):
            plain = plain.replace(between, "", plain.partition(point)[0].count(between))
        try:  # a mark that stands elsewhere is the other one: 2,5 is not 25
            number = float(plain.replace(point, ".")) if between not in plain else float("nan")
        except ValueError:
            number = float("nan")
        if not isfinite(number):
            self._wrong(name, value, Wrong.NOT_A_NUMBER)
        elif number < 0 or (above and number == 0):
            self._wrong(name, value, Wrong.NOT_POSITIVE)
        elif number > 1e12:
            self._wrong(name, value, Wrong.TOO_LARGE)
        else:
            return number
        return 0.0


_THOUSANDS = {mark: re.compile(rf"[+-]?\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}
_WORDS: Mapping[str, tuple[str, ...]] = {
    Column.COMPONENT: ("component", "child", "子件", "组件", "下级", "子项", "komponente"),
    Column.NUMBER: (
        "parent", "number", "product", "item", "assembly", "父件", "母件", "上级", "产品编号", "产品", "料号", "品号",
        "编号", "物料", "teil", "artikel", "material", "nummer", "part",
    ),
    Column.STEP: ("step", "operation", "工序", "步骤", "arbeitsgang", "vorgang"),
    Column.STATION: ("station", "work center", "工位", "工作中心", "arbeitsplatz"),
    Column.SETUP: ("setup", "set-up", "set up", "准备", "换型", "rüst"),
    Column.SECONDS: ("seconds", "standard time", "cycle", "time", "标准工时", "工时", "节拍", "秒", "sekunden", "zeit"),
    Column.QUANTITY: ("quantity", "qty", "amount", "数量", "用量", "menge"),
    Column.UNIT: ("unit", "uom", "单位", "einheit"),
    Column.FAMILY: ("family", "group", "产品族", "系列", "类别", "familie", "gruppe"),
    Column.LINES: ("lines", "line", "产线", "线别", "linie"),
    Column.NAME: ("name", "description", "title", "名称", "品名", "描述", "bezeichnung", "benennung"),
}  # fmt: skip
