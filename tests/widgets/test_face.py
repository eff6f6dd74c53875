"""The face as a whole: what it opens with, what beats, what it says where nothing can start, and its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.commandline import Options
from console.app.compose import compose, settings_for
from tests.app.talking import plant_text
from tests.paths import DATA
from tests.widgets.boards import settle
from tests.widgets.shell_parts import dressed
from widgets import face as face_module
from widgets.board.page import BoardPage
from widgets.face import BEATS_A_SCREEN, REFUSED, Face, application, run
from widgets.shell.memory import Memory
from widgets.shell.single import SingleInstance

pytestmark = pytest.mark.usefixtures("qapp")
Make = Callable[..., Face]


@pytest.fixture(autouse=True)
def _loops_of_the_next_test_run(qapp: QApplication) -> Iterator[None]:
    """`run` closes its window after its loop has ended: Qt remembers that as a quit for every loop to come."""
    yield
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """`make(text)`: a face on a plant file of that text, or on none."""
    made: list[Face] = []

    def build(text: str | None = None, **overrides: str) -> Face:
        dressed()
        if text is not None:
            (tmp_path / "plant.toml").write_text(text)
            overrides["plant.file"] = str(tmp_path / "plant.toml")
        options = Options(overrides=overrides)
        running = compose(options, tmp_path, settings_for(options, tmp_path))
        face = Face(running, Memory(tmp_path), tmp_path)
        face.heartbeat.stop()
        made.append(face)
        return face

    yield build
    for face in made:
        face.close()
        face.window.deleteLater()
    settle()


def test_with_a_plant_the_board_is_open_and_without_one_the_setup(make: Make) -> None:
    with_plant = make(plant_text(2))
    with_plant.show(Options())
    assert with_plant.window.current == "board"
    assert isinstance(with_plant.seen()[0], BoardPage)


def test_without_a_plant_and_a_broker_the_first_page_asks_for_them(make: Make) -> None:
    face = make()
    face.show(Options())
    assert face.window.current == "setup"


def test_the_open_screen_beats_about_four_times_a_second_and_no_other(make: Make, qtbot: QtBot) -> None:
    face = make(plant_text())
    face.show(Options())
    face.heartbeat.stop()
    settle()
    beats: dict[str, int] = {}
    for key in ("board", "topics"):
        face.window.open(key)
        widget = face.window.widget(key)
        widget.beat = lambda now, key=key: beats.__setitem__(key, beats.get(key, 0) + 1)
    face.window.open("board")
    settle()
    for _ in range(5 * BEATS_A_SCREEN):
        face.beat()
    assert beats == {"board": 5}


def test_a_beat_reaches_the_console(make: Make) -> None:
    face = make(plant_text())
    done: list[int] = []
    face.running.console.mailbox.call(lambda: done.append(1))
    face.beat()
    assert done == [1]


def test_every_page_can_be_opened(make: Make) -> None:
    face = make(plant_text())
    face.show(Options())
    face.heartbeat.stop()
    for key in ("board", "topics", "setup"):
        assert face.window.open(key) is not None
        settle()
    face.window.widget("board").open_requested.emit("station", "L1/20")
    settle()
    assert (face.window.current, face.window.subject) == ("station", "L1/20")
    face.window.widget("station").back.emit()
    assert face.window.current == "board"


def test_problems_of_the_plant_file_are_counted_where_it_is_set_up(make: Make) -> None:
    face = make(plant_text() + "\n[[line]]\nid = \n")
    face.window.refresh()
    problems = len(face.running.console.problems)
    assert problems > 0
    setup = next(page for page in face_module.pages(face.running.console, face.window.memory) if page.key == "setup")
    assert setup.badge() == problems


def test_a_plant_file_that_could_not_be_read_counts_as_a_problem_too(
    make: Make, expected_log: Callable[..., None]
) -> None:
    expected_log("none.toml")
    face = make(**{"plant.file": "none.toml"})
    setup = next(page for page in face_module.pages(face.running.console, face.window.memory) if page.key == "setup")
    assert setup.badge() == 1


def test_closing_ends_the_beat_the_window_and_the_console(make: Make, qtbot: QtBot) -> None:
    face = make(plant_text())
    face.show(Options())
    face.close()
    beats = face.heartbeat.beats
    qtbot.wait(150)
    assert face.heartbeat.beats == beats
    assert not face.window.isVisible()


def test_the_application_is_made_once_and_says_who_it_is(qapp: QApplication) -> None:
    assert application() is qapp
    assert application().applicationName() == "Gemba Console"


# From the command line


def seconds(amount: float, **more: object) -> Options:
    return Options(seconds=amount, **more)  # type: ignore[arg-type]


def test_it_runs_for_so_many_seconds_and_ends_well(tmp_path: Path) -> None:
    file = tmp_path / "plant.toml"
    file.write_text(plant_text())
    begin = time.monotonic()
    assert run(seconds(0.5, data=tmp_path / "data", overrides={"plant.file": str(file)})) == 0
    assert 0.4 < time.monotonic() - begin < 20
    assert (tmp_path / "data" / "shift.db").is_file()


def test_a_replay_of_an_unknown_file_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(seconds(1, replay=tmp_path / "none.gz", data=tmp_path / "data")) == REFUSED
    said = capsys.readouterr().err
    assert "none.gz" in said
    assert "Traceback" not in said


def test_a_data_folder_in_use_is_not_used_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    first = SingleInstance(folder)
    first.claim()
    assert run(seconds(0.2, data=folder)) in (0, REFUSED)
    first.release()
    assert run(seconds(0.2, data=folder)) == 0


def test_a_replay_without_a_data_folder_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert run(seconds(1.5, replay=DATA / "orbis-nok-excerpt.jsonl", speed=0.0)) == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("gemba-")] == []


def test_a_picture_of_the_board_is_saved_and_the_program_ends(tmp_path: Path) -> None:
    file = tmp_path / "plant.toml"
    file.write_text(plant_text())
    picture = tmp_path / "board.png"
    options = seconds(0.5, data=tmp_path / "data", screenshot=picture, overrides={"plant.file": str(file)})
    assert run(options) == 0
    assert picture.stat().st_size > 10_000


def test_folded_lines_are_folded_again_after_a_restart(make: Make) -> None:
    first = make(plant_text(3))
    first.window.widget("board").view.toggle("L2")
    first.close()
    again = make(plant_text(3))
    assert again.window.widget("board").view.collapsed == {"L2"}
