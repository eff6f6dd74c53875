"""The historian that a plant has already: a table of samples in PostgreSQL or TimescaleDB, read and never written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from console.domain.historian import Bucket, HistorianAway, HistorianTable, HistorianUnfit, Sample
from console.domain.sharing import Address
from console.records.address import open_shared
from console.records.patience import Patience
from console.records.sharedfaults import SharedRefused, shared_trouble

R = TypeVar("R")
STATEMENT: Final = 10  # seconds that one question may take
SILENT: Final = 14.0  # seconds without a word after which the connection is given up
BEGIN, END = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NUMBER = r"^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*$"
FIRST = "(min(ARRAY[{time}, {value}]))[2]"  # of the oldest: without sorting
LAST = "(max(ARRAY[{time}, {value}]))[2]"
COLUMNS = """
SELECT a.attname, t.typname, t.typcategory FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = to_regclass(:table) AND a.attnum > 0 AND NOT a.attisdropped
"""
LIST = """
WITH RECURSIVE one AS (
    (SELECT {signal} AS id FROM {table} WHERE {signal} IS NOT NULL ORDER BY {signal} LIMIT 1)
    UNION ALL
    SELECT (SELECT {signal} FROM {table} WHERE {signal} > one.id ORDER BY {signal} LIMIT 1) FROM one
    WHERE one.id IS NOT NULL
)
SELECT CAST(id AS text) FROM one WHERE id IS NOT NULL LIMIT :most
"""  # from one signal to the next through the index, however many samples there are


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the table is like: names quoted, and what its columns say in our words as SQL."""

    table: str
    signal: str
    numbered: bool  # whether signals are whole numbers
    time: str
    at: str  # microseconds since 1970
    bound: Callable[[int], object]  # a time as the column has it
    number: str  # the value as a float, NULL where it is none
    word: str  # the value as text, NULL where it is a number
    quality: str  # 0 good, 1 uncertain, 2 bad, 3 unknown
    bucket: str  # the number of the step of :width microseconds since :origin
    listed: str  # the table of signals


