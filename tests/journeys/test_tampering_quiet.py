"""Promise 8, the other half: whatever is done through the console, however it ends, nothing is called an alteration."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.errors import Refusal
from console.domain.tampering import Tampered
from console.records.anchor import Anchor, load
from console.records.verify import Report, Verifier
from tests.journeys.guarded_life import one_command
from tests.paths import ROOT
from tests.records.plants import Site

LONGEST = 0.8  # seconds before a kill


def whole(site: Site, anchor: Anchor) -> Report:
    """A verification of everything."""
    return Verifier(site.local.reading, anchor, datetime.now(UTC), lambda share: True, slice=20).whole()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 2**32), st.lists(st.sampled_from(["give", "give", "give", "look", "whole", "restart"]), max_size=40)
)
def test_any_commands_and_any_looks_between_them_raise_no_alarm(seed: int, steps: list[str]) -> None:
    dice, known = random.Random(seed), list[str]()
    with TemporaryDirectory() as folder:
        site = Site(Path(folder), "a")
        anchor = Anchor()
        for step in steps:
            if step == "give":
                for _ in range(dice.randrange(1, 30)):
                    try:
                        site.do(one_command(dice, known))
                    except Refusal:
                        continue
            elif step == "restart":
                site.restart()
            elif step == "look":
                report = Verifier(site.local.reading, anchor, datetime.now(UTC), lambda share: True, 20).new_lines()
                assert report is not None
                assert report.findings == []
                anchor = report.anchor
            else:
                report = whole(site, anchor)
                assert report.findings == []
                anchor = report.anchor
        assert whole(site, anchor).findings == []
        site.close()


def test_verifying_while_commands_are_written_raises_no_alarm(tmp_path: Path) -> None:
    site, stop, dice, known = Site(tmp_path, "a"), threading.Event(), random.Random(1), list[str]()
    reports: list[Report] = []

    def verify() -> None:
        anchor = Anchor()
        while not stop.is_set():
            reports.append(whole(site, anchor))
            anchor = reports[-1].anchor

    thread = threading.Thread(target=verify)
    thread.start()
    until = time.monotonic() + 3
    while time.monotonic() < until:
        try:
            site.do(one_command(dice, known))
        except Refusal:
            continue
    stop.set()
    thread.join()
    assert [one for report in reports for one in report.findings] == []
    assert len({report.lines for report in reports}) > 3
    print(f"verified {len(reports)} times while {reports[-1].lines} lines were written")
    site.close()


def live_and_die(folder: Path, kills: int) -> list[str]:
    """What a console said that was killed again and again while it worked and verified."""
    dice, said = random.Random(7), list[str]()
    for seed in range(kills):
        command = [sys.executable, "-m", "tests.journeys.guarded_life", str(folder), str(seed)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "born\n"
        if seed % 2:  # until it has verified something: the first look may be at an empty file
            said.append(child.stdout.readline().strip())
            while said[-1].startswith("verified 0 "):
                said.append(child.stdout.readline().strip())
        time.sleep(dice.random() * LONGEST)
        child.kill()
        said += [line for line in child.stdout.read().splitlines() if line]
        child.wait(10)
        child.stdout.close()
    return said


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no kill -9")
@pytest.mark.parametrize("kills", [5, pytest.param(100, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
def test_a_console_killed_while_it_verifies_raises_no_alarm_afterwards(tmp_path: Path, kills: int) -> None:
    told = [line.split() for line in live_and_die(tmp_path, kills)]
    assert told
    assert {(words[2], *words[3:]) for words in told} == {("0",)}, "findings or trouble"
    anchor = load(tmp_path)
    assert anchor.seq > 0
    for end in ("", "-wal", "-shm"):
        beside = tmp_path / f"records.db{end}"
        if beside.exists():
            beside.rename(tmp_path / f"a.db{end}")
    site = Site(tmp_path, "a")
    report = whole(site, anchor)
    assert report.findings == []
    assert site.local.ask(lambda desk: desk.find(Tampered)) == []
    print(f"{kills} kills, {len(told)} verifications in between, {report.lines} lines and {report.rows} rows at last")
    site.close()
