"""Rules of the horn's face: what is heard, what is shown of it, what silences it."""

from __future__ import annotations

import logging
import subprocess
import sys
import wave
from array import array
from collections.abc import Callable, Iterator
from datetime import UTC
from math import sqrt
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.horn import Horn, HornSettings
from console.app.settings import load_settings
from console.domain.andon import Call, Severity
from console.domain.commands.andon import AcknowledgeCall, RejectCall
from console.domain.health import Level
from console.domain.horn import MANNERS, SOUNDS, Announcement, OpenCall
from resources import resource
from tests.paths import ROOT
from tests.widgets.call_parts import ADMIN, OTHER, STATION, breathe, calling, now_is, raised
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole
from tests.widgets.shell_parts import Screen, WallBoard, dressed
from widgets.horn.card import HornCard
from widgets.horn.decoding import decoded
from widgets.horn.player import Means, Player
from widgets.horn.sounding import Sounding
from widgets.horn.synthesis import RATE, samples
from widgets.horn.voice import SILENT, Voice
from widgets.horn.words import sound_word, spoken
from widgets.languages import CODES, languages
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow
from widgets.times import clock

pytestmark = pytest.mark.usefixtures("qapp")
ALL_TOGETHER = 150_000  # bytes of all sounds


class Hall:
    """A console with calls, its window, its horn with a clock of its own."""

    def __init__(self, console: PeopleConsole) -> None:
        self.console, self.at = console, 100.0
        self.horn = console.horn = Horn(console, HornSettings(volume=0), lambda: self.at)  # type: ignore[arg-type, attr-defined]
        pages = [Page(key, key.title, "siren", lambda key=key: self.made(key)) for key in ("board", "calls", "status")]
        self.window = MainWindow(console, pages, WallBoard, Memory(console.data_folder))
        self.sounding = Sounding(console, self.window, SILENT)
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.activateWindow()
        self.show()

    def made(self, key: str) -> QWidget:
        return HornCard(self.console) if key == "status" else Screen()

    def show(self, seconds: float = 0.0) -> None:
        """So much later by the horn's clock, everything drawn."""
        self.at += seconds
        breathe(self.console, 2)
        self.horn.beat()
        self.window.refresh()
        QApplication.processEvents()

    def call(self, place: str = STATION, category: str = "machine", **more: object) -> Call:
        """A call, a while after what came before."""
        self.at += 5
        self.console.time += 5
        made = raised(self.console, place, category, **more)
        self.show()
        return made

    def answer(self, call: Call) -> None:
        assert self.console.do(AcknowledgeCall(call.id, call.place), who=ADMIN) == []
        self.show()

    def end(self) -> None:
        """Nothing is open any more, and everything is chosen as at first."""
        for shown in self.console.calls.open:  # type: ignore[attr-defined]
            assert self.console.do(RejectCall(shown.call.id, shown.call.place, "test"), who=ADMIN) == []
        self.horn.choose(HornSettings(volume=0))
        self.sounding.player.means = Means.DEVICE  # nothing is played here: what would be is in `asked`
        self.sounding.player.asked.clear()
        self.sounding.voice.said.clear()
        if self.window.wall is not None and self.window.wall.up:
            self.window.toggle_wall()
        self.window.open("board")
        self.show()

    @property
    def asked(self) -> list[str]:
        return self.sounding.player.asked

    @property
    def words(self) -> str:
        return self.window.top.horn.state.text()

    @property
    def in_ten_minutes(self) -> str:
        return clock(self.console.now() + 600, UTC, seconds=False)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        widget.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(widget, key)
        self.show()


