"""Writing, changing and removing a note on the time axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.trends import NoteShown
from console.domain.commands.trends import AddTrendNote, ChangeTrendNote, RemoveTrendNote
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.trend_notes import TEXT_MOST
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Entry, Text
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.trends.naming import pen_word, place_of, place_word, zone_of

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

FORM = "%Y-%m-%d %H:%M:%S"
Subject = tuple[str, str]  # place and signal, "" = the place as a whole


class NoteForm(QDialog):
    """A note that is new at a time, or one that is there; closes when it is kept or removed."""

    def __init__(
        self,
        model: TrendModel,
        subjects: Sequence[Subject],
        start: float,
        end: float | None,
        shown: NoteShown | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._shown, self._subjects = model, shown, tuple(subjects)
        self._zone = zone_of(model.console)
        self._one = OneByOne(self, model.console)
        self.setMinimumWidth(460)
        self.about, self.said = Text("text_muted", 13, wrap=True), Said()
        self.text, self.where = Field(Entry()), Field(Choice())
        self.start, self.end = Field(Entry()), Field(Entry())
        self.text.control.setMaxLength(TEXT_MOST)
        self.keep = Button("flag", self.give, primary=True)
        self.remove, self.leave = Button("delete", self._remove), Button("", self.reject)
        self._fill(start, end)
        self._lay_out()
        self.retranslate()
        self.text.control.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        new = self._shown is None
        self.setWindowTitle(self.tr("Write a note") if new else self.tr("Change a note"))
        self.text.name(self.tr("&Note"))
        self.text.control.setPlaceholderText(self.tr("New gas bottle"))
        self.where.name(self.tr("&About"))
        self.start.name(self.tr("&From"))
        self.end.name(self.tr("&To"))
        self.end.control.setPlaceholderText(self.tr("empty: a moment"))
        self.keep.name(self.tr("Save the note"))
        self.remove.name(self.tr("Remove"))
        self.leave.name(self.tr("Cancel"))
        self._say_whose()
        self._offer()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Doing

    def give(self) -> None:
        """Keep what is written."""
        start, end = time_typed(self.start.control.text(), self._zone), time_typed(self.end.control.text(), self._zone)
        wrong = self.tr("Type a time like 2026-11-21 14:05:00.")
        self.start.refuse(wrong if start is None else "")
        self.end.refuse(wrong if end is None and self.end.control.text().strip() else "")
        self.text.refuse("" if self.text.control.text().strip() else self.tr("Write something first."))
        for field in (self.text, self.start, self.end):
            if field.refusal.text:
                field.control.setFocus()
                return
        assert start is not None
        text = self.text.control.text()
        if self._shown is None:
            place, signal = self._subjects[max(self.where.control.currentIndex(), 0)]
            self._give(AddTrendNote(new_id(), place, start, end, text, signal))
        else:
            note = self._shown.note
            self._give(ChangeTrendNote(note.id, note.place, note.by, start, end, text, self._shown.version))

    def _remove(self) -> None:
        assert self._shown is not None
        note = self._shown.note
        self._give(RemoveTrendNote(note.id, note.place, note.by, self._shown.version))

    def _give(self, command: AddTrendNote | ChangeTrendNote | RemoveTrendNote) -> None:
        self._one.give(command, while_there(self, lambda _: self.accept()), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # How it is made

    def _fill(self, start: float, end: float | None) -> None:
        if self._shown is not None:
            self.text.control.setText(self._shown.note.text)
        self.start.control.setText(time_written(start, self._zone))
        self.end.control.setText("" if end is None else time_written(end, self._zone))

    def _say_whose(self) -> None:
        if self._shown is None:
            self.about.say(self.tr("Everybody who looks at this place at this time sees the note."))
            return
        note, console = self._shown.note, self._model.console
        about = place_word(console, note.place) if note.place else self.tr("everywhere")
        if note.signal:
            about = f"{about} · {pen_word(self._model, note.signal)}"
        self.about.say(self.tr("{0}, written by {1}").format(about, plain(self._shown.by or note.by, 60)))

    def _offer(self) -> None:
        """What the note may be about, and what whoever is signed in may do."""
        console, chosen = self._model.console, max(self.where.control.currentIndex(), 0)
        self.where.control.clear()
        for place, signal in self._subjects:
            about = place_word(console, place)
            self.where.control.addItem(f"{about} · {pen_word(self._model, signal)}" if signal else about)
        self.where.control.setCurrentIndex(chosen)
        if self._shown is None:
            return
        note = self._shown.note
        for button, command in ((self.keep, ChangeTrendNote), (self.remove, RemoveTrendNote)):
            why = why_not(console, command, note.place, note.by)
            button.setEnabled(not why)
            button.setToolTip(why)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        times = QHBoxLayout()
        times.setSpacing(12)
        times.addWidget(self.start, 1)
        times.addWidget(self.end, 1)
        column.addWidget(self.about)
        column.addWidget(self.text)
        column.addWidget(self.where)
        column.addLayout(times)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.where.setVisible(self._shown is None)
        self.remove.setVisible(self._shown is not None)
        self.keep.setDefault(True)


def subjects_of(model: TrendModel) -> list[Subject]:
    """What a note may be about: the stations of the pens, their lines, and the pens themselves."""
    console = model.console
    places = list(dict.fromkeys(place_of(pen.id) for pen in model.pens))
    lines = [console.floor.stations[place].station.line for place in places if place in console.floor.stations]
    whole = [(place, "") for place in dict.fromkeys([*places, *lines]) if place]
    return whole + [(place_of(pen.id), pen.id) for pen in model.pens if place_of(pen.id)]


def time_written(at: float, zone: tzinfo | None) -> str:
    """A time as it can be typed, to the second."""
    return datetime.fromtimestamp(round(at), UTC).astimezone(zone).strftime(FORM)


def time_typed(text: str, zone: tzinfo | None) -> datetime | None:
    """The time that was typed on the plant's clock, UTC; None for no time."""
    for form in (FORM, "%Y-%m-%d %H:%M"):
        try:
            wall = datetime.strptime(text.strip(), form)  # noqa: DTZ007
            return (wall.replace(tzinfo=zone) if zone is not None else wall).astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            continue
    return None
