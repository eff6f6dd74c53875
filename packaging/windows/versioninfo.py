"""What Windows shows of the two programs under Properties: name, version, maker; as PyInstaller wants it told."""

from __future__ import annotations

from typing import Any

NAME = "Gemba Console"
MAKER = "Gemba Console developers"
RIGHTS = "Copyright 2025-2026 Gemba Console contributors. Apache License 2.0."
ENGLISH_UNICODE = "040904B0"  # language 0x0409, code page 1200


def numbers(version: str) -> tuple[int, int, int, int]:
    """Four numbers of a version such as 1.2.3: Windows compares these."""
    found = [int(part) for part in version.split(".") if part.isdigit()]
    one, two, three, four = (*found, 0, 0, 0, 0)[:4]
    return one, two, three, four


def version_info(version: str, program: str, about: str) -> Any:
    """The version resource of `program` (file name without ending), described by `about`."""
    from PyInstaller.utils.win32.versioninfo import (  # type: ignore[import-untyped]  # only on Windows
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    words = {
        "CompanyName": MAKER,
        "FileDescription": about,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": RIGHTS,
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    table = StringTable(ENGLISH_UNICODE, [StringStruct(name, word) for name, word in words.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers(version), prodvers=numbers(version), OS=0x40004, fileType=1),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", [0x0409, 1200])])],
    )
