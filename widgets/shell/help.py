"""Help beside the screen it explains: shipped Markdown, searched, shown and printed without any network."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPagedPaintDevice,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QTextEdit, QToolButton, QVBoxLayout, QWidget

from resources import resource
from widgets import theme
from widgets.cards import Entry, has_keyboard
from widgets.languages import languages
from widgets.shell.figures import ACTING, figures_markdown
from widgets.shell.helpsearch import Section, search, sections, terms_of

CONTENTS = "contents"
GENERATED = {"figures": figures_markdown}
WIDTH = 440
HEADINGS = {1: 20, 2: 16, 3: 14}  # pixels
PAGE_NAME = re.compile(r"[a-z0-9-]+")
FOUND = "?"  # in place of a page's name: what was found
SOON_MS = 150  # after the last letter until it is looked for
MOST_LIT = 200
ABOVE = 60  # pixels that are seen above the first place that is lit up
FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def page_path(name: str, code: str) -> Path:
    """The file of a help page in a language, in English where that language has none; FileNotFoundError if neither."""
    if PAGE_NAME.fullmatch(name):
        for folder in (code, "en"):
            path = resource("help", folder, f"{name}.md")
            if path.is_file():
                return path
    raise FileNotFoundError(name)


def page_words(name: str, code: str) -> str:
    """A page as Markdown, with what is written into it when it is shown."""
    words = page_path(name, code).read_text(encoding="utf-8")
    return f"{words}\n\n{GENERATED[name]()}" if name in GENERATED else words


def shelf(code: str) -> dict[str, list[Section]]:
    """Every page of a language but the contents, taken apart to be searched."""
    names = sorted(path.stem for path in resource("help", "en").glob("*.md"))
    return {name: sections(name, page_words(name, code)) for name in names if name != CONTENTS}


class HelpPanel(QWidget):
    """Shows one help page at a time, or what a search found; links lead to other pages, never out of the program."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = ""
        self._behind: list[str] = []
        self._shelf: tuple[str, dict[str, list[Section]]] = ("", {})  # the language and its pages, read at first use
        self.setMinimumWidth(300)
        self.text = Reader()
        self.text.anchorClicked.connect(self._follow)
        self.title = QLabel()
        self.title.setFont(theme.font(14, 600))
        self.search = SearchEntry()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._seek)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.returnPressed.connect(self._enter)
        self.search.left.connect(self._leave_search)
        self.back, self.contents, self.print_button, self.close_button = (QToolButton() for _ in range(4))
        self.print_button.clicked.connect(self._print)
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
        for button in self._buttons():
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        field = QHBoxLayout()
        field.setContentsMargins(16, 0, 16, 8)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self.text, 1)

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.back, self.contents, self.print_button, self.close_button

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
            if self.page == FOUND and not terms_of(self.search.text()):
                self._leave_found()
            else:
                self._load()

    def focus_search(self) -> bool:
        """Ctrl+F while the keyboard is in the help; says whether it was."""
        if not self.isVisible() or not has_keyboard(self):
            return False
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def _load(self) -> None:
        if self.page == FOUND:
            self.text.show_markdown(self._found_words())
        else:
            self.text.show_markdown(page_words(self.page, languages.code))
            if self._behind[-1:] == [FOUND]:
                self.text.light_up(terms_of(self.search.text()))
        self.back.setEnabled(bool(self._behind))
        self.print_button.setEnabled(self.page != FOUND)

    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and link.path().endswith(".md"):
            self.show_page(link.path().removesuffix(".md"))

    # Search

    def _pages(self) -> dict[str, list[Section]]:
        if self._shelf[0] != languages.code:
            self._shelf = languages.code, shelf(languages.code)
        return self._shelf[1]

    def _seek(self) -> None:
        self._soon.stop()
        if terms_of(self.search.text()):
            if self.page and self.page != FOUND:
                self._behind = [*self._behind, self.page][-50:]
            self.page = FOUND
            self._load()
        elif self.page == FOUND:
            self._leave_found()

    def _leave_found(self) -> None:
        """Nothing is looked for any more: show what was read before."""
        self.page = self._behind.pop() if self._behind else CONTENTS
        self._load()

    def _found_words(self) -> str:
        found = search(self.search.text(), self._pages())
        counted = self.tr("%n page(s) found", "", len(found.hits))
        parts = [f"## {counted}"]
        if not found.whole and found.hits:
            parts.append(self.tr("No page has all these words. These have most of them."))
        for hit in found.hits:
            where = f"**{_unmarked(hit.heading)}** — " if hit.heading else ""
            parts += [f"[**{_unmarked(hit.title)}**]({hit.page}.md)", where + _unmarked(hit.excerpt)]
        if not found.hits:
            parts.append(self.tr("No page has these words. Try others, or only the beginning of one."))
        return "\n\n".join(parts)

    def _enter(self) -> None:
        """Enter opens the first page that was found."""
        self._seek()
        hits = search(self.search.text(), self._pages()).hits
        if hits:
            self.show_page(hits[0].page)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_search(self) -> None:
        """Esc empties the field, Down goes to what was found."""
        if self.page == FOUND and not self.search.text():
            self._seek()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # Paper

    def print_on(self, device: QPagedPaintDevice) -> None:
        """The open page, black on white."""
        document = QTextDocument()
        font = QFont("Inter")
        font.setFamilies(["Inter", *theme.CJK_FALLBACK])
        font.setPointSize(10)
        document.setDefaultFont(font)
        document.setMarkdown(page_words(self.page, languages.code), FEATURES)
        document.print_(device)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.title.setText(self.tr("Help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        names = (self.tr("Back"), self.tr("Contents"), self.tr("Print this page"), self.tr("Close help"))
        for button, name in zip(self._buttons(), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.text.setAccessibleName(self.tr("Help text"))
        self._redress()

    def _redress(self) -> None:
        for button, icon in zip(self._buttons(), ("arrow-left", "book-open", "file-text", "x"), strict=True):
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


class SearchEntry(Entry):
    """The field of the search; Esc empties it, then it is left, as with Down."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setMaxLength(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _unmarked(words: str) -> str:
    """Words in which Markdown sees no mark."""
    return ACTING.sub(r"\\\1", words)


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
        self.setExtraSelections([])
        self.document().setMarkdown(words, FEATURES)
        whole = QTextCursor(self.document())
        whole.beginEditBlock()  # laid out once, not after every block: a long table would take seconds
        self._space_blocks()
        self._border_tables()
        whole.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def light_up(self, terms: list[str]) -> None:
        """Show where these words are, and begin at the first."""
        lit: list[QTextEdit.ExtraSelection] = []
        for term in terms:
            cursor = self.document().find(term)
            while not cursor.isNull() and len(lit) < MOST_LIT:
                one = QTextEdit.ExtraSelection()
                one.cursor = cursor
                one.format.setBackground(theme.color("hover"))
                one.format.setFontWeight(QFont.Weight.DemiBold)
                lit.append(one)
                cursor = self.document().find(term, cursor)
        self.setExtraSelections(lit)
        if lit:
            first = min(lit, key=lambda one: one.cursor.selectionStart()).cursor
            place = QTextCursor(self.document())
            place.setPosition(first.selectionStart())
            self.setTextCursor(place)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - ABOVE)

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
