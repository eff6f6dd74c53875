"""What can be done with an action next: one key, one button and one command each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.actions import Action, Stage
from console.domain.commands import Command
from console.domain.commands import actions as ask

Values = Mapping[str, str]  # what was filled in, by field


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done with an action; `fields` are asked for first, where there are any."""

    id: str
    key: str  # one letter
    icon: str
    command: type[Command]
    fields: tuple[str, ...] = ()


PLANNED = ("title", "text", "owner", "due", "priority", "effect_days")
BEGIN = Act("begin", "B", "play", ask.BeginAction)
DO = Act("do", "D", "circle-check", ask.DoAction, ("outcome",))
VERIFY = Act("verify", "V", "badge-check", ask.VerifyAction)
REFUTE = Act("refute", "R", "rotate-ccw", ask.RefuteAction, ("why",))
CONFIRM = Act("confirm", "H", "lock", ask.ConfirmEffect, ("note",))
DENY = Act("deny", "F", "rotate-ccw", ask.DenyEffect, ("why",))
BLOCK = Act("block", "K", "octagon-pause", ask.BlockAction, ("why",))
UNBLOCK = Act("unblock", "K", "play", ask.UnblockAction)
PLAN = Act("plan", "P", "pencil", ask.PlanAction, PLANNED)
DROP = Act("drop", "X", "x", ask.DropAction, ("why",))
REOPEN = Act("reopen", "O", "rotate-ccw", ask.ReopenAction, ("why",))
ALL = (BEGIN, DO, VERIFY, REFUTE, CONFIRM, DENY, BLOCK, UNBLOCK, PLAN, DROP, REOPEN)
BY_ID = {act.id: act for act in ALL}
WORDS: dict[str, str] = {
    "begin": QT_TRANSLATE_NOOP("actions", "Begin"),
    "do": QT_TRANSLATE_NOOP("actions", "It is done…"),
    "verify": QT_TRANSLATE_NOOP("actions", "Verify"),
    "refute": QT_TRANSLATE_NOOP("actions", "Not done rightly…"),
    "confirm": QT_TRANSLATE_NOOP("actions", "It held…"),
    "deny": QT_TRANSLATE_NOOP("actions", "It did not hold…"),
    "block": QT_TRANSLATE_NOOP("actions", "Blocked…"),
    "unblock": QT_TRANSLATE_NOOP("actions", "It can go on"),
    "plan": QT_TRANSLATE_NOOP("actions", "Change…"),
    "drop": QT_TRANSLATE_NOOP("actions", "Drop…"),
    "reopen": QT_TRANSLATE_NOOP("actions", "Reopen…"),
}


def act_word(act: Act) -> str:
    """What the button says."""
    return QCoreApplication.translate("actions", WORDS[act.id])


def next_acts(action: Action, now: datetime) -> tuple[Act, ...]:
    """The next steps, the nearest first."""
    match action.stage:
        case Stage.OPEN:
            return (BEGIN, DO)
        case Stage.DOING:
            return (DO,)
        case Stage.DONE:
            return (VERIFY, REFUTE)
        case Stage.VERIFIED:
            over = action.effect_due is not None and now >= action.effect_due
            return (CONFIRM, DENY) if over else (DENY,)
    return (REOPEN,)


def other_acts(action: Action) -> tuple[Act, ...]:
    """What else can be done with it."""
    if not action.open:
        return ()
    hold = ((UNBLOCK if action.blocked else BLOCK),) if action.to_do else ()
    return (*hold, PLAN, DROP)


def command_of(act: Act, action: Action, version: int, values: Values, plan: Mapping[str, object]) -> Command:
    """The command that does it; `plan` has the fields of a planned action as the command takes them."""
    if act is PLAN:
        return ask.PlanAction(action.id, action.place, version=version, **plan)  # type: ignore[arg-type]
    given = {field: values.get(field, "") for field in act.fields}
    return act.command(action.id, action.place, **given)  # type: ignore[call-arg]
