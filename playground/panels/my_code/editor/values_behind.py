"""The values behind the lines of the code, and the ties between those that lie in the same memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QFontMetricsF, QPainter

    from playground.panels.my_code.value_text import LineValue
    from playground.widgets.look.colors import ChartColors

_GAP = 3  # letters between two values
_DOT = 3.0  # px: radius of the mark of a tie
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Place(NamedTuple):
    """Where a value was painted."""

    line: int
    value: LineValue
    area: QRectF


class ValuesBehind:
    """Paints them, and knows afterwards where each stands.

    Attributes
    ----------
    values : mapping of int to sequence of LineValue
        By line.
    chosen : tuple of (int, str) or None
        The line and name of the value that is shown whole.
    """

    def __init__(self) -> None:
        self.values: Mapping[int, Sequence[LineValue]] = {}
        self.chosen: tuple[int, str] | None = None
        self._places: list[_Place] = []

    def show(self, values: Mapping[int, Sequence[LineValue]]) -> set[int] | None:
        """Show other values; return the lines that look otherwise now, None where a tie may cross any line."""
        before, self.values = self.values, values
        old, new = (
            {line: [_look(value) for value in each] for line, each in all_.items()} for all_ in (before, values)
        )
        changed = {line for line in old.keys() | new.keys() if old.get(line) != new.get(line)}
        has_ties = any(look[-1] >= 0 for line in changed for look in (*old.get(line, ()), *new.get(line, ())))
        return None if has_ties else changed

    def at(self, point: QPointF) -> tuple[int, str] | None:
        """Return the line and the name of the value at a point."""
        if not self.values:
            return None
        return next((((each.line, each.value.name)) for each in self._places if each.area.contains(point)), None)

    def area_of(self, line: int, name: str) -> QRectF | None:
        """Return where the value of a name in a line stands, None if it is not seen."""
        return next((each.area for each in self._places if (each.line, each.value.name) == (line, name)), None)

    def paint(
        self,
        painter: QPainter,
        asked: QRect,
        rooms: Mapping[int, QRectF],
        metrics: QFontMetricsF,
        colors: ChartColors,
    ) -> None:
        """Paint what stands behind the lines in sight, as far as it is asked for.

        Parameters
        ----------
        asked : QRect
        rooms : mapping of int to QRectF
            The room behind each line in sight that has values.
        """
        self._places = [each for line, room in rooms.items() for each in self._laid_out(line, room, metrics)]
        self._paint_ties(painter, colors)
        for place in self._places:
            if not place.area.intersects(QRectF(asked)):
                continue
            is_chosen = (place.line, place.value.name) == self.chosen
            painter.setPen(colors.text if is_chosen else colors.muted)
            area = place.area.adjusted(_dot_room(place.value), 0, 0, 0)
            text = f"{place.value.name} = {place.value.text}"
            painter.drawText(area, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
            if is_chosen:
                under = area.bottom() - 1.5
                painter.drawLine(QLineF(area.left(), under, area.right(), under))

    def _laid_out(self, line: int, room: QRectF, metrics: QFontMetricsF) -> Iterator[_Place]:
        left = room.left()
        for value in self.values.get(line, ()):
            width = metrics.horizontalAdvance(f"{value.name} = {value.text}") + 2 + _dot_room(value)
            area = QRectF(left, room.top(), min(width, room.right() - left), room.height())
            if area.width() < metrics.horizontalAdvance("…"):
                return
            yield _Place(line, value, area)
            left = area.right() + metrics.horizontalAdvance(" " * _GAP)

    def _paint_ties(self, painter: QPainter, colors: ChartColors) -> None:
        """Join the marks of what shares memory by a line."""
        groups: dict[int, list[QPointF]] = {}
        for place in self._places:
            if place.value.group >= 0:
                point = QPointF(place.area.left() + _DOT, place.area.center().y())
                groups.setdefault(place.value.group, []).append(point)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        for group, points in groups.items():
            color = _color_of(group, colors)
            painter.setPen(QPen(color, 1.0))
            painter.drawPolyline(points)
            painter.setBrush(color)
            for point in points:
                painter.drawEllipse(point, _DOT, _DOT)
        painter.restore()


def _look(value: LineValue) -> tuple[str, str, int]:
    return value.name, value.text, value.group


def _dot_room(value: LineValue) -> float:
    return 2 * _DOT + 4 if value.group >= 0 else 0.0


def _color_of(group: int, colors: ChartColors) -> QColor:
    return (colors.course, colors.steps, colors.network)[group % 3]
