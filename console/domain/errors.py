"""Refusals: what a person asked cannot be done, said so that they know what to do instead."""

from __future__ import annotations


class Refusal(Exception):
    """Base of every refusal. `code` picks the sentence in the person's language, `facts` fill its gaps."""

    code = "refused"

    def __init__(self, detail: str = "", **facts: object) -> None:
        super().__init__(detail or self.code)
        self.detail = detail
        self.facts = facts


class FileRefused(Refusal):
    """A file that a person gave cannot be used; `detail` says where and why."""

    code = "file_refused"


class WorldAway(Exception):
    """Something outside the program is away (broker, database, disk). Work goes on; the status bar says so."""
