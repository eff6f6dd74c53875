"""`--support-bundle FILE`: the bundle without a window, also while a console runs or will not start."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from console.app.commandline import Options
from console.app.compose import settings_for
from console.app.folders import wanted_folder
from console.app.supportbundle import gather, write

DONE, FAILED, REFUSED = 0, 1, 2


def write_bundle(options: Options, path: Path) -> int:
    """Write the bundle of the data folder that the options name and say what is in it; the exit code."""
    folder = wanted_folder(options.data, os.environ).expanduser().absolute()
    if not folder.is_dir():
        _say(f"There is no data folder {folder}: name one with --data.")
        return REFUSED
    settings = settings_for(options, folder)
    store = Path(settings["store.folder"]) if settings["store.folder"] else folder
    bundle = gather(folder, store, settings, None)
    try:
        size = write(bundle.pieces, path)
    except OSError as error:
        _say(f"{path} cannot be written: {error.strerror}")
        return FAILED
    for piece in bundle.pieces:
        _say(f"{piece.size:>10} bytes  {piece.name}")
    if bundle.blind:
        _say("The names of people could not be read from the records: look through it before you send it.")
    _say(f"{path}: {size} bytes. No record is in it; passwords, PINs, tokens and people's names were taken out.")
    return DONE


def _say(words: str) -> None:
    """On the terminal, in UTF-8; a windowed program on Windows has none."""
    if sys.stdout is None:
        return
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
