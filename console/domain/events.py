"""What happened, in the past tense: values that go over the console's bus to whoever listens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class StationChanged:
    """State, count, order or freshness of a station differ from what the screen last drew."""

    station: str


@dataclass(frozen=True, slots=True)
class LineChanged:
    """Order, plan, OEE or bottleneck of a line differ from before."""

    line: str


class Link(StrEnum):
    """How the console stands with its broker."""

    OFF = "off"  # no broker configured
    CONNECTING = "connecting"
    CONNECTED = "connected"
    LOST = "lost"
    REFUSED = "refused"  # wrong password, certificate, name: trying again will not help by itself


@dataclass(frozen=True, slots=True)
class BrokerChanged:
    """The connection to the broker changed. `since` in seconds UTC; `reason` in plain English, "" when all is well."""

    link: Link
    since: float
    reason: str = ""
    protocol: str = ""  # "MQTT 5" or "MQTT 3.1.1"


@dataclass(frozen=True, slots=True)
class ShiftChanged:
    """Another shift began; counts of the screen start again. Empty name: no shift is planned now."""

    line: str
    shift: str


@dataclass(frozen=True, slots=True)
class QualityChecked:
    """One piece was checked once; `passed` is the result."""

    station: str
    passed: bool
    at: float
    key: str


@dataclass(frozen=True, slots=True)
class OrderMoved:
    """The wire told that an order was requested, became active or was completed."""

    place: str
    order: str
    state: str
    at: float


@dataclass(frozen=True, slots=True)
class RecordChanged:
    """A record is durable in another state than before, by a command given here or one that came from elsewhere."""

    kind: str  # of the record: "person"
    id: str
    command: str  # id of the command
    who: str
    here: bool  # given at this console


@dataclass(frozen=True, slots=True)
class RecordsReady:
    """The local records are open (again): what screens showed of them must be asked anew. `code` "" = all is well,
    else why nothing can be kept: the code of a refusal, `detail` in plain English."""

    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CommandRefused:
    """A command was refused and nobody waited for its answer. `refusal` says why, `later` that it was done here at
    first and the shared database held something else."""

    command: str  # its name
    refusal: Exception
    later: bool = False


@dataclass(frozen=True, slots=True)
class SessionChanged:
    """Somebody signed in (`person`), or out ("" with `why`: "asked", "idle", "inactive"). The one who is signed in may
    do other things than before: `why` "changed", or "view" where the screens are shown as another role sees them."""

    person: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class CallsChanged:
    """The open calls are others than before, or stand otherwise. `announce`: ids of those that are new, are open again
    or have become worse since the screens heard last."""

    announce: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleReminded:
    """This console has reminded people of an action's day. No people: nobody is there to be reminded."""

    action: str
    level: int  # of the ladder of reminders
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionsChanged:
    """The open actions are others than before, or stand otherwise."""


@dataclass(frozen=True, slots=True)
class StopsChanged:
    """Stops, or the reasons that they can be given, are others than before."""


@dataclass(frozen=True, slots=True)
class OrdersChanged:
    """Work orders, or what is known of them, are others than before; at most about twice a second."""


@dataclass(frozen=True, slots=True)
class ExchangeChanged:
    """It stands otherwise with the watched folder, or a file of it was taken, refused or decided upon."""


@dataclass(frozen=True, slots=True)
class MaterialChanged:
    """What lies at lines, or what is on its way there, is other than before; at most about twice a second."""


@dataclass(frozen=True, slots=True)
class RoundsChanged:
    """Checklists, planned rounds, runs, findings or red tags are others than before; at most about twice a second."""


@dataclass(frozen=True, slots=True)
class RoundsDue:
    """Planned rounds are due for whoever is signed in and were not told at this console before; ids of the rounds."""

    person: str
    rounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WarningsChanged:
    """The open early warnings are others than before, or stand otherwise. `announce`: ids of those that are new."""

    announce: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleTold:
    """This console has told people of a call, as its ladder wants it. No people: nobody is there in that role."""

    call: str
    level: int  # of the ladder: 0 the owner's role, 1 the first rung; of a change of shift: 0
    persons: tuple[str, ...]
