"""Rules of text from outside: it is shown as it is, and nothing in it acts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from widgets.cards import Button, OneLine, Text
from widgets.payloads import Kind, as_sent, decoded, to_copy
from widgets.plain import plain, plain_block, tip
from widgets.tables import cell


@given(st.text(alphabet=st.characters(codec=None), max_size=400))
def test_no_acting_character_reaches_the_screen(text: str) -> None:
    shown = plain(text)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in shown)
    assert not any(
        unicodedata.bidirectional(sign) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI")
        for sign in shown
    )


def test_ordinary_text_of_any_language_is_left_alone() -> None:
    for text in ("30 Weld A", "焊接站 30", "Größe — ½ µm", "שלום", "العربية", "a & b <c>"):
        assert plain(text) == text


def test_long_text_ends_in_an_ellipsis() -> None:
    assert len(plain("x" * 10_000)) == 300
    assert plain("x" * 10_000).endswith("…")


def test_lines_and_tabs_stay_in_a_block_and_carriage_returns_go() -> None:
    assert plain_block("a\r\nb\tc\x1b[31m") == "a\nb\tc\\x1b[31m"


def test_a_tooltip_never_becomes_markup() -> None:
    assert tip("<img src=x>\nb") == "<qt>&lt;img src=x&gt;<br/>b</qt>"
    assert tip("") == ""


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("-3.5", "-3.5"),
        ("a\tb\nc", "a b c"),
        ("", ""),
    ],
)
def test_a_copied_cell_cannot_become_a_formula(text: str, safe: str) -> None:
    assert cell(text) == safe


@given(st.binary(max_size=600), st.sampled_from(["a", "spBv1.0/G/NDATA/N", "spBv1.0/G/DBIRTH/N/D", "spBv1.0/STATE/x"]))
def test_no_payload_breaks_decoding(payload: bytes, topic: str) -> None:
    decoded(topic, payload)
    as_sent(payload)
    to_copy(payload)


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (b"", Kind.EMPTY), (b"3.5", Kind.NUMBER), (b"1_000", Kind.TEXT), (b"true", Kind.FLAG), (b"Running", Kind.TEXT),
        (b'{"a": 1}', Kind.JSON), (b"[1, 2]", Kind.JSON), (b"{broken", Kind.TEXT), (b"\xff\xd8\xff", Kind.BYTES),
    ],
)  # fmt: skip
def test_a_payload_is_called_what_it_is(payload: bytes, kind: Kind) -> None:
    assert decoded("a/b", payload).kind is kind


def test_a_picture_inside_a_document_does_not_fill_the_view() -> None:
    assert len(decoded("a", b'{"image": "' + b"A" * 200_000 + b'"}').text) < 3000
    assert len(decoded("a", b"A" * 200_000).text) < 3000


def test_a_long_word_does_not_widen_a_page(qtbot: QtBot) -> None:
    label = OneLine()
    qtbot.addWidget(label)
    label.say("x" * 5000)
    assert label.minimumSizeHint().width() == 0
    assert label.sizeHint().width() <= 600
    label.resize(100, 20)
    assert not label.grab().isNull()
    assert "x" * 5000 in label.toolTip()


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    label, button = Text(), Button()
    for widget in (label, button):
        qtbot.addWidget(widget)
    label.say("<h1>big</h1>")
    small = Text()
    qtbot.addWidget(small)
    small.say("-h1-big--h1-")
    assert label.sizeHint().height() == small.sizeHint().height()
