"""The veil: what is known is gone however it is written, what is not known by what stands around it; the rest stays."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from urllib.parse import quote

import pytest

from console.app.supportveil import ACCOUNT, COMPUTER, LONGEST, MAIL, NUMBER, PERSON, SECRET, Veil

FIRST = ("An", "Bo", "Chen", "Da", "Elf", "Fin", "Gao", "Han", "Jin", "Kai")
LAST = ("berg", "mann", "feld", "wang", "zhou", "xu", "yin", "tao", "shan", "lin")
WORD = 'pa"ss wörd/7\\'


@pytest.mark.parametrize(
    "written",
    [WORD, quote(WORD, safe=""), json.dumps(WORD), json.dumps(WORD, ensure_ascii=False), repr(WORD)],
)
def test_a_known_secret_is_hidden_however_it_is_written(written: str) -> None:
    hidden = Veil([WORD]).line(f"the broker refused {written} today")
    assert SECRET in hidden
    assert "ss w" not in hidden
    assert "rd/7" not in hidden
    assert hidden.startswith("the broker refused ")
    assert hidden.endswith(" today")


def test_a_known_secret_is_hidden_in_base64_too() -> None:
    assert base64.b64encode(b"geheim-77").decode().rstrip("=") not in Veil(["geheim-77"]).line("sent Z2VoZWltLTc3 once")


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("mqtt://anna:hunter22@mq.plant/x", "hunter22"),
        ("postgresql+psycopg://anna:hunter22@db/gemba", "anna"),
        ("mqtt://anna:hun/ter@22@mq.plant/x", "ter@22"),
        ("登录失败，密码：f00ba5", "f00ba5"),
        ("POST https://oapi.example.com/robot/send?access_token=f00ba5", "f00ba5"),
        ("POST https://hooks.example.com/services/T0/B1/f00ba5 failed", "f00ba5"),
        ('{"user": "anna", "password": "f00 \\"ba5", "n": 1}', "ba5"),
        ("Authorization: Bearer f00ba5f00ba5", "f00ba5f00ba5"),
        ("headers {'Proxy-Authorization': 'Basic YW5uYTpodW50ZXI='}", "YW5uYTpodW50ZXI"),
        ("api_key=f00ba5; next", "f00ba5"),
        ("broker.password = 'f00 ba5'", "ba5"),
        ("client_secret: f00ba5", "f00ba5"),
        ("signing f00 eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.s1gnature", "eyJzdWIi"),
        ("proof $argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g", "aGFzaGhhc2g"),
        ("the PIN 48151 was wrong", "48151"),
        ("pin=48151", "48151"),
        ("{'pin': '48151'}", "48151"),
        ("badge: 004711 was read", "004711"),
    ],
)
def test_a_secret_that_nobody_told_of_is_hidden_by_what_stands_around_it(line: str, gone: str) -> None:
    assert gone not in Veil().line(line)


def test_a_private_key_is_hidden_over_its_lines() -> None:
    text = "before\n-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\nMIIEdef\n-----END RSA PRIVATE KEY-----\nafter"
    assert Veil().over(text) == f"before\n{SECRET}\nafter"
    assert "MIIEabc" not in Veil().over("-----BEGIN PRIVATE KEY-----\nMIIEabc")


@pytest.mark.parametrize(
    "line",
    ["张伟强 signed", "Zhao Qiang signed", "zhao  qiang signed", "QIANG, ZHAO signed", "Müller-Lüdenscheidt came"],
)
def test_a_name_of_somebody_is_hidden(line: str) -> None:
    hidden = Veil(people=["张伟强", "Zhao Qiang", "Müller-Lüdenscheidt"]).line(line)
    assert hidden.startswith(PERSON)


def test_a_name_inside_another_word_stays() -> None:
    assert Veil(people=["Lin"]).line("Line 2: Lin was told") == f"Line 2: {PERSON} was told"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("was refused: number_taken {'number': '1007', 'name': 'Qiang'}", "Qiang"),
        ("from anna.zhao@plant.example.com", "anna.zhao"),
        ("told 13812345678 at once", "13812345678"),
        ("told +4915112345678", "4915112345678"),
        ("/home/azhao/.local/share/gemba-console", "azhao"),
        ("C:\\Users\\azhao\\AppData\\Local", "azhao"),
        ("C:\\Users\\Anna Zhao\\AppData\\Local is full", "Zhao"),
        ("{'path': 'C:\\\\Users\\\\Anna Zhao\\\\AppData'}", "Zhao"),
        ("{'path': 'C:\\\\Users\\\\azhao\\\\AppData'}", "azhao"),
    ],
)
def test_who_somebody_is_and_how_they_are_reached_is_hidden(line: str, shown: str) -> None:
    hidden = Veil().line(line)
    assert shown not in hidden
    assert any(mark in hidden for mark in (PERSON, MAIL, NUMBER, ACCOUNT))


def test_what_stands_behind_a_home_stays() -> None:
    line = r"C:\Users\azhao is no folder, D:\data is; /home/azhao is away, /data is not"
    shown = rf"C:\Users\{ACCOUNT} is no folder, D:\data is; /home/{ACCOUNT} is away, /data is not"
    assert Veil().line(line) == shown


def test_the_account_and_the_computer_are_hidden_but_not_what_every_computer_has() -> None:
    veil = Veil(accounts=["azhao", "root"], computers=["AZHAO-PC7", "localhost"])
    assert veil.line("azhao on azhao-pc7") == f"{ACCOUNT} on {COMPUTER}"
    assert veil.line("root on localhost") == "root on localhost"


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-22 03:44:00.125 WARNING MainThread console.app.office: the records cannot be opened",
        "broker 10.1.2.3:8883: connected, mqtt5, session_taken_over",
        '  File "/opt/gemba/console/app/office.py", line 133, in work',
        "sqlite3.OperationalError: no such table: person",
        "broker.key_file = /etc/gemba/key.pem    [/etc/gemba-console/site.toml, line 7]",
        "Sharing with postgresql db1:5432/gemba",
        "mapping: spindle = 1384 rpm, 1700000000.5",
        "content 3f786850e387550fdab836ed7e6dc881de23001b could not be shared",
    ],
)
def test_what_support_needs_stays(line: str) -> None:
    assert Veil(["hunter22"], ["张伟强", "Zhao Qiang"], ["azhao"], ["pc7"]).line(line) == line


def test_a_line_without_end_costs_little() -> None:
    nasty = "a" * 1_000_000 + "=" + "password" * 10_000 + "@" * 10_000
    began = time.perf_counter()
    hidden = Veil(["hunter22"], ["Zhao Qiang"]).over(nasty + "\n" + "x.y" * 300_000)
    assert time.perf_counter() - began < 2
    assert len(hidden) < 3 * LONGEST


def test_what_is_no_text_or_nobodys_name_stops_nothing() -> None:
    veil = Veil(["caf\udce9-77", "(.*"], ["x" * 5000, "张" * 3000, "a|b", "\udcff \ud800"])
    assert veil.line("of caf\udce9-77, a|b") == f"of {SECRET}, {PERSON}"


def test_a_secret_across_the_cut_of_a_long_line_is_hidden() -> None:
    line = "x" * (LONGEST - 4) + "hunter22" + "y" * 100
    assert "hunt" not in Veil(["hunter22"]).line(line)


def test_a_plant_of_thousands_costs_no_more_than_one_of_ten() -> None:
    names = [f"{first}{middle} {last}{middle}" for first in FIRST for middle in FIRST for last in LAST]
    chinese = [one + two + three for one in "王李张刘陈" for two in "伟强敏静丽军洋勇" for three in "艳杰娟涛明超"]
    proofs = [hashlib.sha256(name.encode()).hexdigest() for name in names]
    began = time.perf_counter()
    veil = Veil(people=names + chinese, proofs=proofs)
    line = "2026-11-22 03:44:00.125 INFO    MainThread console.telemetry.client: broker 10.1.2.3:8883: lost, timed out"
    assert veil.over("\n".join([line] * 2000)) == "\n".join([line] * 2000)
    assert time.perf_counter() - began < 5
    assert len(names) == 1000
    assert {veil.line(name) for name in (*names[::50], *chinese[::20])} == {PERSON}
    assert veil.line(f"of {names[7].upper()}: {proofs[7]}!") == f"of {PERSON}: {SECRET}!"


def test_a_name_that_begins_another_leaves_no_rest_of_it() -> None:
    veil = Veil(people=["Zhao Wei", "Zhao Weiqiang", "张伟", "张伟强"])
    assert veil.line("Zhao Weiqiang, Zhao Wei, 张伟强, 张伟") == f"{PERSON}, {PERSON}, {PERSON}, {PERSON}"
