"""The plant file is read again when it changes; one that is broken leaves the plant running and is shown."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app import plantwatch
from console.app.console import Console
from console.app.plantwatch import PlantWatch
from console.domain.errors import FileRefused
from console.telemetry.plantfile import PlantFile, load_plant
from tests.app.talking import Clock, plant_text, tell

EVERY = 0.05


class Told:
    """What a watch told, and on which thread."""

    def __init__(self) -> None:
        self.reads: list[PlantFile | FileRefused] = []
        self.threads: set[threading.Thread] = set()

    def __call__(self, path: Path, read: PlantFile | FileRefused) -> None:
        self.threads.add(threading.current_thread())
        self.reads.append(read)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plant.toml"
    path.write_text(plant_text())
    return path


@pytest.fixture
def told(file: Path) -> Iterator[Told]:
    told = Told()
    watch = PlantWatch(file, told, EVERY)
    yield told
    watch.stop()


def test_a_file_that_stays_the_same_is_not_read_again(told: Told) -> None:
    time.sleep(6 * EVERY)
    assert told.reads == []


def test_a_file_that_did_not_answer_at_the_start_is_read_as_soon_as_it_does(
    file: Path, wait_until: Callable[..., None]
) -> None:
    told = Told()
    watch = PlantWatch(file, told, EVERY, known=False)
    wait_until(lambda: told.reads)
    watch.stop()
    assert isinstance(told.reads[0], PlantFile)


def test_a_change_is_read_once_off_the_main_thread(told: Told, file: Path, wait_until: Callable[..., None]) -> None:
    file.write_text(plant_text(2))
    wait_until(lambda: told.reads)
    time.sleep(4 * EVERY)
    [read] = told.reads
    assert isinstance(read, PlantFile)
    assert len(list(read.plant.lines())) == 2
    assert threading.main_thread() not in told.threads


def test_a_change_of_the_time_alone_counts_too(told: Told, file: Path, wait_until: Callable[..., None]) -> None:
    os.utime(file, (1, 1))
    wait_until(lambda: told.reads)


def test_a_file_that_is_put_in_place_of_the_old_one_is_read(
    told: Told, file: Path, wait_until: Callable[..., None]
) -> None:
    new = file.with_suffix(".new")
    new.write_text(plant_text(3))
    new.replace(file)
    wait_until(lambda: told.reads)
    assert isinstance(told.reads[0], PlantFile)


def test_half_a_file_is_not_read_while_it_is_still_being_written(
    told: Told, file: Path, wait_until: Callable[..., None]
) -> None:
    text = plant_text(2)
    with file.open("w") as writing:
        for i in range(0, len(text), 150):
            writing.write(text[i : i + 150])
            writing.flush()
            time.sleep(EVERY * 0.6)
    wait_until(lambda: told.reads)
    assert [isinstance(read, PlantFile) and read.problems for read in told.reads] == [()]


def test_a_file_that_goes_is_told_once_and_again_when_it_comes_back(
    told: Told, file: Path, wait_until: Callable[..., None]
) -> None:
    text = file.read_text()
    file.unlink()
    wait_until(lambda: told.reads)
    time.sleep(4 * EVERY)
    assert [type(read) for read in told.reads] == [FileRefused]
    file.write_text(text)
    wait_until(lambda: len(told.reads) == 2)
    assert isinstance(told.reads[1], PlantFile)


def test_after_the_end_nothing_is_told(file: Path) -> None:
    told = Told()
    watch = PlantWatch(file, told, EVERY)
    watch.stop()
    file.write_text(plant_text(2))
    time.sleep(5 * EVERY)
    assert told.reads == []


# In the console


@pytest.fixture
def console(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Console]:
    monkeypatch.setattr(plantwatch, "LOOK_EVERY", EVERY)
    monkeypatch.setattr(PlantWatch.__init__, "__defaults__", (EVERY,))
    made = Console(tmp_path, load_plant(file), now=Clock().now)
    made.watch_plant(file)
    yield made
    made.close()


def beats(console: Console, wait_until: Callable[..., None], holds: Callable[[], object]) -> None:
    def look() -> object:
        console.tick()
        return holds()

    wait_until(look)


def test_the_console_shows_the_changed_plant_and_counts_go_on(
    console: Console, file: Path, wait_until: Callable[..., None]
) -> None:
    clock = Clock()
    console.now = clock.now
    tell(console, clock, "L1/10", state="running", good=100)
    tell(console, clock, "L1/10", good=104)
    file.write_text(plant_text(2))
    beats(console, wait_until, lambda: len(console.floor.lines) == 2)
    assert console.floor.stations["L1/10"].good == 4


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"[plant]\nname = 'emptied'\n", None])
def test_a_broken_file_leaves_the_plant_running_and_the_problem_is_shown_until_it_is_mended(
    console: Console,
    file: Path,
    content: bytes | None,
    wait_until: Callable[..., None],
    expected_log: Callable[..., None],
) -> None:
    expected_log("The plant goes on as it was")
    text = file.read_text()
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    beats(console, wait_until, lambda: console.plant_refused is not None)
    assert len(console.floor.stations) == 3
    assert str(file) in console.problems[0].message
    assert console.plant_file is not None
    assert console.plant_file.problems == console.problems, "where screens look"
    file.write_text(text)
    beats(console, wait_until, lambda: console.plant_refused is None)
    assert console.problems == ()


def test_mistakes_in_a_changed_file_are_shown_and_the_rest_of_it_runs(
    console: Console, file: Path, wait_until: Callable[..., None]
) -> None:
    file.write_text(plant_text(2) + "\n[[line]]\nid = \n")
    beats(console, wait_until, lambda: len(console.floor.lines) == 2)
    assert console.problems


def test_a_file_opened_instead_is_the_one_that_is_watched(
    console: Console, file: Path, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(plant_text(2))
    console.open_plant(other)
    file.write_text(plant_text(5))
    time.sleep(6 * EVERY)
    console.tick()
    assert len(console.floor.lines) == 2
    other.write_text(plant_text(3))
    beats(console, wait_until, lambda: len(console.floor.lines) == 3)
