"""A console with lines, people and real records of orders, in a window with the orders page."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.domain.commands import CONSOLE, Command
from console.domain.commands.orders import ImportOrders
from console.domain.errors import Refusal
from console.domain.exchange import Draft
from console.domain.orders import WorkOrder, order_id
from console.domain.people import Grant, Role
from console.telemetry.plantfile import load_plant
from tests.widgets.people_parts import PIN, added, person_id
from tests.widgets.shell_parts import dressed
from widgets.cardflow.faces import CardFace
from widgets.orders.page import OrdersPage
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

NOW = datetime(2026, 11, 20, 11, 42, 7, tzinfo=UTC)  # a Friday
ADMIN, PLANNER, OPERATOR = person_id("Admin 1"), person_id("Planner 5"), person_id("Operator 14")
LEADER = person_id("Team leader 3")  # of L1 only


class Floor:
    """One console with its window; its clock stands still unless it is moved."""

    def __init__(self, folder: Path, name: str = "console", people: bool = True) -> None:
        dressed()
        self.folder = folder / name
        self.folder.mkdir()
        self.time = NOW.timestamp()
        self.console = Console(self.folder, load_plant(plant_text(4, "UTC")), now=lambda: self.time)
        furnish(self.console, load_settings(self.folder, None, {}, {}), shares=False)
        self.console.start_records()
        self.window: MainWindow | None = None
        site = self.console.floor.plant.sites[0]
        way = (site.id, site.areas[0].id, "L1")
        if people:
            self.do(
                *added("Admin 1", "1001", Grant(Role.ADMINISTRATOR)),
                *added("Planner 5", "1005", Grant(Role.PLANNER)),
                *added("Team leader 3", "1003", Grant(Role.TEAM_LEADER, way)),
                *added("Operator 14", "2014", Grant(Role.OPERATOR, way[:2])),
            )

    def show(self, size: tuple[int, int] = (1600, 900)) -> OrdersPage:
        """The orders page in a shown window."""
        page = Page("orders", lambda: "Orders", "square-kanban", lambda: OrdersPage(self.console))
        self.window = MainWindow(self.console, [page], None, Memory(self.folder))
        Signing(self.console, self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.console.orders is not None and self.console.orders.known)
        return self.page

    @property
    def page(self) -> OrdersPage:
        """The page."""
        assert self.window is not None
        found = self.window.widget("orders")
        assert isinstance(found, OrdersPage)
        return found

    def breathe(self) -> None:
        """Let the records, the service and the screen do what waits."""
        self.console.mailbox.run_errands()
        service = self.console.orders
        if service is not None:
            service._ask_at = service._publish_at = 0.0  # it need not wait between two readings
            service.beat(time.monotonic())
        QApplication.processEvents()

    def until(self, true: Callable[[], object], seconds: float = 15.0) -> None:
        """Breathe until it is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it never came to be so"
            self.breathe()
            time.sleep(0.002)

    def do(self, *commands: Command, who: str = CONSOLE) -> list[Refusal]:
        """Give commands and wait for what comes of them; the refusals."""
        refused: list[Refusal] = []
        left = [len(commands)]

        def over(result: object) -> None:
            left[0] -= 1
            if isinstance(result, Refusal):
                refused.append(result)

        for command in commands:
            self.console.office.do(command, over, over, who)
        self.until(lambda: not left[0])
        return refused

    def sign_in(self, person: str) -> None:
        """Let somebody in."""
        self.until(lambda: person in self.console.session.rights.people)
        self.console.session.sign_in(person, PIN)
        self.until(lambda: self.console.session.person is not None and self.console.session.person.id == person)

    def order(self, number: str) -> WorkOrder:
        """The order as the service has it."""
        assert self.console.orders is not None
        return self.console.orders.by_id[order_id(number)]

    def lies(self, number: str, column: str) -> bool:
        """Whether the board shows the order in this column, and nothing is waited for any more."""
        id = order_id(number)
        face = self.page.board.deck.faces.get(id)
        return face is not None and face.column == column and id not in self.page.board.deck.asked

    def face(self, number: str) -> CardFace:
        """Its card."""
        return self.page.board.deck.faces[order_id(number)]

    def close(self) -> None:
        """End it."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.console.close()
        QApplication.processEvents()


def many(count: int, at_once: int = 250) -> list[ImportOrders]:
    """So many orders on four lines, as a file brings them."""
    made = [
        Draft(i, f"WO-{20000 + i}", f"P-{i % 40}", 100 + i, f"L{1 + i % 4}", NOW + timedelta(hours=i % 200 - 4))
        for i in range(count)
    ]
    return [ImportOrders("ERP", tuple(made[i : i + at_once])) for i in range(0, count, at_once)]
