"""A historian that the plant has already: the same samples there and in our own history make the same windows."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pytest

from console.app.historian import Historian, address_of, historian_of
from console.app.mailbox import Mailbox
from console.app.settings import Settings, load_settings
from console.app.trends import Past, Trends
from console.domain.historian import HistorianAway, HistorianTable, HistorianUnfit
from console.domain.readings import Quality, Reading, Role, Signal
from console.domain.sharing import Address
from console.history.history import History
from tests.databases import PostgreSQL

START, HOUR, DAY = 1_700_006_400.0, 3600.0, 86_400.0
FLOW, STATE = Signal("L1/30", Role.TAG, "flow"), Signal("L1/30", Role.TAG, "state")
TABLES = """
CREATE TABLE sample (signal text NOT NULL, time timestamptz NOT NULL, value float8, quality text, word text);
CREATE INDEX ON sample (signal, time);
CREATE SCHEMA "Plant";
CREATE TABLE "Plant"."Values" (tag int NOT NULL, seconds float8 NOT NULL, v numeric, q int, PRIMARY KEY (tag, seconds));
CREATE TABLE nothing (a int)
"""


def said() -> list[Reading]:
    """Two days, a reading every 10 s, with a gap of an hour, a bad hour, and one spike; a state now and then."""
    found = []
    for i in range(17_280):
        at = START + 10 * i
        if not 20 * HOUR <= at - START < 21 * HOUR:
            value = 500.0 if i == 4321 else round(20 + math.sin(i / 300), 2)
            bad = 30 * HOUR <= at - START < 31 * HOUR
            found.append(Reading(FLOW, 9999.0 if bad else value, at, at, Quality.BAD if bad else Quality.GOOD))
    words = [("running", 0), ("stopped", 3600), ("running", 4000), ("stopped", 90_000)]
    return found + [Reading(STATE, word, START + after, START + after) for word, after in words]


@pytest.fixture(scope="module")
def address(postgresql: PostgreSQL) -> Address:
    """A database with the samples in two kinds of tables."""
    made = postgresql.fresh()
    where = f"host={made.host} port={made.port} dbname={made.database} user={made.user} password='{made.password}'"
    with psycopg.connect(where, autocommit=True) as db:
        for statement in TABLES.split(";"):
            db.execute(statement.encode())
        with db.cursor().copy("COPY sample (signal, time, value, quality, word) FROM STDIN") as copy:
            copy.set_types(["text", "timestamptz", "float8", "text", "text"])
            for reading in said():
                at = time.strftime("%Y-%m-%d %H:%M:%S+00", time.gmtime(reading.heard_at))
                word = reading.value if isinstance(reading.value, str) else None
                number = None if word is not None else reading.value
                copy.write(f"{reading.signal.id}\t{at}\t{_cell(number)}\t{reading.quality.value}\t{_cell(word)}\n")
        db.execute(
            b'INSERT INTO "Plant"."Values" SELECT 7, extract(epoch FROM time), value, '
            b"CASE quality WHEN 'good' THEN 192 ELSE 0 END FROM sample WHERE value IS NOT NULL"
        )
        db.execute(b"ANALYZE")
    return made


def _cell(value: object) -> str:
    return "\\N" if value is None else str(value)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    """The console's own history of the same."""
    history = History(tmp_path_factory.mktemp("own"), spare=0)
    history.start()
    history.listening(True, START - DAY)
    history.append(sorted(said(), key=lambda reading: reading.heard_at))
    assert history.seal(merge=True)
    yield history
    history.close()


NARROW = HistorianTable("sample", quality="quality", text="word")
NUMBERED = HistorianTable('"Plant"."Values"', "tag", "seconds", "v", "q")


@pytest.fixture
def opened(address: Address) -> Iterator[Callable[[HistorianTable], Historian]]:
    """Opens historians, and closes them."""
    made: list[Historian] = []

    def one(table: HistorianTable, at: Address = address) -> Historian:
        made.append(Historian("plant", at, table, time.time))
        return made[-1]

    yield one
    for historian in made:
        historian.close()


