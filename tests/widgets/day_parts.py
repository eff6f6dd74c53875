"""A day at the keyboard: a furnished console of the demo plant with its people, its real window, and only keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.morning import Morning, MorningClock
from console.app.queries.andon import CallShown, Wanted, history
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.telemetry.plantfile import load_plant
from tests.widgets.shell_parts import dressed
from widgets.board.page import BoardPage
from widgets.calls.mentions import MentionNotes
from widgets.calls.raising import Raising
from widgets.horn.sounding import Sounding
from widgets.people.signing import Signing
from widgets.screens import pages
from widgets.shell.memory import Memory
from widgets.shell.refused import RefusedNotes
from widgets.shell.window import MainWindow

START = datetime(2025, 3, 4, 6, 0, tzinfo=UTC).timestamp()  # a Tuesday
STEPS = 700  # some twenty minutes of the demo's morning
K = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PRESSED_MS = 130
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """Somebody at the keyboard of a running console. The clock stands still between `later` and `later`."""

    def __init__(self, folder: Path) -> None:
        dressed()
        self.clock = MorningClock(START)
        self.console = Console(folder, load_plant(plant_text(2, "UTC")), now=self.clock.now)
        furnish(self.console, load_settings(folder, None, {}, {}), shares=False)
        morning = Morning(self.console, self.clock, 1, START, 2, "UTC")
        self.console.start_records()
        seed_demo_people(self.console.office, self.console.floor.plant, datetime.fromtimestamp(START, UTC).date())
        self.until(lambda: self.console.session.rights.people)
        for _ in range(STEPS):
            next(morning._steps)
        memory = Memory(folder / "memory")
        self.window = MainWindow(self.console, pages(self.console, memory), lambda: BoardPage(self.console), memory)
        self.signing, self.refused = Signing(self.console, self.window), RefusedNotes(self.console, self.window)
        self.raising, self.mentions = Raising(self.console, self.window), MentionNotes(self.console, self.window)
        self.sounding = Sounding(self.console, self.window)
        self.signing.takers.append(self.raising.scanned)
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.activateWindow()
        self.pressed: list[Qt.Key] = []
        self.settle()

    # What hands do

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key after the other, each where the keyboard is just then."""
        for key in keys:
            self.pressed.append(key)
            QTest.keyClick(self.focus, key, held)
            if held & ALT:  # a button is seen to go down before it does what it is for
                QTest.qWait(PRESSED_MS)
            self.settle()
            fallen = self.window.top.isAncestorOf(self.focus) and key not in (K.Key_Tab, K.Key_Backtab)
            assert not fallen, f"after {key.name} the keyboard fell out of the screen, to {self.name!r}"

    def type(self, words: str) -> None:
        """Type where the keyboard is, one sign after the other."""
        QTest.keyClicks(self.focus, words)
        self.settle()

    def tab_to(self, name: str, back: bool = False) -> QWidget:
        """Go on with Tab until the keyboard is on the control with this name."""
        seen: list[str] = []
        for _ in range(80):
            if self.name == name:
                return self.focus
            seen.append(self.name)
            self.press(K.Key_Backtab if back else K.Key_Tab)
        raise AssertionError(f"Tab never reaches {name!r}, only {seen}")

    # What eyes see

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is."""
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None, "the keyboard is nowhere"
        return found

    @property
    def name(self) -> str:
        """What the control that has the keyboard is called."""
        return self.focus.accessibleName()

    @property
    def page(self) -> str:
        """The screen that is open."""
        return self.window.windowTitle().partition(" — ")[0]

    @property
    def who(self) -> str:
        """Who is signed in, as the top bar says."""
        return self.window.top.person.accessibleName()

    def says(self, words: str) -> bool:
        """Whether these words stand somewhere on what can be seen."""
        texts = (getattr(part, "text", str) for part in self.window.findChildren(QWidget) if part.isVisible())
        return any(words in str(text()) for text in texts if callable(text))

    def lit(self, words: str) -> bool:
        """Whether the tab with these words is the one that is shown."""
        tabs = (part for part in self.window.findChildren(QAbstractButton) if part.isVisible() and part.isChecked())
        return any(words == part.text() for part in tabs)

    # What happens meanwhile

    def later(self, seconds: float) -> None:
        """The clock goes on."""
        self.clock.set(self.clock.now() + seconds)
        self.settle()

    def settle(self) -> None:
        """Let the worker answer, the console beat, the screens show it."""
        for _ in range(3):
            done: list[int] = []
            self.console.office.hand(lambda done=done: done.append(1))
            self.until(lambda done=done: done)
            for service in (self.console.calls, self.console.stops):  # they pace themselves by the computer's clock
                service._ask_at = service._look_at = 0.0  # type: ignore[union-attr]
            self.console.tick()
            if QApplication.activeWindow() is None:  # a dialog has closed: the desktop gives the keyboard back
                self.window.activateWindow()
            QApplication.processEvents()
        self.window.refresh()

    def until(self, true: Callable[[], object]) -> None:
        """Wait for the worker, or for what a screen does a moment later."""
        end = time.monotonic() + 20
        while not true() and time.monotonic() < end:
            self.console.mailbox.run_errands()
            QApplication.processEvents()
            time.sleep(0.001)
        assert true()

    def calls(self) -> list[CallShown]:
        """Every call in the records, the youngest first."""
        found: list[tuple[CallShown, ...]] = []
        self.console.office.ask(history(Wanted()), lambda page: found.append(page.calls))
        self.until(lambda: found)
        return list(found[0])

    def close(self) -> None:
        """Home."""
        self.window.close()
        self.console.close()
        self.window.deleteLater()
        QApplication.processEvents()
