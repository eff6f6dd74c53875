"""Promise 13: pictures and files cannot hurt. Bombs of every kind, in a process whose memory is measured."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.attachments import Limits
from console.domain.errors import Refusal
from console.records.filetypes import file_type
from console.records.pictures import READABLE, clean, pixels
from tests.paths import ROOT
from tests.records import picture_files as made

LIMITS = Limits()
BUDGET = 1.0  # seconds
MOST_MEMORY = 120  # MB at the peak more than before all: the file, what was taken from it, and room to work in


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return into.getvalue()


def crowded_zip() -> bytes:
    """A ZIP that says it has 300 000 members."""
    one = packed({"a": b""})
    at = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entry = one[at:end]
    size = len(entry) * 300_000
    tail = bytearray(one[end:])
    tail[12:16] = size.to_bytes(4, "little")
    return one[:at] + entry * 300_000 + bytes(tail)


# name -> (makes the file, what it is called, code of the refusal or "" where what is safe of it is kept)
BOMBS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "PNG of 50 000 x 50 000 pixels": (made.large_png, "p.png", "too_many_pixels"),
    "PNG that promises 35 million pixels": (lambda: made.empty_png(5900, 5900), "p.png", "damaged_picture"),
    "PNG with 40 texts of 64 MB each": (made.text_bomb, "p.png", ""),
    "PNG with a profile of 256 MB": (made.profile_bomb, "p.png", ""),
    "PNG with two million chunks": (made.crowded_png, "p.png", "damaged_picture"),
    "GIF with 10 000 frames": (made.many_frames, "p.gif", ""),
    "GIF with a comment of 24 MB": (made.talking_gif, "p.gif", ""),
    "GIF of one pixel on a huge screen": (made.broad_gif, "p.gif", "too_many_pixels"),
    "JPEG that claims 65 500 x 65 500": (lambda: made.claiming_jpeg(65_500, 65_500), "p.jpg", "too_many_pixels"),
    "JPEG that claims 7 000 x 7 000": (lambda: made.claiming_jpeg(7_000, 7_000), "p.jpg", "damaged_picture"),
    "JPEG that is smaller than it is": (lambda: made.claiming_jpeg(16, 16), "p.jpg", ""),
    "JPEG with 50 000 scans": (made.many_scans, "p.jpg", "damaged_picture"),
    "JPEG with six million segments": (made.crowded_jpeg, "p.jpg", "damaged_picture"),
    "WebP of 16 million squared": (made.broad_webp, "p.webp", "too_many_pixels"),
    "BMP without its pixels": (made.broad_bmp, "p.bmp", "damaged_picture"),
    "SVG with entities": (lambda: made.ENTITIES, "p.svg", "type_not_allowed"),
    "SVG that says it is a PNG": (lambda: made.ENTITIES, "p.png", "type_not_allowed"),
    "ZIP with 300 000 members": (crowded_zip, "p.zip", "type_not_allowed"),
    "GZIP": (lambda: gzip.compress(bytes(1 << 24)), "p.log", "type_not_allowed"),
    "program that says it is a photo": (lambda: b"MZ" + bytes(4096), "p.jpg", "type_not_allowed"),
    "text of 25 MB": (lambda: b"1;2;3\n" * (25 * 1024 * 1024 // 6), "p.csv", ""),
}


def taken(data: bytes, name: str) -> str:
    """The code with which a file is refused; "" where it is taken."""
    try:
        type = file_type(data, name)
        if type in READABLE:
            cleaned = clean(data, type, name, LIMITS)
            pixels(cleaned.data, cleaned.type, name, 1024, LIMITS)
    except Refusal as refusal:
        return refusal.code
    return ""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """Every bomb offered in one process that made none of them: code, seconds, megabytes more than before all."""
    folder = tmp_path_factory.mktemp("bombs")
    for number, (make, _, _) in enumerate(BOMBS.values()):
        data = make()
        assert len(data) <= LIMITS.size, "it would be refused for its size alone"
        (folder / str(number)).write_bytes(data)
    command = [sys.executable, "-m", "tests.journeys.test_bombs", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=100)
    result: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return result


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_a_second_and_in_little_memory(name: str, seen: dict[str, dict[str, float]]) -> None:
    found = seen[name]
    what = found["code"] or "made harmless"
    print(f"{name}, {found['size']:.0f} KB: {what} in {found['seconds']:.3f} s, peak {found['megabytes']:.0f} MB more")
    assert found["code"] == BOMBS[name][2]
    assert found["seconds"] < BUDGET
    assert found["megabytes"] < MOST_MEMORY


SEEDS = {
    format: made.encoded(made.photo(48, 36), format, **options)
    for format, options in {
        "JPEG": {"exif": made.exif(6), "comment": made.WORDS},
        "PNG": {"exif": made.exif(3)},
        "GIF": {},
        "WEBP": {"exif": made.exif(8)},
        "BMP": {},
    }.items()
} | {
    "JPEG progressive": made.encoded(made.photo(48, 36), "JPEG", progressive=True),
    "PNG palette": made.encoded(made.photo(48, 36).convert("P"), "PNG", transparency=3),
    "PNG sixteen": made.encoded(made.Image.new("I;16", (48, 36), 999), "PNG"),
    "WEBP lossless": made.encoded(made.photo(48, 36).convert("RGBA"), "WEBP", lossless=True),
    "WEBP moving": made.encoded(
        made.photo(48, 36), "WEBP", save_all=True, append_images=[made.photo(48, 36).rotate(90)]
    ),
}
Change = tuple[str, int, bytes]


def changed(data: bytes, changes: list[Change]) -> bytes:
    """A file after it was cut, overwritten, repeated and filled at places."""
    for how, where, some in changes:
        at = where % (len(data) + 1)
        if how == "write":
            data = data[:at] + some + data[at + len(some) :]
        elif how == "insert":
            data = data[:at] + some + data[at:]
        elif how == "cut":
            data = data[:at]
        else:
            data = data[:at] + data[max(0, at - 40 * len(some)) :]
    return data


mutations = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "write", "insert", "cut", "repeat"]),
        st.one_of(st.integers(0, 80), st.integers(0, 100_000)),
        st.one_of(
            st.binary(min_size=1, max_size=4), st.sampled_from([b"\xff" * 4, bytes(4), b"\x7f\xff", b"\xff\xda"])
        ),
    ),
    min_size=1,
    max_size=6,
)


def try_mutated(seed: str, changes: list[Change]) -> None:
    data = changed(SEEDS[seed], changes)
    began = time.perf_counter()
    taken(data, "")
    assert time.perf_counter() - began < BUDGET


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.sampled_from(sorted(SEEDS)), changes=mutations)
def test_no_damaged_picture_does_more_than_be_refused(seed: str, changes: list[Change]) -> None:
    try_mutated(seed, changes)


@pytest.mark.soak
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.sampled_from(sorted(SEEDS)), changes=mutations)
def test_no_damaged_picture_does_more_than_be_refused_in_many_tries(seed: str, changes: list[Change]) -> None:
    try_mutated(seed, changes)


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["", "a.jpg", "a.csv", "a.pdf", "a.docx", "a.exe", "a"]))
def test_no_bytes_at_all_do_more_than_be_refused(data: bytes, name: str) -> None:
    taken(data, name)


@settings(max_examples=200, deadline=None)
@given(
    start=st.sampled_from([b"PK\x03\x04", b"%PDF-", b"RIFF1234WEBP", b"BM", b"GIF89a"]), rest=st.binary(max_size=300)
)
def test_no_file_that_begins_well_does_more_than_be_refused(start: bytes, rest: bytes) -> None:
    taken(start + rest, "")


def _peak() -> float:
    """The most memory that this process had since it was last asked where the system can tell that, else ever; MB."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 2**20
    if not sys.platform.startswith("linux"):
        return float(psutil.Process().memory_info().rss) / 2**20
    status = Path("/proc/self/status").read_text()
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")  # proc(5): the peak begins anew
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _main(folder: Path) -> None:
    taken(made.encoded(made.photo(64, 64), "PNG"), "warm.png")  # what is loaded once is not the bomb's
    _peak()
    before, result = _peak(), {}
    for number, (name, (_, called, _)) in enumerate(BOMBS.items()):
        data = (folder / str(number)).read_bytes()
        _peak()
        began = time.perf_counter()
        code = taken(data, called)
        seconds = time.perf_counter() - began
        result[name] = {"code": code, "seconds": seconds, "megabytes": _peak() - before, "size": len(data) / 1024}
    print(json.dumps(result))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
