"""The locks: everything pinned with hashes, no address, nothing under a licence that would bind the whole program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.paths import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
ENTRY = re.compile(
    r"^(?P<requirement>[^\s#][^\\\n]*?)\s*\\\n(?P<hashes>(?:\s+--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
BINDING = re.compile(r"\b(AGPL|GPL)|GNU (Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"LGPL|GNU (Lesser|Library) General Public", re.IGNORECASE)


def locked(name: str) -> dict[str, list[Requirement]]:
    """Requirements of one lock by project; several versions of one project are told apart by their markers."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found: dict[str, list[Requirement]] = {}
    for entry in ENTRY.finditer(text):
        requirement = Requirement(entry["requirement"])
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def installed_to_run() -> Iterator[Distribution]:
    """What the run lock asks for on this computer."""
    environment = {key: str(value) for key, value in default_environment().items()}
    for requirements in locked("run.txt").values():
        for requirement in requirements:
            if requirement.marker is None or requirement.marker.evaluate(environment):
                yield distribution(requirement.name)


def licence(dist: Distribution) -> str:
    """What a distribution says of its licence: the expression, the classifiers, or the first line of its text."""
    meta = dist.metadata
    if expression := meta.get("License-Expression"):
        return expression
    told = [line for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    return " ".join(told) or (meta.get("License") or "").split("\n")[0]


def binds_the_program(licence_text: str) -> bool:
    """Whether no choice is left but GPL or AGPL; the lesser one and a choice between several leave the program free."""
    choices = re.split(r"\s+OR\s+|License ::", licence_text)
    return all(BINDING.search(LESSER.sub("", choice)) for choice in choices if choice.strip())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_requirement_is_one_version_with_hashes(lock):
    text = lock.read_text(encoding="utf-8")
    starts = [line for line in text.splitlines() if line and not line[0].isspace() and not line.startswith("#")]
    pinned = [requirement for found in locked(lock.name).values() for requirement in found]

    assert len(pinned) == len(starts) > 0
    assert all(re.fullmatch(r"==[\w.!+]+", str(requirement.specifier)) for requirement in pinned)


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").iterdir()), ids=lambda path: path.name)
def test_no_requirement_names_an_address(path):
    text = path.read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--\w*(index|find-links|trusted)\S*)\b", text, re.MULTILINE)


def test_the_locks_hold_everything_that_was_asked_for_within_its_bounds():
    for name in ("run", "dev", "stranger", "freeze", "windows"):
        pins = locked(f"{name}.txt")
        for line in (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines():
            asked = line.partition("#")[0].strip()
            if asked and not asked.startswith("-"):
                requirement = Requirement(asked)
                for pin in pins[canonicalize_name(requirement.name)]:
                    assert requirement.specifier.contains(str(pin.specifier).removeprefix("==")), asked


@pytest.mark.parametrize("other", ["dev.txt", "freeze.txt"])
def test_what_is_tested_and_frozen_is_what_runs(other):
    run, same = locked("run.txt"), locked(other)

    assert {name: {str(pin) for pin in pins} for name, pins in run.items()} == {
        name: {str(pin) for pin in same[name]} for name in run
    }


def test_qt_stays_below_the_release_that_loses_references_to_none():
    asked = Requirement(
        next(
            line.partition("#")[0]
            for line in (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
            if line.startswith("pyside6")
        )
    )

    assert not asked.specifier.contains("6.12.0")
    for name in ("pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6"):
        for pin in locked("run.txt")[name]:
            assert SpecifierSet(">=6.11.3,<6.12").contains(str(pin.specifier).removeprefix("=="))


def test_nothing_that_runs_is_under_a_licence_that_binds_the_whole_program():
    told = {dist.metadata["Name"]: licence(dist) for dist in installed_to_run()}

    assert len(told) > 20
    assert {name for name, text in told.items() if not text} == set(), "these say nothing about their licence"
    assert {name: text for name, text in told.items() if binds_the_program(text)} == {}


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("MIT", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("GPL-3.0-or-later", True),
        ("AGPL-3.0", True),
        ("License :: OSI Approved :: GNU General Public License v2 (GPLv2)", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
    ],
)
def test_the_licence_rule_tells_the_lesser_licence_from_the_others(text, binds):
    assert binds_the_program(text) is binds
