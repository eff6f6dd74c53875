"""The demo plant's plant file, written from the same values that the simulator plays: both always agree."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from console.demo import documents, packml, scalars, sparkplug
from console.demo.catalogue import CALENDAR, demo_plant
from console.demo.plant import DemoLine, DemoPlant, Tag
from console.demo.speaker import slug
from console.domain.shifts import Pattern

HEAD = """\
# The demo plant of Gemba Console: four kinds of lines, each speaking another dialect.
# It is also a worked example: copy what looks like your machines and change the names.
"""
SPARKPLUG = """
# Sparkplug B: one edge node a line, one device a station. Names come with the births, deaths come as wills.
"""
JSON = """
# JSON documents: the path says where in the document a value is. Times are milliseconds, counts are those of the order.
"""
SCALAR = """
# Bare scalars in an ISA-95 tree: one topic a value, no times; each message on a counter is one more piece.
"""
PACKML = """
# A PackML tree. State numbers differ between builders: this one has its own 105. Counters go to 999 and begin again.
"""
EXPECTED_INTERVAL = 30  # seconds; every station repeats its state at least every 20


def plant_text(lines: int = 4, timezone: str = "Asia/Shanghai") -> str:
    """The plant file (TOML) for `demo_plant(lines, timezone)`."""
    plant = demo_plant(lines, timezone)
    kinds = {line.dialect: line for line in reversed(plant.lines)}  # lines of one kind have the same stations
    sources = {"sparkplug": _sparkplug, "json": _json, "scalar": _scalar, "packml": _packml}
    parts = [HEAD, *_plant(plant)]
    parts.extend(text for dialect, write in sources.items() if dialect in kinds for text in write(kinds[dialect]))
    return "\n".join(parts) + "\n"


def _plant(plant: DemoPlant) -> Iterator[str]:
    yield f"[plant]\nname = {_q(plant.name)}\ntimezone = {_q(plant.timezone)}\ncalendar = {_q(CALENDAR)}\n"
    for pattern in plant.calendar.patterns:
        yield _shift(pattern)
    for line in plant.lines:
        yield from _line(line, plant.name)


def _shift(pattern: Pattern) -> str:
    breaks = ", ".join(
        f'{{name = {_q(b.name)}, start = "{b.start:%H:%M}", end = "{b.end:%H:%M}"}}' for b in pattern.breaks
    )
    return (
        f"[[calendars.{CALENDAR}.shift]]\nname = {_q(pattern.name)}\n"
        f'start = "{pattern.start:%H:%M}"\nend = "{pattern.end:%H:%M}"\nbreaks = [{breaks}]\n'
    )


def _line(line: DemoLine, site: str) -> Iterator[str]:
    yield (
        f"[[line]]\nid = {_q(line.id)}\nname = {_q(line.name)}\nsite = {_q(site)}\narea = {_q(line.area)}\n"
        f"takt = {line.takt}\npace = {_q(line.pace.id)}\nexpected_interval = {EXPECTED_INTERVAL}\nstation = ["
    )
    for station in line.stations:
        yield f"  {{id = {_q(station.id)}, name = {_q(station.name)}, ideal_cycle = {station.ideal}}},"
    yield "]\n"


def _sparkplug(line: DemoLine) -> Iterator[str]:
    yield SPARKPLUG
    yield _table("sparkplug-states", sparkplug.WORDS.values(), sparkplug.WORDS.keys())
    node = f"{sparkplug.GROUP}/{{line}}"
    yield _source({"name": "edge nodes", "dialect": "sparkplug", "node": node, "place": "{line}"})
    yield _signals(
        (
            {"feeds": "order", "metric": "Order/Id"},
            {"feeds": "product", "metric": "Order/Product"},
            {"feeds": "target", "metric": "Order/Quantity"},
        )
    )
    station = {"name": "stations behind edge nodes", "dialect": "sparkplug", "node": f"{node}/{{station}}"}
    yield _source({**station, "place": "{line}/{station}"})
    modulus = sparkplug.COUNT_MODULUS
    yield _signals(
        (
            {"feeds": "state", "metric": "State", "table": "sparkplug-states"},
            {"feeds": "reason", "metric": "Stop/Reason"},
            {"feeds": "alarm", "metric": "Stop/Alarm"},
            {"feeds": "good", "metric": "Count/Good", "rollover": modulus},
            {"feeds": "scrap", "metric": "Count/Scrap", "rollover": modulus},
            {"feeds": "rework", "metric": "Count/Rework", "rollover": modulus},
            {"feeds": "cycle", "metric": "Cycle/Last"},
            {"feeds": "unit", "metric": "Piece/Id"},
            {"feeds": "quality", "metric": "Check/Passed", "table": {"true": "passed", "false": "failed"}},
            *(_tag(tag, {"metric": sparkplug.metric_name(tag.name)}) for tag in _tags(line)),
        )
    )


def _json(line: DemoLine) -> Iterator[str]:
    yield JSON
    yield _table("press-modes", documents.WORDS.values(), documents.WORDS.keys())
    root = f"{documents.ROOT}/{{line}}"
    station = {"place": "{line}/{station}", "time": "ts"}
    yield _source({"name": "press status", "topic": f"{root}/{{station}}/status", **station})
    yield _signals(
        (
            {"feeds": "state", "path": "mode", "table": "press-modes"},
            {"feeds": "reason", "path": "reason"},
            {"feeds": "alarm", "path": "alarm.text"},
            {"feeds": "good", "path": "counts.ok"},
            {"feeds": "scrap", "path": "counts.nok"},
            {"feeds": "cycle", "path": "cycle_s"},
            {"feeds": "unit", "path": "part"},
            {"feeds": "order", "path": "job"},
        )
    )
    yield _source({"name": "press telemetry", "topic": f"{root}/{{station}}/telemetry", **station})
    yield _signals(_tag(tag, {"path": f"values.{documents.value_name(tag.name)}"}) for tag in _tags(line))
    yield _source({"name": "press checks", "topic": f"{root}/{{station}}/check", **station})
    yield _signals(({"feeds": "quality", "path": "result", "table": {"OK": "passed", "NOK": "failed"}, "key": "id"},))
    yield _source({"name": "press job", "topic": f"{root}/job", "place": "{line}", "time": "ts"})
    yield _signals(
        (
            {"feeds": "order", "path": "job"},
            {"feeds": "product", "path": "article"},
            {"feeds": "target", "path": "ordered"},
            {"feeds": "oee", "path": "oee", "scale": 0.01},
        )
    )
    yield _source({"name": "press jobs", "topic": f"{root}/jobs/{{job}}", "place": "{line}", "time": "ts"})
    states = {"RELEASED": "requested", "RUNNING": "active", "DONE": "completed"}
    yield _signals(({"feeds": "order_state", "path": "state", "table": states, "key": "{job}"},))
    yield "# One connection for the whole line: each of its stations is off line when it is."
    yield _source({"name": "press connection", "topic": f"{root}/connection", "place": "{line}"})
    places = [f"{{line}}/{spec.id}" for spec in line.stations]
    yield _signals({"feeds": "online", "path": "online", "place": place} for place in places)


def _scalar(line: DemoLine) -> Iterator[str]:
    yield SCALAR
    yield _table("board-words", scalars.WORDS.values(), scalars.WORDS.keys())
    root = f"{scalars.ROOT}/{{line}}"
    yield _source({"name": "board order", "dialect": "scalar", "topic": f"{root}/order", "place": "{line}"})
    yield _signals(
        (
            {"feeds": "order", "item": "id"},
            {"feeds": "product", "item": "product"},
            {"feeds": "target", "item": "quantity"},
        )
    )
    station = {"dialect": "scalar", "topic": f"{root}/{{station}}", "place": "{line}/{station}"}
    yield _source({"name": "board stations", **station})
    yield _signals(
        (
            {"feeds": "state", "item": "state/name", "table": "board-words"},
            {"feeds": "reason", "item": "state/reason"},
            {"feeds": "alarm", "item": "state/alarm"},
            {"feeds": "good", "item": "count/good", "pulse": True},
            {"feeds": "scrap", "item": "count/scrap", "pulse": True},
            {"feeds": "rework", "item": "count/rework", "pulse": True},
            {"feeds": "cycle", "item": "cycle/seconds"},
            {"feeds": "unit", "item": "unit/id"},
            *(_tag(tag, {"item": f"process/{slug(tag.name)}"}) for tag in _tags(line)),
        )
    )
    check = {"dialect": "scalar", "topic": f"{root}/{{station}}/check/result", "place": "{line}/{station}"}
    yield _source({"name": "board checks", **check, "split": ";"})
    yield _signals(({"feeds": "quality", "path": "[1]", "table": {"PASS": "passed", "FAIL": "failed"}, "key": "[0]"},))


def _packml(line: DemoLine) -> Iterator[str]:
    yield PACKML
    yield _table("filling-states", (str(n) for n in packml.NUMBERS.values()), packml.NUMBERS.keys())
    root = f"{packml.ROOT}/{{line}}"
    order = {"name": "filling order", "dialect": "packml", "topic": f"{root}/Order", "place": "{line}"}
    yield _source({**order, "time": "Timestamp"})
    yield _signals(
        (
            {"feeds": "order", "item": "Id", "path": "Value"},
            {"feeds": "product", "item": "Product", "path": "Value"},
            {"feeds": "target", "item": "Quantity", "path": "Value"},
        )
    )
    machine = {"name": "filling machines", "dialect": "packml", "topic": f"{root}/{{station}}"}
    yield _source({**machine, "place": "{line}/{station}", "time": "Timestamp"})
    count = {"path": "Value", "rollover": packml.COUNT_MODULUS}
    check = {"item": "Admin/Check", "path": "Value", "table": {"Good": "passed", "Bad": "failed"}, "key": "Id"}
    yield _signals(
        (
            {"feeds": "state", "item": "Status/StateCurrent", "path": "Value", "table": "filling-states"},
            {"feeds": "reason", "item": "Admin/StopReason", "path": "Value"},
            {"feeds": "alarm", "item": "Admin/Alarm", "path": "Value"},
            {"feeds": "good", "item": "Admin/ProdProcessedCount", **count},
            {"feeds": "scrap", "item": "Admin/ProdDefectiveCount", **count},
            {"feeds": "cycle", "item": "Status/CycleTime", "path": "Value"},
            {"feeds": "unit", "item": "Status/Product", "path": "Value"},
            {"feeds": "quality", **check},
            *(_tag(tag, {"item": f"Status/Parameter/{slug(tag.name)}", "path": "Value"}) for tag in _tags(line)),
        )
    )


def _tags(line: DemoLine) -> list[Tag]:
    """The tags of a line's stations, each name once."""
    return list({tag.name: tag for station in line.stations for tag in station.tags}.values())


def _tag(tag: Tag, where: Mapping[str, object]) -> dict[str, object]:
    known = {"feeds": "tag", **where, "name": tag.name, "unit": tag.unit, "low": tag.low, "high": tag.high}
    sentinels = {"sentinels": [9999]} if tag.lost else {}
    return {key: value for key, value in known.items() if value is not None} | sentinels


def _source(keys: Mapping[str, object]) -> str:
    return "[[source]]\n" + "\n".join(f"{key} = {_q(value)}" for key, value in keys.items())


def _signals(signals: Iterable[Mapping[str, object]]) -> str:
    rows = (", ".join(f"{key} = {_q(value)}" for key, value in signal.items()) for signal in signals)
    return "signal = [\n" + "\n".join(f"  {{{row}}}," for row in rows) + "\n]\n"


def _table(name: str, theirs: Iterable[str], ours: Iterable[object]) -> str:
    rows = "\n".join(f'{_q(word)} = "{state}"' for word, state in zip(theirs, ours, strict=True))
    return f"[tables.{name}]\n{rows}\n"


def _q(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_q(k)} = {_q(v)}" for k, v in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
