"""Starting at sign-in as Windows keeps it: a value of the Run key, which Task Manager may switch off."""

from __future__ import annotations

import winreg
from collections.abc import Iterator

import pytest

from console.app import atsignin
from console.app.atsignin import APPROVED, RUN, RunKey, SignIn, sign_in_entry

PROGRAM = r"C:\Programs\Gemba Console\gemba-console.exe"
OWN, ALL = winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE


@pytest.fixture
def entry(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunKey]:
    """The entry under a name that no program of this computer has."""
    monkeypatch.setattr(atsignin, "NAME", "Gemba Console under test")
    yield RunKey()
    for root, path in ((OWN, RUN), (OWN, APPROVED), (ALL, RUN)):
        atsignin._forget(root, path)


def put(root: int, path: str, value: str | bytes) -> None:
    kind = winreg.REG_SZ if isinstance(value, str) else winreg.REG_BINARY
    with winreg.CreateKeyEx(root, path, 0, winreg.KEY_SET_VALUE) as key:
        winreg.SetValueEx(key, atsignin.NAME, 0, kind, value)


def test_what_was_put_is_seen_and_taken_away_again(entry: RunKey) -> None:
    assert entry.look() == SignIn(False)
    entry.put([PROGRAM, "--wall"])
    assert entry.look() == SignIn(True)
    assert atsignin._value(OWN, RUN) == f'"{PROGRAM}" --wall'
    entry.take()
    entry.take()
    assert entry.look() == SignIn(False)


def test_what_was_switched_off_in_task_manager_does_not_start_until_it_is_put_again(entry: RunKey) -> None:
    entry.put([PROGRAM, "--wall"])
    put(OWN, APPROVED, b"\3" + bytes(11))
    assert entry.look() == SignIn(False)
    entry.put([PROGRAM, "--wall"])
    assert entry.look() == SignIn(True)
    put(OWN, APPROVED, b"\2" + bytes(11))
    assert entry.look() == SignIn(True)


def test_what_the_installer_set_for_all_accounts_is_fixed(entry: RunKey) -> None:
    put(ALL, RUN, f'"{PROGRAM}" --wall')
    assert entry.look() == SignIn(True, fixed=True)


def test_windows_has_such_a_place() -> None:
    assert isinstance(sign_in_entry(), RunKey)
