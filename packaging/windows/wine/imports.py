"""What a 64-bit Windows library asks of others, at its start or later, read from its tables (Microsoft, PE Format)."""

from __future__ import annotations

import struct
from pathlib import Path

STARTS, LATER = 1, 13  # places of the two import tables in the data directory
DESCRIPTOR = {STARTS: (20, 0, 12), LATER: (32, 16, 4)}  # bytes a library, where its table of names and its name lie
BY_NUMBER = 1 << 63


def imports(binary: Path) -> dict[str, set[str]]:
    """Names asked for, by the library (lower case, without ending) that is asked; asked by number counts as none."""
    image = _Image(binary.read_bytes())
    found: dict[str, set[str]] = {}
    for table, (size, names_at, library_at) in DESCRIPTOR.items():
        place = image.directory(table)
        while place and (library := image.number(place + library_at)):
            name = image.text(library).lower().removesuffix(".dll")
            found.setdefault(name, set()).update(image.names(image.number(place + names_at)))
            place += size
    return found


class _Image:
    """A library's bytes, asked by the addresses that they have once loaded."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._head = struct.unpack_from("<I", data, 0x3C)[0]
        sections, optional = struct.unpack_from("<H", data, self._head + 6)[0], self._head + 24
        begin = optional + struct.unpack_from("<H", data, self._head + 20)[0]
        self._directories = optional + 112
        self._sections = [struct.unpack_from("<IIII", data, begin + 40 * index + 8) for index in range(sections)]

    def directory(self, table: int) -> int:
        """Address of a table; 0 where there is none."""
        return int(struct.unpack_from("<I", self._data, self._directories + 8 * table)[0])

    def number(self, address: int, form: str = "<I") -> int:
        """The number at an address."""
        return int(struct.unpack_from(form, self._data, self._place(address))[0])

    def text(self, address: int) -> str:
        """The text at an address, to its zero."""
        place = self._place(address)
        return self._data[place : self._data.index(b"\0", place)].decode("ascii", errors="replace")

    def names(self, address: int) -> set[str]:
        """The names of a table of imports."""
        found = set()
        while entry := self.number(address, "<Q"):
            if not entry & BY_NUMBER:
                found.add(self.text(entry + 2))  # behind a hint of two bytes
            address += 8
        return found

    def _place(self, address: int) -> int:
        for size, start, held, offset in self._sections:
            if start <= address < start + max(size, held):
                return int(offset + address - start)
        raise ValueError(f"address {address:#x} lies in no section")
