"""The layers of the settings: what the installer and group policy hand over, who wins, and what is pinned."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.app.installed import Entry, Handed, site_path
from console.app.layers import Layer
from console.app.records_settings import shared_address
from console.app.settings import Settings, load_settings
from console.domain.sharing import Address, Engine

INSTALLED, POLICY = r"HKCU\Software\Gemba Console", r"HKLM\Software\Policies\Gemba Console"


def installed(**texts: str) -> Handed:
    return Handed(installed=tuple(Entry(INSTALLED, name.replace("__", "."), text) for name, text in texts.items()))


def loaded(folder: Path, handed: Handed, **more) -> Settings:
    return load_settings(folder, more.pop("site", None), more.pop("environ", {}), more.pop("overrides", {}), handed)


@pytest.mark.parametrize("strongest", list(Layer))
def test_each_layer_wins_over_those_below_and_only_those_above_this_pc_pin(tmp_path: Path, strongest: Layer) -> None:
    site = None
    if strongest >= Layer.OWN:
        (tmp_path / "settings.toml").write_text("[broker]\nkeepalive = 12\n")
    if strongest >= Layer.SITE:
        site = tmp_path / "site.toml"
        site.write_text("[broker]\nkeepalive = 13\n")
    handed = Handed(
        (Entry(INSTALLED, "broker.keepalive", "11"),) if strongest >= Layer.INSTALLED else (),
        (Entry(POLICY, "Broker.KeepAlive", "14"),) if strongest >= Layer.POLICY else (),
    )
    environ = {"GEMBA_BROKER_KEEPALIVE": "16"} if strongest >= Layer.ENVIRONMENT else {}
    overrides = {"broker.keepalive": "17"} if strongest >= Layer.COMMAND_LINE else {}

    settings = loaded(tmp_path, handed, site=site, environ=environ, overrides=overrides)

    assert settings["broker.keepalive"] == [15, 11, 12, 13, 14, 16, 17][strongest]
    assert settings.layer("broker.keepalive") is strongest
    assert bool(settings.holder("broker.keepalive")) == (strongest > Layer.OWN)
    assert settings.problems == ()


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [("mq.plant", "mq.plant", 8883), ("mq.plant:1999", "mq.plant", 1999), ("[fe80::1]:1883", "fe80::1", 1883)],
)
def test_the_installers_broker_is_a_host_with_or_without_a_port(
    tmp_path: Path, text: str, host: str, port: int
) -> None:
    settings = loaded(tmp_path, installed(Broker=text))

    assert (settings["broker.host"], settings.broker_port()) == (host, port)
    assert settings.origin("broker.host") == INSTALLED


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("postgresql://gemba@db.plant:6432/line4", Address(Engine.POSTGRESQL, "db.plant", 6432, "line4", "gemba")),
        ("mysql://db/gemba", Address(Engine.MARIADB, "db")),
        ("mssql://us%40er@10.0.0.9/g", Address(Engine.SQLSERVER, "10.0.0.9", 0, "g", "us@er")),
    ],
)
def test_the_installers_database_is_one_address(tmp_path: Path, text: str, address: Address) -> None:
    assert shared_address(loaded(tmp_path, installed(Database=text))) == address


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Database", "postgresql://gemba:secret@db/gemba"),
        ("Database", "oracle://db/gemba"),
        ("Database", "postgresql://db"),
        ("Database", "db"),
        ("Database", "Server=db;Pwd=secret"),
        ("Broker", "anna:secret@mq"),
        ("Broker", "mqtt://mq"),
        ("Broker", "mq:port"),
    ],
)
def test_an_address_that_cannot_be_read_is_told_and_nothing_of_it_holds(tmp_path: Path, name: str, text: str) -> None:
    settings = loaded(tmp_path, installed(**{name: text}))

    assert [(p.place, p.name, p.code) for p in settings.problems] == [(INSTALLED, name, "address")]
    assert "secret" not in str(settings.problems[0])
    assert (settings["broker.host"], settings["records.engine"]) == ("", "none")


def test_plant_language_and_any_dotted_name_are_taken_and_an_empty_value_is_none(tmp_path: Path) -> None:
    handed = installed(Plant=r"C:\plant.toml", LANGUAGE="zh_CN", calls__volume="30", ui__theme="", Site="x.toml")

    settings = loaded(tmp_path, handed)

    values = [settings[name] for name in ("plant.file", "ui.language", "calls.volume", "ui.theme")]
    assert values == [r"C:\plant.toml", "zh_CN", 30, "dark"]
    assert settings.problems == ()


def test_what_the_installer_remembers_for_itself_is_no_mistake_but_a_misspelt_name_is(tmp_path: Path) -> None:
    told = loaded(tmp_path, installed(Version="1.2", Folder="x", Wall="1", Brokr="mq", broker__hots="mq")).problems

    assert [(p.name, p.facts["near"]) for p in told] == [("Brokr", "Broker"), ("broker.hots", "broker.host")]


def test_group_policy_is_told_every_name_that_is_nothing(tmp_path: Path) -> None:
    handed = Handed(policy=(Entry(POLICY, "Whatever", "1"), Entry(POLICY, "broker.password", "s3cret")))

    told = loaded(tmp_path, handed).problems

    assert [p.code for p in told] == ["unknown", "secret"]
    assert "s3cret" not in str(told)


def test_the_site_file_is_looked_for_from_the_nearest_to_the_farthest(tmp_path: Path) -> None:
    handed = Handed((Entry(INSTALLED, "Site", "i.toml"),), (Entry(POLICY, "SITE", "p.toml"),))
    environ = {"GEMBA_SITE": "e.toml"}

    assert site_path(Path("c.toml"), environ, handed) == (Path("c.toml"), "--site")
    assert site_path(None, environ, handed) == (Path("e.toml"), "GEMBA_SITE")
    assert site_path(None, {}, handed) == (Path("p.toml"), POLICY)
    assert site_path(None, {}, Handed(handed.installed)) == (Path("i.toml"), INSTALLED)
    assert site_path(None, {"GEMBA_SITE": ""}, Handed()) == (None, "")


def test_a_path_that_was_copied_with_its_quotes_is_meant_without_them(tmp_path: Path) -> None:
    quoted = '"/share/site.toml"'

    assert site_path(None, {"GEMBA_SITE": quoted}, Handed())[0] == Path("/share/site.toml")
    assert site_path(None, {}, installed(Site=f" {quoted} "))[0] == Path("/share/site.toml")
    environ = {"GEMBA_PLANT_FILE": '"/share/plant.toml"'}
    assert loaded(tmp_path, installed(), environ=environ)["plant.file"] == "/share/plant.toml"


def test_of_two_keys_of_the_installer_the_accounts_own_wins(tmp_path: Path) -> None:
    machine = Entry(r"HKLM\Software\Gemba Console", "Broker", "first:1111")
    handed = Handed((machine, Entry(INSTALLED, "Broker", "second")))

    settings = loaded(tmp_path, handed)

    assert (settings["broker.host"], settings["broker.port"]) == ("second", 0)


def test_no_picture_of_what_was_given_shows_a_password(tmp_path: Path) -> None:
    settings = loaded(tmp_path, Handed(), environ={"GEMBA_BROKER_PASSWORD": "s3cret", "OTHER": "t0ken"})

    assert "s3cret" not in repr(settings.given)
    assert "OTHER" not in settings.given.environ


def test_an_empty_variable_of_a_password_locks_nothing(tmp_path: Path) -> None:
    settings = loaded(tmp_path, installed(), environ={"GEMBA_BROKER_PASSWORD": ""})

    assert settings.holder("broker.password") == ""
    assert settings.layer("broker.password") is Layer.DEFAULT
