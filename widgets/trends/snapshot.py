"""A picture of the plots, and where it goes: into a call, an action, a finding, a handover, a file, the clipboard.

Where it can go is a list: whoever has another place for it adds a `Target` to `TARGETS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from console.app.queries.handovers import handovers_between
from console.domain.commands.andon import RaiseCall
from console.domain.commands.attachments import AddAttachment
from console.domain.errors import Refusal
from console.domain.handovers import Handover, Stage
from console.domain.ids import new_id
from widgets.attachments.bringing import packer
from widgets.attachments.later import while_there
from widgets.calls.known import KnownCalls
from widgets.cards import Button, Choice, Entry, Text
from widgets.people.fields import Field
from widgets.people.signing import OneByOne, ask_for
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.trends.naming import place_of, place_word, zone_of
from widgets.trends.panel import Panel
from widgets.trends.picture import Preview, told_as_text
from widgets.trends.saving import save_picture

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

SIZE = QSize(760, 640)
DRAFTS = timedelta(days=1)  # around now, in which the shift ends whose draft is offered


@dataclass(frozen=True, slots=True)
class Target:
    """A place for a picture. `records`: what it can go into there, id and words; None: it needs no choice."""

    key: str
    words: Callable[[SnapshotPanel], str]
    asks: Callable[[SnapshotPanel], str]  # the name of the choice
    records: Callable[[SnapshotPanel], list[tuple[str, str]]] | None
    put: Callable[[SnapshotPanel, str], None]  # with the id that was chosen
    worded: bool = False  # whether a few words of the person belong to it


class SnapshotPanel(Panel):
    """The picture is taken when it opens."""

    def __init__(self, model: TrendModel, picture: Callable[[], QImage], parent: QWidget) -> None:
        super().__init__(parent, SIZE)
        self.model, self._picture = model, picture
        self.console = model.console
        self.known, self.giving = KnownCalls(model.console), OneByOne(self, model.console)
        self.ask_path: Callable[[str], str] = self._ask_path
        self.image, self.note = QImage(), ""
        self.drafts: tuple[Handover, ...] = ()  # handovers that nobody has signed yet
        self.preview, self.told = Preview(), Text("text_muted", 12, wrap=True)
        self.where: Field[Choice] = Field(Choice())
        self.record: Field[Choice] = Field(Choice())
        self.text: Field[Entry] = Field(Entry())
        self.go = Button("check", self.submit, primary=True)
        self._lay_out()
        self.where.control.currentIndexChanged.connect(lambda _: (self.said.say(""), self._settle()))
        self.retranslate()

    def begin(self) -> None:
        """Take the picture, then open."""
        self.image = self._picture()
        self.note = told_as_text(self.model)
        when, *what = self.note.split("\n")
        self.told.say(f"{when}\n{'; '.join(what)}")
        self.text.control.clear()
        self._ask_drafts()
        self._settle()
        if not self.go.isEnabled():  # there is nothing of the kind that was chosen before
            self.where.control.setCurrentIndex(self.where.control.findData("file"))
        self.preview.show_image(self.image)
        super().begin()
        self.where.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Put it where it was chosen."""
        target = self.target
        if not self.go.isEnabled():
            return
        self.said.say("")
        chosen = str(self.record.control.currentData() or "")
        if target.records is not None and not chosen:
            self.record.refuse(self.tr("Choose one."))
            return
        target.put(self, chosen)

    @property
    def target(self) -> Target:
        """Where it shall go."""
        key = self.where.control.currentData()
        return next((one for one in TARGETS if one.key == key), TARGETS[0])

    @property
    def place(self) -> str:
        """What is drawn belongs to it: the station or line of the first pen."""
        return next((place_of(pen.id) for pen in self.model.pens), "")

    def attach(self, kind: str, record: str, place: str) -> None:
        """Attach it to a record, with what it shows in words."""
        attachments = self.console.attachments
        if attachments is None:
            return
        note = self.note
        given = packer(self.image)

        def add() -> None:
            self._busy(True)
            attachments.add(
                kind,
                record,
                given,
                self.file_name,
                note,
                place,
                while_there(self, lambda _: self.went_well(self.tr("It is attached: {0}").format(self.record_words))),
                while_there(self, self.refuse),
            )

        ask_for(self, AddAttachment, add)

    def raise_call(self, category: str) -> None:
        """Raise a call, and attach it to that."""
        command = RaiseCall(self.place, category, self.text.control.text().strip(), call=new_id())

        def raised(done: object) -> None:
            changes = [change.id for change in getattr(done, "changes", ()) if change.kind == "andon_call"]
            self.attach("andon_call", changes[0] if changes else command.call, self.place)

        self.giving.give(command, while_there(self, raised), while_there(self, self.refuse))

    def went_well(self, words: str) -> None:
        """It is where it shall be."""
        self._busy(self.target.records is not None)  # a second press would put it there twice
        self.said.good(words)

    def refuse(self, refusal: Refusal) -> None:
        """It is not, and why."""
        self._busy(False)
        self.said.say(words_of(refusal))

    def saved(self, told: Path | Refusal) -> None:
        """It is in a file, or not."""
        if isinstance(told, Refusal):
            self.refuse(told)
        else:
            self.went_well(self.tr("The picture is in {0}").format(plain(told, 160)))

    def copied(self) -> None:
        """It is on the clipboard."""
        self.went_well(self.tr("The picture is on the clipboard."))

    @property
    def file_name(self) -> str:
        """What it is called as a file."""
        local = datetime.fromtimestamp(self.model.end, UTC).astimezone(zone_of(self.console))
        return f"trends {local:%Y-%m-%d %H%M}.png"

    @property
    def record_words(self) -> str:
        """What it goes into."""
        return self.record.control.currentText()

    # Inside

    def _ask_drafts(self) -> None:
        now = datetime.fromtimestamp(self.console.now(), UTC)
        ask = handovers_between(now - DRAFTS, now + DRAFTS)
        self.console.office.ask(ask, while_there(self, self._drafts_told), lambda _: None)

    def _drafts_told(self, found: tuple[Handover, ...]) -> None:
        self.drafts = tuple(one for one in found if one.stage is Stage.DRAFT)
        if self.target.key == "handover":
            self._settle()

    def _busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)

    def _settle(self) -> None:
        target = self.target
        found = target.records(self) if target.records is not None else []
        control = self.record.control
        control.clear()
        for id, words in found:
            control.addItem(words, id)
        self.record.setVisible(target.records is not None)
        self.record.name(target.asks(self), "" if found else self.tr("There is none just now."))
        self.record.refuse("")
        self.text.setVisible(target.worded)
        self.go.setEnabled(not self.image.isNull() and (target.records is None or bool(found)))

    def _ask_path(self, name: str) -> str:
        kinds = self.tr("Picture (*.png)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the picture"), name, kinds)
        return path if not path or path.lower().endswith(".png") else path + ".png"

    def asked_for(self, key: str) -> str:
        """What is chosen there."""
        asks = {
            "call": self.tr("&Call"),
            "new_call": self.tr("What it is &about"),
            "action": self.tr("&Action"),
            "finding": self.tr("&Finding"),
            "handover": self.tr("&Handover"),
        }
        return asks.get(key, "")

    def words_for(self, key: str) -> str:
        """What a place is called in the list."""
        return {
            "call": self.tr("Into an open call"),
            "new_call": self.tr("Into a new call"),
            "action": self.tr("Into an action"),
            "finding": self.tr("Into a finding"),
            "handover": self.tr("Into the handover"),
            "file": self.tr("Into a file…"),
            "clipboard": self.tr("Onto the clipboard"),
        }[key]

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        how = self.tr("The plots as they are seen now, with the stretch of time and the pens in words.")
        self.name(self.tr("Snapshot"), how)
        self.preview.setAccessibleName(self.tr("The picture"))
        self.where.name(self.tr("&Where to"))
        self.text.name(self.tr("What is &wrong, if you can say it in a few words"))
        self.go.name(self.tr("Put it there"))
        chosen = self.where.control.currentData()
        self.where.control.blockSignals(True)
        self.where.control.clear()
        for target in TARGETS:
            self.where.control.addItem(target.words(self), target.key)
        self.where.control.setCurrentIndex(max(0, self.where.control.findData(chosen)))
        self.where.control.blockSignals(False)
        self._settle()

    def _lay_out(self) -> None:
        self.body.addWidget(self.preview, 1)
        for part in (self.told, self.where, self.record, self.text):
            self.body.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.go)


