"""Help beside the screen it explains: shipped Markdown, shown as it is, without any network."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from resources import resource
from widgets import theme
from widgets.languages import languages
from widgets.shell.figures import figures_markdown

CONTENTS = "contents"
GENERATED = {"figures": figures_markdown}
WIDTH = 440
HEADINGS = {1: 20, 2: 16, 3: 14}  # pixels
PAGE_NAME = re.compile(r"[a-z0-9-]+")


def page_path(name: str, code: str) -> Path:
    """The file of a help page in a language, in English where that language has none; FileNotFoundError if neither."""
    if PAGE_NAME.fullmatch(name):
        for folder in (code, "en"):
            path = resource("help", folder, f"{name}.md")
            if path.is_file():
                return path
    raise FileNotFoundError(name)


class HelpPanel(QWidget):
    """Shows one help page at a time; links lead to other pages, never out of the program."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = ""
        self._behind: list[str] = []
        self.setMinimumWidth(300)
        self.text = Reader()
        self.text.anchorClicked.connect(self._follow)
        self.title = QLabel()
        self.title.setFont(theme.font(14, 600))
        self.back, self.contents, self.close_button = (QToolButton() for _ in range(3))
        self.back.clicked.connect(lambda: self.go_back())
        self.contents.clicked.connect(lambda: self.show_page(CONTENTS))
        self.close_button.clicked.connect(lambda: self.closed.emit())
        self._lay_out()
        theme.themes.changed.connect(self._redress)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 10, 6)
        head.addWidget(self.title, 1)
        for button in (self.back, self.contents, self.close_button):
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough to read."""
        return QSize(WIDTH, 600)

    def show_page(self, name: str) -> None:
        """Show a page by name; one that does not exist leads to the contents."""
        try:
            page_path(name, languages.code)
        except FileNotFoundError:
            name = CONTENTS
        if self.page and self.page != name:
            self._behind = [*self._behind, self.page][-50:]
        self.page = name
        self._load()

    def go_back(self) -> None:
        """Show the page that was read before."""
        if self._behind:
            self.page = self._behind.pop()
            self._load()

    def _load(self) -> None:
        words = page_path(self.page, languages.code).read_text(encoding="utf-8")
        if self.page in GENERATED:
            words += "\n\n" + GENERATED[self.page]()
        self.text.show_markdown(words)
        self.back.setEnabled(bool(self._behind))

    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and link.path().endswith(".md"):
            self.show_page(link.path().removesuffix(".md"))

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.title.setText(self.tr("Help"))
        names = (self.tr("Back"), self.tr("Contents"), self.tr("Close help"))
        for button, name in zip((self.back, self.contents, self.close_button), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.text.setAccessibleName(self.tr("Help text"))
        self._redress()

    def _redress(self) -> None:
        for button, icon in ((self.back, "arrow-left"), (self.contents, "book-open"), (self.close_button, "x")):
            button.setIcon(theme.icon(icon, "text_muted", 18))
        if self.page:
            self._load()
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the surface and the line at its left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("border"))


class Reader(QTextBrowser):
    """A text browser that loads nothing: no picture, no style sheet, no page from anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(16)
        self.document().setIndentWidth(22)
        self.setFont(theme.font(14))

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: N802
        """Nothing is ever loaded."""

    def show_markdown(self, words: str) -> None:
        """Show Markdown without HTML, from its beginning."""
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        self.document().setMarkdown(words, features)
        self._space_blocks()
        self._border_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_blocks(self) -> None:
        cursor, block = QTextCursor(self.document()), self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor.setPosition(block.position())
            spaced = QTextBlockFormat()
            spaced.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if level:
                spaced.setTopMargin(4 if level == 1 else 14)
            spaced.setBottomMargin(0 if cursor.currentTable() else 3 if cursor.currentList() else 9)
            cursor.mergeBlockFormat(spaced)
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                sized = QTextCharFormat()
                sized.setFont(theme.font(HEADINGS.get(level, 14), 600))
                cursor.setCharFormat(sized)
            block = block.next()

    def _border_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format()
                shape.setBorderBrush(theme.color("border"))
                shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                shape.setBorderCollapse(True)
                shape.setCellPadding(5)
                shape.setBottomMargin(12)
                frame.setFormat(shape)
