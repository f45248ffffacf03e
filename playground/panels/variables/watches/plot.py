"""The small plot in a watch's row: what it said at each iteration, and how it changed within the pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from playground.widgets.look.colors import blend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.widgets.look.colors import ChartColors

_PASS_SHARE = 0.3  # of the width, for the steps of the pass where there are iterations, too
_MOST_DOTS = 24  # of iterations; more of them run into each other
_DOT = 1.6  # px, radius
_BAND = 0.28  # share of the line's colour in the band between smallest and largest number


@dataclass(frozen=True)
class Track:
    """What one part of the plot shows.

    Attributes
    ----------
    places
        Ascending: numbers of iterations or of events.
    numbers, lows, highs
        What the watch said there; of a single number all three are the same.
    """

    places: Sequence[float] = ()
    numbers: Sequence[float] = ()
    lows: Sequence[float] = ()
    highs: Sequence[float] = ()


@dataclass(frozen=True)
class WatchPlot:
    """Both parts over the same numbers.

    Attributes
    ----------
    iterations
        Over training: to the left.
    steps
        Within the pass that is stepped through, to the right.
    length
        How many events the pass has; 0 without one.
    """

    iterations: Track = Track()
    steps: Track = Track()
    length: int = 0


def paint_watch_plot(painter: QPainter, area: QRectF, plot: WatchPlot, colors: ChartColors) -> None:
    """Paint a plot that fills an area; nothing where there is nothing to show."""
    lows, highs = [*plot.iterations.lows, *plot.steps.lows], [*plot.iterations.highs, *plot.steps.highs]
    if not lows:
        return
    span = _Span(min(lows), max(highs), area)
    left, right = _parts(area, plot)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if span.low < 0 < span.high:
        painter.setPen(QPen(colors.grid, 1))
        painter.drawLine(QPointF(area.left(), span.y(0.0)), QPointF(area.right(), span.y(0.0)))
    track = plot.iterations
    if track.places:
        _paint_track(
            painter, [_x(place, track.places[0], track.places[-1], left) for place in track.places], track, span, colors
        )
    if plot.steps.places:
        _paint_steps(painter, right, plot, span, colors)
    if left.width() and right.width():
        painter.setPen(QPen(colors.grid, 1, Qt.PenStyle.DotLine))
        painter.drawLine(right.topLeft(), right.bottomLeft())
    painter.restore()


def iteration_at(x: float, area: QRectF, plot: WatchPlot | None) -> int | None:
    """Return the iteration whose point stands nearest to a place in the plot, None where no iterations are."""
    if plot is None or not plot.iterations.places:
        return None
    left, _ = _parts(area, plot)
    if not left.left() <= x <= left.right():
        return None
    places = plot.iterations.places
    return int(min(places, key=lambda place: abs(_x(place, places[0], places[-1], left) - x)))


@dataclass(frozen=True)
class _Span:
    """Where numbers are in the height of an area."""

    low: float
    high: float
    area: QRectF

    def y(self, number: float) -> float:
        size = self.high - self.low
        share = (number - self.low) / size if size > 0 else 0.5
        return self.area.bottom() - 1.5 - share * (self.area.height() - 3)


def _parts(area: QRectF, plot: WatchPlot) -> tuple[QRectF, QRectF]:
    share = 0.0 if not plot.length else _PASS_SHARE if plot.iterations.places else 1.0
    width = area.width() * (1 - share)
    left = QRectF(area.left(), area.top(), max(width - 3 * (share > 0), 0), area.height())
    return left, QRectF(area.left() + width, area.top(), area.width() * share, area.height())


def _x(place: float, first: float, last: float, area: QRectF) -> float:
    share = (place - first) / (last - first) if last > first else 1.0
    return area.left() + _DOT + share * max(area.width() - 2 * _DOT, 0)


def _paint_track(painter: QPainter, xs: list[float], track: Track, span: _Span, colors: ChartColors) -> None:
    if tuple(track.lows) != tuple(track.highs):
        upper = [QPointF(x, span.y(number)) for x, number in zip(xs, track.highs, strict=True)]
        lower = [QPointF(x, span.y(number)) for x, number in zip(xs, track.lows, strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(colors.background, colors.course, _BAND))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    points = [QPointF(x, span.y(number)) for x, number in zip(xs, track.numbers, strict=True)]
    painter.setPen(QPen(colors.course, 1.2))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.course)
    for point in points if len(points) <= _MOST_DOTS else points[-1:]:
        painter.drawEllipse(point, _DOT, _DOT)


def _paint_steps(painter: QPainter, area: QRectF, plot: WatchPlot, span: _Span, colors: ChartColors) -> None:
    """Paint a stair: a value stays until an event makes another one."""
    steps = plot.steps
    xs = [_x(place, 0, plot.length - 1, area) for place in steps.places]
    ends = [*xs[1:], area.right() - _DOT]
    points = []
    for x, end, number in zip(xs, ends, steps.numbers, strict=True):
        points += [QPointF(x, span.y(number)), QPointF(end, span.y(number))]
    painter.setPen(QPen(colors.steps, 1.2))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.steps)
    for x, number in zip(xs, steps.numbers, strict=True):
        painter.drawEllipse(QPointF(x, span.y(number)), _DOT, _DOT)
