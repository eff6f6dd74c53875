"""New pictures of the watched folder, above a strip: all of them at once, one of them, or put away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.watchedfolder import NewPicture
from widgets.attachments.words import size_words
from widgets.cards import Button, OneLine, Picture
from widgets.flow import Flow, emptied
from widgets.plain import plain
from widgets.times import moment

LINES = 8  # pictures that are listed one by one, the newest first


class NewPictures(QWidget):
    """Hidden while there is nothing new. Both signals carry a list of NewPicture."""

    taken = Signal(list)
    put_away = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[NewPicture, ...] = ()
        self._folder = self._away = ""
        self._now = 0.0
        self.words = OneLine("text", 13, 500)
        self.take_all = Button("download", lambda: self.taken.emit(list(self.shown)))
        self.each = Button("chevron-down", self._turn)
        self.none = Button("x", lambda: self.put_away.emit(list(self.shown)))
        self.each.setCheckable(True)
        self.rows: list[Button] = []
        self._mark, head, buttons = Picture("image", "accent", 16), QHBoxLayout(), Flow()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self.words, 1)
        for button in (self.take_all, self.each, self.none):
            buttons.addWidget(button)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addLayout(self._list)
        self.retranslate()

    def show_pictures(self, pictures: Sequence[NewPicture], folder: str, away: str, now: float) -> None:
        """What is new in that folder, or why it cannot be read."""
        self.shown, self._folder, self._away, self._now = tuple(pictures), folder, away, now
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        count = len(self.shown)
        self.setVisible(bool(count or self._away))
        folder = plain(self._folder, 60)
        if self._away:
            words = self.tr("The watched folder {0} cannot be read now ({1}). Pictures appear when it is back.")
            self.words.say(words.format(folder, plain(self._away, 80)))
        else:
            self.words.say(self.tr("%n new picture(s) in {0}", "", count).format(folder))
        self._mark.show_icon("image" if count else "triangle-alert", "accent" if count else "warning")
        self.take_all.name(
            self.tr("Take all") if count > 1 else self.tr("Take it"), self.tr("A copy is attached; the file stays.")
        )
        self.each.name(self.tr("Choose…"), self.tr("Take single ones"))
        self.none.name(self.tr("Not these"), self.tr("They are not offered again; the files stay where they are."))
        for button in (self.take_all, self.none):
            button.setVisible(bool(count))
        self.each.setVisible(count > 1)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _turn(self) -> None:
        self._fill()
        if self.rows:
            self.rows[0].setFocus()

    def _fill(self) -> None:
        emptied(self._list)
        self.rows = []
        if not (self.each.isChecked() and len(self.shown) > 1):
            return
        for one in reversed(self.shown[-LINES:]):
            button = Button("plus", self._press(one))
            parts = (plain(one.path.name, 60), moment(one.at, self._now), size_words(one.size))
            button.name(" · ".join(parts), self.tr("Take this one"))
            self.rows.append(button)
            self._list.addWidget(button)

    def _press(self, one: NewPicture) -> Callable[[], object]:
        return lambda: self.taken.emit([one])
