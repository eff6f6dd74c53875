"""The MSI for group policy, made of the same payload: for all accounts of a computer, upgraded in place."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from steps import BuildFailed, run, sha256
from versioninfo import MAKER, NAME, numbers

UPGRADE_CODE = "{7B4E2B52-3B0E-4D6B-9B5C-6E2C1A5D7F10}"  # the same for all versions, for ever
FAMILY = uuid.UUID(UPGRADE_CODE)
SCHEMA = "http://schemas.microsoft.com/wix/2006/wi"
HANDED = r"Software\Gemba Console"
OWN = r"Software\Gemba Console\Setup"
AT_SIGN_IN = r"Software\Microsoft\Windows\CurrentVersion\Run"
PROGRAM = "gemba-console.exe"
OLD = "A newer Gemba Console is installed. Remove it first if the older one is really wanted."

FOUND = ("OLDERFOUND", "NEWERFOUND")
BOTH_BOUNDS = 0x300  # of a range of versions: the least and the greatest count too
AFTER_SEARCH, AFTER_COSTS = 51, 1001  # wixl puts the search in the registry at 50, the end of costing at 1000
PLACE = "TellPlace"

# What the command line may hand to the program, by the value's name in the registry; kept over upgrades. A property
# called DATABASE is the installer's own: the path of its MSI.
PROPERTIES = {"SITE": "Site", "BROKER": "Broker", "DATABASEURL": "Database", "PLANT": "Plant", "LANGUAGE": "Language"}


def make_msi(payload: Path, version: str, icon: Path, out: Path, work: Path) -> bool:
    """Write the MSI to `out`; False where neither wixl nor WiX is installed. Raises BuildFailed."""
    work.mkdir(parents=True, exist_ok=True)
    source, wixl = work / "gemba-console.wxs", shutil.which("wixl")
    source.write_bytes(description(payload, version, icon, whole=not wixl))
    out.unlink(missing_ok=True)
    if wixl:  # takes the files' places from where it runs
        run([wixl, "--arch", "x64", "-D", "Win64=yes", "-o", out, source], folder=payload)
        run(["msibuild", out, "-q", *_completion(_number(version))])
    elif (candle := _wix("candle")) and (light := _wix("light")):
        made = source.with_suffix(".wixobj")
        run([candle, "-nologo", "-arch", "x64", "-o", made, source], folder=payload)
        run([light, "-nologo", "-sval", "-b", payload, "-o", out, made], folder=payload)
    else:
        return False
    if not out.is_file():
        raise BuildFailed(f"{out.name} was not made")
    return True


def _wix(program: str) -> str | None:
    """WiX 3, on the path or where its setup says it is."""
    return shutil.which(program) or shutil.which(program, path=os.path.join(os.environ.get("WIX", ""), "bin"))


def _completion(number: str) -> Iterator[str]:
    """What wixl has no words for: the same version again, what a person may set, an order, conditions of components."""
    yield f"DELETE FROM `Upgrade` WHERE `ActionProperty` = '{FOUND[0]}'"
    yield (
        "INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMin`, `VersionMax`, `Attributes`, `ActionProperty`) "
        f"VALUES ('{UPGRADE_CODE}', '0.0.0', '{number}', {BOTH_BOUNDS}, '{FOUND[0]}')"
    )
    settable = ";".join((*_kept(), *FOUND))
    yield f"UPDATE `Property` SET `Value` = '{settable}' WHERE `Property` = 'SecureCustomProperties'"
    yield f"UPDATE `InstallExecuteSequence` SET `Sequence` = {AFTER_COSTS} WHERE `Action` = '{PLACE}'"
    for place, name in enumerate(_kept(), start=AFTER_SEARCH):
        yield f"UPDATE `InstallExecuteSequence` SET `Sequence` = {place} WHERE `Action` = 'Keep{name}'"
        yield f"UPDATE `Component` SET `Condition` = '{_condition(name)}' WHERE `Component` = 'Handed{name}'"


def _number(version: str) -> str:
    return ".".join(map(str, numbers(version)[:3]))


def _condition(name: str) -> str:
    return 'WALL AND WALL <> "0"' if name == "WALL" else name


def description(payload: Path, version: str, icon: Path, whole: bool) -> bytes:
    """The MSI's description for WiX 3, with the payload's files by their places in it; for wixl not `whole`."""
    number = _number(version)
    code = _code("product", version, _contents(payload))
    product = _element(None, "Product", Id=code, Name=NAME, Language="1033", Version=number, Manufacturer=MAKER,
                       UpgradeCode=UPGRADE_CODE)  # fmt: skip
    _element(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
             Description=NAME, Manufacturer=MAKER)  # fmt: skip
    _element(product, "Media", Id="1", Cabinet="payload.cab", EmbedCab="yes")
    _element(product, "Icon", Id="app.ico", SourceFile=Path(os.path.relpath(icon, payload)).as_posix())
    _element(product, "Property", Id="ARPPRODUCTICON", Value="app.ico")
    _element(product, "Property", Id="ARPNOMODIFY", Value="1")
    _upgrade(product, number)
    _remembered(product, whole)
    components = _folders(product, payload)
    if whole:
        for name in _kept():
            handed = next(one for one in product.iter("Component") if one.get("Id") == f"Handed{name}")
            _element(handed, "Condition", _condition(name))
    feature = _element(product, "Feature", Id="Everything", Level="1", Title=NAME)
    for component in components:
        _element(feature, "ComponentRef", Id=component)
    root = ElementTree.Element("Wix", xmlns=SCHEMA)
    root.append(product)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _upgrade(product: ElementTree.Element, number: str) -> None:
    """An older one is replaced, the same one made anew too; a newer one stays."""
    upgrade = _element(product, "Upgrade", Id=UPGRADE_CODE)
    _element(upgrade, "UpgradeVersion", Minimum="0.0.0", Maximum=number, IncludeMinimum="yes", IncludeMaximum="yes",
             Property=FOUND[0])  # fmt: skip
    _element(upgrade, "UpgradeVersion", Minimum=number, IncludeMinimum="no", OnlyDetect="yes", Property=FOUND[1])
    _element(product, "Condition", "Installed OR NOT NEWERFOUND", Message=OLD)
    sequence = _element(product, "InstallExecuteSequence")
    _element(sequence, "RemoveExistingProducts", After="InstallValidate")
    _element(product, "CustomAction", Id=PLACE, Property="ARPINSTALLLOCATION", Value="[INSTALLDIR]")
    _element(sequence, "Custom", Action=PLACE, After="CostFinalize")
    for name in _kept():
        _element(sequence, "Custom", f"NOT {name} AND KEPT{name}", Action=f"Keep{name}", After="AppSearch")


def _kept() -> tuple[str, ...]:
    return (*PROPERTIES, "WALL")


def _remembered(product: ElementTree.Element, whole: bool) -> None:
    """A property that is not given has the value of the installation before."""
    for name in _kept():
        value = PROPERTIES.get(name, NAME)
        key = AT_SIGN_IN if name == "WALL" else HANDED
        found = _element(product, "Property", Id=f"KEPT{name}")
        if whole:
            _element(product, "Property", Id=name, Secure="yes")
        _element(found, "RegistrySearch", Id=f"Search{name}", Root="HKLM", Key=key, Name=value, Type="raw", Win64="yes")
        _element(
            product, "CustomAction", Id=f"Keep{name}", Property=name, Value="1" if name == "WALL" else f"[KEPT{name}]"
        )


def _folders(product: ElementTree.Element, payload: Path) -> list[str]:
    """The tree of folders with a component for each file; the components' names."""
    target = _element(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _element(target, "Directory", Id="ProgramFiles64Folder", Name="PFiles")
    home = _element(programs, "Directory", Id="INSTALLDIR", Name=NAME)
    menu = _element(target, "Directory", Id="ProgramMenuFolder", Name="Programs")
    return [*_files(home, payload, payload), *_handed(home), _start_menu(menu)]


def _files(parent: ElementTree.Element, folder: Path, payload: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        place = path.relative_to(payload).as_posix()
        if path.is_dir():
            yield from _files(_element(parent, "Directory", Id=_id("d", place), Name=path.name), path, payload)
        else:
            component = _component(parent, _id("c", place), place)
            _element(component, "File", Id=_id("f", place), Source=place, Name=path.name, KeyPath="yes")
            yield component.attrib["Id"]


def _handed(parent: ElementTree.Element) -> Iterator[str]:
    """What the properties hand to the program, and the start at sign-in in wall mode."""
    for name, value in PROPERTIES.items():
        component = _component(parent, f"Handed{name}", f"handed {name}")
        _value(component, HANDED, value, f"[{name}]")
        yield component.attrib["Id"]
    component = _component(parent, "HandedWALL", "handed WALL")
    _value(component, AT_SIGN_IN, NAME, f'"[INSTALLDIR]{PROGRAM}" --wall')
    yield component.attrib["Id"]


def _start_menu(menu: ElementTree.Element) -> str:
    component = _component(menu, "StartMenu", "start menu")
    _element(component, "Shortcut", Id="StartMenuLink", Name=NAME, Target=f"[INSTALLDIR]{PROGRAM}",
             WorkingDirectory="INSTALLDIR", Icon="app.ico")  # fmt: skip
    _value(component, OWN, "StartMenu", "1")
    return component.attrib["Id"]


def _component(parent: ElementTree.Element, name: str, place: str) -> ElementTree.Element:
    return _element(parent, "Component", Id=name, Guid=_code("component", place), Win64="yes")


def _value(component: ElementTree.Element, key: str, name: str, value: str) -> None:
    _element(component, "RegistryValue", Root="HKLM", Key=key, Name=name, Type="string", Value=value, KeyPath="yes")


def _element(parent: ElementTree.Element | None, kind: str, text: str = "", **words: str) -> ElementTree.Element:
    made = ElementTree.Element(kind, words) if parent is None else ElementTree.SubElement(parent, kind, words)
    made.text = text or None
    return made


def _contents(payload: Path) -> str:
    """Names and contents of all files in a few letters."""
    files = sorted(path for path in payload.rglob("*") if path.is_file())
    told = "\n".join(f"{sha256(path)} {path.relative_to(payload).as_posix()}" for path in files)
    return hashlib.sha256(told.encode()).hexdigest()


def _code(*words: str) -> str:
    """A code that is the same whenever the same is described."""
    return "{" + str(uuid.uuid5(FAMILY, " ".join(words))).upper() + "}"


def _id(kind: str, place: str) -> str:
    """A short name without what MSI names may not hold, told apart by a code."""
    plain = re.sub(r"\W", "_", place.rpartition("/")[2])[:30]
    return f"{kind}_{plain}_{uuid.uuid5(FAMILY, place).hex[:12]}"
