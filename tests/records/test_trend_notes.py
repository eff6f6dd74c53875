"""Rules of notes on the time axis that two consoles share: written offline, seen by both, the first change wins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.domain.commands.trends import AddTrendNote, ChangeTrendNote
from console.domain.trend_notes import TrendNote
from tests.databases import PostgreSQL
from tests.records.plants import Site, assert_one_truth

T = datetime(2026, 11, 20, 14, 0, 0, 250_000, tzinfo=UTC)
TEXT = "新电极 🏭 <b>=1+1"


def note(site: Site) -> TrendNote:
    found = site.local.ask(lambda desk: desk.get(TrendNote, "n"))
    assert isinstance(found, TrendNote)
    return found


def test_a_note_written_offline_is_seen_by_the_other_console_and_the_first_change_wins(
    tmp_path: Path, postgresql: PostgreSQL
) -> None:
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        a.do(AddTrendNote("n", "L1/30", T, T + timedelta(minutes=5), TEXT, "L1/30/current"), "anna")
        address = postgresql.fresh()
        a.join(address), b.join(address)
        a.share(), b.share()
        assert note(b) == note(a)
        assert (note(b).text, note(b).end, note(b).by) == (TEXT, T + timedelta(minutes=5), "anna")
        a.do(ChangeTrendNote("n", "L1/30", "anna", T, None, "By a"), "anna")
        b.do(ChangeTrendNote("n", "L1/30", "anna", T, None, "By b"), "bert")
        a.share(), b.share(), a.share()
        assert note(a).text == note(b).text == "By a"
        assert_one_truth(address, a, b)
    finally:
        a.close(), b.close()
