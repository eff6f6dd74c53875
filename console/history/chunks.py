"""Chunks: samples as bytes and back, to the last bit."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import zstandard

from console.domain.readings import AlarmText
from console.history.columns import (
    In,
    Out,
    get_bytes,
    get_floats,
    get_ints,
    put_bytes,
    put_floats,
    put_ints,
    put_ints_quickly,
)
from console.history.samples import Samples

VERSION: Final = 1
HAS_ODD, HAS_KEYS, HAS_SIGNALS = 1, 2, 4
NOTHING, BOOL, INT, FLOAT, TEXT, ALARM, BIG = range(7)
LEVEL, QUICK_LEVEL = 3, -1
MOST = 4_000_000  # samples of a chunk
LARGEST = 256 * 1024 * 1024  # bytes that a chunk may unpack to


class Damaged(ValueError):
    """Bytes that are not what was written."""


_tools = threading.local()  # zstd's contexts belong to one thread each


def encode(samples: Samples, quick: bool = False) -> bytes:
    """The samples as bytes; `quick` for those that are soon written anew."""
    out = Out()
    put_head(out, samples)
    if quick and len(samples):
        put_ints_quickly(out, samples.at)
        put_ints_quickly(out, samples.late)
    else:
        put_ints(out, samples.at, (1, 2))
        put_ints(out, samples.late)
    put_rest(out, samples, quick)
    return squeezed(bytes(out.bytes), QUICK_LEVEL if quick else LEVEL)


def put_head(out: Out, samples: Samples) -> None:
    """What comes before the times."""
    parts = (samples.odd is not None, samples.keys is not None, samples.signal is not None)
    out.bytes += bytes((VERSION, sum(bit for bit, has in zip((1, 2, 4), parts, strict=True) if has)))
    out.number(len(samples))
    if samples.signal is not None:
        put_ints(out, samples.signal.astype(np.int64), (0,))


def put_rest(out: Out, samples: Samples, quick: bool) -> None:
    """What comes after the times."""
    put_bytes(out, samples.flags)
    if samples.odd is not None:
        put_ints(out, samples.odd)
    if samples.keys is not None:
        _put_texts(out, samples.keys.tolist())
    put_values(out, samples.values, quick)


def decode(raw: bytes) -> Samples:
    """The samples that became these bytes. Damaged when they are not whole."""
    try:
        return _decode(In(unsqueezed(raw)))
    except (zstandard.ZstdError, ValueError, LookupError, TypeError, OverflowError, MemoryError) as error:
        raise Damaged(str(error)) from error


def _decode(source: In) -> Samples:
    version, parts = source.take(2)
    if version != VERSION:
        raise Damaged(f"a chunk of version {version}")
    count = source.number()
    if count > MOST:
        raise Damaged(f"a chunk of {count} samples")
    signal = get_ints(source, count).astype(np.int32) if parts & HAS_SIGNALS else None
    at, late, flags = get_ints(source, count), get_ints(source, count), get_bytes(source, count)
    odd = get_ints(source, count) if parts & HAS_ODD else None
    keys = column_of(_get_texts(source, count)) if parts & HAS_KEYS else None
    return Samples(at, late, flags, get_values(source, count), odd, keys, signal)


def checksum(data: bytes) -> int:
    """Of a chunk's bytes."""
    return zlib.crc32(data)


def column_of(values: Sequence[Any]) -> npt.NDArray[Any]:
    """Python values as a column."""
    column = np.empty(len(values), object)
    column[:] = values
    return column


class _Kinds(dict[type, int]):
    def __missing__(self, kind: type) -> int:
        for known, code in ((AlarmText, ALARM), (str, TEXT), (bool, BOOL), (int, INT), (float, FLOAT)):
            if issubclass(kind, known):
                self[kind] = code
                return code
        raise ValueError(f"a value of type {kind.__name__} cannot be kept")


_KINDS = _Kinds({type(None): NOTHING, bool: BOOL, int: INT, float: FLOAT, str: TEXT, AlarmText: ALARM})


def put_values(out: Out, values: npt.NDArray[Any], quick: bool = False) -> None:
    """Values of any kind; those of one kind lie together."""
    if values.dtype == np.float64:
        out.bytes += bytes((1, FLOAT))
        put_floats(out, values, quick)
        return
    found = values.tolist()
    kinds = np.fromiter(map(_KINDS.__getitem__, map(type, found)), np.uint8, len(found))
    _set_big_apart(kinds, values)
    put_bytes(out, kinds)
    for kind in sorted(set(kinds.tolist())):
        _PUT[kind](out, values[kinds == kind].tolist(), quick)


