"""One article to be read: what was learned, where it holds, who wrote it, with what it helped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.app.queries.knowledge import ArticleFile
from widgets.actions.followup import LineButton
from widgets.actions.words import ActionCounts
from widgets.cards import Button, Fact, Text
from widgets.flow import emptied
from widgets.plain import plain, plain_block
from widgets.times import moment

NAMES = ("place", "category", "codes", "keywords", "by", "helped")


class ArticleView(QWidget):
    """Shows an article; `source_asked` carries kind and id of a record that it names."""

    source_asked = Signal(str, str)
    edit_asked = Signal()

    def __init__(self, place_of: Callable[[str], str], category_of: Callable[[str], str]) -> None:
        super().__init__()
        self._place_of, self._category_of = place_of, category_of
        self.title, self.text = Text("text", 18, 600, wrap=True), Text("text", 14, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = {name: Fact() for name in NAMES}
        self.edit = Button("pencil", self.edit_asked.emit)
        self.used, self.lines = Text("text", 14, 600), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for i, fact in enumerate(self.facts.values()):
            grid.addWidget(fact, i // 3, i % 3)
        for i in range(3):
            grid.setColumnStretch(i, 1)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(grid)
        column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.used)
        column.addLayout(self.lines)
        column.addStretch(1)
        self.retranslate()

    def show_article(self, file: ArticleFile, zone: tzinfo | None, now: float, why: str) -> None:
        """Show another article; `why` it cannot be changed, "" = it can."""
        article = file.shown.article
        self.title.say(plain(article.title, 200))
        self.text.say(plain_block(article.text))
        facts = self.facts
        places = " · ".join(self._place_of(place) for place in article.places)
        facts["place"].say(places or self.tr("Everywhere"))
        facts["category"].say(" · ".join(self._category_of(one) for one in article.categories))
        facts["codes"].say(", ".join(plain(code, 40) for code in article.codes))
        facts["keywords"].say(", ".join(plain(word, 40) for word in article.keywords))
        at = moment((article.changed or article.made).timestamp(), now, zone)
        facts["by"].say(f"{plain(file.shown.by or article.made_by, 60)} · {at}")
        state = "" if article.active else self.tr("no longer suggested")
        helped = ActionCounts().helped(file.shown.helped) or self.tr("not yet")
        facts["helped"].say(" · ".join(part for part in (helped, state) if part))
        self.edit.name(self.tr("Change (E)"), why)
        self.edit.setEnabled(not why)
        self._list(file)

    def _list(self, file: ArticleFile) -> None:
        emptied(self.lines)
        article = file.shown.article
        if article.record:
            self._line(article.kind, article.record, self.tr("Learned from: {0}").format(plain(file.source, 120)))
        for one in file.uses[:20]:
            self._line(one.use.kind, one.use.record, f"{plain(one.title, 120)} · {plain(one.by, 40)}")
        self.used.setVisible(self.lines.count() > 0)

    def _line(self, kind: str, record: str, words: str) -> None:
        line = LineButton("link", lambda: self.source_asked.emit(kind, record))
        line.say(words)
        self.lines.addWidget(line)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (
            self.tr("Where it holds"),
            self.tr("Category of calls"),
            self.tr("Machine codes"),
            self.tr("Words"),
            self.tr("Written by"),
            self.tr("Helped"),
        )
        for fact, words in zip(self.facts.values(), names, strict=True):
            fact.name.say(words)
        self.used.say(self.tr("Where it comes from and where it helped"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
