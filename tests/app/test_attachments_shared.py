"""Rules of content between consoles: it comes to all of them, by the database or a folder, and is proved there."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from console.app import carrying
from console.domain.attachments import ContentArrived, ContentChanged, ContentComing, State
from console.domain.people import Person
from tests.app.offices import Post
from tests.databases import Server
from tests.records.picture_files import encoded, photo, telling_jpeg

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"


@pytest.fixture
def make_post(tmp_path: Path) -> Iterator[Callable[[str], Post]]:
    made: list[Post] = []

    def make(name: str) -> Post:
        made.append(Post(tmp_path / name, name))
        return made[-1]

    yield make
    for post in made:
        post.close()


def two(make_post: Callable[[str], Post], server: Server, folder: Path | None = None) -> tuple[Post, Post]:
    """Two consoles at one shared database."""
    address = server.fresh()
    posts = make_post("console-1"), make_post("console-2")
    for post in posts:
        post.share(address, folder)
    return posts


@pytest.mark.parametrize("way", ["database", "folder"])
def test_what_is_attached_at_one_console_is_seen_at_the_other(
    make_post: Callable[[str], Post], shared_server: Server, tmp_path: Path, way: str
) -> None:
    here, there = two(make_post, shared_server, tmp_path / "share" if way == "folder" else None)
    person = here.person()
    large = encoded(photo(2400, 1800), "JPEG", quality=95)  # several parts of the table
    here.add(person, large, "weld.jpg")
    here.add(person, PDF, "plan.pdf")
    here.shared()

    there.until(lambda: len(there.of(person)) == 2)

    first, second = there.of(person)
    there.until(lambda: there.attachments.state(first) is State.HERE is there.attachments.state(second))
    assert there.content(first) == here.content(first)
    assert there.content(second) == PDF
    assert there.answer(lambda a, f: there.attachments.thumb(first, a, f)).width == 320
    assert there.kept() == here.kept()


def test_what_was_attached_before_a_console_joined_comes_to_it(
    make_post: Callable[[str], Post], shared_server: Server
) -> None:
    address = shared_server.fresh()
    here, there = make_post("console-1"), make_post("console-2")
    person = here.person()
    here.add(person, telling_jpeg(), "before.jpg")
    here.share(address)
    here.shared()
    there.share(address)
    there.until(lambda: len(there.of(person)) == 1)
    (one,) = there.of(person)
    there.until(lambda: there.attachments.state(one) is State.HERE)
    assert there.content(one) == here.content(one)


def test_content_that_is_missing_or_was_changed_is_fetched_when_asked_for(
    make_post: Callable[[str], Post], postgresql: Server, expected_log: Callable[..., None]
) -> None:
    here, there = two(make_post, postgresql)
    person = here.person()
    here.add(person, telling_jpeg(), "weld.jpg")
    here.shared()
    there.until(lambda: there.of(person) and there.attachments.state(there.of(person)[0]) is State.HERE)
    (one,) = there.of(person)
    place = there.attachments.folder / one.sha256[:2] / one.sha256
    arrived: list[ContentArrived] = []
    there.bus.on(ContentArrived, arrived.append)

    place.unlink()
    with pytest.raises(ContentComing):
        there.content(one)
    assert there.attachments.state(one) is State.COMING
    there.attachments.fetch(one)
    there.until(lambda: arrived)
    assert there.content(one) == here.content(one)

    place.write_bytes(b"changed by another program")
    expected_log("Another program changed")
    with pytest.raises(ContentChanged):
        there.content(one)
    there.until(lambda: len(arrived) == 2)
    assert there.attachments.state(one) is State.HERE
    assert there.content(one) == here.content(one)
    assert place.with_name(one.sha256 + ".changed").read_bytes() == b"changed by another program"


def test_a_shared_folder_that_is_away_stops_nobody_and_is_made_up_for(
    make_post: Callable[[str], Post], postgresql: Server, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    share = tmp_path / "share"
    share.write_bytes(b"a file where the folder should be")
    here, there = two(make_post, postgresql, share)
    expected_log("could not be shared and is tried again", maybe=True)
    person = here.person()
    here.add(person, PDF, "plan.pdf")
    here.shared()
    there.until(lambda: len(there.of(person)) == 1)
    (one,) = there.of(person)
    assert there.attachments.state(one) is State.COMING
    with pytest.raises(ContentComing):
        there.content(one)

    share.unlink()
    here.attachments.settle()
    here.until(lambda: (share / one.sha256[:2] / one.sha256).exists())
    there.attachments.fetch(one)
    there.until(lambda: there.attachments.state(one) is State.HERE)
    assert there.content(one) == PDF


def test_what_another_program_put_into_the_shared_table_is_not_taken(
    make_post: Callable[[str], Post], postgresql: Server
) -> None:
    address = postgresql.fresh()
    here, there = make_post("console-1"), make_post("console-2")
    here.share(address)
    person = here.person()
    here.add(person, PDF, "plan.pdf")
    here.shared()
    here.close()  # it would bring the right one again
    postgresql.sql("UPDATE blob SET data = overlay(data placing 'x'::bytea from 10)", address.database)
    there.share(address)
    there.until(lambda: len(there.of(person)) == 1)
    (one,) = there.of(person)
    there.attachments.fetch(one)
    looked: list[object] = []
    there.sharing.reach(looked.append)  # is done after what was asked for before
    there.until(lambda: looked)
    assert there.attachments.state(one) is State.COMING
    assert there.kept() == []


def test_the_same_content_attached_at_two_consoles_to_one_record_is_there_once(
    make_post: Callable[[str], Post], shared_server: Server
) -> None:
    here, there = two(make_post, shared_server)
    person = here.person()
    here.shared()
    there.until(lambda: there.answer(lambda a, f: there.office.ask(lambda desk: desk.count(Person), a, f)))
    for post in (here, there):
        post.sharing.pause()
    here.add(person, PDF, "plan.pdf")
    there.add(person, PDF, "the same plan.pdf")
    for post in (here, there):
        post.sharing.pause(False)
    for post in (here, there):
        post.shared()
        post.until(lambda post=post: len(post.of(person)) == 1)
    assert here.of(person) == there.of(person)


def test_content_that_takes_long_to_bring_lets_commands_through(
    make_post: Callable[[str], Post], postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "PATIENCE", 0.0)
    address, here = postgresql.fresh(), make_post("console-1")
    here.share(address)
    person = here.person()
    for number in range(6):
        here.add(person, PDF + b"%" + bytes([48 + number]), f"plan {number}.pdf")
    here.shared()
    postgresql.sql("DELETE FROM blob", address.database)
    there: list[int] = []

    def count(db: Any) -> None:
        there.append(int(db.exec_driver_sql("SELECT count(*) FROM blob").scalar()))
        if there[-1] < 6:
            here.sharing.reach(lambda db: count(db))

    here.attachments.settle()
    here.until(lambda: postgresql.sql("SELECT count(*) FROM blob", address.database) != [(0,)])
    here.sharing.reach(count)

    here.until(lambda: there and there[-1] == 6)
    assert len(set(there)) > 1, "nothing came in between"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="what hangs here is a pipe with a name")
def test_a_shared_folder_that_hangs_holds_up_neither_commands_nor_the_end(
    make_post: Callable[[str], Post],
    postgresql: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_log: Callable[..., None],
) -> None:
    monkeypatch.setattr(carrying, "PATIENCE", 0.3)
    here, there = two(make_post, postgresql, tmp_path / "share")
    there.sharing.pause()
    here.add(here.person(), PDF, "plan.pdf")
    here.shared()
    hanging = tmp_path / "share" / sha256(PDF).hexdigest()[:2] / sha256(PDF).hexdigest()
    here.until(hanging.exists)
    hanging.unlink()
    os.mkfifo(hanging)

    there.sharing.pause(False)
    later = here.person("given later")
    here.shared()
    there.until(lambda: there.answer(lambda a, f: there.office.ask(lambda desk: desk.get(Person, later), a, f)))
    began = time.monotonic()
    there.close()
    assert time.monotonic() - began < 3.0

    os.close(os.open(hanging, os.O_WRONLY | os.O_NONBLOCK))  # it goes on, and finds nothing
