"""How the records are kept, as the top bar and the status bar say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.domain.sharing import Link, Sharing
from widgets.numbers import whole
from widgets.plain import plain
from widgets.shell.pill import Face

if TYPE_CHECKING:
    from console.app.console import Console


def kept_face(console: Console) -> tuple[Face, str]:
    """What the pill of the records shows, and more of it for its tooltip. What is wrong goes before what is well."""
    translate = QCoreApplication.translate
    ready, sharing = console.office.ready, console.health.sharing()
    if ready.code not in ("", "opening"):
        words = translate("keeping", "Records cannot be saved")
        return Face(words, icon="triangle-alert", loud=True), ready.detail or ready.code
    if console.store_trouble:
        words = translate("keeping", "Nothing is kept now")
        return Face(words, icon="triangle-alert", loud=True), console.store_trouble
    if console.store_damage:
        words = translate("keeping", "Kept again, older history lost")
        return Face(words, icon="triangle-alert", loud=True), console.store_damage
    if sharing.link is Link.OFF:
        where = translate("keeping", "Records and shift history are kept in {folder}").format(folder=console.store)
        return Face(translate("keeping", "Kept on this PC"), dot="running"), where
    return _shared_face(sharing), plain(f"{sharing.place} {sharing.reason}".strip())


def _shared_face(sharing: Sharing) -> Face:
    translate = QCoreApplication.translate
    match sharing.link:
        case Link.SHARED:
            return Face(translate("keeping", "Database · shared"), dot="running")
        case Link.COPYING:
            share = int(100 * sharing.done / max(1, sharing.total))
            return Face(translate("keeping", "Database · copying {0} %").format(share), icon="hourglass")
        case Link.CONNECTING:
            return Face(translate("keeping", "Database · connecting"), icon="hourglass")
        case Link.REFUSED:
            return Face(translate("keeping", "Database · refused"), icon="lock", loud=True)
        case Link.NEWER:
            return Face(translate("keeping", "Database · newer program needed"), icon="lock", loud=True)
    return Face(translate("keeping", "Database · away, saved here"), icon="cloud-off", loud=True)


def waiting_words(console: Console) -> tuple[str, str]:
    """What waits to be shared, for the status bar, and its colour role; "" where nothing has to be said."""
    translate = QCoreApplication.translate
    ready, sharing = console.office.ready, console.health.sharing()
    if ready.code == "opening":
        return "", "text_faint"
    if ready.code:
        return translate("keeping", "Records cannot be saved"), "bad"
    if sharing.link is Link.OFF:
        return translate("keeping", "All records saved on this PC"), "text_faint"
    if not sharing.waiting:
        return translate("keeping", "All records saved and shared"), "text_faint"
    words = translate("keeping", "All records saved · {0} waiting to be shared").format(whole(sharing.waiting))
    return words, "warning" if sharing.link is not Link.SHARED else "text_faint"
