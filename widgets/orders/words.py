"""What people read when something cannot be done with a card or a work order."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFUSED = {
    "move_not_in_flow": QT_TRANSLATE_NOOP("refusals", "No card goes this way. The columns that light up take it."),
    "move_not_for_role": QT_TRANSLATE_NOOP(
        "refusals", "Another role makes this move. Ask somebody who has it, or press F8 to switch user."
    ),
    "column_full": QT_TRANSLATE_NOOP(
        "refusals",
        "This column holds no more than {limit} cards. Finish one first, or go over the limit with a reason.",
    ),
    "card_blocked": QT_TRANSLATE_NOOP("refusals", "It is blocked: {reason}. Lift that first."),
    "card_not_blocked": QT_TRANSLATE_NOOP("refusals", "It is not blocked any more."),
    "cards_in_order": QT_TRANSLATE_NOOP(
        "refusals", "The cards of a column are in the order of their days here. Give it another day instead."
    ),
    "move_needs_reason": QT_TRANSLATE_NOOP("refusals", "This move wants a reason. Write one."),
    "column_unfit": QT_TRANSLATE_NOOP("refusals", "The limit of a column is 0 (none) to 999 cards."),
    "product_unfit": QT_TRANSLATE_NOOP("refusals", "The product cannot be so. Look at the field that is marked."),
    "parts_in_circle": QT_TRANSLATE_NOOP(
        "refusals", "{product} would be part of itself. Take it out of its own parts."
    ),
    "mapping_unfit": QT_TRANSLATE_NOOP(
        "refusals", "Say in which columns number, product and quantity stand, and only columns that the file has."
    ),
    "too_many_rows": QT_TRANSLATE_NOOP("refusals", "This has more than {most} rows. Split it into smaller files."),
    "order_unfit": QT_TRANSLATE_NOOP("refusals", "The order cannot be so. Look at the field that is marked."),
    "order_number_taken": QT_TRANSLATE_NOOP("refusals", "There is an order {number} already. Choose another number."),
    "order_over": QT_TRANSLATE_NOOP("refusals", "The order has ended. Take it up again first."),
    "order_no_line": QT_TRANSLATE_NOOP("refusals", "The order has no line yet. Choose one first."),
    "order_line_busy": QT_TRANSLATE_NOOP("refusals", "Order {other} runs on this line. Hold or finish it first."),
    "order_split_unfit": QT_TRANSLATE_NOOP(
        "refusals", "Both parts need pieces that are not made yet; {left} are left. Choose fewer."
    ),
    "orders_not_alike": QT_TRANSLATE_NOOP(
        "refusals", "Only orders of one product are merged, and only into one of them what has not begun."
    ),
    "nothing_changed": QT_TRANSLATE_NOOP("refusals", "Somebody else has taken note of the change meanwhile."),
    "confirmation_unfit": QT_TRANSLATE_NOOP(
        "refusals", "These pieces cannot be confirmed. Reasons may not name more pieces than are scrapped and reworked."
    ),
    "confirmation_gone": QT_TRANSLATE_NOOP("refusals", "This was taken back already."),
    "short_needs_reason": QT_TRANSLATE_NOOP(
        "refusals", "{good} of {quantity} pieces are confirmed. Say why the order is closed short, or confirm the rest."
    ),
    "order_step_passed": QT_TRANSLATE_NOOP("refusals", "The order was handed on there already."),
    "nothing_lacking": QT_TRANSLATE_NOOP(
        "refusals", "Everybody who was named has the skill. Assign them without going over anything."
    ),
    "move_over": QT_TRANSLATE_NOOP(
        "refusals", "Only your own last move is taken back, within five minutes and while nothing else has happened."
    ),
    "changeover_unfit": QT_TRANSLATE_NOOP("refusals", "A changeover takes 0 seconds to a week."),
}
