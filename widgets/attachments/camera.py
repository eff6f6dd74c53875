"""A picture from a camera of this computer. QtMultimedia is taken only when somebody presses the button."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.attachments.canvas import Canvas
from widgets.cards import Button, Choice
from widgets.people.fields import Said
from widgets.plain import plain

log = logging.getLogger(__name__)
FRAMES = 0.05  # seconds between two frames that are shown
_found_none = False  # somebody looked, and there was no camera


def camera_possible() -> bool:
    """Whether a camera may be there, without loading anything: what only QtMultimedia knows is known after a look."""
    if _found_none:
        return False
    return not sys.platform.startswith("linux") or any(Path("/dev").glob("video*"))


class CameraDialog(QDialog):
    """Shows what a camera sees; `taken` carries the picture that a person took and kept."""

    taken = Signal(QImage)
    nothing = Signal()  # no camera was found

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self._camera: Any = None
        self._parts: list[Any] = []  # session, capture, sink
        self._shown_at = 0.0
        self.choice, self.canvas, self.said = Choice(), Canvas(), Said()
        self.shoot = Button("camera", self.take, primary=True)
        self.again, self.keep = Button("rotate-ccw", self.look), Button("check", self.give, primary=True)
        self.leave = Button("", self.reject)
        self._lay_out()
        self.choice.activated.connect(lambda _: self.look())
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(860, 640)

    def begin(self) -> bool:
        """Look for cameras and show the first; False where there is none, which is said in words."""
        global _found_none
        try:
            from PySide6.QtMultimedia import QMediaDevices

            cameras = QMediaDevices.videoInputs()
        except ImportError as error:
            log.info("No camera: QtMultimedia cannot be loaded (%s)", error)
            cameras = []
        _found_none = not cameras
        self.choice.clear()
        for camera in cameras:
            self.choice.addItem(plain(camera.description(), 60), camera)
        self.choice.setVisible(len(cameras) > 1)
        if not cameras:
            words = self.tr("No camera was found at this computer. Plug one in, or add a picture from a file.")
            self.canvas.show_words(words, "camera")
            self.said.warn(words)
            self._offer(False)
            self.nothing.emit()
            return False
        self.look()
        return True

    def look(self) -> None:
        """Show what the chosen camera sees."""
        from PySide6.QtMultimedia import QCamera, QImageCapture, QMediaCaptureSession, QVideoSink

        self._stop()
        self.picture = QImage()
        self.said.say("")
        self.canvas.show_words(self.tr("The camera begins…"), "hourglass")
        camera, session, capture, sink = (
            QCamera(self.choice.currentData(), self), QMediaCaptureSession(self), QImageCapture(self), QVideoSink(self),
        )  # fmt: skip
        session.setCamera(camera)
        session.setImageCapture(capture)
        session.setVideoSink(sink)
        camera.errorOccurred.connect(lambda _, why: self._trouble(why))
        capture.errorOccurred.connect(lambda _, __, why: self._trouble(why))
        capture.imageCaptured.connect(lambda _, image: self._took(image))
        sink.videoFrameChanged.connect(self._frame)
        self._camera, self._parts = camera, [session, capture, sink]
        camera.start()
        self._offer(True)
        self.shoot.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Take the picture."""
        if self._camera is not None:
            self._parts[1].capture()

    def give(self) -> None:
        """Give the picture away and close."""
        if not self.picture.isNull():
            self.taken.emit(self.picture)
            self.accept()

    def done(self, result: int) -> None:
        """The camera is let go, however the dialog ends."""
        self._stop()
        super().done(result)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Picture from a camera"))
        self.choice.setAccessibleName(self.tr("Camera"))
        self.canvas.setAccessibleName(self.tr("What the camera sees"))
        self.shoot.name(self.tr("Take the picture"))
        self.again.name(self.tr("Once more"))
        self.keep.name(self.tr("Use it"))
        self.leave.name(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _frame(self, frame: Any) -> None:
        at = time.monotonic()
        if self.picture.isNull() and at - self._shown_at >= FRAMES:
            self._shown_at = at
            image = frame.toImage()
            if not image.isNull():
                self.canvas.show_image(image)

    def _took(self, image: QImage) -> None:
        self._stop()
        self.picture = image
        self.canvas.show_image(image)
        self._offer(True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trouble(self, why: str) -> None:
        words = self.tr("The camera does not answer: {0}. Another program may be using it.")
        self.said.say(words.format(plain(why, 120)))

    def _stop(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            for part in (*self._parts, self._camera):
                part.deleteLater()  # one of them may be telling just now: it must outlive its own signal
        self._camera, self._parts = None, []

    def _offer(self, there: bool) -> None:
        took = not self.picture.isNull()
        self.shoot.setVisible(there and not took)
        for button in (self.again, self.keep):
            button.setVisible(took)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.choice)
        foot.addStretch(1)
        for button in (self.leave, self.again, self.shoot, self.keep):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
