"""Shared databases for tests: a real PostgreSQL and a real MariaDB on free loopback ports, in folders of their own."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pymysql

from console.domain.sharing import Address, Engine
from tests.brokers import HOST, free_port

USER, PASSWORD = "gemba", "shop floor"


class Server:
    """A database server that can be stopped, killed and started again on the same port; base of both kinds."""

    engine: Engine
    owner: str  # the Debian user it runs as where we are root

    def __init__(self) -> None:
        self.host = HOST
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix=f"gemba-{self.engine.value}-", dir=_somewhere()))
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = itertools.count(1)
        self._as: dict[str, Any] = {}
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            import pwd  # not there on Windows

            who = pwd.getpwnam(self.owner)
            self._as = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
            os.chown(self.folder, who.pw_uid, who.pw_gid)
        self.install()

    def install(self) -> None:
        """Make the empty data folder."""
        raise NotImplementedError

    def command(self) -> list[str]:
        """How the server is started in the foreground."""
        raise NotImplementedError

    def sql(self, statement: str, database: str = "") -> list[Any]:
        """Run one statement as the owner of everything; its rows."""
        raise NotImplementedError

    def tool(self, database: str) -> contextlib.AbstractContextManager[Callable[[str], list[Any]]]:
        """`sql` for one database over one connection, for whoever has hundreds of statements."""
        raise NotImplementedError

    def fresh(self) -> Address:
        """The address of a new, empty database."""
        name = f"gemba_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name}")
        return Address(self.engine, self.host, self.port, name, USER, PASSWORD)

    def start(self) -> None:
        """Start and return when it answers; harmless when it runs."""
        if self._process is not None:
            return
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(), stdout=log, stderr=log, cwd=self.folder, start_new_session=True, **self._as
            )
        deadline = time.monotonic() + 40
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.engine.value} did not start:\n{self.log()[-3000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop it in order: connections are closed, everything is written."""
        self._end(signal.SIGINT if self.engine is Engine.POSTGRESQL else signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut does; the next start recovers."""
        self._end(signal.SIGQUIT if self.engine is Engine.POSTGRESQL else signal.SIGKILL)

    def remove(self) -> None:
        """End it, without care for what is in it, and delete its folder."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self) -> str:
        """What it wrote so far."""
        path = self.folder / "server.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.Error, pymysql.Error, OSError):
            self.sql("SELECT 1")
            return True
        return False

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, check=False, **self._as)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed:\n{done.stderr.decode(errors='replace')[-3000:]}")


class PostgreSQL(Server):
    """PostgreSQL with password sign-in (SCRAM); the user may do everything."""

    engine = Engine.POSTGRESQL
    owner = "postgres"

    def install(self) -> None:
        """Make the cluster."""
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        words = ["-A", "scram-sha-256", "-U", USER, "--pwfile", str(secret), "-E", "UTF8", "--locale=C", "-N"]
        self._run(_program("initdb"), "-D", str(self.folder / "data"), *words)

    def command(self) -> list[str]:
        """The server in the foreground, without fsync."""
        settings = [
            "fsync=off",
            "dynamic_shared_memory_type=mmap",
            "max_connections=60",
            "shared_buffers=32MB",
            "logging_collector=off",
        ]
        words = ["-D", str(self.folder / "data"), "-h", self.host, "-p", str(self.port), "-k", str(self.folder)]
        return [_program("postgres"), *words, *(word for setting in settings for word in ("-c", setting))]

    def sql(self, statement: str, database: str = "") -> list[Any]:
        """Run one statement; its rows."""
        with self.tool(database) as run:
            return run(statement)

    @contextlib.contextmanager
    def tool(self, database: str) -> Iterator[Callable[[str], list[Any]]]:
        """`sql` for one database over one connection."""
        where = {"host": self.host, "port": self.port, "dbname": database or "postgres", "connect_timeout": 5}
        with psycopg.connect(user=USER, password=PASSWORD, autocommit=True, **where) as db:  # type: ignore[arg-type]

            def run(statement: str) -> list[Any]:
                cursor = db.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []

            yield run

    def throw_out(self, database: str) -> int:
        """End every connection to a database; how many there were."""
        asked = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'"
        return len(self.sql(asked))


class MariaDB(Server):
    """MariaDB with password sign-in; the user may do everything."""

    engine = Engine.MARIADB
    owner = "mysql"

    def install(self) -> None:
        """Make the data folder and the user."""
        words = [f"--datadir={self.folder / 'data'}", "--auth-root-authentication-method=normal", "--skip-test-db"]
        self._run("mariadb-install-db", "--no-defaults", *words)
        allow = f"CREATE USER IF NOT EXISTS '{USER}'@'%' IDENTIFIED BY '{PASSWORD}';\n"
        allow += f"GRANT ALL ON *.* TO '{USER}'@'%' WITH GRANT OPTION;\n"
        (self.folder / "users.sql").write_text(allow)
        (self.folder / "users.sql").chmod(0o644)

    def command(self) -> list[str]:
        """The server in the foreground, without fsync."""
        words = ["datadir=" + str(self.folder / "data"), "socket=" + str(self.folder / "socket"), f"port={self.port}"]
        words += [f"bind-address={self.host}", "innodb-flush-log-at-trx-commit=0", "innodb-buffer-pool-size=32M"]
        words += ["skip-name-resolve", "innodb-flush-method=nosync", "init-file=" + str(self.folder / "users.sql")]
        words += [
            "pid-file=" + str(self.folder / "pid"),
            "performance-schema=off",
            "innodb-log-file-size=8M",
            "sync-frm=0",
        ]
        return [_program("mariadbd"), "--no-defaults", *(f"--{word}" for word in words)]

    def sql(self, statement: str, database: str = "") -> list[Any]:
        """Run one statement; its rows."""
        with self.tool(database) as run:
            return run(statement)

    @contextlib.contextmanager
    def tool(self, database: str) -> Iterator[Callable[[str], list[Any]]]:
        """`sql` for one database over one connection."""
        who = {"user": USER, "password": PASSWORD, "connect_timeout": 5, "autocommit": True}
        connection: Any = pymysql.connect(host=self.host, port=self.port, database=database or None, **who)

        def run(statement: str) -> list[Any]:
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall())

        with connection:
            yield run

    def throw_out(self, database: str) -> int:
        """End every connection to a database; how many there were."""
        found = self.sql(f"SELECT id FROM information_schema.processlist WHERE db = '{database}'")
        for (number,) in found:
            with contextlib.suppress(pymysql.Error):
                self.sql(f"KILL {number}")
        return len(found)


def _somewhere() -> str | None:
    """A folder in memory where there is one with room: making tables is three times as fast there."""
    memory = "/dev/shm"
    roomy = os.path.isdir(memory) and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return memory if roomy else None


def _program(name: str) -> str:
    """Where a server's program is: Debian keeps PostgreSQL's and MariaDB's off the path of people."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([*map(str, places), os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/bin"])
    found = shutil.which(name, path=path)
    if found is None:
        raise RuntimeError(f"{name} is not installed")
    return found
