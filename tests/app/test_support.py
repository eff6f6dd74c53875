"""The bundle for support: what is in it, and what must not be, with a secret planted in every place it looks at."""

from __future__ import annotations

import io
import logging
import os
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.app.channelsecrets import keep_secrets
from console.app.commandline import read_command_line
from console.app.compose import compose
from console.app.console import Console
from console.app.installed import Entry, Handed
from console.app.logs import hide_in_logs, start_logs, stop_logs
from console.app.parcels import Secrets
from console.app.passwords import keep_secret
from console.app.pins import hashed
from console.app.settings import Settings, load_settings
from console.app.supportbundle import Bundle, Kind, Piece, file_name, gather, zipped
from console.app.supportrun import DONE, FAILED, REFUSED, write_bundle
from console.domain.channels import Channel, ChannelKind, Shape
from console.domain.commands import CONSOLE
from console.domain.commands.notices import SetChannel
from console.domain.commands.people import AddPerson, BeginPlant, ChangePerson
from console.domain.errors import Refusal
from console.domain.events import BrokerChanged, Link

PIN = "730415"
PROOF = hashed(PIN, b"sixteen bytes ok")
KEPT = {
    "for the broker": "kept-Broker-77",
    "for the historian": "kept-Historian-77",
    "for a webhook": "hook-token-5f5f",
    "to sign with": "SECsigning-5f5f",
    "in the environment": "env-Password-77",
    "by another program": "other-token-77",
    "in an address": "url-Pass-77",
    "since it was typed": "typed-Once-77",
    "as a proof": PROOF.rpartition("$")[2],
    "about somebody": "Zhao Weiqiang",
    "about the same before": "Zhao Weimin",
    "in Chinese": "张伟强",
    "as a user": "broker.zhao",
    "as a mail address": "w.zhao@plant.example.com",
}
UNKNOWN = {
    f"PIN {PIN} was wrong": PIN,
    "token=un-known-77": "un-known-77",
    "mqtt://x:un-known-78@h/": "un-known-78",
    "refused: {'name': 'Qian Duo', 'most': 60}": "Qian Duo",
    "https://files.example.com/drop/un-known-79": "un-known-79",
}
FOUND_WITHOUT_RECORDS = (
    *("for the broker", "for the historian", "in the environment", "by another program", "in an address"),
    *("as a user", "as a mail address"),
)
GONE = (*KEPT.values(), *UNKNOWN.values())


