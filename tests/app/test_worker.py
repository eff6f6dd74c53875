"""Rules of the worker."""

from __future__ import annotations

import threading
from collections.abc import Callable

from console.app.worker import Worker


def test_jobs_are_done_in_order_on_one_thread() -> None:
    worker, done = Worker("test"), []
    for number in range(1000):
        worker.hand(lambda number=number: done.append((number, threading.current_thread().name, worker.here())))
    assert worker.close()
    assert done == [(number, "test", True) for number in range(1000)]
    assert not worker.here()


def test_a_job_that_fails_is_logged_and_the_next_is_done(expected_log: Callable[..., None]) -> None:
    expected_log("A job of the worker failed.*ZeroDivisionError")
    worker, done = Worker("test"), []
    worker.hand(lambda: done.append(1 // 0))
    worker.hand(lambda: done.append("next"))
    assert worker.close()
    assert done == ["next"]


def test_what_waits_is_done_before_the_end() -> None:
    worker, go, done = Worker("test"), threading.Event(), []
    worker.hand(lambda: done.append(go.wait(5)))
    worker.hand(lambda: done.append("last"))
    assert worker.waiting >= 1
    threading.Timer(0.05, go.set).start()
    assert worker.close()
    assert done == [True, "last"]


def test_a_job_that_does_not_end_does_not_keep_the_console_from_ending() -> None:
    worker, go = Worker("test"), threading.Event()
    worker.hand(lambda: go.wait(5) and None)
    assert not worker.close(timeout=0.05)
    go.set()


def test_a_job_may_hand_over_another() -> None:
    worker, done, ended = Worker("test"), [], threading.Event()
    worker.hand(lambda: worker.hand(lambda: (done.append("inner"), ended.set())))
    assert ended.wait(5)
    worker.close()
    assert done == ["inner"]