@pytest.mark.parametrize(("table", "id"), [(NARROW, FLOW.id), (NUMBERED, "7")])
@pytest.mark.parametrize(
    ("start", "end", "points"),
    [
        (0.0, 900.0, 600),
        (19 * HOUR, 22 * HOUR, 300),
        (0.0, 2 * DAY, 1500),
        (0.0, 2 * DAY, 144),
        (0.0, 2 * DAY, 60),
        (29 * HOUR, 32 * HOUR, 60),
    ],
)
def test_the_same_samples_make_the_same_windows(
    own: History, opened: Any, table: HistorianTable, id: str, start: float, end: float, points: int
) -> None:
    ours = own.window(FLOW.id, START + start, START + end, points)
    theirs = opened(table).window(id, START + start, START + end, points)

    assert len(theirs) > 0
    for name in ("times", "values", "gaps", "qualities", "mins", "maxs", "firsts", "lasts", "counts"):
        mine, other = getattr(ours, name), getattr(theirs, name)
        assert (mine is None) == (other is None)
        if mine is not None:
            np.testing.assert_allclose(other, mine, rtol=1e-9, err_msg=name)


def test_a_spike_of_one_sample_is_seen_at_full_width_and_a_gap_is_a_gap(opened: Any) -> None:
    window = opened(NARROW).window(FLOW.id, START, START + 2 * DAY, 50)

    assert window.maxs is not None
    assert np.nanmax(window.maxs) == 500.0
    assert len(window) <= 100
    fine = opened(NARROW).window(FLOW.id, START, START + 2 * DAY, 1440)
    assert fine.gaps.tolist() == [[START + 20 * HOUR, START + 21 * HOUR]]


def test_where_timescaledb_is_there_its_time_bucket_is_asked(
    opened: Any, address: Address, postgresql: PostgreSQL
) -> None:
    """TimescaleDB itself is not installed here: a function of its name and arguments stands for it."""
    ours = opened(NARROW).window(FLOW.id, START, START + 2 * DAY, 100)
    postgresql.sql(
        "CREATE FUNCTION time_bucket(interval, timestamptz, timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE "
        "AS 'SELECT date_bin($1, $2, $3)'",
        address.database,
    )
    postgresql.sql(
        "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion) "
        "VALUES (99999, 'timescaledb', 10, 2200, false, '2.11')",
        address.database,
    )
    asked = opened(NARROW)
    try:
        theirs = asked.window(FLOW.id, START, START + 2 * DAY, 100)
        assert "time_bucket(" in asked._reader._facts.bucket
    finally:
        postgresql.sql("DELETE FROM pg_extension WHERE oid = 99999", address.database)

    np.testing.assert_array_equal(theirs.times, ours.times)
    np.testing.assert_array_equal(theirs.maxs, ours.maxs)


def test_states_the_last_reading_and_the_first_time_are_told(own: History, opened: Any) -> None:
    historian = opened(NARROW)
    told = historian.states(STATE.id, START + 1800, START + DAY)

    assert [(s.value, s.since - START) for s in told] == [("running", 1800), ("stopped", 3600), ("running", 4000)]
    assert historian.last(STATE.id).value == "stopped"
    assert historian.last(FLOW.id, START + 15).value == own.last(FLOW.id, START + 15).value  # type: ignore[union-attr]
    assert historian.last("L1/30/no such") is None
    assert historian.first() == START


def test_signals_are_found_by_words_among_very_many(opened: Any, address: Address, postgresql: PostgreSQL) -> None:
    made = (
        "CREATE TABLE many AS SELECT 'L' || n % 40 || '/' || n || '/speed' AS signal FROM generate_series(1, 20000) n"
    )
    postgresql.sql(made, address.database)
    postgresql.sql("CREATE INDEX ON many (signal)", address.database)
    historian = opened(HistorianTable("sample", signals="many"))

    began = time.monotonic()
    assert len(historian.signals()) == 500
    assert time.monotonic() - began < 10
    assert [signal.id for signal in historian.find("l7/ 12007 SPEED")] == ["L7/12007/speed"]
    assert [signal.id for signal in opened(NARROW).signals()] == [FLOW.id, STATE.id]


