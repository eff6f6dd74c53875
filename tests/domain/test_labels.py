"""Rules of station labels: each names one place, no badge is taken for one, a misread one names nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.domain.labels import LENGTH, LETTERS, is_label, label_code, label_of

PLACES = [f"L{line}/{station}" for line in range(1, 41) for station in range(10, 260, 10)]


@given(st.text(), st.text())
def test_a_label_is_known_for_one_and_is_short_enough_for_a_small_code(place: str, category: str) -> None:
    code = label_code(place, category)
    assert is_label(code)
    assert is_label(f" {code.lower()}\n")
    assert len(code) == LENGTH
    assert code.isascii()
    assert code.isupper()


def test_a_label_leads_back_to_its_place_and_category() -> None:
    assert label_of(label_code("L7/30"), PLACES, ["safety", "machine"]) == ("L7/30", "")
    assert label_of(label_code("L7/30", "machine").lower(), PLACES, ["safety", "machine"]) == ("L7/30", "machine")


def test_the_label_of_another_plant_names_nothing_here() -> None:
    assert label_of(label_code("elsewhere"), PLACES, ["safety"]) is None


def test_a_thousand_stations_have_a_thousand_labels() -> None:
    assert len({label_code(place, kind) for place in PLACES for kind in ("", "safety", "machine")}) == 3000


@given(st.sampled_from(PLACES), st.integers(2, LENGTH - 1), st.sampled_from(LETTERS))
def test_one_misread_letter_makes_it_no_label_or_names_nothing(place: str, at: int, letter: str) -> None:
    code = label_code(place)
    misread = code[:at] + letter + code[at + 1 :]
    if misread != code:
        assert not is_label(misread) or label_of(misread, PLACES) is None


@given(st.text(alphabet="0123456789ABCDEF", min_size=4, max_size=16))
def test_a_badge_number_is_no_label(number: str) -> None:
    assert not is_label(number)
