"""How channels and contacts are kept, and what came of the messages to people.

All that the console does in its own name may have been done by another console before: on the shared database the first
one's row stays, and the second console takes it over as it is.
"""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.domain.andon import Call, CallStep
from console.domain.channels import Channel, Contact, checked_channel, checked_contact
from console.domain.commands import CONSOLE, Stamp
from console.domain.commands import notices as ask
from console.domain.desk import Desk, Missing
from console.domain.notices import SAID_MOST, Notice, NoticeOver, State, Wanted, notice_id, orphaned
from console.domain.people import Person


@handles(ask.SetChannel)
def set_channel(desk: Desk, stamp: Stamp, command: ask.SetChannel) -> None:
    """Keep everything said about a channel; it tells of what happens after it was switched on."""
    desk.expect(Channel, command.channel.id, command.version)
    before = desk.get(Channel, command.channel.id)
    since = before.since if before is not None and before.active else None
    channel = checked_channel(command.channel)
    desk.put(replace(channel, since=(since or stamp.at) if channel.active else None))


@handles(ask.SetContact)
def set_contact(desk: Desk, stamp: Stamp, command: ask.SetContact) -> None:
    """Keep how somebody is reached who is there."""
    desk.need(Person, command.person)
    desk.expect(Contact, command.person, command.version)
    desk.put(checked_contact(Contact(command.person, command.mail, command.mobile, command.handle)))


@handles(ask.MakeNotices)
def make_notices(desk: Desk, stamp: Stamp, command: ask.MakeNotices) -> None:
    """Keep whom this console is about to tell, where no console did before."""
    call, step = desk.get(Call, command.call), desk.get(CallStep, command.step)
    if call is None or call.place != command.where or step is None or step.call != command.call:
        if desk.replaying:  # the other console's call is the one that stays, and that one tells of it
            return
        raise Missing(kind="andon_step", id=command.step)
    for wanted in command.wanted:
        id = notice_id(command.call, command.step, wanted.channel, wanted.recipient)
        if desk.get(Notice, id) is None and desk.get(Channel, wanted.channel) is not None:
            desk.put(_made(id, command, wanted, stamp))


@handles(ask.NoteNotice)
def note_notice(desk: Desk, stamp: Stamp, command: ask.NoteNotice) -> None:
    """Keep what came of it; what was delivered stays delivered."""
    notice = _loaded(desk, command.notice, command.where)
    if notice is None or notice.state is State.DELIVERED:
        return
    if command.state is not State.DELIVERED and notice.console != stamp.console:
        return  # another console sends it by now
    if notice.state is State.NOT_NEEDED and command.state is not State.DELIVERED:
        return
    tried = command.state is not State.NOT_NEEDED
    desk.put(
        replace(
            notice,
            state=command.state,
            console=stamp.console,
            tries=notice.tries + tried,
            tried=stamp.at if tried else notice.tried,
            why=command.why if command.state is not State.DELIVERED else "",
            said=command.said[:SAID_MOST] if command.state is not State.DELIVERED else "",
            delivered=stamp.at if command.state is State.DELIVERED else None,
        )
    )


@handles(ask.RetryNotice)
def retry_notice(desk: Desk, stamp: Stamp, command: ask.RetryNotice) -> None:
    """Let this console send it, as if it had not been tried."""
    notice = _loaded(desk, command.notice, command.where)
    if notice is None:
        return
    if notice.state in (State.DELIVERED, State.NOT_NEEDED):
        if desk.replaying:
            return
        raise NoticeOver(notice=notice.id, state=notice.state.value)
    if stamp.who == CONSOLE and not orphaned(notice, stamp.at):
        return  # another console took it over before
    desk.put(replace(notice, state=State.WAITING, console=stamp.console, tries=0, tried=stamp.at, why="", said=""))


def _loaded(desk: Desk, id: str, where: str) -> Notice | None:
    """None where the shared database has no such notice: then nothing is said of it there."""
    notice = desk.get(Notice, id)
    if notice is None or notice.place != where:
        if desk.replaying:
            return None
        raise Missing(kind="notice", id=id)
    return notice


def _made(id: str, command: ask.MakeNotices, wanted: Wanted, stamp: Stamp) -> Notice:
    lost = bool(wanted.why)
    return Notice(
        id,
        command.call,
        command.where,
        command.step,
        wanted.channel,
        wanted.reason,
        stamp.at,
        stamp.console,
        wanted.recipient,
        wanted.persons,
        wanted.level,
        State.GIVEN_UP if lost else State.WAITING,
        why=wanted.why,
    )
