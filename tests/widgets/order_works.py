"""A console with work orders for the tests of one order: two lines, people with PINs, products, stock, a counter."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from console.app.actions import Actions
from console.app.attachments import Attachments
from console.app.orders import Orders
from console.app.stops import Stops
from console.domain.commands import CONSOLE, Command
from console.domain.commands.orders import AddOrder, MoveOrder
from console.domain.commands.people import AddOperation, AddPerson, SetPin, SetSkill
from console.domain.commands.products import SetLineStock, SetProduct
from console.domain.orders import WorkOrder, order_id
from console.domain.people import Grant, Role
from console.domain.products import Part, Product, RouteStep
from tests.app.calling import PLANT, Clock, Works
from tests.app.staffed import pin_hash

PIN = "2580"
DAY = date(2026, 11, 21)
BODY = ("Suzhou", "Body")
TWO_LINES = (
    PLANT.replace('station = [{id = "10"}, {id = "20"}]', 'takt = 10\nstation = [{id = "10"}, {id = "20"}]').replace(
        "[[source]]",
        """[[line]]
id = "L2"
site = "Suzhou"
area = "Body"
micro_stop = 120
expected_interval = 100000
station = [{id = "10"}]

[[source]]""",
        1,
    )
    + """
[[source]]
topic = "count/{station}"
place = "L1/{station}"
signal = [
  {feeds = "good", path = "good"},
  {feeds = "order", path = "order"},
]
"""
)
HOUSING = Product(
    "PH-220",
    "Pump housing",
    parts=(Part("FRAME", 1.0), Part("M6", 4.0)),
    steps=(RouteStep("Cast", "L1/10", 10.0), RouteStep("Mill", "L1/20", 8.0)),
    lines=("L1",),
)
FRAME = Product("FRAME", "Frame", parts=(Part("STEEL", 0.5, "kg"), Part("M6", 2.0)))


def put_away() -> None:
    """Every dialog is closed and gone, with the lists that complete what is typed in it."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class OrderWorks(Works):
    """Pia plans, Sue supervises, Lea leads, Olga and Omar operate; Olga may cast alone, Omar's skill ran out."""

    def __init__(self, folder: Path, clock: Clock | None = None, **more: Any) -> None:
        (folder / "plant.toml").write_text(TWO_LINES, encoding="utf-8")
        super().__init__(folder, clock, **more)

    def begin(self) -> None:
        super().begin()
        console = self.console
        console.stops, console.actions = Stops(console), Actions(console)
        console.attachments = Attachments(console.office, console.mailbox, console.store / "attachments", console.bus)
        self.orders = Orders(console)
        console.orders = self.orders
        for service in (console.stops, console.actions, console.attachments, self.orders):
            console.serve(service)
        console.stops.start()
        console.actions.start()
        self.orders.start()
        self.until(lambda: self.orders.known and console.stops is not None and console.stops.known)

    def people(self) -> None:
        """Who works here, and what they have learnt."""
        for id, role, scope in (
            ("pia", Role.PLANNER, BODY),
            ("sue", Role.SUPERVISOR, BODY),
            ("lea", Role.TEAM_LEADER, (*BODY, "L1")),
            ("olga", Role.OPERATOR, (*BODY, "L1")),
            ("omar", Role.OPERATOR, (*BODY, "L1")),
        ):
            self.give(AddPerson(id, id.title(), id, (Grant(role, scope),)))
            self.give(SetPin(id, pin_hash(PIN)))
        self.give(AddOperation("cast", "Cast", "L1/10"))
        self.give(SetSkill("olga", "cast", 3, None, None))
        self.give(SetSkill("omar", "cast", 3, DAY - timedelta(days=1), DAY - timedelta(days=200)))

    def goods(self) -> None:
        """The product, its parts, and what lies at the line."""
        for product in (FRAME, HOUSING):
            self.give(SetProduct(product))
        self.give(SetLineStock("L1", "STEEL", 100.0, 20.0, 200.0))
        self.give(SetLineStock("L1", "M6", 400.0, 100.0, 4000.0))

    def plan(self, number: str, quantity: int = 100, line: str = "L1", product: str = "PH-220", **more: Any) -> str:
        """An order among the planned ones; its id."""
        self.give(AddOrder(number, product, quantity, line, **more))
        id = order_id(number)
        self.seen(lambda: id in self.orders.by_id)
        return id

    def move(self, id: str, *columns: str) -> None:
        """Through these columns, the first being where it is."""
        for source, target in zip(columns, columns[1:], strict=False):
            self.give(MoveOrder(id, self.orders.by_id[id].line, source, target, "because"))
        self.seen(lambda: self.orders.by_id[id].column == columns[-1])

    def seen(self, true: Any = lambda: True) -> None:
        """Until the service of orders has read what was kept, and it is so."""
        self.settle()
        self.orders._stale, self.orders._ask_at = True, 0.0
        before = self.orders._reading
        self.until(lambda: self.orders._reading > before and not self.orders._asking and true())

    def order(self, number: str) -> WorkOrder:
        """As the records hold it."""
        box: list[Any] = []
        self.console.office.ask(lambda desk: desk.need(WorkOrder, order_id(number)), box.append, box.append)
        self.until(lambda: box)
        assert isinstance(box[0], WorkOrder), box
        return box[0]

    def ask_for(self, command: Command, who: str = CONSOLE) -> Any:
        """What came of a command: Done, or the refusal."""
        box: list[Any] = []
        self.console.office.do(command, box.append, box.append, who=who)
        self.until(lambda: box)
        return box[0]

    def sign_in(self, who: str) -> None:
        """Somebody is here."""
        session = self.console.session
        if session.person is None or session.person.id != who:
            session.sign_in(who, PIN)
            self.until(lambda: session.person is not None and session.person.id == who)

    def count(self, good: int, order: str = "", station: str = "20") -> None:
        """The last station says how many good pieces it has counted, and for which order."""
        facts: dict[str, Any] = {"good": good}
        if order:
            facts["order"] = order
        self.message(f"count/{station}", facts)
