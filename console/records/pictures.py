"""Pictures from outside: checked before they are decoded, turned upright, made small enough and written anew.

Pillow sees only the bare picture, only as the one format that its content is, and only if its claimed size is allowed.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass

from PIL import BmpImagePlugin, GifImagePlugin, Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from console.domain.attachments import DamagedPicture, Limits, TooLarge, TooManyPixels
from console.domain.errors import Refusal
from console.records.bare import TYPES, Bare, Broken, bare

log = logging.getLogger(__name__)
READABLE = TYPES  # media types
FORMATS = {
    "image/jpeg": JpegImagePlugin.JpegImageFile.format,
    "image/png": PngImagePlugin.PngImageFile.format,
    "image/gif": GifImagePlugin.GifImageFile.format,
    "image/webp": WebPImagePlugin.WebPImageFile.format,
    "image/bmp": BmpImagePlugin.BmpImageFile.format,
}
QUALITY, THUMB_QUALITY = 88, 80
MOST_WORK = 650_000_000  # pixels times passes: what a photo of the allowed size needs at most
SAMPLE = 256  # pixels of each side of the parts by which a drawing is told from a photo
DRAWN = 1.5  # a drawing packs without loss into less than this, of what it takes as a photo
_SCALED = frozenset({"L", "RGB", "RGBA", "CMYK"})  # modes that can be made smaller as they are
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture as it is kept: nothing in it but pixels."""

    data: bytes
    type: str  # "image/jpeg", or "image/png" for what is transparent or drawn
    width: int  # pixels, upright
    height: int
    thumb: bytes  # JPEG


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: `rgba` is height x width x 4 bytes."""

    width: int
    height: int
    rgba: bytes


def clean(data: bytes, type: str, name: str, limits: Limits) -> Cleaned:
    """The picture as it may be kept. Refusals: TooManyPixels, DamagedPicture, TooLarge (however it is written)."""
    source = looked_at(data, type, name, limits)
    try:
        image = _upright(source, type, limits.side)
        lossless = type != "image/jpeg"
        kept, kind = _written(image, lossless)
        if len(kept) > limits.size:
            kept, kind = _written(_opaque(image), lossless=False)
        small = _opaque(image)
        small.thumbnail((limits.thumb, limits.thumb), Image.Resampling.LANCZOS)
        thumb = _jpeg(small, THUMB_QUALITY)
    except Exception as error:  # whatever a decoder makes of a file from outside, it is the file that is at fault
        raise _damaged(error, name) from error
    if len(kept) > limits.size:
        raise TooLarge(name=name, size=len(kept), most=limits.size)
    return Cleaned(kept, kind, image.width, image.height, thumb)


def pixels(data: bytes, type: str, name: str, longest: int, limits: Limits) -> Pixels:
    """A kept picture to show, at most `longest` pixels wide and high. It is checked as one from outside is: it may have
    come through a database that others write. Refusals as of `clean`."""
    source = looked_at(data, type, name, limits)
    try:
        image = _upright(source, type, longest).convert("RGBA")
        return Pixels(image.width, image.height, image.tobytes())
    except Exception as error:
        raise _damaged(error, name) from error


def looked_at(data: bytes, type: str, name: str, limits: Limits) -> Bare:
    """The bare picture, if what it claims may be decoded; nothing is decoded here."""
    try:
        source = bare(data, type)
    except Broken as error:
        raise DamagedPicture(str(error), name=name) from error
    most = limits.pixels if type == "image/jpeg" else limits.pixels * 3 // 5  # others need more memory
    if source.width * source.height > most:
        raise TooManyPixels(name=name, width=source.width, height=source.height, most=most)
    if source.width * source.height * source.passes > MOST_WORK or not source.complete:
        raise DamagedPicture("it claims more than it is", name=name)
    return source


def _damaged(error: Exception, name: str) -> Refusal:
    log.info("A picture cannot be decoded: %r", error)
    return DamagedPicture(repr(error), name=name)


def _upright(source: Bare, type: str, longest: int) -> Image.Image:
    """Decoded, at most `longest` on the long side, sRGB, turned; RGBA where something shines through."""
    with Image.open(io.BytesIO(source.data), formats=(FORMATS[type] or "",)) as opened:
        if opened.size != (source.width, source.height):
            raise Broken("two sizes")
        image: Image.Image = opened
        if type != "image/jpeg":
            image.load()
            image = image if image.mode in _SCALED and "transparency" not in image.info else _plain(image)
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        image.load()
        image = _plain(_in_srgb(image, source.profile))
    if source.orientation in _TURNS:
        image = image.transpose(_TURNS[source.orientation])
    image.info.clear()
    return image


def _plain(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L") and "transparency" not in image.info:
        return image
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        lowest, _ = image.getchannel("A").getextrema()
        return image if isinstance(lowest, int) and lowest < 255 else image.convert("RGB")
    if image.mode.startswith("I;16"):  # sixteen bits a pixel: the upper eight
        return image.point(lambda value: value * (1 / 256)).convert("L")
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as sRGB; unchanged without a profile, and where the profile cannot be used."""
    if not profile or b"sRGB" in profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        here = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        there = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        turned = ImageCms.profileToProfile(image, here, there, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        log.debug("A colour profile cannot be used: %r", error)
        return image
    return turned or image


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image.copy()
    ground = Image.new("RGB", image.size, (255, 255, 255))
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _written(image: Image.Image, lossless: bool) -> tuple[bytes, str]:
    if image.mode == "RGBA" or (lossless and _drawn(image)):
        into = io.BytesIO()
        image.save(into, "PNG")
        return into.getvalue(), "image/png"
    return _jpeg(image, QUALITY), "image/jpeg"


def _drawn(image: Image.Image) -> bool:
    """Whether it looks drawn (a screen, a plan) rather than photographed, by nine parts of it."""
    parts = Image.new(image.mode, (3 * SAMPLE, 3 * SAMPLE))
    for column in range(3):
        for row in range(3):
            x = max(0, image.width - SAMPLE) * column // 2
            y = max(0, image.height - SAMPLE) * row // 2
            parts.paste(image.crop((x, y, x + SAMPLE, y + SAMPLE)), (column * SAMPLE, row * SAMPLE))
    packed = io.BytesIO()
    parts.save(packed, "PNG")
    return len(packed.getvalue()) < DRAWN * len(_jpeg(parts, QUALITY))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    into = io.BytesIO()
    image.save(into, "JPEG", quality=quality, optimize=True)
    return into.getvalue()
