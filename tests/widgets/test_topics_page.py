"""Rules of the topics page: what is on the broker, what of it is mapped, and how that is found."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.events import BrokerChanged, Link
from console.telemetry.sparkplug_codec import Metric, encode
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.floors import NOW, QuietConsole
from widgets.topics import TopicsPage
from widgets.topics.metrics import type_name

PLANT = """
[plant]
name = "Plant 2"
timezone = "UTC"
[[line]]
id = "L1"
name = "L1"
station = [{id = "10", name = "10 Feed"}]
[[source]]
name = "feeder values"
topic = "press/{line}/{station}/values"
place = "{line}/{station}"
time = "ts"
signal = [
  {feeds = "tag", path = "force", name = "Force", unit = "kN"},
  {feeds = "state", path = "mode", table = {"RUN" = "running"}},
]
[[source]]
name = "edge"
dialect = "sparkplug"
node = "G/N"
place = "L1/10"
signal = [{feeds = "tag", metric = "Temp", name = "Temp", unit = "C"}]
"""


@pytest.fixture
def console() -> QuietConsole:
    made = QuietConsole()
    made.use(PLANT)
    return made


@pytest.fixture
def page(qtbot: QtBot, console: QuietConsole) -> TopicsPage:
    made = TopicsPage(console)
    qtbot.addWidget(made)
    made.resize(1848, 984)
    made.show()
    return made


def good(force: float = 412.5, mode: str = "RUN") -> bytes:
    return json.dumps({"ts": NOW * 1000, "force": force, "mode": mode}).encode()


def beat(page: TopicsPage, console: QuietConsole, seconds: float = 3.0) -> None:
    console.time += seconds
    page.beat(console.time)


def test_a_mapped_topic_shows_its_rule_and_the_readings_it_gave(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("press/L1/10/values", good())
    page.show_subject("press/L1/10/values")
    given = page.detail.mapping.given
    assert page.detail.mapping.note.text() == "feeder values"
    assert [[given.index(r, c).data() for c in (0, 1, 2, 3)] for r in range(given.rowCount())] == [
        ["L1/10", "tag · Force", "412.5 kN", "11:42:07"],
        ["L1/10", "state", "running", "11:42:07"],
    ]


def test_asking_what_a_message_gives_changes_nothing_on_the_floor(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("press/L1/10/values", good())
    assert console.plant_file is not None
    before = len(console.plant_file.signals)
    for _ in range(3):
        page.show_subject("press/L1/10/values")
    assert len(console.plant_file.signals) == before


def test_a_topic_that_no_rule_hears_says_what_to_do(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("stranger/x", b"5")
    page.show_subject("stranger/x")
    assert "No rule of the plant file hears this topic" in page.detail.mapping.words.text()


def test_a_message_that_cannot_be_read_shows_problem_and_sample(
    page: TopicsPage, console: QuietConsole, expected_log: Callable[..., None]
) -> None:
    expected_log("unreadable message")
    console.hear("press/L1/10/values", b'{"force": <script>')
    page.show_subject("press/L1/10/values")
    mapping = page.detail.mapping
    assert "1 message" in mapping.trouble.text()
    assert mapping.sample.toPlainText() == '{"force": <script>'
    page.troubled.setChecked(True)
    assert [entry.topic for entry in page.found.rows] == ["press/L1/10/values"]


def test_a_word_that_no_table_knows_is_a_problem_of_the_topic(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("press/L1/10/values", good(mode="ODD"))
    page.show_subject("press/L1/10/values")
    assert "ODD" in page.detail.mapping.trouble.text()


def test_only_unmapped_hides_what_a_rule_hears(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("press/L1/10/values", good())
    console.hear("stranger/x", b"5")
    page.unmapped.setChecked(True)
    assert [entry.topic for entry in page.found.rows] == ["stranger/x"]
    assert page._stack.currentWidget() is page.list
    page.unmapped.setChecked(False)
    assert page._stack.currentWidget() is page.view


def test_the_chosen_topic_stays_chosen_through_filters_and_beats(page: TopicsPage, console: QuietConsole) -> None:
    for n in range(30):
        console.hear(f"a/t{n:02d}", b"1")
    page.show_subject("a/t07")
    page.filter.setText("a/t")
    assert page.list.currentIndex().row() == 7
    console.hear("a/t00a", b"1")
    beat(page, console)
    assert page.detail.head.topic.toPlainText() == "a/t07"
    assert page.list.currentIndex().row() == 8


def test_sparkplug_metrics_are_a_table_with_names_that_the_birth_gave(page: TopicsPage, console: QuietConsole) -> None:
    birth = [Metric("bdSeq", None, 1, 8, NOW), Metric("Temp", 7, 33.5, 9, NOW, unit="C")]
    console.hear("spBv1.0/G/NBIRTH/N", encode(birth, NOW, 0))
    console.hear("spBv1.0/G/NDATA/N", encode([Metric(None, 7, 36.5, 9, NOW)], NOW, 1))
    page.show_subject("spBv1.0/G/NDATA/N")
    table = page.detail.payload.metrics
    assert [table.index(0, c).data() for c in range(3)] == ["Temp", "36.5 C", "Float"]
    given = page.detail.mapping.given
    assert [given.index(0, c).data() for c in range(3)] == ["L1/10", "tag · Temp", "36.5 C"]


def test_the_overview_tells_nodes_that_live_from_dead_and_waiting_ones(page: TopicsPage, console: QuietConsole) -> None:
    birth = [Metric("bdSeq", None, 4, 8, NOW)]
    for node in ("live", "dead"):
        console.hear(f"spBv1.0/G/NBIRTH/{node}", encode(birth, NOW, 0))
    console.hear("spBv1.0/G/NDATA/live", encode([], NOW, 9))
    console.hear("spBv1.0/G/NDEATH/dead", encode(birth, NOW, None))
    console.hear("spBv1.0/G/DDATA/early/dev", encode([], NOW, 1))
    page.show_nodes.setChecked(True)
    rows = {page.nodes.index(r, 0).data(): r for r in range(page.nodes.rowCount())}
    assert page.nodes.index(rows["G/live"], 1).data() == "Online"
    assert page.nodes.index(rows["G/live"], 2).data() == "4"
    assert page.nodes.index(rows["G/live"], 4).data() == "1"
    assert page.nodes.index(rows["G/dead"], 1).data() == "Dead"
    assert page.nodes.index(rows["G/early"], 1).data() == "Waiting for birth"


def test_copy_takes_topic_and_payload_exactly(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("a/b", b'{"x":  1}')
    page.show_subject("a/b")
    page.detail.head.copy_topic.click()
    assert QGuiApplication.clipboard().text() == "a/b"
    page.detail.head.copy_payload.click()
    assert QGuiApplication.clipboard().text() == '{"x":  1}'


def test_as_sent_shows_the_message_untouched_and_decoded_shows_it_readable(
    page: TopicsPage, console: QuietConsole
) -> None:
    console.hear("a/b", b'{"x":1}')
    page.show_subject("a/b")
    assert page.detail.payload.text.toPlainText() == '{\n  "x": 1\n}'
    page.detail.payload.as_sent.setChecked(True)
    assert page.detail.payload.text.toPlainText() == '{"x":1}'


def test_everything_is_heard_only_while_the_page_is_seen(page: TopicsPage, console: QuietConsole) -> None:
    assert console.hears_everything
    page.hide()
    assert not console.hears_everything
    page.show()
    page.everything.setChecked(False)
    assert not console.hears_everything


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (Link.OFF, "No broker is set up"),
        (Link.CONNECTING, "Connecting"),
        (Link.CONNECTED, "nothing has been published yet"),
        (Link.LOST, "There is no connection: the cable"),
        (Link.REFUSED, "There is no connection: the cable"),
    ],
)
def test_an_empty_book_says_why_it_is_empty(page: TopicsPage, console: QuietConsole, link: Link, words: str) -> None:
    console.happen(BrokerChanged(link, NOW, "the cable" if link in (Link.LOST, Link.REFUSED) else ""))
    beat(page, console)
    assert words in page.empty.text()
    assert page.begin.isVisible() == (link in (Link.OFF, Link.REFUSED))


def test_a_filter_that_nothing_passes_says_so(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("a/b", b"1")
    page.filter.setText("nothing like it")
    assert "No topic passes the filter" in page.empty.text()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\0",
        b"\xff\xfe\xfd" * 5000,
        b"[" * 5000,
        b"{}" * 9,
        b'"' + b"A" * 300_000,
        b"nan",
        b"1e999",
        b"\xe2\x80\xae",
    ],
)
@pytest.mark.parametrize("topic", ["a", "/", "//", "spBv1.0/G/NDATA/N", "spBv1.0/x", "\u202e<b>", "x" * 60_000])
def test_no_topic_and_no_payload_breaks_the_page(
    page: TopicsPage, console: QuietConsole, topic: str, payload: bytes, expected_log: Callable[..., None]
) -> None:
    expected_log("unreadable message", maybe=True)
    console.hear(topic, payload)
    page.show_subject(topic)
    page.detail.payload.as_sent.setChecked(True)
    page.detail.head.copy_payload.click()
    assert not page.grab().isNull()


def test_another_book_is_taken_up(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("old/x", b"1")
    beat(page, console)
    console.book = QuietConsole().book
    beat(page, console)
    assert page.tree.rowCount() == 0
    assert page.detail.head.isHidden()


def test_datatypes_are_named_as_in_the_specification() -> None:
    assert [type_name(n) for n in (1, 8, 10, 13, 15, 16, 99)] == [
        "Int8", "UInt64", "Double", "DateTime", "UUID", "DataSet", "99",
    ]  # fmt: skip


def test_every_focusable_part_has_a_name_and_no_word_is_cut(page: TopicsPage, console: QuietConsole) -> None:
    console.hear("press/L1/10/values", good())
    page.show_subject("press/L1/10/values")
    QApplication.processEvents()
    assert nameless(page) == []
    assert clipped(page) == []
