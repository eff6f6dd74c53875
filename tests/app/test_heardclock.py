"""The clock of a replay: never ahead of what was taken in, never back, whatever the speed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.app.heardclock import LAG, HeardClock


class Recording:
    """The time that the replay has reached."""

    def __init__(self, at: float = 1000.0) -> None:
        self.at = at

    def now(self) -> float:
        return self.at


def test_it_begins_where_the_recording_begins() -> None:
    assert HeardClock(Recording().now, 1.0).now() == 1000.0


def test_as_fast_as_possible_it_shows_what_was_heard_last_and_nothing_else() -> None:
    recording = Recording()
    clock = HeardClock(recording.now, 0.0)
    recording.at = 9000.0
    assert clock.now() == 1000.0
    clock.follow(1500.0, True)
    assert clock.now() == 1500.0


def test_between_messages_time_goes_on_behind_the_recording_by_what_may_be_on_its_way() -> None:
    recording = Recording()
    clock = HeardClock(recording.now, 10.0)
    recording.at = 1100.0
    assert clock.now() == 1100.0 - 10 * LAG


def test_it_waits_while_messages_wait_in_the_mailbox() -> None:
    recording = Recording()
    clock = HeardClock(recording.now, 1.0)
    clock.follow(1010.0, True)
    recording.at = 5000.0
    assert clock.now() == 1010.0
    clock.follow(None, False)
    assert clock.now() == 5000.0 - LAG


steps = st.lists(st.tuples(st.floats(0, 100), st.one_of(st.none(), st.floats(0, 100)), st.booleans()), max_size=40)


@given(steps, st.sampled_from([0.0, 0.5, 1.0, 60.0, 1e6]))
def test_it_never_runs_backwards_and_never_ahead_of_the_recording(
    steps: list[tuple[float, float | None, bool]], speed: float
) -> None:
    recording = Recording()
    clock = HeardClock(recording.now, speed)
    last = clock.now()
    for forward, behind, pending in steps:
        recording.at += forward
        clock.follow(None if behind is None else recording.at - behind, pending)
        assert last <= clock.now() <= recording.at
        last = clock.now()
