"""Names and formulas of the metric dictionary in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.metrics import METRICS

NAMES = {
    "oee": QT_TRANSLATE_NOOP("metrics", "OEE"),
    "claimed_oee": QT_TRANSLATE_NOOP("metrics", "OEE by the machine"),
    "availability": QT_TRANSLATE_NOOP("metrics", "Availability"),
    "performance": QT_TRANSLATE_NOOP("metrics", "Performance"),
    "quality": QT_TRANSLATE_NOOP("metrics", "Quality"),
    "planned_time": QT_TRANSLATE_NOOP("metrics", "Planned time"),
    "loss_minutes": QT_TRANSLATE_NOOP("metrics", "Lost minutes"),
    "stops": QT_TRANSLATE_NOOP("metrics", "Stops"),
    "micro_stops": QT_TRANSLATE_NOOP("metrics", "Micro-stops"),
    "good": QT_TRANSLATE_NOOP("metrics", "Good"),
    "scrap": QT_TRANSLATE_NOOP("metrics", "Scrap"),
    "rework": QT_TRANSLATE_NOOP("metrics", "Rework"),
    "first_pass": QT_TRANSLATE_NOOP("metrics", "First pass"),
    "target": QT_TRANSLATE_NOOP("metrics", "Target"),
    "plan_vs_actual": QT_TRANSLATE_NOOP("metrics", "Against plan"),
    "forecast_finish": QT_TRANSLATE_NOOP("metrics", "Forecast finish"),
    "takt": QT_TRANSLATE_NOOP("metrics", "Takt"),
    "cycle_time": QT_TRANSLATE_NOOP("metrics", "Cycle time"),
    "cycle_vs_takt": QT_TRANSLATE_NOOP("metrics", "Cycle against takt"),
    "bottleneck": QT_TRANSLATE_NOOP("metrics", "Bottleneck"),
    "wip": QT_TRANSLATE_NOOP("metrics", "Waiting before"),
    "state_since": QT_TRANSLATE_NOOP("metrics", "In this state"),
    "message_age": QT_TRANSLATE_NOOP("metrics", "Message age"),
    "msg_rate": QT_TRANSLATE_NOOP("metrics", "Message rate"),
    "clock_skew": QT_TRANSLATE_NOOP("metrics", "Clock skew"),
    "time_to_acknowledge": QT_TRANSLATE_NOOP("metrics", "Time to acknowledge"),
    "time_to_arrive": QT_TRANSLATE_NOOP("metrics", "Time to arrive"),
    "time_to_resolve": QT_TRANSLATE_NOOP("metrics", "Time to resolve"),
    "time_to_close": QT_TRANSLATE_NOOP("metrics", "Time to close"),
    "inside_target": QT_TRANSLATE_NOOP("metrics", "Inside target"),
    "bad_actors": QT_TRANSLATE_NOOP("metrics", "Heard most often"),
    "alarm_rate": QT_TRANSLATE_NOOP("metrics", "Alarms in ten minutes"),
    "chattering": QT_TRANSLATE_NOOP("metrics", "Chattering"),
    "standing": QT_TRANSLATE_NOOP("metrics", "Standing"),
    "stale_calls": QT_TRANSLATE_NOOP("metrics", "Stale calls"),
    "time_in_hands": QT_TRANSLATE_NOOP("metrics", "Time in hands"),
    "total": QT_TRANSLATE_NOOP("metrics", "All pieces"),
    "scrap_share": QT_TRANSLATE_NOOP("metrics", "Scrap share"),
    "run_time": QT_TRANSLATE_NOOP("metrics", "Running time"),
    "stop_time": QT_TRANSLATE_NOOP("metrics", "Stop time"),
    "mttr": QT_TRANSLATE_NOOP("metrics", "Time to repair"),
    "mtbf": QT_TRANSLATE_NOOP("metrics", "Time between stops"),
    "calls": QT_TRANSLATE_NOOP("metrics", "Calls"),
    "orders_done": QT_TRANSLATE_NOOP("metrics", "Completed orders"),
    "late_orders": QT_TRANSLATE_NOOP("metrics", "Late orders"),
    "order_lead_time": QT_TRANSLATE_NOOP("metrics", "Lead time of orders"),
    "warnings_before_stop": QT_TRANSLATE_NOOP("metrics", "Warnings before a stop"),
    "false_warnings": QT_TRANSLATE_NOOP("metrics", "False warnings"),
    "warning_lead": QT_TRANSLATE_NOOP("metrics", "Warning before the stop"),
    "stops_warned": QT_TRANSLATE_NOOP("metrics", "Stops with a warning"),
    "out_of_control": QT_TRANSLATE_NOOP("metrics", "Out of control"),
    "out_of_control_time": QT_TRANSLATE_NOOP("metrics", "Time out of control"),
}

# The formulas of console/domain/metrics.py once more, so that the translators see them; a test keeps them the same.
FORMULAS = {
    "oee": QT_TRANSLATE_NOOP("metrics", "availability x performance x quality = ideal cycle x good / planned time"),
    "claimed_oee": QT_TRANSLATE_NOOP("metrics", "the OEE that the machine or its system publishes, as received"),
    "availability": QT_TRANSLATE_NOOP(
        "metrics",
        "(planned time - stops - starved - blocked - changeover - no data) / planned time",
    ),
    "performance": QT_TRANSLATE_NOOP("metrics", "ideal cycle x total / (running time + micro-stops)"),
    "quality": QT_TRANSLATE_NOOP("metrics", "good / total"),
    "planned_time": QT_TRANSLATE_NOOP(
        "metrics",
        "shift - breaks - planned stops - not planned + breaks in which the station ran",
    ),
    "loss_minutes": QT_TRANSLATE_NOOP(
        "metrics",
        "planned minutes in one loss; good time + quality + speed + micro-stops + stops + starved + "
        "blocked + changeover + no data = planned time",
    ),
    "stops": QT_TRANSLATE_NOOP(
        "metrics",
        "uninterrupted stops in planned time as long as the line's micro-stop limit or longer",
    ),
    "micro_stops": QT_TRANSLATE_NOOP("metrics", "planned minutes in stops shorter than the line's micro-stop limit"),
    "good": QT_TRANSLATE_NOOP("metrics", "good pieces counted since the shift or order began"),
    "scrap": QT_TRANSLATE_NOOP("metrics", "scrapped pieces counted since the shift or order began"),
    "rework": QT_TRANSLATE_NOOP("metrics", "pieces sent back for rework since the shift began"),
    "first_pass": QT_TRANSLATE_NOOP(
        "metrics",
        "quality checks passed / quality checks, repeats of one check counted once",
    ),
    "target": QT_TRANSLATE_NOOP("metrics", "pieces ordered, from the order's signal or the plant file"),
    "plan_vs_actual": QT_TRANSLATE_NOOP(
        "metrics",
        "good - planned seconds since the order began / takt (at most the target)",
    ),
    "forecast_finish": QT_TRANSLATE_NOOP(
        "metrics",
        "now + (target - good) / rate in planned time; rate = half the last 30 planned minutes, half since the start",
    ),
    "takt": QT_TRANSLATE_NOOP(
        "metrics",
        "available planned time / pieces the customer wants in it, from the plant file",
    ),
    "cycle_time": QT_TRANSLATE_NOOP(
        "metrics",
        "seconds from one good piece to the next, or as the machine measured it",
    ),
    "cycle_vs_takt": QT_TRANSLATE_NOOP("metrics", "cycle time / takt; within 5 % is on takt"),
    "bottleneck": QT_TRANSLATE_NOOP(
        "metrics",
        "station that is longest active without interruption for the largest share of the shift; blocked"
        " above and starved below it as cross-check",
    ),
    "wip": QT_TRANSLATE_NOOP(
        "metrics",
        "pieces out of the station before - pieces done here (good and scrap), less the smallest difference ever seen",
    ),
    "state_since": QT_TRANSLATE_NOOP("metrics", "time since the station's state last changed"),
    "message_age": QT_TRANSLATE_NOOP("metrics", "now - receive time of the last message of the source"),
    "msg_rate": QT_TRANSLATE_NOOP("metrics", "messages received in the last seconds / these seconds"),
    "clock_skew": QT_TRANSLATE_NOOP(
        "metrics",
        "median of the least delayed (receive time - sender's time) of recent live messages",
    ),
    "time_to_acknowledge": QT_TRANSLATE_NOOP(
        "metrics",
        "time from raised, reopened or taken off the shelf to acknowledged, by the clock on the wall",
    ),
    "time_to_arrive": QT_TRANSLATE_NOOP(
        "metrics",
        "time from raised, reopened or taken off the shelf to somebody on site, by the clock on the wall",
    ),
    "time_to_resolve": QT_TRANSLATE_NOOP(
        "metrics",
        "time from raised, reopened or taken off the shelf to resolved, by the clock on the wall",
    ),
    "time_to_close": QT_TRANSLATE_NOOP(
        "metrics",
        "time from raised, reopened or taken off the shelf to closed, by the clock on the wall",
    ),
    "inside_target": QT_TRANSLATE_NOOP(
        "metrics",
        "calls that kept the target of their category / calls that did or are late already; no rejected calls",
    ),
    "bad_actors": QT_TRANSLATE_NOOP(
        "metrics",
        "times one thing was heard at one place, repeats counted; no rejected calls",
    ),
    "alarm_rate": QT_TRANSLATE_NOOP(
        "metrics",
        "calls raised and heard again / whole ten minutes; a flood begins with more than 10, ends with fewer than 5",
    ),
    "chattering": QT_TRANSLATE_NOOP(
        "metrics",
        "what was heard three times or more within one minute",
    ),
    "standing": QT_TRANSLATE_NOOP(
        "metrics",
        "alarms whose condition has lasted for more than 24 hours",
    ),
    "stale_calls": QT_TRANSLATE_NOOP(
        "metrics",
        "open calls on which nothing has happened for more than 24 hours",
    ),
    "time_in_hands": QT_TRANSLATE_NOOP(
        "metrics",
        "open time of calls, told apart by the role that was told or had it, and by waiting, working and checking",
    ),
    "total": QT_TRANSLATE_NOOP("metrics", "good pieces + scrapped pieces"),
    "scrap_share": QT_TRANSLATE_NOOP("metrics", "scrapped pieces / (good pieces + scrapped pieces)"),
    "run_time": QT_TRANSLATE_NOOP("metrics", "time in state running, breaks worked through included"),
    "stop_time": QT_TRANSLATE_NOOP("metrics", "time that stops lasted, each counted where it began"),
    "mttr": QT_TRANSLATE_NOOP("metrics", "time that stops lasted / number of stops"),
    "mtbf": QT_TRANSLATE_NOOP("metrics", "running time / number of stops"),
    "calls": QT_TRANSLATE_NOOP("metrics", "calls raised, repeats of an open call counted once; no rejected calls"),
    "orders_done": QT_TRANSLATE_NOOP(
        "metrics",
        "orders finished with something made, each counted where it was finished; merged ones are part of another",
    ),
    "late_orders": QT_TRANSLATE_NOOP("metrics", "completed orders that were finished after their due time"),
    "order_lead_time": QT_TRANSLATE_NOOP("metrics", "median time from made to finished of completed orders"),
    "warnings_before_stop": QT_TRANSLATE_NOOP(
        "metrics",
        "warnings after which a stop began at their place within the rule's horizon (1 h if it has "
        "none) / warnings whose horizon is over or that are decided",
    ),
    "false_warnings": QT_TRANSLATE_NOOP(
        "metrics",
        "warnings judged false, or with no stop in the horizon, no call (or a rejected one) and not "
        "judged right / warnings whose horizon is over or that are decided",
    ),
    "warning_lead": QT_TRANSLATE_NOOP(
        "metrics", "median time from a warning to the stop that followed it within the horizon"
    ),
    "stops_warned": QT_TRANSLATE_NOOP(
        "metrics", "stops before which there was a warning at their place within its horizon / stops"
    ),
    "out_of_control": QT_TRANSLATE_NOOP(
        "metrics", "points of a control chart that break one of its rules / its points"
    ),
    "out_of_control_time": QT_TRANSLATE_NOOP(
        "metrics", "time in which a control chart of the place broke one of its rules / time watched"
    ),
}
_OWNERS = {
    "production": QT_TRANSLATE_NOOP("metrics", "Production"),
    "quality": QT_TRANSLATE_NOOP("metrics", "Quality assurance"),
    "logistics": QT_TRANSLATE_NOOP("metrics", "Logistics"),
    "automation": QT_TRANSLATE_NOOP("metrics", "Automation"),
}
_UNITS = {
    "1": QT_TRANSLATE_NOOP("metrics", "share of one, shown as per cent"),
    "s": QT_TRANSLATE_NOOP("metrics", "seconds"),
    "min": QT_TRANSLATE_NOOP("metrics", "minutes"),
    "pc": QT_TRANSLATE_NOOP("metrics", "pieces"),
    "count": QT_TRANSLATE_NOOP("metrics", "how often"),
    "time": QT_TRANSLATE_NOOP("metrics", "time of day"),
    "station": QT_TRANSLATE_NOOP("metrics", "a station"),
    "1/s": QT_TRANSLATE_NOOP("metrics", "messages a second"),
}


def metric_name(code: str) -> str:
    """What people call a metric; the code itself for one that has no name yet."""
    return _said(NAMES.get(code, code))


def formula_words(code: str) -> str:
    """The formula of a metric. KeyError for a code that is not in the dictionary."""
    return _said(METRICS[code].formula)


def owner_words(owner: str) -> str:
    """The function of the plant that answers for a metric."""
    return _said(_OWNERS.get(owner, owner))


def unit_words(unit: str) -> str:
    """What a metric is counted in."""
    return _said(_UNITS.get(unit, unit))


def _said(words: object) -> str:
    return QCoreApplication.translate("metrics", str(words))
