"""The pictures of a run: those of the item that is worked on, with what brings new ones, and all the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from console.app.queries.attachments import AttachmentShown
from console.domain.checklists import Item, answer_id
from console.domain.events import RecordsReady
from widgets.attachments.bringing import Brought
from widgets.attachments.images import image_of
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.attachments.tile import Tile
from widgets.attachments.viewer import Viewer
from widgets.audits.words import said
from widgets.cards import Card, OneLine, Text
from widgets.flow import Flow

if TYPE_CHECKING:
    from console.app.console import Console

TILES_MOST = 12
KIND = "checklist_answer"


class AnswerStrip(AttachmentStrip):
    """Pictures of one answer; `first` sees to it that the answer is there, and calls what it is given then."""

    def __init__(self, console: Console) -> None:
        self.first: Callable[[Callable[[], None]], None] = lambda then: then()
        super().__init__(console, KIND)

    def add(self, files: list[Brought]) -> None:
        """Attach these to the answer; with one that is refused nothing is attached."""
        if files:
            add = super().add
            self.first(lambda: add(files))


class PhotosCard(Card):
    """One strip for the item, tiles for the run."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._shown: list[AttachmentShown] = []
        self._names: dict[str, str] = {}
        self._pictures: dict[str, tuple[AttachmentShown, ...]] = {}
        self._viewer: Viewer | None = None
        self._item = ""
        self.item, self.others = OneLine("text_muted", 12), Text("text_faint", 12)
        self.strip = AnswerStrip(console)
        self.tiles: dict[str, Tile] = {}
        self._area = QWidget()
        self._flow = Flow(self._area, gap=8)
        for part in (self.item, self.strip, self.others, self._area):
            self.body.addWidget(part)
        stop = console.on(RecordsReady, lambda _: self.strip.refresh())
        self.destroyed.connect(lambda _=None: stop())

    def show_item(self, run: str, item: Item | None, place: str, live: bool) -> None:
        """Take pictures for an item from now on; None: for none."""
        self._item = item.id if item is not None else ""
        self.item.say(said(item.words) if item is not None else "")
        self.strip.setVisible(item is not None and live)
        self.item.setVisible(item is not None and live)
        if item is not None:
            self.strip.show_record(KIND, answer_id(run, item.id), place)
        self._show_others()

    def show_pictures(self, pictures: Mapping[str, tuple[AttachmentShown, ...]]) -> None:
        """Show what was taken in this run."""
        self._pictures = dict(pictures)
        self._show_others()

    def choose(self) -> None:
        """Let somebody choose files for the item."""
        self.strip.choose()

    def paste(self) -> None:
        """Take what was copied for the item."""
        self.strip.paste()

    def add(self, files: list[Brought]) -> None:
        """Take these for the item."""
        self.strip.add(files)

    def open(self, id: str) -> None:
        """Look at a picture closely."""
        if self._viewer is None:
            self._viewer = Viewer(self._console, self.window())
            self._viewer.destroyed.connect(self._viewer_gone)
        self._viewer.show_attachments(self._shown, id)
        self._viewer.show()
        self._viewer.raise_()

    def look(self, shown: list[AttachmentShown]) -> None:
        """Look at a picture that shows how an item should be."""
        if shown:
            viewer = Viewer(self._console, self.window())
            viewer.show_attachments(shown, shown[0].attachment.id)
            viewer.show()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._show_others()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_others(self) -> None:
        self._shown = [one for several in self._pictures.values() for one in several]
        beside = self.strip.isVisibleTo(self)
        others = [
            one for item, several in self._pictures.items() if not beside or item != self._item for one in several
        ]
        shown = others[-TILES_MOST:]
        self.title.say(self.tr("Photos"))
        self.note.say(self.tr("%n in this round", "", len(self._shown)))
        self.others.say(self.tr("Of the other items") if beside else self.tr("No picture was taken."))
        self.others.setVisible(bool(shown) if beside else not shown)
        wanted = {one.attachment.id for one in shown}
        for id in set(self.tiles) - wanted:
            tile = self.tiles.pop(id)
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for one in shown:
            self._show_tile(one)
        self._area.setVisible(bool(shown))

    def _show_tile(self, one: AttachmentShown) -> None:
        id, attachments = one.attachment.id, self._console.attachments
        tile = self.tiles.get(id)
        if tile is None:
            tile = self.tiles[id] = Tile(one)
            tile.clicked.connect(lambda: self.open(id))
            self._flow.addWidget(tile)
            tile.show()
        tile.show_attachment(one, attachments.state(one.attachment), False)
        if one.attachment.thumb and tile.image is None:
            attachments.thumb(
                one.attachment, while_there(tile, lambda pixels, tile=tile: tile.show_image(image_of(pixels)))
            )

    def _viewer_gone(self) -> None:
        self._viewer = None
