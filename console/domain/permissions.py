"""Who may do what: one table, role by command, with how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from console.domain.commands import KNOWN, Command
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.people import Grant, Person, Role

Way = tuple[str, ...]  # ids from the site down to a place; () = no place in particular


class SignInNeeded(Refusal):
    """A change needs somebody who answers for it. facts: command."""

    code = "sign_in_needed"


class NotAllowed(Refusal):
    """None of the person's roles may do this there. facts: command, who, place."""

    code = "not_allowed"


class MoreThanOwn(Refusal):
    """Nobody hands out, or acts upon, rights that they do not have themselves. facts: command, who, role, scope."""

    code = "more_than_own"


class FixedPermission(Refusal):
    """Administrators keep what people and permissions are administered with. facts: role, command."""

    code = "fixed_permission"


class NoSuchReach(Refusal):
    """A command of that name, or this reach for it, does not exist. facts: command, reach."""

    code = "no_such_reach"


class Reach(StrEnum):
    """How far a role may go with a command."""

    NO = "no"
    OWN = "own"  # what is about themselves
    SCOPE = "scope"  # inside the place of the grant
    ALL = "all"  # everywhere


@dataclass(frozen=True, slots=True)
class Permission:
    """One cell that the plant set otherwise than we ship it; `id` is derived from role and command."""

    id: str
    role: Role
    command: str
    reach: Reach


Table = Mapping[tuple[Role, str], Reach]  # the cells that the plant set
_STEPS = {Reach.NO: 0, Reach.OWN: 1, Reach.SCOPE: 2, Reach.ALL: 3}
_WORKING = tuple(role for role in Role if role is not Role.VIEWER)  # viewers look on and change nothing
_LEADING = {Role.TEAM_LEADER: Reach.SCOPE, Role.SUPERVISOR: Reach.SCOPE}
_SUPERVISING = {Role.SUPERVISOR: Reach.SCOPE}

