"""How what is asked about handovers, crews and briefings is carried out."""

from __future__ import annotations

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.app.handlers.refusing import named
from console.domain import crews, handover_moves
from console.domain.commands import Stamp
from console.domain.commands import handovers as ask
from console.domain.crews import Briefing, Crew, briefing_id
from console.domain.desk import ChangedMeanwhile, Desk, Missing
from console.domain.handovers import Correction, Handover, OpenItem, Stage, Subject, handover_id
from console.domain.people import Person

# Handovers


@handles(ask.PrepareHandover)
def prepare_handover(desk: Desk, stamp: Stamp, command: ask.PrepareHandover) -> None:
    """Keep the draft as the record is now; one that was signed meanwhile stays as it is."""
    id = handover_id(command.where, command.ends)
    told = (command.where, command.day, command.shift, command.begins, command.ends, command.next_shift)
    draft = desk.get(Handover, id) or Handover(id, *told)
    if draft.stage is Stage.DRAFT:
        desk.put(handover_moves.fill(draft, command.facts, command.items, command.unexplained, stamp.at))


@handles(ask.WriteHandover)
def write_handover(desk: Desk, stamp: Stamp, command: ask.WriteHandover) -> None:
    """Keep the words, unless somebody wrote others since they were shown."""
    handover = there(desk, command)
    written = handover_moves.write(handover, command.note)
    if handover.note not in (command.before, written.note):
        raise ChangedMeanwhile(kind="handover", id=handover.id)
    desk.put(written)


@handles(ask.AddHandoverItem)
def add_handover_item(desk: Desk, stamp: Stamp, command: ask.AddHandoverItem) -> None:
    """Keep what a person added."""
    handover = there(desk, command)
    item = OpenItem(
        command.item, Subject.NOTE, "", command.about_place or handover.place, command.title, stamp.at, command.text,
        command.owner, command.risk,
    )  # fmt: skip
    desk.put(handover_moves.add_item(handover, item))


@handles(ask.RemoveHandoverItem)
def remove_handover_item(desk: Desk, stamp: Stamp, command: ask.RemoveHandoverItem) -> None:
    """Keep the draft without it."""
    desk.put(handover_moves.remove_item(there(desk, command), command.item))


@handles(ask.MarkHandoverItem)
def mark_handover_item(desk: Desk, stamp: Stamp, command: ask.MarkHandoverItem) -> None:
    """Keep how much it matters."""
    desk.put(handover_moves.mark(there(desk, command), command.item, command.risk))


@handles(ask.HandOver)
def hand_over(desk: Desk, stamp: Stamp, command: ask.HandOver) -> None:
    """Keep it signed by the outgoing side."""
    handover = _shown(there(desk, command), command.shown)
    desk.put(handover_moves.hand_over(handover, stamp.at, stamp.who, _name(desk, stamp.who)))


@handles(ask.OverrideHandover)
def override_handover(desk: Desk, stamp: Stamp, command: ask.OverrideHandover) -> None:
    """Keep it signed although stops have no reason yet."""
    handover = _shown(there(desk, command), command.shown)
    name = _name(desk, stamp.who)
    desk.put(handover_moves.hand_over(handover, stamp.at, stamp.who, name, command.override, may_override=True))


@handles(ask.AnswerHandoverItem)
def answer_handover_item(desk: Desk, stamp: Stamp, command: ask.AnswerHandoverItem) -> None:
    """Keep what the incoming side says."""
    with named(desk):
        handover = there(desk, command)
        desk.put(handover_moves.answer(handover, command.item, command.reply, stamp.at, stamp.who, command.words))


@handles(ask.TakeOver)
def take_over(desk: Desk, stamp: Stamp, command: ask.TakeOver) -> None:
    """Keep it sealed."""
    with named(desk):
        handover = _shown(there(desk, command), command.shown)
        desk.put(handover_moves.take_over(handover, stamp.at, stamp.who, _name(desk, stamp.who)))


@handles(ask.CorrectHandover)
def correct_handover(desk: Desk, stamp: Stamp, command: ask.CorrectHandover) -> None:
    """Keep what was said later."""
    if desk.get(Correction, command.correction) is not None:
        raise AlreadyThere(kind="handover_correction", id=command.correction)
    handover = there(desk, command)
    said = Correction(command.correction, handover.id, command.seal, handover.place, command.text, stamp.at, stamp.who)
    desk.put(handover_moves.correct(handover, said))


def there(desk: Desk, command: ask.OnHandover) -> Handover:
    """The handover; Missing where it is not at the place that the right to act was checked for."""
    handover = desk.need(Handover, command.handover)
    if handover.place != command.where:
        raise Missing(kind="handover", id=handover.id)
    return handover


def _shown(handover: Handover, hash: str) -> Handover:
    """The handover as whoever signs saw it; ChangedMeanwhile."""
    if handover_moves.content_hash(handover) != hash:
        raise ChangedMeanwhile(kind="handover", id=handover.id)
    return handover


def _name(desk: Desk, who: str) -> str:
    person = desk.get(Person, who)
    return person.name if person is not None else who


# Crews and briefings


@handles(ask.SetCrew)
def set_crew(desk: Desk, stamp: Stamp, command: ask.SetCrew) -> None:
    """Keep the crew."""
    desk.expect(Crew, command.crew.id, command.version)
    desk.put(crews.checked_crew(command.crew, tuple(desk.find(Crew))))


@handles(ask.JoinCrew)
def join_crew(desk: Desk, stamp: Stamp, command: ask.JoinCrew) -> None:
    """Keep every crew that it changes."""
    desk.need(Person, command.person)
    if command.crew:
        desk.need(Crew, command.crew)
    for crew in crews.moved(desk.find(Crew), command.person, command.crew):
        desk.put(crew)


@handles(ask.AttendBriefing)
def attend_briefing(desk: Desk, stamp: Stamp, command: ask.AttendBriefing) -> None:
    """Keep who is there."""
    with named(desk):
        desk.put(crews.attend(_briefing(desk, command), command.person, command.there))


@handles(ask.HoldBriefing)
def hold_briefing(desk: Desk, stamp: Stamp, command: ask.HoldBriefing) -> None:
    """Keep that it was held."""
    with named(desk):
        desk.put(crews.hold(_briefing(desk, command), command.note, stamp.at, stamp.who))


def _briefing(desk: Desk, command: ask.OnBriefing) -> Briefing:
    id = briefing_id(command.where, command.begins)
    known = desk.get(Briefing, id)
    return known or Briefing(id, command.where, command.day, command.shift, command.begins)
