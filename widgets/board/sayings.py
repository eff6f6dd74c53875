"""What the board says in whole sentences, for tooltips and for people who listen instead of look."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.domain.floor import LineLive, StationLive
from console.domain.stations import StationState
from widgets import words
from widgets.board.card import line_title, plan_words
from widgets.plain import plain

translate = QCoreApplication.translate


def station_sentence(live: StationLive, line: LineLive, now: float) -> str:
    """Everything a tile shows, as lines of text."""
    said = [f"{plain(line.line.name)} · {plain(live.station.name)}"]
    since = words.elapsed(now - live.since) if live.since else "–"
    said.append(translate("board", "{0} for {1}").format(words.state_word(live.state), since))
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


def bottleneck_sentence(line: LineLive) -> str:
    """Why this station was named the bottleneck."""
    minutes = line.bottleneck_facts.get("active_minutes", 0.0)
    share = line.bottleneck_facts.get("share", 0.0) * 100
    return translate(
        "board", "Bottleneck: longest active without waiting ({0} min now, {1} % of the shift the longest)"
    ).format(f"{minutes:.0f}", f"{share:.0f}")


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