# What we ship. Each noun has its block: a command and what the roles beside the administrator may do with it;
# a role that is not named may not. The administrator may do everything everywhere.
PEOPLE: Mapping[str, Mapping[Role, Reach]] = {
    "AddPerson": _SUPERVISING,
    "ChangePerson": _SUPERVISING,
    "SetPin": dict.fromkeys(_WORKING, Reach.OWN) | _SUPERVISING,
    "SetBadge": _SUPERVISING,
    "Unlock": _LEADING,
}
SKILLS: Mapping[str, Mapping[Role, Reach]] = {
    "AddOperation": _SUPERVISING,
    "ChangeOperation": _SUPERVISING,
    "SetSkill": _LEADING,
    "RemoveSkill": _LEADING,
}
PERMISSIONS: Mapping[str, Mapping[Role, Reach]] = {"SetPermission": {}}
ATTACHMENTS: Mapping[str, Mapping[Role, Reach]] = {
    "AddAttachment": dict.fromkeys(_WORKING, Reach.SCOPE),
    "NoteOnAttachment": dict.fromkeys(_WORKING, Reach.SCOPE),
    "RemoveAttachment": _LEADING | {Role.QUALITY: Reach.SCOPE},
}
BACKUP: Mapping[str, Mapping[Role, Reach]] = {"RestoreBackup": {}, "ExportRecords": {}, "ExportProofs": {}}
TRAIL: Mapping[str, Mapping[Role, Reach]] = {"AcknowledgeTampering": {}, "RestoreRow": {}}
_VERIFYING = _LEADING | {Role.QUALITY: Reach.SCOPE}
_SHELVING = _LEADING | {Role.MAINTENANCE: Reach.SCOPE}
_CLOSING = _VERIFYING | {Role.MAINTENANCE: Reach.SCOPE}
CALLS: Mapping[str, Mapping[Role, Reach]] = {
    "RaiseCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "WorsenCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "AcknowledgeCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "TakeCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ArriveAtCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ContainCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ExplainCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ResolveCall": dict.fromkeys(_WORKING, Reach.SCOPE),
    "VerifyCall": _CLOSING,
    "RefuteCall": _CLOSING,
    "CloseCall": _CLOSING,
    "RejectCall": _VERIFYING,
    "ReopenCall": _CLOSING,
    "AddCategory": _SUPERVISING,
    "ChangeCategory": _SUPERVISING,
    "SetCallRule": _SUPERVISING,
    "RemoveCallRule": _SUPERVISING,
    "ShelveAlarm": _SHELVING,
    "UnshelveAlarm": _SHELVING,
    "SetBaseline": _SUPERVISING,
    "RemoveBaseline": _SUPERVISING,
}
STOPS: Mapping[str, Mapping[Role, Reach]] = {
    "ExplainStop": dict.fromkeys(_WORKING, Reach.SCOPE),
    "TakeReasonOver": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ClearReason": dict.fromkeys(_WORKING, Reach.SCOPE),
    "SplitStop": dict.fromkeys(_WORKING, Reach.SCOPE),
    "MergeStops": dict.fromkeys(_WORKING, Reach.SCOPE),
    "AddReason": _SUPERVISING,
    "ChangeReason": _SUPERVISING,
}
ROSTER: Mapping[str, Mapping[Role, Reach]] = {
    "SetDuty": _LEADING,
    "RemoveDuty": _LEADING,
    "SetAbsence": _LEADING,
    "RemoveAbsence": _LEADING,
}
CONTROL: Mapping[str, Mapping[Role, Reach]] = {
    "AddControlChart": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
    "ChangeControlChart": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
    "RemoveControlChart": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
    "BeginPhase": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
}
WARNINGS: Mapping[str, Mapping[Role, Reach]] = {
    "JudgeWarning": dict.fromkeys(_WORKING, Reach.SCOPE),
    "AddWarningRule": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
    "ChangeWarningRule": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
    "SwitchWarningRule": _SUPERVISING | {Role.QUALITY: Reach.SCOPE},
}
ACTIONS: Mapping[str, Mapping[Role, Reach]] = {
    "MakeAction": dict.fromkeys(_WORKING, Reach.SCOPE),
    "PlanAction": _CLOSING,
    "BeginAction": dict.fromkeys(_WORKING, Reach.SCOPE),
    "BlockAction": dict.fromkeys(_WORKING, Reach.SCOPE),
    "UnblockAction": dict.fromkeys(_WORKING, Reach.SCOPE),
    "DoAction": dict.fromkeys(_WORKING, Reach.SCOPE),
    "VerifyAction": _CLOSING,
    "RefuteAction": _CLOSING,
    "ConfirmEffect": _CLOSING,
    "DenyEffect": _CLOSING,
    "DropAction": _VERIFYING,
    "ReopenAction": _CLOSING,
    "WriteReview": _CLOSING,
    "FinishReview": _CLOSING,
    "WriteArticle": _CLOSING,
    "UseArticle": dict.fromkeys(_WORKING, Reach.SCOPE),
}
TRENDS: Mapping[str, Mapping[Role, Reach]] = {
    "AddTrendNote": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ChangeTrendNote": dict.fromkeys(_WORKING, Reach.OWN) | _VERIFYING,
    "RemoveTrendNote": dict.fromkeys(_WORKING, Reach.OWN) | _VERIFYING,
    "SaveTrendView": dict.fromkeys(_WORKING, Reach.OWN),
    "RenameTrendView": dict.fromkeys(_WORKING, Reach.OWN) | _VERIFYING,
    "RemoveTrendView": dict.fromkeys(_WORKING, Reach.OWN) | _VERIFYING,
    "ShareTrendView": _VERIFYING,
}
QUESTIONS: Mapping[str, Mapping[Role, Reach]] = {
    "KeepQuestion": dict.fromkeys(_VERIFYING, Reach.ALL),
    "RemoveQuestion": dict.fromkeys(_VERIFYING, Reach.ALL),
}
_PLANNING = (Role.PLANNER, Role.SUPERVISOR)
_RUNNING = _VERIFYING | {Role.PLANNER: Reach.SCOPE}
ORDERS: Mapping[str, Mapping[Role, Reach]] = {
    "AddOrder": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "ChangeOrder": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "MoveOrder": _RUNNING,
    "RankOrder": _RUNNING,
    "UndoMove": _RUNNING,
    "BlockOrder": dict.fromkeys(_WORKING, Reach.SCOPE),
    "LiftOrder": dict.fromkeys(_WORKING, Reach.SCOPE),
    "SplitOrder": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "MergeOrders": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "SeeOrderChange": dict.fromkeys(_WORKING, Reach.SCOPE),
    "PassOrderStep": dict.fromkeys(_WORKING, Reach.SCOPE),
    "AssignOrderStep": _LEADING | {Role.PLANNER: Reach.SCOPE},
    "AssignUnskilled": _SUPERVISING,
    "ConfirmOutput": dict.fromkeys(_WORKING, Reach.SCOPE),
    "TakeBackOutput": dict.fromkeys(_WORKING, Reach.OWN) | _RUNNING,
    "ImportOrders": dict.fromkeys(_PLANNING, Reach.ALL),
    "SavePlan": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "SetFlowColumn": dict.fromkeys(_PLANNING, Reach.ALL),
    "SetProduct": dict.fromkeys(_PLANNING, Reach.ALL),
    "RemoveProduct": dict.fromkeys(_PLANNING, Reach.ALL),
    "ImportProducts": dict.fromkeys(_PLANNING, Reach.ALL),
    "SetLineStock": dict.fromkeys(_WORKING, Reach.SCOPE),
    "CountStock": dict.fromkeys(_WORKING, Reach.SCOPE),
    "SetStockLimits": _RUNNING,
    "RemoveStock": _RUNNING,
    "AskReplenishment": dict.fromkeys(_WORKING, Reach.SCOPE),
    "MoveReplenishment": dict.fromkeys(_WORKING, Reach.SCOPE),
    "CancelReplenishment": dict.fromkeys(_WORKING, Reach.SCOPE),
    "SetChangeover": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "RemoveChangeover": dict.fromkeys(_PLANNING, Reach.SCOPE),
    "KeepExchangeMap": dict.fromkeys(_PLANNING, Reach.ALL),
    "RemoveExchangeMap": dict.fromkeys(_PLANNING, Reach.ALL),
}
_CARING = {Role.QUALITY: Reach.ALL, Role.SUPERVISOR: Reach.ALL}
CHECKLISTS: Mapping[str, Mapping[Role, Reach]] = {
    "DraftChecklist": _CARING,
    "PublishChecklist": _CARING,
    "DiscardDraft": _CARING,
    "RetireChecklist": _CARING,
    "SetRoute": _CARING,
    "BeginRun": dict.fromkeys(_WORKING, Reach.SCOPE),
    "AnswerItem": dict.fromkeys(_WORKING, Reach.SCOPE),
    "ClearAnswer": dict.fromkeys(_WORKING, Reach.SCOPE),
    "SignRun": dict.fromkeys(_WORKING, Reach.SCOPE),
    "DropRun": dict.fromkeys(_WORKING, Reach.SCOPE),
    "CheckInAt": dict.fromkeys(_WORKING, Reach.SCOPE),
}
AUDITS: Mapping[str, Mapping[Role, Reach]] = {
    "SetAuditPlan": _CARING,
    "DecideRound": _VERIFYING,
    "AddFinding": dict.fromkeys(_WORKING, Reach.SCOPE),
    "WithdrawFinding": dict.fromkeys(_WORKING, Reach.OWN) | _VERIFYING,
    "TagThing": dict.fromkeys(_WORKING, Reach.SCOPE),
    "DecideTag": dict.fromkeys(_WORKING, Reach.OWN) | _VERIFYING,
}
SAFETY: Mapping[str, Mapping[Role, Reach]] = {
    "ReportSafety": dict.fromkeys(_WORKING, Reach.ALL),  # whoever sees it, wherever it is
    "ChangeSafety": _VERIFYING,
    "CloseSafety": _VERIFYING,
}
HANDOVERS: Mapping[str, Mapping[Role, Reach]] = {
    "PrepareHandover": _LEADING,
    "WriteHandover": _LEADING,
    "AddHandoverItem": dict.fromkeys(_WORKING, Reach.SCOPE),
    "RemoveHandoverItem": _LEADING,
    "MarkHandoverItem": _LEADING,
    "HandOver": _LEADING,
    "OverrideHandover": _SUPERVISING,
    "AnswerHandoverItem": _LEADING,
    "TakeOver": _LEADING,
    "CorrectHandover": _LEADING,
    "SetCrew": dict.fromkeys((Role.SUPERVISOR,), Reach.ALL),
    "JoinCrew": dict.fromkeys((Role.SUPERVISOR,), Reach.ALL),
    "AttendBriefing": _LEADING,
    "HoldBriefing": _LEADING,
}
COMMENTS: Mapping[str, Mapping[Role, Reach]] = {"AddComment": dict.fromkeys(_WORKING, Reach.SCOPE)}
MESSAGES: Mapping[str, Mapping[Role, Reach]] = {
    "SetChannel": {},
    "SetContact": dict.fromkeys(_WORKING, Reach.OWN) | _LEADING,
    "RetryNotice": dict.fromkeys(_WORKING, Reach.SCOPE),
}
SETTINGS: Mapping[str, Mapping[Role, Reach]] = {"ChangeSetting": {}}
BLOCKS = (
    PEOPLE,
    SKILLS,
    PERMISSIONS,
    CALLS,
    STOPS,
    ROSTER,
    ACTIONS,
    TRENDS,
    CONTROL,
    WARNINGS,
    QUESTIONS,
    ORDERS,
    CHECKLISTS,
    AUDITS,
    SAFETY,
    HANDOVERS,
    COMMENTS,
    MESSAGES,
    ATTACHMENTS,
    BACKUP,
    TRAIL,
    SETTINGS,
)

