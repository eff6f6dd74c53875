"""What two forms differ in, in words: what was added, removed and moved, and which field says what instead of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.checklist_forms import Change, Differs, differences
from console.domain.checklists import Form, Item, Section
from widgets.cards import Picture, Text
from widgets.checklists.edits import Sheet
from widgets.checklists.words import both, part_word, passes_words, purpose_word, said, value_words
from widgets.flow import emptied

ICONS = {
    Differs.ADDED: ("plus", "good"),
    Differs.REMOVED: ("minus", "bad"),
    Differs.MOVED: ("arrow-left-right", "text_muted"),
    Differs.CHANGED: ("pencil", "text"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One difference: what kind, of what, and below it field by field what it was and is."""

    what: Differs
    words: str
    more: tuple[str, ...] = ()


def difference_lines(before: Sheet, after: Sheet) -> list[Line]:
    """Every difference, the checklist itself first, then in the order of `after`."""
    found = [*_whole(before, after)]
    old, new = _parts(before.form), _parts(after.form)
    changes = differences(before.form, after.form)
    once: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        once.setdefault((change.section, change.item), []).append(change)
    whole = {
        what: {one.section for one in changes if one.what is what and not one.item}
        for what in (Differs.ADDED, Differs.REMOVED)
    }
    for several in once.values():
        for change in several:
            if change.item and change.section in whole.get(change.what, ()):
                continue  # it is told with its section
            found.append(_line(change, old, new))
    return found


def _whole(before: Sheet, after: Sheet) -> list[Line]:
    translate = QCoreApplication.translate
    told = (
        (translate("checklists", "Name"), both(before.name), both(after.name)),
        (translate("checklists", "Purpose"), purpose_word(before.purpose), purpose_word(after.purpose)),
        (translate("checklists", "Passes from"), passes_words(before.form), passes_words(after.form)),
    )
    more = tuple(_arrow(*one) for one in told if one[1] != one[2])
    return [Line(Differs.CHANGED, translate("checklists", "The whole checklist"), more)] if more else []


def _line(change: Change, old: dict[str, Section | Item], new: dict[str, Section | Item]) -> Line:
    translate, id = QCoreApplication.translate, change.item or change.section
    part = new.get(id) or old[id]
    words = said(part.words, 200) or "…"
    name = words if change.item else translate("checklists", "Section {0}").format(words)
    match change.what:
        case Differs.ADDED:
            title = translate("checklists", "Added: {0}").format(name)
            more: tuple[str, ...] = ()
            if isinstance(part, Section):
                more = tuple("+ " + said(item.words, 200) for item in part.items)
            return Line(change.what, title, more)
        case Differs.REMOVED:
            return Line(change.what, translate("checklists", "Removed: {0}").format(name))
        case Differs.MOVED:
            return Line(change.what, translate("checklists", "Moved: {0}").format(name))
    was, now = old[id], new[id]
    if isinstance(was, Item) and isinstance(now, Item):
        fields = tuple(_arrow(part_word(one), value_words(was, one), value_words(now, one)) for one in change.fields)
    else:
        fields = (_arrow(part_word("words"), both(was.words), both(now.words)),)
    return Line(change.what, translate("checklists", "Changed: {0}").format(name), fields)


def _arrow(name: str, before: str, after: str) -> str:
    return QCoreApplication.translate("checklists", "{0}: {1} → {2}").format(name, before, after)


def _parts(form: Form) -> dict[str, Section | Item]:
    found: dict[str, Section | Item] = {}
    for section in form.sections:
        found[section.id] = section
        found |= {item.id: item for item in section.items}
    return found


class DifferenceList(QWidget):
    """The lines below each other, or that there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)

    def show_lines(self, lines: Sequence[Line], none: str) -> None:
        """Show other lines; `none` is said where there are none."""
        self.lines = list(lines)
        emptied(self._rows)
        if not lines:
            nothing = Text("text_muted", 13, wrap=True)
            nothing.say(none)
            self._rows.addWidget(nothing)
        for line in lines:
            self._rows.addWidget(_row(line))
        self._rows.addStretch(1)

    def said(self) -> list[str]:
        """Everything that is shown."""
        return [text for line in self.lines for text in (line.words, *line.more)]


def _row(line: Line) -> QWidget:
    row = QWidget()
    across, down = QHBoxLayout(row), QVBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    down.setSpacing(2)
    across.addWidget(Picture(*ICONS[line.what], 15), 0, Qt.AlignmentFlag.AlignTop)
    head = Text("text", 13, 500, wrap=True)
    head.say(line.words)
    down.addWidget(head)
    for more in line.more:
        text = Text("text_muted", 12, wrap=True)
        text.say(more)
        down.addWidget(text)
    across.addLayout(down, 1)
    return row
