"""Actions of the demo plant: some open, late, being done, to be verified, held. Commands with the times of the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from console.demo.people import DemoPerson, demo_people
from console.domain.actions import Priority
from console.domain.commands import Command, Given, Stamp
from console.domain.commands import actions as ask
from console.domain.ids import derived_id
from console.domain.people import Role
from console.domain.plant import Plant

Words = tuple[str, str]  # English, Chinese
NONE: Words = ("", "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One action; `made` days ago, `due` days from now; then what happened so many days ago, -1 = not yet."""

    title: Words
    line: int
    owner: Role
    made: float
    due: int
    priority: Priority = Priority.NORMAL
    begun: float = -1
    done: float = -1
    outcome: Words = NONE
    verified: float = -1
    held: float = -1
    blocked: Words = NONE
    effect_days: int = 30


WANTED = (
    Wanted(("Wear plates for the feed roller", "送丝轮耐磨片备 3 件"), 0, Role.MAINTENANCE, 6, -1, Priority.HIGH),
    Wanted(("Gauge for gas flow with limits drawn", "保护气流量表画限位线"), 0, Role.QUALITY, 4, 3, begun=2),
    Wanted(
        ("Burr check at coil change", "换卷时检查毛刺"), 1, Role.SUPERVISOR, 9, 0, Priority.HIGH, begun=5,
        blocked=("Gauge block is at the calibration service", "量块送检未回"),
    ),
    Wanted(("Second call point at gate 2", "2 号门增设呼叫点"), 1, Role.MAINTENANCE, 3, 6),
    Wanted(
        ("Thresholds of AOI by board revision", "AOI 阈值按板版本管理"), 2, Role.QUALITY, 12, -3, begun=10, done=1,
        outcome=("Table by revision loaded, names checked", "已按版本装入阈值表并核对"),
    ),
    Wanted(
        ("Hose of the stencil press laid anew", "钢网气管重新布置"), 2, Role.MAINTENANCE, 20, -10, begun=18, done=14,
        outcome=("Laid above the frame, clip every 20 cm", "上移布管，每 20 cm 一卡"), verified=13,
    ),
    Wanted(("Clutch of the capper: interval of change", "旋盖离合器更换周期"), 3, Role.MAINTENANCE, 2, 9),
    Wanted(
        ("Drip tray below the dosing pump", "计量泵下加接液盘"), 3, Role.SUPERVISOR, 26, -19, begun=25, done=22,
        outcome=("Tray placed, on the floor plan", "已加装并标入布置图"), verified=21, held=5, effect_days=14,
    ),
)  # fmt: skip


def demo_actions(plant: Plant, now: float, chinese: bool = False) -> list[Given]:
    """What was given until `now` (seconds UTC), in the order of time; only of lines that the plant has."""
    word, crew = int(chinese), demo_people(plant)
    lines = list(plant.lines())
    found: list[Given] = []
    for number, wanted in enumerate(WANTED):
        if wanted.line < len(lines):
            place = lines[wanted.line].id
            steps = _steps(number, wanted, place, crew, datetime.fromtimestamp(now, UTC), word)
            found += [Given(Stamp(derived_id("demo", "actions", number, n), *told[:2], "demo"), told[2])
                      for n, told in enumerate(steps)]  # fmt: skip
    return sorted(found, key=lambda given: given.stamp.at)


def _steps(
    number: int, wanted: Wanted, place: str, crew: tuple[DemoPerson, ...], now: datetime, word: int
) -> Iterator[tuple[datetime, str, Command]]:
    id, owner, leader = derived_id("demo", "action", number), _who(crew, wanted.owner), _who(crew, Role.SUPERVISOR)
    on = (id, place)
    due = (now + timedelta(days=wanted.due)).date()
    made = ask.MakeAction(*on, wanted.title[word], owner, due, priority=wanted.priority, effect_days=wanted.effect_days)
    told: list[tuple[float, str, Command]] = [(wanted.made, leader, made)]
    told.append((wanted.begun, owner, ask.BeginAction(*on)))
    told.append((wanted.done, owner, ask.DoAction(*on, wanted.outcome[word])))
    told.append((wanted.verified, leader, ask.VerifyAction(*on)))
    told.append((wanted.held, leader, ask.ConfirmEffect(*on)))
    if wanted.blocked[word]:
        told.append((wanted.begun / 2, owner, ask.BlockAction(*on, wanted.blocked[word])))
    for days, who, command in told:
        if days >= 0:
            yield now - timedelta(days=days), who, command


def _who(crew: tuple[DemoPerson, ...], role: Role) -> str:
    return next(person.id for person in crew if person.role is role)
