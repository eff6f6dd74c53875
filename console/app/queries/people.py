"""What screens ask about people, their skills and the permissions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from console.domain.commands import KNOWN
from console.domain.desk import Kept, ReadDesk
from console.domain.people import (
    Credential,
    Operation,
    Person,
    Proven,
    Role,
    Skill,
    administers,
    administrator,
    by_name,
    skill_id,
)
from console.domain.permissions import (
    DEFAULTS,
    Permission,
    Reach,
    Table,
    Way,
    editable,
    farthest,
    may_give,
    on_table,
    reach,
    reaches,
)
from console.domain.proofs import LOCK_AFTER, locked
from console.domain.skills import WARN_DAYS, Coverage, Standing, coverage, standing


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody as the screen of people shows them; hashes are not in it."""

    kept: Kept[Person]
    pin: bool  # whether they have one
    badge: bool
    failures: int
    locked: bool

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.kept.value


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the skills matrix."""

    skill: Skill
    standing: Standing
    version: int
    waiting: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """People by operations on a day. A cell that nobody set is not in `cells`."""

    day: date
    people: tuple[Person, ...]
    operations: tuple[Kept[Operation], ...]
    cells: Mapping[tuple[str, str], Cell]  # by person and operation
    coverage: Mapping[str, Coverage]  # by operation

    @property
    def gaps(self) -> int:
        """How many people are wanting over all operations."""
        return sum(each.gap for each in self.coverage.values())


@dataclass(frozen=True, slots=True)
class PermissionCell:
    """How far one role goes with one command."""

    reach: Reach
    shipped: Reach  # what it is where the plant says nothing
    editable: bool
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """One command with its cells, by role."""

    noun: str
    command: str
    reaches: tuple[Reach, ...]  # that make sense for it
    cells: Mapping[Role, PermissionCell]


def people(desk: ReadDesk) -> tuple[PersonShown, ...]:
    """Everybody, by name; those who were set inactive too."""
    proofs = {proof.id: proof for proof in desk.find(Credential)}
    kept = sorted(desk.kept(Person), key=lambda each: by_name(each.value))
    free = {each.value.id for each in kept if _unlocked((each.value, proofs.get(each.value.id)))}
    return tuple(_shown(each, proofs.get(each.value.id), free) for each in kept)


def signing_in(desk: ReadDesk) -> tuple[Person, ...]:
    """Who can sign in with a PIN, by name."""
    able = {proof.id for proof in desk.find(Credential, ("pin", "!=", ""))}
    return tuple(person for person in _active(desk) if person.id in able)


def anybody(desk: ReadDesk) -> bool:
    """Whether there is any person yet."""
    return desk.count(Person) > 0


def plant_table(desk: ReadDesk) -> Table:
    """The cells that the plant set, by role and command."""
    return {(cell.role, cell.command): cell.reach for cell in desk.find(Permission)}


def permissions(desk: ReadDesk) -> tuple[PermissionRow, ...]:
    """The whole table, ours and the plant's merged, noun by noun."""
    from console.records.payloads import know_all

    know_all()
    kept = {(each.value.role, each.value.command): each for each in desk.kept(Permission)}
    order = {command: place for place, (_, command) in enumerate(DEFAULTS)}
    nouns: dict[str, int] = {}  # a noun stands where its first command does
    kinds = sorted(
        (kind for kind in KNOWN.values() if on_table(kind)), key=lambda k: order.get(k.__name__, len(DEFAULTS))
    )
    for kind in kinds:
        nouns.setdefault(kind.noun, len(nouns))
    kinds.sort(key=lambda kind: nouns[kind.noun])
    return tuple(
        PermissionRow(
            kind.noun,
            kind.__name__,
            reaches(kind),
            {role: _cell(role, kind.__name__, kept.get((role, kind.__name__))) for role in Role},
        )
        for kind in kinds
    )


def who_may(desk: ReadDesk, command: str, way: Way = ()) -> tuple[Person, ...]:
    """Active people who may give this command at the end of `way`, whomever it concerns, by name."""
    table = plant_table(desk)
    far = (Reach.SCOPE, Reach.ALL)
    return tuple(p for p in _active(desk) if farthest(p, command, way, table) in far)


