"""Rules of the horn: states in, sounds out."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.andon import Severity
from console.domain.horn import GATHER, LINGERS, MANNERS, SOUNDS, Horn, OpenCall, Tone

N, M, J, C = Severity.NOTICE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL
A, B, D = (OpenCall(id, M, place=f"L1/{id}", line="L1", category="Machine") for id in "abd")


class Bench:
    """A horn with its clock: tells what it hears, and what is heard."""

    def __init__(self) -> None:
        self.horn, self.at = Horn(), 1000.0

    def open(self, *calls: OpenCall) -> list[str]:
        """These are open now; the ids of what sounds at once."""
        self.horn = self.horn.hear(calls)
        return self.step()

    def after(self, seconds: float) -> list[str]:
        """So much later."""
        self.at += seconds
        return self.step()

    def silence(self, minutes: float = 0.0) -> None:
        self.horn = self.horn.silence(self.at, minutes)

    def step(self) -> list[str]:
        self.horn, self.said = self.horn.step(self.at)
        return [call.call for call in self.said.calls] if self.said is not None else []

    @property
    def tone(self) -> Tone:
        return self.horn.standing(self.at).tone


def worse(call: OpenCall, severity: Severity) -> OpenCall:
    return replace(call, severity=severity)


def answered(call: OpenCall) -> OpenCall:
    return replace(call, answered=True)


@pytest.mark.parametrize(
    ("severity", "sounds_at"),
    [
        (N, [0]),
        (M, [0]),
        (J, [0, 60, 120]),
        (C, [0, 20, 40, 60, 80, 100, 120]),
    ],
)
def test_a_call_sounds_at_once_and_as_often_again_as_it_is_severe(severity: Severity, sounds_at: list[int]) -> None:
    bench = Bench()
    heard = [0] if bench.open(worse(A, severity)) else []
    heard += [second for second in range(1, 131) if bench.after(1)]
    assert heard == sounds_at


@pytest.mark.parametrize(
    ("states", "sounds"),
    [
        ([(A,), (A,)], ["a", ""]),  # nothing new
        ([(A,), (worse(A, J),)], ["a", "a"]),  # worse
        ([(worse(A, J),), (A,)], ["a", ""]),  # less bad than thought
        ([(A,), (answered(A),), (answered(A),)], ["a", "", ""]),
        ([(A,), (), (A,)], ["a", "", "a"]),  # closed, and there again
        ([(answered(A),), (replace(A, reopened=1),)], ["", "a"]),
        ([(answered(A),), (answered(worse(A, C)),)], ["", "a"]),  # who answered wants to know that it is worse
        ([(A, answered(B)), (A, B)], ["a", ""]),
        ([(A,), (A, B), (A, B, D)], ["a", "b", "d"]),
        ([(A, B, D)], ["abd"]),  # a burst is one sound
        ([(A, worse(B, C), worse(D, J))], ["bda"]),  # the worst first
    ],
)
def test_a_row_of_states_is_a_row_of_sounds(states: list[tuple[OpenCall, ...]], sounds: list[str]) -> None:
    bench = Bench()
    heard = []
    for state in states:
        heard.append("".join(bench.open(*state)))
        bench.at += 5
    assert heard == sounds


def test_what_comes_right_after_a_sound_is_gathered_into_one() -> None:
    bench = Bench()
    assert bench.open(A) == ["a"]
    bench.at += GATHER / 2
    assert bench.open(A, B) == []
    assert bench.open(A, B, D) == []
    assert sorted(bench.after(GATHER / 2)) == ["b", "d"]


def test_what_is_worse_waits_for_nothing() -> None:
    bench = Bench()
    bench.open(A)
    assert bench.open(A, worse(B, J)) == ["b"]
    assert bench.open(A, worse(B, J), worse(D, C)) == ["d"]


def test_calls_that_repeat_do_so_together() -> None:
    bench = Bench()
    bench.open(worse(A, C))
    bench.at += 15
    bench.open(worse(A, C), worse(B, C))
    assert sorted(bench.after(5)) == ["a", "b"]
    assert bench.after(15) == []
    assert sorted(bench.after(5)) == ["a", "b"]
    assert bench.said is not None
    assert bench.said.again


def test_a_new_call_is_announced_alone_while_others_repeat() -> None:
    bench = Bench()
    bench.open(worse(A, C))
    bench.at += 10
    assert bench.open(worse(A, C), worse(B, C)) == ["b"]


def test_open_calls_sound_once_after_a_restart_and_those_that_repeat_go_on() -> None:
    bench = Bench()
    assert bench.open(worse(A, C), B, answered(D)) == ["a", "b"]
    assert bench.after(20) == ["a"]


def test_a_restart_with_answered_calls_only_is_quiet() -> None:
    bench = Bench()
    assert bench.open(answered(worse(A, C))) == []
    assert bench.after(100) == []
    assert bench.tone is Tone.QUIET


def test_silence_lasts_until_something_is_new() -> None:
    bench = Bench()
    bench.open(worse(A, C), worse(B, J))
    bench.silence()
    assert bench.tone is Tone.SILENCED
    assert bench.after(1000) == []
    assert bench.open(worse(A, C), worse(B, J), D) == ["d"]
    assert bench.tone is Tone.SOUNDING
    assert bench.after(LINGERS) == []
    assert bench.tone is Tone.SILENCED


@pytest.mark.parametrize("change", [worse(B, C), replace(worse(B, J), reopened=1)])
def test_a_silenced_call_that_is_worse_or_open_again_sounds(change: OpenCall) -> None:
    bench = Bench()
    bench.open(worse(A, C), worse(B, J))
    bench.silence()
    bench.at += 5
    assert bench.open(worse(A, C), change) == ["b"]
    assert bench.after(60)[:1] == ["b"]


def test_a_silence_for_minutes_ends_and_what_still_waits_sounds_again() -> None:
    bench = Bench()
    bench.open(worse(A, C), worse(B, J))
    bench.silence(10)
    assert bench.horn.standing(bench.at).until == bench.at + 600
    assert bench.after(599) == []
    assert bench.horn.due == bench.at + 1
    assert bench.after(1) == ["a", "b"]
    assert bench.tone is Tone.SOUNDING


def test_an_acknowledged_call_is_quiet_after_its_silence_too() -> None:
    bench = Bench()
    bench.open(worse(A, C))
    bench.silence(10)
    bench.open(answered(worse(A, C)))
    assert bench.tone is Tone.QUIET
    assert bench.after(3600) == []


def test_acknowledging_before_the_sound_takes_it_back() -> None:
    bench = Bench()
    bench.open(A)
    bench.open(A, B)
    assert bench.open(A, answered(B)) == []
    assert bench.after(10) == []


def test_a_call_that_sounded_once_lingers_and_then_only_waits() -> None:
    bench = Bench()
    bench.open(A)
    assert bench.tone is Tone.SOUNDING
    bench.after(LINGERS)
    standing = bench.horn.standing(bench.at)
    assert (standing.tone, standing.calls) == (Tone.WAITING, 1)


def test_nothing_is_due_while_nothing_is_open() -> None:
    assert Horn().due == inf
    assert Horn().step(1e9)[1] is None


def test_the_sound_is_that_of_the_category_else_of_the_severity() -> None:
    bench = Bench()
    bench.open(replace(worse(A, C), sound="bell"))
    assert bench.said is not None
    assert (bench.said.sound, bench.said.times) == ("bell", MANNERS[C].times)
    bench.open(replace(worse(B, C), sound="no such sound"))
    bench.after(GATHER)
    assert bench.said is not None
    assert bench.said.sound == MANNERS[C].sound


def test_every_severity_has_a_shipped_sound_of_its_own() -> None:
    named = [MANNERS[severity].sound for severity in Severity]
    assert len(set(named)) == len(named)
    assert set(named) <= set(SOUNDS)


CALLS = st.builds(
    OpenCall,
    st.sampled_from("abcdef"),
    st.sampled_from(list(Severity)),
    st.booleans(),
    st.integers(0, 2),
)
STATES = st.lists(CALLS, unique_by=lambda call: call.call, max_size=6)
ROWS = st.lists(st.tuples(STATES, st.sampled_from([GATHER, 1.0, 7.0, 61.0])), max_size=12)


@given(ROWS, st.floats(0, 60))
def test_silence_never_changes_a_call(rows: list[tuple[list[OpenCall], float]], minutes: float) -> None:
    horn, at = Horn(), 0.0
    for calls, passed in rows:
        horn, _ = horn.hear(calls).step(at)
        silent = horn.silence(at, minutes)
        assert [ring.call for ring in silent.rings] == calls
        assert silent.step(at)[1] is None
        horn, at = silent, at + passed


@given(ROWS, st.booleans())
def test_every_call_that_is_new_worse_or_open_again_sounds_within_one_step(
    rows: list[tuple[list[OpenCall], float]], silenced: bool
) -> None:
    horn, at = Horn(), 0.0
    before: dict[str, OpenCall] = {}
    for calls, passed in rows:
        horn, said = horn.hear(calls).step(at)
        heard = {call.call for call in said.calls} if said is not None else set()
        for call in calls:
            was = before.get(call.call)
            news = not call.answered if was is None else call.reopened > was.reopened
            if news or (was is not None and call.severity.rank > was.severity.rank):
                assert call.call in heard
        before = {call.call: call for call in calls}
        horn, at = horn.silence(at) if silenced else horn, at + passed


@given(ROWS)
def test_whenever_something_sounds_the_horn_had_said_that_it_is_due(rows: list[tuple[list[OpenCall], float]]) -> None:
    horn, at = Horn(), 0.0
    for calls, passed in rows:
        horn = horn.hear(calls)
        due = horn.due
        horn, said = horn.step(at)
        assert said is None or due <= at
        at += passed
