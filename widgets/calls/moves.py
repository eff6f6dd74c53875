"""What can be done with a call next, in the order of the loop: one key, one button and one command each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.andon import Answers, Call, Category, Severity, Stage
from console.domain.andon_parts import own_work, wants_verifying
from console.domain.commands import Command
from console.domain.commands import andon as ask

Values = Mapping[str, str]  # what was filled in, by field


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done with a call; `fields` are asked for first, where there are any."""

    id: str
    key: str  # one letter
    icon: str
    command: type[Command]
    fields: tuple[str, ...] = ()

    @property
    def at_once(self) -> bool:
        """Whether nothing is asked for first."""
        return not self.fields

    @property
    def explains(self) -> bool:
        """Whether it tells what the category wants known: cause, countermeasure and what it asks of its own."""
        return self.fields == TOLD


TOLD = ("cause", "finding", "countermeasure")
ACKNOWLEDGE = Action("acknowledge", "A", "check", ask.AcknowledgeCall)
ARRIVE = Action("arrive", "S", "map-pin", ask.ArriveAtCall)
CONTAIN = Action("contain", "C", "shield", ask.ContainCall, ("containment",))
RESOLVE = Action("resolve", "R", "circle-check", ask.ResolveCall, TOLD)
VERIFY = Action("verify", "V", "badge-check", ask.VerifyCall)
CLOSE = Action("close", "E", "lock", ask.CloseCall, TOLD)
TAKE = Action("take", "T", "user", ask.TakeCall)
GIVE = Action("give", "G", "users", ask.TakeCall, ("to",))
EXPLAIN = Action("explain", "X", "pencil", ask.ExplainCall, TOLD)
WORSEN = Action("worsen", "W", "trending-up", ask.WorsenCall, ("severity",))
REFUTE = Action("refute", "N", "rotate-ccw", ask.RefuteCall, ("why",))
REJECT = Action("reject", "J", "x", ask.RejectCall, ("why",))
REOPEN = Action("reopen", "O", "rotate-ccw", ask.ReopenCall, ("why",))
ALL = (
    ACKNOWLEDGE,
    ARRIVE,
    CONTAIN,
    RESOLVE,
    VERIFY,
    CLOSE,
    TAKE,
    GIVE,
    EXPLAIN,
    WORSEN,
    REFUTE,
    REJECT,
    REOPEN,
)
BY_ID = {action.id: action for action in ALL}
_LOOP = {
    ACKNOWLEDGE.id: Stage.ACKNOWLEDGED,
    ARRIVE.id: Stage.ON_SITE,
    CONTAIN.id: Stage.CONTAINED,
    RESOLVE.id: Stage.RESOLVED,
}
WORDS: dict[str, str] = {
    "acknowledge": QT_TRANSLATE_NOOP("calls", "Acknowledge"),
    "arrive": QT_TRANSLATE_NOOP("calls", "I am on site"),
    "contain": QT_TRANSLATE_NOOP("calls", "Contain…"),
    "resolve": QT_TRANSLATE_NOOP("calls", "Resolve…"),
    "verify": QT_TRANSLATE_NOOP("calls", "Verify"),
    "close": QT_TRANSLATE_NOOP("calls", "Close…"),
    "take": QT_TRANSLATE_NOOP("calls", "Take over"),
    "give": QT_TRANSLATE_NOOP("calls", "Give to…"),
    "explain": QT_TRANSLATE_NOOP("calls", "Explain…"),
    "worsen": QT_TRANSLATE_NOOP("calls", "It is worse…"),
    "refute": QT_TRANSLATE_NOOP("calls", "Does not hold…"),
    "reject": QT_TRANSLATE_NOOP("calls", "Reject…"),
    "reopen": QT_TRANSLATE_NOOP("calls", "Reopen…"),
}


def action_word(action: Action) -> str:
    """What the button says."""
    return QCoreApplication.translate("calls", WORDS[action.id])


def next_actions(call: Call, category: Category | None, who: str) -> tuple[Action, ...]:
    """The next steps of the loop, the nearest first. `who`: the person who is signed in, "" = nobody."""
    if not call.open:
        return (REOPEN,)
    if call.stage.rank >= Stage.RESOLVED.rank:
        return _ending(call, category, who)
    return tuple(action for action in ALL if action.id in _LOOP and _LOOP[action.id].rank > call.stage.rank)


def other_actions(call: Call, who: str) -> tuple[Action, ...]:
    """What else can be done with it."""
    if not call.open:
        return ()
    found = [GIVE] if call.owner in ("", who) else [TAKE, GIVE]
    if call.verified is None:
        found.append(EXPLAIN)
    if call.severity is not Severity.CRITICAL:
        found.append(WORSEN)
    found.append(REFUTE if call.resolved is not None else REJECT)
    return tuple(found)


def main_action(call: Call, category: Category | None, who: str) -> Action:
    """The one that a row of the board offers: to answer, then to end it."""
    steps = next_actions(call, category, who)
    return RESOLVE if steps[0] in (ARRIVE, CONTAIN) else steps[0]


def command_of(action: Action, call: Call, values: Values, answers: Answers = ()) -> Command:
    """The command that does it."""
    given = {field: values.get(field, "") for field in action.fields}
    if action is WORSEN:
        return ask.WorsenCall(call.id, call.place, Severity(given["severity"]))
    more = {"answers": answers} if action.explains else {}
    return action.command(call.id, call.place, **given, **more)  # type: ignore[call-arg]


def field_of(code: str, field: str) -> str:
    """The field of a form that a refusal is about: its code, and the field it names; "" = none in particular."""
    fields = {
        "call_cause_needed": "cause",
        "call_no_such_cause": "cause",
        "call_countermeasure_needed": "countermeasure",
        "call_reason_wanted": "why",
    }
    return fields.get(code, "why" if field == "reason" else field)


def _ending(call: Call, category: Category | None, who: str) -> tuple[Action, ...]:
    """Of a resolved call: verified first where that is wanted, then closed."""
    if call.verified is not None or category is None:
        return (CLOSE,)
    if wants_verifying(call, category):
        return (VERIFY,)
    return (CLOSE, VERIFY) if not own_work(call, category, who) else (CLOSE,)


__all__ = ["ALL", "BY_ID", "Action", "action_word", "command_of", "main_action", "next_actions"]
