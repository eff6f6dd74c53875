"""Rules of the viewer: closely, side by side, with a note; what was changed is not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from console.domain.commands.attachments import RemoveAttachment
from tests.records.picture_files import encoded, photo
from tests.widgets.attachment_parts import Place
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.attachments.canvas import Canvas
from widgets.attachments.strip import AttachmentStrip
from widgets.attachments.viewer import Viewer
from widgets.languages import languages


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path) -> Iterator[Place]:
    dressed()
    made = Place(tmp_path / "console")
    yield made
    made.close()


@pytest.fixture
def viewer(place: Place, qtbot: QtBot) -> Iterator[Viewer]:
    """Open on the first of two photos, a text and a document."""
    person = place.person()
    place.add(person, encoded(photo(), "JPEG"), "before.jpg")
    place.add(person, encoded(photo(800, 600), "JPEG"), "after.jpg")
    place.add(person, "时间;数量\n<b>06:00</b>;12\n".encode(), "count.csv")
    place.add(person, b"%PDF-1.7\n", "plan.pdf")
    strip = AttachmentStrip(place, "person", person)  # type: ignore[arg-type]
    qtbot.addWidget(strip)
    strip.show()
    place.until(lambda: len(strip.shown) == 4)
    strip.open(strip.shown[0].attachment.id)
    assert strip.viewer is not None
    made = strip.viewer
    place.until(lambda: made.left.canvas.has_image)
    yield made
    if strip.viewer is not None:
        made.close()
        QApplication.sendPostedEvents(None, 52)


def name(viewer: Viewer) -> str:
    assert viewer.shown is not None
    return viewer.shown.attachment.name


def test_it_shows_what_it_is_from_when_and_which_of_how_many(viewer: Viewer) -> None:
    assert viewer.called.text() == "before.jpg"
    assert "640 × 480" in viewer.facts.text()
    assert viewer.facts.text().endswith("1 / 4")


def test_left_and_right_go_through_all_of_them(viewer: Viewer, qtbot: QtBot, place: Place) -> None:
    qtbot.keyClick(viewer.left.canvas, Qt.Key.Key_Right)
    assert name(viewer) == "after.jpg"
    place.until(lambda: viewer.left.canvas.has_image)
    qtbot.keyClick(viewer.left.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(viewer.left.canvas, Qt.Key.Key_Left)
    assert name(viewer) == "plan.pdf"


def test_a_text_is_shown_as_text_and_a_document_says_what_to_do(viewer: Viewer, place: Place) -> None:
    viewer.go(2)
    place.settle()
    assert viewer.stack.currentWidget() is viewer.text
    assert viewer.text.toPlainText() == "时间;数量\n<b>06:00</b>;12\n"
    viewer.go(1)
    place.settle()
    assert viewer.stack.currentIndex() == 0
    assert "Save a copy" in viewer.left.canvas.words


def test_two_pictures_stand_side_by_side_and_are_looked_at_together(viewer: Viewer, place: Place, qtbot: QtBot) -> None:
    qtbot.mouseClick(viewer.compare, Qt.MouseButton.LeftButton)
    place.until(lambda: viewer.left.canvas.has_image and viewer.right.canvas.has_image)
    assert viewer.left.choice.currentText().endswith("before.jpg")
    assert viewer.right.choice.currentText().endswith("after.jpg")
    assert viewer.left.choice.count() == 2
    qtbot.keyClick(viewer.left.canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(viewer.left.canvas, Qt.Key.Key_Plus)
    ratio = viewer.left.canvas.scale / viewer.left.canvas._fit()
    assert ratio > 1.5
    assert viewer.right.canvas.scale / viewer.right.canvas._fit() == pytest.approx(ratio)
    qtbot.keyClick(viewer.right.canvas, Qt.Key.Key_0)
    assert viewer.left.canvas.scale == pytest.approx(viewer.left.canvas._fit())
    qtbot.mouseClick(viewer.compare, Qt.MouseButton.LeftButton)
    assert viewer.right.isHidden()


def test_a_note_is_written_by_keyboard(viewer: Viewer, place: Place, qtbot: QtBot) -> None:
    assert not viewer.keep_note.isEnabled()
    qtbot.keyClicks(viewer.note, "crack at three")
    assert viewer.keep_note.isEnabled()
    qtbot.keyClick(viewer.note, Qt.Key.Key_Return)
    place.until(lambda: viewer.shown and viewer.shown.attachment.note == "crack at three")
    place.settle()
    assert viewer.said.text == "Note saved"
    assert not viewer.keep_note.isEnabled()


def test_removing_asks_first_and_goes_on_with_another(viewer: Viewer, place: Place, qtbot: QtBot) -> None:
    qtbot.mouseClick(viewer.remove, Qt.MouseButton.LeftButton)
    assert "Press again" in viewer.said.text
    place.settle()
    assert name(viewer) == "before.jpg"
    qtbot.mouseClick(viewer.remove, Qt.MouseButton.LeftButton)
    place.until(lambda: len(viewer._all) == 3)
    assert name(viewer) == "plan.pdf"
    assert viewer.said.text == ""


def test_it_closes_when_nothing_is_left(viewer: Viewer, place: Place) -> None:
    for each in list(viewer._all):
        place.do(RemoveAttachment(each.attachment.id, ""))
    place.until(lambda: not isValid(viewer))


def test_a_copy_is_saved_and_said(viewer: Viewer, place: Place, tmp_path: Path) -> None:
    viewer.save_to(tmp_path / "copy.jpg")
    place.until(lambda: (tmp_path / "copy.jpg").exists() and viewer.said.text)
    assert "copy.jpg" in viewer.said.text
    viewer.save_to(tmp_path / "no such folder" / "copy.jpg")
    place.settle()
    assert "Nothing was saved" in viewer.said.text


def test_what_another_program_changed_is_said_and_not_shown(
    viewer: Viewer, place: Place, expected_log: Callable[..., None]
) -> None:
    assert viewer.shown is not None
    attachment = viewer._all[1].attachment
    path = place.attachments.folder / attachment.sha256[:2] / attachment.sha256
    path.write_bytes(encoded(photo(64, 48), "JPEG"))
    expected_log("Another program changed")
    viewer.go(1)
    place.settle()
    assert not viewer.left.canvas.has_image
    assert "Another program changed" in viewer.left.canvas.words
    assert attachment.sha256 in viewer.left.canvas.words


def test_what_comes_after_it_was_closed_is_dropped(viewer: Viewer, place: Place) -> None:
    viewer.go(1)
    viewer.close()
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    assert not isValid(viewer)
    place.settle()


def canvas(qtbot: QtBot, width: int = 1000, height: int = 500) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(10, 120, 40))
    made.show_image(image)
    made.show()
    return made


def test_the_spot_under_the_pointer_stays_under_it(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    spot = QPointF(260, 170)
    before = made._share(spot)
    made.nearer(5, spot)
    after = made._share(spot)
    assert (after.x(), after.y()) == (pytest.approx(before.x(), abs=0.01), pytest.approx(before.y(), abs=0.01))


def test_nobody_looks_beside_the_picture(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    made.nearer(6)
    for _ in range(50):
        made.move_by(500, 500)
    corner = made._share(QPointF(made.width(), made.height()))
    assert (corner.x(), corner.y()) == (pytest.approx(1.0), pytest.approx(1.0))
    made.nearer(-100)
    assert made.scale == pytest.approx(0.4)


def test_a_small_picture_is_not_blown_up(qtbot: QtBot) -> None:
    assert canvas(qtbot, 40, 30).scale == 1.0


def test_every_pixel_that_is_painted_is_the_pictures(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    for steps in (0, 2, 8):
        made.nearer(steps)
        shot = made.grab().toImage()
        assert shot.pixelColor(200, 150).getRgb()[:3] == (10, 120, 40)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_and_everything_has_a_name(viewer: Viewer, place: Place, code: str) -> None:
    languages.use(code)
    viewer.compare.click()
    place.settle()
    assert clipped(viewer) == []
    assert nameless(viewer) == []
    languages.use("en")
