"""Everything that ships beside the code: one accessor, so that the installed and the frozen program find it alike."""

from importlib.resources import files
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. resource("icons", "play.svg")."""
    return Path(str(files("resources").joinpath(*parts)))
