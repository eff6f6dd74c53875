"""The folder that holds what this console keeps: chosen, made, and proved to be a local one that can be written."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

from console.domain.errors import FileRefused

_SHARES = {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "fuse.sshfs", "fuse.davfs"}
ANSWER = 2.0  # seconds that a start waits for a file on a share
_DRIVE_REMOTE = 4  # Windows' GetDriveTypeW: a drive letter that stands for a network share


def data_folder(chosen: str | Path | None, environ: Mapping[str, str]) -> Path:
    """The data folder: `chosen` (--data), else GEMBA_DATA, else the operating system's place. Made where it is missing.

    Raises FileRefused for a network share and for a folder that cannot be made or written.
    """
    wanted = str(wanted_folder(chosen, environ))
    _refuse_share(wanted)
    folder = Path(os.path.abspath(os.path.expanduser(wanted)))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = folder.resolve()
        _refuse_share(str(folder))
        with tempfile.NamedTemporaryFile(prefix="write-", dir=folder):
            pass
    except OSError as reason:
        words = f"{folder} cannot be written ({reason.strerror}): name another folder with --data"
        raise FileRefused(words, path=str(folder)) from reason
    return folder


def wanted_folder(chosen: str | Path | None, environ: Mapping[str, str]) -> Path:
    """The data folder that is meant, neither checked nor made."""
    return Path(chosen or environ.get("GEMBA_DATA") or usual_folder())


def usual_folder() -> Path:
    """Where the operating system wants an account's data of this program, for example ~/.local/share/gemba-console."""
    name = "gemba-console" if sys.platform.startswith("linux") else "Gemba Console"
    return platformdirs.user_data_path(name, appauthor=False)


def answers(path: Path, limit: float = ANSWER) -> bool:
    """Whether a file is there to be read, or refused, within `limit` seconds: a share that is away takes longer."""

    def touch() -> None:
        with suppress(OSError, ValueError), path.open("rb") as file:
            file.read(1)

    asked = threading.Thread(target=touch, name="touch", daemon=True)
    asked.start()
    asked.join(limit)
    return not asked.is_alive()


def on_a_share(path: str, mounts: str | None = None) -> bool:
    """Whether `path` lies on a network share; `mounts` stands in for /proc/self/mountinfo, proc(5), in tests."""
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\") or (
        plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))
    ):
        return True
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(os.path.abspath(path))[0]
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE)
    return _mounted_as(os.path.abspath(path), _mountinfo() if mounts is None else mounts) in _SHARES


def _refuse_share(path: str) -> None:
    if on_a_share(path):
        words = (
            f"{path} lies on a network share. The local database would be damaged there: "
            "name a folder on this computer with --data, and use a shared database to share records"
        )
        raise FileRefused(words, path=path)


def _mountinfo() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _mounted_as(path: str, mounts: str) -> str:
    """The file-system type of the deepest mount point above `path`."""
    best, kind = "", ""
    for line in mounts.splitlines():
        mount, _, rest = line.partition(" - ")
        fields = mount.split(" ")
        if len(fields) > 4 and rest:
            point = fields[4].replace("\\040", " ")
            if (path == point or path.startswith(point.rstrip("/") + "/")) and len(point) >= len(best):
                best, kind = point, rest.split(" ")[0]
    return kind
