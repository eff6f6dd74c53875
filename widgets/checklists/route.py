"""The route of a patrol: where each section is, the code on the sticker there, and until when somebody is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from console.app.queries.rounds import TemplateShown
from console.domain.checklists import Form, Section
from console.domain.commands.checklists import SetRoute
from console.domain.errors import Refusal
from console.domain.patrols import CODE_MOST, WITHIN_MOST, Point
from widgets.attachments.later import while_there
from widgets.audits.places import Places
from widgets.cards import Button, Choice, Entry, OneLine, Text
from widgets.checklists.stickers import point_code, sticker_labels, write_stickers
from widgets.checklists.words import said
from widgets.flow import Flow, emptied
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, why_not
from widgets.people.words import place_words
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class _Row:
    """The controls of one section."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.words, self.place, self.code, self.within = OneLine("text", 13, 500), Choice(), Entry(), Entry()
        self.said = Said()
        self.code.setMaxLength(CODE_MOST)
        self.within.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.within.setMaximumWidth(90)
        self.words.setMinimumWidth(70)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.words, self.place, self.code, self.within


class RouteTab(QWidget):
    """A row for each section; what was typed stays until it is saved or another checklist is chosen."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._one = console, OneByOne(self, console)
        self._template = ""
        self._form, self._name, self._revision = Form(), "", 0
        self._shown: tuple[object, ...] = ("", (), ())
        self.rows: list[_Row] = []
        self.dirty = False
        self.how, self.empty, self.said = Text("text_muted", 13, wrap=True), Text("text_faint", 13, wrap=True), Said()
        self.heads = [Text("text_faint", 12) for _ in range(4)]
        self.save, self.codes = Button("check", self.submit, primary=True), Button("plus", self.fill_codes)
        self.print, self.size = Button("file-text", self._print), Choice()
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for column, share in enumerate((3, 4, 3, 0)):
            self._grid.setColumnStretch(column, share)
        tools = Flow(gap=6)
        for part in (self.save, self.codes, self.size, self.print):
            tools.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.how, self.empty, self._grid_box):
            column.addWidget(part)
        column.addLayout(tools)
        column.addWidget(self.said)
        column.addStretch(1)
        self.retranslate()

    # What is shown

    def show_route(self, shown: TemplateShown, form: Form) -> None:
        """Show the route of a checklist; what somebody is typing is left alone."""
        points = shown.route.points if shown.route is not None else ()
        wanted = (shown.template.id, tuple((s.id, s.words) for s in form.sections), points)
        same = shown.template.id == self._template
        self._name, self._form = said(shown.template.name, 60), form
        if same and self.dirty:
            if shown.route_revision != self._revision:
                self.said.warn(self.tr("The route was changed meanwhile. Saving asks again; yours stays here."))
            return
        self._revision = shown.route_revision
        if same and self.rows and wanted[1] == self._shown[1] and self.points() == points:
            self._shown = wanted  # it is what was just saved here
        if wanted == self._shown and self.rows:
            return
        self._template, self._shown = shown.template.id, wanted
        self._rebuild({point.section: point for point in points})
        self.said.say("")
        self.allow()

    def points(self) -> tuple[Point, ...] | _Row:
        """The route as it is filled in, or the row that cannot be read; a section without a place is no point."""
        found = []
        for row in self.rows:
            place, code, within = str(row.place.currentData() or ""), row.code.text().strip(), row.within.text().strip()
            if within and (not within.isdecimal() or int(within) > WITHIN_MOST):
                return row
            if place:
                found.append(Point(row.section.id, place, code, int(within or 0)))
        return tuple(found)

    def fill_codes(self) -> None:
        """A code for each point that has none."""
        for row in self.rows:
            if row.place.currentData() and not row.code.text().strip():
                row.code.setText(point_code(self._template, row.section.id))

    def submit(self) -> None:
        """Save the route."""
        self._unmark()
        points = self.points()
        if isinstance(points, _Row):
            self._mark(points, self.tr("Minutes from the beginning, 0 to 1440; empty: at any time."), points.within)
            return
        command = SetRoute(self._template, points, self._revision)
        self._one.give(command, while_there(self, self._kept), while_there(self, self._refused))

    def save_stickers(self, path: Path) -> bool:
        """Write the stickers of the points that have a code; whether they were written."""
        points = self.points()
        plant = self._console.floor.plant
        told = () if isinstance(points, _Row) else points
        labels = sticker_labels(told, self._form, lambda place: place_words(place, plant), self._name)
        if not labels:
            self.said.warn(self.tr("No point has a code yet. Choose places, then “Codes for all”."))
            return False
        try:
            write_stickers(path, labels, str(self.size.currentData()))
        except OSError as error:
            self.said.say(self.tr("It cannot be written: {0}").format(plain(error.strerror or error, 120)))
            return False
        self.said.good(self.tr("Saved: {0}").format(plain(path.name, 100)))
        return True

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = why_not(self._console, SetRoute)
        self.save.name(self.tr("Save the route"), why)
        self.save.setEnabled(not why and bool(self.rows))
        self.codes.setEnabled(bool(self.rows))
        self.print.setEnabled(bool(self.rows))

    # Inside

    def _print(self) -> None:
        name = QFileDialog.getSaveFileName(self, "", "patrol-stickers.pdf", "PDF (*.pdf)")[0]
        if name:
            self.save_stickers(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"))

    def _kept(self, _: object) -> None:
        self.dirty = False
        self._revision += 1
        self.said.good(self.tr("The route is kept."))

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code == "changed_meanwhile":
            self._take_over()
            return
        row = next((one for one in self.rows if one.section.id == refusal.facts.get("section")), None)
        if row is None or refusal.code != "route_unfit":
            self.said.say(words_of(refusal))
            return
        why = {
            "code": self.tr("Another point has this code already."),
            "place": self.tr("Say where it is."),
            "within": self.tr("Minutes from the beginning, 0 to 1440; empty: at any time."),
        }
        self._mark(row, why.get(str(refusal.facts.get("field")), words_of(refusal)), row.code)

    def _take_over(self) -> None:
        """Somebody saved another route meanwhile: saving once more puts this one over it."""
        template = self._template

        def heard(revision: int) -> None:
            if template == self._template:
                self._revision = revision
                self.said.warn(
                    self.tr("Somebody changed the route meanwhile. Save once more to put yours in its place.")
                )

        from console.domain.patrols import Route

        self._console.office.ask(
            lambda desk: next((one.version for one in desk.kept(Route, id=template)), 0), while_there(self, heard)
        )

    def _mark(self, row: _Row, why: str, control: QWidget) -> None:
        row.said.say(why)
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unmark(self) -> None:
        self.said.say("")
        for row in self.rows:
            row.said.say("")

    def _typed(self) -> None:
        self.dirty = True

    def _rebuild(self, points: dict[str, Point]) -> None:
        emptied(self._grid)
        self.dirty = False
        self.heads = [Text("text_faint", 12) for _ in range(4)]
        for at, head in enumerate(self.heads):
            self._grid.addWidget(head, 0, at)
        places = Places(self._console).entries()
        self.rows = [_Row(section) for section in self._form.sections]
        for number, row in enumerate(self.rows):
            point = points.get(row.section.id)
            entries = list(places)
            if point is not None and point.place not in dict(entries):
                entries.append((point.place, plain(point.place, 60)))
            row.place.offer(self.tr("no point"), entries, point.place if point is not None else "", most=4096)
            row.place.setMinimumWidth(90)
            row.code.setText(point.code if point is not None else "")
            row.within.setText(str(point.within) if point is not None and point.within else "")
            for at, part in enumerate(row.parts):
                self._grid.addWidget(part, 2 * number + 1, at)
            self._grid.addWidget(row.said, 2 * number + 2, 0, 1, 4)
            row.place.activated.connect(lambda _: self._typed())
            for entry in (row.code, row.within):
                entry.textChanged.connect(lambda _: self._typed())
        self._name_rows()

    def _name_rows(self) -> None:
        words = (self.tr("Section"), self.tr("Where"), self.tr("Code"), self.tr("Within min"))
        for head, text in zip(self.heads, words, strict=True):
            head.say(text)
            head.setVisible(bool(self.rows))
        for row in self.rows:
            name = said(row.section.words, 80)
            row.words.say(name)
            for part, text in ((row.place, words[1]), (row.code, words[2]), (row.within, words[3])):
                part.setAccessibleName(f"{name}: {text}")
            row.within.setPlaceholderText(self.tr("any time"))
            row.code.setPlaceholderText(self.tr("by hand"))
        self.empty.setVisible(not self.rows)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.how.say(
            self.tr(
                "Each section is a point: where it is, what its sticker says, and how many minutes after the beginning"
                " somebody is there. Without a code, checking in is done by hand."
            )
        )
        self.empty.say(self.tr("The checklist has no section yet. Edit it first; each section can be a point."))
        self.codes.name(self.tr("Codes for all"), self.tr("Make a code for each point that has none"))
        self.print.name(self.tr("Stickers…"), self.tr("Save the stickers of the points as PDF, ready to print"))
        sizes = [
            ("large", self.tr("Large, 8 on a page")),
            ("medium", self.tr("Medium, 14 on a page")),
            ("small", self.tr("Small, 21 on a page")),
        ]
        self.size.offer("", sizes, str(self.size.currentData() or "medium"), most=220)
        self.size.setAccessibleName(self.tr("Size of the stickers"))
        self._name_rows()
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
