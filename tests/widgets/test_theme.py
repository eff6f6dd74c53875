"""Rules of colours, fonts and icons."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QFontInfo

from resources import resource
from tests.paths import ROOT
from tests.widgets.shell_parts import dressed
from widgets import theme

THEMES = ("dark", "light")
ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3
QUIET = ("text", "text_muted", "text_faint")
GROUNDS = ("window", "surface", "raised", "not_planned_fill")
PAIRS = [
    *((text, ground) for text in QUIET for ground in GROUNDS),
    ("text", "hover"),
    ("text_muted", "hover"),
    ("text", "track"),
    ("accent_text", "accent_fill"),
    ("stopped_text", "stopped_fill"),
    ("warning_text", "warning_fill"),
    ("changeover_text", "changeover_fill"),
    ("no_data_text", "no_data_fill"),
    ("no_data_text", "no_data_stripe"),
    ("badge_text", "badge_fill"),
    ("past_text", "past_fill"),
    *((text, ground) for text in ("good", "bad", "warning") for ground in ("window", "surface", "raised")),
    ("accent", "surface"),
    ("accent", "window"),
]
EDGES = ("running", "stopped", "warning", "changeover", "no_data", "starved", "planned_stop")
FILLS = ("raised", "stopped_fill", "warning_fill", "changeover_fill", "no_data_fill")


def linear(channel: float) -> float:
    """A channel 0..1 of sRGB in linear light (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def light(shade: QColor) -> list[float]:
    return [linear(channel) for channel in (shade.redF(), shade.greenF(), shade.blueF())]


def luminance(shade: QColor) -> float:
    r, g, b = light(shade)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


# Vienot, Brettel, Mollon 1999, linear light: what a person without red or green cones sees.
BLIND = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def lab(r: float, g: float, b: float) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of linear light."""
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen_difference(one: QColor, other: QColor, kind: str) -> float:
    """CIE76 difference of two colours as a person with this colour blindness sees them; 2.3 is just noticeable."""
    seen = []
    for shade in (one, other):
        rgb = light(shade)
        seen.append(lab(*(max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))) for row in BLIND[kind])))
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(name: str, text: str, ground: str) -> None:
    colors = theme.Theme(name)
    ratio = contrast(colors.color(text), colors.color(ground))
    assert ratio >= ENOUGH, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", BLIND)
def test_states_that_ask_for_action_look_different_to_the_red_green_blind(name: str, kind: str) -> None:
    colors = theme.Theme(name)
    for roles, least in ((EDGES, 6.0), (FILLS, 6.0)):
        for one, other in combinations(roles, 2):
            difference = seen_difference(colors.color(one), colors.color(other), kind)
            assert difference >= least, f"{one} and {other}: {difference:.1f}"


def test_both_themes_know_the_same_roles() -> None:
    assert set(theme._tables()["dark"]) == set(theme._tables()["light"])


def sources() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "widgets").rglob("*.py")))


def test_every_colour_that_a_widget_names_exists() -> None:
    named = set(re.findall(r"""\bcolor\(\s*"([a-z_]+)"\s*\)""", sources()))
    assert named, "the pattern finds nothing: the test is blind"
    assert named <= set(theme._tables()["dark"])


def test_every_icon_that_a_widget_names_is_shipped() -> None:
    calls = r"""\b(?:pixmap|icon|Picture|Button|Fact|show_icon|wear)\(\s*"([a-z0-9-]+)\""""
    named = set(re.findall(calls, sources())) | set(re.findall(r"""\bicon="([a-z0-9-]+)\"""", sources()))
    from widgets.shell.topbar import MARK
    from widgets.words import STATE_ICON

    named |= set(STATE_ICON.values()) | {name for name in MARK.values() if name}
    shipped = {path.stem for path in resource("icons").glob("*.svg")}
    assert len(named) > 20, "the pattern finds too little: the test is blind"
    assert named <= shipped, f"not shipped: {sorted(named - shipped)}"


def test_every_shipped_icon_takes_the_colour_of_the_theme() -> None:
    for path in resource("icons").glob("*.svg"):
        assert "currentColor" in path.read_text(encoding="utf-8"), path.name


def test_fonts_and_icons_come_with_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL-Inter.txt").read_text(encoding="utf-8").upper()
    assert "ISC" in resource("icons", "LICENSE-Lucide.txt").read_text(encoding="utf-8")
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    assert all(word in notices for word in ("Inter", "Lucide", "PySide6"))


def test_figures_do_not_dance(qapp) -> None:
    dressed()
    from PySide6.QtGui import QFontMetricsF

    for weight in (400, 600, 700):
        metrics = QFontMetricsF(theme.font(13, weight))
        widths = {round(metrics.horizontalAdvance(figure), 3) for figure in "0123456789"}
        assert len(widths) == 1
    assert QFontInfo(theme.font(13)).family() == "Inter"


def test_a_pixmap_is_never_of_the_theme_before(qapp) -> None:
    dressed()
    dark = theme.pixmap("play", "text", 16).toImage()
    theme.themes.use("light")
    bright = theme.pixmap("play", "text", 16).toImage()
    assert dark != bright
    theme.themes.use("dark")
