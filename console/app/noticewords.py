"""What people are told of a call, in the two languages.

These words leave the console: they are made where no screen and no Qt is, and in the language of the channel, not of
the screen. So they stand here as a small table and not among the translations of the face; a test holds the two
languages against each other. Text from outside stays text: control characters and those that turn the reading
direction are taken out, and nothing is ever read as markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from console.domain.notices import Reason

LINE_MOST = 400  # characters of one line
BUNDLE_MOST = 30  # calls that one summary names
_JOINERS = "\u200c\u200d"

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "critical": "Critical",
        "major": "Major",
        "minor": "Minor",
        "notice": "Notice",
        "raised": "A call is waiting for you",
        "escalated": "Nobody has answered yet: escalated to level {level}",
        "reopened": "The call is open again and waits for an answer",
        "worsened": "The call has become worse",
        "shift_change": "The call goes on in your shift",
        "over": "The call is closed",
        "where": "Where",
        "what": "What",
        "category": "Category",
        "since": "Since",
        "told": "Told",
        "nobody": "nobody is there in this role",
        "code": "Machine code",
        "reference": "Call",
        "from": "Gemba Console {console}",
        "comma": ", ",
        "colon": ": ",
        "bundle": "{count} messages about calls",
        "bundled": "Many calls came at once; this message stands for all of them.",
        "more": "and {count} more",
        "test": "Test message",
        "tested": "This is a test: no call was raised. Messages of this channel arrive here.",
    },
    "zh_CN": {
        "critical": "紧急",
        "major": "严重",
        "minor": "一般",
        "notice": "提示",
        "raised": "有一条安灯呼叫等待您响应",
        "escalated": "尚无人响应：已升级到第 {level} 级",
        "reopened": "呼叫已重新打开，等待响应",
        "worsened": "呼叫的严重程度提高了",
        "shift_change": "呼叫转入您的班次",
        "over": "呼叫已关闭",
        "where": "地点",
        "what": "内容",
        "category": "类别",
        "since": "开始时间",
        "told": "已通知",
        "nobody": "该角色无人在岗",
        "code": "机器代码",
        "reference": "呼叫编号",
        "from": "Gemba Console {console}",
        "comma": "、",
        "colon": "：",
        "bundle": "{count} 条安灯呼叫消息",
        "bundled": "短时间内呼叫较多，已合并为这一条消息。",
        "more": "另有 {count} 条",
        "test": "测试消息",
        "tested": "这是测试消息，没有发起呼叫。此渠道的消息会发到这里。",
    },
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a call at the moment when somebody is told of it."""

    reason: Reason
    level: int
    severity: str
    category: str  # its name
    place: str  # the names of line and station
    text: str
    code: str
    since: datetime  # on the wall of the factory
    told: tuple[str, ...]  # what those are called who are told
    call: str
    console: str  # what people call the console


@dataclass(frozen=True, slots=True)
class Message:
    """A subject and lines of plain text."""

    subject: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, one line below the other."""
        return "\n".join((self.subject, *self.lines))


def message_of(facts: Facts, language: str) -> Message:
    """What one call says."""
    words = WORDS.get(language, WORDS["en"])
    since = facts.since.strftime("%Y-%m-%d %H:%M")
    told = words["comma"].join(plain(name, 60) for name in facts.told) or words["nobody"]
    named = (
        ("where", plain(facts.place, 120)),
        ("what", plain(facts.text)),
        ("category", plain(facts.category, 120)),
        ("since", since),
        ("code", plain(facts.code, 120)),
        ("told", told if facts.reason is not Reason.OVER else ""),
        ("reference", facts.call),
    )
    lines = [words[facts.reason.value].format(level=facts.level)]
    lines += [f"{words[name]}{words['colon']}{said}" for name, said in named if said]
    lines.append(words["from"].format(console=plain(facts.console, 60)))
    return Message(_subject(facts, words), tuple(lines))


def bundle_of(many: Sequence[Facts], language: str) -> Message:
    """What several calls say in one message."""
    words = WORDS.get(language, WORDS["en"])
    lines = [words["bundled"]]
    lines += [f"{each.since:%H:%M} {_subject(each, words)}" for each in many[:BUNDLE_MOST]]
    if len(many) > BUNDLE_MOST:
        lines.append(words["more"].format(count=len(many) - BUNDLE_MOST))
    lines.append(words["from"].format(console=plain(many[0].console, 60)))
    return Message(words["bundle"].format(count=len(many)), tuple(lines))


def trial_of(console: str, language: str) -> Message:
    """What tells somebody that a channel works."""
    words = WORDS.get(language, WORDS["en"])
    return Message(words["test"], (words["tested"], words["from"].format(console=plain(console, 60))))


def plain(text: str, most: int = LINE_MOST) -> str:
    """The text on one line, without characters that cannot be seen or that turn the reading direction."""
    kept = (
        " " if char.isspace() else char
        for char in text
        if char.isspace() or char in _JOINERS or not unicodedata.category(char).startswith("C")
    )
    whole = " ".join("".join(kept).split())
    return whole if len(whole) <= most else whole[: most - 1] + "…"


def _subject(facts: Facts, words: Mapping[str, str]) -> str:
    parts = (words[facts.severity], plain(facts.place, 120), plain(facts.category, 60), plain(facts.text, 80))
    return f"[{parts[0]}] " + " · ".join(part for part in parts[1:] if part)
