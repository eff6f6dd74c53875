"""Rules of what webhooks are sent: the documented shapes, the signature, and what counts as taken."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from console.app.noticewords import Message
from console.app.parcels import Unsent
from console.app.webhooks import Mention, body_of, judge, mentions_of, signed
from console.domain.channels import Contact, Shape
from console.domain.notices import Why

MESSAGE = Message("[Major] L1 · 10 · Machine · **bold** <at>x</at>", ("Where: L1 · 10", "What: [link](http://evil)"))
MENTIONS = (
    Mention("Lea", mobile="13800001111"),
    Mention("Sue <b>", mobile="13800002222", handle="sue.w@works.test"),
    Mention("Mo", handle="mo"),
)


def told(shape: Shape, message: Message = MESSAGE, mentions: tuple[Mention, ...] = MENTIONS) -> dict[str, Any]:
    """The JSON as the server reads it."""
    found: dict[str, Any] = json.loads(body_of(shape, message, mentions, {"call": "1"}))
    return found


def test_dingtalk_gets_text_and_mobiles_to_mention() -> None:
    body = told(Shape.DINGTALK)
    assert set(body) == {"msgtype", "text", "at"}
    assert body["msgtype"] == "text"
    assert body["at"] == {"atMobiles": ["13800001111", "13800002222"], "atUserIds": ["mo"], "isAtAll": False}
    lines = body["text"]["content"].split("\n")
    assert lines[0] == MESSAGE.subject
    assert lines[-1] == "@13800001111 @13800002222 @mo"


def test_dingtalks_signature_is_that_of_time_and_secret() -> None:
    url = "https://oapi.dingtalk.com/robot/send?access_token=abc"
    parts = urlsplit(signed(url, "SECRET", 1577262236.757))
    query = parse_qs(parts.query)
    proof = hmac.new(b"SECRET", b"1577262236757\nSECRET", hashlib.sha256).digest()
    assert query == {
        "access_token": ["abc"],
        "timestamp": ["1577262236757"],
        "sign": [base64.b64encode(proof).decode()],
    }
    assert parts.netloc == "oapi.dingtalk.com"
    assert signed(url, "", 1.0) == url


def test_wecom_gets_text_of_at_most_2048_bytes_with_users_and_mobiles() -> None:
    body = told(Shape.WECOM)
    assert body == {
        "msgtype": "text",
        "text": {
            "content": MESSAGE.text,
            "mentioned_list": ["sue.w@works.test", "mo"],
            "mentioned_mobile_list": ["13800001111"],
        },
    }
    long = told(Shape.WECOM, Message("安灯", ("呼叫" * 2000,)), ())
    assert len(long["text"]["content"].encode()) <= 2048
    assert long["text"]["content"].endswith("…")
    assert set(long["text"]) == {"content"}


def test_teams_gets_a_message_with_one_adaptive_card_in_which_no_markup_is_read() -> None:
    body = told(Shape.TEAMS)
    assert body["type"] == "message"
    (attached,) = body["attachments"]
    assert attached["contentType"] == "application/vnd.microsoft.card.adaptive"
    card = attached["content"]
    assert (card["type"], card["$schema"]) == ("AdaptiveCard", "http://adaptivecards.io/schemas/adaptive-card.json")
    *lines, mentions = card["body"]
    assert [line["type"] for line in lines] == ["RichTextBlock"] * 3
    assert lines[0]["inlines"][0]["text"] == MESSAGE.subject
    assert mentions["text"] == "<at>Sue b</at> <at>Mo</at>"
    assert card["msteams"]["entities"] == [
        {"type": "mention", "text": "<at>Sue b</at>", "mentioned": {"id": "sue.w@works.test", "name": "Sue b"}},
        {"type": "mention", "text": "<at>Mo</at>", "mentioned": {"id": "mo", "name": "Mo"}},
    ]


def test_the_generic_shape_is_the_document_itself() -> None:
    assert told(Shape.GENERIC) == {"call": "1"}


def test_people_are_mentioned_as_far_as_it_is_known_how() -> None:
    people = [("Lea", Contact("lea", mobile="13800001111")), ("Nobody", Contact("n", mail="n@x.test")), ("Gone", None)]
    assert mentions_of(people) == (Mention("Lea", "13800001111"),)
    assert mentions_of((), ("13800001111", "desk")) == (
        Mention("13800001111", "13800001111"),
        Mention("desk", "", "desk"),
    )


@pytest.mark.parametrize(
    ("shape", "status", "answer", "why"),
    [
        (Shape.GENERIC, 204, b"", None),
        (Shape.TEAMS, 202, b"", None),
        (Shape.TEAMS, 200, b"1", None),
        (Shape.DINGTALK, 200, b'{"errcode":0,"errmsg":"ok"}', None),
        (Shape.DINGTALK, 200, b'{"errcode":310000,"errmsg":"sign not match"}', Why.REFUSED),
        (Shape.DINGTALK, 200, b'{"errcode":130101,"errmsg":"send too fast"}', Why.BUSY),
        (Shape.WECOM, 200, b'{"errcode":93000,"errmsg":"invalid webhook url"}', Why.REFUSED),
        (Shape.WECOM, 200, b'{"errcode":45009,"errmsg":"api freq out of limit"}', Why.BUSY),
        (Shape.WECOM, 200, b"<html>sign in to the guest network</html>", Why.REFUSED),
        (Shape.WECOM, 200, b"[1]", Why.REFUSED),
        (Shape.GENERIC, 429, b"", Why.BUSY),
        (Shape.GENERIC, 500, b"", Why.REFUSED),
        (Shape.GENERIC, 301, b"", Why.REFUSED),
        (Shape.TEAMS, 404, b"", Why.REFUSED),
    ],
)
def test_only_a_yes_counts_as_taken(shape: Shape, status: int, answer: bytes, why: Why | None) -> None:
    if why is None:
        judge(shape, status, answer)
        return
    with pytest.raises(Unsent) as found:
        judge(shape, status, answer)
    assert found.value.why is why
