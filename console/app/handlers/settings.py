"""A changed setting changes no record: who asks is checked, and the line in the trail tells what was changed."""

from __future__ import annotations

from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.settings import ChangeSetting
from console.domain.desk import Desk


@handles(ChangeSetting)
def change_setting(desk: Desk, stamp: Stamp, command: ChangeSetting) -> None:
    """Its line says who changed what on which console, and what it was before."""
