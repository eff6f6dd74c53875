"""The page of backups: state, copies, and beside them what can be done with a copy and with all records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.domain.backups import BackupChanged, BackupCopy, Doing, Health, HistoryCopies, Loss, Parcel
from console.domain.commands.backups import ExportProofs, ExportRecords, RestoreBackup
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from widgets.backups.counts import Counts
from widgets.backups.exporting import ExportCard
from widgets.backups.importing import ImportCard
from widgets.backups.progress import ProgressRow
from widgets.backups.restore import RestoreCard
from widgets.backups.state import StateCard
from widgets.backups.table import CHECKED, FILE, LINES, PROGRAM, CopiesTable
from widgets.backups.words import health_word
from widgets.cards import Button, Card, Text
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

WIDEST = 1800
SIDE = 460
WIDTHS = (180, 110, 170, 90, 100, 180, 100, 240)


class BackupsPage(QWidget):
    """Asks `console.backups`; whoever may not do something is told so at the button."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.ask_file: Callable[[str], str] = self._ask_file
        self.ask_folder: Callable[[str], str] = self._ask_folder
        self.ask_target: Callable[[str, str], str] = self._ask_target
        self.heading, self.now = Text("text", 22, 600), Button("hard-drive", self._back_up, primary=True)
        self.progress, self.said = ProgressRow(), Said()
        self.state, self.copies, self.table = StateCard(), Card(), CopiesTable()
        self.grid = Grid(self.table, WIDTHS, stretch=FILE, spare=(PROGRAM, CHECKED, LINES))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.empty = Text("text_muted", 14, wrap=True)
        self.check, self.restore = Button("list-checks", self._check), Button("archive-restore", self._ask_restore)
        self.from_file = Button("file-text", self._restore_file)
        self.open_folder = Button("folder-open", self._open_folder)
        self.confirm, self.export, self.import_ = RestoreCard(), ExportCard(), ImportCard()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.confirm.hide()
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """Let the ages go on."""
        self.table.grow_older(now)
        self.state.refresh(self._console.backups.state, now, self._zone(), self._readings())

    def refresh(self) -> None:
        """Show the state as it is."""
        state, now = self._console.backups.state, self._console.now()
        self.state.refresh(state, now, self._zone(), self._readings())
        chosen = self._chosen()
        self.table.refresh(state.copies, now, self._zone())
        self._choose(chosen.name if chosen else "")
        self.copies.note.say(Counts().copies(len(state.copies)) if state.copies else "")
        self._stack.setCurrentWidget(self.grid if state.copies else self._nothing)
        self.progress.refresh(state.doing, state.share)
        self._allow()

    def _readings(self) -> HistoryCopies | None:
        copies = self._console.history_copies
        return None if copies is None else copies.state

    def _allow(self) -> None:
        console, state = self._console, self._console.backups.state
        busy = state.doing not in (Doing.NOTHING, Doing.CHECK)
        damaged = console.office.ready.code != ""
        nobody = console.session.anybody is False
        may_restore = "" if damaged or nobody else why_not(console, RestoreBackup)
        chosen = self._chosen()
        good = chosen is not None and chosen.health in (Health.GOOD, Health.INCOMPLETE, Health.UNCHECKED)
        self.now.setEnabled(not busy and not damaged)
        self.check.setEnabled(chosen is not None and not busy)
        self.restore.setEnabled(good and not busy and not may_restore)
        self.from_file.setEnabled(not busy and not may_restore)
        words = self.tr("Put the chosen copy in the place of the records")
        self.restore.name(self.tr("Restore…"), may_restore or words)
        self.from_file.name(self.tr("Restore from a file…"), may_restore or self.tr("A copy that lies somewhere else"))
        wrong = self.tr("The records cannot be read.") if damaged else ""
        nothing = self.tr("There are no records yet.") if nobody else ""
        why = wrong or nothing or why_not(console, ExportRecords)
        self.export.allow(why, wrong or nothing or why_not(console, ExportProofs), busy)
        self.import_.allow(nobody and not damaged, busy)

    # Doing

    def _back_up(self) -> None:
        self.said.say("")

        def made(copy: BackupCopy) -> None:
            self.said.good(self.tr("The backup was made, opened and checked: {0}").format(plain(copy.name)))

        self._console.backups.backup_now(made, self._refused)

    def _check(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.said.say("")

        def checked(copy: BackupCopy) -> None:
            words = f"{plain(copy.name)}: {health_word(copy.health)}"
            if copy.health is Health.GOOD:
                self.said.good(words)
            else:
                self.said.warn(words)

        self._console.backups.check(chosen.name, checked, self._refused)

    def _ask_restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._confirm(chosen, chosen.name)

    def _restore_file(self) -> None:
        name = self.ask_file(self.tr("Copies of records (*.db)"))
        if name:
            path = Path(name)
            self._console.backups.check_file(path, lambda copy: self._confirm(copy, path), self._refused)

    def _confirm(self, copy: BackupCopy, what: str | Path) -> None:
        self.said.say("")
        if copy.health in (Health.DAMAGED, Health.FOREIGN):
            self.said.say(f"{plain(copy.name)}: {health_word(copy.health)}")
            return
        self.confirm.ask(copy, what, self._console.now(), self._zone())
        self._console.backups.loss(copy, self._counted)

    def _counted(self, loss: Loss) -> None:
        if self.confirm.isVisibleTo(self):
            self.confirm.tell_loss(loss)

    def _agreed(self, what: str | Path) -> None:
        if self._console.office.ready.code or self._console.session.anybody is False:
            self._restore_now(what)
        else:
            self.confirm.go.setEnabled(True)
            ask_for(self, RestoreBackup, lambda: self._restore_now(what))

    def _restore_now(self, what: str | Path) -> None:
        self.confirm.hide()
        self._console.backups.restore(what, self._restored, self._refused)

    def _restored(self, aside: str) -> None:
        words = self.tr("The copy was restored.")
        if aside:
            words += " " + self.tr("The records before it lie in {0}.").format(plain(aside))
        self.said.good(words)

    def _export(self, archive: bool) -> None:
        proofs = self.export.proofs.isChecked()
        ask_for(self, ExportProofs if proofs else ExportRecords, lambda: self._export_now(archive, proofs))

    def _export_now(self, archive: bool, proofs: bool) -> None:
        at = datetime.fromtimestamp(self._console.now(), UTC)
        name = f"gemba-records-{at:%Y%m%d-%H%M%S}Z"
        if archive:
            chosen = self.ask_target(f"{name}.zip", self.tr("Archives (*.zip)"))
            target = Path(chosen if chosen.lower().endswith(".zip") else f"{chosen}.zip") if chosen else None
        else:
            chosen = self.ask_folder(self.tr("Where shall the export lie?"))
            target = Path(chosen) / name if chosen else None
        if target is None:
            return
        self.export.said.say("")

        def done(parcel: Parcel) -> None:
            self.export.said.good(self.tr("Exported to {0}.").format(plain(target)))

        self._console.backups.export(target, proofs, done, lambda refusal: self.export.said.say(words_of(refusal)))

    def _choose_import(self, archive: bool) -> None:
        ask = self.ask_file if archive else self.ask_folder
        chosen = ask(self.tr("Archives (*.zip)") if archive else self.tr("Which folder holds the export?"))
        if not chosen:
            return
        self.import_.forget()

        def held(parcel: Parcel) -> None:
            self.import_.show_parcel(Path(chosen), parcel, self._console.now(), self._zone())

        self._console.backups.look_into(Path(chosen), held, self._import_refused)

    def _import(self, source: Path, administrator: str, pin: str) -> None:
        def done(_: str) -> None:
            self.import_.forget()
            self.import_.said.good(self.tr("The records were imported. Sign in to go on."))

        self._console.backups.bring_in(source, administrator, pin, done, self._import_refused)

    def _import_refused(self, refusal: Refusal) -> None:
        self.import_.said.say(words_of(refusal))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._console.backups.state.folder))

    # Choosing

    def _chosen(self) -> BackupCopy | None:
        row = self.grid.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def _choose(self, name: str) -> None:
        rows = [copy.name for copy in self.table.rows]
        wanted = rows.index(name) if name in rows else 0
        if rows and self.grid.currentIndex().row() != wanted:
            self.grid.selectRow(wanted)

    def _zone(self) -> object:
        file = self._console.plant_file
        return zone_named(file.plant.timezone if file else "")

    def _ask_file(self, kinds: str) -> str:
        return QFileDialog.getOpenFileName(self, "", self._console.backups.state.folder, kinds)[0]

    def _ask_folder(self, words: str) -> str:
        return QFileDialog.getExistingDirectory(self, words)

    def _ask_target(self, name: str, kinds: str) -> str:
        return QFileDialog.getSaveFileName(self, "", name, kinds)[0]

    # How it is made

    def _connect(self) -> None:
        console = self._console
        self.progress.stop_asked.connect(console.backups.cancel)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._allow())
        self.grid.doubleClicked.connect(lambda _: self._ask_restore() if self.restore.isEnabled() else None)
        self.confirm.agreed.connect(self._agreed)
        self.confirm.closed.connect(self._closed)
        self.export.wanted.connect(self._export)
        self.export.proofs.toggled.connect(lambda _: self._allow())
        self.import_.chosen.connect(self._choose_import)
        self.import_.agreed.connect(self._import)
        stops = [
            console.on(BackupChanged, lambda _: self.refresh()),
            console.on(SessionChanged, lambda _: self._allow()),
            console.on(RecordsReady, lambda _: self._allow()),
            console.on(RecordChanged, lambda event: self._allow() if event.kind == "person" else None),
        ]
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _closed(self) -> None:
        self.confirm.hide()
        self.grid.setFocus()

    def _lay_out(self) -> None:
        for button in (self.check, self.restore, self.from_file, self.open_folder):
            self.copies.tools.addWidget(button)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.addWidget(self.empty)
        nothing.addStretch(1)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        self.copies.body.addWidget(self._stack, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.copies, 1)
        right.setSpacing(12)
        right.setContentsMargins(0, 0, 0, 0)
        for card in (self.confirm, self.export, self.import_):
            right.addWidget(card)
        right.addStretch(1)
        side = QWidget()
        side.setLayout(right)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(side)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(SIDE)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addLayout(left, 1)
        columns.addWidget(scroll)
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.now)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addLayout(columns, 1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Backups"))
        self.now.name(self.tr("Back up now"))
        self.copies.title.say(self.tr("Copies"))
        self.check.name(self.tr("Check"), self.tr("Open the chosen copy and check it"))
        self.open_folder.name(self.tr("Open folder"))
        self.empty.say(
            self.tr(
                "Copies of the records appear here, each opened and checked. The first is made soon after the start;"
                " press “Back up now” to have one at once."
            )
        )
        self.grid.setAccessibleName(self.tr("Copies"))
        self.table.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
