"""A stand-in for the program: as small as can be, with the same files, and it runs and ends as the console does."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.windows.installing import HANDED, LISTED
from tests.windows.machine import Machine

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
SOURCE = r"""
#include <windows.h>
#include <wchar.h>

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR words, int show)
{
    HANDLE ends = CreateEventW(NULL, TRUE, FALSE, L"the toy ends");
    BOOL running = GetLastError() == ERROR_ALREADY_EXISTS;
    if (wcsstr(words, L"--runs")) return running;
    if (wcsstr(words, L"--setup")) CreateMutexW(NULL, FALSE, L"Gemba Console Setup");
    if (wcsstr(words, L"--end")) {
        if (running) SetEvent(ends);
        return 0;
    }
    if (wcsstr(words, L"--deaf")) Sleep(60000);
    return WaitForSingleObject(ends, 60000) == WAIT_OBJECT_0 ? 0 : 1;
}
"""
BIG = 24 << 20  # bytes of the one big library of a toy that takes a while to install


def make_toy(folder: Path, big: bool = False) -> Path:
    """The files of a toy program in `folder`."""
    (folder / "_internal" / "deep").mkdir(parents=True)
    (folder / "_internal" / "deep" / "部品.txt").write_text("part", encoding="utf-8")
    if big:
        (folder / "_internal" / "big.bin").write_bytes(random.Random(8).randbytes(BIG))
    source = folder.parent / f"{folder.name}.c"
    source.write_text(SOURCE)
    compiler = shutil.which("x86_64-w64-mingw32-gcc") or "gcc"
    window, cli = folder / "gemba-console.exe", folder / "gemba-console-cli.exe"
    words = ["-O1", "-s", "-municode", "-mwindows", "-static-libgcc", "-o", window, source]
    subprocess.run([compiler, *words], check=True)
    shutil.copy2(window, cli)
    return folder


@cache
def _variable(machine: Machine, name: str) -> str:
    return machine.variable(name)


class Toy:
    """The toy as it is installed on a machine, for this account or for all."""

    def __init__(self, machine: Machine, everyone: bool = False, folder: Path | None = None) -> None:
        self.machine, self.hive = machine, "HKLM" if everyone else "HKCU"
        self.scope = "/ALLUSERS" if everyone else "/CURRENTUSER"
        above = machine.path(_variable(machine, "ProgramFiles" if everyone else "LOCALAPPDATA"))
        self.folder = folder or (above if everyone else above / "Programs") / "Gemba Console"
        self.window, self.cli = self.folder / "gemba-console.exe", self.folder / "gemba-console-cli.exe"

    def run(self, program: Path, *words: str, before: Callable[[], None] | None = None) -> int:
        """The exit code of a program; what it starts may go on."""
        return self.start(program, *words, before=before).wait(60)

    def start(self, program: Path, *words: str, before: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
        """A program without a pipe that others could hold open; `before` runs in its process first."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            [*self.machine._before, self.machine.told(program), *words],
            env=self.machine.environment,
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            preexec_fn=before,
        )

    def install(self, setup: Path, *words: str, before: Callable[[], None] | None = None) -> int:
        """The exit code of a silent setup for whom the toy is."""
        return self.run(setup, "/S", self.scope, *words, before=before)

    def remove(self, *words: str) -> int:
        """The exit code of a silent removal, waited for."""
        folder = f"_?={self.machine.told(self.folder)}".split(" ")  # NSIS wants no quotation marks around it
        return self.run(self.folder / "uninstall.exe", "/S", *words, *folder)

    def end(self) -> None:
        """Let it end."""
        if self.cli.exists():
            self.run(self.cli, "--end")

    def runs(self) -> bool:
        """Whether one runs."""
        return self.run(self.cli, "--runs") == 1

    def files(self) -> dict[str, bytes]:
        """Everything in its folder, by path, but not the uninstaller."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file() and path.name != "uninstall.exe")
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def listed(self) -> dict[str, str]:
        """What the list of installed programs says."""
        return self.machine.registry(f"{self.hive}\\{LISTED}")

    def handed(self) -> dict[str, str]:
        """What the setup left for the program."""
        return self.machine.registry(f"{self.hive}\\{HANDED}")

    def at_sign_in(self) -> str:
        """What starts at sign-in, "" for nothing."""
        return self.machine.registry(f"{self.hive}\\{RUN}").get("Gemba Console", "")

    def links(self) -> list[str]:
        """Where its links lie, by the name of the folder."""
        start = r"Microsoft\Windows\Start Menu\Programs"
        above = "ProgramData" if self.hive == "HKLM" else "APPDATA"
        desk = "PUBLIC" if self.hive == "HKLM" else "USERPROFILE"
        places: Sequence[str] = (
            f"{_variable(self.machine, above)}\\{start}",
            f"{_variable(self.machine, desk)}\\Desktop",
        )
        folders = [self.machine.path(place) for place in places]
        return [folder.name for folder in folders if (folder / "Gemba Console.lnk").is_file()]

    def log(self) -> str:
        """What the last setup or removal wrote."""
        path = self.machine.path(_variable(self.machine, "TEMP")) / "gemba-console-setup.log"
        return path.read_bytes().decode("utf-16")
