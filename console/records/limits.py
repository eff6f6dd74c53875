"""What a row may hold: the same in every database, whether it would notice itself or not."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Integer, String, Table

from console.domain.text import OutOfRange, TooLong, units

SMALL, BIG = 2**31 - 1, 2**63 - 1


def check(table: Table, row: Mapping[str, Any]) -> None:
    """TooLong or OutOfRange where a value does not fit into its column."""
    words, numbers = _limits(table)
    for name, most in words:
        text = row.get(name)
        if text is not None and len(text) * 2 > most and units(text) > most:
            raise TooLong(field=name, most=most)
    for name, most in numbers:
        number = row.get(name)
        if number is not None and not (math.isfinite(number) and (not most or -most <= number <= most)):
            raise OutOfRange(field=name, least=-most, most=most)


@cache
def _limits(table: Table) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Text columns with their length; columns of numbers with the greatest one, 0 = any that is finite."""
    words: list[tuple[str, int]] = []
    numbers: list[tuple[str, int]] = []
    for column in table.columns:
        if isinstance(column.type, Integer):
            numbers.append((column.name, BIG if isinstance(column.type, BigInteger) else SMALL))
        elif isinstance(column.type, String) and column.type.length:
            words.append((column.name, column.type.length))
        elif column.type.python_type is float:
            numbers.append((column.name, 0))
    return words, numbers
