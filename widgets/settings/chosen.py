"""The chosen setting: what it is for, who sets it, the control to change it, and when a change holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from console.app.declared import Setting, Value
from console.app.layers import Layer
from console.app.settingsbook import SettingsBook
from widgets.cards import Button, Card, Fact, Picture, Text
from widgets.settings.editor import Editor
from widgets.settings.meanings import meaning_words
from widgets.settings.words import (
    allowed_words,
    effect_words,
    holder_words,
    layer_words,
    place_words,
    section_words,
    value_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class ChosenCard(Card):
    """`saved` carries name and value, None for what holds without one."""

    saved = Signal(str, object)

    def __init__(self, book: SettingsBook) -> None:
        super().__init__()
        self._book = book
        self._setting: Setting | None = None
        self._why = ""  # whoever is signed in may not change it
        self._secrets: Mapping[str, str] = {}  # where each password that is given lies
        self.meaning = Text("text", 14, wrap=True)
        self.lock, self.pinned = Picture("lock", "warning", 16), Text("warning", 13, wrap=True)
        self.editor, self.allowed = Editor(), Text("text_faint", 12, wrap=True)
        self.save, self.reset = Button("check", self._save, primary=True), Button("rotate-ccw", self._reset)
        self.who, self.effect = Text("text_muted", 13, wrap=True), Text("text_muted", 13, wrap=True)
        self.came, self.shipped, self.variable = Fact(), Fact(), Fact()
        self._lay_out()
        self.editor.changed.connect(self._typed)
        self.editor.entered.connect(self._save)

    @property
    def name(self) -> str:
        """Dotted name of the setting that is shown; "" where there is none."""
        return self._setting.name if self._setting is not None else ""

    def show_setting(self, setting: Setting | None, secrets: Mapping[str, str], why: str) -> None:
        """Show one; `why` says why whoever is signed in may not change it, "" when they may."""
        self.setVisible(setting is not None)
        if setting is None:
            self._setting = None
            return
        before, self._setting = self._setting, setting
        self._secrets, self._why = secrets, why
        if before is not setting or not self.dirty:
            self.editor.show_setting(setting, self._book.now.plain(setting.name), setting.name)
        self.refresh()

    @property
    def dirty(self) -> bool:
        """Whether something was typed or chosen that is not saved."""
        setting = self._setting
        if setting is None:
            return False
        value = self.editor.value()
        return bool(value) if setting.secret else value != self._book.now.plain(setting.name)

    def refresh(self) -> None:
        """Say everything again, what is typed stays."""
        setting = self._setting
        if setting is None:
            return
        book, name = self._book, setting.name
        holder, given = holder_words(book.now, name), self._secrets.get(name, "")
        self.title.say(name)
        self.note.say(section_words(setting.section))
        self.meaning.say(meaning_words(name))
        self.pinned.say(holder)
        for part in (self.lock, self.pinned):
            part.setVisible(bool(holder))
        self.editor.allow(not holder and not self._why, bool(holder))
        self.allowed.say(self.tr("Allowed: {0}").format(allowed_words(setting)))
        self.who.say("" if holder else self._why)
        self.who.setVisible(bool(self.who.text()))
        waits = book.waits(name)
        self.effect.say(self.tr("Changed: it holds from the next start on.") if waits else effect_words(setting))
        self.effect.paint_as("warning" if waits else "text_muted")
        self.came.name.say(self.tr("Where it comes from"))
        self.came.say(self._origin(setting, given))
        self.shipped.name.say(self.tr("As shipped"))
        self.shipped.say(value_words(setting, setting.default))
        self.variable.name.say(self.tr("Environment variable"))
        self.variable.say(setting.variable)
        self._name_buttons(setting, bool(holder), bool(given))

    def _origin(self, setting: Setting, given: str) -> str:
        layer = self._book.now.layer(setting.name)
        if setting.secret and layer is Layer.DEFAULT:
            return given
        if layer is Layer.DEFAULT:
            return layer_words(layer)
        return f"{layer_words(layer)} · {place_words(self._book.now.origin(setting.name))}"

    def _name_buttons(self, setting: Setting, pinned: bool, given: bool) -> None:
        own = given if setting.secret else self._book.now.layer(setting.name) is Layer.OWN
        self.save.name(self.tr("Save"))
        self.reset.name(
            self.tr("Forget it") if setting.secret else self.tr("Take it back"),
            self.tr("What holds without it holds again"),
        )
        for button in (self.save, self.reset):
            button.setVisible(not pinned)
        self.save.setEnabled(self.dirty and not self._why)
        self.reset.setEnabled(own and not self._why)

    def _typed(self) -> None:
        self.editor.said.say("")
        self.refresh()

    def _save(self) -> None:
        setting = self._setting
        if setting is None or not self.dirty or not self.save.isEnabled():
            return
        value: Value | None = self.editor.value()
        if value is None:
            self.refuse(self.tr("Type {0}.").format(allowed_words(setting)))
        else:
            self.saved.emit(setting.name, value)

    def _reset(self) -> None:
        if self._setting is not None:
            self.saved.emit(self._setting.name, None)

    def refuse(self, words: str) -> None:
        """Say under the control what is wrong; "" takes it back."""
        self.editor.said.say(words)

    def taken(self) -> None:
        """The change was made: show what holds now."""
        setting = self._setting
        if setting is not None:
            self.editor.show_setting(setting, self._book.now.plain(setting.name), setting.name)
            self.refresh()

    def _lay_out(self) -> None:
        pinned = QHBoxLayout()
        pinned.setSpacing(8)
        pinned.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        pinned.addWidget(self.pinned, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.save)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        self.body.addWidget(self.meaning)
        self.body.addLayout(pinned)
        self.body.addWidget(self.editor)
        self.body.addWidget(self.allowed)
        self.body.addLayout(buttons)
        for part in (self.who, self.effect, self.came, self.shipped, self.variable):
            self.body.addWidget(part)
        self.body.addStretch(1)
