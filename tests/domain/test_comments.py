"""Rules of comments: whom a text names."""

from __future__ import annotations

import pytest

from console.domain.comments import mentioned

NAMES = [("Team leader 3", ("a",)), ("Team leader 31", ("b",)), ("班组长 1", ("c",)), ("Maintenance", ("d", "e"))]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@Team leader 3 look", ("a",)),
        ("@team LEADER 31, look", ("b",)),
        ("@Team leader 312", ()),
        ("请@班组长 1看一下", ("c",)),
        ("@Maintenance and @Team leader 3 and @Maintenance", ("d", "e", "a")),
        ("Team leader 3", ()),
        ("@@Maintenance", ("d", "e")),
        ("a@", ()),
    ],
)
def test_an_at_sign_and_a_name_mean_somebody(text: str, meant: tuple[str, ...]) -> None:
    assert mentioned(text, NAMES) == meant
