"""Rules of ids."""

from __future__ import annotations

import re
import threading
import time
import uuid

import pytest

from console.domain import ids
from console.domain.ids import derived_id, new_id


def test_a_new_id_is_a_uuid_of_version_7_that_tells_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    after = time.time_ns() // 1_000_000
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert before <= made.int >> 80 <= after


def test_an_id_is_written_in_36_characters() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", new_id())


def test_new_ids_sort_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_new_ids_go_on_sorting_after_the_clock_was_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    hour_ago = time.time_ns() - 3600 * 10**9
    monkeypatch.setattr(ids.time, "time_ns", lambda: hour_ago)
    later = [new_id() for _ in range(5000)]
    assert [first, *later] == sorted([first, *later])


def test_threads_never_make_the_same_id() -> None:
    made: list[list[str]] = [[] for _ in range(4)]
    threads = [threading.Thread(target=lambda mine=mine: mine.extend(new_id() for _ in range(5000))) for mine in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id for mine in made for id in mine}) == 20_000
    assert all(mine == sorted(mine) for mine in made)


def test_what_two_consoles_derive_from_the_same_thing_is_the_same_id() -> None:
    assert derived_id("L1/30", "工位", 3) == derived_id("L1/30", "工位", 3)
    assert uuid.UUID(derived_id("a")).version == 5
    assert derived_id("a", "b") == str(uuid.uuid5(uuid.UUID("6f6b2d9e-7a55-5d0b-9c1f-0b6a5f2d4c11"), "a\x1fb"))


def test_parts_do_not_run_into_each_other() -> None:
    assert derived_id("ab", "c") != derived_id("a", "bc")
