"""Mapping of JSON documents, scalars and PackML trees, from data alone."""

from __future__ import annotations

import pytest

from console.domain.floor import Floor
from console.domain.readings import AlarmText, Quality
from tests.telemetry.hearing import NOW, Ear, values

JSON = '[[source]]\ntopic = "f/{line}/machine{nr}/status"\nplace = "{line}/{nr}"\n'


def test_named_parts_of_a_topic_make_the_place_also_inside_a_level() -> None:
    ear = Ear(JSON + 'feeds = "state"\npath = "state"\n')
    assert values(ear.say("f/L2/machine10/status", {"state": "running"})) == [("L2/10/state", "running")]
    assert ear.say("f/L2/press10/status", {"state": "running"}) == []
    assert ear.say("f/L2/machine99/status", {"state": "running"}) == []
    assert ear.note("f/L2/machine99/status") == "the plant has no place 'L2/99'"


@pytest.mark.parametrize(
    ("path", "found"),
    [("a.b", 1), ("list[1].n", 3), ("list[-1].n", 3), ("a.missing", None), ("a.b.c", None), ("length(list)", 2)],
)
def test_paths_simple_and_full_read_a_document(path: str, found: object) -> None:
    ear = Ear(JSON + f'feeds = "tag"\nname = "x"\npath = "{path}"\n')
    readings = ear.say("f/L1/machine10/status", {"a": {"b": 1}, "list": [{"n": 2}, {"n": 3}]})
    assert [r.value for r in readings] == ([] if found is None else [found])


def test_a_projection_gives_a_reading_for_every_value_with_its_own_time() -> None:
    ear = Ear(JSON + 'feeds = "tag"\nname = "x"\npath = "v[].x"\ntime = "v[].t"\n')
    readings = ear.say("f/L1/machine10/status", {"v": [{"x": 1, "t": 1.7e9}, {"x": 2, "t": 1.7e9 + 1}]})
    assert [(r.value, r.source_time) for r in readings] == [(1, 1.7e9), (2, 1.7e9 + 1)]


def test_each_reads_every_element_and_can_look_back_at_the_whole_message() -> None:
    ear = Ear(
        '[tables.serials]\nAB1 = "L1/10"\nAB2 = "L2/10"\nXX = "ignore"\n'
        '[[source]]\ntopic = "all"\neach = "modules[]"\nplace = {path = "serial", table = "serials"}\ntime = "$.ts"\n'
        'signal = [{feeds = "state", path = "s"}, {feeds = "alarm", path = "$.alarm"}]\n'
    )
    document = {"ts": 1_700_000_000_000, "alarm": "A1", "modules": [
        {"serial": "ab2", "s": "running"}, {"serial": "XX", "s": "stopped"}, {"serial": "new", "s": "blocked"}, 7,
    ]}  # fmt: skip
    readings = ear.say("all", document)
    assert values(readings) == [("L2/10/state", "running"), ("L2/10/alarm", "A1")]
    assert readings[0].source_time == NOW
    assert ear.note("all") == "'new' is in no row of table 'serials'"


def test_a_condition_decides_for_a_source_or_for_one_signal() -> None:
    ear = Ear(
        JSON + "when = \"kind == 'state'\"\n"
        'signal = [{feeds = "state", path = "s"}, {feeds = "scrap", path = "n", when = "n && bad"}]\n'
    )
    topic = "f/L1/machine10/status"
    assert ear.say(topic, {"kind": "other", "s": "running"}) == []
    assert values(ear.say(topic, {"kind": "state", "s": "running", "n": 2})) == [("L1/10/state", "running")]
    assert len(ear.say(topic, {"kind": "state", "s": "running", "n": 2, "bad": True})) == 2


