"""The language of the face: English or simplified Chinese, switched while running; and the tool that builds both."""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from resources import resource

log = logging.getLogger(__name__)
CODES = ("en", "zh_CN")
SOURCES = ("main.py", "widgets")


class Languages(QObject):
    """The language in use. Widgets hear QEvent.LanguageChange, everything else hears `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = "en"
        self._loaded: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Switch the whole application to one of CODES; what has no translation stays English."""
        app = QCoreApplication.instance()
        fresh = [] if app is None else translators(code)
        self.code = code
        QLocale.setDefault(locale(code))
        for old in self._loaded:
            QCoreApplication.removeTranslator(old)
        for new in fresh:
            QCoreApplication.installTranslator(new)
        self._loaded = fresh
        self.changed.emit()

    def other(self) -> str:
        """The code that the toggle switches to."""
        return CODES[1 - CODES.index(self.code)]


languages = Languages()


def chinese() -> bool:
    """Whether the screens speak Chinese now."""
    return languages.code == "zh_CN"


def of_this_computer() -> str:
    """The code nearest to the language that the computer is set to."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def locale(code: str) -> QLocale:
    """Numbers and dates of a code: the computer's own where it speaks that language."""
    system, plain = QLocale.system(), QLocale(code)
    return system if system.language() == plain.language() else plain


def translators(code: str) -> list[QTranslator]:
    """Qt's own texts and ours, ready to install; fewer, with a log line, where a file is not there."""
    wanted = [(compiled(code), "gemba")]
    if code != "en":
        wanted.insert(
            0, (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm", "Qt")
        )
    made = []
    for path, whose in wanted:
        translator = QTranslator()
        if translator.load(str(path)):
            made.append(translator)
        else:
            log.warning("no %s translation for %s at %s: these texts stay English", whose, code, path.name)
    return made


def compiled(code: str) -> Path:
    """Path of the .qm; in a source tree it is built here when it is missing or older than its .ts."""
    source, built = resource("i18n", f"gemba_{code}.ts"), resource("i18n", f"gemba_{code}.qm")
    if source.is_file() and (not built.is_file() or built.stat().st_mtime < source.stat().st_mtime):
        try:
            release(code)
        except (OSError, subprocess.SubprocessError) as error:
            log.warning("translation %s cannot be built: %s", code, error)
    return built


def release(code: str) -> None:
    """Compile one .ts to its .qm. Raises CalledProcessError, TimeoutExpired or OSError.

    The new file takes the place of the old one as a whole: a program that runs has the old one mapped into memory.
    """
    built = resource("i18n", f"gemba_{code}.qm")
    fresh = built.with_name(f"{built.name}.{os.getpid()}")
    try:
        _run("lrelease", "-silent", str(resource("i18n", f"gemba_{code}.ts")), "-qm", str(fresh))
        os.replace(fresh, built)
    finally:
        fresh.unlink(missing_ok=True)


def update(root: Path) -> None:
    """Bring both .ts up to date with the sources under `root`. Raises as `release` does."""
    files = [str(path.relative_to(root)) for name in SOURCES for path in _python_files(root / name)]
    for code in CODES:
        options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", code]
        plural = ["-pluralonly"] if code == "en" else []
        target = resource("i18n", f"gemba_{code}.ts")
        _run("lupdate", "-silent", *options, *plural, *files, "-ts", str(target), cwd=root)


def _python_files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.is_file() else []


def _run(tool: str, *arguments: str, cwd: Path | None = None) -> None:
    beside = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    command = [str(beside), *arguments]
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120)


def main(arguments: list[str] | None = None) -> int:
    """`python -m widgets.languages --build | --update`, run in the root of a source tree."""
    parser = argparse.ArgumentParser(prog="python -m widgets.languages", description=__doc__)
    parser.add_argument("--update", action="store_true", help="collect the texts of the sources into the .ts files")
    parser.add_argument("--build", action="store_true", help="compile the .ts files to .qm")
    chosen = parser.parse_args(arguments)
    if not (chosen.update or chosen.build):
        parser.error("say --update, --build or both")
    try:
        if chosen.update:
            update(resource().parent)
        if chosen.build:
            for code in CODES:
                release(code)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(error.stderr or error.stdout or str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
