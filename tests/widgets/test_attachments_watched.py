"""Rules of the watched folder and of the camera: what appears is offered whole, nothing in the folder is changed."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from console.app import watchedfolder
from console.app.watchedfolder import REST, YOUNG, NewPicture, WatchedFolder
from tests.records.picture_files import encoded, large_png, photo
from tests.widgets.attachment_parts import Place
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.attachments import camera, watched
from widgets.attachments.camera import CameraDialog, camera_possible
from widgets.attachments.strip import AttachmentStrip
from widgets.languages import languages

JPEG = encoded(photo(), "JPEG")


class Ticking:
    """A monotonic clock that tests move."""

    def __init__(self) -> None:
        self.at = 100.0

    def now(self) -> float:
        """Seconds."""
        return self.at


class Folder:
    """A watched folder with its memory; `look` looks twice, so that what rests is offered."""

    def __init__(self, root: Path) -> None:
        self.path, self.memory, self.clock = root / "camera", root / "watched.json", Ticking()
        self.path.mkdir()
        self.anew()

    def anew(self) -> None:
        """The console starts again."""
        self.watched = WatchedFolder(self.path, self.memory, clock=self.clock.now)

    def once(self) -> list[str]:
        """The names that one look finds."""
        found = self.watched.look()
        self.clock.at += REST
        return [one.path.name for one in found]

    def look(self) -> list[str]:
        """The names that are offered when everything had time to rest."""
        self.once()
        return self.once()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_what_was_there_before_the_folder_was_watched_is_not_offered(folder: Folder) -> None:
    old = folder.path / "old.jpg"
    old.write_bytes(JPEG)
    os.utime(old, (time.time() - 2 * YOUNG,) * 2)
    (folder.path / "just-taken.jpg").write_bytes(JPEG)

    assert folder.look() == ["just-taken.jpg"]


def test_a_half_written_file_is_offered_when_its_size_rests(folder: Folder) -> None:
    path = folder.path / "IMG_1.jpg"
    path.write_bytes(JPEG[:100])
    assert folder.once() == []
    path.write_bytes(JPEG[:5000])  # it grew between two looks
    assert folder.once() == []
    path.write_bytes(JPEG)
    assert folder.once() == []
    assert folder.once() == ["IMG_1.jpg"]


def test_an_empty_file_is_not_offered(folder: Folder) -> None:
    (folder.path / "IMG_1.jpg").touch()
    assert folder.look() == []


def test_pictures_in_the_folders_of_a_camera_are_found_and_other_files_are_not(folder: Folder) -> None:
    below = folder.path / "DCIM" / "100CAM"
    below.mkdir(parents=True)
    (below / "DSC1.JPG").write_bytes(JPEG)
    (below / "DSC1.THM").write_bytes(b"x")
    (folder.path / "notes.txt").write_bytes(b"x")
    os.symlink("/etc/hostname", folder.path / "link.jpg")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder.path / "pipe.png")

    assert folder.look() == ["DSC1.JPG"]


def test_what_was_taken_or_put_away_is_not_offered_after_a_restart(folder: Folder) -> None:
    for name in ("a.jpg", "b.jpg"):
        (folder.path / name).write_bytes(JPEG)
    folder.look()
    first = next(one for one in folder.watched.look() if one.path.name == "a.jpg")
    folder.watched.put_away({first.mark})

    folder.anew()

    assert folder.look() == ["b.jpg"]
    assert sorted(path.name for path in folder.path.iterdir()) == ["a.jpg", "b.jpg"]  # nothing was moved


def test_another_picture_under_a_name_that_was_taken_is_new(folder: Folder) -> None:
    (folder.path / "a.jpg").write_bytes(JPEG)
    folder.look()
    folder.watched.put_away({one.mark for one in folder.watched.look()})
    (folder.path / "a.jpg").write_bytes(JPEG + b"more")
    assert folder.look() == ["a.jpg"]


def test_a_damaged_memory_begins_anew(folder: Folder, expected_log: Callable[..., None]) -> None:
    expected_log("watched folder cannot be read")
    folder.memory.write_text("{")
    (folder.path / "a.jpg").write_bytes(JPEG)
    assert folder.look() == ["a.jpg"]


def test_a_folder_that_is_away_is_an_error_of_the_world(folder: Folder) -> None:
    folder.path.rmdir()
    with pytest.raises(FileNotFoundError):
        folder.watched.look()


def test_of_too_many_the_last_by_name_are_offered(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchedfolder, "MOST", 5)
    for folder_name in ("100CAM", "101CAM"):
        (folder.path / folder_name).mkdir()
        for number in range(4):
            (folder.path / folder_name / f"{folder_name}_{number}.jpg").write_bytes(JPEG)
    assert sorted(folder.look()) == ["101CAM_1.jpg", "101CAM_2.jpg", "101CAM_3.jpg"]  # two entries are the folders


def test_what_went_away_is_forgotten_and_what_is_there_is_not(folder: Folder) -> None:
    for name in ("a.jpg", "b.jpg"):
        (folder.path / name).write_bytes(JPEG)
    folder.look()
    folder.watched.put_away({one.mark for one in folder.watched.look()})
    (folder.path / "a.jpg").unlink()
    (folder.path / "c.jpg").write_bytes(JPEG)
    folder.look()
    folder.watched.put_away({one.mark for one in folder.watched.look()})
    kept = json.loads(folder.memory.read_text("utf-8"))["known"]
    assert [mark.partition("|")[0] for mark in kept] == ["b.jpg", "c.jpg"]


# On screen


@pytest.fixture(scope="module")
def place(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    dressed()
    root = tmp_path_factory.mktemp("watching")
    made = Place(root / "console")
    made.attachments.watched = root / "phone"
    made.attachments.watched.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watchedfolder, "REST", 0.1)
        yield made
    made.close()


@pytest.fixture
def strip(place: Place, qtbot: QtBot) -> Iterator[AttachmentStrip]:
    made = AttachmentStrip(place, "person", place.person())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    yield made
    made._watched.put_away(list(made._watched.offered))
    for path in made._watched.folder.iterdir():  # type: ignore[union-attr]
        path.unlink()


def appears(place: Place, strip: AttachmentStrip, *files: tuple[str, bytes]) -> None:
    """Files appear in the folder, and are offered."""
    assert place.attachments.watched is not None
    for name, data in files:
        (place.attachments.watched / name).write_bytes(data)
    strip._watched._timer.setInterval(100)
    place.until(lambda: len(strip.new_pictures.shown) == len(files))


def test_new_pictures_are_offered_and_one_is_taken(strip: AttachmentStrip, place: Place, qtbot: QtBot) -> None:
    assert not strip.new_pictures.isVisible()
    appears(place, strip, ("IMG_1.jpg", JPEG), ("IMG_2.jpg", encoded(photo(320, 200), "JPEG")))
    assert "phone" in strip.new_pictures.words.text()
    assert "2" in strip.new_pictures.words.text()

    strip.new_pictures.each.click()
    names = [row.text() for row in strip.new_pictures.rows]
    qtbot.keyClick(next(row for row in strip.new_pictures.rows if "IMG_2" in row.text()), Qt.Key.Key_Return)

    assert len(names) == 2
    place.until(lambda: [each.attachment.name for each in strip.shown] == ["IMG_2.jpg"])
    assert [one.path.name for one in strip.new_pictures.shown] == ["IMG_1.jpg"]
    assert (place.attachments.watched / "IMG_2.jpg").exists()  # type: ignore[operator]


def test_all_are_taken_at_once_and_what_is_no_picture_is_refused_in_words(strip: AttachmentStrip, place: Place) -> None:
    appears(place, strip, ("bomb.png", large_png()), ("notes.jpg", b"just some words\n" * 40), ("good.jpg", JPEG))
    begun = time.monotonic()
    strip.new_pictures.take_all.click()
    place.until(lambda: len(strip.shown) == 1 and all(one.refusal for one in strip.arrivals.values()))

    assert time.monotonic() - begun < 2.0
    words = {one.called: one.words.text() for one in strip.arrivals.values()}
    assert "50,000 × 50,000" in words["bomb.png"]
    assert "The name ends in .jpg" in words["notes.jpg"]
    assert not strip.new_pictures.isVisible()  # what was refused is not offered again and again


def test_what_is_put_away_is_not_offered_to_another_record(strip: AttachmentStrip, place: Place, qtbot: QtBot) -> None:
    appears(place, strip, ("IMG_9.jpg", JPEG))
    strip.new_pictures.none.click()
    other = AttachmentStrip(place, "person", place.person())  # type: ignore[arg-type]
    qtbot.addWidget(other)
    other.show()
    place.settle()
    assert not other.new_pictures.isVisible()
    assert (place.attachments.watched / "IMG_9.jpg").exists()  # type: ignore[operator]


def test_a_strip_that_is_not_seen_does_not_look(strip: AttachmentStrip, place: Place) -> None:
    strip._watched._timer.setInterval(50)
    strip.hide()
    place.until(lambda: not strip._watched._timer.isActive())


def test_a_slow_folder_rests_and_one_that_does_not_answer_is_said(
    strip: AttachmentStrip, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "SILENT", 0.05)
    held, looks = threading.Event(), []
    seen = strip._watched._watched
    assert seen is not None

    def slow() -> tuple[NewPicture, ...]:
        looks.append(time.monotonic())
        held.wait(10.0)
        return ()

    place.until(lambda: not strip._watched._looking)
    with monkeypatch.context() as patch:
        patch.setattr(seen, "look", slow)
        strip._watched._timer.setInterval(20)
        place.until(lambda: os.strerror(errno.ETIMEDOUT) in strip.new_pictures.words.text())
        held.set()
        place.until(lambda: not strip.new_pictures.isVisible())
        began, ended = strip._watched._looked_at, strip._watched._rest_until
        assert len(looks) == 1
        assert ended - began >= (1 + watched.RESTS) * 0.05
    strip._watched._rest_until = 0.0


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_of_the_offer_is_cut(strip: AttachmentStrip, place: Place, code: str) -> None:
    languages.use(code)
    appears(place, strip, ("IMG_1.jpg", JPEG), ("IMG_2.jpg", JPEG + b"\0"))
    strip.new_pictures.each.click()
    QApplication.processEvents()
    assert clipped(strip) == []
    assert nameless(strip) == []
    languages.use("en")


# Camera


def test_a_camera_that_is_not_there_is_said_and_not_offered_again(
    strip: AttachmentStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "_found_none", False)
    dialog = CameraDialog(strip)
    qtbot.addWidget(dialog)
    dialog.nothing.connect(strip._allow)
    if dialog.begin():
        pytest.skip("this computer has a camera")

    assert "No camera was found" in dialog.said.text
    assert not dialog.shoot.isVisibleTo(dialog)
    assert not camera_possible()
    assert not strip.camera_button.isVisibleTo(strip)


def test_a_library_that_cannot_be_loaded_is_no_camera(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "_found_none", False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    dialog = CameraDialog()
    qtbot.addWidget(dialog)
    assert not dialog.begin()
    assert "No camera was found" in dialog.said.text


def test_the_library_of_cameras_is_not_loaded_for_a_strip() -> None:
    code = "import sys, widgets.attachments.strip; assert 'PySide6.QtMultimedia' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_camera_outlives_its_own_word_that_the_picture_is_taken(qtbot: QtBot) -> None:
    media = pytest.importorskip("PySide6.QtMultimedia")
    dialog = CameraDialog()
    qtbot.addWidget(dialog)
    dialog.choice.addItem("none", media.QCameraDevice())
    dialog.look()
    capture = dialog._parts[1]
    there: list[bool] = []
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    capture.imageCaptured.connect(lambda *_: there.append(isValid(capture)))
    capture.imageCaptured.emit(1, image)
    assert (there, dialog.picture.width(), dialog._parts) == ([True], 64, [])
    assert capture.parent() is dialog  # it is not the garbage collector that ends it
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(capture)


def test_a_photo_is_attached_as_any_picture(strip: AttachmentStrip, place: Place, qtbot: QtBot) -> None:
    dialog = CameraDialog(strip)
    qtbot.addWidget(dialog)
    dialog.taken.connect(strip._shot)
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 120, 30))
    dialog._took(image)
    assert dialog.keep.isVisibleTo(dialog)

    dialog.keep.click()

    place.until(lambda: len(strip.shown) == 1)
    assert strip.shown[0].attachment.name.startswith("Photo ")
    assert strip.shown[0].attachment.width == 640
