"""Rules of the desk: what commands read and write there is one truth, in memory and in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from console.domain.desk import ChangedMeanwhile, Missing
from console.domain.text import OutOfRange, TooLong, clean
from console.records.desk import RowDesk
from console.records.local import LocalRecords
from tests.records.things import Colour, Drop, Keep, Part, Thing, given, keep, open_things

AT = datetime(2026, 11, 21, 6, 0, 0, 123456, UTC)


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalRecords]:
    with open_things(tmp_path / "records.db") as opened:
        yield opened


@pytest.fixture
def desk(local: LocalRecords) -> Iterator[RowDesk]:
    """A desk on which a command is being carried out."""
    with local.writing() as db:
        made = RowDesk(db)
        made.begin("command-1")
        yield made


def test_what_was_put_is_what_is_got(desk: RowDesk) -> None:
    thing = Thing("a", "Zange 钳 👷", -3, 0.1, False, Colour.GREEN, AT, date(2026, 2, 28), ("x", ""), (Part("p", 2.0),))
    desk.put(thing)
    assert desk.get(Thing, "a") == thing
    assert desk.need(Thing, "a") == thing


def test_one_field_of_many_is_read_with_what_the_command_changed(desk: RowDesk) -> None:
    for id in "abc":
        desk.put(Thing(id, id.upper()))
    desk.put(Thing("b", "Beta"))
    desk.remove(Thing, "c")
    assert sorted(desk.texts(Thing, "name")) == ["A", "Beta"]
    assert desk.texts(Thing, "name", ("id", "!=", "a")) == ["Beta"]
    assert desk.texts(Thing, "id", name="A") == ["a"]


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=15).map(clean)
zones = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-5))])
things = st.builds(
    Thing,
    id=st.just("a"),
    name=texts,
    count=st.integers(-(2**31) + 1, 2**31 - 1),
    weight=st.floats(allow_nan=False, allow_infinity=False),
    good=st.booleans(),
    colour=st.sampled_from(Colour),
    made=st.none() | st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=zones),
    day=st.none() | st.dates(),
    tags=st.lists(texts, max_size=3).map(tuple),
    parts=st.lists(st.builds(Part, texts, st.floats(allow_nan=False, allow_infinity=False)), max_size=2).map(tuple),
)


def test_every_value_comes_back_from_the_file_as_it_was_put(local: LocalRecords) -> None:
    @generated(things)
    @settings(max_examples=60)
    def comes_back(thing: Thing) -> None:
        keep(local, thing)
        assert local.ask(lambda desk: desk.get(Thing, "a")) == thing
        assert not keep(local, thing).changes, "the same value again changes nothing"

    comes_back()


def test_truth_values_and_numbers_keep_their_type(local: LocalRecords) -> None:
    keep(local, Thing("a", good=False, count=1, weight=2.0))
    thing = local.ask(lambda desk: desk.need(Thing, "a"))
    assert (type(thing.good), type(thing.count), type(thing.weight)) == (bool, int, float)


def test_nothing_with_that_id_is_said(desk: RowDesk) -> None:
    assert desk.get(Thing, "none") is None
    with pytest.raises(Missing) as refusal:
        desk.need(Thing, "none")
    assert refusal.value.facts == {"kind": "thing", "id": "none"}
    with pytest.raises(Missing):
        desk.remove(Thing, "none")


def test_a_command_finds_what_it_has_just_put_and_not_what_it_removed(desk: RowDesk) -> None:
    desk.put(Thing("a", "one"))
    desk.put(Thing("b", "two"))
    assert [thing.id for thing in desk.find(Thing)] == ["a", "b"]
    desk.put(Thing("a", "other"))
    desk.remove(Thing, "b")
    assert desk.find(Thing, name="one") == []
    assert desk.find(Thing) == [Thing("a", "other")]
    assert desk.count(Thing) == 1


def test_the_same_row_is_the_same_in_every_answer(desk: RowDesk) -> None:
    desk.put(Thing("a", "one"))
    (found,) = desk.find(Thing)
    desk.put(Thing("a", "two"))
    assert desk.get(Thing, "a") == desk.find(Thing)[0] == Thing("a", "two")
    assert found == Thing("a", "one")


def test_versions_count_commands_that_changed_the_row(local: LocalRecords) -> None:
    for name in ("one", "two", "two", "three"):
        keep(local, Thing("a", name))
    (kept,) = local.ask(lambda desk: desk.kept(Thing))
    assert (kept.version, kept.value.name, kept.waiting) == (3, "three", True)


def test_a_row_removed_and_kept_again_begins_anew(local: LocalRecords) -> None:
    keep(local, Thing("a", "one"))
    local.give([given(Drop("a"))])
    (change,) = keep(local, Thing("a", "two")).changes
    assert (change.version, change.base, change.before) == (1, "", None)


def test_changes_tell_what_was_and_what_is(local: LocalRecords) -> None:
    first = keep(local, Thing("a", "one", tags=("x",)))
    second = keep(local, Thing("a", "two", tags=("x",)))
    (made,), (changed,) = first.changes, second.changes
    assert (made.before, made.version, made.base) == (None, 1, "")
    assert made.after is not None
    assert made.after["name"] == "one"
    assert (changed.before, changed.version, changed.base) == ({"name": "one"}, 2, first.id)
    assert changed.after == {**made.after, "name": "two"}
    (gone,) = local.give([given(Drop("a"))])[0].changes  # type: ignore[union-attr]
    assert (gone.before, gone.after, gone.version) == (changed.after, None, 0)


def test_a_row_put_twice_by_one_command_is_one_change(local: LocalRecords) -> None:
    (change,) = keep(local, Thing("a", "one"), Thing("a", "two")).changes
    assert (change.before, change.version) == (None, 1)
    assert keep(local, Thing("a", "three"), Thing("a", "two")).changes == ()


@pytest.mark.parametrize("look", [False, True])
def test_after_a_refusal_everything_is_as_before(local: LocalRecords, look: bool) -> None:
    keep(local, Thing("a", "one"))
    wild = Keep((Thing("a", "two"), Thing("b", "new")), refuse=True, look=look)
    refused, done = local.give([given(wild), given(Keep((Thing("c"),)))])
    assert isinstance(refused, Exception)
    assert not isinstance(done, Exception)
    assert local.ask(lambda desk: desk.find(Thing)) == [Thing("a", "one"), Thing("c")]
    (kept, _) = local.ask(lambda desk: desk.kept(Thing))
    assert kept.version == 1


def test_a_form_that_showed_an_older_version_is_refused(local: LocalRecords) -> None:
    keep(local, Thing("a", "one"))
    last = keep(local, Thing("a", "two")).id
    with local.reading() as db:
        desk = RowDesk(db)
        desk.expect(Thing, "a", 2)
        desk.expect(Thing, "a", 0)
        with pytest.raises(ChangedMeanwhile) as refusal:
            desk.expect(Thing, "a", 1)
        assert refusal.value.facts["last"] == last
        RowDesk(db, replaying=True).expect(Thing, "a", 1)


def test_tests_choose_and_order_puts_in_order(desk: RowDesk) -> None:
    for number, id in enumerate("dcba"):
        desk.put(Thing(id, f"n_{number}%", number, made=AT + timedelta(days=number), good=number % 2 == 0))
    ids = lambda *tests, **more: [thing.id for thing in desk.find(Thing, *tests, **more)]  # noqa: E731
    assert ids() == ["a", "b", "c", "d"]
    assert ids(order="count") == ["d", "c", "b", "a"]
    assert ids(order="-count", limit=2) == ["a", "b"]
    assert ids(good=True, order="count") == ["d", "b"]
    assert ids(("count", ">=", 1), ("count", "<", 3)) == ["b", "c"]
    assert ids(("count", "!=", 1)) == ["a", "b", "d"]
    assert ids(("made", ">", AT + timedelta(days=1))) == ["a", "b"]
    assert ids(("id", "in", ("a", "d", "zz"))) == ["a", "d"]
    assert ids(id=["b", "c"]) == ["b", "c"]
    assert ids(("id", "in", ())) == []
    assert ids(day=None) == ["a", "b", "c", "d"]
    assert ids(("day", "!=", None)) == []
    assert desk.count(Thing, ("count", ">", 0), good=True) == 1


def test_signs_of_search_patterns_are_ordinary_text(desk: RowDesk) -> None:
    for id, name in (("a", "100%"), ("b", "100x"), ("c", "a_b"), ("d", "axb"), ("e", "a/b")):
        desk.put(Thing(id, name))
    found = lambda text: [thing.id for thing in desk.find(Thing, ("name", "like", text))]  # noqa: E731
    assert (found("0%"), found("_"), found("/"), found("b")) == (["a"], ["c"], ["e"], ["c", "d", "e"])


def test_what_is_packed_can_be_searched_for_a_part(desk: RowDesk) -> None:
    desk.put(Thing("a", tags=("red 50%", "new")))
    desk.put(Thing("b", tags=("reddish",)))
    found = lambda text: [thing.id for thing in desk.find(Thing, ("tags", "like", text))]  # noqa: E731
    assert (found('"new"'), found("red"), found("0%"), found("none")) == (["a"], ["a", "b"], ["a"], [])


@pytest.mark.parametrize("many", [1, 2, 3, 399, 400, 401, 1000])
def test_any_number_of_ids_can_be_asked_for(desk: RowDesk, many: int) -> None:
    for number in range(many):
        desk.put(Thing(f"t{number:04}"))
    assert len(desk.kept(Thing)) == many
    asked = RowDesk(desk._db)
    asked.preload([("thing", f"t{number:04}") for number in range(many + 1)])
    assert len([thing for thing in asked._rows.values() if thing.now]) == many


def test_what_does_not_fit_is_refused_before_anything_is_written(desk: RowDesk) -> None:
    desk.put(Thing("a", "x" * 40))
    with pytest.raises(TooLong) as long:
        desk.put(Thing("a", "x" * 41))
    assert long.value.facts == {"field": "name", "most": 40}
    with pytest.raises(TooLong):
        desk.put(Thing("a", "👷" * 21))
    for wrong in (Thing("a", count=2**31), Thing("a", weight=float("nan")), Thing("a", weight=float("inf"))):
        with pytest.raises(OutOfRange):
            desk.put(wrong)
    assert desk.get(Thing, "a") == Thing("a", "x" * 40)


def test_columns_that_a_newer_program_added_are_left_as_they_are(desk: RowDesk) -> None:
    desk.put(Thing("a", "one", tags=("x",)))
    desk.put_row("thing", {"id": "a", "name": "two"})
    assert desk.get(Thing, "a") == Thing("a", "two", tags=("x",))
