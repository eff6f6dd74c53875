"""Why an action cannot be moved so: refusals with the facts that a person needs to do it rightly."""

from __future__ import annotations

from console.domain.errors import Refusal


class ActionAlready(Refusal):
    """It was done before, here or at another console: nothing is lost. facts: action, move, who, at."""

    code = "action_already_done"


class ActionEnded(Refusal):
    """It has ended; it can only be reopened. facts: action, move, who, at."""

    code = "action_ended"


class ActionOpen(Refusal):
    """Only what has ended can be reopened. facts: action."""

    code = "action_still_open"


class ActionPast(Refusal):
    """It is further than that already. facts: action, move, stage."""

    code = "action_past_stage"


class ActionNotDone(Refusal):
    """Nothing was done yet that could be verified or refuted. facts: action, stage."""

    code = "action_not_done"


class ActionNotVerified(Refusal):
    """Whether it holds is said of what was verified. facts: action, stage."""

    code = "action_not_verified"


class ActionTooEarly(Refusal):
    """Whether it holds can only be said when its days are over. facts: action, until."""

    code = "action_effect_early"


class ActionOwnWork(Refusal):
    """Its source is severe: nobody verifies what they did themselves. facts: action, who."""

    code = "action_own_work"


class ActionReason(Refusal):
    """Who does this says why. facts: action, move, field."""

    code = "action_reason_wanted"


class OutcomeNeeded(Refusal):
    """Who has done it says what was done. facts: action, field."""

    code = "action_outcome_needed"


class ActionPerson(Refusal):
    """Only a person can do this, never the console in its own name. facts: action, move."""

    code = "action_person_needed"


class ActionUnfit(Refusal):
    """An action cannot be so. facts: field."""

    code = "action_unfit"


class ReminderOver(Refusal):
    """Nobody need be reminded of that any more. facts: action, level."""

    code = "action_reminder_over"
