"""The settings page: every setting in a table, the chosen one beside it, and above what could not be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.app.declared import BY_NAME, SETTINGS, Value, written
from console.app.remembering import book_for
from console.app.settings import FILE
from console.domain.commands.settings import ChangeSetting
from console.domain.errors import FileRefused, Refusal
from console.domain.events import SessionChanged
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Entry, Text, has_keyboard
from widgets.people.fields import Said, scrolled
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.settings.chosen import ChosenCard
from widgets.settings.problems import ProblemsCard
from widgets.settings.rows import FROM, MEANING, NAME, SECTION, WIDTHS, Kind, SettingRows
from widgets.settings.words import section_words
from widgets.tables import Grid

if TYPE_CHECKING:
    from console.app.console import Console


class SettingsPage(QWidget):
    """Asks the console's settings; a change is a command, so that it is checked and has its line in the trail."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._book = console, book_for(console)
        self.heading, self.summary = Text("text", 22, 600), Text("text_muted", 14, wrap=True)
        self.back = Button("plug", lambda: self.open_requested.emit("setup", ""))
        self.search, self.section, self.kind = Entry(), Choice(), Choice()
        self.problems, self.left, self.said = ProblemsCard(), Card(titled=False), Said()
        self.rows = SettingRows(self._book)
        self.grid = Grid(self.rows, WIDTHS, stretch=MEANING, spare=(SECTION, FROM))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.empty = Text("text_muted", 14, wrap=True)
        self.chosen = ChosenCard(self._book)
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._filter())
        self.section.currentIndexChanged.connect(lambda _: self._filter())
        self.kind.currentIndexChanged.connect(lambda _: self._filter())
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.grid.activated.connect(lambda _: self._to_editor())
        self.chosen.saved.connect(self.change)
        stops = [self._book.on_change(self._changed), console.on(SessionChanged, lambda _: self._show_chosen())]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])
        self.retranslate()
        self.grid.setCurrentIndex(self.rows.index(0, NAME))
        self.setFocusProxy(self.grid)

    # What the shell asks for

    def focus_filter(self) -> None:
        """Ctrl+F: search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_subject(self, subject: str) -> None:
        """Show one setting by its dotted name."""
        if subject in BY_NAME:
            self.search.clear()
            self.section.setCurrentIndex(0)
            self.kind.setCurrentIndex(0)
            self.grid.setCurrentIndex(self.rows.index(self.rows.row_of(subject), NAME))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._look_at_secrets()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc empties the search, then brings the keyboard back to the table."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif has_keyboard(self.search) and self.search.text():
            self.search.clear()
        else:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _look_at_secrets(self) -> None:
        self._book.look_at_secrets(self._console.mailbox, while_there(self, self._show_secrets))

    def _show_secrets(self, found: dict[str, str]) -> None:
        self.rows.secrets = found
        self._filter()

    def _filter(self) -> None:
        name = self.chosen.name
        self.rows.choose(self.search.text(), str(self.section.currentData() or ""), Kind(self.kind.currentData() or ""))
        row = max(0, self.rows.row_of(name))
        found = bool(self.rows.rows)
        self.grid.setVisible(found)
        self.empty.setVisible(not found)
        if found:
            self.grid.setCurrentIndex(self.rows.index(row, NAME))
        self._show_chosen()
        self._say_summary()

    def _show_chosen(self) -> None:
        index = self.grid.currentIndex()
        setting = self.rows.rows[index.row()] if index.isValid() and self.rows.rows else None
        if setting is not None and setting.name != self.chosen.name:
            self.said.say("")
        self.chosen.show_setting(setting, self.rows.secrets, self._why(setting.name) if setting is not None else "")

    def _why(self, name: str) -> str:
        """Why whoever is signed in may not change it; "" where they may, or where nobody is signed in yet."""
        return "" if self._free(name) else why_not(self._console, ChangeSetting)

    def _free(self, name: str) -> bool:
        """Whether it may be changed without a name: what everybody chooses, and everything while nobody is known."""
        return BY_NAME[name].anyone or self._console.session.anybody is False

    def _to_editor(self) -> None:
        editor = self.chosen.editor
        (editor.list if editor.list.isVisible() else editor.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_summary(self) -> None:
        book = self._book
        pinned = sum(bool(book.holder(setting.name)) for setting in SETTINGS)
        waiting = sum(book.waits(setting.name) for setting in SETTINGS)
        path = plain(book.now.folder / FILE)
        told = [self.tr("What is chosen on this PC is kept in {0}.").format(path)]
        told += [self.tr("%n setting(s) are locked here.", "", pinned)] if pinned else []
        told += [self.tr("%n change(s) hold from the next start on.", "", waiting)] if waiting else []
        self.summary.say(" ".join(told))
        self.problems.show_settings(book.now)

    # Changing

    def change(self, name: str, value: Value | None) -> None:
        """Choose another value, None for what holds without one; after a sign-in where that is needed."""
        self.said.say("")
        try:
            if value is not None:
                self._book.examine(name, value)
        except Refusal as refusal:
            self._refused(name, refusal)
            return
        if self._free(name):
            self._do(name, value)
            return
        secret = BY_NAME[name].secret
        old = "" if secret else written(self._book.now.plain(name))
        new = "" if secret or value is None else written(value)
        done = while_there(self, lambda _: self._do(name, value))
        refused = while_there(self, lambda refusal: self._refused(name, refusal))

        def give() -> None:
            self._console.office.do(ChangeSetting(name, old, new), done, refused)

        ask_for(self, ChangeSetting, give)

    def _do(self, name: str, value: Value | None) -> None:
        try:
            self._book.change(name, value)
        except Refusal as refusal:
            self._refused(name, refusal)
            return
        if self.chosen.name == name:
            self.chosen.taken()
        at_once = (
            self.tr("Saved; it holds now.")
            if BY_NAME[name].at_once
            else self.tr("Saved; it holds from the next start on.")
        )
        self.said.good(at_once)

    def _refused(self, name: str, refusal: Refusal) -> None:
        words = words_of(refusal)
        if isinstance(refusal, FileRefused):
            words = self.tr("Nothing was changed: {0} cannot be written.")
            words = words.format(plain(refusal.facts.get("path", FILE)))
        if name == self.chosen.name:
            self.chosen.refuse(words)
        else:
            self.said.say(f"{name}: {words}")

    def _changed(self) -> None:
        """Somebody changed something, here or on another screen."""
        self._filter()
        self._look_at_secrets()

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Settings"))
        self.back.name(self.tr("Connection"))
        self.search.setPlaceholderText(self.tr("Search: name, meaning or value"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        sections = [(section, section_words(section)) for section in dict.fromkeys(s.section for s in SETTINGS)]
        self.section.offer(self.tr("All sections"), sections, most=240)
        self.section.setAccessibleName(self.tr("Section"))
        kinds = [
            (str(Kind.CHOSEN), self.tr("Chosen on this PC")),
            (str(Kind.PINNED), self.tr("Locked here")),
            (str(Kind.WAITING), self.tr("Waiting for the next start")),
        ]
        self.kind.offer(self.tr("All settings"), kinds, most=260)
        self.kind.setAccessibleName(self.tr("Which settings"))
        self.grid.setAccessibleName(self.tr("Settings"))
        self.empty.say(self.tr("No setting is like that. Empty the search, or choose all sections and all settings."))
        self.rows.refresh()
        self._filter()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top, bar = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.back)
        bar.setSpacing(8)
        bar.addWidget(self.section)
        bar.addWidget(self.kind)
        bar.addStretch(1)
        self.left.body.addWidget(self.search)
        self.left.body.addLayout(bar)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self.grid, 1)
        self.left.body.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        right = scrolled(self.chosen)
        right.setMinimumWidth(356)
        both.addWidget(right)
        both.setStretchFactor(0, 1)
        both.setSizes([1360, 460])
        both.setMinimumHeight(360)
        inside, whole = QWidget(), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))  # what is wrong with many settings takes more than a small screen has
        page = QVBoxLayout(inside)
        page.setContentsMargins(18, 14, 18, 16)
        page.setSpacing(8)
        page.addLayout(top)
        page.addWidget(self.summary)
        page.addWidget(self.problems)
        page.addWidget(both, 1)
