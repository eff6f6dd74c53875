"""The knowledge page: what was learned, found while one types; one article beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.corrective import lesson
from console.app.queries.andon import CallFile, call_file
from console.app.queries.knowledge import ArticleFile, ArticleShown, article_file, articles
from console.domain.commands import Command
from console.domain.commands.actions import WriteArticle
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.knowledge import search
from widgets.actions.known import zone_at
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.calls.known import KnownCalls
from widgets.cards import Button, Card, Entry, Text
from widgets.closed import Closed
from widgets.knowledge.article import ArticleView
from widgets.knowledge.editor import ArticleEditor, Draft, draft_of
from widgets.knowledge.rows import BY, HELPED, PLACE, TITLE, WIDTHS, ArticleRows
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("article", "article_use")
FROM = "from"  # "from:" and the id of a call: write down what was learned there


class KnowledgePage(QWidget):
    """Reads all articles from the records when they change; searches among what was read."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._one = OneByOne(self, console)
        self._area: str | None = None
        self._shown: tuple[ArticleShown, ...] = ()
        self._wanted = ""
        self.file: ArticleFile | None = None
        self.article = ""  # id of the one that is shown
        self.known = KnownCalls(console)
        self.rows = ArticleRows(self.place_words)
        self.grid = ListGrid(self.rows, WIDTHS, TITLE, (BY, PLACE, HELPED))
        self.search, self.new_button = Entry(), Button("plus", self.write, primary=True)
        self.view, self.editor = ArticleView(self.place_words, self.category), ArticleEditor()
        self.said, self.empty, self.keys = Said(), Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.choose = Text("text_muted", 14, wrap=True)
        self.left, self.right = Card(), Card(titled=False)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Show only what holds in an area; None: all."""
        self._area = area
        self.refresh()

    def show_subject(self, subject: str) -> None:
        """Show an article by its id, or write one: "from:" and the id of the call that it is learned from."""
        kind, _, id = subject.rpartition(":")
        if kind == FROM:
            answer = while_there(self, self._from_call)
            self._console.office.ask(call_file(id), answer, while_there(self, self._cannot))
        elif id:
            self.search.clear()
            self._wanted = id
            self._show_article(id)
            self.refresh()

    def focus_filter(self) -> None:
        """Ctrl+F: the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    # What is shown

    def read(self) -> None:
        """Ask the records anew."""
        self._console.office.ask(articles, while_there(self, self._heard), while_there(self, self._cannot))

    def _heard(self, told: tuple[ArticleShown, ...]) -> None:
        self._shown = told
        self.said.say("")
        self.refresh()
        self._wanted = ""
        if self.article:
            self._show_article(self.article)

    def refresh(self) -> None:
        """Show what holds every word that was typed."""
        by_id = {one.article.id: one for one in self._shown if self._inside(one.article.places)}
        found = search((one.article for one in by_id.values()), self.search.text())
        self.rows.show_rows([by_id[article.id] for article in found])
        self._stack.setCurrentWidget(self.grid if found else self._nothing)
        if self.closed.refresh() and not found:
            self._stack.setCurrentWidget(self.closed)
        self.left.note.say(self.tr("%n article(s)", "", len(found)))
        typed = bool(self.search.text().strip())
        self.empty.say(self._nothing_found() if typed else self._nothing_yet())
        self._allow()
        self._keep_chosen()

    def _keep_chosen(self) -> None:
        row = self.rows.row_of(self._wanted or self.article)
        if row >= 0 and self.grid.currentIndex().row() != row:
            self.grid.selectRow(row)
        elif row < 0 and self.rows.rowCount() and not self._editing() and not self._wanted:
            self.grid.selectRow(0)

    def _allow(self) -> None:
        why = self.closed.why() or why_not(self._console, WriteArticle)
        self.new_button.name(self.tr("New article (N)"), why)
        self.new_button.setEnabled(not why)

    def _show_article(self, id: str) -> None:
        self.article = id
        answer = while_there(self, lambda file: self._read_article(id, file))
        self._console.office.ask(article_file(id), answer, while_there(self, self._cannot))

    def _read_article(self, id: str, file: ArticleFile | None) -> None:
        if id != self.article:
            return
        self.file = file
        if self._editing():
            return
        self._beside.setCurrentWidget(self._reading if file is not None else self._choose)
        if file is not None:
            place = file.shown.article.place
            why = why_not(self._console, WriteArticle, place=place)
            self.view.show_article(file, zone_at(self._console, place), self._console.now(), why)

    def place_words(self, place: str) -> str:
        """A place in short words."""
        return self.known.place(place) if place else self.tr("Everywhere")

    def category(self, id: str) -> str:
        """What a category of calls is called."""
        return next((plain(one.name, 60) for one in self.known.all_categories() if one.id == id), plain(id, 40))

    def _inside(self, places: Sequence[str]) -> bool:
        if self._area is None or not places:
            return True
        lines = (self.known.line_of(place) for place in places)
        return any(line is not None and line.line.area == self._area for line in lines)

    def _editing(self) -> bool:
        return self._beside.currentWidget() is self._writing

    # Writing

    def write(self) -> None:
        """Begin a new article."""
        ask_for(self, WriteArticle, lambda: self._edit(Draft(new_id())))

    def change(self) -> None:
        """Change the one that is shown."""
        if self.file is not None and self.view.edit.isEnabled():
            draft = draft_of(self.file.shown.article, self.file.shown.version)
            ask_for(self, WriteArticle, lambda: self._edit(draft))

    def _from_call(self, file: CallFile | None) -> None:
        if file is not None:
            told = lesson(file.shown.call, file.shown.category)
            links = (told.categories, told.codes, told.abouts, told.causes)
            draft = Draft(new_id(), told.title, told.text, told.place, (), *links, (), "andon_call", told.record)
            ask_for(self, WriteArticle, lambda: self._edit(draft))

    def _edit(self, draft: Draft) -> None:
        lines = self._console.floor.lines
        ids = [id for live in lines for id in (live.line.id, *(one.station.id for one in live.stations))]
        places = [("", self.tr("Everywhere")), *((id, self.known.place(id)) for id in ids)]
        categories = [("", "–"), *((one.id, plain(one.name, 60)) for one in self.known.all_categories())]
        self._beside.setCurrentWidget(self._writing)
        self.editor.begin(draft, places, categories)

    def _given(self, command: Command) -> None:
        self._one.give(command, while_there(self, lambda _: self._written(command)), self._not_written)

    def _written(self, command: Command) -> None:
        assert isinstance(command, WriteArticle)
        self._leave_editor()
        self._wanted = command.id
        self._show_article(command.id)
        self.read()

    def _not_written(self, refusal: Refusal) -> None:
        self.editor.refuse(refusal)

    def _leave_editor(self) -> None:
        self._beside.setCurrentWidget(self._reading if self.file is not None else self._choose)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys and events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter = event.text().upper()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif letter == "N" and not held and self.new_button.isEnabled():
            self.write()
        elif letter == "E" and not held and self.file is not None:
            self.change()
        else:
            super().keyPressEvent(event)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        id = self.rows.id_at(now.row())
        if id and id != self.article and self._wanted in ("", id):  # a table with the keyboard chooses a row itself
            self._show_article(id)

    def _open_source(self, kind: str, record: str) -> None:
        screen = {"andon_call": ("calls", record), "review": ("actions", f"review:{record}")}.get(kind)
        if screen is not None:
            self.open_requested.emit(*screen)

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._soon.start()

    def _read_again(self) -> None:
        if self.isVisible():
            self.read()

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # How it is made

    def _nothing_found(self) -> str:
        return self.tr("Nothing was found. Type less, or write it down when you have learned it.")

    def _nothing_yet(self) -> str:
        return self.tr(
            "Nothing was written down yet. Close a call and press L there, or N here: it is suggested the next time"
            " something like it is called for."
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Knowledge"))
        self.search.setPlaceholderText(self.tr("Search title, text, codes and words"))
        self.search.setAccessibleName(self.tr("Search title, text, codes and words"))
        self.grid.setAccessibleName(self.tr("Articles"))
        self.choose.say(self.tr("Choose an article: what was learned stands here."))
        self.keys.say(
            self.tr("Ctrl+F searches · arrows choose · N new · E changes · Ctrl+Enter saves · Esc comes back")
        )
        self.rows.retranslate()
        self.refresh()
        if self.article:
            self._show_article(self.article)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self.refresh())
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.view.source_asked.connect(self._open_source)
        self.view.edit_asked.connect(self.change)
        self.editor.given.connect(self._given)
        self.editor.left.connect(self._leave_editor)
        self._soon.timeout.connect(self._read_again)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._read_again()),
        ]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _lay_out(self) -> None:
        self._nothing, self._choose = QWidget(), QWidget()
        for part, said in ((self._nothing, self.empty), (self._choose, self.choose)):
            words = QVBoxLayout(part)
            words.addStretch(2)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(said)
            words.addStretch(3)
        self._reading, self._writing = scrolled(self.view), scrolled(self.editor)
        for part in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(part)
        for part in (self._choose, self._reading, self._writing):
            self._beside.addWidget(part)
        self.left.tools.addWidget(self.new_button)
        self.left.body.addWidget(self.search)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        self.right.body.addWidget(self._beside, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.right)
        both.setSizes([760, 900])
        self.right.setMinimumWidth(380)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(both, 1)
        self.setFocusProxy(self.search)
