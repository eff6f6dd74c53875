"""latest.json: what a plant lays beside the setup program, so that consoles say that there is a newer version."""

from __future__ import annotations

import re
from typing import Any

_HEADING = re.compile(r"^## \[([0-9.]+)\](?: - ([0-9]{4}-[0-9]{2}-[0-9]{2}))?\s*$", re.MULTILINE)


def announcement(version: str, changelog: str, files: dict[str, str]) -> dict[str, Any]:
    """The version, its day in the changelog if it has one, and the files to install it from, by name with SHA-256.

    Consoles read `version`, `released` and `notes` (a sentence for "en" and "zh_CN"), which IT may add.
    """
    days = dict(_HEADING.findall(changelog))
    told: dict[str, Any] = {"product": "gemba-console", "version": version}
    if days.get(version):
        told["released"] = days[version]
    return told | {"files": files}
