"""Checklists as files: one JSON text a template, for other plants, for review, for version control."""

from __future__ import annotations

import json
from typing import Any

from console.domain.checklist_forms import checked, checked_name
from console.domain.checklist_refusals import FileUnfit
from console.domain.checklists import UNIT_MOST, Asks, Evidence, Form, Item, Purpose, Section, Words
from console.domain.errors import Refusal
from console.domain.people import plain_text

FORMAT, NUMBER = "gemba-checklist", 1
MOST = 4_000_000  # bytes, and characters: the longest form that may be is smaller
ID_MOST = 64
_PLAIN = ("weight", "red_line", "low", "high", "unit", "may_skip")


def written(name: Words, purpose: Purpose, form: Form) -> str:
    """The text of a file; pictures stay with the plant."""
    told = {
        "format": FORMAT,
        "version": NUMBER,
        "name": _words_out(name),
        "purpose": purpose.value,
        "passes": form.passes,
        "sections": [
            {"id": s.id, "words": _words_out(s.words), "items": [_item_out(item) for item in s.items]}
            for s in form.sections
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> tuple[Words, Purpose, Form]:
    """Name, purpose and form of a file; FileUnfit says where it cannot be read, FormUnfit where it cannot be so."""
    if len(text) > MOST:
        raise FileUnfit(why="size", path="")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileUnfit(why="format", path="") from error
    reader = _Reader()
    top = reader.table(told, "")
    if top.get("format") != FORMAT:
        raise FileUnfit(why="format", path="format")
    if top.get("version") != NUMBER:
        raise FileUnfit(why="version", path="version")
    sections = tuple(reader.section(s, f"sections[{i}]") for i, s in enumerate(reader.list(top, "sections", "")))
    passes = reader.number(top, "passes", "") if top.get("passes") is not None else None
    try:
        name = checked_name(reader.words(top.get("name"), "name"))
    except FileUnfit:
        raise
    except Refusal as error:
        raise FileUnfit(why="shape", path="name") from error
    return name, reader.choice(Purpose, top.get("purpose"), "purpose"), checked(Form(sections, passes))


def _words_out(words: Words) -> dict[str, str]:
    return {language: said for language, said in (("en", words.en), ("zh", words.zh)) if said}


def _item_out(item: Item) -> dict[str, Any]:
    plain = Item("", Words())
    told: dict[str, Any] = {"id": item.id, "words": _words_out(item.words), "asks": item.asks.value}
    if item.hint:
        told["hint"] = _words_out(item.hint)
    if item.evidence is not plain.evidence:
        told["evidence"] = item.evidence.value
    return told | {name: getattr(item, name) for name in _PLAIN if getattr(item, name) != getattr(plain, name)}


class _Reader:
    """Takes what JSON gave for what it should be; FileUnfit with the path where it is not."""

    def table(self, told: Any, path: str) -> dict[str, Any]:
        if not isinstance(told, dict):
            raise FileUnfit(why="shape", path=path)
        return told

    def list(self, told: dict[str, Any], name: str, path: str) -> list[Any]:
        found = told.get(name)
        if not isinstance(found, list):
            raise FileUnfit(why="shape", path=_under(path, name))
        return found

    def text(self, told: Any, path: str) -> str:
        if not isinstance(told, str):
            raise FileUnfit(why="shape", path=path)
        return told

    def id(self, told: Any, path: str) -> str:
        """Nothing that cannot be kept or seen."""
        id = self.text(told, path)
        if len(id) > ID_MOST or not id.isascii() or not id.isprintable():
            raise FileUnfit(why="shape", path=path)
        return id

    def unit(self, told: Any, path: str) -> str:
        try:
            return plain_text(self.text(told, path), "unit", UNIT_MOST, needed=False)
        except FileUnfit:
            raise
        except Refusal as error:
            raise FileUnfit(why="shape", path=path) from error

    def number(self, told: dict[str, Any], name: str, path: str) -> float:
        found = told[name]
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise FileUnfit(why="shape", path=_under(path, name))
        try:
            return float(found)
        except OverflowError as error:
            raise FileUnfit(why="shape", path=_under(path, name)) from error

    def words(self, told: Any, path: str) -> Words:
        table = self.table(told, path)
        return Words(self.text(table.get("en", ""), path + ".en"), self.text(table.get("zh", ""), path + ".zh"))

    def choice(self, of: Any, told: Any, path: str) -> Any:
        try:
            return of(told)
        except ValueError as error:
            raise FileUnfit(why="shape", path=path) from error

    def section(self, told: Any, path: str) -> Section:
        table = self.table(told, path)
        items = tuple(self.item(one, f"{path}.items[{i}]") for i, one in enumerate(self.list(table, "items", path)))
        return Section(self.id(table.get("id"), path + ".id"), self.words(table.get("words"), path + ".words"), items)

    def item(self, told: Any, path: str) -> Item:
        table = self.table(told, path)
        more: dict[str, Any] = {}
        for name in ("weight", "low", "high"):
            if table.get(name) is not None:
                more[name] = self.number(table, name, path)
        for name in ("red_line", "may_skip"):
            if name in table:
                if not isinstance(table[name], bool):
                    raise FileUnfit(why="shape", path=_under(path, name))
                more[name] = table[name]
        if "unit" in table:
            more["unit"] = self.unit(table["unit"], path + ".unit")
        if "hint" in table:
            more["hint"] = self.words(table["hint"], path + ".hint")
        if "evidence" in table:
            more["evidence"] = self.choice(Evidence, table["evidence"], path + ".evidence")
        id, words = self.id(table.get("id"), path + ".id"), self.words(table.get("words"), path + ".words")
        return Item(id, words, self.choice(Asks, table.get("asks"), path + ".asks"), **more)


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
