"""What the fast reader expects of paho's inside: an upgrade that changes it fails here, not on a Monday morning."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from paho.mqtt import client as paho
from paho.mqtt.client import CallbackAPIVersion, Client

import console
from console.telemetry import wire
from console.telemetry.broker import BrokerSettings
from console.telemetry.buffered import BufferedClient, fits
from console.telemetry.plain import PlainClient
from console.telemetry.receiver import Receiver


def receiver() -> Receiver:
    return Receiver(lambda *message: True, lambda: 0.0)


def plain() -> PlainClient:
    return PlainClient(receiver(), callback_api_version=CallbackAPIVersion.VERSION2)


def test_this_paho_is_the_one_that_the_fast_reader_was_written_for() -> None:
    assert version("paho-mqtt").startswith("2.2.")
    assert fits(plain())
    assert isinstance(wire.make_wire(BrokerSettings("localhost"), receiver(), True), BufferedClient)


def test_paho_asks_the_overridden_methods() -> None:
    """The loop reads by `loop_read`, which paho must still call, and packets other than PUBLISH by `_packet_handle`."""
    names = Client._loop.__code__.co_names
    assert {"loop_read", "pending", "loop_write", "loop_misc"} <= set(names)
    assert "_handle_pubrel" in Client._packet_handle.__code__.co_names
    assert paho.time_func() == pytest.approx(__import__("time").monotonic(), abs=1)


@pytest.mark.parametrize("name", ["loop_read", "_packet_handle", "_packet_queue", "_sock_recv"])
def test_a_changed_signature_is_noticed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(Client, name, lambda self, something_else: None)
    assert not fits(plain())


def test_a_missing_method_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Client, "_handle_pubrel")
    assert not fits(plain())


def test_a_changed_attribute_is_noticed() -> None:
    client = plain()
    del client._out_packet
    assert not fits(client)
    client._out_packet = paho.collections.deque()


def test_only_four_files_know_paho() -> None:
    root = Path(console.__file__).parent
    knowing = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search("(from|import) paho", path.read_text("utf-8"))
    }
    allowed = {f"telemetry/{name}.py" for name in ("buffered", "callbacks", "plain", "wire")}
    assert {name for name in knowing if name.startswith("telemetry/")} == allowed
