"""Signing by whatever the publisher has: a command named by a variable is run for each file that is ours."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from steps import run, say

VARIABLE = "GEMBA_SIGN"  # for example: signtool sign /fd sha256 /tr ADDRESS /td sha256 /sha1 THUMBPRINT


class Signing:
    """Signs files in place, or says once that nothing is signed."""

    def __init__(self) -> None:
        self.command = os.environ.get(VARIABLE, "").strip()
        if not self.command:
            say(f"not signed: {VARIABLE} names no command")

    def sign(self, *paths: Path) -> None:
        """Sign each file; raises BuildFailed when the command does not end with 0."""
        if not self.command:
            return
        for path in paths:
            run([*shlex.split(self.command, posix=os.name != "nt"), path])
        say(f"signed: {', '.join(path.name for path in paths)}")
