"""The bundle for support: everything that would be in it is shown first, then a person says where it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.app.support import Support
from console.app.supportbundle import Bundle, file_name
from console.domain.errors import Refusal
from widgets.cards import Button, Card, Script, Text
from widgets.people.fields import Said
from widgets.plain import plain, plain_block
from widgets.refusals import words_of
from widgets.status.words import size_words
from widgets.support.pieces import Pieces

SHOWN = 300_000  # characters of a piece that are shown: of a long log its end


class SupportDialog(QDialog):
    """Gathers when it opens. `ask_path(name)`: where the file shall be, "" where a person thought better of it."""

    def __init__(
        self, support: Support, parent: QWidget | None = None, open_folder: Callable[[QUrl], object] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ask_path: Callable[[str], str] = self._ask_path
        self._open_folder = open_folder or QDesktopServices.openUrl
        self._support, self._bundle, self._gone = support, Bundle(()), False
        self._written: Path | None = None
        self.meaning, self.said = Text("text_muted", wrap=True), Said()
        self.list, self.pieces = Card(), Pieces()
        self.reading, self.text = Card(), Script(wrap=False)
        self.save = Button("download", self._save, primary=True)
        self.show_folder = Button("folder-open", self._show_folder)
        self.close_button = Button("", self.close)
        self._lay_out()
        self.pieces.currentRowChanged.connect(lambda _: self._turn())
        self.pieces.itemChanged.connect(lambda _: self._count())
        self.finished.connect(lambda _: self._go())
        self.retranslate()
        self._allow()
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))
        support.gather(self._gathered)

    def _lay_out(self) -> None:
        self.list.body.addWidget(self.pieces, 1)
        self.reading.body.addWidget(self.text, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(self.list)
        both.addWidget(self.reading)
        both.setSizes([380, 800])
        self.list.setMinimumWidth(300)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.show_folder, self.save, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.meaning)
        column.addWidget(both, 1)
        column.addWidget(self.said)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for lines of a log."""
        return QSize(1180, 700)

    # What came

    def _gathered(self, found: Bundle | Refusal) -> None:
        if self._gone:
            return
        if isinstance(found, Refusal):
            self.said.say(self.tr("It cannot be gathered: {0}").format(plain(found.detail or found.code, 160)))
            return
        self._bundle = found
        self.said.say("")
        if found.blind:
            self.said.warn(
                self.tr("The records cannot be read, so nobody's name was looked for. Read the log before you send it.")
            )
        self.pieces.offer(found.pieces)
        self._allow()
        self._count()
        self.pieces.setFocus()

    def _turn(self) -> None:
        self.text.clear()  # what was chosen in the piece before would keep it there
        self._read()

    def _read(self) -> None:
        piece = self.pieces.chosen
        text = piece.text if piece is not None else ""
        self.text.say(plain_block(text[-SHOWN:]))
        self.reading.title.say(plain(piece.name) if piece is not None else "")
        cut = self.tr("The end of it; all of it is written") if len(text) > SHOWN else ""
        self.reading.note.say(cut)

    def _count(self) -> None:
        wanted = self.pieces.wanted
        self.list.note.say(size_words(sum(piece.size for piece in wanted)))
        self._allow()

    def _allow(self) -> None:
        self.save.setEnabled(bool(self._bundle.pieces))
        self.show_folder.setVisible(self._written is not None)

    # What is wanted

    def _save(self) -> None:
        name = self.ask_path(file_name(datetime.now(UTC)))
        if not name:
            return
        path = Path(name)
        self.save.setEnabled(False)
        self._support.write(self.pieces.wanted, path, lambda came: self._saved(path, came))

    def _saved(self, path: Path, came: int | Refusal) -> None:
        if self._gone:
            return
        if isinstance(came, Refusal):
            self.said.say(words_of(came))
        else:
            self._written = path
            self.said.good(self.tr("{0} is written: {1}").format(plain(path, 160), size_words(came)))
        self._allow()

    def _ask_path(self, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the bundle"), name, self.tr("Archive (*.zip)"))
        return path if not path or path.lower().endswith(".zip") else path + ".zip"

    def _show_folder(self) -> None:
        if self._written is not None:
            self._open_folder(QUrl.fromLocalFile(str(self._written.parent)))

    def _go(self) -> None:
        self._gone = True

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Bundle for support"))
        self.meaning.say(
            self.tr(
                "This is what would be in the file, exactly as it is shown. No record, picture or reading is in it;"
                " passwords, PINs, tokens and the names of people were taken out. Take the tick from what you do not"
                " want to send. Nothing is sent by itself."
            )
        )
        self.list.title.say(self.tr("What is in it"))
        self.pieces.setAccessibleName(self.tr("Pieces of the bundle"))
        self.text.setAccessibleName(self.tr("What is in this piece"))
        self.save.name(self.tr("Save…"))
        self.show_folder.name(self.tr("Open folder"))
        self.close_button.name(self.tr("Close"))
        if not self._bundle.pieces:
            self.said.say(self.tr("Gathering…"), "hourglass", "text_muted")
        self.pieces.retranslate()
        self._read()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def show_support(support: Support, parent: QWidget | None) -> SupportDialog:
    """Open the bundle over a window."""
    made = SupportDialog(support, parent)
    made.show()
    return made