FIXED = frozenset({*PEOPLE, *PERMISSIONS})  # what an administrator cannot lose, or nobody could give it back


def _shipped(blocks: Iterable[Mapping[str, Mapping[Role, Reach]]]) -> dict[tuple[Role, str], Reach]:
    cells: dict[tuple[Role, str], Reach] = {}
    for block in blocks:
        for command, roles in block.items():
            cells |= {(role, command): reach for role, reach in roles.items()}
            cells[Role.ADMINISTRATOR, command] = Reach.ALL
    return cells


DEFAULTS: Table = _shipped(BLOCKS)  # by role and name of command; what is not in it is NO


def permission_id(role: Role, command: str) -> str:
    """The id of the one cell of a role and a command."""
    return derived_id("permission", role, command)


def reach(role: Role, command: str, table: Table) -> Reach:
    """How far a role goes with a command: as the plant set it, else as we ship it."""
    if role is Role.ADMINISTRATOR and command in FIXED:
        return Reach.ALL
    return table.get((role, command)) or DEFAULTS.get((role, command), Reach.NO)


def may(person: Person, command: type[Command], way: Way, about: str, table: Table) -> bool:
    """Whether one of the person's grants lets them give this command at the end of `way` (() = no place).

    What they may do for others at some place they may do for themselves anywhere.
    """
    if about and about == person.id:
        return may_somewhere(person, command, table)
    return farthest(person, command.__name__, way, table) in (Reach.SCOPE, Reach.ALL)