@pytest.mark.parametrize("theirs", ["Run", "RUN", " run ", 2, 2.0, "2", "2.0", True])
def test_a_table_does_not_mind_case_blanks_and_numbers_as_text(theirs: object) -> None:
    ear = Ear(
        JSON
        + 'feeds = "state"\npath = "s"\ntable = {Run = "running", 2 = "running", true = "running", 1 = "stopped"}\n'
    )
    assert [r.value for r in ear.say("f/L1/machine10/status", {"s": theirs})] == ["running"]


def test_a_word_in_no_table_is_never_guessed_but_noted() -> None:
    ear = Ear(JSON + 'feeds = "state"\npath = "s"\ntable = {A = "running"}\n')
    topic = "f/L1/machine10/status"
    assert ear.say(topic, {"s": 17}) == []
    assert ear.note(topic) == "value 17 is in no row of table 'here'"
    assert [r.value for r in ear.say(topic, {"s": "a"})] == ["running"]
    assert ear.note(topic) == ""


def test_a_row_for_everything_else_and_one_that_is_ignored_on_purpose() -> None:
    ear = Ear(JSON + 'feeds = "state"\npath = "s"\ntable = {A = "running", B = "ignore", "*" = "stopped"}\n')
    topic = "f/L1/machine10/status"
    heard = [[r.value for r in ear.say(topic, {"s": word})] for word in ("A", "B", "C")]
    assert heard == [["running"], [], ["stopped"]]
    assert ear.note(topic) == ""


def test_a_table_may_leave_words_as_they_are() -> None:
    ear = Ear(JSON + 'feeds = "product"\npath = "s"\ntable = {UNAVAILABLE = "ignore", none = "", "*" = "*"}\n')
    heard = [
        [r.value for r in ear.say("f/L1/machine10/status", {"s": word})] for word in ("719", "UNAVAILABLE", "none")
    ]
    assert heard == [["719"], [], [""]]


def test_a_table_takes_over_another_and_changes_rows() -> None:
    ear = Ear(
        '[tables.mine]\nuse = "packml-tr88"\n6 = "changeover"\n99 = "blocked"\n'
        + JSON
        + 'feeds = "state"\npath = "s"\ntable = "mine"\n'
    )
    heard = [[r.value for r in ear.say("f/L1/machine10/status", {"s": n})] for n in (6, 99, 5, 2, 50)]
    assert heard == [["changeover"], ["blocked"], ["starved"], ["stopped"], []]


def test_the_machines_own_word_goes_along_with_its_state() -> None:
    ear = Ear(JSON + 'feeds = "state"\npath = "s"\ntable = {FEED_HOLD = "stopped"}\n')
    assert ear.say("f/L1/machine10/status", {"s": "FEED_HOLD"})[0].key == "FEED_HOLD"


def test_a_key_tells_checks_and_orders_apart() -> None:
    ear = Ear(
        '[[source]]\ntopic = "q/{id}"\nplace = "L1/10"\n'
        'signal = [{feeds = "quality", path = "r", key = "a.id"}, {feeds = "order_state", path = "o", key = "{id}"}]\n'
    )
    readings = ear.say("q/77", {"r": "PASSED", "a": {"id": 5}, "o": "active"})
    assert [(r.signal.name, r.value, r.key) for r in readings] == [
        ("quality", "passed", "5"),
        ("order_state", "active", "77"),
    ]


def test_a_piece_told_twice_with_one_key_is_one_piece() -> None:
    ear = Ear('[[source]]\ntopic = "{from}/done"\nplace = "L1/10"\nfeeds = "good"\npulse = true\nkey = "id"\n')
    heard = [
        len(ear.say(f"{topic}/done", {"id": n})) for topic, n in (("a", 1), ("b", 1), ("b", 2), ("a", 2), ("a", 3))
    ]
    assert heard == [1, 0, 1, 0, 1]


