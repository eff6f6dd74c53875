"""The MSI for group policy on Windows: it is installed for everybody, listed, upgraded by itself, and removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console import __version__
from tests.windows.conftest import DIST
from tests.windows.machine import Ended, Machine

LISTED = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
HANDED = r"HKLM\Software\Gemba Console"
RUN = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Run"
ANSWERS = ("LANGUAGE=zh_CN", "BROKER=mq.plant.example:8883", "WALL=1")


class Policy:
    """What group policy does with an MSI."""

    def __init__(self, machine: Machine, msi: Path) -> None:
        self.machine, self.msi = machine, msi
        self.folder = machine.path(r"C:\Program Files") / "Gemba Console"
        self.cli = self.folder / "gemba-console-cli.exe"

    def install(self, *answers: str) -> Ended:
        """Install silently; what it makes can run on this machine afterwards."""
        ended = self.machine.run("msiexec", "/i", self.msi, "/qn", *answers, seconds=400)
        self.machine.fit(self.folder / "_internal")
        return ended

    def remove(self) -> Ended:
        """Remove silently."""
        return self.machine.run("msiexec", "/x", self.msi, "/qn", seconds=300)

    def listed(self) -> dict[str, str]:
        """What the list of installed programs says."""
        said = self.machine.run("reg", "query", LISTED, "/s").said
        keys = [line.strip() for line in said.splitlines() if line.startswith("HKEY")]
        found = (self.machine.registry(key) for key in keys)
        return next((values for values in found if values.get("DisplayName") == "Gemba Console"), {})


@pytest.fixture(scope="module")
def policy(machine: Machine) -> Iterator[Policy]:
    built = sorted((DIST / "windows").glob("*.msi"))
    assert built, f"no MSI in {DIST / 'windows'}: make windows"
    made = Policy(machine, built[-1])
    ended = made.install(*ANSWERS)
    assert ended.code == 0, ended.said
    yield made
    if made.cli.exists():
        made.remove()


def test_the_program_is_there_for_everybody_and_listed(policy: Policy) -> None:
    assert policy.listed()["DisplayVersion"] == __version__
    assert policy.machine.run(policy.cli, "--version").said.strip() == f"Gemba Console {__version__}"


def test_what_policy_says_is_where_the_program_looks(policy: Policy) -> None:
    handed = policy.machine.registry(HANDED)

    assert (handed["Language"], handed["Broker"]) == ("zh_CN", "mq.plant.example:8883")
    assert "--wall" in policy.machine.registry(RUN)["Gemba Console"]


def test_removed_it_leaves_the_records_and_nothing_else(policy: Policy, data: Path) -> None:
    data.mkdir(parents=True)
    (data / "records.db").write_bytes(b"records")

    assert policy.remove().code == 0

    assert not policy.cli.exists()
    assert policy.listed() == {}
    assert "Gemba Console" not in policy.machine.registry(RUN)
    assert (data / "records.db").read_bytes() == b"records"
