"""Rules of attachments: what they are called, to what they belong, and that content is named by its hash alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from console.domain.attachments import (
    AlreadyAttached,
    Attachment,
    AttachmentRefused,
    EmptyFile,
    OtherPlace,
    TypeNotAllowed,
    attached,
    belongs,
    display_name,
    file_name,
    is_hash,
    noted,
)

AT = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
PHOTO = Attachment(
    "a1", "skill", "s1", "L1", "weld.jpg", "image/jpeg", "a" * 64, 1000, 640, 480, "b" * 64, "", AT, "p1"
)


def test_the_same_content_is_not_attached_twice_to_one_record() -> None:
    again = replace(PHOTO, id="a2", name="copy.jpg")
    with pytest.raises(AlreadyAttached) as refused:
        attached(again, [PHOTO])
    assert refused.value.facts == {"name": "copy.jpg", "there": "weld.jpg"}
    assert attached(again, []) == again


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"type": "image/svg+xml"}, TypeNotAllowed),
        ({"type": "image/gif"}, TypeNotAllowed),
        ({"size": 0}, EmptyFile),
        ({"sha256": "../../etc/passwd"}, AttachmentRefused),
        ({"thumb": "A" * 64}, AttachmentRefused),
    ],
)
def test_what_is_no_attachment_is_refused(wrong: dict[str, object], refusal: type[AttachmentRefused]) -> None:
    with pytest.raises(refusal):
        attached(replace(PHOTO, **wrong), [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("weld.jpg", "weld.jpg"),
        ("C:\\Users\\op\\Bilder\\Naht 3.png", "Naht 3.png"),
        ("/home/op/../../etc/passwd", "passwd"),
        ("焊缝 第3号.jpg", "焊缝 第3号.jpg"),
        ("a\x00b\ud800\nc\t.pdf", "ab c .pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("../", ""),
        ("", ""),
    ],
)
def test_a_name_is_the_last_part_of_a_path_and_can_be_stored(given: str, shown: str) -> None:
    assert display_name(given) == shown


def test_a_long_name_fits_into_its_column_also_as_the_strictest_database_counts() -> None:
    assert len(display_name("x" * 500)) == 120
    assert len(display_name("\U0001f6e0" * 500).encode("utf-16-le")) // 2 == 120


@pytest.mark.parametrize(
    ("name", "type", "saved"),
    [
        ("weld.jpg", "image/png", "weld.png"),
        ("run.exe", "application/pdf", "run.pdf"),
        ('a<b>:"c"/d|e?.csv', "text/csv", "a b c d e.csv"),
        ("...", "text/plain", "a1.txt"),
        ("con cycle", "text/plain", "con cycle.txt"),
        ("con.jpg", "image/png", "_con.png"),
        ("Lpt1.old.txt", "text/plain", "_Lpt1.old.txt"),
    ],
)
def test_a_saved_copy_ends_in_what_it_is_whatever_it_was_called(name: str, type: str, saved: str) -> None:
    assert file_name(replace(PHOTO, name=name, type=type)) == saved


def test_an_attachment_is_changed_only_at_its_own_place() -> None:
    assert belongs(PHOTO, "L1") is PHOTO
    with pytest.raises(OtherPlace):
        belongs(PHOTO, "L2")


def test_a_note_is_trimmed_and_everything_else_stays() -> None:
    assert noted(PHOTO, "  crack at 3 o'clock\n") == replace(PHOTO, note="crack at 3 o'clock")


@pytest.mark.parametrize(
    ("text", "yes"), [("0" * 64, True), ("0" * 63, False), ("0" * 64 + "\n", False), ("G" * 64, False)]
)
def test_only_a_sha256_is_a_hash(text: str, yes: bool) -> None:
    assert is_hash(text) is yes
