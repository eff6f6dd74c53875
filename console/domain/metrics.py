"""The metric dictionary: what every number on the screens means and by which version of which rule it is computed."""

from __future__ import annotations

from dataclasses import dataclass

NAKAJIMA = "S. Nakajima, Introduction to TPM, Productivity Press 1988"
ISO_22400 = "ISO 22400-2:2014"
ROSER = "C. Roser, M. Nakano, M. Tanaka, Winter Simulation Conference 2001 and 2002"
ROTHER = "M. Rother, J. Shook, Learning to See, Lean Enterprise Institute 1999"
ISA_18_2 = "ANSI/ISA-18.2-2016"
IEC = "IEC 62682:2022"
EEMUA = "EEMUA 191; ANSI/ISA-18.2-2016"
OWN = "Gemba Console"

PRODUCTION = "production"  # owners: the function of a plant that answers for the number and may have it changed
QUALITY = "quality"
LOGISTICS = "logistics"
AUTOMATION = "automation"


@dataclass(frozen=True, slots=True)
class Metric:
    """One number: its code in programs and help, formula, where the formula comes from, unit, owner and version."""

    code: str
    formula: str
    source: str
    unit: str  # "1" is a share of one, shown as per cent
    owner: str
    version: int = 1  # goes up whenever the formula changes, so that old and new figures are not compared


