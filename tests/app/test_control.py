"""Rules of control charts that are watched: what is broken is told once, after a restart too, and rights are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.control import Control
from console.app.trends import Trends
from console.domain.commands import Command
from console.domain.commands.control import AddControlChart, BeginPhase, ChangeControlChart, RemoveControlChart
from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase
from console.domain.control_events import ControlBroken, ControlCleared
from console.history.history import History
from tests.app.calling import T0, Works


class Watching(Works):
    """A console that keeps a history and watches its charts."""

    def begin(self) -> None:
        super().begin()
        console = self.console
        console.history = History(self.folder, spare=0)
        console.serve(console.history)
        console.history.start()
        console.history.listening(True, self.clock.at)
        console.trends = Trends(console.mailbox, console.history)
        console.serve(console.trends)
        self.told: list[tuple[str, int, float]] = []
        self.facts: list[dict[str, object]] = []
        console.on(ControlBroken, self._broken)
        console.on(ControlCleared, lambda event: self.told.append(("cleared", event.rule, event.at.timestamp() - T0)))
        self.control = Control(console)
        self.control.every = self.control.settle = 0.0
        console.control = self.control
        console.serve(self.control)
        self.control.start()
        self.until(lambda: self.control.known)

    def _broken(self, event: ControlBroken) -> None:
        self.told.append(("broken", event.rule, event.at.timestamp() - T0))
        self.facts.append({fact.code: fact.value for fact in event.facts})

    def read(self, *values: float) -> None:
        """Temperatures of station 10, a second apart; then everything is judged."""
        for value in values:
            self.clock.at += 1
            self.say(temperature=value)
        self.judged()

    def judged(self) -> None:
        """Wait until every chart has seen all that was heard."""
        self.console.tick()
        assert self.console.history is not None
        assert self.console.history.flush()
        for watched in self.control._watched.values():
            watched.dirty = 0.0
        self.until(lambda: all(one.dirty is None and not one.asked for one in self.control._watched.values()))

    def ask(self, command: Command, who: str = "console") -> Any:
        """What came of a command."""
        box: list[Any] = []
        self.console.office.do(command, box.append, box.append, who=who)
        self.until(lambda: box)
        self.until(lambda: not self.control._stale and not self.control._asking)
        return box[0]


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Watching]:
    made = Watching(tmp_path)
    yield made
    made.console.close()


def at(seconds: float) -> datetime:
    return datetime.fromtimestamp(T0 + seconds, UTC)


FIXED = Phase(at(-1), center=20.0, sigma=1.0)
CHART = ControlChart("c1", "Heat", ChartKind.I_MR, "L1/10/temperature", "L1/10", rules=(1, 2), phases=(FIXED,))
CALM = (20.5, 19.5) * 6


def test_a_run_of_violations_is_told_once_and_cleared_once(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    works.read(*CALM)
    assert works.told == []
    assert works.control.stands("c1").word == "in"
    works.read(23.5)
    works.read(23.6, 23.7)
    assert works.told == [("broken", 1, 13.0)]
    stands = works.control.stands("c1")
    assert (stands.word, stands.broken) == ("broken", ((1, at(13)),))
    assert works.facts == [
        {
            "rule": 1.0,
            "side": "mean",
            "value": 23.5,
            "mean": 20.0,
            "sigma": 1.0,
            "limit": 23.0,
            "n": 1.0,
            "name": "Heat",
        }
    ]
    works.read(22.0)
    assert works.told[1:] == [("cleared", 1, 16.0)]
    works.read(*[20.1] * 5)
    assert works.told[2:] == [("broken", 2, 21.0)], "the ninth above the center, those beyond the limit too"


def test_a_jump_that_only_the_moving_range_shows_is_told_as_such(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    works.read(*CALM[:4])
    works.read(22.5, 18.5, 20.0)
    assert works.told == [("broken", 1, 6.0), ("cleared", 1, 7.0)]
    assert (works.facts[0]["side"], works.facts[0]["value"]) == ("spread", 4.0)


def test_what_lasts_is_known_again_after_a_restart(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    works.read(*CALM, 23.1, 20.0, 23.4, 23.5)
    before = works.told[-1]
    works.console.close()
    works.begin()
    works.read(23.6)
    assert works.told == [before] == [("broken", 1, 15.0)], "what was over is not told again"
    works.read(20.0)
    assert works.told[1:] == [("cleared", 1, 18.0)]


def test_limits_are_learnt_and_kept_in_the_chart(works: Watching) -> None:
    works.ask(AddControlChart(replace(CHART, phases=())))
    works.read(*(20.5, 19.5) * 30)
    assert works.control.stands("c1") == replace(works.control.stands("c1"), word="learning", points=60)
    works.read(*(20.5, 19.5) * 21)
    works.until(lambda: works.control.charts[0].value.phases[0].settled)
    phase = works.control.charts[0].value.phases[0]
    assert (phase.center, phase.points) == (20.0, 100)
    assert phase.sigma == pytest.approx(1 / 1.128)
    works.judged()
    assert works.control.stands("c1").word == "in"


def test_a_new_phase_begins_with_limits_of_its_own(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    works.read(*CALM, 25.0)
    refused = works.ask(BeginPhase("c1", "L1/10", Phase(at(13), center=25.0, sigma=1.0)))
    assert refused.code == "control_phase_reason"
    late = works.ask(BeginPhase("c1", "L1/10", Phase(at(99), reason="New electrode")))
    assert late.code == "control_phase_order"
    works.ask(BeginPhase("c1", "L1/10", Phase(at(13), center=25.0, sigma=1.0, reason="New electrode")))
    works.read(25.5, 24.5)
    assert works.told == [("broken", 1, 13.0), ("cleared", 1, 13.0)]
    assert works.control.stands("c1").word == "in"


def test_the_share_out_of_control_is_points_by_points(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    works.read(*CALM, 20.0, 22.0, 23.5, 23.5, 22.0, 21.0, 20.0, 20.0)
    box: list[Any] = []
    assert works.console.trends is not None
    works.console.trends.ask(works.control.out_of_control("c1", T0, T0 + 100), box.append)
    works.console.trends.ask(works.control.out_of_control("none", T0, T0 + 100), box.append)
    works.until(lambda: len(box) == 2)
    assert box == [2 / 20, None]


def test_a_chart_that_is_off_or_gone_is_watched_no_more(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    works.read(*CALM, 25.0)
    kept = works.control.chart("c1")
    assert kept is not None
    works.ask(ChangeControlChart(replace(kept.value, active=False), kept.version))
    assert works.told == [("broken", 1, 13.0), ("cleared", 1, 13.0)]
    assert works.control.stands("c1").word == "off"
    assert works.ask(BeginPhase("c1", "L1/10", Phase(at(13), reason="x"))).code == "control_off"
    works.ask(RemoveControlChart("c1", "L1/10"))
    assert works.control.charts == ()


def test_a_chart_is_changed_only_where_it_lies(works: Watching) -> None:
    works.ask(AddControlChart(CHART))
    moved = works.ask(ChangeControlChart(replace(CHART, place="L1/20", signal="L1/20/temperature")))
    assert moved.code == "missing"
    assert works.ask(RemoveControlChart("c1", "L1/20")).code == "missing"
    works.staff()
    assert works.ask(AddControlChart(replace(CHART, id="c2")), who="quinn").changes[0].id == "c2"
    assert works.ask(AddControlChart(replace(CHART, id="c3")), who="mo").code == "not_allowed"


def test_a_change_of_what_a_point_is_learns_anew_and_keeps_fixed_limits(works: Watching) -> None:
    learnt = replace(FIXED, points=100)
    works.ask(AddControlChart(replace(CHART, phases=(learnt,))))
    kept = works.control.chart("c1")
    assert kept is not None
    works.ask(ChangeControlChart(replace(kept.value, name="Heat 2"), kept.version))
    assert works.control.charts[0].value.phases == (learnt,)
    works.ask(ChangeControlChart(replace(CHART, grouping=Grouping.TIME, size=60.0)))
    assert works.control.charts[0].value.phases == (replace(learnt, center=None, sigma=None, points=0),)


REFUSED = {
    "control_ranges_need_count": {"kind": ChartKind.XBAR_R, "grouping": Grouping.TIME, "size": 60.0},
    "control_size": {"kind": ChartKind.XBAR_R, "grouping": Grouping.COUNT, "size": 26.0},
    "control_grouping": {"kind": ChartKind.XBAR_S},
    "control_pieces_unknown": {"kind": ChartKind.P, "signal": "L1/10/scrap", "grouping": Grouping.TIME, "size": 60.0},
    "control_rule": {"kind": ChartKind.C, "rules": (1, 5)},
    "control_specs": {"lower": 3.0, "upper": 3.0},
    "control_specs_not_for_counts": {"kind": ChartKind.C, "lower": 1.0},
    "control_sigma": {"phases": (replace(FIXED, sigma=0.0),)},
    "control_not_of_place": {"signal": "L1/20/temperature"},
    "control_phase_order": {"phases": (FIXED, FIXED)},
}


def test_what_can_be_no_chart_is_refused(works: Watching) -> None:
    for code, more in REFUSED.items():
        refusal = works.ask(AddControlChart(replace(CHART, **more)))
        assert getattr(refusal, "code", "kept") == code, more
    assert works.ask(AddControlChart(replace(CHART, phases=(Phase(at(0) + timedelta(days=900)),)))).code == (
        "control_phase_order"
    )
