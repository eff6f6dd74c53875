"""A console with records of every kind that there is, some of them text that wants to be more than text."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from console.app.pins import badge_hash
from console.domain.andon import Ask, AskKind, Category, Cause, Move, Rung, step_id
from console.domain.audit_plans import AuditPlan, Decided, Rhythm, rounds
from console.domain.callrules import CallRule, Kind
from console.domain.channels import Channel, ChannelKind
from console.domain.checklists import Asks, Form, Item, Purpose, Section, Words
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.commands import people as ask
from console.domain.commands.actions import MakeAction, UseArticle, WantReview, WriteArticle, WriteReview
from console.domain.commands.andon import AddCategory, ExplainCall, RaiseCall, SetCallRule
from console.domain.commands.attachments import AddAttachment, RemoveAttachment
from console.domain.commands.audits import AddFinding, DecideRound, DecideTag, SetAuditPlan, TagThing
from console.domain.commands.checklists import (
    AnswerItem,
    BeginRun,
    CheckInAt,
    DraftChecklist,
    PublishChecklist,
    SetRoute,
    SignRun,
)
from console.domain.commands.comments import AddComment
from console.domain.commands.control import AddControlChart, BeginPhase
from console.domain.commands.earlywarning import AddWarningRule, JudgeWarning, TellWarnings
from console.domain.commands.figures import SetBaseline, ShelveAlarm
from console.domain.commands.handovers import (
    AddHandoverItem,
    AnswerHandoverItem,
    AttendBriefing,
    CorrectHandover,
    HandOver,
    HoldBriefing,
    PrepareHandover,
    SetCrew,
    TakeOver,
    WriteHandover,
)
from console.domain.commands.notices import MakeNotices, NoteNotice, SetChannel, SetContact
from console.domain.commands.orders import (
    AddOrder,
    BlockOrder,
    ConfirmOutput,
    ImportOrders,
    MoveOrder,
    SetFlowColumn,
)
from console.domain.commands.products import KeepExchangeMap, SetChangeover, SetLineStock, SetProduct
from console.domain.commands.questions import KeepQuestion
from console.domain.commands.replenishment import AskReplenishment, BookUse, CountStock
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.commands.safety import ReportSafety
from console.domain.commands.stops import AddReason, ExplainStop, TellStops
from console.domain.commands.trends import AddTrendNote, SaveTrendView, ShareTrendView
from console.domain.compare import By, Measure
from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase
from console.domain.crews import Crew
from console.domain.early_warnings import ToldWarning, warning_id
from console.domain.exchange import ColumnMap, Draft, Truth
from console.domain.findings import Fate
from console.domain.handover_moves import content_hash
from console.domain.handovers import Fact as Told_
from console.domain.handovers import Handover, Reply, Risk, handover_id
from console.domain.handovers import Part as Said_
from console.domain.ids import new_id
from console.domain.notices import Reason as Told
from console.domain.notices import State, Wanted, notice_id
from console.domain.orders import Field, order_id
from console.domain.orders import Why as ScrapWhy
from console.domain.patrols import Point
from console.domain.people import Grant, Role, skill_id
from console.domain.planning import ANY, Changeover
from console.domain.products import Part, Product, RouteStep
from console.domain.questions import Every, SavedQuestion
from console.domain.reasons import Reason
from console.domain.reviews import Because, Why
from console.domain.roster import Absence, Duty
from console.domain.safety import Happened
from console.domain.stops import ToldStop, stop_id
from console.domain.trend_views import TrendView, ViewCompared, ViewPen
from console.domain.warning_rules import Fact, Judged, Sign, WarningRule
from console.records.files import Files
from console.records.local import LocalRecords
from tests.records.plants import carry_out

AT = datetime(2026, 11, 21, 10, 50, tzinfo=UTC)
NASTY = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "'already", 'a,b;"c"', "张三 李四", "\ttab", "line\nend", "'")
PIN = "$argon2id$v=19$m=32768,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$" + "QUJD" * 10 + "QUI"


class Filled:
    """Local records without threads."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "records.db"
        self.files = Files(folder / "attachments")
        self.local = LocalRecords(self.path, carry_out)
        self.boss = new_id()

    def do(self, command: Command, who: str = "") -> None:
        """Give a command; a refusal is raised."""
        (result,) = self.local.give([Given(Stamp(new_id(), AT, who or self.boss, "console-1"), command)])
        if isinstance(result, Exception):
            raise result

    def fill(self, people: int = 12) -> None:
        """People with PINs and badges, skills, a picture that is there and one that was removed again."""
        self.do(ask.BeginPlant(self.boss, "Administrator 1", "A-1", PIN))
        operation = new_id()
        self.do(ask.AddOperation(operation, "Weld =1", "L1", 3))
        for number in range(people):
            self.person(NASTY[number % len(NASTY)] + f" {number}", operation)
        content, _ = self.files.put(b"picture one" * 100)
        gone, _ = self.files.put(b"picture two" * 100)
        first = new_id()
        self.do(
            AddAttachment(
                first, "operation", operation, "L1", "a.jpg", "image/jpeg", content, 1100, note='=1+1\n\t"中文", end'
            )
        )
        second = new_id()
        self.do(AddAttachment(second, "operation", operation, "L1", "b.pdf", "application/pdf", gone, 1100))
        self.do(RemoveAttachment(second, "L1"))
        self.calls()
        self.follow_up()
        self.stops()
        self.trends()
        self.questions()
        self.orders()
        self.rounds()
        self.handovers()
        self.charts()
        self.warnings()
        self.messages()

    def calls(self) -> None:
        """A category with numbers of every kind, a rule, a call with a thread, a duty and an absence."""
        causes = (Cause("jam", "=Jam"), Cause("wear", "磨损"))
        asks = (Ask("part", "=Part"), Ask("many", "数量", AskKind.NUMBER), Ask("what", "@", AskKind.CHOICE, ("=1+1",)))
        ladder = (Rung(0.1, Role.PLANNER),)
        self.do(AddCategory(Category("machine", "=Machine", ladder=ladder, causes=causes, asks=asks)))
        self.do(SetCallRule(CallRule("hot", "+Hot", Kind.LIMIT, "machine", signal="t", limit=-1e-7, hysteresis=0.3)))
        self.do(RaiseCall("L1", "machine", NASTY[0], call="call"))
        answers = (("part", "=cmd|' 中文"), ("many", "-1,5"), ("what", "=1+1"))
        self.do(ExplainCall("call", "L1", "jam", "\t=1+1\n产线", "", answers))
        self.do(AddComment("said", "andon_call", "call", "L1", "\n".join(NASTY), (self.boss,)))
        self.do(SetDuty(Duty("duty", self.boss, Role.PLANNER, first=AT.date(), last=date(2027, 1, 31))))
        self.do(ShelveAlarm("shelf", "L1", "machine", AT + timedelta(hours=1), "=Mended at noon", what="E77"))
        self.do(SetBaseline("base", "=Before", AT - timedelta(days=7), AT, "'Cell 2"))
        self.do(SetAbsence(Absence("gone", self.boss, AT.date(), AT.date(), note="'ill")))

    def stops(self) -> None:
        """A reason, and a stop that somebody explained."""
        self.do(AddReason(Reason("jam", "=Jam", loss="breakdown", machine=("*jam*", "=E7"))))
        self.do(TellStops((ToldStop("L1/10", AT, None, NASTY[0], "L1", "Body"),)))
        self.do(ExplainStop(stop_id("L1/10", AT), "L1/10", "jam", "\n".join(NASTY)))

    def charts(self) -> None:
        """A control chart with two phases."""
        chart = ControlChart("chart", "=Chart", ChartKind.XBAR_S, "L1/10/=t", "L1/10", Grouping.TIME, 60.5, lower=-1e-7)
        self.do(AddControlChart(chart))
        phase = Phase(AT + timedelta(microseconds=1), "=Two", center=0.1, sigma=1e300, reason="=why 中文")
        (result,) = self.local.give(
            [Given(Stamp(new_id(), AT + timedelta(1), self.boss, "console-1"), BeginPhase("chart", "L1/10", phase))]
        )
        assert not isinstance(result, Exception), result

    def warnings(self) -> None:
        """A rule of early warning, and a warning that somebody judged."""
        self.do(AddWarningRule(WarningRule("warm", "=Warm", Sign.FORECAST, ("L1",), "t*", over=0.1, horizon=3.5)))
        facts = (Fact("value", -1e-7), Fact("rule", NASTY[0]))
        self.do(TellWarnings((ToldWarning("warm", Sign.FORECAST, "L1/10", "L1/10/=t", AT, None, "L1", facts=facts),)))
        self.do(JudgeWarning(warning_id("warm", "L1/10/=t", AT), "L1/10", Judged.FALSE, "\n".join(NASTY)))

    def questions(self) -> None:
        """A question that a report answers."""
        asked = SavedQuestion("question", "=Question 中文", Measure.LOST, By.LOSS, By.LINE, products=("=1+1",))
        self.do(KeepQuestion(replace(asked, reports=(Every.WEEK,), shifts=(NASTY[0],))))

    def orders(self) -> None:
        """A product of parts, orders in several columns, one blocked, with output; and what plans are made with."""
        parts, steps = (Part("=P-1", 0.1, "m²"), Part("中文", 1e300)), (RouteStep("=Weld", "L1/10", 0.3, 60.5),)
        self.do(SetProduct(Product("=A-1", "'Housing", parts=parts, steps=steps, lines=("L1",), family="@")))
        self.do(SetLineStock("L1", "=P-1", 0.30000000000000004, 1e-7, 99.5, 3.0))
        self.do(SetChangeover(Changeover("", "L1", ANY, "@", 1800.5)))
        self.do(SetFlowColumn("orders", "running", 3, True, "=1+1 中文"))
        columns = (("number", "=Order"), ("product", "料号"), ("quantity", "Qty"))
        self.do(KeepExchangeMap(ColumnMap("erp", "=ERP", columns, lines=(("A1", "L1"),), truth=(("due", Truth.ASK),))))
        self.do(AddOrder("=WO-1", "=A-1", 100, "L1", AT + timedelta(days=1), True, "'note", planned_day=AT.date()))
        order = order_id("=WO-1")
        self.do(MoveOrder(order, "L1", "planned", "released"))
        self.do(MoveOrder(order, "L1", "released", "running", "=reason 中文", True))
        self.do(BlockOrder(order, "L1", NASTY[0]))
        reasons = (ScrapWhy("=scratch", 2),)
        self.do(ConfirmOutput(order, "L1", "output", 7, 2, 1, 8, None, AT.date(), NASTY[5], reasons, "+note"))
        draft = Draft(2, "@2", "中文", 5, None, AT, None, None, (Field.PRODUCT, Field.QUANTITY, Field.DUE))
        self.do(ImportOrders("=ERP", (draft,)))
        self.do(CountStock("L1", "=P-1", 0.1, order, 3))
        self.do(AskReplenishment("L1", "=P-1", "pull", call="call"))
        self.do(BookUse(order, 9), CONSOLE)

    def rounds(self) -> None:
        """A checklist with a route, a signed round, a plan, findings, a red tag, a safety report."""
        item = Item("a", Words("=Clean", "整洁 '"), Asks.MEASURE, low=-1e-7, high=0.30000000000000004, unit="=mm")
        form = Form((Section("s", Words("@Sort"), (item,)),), 0.85)
        self.do(DraftChecklist("list", Words("=5S", "五常"), Purpose.FIVE_S, form))
        self.do(PublishChecklist("list", "\n".join(NASTY), 1))
        self.do(SetRoute("list", (Point("s", "L1", "=P-1", 10),)))
        self.do(SetAuditPlan(AuditPlan("weekly", "=Weekly", "list", ("L1",), (self.boss,), AT.date(), "Asia/Shanghai")))
        self.do(BeginRun("run", "list", "L1"))
        self.do(CheckInAt("run", "L1", "s", "=P-1"))
        self.do(AnswerItem("run", "L1", "a", 0.5, NASTY[0]))
        self.do(AddFinding("finding", "L1", "\n".join(NASTY), True, "run", "a"))
        self.do(SignRun("run", "L1", "=note 中文"))
        day = AT.date() - timedelta(days=7)
        missed = AuditPlan("missed", "=Missed", "list", ("L1",), (), day, "UTC", Rhythm.DAY)
        self.do(SetAuditPlan(missed))
        (asked,) = rounds(missed, day, day)
        self.do(DecideRound(asked.id, "missed", day, "L1", Decided.APPROVED, NASTY[0]))
        self.do(TagThing("tag", "L1", "=fixture", self.boss, AT.date() + timedelta(days=7), 2, NASTY[0], "'R-1"))
        self.do(DecideTag("tag", "L1", self.boss, Fate.MOVE, "@store", "\n".join(NASTY)))
        self.do(
            ReportSafety("event", Happened.LOST_TIME, "L1", "\n".join(NASTY), AT - timedelta(hours=1), True, 2, "=1")
        )

    def handovers(self) -> None:
        """A handover signed by one side, with a reply; a crew and a briefing."""
        fact = Told_(Said_.PRODUCTION, "order", (("good", 0.1),), (("order", "=WO-1 中文"),))
        shift = ("L1", AT.date(), "day", AT - timedelta(hours=7), AT + timedelta(hours=1), "late")
        self.do(PrepareHandover(*shift, (fact,), (), 0))
        id = handover_id("L1", shift[4])
        self.do(AddHandoverItem(id, "L1", "note", "", "=Guard 'door", "\n".join(NASTY), "=me", Risk.HIGH))
        self.do(WriteHandover(id, "L1", "\n".join(NASTY), ""))
        (found,) = self.local.ask(lambda desk: desk.find(Handover))
        self.do(HandOver(id, "L1", content_hash(found)))
        mate = new_id()
        self.do(ask.AddPerson(mate, "Mate", "M-1", (Grant(Role.SUPERVISOR, ("Suzhou",)),)))
        self.do(AnswerHandoverItem(id, "L1", "note", Reply.DISPUTED, NASTY[0]), mate)
        self.do(AnswerHandoverItem(id, "L1", "note", Reply.ACCEPTED, "=seen"), mate)
        (found,) = self.local.ask(lambda desk: desk.find(Handover))
        self.do(TakeOver(id, "L1", content_hash(found)), mate)
        (found,) = self.local.ask(lambda desk: desk.find(Handover))
        self.do(CorrectHandover(id, "L1", "said", found.seal, "\n".join(NASTY)))
        self.do(SetCrew(Crew("crew", "=Early", self.boss, (), ("L1",))))
        self.do(AttendBriefing(*shift[:4], self.boss))
        self.do(HoldBriefing(*shift[:4], "\n".join(NASTY)))

    def trends(self) -> None:
        """A note about a stretch of time, and a view that is shared."""
        self.do(AddTrendNote("note", "L1", AT, AT + timedelta(minutes=1), "\n".join(NASTY), "L1/10/=t"))
        pens, compared = (ViewPen("L1/10/=t", 3, False, None, 1e300),), (ViewCompared(86400.0, "=1+1"),)
        self.do(SaveTrendView(TrendView("view", "=View", self.boss, "L1", pens, 3600.0, AT, compared)))
        self.do(ShareTrendView("view", "L1", True))

    def messages(self) -> None:
        """A way out, how somebody is reached, and a message to them."""
        self.do(SetChannel(Channel("mails", "=Mails", ChannelKind.MAIL, "mail.works.test", sender="andon@works.test")))
        self.do(SetContact(self.boss, "=boss@works.test", "8613800001111", "'boss"))
        wanted = (Wanted("mails", Told.RAISED, self.boss, (self.boss,)),)
        self.do(MakeNotices("call", "L1", step_id("call", Move.RAISE, ""), wanted), CONSOLE)
        notice = notice_id("call", step_id("call", Move.RAISE, ""), "mails", self.boss)
        self.do(NoteNotice(notice, "L1", State.FAILED, "refused", "=550 '"), CONSOLE)

    def follow_up(self) -> None:
        """An action, a review and an article that came from the call."""
        come_from: dict[str, Any] = {"source": "andon_call", "record": "call"}
        self.do(MakeAction("action", "L1", "=Fit\ta new guide", self.boss, AT.date(), "\n".join(NASTY), **come_from))
        self.do(WantReview("review", "L1", "andon_call", "call", "'Jam", Because.REPEATS, 3), CONSOLE)
        self.do(WriteReview("review", "L1", (Why("+Why", "磨损"),), "=cause", "@standard", True))
        links: dict[str, Any] = {"codes": ("=149",), "keywords": tuple(NASTY)}
        self.do(WriteArticle("article", "L1", "=Guide", "\n".join(NASTY), **links, kind="andon_call", record="call"))
        self.do(UseArticle("use", "L1", "article", "andon_call", "call"))

    def person(self, name: str, operation: str = "") -> str:
        """One more person, with what belongs to them."""
        id = new_id()
        self.do(ask.AddPerson(id, " ".join(name.split()), id[-8:], (Grant(Role.OPERATOR, ("Suzhou",)),)))
        self.do(ask.SetPin(id, PIN[:-8] + id[-8:]))
        self.do(ask.SetBadge(id, badge_hash("badge" + id[-8:])))
        if operation:
            self.do(ask.SetSkill(id, operation, 3, date(2027, 1, 31), AT.date(), " ".join(name.split())))
            assert skill_id(id, operation)
        return id

    def close(self) -> None:
        """Let go of the file."""
        self.local.close()


def rows(path: Path, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, as SQLite holds it."""
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted(db.execute(f'SELECT * FROM "{name}"')) for name in names if name not in without}