def may_somewhere(person: Person, command: type[Command], table: Table) -> bool:
    """Whether there is anything that the person may use this command for."""
    return any(reach(grant.role, command.__name__, table) is not Reach.NO for grant in person.grants)


def farthest(person: Person, command: str, way: Way, table: Table) -> Reach:
    """How far the person's grants go with a command at the end of `way`; SCOPE only where `way` is inside one."""
    best = Reach.NO
    for grant in person.grants:
        far = reach(grant.role, command, table)
        if far is Reach.SCOPE and way[: len(grant.scope)] != grant.scope:
            continue
        if _STEPS[far] > _STEPS[best]:
            best = far
    return best


def may_give(giver: Person, grant: Grant, table: Table) -> bool:
    """Whether everything that the grant allows is allowed to the giver too, at that place: nobody makes, or acts for,
    somebody who can do more than they can themselves."""
    commands = {command for role, command in {*DEFAULTS, *table} if role is grant.role}
    return all(
        _STEPS[reach(grant.role, command, table)] <= _STEPS[farthest(giver, command, grant.scope, table)]
        for command in commands
    )


def ways_of(person: Person | None) -> tuple[Way, ...]:
    """Where a person works; somebody without a role is nowhere in particular."""
    return tuple(grant.scope for grant in person.grants) or ((),) if person else ((),)


def on_table(kind: type[Command]) -> bool:
    """Whether a command is on the permissions screen: the console's own and the very first are not."""
    return not kind.own and not kind.first


def reaches(kind: type[Command]) -> tuple[Reach, ...]:
    """Which reaches make sense: OWN where a command concerns somebody, SCOPE where it has a place or concerns them."""
    fields = getattr(kind, "__dataclass_fields__", {})
    about = kind.about is not Command.about
    placed = about or kind.many or kind.place is not Command.place or "grants" in fields
    return (Reach.NO, *([Reach.OWN] if about else []), *([Reach.SCOPE] if placed else []), Reach.ALL)


def editable(role: Role, command: str) -> bool:
    """Whether a plant may set this cell otherwise than we ship it."""
    return not (role is Role.ADMINISTRATOR and command in FIXED)


def checked_cell(role: Role, command: str, far: Reach) -> None:
    """FixedPermission or NoSuchReach where the cell may not be set so."""
    kind = KNOWN.get(command)
    if kind is None or not on_table(kind) or far not in reaches(kind):
        raise NoSuchReach(command=command, reach=far.value)
    if not editable(role, command) and far is not Reach.ALL:
        raise FixedPermission(role=role.value, command=command)


def may_set(giver: Person, command: str, far: Reach, table: Table) -> bool:
    """Whether somebody may give a role this reach: not more than they have everywhere themselves."""
    return _STEPS[far] <= _STEPS[farthest(giver, command, (), table)]
