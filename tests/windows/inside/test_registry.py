"""What the installer and group policy write into the registry, read back by the program."""

from __future__ import annotations

import winreg
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.commandline import Options
from console.app.compose import settings_for
from console.app.installed import KEY, POLICY_KEY
from console.app.layers import Layer

Keep = dict[str, tuple[str | int, int]]


def write(hive: int, key: str, values: Keep) -> None:
    with winreg.CreateKeyEx(hive, key, 0, winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY) as opened:
        for name, (value, kind) in values.items():
            winreg.SetValueEx(opened, name, 0, kind, value)


def there(hive: int, key: str) -> bool:
    try:
        winreg.CloseKey(winreg.OpenKey(hive, key))
    except OSError:
        return False
    return True


@pytest.fixture
def registry() -> Iterator[None]:
    """Our keys as a PC has them after an installation and a group policy; gone afterwards."""
    keys = [(winreg.HKEY_CURRENT_USER, KEY), (winreg.HKEY_LOCAL_MACHINE, POLICY_KEY)]
    for hive, key in keys:
        if there(hive, key):
            pytest.skip("this PC has the program installed: its own values stay")
    write(
        *keys[0],
        {
            "Broker": ("mq.plant:1999", winreg.REG_SZ),
            "Plant": (r"%SystemRoot%\plant.toml", winreg.REG_EXPAND_SZ),
            "Version": ("1.0", winreg.REG_SZ),
            "Brokr": ("x", winreg.REG_SZ),
            "Language": ("zh_CN", winreg.REG_SZ),
        },
    )
    write(*keys[1], {"calls.volume": (30, winreg.REG_DWORD), "ui.language": ("en", winreg.REG_SZ)})
    yield
    for hive, key in keys:
        winreg.DeleteKeyEx(hive, key, winreg.KEY_WOW64_64KEY)


@pytest.mark.usefixtures("registry")
def test_installer_and_policy_are_two_layers_with_their_keys_as_places(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[calls]\nvolume = 90\n[broker]\nhost = 'own'\n", encoding="utf-8")

    settings = settings_for(Options(), tmp_path)

    assert (settings["broker.host"], settings["broker.port"]) == ("own", 1999)
    assert settings["plant.file"].lower().endswith(r"windows\plant.toml")
    assert (settings["calls.volume"], settings["ui.language"]) == (30, "en")
    assert settings.layer("broker.port") is Layer.INSTALLED
    assert settings.holder("calls.volume") == r"HKLM\Software\Policies\Gemba Console"
    assert [(p.name, p.facts["near"]) for p in settings.problems] == [("Brokr", "Broker")]
