"""Stickers of a patrol that are scanned while another screen is open: they check in on the patrol of whoever walks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.domain.commands.checklists import CheckInAt
from console.domain.errors import Refusal
from console.domain.patrols import Point, PointUnknown, point_of
from widgets.attachments.later import while_there
from widgets.audits.words import said
from widgets.people.notice import Notice
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.queries.patrols import Patrol
    from widgets.shell.window import MainWindow

SECONDS = 6.0


class PatrolScans(QObject):
    """One for each main window, its child; `scanned` is one of the takers of scans."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console, self._window = console, window
        self.notice = Notice(window)

    def scanned(self, code: str) -> bool:
        """Check in on the last patrol of whoever is signed in that has such a point; False where none has."""
        code, service, person = code.strip(), self._console.rounds, self._console.session.person
        if service is None or person is None or self._console.session.as_role is not None:
            return False
        for patrol in service.patrols.walked_by(person.id):
            if any(point.code == code for point in patrol.route.points):
                self._check_in(patrol, code)
                return True
        return False

    def _check_in(self, patrol: Patrol, code: str) -> None:
        try:
            point = point_of(patrol.route, code, patrol.been)
        except PointUnknown as refusal:
            self._refused(patrol, refusal)
            return
        command = CheckInAt(patrol.run.id, patrol.run.place, point.section, code)
        done, refused = partial(self._done, patrol, point), partial(self._refused, patrol)
        window = self._window
        self._console.office.do(command, while_there(window, done), while_there(window, refused))

    def _done(self, patrol: Patrol, point: Point, _: object) -> None:
        section = patrol.sections.get(point.section)
        name = said(section, 60) if section is not None else plain(point.section, 60)
        self.notice.show_words(self.tr("Checked in: {0}").format(name), said(patrol.name, 60), "map-pin", SECONDS)
        self._window.open("audits", patrol.run.id)

    def _refused(self, patrol: Patrol, refusal: Refusal) -> None:
        self.notice.show_words(words_of(refusal), said(patrol.name, 60), "triangle-alert", SECONDS)
