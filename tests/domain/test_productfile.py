"""Rules of files of products: every error has its row and column, and nothing is taken over twice."""

from __future__ import annotations

import pytest

from console.app.tableread import table_in
from console.domain.exchange import Wrong
from console.domain.productfile import (
    ColumnsUnfit,
    Holds,
    ReadProducts,
    compared_products,
    exported,
    guessed_columns,
    holds,
    merged,
    read_products,
)
from console.domain.products import Part, Product, RouteStep

LINES = {"Line 1": "L1", "L1": "L1"}
KNOWN = {
    "A": Product("A", "Housing", parts=(Part("P", 2.0),), steps=(RouteStep("Weld", "L1/10", 12.5),), lines=("L1",)),
    "P": Product("P", "Pin"),
}


def read(text: str, known: dict[str, Product] | None = None, comma: bool = False) -> ReadProducts:
    table = table_in(text.encode(), "a.csv")
    return read_products(table.rows, guessed_columns(table.columns), known or {}, LINES, table.first, comma)


@pytest.mark.parametrize(
    "heading",
    ["Parent,Component,Qty,Unit", "父件,子件,用量,单位", "Artikel,Komponente,Menge,Einheit", "parent,child,amount,uom"],
)
def test_headings_of_parts_are_guessed_in_three_languages(heading: str) -> None:
    found = read(f"{heading}\nA,P,2,kg\nA,Q,0.5,\n")

    assert found.errors == ()
    assert [(d.id, d.parts) for d in found.drafts] == [("A", (Part("P", 2.0, "kg"), Part("Q", 0.5)))]


@pytest.mark.parametrize(
    "heading",
    [
        "number,name,family,step,seconds",
        "产品编号,名称,产品族,工序,标准工时",
        "Nummer,Bezeichnung,Familie,Arbeitsgang,Zeit",
    ],
)
def test_headings_of_products_with_steps_are_guessed_in_three_languages(heading: str) -> None:
    found = read(f"{heading}\nA,Housing,Big,Weld,12.5\nA,,,Pack,3\n")

    (draft,) = found.drafts
    assert (draft.name, draft.family) == ("Housing", "Big")
    assert draft.steps == (RouteStep("Weld", "", 12.5), RouteStep("Pack", "", 3.0))


def test_a_file_of_parts_needs_a_quantity_and_any_file_a_number() -> None:
    with pytest.raises(ColumnsUnfit):
        holds({"number": "a", "component": "b"})
    with pytest.raises(ColumnsUnfit):
        holds({"name": "b"})
    assert holds({"number": "a"}) == (Holds.PRODUCTS,)


def test_every_error_is_named_by_row_and_column_and_a_product_with_one_stays_out() -> None:
    found = read("parent,component,quantity\nA,P,2\nA,Q,much\nB,,1\n,P,1\nC,P,0\nD,P,1\nD,P,2\nE,P,1\n")

    assert [(e.row, e.column, e.wrong) for e in found.errors] == [
        (3, "quantity", Wrong.NOT_A_NUMBER),
        (4, "component", Wrong.MISSING),
        (5, "parent", Wrong.MISSING),
        (6, "quantity", Wrong.NOT_POSITIVE),
        (8, "component", Wrong.TWICE),
    ]
    assert [draft.id for draft in found.drafts] == ["E"]


def test_a_product_said_twice_otherwise_and_an_unknown_line_are_errors() -> None:
    found = read("number,name,lines\nA,One,L1; Line 1\nB,One,L9\nC,One,\nC,Two,\n")

    assert [(e.row, e.column, e.value, e.wrong) for e in found.errors] == [
        (3, "lines", "L9", Wrong.UNKNOWN_LINE),
        (5, "name", "Two", Wrong.TWICE),
    ]
    assert found.drafts[0].lines == ("L1",)


@pytest.mark.parametrize(("text", "comma"), [("2,5", False), ("0,250", True), ("1,2345", False), ("2.5", True)])
def test_a_mark_that_does_not_part_thousands_is_never_left_out(text: str, comma: bool) -> None:
    found = read(f"parent;component;quantity\nA;P;{text}\n", comma=comma)
    if text == "0,250":
        assert found.drafts[0].parts == (Part("P", 0.25),)
    else:
        assert [error.wrong for error in found.errors] == [Wrong.NOT_A_NUMBER]


def test_marks_of_thousands_are_left_out() -> None:
    assert read("parent;component;quantity\nA;P;1,234,567.5\n").drafts[0].parts == (Part("P", 1_234_567.5),)
    assert read("parent;component;quantity\nA;P;1.000\n", comma=True).drafts[0].parts == (Part("P", 1000.0),)


def test_a_decimal_comma_is_read_where_it_is_said() -> None:
    assert read("parent;component;quantity\nA;P;1.000,5\n", comma=True).drafts[0].parts == (Part("P", 1000.5),)


def test_circles_are_found_across_the_file_and_with_what_is_known() -> None:
    assert read("parent,component,quantity\nA,B,1\nB,C,1\nC,A,1\n").circle == ("A", "B", "C", "A")
    assert read("parent,component,quantity\nP,A,1\n", KNOWN).circle == ("P", "A", "P")
    assert read("parent,component,quantity\nP,Z,1\n", KNOWN).circle == ()


def test_differences_are_told_field_by_field_and_what_a_file_does_not_speak_of_stays() -> None:
    found = compared_products(read("number,name\nA,Case\nP,Pin\nN,New\n", KNOWN).drafts, KNOWN)

    assert [(c.product, c.field, c.ours, c.theirs) for c in found.changes] == [("A", "name", "Housing", "Case")]
    assert ([d.id for d in found.new], found.same) == (["N"], 1)
    assert merged(KNOWN["A"], found.changed[0]).parts == KNOWN["A"].parts


def test_nothing_is_taken_over_twice_and_what_is_written_is_read_as_it_was() -> None:
    for what in Holds:
        text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in exported(KNOWN.values(), what))
        found = read(text, KNOWN)
        again = compared_products(found.drafts, KNOWN)

        assert found.errors == ()
        assert (again.new, again.changed, again.changes) == ((), (), ())
        assert again.same == len(found.drafts) > 0


def test_what_is_there_already_comes_into_being_from_its_three_files_alone() -> None:
    made: dict[str, Product] = {}
    for what in Holds:
        text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in exported(KNOWN.values(), what))
        made |= {draft.id: merged(made.get(draft.id), draft) for draft in read(text, made).drafts}

    assert made == KNOWN
