"""The installed program on Windows: it is listed, examines itself, and shows its board in Chinese."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from console import __version__
from tests.windows.conftest import DIST, Setup
from tests.windows.installing import Product
from tests.windows.machine import Machine, wait_for

ANSWERS = ("/LANGUAGE=zh_CN", "/BROKER=mq.plant.example:8883", "/DESKTOP=1", "/WALL=1", "/NOSTART")


@pytest.fixture(scope="module")
def product(machine: Machine, setup: Setup) -> Iterator[Product]:
    made = Product(machine)
    made.install(setup(), *ANSWERS)
    yield made
    made.remove()


def test_a_silent_setup_lists_the_program_and_hands_its_answers_over(product: Product) -> None:
    listed = product.listed()

    assert listed["DisplayVersion"] == __version__
    assert product.machine.path(listed["InstallLocation"]) == product.folder
    assert product.machine.path(listed["UninstallString"]).is_file()
    assert int(listed["EstimatedSize"], 16) > 50_000  # KB
    assert product.handed() == {"Broker": "mq.plant.example:8883", "Language": "zh_CN"}
    assert "--wall" in product.machine.registry(r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run")["Gemba Console"]


def test_the_program_says_its_version_in_a_pipe(product: Product) -> None:
    ended = product.machine.run(product.cli, "--version")

    assert (ended.code, ended.said.strip()) == (0, f"Gemba Console {__version__}")


def test_the_windowed_program_ends_without_a_terminal_too(product: Product) -> None:
    assert product.machine.run(product.window, "--version").code == 0
    assert product.machine.run(product.window, "--no-such-word").code == 2


def test_the_installed_program_examines_itself(product: Product) -> None:
    ended = product.machine.run(product.cli, "--self-test", seconds=300)
    rows = [line.split() for line in ended.said.splitlines() if " ok " in line or " FAILED " in line]
    sys.stdout.write(ended.said)

    assert ended.code == 0, ended.said
    assert len(rows) >= 11
    assert "Running = 运行" in ended.said


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_board_is_drawn(product: Product, tmp_path: Path, language: str) -> None:
    picture = DIST / "windows" / f"board-{language}.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.unlink(missing_ok=True)
    words = ["--demo", "--set", f"ui.language={language}", "--seconds", "25", "--screenshot", picture]

    ended = product.machine.run(product.cli, *words, seconds=200)

    assert ended.code == 0, ended.said
    with Image.open(picture) as image:
        assert image.width >= 1000
        colours = image.convert("RGB").getcolors(1 << 24)
        assert colours is not None
        assert len(colours) > 200  # tiles, figures and words, not an empty window


def test_a_second_start_ends_and_leaves_the_first_alone(product: Product, data: Path) -> None:
    first = product.machine.start(product.window)
    wait_for("a console with records", lambda: (data / "records.db").exists(), 90)

    second = product.machine.run(product.cli, seconds=60)

    assert second.code == 0, second.said
    assert first.poll() is None
    assert product.machine.run(product.cli, "--end", seconds=120).code == 0
    assert first.wait(60) == 0
