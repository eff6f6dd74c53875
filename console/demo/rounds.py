"""The rounds of the demo plant: ten weeks of 5S audits with findings, patrols, maintenance rounds, red tags, plans.

Made of the commands that people would have given, each with the time at which they gave it; the same every time for
the same plant and time. Scores rise, but for one line, where the same things are found again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from console.demo.people import DemoPerson, demo_people
from console.demo.roundtexts import (
    APPROVED_WHY,
    FOUND,
    MOVED_WHY,
    NOTES,
    NOTHING,
    OPEN_WEAK,
    PATROL_FOUND,
    PLAN_NAMES,
    STUBBORN,
    TAGS,
    TOLD_MAINTENANCE,
)
from console.domain.actions import Priority
from console.domain.audit_plans import AuditPlan, Decided, Rhythm, Round, rounds
from console.domain.checklists import Asks, Form, Template
from console.domain.checklists_shipped import shipped_templates
from console.domain.commands import Command, Given, Stamp
from console.domain.commands import actions as act
from console.domain.commands import audits as ask
from console.domain.commands import checklists as form_ask
from console.domain.findings import SOURCE, Fate
from console.domain.ids import derived_id
from console.domain.patrols import Point
from console.domain.people import Role
from console.domain.plant import Line, Plant

WEEKS = 10
LINES = 4  # those with people
SHARES = ((0.75, 0.90), (0.72, 0.78), (0.80, 0.92), (0.73, 0.87))  # of the first and the last audit, by line
AUDITED_AGO, PATROLLED_AGO, CARED_AGO = 2, 2, 1  # days since the last round of each plan
MISSED_LINE, APPROVED, MOVED = 3, (2, 4), (1, 6)  # line; and weeks before the last audit
OPEN_ANSWERED = 18  # of 25
OPEN_SINCE = timedelta(minutes=38)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
EFFECT_DAYS = 14


@dataclass(frozen=True, slots=True)
class _Filled:
    """A run with what is answered to it; `weak`: items with a finding."""

    id: str
    place: str
    who: str
    begun: datetime
    answers: tuple[tuple[str, float | None, str], ...]
    weak: tuple[str, ...] = ()
    plan: str = ""


def demo_rounds(plant: Plant, now: datetime, chinese: bool = False) -> list[Given]:
    """Everything that was said on rounds until `now`, in the order of time."""
    book = _Book(plant, now, int(chinese))
    parts = (book.planned, book.audits, book.open_audit, book.patrols, book.care, book.tags)
    found = [given for part in parts for given in part()]
    return sorted(found, key=lambda given: given.stamp.at)


class _Book:
    """Who says what when."""

    def __init__(self, plant: Plant, now: datetime, word: int) -> None:
        self._lines: list[Line] = list(plant.lines())[:LINES]
        self._now, self._word = now, word
        self._people = demo_people(plant)
        self._zone = ZoneInfo(plant.timezone or "UTC")
        self._today = now.astimezone(self._zone).date()
        self._dice = random.Random(f"{plant.name} rounds")
        self._templates = {one.name.en: one for one in shipped_templates()}
        self._given = 0
        self._plans = {plan.id: plan for plan in self._all_plans()}

    # Plans

    def planned(self) -> Iterator[Given]:
        """The plans, and what was decided about rounds that were missed."""
        first = datetime.combine(min(plan.since for plan in self._plans.values()), time(6), self._zone)
        for number, plan in enumerate(self._plans.values()):
            at = min(first.astimezone(UTC) - DAY + number * MINUTE, self._now)
            yield self._say(self._quality(0), at, ask.SetAuditPlan(plan))
        route = self._route()
        if route:
            at = first.astimezone(UTC) - DAY + 10 * MINUTE
            yield self._say(self._quality(0), at, form_ask.SetRoute(self._template("Safety patrol").id, route))

    def _all_plans(self) -> Iterator[AuditPlan]:
        lines, quality = tuple(line.id for line in self._lines), tuple(self._quality(n) for n in range(3))
        people = (*quality, self._who(Role.SUPERVISOR))
        yield self._plan("weekly", "5S production", lines, people, AUDITED_AGO + 7 * (WEEKS - 1), 12, 24)
        yield self._plan("patrol", "Safety patrol", (self._lines[0].area,), people, PATROLLED_AGO + 7, 10, 4)
        yield self._plan("care", "Autonomous maintenance", lines[:2], (), CARED_AGO + 14, 9, 48)
        stations = tuple(station.id for line in self._lines for station in line.stations[1:3])
        sample = min(3, len(stations))
        yield self._plan("layered", "Layered process audit", stations, quality, -1, 15, 24, sample)

    def _plan(
        self, key: str, template: str, places: tuple[str, ...], people: tuple[str, ...], ago: int, hour: int,
        grace: int, sample: int = 0,
    ) -> AuditPlan:  # fmt: skip
        since = self._today - timedelta(days=ago)
        return AuditPlan(
            derived_id("demo", "audit plan", key), PLAN_NAMES[key][self._word], self._template(template).id, places,
            people, since, str(self._zone), Rhythm.WEEK, 1, since.weekday(), hour * 60, sample, grace,
        )  # fmt: skip

    def _rounds(self, key: str, last: date | None = None) -> tuple[Round, ...]:
        plan = self._plans[derived_id("demo", "audit plan", key)]
        return tuple(one for one in rounds(plan, plan.since, last or self._today) if one.due < self._now)

    # Audits

    def audits(self) -> Iterator[Given]:
        """A 5S audit of every line every week; one was approved as missed, one moved, the last one is missing."""
        asked = self._rounds("weekly")
        for at, line in enumerate(self._lines):
            here = [one for one in asked if one.place == line.id]
            for nth, one in enumerate(here):
                left = len(here) - 1 - nth
                if (at == MISSED_LINE and left == 0) or (at, left) == APPROVED:
                    yield from self._decided(one, Decided.APPROVED) if left else ()
                    continue
                due = one.due
                if (at, left) == MOVED:
                    yield from self._decided(one, Decided.MOVED)
                    due += 3 * DAY
                yield from self._audit(at, one, nth, len(here), due)

    def _decided(self, one: Round, what: Decided) -> Iterator[Given]:
        at = one.missed_at + 2 * HOUR
        why = (APPROVED_WHY if what is Decided.APPROVED else MOVED_WHY)[self._word]
        day = one.due.astimezone(self._zone).date()
        moved = one.due + 3 * DAY if what is Decided.MOVED else None
        yield self._say(
            self._who(Role.SUPERVISOR), at, ask.DecideRound(one.id, one.plan, day, one.place, what, why, moved)
        )

    def _audit(self, line: int, one: Round, nth: int, count: int, due: datetime) -> Iterator[Given]:
        form = self._form("5S production")
        first, last = SHARES[line]
        share = first + (last - first) * nth / max(1, count - 1) + self._dice.uniform(-0.012, 0.012)
        weak = self._weak(line, nth)
        values = self._values(form, share, weak)
        run = _Filled(
            derived_id("demo", "run", one.id), one.place, one.person, due - self._dice.randint(40, 150) * MINUTE,
            tuple((item, float(value), "") for item, value in values.items()), weak, one.id,
        )  # fmt: skip
        yield from self._run(run, "5S production", due, NOTES[self._dice.randrange(len(NOTES))][self._word])
        for number, item in enumerate(weak):
            yield from self._acted(line, run, item, number)

    def _weak(self, line: int, nth: int) -> tuple[str, ...]:
        """Items below half: many at first, fewer later; the stubborn ones come back every third week."""
        stubborn = STUBBORN[line]
        others = [item for item in FOUND if item not in stubborn]
        begin = line * 3 + sum(self._many(line, n) for n in range(nth))
        found = [stubborn[nth // 3 % len(stubborn)]] if nth % 3 == 0 else []
        found += [others[(begin + n) % len(others)] for n in range(self._many(line, nth))]
        return tuple(found[: self._many(line, nth)])

    @staticmethod
    def _many(line: int, nth: int) -> int:
        if line == 1:
            return 3 if nth < 4 else 2
        return 3 if nth == 0 else 2 if nth < 3 else 1

    def _values(self, form: Form, share: float, weak: tuple[str, ...]) -> dict[str, int]:
        """0..4 for every item: 2 for what is weak, so many 4 that the share comes out, 3 for the others."""
        weights = {item.id: item.weight for item in form.items}
        values = {item: 2 if item in weak else 3 for item in weights}
        wanted = share * 4 * sum(weights.values())
        order = [item for item in weights if item not in weak]
        self._dice.shuffle(order)
        for item in order:
            if sum(weights[one] * value for one, value in values.items()) + weights[item] <= wanted + 0.5:
                values[item] = 4
        return values

    def _acted(self, line: int, run: _Filled, item: str, number: int) -> Iterator[Given]:
        """What is done about a finding, as far as its age allows; the youngest have nobody yet."""
        made, age = run.begun + 34 * MINUTE, (self._now - run.begun) / DAY
        if age < 7 and number == 1:
            return
        owner = self._who(Role.OPERATOR, line) if number % 2 else self._who(Role.TEAM_LEADER, line)
        id, on = derived_id("demo", "finding action", run.id, item), run.place
        due = (made + timedelta(days=7 if number else 5)).astimezone(self._zone).date()
        title = FOUND[item][1][self._word]
        finding = derived_id("demo", "finding", run.id, item)
        command = act.MakeAction(
            id, on, title, owner, due, priority=Priority.NORMAL, source=SOURCE, record=finding, effect_days=EFFECT_DAYS
        )
        yield self._say(run.who, made, command)
        checker = self._who(Role.SUPERVISOR)
        late = 7 < age < 16 and number == 0 and line == 1  # begun, and not done in time
        told: tuple[tuple[float, str, Command], ...] = (
            (1.1, owner, act.BeginAction(id, on)),
            (4.2 if not late else age + 1, owner, act.DoAction(id, on, title)),
            (6.0 + 6 * (number == 1) if not late else age + 1, checker, act.VerifyAction(id, on)),
            (12.0 + EFFECT_DAYS + 1.5 if not late else age + 1, checker, act.ConfirmEffect(id, on)),
        )
        for days, who, command_ in told:
            if made + days * DAY < self._now:
                yield self._say(who, made + days * DAY, command_)

    def open_audit(self) -> Iterator[Given]:
        """An audit of the first line that somebody has half filled in just now."""
        form, line = self._form("5S production"), self._lines[0]
        weak = ("order-labels", "order-levels")
        values = list(self._values(form, 0.86, weak).items())[:OPEN_ANSWERED]
        answers = tuple((item, float(value), "") for item, value in values)
        run = _Filled(derived_id("demo", "open run"), line.id, self._quality(0), self._now - OPEN_SINCE, answers, weak)
        texts = {item: text[self._word] for item, text in zip(weak, OPEN_WEAK, strict=True)}
        yield from self._filled(run, "5S production", None, texts)
        for number, item in enumerate(weak):
            yield from self._acted(0, run, item, number * 2)

    # Other rounds

    def _route(self) -> tuple[Point, ...]:
        """A point for every section of the patrol but the last, along the stations of the first line."""
        stations = self._lines[0].stations
        sections = self._form("Safety patrol").sections[:-1]
        return tuple(
            Point(section.id, stations[n * len(stations) // len(sections)].id, f"PT-{n + 1:02d}", 10 * (n + 1))
            for n, section in enumerate(sections)
        )

    def patrols(self) -> Iterator[Given]:
        """Two patrols; on the first one nobody came to the third point."""
        form, route = self._form("Safety patrol"), self._route()
        for nth, one in enumerate(self._rounds("patrol")):
            weak = ("people-aid",) if nth == 0 else ()
            answers = tuple(
                (item.id, None, NOTHING[self._word])
                if item.asks is Asks.TEXT
                else (item.id, 0.0 if item.id in weak else 1.0, "")
                for item in form.items
            )
            run = _Filled(
                derived_id("demo", "run", one.id), one.place, one.person, one.due - HOUR, answers, weak, one.id
            )
            texts = {item: PATROL_FOUND[0][self._word] for item in weak}
            yield from self._run(run, "Safety patrol", one.due, "", texts)
            for n, point in enumerate(route):
                if (nth, n) != (0, 2):
                    at = run.begun + timedelta(minutes=point.within - 4)
                    yield self._say(run.who, at, form_ask.CheckInAt(run.id, run.place, point.section, point.code))
            for item in weak:
                id, due = derived_id("demo", "finding action", run.id, item), (run.begun + 7 * DAY).date()
                finding = derived_id("demo", "finding", run.id, item)
                title, owner = PATROL_FOUND[1][self._word], self._who(Role.TEAM_LEADER, 0)
                made = act.MakeAction(id, run.place, title, owner, due, source=SOURCE, record=finding)
                yield self._say(run.who, run.begun + 50 * MINUTE, made)

    def care(self) -> Iterator[Given]:
        """Maintenance rounds of operators; the last one of the second line was not made yet."""
        form, asked = self._form("Autonomous maintenance"), self._rounds("care")
        for nth, one in enumerate(asked):
            line = next(n for n, known in enumerate(self._lines) if known.id == one.place)
            if line == 1 and one.due == asked[-1].due:
                continue
            said = TOLD_MAINTENANCE[nth % len(TOLD_MAINTENANCE)][self._word]
            answers = tuple(
                (item.id, None, said) if item.asks is Asks.TEXT else (item.id, 1.0, "") for item in form.items
            )
            who, begun = self._who(Role.OPERATOR, line), one.due - self._dice.randint(25, 90) * MINUTE
            run = _Filled(derived_id("demo", "run", one.id), one.place, who, begun, answers, (), one.id)
            yield from self._run(run, "Autonomous maintenance", one.due)

    def tags(self) -> Iterator[Given]:
        """Red tags: one to be decided soon, one that is overdue, one that was decided, one of the last line."""
        told = ((6, 8, None), (15, 13, None), (24, 10, Fate.SCRAP), (2, 12, None))  # made ago, days to decide, fate
        for number, (line, (ago, days, fate)) in enumerate(zip(self._lines, told, strict=False)):
            thing, why = (text[self._word] for text in TAGS[number])
            id, owner = derived_id("demo", "red tag", number), self._who(Role.TEAM_LEADER, number)
            made = self._now - ago * DAY - HOUR
            day = made.astimezone(self._zone).date() + timedelta(days=days)
            command = ask.TagThing(id, line.id, thing, owner, day, 6 if number == 0 else 1, why, f"R-{41 + number}")
            yield self._say(self._quality(0), made, command)
            if fate is not None:
                yield self._say(owner, made + 4 * DAY, ask.DecideTag(id, line.id, owner, fate))

    # Parts of these

    def _run(
        self, run: _Filled, template: str, due: datetime | None, note: str = "", texts: dict[str, str] | None = None
    ) -> Iterator[Given]:
        """A run from its beginning to its signature."""
        yield from self._filled(run, template, due, texts)
        signed = run.begun + 45 * MINUTE
        yield self._say(run.who, signed, form_ask.SignRun(run.id, run.place, note))

    def _filled(
        self, run: _Filled, template: str, due: datetime | None, texts: dict[str, str] | None = None
    ) -> Iterator[Given]:
        begin = form_ask.BeginRun(run.id, self._template(template).id, run.place, due, run.plan)
        yield self._say(run.who, run.begun, begin)
        step = 32 * MINUTE / len(run.answers)
        for n, (item, value, text) in enumerate(run.answers, 1):
            at = run.begun + n * step
            yield self._say(run.who, at, form_ask.AnswerItem(run.id, run.place, item, value, text))
            if item in run.weak:
                words = (texts or {}).get(item) or FOUND[item][0][self._word]
                id = derived_id("demo", "finding", run.id, item)
                yield self._say(run.who, at + step / 3, ask.AddFinding(id, run.place, words, False, run.id, item))

    def _template(self, name: str) -> Template:
        return self._templates[name]

    def _form(self, name: str) -> Form:
        form = self._templates[name].draft
        assert form is not None
        return form

    def _quality(self, number: int) -> str:
        found: list[DemoPerson] = [person for person in self._people if person.role is Role.QUALITY]
        return found[number % len(found)].id

    def _who(self, role: Role, line: int = -1) -> str:
        """Somebody of that role, of a line where one is named."""
        own = (one.id for one in self._people if one.role is role and (line < 0 or one.line == line))
        return next(own, None) or next(one.id for one in self._people if one.role is role)

    def _say(self, who: str, at: datetime, command: Command) -> Given:
        self._given += 1
        return Given(Stamp(derived_id("demo", "rounds", self._given, at), at, who, "demo"), command)
