"""The strip of pictures and files of one record: shows them, takes new ones, opens the viewer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.app.queries.attachments import AttachmentShown, attachments_of
from console.domain.attachments import ContentArrived, State, display_name
from console.domain.commands.attachments import AddAttachment
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.sharing import Link, SharingChanged
from widgets.attachments.arrival import Arrival
from widgets.attachments.bringing import Brought, brought, can_bring, packer
from widgets.attachments.camera import CameraDialog, camera_possible
from widgets.attachments.dropzone import DropZone
from widgets.attachments.images import image_of
from widgets.attachments.later import while_there
from widgets.attachments.offered import NewPictures
from widgets.attachments.tile import HIGH, Tile
from widgets.attachments.viewer import Viewer
from widgets.attachments.watched import watched_of
from widgets.cards import Button, OneLine, Text
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.pictures import Pixels

KIND = "attachment"
FETCH_EVERY = 10_000  # milliseconds between two tries to get what has not arrived yet
AT_ONCE = 20  # files that are taken in one go


class AttachmentStrip(QWidget):
    """Belongs to one record at a time; `counted` tells how many pictures and files that has."""

    counted = Signal(int)
    quiet = Signal()  # nothing is on its way any more, and nothing was refused

    def __init__(self, console: Console, kind: str = "", record: str = "", place: str = "") -> None:
        super().__init__()
        self._console, self._kind, self._record, self._place = console, kind, record, place
        self._shared = console.health.sharing().link is not Link.OFF
        self.shown: list[AttachmentShown] = []
        self.tiles: dict[str, Tile] = {}
        self.arrivals: dict[str, Arrival] = {}
        self.viewer: Viewer | None = None
        self._held: dict[str, Brought] | None = None  # by the key of its line; None: files are attached at once
        self._title = ""
        self._watched = watched_of(console)
        self.new_pictures = NewPictures()
        self.title, self.note, self.empty = Text("text", 13, 600), OneLine("text_faint", 12), DropZone()
        self.add_button, self.paste_button = Button("plus", self.choose), Button("copy", self.paste)
        self.camera_button = Button("camera", self.shoot)
        self.said = Said()
        self._lay_out()
        self.setAcceptDrops(True)
        self._stops = [
            console.on(RecordChanged, self._changed),
            console.on(RecordsReady, lambda _: self.refresh()),
            console.on(ContentArrived, self._arrived),
            console.on(SharingChanged, self._stands),
            console.on(SessionChanged, lambda _: self._allow()),
        ]
        self.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])
        self._fetching = QTimer(self, interval=FETCH_EVERY)
        self._fetching.timeout.connect(self._fetch)
        self._watched.changed.connect(self._offer_new)
        self.new_pictures.taken.connect(lambda new: self.add([(one.path, "") for one in new[:AT_ONCE]]))
        self.new_pictures.put_away.connect(self._watched.put_away)
        self.retranslate()
        self.refresh()

    # What is shown

    def show_record(self, kind: str, record: str, place: str = "") -> None:
        """Belong to another record from now on; "" to none."""
        if (kind, record, place) == (self._kind, self._record, self._place):
            return
        self._kind, self._record, self._place = kind, record, place
        for id in list(self.arrivals):
            self._put_away(id)
        self._answer([])
        self.refresh()

    def refresh(self) -> None:
        """Ask the records again."""
        if not self._record:
            self._answer([])
            return
        record = self._record
        query = attachments_of(self._kind, record)
        answer = while_there(self, partial(self._heard, record))
        self._console.office.ask(query, answer, while_there(self, self._failed))

    def entitle(self, words: str) -> None:
        """Say what the pictures of this record are, in other words than usual."""
        self._title = words
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self._title or self.tr("Pictures and files"))
        self.empty.say(self.tr("Drop pictures and files here, paste a picture, or press Add."))
        self.paste_button.name(self.tr("Paste"), self.tr("Attach the picture or the files that were copied (Ctrl+V)"))
        self.camera_button.name(self.tr("Camera"), self.tr("Take a picture with a camera of this computer"))
        self._tiles.setAccessibleName(self._title or self.tr("Pictures and files of this record"))
        self._allow()
        self._answer(self.shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Taking in

    def choose(self) -> None:
        """Let the person choose files."""
        kinds = self.tr("Pictures and documents")
        endings = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.pdf *.txt *.log *.md *.json *.csv *.tsv *.mp4 *.docx *.xlsx"
        chosen, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add pictures and files"), "", f"{kinds} ({endings} *.pptx *.odt *.ods *.odp);;* (*)"
        )
        self.add([(Path(path), "") for path in chosen])

    def paste(self) -> None:
        """Attach what was copied."""
        files = brought(QGuiApplication.clipboard().mimeData())
        if files:
            self.add(files)
        else:
            self.said.warn(self.tr("No picture and no file was copied. Copy one first, then paste it here."))

    def take(self, mime: QMimeData) -> None:
        """Attach what was dropped here, or pasted into the text beside it."""
        self.add(brought(mime))

    def shoot(self) -> None:
        """Take a picture with a camera."""
        dialog = CameraDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._shot)
        dialog.nothing.connect(self._allow)
        dialog.begin()
        dialog.open()

    def hold(self, record: str) -> None:
        """The record is not there yet: what is added waits until `release`."""
        self._held = {}
        self.show_record(self._kind, record, self._place)

    def lie_at(self, place: str) -> None:
        """The record that is not there yet will belong to this place."""
        self._place = place
        self._allow()

    def release(self) -> None:
        """The record is there now: attach what waited."""
        held, self._held = self._held or {}, None
        for key, file in held.items():
            self._put_away(key)
            self._offer(*file)

    @property
    def busy(self) -> bool:
        """Whether something is on its way, or was refused and not put away."""
        return bool(self.arrivals)

    def add(self, files: list[Brought]) -> None:
        """Attach these, after a sign-in where nobody is signed in."""
        self.said.say("")
        if len(files) > AT_ONCE:
            words = self.tr("At most {0} files can be added at once. Nothing was added: choose fewer.")
            self.said.say(words.format(AT_ONCE))
        elif files and self._record and self.isEnabled():
            why = why_not(self._console, AddAttachment, self._place)
            if why:
                self.said.say(why)
            elif self._held is not None:
                for file in files:
                    self._hold(*file)
            else:
                ask_for(self, AddAttachment, lambda: [self._offer(*file) for file in files])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self.add_button.isEnabled() and can_bring(event.mimeData()):
            event.acceptProposedAction()
            self.empty.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.empty.light(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.empty.light(False)
        event.acceptProposedAction()
        self.take(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste anywhere in the strip; the arrows go from one to the next."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste_button.isEnabled():
            self.paste()
        elif step is not None and self._focused() is not None:
            self._go(step)
        else:
            super().keyPressEvent(event)

    # Looking

    def open(self, id: str) -> None:
        """Open the viewer on one of them."""
        if self.viewer is None:
            self.viewer = Viewer(self._console, self.window())
            self.viewer.destroyed.connect(self._viewer_gone)
        self.viewer.show_attachments(self.shown, id)
        self.viewer.show()
        self.viewer.raise_()

    # Inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.camera_button)
        head.addWidget(self.paste_button)
        head.addWidget(self.add_button)
        row = QWidget()
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._tiles = QScrollArea()
        self._tiles.setWidget(row)
        self._tiles.setWidgetResizable(True)
        self._tiles.setFrameShape(QScrollArea.Shape.NoFrame)
        self._tiles.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tiles.setFixedHeight(HIGH + 20)
        self._tiles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (row, self._tiles.viewport()):
            part.setAutoFillBackground(False)
        self._arriving = QVBoxLayout()
        self._arriving.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.new_pictures)
        column.addWidget(self.empty)
        column.addWidget(self._tiles)
        column.addLayout(self._arriving)
        column.addWidget(self.said)

    def _allow(self) -> None:
        why = why_not(self._console, AddAttachment, self._place)
        self.add_button.name(self.tr("Add…"), why or self.tr("Choose pictures and files to attach"))
        for button in (self.add_button, self.paste_button, self.camera_button):
            button.setEnabled(bool(self._record) and not why)
        self.camera_button.setVisible(camera_possible())
        self._offer_new()

    def _heard(self, record: str, found: list[AttachmentShown]) -> None:
        if record == self._record:
            self._answer(found)

    def _failed(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _answer(self, found: list[AttachmentShown]) -> None:
        self.shown = found
        for id in set(self.tiles) - {each.attachment.id for each in found}:
            self._drop_tile(id)
        for place, each in enumerate(found):
            tile = self.tiles.get(each.attachment.id) or self._new_tile(each)
            self._row.insertWidget(place, tile)
            self._show(tile, each)
        self.empty.setVisible(not found)
        self._tiles.setVisible(bool(found))
        self.note.say(self.tr("%n picture(s) and file(s)", "", len(found)) if found else "")
        self._fetching.start() if any(t.state is State.COMING for t in self.tiles.values()) else self._fetching.stop()
        self._allow()
        if self.viewer is not None:
            self.viewer.show_attachments(found)
        self.counted.emit(len(found))

    def _show(self, tile: Tile, shown: AttachmentShown) -> None:
        attachments = self._console.attachments
        tile.show_attachment(shown, attachments.state(shown.attachment), shown.kept.waiting and self._shared)
        if shown.attachment.thumb and tile.image is None:
            attachments.thumb(shown.attachment, while_there(self, partial(self._thumb, shown.attachment.id)))

    def _thumb(self, id: str, pixels: Pixels) -> None:
        if id in self.tiles:
            self.tiles[id].show_image(image_of(pixels))

    def _new_tile(self, shown: AttachmentShown) -> Tile:
        id = shown.attachment.id
        tile = self.tiles[id] = Tile(shown)
        tile.clicked.connect(lambda: self.open(id))
        tile.installEventFilter(self)
        return tile

    def _drop_tile(self, id: str) -> None:
        tile = self.tiles.pop(id)
        self._row.removeWidget(tile)
        tile.deleteLater()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # noqa: N802
        """Keep the tile with the keyboard in sight; Return opens it."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Tile):
            self._tiles.ensureWidgetVisible(watched, 20, 0)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, Tile):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # the button itself would go up and down too
                self.keyPressEvent(event)
                return True
        return False

    def _focused(self) -> Tile | None:
        return next((tile for tile in self.tiles.values() if tile.hasFocus()), None)

    def _go(self, step: int) -> None:
        order = [self.tiles[each.attachment.id] for each in self.shown]
        here = self._focused()
        if here is not None:
            order[(order.index(here) + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    # A file on its way

    def _called(self, given: object, name: str) -> str:
        return name or (display_name(given.name) if isinstance(given, Path) else "") or self.tr("A file")

    def _hold(self, given: object, name: str) -> None:
        assert self._held is not None
        key, arrival = new_id(), Arrival(self._called(given, name))
        self._held[key] = (given, name)  # type: ignore[assignment]
        self.arrivals[key] = arrival
        self._arriving.addWidget(arrival)
        arrival.hold()
        arrival.closed.connect(lambda: self._let_go(key))
        self._offer_new()

    def _let_go(self, key: str) -> None:
        if self._held is not None:
            self._held.pop(key, None)
        self._put_away(key)
        self._offer_new()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, given: object, name: str) -> None:
        if isinstance(given, Path):
            self._watched.took(given)
        arrival = Arrival(self._called(given, name))
        self._arriving.addWidget(arrival)
        id = self._console.attachments.add(
            self._kind,
            self._record,
            given,  # type: ignore[arg-type]
            name,
            place=self._place,
            done=while_there(self, self._put_away),
            refused=while_there(arrival, arrival.refuse),
            progress=while_there(arrival, arrival.reached),
        )
        self.arrivals[id] = arrival
        arrival.closed.connect(lambda: self._take_back(id))

    def _take_back(self, id: str) -> None:
        self._console.attachments.cancel(id)
        self._put_away(id)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self, id: str) -> None:
        arrival = self.arrivals.pop(id, None)
        if arrival is not None:
            self._arriving.removeWidget(arrival)
            arrival.hide()
            arrival.deleteLater()
            if not self.arrivals and self._held is None:
                self.quiet.emit()

    def _shot(self, image: QImage) -> None:
        at = QDateTime.fromSecsSinceEpoch(round(self._console.now()))
        self.add([(packer(image), self.tr("Photo {0}").format(QLocale().toString(at, "yyyy-MM-dd HH.mm")))])

    # Pictures of the watched folder

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._watched.watch(self)
        self._offer_new()

    def _offer_new(self) -> None:
        watched, waiting = self._watched, {given for given, _ in (self._held or {}).values()}
        folder = str(watched.folder.name or watched.folder) if watched.folder is not None else ""
        new = [one for one in watched.offered if one.path not in waiting] if self.add_button.isEnabled() else []
        self.new_pictures.show_pictures(new, folder, watched.away, self._console.now())

    # What happened elsewhere

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == KIND:
            self.refresh()

    def _arrived(self, event: ContentArrived) -> None:
        for each in self.shown:
            if event.sha256 in (each.attachment.sha256, each.attachment.thumb):
                self._show(self.tiles[each.attachment.id], each)
                if self.viewer is not None:
                    self.viewer.show_again(each.attachment.id)

    def _stands(self, event: SharingChanged) -> None:
        shared = event.sharing.link is not Link.OFF
        if shared != self._shared or any(tile.waits for tile in self.tiles.values()):
            self._shared = shared
            self.refresh()

    def _fetch(self) -> None:
        for each in self.shown:
            if self._console.attachments.state(each.attachment) is State.COMING:
                self._console.attachments.fetch(each.attachment)

    def _viewer_gone(self) -> None:
        self.viewer = None
