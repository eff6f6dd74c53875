"""Why something cannot be done with a work order."""

from __future__ import annotations

from console.domain.errors import Refusal


class OrderUnfit(Refusal):
    """An order cannot be so. facts: order, field."""

    code = "order_unfit"


class OrderNumberTaken(Refusal):
    """Another order has this number. facts: number."""

    code = "order_number_taken"


class OrderOver(Refusal):
    """It has ended. facts: order, ended."""

    code = "order_over"


class OrderNoLine(Refusal):
    """It is released to a line; it has none yet. facts: order."""

    code = "order_no_line"


class OrderLineBusy(Refusal):
    """Another order runs on the line. facts: order, line, other."""

    code = "order_line_busy"


class OrderSplitUnfit(Refusal):
    """Both parts need at least one piece that is not made yet. facts: order, left."""

    code = "order_split_unfit"


class OrdersNotAlike(Refusal):
    """Only orders of one product that have not begun are merged. facts: order, other, field."""

    code = "orders_not_alike"


class NothingChanged(Refusal):
    """There is no change that the line has not seen. facts: order."""

    code = "nothing_changed"


class ConfirmationUnfit(Refusal):
    """Pieces cannot be confirmed so. facts: order, field."""

    code = "confirmation_unfit"


class ConfirmationGone(Refusal):
    """It was taken back already. facts: confirmation, who, at."""

    code = "confirmation_gone"


class ShortNeedsReason(Refusal):
    """Fewer pieces are confirmed than were ordered: closing it so wants a reason. facts: order, good, quantity."""

    code = "short_needs_reason"


class OrderStepPassed(Refusal):
    """It was handed on there already. facts: order, step, who, at."""

    code = "order_step_passed"


class MoveOver(Refusal):
    """The last move was another's, is too long ago, or something else happened since. facts: card."""

    code = "move_over"
