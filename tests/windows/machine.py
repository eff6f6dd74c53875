"""A Windows to try the product on: Wine in a prefix of its own with a display of its own, or the Windows we are on."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from tests.paths import ROOT

LAST_WORDS = 2.0  # seconds that what a program said may need to arrive after its end
NATIVE = sys.platform == "win32"
if not NATIVE:
    sys.path.insert(0, str(ROOT / "packaging" / "windows"))
RANDOM = """
unsigned char __stdcall SystemFunction036(void *bytes, unsigned long count);
__declspec(dllexport) int ProcessPrng(unsigned char *bytes, unsigned long long count) {
    for (; count; bytes++, count--) if (!SystemFunction036(bytes, 1)) return 0;
    return 1;
}
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code and what it said, standard error included."""

    code: int
    said: str


class Display:
    """An X server of its own, on a number that it finds itself; what it says goes into `log`."""

    def __init__(self, log: Path, size: str = "1920x1080x24") -> None:
        self.log = log
        read, write = os.pipe()
        words = ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", size, "-nolisten", "tcp"]
        with log.open("wb") as said:
            self._process = subprocess.Popen(
                words, pass_fds=[write], stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
            )
        os.close(write)
        ready, _, _ = select.select([read], [], [], 20)
        number = os.read(read, 16).strip().decode() if ready else ""
        self._read = read  # stays open: the server says its number more than once, and ends where nobody can hear it
        if not number:
            raise RuntimeError("Xvfb does not start")
        self.name = f":{number}"

    def check(self) -> None:
        """AssertionError where the server has gone: whatever runs on it fails for that reason."""
        code = self._process.poll()
        assert code is None, f"Xvfb ended with {code}: {self.log.read_text(errors='replace')}"

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()
        os.close(self._read)


class Machine:
    """Runs Windows programs, and finds their files and registry."""

    def __init__(self, environment: Mapping[str, str], before: tuple[str, ...], drive: Path) -> None:
        self.environment = dict(environment)
        self._before = before
        self._drive = drive  # what C:\ is to us
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """A program that goes on; what it says is a pipe. `stop` ends those that nobody ended."""
        told = [*self._before, *(self.told(word) if isinstance(word, Path) else word for word in words)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            told, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.STDOUT
        )
        self._started.append(process)
        return process

    def run(self, *words: str | Path, seconds: float = 180) -> Ended:
        """Run a program to its end; AssertionError with what it said so far when it takes longer."""
        process = self.start(*words)
        said: list[bytes] = []
        reader = threading.Thread(target=_read, args=(process, said), daemon=True)
        reader.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            heard = b"".join(said).decode(errors="replace")
            raise AssertionError(f"after {seconds} s not done: {words}\n{heard}") from None
        finally:
            self._started.remove(process)
        reader.join(LAST_WORDS)  # a console that the program started may hold the pipe for ever
        text = b"".join(said).decode("utf-8", errors="replace").replace("\r\n", "\n")
        return Ended(process.returncode, "".join(line for line in text.splitlines(True) if "ALSA lib" not in line))

    def path(self, name: str) -> Path:
        r"""Where we find a file of Windows, C:\…, its letters as they are there or in the other case."""
        parts = PureWindowsPath(name.strip().strip('"')).parts
        if not NATIVE and parts[0].upper() == "Z:\\":
            return Path("/", *parts[1:])
        found = self._drive
        for part in parts[1:]:
            names = {one.name.casefold(): one for one in found.iterdir()} if found.is_dir() else {}
            found = names.get(part.casefold(), found / part)
        return found

    def told(self, path: Path) -> str:
        """How Windows names a file of ours."""
        if NATIVE:
            return str(path)
        if path.is_relative_to(self._drive):
            return "C:\\" + str(path.relative_to(self._drive)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")

    def variable(self, name: str) -> str:
        """A variable of Windows, for example LOCALAPPDATA."""
        return self.run("cmd", "/c", f"echo %{name}%").said.strip()

    def registry(self, key: str) -> dict[str, str]:
        r"""The values of a key, for example HKCU\Software\…; nothing where there is none."""
        said = self.run("reg", "query", key, "/reg:64") if NATIVE else self.run("reg", "query", key)
        if said.code:
            return {}
        values = re.findall(r"^ {4}(\S.*?) {4}REG_\w+ {4}(.*)$", said.said, re.MULTILINE)
        return {name: value.strip() for name, value in values}

    def fit(self, packages: Path) -> None:
        """Make a program whose libraries lie in `packages` run here; on Windows nothing is missing."""

    def stop(self) -> None:
        """End the programs that were started and still run."""
        for process in self._started:
            process.kill()
            process.wait()
            if process.stdout is not None:  # not read to its end: another program may hold it
                process.stdout.close()
        self._started.clear()

    def close(self) -> None:
        """Leave nothing running."""
        self.stop()


class WineMachine(Machine):
    """Wine, with a copy of a prefix that the build has made."""

    def __init__(self, made: Path, overlay: Path, folder: Path) -> None:
        from wine.prefix import WinePrefix

        shutil.copytree(made, folder, symlinks=True, dirs_exist_ok=True)
        for link in [path for path in folder.glob("drive_c/users/*/*") if path.is_symlink()]:
            link.unlink()  # a desktop of Windows' own, and not that of whoever runs the tests
            link.mkdir()
        self._prefix = WinePrefix(folder, overlay)
        self._display = Display(folder / "xvfb.log")
        environment = self._prefix.environment | {"DISPLAY": self._display.name}
        super().__init__(environment, ("wine",), folder / "drive_c")
        self._give_random(folder)
        nothing = subprocess.DEVNULL  # the servers of the prefix must not hold a pipe of ours
        words = ["wine", "cmd", "/c", "exit"]
        subprocess.run(words, env=self.environment, stdin=nothing, stdout=nothing, stderr=nothing, check=True)

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """A program that goes on, on a display that is there."""
        self._display.check()
        return super().start(*words)

    def fit(self, packages: Path) -> None:
        """Make a program whose libraries lie in `packages` run here; never in what is handed out."""
        self._prefix.fit(packages)

    def close(self) -> None:
        """End everything that runs in the prefix, and the display."""
        super().close()
        self._prefix.end()
        subprocess.run(["wineserver", "-w"], env=self.environment, timeout=60)
        self._display.stop()

    def _give_random(self, folder: Path) -> None:
        """Wine 8 lacks the library that gives cryptography its random numbers; only tests use that."""
        library = folder / "drive_c" / "windows" / "system32" / "bcryptprimitives.dll"
        if not library.exists():
            source = folder / "random.c"
            source.write_text(RANDOM)
            words = ["x86_64-w64-mingw32-gcc", "-O1", "-s", "-shared", "-static-libgcc", "-o", library, source]
            subprocess.run([*words, "-ladvapi32"], check=True)


def this_windows() -> Machine:
    """The Windows that the tests run on."""
    return Machine(os.environ, (), Path("C:\\"))


def _read(process: subprocess.Popen[bytes], said: list[bytes]) -> None:
    """Take what a program says, as it says it."""
    assert process.stdout is not None
    with suppress(ValueError, OSError):
        while part := os.read(process.stdout.fileno(), 65536):
            said.append(part)


def wait_for(what: str, holds: Callable[[], object], seconds: float) -> None:
    """Until `holds()` is true; AssertionError naming `what` after so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"after {seconds} s not: {what}"
        time.sleep(0.2)
