"""The screens of this product, in the rail's order; each is made, with what it imports, when it is first opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.app.console import Console
from widgets.actions.known import due_count
from widgets.board.page import BoardPage
from widgets.calls.known import open_count
from widgets.earlywarnings.known import open_warnings
from widgets.handover.known import handovers_waiting
from widgets.orders.known import at_risk
from widgets.rounds.known import rounds_waiting
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.stops.known import unexplained_count

translate = QCoreApplication.translate


def pages(console: Console, memory: Memory) -> list[Page]:
    """The screens of this product, in the rail's order; each is made when it is first opened."""

    def board() -> QWidget:
        page = BoardPage(console)
        page.view.remember_collapsed(memory.text("board/collapsed"))
        page.view.collapsed_changed.connect(lambda: memory.keep("board/collapsed", page.view.collapsed_words()))
        return page

    def station() -> QWidget:
        from widgets.station.page import StationPage

        page = StationPage(console)
        page.back.connect(lambda: page.open_requested.emit("board", ""))
        return page

    def topics() -> QWidget:
        from widgets.topics.page import TopicsPage

        return TopicsPage(console)

    def setup() -> QWidget:
        from widgets.start.page import StartPage

        return StartPage(console)

    def settings() -> QWidget:
        from widgets.settings.page import SettingsPage

        return SettingsPage(console)

    return [
        Page("board", lambda: translate("pages", "Board"), "layout-dashboard", board),
        Page("station", lambda: translate("pages", "Station"), "square", station, under="board"),
        *call_pages(console, memory),
        *history_pages(console),
        *order_pages(console, memory),
        *round_pages(console),
        Page("topics", lambda: translate("pages", "Topics"), "list-tree", topics),
        *record_pages(console),
        Page(
            "setup",
            lambda: translate("pages", "Setup"),
            "settings",
            setup,
            lambda: len(console.problems),
            "",
            "connection",
        ),
        Page("settings", lambda: translate("pages", "Settings"), "sliders-horizontal", settings, under="setup"),
    ]


def call_pages(console: Console, memory: Memory) -> list[Page]:
    """The screens of calls and of what follows from them."""

    def calls() -> QWidget:
        from widgets.calls.page import CallsPage

        return CallsPage(console)

    def callsetup() -> QWidget:
        from widgets.callsetup.page import CallSetupPage

        return CallSetupPage(console)

    def callfigures() -> QWidget:
        from widgets.callfigures.page import CallFiguresPage

        return CallFiguresPage(console)

    def stops() -> QWidget:
        from widgets.stops.page import StopsPage

        return StopsPage(console)

    def actions() -> QWidget:
        from widgets.actions.page import ActionsPage

        page = ActionsPage(console)
        page.remember(memory.text("actions/view"))
        page.view_changed.connect(lambda words: memory.keep("actions/view", words))
        return page

    def knowledge() -> QWidget:
        from widgets.knowledge.page import KnowledgePage

        return KnowledgePage(console)

    return [
        Page("calls", lambda: translate("pages", "Calls"), "siren", calls, lambda: open_count(console)),
        Page("callsetup", lambda: translate("pages", "Call setup"), "sliders-horizontal", callsetup, under="calls"),
        Page("callfigures", lambda: translate("pages", "Response figures"), "chart-line", callfigures, under="calls"),
        Page("knowledge", lambda: translate("pages", "Knowledge"), "book-open", knowledge, under="calls"),
        Page("stops", lambda: translate("pages", "Stops"), "octagon-pause", stops, lambda: unexplained_count(console)),
        Page("actions", lambda: translate("pages", "Actions"), "list-checks", actions, lambda: due_count(console)),
    ]


def history_pages(console: Console) -> list[Page]:
    """The screens of what the line said and what it says about tomorrow."""

    def trends() -> QWidget:
        from widgets.trends.page import TrendsPage

        return TrendsPage(console)

    def control() -> QWidget:
        from widgets.control.page import ControlPage

        return ControlPage(console)

    def earlywarnings() -> QWidget:
        from widgets.earlywarnings.page import EarlyWarningsPage

        return EarlyWarningsPage(console)

    def timemachine() -> QWidget:
        from widgets.timemachine.page import TimeMachinePage

        return TimeMachinePage(console)

    def compare() -> QWidget:
        from widgets.compare.page import ComparePage

        return ComparePage(console)

    return [
        Page("trends", lambda: translate("pages", "Trends"), "activity", trends, lambda: open_warnings(console)),
        Page("control", lambda: translate("pages", "Control charts"), "chart-spline", control, under="trends"),
        Page("earlywarnings", lambda: translate("pages", "Early warnings"), "radar", earlywarnings, under="trends"),
        Page("compare", lambda: translate("pages", "Compare"), "table-2", compare, under="trends"),
        Page("timemachine", lambda: translate("pages", "Time machine"), "clock", timemachine, under="board"),
    ]


