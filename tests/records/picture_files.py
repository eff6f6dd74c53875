"""Pictures for tests: real ones, and ones that mean harm. All are made here, none is stored."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageDraw

GPS = b"GPS-52.5200N-13.4050E"
WORDS = b"Operator 14 was here"


def encoded(image: Image.Image, format: str, **options: object) -> bytes:
    """An image as a file."""
    into = io.BytesIO()
    image.save(into, format, **options)
    return into.getvalue()


@cache
def photo(width: int = 640, height: int = 480) -> Image.Image:
    """Something with as many colours as a photo; its left upper corner is red, the right one green."""
    noise = Image.effect_noise((width, height), 60)
    made = Image.merge("RGB", (noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 0, width // 4, height // 4), fill=(220, 20, 20))
    draw.rectangle((width - width // 4, 0, width, height // 4), fill=(20, 200, 20))
    return made


def exif(orientation: int = 1) -> bytes:
    """EXIF with an orientation and a text that nobody outside the plant should read."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010E] = WORDS.decode()
    made.get_ifd(0x8825)[29] = GPS.decode()
    return made.tobytes()


def telling_jpeg(orientation: int = 1) -> bytes:
    """A photo as a telephone makes it: turned, with a place, a comment and XMP."""
    return encoded(photo(), "JPEG", quality=90, exif=exif(orientation), comment=WORDS, xmp=b"<x:xmpmeta>" + WORDS)


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, pixels: bytes, *before: bytes, depth: int = 1, colour: int = 0) -> bytes:
    """A PNG with packed pixels and chunks before them."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
    return start + b"".join(before) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def zeros(length: int) -> bytes:
    """So many zero bytes, packed."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(1 << 20)) for _ in range(length >> 20)]
    return b"".join([*parts, packer.compress(bytes(length & (1 << 20) - 1)), packer.flush()])


@cache
def large_png() -> bytes:
    """50 000 x 50 000 pixels, whole and right, in a small file: 2.5 thousand million once decoded."""
    return png(50_000, 50_000, zeros(50_000 * (50_000 // 8 + 1)))


def text_bomb() -> bytes:
    """A small PNG whose text unpacks to 64 MB, forty times."""
    packed = zeros(64 << 20)
    bomb = chunk(b"zTXt", b"Comment\0\0" + packed)
    return png(8, 8, zeros(16), *([bomb] * 40))


def profile_bomb() -> bytes:
    """A small PNG whose colour profile unpacks to 256 MB."""
    return png(8, 8, zeros(16), chunk(b"iCCP", b"P3\0\0" + zeros(256 << 20)))


def crowded_png() -> bytes:
    """A small PNG with two million empty chunks."""
    return png(8, 8, zeros(16), chunk(b"prVt", b"") * 2_000_000)


def empty_png(width: int, height: int) -> bytes:
    """A PNG that promises pixels and has none."""
    return png(width, height, zlib.compress(b"\0"), depth=8, colour=6)


def many_frames(count: int = 10_000) -> bytes:
    """An animation."""
    first = encoded(photo(48, 36).convert("P"), "GIF")
    head = first[: 13 + 768]
    frame = first[13 + 768 : -1]
    return head + frame * count + b";"


def talking_gif() -> bytes:
    """A GIF with a comment of 24 MB in front of its picture."""
    plain = encoded(Image.new("P", (8, 8)), "GIF")
    comment = b"\x21\xfe" + (b"\xff" + b"x" * 255) * 96_000 + b"\0"
    at = plain.index(b"\x2c", 13)
    return plain[:at] + comment + plain[at:]


def broad_gif() -> bytes:
    """A GIF of one pixel on a screen of 65 535 x 65 535."""
    plain = encoded(Image.new("P", (1, 1)), "GIF")
    return plain[:6] + b"\xff\xff\xff\xff" + plain[10:]


def claiming_jpeg(width: int, height: int) -> bytes:
    """A small JPEG that says it is larger."""
    plain = encoded(photo(64, 48), "JPEG")
    at = plain.index(b"\xff\xc0")
    return plain[: at + 5] + struct.pack(">HH", height, width) + plain[at + 9 :]


def many_scans(count: int = 50_000) -> bytes:
    """A progressive JPEG of 49 million pixels that goes over them again and again."""
    plain = encoded(Image.new("L", (7000, 7000)), "JPEG", progressive=True)
    last = plain.rindex(b"\xff\xda")
    return plain[:-2] + plain[last:-2] * count + b"\xff\xd9"


def crowded_jpeg() -> bytes:
    """A JPEG with six million empty segments in front of its picture."""
    plain = encoded(photo(), "JPEG")
    return plain[:2] + b"\xff\xef\x00\x02" * 6_000_000 + plain[2:]


def broad_webp() -> bytes:
    """A WebP animation that says it has 16 777 216 x 16 777 216 pixels."""
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + b"\xff" * 6 + b"ANIM" + struct.pack("<I", 6) + bytes(6)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def broad_bmp() -> bytes:
    """A bitmap that says it has 30 million pixels and ends after its header."""
    head = struct.pack("<IiiHHIIiiII", 40, 6_000, 5_000, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&c;</text></svg>"""
