"""The versions of a checklist: number, when, by whom, what was new; any two are held beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.checklists import Version
from widgets.calls.naming import who_word
from widgets.cards import Button, Text
from widgets.flow import emptied
from widgets.orders.naming import zone_of
from widgets.plain import plain
from widgets.times import moment

if TYPE_CHECKING:
    from console.app.console import Console


class VersionList(QWidget):
    """The newest first; `compare_asked` carries the number of one."""

    compare_asked = Signal(int)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.versions: tuple[Version, ...] = ()
        self.buttons: dict[int, Button] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show the versions of another checklist."""
        if tuple(versions) != self.versions or not self._rows.count():
            self.versions = tuple(versions)
            self.refresh()

    def refresh(self) -> None:
        """Say everything again."""
        emptied(self._rows)
        self.buttons = {}
        if not self.versions:
            none = Text("text_muted", 13, wrap=True)
            none.say(self.tr("Nothing is published yet. Publish the draft, and its first version appears here."))
            self._rows.addWidget(none)
        for version in self.versions:
            self._rows.addWidget(self._row(version))
        self._rows.addStretch(1)

    def _row(self, version: Version) -> QWidget:
        row = QWidget()
        across, down = QHBoxLayout(row), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        person = self._console.session.rights.people.get(version.who)
        who = who_word(version.who, plain(person.name, 60) if person is not None else "")
        when = moment(version.at.timestamp(), self._console.now(), zone_of(self._console))
        title, note = Text("text", 13, 600, wrap=True), Text("text_muted", 12, wrap=True)
        title.say(self.tr("Version {0}").format(version.number) + f" · {when} · {who}")
        note.say(plain(version.note, 400) or self.tr("without a note"))
        down.addWidget(title)
        down.addWidget(note)
        across.addLayout(down, 1)
        button = Button("arrow-left-right", lambda: self.compare_asked.emit(version.number))
        button.name_silently(self.tr("What is other in version {0}").format(version.number))
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[version.number] = button
        return row

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
