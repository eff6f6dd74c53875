"""Rules of attachments in a running console: taken in whole or not at all, shown only when proved."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.app.attachments import Stage
from console.domain.attachments import (
    AlreadyAttached,
    ContentChanged,
    DamagedPicture,
    Limits,
    NotWhatItSays,
    OtherPlace,
    State,
    TooLarge,
    TypeNotAllowed,
    Unreadable,
)
from console.domain.commands.attachments import NoteOnAttachment, RemoveAttachment
from console.domain.desk import Missing
from console.domain.permissions import SignInNeeded
from console.records.trail import Asked, search
from tests.app.offices import Post
from tests.records.picture_files import GPS, encoded, photo, telling_jpeg

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


@pytest.fixture
def post(make_post: Callable[[str], Post]) -> Post:
    return make_post("console-1")


def test_a_photo_is_made_safe_kept_and_attached(post: Post, tmp_path: Path) -> None:
    person = post.person()
    path = tmp_path / "IMG_0001.JPG"
    path.write_bytes(telling_jpeg(6))
    stages: list[Stage] = []

    id = post.add(person, path, note="certificate", progress=stages.append)

    (one,) = post.of(person)
    assert (one.id, one.name, one.type, one.note) == (id, "IMG_0001.JPG", "image/jpeg", "certificate")
    assert (one.width, one.height) == (480, 640)
    data = post.content(one)
    assert hashlib.sha256(data).hexdigest() == one.sha256
    assert GPS not in data
    assert len(data) == one.size
    assert stages == list(Stage)
    assert post.kept() == sorted([one.sha256, one.thumb])
    assert path.read_bytes() == telling_jpeg(6), "what was given is not touched"


def test_a_document_is_kept_as_it_came(post: Post) -> None:
    person = post.person()
    post.add(person, PDF, "../../weld plan.pdf")
    (one,) = post.of(person)
    assert (one.name, one.type, one.thumb, one.width) == ("weld plan.pdf", "application/pdf", "", 0)
    assert post.content(one) == PDF


@pytest.mark.parametrize(
    ("data", "name", "refusal"),
    [
        (b"MZ" + bytes(100), "setup.jpg", TypeNotAllowed),
        (b"<svg/>", "a.svg", TypeNotAllowed),
        (telling_jpeg()[:3000], "cut.jpg", DamagedPicture),
        (bytes(Limits().size + 1), "a.pdf", TooLarge),
    ],
)
def test_of_what_is_refused_nothing_is_kept(post: Post, data: bytes, name: str, refusal: type[Exception]) -> None:
    person = post.person()
    with pytest.raises(refusal):
        post.add(person, data, name)
    assert post.of(person) == []
    assert post.kept() == []


def test_what_a_command_refuses_is_taken_out_of_the_store_again(post: Post) -> None:
    person = post.person()
    with pytest.raises(Missing):
        post.add("nobody", PDF, "a.pdf")
    with pytest.raises(Missing):
        post.add(person, PDF, "a.pdf", kind="no such kind")
    post.office.who = lambda: ""
    with pytest.raises(SignInNeeded):
        post.add(person, PDF, "a.pdf")
    post.until(lambda: post.kept() == [])


def test_content_that_another_record_names_stays_when_a_command_is_refused(post: Post) -> None:
    first, second = post.person("Operator 1"), post.person("Operator 2")
    post.add(first, PDF, "a.pdf")
    post.add(second, PDF, "b.pdf")
    with pytest.raises(AlreadyAttached):
        post.add(second, PDF, "c.pdf")
    with pytest.raises(Missing):
        post.add("nobody", PDF, "d.pdf")
    (one,) = post.of(second)
    assert post.content(one) == PDF
    assert len(post.kept()) == 1


def test_a_file_is_not_read_further_than_its_size_allows(post: Post, tmp_path: Path) -> None:
    person = post.person()
    sparse = tmp_path / "large.pdf"
    with sparse.open("wb") as file:
        file.truncate(1 << 40)
    began = time.perf_counter()
    with pytest.raises(TooLarge):
        post.add(person, sparse)
    assert time.perf_counter() - began < 1.0


def test_folders_pipes_and_what_is_gone_cannot_be_attached(post: Post, tmp_path: Path) -> None:
    person = post.person()
    given = [tmp_path, tmp_path / "gone.jpg"]
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        given.append(tmp_path / "pipe")
    for path in given:
        with pytest.raises(Unreadable):
            post.add(person, path)


def test_what_is_taken_back_on_its_way_in_is_not_attached(post: Post) -> None:
    person = post.person()
    heard: list[object] = []
    ids = [
        post.attachments.add("person", person, encoded(photo(), "JPEG", quality=q), "a.jpg", done=heard.append)
        for q in (50, 60, 70)
    ]
    post.attachments.cancel(ids[1])
    post.until(lambda: len(heard) == 2)
    post.until(lambda: len(post.of(person)) == 2)
    assert ids[1] not in {one.id for one in post.of(person)}
    post.until(lambda: len(post.kept()) == 4)


def test_who_offered_a_file_answers_for_it_also_when_somebody_else_signed_in_meanwhile(post: Post) -> None:
    person = post.person()
    heard: list[object] = []
    post.attachments.add("person", person, telling_jpeg(), "a.jpg", done=heard.append)
    post.office.who = lambda: "somebody else"
    post.until(lambda: heard)
    assert post.of(person)[0].by == "console"


def test_a_removed_attachment_is_out_of_view_and_its_content_stays(post: Post) -> None:
    person = post.person()
    id = post.add(person, PDF, "a.pdf")
    (one,) = post.of(person)
    with pytest.raises(OtherPlace):
        post.do(RemoveAttachment(attachment=id, where="L9"))
    post.do(RemoveAttachment(attachment=id, where=""))
    assert post.of(person) == []
    assert post.content(one) == PDF

    def lines(local: object) -> list[str]:
        with local.reading() as db:  # type: ignore[attr-defined]
            return [line.command for line in search(db, Asked(kind="attachment", id=id))]

    assert post.answer(lambda answer, failed: post.office.run(lines, answer, failed)) == [
        "RemoveAttachment",
        "AddAttachment",
    ]


def test_a_note_is_changed(post: Post) -> None:
    person = post.person()
    id = post.add(person, PDF, "a.pdf")
    post.do(NoteOnAttachment(attachment=id, where="", note=" valid until March "))
    assert post.of(person)[0].note == "valid until March"


def test_a_changed_file_is_said_and_never_shown(post: Post, expected_log: Callable[..., None]) -> None:
    person = post.person()
    post.add(person, telling_jpeg(), "a.jpg")
    (one,) = post.of(person)
    place = post.attachments.folder / one.sha256[:2] / one.sha256
    place.write_bytes(encoded(photo(64, 48), "JPEG"))
    expected_log("Another program changed")
    for ask in (
        lambda a, f: post.attachments.content(one, a, f),
        lambda a, f: post.attachments.picture(one, 100, a, f),
        lambda a, f: post.attachments.save_copy(one, place.parent / "copy.jpg", a, f),
    ):
        with pytest.raises(ContentChanged):
            post.answer(ask)
    assert post.attachments.state(one) is State.CHANGED
    assert not (place.parent / "copy.jpg").exists()
    place.write_bytes(b"")
    post.attachments.folder.joinpath("thumbs", one.thumb[:2], one.thumb).write_bytes(b"\xff\xd8")
    with pytest.raises(ContentChanged):
        post.answer(lambda a, f: post.attachments.thumb(one, a, f))


def test_content_of_another_type_than_said_is_not_given_out(post: Post) -> None:
    person = post.person()
    post.add(person, PDF, "a.pdf")
    (one,) = post.of(person)
    for type in ("text/plain", "text/csv", "video/mp4"):
        with pytest.raises(NotWhatItSays):
            post.content(replace(one, type=type))


def test_a_copy_is_saved_where_the_person_says(post: Post, tmp_path: Path) -> None:
    person = post.person()
    post.add(person, PDF, "a.pdf")
    (one,) = post.of(person)
    target = tmp_path / "copies" / "a.pdf"
    with pytest.raises(Exception, match="No such file") as refused:
        post.answer(lambda a, f: post.attachments.save_copy(one, target, a, f))
    assert refused.value.code == "not_saved"  # type: ignore[attr-defined]
    target.parent.mkdir()
    assert post.answer(lambda a, f: post.attachments.save_copy(one, target, a, f)) == target
    assert target.read_bytes() == PDF


def test_pictures_and_thumbnails_come_decoded(post: Post) -> None:
    person = post.person()
    post.add(person, encoded(photo(), "JPEG"), "a.jpg")
    (one,) = post.of(person)
    whole = post.answer(lambda a, f: post.attachments.picture(one, 4096, a, f))
    small = post.answer(lambda a, f: post.attachments.thumb(one, a, f))
    assert (whole.width, whole.height, small.width, small.height) == (640, 480, 320, 240)