def _calls(panel: SnapshotPanel) -> list[tuple[str, str]]:
    rows = panel.known.rows()
    rows.sort(key=lambda row: row.call.place != panel.place)
    return [(row.call.id, _joined(row.place, row.category_name, row.call.text)) for row in rows]


def _actions(panel: SnapshotPanel) -> list[tuple[str, str]]:
    actions = panel.console.actions
    if actions is None:
        return []
    return [(one.id, _joined(place_word(panel.console, one.place), one.title)) for one in actions.open]


def _findings(panel: SnapshotPanel) -> list[tuple[str, str]]:
    rounds = panel.console.rounds
    found = [one.finding for one in reversed(rounds.told.findings)] if rounds is not None else []
    found.sort(key=lambda one: one.place != panel.place)
    return [(one.id, _joined(place_word(panel.console, one.place), one.text.partition("\n")[0])) for one in found]


def _handovers(panel: SnapshotPanel) -> list[tuple[str, str]]:
    return [
        (one.id, _joined(place_word(panel.console, one.place), one.shift, one.day.isoformat())) for one in panel.drafts
    ]


def _categories(panel: SnapshotPanel) -> list[tuple[str, str]]:
    return [(one.id, plain(one.name, 60)) for one in panel.known.categories(panel.place)] if panel.place else []


