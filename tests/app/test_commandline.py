"""The command line understands what the README says, and refuses the rest in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from console import __version__
from console.app.commandline import Options, read_command_line, split_address
from console.app.compose import broker_settings, settings_for
from tests.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = {"FILE": "some.toml", "HOST": "10.1.2.3", "N": "2", "FOLDER": "out", "NAME=VALUE": "ui.theme=light"}


def rows() -> list[str]:
    """What stands in the first column of the README's table of options."""
    part = README.split("## Command line")[1].split("## ")[0]
    return re.findall(r"^\| `(--[^`]+)` \|", part, re.MULTILINE)


def commands() -> list[str]:
    """Every `main.py …` that the README shows."""
    return re.findall(r"main\.py((?: --?[\w-]+| [A-Z0-9]+)*)", README)


def filled(words: str) -> list[str]:
    return [EXAMPLES.get(word, word) for word in words.split()]


def test_there_is_a_table_of_options_to_check() -> None:
    assert len(rows()) > 8
    assert any("--replay" in command for command in commands())


@pytest.mark.parametrize("row", rows())
def test_every_option_of_the_readme_is_understood(row: str) -> None:
    assert read_command_line(filled(row)) != Options()


@pytest.mark.parametrize("words", commands())
def test_every_command_of_the_readme_is_understood(words: str) -> None:
    read_command_line(filled(words))


def test_each_option_lands_where_it_is_looked_for() -> None:
    words = "--data d --site s.toml --demo --lines 40 --speed 0 --seconds 1.5 --screenshot a.png --screenshots f"
    told = read_command_line([*words.split(), "--self-test", "--wall", "--verbose", "-platform", "xcb"])
    assert told == Options(
        platform="xcb",
        data=Path("d"),
        site=Path("s.toml"),
        demo=True,
        lines=40,
        speed=0.0,
        seconds=1.5,
        screenshot=Path("a.png"),
        screenshots=Path("f"),
        self_test=True,
        wall=True,
        verbose=True,
    )
    assert read_command_line(["--replay", "r.gz"]).replay == Path("r.gz")


def test_what_is_said_at_the_start_becomes_settings_stronger_than_every_file(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[broker]\nhost = "other"\nport = 1\n')
    words = [
        "--plant",
        "p.toml",
        "--broker",
        "b:1884",
        "--user",
        "u",
        "--tls",
        "on",
        "--ca",
        "ca.pem",
        "--client-id",
        "x",
    ]
    settings = settings_for(read_command_line([*words, "--set", "ui.language=zh_CN"]), tmp_path)
    assert settings.problems == ()
    found = broker_settings(settings, tmp_path)
    assert found is not None
    assert (found.host, found.port, found.user, found.tls, found.client_id) == ("b", 1884, "u", True, "x")
    assert (settings["plant.file"], settings["broker.ca_file"], settings["ui.language"]) == (
        "p.toml",
        "ca.pem",
        "zh_CN",
    )


@pytest.mark.parametrize(
    ("said", "host", "port"),
    [
        ("plant-broker", "plant-broker", ""),
        ("10.1.2.3", "10.1.2.3", ""),
        ("10.1.2.3:1884", "10.1.2.3", "1884"),
        ("::1", "::1", ""),
        ("fe80::1%eth0", "fe80::1%eth0", ""),
        ("[::1]", "::1", ""),
        ("[fe80::1]:8883", "fe80::1", "8883"),
        ("2001:db8::7", "2001:db8::7", ""),
        ("broker:", "broker", ""),
    ],
)
def test_a_broker_is_a_name_or_an_address_with_or_without_a_port(said: str, host: str, port: str) -> None:
    assert split_address(said) == (host, port)
    told = read_command_line(["--broker", said]).overrides
    assert told == {"broker.host": host, **({"broker.port": port} if port else {})}


@pytest.mark.parametrize("said", ["broker:many", "broker:70000", "[::1]:-2", "[::1]x"])
def test_a_port_that_is_none_is_told_and_the_usual_one_is_taken(said: str, tmp_path: Path) -> None:
    settings = settings_for(read_command_line(["--broker", said, "--tls", "off"]), tmp_path)
    assert ["broker.port" in str(problem) for problem in settings.problems] == [True]
    assert settings.broker_port() == 1883


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--speed fast", "a number from 0"),
        ("--speed -1", "a number from 0"),
        ("--speed nan", "a number from 0"),
        ("--speed inf", "a number from 0"),
        ("--speed 1e7", "a number from 0"),
        ("--set ui.language", "NAME=VALUE"),
        ("--set =en", "NAME=VALUE"),
        ("--seconds soon", "seconds"),
        ("--seconds -3", "seconds"),
        ("--seconds nan", "seconds"),
        ("--lines many", "lines"),
        ("--tls maybe", "auto"),
        ("--plnt x", "--plnt"),
        ("something", "something"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(words: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_command_line(words.split())
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert why in said
    assert "invalid _" not in said, "no name of our code in what a person reads"


def test_help_and_version_say_what_they_are_asked_and_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    for word, said in (("--help", "--plant FILE"), ("--version", __version__)):
        with pytest.raises(SystemExit) as ended:
            read_command_line([word])
        assert ended.value.code == 0
        assert said in capsys.readouterr().out


def test_a_password_is_not_taken_where_others_can_read_it(tmp_path: Path) -> None:
    settings = settings_for(read_command_line(["--set", "broker.password=x"]), tmp_path)
    assert "GEMBA_BROKER_PASSWORD" in str(settings.problems[0])


def test_the_second_process_of_the_demo_gets_its_words_untouched() -> None:
    assert read_command_line(["--simulate-plant", "--port", "1", "--speed", "x"]).simulate == (
        "--port",
        "1",
        "--speed",
        "x",
    )
