"""Rules of channels and contacts: nothing unfit is kept, and nothing secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from console.domain.andon import Severity
from console.domain.channels import (
    TOPIC,
    Channel,
    ChannelKind,
    ChannelUnfit,
    Contact,
    ContactUnfit,
    Security,
    Shape,
    Whom,
    checked_channel,
    checked_contact,
    listens,
    mail_server,
    public_address,
    topic_of,
)

SINCE = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
MAIL = Channel("m", "Mails", ChannelKind.MAIL, "mail.works.test", sender="andon@works.test")
WEB = Channel("w", "Group", ChannelKind.WEBHOOK, "https://oapi.dingtalk.com", Shape.DINGTALK)
MQTT = Channel("q", "Topics", ChannelKind.MQTT, TOPIC)


@pytest.mark.parametrize("channel", [MAIL, WEB, MQTT], ids=["mail", "webhook", "mqtt"])
def test_a_fit_channel_is_kept_as_it_is(channel: Channel) -> None:
    assert checked_channel(channel) == channel


@pytest.mark.parametrize(
    ("channel", "more", "field"),
    [
        (MAIL, {"address": ""}, "address"),
        (MAIL, {"address": "mail works"}, "address"),
        (MAIL, {"address": "mail:99999"}, "address"),
        (MAIL, {"address": "http://mail"}, "address"),
        (MAIL, {"sender": "andon"}, "sender"),
        (MAIL, {"sender": "a@b\r\nBcc: c@d"}, "sender"),
        (MAIL, {"whom": Whom.FIXED}, "recipients"),
        (MAIL, {"whom": Whom.FIXED, "recipients": ("lea",)}, "recipients"),
        (MAIL, {"language": "de"}, "language"),
        (WEB, {"address": "https://oapi.dingtalk.com/robot/send?access_token=abc"}, "address"),
        (WEB, {"address": "https://user:word@oapi.dingtalk.com"}, "address"),
        (WEB, {"address": "http://oapi.dingtalk.com"}, "address"),
        (WEB, {"address": "ftp://files"}, "address"),
        (WEB, {"address": "https://"}, "address"),
        (WEB, {"recipients": ("two words",)}, "recipients"),
        (MQTT, {"address": ""}, "address"),
        (MQTT, {"address": "gemba/#"}, "address"),
        (MQTT, {"address": "gemba/+/x"}, "address"),
        (MQTT, {"address": "$SYS/x"}, "address"),
        (MQTT, {"address": "gemba/{nothing}"}, "address"),
        (MQTT, {"address": "x" * 201}, "address"),
    ],
)
def test_an_unfit_channel_is_refused_with_its_field(channel: Channel, more: dict[str, Any], field: str) -> None:
    with pytest.raises(ChannelUnfit) as found:
        checked_channel(replace(channel, **more))
    assert found.value.facts["field"] == field


def test_of_a_webhooks_address_only_scheme_and_host_are_public() -> None:
    assert public_address("https://oapi.dingtalk.com/robot/send?access_token=abc") == "https://oapi.dingtalk.com"
    assert public_address("https://u:p@works.test:8443/x") == "https://works.test:8443"
    assert public_address("http://[::1]:80/x") == "http://[::1]:80"
    for wrong in ("", "works", "file:///etc/passwd", "https://works:port/", "https://[x"):
        assert public_address(wrong) == ""


@pytest.mark.parametrize(
    ("address", "security", "server"),
    [
        ("mail.works.test", Security.TLS, ("mail.works.test", 465)),
        ("mail.works.test", Security.STARTTLS, ("mail.works.test", 587)),
        ("mail.works.test:2525", Security.NONE, ("mail.works.test", 2525)),
        ("[::1]:25", Security.NONE, ("::1", 25)),
        ("[::1]", Security.NONE, ("::1", 25)),
    ],
)
def test_a_mail_server_has_the_usual_port_where_none_is_given(
    address: str, security: Security, server: tuple[str, int]
) -> None:
    channel = checked_channel(replace(MAIL, address=address, security=security))
    assert mail_server(channel) == server


def test_what_fills_a_topic_stays_one_level_without_wildcards() -> None:
    assert topic_of(TOPIC, {"site": "Suzhou", "person": "3007"}) == "gemba/Suzhou/notice/3007"
    assert topic_of(TOPIC, {"site": "a/b+#$\x00", "person": ""}) == "gemba/a_b____/notice/-"


@pytest.mark.parametrize(
    ("contact", "field"),
    [
        (Contact("p", mail="lea"), "mail"),
        (Contact("p", mail="lea@works..test"), "mail"),
        (Contact("p", mail="lea@works.test\nBcc: x@y.z"), "mail"),
        (Contact("p", mail="李@works.test"), "mail"),
        (Contact("p", mobile="12"), "mobile"),
        (Contact("p", mobile="call me"), "mobile"),
        (Contact("p", handle="two words"), "handle"),
        (Contact("p", handle="<at>"), "handle"),
    ],
)
def test_an_address_that_nobody_could_be_reached_at_is_refused(contact: Contact, field: str) -> None:
    with pytest.raises(ContactUnfit) as found:
        checked_contact(contact)
    assert found.value.facts["field"] == field


def test_a_mobile_is_kept_without_what_people_write_between() -> None:
    assert checked_contact(Contact("p", mobile="+86 138-0000 1111")).mobile == "+8613800001111"
    assert checked_contact(Contact("p", " lea@works.test ")).mail == "lea@works.test"
    assert checked_contact(Contact("p")) == Contact("p")


def test_a_channel_hears_what_it_is_for_and_nothing_while_it_is_off() -> None:
    channel = replace(MAIL, since=SINCE, severity=Severity.MAJOR, areas=("Body",), categories=("machine",))
    assert listens(channel, Severity.CRITICAL, "Body", "machine")
    assert not listens(channel, Severity.MINOR, "Body", "machine")
    assert not listens(channel, Severity.MAJOR, "Paint", "machine")
    assert not listens(channel, Severity.MAJOR, "Body", "help")
    assert not listens(replace(channel, active=False), Severity.MAJOR, "Body", "machine")
    assert not listens(replace(channel, since=None), Severity.MAJOR, "Body", "machine")
