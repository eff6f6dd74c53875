"""The names of what topics seem to speak."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.telemetry.guesses import Dialect


def dialect_word(dialect: Dialect) -> str:
    """What the messages of a topic look like."""
    translate = QCoreApplication.translate
    words = {
        Dialect.SPARKPLUG: "Sparkplug B",
        Dialect.JSON: translate("dialects", "JSON document"),
        Dialect.SCALAR: translate("dialects", "Single value"),
        Dialect.PACKML: translate("dialects", "PackML tree"),
        Dialect.PICTURE: translate("dialects", "Picture"),
        Dialect.TEXT: translate("dialects", "Text"),
        Dialect.BINARY: translate("dialects", "Bytes"),
        Dialect.EMPTY: translate("dialects", "Empty"),
        Dialect.UNKNOWN: translate("dialects", "Not known"),
    }
    return words[dialect]
