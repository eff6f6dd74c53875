"""Station labels: what stands in the code that is glued to a station, and which place it names.

Scanners type. Only letters are used that lie in the same place on English, German and French keyboards, so that no
scanner has to be told which keyboard its PC believes in. A label names its place by a digest: it stays right when the
line is renamed on the screen, and tells nobody who finds a sheet what the plant's topics are called.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

PREFIX = "GC"
LETTERS = "BCDEFGHJKNPRSTVX"  # sixteen, four bits each
DIGEST = 12  # letters: 48 bits, so that among 30 000 labels two are alike once in 600 000 plants
LENGTH = len(PREFIX) + DIGEST + 1  # and one to check the others


def label_code(place: str, category: str = "") -> str:
    """What the label of a place says, or of a call of one category there: 15 capital letters."""
    digest = sha256(f"{place}\x1f{category}".encode()).hexdigest()
    body = PREFIX + "".join(LETTERS[int(digit, 16)] for digit in digest[:DIGEST])
    return body + _check(body)


def is_label(scanned: str) -> bool:
    """Whether this can be the code of a label, and no badge."""
    code = scanned.strip().upper()
    return (
        len(code) == LENGTH
        and code.startswith(PREFIX)
        and set(code[len(PREFIX) :]) <= set(LETTERS)
        and code[-1] == _check(code[:-1])
    )


def label_of(scanned: str, places: Iterable[str], categories: Iterable[str] = ()) -> tuple[str, str] | None:
    """Place and category ("" = none) of a label; None where it belongs to none of these."""
    code, places, kinds = scanned.strip().upper(), tuple(places), tuple(categories)
    for category in ("", *kinds):
        for place in places:
            if label_code(place, category) == code:
                return place, category
    return None


def _check(body: str) -> str:
    """The last letter: a weighted sum, so that one wrong letter or two that changed places are found."""
    alphabet = LETTERS + "".join(sorted(set(PREFIX) - set(LETTERS)))
    return LETTERS[sum((2 * i + 1) * alphabet.index(letter) for i, letter in enumerate(body)) % len(LETTERS)]
