"""What people read when a control chart cannot be as they asked for; by code, for widgets.refusals."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFUSED: dict[str, str] = {
    "control_not_of_place": QT_TRANSLATE_NOOP(
        "refusals", "The signal {signal} is not measured at {place}. Choose the signal again."
    ),
    "control_ranges_need_count": QT_TRANSLATE_NOOP(
        "refusals",
        "Ranges can only be compared between groups of one size. Group so many readings, or choose X-bar and S.",
    ),
    "control_size": QT_TRANSLATE_NOOP("refusals", "A group of this chart has {least} to {most}. Give a whole number."),
    "control_grouping": QT_TRANSLATE_NOOP(
        "refusals", "This kind of chart cannot be grouped so. Choose another grouping or another kind."
    ),
    "control_pieces_unknown": QT_TRANSLATE_NOOP(
        "refusals", "A share needs to know of how many pieces. Choose the counter of the pieces."
    ),
    "control_rule": QT_TRANSLATE_NOOP(
        "refusals", "Rule {rule} does not hold for this kind of chart. Charts of counts know rules 1 to 4."
    ),
    "control_specs": QT_TRANSLATE_NOOP(
        "refusals", "The lower specification limit must lie below the upper one, and the target between them."
    ),
    "control_specs_not_for_counts": QT_TRANSLATE_NOOP(
        "refusals", "A chart of counts has no specification limits. Leave them empty."
    ),
    "control_phase_order": QT_TRANSLATE_NOOP(
        "refusals",
        "A phase begins after the one before it and not in the future, and learns from a time that has some length.",
    ),
    "control_phase_reason": QT_TRANSLATE_NOOP(
        "refusals", "Say why new limits are wanted: whoever looks at the chart later has only these words."
    ),
    "control_sigma": QT_TRANSLATE_NOOP("refusals", "Fixed limits need a center and a sigma above zero."),
    "control_off": QT_TRANSLATE_NOOP("refusals", "The chart is switched off. Switch it on first."),
}
