"""The folder or zip archive that an export is written into, whole or not at all, and read from."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from console.domain.backups import ExportRefused
from console.records.plainfiles import BLOCK
from console.records.wholefile import PART, named

MANIFEST = "manifest.json"
MOST_MANIFEST = 64 << 20  # bytes


class Root(Protocol):
    """A folder, on a disk or in an archive: the part of pathlib.Path that both have."""

    @property
    def name(self) -> str:
        """Its last part."""

    def __truediv__(self, name: str) -> Root: ...

    def is_file(self) -> bool:
        """Whether it is one."""

    def is_dir(self) -> bool:
        """Whether it is a folder."""

    def iterdir(self) -> Iterator[Root]:
        """What is in it."""

    def open(self, mode: Any) -> Any:
        """Its content."""


class Bundle:
    """Files go in one after the other; nothing has its name before `finish`. A name ending in .zip is an archive."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.hashes: dict[str, str] = {}
        self._work = target.with_name(target.name + PART)
        self._archive: zipfile.ZipFile | None = None
        self.discard()
        if target.suffix.lower() == ".zip":
            self._archive = zipfile.ZipFile(self._work, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        else:
            self._work.mkdir(mode=0o700)

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """A file to write into; its hash is known afterwards."""
        if self._archive is not None:
            inside: Any = self._archive.open(name, "w", force_zip64=True)
        else:
            path = self._work / name
            path.parent.mkdir(exist_ok=True)
            inside = path.open("wb")
        with inside:
            hashed = _Hashed(inside)
            buffered = io.BufferedWriter(hashed, BLOCK)
            yield buffered
            buffered.flush()
            self.hashes[name] = hashed.made.hexdigest()

    def finish(self) -> None:
        """Give the whole its name, in the place of an archive of that name; a folder of that name must not be there."""
        if self._archive is not None:
            self._archive.close()
        named(self._work, self.target)

    def discard(self) -> None:
        """Take away what is not finished."""
        if self._archive is not None:
            with suppress(OSError, ValueError):
                self._archive.close()
        if self._work.is_dir():
            shutil.rmtree(self._work, ignore_errors=True)
        else:
            with suppress(OSError):
                self._work.unlink(missing_ok=True)


class _Hashed(io.RawIOBase):
    """Hands on what is written, and computes its hash."""

    def __init__(self, target: BinaryIO) -> None:
        super().__init__()
        self.made = hashlib.sha256()
        self._target = target

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Hand on and count in."""
        self.made.update(data)
        self._target.write(bytes(data))
        return len(data)


@contextmanager
def opened(source: Path) -> Iterator[Root]:
    """The folder in which the manifest lies; in an archive it may be inside one other folder. ExportRefused."""
    if source.is_dir():
        yield _with_manifest(source)
        return
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError) as error:
        raise ExportRefused(str(error), file=source.name, line=0, why="foreign") from error
    with archive:
        yield _with_manifest(zipfile.Path(archive))


def _with_manifest(root: Any) -> Root:
    if (root / MANIFEST).is_file():
        return root  # type: ignore[no-any-return]
    inside = [each for each in root.iterdir() if each.is_dir() and (each / MANIFEST).is_file()]
    if len(inside) == 1:
        return inside[0]  # type: ignore[no-any-return]
    raise ExportRefused(file=MANIFEST, line=0, why="foreign")


def manifest_in(root: Root) -> dict[str, Any]:
    """What the manifest says; ExportRefused where it cannot be read."""
    try:
        with (root / MANIFEST).open("rb") as file:
            told = json.loads(file.read(MOST_MANIFEST).decode())
    except json.JSONDecodeError as error:
        raise ExportRefused(error.msg, file=MANIFEST, line=error.lineno, why="cell") from error
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise ExportRefused(str(error), file=MANIFEST, line=0, why="cell") from error
    if not isinstance(told, dict):
        raise ExportRefused(file=MANIFEST, line=1, why="foreign")
    return told


def hash_in(root: Root, name: str) -> str:
    """The hash of a file there."""
    made = hashlib.sha256()
    with (root / name).open("rb") as file:
        while block := file.read(BLOCK):
            made.update(block)
    return made.hexdigest()