@dataclass(slots=True)
class HistorianReader:
    """One connection, one thread at a time. HistorianAway where it does not answer, HistorianUnfit where it is not
    as the settings say."""

    address: Address
    told: HistorianTable
    _engine: Engine | None = None
    _patience: Patience | None = None
    _facts: _Facts | None = field(default=None, repr=False)

    def check(self) -> None:
        """Whether it answers and is as the settings say."""
        self._read(lambda db, facts: db.execute(text("SELECT 1")).all())

    def names(self, most: int) -> list[str]:
        """The ids of at most so many signals, in order."""

        def read(db: Connection, facts: _Facts) -> list[str]:
            asked = LIST.format(signal=facts.signal, table=facts.listed)
            return [str(row[0]) for row in db.execute(text(asked), {"most": most})]

        return self._read(read)

    def first(self) -> int | None:
        """The oldest time of all, microseconds; None: there is nothing."""
        return self._read(
            lambda db, f: db.execute(text(f"SELECT {f.at} FROM {f.table} ORDER BY {f.time} LIMIT 1")).scalar()
        )

    def samples(self, signal: str, start: int, end: int, most: int | None = None) -> list[Sample] | None:
        """Those of [start, end) in time order; None where there are more than `most`."""
        limit = "" if most is None else " LIMIT :most"
        found = self._samples(
            f"AND {{time}} >= :start AND {{time}} < :end ORDER BY {{time}}{limit}",
            signal,
            {"start": start, "end": end},
            {} if most is None else {"most": most + 1},
        )
        return None if most is not None and len(found) > most else found

    def before(self, signal: str, end: int) -> Sample | None:
        """The last one before a time."""
        found = self._samples("AND {time} < :end ORDER BY {time} DESC LIMIT 1", signal, {"end": end}, {})
        return found[0] if found else None

    def buckets(self, signal: str, start: int, end: int, width: int, origin: int) -> list[Bucket]:
        """What steps of `width` microseconds from `origin` came to; those without a sample are left out."""

        def read(db: Connection, facts: _Facts) -> list[Bucket]:
            usable = f"CASE WHEN ({facts.quality}) <> 2 THEN {facts.number} END"
            first, last = (kind.format(time="e", value="v") for kind in (FIRST, LAST))
            asked = (
                f"SELECT b, count(v), min(v), max(v), sum(v), {first}, {last} FROM ("
                f"SELECT {facts.bucket} AS b, CAST({facts.at} AS float8) AS e, "
                f"CASE WHEN abs(gemba_usable) < 'Infinity' THEN gemba_usable END AS v "
                f"FROM (SELECT {facts.time}, {usable} AS gemba_usable FROM {facts.table} "
                f"WHERE {facts.signal} = :signal AND {facts.time} >= :start AND {facts.time} < :end) AS inside"
                f") AS steps GROUP BY b ORDER BY b"
            )
            told = self._bound(facts, {"start": start, "end": end, "origin": origin})
            rows = db.execute(text(asked), told | {"width": width, "signal": _id(facts, signal)})
            return [Bucket(origin + int(row[0]) * width, *row[1:]) for row in rows]

        return self._read(read)

    def close(self) -> None:
        """Let go of the connection; from any thread, also while a question is under way."""
        if self._patience is not None:
            self._patience.cut()
            self._patience.close()
        if self._engine is not None:
            self._engine.dispose()

    def _samples(self, asked: str, signal: str, times: dict[str, int], more: dict[str, Any]) -> list[Sample]:
        def read(db: Connection, facts: _Facts) -> list[Sample]:
            what = f"SELECT {facts.at}, {facts.number}, {facts.word}, {facts.quality} FROM {facts.table}"
            where = f"WHERE {facts.signal} = :signal {asked.format(time=facts.time)}"
            told = self._bound(facts, times) | more | {"signal": _id(facts, signal)}
            return [_sample(row) for row in db.execute(text(f"{what} {where}"), told)]

        return self._read(read)

    @staticmethod
    def _bound(facts: _Facts, times: dict[str, int]) -> dict[str, Any]:
        return {name: facts.bound(at) for name, at in times.items()}

    def _read(self, read: Callable[[Connection, _Facts], R]) -> R:
        """In one transaction that can write nothing and takes no longer than STATEMENT for a question."""
        try:
            if self._engine is None:
                self._engine = open_shared(self.address)
                self._patience = Patience(self._engine, SILENT)
            with self._engine.connect() as db:
                db.execute(text("SET TRANSACTION READ ONLY"))
                db.execute(text(f"SET LOCAL statement_timeout = {STATEMENT * 1000}"))
                if self._facts is None:
                    self._facts = _looked(db, self.told)
                return read(db, self._facts)
        except HistorianUnfit:
            raise
        except Exception as error:
            trouble = shared_trouble(error, str(self.address))
            if isinstance(trouble, SharedRefused):
                raise HistorianUnfit(trouble.detail, **trouble.facts) from error
            if trouble is not None:
                raise HistorianAway(trouble.detail, **trouble.facts) from error
            if isinstance(error, DBAPIError):
                self._facts = None  # the table may have been changed
                raise HistorianUnfit(" ".join(str(error.orig).split())[:300]) from error
            raise


def _id(facts: _Facts, signal: str) -> object:
    if not facts.numbered:
        return signal
    try:
        return int(signal)
    except ValueError:
        raise HistorianUnfit(f"{signal} is no number, and the signals of this historian are numbers") from None


def _sample(row: Sequence[Any]) -> Sample:
    at, number, word, quality = row
    return Sample(int(at), word if number is None else float(number), int(quality))


def _looked(db: Connection, told: HistorianTable) -> _Facts:
    """What the database says of the table."""
    kinds = _columns(db, told.table)
    for name in (told.signal, told.time, told.value, told.quality, told.text):
        if name and name not in kinds:
            raise HistorianUnfit(f"{told.table} has no column {name}; it has {', '.join(sorted(kinds))}")
    quote = db.dialect.identifier_preparer.quote_identifier
    time, at, bound = _time(quote(told.time), *kinds[told.time])
    number, word = _value(quote(told.value), *kinds[told.value])
    if told.text:
        word = f"coalesce(CAST({quote(told.text)} AS text), {word})"
        number = f"CASE WHEN {quote(told.text)} IS NULL THEN {number} END"
    return _Facts(
        table=_name(db, told.table),
        signal=quote(told.signal),
        numbered=kinds[told.signal][1] == "N",
        time=time,
        at=at,
        bound=bound,
        number=number,
        word=word,
        quality=_quality(quote(told.quality), kinds[told.quality][1]) if told.quality else "0",
        bucket=_bucket(db, time, at, kinds[told.time][0]),
        listed=_listed(db, told),
    )


