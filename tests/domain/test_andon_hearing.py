"""What is heard becomes one call each, however often and by however many consoles it is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.andon import Call, CallStep, Category, Move, Severity, Source, Stage, call_id, wire_call_id
from console.domain.andon_hearing import clear, hear, raise_call, repeat, same_call
from console.domain.andon_moves import acknowledge, close, resolve
from console.domain.andon_parts import Moved
from console.domain.andon_refusals import AlreadyDone
from console.domain.people import NotActive
from tests.domain.calls import HELP, MACHINE, RAISED, call, later


def fault(seconds: float, about: str = "149", severity: Severity | None = None, at: datetime = RAISED) -> Moved:
    return raise_call(
        MACHINE,
        "L1/30",
        at + timedelta(seconds=seconds),
        "console",
        Source.RULE,
        severity=severity,
        text="TAILSTOCK BARRIER",
        code=about,
        about=about,
    )


def test_two_consoles_that_hear_one_fault_make_one_call_and_one_step() -> None:
    (one, step), (other, told) = fault(0), fault(0.3)
    assert (one.id, step.id) == (other.id, told.id)
    assert one.id == call_id("L1/30", "machine", "149", RAISED)
    assert fault(5)[0].id != one.id


def test_a_message_with_an_id_of_its_own_is_one_call_whenever_it_comes() -> None:
    first, _ = raise_call(MACHINE, "L1/30", later(0), "ann", Source.WIRE, id=wire_call_id("button-7/1"))
    again = raise_call(MACHINE, "L1/30", later(7200), "ann", Source.WIRE, id=wire_call_id("button-7/1"))
    closed, _ = close(first, MACHINE, later(60), "mia", "jam", "", "Cover fitted")
    with pytest.raises(AlreadyDone):
        hear([closed], MACHINE, again)


def test_the_text_of_a_call_is_one_line_that_fits_a_tile() -> None:
    made, _ = raise_call(HELP, "L1/30", RAISED, "ann", Source.PERSON, text=" Belt\n  torn " + "x" * 300)
    assert made.text.startswith("Belt torn xxx")
    assert len(made.text) == 200


def test_a_category_out_of_use_takes_no_calls_of_people_but_loses_none_of_a_rule() -> None:
    gone = replace(MACHINE, active=False)
    with pytest.raises(NotActive):
        raise_call(gone, "L1/30", RAISED, "ann", Source.PERSON)
    assert raise_call(gone, "L1/30", RAISED, "console", Source.RULE)[0].open


def test_a_fault_that_comes_again_is_one_call_with_a_count() -> None:
    made, _ = hear([], MACHINE, fault(0))
    for seconds in (240, 4090, 4130, 5750):
        made, steps = hear([made], MACHINE, fault(seconds))
        assert [step.move for step in steps] == [Move.REPEAT]
    assert (made.repeats, made.raised, made.repeated) == (4, RAISED, later(5750))


def test_what_both_consoles_heard_is_told_as_done_already() -> None:
    made, _ = hear([], MACHINE, fault(0))
    with pytest.raises(AlreadyDone):
        hear([made], MACHINE, fault(0.9))


def test_another_fault_of_the_same_machine_is_another_call() -> None:
    made, _ = hear([], MACHINE, fault(0))
    other, steps = hear([made], MACHINE, fault(10, about="1101"))
    assert other.id != made.id
    assert [step.move for step in steps] == [Move.RAISE]


def test_a_press_of_the_button_where_the_machine_has_called_is_the_same_call() -> None:
    made, _ = hear([], MACHINE, fault(0))
    pressed = raise_call(MACHINE, "L1/30", later(30), "ann", Source.PERSON)
    same, steps = hear([made], MACHINE, pressed)
    assert (same.id, same.about, steps[0].who) == (made.id, "149", "ann")


def test_a_machines_fault_after_a_press_of_the_button_gives_the_call_its_code() -> None:
    pressed = raise_call(MACHINE, "L1/30", later(0), "ann", Source.PERSON)[0]
    same, _ = hear([pressed], MACHINE, fault(30))
    assert (same.id, same.about, same.code, same.text) == (pressed.id, "149", "149", "TAILSTOCK BARRIER")
    other, _ = hear([same], MACHINE, fault(60, about="1101"))
    assert other.id != same.id


def test_another_place_and_another_category_are_other_calls() -> None:
    made = call()
    assert same_call([made], "L1/40", "machine", "149") is None
    assert same_call([made], "L1/30", "quality", "149") is None
    assert same_call([made], "L1/30", "machine", "149") == made


def test_what_is_worse_makes_the_call_worse_even_when_it_is_heard_at_once() -> None:
    made, _ = hear([], MACHINE, fault(0))
    worse, steps = hear([made], MACHINE, fault(0.5, severity=Severity.CRITICAL))
    assert (worse.severity, [step.move for step in steps]) == (Severity.CRITICAL, [Move.WORSEN])


def test_what_is_heard_again_after_it_was_resolved_refutes_the_countermeasure() -> None:
    made, _ = acknowledge(call(), MACHINE, later(60), "mia")
    made, _ = resolve(made, MACHINE, later(600), "mia", "jam", "", "Cover fitted")
    back, steps = hear([made], MACHINE, fault(900))
    assert [step.move for step in steps] == [Move.REPEAT, Move.REFUTE]
    assert (back.stage, back.countermeasure) == (Stage.ACKNOWLEDGED, "")


def test_what_another_console_heard_while_the_call_was_open_raises_no_second_one() -> None:
    made, _ = acknowledge(call(), MACHINE, later(60), "mia")
    closed, _ = close(made, MACHINE, later(600), "mia", "jam", "", "Cover fitted")
    for seconds in (-0.8, 0, 0.4, 300, 600):
        with pytest.raises(AlreadyDone):
            hear([closed], MACHINE, fault(seconds))
    fresh, _ = hear([closed], MACHINE, fault(601))
    assert fresh.id != closed.id


def test_two_consoles_that_hear_one_repeat_count_it_once() -> None:
    made, _ = repeat(call(), MACHINE, later(60), "console")
    with pytest.raises(AlreadyDone):
        repeat(made, MACHINE, later(60.4), "console")
    assert repeat(made, MACHINE, later(62), "console")[0].repeats == 2


def test_what_chattered_counts_as_often_as_it_came() -> None:
    made, step = repeat(call(), MACHINE, later(60), "console", 7)
    assert (made.repeats, step.times) == (7, 7)
    fresh, _ = hear([], MACHINE, fault(0), times=3)
    assert fresh.repeats == 2


def test_a_condition_that_ended_leaves_the_call_open_until_it_comes_again() -> None:
    ended, _ = clear(call(), MACHINE, later(20), "console")
    assert (ended.open, ended.cleared) == (True, later(20))
    with pytest.raises(AlreadyDone):
        clear(ended, MACHINE, later(21), "console")
    assert repeat(ended, MACHINE, later(60), "console")[0].cleared is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(2, 500), st.sampled_from(["149", "1101", ""]), st.sampled_from(Severity)), min_size=1
    ),
    st.floats(0, 0.9),
    st.randoms(use_true_random=False),
)
def test_a_second_console_that_hears_the_same_within_a_second_changes_nothing(heard, apart, random) -> None:  # type: ignore[no-untyped-def]
    """Whichever of the two is heard first, and whether or not somebody closes calls in between."""
    calls: dict[str, Call] = {}
    seconds = 0.0
    for passed, about, severity in heard:
        seconds += passed
        one = fault(seconds, about, severity)
        _put(calls, MACHINE, one)
        kept, (other, _) = dict(calls), fault(seconds + apart, about, severity)
        _put(calls, MACHINE, (other, one[1]))
        assert calls == kept
        if random.random() < 0.3:
            for made in [made for made in calls.values() if made.open and made.severity is Severity.MINOR]:
                calls[made.id] = close(made, MACHINE, later(seconds + 1.5), "mia", "jam", "", "Cover")[0]
    open_ = [made for made in calls.values() if made.open]
    assert len({made.about for made in open_}) == len(open_)


def _put(calls: dict[str, Call], category: Category, new: Moved) -> tuple[CallStep, ...]:
    try:
        made, steps = hear(calls.values(), category, new)
    except AlreadyDone:
        return ()
    calls[made.id] = made
    return steps
