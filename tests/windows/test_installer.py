"""Rules of the setup program, tried with a toy in place of the console: quick enough for all that can go wrong."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.windows.conftest import packed
from tests.windows.machine import NATIVE, Machine, wait_for
from tests.windows.toys import BIG, RUN, Toy, make_toy

DONE, FAILED, RUNNING, NEWER, MISUNDERSTOOD, NO_ROOM, TWO, FROM_MSI = 0, 2, 3, 4, 6, 8, 9, 10
Setups = Callable[..., Path]


@pytest.fixture(scope="session")
def toy_setup(tmp_path_factory: pytest.TempPathFactory) -> Setups:
    """`toy_setup(version, big=False)`: a setup of the toy, made once."""
    folder = tmp_path_factory.mktemp("toys")
    made: dict[tuple[str, bool], Path] = {}

    def make(version: str = "1.2.3", big: bool = False) -> Path:
        if (version, big) not in made:
            name = "big" if big else "small"
            payload = folder / name if (folder / name).exists() else make_toy(folder / name, big)
            made[version, big] = packed(payload, version, folder / f"{name}-{version}.exe")
        return made[version, big]

    return make


@pytest.fixture(params=[False, True], ids=["for one account", "for everyone"])
def toy(request: pytest.FixtureRequest, machine: Machine) -> Iterator[Toy]:
    """A toy that is not installed yet, for one account and for all of them."""
    made = Toy(machine, request.param)
    yield made
    clean(made)


@pytest.fixture
def mine(machine: Machine) -> Iterator[Toy]:
    """A toy that is not installed yet, for this account."""
    made = Toy(machine)
    yield made
    clean(made)


def clean(toy: Toy) -> None:
    """Take away everything that a test installed."""
    toy.end()
    if (toy.folder / "uninstall.exe").exists():
        toy.remove()
    shutil.rmtree(toy.folder, ignore_errors=True)


def test_a_silent_setup_brings_files_links_and_an_entry_in_the_list_of_programs(toy: Toy, toy_setup: Setups) -> None:
    assert toy.install(toy_setup(), "/DESKTOP=1", "/WALL=1") == DONE, toy.log()

    names = {"gemba-console.exe", "gemba-console-cli.exe", "_internal/deep/部品.txt"}
    assert set(toy.files()) == names
    assert toy.links() == ["Programs", "Desktop"]
    assert toy.at_sign_in() == f'"{toy.machine.told(toy.window)}" --wall'
    listed = toy.listed()
    assert (listed["DisplayName"], listed["DisplayVersion"]) == ("Gemba Console", "1.2.3")
    assert toy.machine.path(listed["InstallLocation"]) == toy.folder
    assert int(listed["EstimatedSize"], 16) >= sum(map(len, toy.files().values())) // 1024


def test_removing_leaves_nothing_of_the_program(toy: Toy, toy_setup: Setups) -> None:
    toy.install(toy_setup(), "/DESKTOP=1", "/WALL=1", "/BROKER=mq:1883")

    assert toy.remove() == DONE

    assert toy.files() == {}
    assert (toy.links(), toy.at_sign_in(), toy.listed(), toy.handed()) == ([], "", {}, {})


def test_a_file_that_somebody_put_beside_the_program_survives_it(mine: Toy, toy_setup: Setups) -> None:
    mine.install(toy_setup())
    (mine.folder / "notes.txt").write_text("ours")

    mine.remove()

    assert mine.files() == {"notes.txt": b"ours"}


def test_what_is_handed_to_the_program_stays_over_upgrades_until_it_is_changed(toy: Toy, toy_setup: Setups) -> None:
    words = ["/SITE=\\\\server\\share name\\site.toml", "/PLANT=plant.toml", "/BROKER=[::1]:1883"]
    words += ["/DATABASE=postgresql://gemba@db.plant:5432/shift", "/LANGUAGE=zh_CN", "/WALL=1", "/DESKTOP=1"]
    toy.install(toy_setup("1.2.3"), *words)
    first = toy.handed()
    assert first["Site"] == "\\\\server\\share name\\site.toml"
    assert first["Database"] == "postgresql://gemba@db.plant:5432/shift"
    assert (first["Broker"], first["Language"]) == ("[::1]:1883", "zh_CN")
    assert first["Plant"].endswith("\\plant.toml"), "a whole path, whatever folder the setup ran in"

    toy.install(toy_setup("1.3.0"))
    assert (toy.handed(), toy.links(), bool(toy.at_sign_in())) == (first, ["Programs", "Desktop"], True)

    toy.install(toy_setup("1.3.0"), "/LANGUAGE=en", "/SITE=", "/WALL=0", "/DESKTOP=0")
    del first["Site"]
    assert (toy.handed(), toy.links()) == (first | {"Language": "en"}, ["Programs"])
    assert toy.at_sign_in() == ""


@pytest.mark.parametrize(
    "word",
    [
        "/BROKR=mq",
        "/WALL=yes",
        "/LANGUAGE=de",
        "/LANGUAGE=ZH_cn",
        "/DESKTOP=2",
        "/BROKER=mqtt://mq",
        "/BROKER=anna@mq",
        "/DATABASE=db.plant",
        "/DATABASE=postgresql://gemba:secret@db/shift",
        "site.toml",
    ],
)
def test_a_word_that_is_not_understood_installs_nothing_and_is_named(mine: Toy, toy_setup: Setups, word: str) -> None:
    assert mine.install(toy_setup(), word) == MISUNDERSTOOD

    assert (mine.files(), mine.handed(), mine.listed()) == ({}, {}, {})
    assert word.partition("=")[0] in mine.log()
    assert "secret" not in mine.log(), "a password is not written down"


def test_a_folder_in_quotation_marks_is_understood_too(mine: Toy, toy_setup: Setups, machine: Machine) -> None:
    quoted = Toy(machine, folder=machine.path("C:\\Some Place"))

    assert mine.install(toy_setup(), f"/D={machine.told(quoted.folder)}", "/LANGUAGE=en") == DONE

    assert (len(quoted.files()), mine.files(), mine.handed()) == (3, {}, {"Language": "en"})
    clean(quoted)


def test_the_log_can_lie_where_it_is_wanted(mine: Toy, toy_setup: Setups, tmp_path: Path) -> None:
    place = tmp_path / "日志 of the setup.txt"

    mine.install(toy_setup(), f"/LOG={mine.machine.told(place)}")

    assert "Version 1.2.3 is installed in" in place.read_bytes().decode("utf-16")


def test_an_older_version_is_refused_and_the_same_one_repairs(toy: Toy, toy_setup: Setups) -> None:
    toy.install(toy_setup("1.10.0"))
    (toy.folder / "_internal" / "deep" / "部品.txt").unlink()
    toy.window.unlink()
    damaged = toy.files()

    assert toy.install(toy_setup("1.9.0")) == NEWER
    assert (toy.files(), toy.listed()["DisplayVersion"]) == (damaged, "1.10.0")

    assert toy.install(toy_setup("1.10.0")) == DONE
    assert set(toy.files()) > set(damaged)
    assert toy.window.exists()


def test_nothing_of_the_old_version_is_left_after_an_upgrade(mine: Toy, toy_setup: Setups) -> None:
    mine.install(toy_setup("1.2.3", big=True))
    assert "_internal/big.bin" in mine.files()

    mine.install(toy_setup("1.3.0"))

    assert set(mine.files()) == {"gemba-console.exe", "gemba-console-cli.exe", "_internal/deep/部品.txt"}
    assert mine.listed()["DisplayVersion"] == "1.3.0"


def test_an_upgrade_goes_where_the_program_is_and_moves_it_when_told(
    mine: Toy, toy_setup: Setups, machine: Machine
) -> None:
    elsewhere = Toy(machine, folder=machine.path("C:\\Some Place\\Gemba 控制台"))
    assert mine.install(toy_setup("1.2.3"), f"/D={machine.told(elsewhere.folder)}") == DONE
    assert (len(elsewhere.files()), mine.files()) == (3, {})

    mine.install(toy_setup("1.3.0"))
    assert (len(elsewhere.files()), mine.files()) == (3, {})

    mine.install(toy_setup("1.3.0"), f"/D={machine.told(mine.folder)}")
    assert (elsewhere.folder.exists(), len(mine.files())) == (False, 3)


def test_a_start_at_sign_in_that_the_program_wrote_is_left_as_it_is_and_goes_with_the_program(
    mine: Toy, toy_setup: Setups, machine: Machine
) -> None:
    mine.install(toy_setup("1.2.3"))
    words = f'"{machine.told(mine.window)}" --wall --data C:\\Line3'
    machine.run("reg", "add", f"HKCU\\{RUN}", "/v", "Gemba Console", "/t", "REG_SZ", "/d", words, "/f")

    mine.install(toy_setup("1.3.0"))
    assert mine.at_sign_in() == words

    moved = Toy(machine, folder=machine.path("C:\\Some Place"))
    mine.install(toy_setup("1.3.0"), f"/D={machine.told(moved.folder)}")
    assert mine.at_sign_in() == f'"{machine.told(moved.window)}" --wall --data C:\\Line3'

    moved.remove()
    assert mine.at_sign_in() == ""
    clean(moved)


def test_a_folder_of_another_program_is_not_taken(mine: Toy, toy_setup: Setups) -> None:
    (mine.folder / "_internal").mkdir(parents=True)
    (mine.folder / "_internal" / "theirs.dll").write_text("theirs")

    assert mine.install(toy_setup()) == FAILED
    assert mine.files() == {"_internal/theirs.dll": b"theirs"}


def test_a_running_console_is_asked_to_end_and_is_back_afterwards(toy: Toy, toy_setup: Setups) -> None:
    toy.install(toy_setup("1.2.3"))
    first = toy.start(toy.window)
    wait_for("the toy runs", toy.runs, 10)

    assert toy.install(toy_setup("1.3.0")) == DONE, toy.log()
    assert first.wait(10) == 0
    wait_for("it is back", toy.runs, 10)
    assert "asked to end" in toy.log()

    assert toy.install(toy_setup("1.3.0"), "/NOSTART") == DONE
    assert not toy.runs()


def test_while_a_console_does_not_end_nothing_is_upgraded_and_nothing_removed(mine: Toy, toy_setup: Setups) -> None:
    mine.install(toy_setup("1.2.3"))
    before = mine.files()
    deaf = mine.start(mine.window, "--deaf")
    wait_for("the toy runs", mine.runs, 10)

    assert mine.install(toy_setup("1.3.0"), "/LANGUAGE=en") == RUNNING
    assert mine.remove("/REMOVEDATA") == RUNNING

    assert (mine.files(), mine.listed()["DisplayVersion"], mine.handed()) == (before, "1.2.3", {})
    deaf.kill()
    deaf.wait()
    wait_for("it is gone", lambda: not mine.runs(), 10)
    assert mine.install(toy_setup("1.3.0")) == DONE


def test_what_an_msi_installed_for_everyone_is_left_to_the_msi(machine: Machine, toy_setup: Setups) -> None:
    family = "{01234567-89AB-CDEF-0123-456789ABCDEF}"
    turned = "76543210BA98FEDC1032547698BADCFE"  # as the list of Windows Installer writes it
    places = ("Classes", "Microsoft\\Windows\\CurrentVersion")  # where Windows and where Wine looks
    keys = [f"HKLM\\Software\\{place}\\Installer\\UpgradeCodes\\{turned}" for place in places]
    for key in keys:
        machine.run("reg", "add", key, "/v", turned[::-1], "/t", "REG_SZ", "/d", "", "/f")
    small = toy_setup().parent
    setup = packed(small / "small", "1.2.3", small / "beside.exe", f"-DUPGRADE_CODE={family}")
    try:
        assert Toy(machine, everyone=True).install(setup) == FROM_MSI
        assert Toy(machine, everyone=True).files() == {}
    finally:
        for key in keys:
            machine.run("reg", "delete", key, "/f")


def test_two_setups_do_not_run_at_once(mine: Toy, toy_setup: Setups) -> None:
    mine.install(toy_setup())
    other = mine.start(mine.window, "--setup")
    wait_for("the other setup", mine.runs, 10)

    assert mine.install(toy_setup()) == TWO
    mine.end()
    assert other.wait(10) == 0
    assert mine.install(toy_setup()) == DONE


def small_files_only() -> None:
    """In the setup's process: no file may grow beyond a third of the big library, as on a disk that fills up."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (BIG // 3, BIG // 3))


