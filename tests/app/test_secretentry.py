"""--keep-secret as a script gives it: from standard input into this account's own place, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from console.app.passwords import read_secret
from console.app.secretentry import NoSecret, secret_in
from tests.paths import ROOT


def keep(folder: Path, name: str, handed: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "main.py", "--keep-secret", name, "--data", str(folder)]
    environ = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    return subprocess.run(command, input=handed, cwd=ROOT, env=environ, capture_output=True, timeout=60, check=False)


@pytest.fixture
def no_keyring():
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("no_keyring")
def test_a_password_that_was_handed_over_is_kept_and_not_repeated(tmp_path: Path) -> None:
    done = keep(tmp_path, "broker.password", "geheim 密\r\n".encode())

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"secrets.toml" in done.stdout
    assert "密".encode() not in done.stdout
    assert read_secret(tmp_path, "broker.password") == "geheim 密"


@pytest.mark.parametrize(
    ("name", "words"),
    [("broker.pasword", b"did you mean broker.password?"), ("broker.host", b"broker.password"), ("x", b"there are ")],
)
def test_only_passwords_can_be_kept_so_and_the_nearest_is_named(tmp_path: Path, name: str, words: bytes) -> None:
    done = keep(tmp_path, name, b"s3cret\n")

    assert done.returncode == 2
    assert words in done.stderr
    assert b"s3cret" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"\n", b"a\nb\n", b"a\x00", b"x" * 5000, "\ufeff".encode()])
def test_what_is_no_password_is_refused(raw: bytes) -> None:
    with pytest.raises(NoSecret):
        secret_in(raw)


@pytest.mark.parametrize("raw", [b"pw", b"pw\n", b"pw\r\n", b"\xef\xbb\xbfpw\r\n"])
def test_line_ends_and_marks_of_a_shell_are_no_part_of_a_password(raw: bytes) -> None:
    assert secret_in(raw) == "pw"
