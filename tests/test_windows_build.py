"""The Windows build's own rules, where no Windows is needed: what it takes, what it hands over, what it refuses."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import shlex
import struct
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from console.app.installed import KEY
from tests.paths import ROOT
from widgets.face import application

BUILDING = ROOT / "packaging" / "windows"
sys.path.insert(0, str(BUILDING))

from icon import SIZES, write_icon  # noqa: E402
from msi import HANDED, PROPERTIES, SCHEMA, description  # noqa: E402
from provenance import Provenance  # noqa: E402
from runtime import Runtime  # noqa: E402
from signing import VARIABLE, Signing  # noqa: E402
from steps import BuildFailed  # noqa: E402
from versioninfo import numbers  # noqa: E402
from wine.imports import imports  # noqa: E402
from wine.prefix import CRASHES, WinePrefix  # noqa: E402
from wine.standins import COMPLEX, _wrapper  # noqa: E402


@pytest.fixture
def world(tmp_path):
    """A wheel with one file, a runtime with one file, a checkout with one file, and a payload that holds all three."""
    places = {name: tmp_path / name for name in ("packages", "signed", "checkout", "payload")}
    for path, text in (
        ("packages/wheel.py", "of a wheel"),
        ("signed/python.dll", "of the runtime"),
        ("checkout/LICENSE", "of the checkout"),
        ("payload/_internal/wheel.py", "of a wheel"),
        ("payload/_internal/python.dll", "of the runtime"),
        ("payload/_internal/LICENSE", "of the checkout"),
        ("payload/gemba-console.exe", "made here"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    digest = base64.urlsafe_b64encode(hashlib.sha256(b"of a wheel").digest()).rstrip(b"=").decode()
    record = places["packages"] / "wheel-1.0.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text(f"wheel.py,sha256={digest},10\nwheel-1.0.dist-info/RECORD,,\n")
    return places


def origins(world):
    return Provenance(world["packages"], world["signed"], world["checkout"]).of(world["payload"])


def test_every_file_of_the_payload_has_an_origin(world):
    assert {one.path: one.part for one in origins(world)} == {
        "_internal/LICENSE": "this checkout",
        "_internal/python.dll": "Python runtime",
        "_internal/wheel.py": "wheel-1.0",
        "gemba-console.exe": "this build",
    }


@pytest.mark.parametrize("path", ["_internal/wheel.py", "_internal/python.dll", "_internal/LICENSE", "extra.dll"])
def test_a_file_that_is_changed_or_comes_from_nowhere_ends_the_build(world, path):
    (world["payload"] / path).write_text("something else")

    with pytest.raises(BuildFailed, match=path.replace(".", r"\.")):
        origins(world)


def test_a_module_from_elsewhere_ends_the_build(world, tmp_path):
    provenance = Provenance(world["packages"], world["signed"], world["checkout"])
    ours, strange = world["checkout"] / "main.py", tmp_path / "elsewhere" / "evil.py"
    contents = tmp_path / "work" / "PYZ-00.toc"
    contents.parent.mkdir()

    contents.write_text(repr(("out", [("main", "Z:" + str(ours).replace("/", "\\"), "PYMODULE")])))
    assert provenance.check_modules(contents, tmp_path / "runtime") == 1
    contents.write_text(repr(("out", [("main", str(ours), "PYMODULE"), ("evil", str(strange), "PYMODULE")])))
    with pytest.raises(BuildFailed, match="evil"):
        provenance.check_modules(contents, tmp_path / "runtime")


class Forger:
    """A registry that hands out something else under the right name."""

    def fetch_source(self, name, version, folder):
        with zipfile.ZipFile(folder / f"{name}-{version}.tar.gz", "w") as archive:
            archive.writestr("data.zip", "not python.org's")


def test_a_runtime_with_another_hash_is_not_even_opened(tmp_path):
    with pytest.raises(BuildFailed, match="has not the SHA-256"):
        Runtime(tmp_path).make(Forger())

    assert not (tmp_path / "runtime-signed").exists()


def test_the_icon_has_every_size_that_windows_asks_for(tmp_path, qapp):
    write_icon(ROOT / "resources" / "app.svg", tmp_path / "app.ico")

    raw = (tmp_path / "app.ico").read_bytes()
    entries = [
        struct.unpack_from("<BBBBHHII", raw, 6 + 16 * index) for index in range(struct.unpack_from("<H", raw, 4)[0])
    ]
    assert [entry[0] or 256 for entry in entries] == list(SIZES)
    assert entries[-1][7] + entries[-1][6] == len(raw)
    assert raw[entries[-1][7] :].startswith(b"\x89PNG")


def test_the_window_wears_the_icon_of_the_program(qapp):
    picture = application().windowIcon().pixmap(32).toImage()

    assert picture.pixelColor(16, 10).name() == "#e5484d"  # the lit top of the tower


def described(world, whole=True):
    told = description(world["payload"], "1.2.3", world["checkout"] / "app.ico", whole)
    return ElementTree.fromstring(told)


def test_the_msi_holds_each_file_once_under_codes_that_stay(world):
    first, again = described(world), described(world)

    files = [one.attrib["Source"] for one in first.iterfind(".//w:File", {"w": SCHEMA})]
    codes = [one.attrib["Guid"] for one in first.iterfind(".//w:Component", {"w": SCHEMA})]
    assert sorted(files) == sorted(one.path for one in origins(world))
    assert len(set(codes)) == len(codes)
    assert ElementTree.tostring(first) == ElementTree.tostring(again)


def test_another_payload_of_the_same_version_is_another_product_of_the_same_family(world):
    before = described(world).find("w:Product", {"w": SCHEMA}).attrib
    (world["payload"] / "gemba-console.exe").write_text("made anew")
    after = described(world).find("w:Product", {"w": SCHEMA}).attrib

    assert before["Id"] != after["Id"]
    assert before["UpgradeCode"] == after["UpgradeCode"]
    assert before["Version"] == "1.2.3"


def test_what_the_msi_hands_over_lies_where_the_program_looks_and_only_when_it_is_given(world):
    handed = {
        one.find("w:RegistryValue", {"w": SCHEMA}).attrib["Name"]: one.find("w:Condition", {"w": SCHEMA}).text
        for one in described(world).iterfind(".//w:Component", {"w": SCHEMA})
        if one.attrib["Id"].startswith("Handed")
    }

    assert HANDED == KEY
    assert handed.pop("Gemba Console") == 'WALL AND WALL <> "0"'
    assert handed == {value: name for name, value in PROPERTIES.items()}


def test_a_signing_command_is_run_for_each_file_and_may_refuse(tmp_path, monkeypatch):
    signer = tmp_path / "signer.py"
    signer.write_text("import sys; path = sys.argv[-1]; open(path, 'a').write(' signed'); sys.exit('not' in path)")
    files = [tmp_path / "one.exe", tmp_path / "two.msi"]
    for file in files:
        file.write_text("text")
    monkeypatch.setenv(VARIABLE, shlex.join([sys.executable, str(signer), "--thumbprint", "a b"]))

    Signing().sign(*files)

    assert [file.read_text() for file in files] == ["text signed"] * 2
    (tmp_path / "not.exe").write_text("")
    with pytest.raises(BuildFailed, match="exit code 1"):
        Signing().sign(tmp_path / "not.exe")


def test_imports_of_a_windows_program_are_read():
    spec = importlib.util.find_spec("pip")
    program = Path(spec.submodule_search_locations[0], "_vendor", "distlib", "w64.exe")

    asked = imports(program)

    assert {"GetModuleFileNameW", "CreateProcessW"} <= asked["kernel32"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("cexpf", "float _Complex our_cexpf(float _Complex a) { return cexpf(a); }"),
        ("cpowl", "double _Complex our_cpowl(double _Complex a, double _Complex b) { return cpow(a, b); }"),
        ("cabs", "double our_cabs(double _Complex a) { return cabs(a); }"),
        ("cosh", ""),
    ],
)
def test_only_complex_mathematics_is_replaced_under_wine(name, written):
    assert _wrapper(name) == written
    assert bool(COMPLEX.fullmatch(name)) == bool(written)


def test_fitting_for_wine_touches_only_what_is_patched(tmp_path):
    for path in (
        "overlay/numpy/a.pyd",
        "overlay/numpy/absent.pyd",
        "app/numpy/a.pyd",
        "app/numpy/b.pyd",
        f"app/{CRASHES}",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)

    WinePrefix(tmp_path / "prefix", tmp_path / "overlay").fit(tmp_path / "app")

    found = {str(path.relative_to(tmp_path / "app")): path.read_text() for path in (tmp_path / "app").rglob("*.pyd")}
    assert found == {"numpy/a.pyd": "overlay/numpy/a.pyd", "numpy/b.pyd": "app/numpy/b.pyd"}


def test_a_version_becomes_four_numbers():
    assert numbers("1.2.3") == (1, 2, 3, 0)
    assert numbers("0.10") == (0, 10, 0, 0)
