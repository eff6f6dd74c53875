"""The command line: what may be said at the start, and what follows from it for the settings."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from console import __version__

ABOUT = "The desktop console that shift supervisors keep open all day."
AFTER = """\
examples:
  main.py --demo                                    a simulated plant on a broker of its own
  main.py --plant plant.toml --broker 10.1.2.3      your plant
  main.py --replay recording.jsonl.gz --speed 10    what a plant said, played again
"""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. `overrides` are settings by dotted name, stronger than every file."""

    overrides: dict[str, str] = field(default_factory=dict)
    data: Path | None = None
    site: Path | None = None
    demo: bool = False
    lines: int = 4
    replay: Path | None = None
    speed: float = 1.0
    seconds: float | None = None
    screenshot: Path | None = None
    screenshots: Path | None = None
    self_test: bool = False
    until_live: bool = False
    support_bundle: Path | None = None
    end: bool = False
    keep_secret: str = ""
    wall: bool = False
    verbose: bool = False
    platform: str = ""
    simulate: tuple[str, ...] = ()


def read_command_line(arguments: Sequence[str]) -> Options:
    """Options from the words after the program's name; ends the program with help, version or a usage error."""
    words = list(arguments)
    if words[:1] == ["--simulate-plant"]:  # the demo's own second process, also in the frozen program
        return Options(simulate=tuple(words[1:]))
    told = _parser().parse_args(words)
    return Options(
        overrides=_overrides(told),
        data=told.data,
        site=told.site,
        demo=told.demo,
        lines=told.lines,
        replay=told.replay,
        speed=told.speed,
        seconds=told.seconds,
        screenshot=told.screenshot,
        screenshots=told.screenshots,
        self_test=told.self_test,
        until_live=told.until_live,
        support_bundle=told.support_bundle,
        end=told.end,
        keep_secret=told.keep_secret,
        wall=told.wall,
        verbose=told.verbose,
        platform=told.platform,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gemba-console", description=ABOUT, epilog=AFTER, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Gemba Console {__version__}")
    add = parser.add_argument
    add("--plant", metavar="FILE", help="the plant file: lines, stations, and who says what about them")
    add("--broker", metavar="HOST[:PORT]", help="the MQTT broker")
    add(
        "--user",
        metavar="NAME",
        help="user at the broker; the password comes from the keyring or GEMBA_BROKER_PASSWORD",
    )
    add("--tls", choices=("auto", "on", "off"), help="encrypt and check the broker's certificate")
    add("--ca", metavar="FILE", help="certificate authority to trust (PEM)")
    add("--client-id", metavar="NAME", help="the console's name at the broker")
    add(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        type=_pair,
        default=[],
        help="any setting, for example ui.language=zh_CN",
    )
    add("--site", metavar="FILE", type=Path, help="settings that IT prepared for all consoles")
    add("--data", metavar="FOLDER", type=Path, help="where this console keeps its data")
    add("--demo", action="store_true", help="a simulated plant on a broker of its own")
    add("--lines", type=int, default=4, metavar="N", help="lines of the demo plant (default 4)")
    add("--replay", metavar="FILE", type=Path, help="play a recording (orbis or nist kind, plain or gzip) and watch it")
    add("--speed", type=_speed, default=1.0, metavar="N", help="so many times faster; 0: as fast as possible")
    add("--wall", action="store_true", help="begin in wall mode")
    add("--screenshot", metavar="FILE", type=Path, help="save a picture of the board after --seconds and end")
    add("--screenshots", metavar="FOLDER", type=Path, help="save pictures of every screen after --seconds and end")
    add("--seconds", type=_seconds, metavar="N", help="end after so many seconds")
    add("--self-test", action="store_true", help="let the program examine itself, print a table and end")
    add("--until-live", action="store_true", help="end at the first frame with a live value, for measuring the start")
    add("--end", action="store_true", help="ask the console of this data folder to end, wait for it, and end too")
    add("--support-bundle", metavar="FILE", type=Path, help="write log, settings and versions for support, and end")
    add(
        "--keep-secret",
        metavar="NAME",
        default="",
        help="read a password from standard input, keep it for this account (broker.password, …), and end",
    )
    add("--verbose", action="store_true", help="log to the terminal too")
    add("-platform", metavar="NAME", default="", help="what Qt draws on: windows, offscreen, xcb, wayland …")
    return parser


def _speed(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1e6:
        raise argparse.ArgumentTypeError("a number from 0 (as fast as possible) to 1000000")
    return value


def _seconds(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1e6:
        raise argparse.ArgumentTypeError("a number of seconds from 0 to 1000000")
    return value


def _pair(word: str) -> str:
    name, sign, _ = word.partition("=")
    if not (name.strip() and sign):
        raise argparse.ArgumentTypeError("NAME=VALUE, for example ui.language=zh_CN")
    return word


def _overrides(told: argparse.Namespace) -> dict[str, str]:
    named = {
        "plant.file": told.plant,
        "broker.user": told.user,
        "broker.tls": told.tls,
        "broker.ca_file": told.ca,
        "broker.client_id": told.client_id,
    }
    found = {name: value for name, value in named.items() if value}
    if told.broker:
        host, port = split_address(told.broker)
        found["broker.host"] = host
        if port:
            found["broker.port"] = port
    for pair in told.set:
        name, _, value = pair.partition("=")
        found[name.strip()] = value
    return found


def split_address(text: str) -> tuple[str, str]:
    """(host, port or "") of host, host:port, [v6]:port or a bare IPv6 address."""
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        return host, rest.removeprefix(":")
    if text.count(":") == 1:
        host, _, port = text.partition(":")
        return host, port
    return text, ""
