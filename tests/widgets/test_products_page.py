"""Rules of the products' screen: found, written, brought in, counted and pulled by keyboard, in two languages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.commands.orders import AddOrder, MoveOrder
from console.domain.commands.products import ImportProducts, SetProduct
from console.domain.commands.replenishment import CountStock, SetStockLimits
from console.domain.orders import order_id
from console.domain.people import Role
from console.domain.planning import Changeover
from console.domain.productfile import Holds, ProductDraft
from console.domain.products import Part, Product, RouteStep
from console.domain.readings import Reading
from console.domain.readings import Role as Counted
from console.domain.replenishment import EndedAs, Replenishment
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.languages import CODES, languages
from widgets.products.exporting import ExportForm
from widgets.products.form import ProductForm
from widgets.products.importing import CHANGES, ERRORS, ImportForm
from widgets.products.page import SECTIONS, ProductsPage
from widgets.products.stockform import StockForm

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC).timestamp()
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
expected_interval = 100000
station = [{id = "10", name = "10 Weld A"}]
[[line]]
id = "L2"
name = "Bracket"
site = "Suzhou"
area = "Body"
station = [{id = "10", name = "10 Press"}]
[[source]]
topic = "w/10"
place = "L1/10"
signal = [{feeds = "good", path = "g"}, {feeds = "scrap", path = "s"}]
"""
ORDER = order_id("WO-1")
HOUSING = Product(
    "A-100", "Housing", parts=(Part("SUB", 2.0), Part("PIN", 1.0)), steps=(RouteStep("Weld", "", 20.0),), family="Big"
)


