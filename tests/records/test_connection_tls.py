"""A shared database proves who it is or is refused with the reason: real servers, papers of a private authority."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.sharing import Address, Engine
from console.records import tested
from console.records.address import uses_tls
from console.records.sharedfaults import CertificateRefused
from tests.brokers import HOST, Authority
from tests.databases import MariaDB, PostgreSQL, Server
from tests.records.connecting import refused
from tests.records.sealed import SealedMariaDB, SealedPostgreSQL

Sealed = Callable[..., Server]


@pytest.fixture(scope="module", params=["postgresql", "mariadb"])
def sealed(request: pytest.FixtureRequest) -> Iterator[Sealed]:
    """`sealed(name, hosts, begins, ends)`: a server that shows such a certificate of the authority."""
    authority: Authority = request.getfixturevalue("authority")
    made: dict[str, Server] = {}

    def make(name: str, hosts: tuple[str, ...], begins: float = -1, ends: float = 30) -> Server:
        if name not in made:
            papers = authority.issue(f"{name}-{request.param}", hosts, begins, ends)
            server = SealedPostgreSQL(papers) if request.param == "postgresql" else SealedMariaDB(papers)
            server.start()
            made[name] = server
        return made[name]

    yield make
    for server in made.values():
        server.remove()


def address_of(server: Server, authority: Authority, **more: str) -> Address:
    name = {Engine.POSTGRESQL: "postgres", Engine.MARIADB: "mysql"}[server.engine]
    address = Address(server.engine, "localhost", server.port, name, "gemba", "shop floor", "on", str(authority.ca))
    return replace(address, **more)  # type: ignore[arg-type]


@pytest.fixture
def good(sealed: Sealed) -> Server:
    return sealed("good", ("localhost", HOST))


@pytest.mark.parametrize("host", ["localhost", HOST])
def test_a_certificate_of_our_authority_is_believed(good: Server, authority: Authority, host: str) -> None:
    address = replace(good.fresh(), host=host, tls="auto", ca_file=str(authority.ca))

    assert tested.test_connection(address).encrypted.startswith("TLSv1.")


def test_an_unknown_authority_is_refused(good: Server, authority: Authority, tmp_path: Path) -> None:
    stranger = Authority(tmp_path, "Somebody else")
    for file in (str(stranger.ca), ""):
        trouble = refused(address_of(good, authority, ca_file=file))
        assert isinstance(trouble, CertificateRefused)
        assert trouble.facts["why"] == "authority"


def test_a_certificate_for_another_name_is_refused(sealed: Sealed, authority: Authority) -> None:
    trouble = refused(address_of(sealed("elsewhere", ("database.elsewhere.example",)), authority))

    assert isinstance(trouble, CertificateRefused)
    assert trouble.facts["why"] == "name"


def test_an_expired_certificate_is_refused(sealed: Sealed, authority: Authority) -> None:
    trouble = refused(address_of(sealed("late", ("localhost",), -20, -10), authority))

    assert isinstance(trouble, CertificateRefused)
    assert trouble.facts["why"] == "expired"


def test_a_file_that_holds_no_authority_is_told(good: Server, authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("not a certificate")
    for file in (tmp_path / "note.txt", tmp_path / "gone.pem"):
        trouble = refused(address_of(good, authority, ca_file=str(file)))
        assert isinstance(trouble, CertificateRefused)
        assert trouble.facts["why"] == "file"


def test_a_server_without_tls_is_refused_where_it_was_asked_for(postgresql: PostgreSQL, authority: Authority) -> None:
    trouble = refused(replace(postgresql.fresh(), tls="on", ca_file=str(authority.ca)))

    assert isinstance(trouble, CertificateRefused)
    assert trouble.facts["why"] == "none"


def test_a_mariadb_without_tls_is_refused_where_it_was_asked_for(authority: Authority) -> None:
    class Plain(MariaDB):
        def command(self) -> list[str]:
            return [*super().command(), "--skip-ssl"]

    server = Plain()
    server.start()
    try:
        trouble = refused(replace(server.fresh(), tls="on", ca_file=str(authority.ca)))
    finally:
        server.remove()
    assert isinstance(trouble, CertificateRefused)
    assert trouble.facts["why"] == "none"


@pytest.mark.parametrize(
    ("host", "tls", "ca_file", "encrypted"),
    [
        ("localhost", "auto", "", False),
        ("127.0.0.1", "auto", "", False),
        ("[::1]", "auto", "", False),
        ("db.plant.local", "auto", "", True),
        ("10.0.0.5", "auto", "", True),
        ("localhost", "auto", "ca.pem", True),
        ("localhost", "on", "", True),
        ("db.plant.local", "off", "ca.pem", False),
    ],
)
def test_the_way_is_encrypted_unless_it_stays_on_this_computer(
    host: str, tls: str, ca_file: str, encrypted: bool
) -> None:
    assert uses_tls(Address(Engine.POSTGRESQL, host, tls=tls, ca_file=ca_file)) is encrypted
