"""What is filled in about a plan of rounds, a new one or anew; what it asks for is shown while it is typed."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.rounds import TemplateShown, plans
from console.domain.audit_plans import EVERY_MOST, GRACE_MOST, AuditPlan, PlanUnfit, Rhythm, carried_on, checked_plan
from console.domain.commands.audits import SetAuditPlan
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.people import by_name
from widgets.attachments.later import while_there
from widgets.auditplans.many import ManyChoice
from widgets.auditplans.preview import Preview
from widgets.auditplans.words import minutes_written, rhythm_word
from widgets.audits.places import Places
from widgets.audits.words import said
from widgets.callsetup.setupwords import day_word
from widgets.cards import Choice, Entry, Tick
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.typed import day_typed, pieces_typed
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE, LEFT, SOON = 880, 400, 150  # pixels; milliseconds after the last letter until the preview is computed anew
OLDEST = timedelta(days=3660)  # before today: a plan that begins earlier only takes time to compute


def minutes_typed(text: str) -> int | None:
    """Minutes after midnight of "12:00", "1200" or "9"; None for no time."""
    words = text.strip().replace(".", ":").replace("：", ":")
    hours, colon, rest = words.partition(":")
    if not colon and len(words) in (3, 4):
        hours, rest = words[:-2], words[-2:]
    if not (
        hours.isascii() and hours.isdigit() and (not rest or (rest.isascii() and rest.isdigit() and len(rest) == 2))
    ):
        return None
    found = int(hours) * 60 + int(rest or 0)
    return found if int(hours) < 24 and int(rest or 0) < 60 else None


class PlanForm(OrderDialog):
    """`made` is the id of the plan that was kept."""

    def __init__(self, console: Console, parent: QWidget | None = None, kept: Kept[AuditPlan] | None = None) -> None:
        super().__init__(console, parent, "check", WIDE)
        self.kept, self.made = kept, kept.value.id if kept is not None else new_id()
        self._following = new_id()  # of the plan that goes on where this one has to end
        self._places = Places(console)
        self.name, self.template = Field(Entry()), Field(Choice())
        self.places, self.people = Field(ManyChoice(150)), Field(ManyChoice(126, ranked=True))
        self.rhythm, self.every, self.weekday = Field(Choice()), Field(Entry()), Field(Choice())
        self.by, self.grace, self.sample = Field(Entry()), Field(Entry()), Field(Entry())
        self.since, self.until, self.active = Field(Entry()), Field(Entry()), Tick()
        self.preview = Preview(console)
        self.fields = {  # type: ignore[assignment]
            "name": self.name, "template": self.template, "places": self.places, "people": self.people,
            "rhythm": self.rhythm, "every": self.every, "weekday": self.weekday, "by": self.by, "grace": self.grace,
            "sample": self.sample, "since": self.since, "until": self.until,
        }  # fmt: skip
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.look_ahead)
        self._lay_out()
        self.retranslate()
        self._fill(kept.value if kept is not None else self._fresh())
        self._connect()
        self.look_ahead()
        self.name.control.setFocus()
        self.fit()

    # What is filled in

    def meant(self, mark: bool = False) -> AuditPlan | None:
        """The plan as it is filled in; None while a field cannot be read, which is marked where asked."""
        today = self._places.now().astimezone(self._places.zone()).date()
        every, sample = pieces_typed(self.every.control.text()), pieces_typed(self.sample.control.text())
        grace, by = pieces_typed(self.grace.control.text()), minutes_typed(self.by.control.text())
        since, told = day_typed(self.since.control.text(), today), self.until.control.text().strip()
        until = day_typed(told, today) if told else None
        wrong = (
            ("name", not self.name.control.text().strip(), self.tr("Type a name, as people will call it.")),
            ("template", not self.template.control.currentData(), self.tr("Choose a checklist.")),
            ("places", not self.places.control.chosen, self.tr("Tick at least one place.")),
            ("every", not every, self.tr("Type how many: 1 is each time, 2 every other.")),
            ("by", by is None, self.tr("Type a time like 12:00.")),
            ("grace", grace is None, self.tr("Type a number of hours; empty: none.")),
            ("sample", sample is None, self.tr("Type a number of places; empty: all of them.")),
            ("since", since is None, self.tr("Type a day like 2026-11-21, or +2 for in two days.")),
            ("since", since is not None and since < today - OLDEST, self.tr("At most ten years back.")),
            ("until", bool(told) and until is None, self.tr("Type a day like 2026-11-21, or leave it empty.")),
        )
        first = next(((name, why) for name, unfit, why in wrong if unfit), None)
        if first is not None:
            if mark:
                self.wrong(*first)
            return None
        plan = AuditPlan(
            self.made, self.name.control.text(), str(self.template.control.currentData()), self.places.control.chosen,
            self.people.control.chosen, since or today, self._zone(), Rhythm(self.rhythm.control.currentData()),
            every or 1, self._weekday(since or today), by or 0, sample or 0, grace or 0, until, self.active.isChecked(),
        )  # fmt: skip
        try:
            return checked_plan(plan)
        except Refusal as refusal:
            if mark:
                self.refused(refusal)
            return None

    def look_ahead(self) -> None:
        """Show what it would ask for."""
        self.weekday.setVisible(self.rhythm.control.currentData() == Rhythm.WEEK.value)
        parts = self._parts(self.meant())
        self.preview.show_plan(parts[-1] if parts else None)

    def submit(self) -> None:
        """Keep it."""
        self.refuse_nothing()
        plan = self.meant(mark=True)
        if plan is not None:
            self.give(SetAuditPlan(plan, self.kept.version if self.kept is not None else 0, self._following))

    def done_with(self, _: object) -> None:
        """It was kept: what is to come may be asked for by the plan that goes on."""
        parts = self._parts(self.meant())
        self.made = parts[-1].id if parts else self.made
        self.accept()

    def refused(self, refusal: Refusal) -> None:
        """Say why it was not kept, beside the field; where somebody else changed it meanwhile, say what."""
        if refusal.code == "changed_meanwhile":
            self._console.office.ask(plans, while_there(self, self._meanwhile), while_there(self, super().refused))
        elif isinstance(refusal, PlanUnfit):
            self.wrong(str(refusal.facts["field"]), self._unfit(refusal))
        elif refusal.code == "missing":
            self.wrong("template", self.tr("Choose another one: this is gone."))
        else:
            super().refused(refusal)

    # Inside

    def _parts(self, plan: AuditPlan | None) -> tuple[AuditPlan, ...]:
        """What is kept of a plan as it is filled in; () where nothing is."""
        service = self._console.rounds
        stood = service.standings if service is not None else ()
        begun = [one.round.id for one in stood if one.run is not None]
        old = self.kept.value if self.kept is not None else None
        try:
            return carried_on(old, plan, self._places.now(), begun, self._following) if plan is not None else ()
        except PlanUnfit:
            return ()

    def _unfit(self, refusal: Refusal) -> str:
        words = {
            "every": self.tr("At most {0}.").format(EVERY_MOST),
            "grace": self.tr("At most {0} hours.").format(GRACE_MOST),
            "sample": self.tr("Not more than there are places."),
            "since": self.tr("Type a day like 2026-11-21, or +2 for in two days."),
            "until": self.tr("Not before the first day, and not over yet."),
            "places": self.tr("At most 200 places."),
            "people": self.tr("At most 100 people."),
        }
        return words.get(str(refusal.facts["field"]), words_of(refusal))

    def _meanwhile(self, found: list[Kept[AuditPlan]]) -> None:
        """Take another's version as what this one is given upon, and say what they changed."""
        before, now = self.kept, next((one for one in found if one.value.id == self.made), None)
        if before is None or now is None:
            self.said.say(self.tr("The plan is not there any more."))
            return
        names = [
            self.fields[one.name].label.text().replace("&", "")
            for one in fields(AuditPlan)
            if one.name in self.fields and getattr(before.value, one.name) != getattr(now.value, one.name)
        ]
        words = self.tr("Somebody else has changed this plan meanwhile ({0}). Save again: what stands here holds then.")
        self.kept = now
        self.said.warn(words.format(", ".join(names) or "–"))

    def _fresh(self) -> AuditPlan:
        today = self._places.now().astimezone(self._places.zone()).date()
        return AuditPlan(self.made, "", "", (), (), today, self._zone(), weekday=today.weekday(), grace=24)

    def _zone(self) -> str:
        return self.kept.value.zone if self.kept is not None else self._console.floor.plant.timezone or "UTC"

    def _weekday(self, since: date) -> int:
        chosen = self.weekday.control.currentData()
        return int(chosen) if chosen is not None else since.weekday()

    def _fill(self, plan: AuditPlan) -> None:
        self.name.control.setText(plan.name)
        entries = [(one.template.id, said(one.template.name, 60)) for one in self._offered(plan.template)]
        offer(self.template.control, self.tr("Choose…"), entries, plan.template)
        self.places.control.offer(self._places.entries(), plan.places)
        people = sorted((one for one in self._console.session.rights.people.values() if one.active), key=by_name)
        named = {id: self._places.who(id) or id for id in plan.people} | {one.id: plain(one.name, 60) for one in people}
        self.people.control.offer(list(named.items()), plan.people)
        offer(self.rhythm.control, "", [(one.value, rhythm_word(one)) for one in Rhythm], plan.rhythm.value)
        offer(self.weekday.control, "", [(str(day), day_word(day, short=False)) for day in range(7)], str(plan.weekday))
        self.every.control.setText(str(plan.every))
        self.by.control.setText(minutes_written(plan.by))
        self.grace.control.setText(str(plan.grace))
        self.sample.control.setText(str(plan.sample or ""))
        self.since.control.setText(plan.since.isoformat())
        self.until.control.setText(plan.until.isoformat() if plan.until is not None else "")
        self.active.setChecked(plan.active)

    def _offered(self, chosen: str) -> list[TemplateShown]:
        """Checklists that can be run, and the one of the plan."""
        service = self._console.rounds
        known = service.told.templates if service is not None else ()
        runs = (one for one in known if (one.template.published and not one.template.retired))
        kept = (one for one in known if one.template.id == chosen)
        return list({one.template.id: one for one in (*runs, *kept)}.values())

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        new = self.kept is None
        self.heading.say(self.tr("New plan") if new else self.tr("Change a plan"))
        hint = self.tr("A plan is a rule: every console works out the same rounds from it.")
        old = self.tr("A change holds for what is to come. What was due or begun stays, under the plan as it was.")
        self.how.say(hint if new else old)
        self.name.name(self.tr("&Name"))
        self.template.name(self.tr("&Checklist"))
        self.places.name(self.tr("&Places"), self.tr("Areas, lines or stations. Space ticks."))
        self.people.name(self.tr("P&eople in turn"), self.tr("In the order of the ticks; none: whoever has the right."))
        self.every.name(self.tr("E&very"))
        self.rhythm.name(self.tr("&Rhythm"))
        self.weekday.name(self.tr("On which &day"))
        self.by.name(self.tr("&By which time"))
        self.grace.name(self.tr("&Grace, hours"), self.tr("After that it is missed."))
        self.sample.name(self.tr("Places each &time"), self.tr("Empty: all of them."))
        self.since.name(self.tr("&Since"))
        self.until.name(self.tr("&Until"), self.tr("Empty: until further notice."))
        self.active.setText(self.tr("&Active"))
        self.active.setAccessibleName(self.tr("Active"))
        self.go.name(self.tr("Save"))
        self.leave.name(self.tr("Cancel"))

    def _connect(self) -> None:
        for entry in (self.name, self.every, self.by, self.grace, self.sample, self.since, self.until):
            entry.control.textChanged.connect(lambda _: self._soon.start())
        for choice in (self.template, self.rhythm, self.weekday):
            choice.control.currentIndexChanged.connect(lambda _: self._soon.start())
        for many in (self.places, self.people):
            many.control.changed.connect(self._soon.start)
        self.active.toggled.connect(lambda _: self._soon.start())
        self.rhythm.control.currentIndexChanged.connect(lambda _: self.look_ahead())

    def _lay_out(self) -> None:
        left, right, small = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        left.setSpacing(10)
        right.setSpacing(14)
        small.setHorizontalSpacing(10)
        small.setVerticalSpacing(8)
        for row, parts in enumerate(
            ((self.every, self.rhythm, self.weekday), (self.by, self.grace, self.sample), (self.since, self.until))
        ):
            for column, part in enumerate(parts):
                small.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        small.addWidget(self.active, 2, 2)
        for column in range(3):
            small.setColumnStretch(column, 1)
        for part in (self.name, self.template, self.places, self.people):
            left.addWidget(part)
        left.addStretch(1)
        right.addLayout(small)
        right.addWidget(self.preview, 1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, LEFT)
        both.addLayout(right, WIDE - LEFT)
        self.body.addLayout(both)
