"""Rules of edits without a screen: steps, moves over sections, and what of a draft is kept while a part cannot be."""

from __future__ import annotations

import random
from dataclasses import replace

from console.domain.checklists import ITEMS_MOST, SECTIONS_MOST, Asks, Form, Item, Purpose, Section, Words
from widgets.checklists.edits import Edits, Place, Sheet
from widgets.checklists.fitting import fit_part, wrong_in

ONE, TWO, THREE = (Item(id, Words(id)) for id in ("one", "two", "three"))
SHEET = Sheet(
    Words("Round"),
    Purpose.OTHER,
    Form((Section("a", Words("A"), (ONE, TWO)), Section("b", Words("B"), (THREE,)))),
)


def test_any_steps_are_undone_to_the_beginning_and_done_again_to_the_end() -> None:
    dice, edits, seen = random.Random(7), Edits(SHEET), [SHEET]
    for _ in range(150):
        edits.chosen = dice.choice(edits.order())
        id = edits.chosen
        dice.choice(
            [
                edits.add_item,
                edits.add_section,
                lambda id=id: edits.remove(id),
                lambda id=id: edits.duplicate(id),
                lambda id=id: edits.move(id, dice.choice((-1, 1))),
                lambda id=id: edits.change(id, words=Words(str(dice.random()))),
            ]
        )()
        if edits.sheet != seen[-1]:
            seen.append(edits.sheet)
        ids = edits.order()
        assert len(ids) == len(set(ids)), "no part is there twice"
    for sheet in reversed(seen[:-1]):
        edits.undo()
        assert edits.sheet == sheet
    assert not edits.can_undo
    for sheet in seen[1:]:
        edits.redo()
        assert edits.sheet == sheet
    assert not edits.can_redo


def test_letters_typed_into_one_field_are_one_step() -> None:
    edits = Edits(SHEET)
    for text in ("o", "on", "one more"):
        edits.change("one", typing=True, words=Words(text))
    edits.change("two", typing=True, words=Words("t"))
    edits.undo()
    assert edits.part("two") == TWO
    assert edits.part("one") == replace(ONE, words=Words("one more"))
    edits.undo()
    assert edits.sheet == SHEET


def test_an_item_goes_on_into_the_next_section_and_stops_at_the_ends() -> None:
    edits = Edits(SHEET)
    assert edits.move("two", 1)
    assert edits.find("two") == Place(1, 0)
    assert edits.move("two", -1)
    assert edits.sheet == SHEET
    assert not edits.move("one", -1)
    assert not edits.move("b", 1)


def test_no_more_sections_and_items_than_a_form_can_have() -> None:
    edits = Edits(SHEET)
    while edits.add_section():
        pass
    while edits.add_item():
        pass
    assert len(edits.sheet.form.sections) == SECTIONS_MOST
    assert len(edits.sheet.form.items) == ITEMS_MOST
    assert edits.duplicate("one") == ""


def test_what_cannot_be_so_stays_as_it_was_and_all_the_rest_is_kept() -> None:
    wrong = replace(ONE, asks=Asks.MEASURE, low=9.0, high=1.0)
    new, named = Item("new", Words()), replace(TWO, words=Words("Two, said otherwise"))
    nameless = Section("c", Words(), (Item("four", Words("Four")),))
    sheet = replace(
        SHEET,
        name=Words(),
        form=Form((Section("a", Words("A"), (wrong, named, new)), Section("b", Words(), (THREE,)), nameless), 7.0),
    )
    assert wrong_in(sheet) is not None
    kept = fit_part(sheet, SHEET)
    assert kept is not None
    assert wrong_in(kept) is None
    assert kept.name == SHEET.name
    assert kept.form.sections[0].items == (ONE, named)
    assert kept.form.sections[1].words == Words("B")
    assert [item.id for item in kept.form.sections[1].items] == ["three", "four"], "they wait in the section above"
    assert kept.form.passes is None
    assert fit_part(replace(sheet, name=Words()), replace(SHEET, name=Words())) is None
