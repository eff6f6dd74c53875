"""Rules of pictures: upright, small enough, and nothing in them but pixels."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageCms

from console.domain.attachments import DamagedPicture, Limits, TooLarge, TooManyPixels
from console.records.filetypes import file_type
from console.records.pictures import READABLE, clean, pixels
from tests.records.picture_files import GPS, WORDS, encoded, exif, photo, telling_jpeg

LIMITS = Limits()


def opened(data: bytes) -> Image.Image:
    """A cleaned picture as another program sees it."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


def test_nothing_of_where_when_and_by_whom_is_left_in_a_photo() -> None:
    given = telling_jpeg()
    assert GPS in given
    assert given.count(WORDS) >= 3

    cleaned = clean(given, "image/jpeg", "p.jpg", LIMITS)

    for data in (cleaned.data, cleaned.thumb):
        assert GPS not in data
        assert WORDS not in data
        image = opened(data)
        assert dict(image.getexif()) == {}
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("format", ["PNG", "WEBP", "GIF", "JPEG"])
def test_nothing_but_pixels_is_left_in_any_kind(format: str) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", WORDS.decode(), zip=True)
    info.add_itxt("Place", WORDS.decode())
    told = {
        "PNG": {"pnginfo": info, "exif": exif()},
        "WEBP": {"exif": exif(), "xmp": WORDS},
        "GIF": {"comment": WORDS},
        "JPEG": {"comment": WORDS, "exif": exif()},
    }[format]
    given = encoded(photo(), format, **told)

    cleaned = clean(given, f"image/{format.lower()}", "p", LIMITS)

    assert WORDS not in cleaned.data
    assert GPS not in cleaned.data
    assert not {"exif", "xmp", "comment", "Author", "Place", "icc_profile"} & set(opened(cleaned.data).info)


@pytest.mark.parametrize("turned", range(1, 9))
def test_every_photo_stands_upright(turned: int) -> None:
    upright = photo()
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Image.Transpose that a camera held so applies
    stored = upright if turned == 1 else upright.transpose(Image.Transpose(back[turned]))

    cleaned = clean(encoded(stored, "JPEG", quality=95, exif=exif(turned)), "image/jpeg", "p", LIMITS)

    image = opened(cleaned.data)
    assert image.size == upright.size == (cleaned.width, cleaned.height)
    assert near(image, (20, 20), (220, 20, 20))
    assert near(image, (image.width - 20, 20), (20, 200, 20))


def test_a_large_photo_is_made_smaller_and_keeps_its_shape() -> None:
    cleaned = clean(encoded(photo(6000, 3000), "JPEG"), "image/jpeg", "p", LIMITS)
    assert (cleaned.width, cleaned.height) == (4096, 2048)
    assert opened(cleaned.thumb).size == (320, 160)
    assert len(cleaned.data) < LIMITS.size


def test_a_small_photo_is_not_made_larger() -> None:
    cleaned = clean(encoded(photo(40, 30), "JPEG"), "image/jpeg", "p", LIMITS)
    assert (cleaned.width, cleaned.height) == opened(cleaned.thumb).size == (40, 30)


def test_what_shines_through_stays_so_and_a_drawing_stays_sharp() -> None:
    through = Image.new("RGBA", (300, 200), (20, 40, 220, 90))
    assert clean(encoded(through, "PNG"), "image/png", "p", LIMITS).type == "image/png"
    drawing = Image.new("RGB", (900, 700), (255, 255, 255))
    drawing.paste((0, 0, 0), (100, 100, 300, 400))
    cleaned = clean(encoded(drawing, "PNG"), "image/png", "p", LIMITS)
    assert cleaned.type == "image/png"
    assert opened(cleaned.data).convert("RGB").tobytes() == drawing.tobytes()