def who_may_act_for(desk: ReadDesk, command: str, person: str) -> tuple[Person, ...]:
    """Active people who may give a command about this person that needs their rights too (unlock, set a PIN)."""
    table, about = plant_table(desk), desk.need(Person, person)
    candidates = [p for p in _active(desk) if p.id != person]
    far = (Reach.SCOPE, Reach.ALL)
    return tuple(
        p
        for p in candidates
        if all(farthest(p, command, g.scope, table) in far and may_give(p, g, table) for g in about.grants)
    )


def matrix(
    desk: ReadDesk,
    day: date,
    inside: Way = (),
    ways: Mapping[str, Way] | None = None,
    warn_days: int = WARN_DAYS,
) -> Matrix:
    """The skills matrix of the place at the end of `inside` (() = the whole plant); `ways` as in places.ways."""
    ways = ways or {}
    known = desk.kept(Operation, order="order", active=True)
    operations = [kept for kept in known if _overlap(_way(kept.value, ways), inside)]
    skills = desk.kept(Skill, operation=[kept.value.id for kept in operations])
    skilled = {kept.value.person for kept in skills if kept.value.level > 0}
    crew = tuple(p for p in _active(desk) if _in_crew(p, inside, skilled))
    cells = {
        (kept.value.person, kept.value.operation): Cell(
            kept.value, standing(kept.value, day, warn_days), kept.version, kept.waiting
        )
        for kept in skills
    }
    covered = {}
    for kept in operations:
        operation, way = kept.value, _way(kept.value, ways)
        here = [p for p in crew if (p.id, operation.id) in cells or any(_overlap(g.scope, way) for g in p.grants)]
        mine = [cells[p.id, operation.id].skill for p in here if (p.id, operation.id) in cells]
        covered[operation.id] = coverage(operation, here, mine, day, warn_days)
    return Matrix(day, crew, tuple(operations), cells, covered)


def skill_kept(desk: ReadDesk, person: str, operation: str) -> Kept[Skill] | None:
    """One cell of the matrix with its version; None where nobody set it."""
    found = desk.kept(Skill, id=skill_id(person, operation))
    return found[0] if found else None


def other_administrators(desk: ReadDesk, person: str) -> Iterator[Proven]:
    """The active administrators beside this person, with what they sign in with; read when the first is asked for."""
    for other in desk.find(Person, ("grants", "like", f'"{Role.ADMINISTRATOR}"'), active=True):
        if administrator(other) and other.id != person:
            yield other, desk.get(Credential, other.id)


def last_administrator(desk: ReadDesk, person: Person) -> bool:
    """Whether this is an administrator whom no other one who can sign in just now could unlock."""
    return administrator(person) and not any(_unlocked(other) for other in other_administrators(desk, person.id))


def _active(desk: ReadDesk) -> list[Person]:
    return sorted(desk.find(Person, active=True), key=by_name)


def _unlocked(proven: Proven) -> bool:
    return administers(proven) and proven[1] is not None and proven[1].failures < LOCK_AFTER


def _shown(kept: Kept[Person], proof: Credential | None, free: set[str]) -> PersonShown:
    """`free`: ids of administrators who could unlock somebody now."""
    if proof is None:
        return PersonShown(kept, False, False, 0, False)
    last = administrator(kept.value) and not free - {kept.value.id}
    return PersonShown(kept, bool(proof.pin), bool(proof.badge), proof.failures, locked(proof.failures, last))


def _cell(role: Role, command: str, kept: Kept[Permission] | None) -> PermissionCell:
    table = {(role, command): kept.value.reach} if kept else {}
    far, shipped = reach(role, command, table), reach(role, command, {})
    return PermissionCell(far, shipped, editable(role, command), bool(kept and kept.waiting))


def _way(operation: Operation, ways: Mapping[str, Way]) -> Way:
    return ways.get(operation.place, (operation.place,)) if operation.place else ()


def _in_crew(person: Person, inside: Way, skilled: set[str]) -> bool:
    if not any(_overlap(grant.scope, inside) for grant in person.grants):
        return False
    return person.id in skilled or not person.roles <= {Role.VIEWER, Role.ADMINISTRATOR}


def _overlap(one: Way, other: Way) -> bool:
    """Whether one of the places lies in the other."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]
