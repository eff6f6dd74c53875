"""The topic book: what is on the broker, live and bounded."""

from __future__ import annotations

import threading

import pytest

from console.telemetry.decoded import decoded
from console.telemetry.guesses import Dialect, guess_dialect, summarise
from console.telemetry.intake import Intake
from console.telemetry.topics import LARGE_ROOM, TopicBook
from tests.telemetry.hearing import Ear


def listening(book: TopicBook | None = None) -> Intake:
    """An intake without a plant."""
    return Intake(None, lambda _: None, None, book)


def tell(intake: Intake, topic: str, payload: bytes, retained: bool = False) -> None:
    """One message."""
    assert intake.take(topic, payload, 1, retained, 1, 1.7e9)


def test_a_topic_shows_its_last_message_how_often_it_came_and_what_maps_it() -> None:
    ear = Ear(
        '[[source]]\nname = "states"\ntopic = "a/{station}"\nplace = "L1/{station}"\nfeeds = "state"\npath = "s"\n'
    )
    ear.say("a/10", {"s": "running"})
    ear.say("a/10", {"s": "stopped"}, retained=True)
    ear.say("b", b"5")
    entry = ear.intake.book.get("a/10")
    assert entry is not None
    assert (entry.count, entry.payload, entry.retained, entry.rules) == (2, b'{"s": "stopped"}', True, ("states",))
    other = ear.intake.book.get("b")
    assert other is not None
    assert not other.mapped


def test_the_tree_shows_one_level_at_a_time_with_what_is_below() -> None:
    intake = listening()
    for topic in ("site/b/x", "site/a/x", "site/a", "/lead", "other"):
        tell(intake, topic, b"1")
    book = intake.book
    assert [(n.name, n.below) for n in book.children()] == [("", 1), ("other", 1), ("site", 3)]
    assert [(n.name, n.prefix, n.below, n.entry is not None) for n in book.children("site")] == [
        ("a", "site/a", 2, True),
        ("b", "site/b", 1, False),
    ]
    assert [n.prefix for n in book.children("")[0].nodes.values()] == ["/lead"]
    assert book.children("nowhere") == []


def test_topics_beyond_the_limit_are_counted_and_mapped_but_not_kept() -> None:
    book = TopicBook(most=10)
    ear = Ear('[[source]]\ntopic = "late/{station}"\nplace = "L1/{station}"\nfeeds = "state"\npath = "s"\n')
    ear.intake.book = book
    for n in range(50):
        ear.say(f"t/{n}", b"1")
    assert len(ear.say("late/10", {"s": "running"})) == 1
    assert len(ear.say("late/10", {"s": "running"})) == 1
    assert (len(book), book.root.below, book.overflow) == (10, 10, 41)


def test_large_payloads_share_a_room_of_their_own() -> None:
    intake = listening()
    big = b"x" * (300 * 1024)
    for n in range(400):
        tell(intake, f"t/{n}", big)
        tell(intake, f"t/{n}", big)
    kept = sum(len(entry.payload) for entry in intake.book)
    assert kept <= LARGE_ROOM + 400 * 4096
    assert all(entry.size == len(big) for entry in intake.book)
    for n in range(400):
        tell(intake, f"t/{n}", b"small")
    assert sum(len(entry.payload) for entry in intake.book) == 400 * 5
    tell(intake, "t/0", b"y" * 200_000)
    entry = intake.book.get("t/0")
    assert entry is not None
    assert len(entry.payload) == 200_000


def test_the_rate_follows_what_is_heard() -> None:
    book = TopicBook()
    entry = book.meet("t", b"1", 0.0)
    assert entry is not None
    assert entry.rate(100.0) == 0.0
    for second in range(1, 31):
        entry.count += 20
        rate = entry.rate(100.0 + second)
    assert rate == pytest.approx(20, rel=0.05)
    for second in range(31, 91):
        rate = entry.rate(100.0 + second)
    assert rate < 0.1


@pytest.mark.parametrize(
    ("topic", "payload", "dialect"),
    [
        ("spBv1.0/G/NBIRTH/N", b"\x08\x01", Dialect.SPARKPLUG),
        ("a", b'{"x": 1}', Dialect.JSON),
        ("a", b" [1]", Dialect.JSON),
        ("a", b"{not json", Dialect.TEXT),
        ("a", b"21.5", Dialect.SCALAR),
        ("a", "läuft".encode(), Dialect.SCALAR),
        ("a", b"", Dialect.EMPTY),
        ("a", b"\x89PNG\r\n", Dialect.PICTURE),
        ("a", b"\x00\x01\xff", Dialect.BINARY),
        ("site/line/Status/StateCurrent", b"6", Dialect.PACKML),
        ("site/line/Filler/Admin/ProdProcessedCount/1/Count", b"6", Dialect.PACKML),
        ("site/line/Status/Colour", b"6", Dialect.SCALAR),
    ],
)
def test_a_dialect_is_guessed_from_topic_and_payload(topic: str, payload: bytes, dialect: Dialect) -> None:
    assert guess_dialect(topic, payload) is dialect


def test_the_summary_says_what_is_heard_on_a_broker() -> None:
    intake = listening()
    for topic, payload in (
        ("spBv1.0/G/NBIRTH/N1", b"\x08\x01"),
        ("spBv1.0/G/DDATA/N1/D", b"\x08\x01"),
        ("spBv1.0/G/NDATA/N2", b"\x08\x01"),
        ("spBv1.0/STATE/host", b"{}"),
        ("j/1", b"{}"),
        ("j/2", b'{"data": "data:image/png;base64,' + b"A" * 2000 + b'"}'),
        ("s/1", b"1"),
        ("p/L1/Status/StateCurrent", b"1"),
        ("p/L1/Status/CurMachSpeed", b"1"),
        ("p/L2/Admin/ProdProcessedCount", b"1"),
    ):
        tell(intake, topic, payload)
    heard = intake.book.guess()
    assert (heard.topics, heard.messages, heard.sparkplug_nodes, heard.packml_units) == (10, 10, 2, 2)
    assert (heard.json_topics, heard.scalar_topics, heard.pictures, heard.mapped) == (2, 1, 1, 0)


def test_a_last_message_is_shown_in_a_readable_form() -> None:
    intake = listening()
    for topic, payload in (
        ("j", b'{"a":{"b":1},"p":"' + b"A" * 1000 + b'"}'),
        ("t", b"Running"),
        ("b", b"\xff\x00\x41"),
    ):
        tell(intake, topic, payload)
    shown = {entry.topic: decoded(entry) for entry in intake.book}
    assert shown["j"].startswith('{\n  "a": {\n    "b": 1')
    assert "(1000 characters)" in shown["j"]
    assert shown["t"] == "Running"
    assert shown["b"].startswith("0000  ff 00 41")
    assert shown["b"].endswith("..A")


def test_the_book_can_be_read_while_another_thread_writes() -> None:
    intake = listening()
    done = threading.Event()

    def write() -> None:
        for n in range(30_000):
            tell(intake, f"t/{n % 100}/{n}", b"1")
        done.set()

    thread = threading.Thread(target=write)
    thread.start()
    while not done.is_set():
        intake.book.children("t/5")
        summarise(intake.book)
        intake.book.find("t/7/ 77")
    thread.join()
    assert len(intake.book) == 30_000
    assert [e.topic for e in intake.book.find("t/7/ 777", 2)] == ["t/7/7707"] or intake.book.find("T/77/777")