def _listed(db: Connection, told: HistorianTable) -> str:
    if not told.signals:
        return _name(db, told.table)
    if told.signal not in _columns(db, told.signals):
        raise HistorianUnfit(f"{told.signals} has no column {told.signal}")
    return _name(db, told.signals)


def _columns(db: Connection, table: str) -> dict[str, tuple[str, str]]:
    """Type and category by column; HistorianUnfit where there is no such table, or it may not be read."""
    found = {row[0]: (row[1], row[2]) for row in db.execute(text(COLUMNS), {"table": table})}
    if not found:
        raise HistorianUnfit(f"there is no table {table} in this database")
    return found


def _name(db: Connection, table: str) -> str:
    return str(db.execute(text("SELECT CAST(to_regclass(:table) AS text)"), {"table": table}).scalar())


def _time(column: str, kind: str, category: str) -> tuple[str, str, Callable[[int], object]]:
    if kind in ("timestamptz", "timestamp"):
        aware = kind == "timestamptz"  # without a zone it is taken as UTC
        at = f"CAST(round(extract(epoch FROM {column}) * 1000000) AS bigint)"
        return column, at, lambda micros: _moment(micros) if aware else _moment(micros).replace(tzinfo=None)
    if category == "N":
        return column, f"CAST(round({column} * 1000000.0) AS bigint)", lambda micros: micros / 1e6
    raise HistorianUnfit(f"the column {column} is no time: it must be a timestamp, or seconds since 1970")


def _moment(micros: int) -> datetime:
    try:
        return min(max(EPOCH + timedelta(microseconds=micros), BEGIN), END)
    except OverflowError:
        return END if micros > 0 else BEGIN


def _value(column: str, kind: str, category: str) -> tuple[str, str]:
    if category == "N":
        return f"CAST({column} AS float8)", "CAST(NULL AS text)"
    if category == "B":
        return f"CAST(CAST({column} AS integer) AS float8)", "CAST(NULL AS text)"
    plain = f"CAST({column} AS text)"
    number = f"CASE WHEN {plain} ~ '{NUMBER}' THEN CAST({plain} AS float8) END"
    return number, plain


def _quality(column: str, category: str) -> str:
    if category == "B":
        return f"CASE WHEN {column} THEN 0 WHEN {column} IS NULL THEN 3 ELSE 2 END"
    if category == "N":  # as OPC tells it
        return f"CASE WHEN {column} >= 192 THEN 0 WHEN {column} >= 64 THEN 1 WHEN {column} IS NULL THEN 3 ELSE 2 END"
    words = " ".join(f"WHEN '{word}' THEN {code}" for code, word in enumerate(("good", "uncertain", "bad")))
    return f"CASE lower(CAST({column} AS text)) {words} ELSE 3 END"


def _bucket(db: Connection, time: str, at: str, kind: str) -> str:
    """With time_bucket where TimescaleDB is there, date_bin from PostgreSQL 14 on, else reckoned."""
    origin = "CAST(:origin AS {})".format("timestamptz" if kind == "timestamptz" else "timestamp")
    interval = "make_interval(secs => :width / 1000000.0)"
    if kind not in ("timestamptz", "timestamp"):
        return f"CAST(floor(({at} - CAST(:origin * 1000000 AS bigint)) / CAST(:width AS float8)) AS bigint)"
    if db.execute(text("SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'")).first():
        start = f"time_bucket({interval}, {time}, {origin})"
    elif (db.dialect.server_version_info or (0,)) >= (14,):
        start = f"date_bin({interval}, {time}, {origin})"
    else:
        start = time
    gone = f"extract(epoch FROM {start} - {origin}) * 1000000"
    return f"CAST(floor(({gone} + 0.5) / CAST(:width AS float8)) AS bigint)"
