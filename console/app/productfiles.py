"""Files of products: read, held against what is known, and written, on the reading thread of the console."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from console.app.tablefile import write_table
from console.app.tableread import Table, TableUnread, read_table
from console.domain.commands.products import ImportProducts
from console.domain.errors import Refusal
from console.domain.productfile import (
    ComparedProducts,
    Holds,
    ProductDraft,
    ReadProducts,
    compared_products,
    exported,
    read_products,
)
from console.domain.products import Product

if TYPE_CHECKING:
    from console.app.console import Console

R = TypeVar("R")
AT_ONCE = 200  # products in one command
Read = tuple[ReadProducts, ComparedProducts]


def read_file(
    console: Console, path: Path, sheet: str, answer: Callable[[Table], object], refused: Callable[[Refusal], object]
) -> None:
    """The table in a file; answers on the main thread."""
    _aside(console, lambda: read_table(path, sheet), answer, refused, path.name)


def hold_against(
    console: Console,
    table: Table,
    columns: Mapping[str, str],
    known: Mapping[str, Product],
    comma: bool,
    answer: Callable[[Read], object],
    refused: Callable[[Refusal], object],
) -> None:
    """What the table says, and what taking it over would do; answers on the main thread.

    `comma`: numbers of a CSV are written 1.000,5; a workbook has numbers.
    """
    lines = line_names(console)

    def job() -> Read:
        read = read_products(table.rows, columns, known, lines, table.first, comma and not table.sheet)
        return read, compared_products(read.drafts, known)

    _aside(console, job, answer, refused, "")


def write_file(
    console: Console,
    path: Path,
    products: Sequence[Product],
    what: Holds,
    answer: Callable[[Refusal | None], object],
) -> None:
    """Write products, parts or steps as CSV; None or why not, on the main thread."""
    _aside(console, lambda: write_table(path, exported(products, what)), answer, answer, path.name)


def line_names(console: Console) -> dict[str, str]:
    """Ids of lines by what a file may call them."""
    lines = [live.line for live in console.floor.lines]
    return {line.name: line.id for line in lines} | {line.id: line.id for line in lines}


def commands_of(source: str, drafts: Sequence[ProductDraft]) -> list[ImportProducts]:
    """The commands that take drafts over, AT_ONCE each."""
    return [ImportProducts(source, tuple(drafts[at : at + AT_ONCE])) for at in range(0, len(drafts), AT_ONCE)]


def _aside(
    console: Console,
    job: Callable[[], R],
    answer: Callable[[R], object],
    refused: Callable[[Refusal], object],
    name: str,
) -> None:
    def failed(error: Exception) -> None:
        refused(error if isinstance(error, Refusal) else TableUnread(str(error), file=name))

    if console.trends is None:  # a console without history has no reading thread
        try:
            found = job()
        except Refusal as refusal:
            refused(refusal)
            return
        answer(found)
        return
    console.trends.ask(lambda _: job(), lambda found: _none(answer(found)), failed)


def _none(_: object) -> None:
    return None
