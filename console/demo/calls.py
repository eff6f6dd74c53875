"""The calls of the demo plant's last four weeks, and a few that are open: always the same for the same plant and time.

Made of the commands that people would have given, each with the time at which they gave it. The last ten days are
answered faster than the weeks before, and one wire feed calls more often than all else: there is something to find.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.demo.people import DemoPerson, demo_people
from console.domain.andon import Severity, Source
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.commands import andon as ask
from console.domain.ids import derived_id
from console.domain.people import Role
from console.domain.plant import Line, Plant

DAYS = 28
BETTER = 10  # days since which calls are answered faster
A_DAY = 6  # calls
LAST = timedelta(hours=5)  # ago: the last one that is closed by now
BEFORE, NOW = 290.0, 130.0  # median seconds to an answer
LINES = 4  # those with people

Words = tuple[str, str]  # English, Chinese


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that goes wrong again and again at one station."""

    line: int
    station: int
    category: str
    code: str
    text: Words
    cause: str
    finding: Words
    cure: Words
    weight: int = 1


TROUBLES = (
    Trouble(
        0, 3, "machine", "E12", ("Wire feed jams", "送丝卡滞"), "wear",
        ("Feed roller worn", "送丝轮磨损"), ("Roller changed, gap set to 0.9 mm", "更换送丝轮，间隙调至 0.9 mm"), 7,
    ),
    Trouble(
        0, 2, "quality", "", ("Porosity on seam, 3 in a row", "焊缝连续 3 件气孔"), "setting",
        ("Gas flow too low", "保护气流量偏低"),
        ("Flow set to 14 l/min, limit drawn on the gauge", "流量调至 14 L/min，表上画限位线"), 3,
    ),
    Trouble(
        1, 3, "machine", "DJ-4", ("Die jam", "模具卡料"), "jam",
        ("Strip edge with burr", "料带边缘毛刺"), ("Coil changed, supplier told", "更换料卷并通知供应商"), 5,
    ),
    Trouble(
        1, 0, "material", "", ("Coil 3 not at the line", "3 号料卷未到线"), "late",
        ("Transport waited for a gate", "配送车辆等门"), ("Second call point at gate 2", "2 号门增设呼叫点"), 3,
    ),
    Trouble(
        2, 4, "process", "", ("False calls above 4 %", "误报率超过 4%"), "instruction",
        ("Threshold of the old board revision", "沿用旧版板的阈值"),
        ("Programme of revision C loaded", "载入 C 版程序"), 3,
    ),
    Trouble(
        2, 1, "machine", "P-31", ("Stencil pressure low", "钢网压力偏低"), "supply",
        ("Air line kinked", "气管弯折"), ("Hose laid anew", "重新布管"), 2,
    ),
    Trouble(
        3, 2, "machine", "C-77", ("Cap torque out of range", "旋盖扭矩超差"), "mechanical",
        ("Clutch worn", "离合器磨损"), ("Clutch changed, spare ordered", "更换离合器并补备件"), 3,
    ),
    Trouble(
        3, 0, "safety", "", ("Cleaner spilled at the mixer", "搅拌处清洁剂泄漏"), "leak",
        ("Seal of the dosing pump", "计量泵密封失效"), ("Seal changed, drip tray placed", "更换密封并加接液盘"), 1,
    ),
)  # fmt: skip


def demo_calls(plant: Plant, now: datetime, chinese: bool = False) -> list[Given]:
    """What was given in the last weeks, in the order of time; `now` is aware."""
    dice = random.Random(20251)
    floor = _Floor(plant, now, chinese)
    found: list[Given] = []
    over: dict[Trouble, datetime] = {}  # when the last call of the same was closed: the next one is a call of its own
    for number in range(DAYS * A_DAY):
        age = timedelta(days=DAYS * (1 - (number + dice.random()) / (DAYS * A_DAY))) + LAST
        trouble = dice.choices(TROUBLES, [one.weight for one in TROUBLES])[0]
        given = list(floor.past(number, trouble, now - age, dice))
        if trouble not in over or given[0].stamp.at > over[trouble]:
            found += given
            over[trouble] = given[-1].stamp.at
    found += floor.open(TROUBLES[1], 151, acknowledged=60)
    found += floor.open(TROUBLES[4], 52)
    found += floor.open(TROUBLES[3], 410, acknowledged=95, arrived=300)
    return sorted(found, key=lambda given: given.stamp.at)


