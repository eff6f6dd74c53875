"""The signals of a plant: each made once, so that everybody who holds one holds the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from console.domain.plant import Line
from console.domain.readings import Role, Signal
from console.telemetry.patterns import part_names, template_expression
from console.telemetry.rules import PlaceRule, Rule, Shape, SignalRule
from console.telemetry.words import IGNORE

MOST_SIGNALS: Final = 50_000
ROLE_NAMES: Final = frozenset(Role)
ONLINE: Final = Shape(Role.ONLINE)


class SignalBook:
    """Every signal by place and name. Signals of a tag whose name comes with the topic are added as they are heard."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.places: dict[str, None] = {}
        for line in lines:
            self.places[line.id] = None
            self.places.update(dict.fromkeys(station.id for station in line.stations))
        self._by_id: dict[tuple[str, str], Signal] = {}
        self.made: list[Signal] = []  # every signal so far, by index; only ever appended to, so safe to read elsewhere

    def __len__(self) -> int:
        return len(self._by_id)

    def signal(self, place: str, shape: Shape, name: str) -> Signal | None:
        """The signal; None for a place that the plant does not have, or one beyond MOST_SIGNALS."""
        if shape.role is Role.TAG and name in ROLE_NAMES:
            name = f"{name} (tag)"
        found = self._by_id.get((place, name))
        if found is None and place in self.places and len(self._by_id) < MOST_SIGNALS:
            found = self._by_id[place, name] = _make(place, shape, name, len(self._by_id))
            self.made.append(found)
        return found

    def online(self, place: str) -> Signal | None:
        """Whether a station is connected; None for a line, which is not connected by itself."""
        return self.signal(place, ONLINE, Role.ONLINE.value) if "/" in place else None

    def foresee(self, rule: Rule) -> list[str]:
        """Make the signals whose place the file alone tells; return the places it names that the plant has not.

        Other signals are made when they are first heard, with the shape of the rule that hears them.
        """
        unknown: list[str] = []
        for signal in rule.signals:
            place = rule.place_of(signal)
            unknown += self._unknown(place)
            sure = place.fixed and place.table is None and not part_names(place.template + signal.name)
            if sure and self.signal(place.template, signal.shape, signal.name) and rule.node is not None:
                self.online(place.template)
        return unknown

    def _unknown(self, rule: PlaceRule) -> list[str]:
        if rule.table is not None:
            named = [str(ours) for _, ours in rule.table.outputs if ours != IGNORE]
            return [place for place in named if place not in self.places]
        return [] if any(_could_be(rule, place) for place in self.places) else [rule.template]


def _could_be(rule: PlaceRule, place: str) -> bool:
    """Whether a template can become this place: `{line}/{station}` is never a line, its parts hold no slash."""
    template = rule.template.replace("{}", "{value}")
    if rule.field is not None and not template:
        return True
    levels_match = rule.field is not None or template.count("/") == place.count("/")
    return levels_match and template_expression(template).fullmatch(place) is not None


def _make(place: str, shape: Shape, name: str, index: int) -> Signal:
    return Signal(
        place=place,
        role=shape.role,
        name=name,
        unit=shape.unit,
        low=shape.low,
        high=shape.high,
        pulse=shape.pulse,
        rollover=shape.rollover,
        stuck_after=shape.stuck_after,
        deadband=shape.deadband,
        index=index,
    )


def same_shape(signal: Signal, rule: SignalRule) -> bool:
    """Whether a signal that another rule made is what this rule would make."""
    shape = rule.shape
    return (signal.role, signal.pulse, signal.rollover) == (shape.role, shape.pulse, shape.rollover)