@pytest.fixture(scope="module")
def made(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    dressed()
    console = calling(tmp_path_factory.mktemp("horn"))
    console.title = "PC 4"  # type: ignore[attr-defined]
    hall = Hall(console)
    hall.sounding.player._made = lambda sound: SimpleNamespace(  # type: ignore[method-assign, assignment, return-value]
        setLoopCount=lambda n: None, setVolume=lambda v: None, play=lambda: None, stop=lambda: None
    )
    yield hall
    hall.window.close()
    hall.window.deleteLater()
    console.office.close()


@pytest.fixture
def hall(made: Hall) -> Hall:
    dressed()
    made.end()
    return made


# Sounds


@pytest.mark.parametrize("name", SOUNDS)
def test_a_shipped_sound_is_a_short_mono_wave_that_is_loud_and_does_not_clip(name: str) -> None:
    with wave.open(str(resource("sounds", f"{name}.wav")), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        heard = array("h", file.readframes(file.getnframes()))
    assert 0.1 < len(heard) / RATE < 0.6
    assert 20_000 < max(map(abs, heard)) < 32_767
    assert sqrt(sum(x * x for x in heard) / len(heard)) > 2_500
    assert max(map(abs, (*heard[:3], *heard[-3:]))) < 2_000  # no click at either end
    assert decoded(name)


@pytest.mark.parametrize("name", SOUNDS)
def test_a_shipped_sound_is_what_our_own_script_computes(name: str) -> None:
    with wave.open(str(resource("sounds", f"{name}.wav")), "rb") as file:
        shipped = array("h", file.readframes(file.getnframes()))
    computed = samples(name)
    assert len(shipped) == len(computed)
    assert max(abs(a - b) for a, b in zip(shipped, computed, strict=True)) <= 1


def test_the_sounds_are_small_and_exactly_those_that_are_named() -> None:
    files = {path.stem: path.stat().st_size for path in resource("sounds").glob("*.wav")}
    assert set(files) == set(SOUNDS)
    assert sum(files.values()) < ALL_TOGETHER
    assert len({sound_word(name) for name in SOUNDS}) == len(SOUNDS)


def test_severities_are_told_apart_by_their_rhythm() -> None:
    assert len({_beats(MANNERS[severity].sound) * MANNERS[severity].times for severity in Severity}) == 4


def _beats(name: str) -> int:
    """How often it gets loud: 10 ms steps that rise over a third of the loudest."""
    step, heard = RATE // 100, samples(name)
    loud = [max(map(abs, heard[i : i + step])) > 9_000 for i in range(0, len(heard), step)]
    return sum(now and not before for before, now in zip([False, *loud], loud, strict=False))


def test_what_is_no_sound_is_found_out(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF nothing")
    monkeypatch.setattr("widgets.horn.decoding.resource", lambda *parts: tmp_path / parts[-1])
    assert not decoded("broken")
    assert not decoded("missing")


# Means


def test_the_start_takes_neither_the_sound_nor_the_speech_library() -> None:
    said = "import widgets.face, sys; print([m for m in sys.modules if 'Multimedia' in m or 'TextToSpeech' in m])"
    done = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_library_is_taken_while_other_threads_take_theirs() -> None:
    """What Qt says while it is loaded must not reach Python: it would wait for a thread that waits for the loader."""
    lines = (
        "import sys, threading",
        "from PySide6.QtWidgets import QApplication",
        "from widgets.horn.player import Player",
        "from widgets.shell.qt_messages import log_qt_messages",
        "app = QApplication([])",
        "log_qt_messages()",
        "sys.setswitchinterval(1e-6)",
        "def work(): import sqlalchemy.orm, numpy, alembic.command",
        "other = threading.Thread(target=work)",
        "other.start()",
        "player = Player()",
        "player.load()",
        "other.join()",
        "print(player.means)",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() in set(Means) - {Means.UNKNOWN}


def test_a_player_plays_where_there_is_a_device_and_says_so_where_there_is_none(capfd) -> None:
    player = Player()
    assert player.means is Means.UNKNOWN
    heard = player.play("siren", 3, 0)
    assert player.means is not Means.UNKNOWN
    assert heard == (player.means is Means.DEVICE)
    assert player.asked == ["siren"]
    player.stop()
    assert capfd.readouterr() == ("", "")  # not a word on the terminal


def test_a_pc_without_the_library_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    player, voice = Player(), Voice()
    assert not player.play("siren")
    assert player.means is Means.NO_LIBRARY
    assert not voice.speaks("en")
    assert not voice.say("hello", "en")


@pytest.mark.parametrize(
    ("means", "on", "code", "level"),
    [
        (Means.DEVICE, True, "device", Level.GOOD),
        (Means.NO_DEVICE, True, "no_device", Level.OFF),
        (Means.NO_LIBRARY, True, "no_library", Level.OFF),
        (Means.DEVICE, False, "off", Level.OFF),
    ],
)
def test_the_status_page_is_told_once_how_it_stands_with_sound(
    hall: Hall, means: Means, on: bool, code: str, level: Level
) -> None:
    hall.sounding.player.means = means
    hall.horn.choose(HornSettings(sound=on, volume=0))
    item = hall.console.health.sound()
    assert (item.code, item.level) == (code, level)


# Calls


def test_a_new_call_sounds_and_is_shown_in_the_top_bar(hall: Hall) -> None:
    assert not hall.window.top.horn.isVisible()
    hall.call(severity=Severity.CRITICAL)
    assert hall.asked == ["siren"]
    assert hall.words == "1 call sounding"
    assert hall.window.top.horn.state.face.loud
    hall.call(OTHER, "help")
    assert hall.asked == ["siren", "chime"]
    assert hall.words == "2 calls sounding"


def test_acknowledging_ends_it(hall: Hall) -> None:
    call = hall.call(severity=Severity.CRITICAL)
    hall.answer(call)
    hall.show(100)
    assert hall.asked == ["siren"]
    assert not hall.window.top.horn.isVisible()


def test_nobody_answers_and_it_sounds_again(hall: Hall) -> None:
    hall.call(severity=Severity.CRITICAL)
    for _ in range(3):
        hall.show(20)
    assert hall.asked == ["siren"] * 4


@pytest.mark.parametrize("page", ["board", "calls", "status"])
def test_f9_silences_from_any_page_and_no_call_changes(hall: Hall, page: str, caplog: pytest.LogCaptureFixture) -> None:
    call = hall.call(severity=Severity.CRITICAL)
    before = now_is(hall.console, call)
    hall.window.open(page)
    with caplog.at_level(logging.INFO):
        hall.press(hall.window, Qt.Key.Key_F9)
    assert any("silenced for 10 min" in record.getMessage() for record in caplog.records)
    assert hall.words == f"Silenced until {hall.in_ten_minutes} · 1 call waits"
    hall.show(60)
    assert hall.asked == ["siren"]
    assert now_is(hall.console, call) == before
    hall.show(540)
    assert hall.asked == ["siren", "siren"]


def test_the_button_silences_and_what_is_new_sounds_all_the_same(hall: Hall) -> None:
    hall.call(severity=Severity.CRITICAL)
    QTest.mouseClick(hall.window.top.horn.button, Qt.MouseButton.LeftButton)
    hall.show()
    assert not hall.window.top.horn.button.isVisible()
    hall.call(OTHER, "machine", severity=Severity.MAJOR)
    assert hall.asked == ["siren", "pulse"]
    assert hall.words == "1 call sounding"


def test_the_field_of_the_horn_opens_the_calls(hall: Hall) -> None:
    hall.call()
    QTest.mouseClick(hall.window.top.horn.state, Qt.MouseButton.LeftButton)
    assert hall.window.current == "calls"


def test_the_wall_shows_the_newest_call_that_nobody_has_acknowledged_and_f9_works_there(hall: Hall) -> None:
    hall.window.toggle_wall()
    wall = hall.window.wall.window  # type: ignore[union-attr]
    assert wall is not None
    assert not wall.banner.isVisible()
    first, second = hall.call(severity=Severity.CRITICAL), hall.call(OTHER, "safety", text="Guard open")
    wall.refresh()
    assert wall.banner.isVisible()
    assert "Guard open" in wall.banner.accessibleName()
    assert "and 1 more" in wall.banner.accessibleName()
    hall.press(wall, Qt.Key.Key_F9)
    wall.refresh()
    assert "Silenced" in wall.banner.accessibleName()
    assert not wall.grab().isNull()
    hall.answer(second)
    wall.refresh()
    assert "Wire feed jams" in wall.banner.accessibleName()
    hall.answer(first)
    wall.refresh()
    assert not wall.banner.isVisible()


def test_the_wall_of_an_area_shows_the_calls_of_that_area(hall: Hall) -> None:
    hall.window.toggle_wall()
    banner = hall.window.wall.window.banner  # type: ignore[union-attr]
    hall.call()
    banner.refresh("paint")
    assert not banner.isVisible()
    banner.refresh("assembly")
    assert banner.isVisible()


# Words


def announcement(*places: str) -> Announcement:
    lines = {place: place.partition("/")[0] for place in places}
    calls = (
        OpenCall(place, Severity.CRITICAL, False, 0, "", place, lines[place], "Safety", "Leak") for place in places
    )
    return Announcement(tuple(calls))


@pytest.mark.parametrize(
    ("places", "code", "words"),
    [
        ((STATION,), "en", "Critical: Safety, L1 line, 20 Weld. Leak"),
        ((STATION,), "zh_CN", "紧急：Safety，L1 line，20 Weld。 Leak"),
        ((STATION, "L1/10"), "en", "2 calls on L1 line, worst: Safety"),
        ((STATION, "L1/10"), "zh_CN", "L1 line有 2 个呼叫，最严重：Safety"),
        ((STATION, OTHER, "L3/10"), "en", "3 calls on 3 lines, worst: Safety"),
        (("L1",), "en", "Critical: Safety, L1 line. Leak"),
        (("gone/1",), "en", "Critical: Safety, gone. Leak"),
    ],
)
def test_several_calls_are_spoken_as_one_sentence(hall: Hall, places: tuple[str, ...], code: str, words: str) -> None:
    languages.use(code)
    assert spoken(hall.console, announcement(*places)) == words  # type: ignore[arg-type]


def test_calls_are_spoken_where_there_is_a_voice_for_the_language(hall: Hall) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", reason="no sound library on this computer", exc_type=ImportError)
    hall.horn.choose(HornSettings(volume=0, voice=True))
    hall.call()
    hall.sounding._speak.stop()
    hall.sounding._say()
    assert hall.sounding.voice.said == ["Minor: Machine, L1 line, 20 Weld. Wire feed jams"]
    languages.use("zh_CN")  # the silent engine knows no Chinese
    hall.sounding._say()
    assert len(hall.sounding.voice.said) == 1
    assert not hall.sounding.voice.speaks("zh_CN")


def test_nothing_is_spoken_unless_somebody_wants_it(hall: Hall) -> None:
    hall.call()
    assert not hall.sounding._speak.isActive()


@pytest.mark.parametrize("size", [(1920, 1080), (1600, 940), (1366, 768), (960, 600)])
@pytest.mark.parametrize("code", CODES)
def test_the_bar_keeps_its_words_whole_and_its_fields_named(hall: Hall, size: tuple[int, int], code: str) -> None:
    languages.use(code)
    hall.window.resize(*size)
    hall.call(severity=Severity.CRITICAL)
    for _ in range(2):
        hall.show()
        assert clipped(hall.window.top) == []
        assert nameless(hall.window.top) == []
        hall.horn.silence()
    hall.window.resize(1920, 1080)


def test_the_words_change_with_the_language(hall: Hall) -> None:
    hall.call(severity=Severity.CRITICAL)
    languages.use("zh_CN")
    hall.show()
    assert hall.words == "1 个呼叫正在响"
    hall.horn.silence()
    hall.show()
    assert hall.words == f"静音至 {hall.in_ten_minutes} · 1 个呼叫待确认"


def test_a_horn_that_cannot_be_heard_does_not_say_that_it_sounds(hall: Hall) -> None:
    hall.call(severity=Severity.CRITICAL)
    hall.sounding.player.means = Means.NO_DEVICE
    hall.sounding._show()
    assert hall.words == "No sound here · 1 call waits"
    hall.horn.choose(HornSettings(sound=False, volume=0))
    hall.show()
    assert hall.words == "Sound is off · 1 call waits"


# The card


@pytest.fixture
def card(hall: Hall) -> HornCard:
    hall.window.open("status")
    hall.show()
    found = hall.window.widget("status")
    assert isinstance(found, HornCard)
    return found


def kept(hall: Hall) -> Callable[[str], object]:
    return load_settings(hall.console.data_folder, None, {}, {}).__getitem__


def test_what_is_chosen_holds_at_once_and_at_the_next_start(hall: Hall, card: HornCard) -> None:
    card.sound.click()
    assert not hall.horn.chosen.sound
    assert kept(hall)("calls.sound") is False
    hall.call()
    assert hall.asked == []
    card.sound.click()
    card.volume.setValue(40)
    card._loud()
    card.minutes.setCurrentIndex(card.minutes.findData(30))
    card.minutes.activated.emit(card.minutes.currentIndex())
    assert HornSettings.of(load_settings(hall.console.data_folder, None, {}, {})) == hall.horn.chosen
    assert (hall.horn.chosen.volume, hall.horn.chosen.silence_minutes) == (40, 30)


def test_every_sound_can_be_tried(hall: Hall, card: HornCard) -> None:
    for index, name in enumerate(SOUNDS):
        card.which.setCurrentIndex(index)
        card.test.click()
        assert hall.asked[-1] == name
    hall.sounding.player.means = Means.NO_DEVICE
    card.test.click()
    assert card.told.text() == "There is no sound device: nothing can be heard."


def test_wanting_a_voice_that_is_not_there_is_told(hall: Hall, card: HornCard) -> None:
    languages.use("zh_CN")
    card.voice.click()
    assert "没有该语言的语音" in card.told.text()


@pytest.mark.parametrize("code", CODES)
def test_the_card_keeps_its_words_whole_and_its_controls_named(hall: Hall, card: HornCard, code: str) -> None:
    languages.use(code)
    hall.show()
    assert clipped(card) == []
    assert nameless(card) == []
