"""Saved views: a list with a filter; open, save, rename, share, remove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.queries.trends import ViewShown, views_for
from console.domain.commands import Command
from console.domain.commands.trends import RemoveTrendView, RenameTrendView, SaveTrendView, ShareTrendView
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, SessionChanged
from console.domain.ids import new_id
from console.domain.people import natural
from console.domain.trend_views import gone
from widgets.attachments.later import while_there
from widgets.cards import Button, Entry, Text
from widgets.people.fields import Field
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.trends.panel import Panel
from widgets.trends.remembered import show_view, view_of
from widgets.trends.viewrows import NAME, WIDTHS, ViewRows

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

KIND = "trend_view"
SIZE = QSize(760, 560)


class ViewsPanel(Panel):
    """The views of whoever is signed in, and the shared ones."""

    def __init__(self, model: TrendModel, parent: QWidget) -> None:
        super().__init__(parent, SIZE)
        self._model, self._console = model, model.console
        self._giving = OneByOne(self, model.console)
        self._sure = ""  # the view that a second press removes
        self._lit = ""  # the view that is lit, also while the list is read anew
        self.views: tuple[ViewShown, ...] = ()
        self.rows = ViewRows()
        self.filter, self.grid, self.empty = Entry(), Grid(self.rows, WIDTHS, NAME), Text("text_faint", 13, wrap=True)
        self.title: Field[Entry] = Field(Entry())
        self.open_button = Button("folder-open", self.submit, primary=True)
        self.new = Button("plus", self.save_new)
        self.save = Button("check", self.save_over)
        self.rename_button = Button("pencil", self.rename)
        self.share = Button("users", self.turn_shared)
        self.remove = Button("x", self.take_away)
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Read the views and open."""
        self.filter.clear()
        self.title.control.clear()
        self._lit = ""
        self.read()
        super().begin()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Ask the records anew."""
        answer = while_there(self, self._heard)
        self._console.office.ask(views_for(self._me), answer, while_there(self, self._refused))

    @property
    def chosen(self) -> ViewShown | None:
        """The view that is lit."""
        at = self.grid.currentIndex().row()
        return self.rows.shown[at] if 0 <= at < len(self.rows.shown) else None

    # What is done

    def submit(self) -> None:
        """Open the lit view, or the only one that is left of the filter."""
        shown = self.chosen or (self.rows.shown[0] if len(self.rows.shown) == 1 else None)
        if shown is None:
            return
        show_view(self._model, shown.view)
        missing = gone(shown.view, {signal.id for signal in self._console.floor.plant.signals})
        if not missing:
            self.accept()
            return
        words = ", ".join(plain(id, 60) for id in missing)
        self.said.warn(self.tr("It is open, but not in the plant any more: {0}").format(words))

    def save_new(self) -> None:
        """Save what is seen under the name that was typed."""
        ask_for(self, SaveTrendView, lambda: self._save(new_id(), self.title.control.text(), 0))

    def save_over(self) -> None:
        """Save what is seen as the lit view."""
        shown = self.chosen
        if shown is not None:
            self._save(shown.view.id, shown.view.name, shown.version)

    def rename(self) -> None:
        """Call the lit view as was typed."""
        shown = self.chosen
        if shown is not None:
            view = shown.view
            self._give(RenameTrendView(view.id, view.owner, self.title.control.text(), shown.version))

    def turn_shared(self) -> None:
        """Share the lit view, or no more."""
        shown = self.chosen
        if shown is not None:
            self._give(ShareTrendView(shown.view.id, shown.view.place, not shown.view.shared))

    def take_away(self) -> None:
        """Remove the lit view, when it is said twice."""
        shown = self.chosen
        if shown is None:
            return
        if self._sure != shown.view.id:
            self._sure = shown.view.id
            self.said.warn(self.tr("Press Remove once more to remove {0}.").format(plain(shown.view.name, 60)))
            return
        self._give(RemoveTrendView(shown.view.id, shown.view.owner))

    def _save(self, id: str, name: str, version: int) -> None:
        self._give(SaveTrendView(view_of(self._model, id, name, self._me), version))

    def _give(self, command: Command) -> None:
        self._sure = ""
        self.said.say("")
        self.title.refuse("")
        self._giving.give(command, while_there(self, partial(self._done, command)), while_there(self, self._refused))

    def _done(self, command: Command, _: object) -> None:
        if isinstance(command, SaveTrendView):
            self.said.good(self.tr("Saved: {0}").format(plain(command.view.name, 60)))
            self._lit = command.view.id
            self.filter.clear()
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        if refusal.facts.get("field") == "title" or refusal.code == "view_name_taken":
            self.title.refuse(words_of(refusal))
            self.title.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.said.say(words_of(refusal))

    # What is shown

    @property
    def _me(self) -> str:
        person = self._console.session.person
        return person.id if person is not None else ""

    def _heard(self, views: tuple[ViewShown, ...]) -> None:
        me = self._me
        self.views = tuple(sorted(views, key=lambda one: (one.view.owner != me, natural(one.view.name))))
        self._show()

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        found = [one for one in self.views if all(word in _searched(one) for word in words)]
        self.rows.show_rows(found, self._me)
        self.empty.setVisible(not found)
        self.grid.setVisible(bool(found))
        self.empty.say(self._why_empty())
        at = next((i for i, one in enumerate(found) if one.view.id == self._lit), 0)
        if found:
            self.grid.setCurrentIndex(self.rows.index(at, NAME))
        self._allow()

    def _why_empty(self) -> str:
        if self.views:
            return self.tr("No view has these words. Clear the filter to see all of them.")
        return self.tr(
            "Views that you save and views that others share appear here."
            " Draw what you want to see again, type a name below, and save it."
        )

    def _walked(self) -> None:
        self._sure = ""
        shown = self.chosen
        if shown is not None and shown.view.id != self._lit:  # what is typed stays while the list is read anew
            self._lit = shown.view.id
            self.title.control.setText(shown.view.name)
        self._allow()

    def _allow(self) -> None:
        """What whoever is signed in may do with the lit view."""
        shown, pens = self.chosen, bool(self._model.pens)
        mine = shown is not None and shown.view.owner == self._me
        owner, place = (shown.view.owner, shown.view.place) if shown is not None else ("", "")
        self.open_button.setEnabled(shown is not None)
        self.new.setEnabled(pens)
        self.save.setEnabled(mine and pens)
        self._let(self.rename_button, shown, why_not(self._console, RenameTrendView, about=owner))
        self._let(self.remove, shown, why_not(self._console, RemoveTrendView, about=owner))
        self._let(self.share, shown, why_not(self._console, ShareTrendView, place=place))
        shared = shown is not None and shown.view.shared
        words = self.tr("Share no more") if shared else self.tr("Share")
        self.share.name(words, why_not(self._console, ShareTrendView, place=place))

    @staticmethod
    def _let(button: Button, shown: ViewShown | None, why: str) -> None:
        button.setEnabled(shown is not None and not why)
        button.setToolTip(why)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.name(self.tr("Saved views"), self.tr("Pens, axes, the stretch of time and what it is compared with."))
        self.filter.setPlaceholderText(self.tr("Filter by words"))
        self.filter.setAccessibleName(self.tr("Filter by words"))
        self.grid.setAccessibleName(self.tr("Saved views"))
        self.title.name(self.tr("&Name"))
        self.open_button.name(self.tr("Open"))
        self.new.name(self.tr("Save as new"))
        self.save.name(self.tr("Save over"), self.tr("The chosen view shows from now on what is seen here"))
        self.rename_button.name(self.tr("Rename"))
        self.remove.name(self.tr("Remove"))
        self.rows.retranslate()
        self._show()

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._show())
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._walked())
        self.grid.doubleClicked.connect(lambda _: self.submit())
        self._stops = [
            self._console.on(RecordChanged, while_there(self, self._changed)),
            self._console.on(SessionChanged, while_there(self, lambda _: self.read() if self.isVisible() else None)),
        ]
        self.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == KIND and self.isVisible():
            self.read()

    def _lay_out(self) -> None:
        self.filter.setClearButtonEnabled(True)
        for part, stretch in ((self.filter, 0), (self.grid, 1), (self.empty, 1)):
            self.body.addWidget(part, stretch)
        self.body.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.new, self.save, self.rename_button, self.share, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.title.control.setMaxLength(60)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.open_button)


def _searched(one: ViewShown) -> str:
    return " ".join([one.view.name, one.owner, *(pen.signal for pen in one.view.pens)]).casefold()
