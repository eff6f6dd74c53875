"""Rules of what people are told: both languages say the same, and text from outside stays text."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from console.app.noticewords import WORDS, Facts, bundle_of, message_of, plain, trial_of
from console.app.parcels import Parcel, Secrets
from console.app.sending import _composed
from console.domain.channels import LANGUAGES, Channel, ChannelKind
from console.domain.notices import Reason

FACTS = Facts(
    Reason.ESCALATED, 2, "major", "Machine", "L1 · 10", "Jam", "E7", datetime(2026, 11, 21, 11, 30, tzinfo=UTC),
    ("Lea", "Mo"), "call-1", "Gate 2",
)  # fmt: skip


def test_both_languages_have_every_word_with_the_same_gaps() -> None:
    assert set(WORDS) == set(LANGUAGES)
    english, chinese = WORDS["en"], WORDS["zh_CN"]
    assert english.keys() == chinese.keys()
    for name, words in english.items():
        assert set(re.findall(r"\{\w+\}", words)) == set(re.findall(r"\{\w+\}", chinese[name])), name
        assert words
        assert chinese[name]
    assert {reason.value for reason in Reason} <= english.keys()


def test_a_message_says_where_what_since_when_and_who_was_told() -> None:
    said = message_of(FACTS, "en")
    assert said.subject == "[Major] L1 · 10 · Machine · Jam"
    assert said.lines[0] == "Nobody has answered yet: escalated to level 2"
    assert "Told: Lea, Mo" in said.lines
    assert "Since: 2026-11-21 11:30" in said.lines
    assert message_of(FACTS, "zh_CN").lines[0] == "尚无人响应：已升级到第 2 级"
    assert "已通知：Lea、Mo" in message_of(FACTS, "zh_CN").lines


def test_a_bundle_names_every_call() -> None:
    said = bundle_of([FACTS] * 40, "en")
    assert said.subject == "40 messages about calls"
    assert sum("Jam" in line for line in said.lines) == 30
    assert "and 10 more" in said.lines


def test_text_from_outside_has_no_line_ends_controls_or_direction_marks() -> None:
    assert plain("a\r\nBcc: x@y.z\x07\u202egpj\u2066") == "a Bcc: x@y.zgpj"
    assert plain("x" * 500, 10) == "x" * 9 + "…"


def test_no_text_can_add_a_header_to_a_mail() -> None:
    nasty = "Jam\r\nBcc: all@works.test\n\n<b>x"
    facts = Facts(Reason.RAISED, 0, "major", nasty, nasty, nasty, nasty, FACTS.since, (nasty,), "c", nasty)
    channel = Channel("m", "Mails", ChannelKind.MAIL, sender="andon@works.test")
    mail = _composed(Parcel(channel, message_of(facts, "en"), "id-1", "c", "lea@works.test"))
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    assert mail.get_content_type() == "text/plain"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_secrets_are_not_shown_where_somebody_prints_them() -> None:
    assert "word" not in repr(Secrets("https://x/word", "word", "word"))
    assert trial_of("Gate 2", "zh_CN").subject == "测试消息"
