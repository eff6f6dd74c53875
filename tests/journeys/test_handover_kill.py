"""A handover of a recorded shift outlives a console that is killed in the middle of it: same content, same seal."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.domain.handovers import Handover
from console.records.anchor import Anchor
from console.records.local import LocalRecords
from console.records.verify import Verifier
from tests.journeys.handing import store, told
from tests.journeys.processes import Process
from tests.paths import DATA
from tests.records.plants import carry_out

RECORDING = DATA / "orbis-nok-excerpt.jsonl"


class Killed:
    """What each console showed when it began, and when it was killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shown: list[dict[str, Any]] = []

    def life(self, *words: str, recording: Path | None = None, saved: int | None = None) -> dict[str, Any]:
        """A console from its start to its kill: what it showed last. `saved`: killed after so many answers."""
        with Process("handing", self.folder, *([recording] if recording else [])) as hands:
            shown = dict(json.loads(hands.read()))
            self.shown.append(shown)
            for word in words:
                shown = hands.ask(word)
                while "saved" in shown and saved is None:
                    shown = dict(json.loads(hands.read()))
                for _ in range(max(0, (saved or 1) - 1)):
                    shown = dict(json.loads(hands.read()))
        return shown


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    return Killed(tmp_path_factory.mktemp("handing"))


@pytest.fixture(scope="module")
def sealed(killed: Killed) -> dict[str, Any]:
    """The whole way, each step with a kill behind it; the two last answers before a kill were just being written."""
    draft = killed.life(recording=RECORDING)
    assert draft["stage"] == "draft"
    assert len(draft["items"]) > 12  # what people wrote, and what the record says by itself
    assert draft["facts"] > 3
    handed = killed.life("sign")
    assert killed.shown[-1] == draft
    assert (handed["stage"], handed["whole"], handed["items"]) == ("handed", True, draft["items"])
    half = killed.life("answer 99", saved=5)
    assert killed.shown[-1] == handed
    assert "saved" in half
    rest = killed.life("answer 99")
    assert len(killed.shown[-1]["replies"]) >= 5  # what was said to be saved, and perhaps what was on its way
    assert killed.shown[-1]["outgoing"] == handed["outgoing"]
    assert len(rest["replies"]) == len(draft["items"])
    taken = killed.life("take")
    assert killed.shown[-1] == rest
    return taken


def test_a_handover_that_is_killed_at_every_step_is_sealed_over_what_was_prepared(
    killed: Killed, sealed: dict[str, Any]
) -> None:
    assert (sealed["stage"], sealed["whole"]) == ("sealed", True)
    assert sealed["seal"]
    assert sealed["items"] == killed.shown[0]["items"]

    after = killed.life()

    assert after == sealed


@pytest.mark.parametrize(
    ("column", "alter"),
    [
        ("note", lambda was: "nothing to see"),
        ("items", lambda was: was.replace("bearing 3", "bearing 4")),
        ("replies", lambda was: was.replace("accepted", "disputed", 1)),
        ("outgoing", lambda was: was.replace("Ann", "Eve")),
    ],
)
def test_a_sealed_row_that_another_tool_changes_is_noticed_twice(
    killed: Killed, sealed: dict[str, Any], column: str, alter: Any
) -> None:
    path = store(killed.folder) / "records.db"
    with closing(sqlite3.connect(path)) as db:
        ((id, was),) = db.execute(f"SELECT id, {column} FROM handover").fetchall()
        assert alter(was) != was
        db.execute(f"UPDATE handover SET {column} = ?", (alter(was),))
        db.commit()
    try:
        shown, (finding,) = looked_at(path)
        assert (shown["whole"], shown["seal"]) == (False, sealed["seal"])  # the seal does not fit any more
        assert (finding.table, finding.row, finding.field) == ("handover", id, column)  # and the trail says otherwise
    finally:
        with closing(sqlite3.connect(path)) as db:
            db.execute(f"UPDATE handover SET {column} = ?", (was,))
            db.commit()
    assert looked_at(path) == (sealed, [])


def looked_at(path: Path) -> tuple[dict[str, Any], list[Any]]:
    """The handover as a screen reads it, and what a verification of all rows finds."""
    records = LocalRecords(path, carry_out)
    try:
        (one,) = records.ask(lambda desk: desk.find(Handover))
        now = datetime.now(UTC)
        return told(one), list(Verifier(records.reading, Anchor(), now, lambda share: True).whole().findings)
    finally:
        records.close()
