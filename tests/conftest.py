"""What every test can ask for: brokers, certificates, waiting; and the guard that no warning goes unseen."""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.brokers import Authority, Broker, Papers, tls_config
from tests.databases import MariaDB, PostgreSQL, Server

settings.register_profile("ci", derandomize=True)  # what lands is judged by the same examples every time
if os.environ.get("CI"):
    settings.load_profile("ci")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first Qt import; a real display may be asked for

WaitUntil = Callable[..., None]


class LogGuard(logging.Handler):
    """Collects what is logged at WARNING and above, and what a test said it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []
        self.expected: list[tuple[str, bool]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line, with its exception."""
        line = f"{record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f" [{record.exc_info[1]!r}]"
        self.seen.append(line)

    def expect(self, pattern: str, maybe: bool = False) -> None:
        """Allow lines that contain the regular expression; one must come, unless `maybe`."""
        self.expected.append((pattern, maybe))

    def verdict(self) -> str:
        """What is wrong, "" when nothing is."""
        surprises = [line for line in self.seen if not any(re.search(pattern, line) for pattern, _ in self.expected)]
        missing = [
            pattern
            for pattern, maybe in self.expected
            if not maybe and not any(re.search(pattern, line) for line in self.seen)
        ]
        parts = [f"nobody expected this in the log: {line}" for line in surprises]
        return "\n".join([*parts, *(f"expected in the log but not seen: {pattern}" for pattern in missing)])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Name a failing test at once: a run that is stopped in the middle still tells which one it was."""
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        sys.stderr.write(f"\nfailed: {report.nodeid} ({report.when})\n")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys first: they take longest, and a test process that begins one last lets the others wait for it."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


def pytest_collection_finish() -> None:
    """Ten thousand tests lie in memory to the end: the garbage collector need not look at all of them each time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What was captured may hold lone halves of surrogate pairs, which no test process can send to another."""
    report = yield
    report.sections = [(name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections]
    return report


@pytest.fixture(autouse=True)
def _log_guard() -> Iterator[LogGuard]:
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    yield guard
    root.removeHandler(guard)
    if verdict := guard.verdict():
        pytest.fail(verdict, pytrace=False)


@pytest.fixture(autouse=True)
def _windows_go_with_their_test() -> Iterator[None]:
    """`deleteLater` waits for a loop that tests do not run; a window left behind would hear the keys of later tests."""
    yield
    if qt := sys.modules.get("PySide6.QtCore"):
        qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete)


@pytest.fixture
def expected_log(_log_guard: LogGuard) -> Callable[..., None]:
    """`expected_log(pattern)`: a line at WARNING or above that contains the pattern must come, and may."""
    return _log_guard.expect


@pytest.fixture
def wait_until() -> WaitUntil:
    """`wait_until(predicate, timeout=5.0)`: return when it is true, fail when it does not become so."""

    def wait(predicate: Callable[[], object], timeout: float = 5.0, message: str = "") -> None:
        deadline = time.monotonic() + timeout
        while not predicate():
            if time.monotonic() > deadline:
                pytest.fail(message or f"not true within {timeout} s", pytrace=True)
            time.sleep(0.005)

    return wait


@pytest.fixture(scope="session")
def servers_of_debian() -> None:
    """Brokers and databases are Debian's: what needs them is tried there, not on Windows."""
    if sys.platform == "win32":
        pytest.skip("needs a server of Debian's")


@pytest.fixture
def make_broker(tmp_path: Path, servers_of_debian: None) -> Iterator[Callable[..., Broker]]:
    """`make_broker(config="")`: a mosquitto that runs; all are stopped after the test."""
    made: list[Broker] = []

    def make(config: str = "", port: int | None = None) -> Broker:
        broker = Broker(tmp_path / f"broker{len(made)}", config, port)
        made.append(broker)
        broker.start()
        return broker

    yield make
    for broker in made:
        broker.stop()


@pytest.fixture
def broker(request: pytest.FixtureRequest, make_broker: Callable[..., Broker]) -> Broker:
    """A mosquitto of the test's own; `parametrize("broker", [config], indirect=True)` adds to its configuration."""
    return make_broker(getattr(request, "param", ""))


@pytest.fixture(scope="session")
def shared_broker(tmp_path_factory: pytest.TempPathFactory, servers_of_debian: None) -> Iterator[Broker]:
    """One mosquitto for all tests that neither stop it nor mind topics and retained messages of others."""
    broker = Broker(tmp_path_factory.mktemp("shared_broker"))
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The certificate authority that tests trust."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def client_papers(authority: Authority) -> Papers:
    """Certificate and key of a console that the authority signed."""
    return authority.issue("console")


@pytest.fixture
def tls_broker(authority: Authority, make_broker: Callable[..., Broker]) -> Broker:
    """A mosquitto that speaks only TLS, as `localhost` and 127.0.0.1, with a certificate of `authority`."""
    return make_broker(tls_config(authority.issue("broker", ("localhost", "127.0.0.1"))))


@pytest.fixture(scope="session")
def postgresql(servers_of_debian: None) -> Iterator[PostgreSQL]:
    """A PostgreSQL for all tests: `fresh()` gives the address of an empty database; who stops it starts it again."""
    server = PostgreSQL()
    server.start()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def mariadb(servers_of_debian: None) -> Iterator[MariaDB]:
    """A MariaDB for all tests, like `postgresql`."""
    server = MariaDB()
    server.start()
    yield server
    server.remove()


@pytest.fixture(params=["postgresql", "mariadb"])
def shared_server(request: pytest.FixtureRequest) -> Server:
    """Each test that asks for it runs with PostgreSQL and with MariaDB."""
    server: Server = request.getfixturevalue(request.param)
    return server
