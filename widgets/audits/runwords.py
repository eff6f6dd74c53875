"""What is said about a run: who, when, how far; what is kept; what is missing before it can be signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QObject

from console.app.queries.rounds import RunFile
from console.domain.checklist_scores import Scored
from console.domain.checklists import Going
from widgets.audits.places import Places
from widgets.audits.row import ItemRow
from widgets.audits.words import day_words
from widgets.plain import plain


class RunWords(QObject):
    """Says it in the language of the moment."""

    def facts(self, file: RunFile, scored: Scored, places: Places) -> str:
        """Version, who began it, and how far it is or how it ended."""
        run, now, zone = file.run, places.now(), places.zone()
        parts = [self.tr("version {0}").format(run.version)]
        by = plain(file.names.get(run.begun_by, ""), 60)
        if by:
            parts.append(self.tr("by {0}").format(by))
        if run.going is not Going.OPEN:
            return " · ".join([*parts, *self._ended(file, places)])
        parts.append(self.tr("{0} of {1} answered").format(scored.whole.answered, scored.whole.asked))
        if run.due is not None:
            parts.append(self.tr("due {0}").format(day_words(run.due, now, zone)))
        return " · ".join(parts)

    def kept(self, going: Going, busy: bool, last: datetime | None, places: Places) -> str:
        """Whether every answer of this console is durable."""
        if going is not Going.OPEN:
            return self.tr("Read only: nothing in it is changed any more.")
        if busy:
            return self.tr("Keeping…")
        if last is None:
            return self.tr("Every answer is kept at once; go on at any console.")
        at = last.astimezone(places.zone()).strftime("%H:%M:%S")
        return self.tr("All answers are kept · last at {0}").format(at)

    def missing(self, rows: Iterable[ItemRow]) -> tuple[str, str]:
        """What is missing before it can be signed, and the first item that it is missing at; "" for nothing."""
        all_rows = list(rows)
        tests = (
            ([row for row in all_rows if row.seen.answer is None], self._unanswered),
            ([row for row in all_rows if row.bare], self._bare),
            ([row for row in all_rows if row.silent], self._silent),
        )
        for found, words in tests:
            if found:
                return words(len(found)), found[0].item.id
        return "", ""

    def _ended(self, file: RunFile, places: Places) -> list[str]:
        run, parts = file.run, []
        if run.ended is not None:
            when = day_words(run.ended, places.now(), places.zone())
            who = plain(file.names.get(run.ended_by, ""), 60) or "–"
            words = self.tr("signed {0} by {1}") if run.going is Going.SIGNED else self.tr("dropped {0} by {1}")
            parts.append(words.format(when, who))
        if run.why:
            parts.append(plain(run.why, 120))
        if run.passed is not None:
            parts.append(self.tr("passed") if run.passed else self.tr("not passed"))
        return parts

    def _unanswered(self, count: int) -> str:
        return self.tr("%n item(s) have no answer yet. Answer them, or say that they do not apply (X).", "", count)

    def _bare(self, count: int) -> str:
        return self.tr("%n item(s) want a picture. P adds one.", "", count)

    def _silent(self, count: int) -> str:
        return self.tr("%n weak answer(s) want a finding (F), or words on why none is needed (T).", "", count)