class _Floor:
    """Who is where, and what they say."""

    def __init__(self, plant: Plant, now: datetime, chinese: bool) -> None:
        self._lines: list[Line] = list(plant.lines())[:LINES]
        self._people = demo_people(plant)
        self._now, self._word = now, int(chinese)
        self._given = 0

    def past(self, number: int, trouble: Trouble, raised: datetime, dice: random.Random) -> Iterator[Given]:
        """One call from raise to close."""
        line = self._line(trouble)
        place, call = self._place(trouble), derived_id("demo", "call", number)
        faster = raised > self._now - timedelta(days=BETTER)
        wait = dice.lognormvariate(0, 0.6) * (NOW if faster else BEFORE)
        owner = self._owner(trouble, dice)
        yield self._raise(trouble, call, raised, by_rule=bool(trouble.code))
        for level, after in ((1, 180.0), (2, 600.0)):
            if wait > after:
                at = raised + timedelta(seconds=after)
                yield self._say(CONSOLE, at, ask.EscalateCall(call, place, level, (self._leader(line, dice).id,)))
        if trouble.code and dice.random() < 0.3:
            again = raised + timedelta(seconds=dice.uniform(5, wait))
            yield self._raise(trouble, "", again, by_rule=True, times=dice.randint(1, 6))
        at = raised + timedelta(seconds=wait)
        yield self._say(owner.id, at, ask.AcknowledgeCall(call, place))
        at += timedelta(seconds=dice.uniform(60, 400))
        yield self._say(owner.id, at, ask.ArriveAtCall(call, place))
        if trouble.code:
            cleared = at + timedelta(seconds=dice.uniform(60, 600))
            yield self._say(CONSOLE, cleared, ask.ClearCall(place, trouble.category, trouble.code, cleared))
        at += timedelta(seconds=dice.lognormvariate(0, 0.5) * 900)
        words = (trouble.cause, trouble.finding[self._word], trouble.cure[self._word])
        yield self._say(owner.id, at, ask.ResolveCall(call, place, *words))
        checker = self._leader(line, dice)
        at += timedelta(seconds=dice.uniform(300, 4000))
        yield self._say(checker.id, at, ask.VerifyCall(call, place))
        yield self._say(checker.id, at + timedelta(seconds=20), ask.CloseCall(call, place))

    def open(
        self, trouble: Trouble, seconds: float, acknowledged: float = 0.0, arrived: float = 0.0
    ) -> Iterator[Given]:
        """A call that was raised by hand so long ago; the others in seconds after that, 0 = not yet."""
        raised, place = self._now - timedelta(seconds=seconds), self._place(trouble)
        call = derived_id("demo", "open call", trouble.line, trouble.station)
        owner = self._owner(trouble, random.Random(seconds))
        yield self._raise(trouble, call, raised, by_rule=False)
        if acknowledged:
            at = raised + timedelta(seconds=acknowledged)
            yield self._say(owner.id, at, ask.AcknowledgeCall(call, place))
        if arrived:
            yield self._say(owner.id, raised + timedelta(seconds=arrived), ask.ArriveAtCall(call, place))

    # Inside

    def _raise(self, trouble: Trouble, call: str, at: datetime, by_rule: bool, times: int = 1) -> Given:
        who = CONSOLE if by_rule else self._operator(trouble).id
        source, severity = (Source.RULE if by_rule else Source.PERSON), None
        if trouble.category == "machine":
            severity = Severity.MAJOR
        text = trouble.text[self._word]
        raised = at if by_rule else None
        return self._say(
            who,
            at,
            ask.RaiseCall(
                self._place(trouble),
                trouble.category,
                text,
                severity,
                source,
                trouble.code,
                trouble.code,
                raised,
                times,
                call=call,
            ),
        )

    def _say(self, who: str, at: datetime, command: Command) -> Given:
        self._given += 1
        return Given(Stamp(derived_id("demo", "calls", self._given, at), at, who, "demo"), command)

    def _line(self, trouble: Trouble) -> Line:
        return self._lines[trouble.line % len(self._lines)]

    def _place(self, trouble: Trouble) -> str:
        stations = self._line(trouble).stations
        return stations[trouble.station % len(stations)].id

    def _operator(self, trouble: Trouble) -> DemoPerson:
        line = self._lines.index(self._line(trouble))
        return next(one for one in self._people if one.role is Role.OPERATOR and one.line == line)

    def _owner(self, trouble: Trouble, dice: random.Random) -> DemoPerson:
        role = {"machine": Role.MAINTENANCE, "quality": Role.QUALITY}.get(trouble.category, Role.SUPERVISOR)
        return dice.choice([one for one in self._people if one.role is role])

    def _leader(self, line: Line, dice: random.Random) -> DemoPerson:
        at = self._lines.index(line)
        fit = [one for one in self._people if one.role is Role.TEAM_LEADER and one.line in (at, -1)]
        return dice.choice(fit)
