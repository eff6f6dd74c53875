"""Why a control chart cannot be as it was asked for."""

from __future__ import annotations

from console.domain.errors import Refusal


class ChartNotOfPlace(Refusal):
    """The signal does not belong to the place. facts: signal, place."""

    code = "control_not_of_place"


class RangesNeedCount(Refusal):
    """Ranges can only be compared between groups of one size, so X-bar and R counts readings. facts: kind."""

    code = "control_ranges_need_count"


class SizeOutside(Refusal):
    """A group cannot be of that size. facts: size, least, most."""

    code = "control_size"


class GroupingNotForKind(Refusal):
    """Readings cannot be grouped so for this kind of chart. facts: kind, grouping."""

    code = "control_grouping"


class PiecesUnknown(Refusal):
    """A share needs to know of how many pieces: a counter, or the size of a sample. facts: kind."""

    code = "control_pieces_unknown"


class RuleNotForKind(Refusal):
    """There is no such rule, or not for this kind of chart. facts: rule, kind."""

    code = "control_rule"


class SpecsOutOfOrder(Refusal):
    """The lower specification limit is not below the upper one, or the target is outside. facts: lower, upper."""

    code = "control_specs"


class SpecsNotForCounts(Refusal):
    """Counts have no specification limits. facts: kind."""

    code = "control_specs_not_for_counts"


class PhaseOutOfOrder(Refusal):
    """A phase begins after the one before it and not in the future, and learns from a time with some length.

    facts: since."""

    code = "control_phase_order"


class PhaseNeedsReason(Refusal):
    """New limits are wanted for a reason. facts: chart."""

    code = "control_phase_reason"


class SigmaNeeded(Refusal):
    """Fixed limits of measured values need a center and a sigma above zero. facts: sigma."""

    code = "control_sigma"


class ChartOff(Refusal):
    """The chart is switched off. facts: chart."""

    code = "control_off"
