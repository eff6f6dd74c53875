"""The help page of every figure, written at display time from the metric dictionary."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from console.domain.metrics import METRICS, Metric
from widgets.figures.names import formula_words, metric_name, owner_words, unit_words

ACTING = re.compile(r"([\\`*_{}\[\]<>#|~])")


def figures_markdown() -> str:
    """One section a metric, in the language in use."""
    return "\n\n".join(_section(metric) for metric in METRICS.values())


def _section(metric: Metric) -> str:
    translate = QCoreApplication.translate
    facts = (
        (translate("FiguresHelp", "Unit"), unit_words(metric.unit)),
        (translate("FiguresHelp", "Source"), metric.source),
        (translate("FiguresHelp", "Owner"), owner_words(metric.owner)),
        (
            translate("FiguresHelp", "In the dictionary"),
            translate("FiguresHelp", "{code}, version {version}").format(code=metric.code, version=metric.version),
        ),
    )
    rows = "\n".join(f"- {_plain(name)}: {_plain(words)}" for name, words in facts)
    return f"### {_plain(metric_name(metric.code))}\n\n{_plain(formula_words(metric.code))}\n\n{rows}"


def _plain(words: str) -> str:
    """Words in which Markdown sees no mark."""
    return ACTING.sub(r"\\\1", words)
