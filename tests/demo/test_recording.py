"""Recordings are read as far as they can be, and what is no recording is refused in plain words."""

import gzip
import json
from pathlib import Path

import pytest

from console.demo.recording import Recorded, machine_of, read_recording, seconds_of
from console.demo.snapshot import snapshot_length
from console.domain.errors import FileRefused
from tests.paths import ROOT, SHARED

DATA = ROOT / "tests" / "demo" / "data"
NIST = sorted(SHARED.glob("nist/*.txt.gz"))
ORBIS = sorted(SHARED.glob("orbis/*.jsonl.gz"))


def _message(topic: str, at: str = "2026-08-07T09:04:01.723Z", **more: object) -> str:
    return json.dumps({"topic": topic, "payload": "1", "timestamp": at, "qos": 0, "retain": False} | more)


def test_the_snapshot_of_an_excerpt_is_each_item_once_and_what_follows_are_events() -> None:
    read = read_recording(DATA / "Mazak01-excerpt.txt")
    assert (read.kind, len(read.snapshot), len(read.events)) == ("nist", 86, 64)
    assert len({message.topic for message in read.snapshot}) == 86
    assert read.events[0] == Recorded(1480411603.303, "nist/Mazak01/servo_cond", b"Normal||||")
    assert seconds_of("2016-11-29T09:26:43.303Z") == 1480411603.303


def test_the_other_machine_is_cut_at_its_own_place() -> None:
    read = read_recording(DATA / "Mazak03-excerpt.txt")
    assert len(read.snapshot) == 65
    assert (read.events[0].topic, read.events[0].payload) == ("nist/Mazak03/power", b"ON")


@pytest.mark.parametrize("path", NIST, ids=lambda path: path.name)
def test_in_a_whole_day_the_snapshot_is_older_than_every_event_and_holds_each_item_once(path: Path) -> None:
    read = read_recording(path)
    topics = [message.topic for message in read.snapshot]
    assert len(topics) == len(set(topics)) > 50
    assert max(m.at for m in read.snapshot) < min(m.at for m in read.events)
    assert {m.topic for m in read.events} <= set(topics)
    with gzip.open(path, "rt") as lines:
        assert len(read.snapshot) + len(read.events) == sum(1 for _ in lines)


@pytest.mark.parametrize("path", ORBIS, ids=lambda path: path.name)
def test_a_session_of_messages_is_read_whole(path: Path) -> None:
    read = read_recording(path)
    with gzip.open(path, "rt") as lines:
        wanted = [record for record in map(json.loads, lines) if "_kind" not in record]
    assert (read.kind, read.snapshot, read.notes) == ("orbis", (), ())
    assert [(m.topic, m.payload.decode()) for m in read.events] == [(r["topic"], r["payload"]) for r in wanted]
    assert read.events[0].at == seconds_of(wanted[0]["timestamp"])


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        ([("a", 1.0), ("b", 2.0), ("a", 3.0)], 2),
        ([("a", 1.0), ("b", 2.0), ("c", 3.0)], 3),  # nothing changed
        ([("alarm", 1.0), ("alarm", 1.0), ("b", 1.0), ("b", 5.0)], 3),  # two alarms of one item that stand together
        ([("a", 1.0), ("b", 2.0), ("new", 3.0), ("a", 3.0)], 2),  # written together with the first change
        ([("a", 9.0), ("a", 1.0)], 1),  # a sender whose clock is behind
        ([], 0),
    ],
)
def test_the_snapshot_ends_before_the_first_item_that_gets_a_value_of_another_time(
    lines: list[tuple[str, float]], length: int
) -> None:
    assert snapshot_length(lines) == length


def test_a_snapshot_with_two_alarms_of_one_item_holds_the_item_once(tmp_path: Path) -> None:
    file = tmp_path / "Lathe7-day.txt"
    file.write_text(
        "2020-01-01T00:00:00Z|c|FAULT|1||x\n2020-01-01T00:00:00Z|c|FAULT|2||y\n2020-01-02T00:00:00Z|c|NORMAL|||\n"
    )
    read = read_recording(file)
    assert [m.payload for m in read.snapshot] == [b"FAULT|2||y"]
    assert [m.payload for m in read.events] == [b"NORMAL|||"]