@pytest.mark.skipif(NATIVE, reason="Windows has no such limit")
def test_an_upgrade_that_fails_in_the_middle_leaves_the_old_program(mine: Toy, toy_setup: Setups) -> None:
    mine.install(toy_setup("1.2.3"), "/LANGUAGE=en")
    before = mine.files()

    assert mine.install(toy_setup("1.3.0", big=True), "/LANGUAGE=zh_CN", before=small_files_only) == FAILED

    assert (mine.files(), mine.listed()["DisplayVersion"], mine.handed()) == (before, "1.2.3", {"Language": "en"})
    assert mine.remove() == DONE, "the old uninstaller is back too"


@pytest.mark.skipif(NATIVE, reason="Windows has no such limit")
def test_a_first_setup_that_fails_in_the_middle_leaves_nothing(mine: Toy, toy_setup: Setups) -> None:
    assert mine.install(toy_setup(big=True), before=small_files_only) == FAILED

    assert not mine.folder.exists()
    assert (mine.listed(), mine.links()) == ({}, [])


def test_the_setup_after_one_that_was_killed_in_the_middle_makes_it_whole(mine: Toy, toy_setup: Setups) -> None:
    mine.install(toy_setup("1.2.3"))
    running = mine.start(toy_setup("1.3.0", big=True), "/S", "/CURRENTUSER")
    end = time.monotonic() + 20
    while not (mine.folder / "_internal" / "big.bin").exists():
        assert time.monotonic() < end
        time.sleep(0.001)
    running.kill()
    running.wait()
    assert (mine.folder / "gemba-console.exe.old").exists(), "it was killed before the new set was whole"

    assert mine.install(toy_setup("1.3.0")) == DONE
    assert set(mine.files()) == {"gemba-console.exe", "gemba-console-cli.exe", "_internal/deep/部品.txt"}


