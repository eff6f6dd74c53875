"""What Debian's Wine lacks and the program's libraries want, made from what they import. None of it is in the product.

Two things: the converters of Windows' icuuc.dll, which Qt asks for character sets, and the C runtime's mathematics with
complex numbers, which NumPy wants. NumPy's files are told to ask a library under another name for the latter, so that
patched copies of them lie over the program while it runs under Wine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from steps import run
from wine.imports import imports

CC = "x86_64-w64-mingw32-gcc"
MATHS, OUR_MATHS = "api-ms-win-crt-math-l1-1-0", "xpi-ms-win-crt-math-l1-1-0"
COMPLEX = re.compile(
    r"(c(?:real|imag|arg|abs|exp|log10|log|pow|sqrt|sinh?|cosh?|tanh?|asinh?|acosh?|atanh?|proj)|conj)([fl]?)"
)
PLAIN_RESULT = frozenset({"creal", "cimag", "carg", "cabs"})  # a number for a complex number

# A converter that is not there is an error, told through the last argument; everything else is never reached.
SPECIAL = {"ucnv_open": "void *ucnv_open(const char *name, int *error) { if (error) *error = 4; return 0; }"}


def silent(library: str, binaries: Iterable[Path], folder: Path) -> Path:
    """A library that answers nothing to whatever `binaries` ask of `library`."""
    names = sorted(set().union(*(imports(binary).get(library, set()) for binary in binaries)))
    lines = [SPECIAL.get(name, f"void *{name}(void) {{ return 0; }}") for name in names]
    source = folder / f"{library}.c"
    source.write_text("\n".join(f"__declspec(dllexport) {line}" for line in lines) + "\n", encoding="ascii")
    return _compiled(library, source)


def complex_mathematics(packages: Path, folder: Path, overlay: Path) -> Path | None:
    """The C runtime's mathematics with complex numbers; patched copies of what asks for them go into `overlay`."""
    asking = {path: imports(path).get(MATHS, set()) for path in sorted(packages.glob("numpy/**/*.pyd"))}
    asking = {path: names for path, names in asking.items() if any(map(COMPLEX.fullmatch, names))}
    if not asking:
        return None
    wanted = sorted(set().union(*asking.values()))
    source, exports = folder / f"{OUR_MATHS}.c", folder / f"{OUR_MATHS}.def"
    bodies = [body for name in wanted if (body := _wrapper(name))]
    source.write_text("\n".join(("#include <complex.h>", *bodies, "")), encoding="ascii")
    exports.write_text("\n".join((f"LIBRARY {OUR_MATHS}", "EXPORTS", *_exports(wanted), "")), encoding="ascii")
    for path in asking:
        patched = overlay / path.relative_to(packages)
        patched.parent.mkdir(parents=True, exist_ok=True)
        patched.write_bytes(path.read_bytes().replace(MATHS.encode(), OUR_MATHS.encode()))
    return _compiled(OUR_MATHS, source, exports)


def _wrapper(name: str) -> str:
    """C for one function; Microsoft's long double is a double, so those of the compiler would not fit."""
    if not (parts := COMPLEX.fullmatch(name)):
        return ""
    base, kind = parts.groups()
    real = "float" if kind == "f" else "double"
    number = f"{real} _Complex"
    takes, gives = ("a", "b") if base == "cpow" else ("a",), real if base in PLAIN_RESULT else number
    declared = ", ".join(f"{number} {one}" for one in takes)
    return f"{gives} our_{name}({declared}) {{ return {base}{'f' if kind == 'f' else ''}({', '.join(takes)}); }}"


def _exports(names: Iterable[str]) -> Iterator[str]:
    """Complex mathematics is ours, the rest is handed on to the C runtime."""
    for name in names:
        yield f" {name}=our_{name}" if COMPLEX.fullmatch(name) else f" {name}=ucrtbase.{name}"


def _compiled(library: str, source: Path, *more: Path) -> Path:
    made = source.with_name(f"{library}.dll")
    run([CC, "-O1", "-s", "-shared", "-static-libgcc", "-fno-builtin", "-o", made, source, *more])
    return made
