"""Asking a plant's place for newer versions: folders, addresses, and that one which hangs or lies costs nothing."""

from __future__ import annotations

import json
import os
import runpy
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from console.app.mailbox import Mailbox
from console.app.settings import load_settings
from console.app.updatefetch import MOST, fetch
from console.app.updates import EVERY, FIRST, HANGING, Updates
from console.domain.updates import Standing, Untold, Why

TOLD = {"product": "gemba-console", "version": "9.2.0", "released": "2026-12-01", "notes": {"en": "Mended"}}
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def served(answer: Answer) -> Iterator[str]:
    """The address of a server that answers so, and does not mind who goes away before its answer ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802
            answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def said(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def asked(updates: Updates, mailbox: Mailbox, seconds: float = 5.0) -> Updates:
    updates.ask()
    end = time.monotonic() + seconds
    while updates.state.asking and time.monotonic() < end:
        mailbox.run_errands()
        updates.beat(time.monotonic())
        time.sleep(0.005)
    assert not updates.state.asking
    return updates


def look(place: str, running: str = "0.1.0") -> Updates:
    mailbox = Mailbox()
    return asked(Updates(mailbox, place, running), mailbox)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "latest.json").write_text(json.dumps(TOLD), encoding="utf-8")
    return tmp_path


def test_a_place_is_a_folder_its_file_or_an_address(folder: Path) -> None:
    file = folder / "latest.json"
    for place in (str(folder), str(file), folder.as_uri(), file.as_uri()):
        found = look(place)
        assert (found.state.standing, found.offered) == (Standing.NEWER, "9.2.0"), place
        assert found.state.offered is not None
        assert found.state.offered.released == date(2026, 12, 1)
    paths: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        paths.append(handler.path)
        said(json.dumps(TOLD).encode())(handler)

    with served(answer) as address:
        for end in ("", "/", "/gemba", "/gemba/latest.json", "/other.json?key=7"):
            assert look(address + end).offered == "9.2.0"
    assert paths == ["/latest.json", "/latest.json", "/gemba/latest.json", "/gemba/latest.json", "/other.json?key=7"]


def test_a_version_that_is_not_newer_is_not_offered(folder: Path) -> None:
    for running in ("9.2.0", "9.2", "10.0"):
        found = look(str(folder), running)
        assert (found.state.standing, found.offered) == (Standing.CURRENT, "")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (said(b"<html>please sign in</html>"), Why.UNREADABLE),
        (said(b'{"version": "<script>"}'), Why.UNREADABLE),
        (said(b'{"product": "another", "version": "99.0"}'), Why.FOREIGN),
        (said(b"[" * MOST), Why.UNREADABLE),
        (said(b" " * (MOST + 1)), Why.LARGE),
        (said(b"gone", 404), Why.AWAY),
        (said(b"", 302, Location="file:///etc/passwd"), Why.AWAY),
        (said(b"", 302, Location="ftp://127.0.0.1/latest.json"), Why.ADDRESS),
        (said(b"", 302, Location="/latest.json"), Why.AWAY),
        (lambda handler: handler.wfile.write(b"no answer of this kind\r\n\r\n"), Why.AWAY),
        (lambda handler: handler.connection.close(), Why.AWAY),
    ],
)
def test_a_place_that_lies_is_told_and_offers_nothing(answer: Answer, why: Why) -> None:
    with served(answer) as address:
        found = look(address)
    assert (found.state.standing, found.state.why, found.offered) == (Standing.TROUBLE, why, "")


@pytest.mark.parametrize(
    "place",
    [
        "ftp://h/x",
        "https://user:word@h/x",
        "http://",
        "http://[/x",
        *(["file://server/share"] if os.name == "posix" else []),  # elsewhere it is a share that may be waited for
        "relative/folder",
        "data://x",
    ],
)
def test_what_is_no_place_is_told_so(place: str) -> None:
    with pytest.raises(Untold) as told:
        fetch(place, 1.0)
    assert told.value.why in (Why.ADDRESS, Why.AWAY)
    assert "word" not in look(place).state.place


def test_what_is_missing_or_no_file_is_told_without_waiting(tmp_path: Path) -> None:
    assert look(str(tmp_path)).state.why is Why.AWAY
    (tmp_path / "latest.json").mkdir()
    assert look(str(tmp_path)).state.why is Why.UNREADABLE


@pytest.mark.skipif(os.name != "posix", reason="has pipes in folders")
def test_a_pipe_in_the_place_of_the_file_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "latest.json")
    assert look(str(tmp_path)).state.why is Why.UNREADABLE


def test_a_server_that_trickles_is_given_up_at_the_end_of_the_time() -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.05)

    with served(trickle) as address, pytest.raises(Untold) as told:
        fetch(address, 0.3)
    assert told.value.why is Why.SILENT


def test_a_server_that_hangs_holds_nobody_up_and_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        mailbox = Mailbox()
        updates = Updates(mailbox, f"http://127.0.0.1:{deaf.getsockname()[1]}", "0.1.0")
        updates.patience = 0.2
        began = time.monotonic()
        asked(updates, mailbox)
        assert time.monotonic() - began < 2
        assert updates.state.why is Why.SILENT
        for _ in range(HANGING + 2):
            asked(updates, mailbox)
        assert sum(thread.name == "updates" for thread in threading.enumerate()) <= HANGING
        updates.close()


def test_what_comes_after_it_was_given_up_changes_nothing(folder: Path) -> None:
    mailbox = Mailbox()
    updates = Updates(mailbox, str(folder), "0.1.0")
    updates.ask()
    while not mailbox._errands:
        time.sleep(0.005)
    updates.use("")
    mailbox.run_errands()
    assert (updates.state.standing, updates.offered) == (Standing.OFF, "")


def test_without_a_place_nothing_is_ever_asked() -> None:
    updates = Updates(Mailbox(), "")
    updates.beat(time.monotonic() + 10 * EVERY)
    updates.ask()
    assert updates.state.standing is Standing.OFF
    assert not updates.state.asking
    assert load_settings(Path("/nowhere"), None, {}, {})["updates.place"] == ""


def test_it_is_asked_a_minute_after_the_start_and_once_a_day(folder: Path) -> None:
    mailbox = Mailbox()
    updates = Updates(mailbox, str(folder), "0.1.0")
    began = time.monotonic()
    updates.beat(began + FIRST - 1)
    assert not updates.state.asking
    updates.beat(began + FIRST + 1)
    assert updates.state.asking
    while updates.state.asking:
        mailbox.run_errands()
        time.sleep(0.005)
    updates.beat(time.monotonic() + EVERY - 5)
    assert not updates.state.asking
    updates.beat(time.monotonic() + EVERY + 5)
    assert updates.state.asking


def test_what_was_offered_stays_offered_while_the_place_is_away(folder: Path) -> None:
    mailbox = Mailbox()
    updates = asked(Updates(mailbox, str(folder), "0.1.0"), mailbox)
    (folder / "latest.json").unlink()
    asked(updates, mailbox)
    assert (updates.state.standing, updates.offered) == (Standing.TROUBLE, "9.2.0")


def test_another_place_is_asked_at_once(folder: Path) -> None:
    mailbox = Mailbox()
    updates = Updates(mailbox, "", "0.1.0")
    updates.use(str(folder))
    updates.beat(time.monotonic())
    assert updates.state.asking


def test_what_the_build_announces_is_what_a_console_reads(tmp_path: Path) -> None:
    where = Path(__file__).parents[2] / "packaging" / "windows" / "announcement.py"
    announcement = runpy.run_path(str(where))["announcement"]
    told = announcement(
        "9.3.0", "# Changelog\n\n## [Unreleased]\n\n## [9.3.0] - 2026-12-24\n", {"setup.exe": "ab" * 32}
    )
    (tmp_path / "latest.json").write_text(json.dumps(told), encoding="utf-8")
    found = look(str(tmp_path))
    assert found.offered == "9.3.0"
    assert found.state.offered is not None
    assert found.state.offered.released == date(2026, 12, 24)
