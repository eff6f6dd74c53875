"""Why somebody may not do a step alone, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from console.domain.errors import Refusal
from console.domain.skills import ALONE
from widgets.people.words import level_word
from widgets.plain import plain


def lack_words(operation: str, level: int, expires: date | None) -> str:
    """What is lacking, without the name of who lacks it."""
    translate, what = QCoreApplication.translate, plain(operation, 60)
    if level >= ALONE and expires is not None:
        return translate("orders", "{0}: ran out on {1}").format(what, expires.isoformat())
    if level > 0:
        return translate("orders", "{0}: level {1} ({2}), not alone").format(what, level, level_word(level))
    return translate("orders", "{0}: not learnt").format(what)


def lacking_words(refusal: Refusal) -> str:
    """The same as a refusal says it."""
    facts = refusal.facts
    level, expires = facts.get("level"), facts.get("expires")
    said = lack_words(
        str(facts.get("operation", "")),
        level if isinstance(level, int) else 0,
        expires if isinstance(expires, date) else None,
    )
    words = QCoreApplication.translate(
        "refusals", "{0} may not do this step alone. {1}. A supervisor can go over it with a reason."
    )
    return words.format(plain(facts.get("name", ""), 60), said)
