"""What is wrong in the sources of the settings: file and line, what is wrong, and the nearest right name."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from console.app.settings import Settings
from widgets.cards import Card, Picture, Text
from widgets.plain import plain
from widgets.settings.words import problem_words, where_words
from widgets.times import moment, zone_named

MOST = 8  # that are shown; the log has all


class ProblemsCard(Card):
    """Gone while nothing is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.site = Text("warning", 13, wrap=True)
        self.more = Text("text_muted", 13)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnStretch(2, 2)
        self.rows: list[tuple[Picture, Text, Text]] = []  # mark, what, where
        self.body.addWidget(self.site)
        self.body.addLayout(self.grid)
        self.body.addWidget(self.more)

    def show_settings(self, settings: Settings) -> None:
        """Show what is wrong with these; nothing where all is well."""
        problems = settings.problems
        site = self._site(settings)
        self.setVisible(bool(problems or site))
        self.title.say(self.tr("What could not be used"))
        self.site.say(site)
        self.site.setVisible(bool(site))
        while len(self.rows) < min(len(problems), MOST):
            self._add()
        for i, (mark, what, where) in enumerate(self.rows):
            shown = i < len(problems)
            for part in (mark, what, where):
                part.setVisible(shown)
            if shown:
                where.say(where_words(problems[i]))
                what.say(problem_words(problems[i]))
        over = len(problems) - MOST
        self.more.say(self.tr("and %n more; the log has them all", "", over) if over > 0 else "")
        self.more.setVisible(over > 0)

    def words(self) -> list[str]:
        """Every line that is shown."""
        return [f"{where.text()}: {what.text()}" for mark, what, where in self.rows if not mark.isHidden()]

    def _add(self) -> None:
        row = len(self.rows)
        parts = (
            Picture("triangle-alert", "warning", 15),
            Text("text", 13, wrap=True),
            Text("text_muted", 13, wrap=True),
        )
        for column, part in enumerate(parts):
            self.grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop if column == 0 else Qt.AlignmentFlag(0))
        self.rows.append(parts)

    def _site(self, settings: Settings) -> str:
        """That the site file was not read, and what holds instead."""
        file = settings.given.site
        if file is None or not settings.site_trouble:
            return ""
        path = plain(file.path)
        if settings.site_trouble == "slow":
            why = self.tr("{0} did not answer in time.").format(path)
        elif settings.site_trouble == "unusable":
            why = self.tr("{0} could not be used.").format(path)
        else:
            why = self.tr("{0} cannot be read: {1}.").format(path, plain(settings.site_trouble))
        if file.copy is None:
            none = self.tr("There is no copy of it yet: nothing of it holds.")
            return f"{why} {none}"
        when = moment(file.copied, time.time(), zone_named(""))
        copy = self.tr("Its copy of {0} holds until the next start.").format(when)
        return f"{why} {copy}"
