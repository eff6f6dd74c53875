"""Mistakes in a plant file: each is shown with line, column and what was probably meant; everything else still runs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.telemetry.plantfile import load_plant
from tests.telemetry.hearing import PLANT, Ear, values

SOURCE = '[[source]]\ntopic = "m/{station}"\nplace = "L1/{station}"\n'


def place_of(text: str, marked: str) -> tuple[int, int]:
    """Line and column of the mark « in a text."""
    before = marked.split("«")[0]
    assert text == marked.replace("«", "")
    return before.count("\n") + 1, len(before.split("\n")[-1]) + 1


MISTAKES = {
    "unknown key": (SOURCE + 'feeds = "state"\n«pth = "s"\n', "unknown key 'pth'", "path"),
    "unknown section": ("«[[sources]]\n", "unknown key 'sources'", "source"),
    "role": (SOURCE + 'feeds = «"stat"\npath = "s"\n', "'stat'", "state"),
    "dialect": ('[[source]]\ntopic = "a"\ndialect = «"jsn"\n', "'jsn'", "json"),
    "table": (
        SOURCE + 'feeds = "state"\npath = "s"\ntable = «"wrds"\n' + '[tables.words]\nA = "running"\n',
        "'wrds'",
        "words",
    ),
    "state word": (
        '[tables.w]\nA = «"runing"\n' + SOURCE + 'feeds = "state"\npath = "s"\ntable = "w"\n',
        "runing",
        "running",
    ),
    "inline row": (SOURCE + 'feeds = "quality"\npath = "s"\ntable = {OK = «"pass"}\n', "'pass'", "passed"),
    "place": ('[[source]]\ntopic = "a"\nplace = «"L1/11"\nfeeds = "state"\npath = "s"\n', "'L1/11'", "L1/10"),
    "part": (
        '[[source]]\ntopic = "{line}/{station}"\nplace = «"{line}/{staton}"\nfeeds = "state"\npath = "s"\n',
        "staton",
        "station",
    ),
    "JMESPath": (SOURCE + 'feeds = "state"\npath = "a.[b«"\n', "no JMESPath", ""),
    "JMESPath hyphen": (SOURCE + 'feeds = "state"\npath = "motor«-load"\n', "no JMESPath", '\\"motor-load\\"'),
    "topic": ('[[source]]\ntopic = "a/«#/b"\nplace = "L1/10"\nfeeds = "state"\npath = "s"\n', "'#'", ""),
    "no tag name": (SOURCE + '«[[source.signal]]\nfeeds = "tag"\npath = "x"\n', "a tag needs a name", "name ="),
    "no key": (
        SOURCE.replace("[[source]]", "«[[source]]") + 'feeds = "order_state"\npath = "x"\n',
        "needs a key",
        "orderId",
    ),
    "time format": (SOURCE + 'feeds = "state"\npath = "s"\ntime = {path = "t", format = «"msec"}\n', "'msec'", "ms"),
    "code of no alarm": (SOURCE + 'feeds = "state"\npath = "s"\ncode = «"c"\n', "goes with alarms only", "alarm"),
    "number": (SOURCE + 'feeds = "good"\npath = "s"\nrollover = «"999"\n', "rollover must be a number", ""),
    "duplicate": ('[[line]]\nid = «"L1"\nstation = [{id = "1"}]\n', "two lines 'L1'", ""),
    "station": ('[[line]]\nid = "L3"\nstation = [{id = "1"}, {id = «"1"}]\n', "two stations 'L3/1'", ""),
    "calendar": (
        '[[line]]\nid = "L3"\ncalendar = «"on"\nstation = [{id = "1"}]\n'
        '[calendars.one]\n[[calendars.one.shift]]\nstart = "06:00"\nend = "14:00"\n',
        "'on'",
        "one",
    ),
    "day": (
        '[calendars.c]\n[[calendars.c.shift]]\nstart = "06:00"\nend = "14:00"\ndays = «"mon-fry"\n',
        "no day",
        "fri",
    ),
    "pace": ('[[line]]\nid = "L3"\npace = «"21"\nstation = [{id = "20"}]\n', "no station '21'", "20"),
    "metric": (
        '«[[source]]\ndialect = "sparkplug"\nnode = "g/n"\nplace = "L1/10"\nfeeds = "state"\n',
        "needs metric",
        "metric",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_shown_with_line_column_and_the_nearest_right_name(name: str) -> None:
    marked, words, hint = MISTAKES[name]
    text = PLANT + marked.replace("«", "")
    problems = load_plant(text).problems
    assert [p for p in problems if words in p.message and hint in p.hint], problems
    assert place_of(text, PLANT + marked) in [(p.line, p.column) for p in problems]


def test_a_wrong_time_zone_names_the_one_that_was_meant() -> None:
    [problem] = load_plant(PLANT.replace("Europe/Berlin", "Europe/Berln")).problems
    assert (problem.line, problem.column, problem.hint) == (4, 12, "did you mean 'Europe/Berlin'?")


def test_a_source_with_a_mistake_is_left_out_and_the_others_run() -> None:
    ear = Ear(
        SOURCE
        + 'feeds = "stat"\npath = "s"\n'
        + '[[source]]\ntopic = "ok"\nplace = "L2/10"\nfeeds = "state"\npath = "s"\n'
    )
    assert len(ear.file.problems) == 1
    assert values(ear.say("ok", {"s": "running"})) == [("L2/10/state", "running")]


def test_a_signal_with_a_mistake_is_left_out_and_the_others_of_its_source_run() -> None:
    ear = Ear(
        SOURCE
        + 'signal = [{feeds = "state", path = "s"}, {feeds = "god", path = "n"}, {feeds = "scrap", path = "x"}]\n'
    )
    assert values(ear.say("m/10", {"s": "running", "n": 1, "x": 2})) == [("L1/10/state", "running"), ("L1/10/scrap", 2)]


def test_a_rule_whose_condition_is_wrong_says_nothing_rather_than_too_much() -> None:
    ear = Ear(SOURCE + 'feeds = "state"\npath = "s"\nwhen = "a =="\n')
    assert ear.file.problems
    assert ear.say("m/10", {"s": "running"}) == []


def test_a_slip_in_the_grammar_takes_away_its_own_block_only() -> None:
    text = (
        PLANT
        + '[[source]]\ntopic = "a"\nplace = "L1/10"\nfeeds = "state\npath = "s"\n'
        + SOURCE
        + 'feeds = "state"\npath = "s"\n'
    )
    ear = Ear(text[len(PLANT) :])
    [problem] = ear.file.problems
    assert text.split("\n")[problem.line - 1].startswith("feeds")
    assert problem.message.startswith("not TOML")
    assert values(ear.say("m/10", {"s": "running"})) == [("L1/10/state", "running")]


def test_stations_of_a_line_that_cannot_be_read_join_no_other_line() -> None:
    text = '[plant]\ntimezone = "UTC"\n[[line]]\nid = "A"\n[[line.station]]\nid = "1"\n'
    text += '[[line]]\nid = "B\n[[line.station]]\nid = "2"\n'
    plant = load_plant(text)
    assert [s.id for s in plant.plant.stations()] == ["A/1"]
    assert plant.problems[0].line == 8


def test_places_are_right_in_inline_tables_long_texts_and_quoted_keys() -> None:
    text = (
        PLANT
        + 'x = """\n[[line]]\nid = 1\n"""\n'
        + '[tables."a.b"]\n"k" = "v"\n[tables.c]\n'
        + (
            '[[source]]\ntopic = "t"\nplace = "L1/10"\nsignal = [\n  # a comment with [ and "\n'
            "  {feeds = 'state', path = 's'}, {feeds = 'alarm', path = 'x', tabel = {}},\n]\n"
        )
    )
    problems = load_plant(text).problems
    rows = text.split("\n")
    unknown = next(p for p in problems if "tabel" in p.message)
    assert rows[unknown.line - 1][unknown.column - 1 :].startswith("tabel")
    assert "table" in unknown.hint


@pytest.mark.parametrize(
    "text", ["", "\n\n", "x", "= 1\n", "[" * 5000 + "\n", "a = [\n" * 3000, '"""\n', "[plant]\nname = 1e9\n"]
)
def test_no_text_is_so_wrong_that_loading_it_raises(text: str) -> None:
    plant = load_plant(text + "\n")
    assert plant.problems
    assert not plant.usable


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_with_pieces_cut_out_or_put_in_never_raises(data: st.DataObject) -> None:
    text = PLANT + SOURCE + 'feeds = "state"\npath = "a.b"\ntable = {A = "running"}\n[tables.t]\n"*" = 1\n'
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 30))
    put = data.draw(st.text(st.sampled_from("[]{}\"'=.,\n#ab1-{}«"), max_size=6))
    plant = load_plant(text[:at] + put + text[at + cut :] + "\n")
    assert all(p.line >= 1 and p.column >= 1 for p in plant.problems)
