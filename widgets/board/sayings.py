"""What the board says in whole sentences, for tooltips and for people who listen instead of look."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.domain.bottleneck import Rule
from console.domain.floor import LineLive, StationLive
from console.domain.stations import StationState
from widgets import words
from widgets.board.card import line_title, plan_words
from widgets.plain import plain

translate = QCoreApplication.translate


def station_sentence(live: StationLive, line: LineLive, now: float, call: str = "") -> str:
    """Everything a tile shows, as lines of text; `call`: what its open call says."""
    said = [f"{plain(line.line.name)} · {plain(live.station.name)}"]
    since = words.elapsed(now - live.since) if live.since else "–"
    said.append(translate("board", "{0} for {1}").format(words.state_word(live.state), since))
    if call:
        said.append(translate("board", "Call: {0}").format(call))
    if live.state is StationState.NO_DATA:
        said.append(words.no_data_sentence(live.no_data))
    if live.reason:
        said.append(translate("board", "Reason: {0}").format(plain(live.reason)))
    if live.alarm:
        said.append(translate("board", "Alarm: {0}").format(plain(live.alarm)))
    said.append(translate("board", "{0} good, {1} scrap this shift").format(live.good, live.scrap))
    target = line.line.takt or live.station.ideal_cycle
    if live.cycle_mean is not None:
        cycle = f"{live.cycle_mean:.1f} s"
        if target:
            said.append(translate("board", "Cycle {0}, target {1}").format(cycle, f"{target:.1f} s"))
        else:
            said.append(translate("board", "Cycle {0}").format(cycle))
    if live.wip is not None:
        said.append(translate("board", "{0} pieces wait before this station").format(live.wip))
    if live.bottleneck:
        said.append(bottleneck_sentence(line))
    return "\n".join(said)


def warned_sentence() -> str:
    """What the quiet mark of a tile means."""
    return translate("board", "Something here is warned of early: see Early warnings")


def bottleneck_sentence(line: LineLive) -> str:
    """Why this station was named the bottleneck: the rule, and the minutes behind it."""
    facts = line.bottleneck_facts
    share = translate("board", "Bottleneck: for {0} % of the shift it worked longest without waiting.")
    said = [share.format(f"{facts.get('share', 0.0) * 100:.0f}")]
    before, after = facts.get("upstream_blocked_minutes"), facts.get("downstream_starved_minutes")
    if before is not None:
        said.append(translate("board", "The station before it was blocked for {0} min.").format(f"{before:.0f}"))
    if after is not None:
        said.append(translate("board", "The station after it was starved for {0} min.").format(f"{after:.0f}"))
    said.append(_verdict(line.bottleneck_rule))
    return "\n".join(text for text in said if text)


def _verdict(rule: str) -> str:
    match rule:
        case Rule.CONFIRMED:
            return translate("board", "Blocking and starving point to it too.")
        case Rule.DISPUTED:
            return translate("board", "Blocking and starving point to another station: look at both.")
        case Rule.ARROWS:
            return translate("board", "Others worked as long; blocking and starving point to this one.")
    return translate("board", "Blocking and starving point nowhere clearly.")


def line_sentence(live: LineLive, zone: ZoneInfo) -> str:
    """What a line's header and ring show, as lines of text."""
    said = [plain(line_title(live))]
    if live.order:
        said.append(translate("board", "Order {0} {1}").format(plain(live.order), plain(live.product)))
    account = live.account
    if account and account.oee is not None:
        said.append(
            translate("board", "OEE {0} % this shift, measured at the pace station").format(round(account.oee * 100))
        )
    if live.claimed_oee is not None:
        said.append(translate("board", "The line itself reports OEE {0} %").format(round(live.claimed_oee * 100)))
    plan, _, finish = plan_words(live, zone)
    said.extend(text for text in (plan, finish) if text)
    return "\n".join(said)
