"""What webhooks take: the shapes of DingTalk, WeCom and Teams, and our own; and what their answers mean.

DingTalk (custom robot): `msgtype` text with `at`; a signed robot wants `timestamp` (ms) and `sign` = base64 of the
HMAC-SHA256 of "timestamp, line feed, secret" under the secret, in the query. WeCom (group robot): text of at most 2048
bytes with `mentioned_list` and `mentioned_mobile_list`. Both answer 200 with `errcode`, 0 = taken. Teams (workflow for
webhook requests): a message with one adaptive card; what is mentioned stands in `msteams.entities`. Text goes only
where markup is not read, because what a machine or a person wrote is in it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from console.app.noticewords import Message
from console.app.parcels import Unsent
from console.domain.channels import Contact, Shape
from console.domain.notices import Why

WECOM_MOST = 2048  # bytes of a text
DINGTALK_MOST = 15_000
BUSY = (130101, 410100, 45009, 45033)  # codes of DingTalk and WeCom: too many messages


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody whose attention the message wants."""

    name: str
    mobile: str = ""
    handle: str = ""


def mentions_of(people: Sequence[tuple[str, Contact | None]], fixed: Sequence[str] = ()) -> tuple[Mention, ...]:
    """People by name, as far as it is known how they are reached, and those who always are: a mobile, else a handle."""
    known = [Mention(name, one.mobile, one.handle) for name, one in people if one is not None]
    always = [Mention(one, one if _is_mobile(one) else "", "" if _is_mobile(one) else one) for one in fixed]
    return tuple(mention for mention in (*known, *always) if mention.mobile or mention.handle)


def body_of(shape: Shape, message: Message, mentions: Sequence[Mention], facts: Mapping[str, Any]) -> bytes:
    """The JSON to post."""
    made = {Shape.DINGTALK: _dingtalk, Shape.WECOM: _wecom, Shape.TEAMS: _teams}.get(shape)
    told = made(message, mentions) if made is not None else facts
    return json.dumps(told, ensure_ascii=False).encode()


def signed(url: str, secret: str, now: float) -> str:
    """The address of a DingTalk robot with what proves that the sender knows its secret; `now` in seconds UTC."""
    if not secret:
        return url
    stamp = str(round(now * 1000))
    proof = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest()
    parts = urlsplit(url)
    query = [*parse_qsl(parts.query, keep_blank_values=True), ("timestamp", stamp)]
    return urlunsplit(parts._replace(query=urlencode([*query, ("sign", base64.b64encode(proof).decode())])))


def judge(shape: Shape, status: int, answer: bytes) -> None:
    """Unsent unless the answer says that the message was taken."""
    if status == 429:
        raise Unsent(Why.BUSY, f"HTTP {status}")
    if not 200 <= status < 300:
        raise Unsent(Why.REFUSED, f"HTTP {status}")
    if shape not in (Shape.DINGTALK, Shape.WECOM):
        return
    try:
        told = json.loads(answer)
        code, said = int(told["errcode"]), str(told.get("errmsg", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unsent(Why.REFUSED, f"HTTP {status}, no errcode in the answer") from None
    if code:
        raise Unsent(Why.BUSY if code in BUSY else Why.REFUSED, f"errcode {code}: {said}")


def _dingtalk(message: Message, mentions: Sequence[Mention]) -> dict[str, Any]:
    mobiles = [one.mobile for one in mentions if one.mobile]
    users = [one.handle for one in mentions if one.handle and not one.mobile]
    called = " ".join(f"@{one}" for one in (*mobiles, *users))
    text = _cut("\n".join(filter(None, (message.text, called))), DINGTALK_MOST)
    return {
        "msgtype": "text",
        "text": {"content": text},
        "at": {"atMobiles": mobiles, "atUserIds": users, "isAtAll": False},
    }


def _wecom(message: Message, mentions: Sequence[Mention]) -> dict[str, Any]:
    told: dict[str, Any] = {"content": _cut(message.text, WECOM_MOST)}
    users = [one.handle for one in mentions if one.handle]
    mobiles = [one.mobile for one in mentions if one.mobile and not one.handle]
    if users:
        told["mentioned_list"] = users
    if mobiles:
        told["mentioned_mobile_list"] = mobiles
    return {"msgtype": "text", "text": told}


def _teams(message: Message, mentions: Sequence[Mention]) -> dict[str, Any]:
    called = [one for one in mentions if one.handle]
    body: list[dict[str, Any]] = [_run(message.subject, size="Medium", weight="Bolder")]
    body += [_run(line) for line in message.lines]
    tags = [f"<at>{_name(one, number)}</at>" for number, one in enumerate(called, 1)]
    if tags:
        body.append({"type": "TextBlock", "text": " ".join(tags), "wrap": True})
    entities = [
        {"type": "mention", "text": tag, "mentioned": {"id": one.handle, "name": _name(one, number)}}
        for number, (tag, one) in enumerate(zip(tags, called, strict=True), 1)
    ]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
        "msteams": {"width": "Full", "entities": entities},
    }
    attached = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attached]}


def _run(text: str, **look: str) -> dict[str, Any]:
    """A line whose text is never read as markup, as that of a TextBlock would be."""
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **look}]}


def _name(one: Mention, number: int) -> str:
    """What a mention is called: letters and digits of the name only, because a TextBlock reads markup."""
    name = "".join(char for char in one.name if char.isalnum() or char in " .")
    return " ".join(name.split())[:60] or str(number)


def _cut(text: str, most: int) -> str:
    raw = text.encode()
    return text if len(raw) <= most else raw[: most - 3].decode(errors="ignore") + "…"


def _is_mobile(text: str) -> bool:
    return text.lstrip("+").isascii() and text.lstrip("+").isdigit()
