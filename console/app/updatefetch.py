"""Fetching the announcement of a newer version from a folder or an address, on a thread that may wait.

Imported only there: what speaks to servers costs time that the start of the window does not have.
"""

from __future__ import annotations

import os
import ssl
import stat
import time
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import url2pathname

from console import __version__
from console.domain.updates import FILE, Untold, Why

MOST = 64 * 1024  # bytes of an announcement
REDIRECTS = 3
AGENT = f"GembaConsole/{__version__}"


def fetch(place: str, timeout: float) -> bytes:
    """The bytes of latest.json in a folder, or at an http, https or file address; `timeout` in seconds for an answer.

    Untold says why there are none. A folder on a share that hangs is waited for by the system, not by this timeout.
    """
    try:
        return _from_address(place, timeout) if "://" in place else _from_file(Path(place).expanduser())
    except Untold:
        raise
    except HTTPError as error:
        raise Untold(Why.AWAY, f"HTTP {error.code}") from None
    except (TimeoutError, URLError, OSError, HTTPException, ValueError) as error:
        raise _untold(error) from None


def _untold(error: Exception) -> Untold:
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, TimeoutError):
        return Untold(Why.SILENT)
    if isinstance(inner, ssl.SSLCertVerificationError):
        return Untold(Why.AWAY, inner.verify_message)
    if isinstance(inner, OSError):
        return Untold(Why.AWAY, inner.strerror or type(inner).__name__)
    return Untold(Why.AWAY, type(inner).__name__)


def _from_address(place: str, timeout: float) -> bytes:
    parts = urlsplit(place)
    if parts.scheme == "file":
        return _from_file(_path_of(parts))
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise Untold(Why.ADDRESS)
    if not parts.path.endswith(".json"):
        parts = parts._replace(path=f"{parts.path.rstrip('/')}/{FILE}")
    return _over_http(urlunsplit(parts._replace(fragment="")), timeout)


def _path_of(parts: SplitResult) -> Path:
    """The path of file:///folder, and on Windows of file://server/share/folder."""
    if parts.netloc in ("", "localhost"):
        return Path(url2pathname(parts.path))
    if os.name != "nt":
        raise Untold(Why.ADDRESS)
    return Path(url2pathname(f"//{parts.netloc}{parts.path}"))


def _from_file(path: Path) -> bytes:
    if not path.is_absolute():
        raise Untold(Why.ADDRESS)
    if path.suffix != ".json":
        path = path / FILE
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for somebody who writes
        raise Untold(Why.UNREADABLE)
    with path.open("rb") as file:
        found = file.read(MOST + 1)
    if len(found) > MOST:
        raise Untold(Why.LARGE)
    return found


def _over_http(address: str, timeout: float) -> bytes:
    headers = {"User-Agent": AGENT, "Accept": "application/json", "Cache-Control": "no-cache"}
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    opener = urllib.request.build_opener(secure, _Careful())
    end = time.monotonic() + timeout
    with opener.open(urllib.request.Request(address, headers=headers), timeout=timeout) as answer:
        return _read(answer, end)


def _read(answer: IO[bytes], end: float) -> bytes:
    found = b""
    while time.monotonic() < end:
        piece: bytes = answer.read1(8192)  # type: ignore[attr-defined]
        if not piece:
            return found
        found += piece
        if len(found) > MOST:
            raise Untold(Why.LARGE)
    raise TimeoutError


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows a few redirections, and none that leads out of the web or back from an encrypted address."""

    max_redirections = REDIRECTS

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """The next request; Untold for an address that is not asked."""
        there = urlsplit(newurl)
        if there.scheme not in ("http", "https") or "@" in there.netloc:
            raise Untold(Why.ADDRESS)
        if req.type == "https" and there.scheme != "https":
            raise Untold(Why.ADDRESS)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
