"""How what is asked about people, skills and permissions is carried out."""

from __future__ import annotations

from typing import TypeVar

from console.app.handlers import handles
from console.app.queries.people import other_administrators
from console.domain.commands import Stamp
from console.domain.commands import people as ask
from console.domain.desk import Desk, Missing
from console.domain.errors import Refusal
from console.domain.people import (
    NAME_MOST,
    NOTE_MOST,
    Credential,
    Grant,
    NotActive,
    Operation,
    Person,
    PlantHasBegun,
    Role,
    Skill,
    keep_an_administrator,
    number_free,
    plain_text,
    settled_grants,
    skill_id,
    staff_number,
)
from console.domain.permissions import DEFAULTS, Permission, Reach, checked_cell, permission_id
from console.domain.proofs import BadgeTaken, NotHashed, cleared, failed, only_badge_hash, only_hash
from console.domain.skills import checked_operation, checked_skill

T = TypeVar("T", Person, Operation)


class AlreadyThere(Refusal):
    """The id is taken: the same form was sent twice. facts: kind, id."""

    code = "already_there"


@handles(ask.BeginPlant)
def begin_plant(desk: Desk, stamp: Stamp, command: ask.BeginPlant) -> None:
    """Keep the first administrator and their PIN."""
    if desk.count(Person):
        raise PlantHasBegun
    _new(desk, Person, command.person)
    everywhere = (Grant(Role.ADMINISTRATOR),)
    name = plain_text(command.called, "called", NAME_MOST)
    desk.put(Person(command.person, name, staff_number(command.number), everywhere))
    if not command.pin:
        raise NotHashed
    desk.put(Credential(command.person, only_hash(command.pin)))


@handles(ask.AddPerson)
def add_person(desk: Desk, stamp: Stamp, command: ask.AddPerson) -> None:
    """Keep somebody new."""
    _new(desk, Person, command.person)
    _keep_person(desk, command.person, command.called, command.number, command.grants, True)


@handles(ask.ChangePerson)
def change_person(desk: Desk, stamp: Stamp, command: ask.ChangePerson) -> None:
    """Keep everything said about somebody."""
    person = desk.need(Person, command.person)
    desk.expect(Person, command.person, command.version)
    will = _keep_person(desk, person.id, command.called, command.number, command.grants, command.active)
    proof = desk.get(Credential, person.id)
    keep_an_administrator((person, proof), (will, proof), other_administrators(desk, person.id))


@handles(ask.SetPin)
def set_pin(desk: Desk, stamp: Stamp, command: ask.SetPin) -> None:
    """Keep the new hash; nothing is counted against it."""
    proof = _proof(desk, command.person)
    _keep_proof(desk, proof, Credential(proof.id, only_hash(command.pin), proof.badge))


@handles(ask.SetBadge)
def set_badge(desk: Desk, stamp: Stamp, command: ask.SetBadge) -> None:
    """Keep the badge; one that was left with somebody inactive is taken from them."""
    proof = _proof(desk, command.person)
    badge = only_badge_hash(command.badge)
    for other in desk.find(Credential, badge=badge) if badge else ():
        if other.id != proof.id:
            _take_badge(desk, other)
    _keep_proof(desk, proof, Credential(proof.id, proof.pin, badge, proof.failures, proof.last_failure))


@handles(ask.Unlock)
def unlock(desk: Desk, stamp: Stamp, command: ask.Unlock) -> None:
    """Forget the wrong PINs."""
    desk.put(cleared(_proof(desk, command.person)))


@handles(ask.NoteSignIn)
def note_sign_in(desk: Desk, stamp: Stamp, command: ask.NoteSignIn) -> None:
    """Count a wrong PIN; a right one ends the counting. A badge says nothing about the PIN."""
    proof = desk.need(Credential, command.person)
    if not command.right:
        desk.put(failed(proof, stamp.at))
    elif command.by == "pin":
        desk.put(cleared(proof))