@pytest.mark.skipif(NATIVE or os.getuid() != 0, reason="only root makes a small disk")
def test_a_disk_without_room_is_said_before_anything_is_touched(mine: Toy, toy_setup: Setups, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        assert mine.install(toy_setup(big=True), f"/D={mine.machine.told(disk / 'here')}") == NO_ROOM
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)
    assert "24 MB" in mine.log()


def test_records_go_only_where_removing_is_told_to_take_them(mine: Toy, toy_setup: Setups, data: Path) -> None:
    for words, stays in ((), True), (("/REMOVEDATA",), False):
        mine.install(toy_setup())
        data.mkdir(exist_ok=True)
        (data / "records.db").write_text("records")
        mine.remove(*words)
        assert (data / "records.db").exists() is stays


def test_the_uninstaller_goes_through_the_signing_command(toy_setup: Setups, tmp_path: Path) -> None:
    signer, seen = tmp_path / "sign.sh", tmp_path / "seen.txt"
    signer.write_text(f'#!/bin/sh\nhead -c 2 "$1" >>"{seen}"\n')
    signer.chmod(0o755)
    payload = toy_setup().parent / "small"

    packed(payload, "1.2.3", tmp_path / "signed.exe", f"-DSIGN={signer}")
    assert seen.read_text() == "MZ"

    signer.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(AssertionError, match="aborting"):
        packed(payload, "1.2.3", tmp_path / "unsigned.exe", f"-DSIGN={signer}")