def test_alarms_that_are_told_one_by_one_do_not_hide_each_other() -> None:
    ear = Ear('[[source]]\ntopic = "alarm/{id}"\nplace = "L1/10"\nfeeds = "alarm"\npath = "text"\nkey = "{id}"\n')
    floor = Floor(ear.file.plant, NOW)
    shown = []
    for key, text in (("1", "hot"), ("2", "low oil"), ("2", ""), ("1", "")):
        floor.observe(ear.say(f"alarm/{key}", {"text": text}))
        shown.append(floor.stations["L1/10"].alarm)
    assert shown == ["hot", "low oil", "hot", ""]


@pytest.mark.parametrize(
    ("payload", "value"),
    [
        (b"21.5", 21.5),
        (b" 7 ", 7),
        (b"1e3", 1000.0),
        (b'"on"', "on"),
        (b"true", "true"),
        (b"21.5\0", 21.5),
        ("温度".encode(), "温度"),
    ],
)
def test_a_scalar_is_number_or_text(payload: bytes, value: object) -> None:
    ear = Ear('[[source]]\ndialect = "scalar"\ntopic = "t"\nplace = "L1/10"\nfeeds = "tag"\nname = "x"\n')
    [reading] = ear.say("t", payload)
    assert (reading.value, reading.source_time, reading.quality) == (value, None, Quality.UNKNOWN)


def test_names_that_look_like_numbers_stay_as_they_are_written() -> None:
    ear = Ear('[[source]]\ndialect = "scalar"\ntopic = "t"\nplace = "L1/10"\nfeeds = "order"\n')
    assert ear.say("t", b"00719")[0].value == "00719"


def test_a_scalar_may_be_cut_into_fields() -> None:
    ear = Ear(
        '[[source]]\ndialect = "scalar"\ntopic = "t"\nplace = "L1/10"\nsplit = "|"\nfeeds = "alarm"\n'
        'path = "[3] || [1]"\nwhen = "[0] == \'Fault\'"\n'
    )
    assert [r.value for r in ear.say("t", b"Fault|17||too hot")] == ["too hot"]
    assert [r.value for r in ear.say("t", b"Fault|17||")] == ["17"]
    assert ear.say("t", b"Normal|||") == []


def test_a_packml_tree_carries_scalars_and_documents_alike() -> None:
    ear = Ear(
        '[[source]]\ndialect = "packml"\ntopic = "site/{line}/{station}"\nplace = "{line}/{station}"\ntime = "ts"\n'
        "signal = [\n"
        '  {feeds = "state", item = "Status/StateCurrent", path = "Value || @", table = "packml-tr88"},\n'
        '  {feeds = "tag", item = "Status/{what}Speed", name = "speed {what}", unit = "1/min"},\n]\n'
    )
    assert values(ear.say("site/L1/10/Status/StateCurrent", b"6")) == [("L1/10/state", "running")]
    [reading] = ear.say("site/L1/20/Status/StateCurrent", {"Value": 2, "ts": 1_700_000_000})
    assert (reading.signal.id, reading.value, reading.source_time) == ("L1/20/state", "stopped", NOW)
    assert values(ear.say("site/L1/10/Status/CurMachSpeed", b"120")) == [("L1/10/speed CurMach", 120)]


def test_scale_offset_and_numbers_as_text() -> None:
    ear = Ear(
        JSON + 'signal = [{feeds = "oee", path = "o", scale = 0.01},'
        '{feeds = "tag", name = "t", path = "f", scale = 0.5, offset = -10}]\n'
    )
    assert [r.value for r in ear.say("f/L1/machine10/status", {"o": "85", "f": "100"})] == [0.85, 40.0]


def test_a_sentinel_takes_a_tags_value_away_and_leaves_a_count_alone() -> None:
    ear = Ear(
        JSON
        + 'signal = [{feeds = "tag", name = "t", path = "t", sentinels = [9999, -32768, "n/a"]},'
        + '{feeds = "good", path = "g", sentinels = [65535]}]\n'
    )
    topic = "f/L1/machine10/status"
    for value in (9999, "9999", -32768.0, "N/A"):
        [reading] = ear.say(topic, {"t": value})
        assert (reading.value, reading.quality) == (None, Quality.BAD)
    assert ear.say(topic, {"g": 65535}) == []
    assert "means none" in ear.note(topic)


