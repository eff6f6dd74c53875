"""Plant files of the journeys."""

from __future__ import annotations

from pathlib import Path

WORKS = """
[plant]
name = "Works"
timezone = "UTC"

[[line]]
id = "L1"
expected_interval = 30
station = [{id = "10"}, {id = "20"}, {id = "30"}, {id = "40"}, {id = "50"}]

[[source]]
topic = "works/{station}/totals"
place = "L1/{station}"
time = "ts"
signal = [{feeds = "good", path = "good"}, {feeds = "scrap", path = "scrap"}]

[[source]]
topic = "works/{station}/piece"
place = "L1/{station}"
time = "ts"
signal = [{feeds = "good", pulse = true, when = "!scrap"}, {feeds = "scrap", pulse = true, when = "scrap"}]

[[source]]
dialect = "scalar"
topic = "works/{station}/total"
place = "L1/{station}"
feeds = "good"
"""

UNTIMED = WORKS.replace('works/{station}/total"', 'works/{station}/pulse"') + "pulse = true\n"

LASTING = "persistence true\npersistence_location {folder}/\nmax_queued_messages 0\nautosave_interval 0\n"
"""A broker that keeps over its own restart what it has for absent consoles."""


def write(path: Path, text: str) -> Path:
    """A plant file on disk, as the command line names one."""
    path.write_text(text, encoding="utf-8")
    return path
