"""Records with a row in every table, and the tools of somebody who alters them behind the console's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from console.app.pins import badge_hash, hashed
from console.domain.andon import Ask, Category, Move, Rung, step_id
from console.domain.audit_plans import AuditPlan, Decided, Rhythm, rounds
from console.domain.callrules import CallRule, Kind
from console.domain.channels import Channel, ChannelKind
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands import Command
from console.domain.commands.actions import MakeAction, UseArticle, WantReview, WriteArticle
from console.domain.commands.andon import AddCategory, RaiseCall, SetCallRule
from console.domain.commands.attachments import AddAttachment
from console.domain.commands.audits import AddFinding, DecideRound, SetAuditPlan, TagThing
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
from console.domain.commands.control import AddControlChart
from console.domain.commands.earlywarning import AddWarningRule, TellWarnings
from console.domain.commands.figures import SetBaseline, ShelveAlarm
from console.domain.commands.handovers import (
    CorrectHandover,
    HandOver,
    HoldBriefing,
    PrepareHandover,
    SetCrew,
    TakeOver,
)
from console.domain.commands.notices import MakeNotices, SetChannel, SetContact
from console.domain.commands.orders import AddOrder, BlockOrder, ConfirmOutput, SetFlowColumn
from console.domain.commands.people import (
    AddOperation,
    AddPerson,
    BeginPlant,
    ChangePerson,
    SetBadge,
    SetPermission,
    SetPin,
    SetSkill,
)
from console.domain.commands.products import KeepExchangeMap, SetChangeover, SetLineStock, SetProduct
from console.domain.commands.questions import KeepQuestion
from console.domain.commands.replenishment import AskReplenishment, CountStock
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.commands.safety import ReportSafety
from console.domain.commands.stops import AddReason, TellStops
from console.domain.commands.tampering import NoteTampering
from console.domain.commands.trends import AddTrendNote, SaveTrendView
from console.domain.compare import By, Measure
from console.domain.control_charts import ChartKind, ControlChart
from console.domain.crews import Crew
from console.domain.desk import ReadDesk
from console.domain.early_warnings import ToldWarning
from console.domain.exchange import ColumnMap
from console.domain.handover_moves import content_hash
from console.domain.handovers import Handover
from console.domain.notices import Reason as Told
from console.domain.notices import Wanted
from console.domain.orders import order_id
from console.domain.patrols import Point
from console.domain.people import Grant, Role
from console.domain.permissions import Reach
from console.domain.planning import Changeover
from console.domain.products import Part, Product, RouteStep
from console.domain.questions import SavedQuestion
from console.domain.reasons import Reason
from console.domain.reviews import Because
from console.domain.roster import Absence, Duty
from console.domain.safety import Happened
from console.domain.stops import ToldStop
from console.domain.tampering import Tampering, What
from console.domain.trend_views import TrendView, ViewPen
from console.domain.warning_rules import Sign, WarningRule
from console.records.shelves import KINDS

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ADMIN, ANNA, BO = "admin", "anna", "bo"
SALT = b"0123456789abcdef"
Sql = Callable[[str], list[tuple[Any, ...]]]


Later = Callable[[ReadDesk], Command]  # a command that follows from what is kept by then


def everything() -> list[Command | Later]:
    """Commands after which every record table holds a row; whoever adds a noun adds a command here."""
    shift = ("L1", NOON.date(), "day", NOON - timedelta(hours=6), NOON + timedelta(hours=1), "late")
    form = Form((Section("s", Words("Sort"), (Item("a", Words("Clean")),)),), 0.5)
    plan = AuditPlan("plan1", "Daily", "list1", ("L1",), (), NOON.date() - timedelta(days=3), "UTC", Rhythm.DAY)
    asked = rounds(plan, plan.since, plan.since)[0]
    pin = hashed("2580", SALT)
    return [
        BeginPlant(ADMIN, "Administrator", "1", pin),
        AddPerson(ANNA, "Anna", "2", (Grant(Role.SUPERVISOR, ("Suzhou", "Body")),)),
        AddPerson(BO, "Bo", "3"),
        SetPin(ANNA, pin),
        SetBadge(ANNA, badge_hash("0004711")),
        ChangePerson(ANNA, "Anna Z", "2", (Grant(Role.SUPERVISOR),)),
        AddOperation("weld", "Welding", "L1", 2),
        SetSkill(ANNA, "weld", 3, date(2027, 5, 1), date(2026, 5, 1)),
        SetPermission(Role.OPERATOR, "Unlock", Reach.ALL),
        AddAttachment("photo", "operation", "weld", "L1", "seam.jpg", "image/jpeg", "ab" * 32, 1000, 640, 480),
        NoteTampering("t1", "other", What.INSERTED, "person", "x", found="name=X"),
        AddCategory(
            Category("machine", "Machine", ladder=(Rung(180.5, Role.SUPERVISOR),), asks=(Ask("part", "Part number"),))
        ),
        SetCallRule(CallRule("hot", "Hot", Kind.LIMIT, "machine", signal="temperature", limit=60.25)),
        RaiseCall("L1", "machine", "It jams", call="call1", answers=(("part", "4711"),)),
        MakeAction("action1", "L1", "New pin", ANNA, date(2026, 5, 9), source="andon_call", record="call1"),
        WantReview("review1", "L1", "andon_call", "call1", "It jams", Because.SEVERITY),
        WriteArticle("article1", "L1", "Pins", "They bend", codes=("149",)),
        UseArticle("use1", "L1", "article1", "andon_call", "call1"),
        AddComment("comment1", "andon_call", "call1", "L1", "Look at the pin", (ANNA,)),
        AddReason(Reason("jam", "Jam", loss="breakdown")),
        TellStops((ToldStop("L1/10", NOON, None, "E7", "L1", "Body"),)),
        AddControlChart(
            ControlChart("chart1", "Heat", ChartKind.I_MR, "L1/10/t", "L1/10", lower=1.5, upper=9.5, target=5.5)
        ),
        AddWarningRule(WarningRule("warm", "Warm", Sign.FORECAST, signal="t*", over=600.0, horizon=3600.0)),
        TellWarnings((ToldWarning("warm", Sign.FORECAST, "L1/10", "L1/10/t", NOON, None, "L1", "Body"),)),
        SetChannel(Channel("mails", "Mails", ChannelKind.MAIL, "mail.works.test", sender="andon@works.test")),
        SetContact(ANNA, "anna@works.test", "13800001111", "anna"),
        MakeNotices("call1", "L1", step_id("call1", Move.RAISE, ""), (Wanted("mails", Told.RAISED, ANNA, (ANNA,)),)),
        SetDuty(Duty("duty1", ANNA, Role.SUPERVISOR, ("Suzhou",), first=date(2026, 1, 1), last=date(2027, 1, 1))),
        ShelveAlarm(
            "shelf1", "L1", "machine", datetime.now(UTC) + timedelta(hours=2), "The sensor is on order", what="E77"
        ),
        SetBaseline("base1", "Before", datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 2, tzinfo=UTC), "Cell 2"),
        KeepQuestion(SavedQuestion("question1", "Scrap", Measure.SCRAP, By.LINE)),
        SetProduct(Product("A-1", "Housing", steps=(RouteStep("Weld", "L1/10", 12.5),))),
        SetLineStock("L1", "P-1", 20.0, 5.0, 50.0),
        SetChangeover(Changeover("", "L1", "A", "B", 900.0)),
        SetFlowColumn("orders", "running", 2),
        KeepExchangeMap(ColumnMap("erp", "ERP", (("number", "No"), ("product", "Item"), ("quantity", "Qty")))),
        AddOrder("WO-1", "A-1", 100, "L1", NOON),
        BlockOrder(order_id("WO-1"), "L1", "No tool"),
        ConfirmOutput(order_id("WO-1"), "L1", "output1", 7, 1, 0, 8, 1),
        SetProduct(Product("A-2", "Frame", parts=(Part("P-1", 0.5),))),
        AddOrder("WO-2", "A-2", 10, "L1", NOON),
        CountStock("L1", "P-1", 18.0, order_id("WO-2"), 2),
        AskReplenishment("L1", "P-1", "pull1"),
        AddTrendNote("note1", "L1", NOON, NOON + timedelta(minutes=5), "New electrode", "L1/10/temperature"),
        SaveTrendView(TrendView("view1", "Weld", ANNA, "L1", (ViewPen("L1/10/t"),), 3600.0)),
        SetAbsence(Absence("absence1", ANNA, date(2026, 5, 1), date(2026, 5, 2), note="ill")),
        DraftChecklist("list1", Words("5S"), Purpose.FIVE_S, form),
        PublishChecklist("list1", "first", 1),
        SetRoute("list1", (Point("s", "L1", "P-1", 10),)),
        SetAuditPlan(plan),
        DecideRound(asked.id, "plan1", plan.since, "L1", Decided.APPROVED, "No shift"),
        BeginRun("run1", "list1", "L1"),
        CheckInAt("run1", "L1", "s", "P-1"),
        AnswerItem("run1", "L1", "a", 1.0, "Oil"),
        AddFinding("finding1", "L1", "Oil on the floor", True, "run1", "a"),
        SignRun("run1", "L1", "Seen with Anna"),
        TagThing("tag1", "L1", "Old fixture", ANNA, date(2099, 5, 9)),
        ReportSafety("event1", Happened.LOST_TIME, "L1", "Slipped", NOON - timedelta(hours=1), hurt=1),
        SetCrew(Crew("crew1", "Early", ANNA, (BO,), ("L1",))),
        HoldBriefing(*shift[:4], "Mind the oil"),
        PrepareHandover(*shift, (), (), 0),
        lambda desk: HandOver(_handover(desk).id, "L1", content_hash(_handover(desk))),
        lambda desk: TakeOver(_handover(desk).id, "L1", content_hash(_handover(desk))),
        lambda desk: CorrectHandover(_handover(desk).id, "L1", "said1", _handover(desk).seal, "Two, not one"),
    ]


def by(command: Command) -> str:
    """Who gives it: nobody takes over from themselves."""
    return ANNA if isinstance(command, TakeOver) else ADMIN


def _handover(desk: ReadDesk) -> Handover:
    return desk.find(Handover)[0]


def in_sqlite(path: Path) -> Sql:
    """A tool that speaks to the file itself."""

    def run(statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as db:
            return db.execute(statement).fetchall()

    return run


def columns(kind: str) -> list[str]:
    """The columns of a record table but its id."""
    return [column.name for column in KINDS[kind].table.columns if column.name != "id"]


def one_id(sql: Sql, kind: str) -> str:
    """The first row of a table."""
    return str(sql(f'SELECT id FROM "{kind}" ORDER BY id LIMIT 1')[0][0])


def told(findings: list[Tampering] | tuple[Tampering, ...]) -> list[tuple[str, str, str, str]]:
    """What was found, where."""
    return [(one.what.value, one.table, one.row, one.field) for one in findings]
