"""Brokers for tests: a real mosquitto on a free loopback port, certificates for it, and a stranger that publishes."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import shutil
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import paho.mqtt.client as paho
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

HOST = "127.0.0.1"


def free_port() -> int:
    """A TCP port of the loopback interface that nobody uses at this moment."""
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])


def listening(port: int) -> bool:
    """Whether something accepts connections on the loopback port."""
    with socket.socket() as sock:
        sock.settimeout(0.5)
        return sock.connect_ex((HOST, port)) == 0


class Broker:
    """One mosquitto with one listener; `config` is added to its configuration file."""

    def __init__(self, folder: Path, config: str = "", port: int | None = None) -> None:
        self.host = HOST
        self.port = port or free_port()
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        rules = [f"listener {self.port} {HOST}", "persistence false", "log_type all"]
        if "allow_anonymous" not in config:
            rules.append("allow_anonymous true")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            rules.insert(0, "user root")
        (folder / "mosquitto.conf").write_text("\n".join([*rules, config, ""]))

    def start(self) -> None:
        """Start and return when it accepts connections; on the same port after every stop."""
        program = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
        with (self.folder / "mosquitto.log").open("ab") as log:
            command = [program, "-c", str(self.folder / "mosquitto.conf")]
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + 10
        while not listening(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"mosquitto did not start:\n{self.log()}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop it, gently, then not."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)
        self._process = None

    def log(self) -> str:
        """What it wrote so far."""
        path = self.folder / "mosquitto.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def says(self, words: str, seconds: float = 5.0) -> bool:
        """Whether it writes these words, now or in a moment: its log is a file that another process fills."""
        end = time.monotonic() + seconds
        while words not in self.log():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True


class Stranger:
    """A plain paho client, as some machine would use it; a context manager that is connected inside."""

    def __init__(self, port: int, client_id: str = "", host: str = HOST) -> None:
        self._client = paho.Client(paho.CallbackAPIVersion.VERSION2, client_id, protocol=paho.MQTTv5)
        self._address = (host, port)
        self._ready = threading.Event()
        self.heard: list[tuple[str, bytes, bool]] = []
        self._client.on_connect = lambda *facts: self._ready.set()
        self._client.on_subscribe = lambda *facts: self._ready.set()
        self._client.on_message = self._message

    def __enter__(self) -> Stranger:
        self._client.connect(*self._address)
        self._client.loop_start()
        assert self._ready.wait(5), "the stranger could not connect"
        return self

    def __exit__(self, *error: object) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def publish(self, topic: str, payload: str | bytes, qos: int = 1, retain: bool = False, **user: str) -> None:
        """Publish and, with QoS 1 or 2, wait until the broker has it; `user` become MQTT 5 user properties."""
        properties = Properties(PacketTypes.PUBLISH)
        if user:
            properties.UserProperty = [(key.replace("_", "-"), text) for key, text in user.items()]
        info = self._client.publish(topic, payload, qos, retain, properties)
        info.wait_for_publish(5)

    def listen(self, topic: str) -> None:
        """Subscribe; what comes is in `heard`."""
        self._ready.clear()
        self._client.subscribe(topic, 1)
        assert self._ready.wait(5), "no answer to the subscription"

    def _message(self, client: Any, data: Any, message: paho.MQTTMessage) -> None:
        self.heard.append((message.topic, bytes(message.payload), message.retain))


@dataclass(frozen=True)
class Papers:
    """A certificate and its key, PEM files."""

    cert: Path
    key: Path


class Authority:
    """A certificate authority of a test; everything it signs lies in `folder`."""

    def __init__(self, folder: Path, name: str = "Test authority") -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        folder.mkdir(parents=True, exist_ok=True)
        self.ca = folder / "ca.pem"
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        builder = self._builder(self._name, self._key.public_key(), -1, 30)
        builder = builder.add_extension(x509.BasicConstraints(True, None), True).add_extension(usage, True)
        self.ca.write_bytes(builder.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def issue(self, name: str, hosts: tuple[str, ...] = (), begins: float = -1, ends: float = 30) -> Papers:
        """Papers for a server (`hosts` it may be called) or a client; valid from and until so many days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = self._builder(subject, key.public_key(), begins, ends)
        purpose = ExtendedKeyUsageOID.SERVER_AUTH if hosts else ExtendedKeyUsageOID.CLIENT_AUTH
        builder = builder.add_extension(x509.BasicConstraints(False, None), True)
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), False)
        if hosts:
            builder = builder.add_extension(x509.SubjectAlternativeName([_host(host) for host in hosts]), False)
        papers = Papers(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        encoding, private = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        papers.cert.write_bytes(builder.sign(self._key, hashes.SHA256()).public_bytes(encoding))
        papers.key.write_bytes(key.private_bytes(encoding, private, serialization.NoEncryption()))
        return papers

    def lock(self, key: Path, password: bytes) -> bytes:
        """The private key in `key` as PEM that only the password opens."""
        private: Any = serialization.load_pem_private_key(key.read_bytes(), None)
        sealed = serialization.BestAvailableEncryption(password)
        return bytes(private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, sealed))

    def _builder(self, subject: x509.Name, public: Any, begins: float, ends: float) -> x509.CertificateBuilder:
        today = dt.datetime.now(dt.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(today + dt.timedelta(days=begins))
            .not_valid_after(today + dt.timedelta(days=ends))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), False)
        )


def tls_config(papers: Papers, ca: Path | None = None) -> str:
    """mosquitto's settings for a TLS listener; with `ca` only clients that it signed get in."""
    rules = [f"certfile {papers.cert}", f"keyfile {papers.key}"]
    if ca is not None:
        rules += [f"cafile {ca}", "require_certificate true"]
    return "\n".join(rules)


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
