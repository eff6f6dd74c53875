"""--keep-secret: a password from standard input into the keyring of this account, so that a script can prepare a PC."""

from __future__ import annotations

import locale
import os
import sys

from console.app.commandline import Options
from console.app.declared import BY_NAME, Setting, nearest
from console.app.folders import data_folder
from console.app.passwords import keep_secret
from console.domain.errors import FileRefused

DONE, FAILED, REFUSED = 0, 1, 2
LONGEST = 4096  # bytes


class NoSecret(ValueError):
    """What was read cannot be a password; the text says why."""


def enter_secret(options: Options) -> int:
    """Read one line, keep it, say where; the exit code: 0 kept, 1 the disk refused, 2 nothing that could be kept."""
    secrets = {name: setting for name, setting in BY_NAME.items() if setting.secret}
    if options.keep_secret not in secrets:
        return _refused(_no_such(options.keep_secret, secrets))
    try:
        folder = data_folder(options.data, os.environ)
        place = keep_secret(folder, options.keep_secret, _asked(options.keep_secret))
    except NoSecret as reason:
        return _refused(str(reason))
    except FileRefused as refusal:
        return _refused(refusal.detail)
    except OSError as reason:
        _say(f"{options.keep_secret} was not kept: {reason.strerror or reason}", error=True)
        return FAILED
    _say(f"{options.keep_secret} is in {place}.")
    return DONE


def secret_in(raw: bytes) -> str:
    """The password in what was read: one line of text, its line end and byte order mark left out. NoSecret."""
    if len(raw) > LONGEST:
        raise NoSecret(f"more than {LONGEST} bytes came: a password is one line")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode(locale.getpreferredencoding(False), errors="replace")
    text = text.removesuffix("\n").removesuffix("\r")
    if not text:
        raise NoSecret("nothing came in: hand the password over on standard input")
    if not text.isprintable() or "\ufffd" in text:
        raise NoSecret("what came in is more than one line, or holds signs that no password has")
    return text


def _asked(name: str) -> str:
    """From standard input, without showing it where somebody types."""
    if sys.stdin is None:
        raise NoSecret("there is no standard input: use gemba-console-cli.exe")
    if sys.stdin.isatty():
        import getpass

        return secret_in(getpass.getpass(f"{name}: ").encode())
    return secret_in(sys.stdin.buffer.read(LONGEST + 1))


def _no_such(name: str, secrets: dict[str, Setting]) -> str:
    near = nearest(name, secrets)
    hint = f"did you mean {near}?" if near else "there are " + ", ".join(secrets)
    return f"{name} is not a password that is kept; {hint}"


def _refused(words: str) -> int:
    _say(words, error=True)
    return REFUSED


def _say(words: str, error: bool = False) -> None:
    stream = sys.stderr if error else sys.stdout
    if stream is not None:  # a windowed program on Windows has none
        stream.write(words.encode(stream.encoding or "utf-8", "replace").decode(stream.encoding or "utf-8") + "\n")