def _joined(*parts: str) -> str:
    return plain(" — ".join(part for part in parts if part), 90)


def _into_call(panel: SnapshotPanel, id: str) -> None:
    row = next((row for row in panel.known.rows() if row.call.id == id), None)
    if row is not None:
        panel.attach("andon_call", id, row.call.place)


def _into_action(panel: SnapshotPanel, id: str) -> None:
    actions = panel.console.actions
    action = next((one for one in actions.open if one.id == id), None) if actions is not None else None
    if action is not None:
        panel.attach("action", id, action.place)


def _into_finding(panel: SnapshotPanel, id: str) -> None:
    rounds = panel.console.rounds
    found = rounds.told.findings if rounds is not None else ()
    finding = next((one.finding for one in found if one.finding.id == id), None)
    if finding is not None:
        panel.attach("finding", id, finding.place)


def _into_handover(panel: SnapshotPanel, id: str) -> None:
    handover = next((one for one in panel.drafts if one.id == id), None)
    if handover is not None:
        panel.attach("handover", id, handover.place)


def _into_file(panel: SnapshotPanel, _: str) -> None:
    path = panel.ask_path(panel.file_name)
    if path:
        save_picture(panel.image, Path(path), panel.saved)


def _onto_clipboard(panel: SnapshotPanel, _: str) -> None:
    QGuiApplication.clipboard().setImage(panel.image)
    panel.copied()


def _shipped(
    key: str,
    records: Callable[[SnapshotPanel], list[tuple[str, str]]] | None,
    put: Callable[[SnapshotPanel, str], None],
    worded: bool = False,
) -> Target:
    return Target(key, lambda panel: panel.words_for(key), lambda panel: panel.asked_for(key), records, put, worded)


TARGETS: list[Target] = [
    _shipped("call", _calls, _into_call),
    _shipped("new_call", _categories, SnapshotPanel.raise_call, worded=True),
    _shipped("action", _actions, _into_action),
    _shipped("finding", _findings, _into_finding),
    _shipped("handover", _handovers, _into_handover),
    _shipped("file", None, _into_file),
    _shipped("clipboard", None, _onto_clipboard),
]