@handles(ask.AddOperation)
def add_operation(desk: Desk, stamp: Stamp, command: ask.AddOperation) -> None:
    """Keep a new operation."""
    _new(desk, Operation, command.operation)
    _keep_operation(desk, command, True)


@handles(ask.ChangeOperation)
def change_operation(desk: Desk, stamp: Stamp, command: ask.ChangeOperation) -> None:
    """Keep everything said about an operation."""
    desk.need(Operation, command.operation)
    desk.expect(Operation, command.operation, command.version)
    _keep_operation(desk, command, command.active)


@handles(ask.SetSkill)
def set_skill(desk: Desk, stamp: Stamp, command: ask.SetSkill) -> None:
    """Keep a skill of somebody active at an active operation."""
    _active(desk, Person, command.person)
    _active(desk, Operation, command.operation)
    cell = skill_id(command.person, command.operation)
    desk.expect(Skill, cell, command.version)
    note = plain_text(command.note, "note", NOTE_MOST, needed=False)
    made = Skill(cell, command.person, command.operation, command.level, command.expires, command.assessed, note)
    desk.put(checked_skill(made))


@handles(ask.RemoveSkill)
def remove_skill(desk: Desk, stamp: Stamp, command: ask.RemoveSkill) -> None:
    """Empty the cell."""
    cell = skill_id(command.person, command.operation)
    desk.expect(Skill, cell, command.version)
    desk.remove(Skill, cell)


@handles(ask.SetPermission)
def set_permission(desk: Desk, stamp: Stamp, command: ask.SetPermission) -> None:
    """Keep the plant's setting; where it is the one we ship there is nothing to keep."""
    checked_cell(command.role, command.command, command.reach)
    cell = permission_id(command.role, command.command)
    if command.reach is not DEFAULTS.get((command.role, command.command), Reach.NO):
        desk.put(Permission(cell, command.role, command.command, command.reach))
    elif desk.get(Permission, cell) is not None:
        desk.remove(Permission, cell)


def _new(desk: Desk, cls: type[T], id: str) -> None:
    """A new record needs an id that nothing has yet."""
    if not id:
        raise Missing(kind=cls.__name__.lower(), id=id)
    if desk.get(cls, id) is not None:
        raise AlreadyThere(kind=cls.__name__.lower(), id=id)


def _keep_person(desk: Desk, id: str, called: str, number: str, grants: tuple[Grant, ...], active: bool) -> Person:
    number = staff_number(number)
    if active and number:
        number_free(number, id, desk.find(Person, number=number, active=True))
    made = Person(id, plain_text(called, "called", NAME_MOST), number, settled_grants(grants), active)
    desk.put(made)
    return made


def _keep_operation(desk: Desk, command: ask.AddOperation | ask.ChangeOperation, active: bool) -> None:
    name = plain_text(command.called, "called", NAME_MOST)
    made = Operation(command.operation, name, command.place, command.needed, command.order, active)
    desk.put(checked_operation(made))


def _proof(desk: Desk, person: str) -> Credential:
    desk.need(Person, person)
    return desk.get(Credential, person) or Credential(person)


def _keep_proof(desk: Desk, was: Credential, will: Credential) -> None:
    desk.put(will)
    person = desk.need(Person, will.id)
    keep_an_administrator((person, was), (person, will), other_administrators(desk, person.id))


def _take_badge(desk: Desk, other: Credential) -> None:
    owner = desk.get(Person, other.id)
    if owner is not None and owner.active:
        raise BadgeTaken(person=owner.id, name=owner.name)
    desk.put(Credential(other.id, other.pin, "", other.failures, other.last_failure))


def _active(desk: Desk, cls: type[T], id: str) -> T:
    value = desk.need(cls, id)
    if not value.active:
        raise NotActive(kind=cls.__name__.lower(), id=id)
    return value
