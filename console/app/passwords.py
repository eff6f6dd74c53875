"""Where passwords are kept: the keyring of the operating system, or a file for its owner only where there is none."""

from __future__ import annotations

import logging
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from console.app.settings_file import toml, write_private

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Gemba Console"
_WORTH_TRUSTING = 1.0  # keyring gives real keyrings 1 and more; plain-text files and absent ones get less

log = logging.getLogger(__name__)


def secret_place(folder: Path) -> str:
    """In words, where a password given now would be kept for the data folder `folder`."""
    backend = _keyring()
    return (
        f"the keyring of this computer ({backend.name})"
        if backend
        else f"the file {_file(folder)}, for your account only"
    )


def read_secret(folder: Path, name: str) -> str:
    """The secret called `name`, empty where none is kept. Never raises: a locked keyring counts as empty."""
    backend = _keyring()
    if backend:
        try:
            if kept := backend.get_password(_SERVICE, _account(folder, name)):
                return kept
        except Exception as reason:  # each backend has errors of its own
            log.warning("The keyring did not answer: %s", type(reason).__name__)
    return _in_file(folder).get(name, "")


def keep_secret(folder: Path, name: str, secret: str) -> str:
    """Keep `secret` (an empty one forgets it) and say in words where. Raises OSError where the file refuses too."""
    backend = _keyring()
    if backend and _into_keyring(backend, _account(folder, name), secret):
        _into_file(folder, name, "")  # an older copy in the file would be a second truth
        return secret_place(folder)
    _into_file(folder, name, secret)
    return f"the file {_file(folder)}, for your account only"


def _keyring() -> KeyringBackend | None:
    try:
        import keyring

        backend = keyring.get_keyring()
        return backend if backend.priority >= _WORTH_TRUSTING else None
    except Exception as reason:  # a desktop without its secret service fails in many ways
        log.warning("No keyring: %s", type(reason).__name__)
        return None


def _into_keyring(backend: KeyringBackend, account: str, secret: str) -> bool:
    try:
        if secret:
            backend.set_password(_SERVICE, account, secret)
        elif backend.get_password(_SERVICE, account) is not None:
            backend.delete_password(_SERVICE, account)
    except Exception as reason:
        log.warning("The keyring refused: %s", type(reason).__name__)
        return False
    return True


def _account(folder: Path, name: str) -> str:
    """Two consoles of one person may speak to two brokers, so the data folder is part of the name."""
    return f"{name} · {folder.resolve()}"


def _file(folder: Path) -> Path:
    return folder / "secrets.toml"


def _in_file(folder: Path) -> dict[str, str]:
    path = _file(folder)
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            log.warning("%s could be read by other accounts; it is closed to them now", path)
            path.chmod(0o600)
        return {name: str(value) for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        log.warning("%s cannot be read; passwords must be given again", path)
        return {}


def _into_file(folder: Path, name: str, secret: str) -> None:
    kept = _in_file(folder)
    if kept.get(name, "") == secret:
        return
    kept[name] = secret
    lines = [f'"{known}" = {toml(value)}' for known, value in kept.items() if value]
    write_private(
        _file(folder), "\n".join(["# Passwords of Gemba Console: this file is for your account only.", *lines, ""])
    )
