"""Long work that cannot be stopped in the middle does not hold up the end of the program."""

from __future__ import annotations

import threading
import time

from console.app.longwork import GoOn, LongWork
from console.app.mailbox import Mailbox
from console.domain.backups import Doing


def test_a_step_that_takes_long_does_not_hold_up_the_end() -> None:
    step, begun = threading.Event(), threading.Event()

    def job(go_on: GoOn) -> None:
        begun.set()
        step.wait(30)
        go_on(0.5)

    work = LongWork("backups", Mailbox(), lambda doing, share: None, lambda: None, 5.0)
    work.begin(Doing.BACKUP, job)
    assert begun.wait(5)

    began = time.monotonic()
    assert not work.close()
    assert time.monotonic() - began < 4.0

    step.set()
    assert work.close(), "it is stopped at the next step"
