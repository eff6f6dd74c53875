"""Rules of the content store and of what a file is: whole or not at all, proved when read, known by its content."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import textwrap
import threading
import time
import zipfile
from pathlib import Path

import pytest

from console.domain.attachments import ContentChanged, ContentComing, EmptyFile, NotWhatItSays, TypeNotAllowed
from console.records.files import STALE, Files
from console.records.filetypes import file_type, text_of
from console.records.wholefile import write_whole
from tests.paths import ROOT

DATA = b"what was seen at the press" * 100
HASH = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "attachments")


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_content_lies_under_its_hash_and_is_read_back(files: Files) -> None:
    assert files.put(DATA) == (HASH, True)
    assert files.put(DATA) == (HASH, False)
    assert files.get(HASH) == DATA
    assert files.has(HASH)
    assert everything(files.folder) == [f"{HASH[:2]}/{HASH}"]


@pytest.mark.parametrize("change", [b"x" + DATA[1:], DATA[:-1], DATA + b"\0", b""])
def test_a_changed_file_is_noticed_named_and_not_shown(files: Files, change: bytes) -> None:
    files.put(DATA)
    files.path(HASH).write_bytes(change)

    with pytest.raises(ContentChanged) as refused:
        files.get(HASH, "press.jpg")

    assert refused.value.facts == {"name": "press.jpg", "path": str(files.path(HASH)), "sha256": HASH}


def test_the_right_content_replaces_a_changed_file_and_the_changed_one_stays_beside_it(files: Files) -> None:
    files.put(DATA)
    files.path(HASH).write_bytes(b"another")
    assert files.put(DATA) == (HASH, True)
    assert files.get(HASH) == DATA
    assert (files.path(HASH).with_name(HASH + ".changed")).read_bytes() == b"another"


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "/etc/passwd", HASH.upper(), HASH + "/..", "..\\..\\x"])
def test_what_is_no_hash_never_becomes_a_path(files: Files, name: str) -> None:
    assert not files.has(name)
    with pytest.raises(ContentComing):
        files.get(name)
    with pytest.raises(ValueError, match="no hash"):
        files.path(name)
    assert files.size(name) == 0


def test_what_is_not_here_is_coming(files: Files) -> None:
    with pytest.raises(ContentComing):
        files.get(HASH)


@pytest.mark.skipif(os.name != "posix", reason="rights of a file")
def test_nobody_else_on_this_pc_reads_what_is_kept(files: Files) -> None:
    files.put(DATA)
    assert files.path(HASH).stat().st_mode & 0o077 == 0


def test_what_a_killed_process_left_half_written_is_swept_away_later(files: Files) -> None:
    files.put(DATA)
    old, young = (files.folder / "ab" / f".{name}.part" for name in ("old", "young"))
    old.parent.mkdir(exist_ok=True)
    for half in (old, young):
        half.write_bytes(b"half")
    os.utime(old, (time.time() - STALE - 5,) * 2)
    assert files.sweep() == 1
    assert everything(files.folder) == sorted([f"{HASH[:2]}/{HASH}", "ab/.young.part"])


FULL = """
    import logging, resource, signal, sys
    from pathlib import Path
    from console.records.files import Files
    files = Files(Path(sys.argv[1]))
    files.put(b"before" * 1000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    try:
        files.put(bytes(300_000))
    except Exception as error:
        print(type(error).__name__, error.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    files.put(bytes(300_000))
    print("goes on")
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of a process")
def test_a_disk_that_takes_no_more_is_a_refusal_with_nothing_half_written(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    command = [sys.executable, "-c", textwrap.dedent(FULL), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["DiskFull disk_full", "goes on"]
    assert len(everything(folder)) == 2
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() in name for name in everything(folder))


KILLED = """
    import sys
    from pathlib import Path
    from console.records.files import Files
    files = Files(Path(sys.argv[1]))
    for number in range(100_000):
        sha256, _ = files.put(number.to_bytes(4, "big") * 50_000)
        print(sha256, flush=True)
"""


def test_what_was_said_to_be_kept_survives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(folder)]
    for _ in range(5):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said = [process.stdout.readline().strip() for _ in range(20)]
            process.kill()
            said += process.stdout.read().split()[:-1]  # the last one may be cut
        files = Files(folder)
        assert all(files.get(sha256) for sha256 in said)
        whole = [path for path in folder.glob("*/*") if not path.name.endswith(".part")]
        assert all(hashlib.sha256(path.read_bytes()).hexdigest() == path.name for path in whole)


def test_many_threads_keep_the_same_content_once(files: Files) -> None:
    threads = [threading.Thread(target=lambda: [files.put(DATA) for _ in range(50)]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert everything(files.folder) == [f"{HASH[:2]}/{HASH}"]
    assert files.get(HASH) == DATA


def test_a_copy_replaces_a_file_only_when_it_is_complete(tmp_path: Path) -> None:
    there = tmp_path / "copy.pdf"
    there.write_bytes(b"before")
    with pytest.raises(TypeError):
        write_whole(there, "no bytes")  # type: ignore[arg-type]
    assert there.read_bytes() == b"before"
    write_whole(there, DATA)
    assert there.read_bytes() == DATA
    assert everything(tmp_path) == ["copy.pdf"]


# What a file is


def office(folder: str, *more: str) -> bytes:
    """A document as an office program writes it, reduced."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("[Content_Types].xml", f"{folder}/document.xml", *more):
            file.writestr(name, "<x/>")
    return into.getvalue()


def opendocument(kind: str, *more: str) -> bytes:
    """The same as an OpenDocument."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        for name in ("content.xml", *more):
            file.writestr(name, "<x/>")
    return into.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("data", "name", "type"),
    [
        (b"%PDF-1.7\n...", "drawing.pdf", "application/pdf"),
        (b"%PDF-1.7\n...", "drawing", "application/pdf"),
        (b"Zeit;Teile\r\n06:00;12\r\n", "count.csv", "text/csv"),
        ("时间;数量\r\n".encode("gb18030"), "count.csv", "text/csv"),
        ("时间\t数量\r\n".encode("utf-16"), "count.txt", "text/plain"),
        (b"\xef\xbb\xbfwith a mark", "a.TXT", "text/plain"),
        (b"=cmd|' /C calc'!A0", "a.csv", "text/csv"),
        (office("word"), "a.docx", WORD),
        (office("xl"), "a.xlsx", SHEET),
        (opendocument("spreadsheet"), "a.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        (b"\0\0\0\x20ftypisom" + bytes(40), "a.mp4", "video/mp4"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "a.png", "image/jpeg"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, name: str, type: str) -> None:
    assert file_type(data, name) == type


@pytest.mark.parametrize(
    ("data", "name", "family"),
    [
        (b"MZ\x90\0" + bytes(60), "setup", "program"),
        (b"\x7fELF" + bytes(60), "a.jpg", "program"),
        (b"#!/bin/sh\nrm -rf ~\n", "a.txt", "program"),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(60), "a.txt", "program"),
        (b"@echo off\r\ndel *.*\r\n", "a.bat", "program"),
        (b"WScript.Echo(1)", "a.js", "program"),
        (b"<html><script>alert(1)</script>", "a.txt", "markup"),
        (b"  \n<?xml version='1.0'?><svg/>", "a.csv", "markup"),
        (b"PK\x03\x04" + bytes(100), "a.zip", "archive"),
        (office("word", "word/vbaProject.bin"), "a.docx", "macros"),
        (opendocument("text", "Basic/script-lc.xml"), "a.odt", "macros"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", "office"),
        (b"\0\0\0\x20ftypheic" + bytes(40), "a.heic", "heic"),
        (b"\0\0\0\x20ftypavif" + bytes(40), "a.avif", "picture"),
        (b"II*\0" + bytes(40), "a.tif", "picture"),
        (bytes(64), "a", "other"),
        (b"plain words", "a.conf", "other"),
    ],
)
def test_what_can_hurt_or_cannot_be_read_is_not_taken(data: bytes, name: str, family: str) -> None:
    with pytest.raises(TypeNotAllowed) as refused:
        file_type(data, name)
    assert refused.value.facts["family"] == family


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "a.exe"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "holiday.jpg.exe"),
        (b"%PDF-1.7", "a.jpg"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "a.pdf"),
        (b"just words", "a.jpg"),
        (bytes(40), "a.pdf"),
        (office("word"), "a.xlsx"),
    ],
)
def test_a_name_that_says_something_else_is_not_believed(data: bytes, name: str) -> None:
    with pytest.raises(NotWhatItSays):
        file_type(data, name)


def test_nothing_is_no_file() -> None:
    with pytest.raises(EmptyFile):
        file_type(b"", "a.txt")


def test_a_text_is_read_as_it_was_written() -> None:
    assert text_of("时间;数量".encode("gb18030"), 100) == "时间;数量"
    assert text_of(b"abcdef", 3) == "abc"
    assert text_of(bytes(9), 3) == ""
