"""What the pieces of a bundle for support are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.app.supportbundle import Kind

KINDS: dict[Kind, str] = {
    Kind.ABOUT: QT_TRANSLATE_NOOP("support", "About this file"),
    Kind.LOG: QT_TRANSLATE_NOOP("support", "Log"),
    Kind.CRASHES: QT_TRANSLATE_NOOP("support", "Program errors"),
    Kind.SETTINGS: QT_TRANSLATE_NOOP("support", "Settings and where they come from"),
    Kind.VERSIONS: QT_TRANSLATE_NOOP("support", "Versions"),
    Kind.DATABASES: QT_TRANSLATE_NOOP("support", "Form and size of the databases"),
    Kind.HEALTH: QT_TRANSLATE_NOOP("support", "Health"),
    Kind.COMPUTER: QT_TRANSLATE_NOOP("support", "This computer"),
    Kind.PLANT: QT_TRANSLATE_NOOP("support", "Size of the plant, problems in its file"),
}


def kind_word(kind: Kind) -> str:
    """What a piece is, in the language of the moment."""
    return QCoreApplication.translate("support", KINDS[kind])
