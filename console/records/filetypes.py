"""What a file is, by its content; what its name says is only compared with it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from console.domain.attachments import ENDINGS, EmptyFile, NotWhatItSays, TypeNotAllowed
from console.records.bare_png import SIGNATURE as PNG

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (PNG, "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
)
_REFUSED: tuple[tuple[bytes, str, str], ...] = (  # first bytes, media type, family
    (b"MZ", "application/vnd.microsoft.portable-executable", "program"),
    (b"\x7fELF", "application/x-elf", "program"),
    (b"\xcf\xfa\xed\xfe", "application/x-mach-binary", "program"),
    (b"\xca\xfe\xba\xbe", "application/java-vm", "program"),
    (b"L\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut", "program"),
    (b"#!", "text/x-script", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", "office"),
    (b"{\\rtf", "application/rtf", "office"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "archive"),
    (b"Rar!", "application/vnd.rar", "archive"),
    (b"\x1f\x8b", "application/gzip", "archive"),
    (b"II*\0", "image/tiff", "picture"),
    (b"MM\0*", "image/tiff", "picture"),
)
_BRANDS: dict[bytes, tuple[str, str]] = dict.fromkeys(
    (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"), ("image/heic", "heic")
) | dict.fromkeys((b"avif", b"avis"), ("image/avif", "picture"))
_FILMS = frozenset({b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"})
_TEXTS = {
    ".txt": "text/plain",
    ".log": "text/plain",
    ".md": "text/plain",
    ".json": "text/plain",
    ".csv": "text/csv",
    ".tsv": "text/plain",
}
_PROGRAMS = frozenset(
    {".exe", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jse", ".wsf", ".hta", ".scr", ".msi", ".lnk", ".reg"}
    | {".jar", ".sh", ".py", ".dll"}
)
_PAGES = frozenset({".htm", ".html", ".xhtml", ".svg", ".xml", ".php", ".mht"})
_PICTURES = {
    ".jpg": "image/",
    ".jpeg": "image/",
    ".png": "image/",
    ".gif": "image/",
    ".webp": "image/",
    ".bmp": "image/",
    ".heic": "image/",
}
_SAYS = {ending: type for type, ending in ENDINGS.items()} | _TEXTS | _PICTURES
_OFFICE = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
_UNFIT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
MOST_MEMBERS, MOST_DIRECTORY = 5000, 1024 * 1024


def file_type(data: bytes, name: str) -> str:
    """The media type of a file that is called `name` ("" = without a name): one of ENDINGS, or of a picture that can be
    made one. Refusals: EmptyFile, TypeNotAllowed, NotWhatItSays."""
    if not data:
        raise EmptyFile(name=name)
    ending = PurePath(name).suffix.lower()
    found = _by_content(data, name, ending)
    says = _SAYS.get(ending, "")
    if ending in _PROGRAMS | _PAGES or (says and not found.startswith(says)):
        raise NotWhatItSays(name=name, says=ending, type=found)
    return found


def _by_content(data: bytes, name: str, ending: str) -> str:
    for start, type, family in _REFUSED:
        if data.startswith(start):
            raise TypeNotAllowed(name=name, type=type, family=family)
    for start, type in _MAGIC:
        if data.startswith(start) and (start != b"BM" or data[6:10] == b"\0\0\0\0"):
            return type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return _film(data[8:12], name)
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, name)
    return _text(data, name, ending)


def _film(brand: bytes, name: str) -> str:
    if brand in _FILMS:
        return "video/mp4"
    type, family = _BRANDS.get(brand, ("video/quicktime", "other"))
    raise TypeNotAllowed(name=name, type=type, family=family)


def _packed(data: bytes, name: str) -> str:
    """Office documents without macros; nothing in them is unpacked."""
    members = _members(data)
    if any(m.lower().endswith("vbaproject.bin") or m.startswith(("Basic/", "Scripts/")) for m in members):
        raise TypeNotAllowed(name=name, type="application/zip", family="macros")
    if "[Content_Types].xml" in members:
        for folder, ending in _OFFICE.items():
            if any(member.startswith(folder) for member in members):
                return _SAYS[ending]
    if data[30:38] == b"mimetype" and "content.xml" in members:
        for type in ENDINGS:
            if type.startswith("application/vnd.oasis") and data[38:].startswith(type.encode()):
                return type
    raise TypeNotAllowed(name=name, type="application/zip", family="archive")


def _members(data: bytes) -> list[str]:
    end = data.rfind(b"PK\x05\x06")
    count, size = (int.from_bytes(data[i:j], "little") for i, j in ((end + 10, end + 12), (end + 12, end + 16)))
    if end < 0 or count > MOST_MEMBERS or size > MOST_DIRECTORY:
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return packed.namelist()
    except Exception:  # whatever zipfile makes of what another program wrote: it is no document then
        return []


def _text(data: bytes, name: str, ending: str) -> str:
    words = _decoded(data)
    if words is None:
        says = _SAYS.get(ending, "")
        if says:
            raise NotWhatItSays(name=name, says=ending, type="")
        raise TypeNotAllowed(name=name, type="application/octet-stream", family="other")
    if words.lstrip()[:1] == "<" or ending in _PAGES:
        svg = "<svg" in words[:4096].lower()
        raise TypeNotAllowed(name=name, type="image/svg+xml" if svg else "text/html", family="markup")
    if ending in _PROGRAMS:
        raise TypeNotAllowed(name=name, type="text/x-script", family="program")
    if ending in _TEXTS:
        return _TEXTS[ending]
    if ending in _SAYS:
        raise NotWhatItSays(name=name, says=ending, type="text/plain")
    raise TypeNotAllowed(name=name, type="text/plain", family="other")


def _decoded(data: bytes) -> str | None:
    """The text, None where it is none; Chinese as older systems write it is text too."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for code in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            words = data.decode(code)
        except UnicodeDecodeError:
            continue
        return None if _UNFIT_TEXT.search(words) else words
    return None


def text_of(data: bytes, most: int) -> str:
    """The beginning of a kept text, to show: at most `most` characters; "" where it is none."""
    return (_decoded(data) or "")[:most]
