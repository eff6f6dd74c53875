"""Rules of the strip: what is dropped, pasted or chosen is taken or refused beside it, and all goes by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.attachments import State
from console.domain.commands.attachments import AddAttachment, RemoveAttachment
from console.domain.events import RecordChanged
from tests.records.picture_files import encoded, large_png, photo
from tests.widgets.attachment_parts import Place
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.attachments.strip import AT_ONCE, AttachmentStrip
from widgets.languages import languages

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path) -> Iterator[Place]:
    dressed()
    made = Place(tmp_path / "console")
    yield made
    made.close()


@pytest.fixture
def strip(place: Place, qtbot: QtBot) -> AttachmentStrip:
    made = AttachmentStrip(place, "person", place.person())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(900, 320)
    made.show()
    place.settle()
    return made


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(strip: AttachmentStrip, mime: QMimeData) -> None:
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    strip.dragEnterEvent(enter)
    if enter.isAccepted():
        strip.dropEvent(
            QDropEvent(
                QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            )
        )


def shown(strip: AttachmentStrip) -> list[str]:
    return [each.attachment.name for each in strip.shown]


def test_an_empty_strip_says_what_will_be_here_and_how_to_begin(strip: AttachmentStrip) -> None:
    assert strip.empty.isVisible()
    assert "Drop pictures and files here" in strip.empty.words.text()
    assert strip.note.text() == ""


def test_dropped_files_are_attached_and_shown(strip: AttachmentStrip, place: Place, tmp_path: Path) -> None:
    (tmp_path / "weld.jpg").write_bytes(encoded(photo(), "JPEG"))
    (tmp_path / "plan.pdf").write_bytes(PDF)
    counted: list[int] = []
    strip.counted.connect(counted.append)

    drop(strip, files(tmp_path / "weld.jpg", tmp_path / "plan.pdf"))

    place.until(lambda: len(strip.shown) == 2)
    assert sorted(shown(strip)) == ["plan.pdf", "weld.jpg"]
    place.until(lambda: any(tile.image is not None for tile in strip.tiles.values()))
    place.settle()
    assert strip.arrivals == {}
    assert not strip.empty.isVisible()
    assert counted[-1] == 2


def test_a_copied_picture_is_pasted_with_the_keys(strip: AttachmentStrip, place: Place, qtbot: QtBot) -> None:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 30))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(strip.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    place.until(lambda: len(strip.shown) == 1)
    attachment = strip.shown[0].attachment
    assert (attachment.name, attachment.type, attachment.width) == ("Pasted picture", "image/png", 320)


def test_copied_files_are_pasted_and_copied_words_are_not(strip: AttachmentStrip, place: Place, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("just words")
    strip.paste()
    assert "No picture and no file" in strip.said.text
    (tmp_path / "plan.pdf").write_bytes(PDF)
    QGuiApplication.clipboard().setMimeData(files(tmp_path / "plan.pdf"))
    strip.paste()
    place.until(lambda: shown(strip) == ["plan.pdf"])
    assert strip.said.text == ""
    QGuiApplication.clipboard().clear()  # else it ends after the program that filled it


def test_a_refusal_stands_beside_the_file_and_says_what_to_do(
    strip: AttachmentStrip, place: Place, qtbot: QtBot
) -> None:
    strip.add([(large_png(), "huge.png"), (b"MZ" + bytes(90), "setup.jpg"), (PDF, "plan.pdf")])
    place.until(lambda: shown(strip) == ["plan.pdf"])
    place.settle()
    words = {arrival.called: arrival.words.text() for arrival in strip.arrivals.values()}
    assert "50,000 × 50,000" in words["huge.png"]
    assert "at most 36,000,000" in words["huge.png"]
    assert "Programs and scripts are not taken" in words["setup.jpg"]
    for arrival in list(strip.arrivals.values()):
        qtbot.keyClick(arrival.close_button, Qt.Key.Key_Space)
    assert strip.arrivals == {}


def test_a_link_to_a_page_is_refused_in_words(strip: AttachmentStrip, place: Place) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/picture.jpg")])
    drop(strip, mime)
    place.settle()
    (arrival,) = strip.arrivals.values()
    assert "cannot be attached" in arrival.words.text()


def test_words_cannot_be_dropped(strip: AttachmentStrip) -> None:
    mime = QMimeData()
    mime.setText("=cmd|' /C calc'!A0")
    drop(strip, mime)
    assert strip.arrivals == {}


def test_too_many_files_at_once_are_refused_as_a_whole(strip: AttachmentStrip) -> None:
    strip.add([(PDF, f"{number}.pdf") for number in range(AT_ONCE + 1)])
    assert "At most 20 files" in strip.said.text
    assert strip.arrivals == {}


def test_a_file_can_be_taken_back_on_its_way(strip: AttachmentStrip, place: Place, qtbot: QtBot) -> None:
    strip.add([(encoded(photo(3000, 2000), "JPEG"), "large.jpg")])
    (arrival,) = strip.arrivals.values()
    qtbot.mouseClick(arrival.close_button, Qt.MouseButton.LeftButton)
    assert strip.arrivals == {}
    place.settle()
    place.until(lambda: place.kept() == [])
    assert strip.shown == []


def test_the_arrows_go_along_the_strip_and_return_opens(strip: AttachmentStrip, place: Place, qtbot: QtBot) -> None:
    for number in range(3):
        place.add(strip._record, PDF + bytes([65 + number]), f"{number}.pdf")
    place.until(lambda: len(strip.shown) == 3)
    order = [strip.tiles[each.attachment.id] for each in strip.shown]
    strip.activateWindow()
    order[0].setFocus()
    QApplication.processEvents()
    qtbot.keyClick(order[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is order[1]
    qtbot.keyClick(order[1], Qt.Key.Key_Left)
    qtbot.keyClick(order[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is order[2]
    qtbot.keyClick(order[2], Qt.Key.Key_Return)
    assert strip.viewer is not None
    assert strip.viewer.shown is not None
    assert strip.viewer.shown.attachment.name == "2.pdf"
    strip.viewer.close()


def test_what_happens_elsewhere_is_seen(strip: AttachmentStrip, place: Place) -> None:
    id = place.add(strip._record, PDF, "plan.pdf")
    place.until(lambda: shown(strip) == ["plan.pdf"])
    place.do(RemoveAttachment(id, ""))
    place.until(lambda: shown(strip) == [])
    assert strip.tiles == {}


def test_what_is_not_here_yet_says_so_and_is_shown_when_it_comes(strip: AttachmentStrip, place: Place) -> None:
    place.add(strip._record, encoded(photo(), "JPEG"), "weld.jpg")
    place.until(lambda: strip.shown)
    attachment = strip.shown[0].attachment
    path = place.attachments.folder / attachment.sha256[:2] / attachment.sha256
    data = path.read_bytes()
    path.unlink()
    strip.refresh()
    place.settle()
    tile = strip.tiles[attachment.id]
    assert tile.state is State.COMING
    assert "coming" in tile.accessibleName()
    path.write_bytes(data)
    place.attachments._came(attachment.sha256)
    place.settle()
    assert tile.state is State.HERE


def test_another_record_shows_its_own(strip: AttachmentStrip, place: Place) -> None:
    other = place.person("Operator 15")
    place.add(strip._record, PDF, "first.pdf")
    place.add(other, PDF, "second.pdf")
    strip.show_record("person", other)
    place.until(lambda: shown(strip) == ["second.pdf"])
    strip.show_record("", "")
    place.settle()
    assert shown(strip) == []
    assert not strip.add_button.isEnabled()


def test_who_may_not_attach_is_told_why(strip: AttachmentStrip, place: Place) -> None:
    from console.domain.people import Grant, Person, Role
    from console.domain.permissions import DEFAULTS, Reach

    assert (Role.VIEWER, AddAttachment.__name__) not in DEFAULTS
    assert DEFAULTS[Role.OPERATOR, AddAttachment.__name__] is Reach.SCOPE
    place.session.person = Person("p9", "Visitor", grants=(Grant(Role.VIEWER),))
    strip._allow()
    assert not strip.add_button.isEnabled()
    assert "Visitor" in strip.add_button.toolTip()
    strip.add([(PDF, "plan.pdf")])
    assert "Visitor" in strip.said.text
    place.session.person = None


def test_names_from_outside_are_shown_plain(strip: AttachmentStrip, place: Place) -> None:
    place.add(strip._record, PDF, "<img src=x onerror=alert(1)>.pdf")
    place.until(lambda: strip.shown)
    (tile,) = strip.tiles.values()
    assert "<img" not in tile.toolTip()
    assert "&lt;img" in tile.toolTip()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_and_everything_has_a_name(strip: AttachmentStrip, place: Place, code: str) -> None:
    languages.use(code)
    place.add(strip._record, PDF, "plan.pdf")
    strip.add([(b"MZ", "setup.jpg")])
    place.settle()
    QApplication.processEvents()
    assert clipped(strip) == []
    assert nameless(strip) == []
    languages.use("en")


def test_a_strip_that_is_gone_hears_nothing_any_more(place: Place, qtbot: QtBot) -> None:
    made = AttachmentStrip(place, "person", place.person())  # type: ignore[arg-type]
    place.settle()
    before = len(place.bus._handlers[RecordChanged])
    made.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    place.settle()
    assert len(place.bus._handlers[RecordChanged]) == before - 1
