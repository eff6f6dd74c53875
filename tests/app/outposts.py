"""A console with people and calls that tells them outside, and what its records say of each message."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from console.app.channelsecrets import keep_secrets
from console.app.outward import Options, Outward
from console.app.parcels import Secrets
from console.app.queries.notices import NoticeShown, last_notices
from console.domain.andon import Call
from console.domain.channels import Channel, ChannelKind, Security, Shape
from console.domain.commands.andon import RaiseCall
from console.domain.commands.notices import SetChannel, SetContact
from console.domain.ids import new_id
from console.domain.notices import Notice, State
from tests.app.calling import Clock, Works
from tests.app.posts import MailPlace, WebPlace

QUICK = Options(per_minute=1000, tries=4, first_pause=20.0, timeout=2.0)


class Outpost(Works):
    """Works whose console tells people; time passes only when the test says so."""

    def __init__(self, folder: Path, options: Options = QUICK, clock: Clock | None = None) -> None:
        self.options = options
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(folder, clock)

    def begin(self) -> None:
        """Start the console and what tells people."""
        super().begin()
        self.outward = Outward(self.console, self.options)
        self.console.outward = self.outward
        self.console.health.messages = lambda: self.outward.told
        self.console.serve(self.outward)
        self.outward.start()

    def again(self) -> None:
        """End the console and start it on the same folder."""
        self.console.close()
        self.begin()

    def mail(self, place: MailPlace, security: Security = Security.NONE, **more: Any) -> Channel:
        """A channel of mails over this server."""
        address = f"localhost:{place.port}"
        fields = {"sender": "andon@works.test", "security": security, **more}
        return self.channel(Channel("mail", "Mails", ChannelKind.MAIL, address, **fields))

    def web(self, place: WebPlace, shape: Shape = Shape.GENERIC, signing: str = "", **more: Any) -> Channel:
        """A channel of posts to this server; the token in the address is a secret."""
        channel = self.channel(Channel("web", "Group", ChannelKind.WEBHOOK, place.address, shape, **more))
        keep_secrets(self.folder, channel, Secrets(url=f"{place.address}/send?token=t0psecret", signing=signing))
        self.outward.look_again()
        return channel

    def channel(self, channel: Channel) -> Channel:
        """Set up a channel."""
        self.give(SetChannel(channel))
        return channel

    def reach(self, person: str, mail: str = "", **more: str) -> None:
        """How somebody is reached."""
        self.give(SetContact(person, mail or f"{person}@works.test", **more))

    def call(self, category: str = "machine", text: str = "Wire feed jams", **more: Any) -> Call:
        """A call of its own, told to whom the ladder tells first."""
        id = new_id()
        self.give(RaiseCall("L1/10", category, text, call=id, what=id, **more), who="sue")
        self.until(lambda: any(call.id == id and call.level >= 0 for call in self.all()))
        return next(call for call in self.all() if call.id == id)

    def notices(self) -> list[Notice]:
        """Every notice there is, the first first."""
        return [shown.notice for shown in self.shown()]

    def shown(self, lost: bool = False) -> list[NoticeShown]:
        """The same as a screen reads them."""
        box: list[Any] = []
        self.console.office.ask(last_notices(lost, self.now), box.append)
        self.until(lambda: box)
        return list(reversed(box[0]))

    def until_all(self, state: State, count: int = 1) -> list[Notice]:
        """Wait until there are so many notices, all of this state."""
        found: list[Notice] = []

        def there() -> bool:
            found[:] = self.notices()
            return len(found) == count and all(one.state is state for one in found)

        try:
            self.until(there, 15)
        except AssertionError:
            raise AssertionError(f"wanted {count} × {state}: {found}") from None
        return found

    def pass_time(self, seconds: float) -> None:
        """The clock goes on, and channels are tried again at once."""
        self.clock.at += seconds
        self.outward._held.clear()  # the pause of a channel is measured by the clock that nobody can set
        self.outward._dirty = True
        self.settle()
