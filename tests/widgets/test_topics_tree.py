"""Rules of the topic tree: built where it is opened, growing without losing what is open."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.telemetry.intake import Intake
from console.telemetry.topics import TopicBook
from tests.widgets.floors import NOW
from widgets.topics.entries import COUNT, MAPPING
from widgets.topics.found import FoundTopics, Sieve
from widgets.topics.tree import EMPTY_LEVEL, TopicTree
from widgets.topics.treeview import TopicView


class Wire:
    """A book and the intake that fills it."""

    def __init__(self) -> None:
        self.book = TopicBook()
        self.intake = Intake(None, lambda readings: None, None, self.book)

    def hear(self, *topics: str) -> None:
        for topic in topics:
            self.intake.take(topic, b"1", 0, False, 0, NOW)


@pytest.fixture
def wire() -> Wire:
    return Wire()


def names(tree: TopicTree, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    return [tree.node(tree.index(row, 0, parent)).name for row in range(tree.rowCount(parent))]


def test_a_level_is_built_only_when_it_is_opened(qtbot: QtBot, wire: Wire) -> None:
    wire.hear("a/b/c", "a/b/d")
    tree = TopicTree(wire.book)
    top = tree.index(0, 0)
    assert tree.rowCount(top) == 0
    assert tree.hasChildren(top)
    assert tree.canFetchMore(top)
    tree.fetchMore(top)
    assert names(tree, top) == ["b"]


def test_new_topics_come_in_by_name_and_what_is_open_stays_open(qtbot: QtBot, wire: Wire) -> None:
    wire.hear("m/x", "z/x")
    tree = TopicTree(wire.book)
    view = TopicView(tree)
    qtbot.addWidget(view)
    QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.expand(tree.index(0, 0))
    wire.hear("a/x", "n/x", "m/w", "m/y", "B/x", "zz/x")
    tree.grow(NOW)
    assert names(tree) == ["a", "B", "m", "n", "z", "zz"]
    opened = tree.index(2, 0)
    assert view.isExpanded(opened)
    assert names(tree, opened) == ["w", "x", "y"]


def test_a_topic_is_found_in_the_tree_by_its_whole_name(qtbot: QtBot, wire: Wire) -> None:
    topics = ["a/b/c", "/a", "a//b", "a/b", "", "ä/ß", " / "]
    wire.hear(*topics)
    tree = TopicTree(wire.book)
    for topic in topics:
        entry = tree.entry(tree.index_of(topic))
        assert entry is not None
        assert entry.topic == topic
    for missing in ("a/x", "nothing", "a/b/c/d"):
        assert not tree.index_of(missing).isValid()


def test_a_level_that_carries_messages_and_has_levels_below_shows_both(qtbot: QtBot, wire: Wire) -> None:
    wire.hear("a", "a/b", "a")
    tree = TopicTree(wire.book)
    top = tree.index(0, 0)
    assert tree.index(0, COUNT).data() == "2"
    assert tree.hasChildren(top)
    assert tree.index(0, 0).data() == "a  (2)"


def test_levels_without_a_name_are_shown_as_empty(qtbot: QtBot, wire: Wire) -> None:
    wire.hear("/x")
    assert TopicTree(wire.book).index(0, 0).data().startswith(EMPTY_LEVEL)


def test_names_from_outside_are_shown_plain(qtbot: QtBot, wire: Wire) -> None:
    wire.hear("<b>x\u202e\x01")
    assert TopicTree(wire.book).index(0, 0).data() == "<b>x\\u202e\\x01"


def test_fifty_thousand_topics_open_grow_and_filter_without_a_stall(qtbot: QtBot, wire: Wire) -> None:
    wire.hear(*(f"plant/cell{n % 50}/tag{n:05d}" for n in range(25_000)), *(f"flat/tag{n}" for n in range(24_000)))
    tree = TopicTree(wire.book)
    view = TopicView(tree)
    qtbot.addWidget(view)
    view.resize(900, 900)
    view.show()
    began = time.perf_counter()
    view.expand(tree.index_of("flat"))
    wire.hear(*(f"flat/new{n}" for n in range(900)))
    tree.grow(NOW)
    view.grab()
    found, passed = Sieve("cell7 tag").sift(wire.book)
    seconds = time.perf_counter() - began
    print(f"49 900 topics: open, grow, paint and filter took {seconds * 1000:.0f} ms")
    assert names(tree, tree.index_of("flat"))[:2] == ["new0", "new1"]
    assert len(found) == passed == 500
    assert seconds < 5  # a stall, not a measurement


def test_the_filter_wants_every_word_in_any_case_and_any_order(wire: Wire) -> None:
    wire.hear("Plant/Line1/State", "plant/line2/state", "other/Line1")
    found, passed = Sieve("LINE1  plant").sift(wire.book)
    assert [entry.topic for entry in found] == ["Plant/Line1/State"]
    assert passed == 1


def test_finding_the_same_topics_again_keeps_the_rows(qtbot: QtBot, wire: Wire) -> None:
    wire.hear("a", "b")
    model = FoundTopics()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    for _ in range(3):
        model.refresh(Sieve("a").sift(wire.book)[0], NOW)
    assert len(resets) == 1
    assert model.index(0, MAPPING).data() == "Not mapped"
