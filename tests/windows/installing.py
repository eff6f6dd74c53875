"""Installing and removing the real product, and what is looked at afterwards."""

from __future__ import annotations

from pathlib import Path

from tests.windows.machine import Ended, Machine

LISTED = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Gemba Console"
HANDED = r"Software\Gemba Console"


class Product:
    """The installed program of one account."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        programs = machine.path(machine.variable("LOCALAPPDATA")) / "Programs"
        self.folder = programs / "Gemba Console"
        self.window, self.cli = self.folder / "gemba-console.exe", self.folder / "gemba-console-cli.exe"

    def install(self, setup: Path, *words: str, expect: int = 0) -> Ended:
        """Run a setup silently for this account; what it makes can run on this machine afterwards."""
        ended = self.machine.run(setup, "/S", "/CURRENTUSER", *words, seconds=240)
        assert ended.code == expect, f"exit code {ended.code}: {ended.said}\n{self.log()}"
        self.machine.fit(self.folder / "_internal")
        return ended

    def remove(self, *words: str) -> Ended:
        """Uninstall silently."""
        folder = f"_?={self.machine.told(self.folder)}".split(" ")  # NSIS wants no quotation marks around it
        return self.machine.run(self.folder / "uninstall.exe", "/S", *words, *folder, seconds=180)

    def listed(self) -> dict[str, str]:
        """What the list of installed programs says."""
        return self.machine.registry(f"HKCU\\{LISTED}")

    def handed(self) -> dict[str, str]:
        """What the setup left for the program."""
        return self.machine.registry(f"HKCU\\{HANDED}")

    def log(self) -> str:
        """What the setup wrote of its last run."""
        path = self.machine.path(self.machine.variable("TEMP")) / "gemba-console-setup.log"
        return path.read_bytes().decode("utf-16", errors="replace") if path.is_file() else "no log"
