"""Safety reports of the demo plant's last three months: no lost time, a few hurt a little, two that are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.demo.people import DemoPerson, demo_people
from console.domain.actions import Priority
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.commands import actions as act
from console.domain.commands import safety as ask
from console.domain.ids import derived_id
from console.domain.people import Role
from console.domain.plant import Plant
from console.domain.safety import Happened

Words = tuple[str, str]  # English, Chinese
NONE: Words = ("", "")
SOURCE = "safety_event"
EFFECT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Reported:
    """One report so many days ago; `closed` days after it, -1 = open; `station` -1 = the line itself."""

    days: float
    what: Happened
    line: int
    station: int
    text: Words
    once: Words = NONE
    cause: Words = NONE
    closed: float = -1
    serious: bool = False
    hurt: int = 0
    named: bool = True
    action: Words = NONE


REPORTED = (
    Reported(
        88, Happened.NEAR_MISS, 1, 1, ("Coil tag fell from the gantry", "料卷标牌从龙门上掉落"),
        ("Area closed off", "现场隔离"), ("Clip worn by vibration", "卡扣因振动磨损"), 6,
        action=("Screwed tags on all coils", "料卷标牌改为螺丝固定"),
    ),
    Reported(
        74, Happened.FIRST_AID, 1, 3, ("Cut in the hand at a strip edge", "被料带边缘划伤手"),
        ("First aid, gloves changed", "现场包扎并更换手套"),
        ("Gloves of a weaker class were issued", "发放手套等级偏低"),
        9, hurt=1, action=("Cut class F gloves at the press", "冲压工位配 F 级防割手套"),
    ),
    Reported(
        61, Happened.HAZARD, 0, 2, ("Light curtain of Weld A could be stepped round", "焊接 A 光幕可被绕行"),
        ("Cell stopped until a fence stood", "停机并加装围栏"),
        ("Fence moved at the last rebuild", "上次改造时围栏被移位"),
        3, serious=True, action=("Fence screwed to the floor, checked in patrols", "围栏固定于地面并列入巡检"),
    ),
    Reported(
        47, Happened.HAZARD, 2, -1, ("Fire door behind the reflow oven wedged open", "回流炉后防火门被卡住"),
        ("Wedge taken away", "已移除卡块"), ("Heat of the oven, no air", "炉区闷热、通风不足"), 12, named=False,
    ),
    Reported(
        33, Happened.ENVIRONMENT, 3, 0,
        ("Cleaner ran into the floor drain, about two litres", "清洁剂流入地漏，约 2 升"),
        ("Drain closed, absorbent spread", "封堵地漏并铺吸附棉"), ("Seal of the dosing pump", "计量泵密封失效"), 7,
    ),
    Reported(
        23, Happened.FIRST_AID, 0, 5, ("Finger pinched while a clamp was set", "调整夹具时夹伤手指"),
        ("Cooled, looked at by the first-aider", "冷敷，急救员已查看"),
        ("Two-hand control was bridged", "双手按钮被短接"),
        5, hurt=1, action=("Key switch for set-up mode", "调整模式加钥匙开关"),
    ),
    Reported(
        16, Happened.HAZARD, 3, 2, ("Hose lies across the walkway", "软管横跨通道"),
        ("Bridge placed", "已放过线桥"), ("No hook at the wall", "墙面无挂钩"), 2,
    ),
    Reported(
        9, Happened.NEAR_MISS, 0, 6, ("Truck braked late at the packing table", "叉车在包装台前急停"),
        ("Talked to the driver, mirror wiped", "已与司机沟通并擦净反光镜"),
        ("Mirror dirty, no stop line", "反光镜脏污且无停止线"),
        4,
    ),
    Reported(
        3.2, Happened.NEAR_MISS, 2, 1, ("Rack of stencils tipped when one was drawn out", "抽取钢网时货架倾斜"),
        ("Rack tied to the wall for now", "货架已临时绑扎"),
        action=("Brackets for the stencil rack", "钢网架加装固定支架"),
    ),
    Reported(
        1.1, Happened.HAZARD, 1, 0, ("Oil on the floor beside the coil loader", "料卷上料处地面有油"),
        ("Absorbent spread, way closed off", "铺吸油棉并封闭通道"), named=False,
    ),
)  # fmt: skip


def demo_safety(plant: Plant, now: datetime, chinese: bool = False) -> list[Given]:
    """What was reported, found out and done until `now`; only of lines and stations that the plant has."""
    crew, lines, word = demo_people(plant), list(plant.lines()), int(chinese)
    found: list[Given] = []
    for number, told in enumerate(REPORTED):
        if told.line < len(lines):
            line = lines[told.line]
            here = 0 <= told.station < len(line.stations)
            place = line.stations[told.station].id if here else line.id
            steps = _steps(number, told, place, crew, now, word)
            found += [
                Given(Stamp(derived_id("demo", "safety", number, n), at, who, "demo"), command)
                for n, (at, who, command) in enumerate(steps)
            ]
    return sorted(found, key=lambda given: given.stamp.at)


def _steps(
    number: int, told: Reported, place: str, crew: tuple[DemoPerson, ...], now: datetime, word: int
) -> Iterator[tuple[datetime, str, Command]]:
    event, off = derived_id("demo", "safety event", number), timedelta(minutes=number * 313 % 600)
    at = now - timedelta(days=told.days) - off  # not all at the same time of the day
    officer, mender = _who(crew, Role.SUPERVISOR), _who(crew, Role.MAINTENANCE)
    witness = next((one.id for one in crew if one.line == told.line and one.role is Role.OPERATOR), officer)
    report = ask.ReportSafety(
        event, told.what, place, told.text[word], at - timedelta(minutes=6), told.serious, told.hurt, told.once[word],
        told.named,
    )  # fmt: skip
    yield at, witness if told.named else CONSOLE, report
    if told.action[word]:
        id, due = derived_id("demo", "safety action", number), (at + timedelta(days=14)).date()
        made = act.MakeAction(id, place, told.action[word], mender, due, "", Priority.HIGH, SOURCE, event, EFFECT_DAYS)
        yield at + timedelta(hours=3), officer, made
        if told.closed > 0:
            later = at + timedelta(days=told.closed * 0.4)
            yield later, mender, act.BeginAction(id, place)
            yield later + timedelta(hours=20), mender, act.DoAction(id, place, told.action[word])
            verified = later + timedelta(hours=23)
            yield verified, officer, act.VerifyAction(id, place)
            held = verified + timedelta(days=EFFECT_DAYS, hours=26)
            if held < now:
                yield held, officer, act.ConfirmEffect(id, place)
    if told.closed > 0:
        ended = at + timedelta(days=told.closed)
        told_anew = (report.event, report.what, place, report.text, report.at, report.serious, report.hurt, 0)
        yield ended, officer, ask.ChangeSafety(*told_anew, report.done_at_once, told.cause[word])
        yield ended + timedelta(minutes=5), officer, ask.CloseSafety(event, place)


def _who(crew: tuple[DemoPerson, ...], role: Role) -> str:
    return next(person.id for person in crew if person.role is role)
