"""The wire is private where asked, and a broker that cannot prove who it is is refused in plain words."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console.domain.events import Link
from console.telemetry.broker import BrokerSettings
from console.telemetry.tls import tls_context
from tests.brokers import HOST, Authority, Broker, Papers, tls_config
from tests.telemetry.ear import Ear

MakeBroker = Callable[..., Broker]


def settings(port: int, ca: Path | None, host: str = "localhost", **more: Any) -> BrokerSettings:
    ca_file = str(ca) if ca else ""
    return BrokerSettings(host, port, "console", ca_file=ca_file, subscriptions=(("plant/#", 2),), **more)


def refused(wanted: BrokerSettings) -> str:
    """The reason that a console is given."""
    with Ear(wanted) as ear:
        ear.until(lambda: ear.client.link.link is Link.REFUSED)
        assert Link.CONNECTED not in ear.links
        return ear.client.link.reason


@pytest.mark.parametrize("host", ["localhost", HOST])
def test_a_broker_with_a_certificate_of_our_authority_is_heard(
    tls_broker: Broker, authority: Authority, host: str
) -> None:
    with Ear(settings(tls_broker.port, authority.ca, host)).connected() as ear:
        assert ear.client.publish("plant/a", b"sealed")
        ear.until(lambda: ear.heard)
        assert ear.payloads == [b"sealed"]


def test_a_flood_and_large_messages_come_whole_through_tls(tls_broker: Broker, authority: Authority) -> None:
    large = bytes(range(256)) * 2000
    sent = [large if number % 50 == 0 else str(number).encode() for number in range(500)]
    with Ear(settings(tls_broker.port, authority.ca)).connected() as ear:
        for payload in sent:
            ear.until(lambda payload=payload: ear.client.publish("plant/a", payload))  # type: ignore[misc]
        ear.until(lambda: len(ear.heard) == len(sent))
        assert ear.payloads == sent


def test_a_certificate_for_another_name_is_refused(make_broker: MakeBroker, authority: Authority) -> None:
    broker = make_broker(tls_config(authority.issue("elsewhere", ("broker.elsewhere.example",))))
    assert "made for another name" in refused(settings(broker.port, authority.ca))
    assert "made for another address" in refused(settings(broker.port, authority.ca, HOST))


def test_an_expired_certificate_is_refused(make_broker: MakeBroker, authority: Authority) -> None:
    broker = make_broker(tls_config(authority.issue("late", ("localhost",), begins=-20, ends=-10)))
    assert "has expired" in refused(settings(broker.port, authority.ca))


def test_a_certificate_that_is_not_valid_yet_points_at_the_clock(make_broker: MakeBroker, authority: Authority) -> None:
    broker = make_broker(tls_config(authority.issue("early", ("localhost",), begins=10, ends=20)))
    assert "clock of this computer" in refused(settings(broker.port, authority.ca))


def test_an_unknown_authority_is_refused(tls_broker: Broker, tmp_path: Path) -> None:
    stranger = Authority(tmp_path, "Somebody else")
    assert "unknown authority" in refused(settings(tls_broker.port, stranger.ca))
    assert "unknown authority" in refused(settings(tls_broker.port, None, tls=True))


def test_a_broker_may_ask_who_the_console_is(
    make_broker: MakeBroker, authority: Authority, client_papers: Papers, tmp_path: Path
) -> None:
    broker = make_broker(tls_config(authority.issue("strict", ("localhost",)), authority.ca))
    mine = {"cert_file": str(client_papers.cert), "key_file": str(client_papers.key)}
    with Ear(settings(broker.port, authority.ca, **mine)).connected():
        pass
    assert "asks for a certificate of this console" in refused(settings(broker.port, authority.ca))
    foreign = Authority(tmp_path, "Somebody else").issue("intruder")
    theirs = {"cert_file": str(foreign.cert), "key_file": str(foreign.key)}
    assert "signed the certificate of this console" in refused(settings(broker.port, authority.ca, **theirs))


def test_an_expired_certificate_of_the_console_is_named(make_broker: MakeBroker, authority: Authority) -> None:
    broker = make_broker(tls_config(authority.issue("strict2", ("localhost",)), authority.ca))
    old = authority.issue("old-console", begins=-20, ends=-10)
    mine = {"cert_file": str(old.cert), "key_file": str(old.key)}
    assert "certificate of this console has expired" in refused(settings(broker.port, authority.ca, **mine))


def test_tls_to_a_plain_port_says_so(broker: Broker, authority: Authority) -> None:
    with Ear(settings(broker.port, authority.ca)) as ear:
        ear.until(lambda: ear.client.link.link in (Link.REFUSED, Link.LOST))
        assert "TLS" in ear.client.link.reason


def test_a_plain_console_at_a_tls_port_does_not_get_in(tls_broker: Broker) -> None:
    with Ear(settings(tls_broker.port, None)) as ear:
        ear.until(lambda: ear.client.link.link is Link.LOST)
        assert ear.client.link.reason


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"ca_file": "{gone}"}, "cannot be read"),
        ({"ca_file": "{junk}"}, "no usable certificate"),
        ({"cert_file": "{gone}"}, "cannot be read"),
        ({"cert_file": "{junk}"}, "cannot be used together"),
        ({"cert_file": "{cert}", "key_file": "{other}"}, "cannot be used together"),
        ({"key_file": "{key}"}, "no certificate file"),
        ({"cert_file": "{cert}", "key_file": "{locked}"}, "protected by a password"),
    ],
)
def test_a_wrong_file_is_named(
    tmp_path: Path, authority: Authority, client_papers: Papers, files: dict[str, str], words: str
) -> None:
    junk, locked = tmp_path / "junk.pem", tmp_path / "locked.key"
    junk.write_text("not a certificate")
    locked.write_bytes(authority.lock(client_papers.key, b"secret"))
    names = {
        "gone": tmp_path / "gone.pem",
        "junk": junk,
        "locked": locked,
        "cert": client_papers.cert,
        "key": client_papers.key,
        "other": authority.issue("other").key,
    }
    told = {key: path.format(**names) for key, path in files.items()}
    reason = refused(BrokerSettings("localhost", 1, "console", tls=True, **told))  # type: ignore[arg-type]
    assert words in reason


def test_a_corrected_file_is_read_at_the_next_try(tls_broker: Broker, authority: Authority, tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_bytes(Authority(tmp_path / "wrong").ca.read_bytes())
    with Ear(settings(tls_broker.port, ca)) as ear:
        ear.until(lambda: ear.client.link.link is Link.REFUSED)
        ca.write_bytes(authority.ca.read_bytes())
        ear.connected()


def test_a_session_survives_a_restart_of_a_tls_broker(tls_broker: Broker, authority: Authority) -> None:
    with Ear(settings(tls_broker.port, authority.ca)).connected() as ear:
        tls_broker.stop()
        ear.until(lambda: ear.client.link.link is Link.LOST)
        tls_broker.start()
        ear.connected()


@pytest.mark.parametrize(
    ("host", "port", "more", "expected"),
    [
        ("localhost", 1883, {}, False),
        ("localhost", 8883, {}, False),
        ("127.3.2.1", 8883, {}, False),
        ("::1", 8883, {}, False),
        ("broker.plant.example", 8883, {}, True),
        ("10.0.0.7", 8883, {}, True),
        ("broker.plant.example", 1883, {}, False),
        ("broker.plant.example", 8883, {"tls": False}, False),
        ("localhost", 1883, {"tls": True}, True),
        ("localhost", 1883, {"ca_file": "ca.pem"}, True),
        ("localhost", 1883, {"cert_file": "me.pem"}, True),
    ],
)
def test_when_tls_is_used(host: str, port: int, more: dict[str, Any], expected: bool) -> None:
    assert BrokerSettings(host, port, **more).uses_tls is expected


def test_verification_cannot_be_switched_off(authority: Authority) -> None:
    context = tls_context(BrokerSettings("localhost", ca_file=str(authority.ca)))
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
