"""Choosing a place from the plant's tree, and the roles that somebody has with the place where each holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.people import Grant, Role
from console.domain.plant import Plant
from widgets.cards import Button, Choice
from widgets.people.words import role_word, scope_words
from widgets.plain import plain

EDGES = 44  # pixels of a drop-down list beside its words
STEP = "    "  # in front of what lies inside another place


def offered(plant: Plant | None) -> list[tuple[tuple[str, ...], str]]:
    """Every site, area and line with the way to it and its name, indented, in the plant file's order."""
    found: list[tuple[tuple[str, ...], str]] = []
    for site in plant.sites if plant else ():
        found.append(((site.id,), plain(site.name, 60)))
        for area in site.areas:
            found.append(((site.id, area.id), STEP + plain(area.name, 60)))
            for line in area.lines:
                found.append(((site.id, area.id, line.id), 2 * STEP + plain(line.name, 60)))
    return found


class PlaceChoice(Choice):
    """Everywhere, or one place of the plant. `scope` is the way to it from the site down."""

    def __init__(self, everywhere: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._plant: Plant | None = None
        self._everywhere = everywhere or (lambda: scope_words((), None))
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._ways: list[tuple[str, ...]] = []
        self.fill(None)

    def fill(self, plant: Plant | None) -> None:
        """Offer the places of a plant; the choice stays where it can."""
        before, self._plant = self.scope, plant
        self.blockSignals(True)
        self.clear()
        self._ways = []
        for way, words in [((), self._everywhere()), *offered(plant)]:
            self._ways.append(way)
            self.addItem(words, "/".join(way))
        self.choose(before)
        self.blockSignals(False)

    @property
    def scope(self) -> tuple[str, ...]:
        """The way to the chosen place, () = everywhere."""
        row = self.currentIndex()
        return self._ways[row] if 0 <= row < len(self._ways) else ()

    def currentText(self) -> str:  # noqa: N802
        """The chosen place with the names around it, as it is painted while the list is closed."""
        return scope_words(self.scope, self._plant) if self.scope else self._everywhere()

    def choose(self, scope: tuple[str, ...]) -> None:
        """Choose a place; one that the plant no longer has stays on offer, so that it is not lost."""
        if scope not in self._ways:
            self._ways.append(scope)
            self.addItem(scope_words(scope, self._plant))
        self.setCurrentIndex(self._ways.index(scope))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.setItemText(0, self._everywhere())
        super().changeEvent(event)


class RoleChoice(Choice):
    """One of the roles."""

    def __init__(self) -> None:
        super().__init__()
        for role in Role:
            self.addItem(role_word(role))
        self.setAccessibleName(self.tr("Role"))

    @property
    def role(self) -> Role:
        """The chosen one."""
        return list(Role)[max(self.currentIndex(), 0)]

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the longest of them."""
        wide = max(self.fontMetrics().horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        return QSize(wide + EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: a role is never cut."""
        return self.sizeHint()

    def choose(self, role: Role) -> None:
        """Choose one."""
        self.setCurrentIndex(list(Role).index(role))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            for row, role in enumerate(Role):
                self.setItemText(row, role_word(role))
            self.setAccessibleName(self.tr("Role"))
        super().changeEvent(event)


class GrantRow(QWidget):
    """A role, where it holds, and the button that takes it away."""

    def __init__(self, grant: Grant, plant: Plant | None, changed: Callable[[], None]) -> None:
        super().__init__()
        self.role, self.place, self.remove = RoleChoice(), PlaceChoice(), Button("x")
        self.place.fill(plant)
        self.role.choose(grant.role)
        self.place.choose(grant.scope)
        self.place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for choice in (self.role, self.place):
            choice.currentIndexChanged.connect(lambda _: changed())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.role)
        row.addWidget(self.place, 1)
        row.addWidget(self.remove)
        self.retranslate()

    @property
    def grant(self) -> Grant:
        """What is chosen."""
        return Grant(self.role.role, self.place.scope)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.place.setAccessibleName(self.tr("Where the role holds"))
        self.remove.name_silently(self.tr("Take this role away"))


class Grants(QWidget):
    """The roles of one person; `changed` when somebody edits them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plant: Plant | None = None
        self.rows: list[GrantRow] = []
        self.add = Button("plus", self._add_one)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    @property
    def grants(self) -> tuple[Grant, ...]:
        """What is chosen, each once."""
        return tuple(dict.fromkeys(row.grant for row in self.rows))

    def show_grants(self, grants: tuple[Grant, ...], plant: Plant | None) -> None:
        """Show what somebody has."""
        self._plant = plant
        while self.rows:
            self._drop(self.rows[-1])
        for grant in grants:
            self._append(grant)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.add.name(self.tr("Add a role"))
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add_one(self) -> None:
        self._append(Grant(Role.OPERATOR))
        self.rows[-1].role.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _append(self, grant: Grant) -> None:
        row = GrantRow(grant, self._plant, self.changed.emit)
        row.remove.clicked.connect(lambda: self._removed(row))
        before = self.rows[-1].remove if self.rows else _before(self.add)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        QWidget.setTabOrder(before, row.role)
        QWidget.setTabOrder(row.role, row.place)
        QWidget.setTabOrder(row.place, row.remove)
        QWidget.setTabOrder(row.remove, self.add)

    def _removed(self, row: GrantRow) -> None:
        self._drop(row)
        (self.rows[-1].role if self.rows else self.add).setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _drop(self, row: GrantRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _before(widget: QWidget) -> QWidget:
    """What has the keyboard before this one: rows of roles come in between."""
    found = widget.previousInFocusChain()
    while found is not widget and not found.focusPolicy() & Qt.FocusPolicy.TabFocus:
        found = found.previousInFocusChain()
    return found
