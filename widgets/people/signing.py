"""Signing in and out around the main window: the entry in the top bar, F8, badges, and what waited for a sign-in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from console.domain.commands import Command
from console.domain.errors import Refusal
from console.domain.events import SessionChanged
from widgets.commands import command_words
from widgets.people.activity import Activity
from widgets.people.notice import Notice
from widgets.people.panel import SignInPanel
from widgets.people.wedge import Wedge
from widgets.people.words import role_word, roles_words
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console
    from console.domain.people import Person
    from widgets.shell.window import MainWindow

KEYS = "F8"


class Signing(QObject):
    """One for each main window, its child: pages find it through `signing_of`."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console, self._window = console, window
        self._waiting: Callable[[], object] | None = None
        self._last: Person | None = None
        self.takers: list[Callable[[str], bool]] = []  # of scans that are no badges; True = taken
        self.panel, self.notice = SignInPanel(console, window), Notice(window)
        self.wedge = Wedge(self)
        self.activity = Activity(console.session.touch, self)
        for watcher in (self.wedge, self.activity):
            watcher.watch(window.windowHandle())
        self.wedge.scanned.connect(self.scanned)
        self.panel.signed_in.connect(self._go_on)
        self.panel.rejected.connect(self._give_up)
        window.top.person_asked.connect(self.open)
        bound = QAction(window)
        bound.setShortcut(QKeySequence(KEYS))
        bound.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        bound.triggered.connect(lambda _: self.open())
        window.addAction(bound)
        for keys, act in (("Ctrl+L", window.toggle_language), ("Ctrl+D", window.toggle_theme)):
            inside = QAction(self.panel)  # the window's own keys are not heard while the panel is open
            inside.setShortcut(QKeySequence(keys))
            inside.triggered.connect(lambda _=False, act=act: act())
            self.panel.addAction(inside)
        self._stop = console.on(SessionChanged, self._changed)
        self.destroyed.connect(lambda _=None, stop=self._stop: stop())
        window.top.refresh()

    def open(self, reason: str = "") -> None:
        """Open the panel; `reason` says what for. While the screens are seen as a role, that ends first."""
        if self._console.session.as_role is not None:
            self._console.session.view_as(None)
        elif not self.panel.isVisible():
            self.panel.begin(reason)

    def ask_for(self, command: type[Command], then: Callable[[], object]) -> None:
        """Do it now when somebody is signed in, else after they signed in; dropped when they close the panel."""
        if self._console.session.person is not None:
            then()
            return
        self._waiting = then
        words = QCoreApplication.translate("Signing", "{0}: sign in, then it goes on by itself.")
        self.open(words.format(command_words(command.__name__)))

    def scanned(self, number: str) -> None:
        """A badge signs in, or switches to another person, from any screen."""
        if self.panel.isVisible():
            self.panel.scanned(number)
        elif not any(take(number) for take in self.takers):
            self._console.session.sign_in_badge(number, lambda *_: None, self._badge_refused)

    def _badge_refused(self, refusal: Refusal) -> None:
        self.open()
        self.panel.refused(refusal)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _give_up(self) -> None:
        self._waiting = None

    def _changed(self, event: SessionChanged) -> None:
        translate = QCoreApplication.translate
        before, self._last = self._last, self._console.session.person
        self._window.top.refresh()
        self.panel.say_who_is_here()
        now = self._last
        if event.why in ("changed", "view"):
            return
        if now is not None:
            words = translate("Signing", "Signed in: {0}").format(plain(now.name, 60))
            self.notice.show_words(words, roles_words(now.grants), "user", 4.0)
        elif event.why == "idle" and before is not None:
            words = translate("Signing", "{0} was signed out, because nobody did anything here for a while.")
            again = translate("Signing", "Nothing is lost. Press F8 or scan a badge to go on.")
            self.notice.show_words(words.format(plain(before.name, 60)), again, "log-out", 60.0)
        elif event.why == "inactive" and before is not None:
            words = translate("Signing", "{0} was signed out, because an administrator set them inactive.")
            self.notice.show_words(words.format(plain(before.name, 60)), "", "log-out", 60.0)
        elif before is not None:
            self.notice.show_words(translate("Signing", "Signed out"), "", "log-out", 4.0)


def signing_of(widget: QWidget | None) -> Signing | None:
    """The sign-in of the window that a widget is in, or of the window that opened its window."""
    while widget is not None:
        found = widget.window().findChild(Signing)
        if found is not None:
            return found
        widget = widget.window().parentWidget()
    return None


def ask_for(widget: QWidget, command: type[Command], then: Callable[[], object]) -> None:
    """Do what needs a sign-in for this command: at once when somebody is signed in, else after the sign-in panel."""
    signing = signing_of(widget)
    if signing is None:
        then()
    else:
        signing.ask_for(command, then)


def give(
    widget: QWidget,
    console: Console,
    command: Command,
    done: Callable[[object], None] | None = None,
    refused: Callable[[Refusal], None] | None = None,
) -> None:
    """Give a command in the name of whoever is signed in, after a sign-in where nobody is."""
    ask_for(widget, type(command), lambda: console.office.do(command, done, refused))


class OneByOne:
    """Gives commands one at a time: a button that is pressed twice gives its command once."""

    def __init__(self, widget: QWidget, console: Console) -> None:
        self._widget, self._console = widget, console
        self.going = False

    def give(self, command: Command, done: Callable[[object], None], refused: Callable[[Refusal], None]) -> None:
        """Give it after a sign-in where nobody is signed in; nothing while the one before is on its way."""
        ask_for(self._widget, type(command), lambda: self._do(command, done, refused))

    def _do(self, command: Command, done: Callable[[object], None], refused: Callable[[Refusal], None]) -> None:
        if not self.going:
            self.going = True
            self._console.office.do(command, self._over(done), self._over(refused))

    def _over(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        def over(result: object) -> None:
            self.going = False
            then(result)

        return over


def why_not(console: Console, command: type[Command], place: str = "", about: str = "") -> str:
    """Why whoever is signed in may not give such a command there; "" when they may, or when nobody is signed in yet."""
    session = console.session
    if session.person is None or session.may(command, place=place, about=about):
        return ""
    if session.as_role is not None:
        words = QCoreApplication.translate(
            "Signing", "Seen as {0}: this role may not do it ({1}). Press F8 to end that."
        )
        return words.format(role_word(session.as_role), command_words(command.__name__))
    words = QCoreApplication.translate("Signing", "The roles of {0} do not allow this: {1}. Press F8 to switch user.")
    return words.format(plain(session.person.name, 60), command_words(command.__name__))