def test_nothing_is_ever_written_and_no_question_takes_longer_than_its_time(
    opened: Any, address: Address, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    postgresql.sql("CREATE SEQUENCE used", address.database)
    postgresql.sql(
        "CREATE VIEW writes AS SELECT 'a' AS signal, now() AS time, nextval('used')::float8 AS value", address.database
    )
    with pytest.raises(HistorianUnfit, match="read-only"):
        opened(HistorianTable("writes")).last("a")

    monkeypatch.setattr("console.records.historian.STATEMENT", 1)
    postgresql.sql(
        "CREATE VIEW slow AS SELECT 'a' AS signal, now() AS time, pg_sleep(60)::text AS value", address.database
    )
    began = time.monotonic()
    with pytest.raises(HistorianAway):
        opened(HistorianTable("slow")).last("a")
    assert time.monotonic() - began < 5


def test_a_historian_that_is_not_as_the_settings_say_tells_what_is_wrong(opened: Any) -> None:
    with pytest.raises(HistorianUnfit, match="no table elsewhere"):
        opened(HistorianTable("elsewhere")).check()
    with pytest.raises(HistorianUnfit, match="no column quali.*quality"):
        opened(HistorianTable("sample", quality="quali")).check()
    with pytest.raises(HistorianUnfit, match="no number"):
        opened(NUMBERED).last("L1/30/flow")
    historian = opened(HistorianTable("nothing", "a", "a", "a"))
    historian.check()
    assert historian.state.trouble == ""


def test_one_that_is_away_says_so_and_answers_when_it_is_back(
    address: Address, postgresql: PostgreSQL, opened: Any
) -> None:
    historian = opened(NARROW)
    historian.check()
    postgresql.stop()
    try:
        with pytest.raises(HistorianAway):
            historian.last(FLOW.id)
        assert historian.state.trouble == "historian_away"
        assert address.password not in historian.state.detail
    finally:
        postgresql.start()
    assert historian.last(FLOW.id) is not None
    assert historian.state.trouble == ""


def test_a_slow_historian_holds_up_nobody_but_those_who_ask_it(own: History) -> None:
    class Slow:
        """A historian that answers when it may."""

        def __init__(self) -> None:
            self.may = threading.Event()

        def last(self, signal: str, before: float | None = None) -> Reading | None:
            self.may.wait(20)
            return Reading(FLOW, 1.0, None, START)

    mailbox, slow = Mailbox(), Slow()
    trends = Trends(mailbox, own)
    trends.add("plant", slow)  # type: ignore[arg-type]
    found: list[Any] = []
    begun: list[str] = []

    def theirs(past: Past) -> Any:
        begun.append(threading.current_thread().name)
        own_one = past.last(FLOW.id)
        return own_one, past.last("plant:a")

    trends.ask(theirs, found.append)
    trends.ask(lambda past: past.last(FLOW.id), found.append)
    trends.ask(lambda past: past.last("plant:old"), lambda told: found.append("old"), key="pen")
    trends.ask(lambda past: past.last("plant:new"), lambda told: found.append("new"), key="pen")
    until(mailbox, lambda: len(found) == 1)

    assert isinstance(found[0], Reading)
    slow.may.set()
    until(mailbox, lambda: len(found) == 3)
    assert found[1][1].value == 1.0
    assert found[2] == "new"
    assert begun == ["trends", "trends of plant"]
    trends.close()


def until(mailbox: Mailbox, holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Run errands until it holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        mailbox.run_errands()
        time.sleep(0.01)


def test_the_address_is_read_from_a_url_and_a_password_in_it_is_refused() -> None:
    address = address_of("postgresql://re%40d@db.plant:6000/history", "secret", "on", "")

    assert (address.host, address.port, address.user, address.database) == ("db.plant", 6000, "re@d", "history")
    assert "secret" not in str(address)
    for url in ("mysql://a@b/c", "postgresql://a@b", "postgresql://a:b@c/d", "plant", "postgresql://a@b:x/c"):
        with pytest.raises(HistorianUnfit):
            address_of(url, "", "auto", "")


def test_settings_make_a_historian_or_none_and_wrong_ones_are_told_when_it_is_asked(tmp_path: Path) -> None:
    def settings(**more: str) -> Settings:
        return load_settings(
            tmp_path, None, {f"GEMBA_HISTORIAN_{name.upper()}": value for name, value in more.items()}, {}
        )

    assert historian_of(settings(), time.time) is None
    made = historian_of(settings(url="postgresql://a@127.0.0.1/b", table="t", name="PI: old"), time.time)
    assert made is not None
    assert made.state.name == "PI  old"
    wrong = historian_of(settings(url="postgresql://a@127.0.0.1/b"), time.time)
    assert wrong is not None
    with pytest.raises(HistorianUnfit, match="historian.table"):
        wrong.check()