@pytest.mark.parametrize(
    "theirs",
    ["NaN", "inf", "-Infinity", 10**400, 2**70, [1], {"a": 1}, "x" * 600, "data:image/png;base64," + "A" * 5000],
)
def test_what_is_no_value_makes_no_reading_and_is_noted(theirs: object) -> None:
    ear = Ear(JSON + 'signal = [{feeds = "good", path = "v"}, {feeds = "cycle", path = "ok"}]\n')
    topic = "f/L1/machine10/status"
    readings = ear.say(topic, {"v": theirs, "ok": 5})
    assert [r.value for r in readings if r.signal.name == "cycle"] == [5]
    assert [r for r in readings if r.signal.name == "good"] == ([] if theirs != [1] else [readings[0]])
    assert ear.note(topic) or theirs == [1]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        *[("Good", "good"), ("BAD", "bad"), ("uncertain", "uncertain"), ("??", "unknown"), (None, "unknown")],
        *[(192, "good"), ("192", "good"), (64, "uncertain"), (0, "bad"), (500, "bad"), (True, "good"), (False, "bad")],
    ],
)  # fmt: skip
def test_quality_is_read_from_words_flags_and_opc_numbers(theirs: object, ours: str) -> None:
    ear = Ear(JSON + 'feeds = "tag"\nname = "x"\npath = "v"\nquality = "q"\n')
    assert ear.say("f/L1/machine10/status", {"v": 1, "q": theirs})[0].quality == ours


def test_quality_in_words_of_its_own() -> None:
    ear = Ear(
        JSON + 'feeds = "tag"\nname = "x"\npath = "v"\nquality = {path = "q", table = {gut = "good", "*" = "bad"}}\n'
    )
    assert [ear.say("f/L1/machine10/status", {"v": 1, "q": q})[0].quality for q in ("GUT", "x")] == ["good", "bad"]


def test_several_rules_may_hear_one_topic() -> None:
    ear = Ear(
        JSON + 'feeds = "state"\npath = "s"\n[[source]]\nname = "second"\n'
        'topic = "f/#"\nplace = "L2"\nfeeds = "order"\npath = "o"\n'
    )
    topic = "f/L1/machine10/status"
    assert values(ear.say(topic, {"s": "running", "o": "A7"})) == [("L1/10/state", "running"), ("L2/order", "A7")]
    entry = ear.intake.book.get(topic)
    assert entry is not None
    assert entry.rules == ("f/{line}/machine{nr}/status", "second")


def test_a_tag_named_by_its_topic_never_takes_the_place_of_a_role() -> None:
    ear = Ear('[[source]]\ndialect = "scalar"\ntopic = "x/{what}"\nplace = "L1/10"\nfeeds = "tag"\nname = "{what}"\n')
    assert [ear.say(f"x/{name}", b"1")[0].signal.id for name in ("load", "state")] == [
        "L1/10/load",
        "L1/10/state (tag)",
    ]
    assert [signal.index for signal in ear.file.plant.signals] == [0, 1]


def test_an_alarm_carries_the_machines_own_code_and_level() -> None:
    ear = Ear(JSON + 'signal = [{feeds = "alarm", path = "text", code = "code", level = "how", key = "\'plc\'"}]\n')
    topic = "f/L1/machine10/status"
    (fault,) = ear.say(topic, {"text": "BARRIER", "code": 149, "how": "Fault"})
    assert isinstance(fault.value, AlarmText)
    assert (fault.value, fault.value.code, fault.value.level) == ("BARRIER", "149", "Fault")
    (half,) = ear.say(topic, {"text": "BARRIER", "code": {"not": "one"}})
    assert isinstance(half.value, AlarmText)
    assert (half.value.code, half.value.level) == ("", "")
    (over,) = ear.say(topic, {"text": "", "code": 0})
    assert type(over.value) is str
