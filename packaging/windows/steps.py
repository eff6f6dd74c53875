"""How the build speaks and how it runs other programs."""

from __future__ import annotations

import hashlib
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


class BuildFailed(Exception):
    """The build cannot go on; the text says what was seen and what to do."""


def say(line: str) -> None:
    """One line to whoever watches, at once."""
    sys.stdout.write(f"· {line}\n")
    sys.stdout.flush()


def run(
    words: Sequence[str | Path],
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    seconds: float = 1800.0,
    keep: Path | None = None,
    passes: Sequence[int] = (0,),
) -> str:
    """What a program said, standard error included. `passes`: exit codes that are none of the failures that raise
    BuildFailed; `keep`: a file for all it said.

    The program's input is empty and its output a pipe: Python under Wine can use neither a terminal nor a file.
    """
    told = [str(word) for word in words]
    try:
        ended = subprocess.run(
            told,
            cwd=folder,
            env=None if environment is None else dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
        )
    except FileNotFoundError:
        raise BuildFailed(f"{told[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise BuildFailed(f"after {seconds:.0f} s not done: {shlex.join(told)}") from None
    said = ended.stdout.decode("utf-8", errors="replace")
    if keep is not None:
        keep.write_text(said, encoding="utf-8")
    if ended.returncode not in passes:
        last = "\n".join(said.splitlines()[-25:])
        raise BuildFailed(f"exit code {ended.returncode} from {shlex.join(told)}\n{last}")
    return said


def sha256(path: Path) -> str:
    """The file's SHA-256 in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def megabytes(size: int) -> str:
    """`size` in bytes as megabytes with one digit behind the point."""
    return f"{size / 1e6:.1f} MB"
