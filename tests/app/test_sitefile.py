"""The site file: one wrong key stops nothing, a share that hangs costs two seconds, and its last copy holds."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from console.app.settings import SettingRefused, load_settings, save, settings_of
from console.app.sitefile import COPY, read_site
from console.domain.errors import FileRefused

GOOD = '# for all consoles\n[broker]\nhost = "mq.plant"\n\n[history]\ndays = 30\n'


def site(folder: Path, text: str = GOOD) -> Path:
    path = folder / "share" / "site.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_one_wrong_key_is_named_with_the_nearest_right_one_and_the_rest_holds(tmp_path: Path) -> None:
    path = site(tmp_path, GOOD.replace("days", "day"))

    settings = load_settings(tmp_path, path, {}, {})

    assert [str(p) for p in settings.problems] == [
        f"{path}, line 6: history.day is not a setting; did you mean history.days?"
    ]
    assert settings["broker.host"] == "mq.plant"
    assert settings.holder("broker.host") == f"{path}, line 3"
    assert settings.holder("history.days") == ""
    assert settings.site_trouble == ""


def test_the_last_copy_holds_while_the_share_is_away(tmp_path: Path) -> None:
    path = site(tmp_path)
    load_settings(tmp_path, path, {}, {})
    path.unlink()

    settings = load_settings(tmp_path, path, {}, {})

    assert settings["broker.host"] == "mq.plant"
    assert settings.site_trouble == "No such file or directory"
    assert settings.given.site is not None
    assert abs(settings.given.site.copied - time.time()) < 60
    assert settings.problems == ()


@pytest.mark.parametrize("broken", [b"[broker\nhost = 1\n", b"[broker]\nhost = '\xff'\n"])
def test_a_site_file_that_cannot_be_used_is_told_and_its_copy_holds(tmp_path: Path, broken: bytes) -> None:
    path = site(tmp_path)
    load_settings(tmp_path, path, {}, {})
    path.write_bytes(broken)

    settings = load_settings(tmp_path, path, {}, {})

    assert [p.place for p in settings.problems] == [str(path)]
    assert settings["broker.host"] == "mq.plant"
    assert settings.site_trouble == "unusable"
    assert load_settings(tmp_path, path, {}, {})["broker.host"] == "mq.plant", "what is broken is not kept"


def test_an_empty_file_on_the_share_takes_nothing_away(tmp_path: Path) -> None:
    path = site(tmp_path)
    load_settings(tmp_path, path, {}, {})
    path.write_text("")

    settings = load_settings(tmp_path, path, {}, {})

    assert settings["broker.host"] == "mq.plant"
    assert settings.site_trouble == "it is empty"


def test_a_copy_is_of_one_file_only(tmp_path: Path) -> None:
    load_settings(tmp_path, site(tmp_path), {}, {})

    settings = load_settings(tmp_path, tmp_path / "other.toml", {}, {})

    assert settings["broker.host"] == ""
    assert [p.code for p in settings.problems] == ["unread"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe stands for a share that hangs")
def test_a_share_that_hangs_costs_the_limit_and_no_more(tmp_path: Path) -> None:
    path = site(tmp_path)
    load_settings(tmp_path, path, {}, {})
    path.unlink()
    os.mkfifo(path)  # opening it waits for a writer that never comes

    begun = time.monotonic()
    file = read_site(path, tmp_path, limit=0.2)
    took = time.monotonic() - begun

    assert (file.why, file.content, file.copy) == ("slow", None, GOOD)
    assert 0.15 < took < 1.5
    os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))  # lets the reading thread go


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe stands for a share that is slow")
def test_a_share_that_answers_late_serves_the_next_start(tmp_path: Path, wait_until) -> None:
    path = tmp_path / "site.toml"
    os.mkfifo(path)
    assert read_site(path, tmp_path, limit=0.05).why == "slow"

    path.write_text(GOOD)

    wait_until(lambda: (tmp_path / COPY).is_file())
    path.unlink()
    assert load_settings(tmp_path, path, {}, {})["broker.host"] == "mq.plant"


@pytest.mark.parametrize("name", ["\0", "x" * 5000, ""])
def test_no_name_of_a_site_file_is_an_exception_at_start(tmp_path: Path, name: str) -> None:
    settings = load_settings(tmp_path, Path(name), {}, {})

    assert len(settings.problems) == 1


def test_a_file_that_is_far_too_large_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)

    assert "larger than 100 kB" in str(load_settings(tmp_path, path, {}, {}).problems[0])


def test_a_copy_that_was_spoilt_is_no_exception(tmp_path: Path, expected_log) -> None:
    expected_log("cannot be read")
    path = site(tmp_path)
    (tmp_path / COPY).write_text("[]")

    assert load_settings(tmp_path, path, {}, {})["broker.host"] == "mq.plant"


def test_what_is_saved_later_asks_the_share_no_more(tmp_path: Path) -> None:
    path = site(tmp_path)
    settings = load_settings(tmp_path, path, {}, {})
    path.unlink()

    assert settings_of(tmp_path, settings.given)["broker.host"] == "mq.plant"


def test_a_settings_file_that_is_far_too_large_is_neither_read_nor_written_over(tmp_path: Path) -> None:
    own = tmp_path / "settings.toml"
    with own.open("wb") as file:
        file.truncate(3_000_000_000)

    assert "larger than 100 kB" in str(load_settings(tmp_path, None, {}, {}).problems[0])
    with pytest.raises(FileRefused):
        save(tmp_path, {"history.days": 30})
    assert own.stat().st_size == 3_000_000_000


def test_a_file_of_another_kind_with_thousands_of_names_costs_no_start(tmp_path: Path) -> None:
    path = site(tmp_path, "[x]\n" + "".join(f"pumpe{n} = 1\n" for n in range(3000)))

    begun = time.monotonic()
    settings = load_settings(tmp_path, path, {}, {})

    assert len(settings.problems) == 3000
    assert settings.problems[-1].line == 3001
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    "text",
    [
        "[broker]\nport = " + "9" * 6000,
        "[broker]\nport = 0x" + "F" * 9000,
        "[broker]\nhost = [0x" + "F" * 9000 + "]",
        "[plant]\nfile = '~nobody-is-called-so/plant.toml'\n[broker]\nport = -1",
    ],
)
def test_no_number_and_no_home_that_python_cannot_tell_stops_the_start(tmp_path: Path, text: str) -> None:
    settings = load_settings(tmp_path, site(tmp_path, text), {}, {})

    assert len(settings.problems) == 1
    assert settings["broker.port"] == 0


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("host = mq.plant", "straight quotes"),
        ("host = \u201cmq.plant\u201d", "straight quotes"),
        ("tls = on", "straight quotes"),
        ('ca_file = "\\\\fs1\\gemba\\ca.pem"', "single quotes"),
        ('ca_file = "C:\\temp\\new.pem"', "single quotes"),
    ],
)
def test_what_was_forgotten_in_a_line_is_said(tmp_path: Path, line: str, hint: str) -> None:
    path = tmp_path / "site.toml"
    path.write_text("[broker]\n" + line.replace("\\\\", "\\") + "\n", encoding="utf-8")

    [problem] = load_settings(tmp_path, path, {}, {}).problems

    assert problem.line == 2
    assert hint in str(problem)


@pytest.mark.parametrize("host", ["mqtts://mq.plant", "mq.plant:8883", "gemba:s3cret@mq.plant", "mq plant"])
def test_a_host_with_more_than_the_name_is_told_and_not_tried(tmp_path: Path, host: str) -> None:
    settings = load_settings(tmp_path, site(tmp_path, f"[broker]\nhost = '{host}'"), {}, {})

    assert settings["broker.host"] == ""
    assert "without its port" in str(settings.problems[0])
    assert "s3cret" not in f"{settings.problems[0]} {settings.problems[0].facts}"


@pytest.mark.parametrize("name", ["exchange.url", "historian.url", "updates.place"])
def test_an_address_with_a_password_in_it_is_refused_everywhere_and_shown_nowhere(tmp_path: Path, name: str) -> None:
    address = "https://gemba:s3cret@erp/orders"
    section, key = name.split(".")
    path = site(tmp_path, f"[{section}]\n{key} = '{address}'")

    settings = load_settings(tmp_path, path, {f"GEMBA_{section}_{key}".upper(): address}, {name: address})

    assert settings[name] == ""
    assert {problem.code for problem in settings.problems} == {"password"}
    assert "s3cret" not in f"{settings} {[(str(p), p.facts) for p in settings.problems]}"
    with pytest.raises(SettingRefused) as caught:
        save(tmp_path, {name: address})
    assert "s3cret" not in f"{caught.value} {caught.value.facts}"


def test_names_are_compared_without_their_capitals(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, site(tmp_path, "[BROKER]\nHOST = 'mq'"), {}, {})

    assert "did you mean broker.host?" in str(settings.problems[0])