def test_the_machine_is_named_by_the_file(tmp_path: Path) -> None:
    assert machine_of(Path("Mazak01-20161129-20161130.txt.gz")) == "Mazak01"
    assert machine_of(Path("GFAgie01_day.txt")) == "GFAgie01"
    assert machine_of(Path("plain")) == "plain"


def test_an_item_never_makes_another_topic_level_or_a_wildcard(tmp_path: Path) -> None:
    file = tmp_path / "M1.txt"
    file.write_text("2020-01-01T00:00:00Z|a/b+#|1\n")
    assert read_recording(file).snapshot[0].topic == "nist/M1/a_b__"


def test_the_kind_is_seen_in_the_content_not_in_the_name(tmp_path: Path) -> None:
    file = tmp_path / "Mazak09.txt"
    file.write_text(_message("a/b") + "\n")
    assert read_recording(file).kind == "orbis"


def test_lines_about_the_recording_are_no_messages(tmp_path: Path) -> None:
    file = tmp_path / "session.jsonl"
    file.write_text(
        json.dumps({"_kind": "session_meta"}) + "\n" + _message("a/b") + "\n" + json.dumps({"_kind": "end"})
    )
    read = read_recording(file)
    assert [m.topic for m in read.events] == ["a/b"]
    assert read.notes == ()


def test_retained_messages_at_the_beginning_are_the_snapshot(tmp_path: Path) -> None:
    file = tmp_path / "session.jsonl"
    rows = [_message("a", retain=True), _message("b", retain=True), _message("c"), _message("d", retain=True)]
    file.write_text("\n".join(rows))
    read = read_recording(file)
    assert [m.topic for m in read.snapshot] == ["a", "b"]
    assert [(m.topic, m.retain) for m in read.events] == [("c", False), ("d", True)]


def test_lines_that_cannot_be_read_are_left_out_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "session.jsonl"
    rows = [_message("a"), "{broken", _message("b", at="yesterday"), _message("x/#"), _message("c", payload={"n": 1})]
    file.write_text("\n".join(rows))
    read = read_recording(file)
    assert [(m.topic, m.payload) for m in read.events] == [("a", b"1"), ("c", b'{"n":1}')]
    assert read.notes == ("3 lines of session.jsonl could not be read and are left out.",)


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("1970-01-01T00:00:10Z", 10.0),
        ("1970-01-01T01:00:10.5+01:00", 10.5),
        ("1970-01-01T00:00:10", 10.0),
        (1786093441.723, 1786093441.723),
        (1786093441723, 1786093441.723),
    ],
)
def test_times_are_read_with_zone_without_and_as_numbers(time: str | float, seconds: float) -> None:
    assert seconds_of(time) == seconds


def test_a_recording_that_breaks_off_is_played_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = gzip.compress("\n".join(_message(f"topic/{n}") for n in range(2000)).encode())
    file = tmp_path / "cut.jsonl.gz"
    file.write_bytes(whole[: len(whole) // 2])
    read = read_recording(file)
    assert 100 < len(read.events) < 2000
    assert "cut off or damaged" in read.notes[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.jsonl.gz", b"<html>sign in</html>", "not a gzip file"),
        ("a.txt", b"time,item,value\n1,2,3\n", "Its first line is: time,item,value"),
        ("a.jsonl", b'{"temperature": 3}\n', "no recording that can be played"),
        ("a.txt", b"", "empty"),
        ("a.jsonl.gz", gzip.compress(b"hello world" * 99, mtime=0)[:25], "cut off|no recording"),
        ("a.bin", bytes(range(256)), "no recording that can be played"),
        ("a.txt", b"\n\n", "empty"),
        ("a.jsonl", b'{"_kind": "session_meta"}\n', "no message"),
    ],
)
def test_what_is_no_recording_is_refused_in_plain_words(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileRefused, match=words):
        read_recording(tmp_path / name)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="no file"):
        read_recording(tmp_path / "gone.txt")
    with pytest.raises(FileRefused, match="folder"):
        read_recording(tmp_path)