def test_a_photo_that_came_as_png_is_kept_as_jpeg() -> None:
    assert clean(encoded(photo(1200, 900), "PNG"), "image/png", "p", LIMITS).type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_kind_of_pixel_becomes_a_picture(mode: str) -> None:
    source = photo(60, 40).convert("L") if mode == "I;16" else photo(60, 40).convert(mode)
    given = encoded(Image.new("I;16", (60, 40), 40_000) if mode == "I;16" else source, "PNG")
    cleaned = clean(given, "image/png", "p", LIMITS)
    assert opened(cleaned.data).size == (60, 40)
    if mode == "I;16":
        assert near(opened(cleaned.data), (5, 5), (156, 156, 156))


def test_a_photo_for_print_gets_colours_for_the_screen() -> None:
    given = encoded(Image.new("CMYK", (200, 100), (0, 255, 255, 0)), "JPEG", quality=95)
    cleaned = clean(given, "image/jpeg", "p", LIMITS)
    assert near(opened(cleaned.data), (50, 50), (255, 0, 0))


def test_colours_of_another_profile_are_turned_into_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    usable = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for icc in (profile, usable, b"no profile at all", usable[:200]):
        cleaned = clean(encoded(photo(), "JPEG", icc_profile=icc), "image/jpeg", "p", LIMITS)
        assert "icc_profile" not in opened(cleaned.data).info


def test_the_first_picture_of_an_animation_is_taken() -> None:
    frames = [Image.new("P", (50, 40), colour) for colour in (1, 2, 3)]
    for frame in frames:
        frame.putpalette([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255] + [0] * 756)
    for format in ("GIF", "PNG", "WEBP"):
        source = [frame.convert("RGB") for frame in frames] if format != "GIF" else frames
        given = encoded(source[0], format, save_all=True, append_images=source[1:])
        cleaned = clean(given, f"image/{format.lower()}", "p", LIMITS)
        assert near(opened(cleaned.data), (10, 10), (255, 0, 0)), format


def test_more_pixels_than_allowed_are_refused_with_the_numbers() -> None:
    with pytest.raises(TooManyPixels) as refused:
        clean(encoded(photo(), "JPEG"), "image/jpeg", "p.jpg", replace(LIMITS, pixels=1000))
    assert refused.value.facts == {"name": "p.jpg", "width": 640, "height": 480, "most": 1000}


def test_what_cannot_be_made_small_enough_is_refused() -> None:
    with pytest.raises(TooLarge):
        clean(encoded(photo(), "JPEG"), "image/jpeg", "p", replace(LIMITS, size=1000))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_picture_that_is_cut_off_is_refused(format: str, share: float) -> None:
    whole = encoded(photo(), format)
    with pytest.raises(DamagedPicture):
        clean(whole[: int(len(whole) * share)], f"image/{format.lower()}", "p", LIMITS)


@pytest.mark.parametrize("tail", [b"PK\x03\x04" + bytes(200), b"<html><script>alert(1)</script>", b"MZ" + bytes(999)])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF"])
def test_what_hangs_behind_a_picture_is_cut_off(format: str, tail: bytes) -> None:
    given = encoded(photo(), format) + tail
    cleaned = clean(given, file_type(given, "p.jpg"), "p", LIMITS)
    assert tail not in cleaned.data
    assert tail[:8] not in cleaned.data


def test_the_same_photo_becomes_the_same_bytes() -> None:
    given = telling_jpeg(6)
    assert clean(given, "image/jpeg", "a", LIMITS) == clean(given, "image/jpeg", "b", LIMITS)


def test_a_kept_picture_can_be_shown_at_any_size() -> None:
    cleaned = clean(encoded(photo(), "JPEG"), "image/jpeg", "p", LIMITS)
    whole = pixels(cleaned.data, cleaned.type, "p", 4096, LIMITS)
    small = pixels(cleaned.data, cleaned.type, "p", 100, LIMITS)
    assert (whole.width, whole.height, len(whole.rgba)) == (640, 480, 640 * 480 * 4)
    assert (small.width, small.height) == (100, 75)


def test_every_readable_kind_is_read() -> None:
    kinds = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP", "image/bmp": "BMP"}
    assert set(kinds) == READABLE
    for type, format in kinds.items():
        data = encoded(photo(), format)
        assert file_type(data, "") == type
        assert clean(data, type, "p", LIMITS).width == 640
