"""One picture or file in the strip: its thumbnail, its name, and where its content is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen

from console.app.queries.attachments import AttachmentShown
from console.domain.attachments import State
from widgets.attachments.images import icon_of
from widgets.attachments.words import facts_words, short_words
from widgets.cards import Painted
from widgets.plain import plain, tip
from widgets.theme import color, font, pixmap, ring

WIDE, HIGH, PICTURE = 152, 142, 100  # pixels


class Tile(Painted):
    """A button that opens the viewer."""

    def __init__(self, shown: AttachmentShown) -> None:
        super().__init__()
        self.shown = shown
        self.state = State.HERE
        self.waits = False  # saved here, not yet shared
        self.image: QImage | None = None
        self.setFixedSize(WIDE, HIGH)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDE, HIGH)

    def show_attachment(self, shown: AttachmentShown, state: State, waits: bool) -> None:
        """Show the same attachment as it is now."""
        self.shown, self.state, self.waits = shown, state, waits
        attachment = shown.attachment
        parts = [plain(attachment.name, 120), facts_words(attachment), self.state_words(), plain(attachment.note)]
        words = [part for part in parts if part]
        self.setAccessibleName(", ".join(words))
        self.setToolTip(tip("\n".join(words)))
        self.update()

    def show_image(self, image: QImage) -> None:
        """Show its thumbnail."""
        self.image = image
        self.update()

    def state_words(self) -> str:
        """What a person should know about it; "" when all is well."""
        translate = QCoreApplication.translate
        if self.state is State.COMING:
            return translate("attachments", "Not here yet: it is coming")
        if self.state is State.CHANGED:
            return translate("attachments", "Changed by another program: not shown")
        return translate("attachments", "Saved here, not yet shared") if self.waits else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(frame, 6, 6)
        self._picture(painter, QRect(4, 4, WIDE - 8, PICTURE))
        self._words(painter)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()))

    def _picture(self, painter: QPainter, box: QRect) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(box), 4, 4)
        painter.fillPath(path, color("window"))
        if self.image is not None and self.state is not State.CHANGED:
            painter.save()
            painter.setClipPath(path)
            size = self.image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(box.center())
            painter.drawImage(place, self.image)
            painter.restore()
            if self.state is State.COMING or self.waits:
                self._badge(painter, box)
            return
        mark, role = self._mark()
        drawn = pixmap(mark, role, 28, self.devicePixelRatioF())
        painter.drawPixmap(box.center().x() - 14, box.center().y() - (22 if self._short() else 14), drawn)
        painter.setPen(color(role if role == "bad" else "text_muted"))
        painter.setFont(font(12))
        painter.drawText(box.adjusted(4, 62, -4, 0), int(Qt.AlignmentFlag.AlignHCenter), self._short())

    def _mark(self) -> tuple[str, str]:
        if self.state is State.CHANGED:
            return "triangle-alert", "bad"
        return (
            ("hourglass", "text_faint")
            if self.state is State.COMING
            else (icon_of(self.shown.attachment), "text_muted")
        )

    def _short(self) -> str:
        translate = QCoreApplication.translate
        if self.state is State.CHANGED:
            return translate("attachments", "Changed")
        return translate("attachments", "Coming") if self.state is State.COMING else ""

    def _badge(self, painter: QPainter, box: QRect) -> None:
        spot = QRectF(box.right() - 23, box.top() + 3, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(spot, 4, 4)
        mark = pixmap("hourglass", "text_muted", 14, self.devicePixelRatioF())
        painter.drawPixmap(round(spot.x()) + 3, round(spot.y()) + 3, mark)

    def _words(self, painter: QPainter) -> None:
        attachment = self.shown.attachment
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, role, y in (
            (attachment.note or attachment.name, "text", 106),
            (short_words(attachment), "text_faint", 122),
        ):
            painter.setFont(font(12))
            painter.setPen(color(role))
            shown = painter.fontMetrics().elidedText(plain(words, 120), Qt.TextElideMode.ElideRight, WIDE - 16)
            painter.drawText(QRect(8, y, WIDE - 16, 16), left, shown)
