"""What the console wants to hear, what it has asked the broker for, and what the broker refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

Filters = tuple[tuple[str, int], ...]
Item = TypeVar("Item")
AT_ONCE = 8  # filters in one request: some brokers take no more


class Steps(NamedTuple):
    """What to ask the broker for next."""

    leave: list[str]
    join: list[tuple[str, int]]


class Subscriptions:
    """Kept from one connection to the next. `want` may be called from any thread, the rest from the network thread."""

    def __init__(self, filters: Iterable[tuple[str, int]]) -> None:
        self._wanted: Filters = ()
        self._done: Filters | None = None  # what the last steps were made for
        self._asked: dict[str, int] = {}  # what the broker's session holds as far as we know
        self._waiting: dict[int, list[str]] = {}  # mid of a request -> its filters
        self._refused: dict[str, str] = {}  # filter -> why
        self.want(filters)

    def want(self, filters: Iterable[tuple[str, int]]) -> None:
        """Replace what is wanted; of a filter named twice the higher QoS counts."""
        best: dict[str, int] = {}
        for topic, qos in filters:
            best[topic] = max(qos, best.get(topic, 0))
        self._wanted = tuple(best.items())

    @property
    def changed(self) -> bool:
        """Whether something else is wanted than was last asked for."""
        return self._wanted is not self._done

    @property
    def settled(self) -> bool:
        """Whether the broker has answered everything."""
        return not self._waiting

    def resume(self, session_present: bool) -> Steps:
        """Steps after a connect: everything is asked for again, session or not.

        A retained value that changed while we were away, published at QoS 0, is not queued for us and comes only so.
        """
        self._waiting.clear()
        if not session_present:
            self._asked.clear()
        known, self._asked = self._asked, {}
        steps = self.steps()
        return Steps([topic for topic in known if topic not in self._asked], steps.join)

    def steps(self) -> Steps:
        """What to ask for to come from what is subscribed to what is wanted; a filter that is malformed is refused."""
        wanted = self._wanted
        self._refused = {topic: "it is not a valid topic filter" for topic, qos in wanted if not is_valid(topic, qos)}
        good = {topic: qos for topic, qos in wanted if topic not in self._refused}
        leave = [topic for topic in self._asked if topic not in good]
        join = [(topic, qos) for topic, qos in good.items() if self._asked.get(topic) != qos]
        self._asked = good
        self._done = wanted
        return Steps(leave, join)

    def asked(self, mid: int, topics: Iterable[str]) -> None:
        """A request went out."""
        self._waiting[mid] = list(topics)

    def answered(self, mid: int, refusals: Iterable[str]) -> None:
        """The broker's answer to a request: for each filter why it was refused, "" when it was not."""
        for topic, why in zip(self._waiting.pop(mid, []), refusals, strict=False):
            if why and topic in self._asked:
                self._refused[topic] = why

    def complaint(self) -> str:
        """What cannot be heard and why, in one sentence; "" when all is well."""
        if not self._refused:
            return ""
        named = "; ".join(f"“{topic}”: {why}" for topic, why in list(self._refused.items())[:3])
        more = f" and {len(self._refused) - 3} more" if len(self._refused) > 3 else ""
        return f"The broker does not let this console listen to {named}{more}. Ask who runs the broker."


def is_valid(topic: str, qos: int) -> bool:
    """Whether a topic filter and QoS keep the rules of MQTT 5.0, section 4.7.1."""
    levels = topic.split("/")
    wild_alone = all(level in ("#", "+") or not set(level) & {"#", "+"} for level in levels)
    return (
        0 < len(topic.encode("utf-8", "replace")) <= 65535
        and "\0" not in topic
        and "#" not in levels[:-1]
        and wild_alone
        and qos in (0, 1, 2)
    )


def in_portions(items: list[Item]) -> Iterator[list[Item]]:
    """`items` in lists of at most `AT_ONCE`."""
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]
