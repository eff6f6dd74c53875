"""Who may give which command: the one place where every command is checked, before it is carried out."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from console.domain.andon import Category
from console.domain.callrules import CallRule
from console.domain.commands import CONSOLE, Command, Stamp
from console.domain.commands import people as ask
from console.domain.commands.actions import WriteArticle
from console.domain.commands.andon import ChangeCategory, RemoveCallRule, SetCallRule
from console.domain.commands.earlywarning import ChangeWarningRule, only_place
from console.domain.commands.roster import RemoveDuty, SetDuty
from console.domain.commands.stops import ChangeReason
from console.domain.commands.tampering import RestoreRow
from console.domain.desk import ReadDesk
from console.domain.knowledge import Article
from console.domain.people import Grant, Operation, Person, Role
from console.domain.permissions import (
    MoreThanOwn,
    NotAllowed,
    Permission,
    SignInNeeded,
    Table,
    Way,
    may,
    may_give,
    may_set,
    ways_of,
)
from console.domain.reasons import Reason
from console.domain.roster import Duty
from console.domain.warning_rules import WarningRule

if TYPE_CHECKING:  # what only some commands need is imported with the first of them: the board does not wait for it
    from console.domain.commands.orders import ChangeOrder, MergeOrders, MoveOrder
    from console.domain.commands.planning import SavePlan
    from console.domain.commands.safety import ChangeSafety

# Commands by which somebody could come to act with the rights of the person they are about.
RAISING: tuple[type[Command], ...] = (ask.AddPerson, ask.ChangePerson, ask.SetPin, ask.SetBadge, ask.Unlock)

SETTING: tuple[type[Command], ...] = (ask.SetPermission, RestoreRow)  # after which permissions may be others


def _operation_place(desk: ReadDesk, command: ask.ChangeOperation) -> str:
    operation = desk.get(Operation, command.operation)
    return operation.place if operation else command.place


def _category_place(desk: ReadDesk, command: ChangeCategory) -> str:
    category = desk.get(Category, command.category.id)
    return category.area if category else command.place


def _rule_place(desk: ReadDesk, command: SetCallRule | RemoveCallRule) -> str:
    rule = desk.get(CallRule, command.rule.id if isinstance(command, SetCallRule) else command.rule)
    return SetCallRule(rule).place if rule else command.place


def _duty_place(desk: ReadDesk, command: SetDuty | RemoveDuty) -> str:
    duty = desk.get(Duty, command.duty.id if isinstance(command, SetDuty) else command.duty)
    return SetDuty(duty).place if duty else command.place


def _reason_place(desk: ReadDesk, command: ChangeReason) -> str:
    reason = desk.get(Reason, command.reason.id)
    return reason.area if reason else command.place


def _warning_rule_place(desk: ReadDesk, command: ChangeWarningRule) -> str:
    rule = desk.get(WarningRule, command.rule.id)
    return only_place(rule) if rule else command.place


def _article_place(desk: ReadDesk, command: WriteArticle) -> str:
    article = desk.get(Article, command.id)
    return article.place if article else command.place


def _order_place(desk: ReadDesk, command: ChangeOrder) -> str:
    from console.domain.orders import WorkOrder

    order = desk.get(WorkOrder, command.order)
    return order.line if order else command.place


def _merged_place(desk: ReadDesk, command: MergeOrders) -> str:
    from console.domain.orders import WorkOrder

    order = desk.get(WorkOrder, command.other)
    return order.line if order else command.place


def _event_place(desk: ReadDesk, command: ChangeSafety) -> str:
    from console.domain.safety import SafetyEvent

    event = desk.get(SafetyEvent, command.event)
    return event.place if event else command.place


def _plan_places(desk: ReadDesk, command: SavePlan) -> set[str]:
    """Every line that an order leaves or comes to."""
    from console.domain.orders import WorkOrder

    found = {to.line for to in command.placements}
    for to in command.placements:
        order = desk.get(WorkOrder, to.order)
        if order is not None:
            found.add(order.line)
    return found - {""} or {""}  # an order without a line lies nowhere: its new line decides


# By the names of commands. Those that are about several places at once must be allowed at all of them.
MANY: dict[str, Callable[[ReadDesk, Any], set[str]]] = {"SavePlan": _plan_places}
# Where the record lies now that a command would move: a change must be allowed at both ends.
PLACED: dict[str, Callable[[ReadDesk, Any], str]] = {
    "ChangeOperation": _operation_place,
    "ChangeCategory": _category_place,
    "WriteArticle": _article_place,
    "ChangeReason": _reason_place,
    "ChangeWarningRule": _warning_rule_place,
    "SetCallRule": _rule_place,
    "RemoveCallRule": _rule_place,
    "SetDuty": _duty_place,
    "RemoveDuty": _duty_place,
    "ChangeSafety": _event_place,
    "ChangeOrder": _order_place,
    "MergeOrders": _merged_place,
}


class Authority:
    """Checks against the person's roles and the plant's permissions, both as the records hold them now.

    The person is read by key for every command; the plant's permissions are kept until one of them changes.
    """

    def __init__(self) -> None:
        self.ways: Mapping[str, Way] = {}  # see places.ways; replaced as a whole by the main thread
        self._kept: Table | None = None
        self._changes = 0
        self._changing: weakref.ref[ReadDesk] | None = None  # where a permission was changed and is not durable yet

    def forget(self) -> None:
        """Permissions changed otherwise than by a command that was checked here; from any thread."""
        self._changes += 1
        self._kept = None

    def check(self, desk: ReadDesk, stamp: Stamp, command: Command) -> None:
        """SignInNeeded, NotAllowed or MoreThanOwn unless whoever stamped the command may give it there."""
        if stamp.who != CONSOLE and not type(command).first:
            self._check(desk, stamp, command)
        if isinstance(command, SETTING):
            self._changing = weakref.ref(desk)
            self.forget()

    def table(self, desk: ReadDesk) -> Table:
        """What the plant set, by role and command."""
        kept = self._kept
        if kept is not None:
            return kept
        changes = self._changes
        table = {(cell.role, cell.command): cell.reach for cell in desk.find(Permission)}
        durable = self._changing is None or self._changing() is not desk
        if durable and changes == self._changes:
            self._kept, self._changing = table, None
        return table

    def _check(self, desk: ReadDesk, stamp: Stamp, command: Command) -> None:
        kind = type(command)
        if not stamp.who:
            raise SignInNeeded(command=command.name)
        person = desk.get(Person, stamp.who)
        if person is None or not person.active or kind.own:
            raise NotAllowed(command=command.name, who=stamp.who)
        table = self.table(desk)
        if command.name == "MoveOrder":
            self._check_move(person, cast("MoveOrder", command), table)
        about = desk.get(Person, command.about) if command.about and command.about != person.id else None
        if not self._may(desk, person, command, about, table):
            raise NotAllowed(command=command.name, who=stamp.who, place=command.place)
        if isinstance(command, RAISING):
            self._check_rights(person, command, (*(about.grants if about else ()), *_granted(command)), table)
        elif isinstance(command, ask.SetPermission) and not may_set(person, command.command, command.reach, table):
            raise MoreThanOwn(command=command.name, who=person.id, role=command.role.value, scope=())

    def _check_move(self, person: Person, command: MoveOrder, table: Table) -> None:
        """MoveNotForRole where somebody has the role that makes this move, but for another place."""
        from console.domain.cardflow import MoveNotForRole
        from console.domain.orders import ORDERS

        move, way = ORDERS.allowed(command.source, command.target), self.way(command.place)
        there = {g.role for g in person.grants if may(replace(person, grants=(g,)), type(command), way, "", table)}
        if move is not None and move.roles and there and not there & {*move.roles, Role.ADMINISTRATOR}:
            raise MoveNotForRole(card=command.order, source=command.source, target=command.target, roles=move.roles)

    def _may(self, desk: ReadDesk, person: Person, command: Command, about: Person | None, table: Table) -> bool:
        kind = type(command)
        ways = self._ways(desk, command, about)
        allowed = (may(person, kind, way, command.about, table) for way in ways)
        whole = isinstance(command, RAISING) or bool(command.place) or command.name in PLACED or command.name in MANY
        return all(allowed) if whole else any(allowed)

    def _ways(self, desk: ReadDesk, command: Command, about: Person | None) -> tuple[Way, ...]:
        """Where a command reaches: its place and the record's, else where those work whom it concerns."""
        if command.name in MANY:
            return tuple(self.way(place) for place in sorted(MANY[command.name](desk, command)))
        now = PLACED.get(command.name)
        if command.place or now is not None:
            places = {command.place, now(desk, command) if now else command.place}
            return tuple(self.way(place) for place in places)
        working = ways_of(about) if about else ()
        given = tuple(grant.scope for grant in _granted(command))
        return (*working, *given) or ((),)

    def _check_rights(self, person: Person, command: Command, grants: tuple[Grant, ...], table: Table) -> None:
        for grant in grants:
            if not may_give(person, grant, table):
                role, scope = grant.role.value, grant.scope
                raise MoreThanOwn(command=command.name, who=person.id, role=role, scope=scope)

    def way(self, place: str) -> Way:
        """The way to a place; one that the plant does not know (any more) stands alone."""
        return self.ways.get(place, (place,) if place else ())


def _granted(command: Command) -> tuple[Grant, ...]:
    return command.grants if isinstance(command, ask.AddPerson | ask.ChangePerson) else ()


__all__ = ["PLACED", "RAISING", "Authority"]
