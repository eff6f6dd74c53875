"""Whether a shipped sound can be decoded: by Qt's own decoder where there is one, which needs no device."""

from __future__ import annotations

import os
import time
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QUrl

from resources import resource
from widgets.horn.hush import hushed

SECONDS = 5.0  # in which a third of a second of sound must be decoded
HEARD = 3000  # of 32767: a loudest sample under that is no horn


def decoded(name: str) -> bool:
    """Whether Qt decodes every sample of it, and something is to be heard; without the library, by the file alone."""
    path = resource("sounds", f"{name}.wav")
    try:
        with wave.open(str(path), "rb") as file:
            samples = array("h", file.readframes(file.getnframes()))
    except (OSError, EOFError, wave.Error, ValueError):
        return False
    if not samples or max(map(abs, samples)) < HEARD:
        return False
    try:
        with hushed(), _stderr_away():
            return _frames(QUrl.fromLocalFile(str(path))) == len(samples)
    except ImportError:
        return True


@contextmanager
def _stderr_away() -> Iterator[None]:
    """FFmpeg describes each file there, past Qt and past Python."""
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program may have none
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _frames(source: QUrl) -> int:
    from PySide6.QtMultimedia import QAudioDecoder

    decoder, frames = QAudioDecoder(), 0
    decoder.setSource(source)
    decoder.start()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and decoder.error() is QAudioDecoder.Error.NoError:
        QCoreApplication.processEvents()
        while decoder.bufferAvailable():
            frames += decoder.read().frameCount()
        if not decoder.isDecoding() and frames:
            break
        time.sleep(0.002)
    decoder.stop()
    return frames
