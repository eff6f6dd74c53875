"""Shared databases that speak TLS, for the tests of certificates."""

from __future__ import annotations

import os
import shutil

from console.domain.sharing import Address
from tests.brokers import Papers
from tests.databases import MariaDB, PostgreSQL, Server


class SealedPostgreSQL(PostgreSQL):
    """PostgreSQL that lets nobody in without TLS."""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers
        super().__init__()

    def install(self) -> None:
        """The cluster, its papers and the rule."""
        super().install()
        hand_over(self, self.papers)
        rules = self.folder / "data" / "pg_hba.conf"
        rules.write_text("hostssl all all 127.0.0.1/32 scram-sha-256\n")

    def command(self) -> list[str]:
        """With its papers."""
        papers = {"ssl": "on", "ssl_cert_file": self.folder / "cert.pem", "ssl_key_file": self.folder / "key.pem"}
        return [*super().command(), *(word for name, value in papers.items() for word in ("-c", f"{name}={value}"))]


class SealedMariaDB(MariaDB):
    """MariaDB that lets nobody in without TLS; its own certificate is not asked for by the tests' helper."""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers
        super().__init__()

    def install(self) -> None:
        """The folder and its papers."""
        super().install()
        hand_over(self, self.papers)

    def command(self) -> list[str]:
        """With its papers."""
        return [*super().command(), f"--ssl-cert={self.folder / 'cert.pem'}", f"--ssl-key={self.folder / 'key.pem'}"]


def hand_over(server: Server, papers: Papers) -> None:
    """Give certificate and key to the user that the server runs as."""
    for source, name in ((papers.cert, "cert.pem"), (papers.key, "key.pem")):
        target = server.folder / name
        shutil.copyfile(source, target)
        target.chmod(0o600)
        if "user" in server._as:
            os.chown(target, server._as["user"], server._as["group"])


def as_localhost(address: Address, **more: str) -> Address:
    """The same by the name that the certificate was made for."""
    from dataclasses import replace

    return replace(address, host="localhost", **more)  # type: ignore[arg-type]
