"""The site file: one wrong key stops nothing, a share that hangs costs two seconds, and its last copy holds."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from console.app.settings import load_settings, settings_of
from console.app.sitefile import COPY, read_site

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

    assert "larger than 1 MB" in str(load_settings(tmp_path, path, {}, {}).problems[0])


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