_ALL = (
    Metric(
        "oee", "availability x performance x quality = ideal cycle x good / planned time", NAKAJIMA, "1", PRODUCTION
    ),
    Metric(
        "claimed_oee", "the OEE that the machine or its system publishes, as received", "the publisher", "1", AUTOMATION
    ),
    Metric(
        "availability",
        "(planned time - stops - starved - blocked - changeover - no data) / planned time",
        f"{ISO_22400}, availability",
        "1",
        PRODUCTION,
    ),
    Metric(
        "performance",
        "ideal cycle x total / (running time + micro-stops)",
        f"{ISO_22400}, effectiveness; {NAKAJIMA}",
        "1",
        PRODUCTION,
    ),
    Metric("quality", "good / total", f"{ISO_22400}, quality ratio", "1", QUALITY),
    Metric(
        "planned_time",
        "shift - breaks - planned stops - not planned + breaks in which the station ran",
        f"{NAKAJIMA}, loading time",
        "s",
        PRODUCTION,
    ),
    Metric(
        "loss_minutes",
        "planned minutes in one loss; good time + quality + speed + micro-stops + stops + starved + blocked"
        " + changeover + no data = planned time",
        f"{NAKAJIMA}, six big losses",
        "min",
        PRODUCTION,
    ),
    Metric(
        "stops",
        "uninterrupted stops in planned time as long as the line's micro-stop limit or longer",
        OWN,
        "count",
        PRODUCTION,
    ),
    Metric(
        "micro_stops", "planned minutes in stops shorter than the line's micro-stop limit", NAKAJIMA, "min", PRODUCTION
    ),
    Metric(
        "good", "good pieces counted since the shift or order began", f"{ISO_22400}, good quantity", "pc", PRODUCTION
    ),
    Metric(
        "scrap", "scrapped pieces counted since the shift or order began", f"{ISO_22400}, scrap quantity", "pc", QUALITY
    ),
    Metric(
        "rework", "pieces sent back for rework since the shift began", f"{ISO_22400}, rework quantity", "pc", QUALITY
    ),
    Metric(
        "first_pass",
        "quality checks passed / quality checks, repeats of one check counted once",
        f"{ISO_22400}, first pass yield",
        "1",
        QUALITY,
    ),
    Metric("target", "pieces ordered, from the order's signal or the plant file", OWN, "pc", LOGISTICS),
    Metric(
        "plan_vs_actual",
        "good - planned seconds since the order began / takt (at most the target)",
        OWN,
        "pc",
        PRODUCTION,
    ),
    Metric(
        "forecast_finish",
        "now + (target - good) / rate in planned time; rate = half the last 30 planned minutes, half since the start",
        OWN,
        "time",
        LOGISTICS,
    ),
    Metric(
        "takt", "available planned time / pieces the customer wants in it, from the plant file", ROTHER, "s", LOGISTICS
    ),
    Metric(
        "cycle_time", "seconds from one good piece to the next, or as the machine measured it", ROTHER, "s", PRODUCTION
    ),
    Metric("cycle_vs_takt", "cycle time / takt; within 5 % is on takt", ROTHER, "1", PRODUCTION),
    Metric(
        "bottleneck",
        "station that is longest active without interruption for the largest share of the shift; blocked above and"
        " starved below it as cross-check",
        ROSER,
        "station",
        PRODUCTION,
    ),
    Metric(
        "wip",
        "pieces out of the station before - pieces done here (good and scrap), less the smallest difference ever seen",
        OWN,
        "pc",
        LOGISTICS,
    ),
    Metric("state_since", "time since the station's state last changed", OWN, "s", PRODUCTION),
    Metric("message_age", "now - receive time of the last message of the source", OWN, "s", AUTOMATION),
    Metric("msg_rate", "messages received in the last seconds / these seconds", OWN, "1/s", AUTOMATION),
    Metric(
        "clock_skew",
        "median of the least delayed (receive time - sender's time) of recent live messages",
        OWN,
        "s",
        AUTOMATION,
    ),
    Metric(
        "time_to_acknowledge",
        "time from raised, reopened or taken off the shelf to acknowledged, by the clock on the wall",
        OWN,
        "s",
        PRODUCTION,
    ),
    Metric(
        "time_to_arrive",
        "time from raised, reopened or taken off the shelf to somebody on site, by the clock on the wall",
        OWN,
        "s",
        PRODUCTION,
    ),
    Metric(
        "time_to_resolve",
        "time from raised, reopened or taken off the shelf to resolved, by the clock on the wall",
        OWN,
        "s",
        PRODUCTION,
    ),
    Metric(
        "time_to_close",
        "time from raised, reopened or taken off the shelf to closed, by the clock on the wall",
        OWN,
        "s",
        PRODUCTION,
    ),
    Metric(
        "inside_target",
        "calls that kept the target of their category / calls that did or are late already; no rejected calls",
        OWN,
        "1",
        PRODUCTION,
    ),
    Metric(
        "bad_actors",
        "times one thing was heard at one place, repeats counted; no rejected calls",
        IEC,
        "count",
        PRODUCTION,
    ),
    Metric(
        "alarm_rate",
        "calls raised and heard again / whole ten minutes; a flood begins with more than 10, ends with fewer than 5",
        EEMUA,
        "count",
        PRODUCTION,
    ),
    Metric(
        "chattering",
        "what was heard three times or more within one minute",
        ISA_18_2,
        "count",
        AUTOMATION,
    ),
    Metric(
        "standing",
        "alarms whose condition has lasted for more than 24 hours",
        EEMUA,
        "count",
        PRODUCTION,
    ),
    Metric(
        "stale_calls",
        "open calls on which nothing has happened for more than 24 hours",
        ISA_18_2,
        "count",
        PRODUCTION,
    ),
    Metric(
        "time_in_hands",
        "open time of calls, told apart by the role that was told or had it, and by waiting, working and checking",
        OWN,
        "s",
        PRODUCTION,
    ),
    Metric("total", "good pieces + scrapped pieces", f"{ISO_22400}, produced quantity", "pc", PRODUCTION),
    Metric(
        "scrap_share", "scrapped pieces / (good pieces + scrapped pieces)", f"{ISO_22400}, scrap ratio", "1", QUALITY
    ),
    Metric(
        "run_time",
        "time in state running, breaks worked through included",
        f"{ISO_22400}, actual production time",
        "s",
        PRODUCTION,
    ),
    Metric("stop_time", "time that stops lasted, each counted where it began", OWN, "s", PRODUCTION),
    Metric(
        "mttr",
        "time that stops lasted / number of stops",
        f"{ISO_22400}, mean operating time between failures, mean time to repair; of all stops",
        "s",
        PRODUCTION,
    ),
    Metric(
        "mtbf",
        "running time / number of stops",
        f"{ISO_22400}, mean operating time between failures, mean time to repair; of all stops",
        "s",
        PRODUCTION,
    ),
    Metric("calls", "calls raised, repeats of an open call counted once; no rejected calls", OWN, "count", PRODUCTION),
    Metric(
        "orders_done",
        "orders finished with something made, each counted where it was finished; merged ones are part of another",
        OWN,
        "count",
        PRODUCTION,
    ),
    Metric("late_orders", "completed orders that were finished after their due time", OWN, "count", PRODUCTION),
    Metric(
        "order_lead_time",
        "median time from made to finished of completed orders",
        "R. Hyndman, Y. Fan, The American Statistician 50, 1996, definition 7",
        "s",
        PRODUCTION,
    ),
    Metric(
        "warnings_before_stop",
        "warnings after which a stop began at their place within the rule's horizon (1 h if it has none) / warnings"
        " whose horizon is over or that are decided",
        OWN,
        "1",
        PRODUCTION,
    ),
    Metric(
        "false_warnings",
        "warnings judged false, or with no stop in the horizon, no call (or a rejected one) and not judged right /"
        " warnings whose horizon is over or that are decided",
        OWN,
        "1",
        PRODUCTION,
    ),
    Metric(
        "warning_lead",
        "median time from a warning to the stop that followed it within the horizon",
        OWN,
        "s",
        PRODUCTION,
    ),
    Metric(
        "stops_warned",
        "stops before which there was a warning at their place within its horizon / stops",
        OWN,
        "1",
        PRODUCTION,
    ),
    Metric(
        "out_of_control",
        "points of a control chart that break one of its rules / its points",
        "NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2; L. S. Nelson, J. Quality Technology 16, 1984",
        "1",
        QUALITY,
    ),
    Metric(
        "out_of_control_time",
        "time in which a control chart of the place broke one of its rules / time watched",
        OWN,
        "1",
        QUALITY,
    ),
)

METRICS: dict[str, Metric] = {metric.code: metric for metric in _ALL}
