"""Calls over MQTT: buttons, phones and PLCs raise and acknowledge them, where that is switched on.

`gemba/<site>/raise` and `gemba/<site>/ack` take JSON `{station, category, text, by, id}`, raise also
`fields` with what the category asks for. What cannot be done is answered on `gemba/<site>/refused` with the reason.
Retained messages are snapshots and raise nothing.
"""

from __future__ import annotations

import json
import logging
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from console.domain.andon import Answers, Category, Severity, Source, Stage, wire_call_id
from console.domain.andon_refusals import AnswerUnfit
from console.domain.commands import CONSOLE, Command
from console.domain.commands.andon import AcknowledgeCall, RaiseCall
from console.domain.errors import Refusal
from console.domain.people import Person, staff_number

if TYPE_CHECKING:
    from console.app.calls import Calls
    from console.app.console import Console

log = logging.getLogger(__name__)
ROOT, RAISE, ACK, REFUSED = "gemba", "raise", "ack", "refused"
LARGEST = 16 * 1024  # bytes of a message
MOST = 10_000  # messages that wait
WORDS = ("station", "category", "text", "by", "id", "severity")


class NotUnderstood(Refusal):
    """The message says nothing that can be done. facts: what (the field that is wrong), said."""

    code = "wire_not_understood"


class CallWire:
    """Hears and answers for one console. `hear` is called on the MQTT thread, all else on the main thread."""

    def __init__(self, console: Console, calls: Calls) -> None:
        self._console = console
        self._calls = calls
        self._unheard: deque[tuple[str, bytes, float]] = deque(maxlen=MOST)  # while the categories are not known yet

    def topics(self) -> frozenset[str]:
        """The topics on which it is spoken to: two for each site of the plant."""
        sites = [site.id for site in self._console.floor.plant.sites]
        return frozenset(f"{ROOT}/{site}/{word}" for site in sites if _fit(site) for word in (RAISE, ACK))

    def hear(self, topic: str, payload: bytes, retained: bool, heard_at: float) -> None:
        """Take a message; what follows from it happens on the main thread."""
        if not retained and payload:
            self._console.mailbox.call(partial(self._unheard.append, (topic, payload, heard_at)))

    # On the main thread

    @property
    def waiting(self) -> bool:
        """Whether something was said that nobody has listened to yet."""
        return bool(self._unheard)

    def listen_to_all(self) -> None:
        """Take what was said, now that people and categories are known."""
        while self._unheard:
            self._take(*self._unheard.popleft())

    def _take(self, topic: str, payload: bytes, heard_at: float) -> None:
        site, word = topic[len(ROOT) + 1 :].rsplit("/", 1)
        said: dict[str, str] = {}
        try:
            told = _read(payload)
            said = {word: _text(told.get(word)) for word in WORDS}
            raising = word == RAISE
            command, who = self._raised(said, told, heard_at) if raising else self._acknowledged(said)
        except Refusal as refusal:
            self._refuse(site, said, refusal)
        else:
            self._calls.give(command, who, partial(self._refuse, site, said))

    def _raised(self, said: dict[str, str], told: dict[str, Any], heard_at: float) -> tuple[Command, str]:
        place, who = self._place(said), self._person(said, needed=False)
        category = self._category(said, place)
        call = wire_call_id(said["id"]) if said["id"] else ""
        at = datetime.fromtimestamp(heard_at, UTC)
        more: dict[str, Any] = {"raised": at, "call": call, "answers": _answers(category, told.get("fields"))}
        return RaiseCall(place, category.id, said["text"], _severity(said), Source.WIRE, **more), who or CONSOLE

    def _acknowledged(self, said: dict[str, str]) -> tuple[Command, str]:
        who = self._person(said, needed=True)
        open_ones = [shown.call for shown in self._calls.open]
        if said["id"]:
            ids = (said["id"], wire_call_id(said["id"]))
            found = [call for call in open_ones if call.id in ids]
        else:
            place = self._place(said)
            category = self._category(said, place).id if said["category"] else ""
            here = [call for call in open_ones if call.place == place and call.stage is Stage.RAISED]
            found = [call for call in here if category in ("", call.category)]
        if not found:
            raise NotUnderstood("there is no open call of that kind", what="id" if said["id"] else "station", said="")
        return AcknowledgeCall(found[0].id, found[0].place, Source.WIRE), who

    def _place(self, said: dict[str, str]) -> str:
        floor, name = self._console.floor, said["station"].strip()
        if name in floor.stations or name in floor.line_hearings:
            return name
        raise NotUnderstood("the plant has no such station", what="station", said=name[:60])

    def _category(self, said: dict[str, str], place: str) -> Category:
        name = said["category"].strip().casefold()
        for category in self._calls.dispatch.choices(place):
            if name in (category.id.casefold(), category.name.casefold()):
                return category
        raise NotUnderstood("there is no such category", what="category", said=name[:60])

    def _person(self, said: dict[str, str], needed: bool) -> str:
        """Whoever has this staff number, else this id, else this name and nobody else has it; "" = not told."""
        name = said["by"].strip()
        people = [person for person in self._calls.dispatch.setup.people if person.active]
        if not name and not needed:
            return ""
        tests: tuple[Callable[[Person], bool], ...] = (
            lambda person: bool(person.number) and person.number == _number(name),
            lambda person: person.id == name,
            lambda person: person.name.casefold() == name.casefold(),
        )
        for test in tests:
            found = [person.id for person in people if name and test(person)]
            if len(found) == 1:
                return found[0]
        raise NotUnderstood("there is no such person", what="by", said=name[:60])

    def _refuse(self, site: str, said: dict[str, str], refusal: Refusal) -> None:
        if refusal.code == "call_already_done":
            return  # the same once more: nothing is wrong with it
        told = {"id": said.get("id", ""), "reason": refusal.code, "detail": refusal.detail}
        if isinstance(refusal, NotUnderstood):
            told |= {"field": str(refusal.facts.get("what", ""))}
        elif isinstance(refusal, AnswerUnfit):
            told |= {"field": f"fields.{refusal.facts.get('name')}"}
        log.info("A message on %s/%s was refused: %s", ROOT, site, told)
        self._console.say(f"{ROOT}/{site}/{REFUSED}", json.dumps(told, ensure_ascii=False).encode())


