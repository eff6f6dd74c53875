"""Where every file of the frozen program comes from: a locked wheel, the signed runtime, this checkout, or this build.

A file that comes from none of them ends the build. What is made here is a short list, each with its reason.
"""

from __future__ import annotations

import ast
import base64
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from steps import BuildFailed, megabytes, say, sha256

INTERNAL = "_internal/"
MADE = (
    (r"gemba-console(-cli)?\.exe", "PyInstaller's loader with our modules, icon and version in it"),
    (r"_internal/base_library\.zip", "the runtime's own library, compiled by PyInstaller"),
    (r"_internal/resources/i18n/\w+\.qm", "compiled by Qt from the .ts files of this checkout"),
)
CODE = ("console", "widgets", "resources", "main.py")  # where modules of ours lie
RUNTIME, OURS, BUILT = "Python runtime", "this checkout", "this build"


@dataclass(frozen=True, slots=True)
class Origin:
    """One file of the payload: its path, size in bytes, SHA-256, and whose it is."""

    path: str
    size: int
    sha256: str
    part: str


class Provenance:
    """Knows the SHA-256 of every file that wheels in `packages` and the runtime in `signed` may bring."""

    def __init__(self, packages: Path, signed: Path, checkout: Path) -> None:
        self._known = {sha256(path): RUNTIME for path in signed.rglob("*") if path.is_file()}
        self._wheels: dict[str, dict[str, str]] = {}  # by SHA-256: the wheel, by place
        for digest, place, wheel in _recorded(packages):
            self._wheels.setdefault(digest, {})[place] = wheel
        self._checkout = checkout

    def of(self, payload: Path) -> list[Origin]:
        """Every file of the payload with its origin, by path. Raises BuildFailed naming those that have none."""
        found = [self._origin(payload, path) for path in sorted(payload.rglob("*")) if path.is_file()]
        if unknown := [one.path for one in found if not one.part]:
            raise BuildFailed("from no wheel, not from the runtime, not from here:\n  " + "\n  ".join(unknown))
        return found

    def check_modules(self, contents: Path, working: Path) -> int:
        """How many modules each program holds, all from the runtime, a wheel or this checkout. Raises BuildFailed.

        `contents` is PyInstaller's list of them, `working` the runtime that it ran with.
        """
        listed = [(name, _plain(path)) for name, path, _ in ast.literal_eval(contents.read_text(encoding="utf-8"))[1]]
        homes = (working / "Lib", contents.parent, *(self._checkout / name for name in CODE))
        places = tuple(_plain(str(path)) + ("" if path.suffix else "/") for path in homes)
        packages = working / "Lib" / "site-packages"
        strange = [name for name, path in listed if path not in ("-", "") and not path.startswith(places)]
        for name, path in listed:
            source = Path(path)
            if source.is_relative_to(packages) and source.is_file() and sha256(source) not in self._wheels:
                strange.append(name)
        if strange:
            raise BuildFailed("modules from elsewhere, or changed: " + ", ".join(sorted(strange)))
        return len(listed)

    def _origin(self, payload: Path, path: Path) -> Origin:
        name, digest = path.relative_to(payload).as_posix(), sha256(path)
        part = self._wheel(name, digest) or self._known.get(digest) or self._ours(name, digest) or _made(name)
        return Origin(name, path.stat().st_size, digest, part)

    def _wheel(self, name: str, digest: str) -> str:
        """The wheel that brings such a file, and to that place if it can be: some bring the same."""
        wheels = self._wheels.get(digest, {})
        return wheels.get(name.removeprefix(INTERNAL)) or next(iter(wheels.values()), "")

    def _ours(self, name: str, digest: str) -> str:
        """Whether the same file lies at the same place of the checkout."""
        source = self._checkout / name.removeprefix(INTERNAL)
        return OURS if source.is_file() and sha256(source) == digest and source.suffix != ".qm" else ""


def _made(name: str) -> str:
    return next((BUILT for pattern, _ in MADE if re.fullmatch(pattern, name)), "")


def _plain(path: str) -> str:
    """A path as this computer writes it, also when Wine told it."""
    return path.removeprefix("Z:").replace("\\", "/")


def _recorded(packages: Path) -> Iterator[tuple[str, str, str]]:
    """(SHA-256, place, wheel) of each file that a wheel's RECORD lists."""
    for record in sorted(packages.glob("*.dist-info/RECORD")):
        wheel = record.parent.name.removesuffix(".dist-info")
        with record.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                if row[1].startswith("sha256="):
                    yield base64.urlsafe_b64decode(row[1].removeprefix("sha256=") + "==").hex(), row[0], wheel


def report(origins: list[Origin], largest: int = 12) -> None:
    """Say the size, the parts it comes from, and what was made here and why."""
    parts = Counter[str]()
    for one in origins:
        parts[one.part] += one.size
    say(f"payload: {len(origins)} files, {megabytes(sum(parts.values()))}; every one known")
    for part, size in parts.most_common(largest):
        say(f"  {megabytes(size):>9}  {part}")
    if rest := sum(size for _, size in parts.most_common()[largest:]):
        say(f"  {megabytes(rest):>9}  {len(parts) - largest} more")
    for pattern, reason in MADE:
        count = sum(re.fullmatch(pattern, one.path) is not None for one in origins)
        say(f"  made here, {count}: {reason}")


def write_list(origins: list[Origin], file: Path) -> None:
    """The whole list as a table with commas."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("path", "bytes", "sha256", "from"))
        table.writerows((one.path, one.size, one.sha256, one.part) for one in origins)
