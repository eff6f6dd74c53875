"""The points of a control chart as a table for a spreadsheet."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from console.history.control_drawn import Drawn


class PointsTable(QObject):
    """Numbers as they are, with a point for the decimals, so that a spreadsheet or a program can go on with them."""

    def rows(self, drawn: Drawn) -> list[list[str]]:
        """A row a point, under a row of names."""
        return [self._heads(), *(self._row(drawn, point) for point in range(len(drawn.points)))]

    def _heads(self) -> list[str]:
        main = [self.tr("Begin (UTC)"), self.tr("End (UTC)"), self.tr("Unit"), self.tr("Readings or pieces")]
        main += [self.tr("Value"), self.tr("Center"), self.tr("Lower limit"), self.tr("Upper limit")]
        below = [self.tr("Spread"), self.tr("Spread: center"), self.tr("Spread: upper limit")]
        return [*main, *below, self.tr("Rules broken"), self.tr("Spread out of limits"), self.tr("Phase")]

    def _row(self, drawn: Drawn, point: int) -> list[str]:
        points, main, spread = drawn.points, drawn.main, drawn.spread
        label = points.labels[point] if point < len(points.labels) else ""
        row = [_time(float(points.starts[point])), _time(float(points.times[point])), label]
        row += [_number(float(points.sizes[point])), *(_number(float(part[point])) for part in main[:4])]
        row += [_number(float(spread[i][point])) if spread is not None else "" for i in (0, 1, 3)]
        phase = next((one.phase for one in drawn.phases if one.begin <= point < one.end), None)
        rules = " ".join(str(rule) for rule in drawn.broken_at(point))
        return [*row, rules, "1" if drawn.spread_fired[point] else "", (phase.name or phase.reason) if phase else ""]


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _number(value: float) -> str:
    return "" if value != value else f"{value:.10g}"