def _read(payload: bytes) -> dict[str, Any]:
    if len(payload) > LARGEST:
        raise NotUnderstood(f"more than {LARGEST} bytes", what="size", said="")
    try:
        told = json.loads(payload)
    except (ValueError, RecursionError):
        raise NotUnderstood("this is no JSON", what="json", said="") from None
    if not isinstance(told, dict):
        raise NotUnderstood("a JSON object is wanted", what="json", said="")
    return told


def _answers(category: Category, fields: object) -> Answers:
    """What was told under "fields": by id or name of what the category asks for."""
    if fields is None:
        return ()
    if not isinstance(fields, dict):
        raise NotUnderstood("a JSON object is wanted", what="fields", said="")
    asks = {ask.name.casefold(): ask.id for ask in reversed(category.asks)} | {ask.id: ask.id for ask in category.asks}
    found = []
    for name, value in fields.items():
        ask = asks.get(name) or asks.get(name.strip().casefold())
        if ask is None:
            raise NotUnderstood("the category asks for no such field", what=f"fields.{name[:60]}", said="")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise NotUnderstood("text or a number is wanted", what=f"fields.{name[:60]}", said="")
        found.append((ask, str(value)))
    return tuple(found)


def _text(value: object) -> str:
    return str(value)[:400] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _severity(said: dict[str, str]) -> Severity | None:
    word = said["severity"].strip().casefold()
    return Severity(word) if word in {one.value for one in Severity} else None


def _number(name: str) -> str:
    try:
        return staff_number(name)
    except Refusal:
        return ""


def _fit(site: str) -> bool:
    return bool(site) and not set(site) & set("+#/\x00")
