"""The figures as a table for a spreadsheet, with what each of them means in its first column."""

from __future__ import annotations

import csv
import io

from PySide6.QtCore import QObject

from console.domain.callfigures import Sheet
from console.domain.spreadsheet import cell
from widgets.callfigures.words import doing_word, span_word
from widgets.figures.names import formula_words
from widgets.people.words import role_word


class FiguresTable(QObject):
    """Makes the text of a CSV file; figures plain, seconds and shares of one, so that a spreadsheet can count on."""

    def text(self, sheet: Sheet, chosen: list[tuple[str, str]], against: str) -> str:
        """The whole file; `chosen`: what the filters say."""
        file = io.StringIO(newline="")
        out = csv.writer(file)
        for line in self._lines(sheet, chosen, against):
            out.writerow([cell(value) for value in line])
        return file.getvalue()

    def _lines(self, sheet: Sheet, chosen: list[tuple[str, str]], against: str) -> list[list[object]]:
        lines: list[list[object]] = [[self.tr("From"), sheet.window.start.isoformat()]]
        lines += [[self.tr("To"), sheet.window.end.isoformat()], [self.tr("Calls"), sheet.calls]]
        lines += [[name, value] for name, value in chosen]
        lines += [[], self._heads(against)]
        for figures in sheet.spans:
            now, before = figures.compared.now, figures.compared.before
            lines.append(
                [
                    span_word(figures.span),
                    now.n,
                    now.waiting,
                    now.median,
                    now.p90,
                    now.inside,
                    len(figures.outside),
                    before.n,
                    before.median,
                    before.p90,
                    before.inside,
                    figures.compared.change,
                ]
            )
        lines += [[], [self.tr("Heard most often"), formula_words("bad_actors")]]
        lines.append([self.tr("Place"), self.tr("Category"), self.tr("About"), self.tr("Text"), self.tr("Heard")])
        lines[-1] += [self.tr("Calls"), self.tr("Open (s)"), self.tr("Share")]
        for actor in sheet.actors:
            known = [actor.place, actor.category, actor.about, actor.text, actor.times, actor.calls]
            lines.append([*known, actor.seconds, actor.share])
        rate = sheet.health.rate
        lines += [[], [self.tr("Alarms in ten minutes"), formula_words("alarm_rate")]]
        lines.append([self.tr("Mean"), rate.mean])
        lines.append([self.tr("Most"), rate.most])
        lines.append([self.tr("Floods"), len(rate.floods)])
        lines.append([self.tr("Share of the time in floods"), rate.flooded])
        for one in sheet.health.chattering:
            lines.append([self.tr("Chattering"), one.place, one.about, one.times, one.bursts])
        lines += [[], [self.tr("Time in hands"), formula_words("time_in_hands")]]
        for hands in sheet.hands:
            for role, doing, seconds in hands.held:
                lines.append([hands.category, role_word(role) if role else "", doing_word(doing), seconds])
        return lines

    def _heads(self, against: str) -> list[object]:
        before = against or self.tr("before")
        return [
            self.tr("Time"),
            self.tr("Calls"),
            self.tr("Still to come"),
            self.tr("Median (s)"),
            self.tr("90th percentile (s)"),
            self.tr("Share inside target"),
            self.tr("Outside target"),
            self.tr("Calls, {0}").format(before),
            self.tr("Median (s), {0}").format(before),
            self.tr("90th percentile (s), {0}").format(before),
            self.tr("Share inside target, {0}").format(before),
            self.tr("Change of the median"),
        ]
