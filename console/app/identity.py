"""Who this console is to the broker."""

from __future__ import annotations

import hashlib
import socket
from pathlib import Path


def client_id(folder: Path) -> str:
    """The name of the console of a data folder: the same after every start, another for every folder and computer."""
    return "gemba" + hashlib.sha256(f"{socket.gethostname()}|{folder.resolve()}".encode()).hexdigest()[:16]
