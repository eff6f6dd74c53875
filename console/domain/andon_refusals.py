"""Why a call cannot be moved so: refusals with the facts that a person needs to do it rightly."""

from __future__ import annotations

from console.domain.errors import Refusal


class AlreadyDone(Refusal):
    """It was done before, here or at another console: nothing is lost. facts: call, move, who, at."""

    code = "call_already_done"


class CallClosed(Refusal):
    """The call is closed; it can only be reopened. facts: call, move, who, at."""

    code = "call_closed"


class StillOpen(Refusal):
    """Only a closed call can be reopened. facts: call."""

    code = "call_still_open"


class PastStage(Refusal):
    """The call is further than that already. facts: call, move, stage."""

    code = "call_past_stage"


class NotResolved(Refusal):
    """Nothing was resolved yet that could be verified or refuted. facts: call, stage."""

    code = "call_not_resolved"


class NotVerified(Refusal):
    """From this severity on it is closed only after somebody has verified it. facts: call, severity, from_severity."""

    code = "call_not_verified"


class OwnWork(Refusal):
    """From this severity on nobody verifies what they resolved themselves. facts: call, who, from_severity."""

    code = "call_own_work"


class CauseNeeded(Refusal):
    """The category wants the cause told first. facts: call, category, listed (whether one of a list is wanted)."""

    code = "call_cause_needed"


class NoSuchCause(Refusal):
    """The category has no cause with this id. facts: category, cause."""

    code = "call_no_such_cause"


class CountermeasureNeeded(Refusal):
    """The category wants a countermeasure told first. facts: call, category."""

    code = "call_countermeasure_needed"


class NoSuchAsk(Refusal):
    """The category has no ask with this id. facts: category, ask."""

    code = "call_no_such_ask"


class AnswerUnfit(Refusal):
    """This is no answer to the ask. facts: category, ask (its id), name, kind (of the ask), most (characters)."""

    code = "call_answer_unfit"


class AnswerNeeded(Refusal):
    """The category wants this answered first. facts: call, category, ask (its id), name."""

    code = "call_answer_needed"


class ReasonWanted(Refusal):
    """Who does this says why. facts: call, move."""

    code = "call_reason_wanted"


class PersonNeeded(Refusal):
    """Only a person can do this, never the console in its own name. facts: call, move."""

    code = "call_person_needed"


class Answered(Refusal):
    """Nobody more need be told: the call has got far enough. facts: call, level, stage."""

    code = "call_answered"


class NoSuchRung(Refusal):
    """The category's ladder has no such rung. facts: category, level, most."""

    code = "call_no_such_rung"


class CategoryUnfit(Refusal):
    """The category contradicts itself. facts: category, field."""

    code = "category_unfit"


class CauseNamed(Refusal):
    """Calls name this cause: it stays on the category's list. facts: category, field, cause, name."""

    code = "call_cause_named"