class Clock:
    at = NOW

    def __call__(self) -> float:
        return self.at


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Two lines, two products, an order that runs on L1; an administrator is here."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=Clock())
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    seed_demo_people(made.office, made.floor.plant, datetime.fromtimestamp(NOW, UTC).date())
    wait(made, lambda: made.session.rights.people)
    people = made.session.rights.people.values()
    made.session.sign_in(next(person.id for person in people if Role.ADMINISTRATOR in person.roles), DEMO_PIN)
    wait(made, lambda: made.session.person is not None)
    do(made, SetProduct(HOUSING))
    do(made, SetProduct(Product("SUB", "Frame", parts=(Part("PIN", 3.0),))))
    do(made, AddOrder("WO-1", "A-100", 100, "L1"))
    for source, target in (("planned", "released"), ("released", "running")):
        do(made, MoveOrder(ORDER, "L1", source, target))
    wait(made, lambda: made.orders is not None and made.orders.running("L1") is not None)
    wait(made, lambda: made.material is not None and made.material.known)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[ProductsPage]:
    dressed()
    made = ProductsPage(console)
    made.resize(1400, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin(console: Console) -> Iterator[None]:
    dressed()
    yield
    for widget in QApplication.topLevelWidgets():
        if not isinstance(widget, ProductsPage):
            widget.close()


def wait(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        if console.material is not None:
            console.material._look_at = 0.0  # the test does not wait for the next look
        QApplication.processEvents()
        time.sleep(0.002)


def do(console: Console, command: Any) -> None:
    box: list[Any] = []
    console.office.do(command, box.append, box.append)
    wait(console, lambda: box)
    assert not isinstance(box[0], Exception), (getattr(box[0], "code", box[0]), getattr(box[0], "facts", None))


def products(console: Console) -> dict[str, Product]:
    assert console.orders is not None
    return dict(console.orders.products)


def cards(console: Console, material: str) -> list[Replenishment]:
    assert console.material is not None
    return [card for card in console.material.cards if card.material == material]


def left(console: Console, material: str, line: str = "L1") -> float:
    assert console.material is not None
    found = console.material.of(line, material)
    assert found is not None
    return found.stock.quantity


def form_of(page: ProductsPage, kind: type) -> Any:
    QApplication.processEvents()
    return next(one for one in page.findChildren(kind) if one.isVisible())


# Products


def test_a_product_is_found_and_shown_with_all_levels_steps_and_where_it_goes_into(
    console: Console, page: ProductsPage
) -> None:
    page.show_subject("A-100")
    tab = page.turn("products")
    wait(console, lambda: tab.view.kept is not None)
    tab.view.quantity.setText("10")
    shown = [(node.level, node.material, node.quantity) for node in tab.view.nodes.rows]
    assert shown == [(1, "SUB", 20), (2, "PIN", 60), (1, "PIN", 10)]
    assert [step.name for step in tab.view.steps.rows] == ["Weld"]

    tab.search.setText("frame")
    assert [kept.value.id for kept in tab.rows.rows] == ["SUB"]
    assert tab.view._used.count() == 1
    tab.search.setText("nothing like it")
    assert not tab.rows.rows
    tab.search.clear()


def test_what_is_too_little_at_a_line_is_said_beside_the_part(console: Console, page: ProductsPage) -> None:
    do(console, CountStock("L2", "PIN", 25.0))
    wait(console, lambda: any(one.line == "L2" for one in console.orders.stock if console.orders))
    page.show_subject("products/A-100")
    view = page.turn("products").view
    view.quantity.setText("10")
    view.line.setCurrentIndex(view.line.findData("L2"))

    assert [(node.there, node.missing) for node in view.nodes.rows] == [(None, 0), (25, 45), (25, 0)]
    assert "PIN" in view.short.text
    view.quantity.setText("3")
    assert "PIN" not in view.short.text


def test_a_product_is_written_by_keyboard_and_a_circle_shows_its_way(console: Console, page: ProductsPage) -> None:
    tab = page.turn("products")
    tab.grid.setFocus()
    QTest.keyClick(tab.grid, Qt.Key.Key_N)
    form = form_of(page, ProductForm)
    form.number.control.setText("PIN")
    form.name.control.setText("Pin, steel")
    parts = form.parts
    assert parts.setData(parts.index(0, 0), "A-100")
    QTest.keyClick(form, Qt.Key.Key_Return)
    assert parts.data(parts.index(0, 1), 257 + 1) == "bad"  # TONE: no quantity yet
    parts.setData(parts.index(0, 1), "0,5")
    QTest.keyClick(form, Qt.Key.Key_Return)
    wait(console, lambda: form.said.text)
    assert form.isVisible()
    assert "PIN → A-100 → SUB → PIN" in form.said.text or "A-100 → SUB → PIN → A-100" in form.said.text

    parts.take_out([0])
    QTest.keyClick(form, Qt.Key.Key_Return)
    wait(console, lambda: "PIN" in products(console))
    assert products(console)["PIN"] == Product("PIN", "Pin, steel")


def test_a_change_keeps_every_digit_and_another_ones_change_is_told(console: Console, page: ProductsPage) -> None:
    exact = Product("EXACT", parts=(Part("PIN", 0.123456789),), steps=(RouteStep("Mill", "L1/10", 12.34567, 0.5),))
    do(console, SetProduct(exact))
    tab = page.turn("products")
    wait(console, lambda: "EXACT" in tab._all)
    tab.show_subject("EXACT")
    tab.change()
    form = form_of(page, ProductForm)
    assert form.meant() == exact
    form.family.control.setText("Fine")
    form.submit()
    wait(console, lambda: "EXACT" in products(console) and products(console)["EXACT"].family == "Fine")

    wait(console, lambda: tab._all["EXACT"].version == 2)
    tab.change()
    late = form_of(page, ProductForm)
    do(console, SetProduct(exact, 2))
    late.submit()
    wait(console, lambda: late.said.text)
    assert late.isVisible()


def test_a_file_is_brought_in_once_with_every_error_named(console: Console, page: ProductsPage, tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_text("父件,子件,用量,单位\nF-1,PIN,2,\nF-1,SUB,x,\nF-2,PIN,4,kg\nA-100,PIN,9,\n", encoding="gb18030")
    form = ImportForm(console, page, products(console))
    form.take(path)
    wait(console, lambda: form.read is not None)

    assert [(e.row, e.column) for e in form.read[0].errors] == [(3, "用量")]
    assert form.tab == ERRORS
    form.tabs[CHANGES].click()
    assert [(row.product, row.field) for row in form.rows.rows] == [("A-100", "parts")]
    form.submit()
    wait(console, lambda: "F-2" in products(console))
    wait(console, lambda: form.said.text and not form._waiting)
    assert "F-1" not in products(console)
    assert products(console)["A-100"].parts == (Part("PIN", 9.0),)
    assert products(console)["A-100"].name == "Housing"

    again = ImportForm(console, page, products(console))
    again.take(path)
    wait(console, lambda: again.read is not None)
    assert again.drafts == []
    assert not again.go.isEnabled()
    do(console, SetProduct(HOUSING, 0))
    form.deleteLater()
    again.deleteLater()


def test_a_circle_across_a_file_is_shown_and_nothing_is_taken_over(
    console: Console, page: ProductsPage, tmp_path: Path
) -> None:
    path = tmp_path / "circle.csv"
    path.write_text("parent;child;qty\nR1;R2;1\nR2;R3;1\nR3;R1;1\n", encoding="utf-8-sig")
    form = ImportForm(console, page, products(console))
    form.take(path)
    wait(console, lambda: form.read is not None)

    assert "R1 → R2 → R3 → R1" in form.said.text
    assert not form.go.isEnabled()
    form.deleteLater()


def test_a_file_without_a_number_marks_the_column_that_is_missing(
    console: Console, page: ProductsPage, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("colour,size\nred,1\n", encoding="utf-8")
    form = ImportForm(console, page, products(console))
    form.take(path)
    wait(console, lambda: form.table is not None)

    number = next(field for column, field in form.columns.items() if column.value == "number")
    assert number.refusal.text
    number.control.setCurrentIndex(number.control.findData("colour"))
    form._hold()
    wait(console, lambda: form.read is not None)
    assert [draft.id for draft in form.drafts] == ["red"]
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    form.take(broken)
    wait(console, lambda: form.said.text and not form.read)
    form.deleteLater()


def test_what_is_exported_is_read_as_it_was(console: Console, page: ProductsPage, tmp_path: Path) -> None:
    known = products(console)
    form = ExportForm(console, page, list(known.values()))
    form.write(tmp_path / "parts.csv", Holds.PARTS)
    wait(console, lambda: form.said.text)
    reader = ImportForm(console, page, known)
    reader.take(tmp_path / "parts.csv")
    wait(console, lambda: reader.read is not None)

    assert reader.read[0].errors == ()
    assert reader.drafts == []
    form.deleteLater()
    reader.deleteLater()


def test_a_product_is_deleted_after_a_question(console: Console, page: ProductsPage) -> None:
    do(console, SetProduct(Product("GONE")))
    tab = page.turn("products")
    wait(console, lambda: "GONE" in tab._all)
    tab.show_subject("GONE")
    tab.view._delete()
    wait(console, lambda: "GONE" not in products(console))


# Stock and replenishment


def hear(console: Console, good: int, scrap: int = 0) -> None:
    """The line says how many it has made altogether."""
    console.now.at += 1.0  # type: ignore[attr-defined]
    at = console.now()
    signals = {signal.role: signal for signal in console.floor.plant.signals}
    for role, count in ((Counted.GOOD, good), (Counted.SCRAP, scrap)):
        console.mailbox.put([Reading(signals[role], count, at, at)])


def test_stock_goes_down_by_what_is_counted_and_a_card_is_made_at_the_minimum(
    console: Console, page: ProductsPage
) -> None:
    hear(console, 100)
    wait(console, lambda: console.material.counted(ORDER) == 0)
    page.show_subject("stock")
    form = StockForm(console, page, ["L1", "L2"], "L1")
    form.material.control.setText("PIN")
    for name, value in (("quantity", "100"), ("minimum", "60"), ("maximum", "200"), ("bin", "50")):
        form.numbers[name].control.setText(value)
    form.submit()
    wait(console, lambda: (found := console.material.of("L1", "PIN")) and found.stock.maximum == 200)
    hear(console, 103)
    wait(console, lambda: left(console, "PIN") == 100 - 3 * 7)
    assert not cards(console, "PIN")
    hear(console, 105, 1)
    wait(console, lambda: cards(console, "PIN"))
    (card,) = cards(console, "PIN")
    assert (left(console, "PIN"), card.quantity, card.made_by) == (58, 100, "console")

    tab = page.turn("stock")
    wait(console, lambda: any(row.card is not None for row in tab.rows.rows))
    row = next(i for i, one in enumerate(tab.rows.rows) if one.stock.line == "L1")
    assert tab.rows.rows[row].lasts == pytest.approx(left(console, "PIN") / 7 * 20, rel=0.01)
    tab.grid.selectRow(row)
    assert not tab.card.pull.isEnabled()  # there is an open card

    tab.card.quantity.control.setText("40")
    QTest.keyClick(tab.card.quantity.control, Qt.Key.Key_Return)
    wait(console, lambda: left(console, "PIN") == 40)
    wait(console, lambda: tab.card._counts)
    assert tab.card._counts[0][0].difference == 40 - 58


def test_a_card_is_fetched_and_delivered_by_keyboard_and_adds_to_the_stock(
    console: Console, page: ProductsPage
) -> None:
    do(console, CountStock("L2", "TUBE", 5.0))
    do(console, SetStockLimits("L2", "TUBE", 10.0, 100.0, 30.0))
    wait(console, lambda: cards(console, "TUBE"))
    (card,) = cards(console, "TUBE")
    page.show_subject(f"replenish/{card.id}")
    tab = page.turn("replenish")
    wait(console, lambda: card.id in tab.board.deck.faces)
    tab.board.choose(card.id)
    QTest.keyClick(tab, Qt.Key.Key_F)
    wait(console, lambda: cards(console, "TUBE")[0].column == "under_way")
    wait(console, lambda: tab.board.deck.faces[card.id].column == "under_way" and card.id not in tab.board.deck.asked)
    QTest.keyClick(tab, Qt.Key.Key_D)
    wait(console, lambda: cards(console, "TUBE")[0].ended is EndedAs.DELIVERED)
    wait(console, lambda: left(console, "TUBE", "L2") == 95)


def test_an_empty_bin_is_asked_for_by_scanning_its_material_and_twice_is_refused(
    console: Console, page: ProductsPage
) -> None:
    do(console, CountStock("L2", "GLUE", 50.0))
    do(console, SetStockLimits("L2", "GLUE", 10.0, 100.0, 25.0))
    page.show_subject("replenish")
    tab = page.turn("replenish")
    wait(console, lambda: console.material.of("L2", "GLUE") is not None)
    for typed, said in (("", True), ("GLUE", False), ("GLUE", True), ("UNKNOWN", True)):
        tab.material.setText(typed)
        QTest.keyClick(tab.material, Qt.Key.Key_Return)
        wait(console, lambda said=said: bool(tab.said.text) if said else cards(console, "GLUE"))
    (card,) = cards(console, "GLUE")
    assert (card.line, card.quantity) == ("L2", 50)

    wait(console, lambda: card.id in tab.board.deck.faces)
    tab.board.choose(card.id)
    tab.cancel()
    form = next(one for one in tab.children() if type(one).__name__ == "ReasonForm")
    form.reason.control.setText("Wrong bin")
    form.give()
    wait(console, lambda: cards(console, "GLUE")[0].ended is EndedAs.CANCELLED)


# Changeovers


def test_a_matrix_of_minutes_is_typed_and_taken_away(console: Console, page: ProductsPage) -> None:
    do(console, SetProduct(Product("FAM", family="Small")))
    page.show_subject("changeovers")
    tab = page.turn("changeovers")
    wait(console, lambda: {"Big", "Small"} <= set(tab.matrix.families))
    big, small = (tab.matrix.families.index(name) for name in ("Big", "Small"))
    tab.matrix.setData(tab.matrix.index(big, small + 1), "12.5")
    wait(console, lambda: ("", "Big", "Small") in tab._entries)
    assert tab._entries["", "Big", "Small"].value == Changeover(
        tab._entries["", "Big", "Small"].value.id, "", "Big", "Small", 750.0
    )

    tab.line.setCurrentIndex(tab.line.findData("L1"))
    assert tab.matrix.data(tab.matrix.index(big, small + 1)) == "12.5"
    assert tab.matrix.data(tab.matrix.index(big, small + 1), Qt.ItemDataRole.EditRole) == ""
    tab.matrix.setData(tab.matrix.index(big, small + 1), "much")
    assert tab.said.text
    tab.line.setCurrentIndex(0)
    tab.grid.setCurrentIndex(tab.matrix.index(big, small + 1))
    QTest.keyClick(tab.grid, Qt.Key.Key_Delete)
    wait(console, lambda: ("", "Big", "Small") not in tab._entries)


# All of it


def test_a_thousand_products_are_on_the_screen_at_once(console: Console, page: ProductsPage) -> None:
    drafts = [ProductDraft(f"M-{n}", f"Part {n}", parts=(Part("PIN", 1.0), Part("GLUE", 2.0))) for n in range(1000)]
    for start in range(0, 1000, 250):
        do(console, ImportProducts("erp", tuple(drafts[start : start + 250])))
    tab = page.turn("products")
    took = []
    for _ in range(3):
        tab._all = {}
        begun = time.perf_counter()
        tab.read()
        wait(console, lambda: len(tab._all) >= 1000)
        page.repaint()
        took.append(time.perf_counter() - begun)
    assert len(tab.rows.rows) >= 1000
    assert min(took) < 0.3


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_word_is_whole_and_every_control_has_a_name(
    console: Console, page: ProductsPage, key: str, code: str
) -> None:
    languages.use(code)
    page.show_subject(key)
    for size in ((1400, 900), (900, 520)):
        page.resize(*size)
        for _ in range(3):
            console.tick()
            QApplication.processEvents()
        assert nameless(page) == []
        assert clipped(page) == []
    page.resize(1400, 900)


@pytest.mark.parametrize("code", CODES)
def test_the_forms_keep_these_rules_too(console: Console, page: ProductsPage, code: str) -> None:
    languages.use(code)
    known = products(console)
    forms = (
        ProductForm(console, page, None, []),
        ImportForm(console, page, known),
        ExportForm(console, page, list(known.values())),
        StockForm(console, page, ["L1", "L2"], ""),
    )
    for form in forms:
        form.show()
        QApplication.processEvents()
        assert nameless(form) == []
        assert clipped(form) == []
        form.close()
        form.deleteLater()
