"""Bugs, caught: logged with context, told once in an honest window, while the board keeps running."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from console import __version__
from widgets.shell.overrides import settle_overrides

log = logging.getLogger(__name__)
KEPT = 20  # different reports kept for copying
SHORTEST_SECRET = 4  # shorter ones would blacken half the report


@dataclass(slots=True)
class Report:
    """One kind of bug and how often it was seen."""

    signature: str  # where it was raised: the same place is the same bug
    summary: str
    text: str
    first: datetime
    times: int = 1


class Catcher(QObject):
    """Takes over Python's hooks for what nobody caught, in every thread and every Qt slot."""

    caught = Signal(object)  # Report, in the main thread
    _handed_over = Signal(object)

    def __init__(
        self,
        context: Callable[[], dict[str, str]] = dict,
        secrets: Callable[[], Iterable[str]] = tuple,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._secrets = context, secrets
        self.reports: dict[str, Report] = {}
        self.count = 0
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._lock = threading.Lock()
        self._telling = False  # a report is on its way to the main thread
        self._handed_over.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to catch."""
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable
        settle_overrides()

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks

    def _uncaught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            sys.__excepthook__(kind, error, where)
            return
        self.catch(error, threading.current_thread().name)

    def _in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None and not issubclass(facts.exc_type, SystemExit):
            self.catch(facts.exc_value, facts.thread.name if facts.thread else "?")

    def _unraisable(self, facts: sys.UnraisableHookArgs) -> None:
        if facts.exc_value is not None:
            self.catch(facts.exc_value, facts.err_msg or "while an object was being removed")

    def catch(self, error: BaseException, thread: str) -> Report:
        """Count and log one exception; safe from any thread, raises nothing."""
        signature = _signature(error)
        with self._lock:
            self.count += 1
            tell, self._telling = not self._telling, True
            known = self.reports.get(signature)
            if known:
                known.times += 1
                report = known
            else:
                report = self._write(error, signature, thread)
                if len(self.reports) >= KEPT:
                    self.reports.pop(next(iter(self.reports)))
                self.reports[signature] = report
        if _worth_a_line(report.times):
            log.error("program error, seen %d time(s), in %s\n%s", report.times, thread, report.text)
        if tell:
            self._handed_over.emit(report)
        return report

    def _write(self, error: BaseException, signature: str, thread: str) -> Report:
        at = datetime.now(UTC)
        facts = {
            "at": at.isoformat(timespec="seconds"),
            "thread": thread,
            "console": __version__,
            "python": platform.python_version(),
            "qt": qVersion(),
            "system": platform.platform(),
            **self._facts(),
        }
        lines = [f"{key}: {value}" for key, value in facts.items()]
        trace = "".join(traceback.format_exception(error))
        summary = self._hide(f"{type(error).__name__}: {error}")
        return Report(signature, summary, self._hide("\n".join(lines) + "\n\n" + trace), at)

    def _facts(self) -> dict[str, str]:
        try:
            return self._context()
        except Exception as error:  # the reporter must not need a reporter
            return {"context": f"not available ({type(error).__name__})"}

    def _hide(self, text: str) -> str:
        for secret in self._secrets():
            if len(secret) >= SHORTEST_SECRET:
                text = text.replace(secret, "<hidden>")
        return text

    def _tell(self, report: Report) -> None:
        with self._lock:
            self._telling = False
        self.caught.emit(report)


def _signature(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(error).__name__} {last.filename}:{last.lineno}" if last else type(error).__name__


def _worth_a_line(times: int) -> bool:
    """The 1st, 10th, 100th … time: a bug of every heartbeat must not fill the disk."""
    return str(times).rstrip("0") == "1"