def order_pages(console: Console, memory: Memory) -> list[Page]:
    """The screens of work orders and of what plans are made with."""

    def orders() -> QWidget:
        from widgets.orders.page import OrdersPage

        page = OrdersPage(console)
        page.remember(memory.text("orders/view"))
        page.view_changed.connect(lambda words: memory.keep("orders/view", words))
        return page

    def plan() -> QWidget:
        from widgets.plan.page import PlanPage

        return PlanPage(console)

    def products() -> QWidget:
        from widgets.products.page import ProductsPage

        return ProductsPage(console)

    def exchange() -> QWidget:
        from widgets.exchange.page import ExchangePage

        return ExchangePage(console)

    def orderfigures() -> QWidget:
        from widgets.orderfigures.page import OrderFiguresPage

        return OrderFiguresPage(console)

    return [
        Page("orders", lambda: translate("pages", "Orders"), "square-kanban", orders, lambda: at_risk(console)),
        Page("plan", lambda: translate("pages", "Plan"), "calendar-clock", plan, under="orders"),
        Page("products", lambda: translate("pages", "Products"), "layers", products, under="orders"),
        Page("exchange", lambda: translate("pages", "Exchange"), "arrow-left-right", exchange, under="orders"),
        Page("orderfigures", lambda: translate("pages", "Order figures"), "chart-line", orderfigures, under="orders"),
    ]


def round_pages(console: Console) -> list[Page]:
    """The screens of audits and other rounds, of safety, and of the handover from shift to shift."""

    def audits() -> QWidget:
        from widgets.audits.page import AuditsPage

        return AuditsPage(console)

    def findings() -> QWidget:
        from widgets.findings.page import FindingsPage

        return FindingsPage(console)

    def auditplans() -> QWidget:
        from widgets.auditplans.page import AuditPlansPage

        return AuditPlansPage(console)

    def checklists() -> QWidget:
        from widgets.checklists.page import ChecklistsPage

        return ChecklistsPage(console)

    def auditfigures() -> QWidget:
        from widgets.auditfigures.page import AuditFiguresPage

        return AuditFiguresPage(console)

    def safety() -> QWidget:
        from widgets.safety.page import SafetyPage

        return SafetyPage(console)

    return [
        Page(
            "audits", lambda: translate("pages", "Audits"), "clipboard-check", audits, lambda: rounds_waiting(console)
        ),
        Page("findings", lambda: translate("pages", "Findings"), "flag", findings, under="audits"),
        Page("auditplans", lambda: translate("pages", "Planned rounds"), "calendar-clock", auditplans, under="audits"),
        Page("checklists", lambda: translate("pages", "Checklists"), "list-checks", checklists, under="audits"),
        Page("auditfigures", lambda: translate("pages", "Audit figures"), "chart-line", auditfigures, under="audits"),
        Page("safety", lambda: translate("pages", "Safety"), "shield", safety),
        *handover_pages(console),
    ]


def handover_pages(console: Console) -> list[Page]:
    """The screens of the handover, and of who works in a shift."""

    def handover() -> QWidget:
        from widgets.handover.page import HandoverPage

        return HandoverPage(console)

    def pasthandovers() -> QWidget:
        from widgets.pasthandovers.page import PastHandoversPage

        return PastHandoversPage(console)

    def briefing() -> QWidget:
        from widgets.briefing.page import BriefingPage

        return BriefingPage(console)

    def crews() -> QWidget:
        from widgets.crews.page import CrewsPage

        return CrewsPage(console)

    return [
        Page(
            "handover",
            lambda: translate("pages", "Handover"),
            "arrow-left-right",
            handover,
            lambda: handovers_waiting(console),
        ),
        Page("pasthandovers", lambda: translate("pages", "Past handovers"), "history", pasthandovers, under="handover"),
        Page("briefing", lambda: translate("pages", "Briefing"), "message-square", briefing, under="handover"),
        Page("crews", lambda: translate("pages", "Crews"), "users", crews, under="handover"),
    ]


def record_pages(console: Console) -> list[Page]:
    """The screens of the records: people, what the console stands on, the trail and the backups."""

    def people() -> QWidget:
        from widgets.people.page import PeoplePage

        return PeoplePage(console)

    def skills() -> QWidget:
        from widgets.skills.page import SkillsPage

        return SkillsPage(console)

    def permissions() -> QWidget:
        from widgets.permissions.page import PermissionsPage

        return PermissionsPage(console)

    def status() -> QWidget:
        from widgets.status.page import StatusPage

        return StatusPage(console)

    def trail() -> QWidget:
        from widgets.trail.page import TrailPage

        return TrailPage(console)

    def backups() -> QWidget:
        from widgets.backups.page import BackupsPage

        return BackupsPage(console)

    return [
        Page("people", lambda: translate("pages", "People"), "users", people),
        Page("skills", lambda: translate("pages", "Skills"), "graduation-cap", skills, under="people"),
        Page("permissions", lambda: translate("pages", "Permissions"), "key-round", permissions, under="people"),
        Page("status", lambda: translate("pages", "Status"), "heart-pulse", status, lambda: console.health.loud),
        Page("trail", lambda: translate("pages", "Trail"), "history", trail, under="status"),
        Page("backups", lambda: translate("pages", "Backups"), "hard-drive", backups, under="status"),
    ]
