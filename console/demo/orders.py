"""The work orders of the demo plant: five weeks that are over, those that run now, and two weeks that are planned.

Their numbers, products and quantities are those that the simulated lines will say: the nth order of a line here is the
nth on the wire. Made of the commands that people would have given, each with the time at which they gave it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from console.demo.goods import LINES, goods, product_of, step_name, stock
from console.demo.people import demo_people
from console.demo.plant import DemoLine, DemoPlant
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.commands import orders as ask
from console.domain.commands import products as goods_ask
from console.domain.exchange import NUMBER, ColumnMap, Draft, Truth
from console.domain.ids import derived_id
from console.domain.order_steps import steps_of
from console.domain.orders import DONE, HOLD, ORDERS, PLANNED, RELEASED, RUNNING, Field, Why, order_id
from console.domain.people import Role
from console.domain.plant import Plant
from console.domain.shifts import Shift
from console.domain.told_orders import Said, ToldOrder

BEFORE = (-92, -80, -66, -52, -41, -30, -19, -11, -5, -2, -1)  # shifts of the past in which a line made an order
EARLIER = (0, 4, 8, 2)  # by so many shifts each line made those of weeks ago before the first line did
AHEAD = (1, 2, 3, 4)  # orders on the wire after the one that runs
BEYOND = ((14, 1), (26, 2))  # shifts from now, and how many of a line's usual quantities: orders of an ERP
LATE, SHORT_CLOSED, WAITED = (3, 6), 4, 5  # of BEFORE: finished late, closed short, held or blocked for a while
BEYOND_FIRST = 10_901  # numbers that no line says for months
ERP = ("ERP, weekly file", "ERP 周文件")
HOUR = timedelta(hours=1)
SLACK = 2 * HOUR  # from the end of the shift in which an order is planned until it is due
SCRAP = (("Porosity", "气孔"), ("Burr", "毛刺"), ("Solder bridge", "连锡"), ("Fill weight", "灌装重量"))
WORDS = {
    "hold": ("Voids in X-ray sample, 12 boards set aside", "X 光抽检有空洞，12 块隔离"),
    "block": ("Drawing of revision D not released", "D 版图纸未发布"),
    "short": ("Coil used up, the rest comes with the next order", "料卷用完，余量随下一单"),
    "held_past": ("Colour differs from the sample", "颜色与样品不符"),
    "fine": ("Measured again, within the limits", "复测合格"),
    "blocked_past": ("Labels of the new language missing", "缺新语种标签"),
    "less": ("Two pieces taken for the laboratory", "两件送检"),
    "rush": ("Line stop at the customer", "客户产线停线"),
    "released": ("Material at the line, drawing released", "物料到线、图纸已发布"),
    "running": ("One order a line", "每条产线一个工单"),
    "hold_policy": ("Quality decides within the shift", "质量须当班判定"),
}


def demo_orders(plant: Plant, made: DemoPlant, start: float, chinese: bool = False) -> list[Given]:
    """What was given until the shift of `start` (seconds UTC) began, in the order of time; the same every time."""
    book = _Book(plant, made, start, chinese)
    found = [*book.begun()]
    for at, line in enumerate(made.lines[:LINES]):
        for nth, shift in enumerate(BEFORE, -len(BEFORE)):
            if (at, nth) != (2, -1):
                earlier = EARLIER[at] if shift < -2 else 0  # lines do not all begin an order on the same day
                found += book.past(at, line, nth, shift - earlier, len(BEFORE) + nth)
        found += book.now(at, line)
        found += book.ahead(at, line)
    found += book.particular()
    found += book.stocked()
    return sorted(found, key=lambda given: given.stamp.at)


class _Book:
    """Who gives what when."""

    def __init__(self, plant: Plant, made: DemoPlant, start: float, chinese: bool) -> None:
        self._made, self._word = made, int(chinese)
        self._crew = demo_people(plant)
        self._places = {line.id: n for n, line in enumerate(plant.lines())}
        self._dice = random.Random(f"{plant.name} orders")
        day = 86_400.0
        shifts = made.calendar.shifts_between(start - 41 * day, start + 16 * day)
        first = next(n for n, shift in enumerate(shifts) if shift.end > start)
        self._shifts = {n - first: shift for n, shift in enumerate(shifts)}
        self._start = datetime.fromtimestamp(start, UTC)
        self._given = 0

    def begun(self) -> Iterator[Given]:
        """What there was before the first order: products, changeovers, columns, how the ERP's file is read."""
        at, planner = self._start - timedelta(days=40), self._who(Role.PLANNER)
        for number, command in enumerate(goods(self._made, self._word)):
            yield self._say(planner, at + timedelta(seconds=number), command)
        columns = ((RELEASED, 3, True, "released"), (RUNNING, 0, False, "running"), (HOLD, 3, False, "hold_policy"))
        for column, limit, lane, policy in columns:
            yield self._say(
                planner, at + HOUR, ask.SetFlowColumn(ORDERS.id, column, limit, lane, WORDS[policy][self._word])
            )
        yield self._say(planner, at + HOUR, goods_ask.KeepExchangeMap(self._map()))

    def past(self, at: int, line: DemoLine, nth: int, shift: int, place: int) -> Iterator[Given]:
        """An order that was made in a shift of the past, from plan to end."""
        planner, leader = self._who(Role.PLANNER), self._who(Role.TEAM_LEADER, at)
        on, id = self._shifts[shift], order_id(line.order(nth))
        due = _time(on.end)
        made = _time(on.start) - self._dice.uniform(2.5, 6) * 24 * HOUR
        yield self._say(planner, made, self._add(line, nth, due, on))
        released = _time(on.start) - self._dice.uniform(6, 20) * HOUR
        yield self._say(planner, released, ask.MoveOrder(id, line.id, PLANNED, RELEASED))
        if place == WAITED and at == 3:
            yield self._say(leader, released + HOUR, ask.BlockOrder(id, line.id, WORDS["blocked_past"][self._word]))
            yield self._say(leader, released + 3.2 * HOUR, ask.LiftOrder(id, line.id))
        began = _time(on.start) + self._dice.uniform(2, 14) * HOUR / 60
        yield self._told(line, nth, Said.ACTIVE, began)
        if place == WAITED and at == 0:
            yield from self._waited(id, line, began + 2 * HOUR)
        ended = due - self._dice.uniform(4, 40) * HOUR / 60 + (place in LATE) * self._dice.uniform(0.9, 3) * HOUR
        short = place == SHORT_CLOSED and at == 1
        yield from self._confirmed(at, line, nth, on, began, ended, 0.72 if short else 1.0)
        if short:
            why = WORDS["short"][self._word]
            yield self._say(leader, ended, ask.MoveOrder(id, line.id, RUNNING, DONE, why))
        else:
            yield self._told(line, nth, Said.COMPLETED, ended)
        if shift >= -2:
            yield from self._passed(at, line, id, began, ended)

    def now(self, at: int, line: DemoLine) -> Iterator[Given]:
        """The order that the line will say it runs when the shift begins; that of the second line is due too early."""
        on = self._shifts[0]
        due = _time(on.end) + (-2.25 * HOUR if at == 1 else SLACK)
        yield from self._released(line, 0, due, on, 9 + at)

    def ahead(self, at: int, line: DemoLine) -> Iterator[Given]:
        """The orders after it, and one of the ERP for each of the next weeks."""
        for nth in AHEAD:
            on = self._shifts[nth + (at == 1 and nth > 3) if line.order_per_shift else nth // 3]
            due = _time(on.end) + SLACK
            if nth == 1:
                yield from self._released(line, nth, due, on, 4 + at)
            elif (at, nth) != (1, 3):
                planned = self._start - (20 + AHEAD[-1] - nth) * HOUR
                yield self._say(self._who(Role.PLANNER), planned, self._add(line, nth, due, on))
        drafts = []
        for row, (shift, times) in enumerate(BEYOND):
            number = f"WO-{BEYOND_FIRST + at * len(BEYOND) + row}"
            due = _time(self._shifts[shift].end)
            drafts.append(Draft(row + 2, number, line.product(row), line.quantity * times, line.id, due))
        yield self._say(
            self._who(Role.PLANNER), self._start - 15 * HOUR, ask.ImportOrders(ERP[self._word], tuple(drafts))
        )

    def particular(self) -> Iterator[Given]:
        """What makes a plan a plan: one without material, held, blocked, split, changed, and some without a line."""
        planner, lines = self._who(Role.PLANNER), self._made.lines[:LINES]
        for row, line in enumerate(lines[::2]):
            number = f"WO-{BEYOND_FIRST + 50 + row}"
            due = self._start + (9 + row) * 24 * HOUR
            command = ask.AddOrder(number, line.products[-1], line.quantity // 2, due=due)
            yield self._say(planner, self._start - 7 * HOUR, command)
        if len(lines) > 1:
            yield from self._split(lines[1])
            yield from self._changed(lines[1])
        if len(lines) > 2:
            yield from self._held(lines[2])
            id = order_id(lines[2].order(2))
            why = WORDS["block"][self._word]
            yield self._say(self._who(Role.QUALITY), self._start - 3 * HOUR, ask.BlockOrder(id, lines[2].id, why))

    def stocked(self) -> Iterator[Given]:
        """What was counted at the lines just before the shift."""
        for number, lies in enumerate(stock(self._made)):
            at = self._lines_at(lies.line)
            told = (lies.line, lies.material, lies.quantity, lies.minimum, lies.maximum, lies.bin)
            counted = self._start - HOUR / 2 + timedelta(seconds=20 * number)
            yield self._say(self._who(Role.OPERATOR, at), counted, goods_ask.SetLineStock(*told))

    # Parts of these

    def _add(self, line: DemoLine, nth: int, due: datetime, on: Shift, **told: object) -> ask.AddOrder:
        command = ask.AddOrder(line.order(nth), line.product(nth), line.quantity, line.id, due)
        return replace(command, planned_day=on.day, planned_shift=on.name, **told)  # type: ignore[arg-type]

    def _released(self, line: DemoLine, nth: int, due: datetime, on: Shift, hours: float) -> Iterator[Given]:
        planner, id = self._who(Role.PLANNER), order_id(line.order(nth))
        rush = (line.id, nth) == (self._made.lines[0].id, 1)
        told: dict[str, object] = {"rush": True, "note": WORDS["rush"][self._word]} if rush else {}
        if (self._lines_at(line.id), nth) == (1, 1):
            told["quantity"] = line.quantity - 200  # it is changed to what the line will say
        yield self._say(planner, self._start - (26 + hours) * HOUR, self._add(line, nth, due, on, **told))
        yield self._say(planner, self._start - hours * HOUR, ask.MoveOrder(id, line.id, PLANNED, RELEASED))

    def _waited(self, id: str, line: DemoLine, at: datetime) -> Iterator[Given]:
        quality = self._who(Role.QUALITY)
        held, fine = WORDS["held_past"][self._word], WORDS["fine"][self._word]
        yield self._say(quality, at, ask.MoveOrder(id, line.id, RUNNING, HOLD, held))
        yield self._say(quality, at + 0.8 * HOUR, ask.MoveOrder(id, line.id, HOLD, RUNNING, fine))

    def _confirmed(
        self, at: int, line: DemoLine, nth: int, on: Shift, began: datetime, ended: datetime, share: float
    ) -> Iterator[Given]:
        """Two confirmations: in the middle, and shortly before the end; now and then otherwise than was counted."""
        wanted = round(line.quantity * share)
        half = round(wanted * self._dice.uniform(0.45, 0.55))
        id, who = order_id(line.order(nth)), self._who(Role.OPERATOR, at)
        times = (began + (ended - began) / 2, ended - timedelta(minutes=3))
        for part, (good, when) in enumerate(zip((half, wanted - half), times, strict=True)):
            scrap = self._dice.choice((0, 1, 2, 2, 4)) + (share < 1) * 6
            off = 2 if self._dice.random() < 0.25 else 0
            told = ask.ConfirmOutput(
                id, line.id, derived_id("demo", "output", id, part), good, scrap, self._dice.choice((0, 0, 0, 1, 3)),
                good + off, scrap, on.day, on.name,
                (Why(SCRAP[at][self._word], scrap),) if scrap else (), WORDS["less"][self._word] if off else "",
            )  # fmt: skip
            yield self._say(who, when, told)

    def _passed(self, at: int, line: DemoLine, id: str, began: datetime, ended: datetime) -> Iterator[Given]:
        who, apart = self._who(Role.OPERATOR, at), (ended - began) / (len(line.stations) + 1)
        for number, station in enumerate(line.stations, 1):
            yield self._say(who, began + number * apart, ask.PassOrderStep(id, line.id, step_name(station)))

    def _split(self, line: DemoLine) -> Iterator[Given]:
        """Two shifts' worth, made two orders."""
        planner, on, number = self._who(Role.PLANNER), self._shifts[3], line.order(3)
        whole = self._add(line, 3, _time(on.end) + SLACK, on, quantity=2 * line.quantity)
        yield self._say(planner, self._start - 21 * HOUR, whole)
        split = ask.SplitOrder(order_id(number), line.id, line.quantity, f"{number}-2")
        yield self._say(planner, self._start - 6 * HOUR, split)

    def _changed(self, line: DemoLine) -> Iterator[Given]:
        """More of it is wanted than the line was told; nobody there has taken note yet."""
        on, id = self._shifts[1], order_id(line.order(1))
        told = (line.product(1), line.quantity, line.id, _time(on.end) + SLACK, False, "")
        steps = steps_of(product_of(line.product(1), [line], self._word))
        command = ask.ChangeOrder(id, *told, steps, on.day, on.name, version=2)
        yield self._say(self._who(Role.PLANNER), self._start - 0.7 * HOUR, command)

    def _held(self, line: DemoLine) -> Iterator[Given]:
        """The last order of a line was stopped by quality; it is late."""
        on, nth = self._shifts[-1], -1
        yield from self._released(line, nth, _time(on.end), on, 16)
        began = _time(on.start) + HOUR / 10
        yield self._told(line, nth, Said.ACTIVE, began)
        id, at = order_id(line.order(nth)), self._lines_at(line.id)
        held = _time(on.end) - 0.4 * HOUR
        good = line.quantity - 31
        told = ask.ConfirmOutput(
            id, line.id, derived_id("demo", "output", id, 0), good, 6, 12, good, 6, on.day, on.name,
            (Why(SCRAP[at][self._word], 6),),
        )  # fmt: skip
        yield self._say(self._who(Role.OPERATOR, at), held - HOUR / 30, told)
        why = WORDS["hold"][self._word]
        yield self._say(self._who(Role.QUALITY), held, ask.MoveOrder(id, line.id, RUNNING, HOLD, why))

    def _map(self) -> ColumnMap:
        columns = ("number", "product", "quantity", "line", "due", "rush")
        names = (
            ("Order", "Material", "Quantity", "Work centre", "Due", "Rush"),
            ("工单号", "物料", "数量", "工作中心", "交期", "急单"),
        )[self._word]
        lines = tuple((line.name, line.id) for line in self._made.lines[:LINES])
        truth = ((Field.QUANTITY.value, Truth.ASK), (Field.LINE.value, Truth.CONSOLE))
        assert columns[0] == NUMBER
        id = derived_id("demo", "exchange map")
        return ColumnMap(id, ERP[self._word], tuple(zip(columns, names, strict=True)), lines=lines, truth=truth)

    def _told(self, line: DemoLine, nth: int, said: Said, at: datetime) -> Given:
        told = ToldOrder(line.order(nth), line.id, said, at, line.product(nth), line.quantity)
        return self._say(CONSOLE, at, ask.TellOrders((told,)))

    def _lines_at(self, line: str) -> int:
        return next(n for n, one in enumerate(self._made.lines) if one.id == line)

    def _who(self, role: Role, line: int = -1) -> str:
        """Somebody of that role, of a line where one is named; a leader of all lines where it has nobody."""
        if line < 0:
            return next(person.id for person in self._crew if person.role is role)
        place = self._places.get(self._made.lines[line].id, -2)
        own = (person.id for person in self._crew if person.role is role and person.line == place)
        leaders = (person.id for person in self._crew if person.role is Role.TEAM_LEADER and person.line < 0)
        return next(own, None) or next(leaders)

    def _say(self, who: str, at: datetime, command: Command) -> Given:
        self._given += 1
        return Given(Stamp(derived_id("demo", "orders", self._given, at), at, who, "demo"), command)


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
