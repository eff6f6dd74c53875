"""Rules of the mailbox."""

from __future__ import annotations

import threading

import pytest

from console.app.mailbox import Mailbox


def test_errands_are_run_in_order_by_whoever_empties_the_box() -> None:
    box, done = Mailbox(), []
    thread = threading.Thread(target=lambda: [box.call(lambda n=n: done.append(n)) for n in range(100)])
    thread.start()
    thread.join()
    assert done == []
    box.run_errands()
    assert done == list(range(100))


def test_who_can_be_woken_is_woken_after_the_errand_is_there() -> None:
    box, seen = Mailbox(), []
    box.wake = lambda: seen.append(len(box._errands))
    box.call(lambda: None)
    assert seen == [1]


def test_an_errand_that_makes_another_does_not_hold_the_beat() -> None:
    box, done = Mailbox(), []

    def again() -> None:
        done.append(1)
        box.call(again)

    box.call(again)
    box.run_errands()
    assert len(done) == 1
    box.run_errands()
    assert len(done) == 2


def test_an_errand_that_fails_leaves_the_rest_in_the_box() -> None:
    box, done = Mailbox(), []
    box.call(lambda: done.append(1 // 0))
    box.call(lambda: done.append("next"))
    with pytest.raises(ZeroDivisionError):
        box.run_errands()
    box.run_errands()
    assert done == ["next"]