def _set_big_apart(kinds: npt.NDArray[np.uint8], values: npt.NDArray[Any]) -> None:
    whole = np.flatnonzero(kinds == INT)
    try:
        values[whole].astype(np.int64)
    except OverflowError:
        for i in whole:
            if not -(2**63) <= values[i] < 2**63:
                kinds[i] = BIG


def get_values(source: In, count: int) -> npt.NDArray[Any]:
    """What `put_values` wrote: floats where all are, else Python values."""
    kinds = get_bytes(source, count)
    present = sorted(set(kinds.tolist()))
    if present == [FLOAT]:
        return get_floats(source, count)
    column = np.empty(count, object)
    for kind in present:
        where = kinds == kind
        column[where] = _GET[kind](source, int(where.sum()))
    return column


def _put_ints_of(out: Out, values: list[Any], quick: bool) -> None:
    put_ints(out, np.array(values, np.int64))


def _put_bools(out: Out, values: list[Any], quick: bool) -> None:
    out.bytes += np.packbits(np.array(values, bool)).tobytes()


def _put_alarms(out: Out, values: list[Any], quick: bool) -> None:
    for part in (list(map(str.__str__, values)), [value.code for value in values], [value.level for value in values]):
        _put_texts(out, part)


def _put_texts(out: Out, values: list[str], quick: bool = False) -> None:
    """Texts as numbers into the list of those that differ."""
    known: dict[str, int] = {}
    codes = [known.setdefault(value, len(known)) for value in values]
    out.number(len(known))
    for text in known:
        out.text(text)
    put_ints(out, np.array(codes, np.int64), (0,))


def _get_texts(source: In, count: int) -> list[str]:
    known = [source.text() for _ in range(source.number())]
    return [known[code] for code in get_ints(source, count).tolist()]


def _get_bools(source: In, count: int) -> list[bool]:
    raw = np.frombuffer(source.take((count + 7) // 8), np.uint8)
    return list(map(bool, np.unpackbits(raw, count=count).tolist()))


def _get_alarms(source: In, count: int) -> list[AlarmText]:
    texts, codes, levels = (_get_texts(source, count) for _ in range(3))
    return [AlarmText(*parts) for parts in zip(texts, codes, levels, strict=True)]


_PUT: dict[int, Callable[[Out, list[Any], bool], None]] = {
    NOTHING: lambda out, values, quick: None,
    BOOL: _put_bools,
    INT: _put_ints_of,
    FLOAT: lambda out, values, quick: put_floats(out, np.array(values, np.float64), quick),
    TEXT: lambda out, values, quick: _put_texts(out, list(map(str.__str__, values))),
    ALARM: _put_alarms,
    BIG: lambda out, values, quick: _put_texts(out, [format(value, "x") for value in values]),
}
_GET: dict[int, Callable[[In, int], list[Any]]] = {
    NOTHING: lambda source, count: [None] * count,
    BOOL: _get_bools,
    INT: lambda source, count: get_ints(source, count).tolist(),
    FLOAT: lambda source, count: get_floats(source, count).tolist(),
    TEXT: _get_texts,
    ALARM: _get_alarms,
    BIG: lambda source, count: [int(text, 16) for text in _get_texts(source, count)],
}


def squeezed(raw: bytes, level: int = LEVEL, checked: bool = False) -> bytes:
    """Bytes as zstd packs them; `checked`: with a checksum of their own."""
    made: dict[tuple[int, bool], zstandard.ZstdCompressor] = _tools.__dict__.setdefault("packers", {})
    if (level, checked) not in made:
        made[level, checked] = zstandard.ZstdCompressor(level=level, write_checksum=checked)
    return made[level, checked].compress(raw)


def unsqueezed(raw: bytes) -> bytes:
    """What `squeezed` packed. zstandard.ZstdError, or ValueError, where it is damaged."""
    found: zstandard.ZstdDecompressor | None = getattr(_tools, "unpacker", None)
    if found is None:
        found = _tools.unpacker = zstandard.ZstdDecompressor()
    if zstandard.frame_content_size(raw) > LARGEST:
        raise ValueError("it is too large")
    return found.decompress(raw, max_output_size=LARGEST)