@pytest.fixture(autouse=True)
def _said_on_purpose(expected_log: Callable[..., None]) -> None:
    expected_log("", maybe=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which something secret lies wherever it can."""
    monkeypatch.setenv("GEMBA_RECORDS_PASSWORD", KEPT["in the environment"])
    monkeypatch.setenv("OTHER_PROGRAM_TOKEN", KEPT["by another program"])
    keep_secret(tmp_path, "broker.password", KEPT["for the broker"])
    keep_secret(tmp_path, "historian.password", KEPT["for the historian"])
    (tmp_path / "settings.toml").write_text(
        f"# {KEPT['about somebody']} wrote this\n"
        f'[historian]\nurl = "postgresql://reader:{KEPT["in an address"]}@h:5432/plant"\n'
        f'[broker]\nuser = "{KEPT["as a user"]}"\nclient_id = "of {KEPT["in Chinese"]}"\n'
        '[updates]\nplace = "https://files.example.com/drop/un-known-79"\n[uii]\ntheme = "dark"\n',
        encoding="utf-8",
    )
    lines = [f"{what}: {secret}!" for what, secret in KEPT.items()] + list(UNKNOWN)
    text = "".join(f"2026-11-22 03:44:00.125 INFO    MainThread careless: {line}\n" for line in lines)
    (tmp_path / "gemba-console.log.1").write_text(text, encoding="utf-8")
    return tmp_path


def settings_of(folder: Path) -> Settings:
    return load_settings(folder, None, os.environ, {})


def furnished(folder: Path) -> Console:
    """A console over that folder whose channels, people, health and crash reports know of more."""
    console = compose(read_command_line(["--data", str(folder)]), folder, settings_of(folder)).console
    console.start_records()
    robot = Channel("robot", "Robot", ChannelKind.WEBHOOK, "https://oapi.example.com", Shape.DINGTALK)
    address = f"https://oapi.example.com/robot/send?access_token={KEPT['for a webhook']}"
    keep_secrets(folder, robot, Secrets(address, "", KEPT["to sign with"]))
    give(console, SetChannel(robot))
    give(console, BeginPlant("boss", "Chief", "1000", PROOF))
    give(console, AddPerson("p0", KEPT["about the same before"], "1007"))
    give(console, ChangePerson("p0", KEPT["about somebody"], "1007"))
    give(console, AddPerson("p1", KEPT["in Chinese"]))
    console.broker = BrokerChanged(Link.REFUSED, 0.0, f"{KEPT['for the broker']} of {KEPT['about somebody']} refused")
    assert console.support is not None
    console.support.crashes = lambda: ["\n".join(("ValueError", *KEPT.values(), *UNKNOWN))]
    console.support.computer = lambda: {"screen": f"the screen of {KEPT['about somebody']}"}
    return console


def give(console: Console, command: Any) -> None:
    said: list[object] = []
    console.office.do(command, said.append, said.append, CONSOLE)
    until(console, lambda: said)
    assert not isinstance(said[0], Refusal), said


def until(console: Console, holds: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        console.tick()
        time.sleep(0.005)


def gathered(console: Console) -> Bundle:
    found: list[Bundle | Refusal] = []
    assert console.support is not None
    console.support.gather(found.append)
    until(console, lambda: found)
    assert isinstance(found[0], Bundle), found
    return found[0]


def unpacked(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_no_secret_and_nobody_is_in_the_bundle_whatever_lies_where(folder: Path) -> None:
    start_logs(folder)
    console = furnished(folder)
    hide_in_logs(KEPT["since it was typed"])
    logging.getLogger("careless").warning("told %s", ", ".join((*KEPT.values(), *UNKNOWN)))
    try:
        bundle = gathered(console)
    finally:
        console.close()
        stop_logs()
    files = unpacked(zipped(bundle.pieces, datetime.now(UTC)))
    assert set(files) >= {"about.txt", "log/gemba-console.log", "log/gemba-console.log.1", "crashes.txt", "health.txt"}
    everything = "\n".join([*files, *files.values()])
    assert [secret for secret in GONE if secret in everything] == []
    assert not bundle.blind
    log = files["log/gemba-console.log.1"].splitlines()
    assert len(log) == len(KEPT) + len(UNKNOWN)  # every line is there, without what was secret in it
    assert "about somebody: <person>!" in log[9]


def test_nothing_of_the_records_is_in_it_but_their_form(folder: Path) -> None:
    console = furnished(folder)
    try:
        files = {piece.name: piece.text for piece in gathered(console).pieces}
    finally:
        console.close()
    told = files["databases.txt"]
    assert "table person: 3 rows (id VARCHAR" in told
    assert "meta schema " in told
    assert "1007" not in "\n".join(files.values())


def test_settings_are_told_as_they_are_now_and_a_new_user_is_hidden(folder: Path) -> None:
    (folder / "gemba-console.log.2").write_text("of shared.wang and broker.zhao\n", encoding="utf-8")
    console = furnished(folder)
    assert console.settings is not None
    console.settings.keep({"records.user": "shared.wang", "log.level": "debug", "broker.user": ""})
    try:
        files = {piece.name: piece.text for piece in gathered(console).pieces}
    finally:
        console.close()
    assert "records.user = (somebody) from the next start on, '' till then    [" in files["settings.txt"]
    assert "log.level = debug    [" in files["settings.txt"]
    assert files["log/gemba-console.log.2"] == "of <account> and <account>\n"


def test_a_password_in_an_address_that_was_refused_for_it_is_hidden_too(tmp_path: Path) -> None:
    words = [f"refused-{number}-77" for number in range(5)]
    site = tmp_path / "site.toml"
    site.write_text(f'[historian]\nurl = "postgresql://reader:{words[0]}@h/plant"\n', encoding="utf-8")
    (tmp_path / "settings.toml").write_text(
        f'[exchange]\nurl = "mysql://reader:{words[1]}%20@h/erp"\n', encoding="utf-8"
    )
    handed = Handed((Entry("HKLM", "Database", f"mssql://h/gemba?pwd={words[2]}"),))
    given = {"GEMBA_UPDATES_PLACE": f"https://it:{words[3]}@files/gemba"}
    (tmp_path / "gemba-console.log").write_text("\n".join(f"sent {word} once" for word in words), encoding="utf-8")
    settings = load_settings(tmp_path, site, given, {"exchange.folder": f"smb://it:{words[4]}@files/x"}, handed)
    found = gather(tmp_path, tmp_path, settings, None)
    assert [word for word in words if word in str(found)] == []


def test_it_says_what_support_asks_first(folder: Path) -> None:
    files = {piece.name: piece.text for piece in gather(folder, folder, settings_of(folder), None).pieces}
    assert "ui.theme = dark    [default]" in files["settings.txt"]
    assert "broker.client_id = of <person>" not in files["settings.txt"]  # no records are there to say who that is
    assert "broker.user = (somebody)" in files["settings.txt"]
    assert "broker.password is kept" in files["settings.txt"]
    assert "exchange.password is not kept" in files["settings.txt"]
    assert "uii.theme is not a setting; did you mean ui.theme?" in files["settings.txt"]
    assert "Gemba Console: " in files["versions.txt"]
    assert "SQLAlchemy: 2" in files["versions.txt"]
    assert "processors: " in files["computer.txt"]
    assert "records.db: there is none" in files["databases.txt"]
    assert "no running console was asked" in files["about.txt"]


def test_records_that_cannot_be_read_are_told_and_the_rest_is_gathered(tmp_path: Path) -> None:
    (tmp_path / "records.db").write_bytes(b"no database " * 1000)
    (tmp_path / "gemba-console.log").write_text("a line\n", encoding="utf-8")
    bundle = gather(tmp_path, tmp_path, settings_of(tmp_path), None)
    files = {piece.name: piece.text for piece in bundle.pieces}
    assert bundle.blind
    assert "records.db: cannot be read (DatabaseError" in files["databases.txt"]
    assert files["log/gemba-console.log"] == "a line\n"
    assert "names of people could not be read" in files["about.txt"]


def test_a_secret_between_logs_of_ten_megabytes_is_found_in_seconds(tmp_path: Path) -> None:
    keep_secret(tmp_path, "broker.password", "kept-Broker-77")
    line = (
        "2026-11-22 03:44:00.125 INFO    MainThread console.telemetry.client: broker 10.1.2.3:8883: lost, timed out\n"
    )
    text = line * (2_000_000 // len(line)) + "kept-Broker-77\n"
    (tmp_path / "gemba-console.log").write_text(text, encoding="utf-8")
    began = time.perf_counter()
    bundle = gather(tmp_path, tmp_path, settings_of(tmp_path), None)
    assert time.perf_counter() - began < 10
    (log,) = (piece for piece in bundle.pieces if piece.kind is Kind.LOG)
    assert log.text.endswith("timed out\n***\n")
    assert len(zipped([log], datetime.now(UTC))) < 100_000


def test_a_piece_that_was_left_out_is_not_written(tmp_path: Path) -> None:
    console = compose(read_command_line(["--data", str(tmp_path)]), tmp_path, settings_of(tmp_path)).console
    said: list[object] = []
    try:
        assert console.support is not None
        pieces = [piece for piece in gathered(console).pieces if piece.kind is not Kind.SETTINGS]
        console.support.write(pieces, tmp_path / "b.zip", said.append)
        until(console, lambda: said)
        console.support.write(pieces, tmp_path / "away" / "b.zip", said.append)
        until(console, lambda: len(said) == 2)
    finally:
        console.close()
    files = unpacked((tmp_path / "b.zip").read_bytes())
    assert said[0] == (tmp_path / "b.zip").stat().st_size
    assert "settings.txt" not in files
    assert list(files) == [piece.name for piece in pieces]
    assert isinstance(said[1], Refusal)
    assert said[1].code == "export_away"


def test_the_command_writes_it_without_a_window_and_says_what_is_in_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder / "bundle.zip"
    options = read_command_line(["--data", str(folder), "--support-bundle", str(target)])
    assert options.support_bundle == target
    assert write_bundle(options, target) == DONE
    said = capsys.readouterr().out
    files = unpacked(target.read_bytes())
    assert all(name in said for name in files)
    assert [KEPT[what] for what in FOUND_WITHOUT_RECORDS if KEPT[what] in str(files)] == []
    assert [secret for secret in UNKNOWN.values() if secret in str(files)] == []
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


def test_the_command_refuses_a_folder_that_is_not_there_and_makes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    away = tmp_path / "away"
    assert write_bundle(read_command_line(["--data", str(away)]), tmp_path / "b.zip") == REFUSED
    assert not away.exists()
    assert write_bundle(read_command_line(["--data", str(tmp_path)]), away / "b.zip") == FAILED
    assert "cannot be written" in capsys.readouterr().out


def test_its_name_tells_when_and_not_where_it_was_made() -> None:
    assert file_name(datetime(2026, 11, 22, 3, 44, 5, tzinfo=UTC)) == "gemba-support-20261122-034405Z.zip"
    assert Piece(Kind.LOG, "log/x", "线\n").size == 4
