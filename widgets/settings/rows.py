"""Settings as rows: section, name, value, where the value comes from, and whether a change waits."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.declared import SETTINGS, Setting
from console.app.layers import Layer
from console.app.settingsbook import SettingsBook
from widgets.plain import plain, tip
from widgets.settings.meanings import meaning_words
from widgets.settings.words import holder_words, layer_words, section_words, value_words
from widgets.tables import ICON, TONE, Index

ROOT = QModelIndex()
SECTION, NAME, VALUE, FROM, MEANING = range(5)
WIDTHS = (150, 190, 230, 130, 300)


class Kind(StrEnum):
    """Which settings are shown."""

    ALL = ""
    CHOSEN = "chosen"  # on this PC
    PINNED = "pinned"
    WAITING = "waiting"  # for the next start


class SettingRows(QAbstractTableModel):
    """In the order of the settings file; `secrets` tells where each password that is given lies."""

    def __init__(self, book: SettingsBook) -> None:
        super().__init__()
        self._book = book
        self.secrets: Mapping[str, str] = {}
        self.rows: list[Setting] = list(SETTINGS)

    def choose(self, words: str, section: str, kind: Kind) -> None:
        """Show those that hold all these words in name, meaning or value, of one section ("" = all) and kind."""
        wanted = words.casefold().split()
        found = [
            setting
            for setting in SETTINGS
            if section in ("", setting.section)
            and self._of(setting, kind)
            and all(word in self._text(setting) for word in wanted)
        ]
        if found != self.rows:
            self.beginResetModel()
            self.rows = found
            self.endResetModel()
        else:
            self.refresh()

    def _of(self, setting: Setting, kind: Kind) -> bool:
        book = self._book
        match kind:
            case Kind.CHOSEN:
                return book.now.layer(setting.name) is Layer.OWN or self._kept(setting)
            case Kind.PINNED:
                return bool(book.holder(setting.name))
            case Kind.WAITING:
                return book.waits(setting.name)
            case Kind.ALL:
                return True

    def _kept(self, setting: Setting) -> bool:
        return setting.name in self.secrets and not self._book.holder(setting.name)

    def _text(self, setting: Setting) -> str:
        shown = "" if setting.secret else str(self._book.now.plain(setting.name))
        parts = (setting.name, setting.meaning, meaning_words(setting.name), section_words(setting.section), shown)
        return " ".join(parts).casefold()

    def row_of(self, name: str) -> int:
        """The row of a setting; -1 where it is not shown."""
        return next((row for row, setting in enumerate(self.rows) if setting.name == name), -1)

    def refresh(self) -> None:
        """Say everything again: values or the language are others."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, MEANING)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, MEANING))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else MEANING + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Section"), self.tr("Setting"), self.tr("Value"), self.tr("From"), self.tr("What it is for"))
        return names[section]

    def data(self, index: Index, role: int = 0) -> object:
        setting, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index.row(), setting, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._told(setting, column))
            case _ if role == ICON:
                return self._mark(setting, column)
            case _ if role == TONE:
                return self._tone(setting, column)
        return None

    def _shown(self, row: int, setting: Setting, column: int) -> str:
        match column:
            case 0:
                first = row == 0 or self.rows[row - 1].section != setting.section
                return section_words(setting.section) if first else ""
            case 1:
                return setting.name
            case 2:
                return self.value(setting)
            case 3:
                return (
                    layer_words(self._book.now.layer(setting.name)) if not self._kept(setting) else self.tr("This PC")
                )
        return meaning_words(setting.name)

    def value(self, setting: Setting) -> str:
        """What holds, as the page shows it; a password only as given or not."""
        if setting.secret:
            return self.tr("given") if setting.name in self.secrets else self.tr("not given")
        return value_words(setting, self._book.now.plain(setting.name)) or "–"

    def _told(self, setting: Setting, column: int) -> str:
        if column == VALUE and not setting.secret:
            return plain(self._book.now.plain(setting.name))
        if column == FROM:
            return holder_words(self._book.now, setting.name)
        return meaning_words(setting.name) if column == MEANING else ""

    def _mark(self, setting: Setting, column: int) -> tuple[str, str] | None:
        if column == FROM and self._book.holder(setting.name):
            return ("lock", "text_muted")
        if column == VALUE and self._book.waits(setting.name):
            return ("hourglass", "warning")
        return None

    def _tone(self, setting: Setting, column: int) -> str:
        ours = self._book.now.layer(setting.name) is not Layer.DEFAULT or self._kept(setting)
        if column in (VALUE, NAME):
            return "text" if ours or column == NAME else "text_muted"
        return "text_muted"
