"""Axes with few, round numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from playground.safety.paint_guard import guarded_paint
from playground.widgets.plot.pyqtgraph_setup import pg
from playground.widgets.plot.round_numbers import multiples, round_step

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFont, QPainter, QPen
    from PySide6.QtWidgets import QGraphicsSceneResizeEvent, QStyleOptionGraphicsItem, QWidget

    from playground.widgets.look.colors import ChartColors

    _Specs = tuple[tuple[QPen, QPointF, QPointF], list[object], list[tuple[QRectF, int, str]]]
    """What pyqtgraph draws: a line, ticks, and numbers with their places and alignments."""

_CLOSEST_TICKS = {"left": 32, "right": 32, "bottom": 70}  # px, so that numbers have air
_LEAST_AIR = 20  # px between two numbers of a logarithmic axis
_MOST_TICKS = 7
_OVERHANG = {"left": 8, "right": 8, "bottom": 40}  # px by which the outermost numbers may reach over the ends
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_DECIMALS = 4
_LARGEST_PLAIN = 100_000
_BEYOND = 2  # px: so much of the first and the last tick lies outside
_ROOM_OF_A_NUMBER = QRectF(0, 0, 100, 100)  # to measure one in
_HEIGHT_OF_DIGITS = 0.8  # of a line of text
_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_ALIGNMENTS = {
    "left": int(Qt.AlignmentFlag.AlignRight | _UPRIGHT),
    "right": int(Qt.AlignmentFlag.AlignLeft | _UPRIGHT),
    "bottom": int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip),
}
_PLAIN_POWERS = range(-3, 5)  # 0.001 to 10,000 are written out


class PlotAxis(pg.AxisItem):
    """An axis of a plot, linear or logarithmic.

    Parameters
    ----------
    orientation : str
        "left", "right" or "bottom".
    smallest_step : float
        Ticks are never closer; 1 for what is counted.
    unit : str
        Stands behind each number of a linear axis.
    """

    def __init__(self, orientation: str, smallest_step: float = 0.0, unit: str = "") -> None:
        super().__init__(orientation)
        self._unit, self._title = unit, ""
        self._smallest_step = smallest_step
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=0, maxTickLevel=0, maxTextLevel=0, tickAlpha=255)
        self.setStyle(hideOverlappingLabels=_OVERHANG[orientation])

    def restyle(self, colors: ChartColors, font: QFont) -> None:
        """Take the colours of a theme and the font of the moment."""
        self.setTickFont(font)
        self.label.setFont(font)
        self.showLabel(self.label.isVisible())  # with the room that its title takes in this font
        self.setPen(colors.background)  # the grid shows where it stands
        self.setTickPen(colors.background)
        self.setTextPen(colors.muted)

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        """Leave out a title that would reach into the neighbour's: what stands in a legend is known without it."""
        super().resizeEvent(event)
        self._fit_title()

    def name(self, title: str) -> None:
        """Give it another title, in plain text."""
        if title != self._title:
            from html import escape  # with a table of 2,231 names: not at start-up

            self._title = title
            self.setLabel(escape(title))
            self._fit_title()

    def _fit_title(self) -> None:
        if self.orientation != "bottom":
            self.label.setVisible(self.label.boundingRect().width() <= self.size().height())

    def majors(self) -> list[float]:
        """Give where the numbers stand, in the coordinates of the plot."""
        return self._numbers()[1]

    def _numbers(self) -> tuple[float | None, list[float]]:
        """Give the distance of the numbers, and where they stand: the same for the grid as for the axis itself."""
        size = self.size()
        length = size.width() if self.orientation == "bottom" else size.height()
        return next(iter(self.tickValues(*self.range, max(1.0, length + _BEYOND))), (None, []))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float | None, list[float]]]:
        """Give the distance of ticks and where they stand; on a logarithmic axis they have no distance."""
        if self.logMode:
            return [(None, _log_ticks(minVal, maxVal, size))]
        pixels = max(_CLOSEST_TICKS[self.orientation], size / _MOST_TICKS)
        least = max(self._smallest_step, abs(maxVal - minVal) * pixels / max(1, size))
        if not 0 < least < math.inf:
            return []
        step = round_step(least)
        numbers = multiples(minVal, maxVal, step)
        while len(numbers) < 2 and step > self._smallest_step:  # a single number gives no measure
            step = max(round_step(step / 2.6), self._smallest_step)
            numbers = multiples(minVal, maxVal, step)
        return [(step, [number * step for number in numbers])]

    def tickStrings(self, values: list[float], scale: float, spacing: float | None) -> list[str]:
        """Give the numbers as text."""
        if self.logMode:
            return [_power_text(value) for value in values]
        decimals = max(0, math.ceil(-math.log10(spacing or 1) - 1e-9))
        largest = max(map(abs, values), default=0)
        if decimals > _MOST_DECIMALS or (largest >= _LARGEST_PLAIN and not self._smallest_step):
            return [_short_text(value) for value in values]
        return [f"{value:,.{decimals}f}{self._unit}" for value in values]

    @guarded_paint
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Paint the axis; its numbers, above and below, are placed in here."""
        super().paint(painter, option, widget)

    def generateDrawSpecs(self, painter: QPainter) -> _Specs | None:
        """Give the numbers and their places: those that reach too far over an end are left out.

        pyqtgraph places ticks, too, which have the background's colour here, in twice the time; and while a curve grows
        its axis moves often.
        """
        bounds, (low, high) = self.boundingRect(), self.range
        area = self.mapRectFromParent(self.geometry())
        if low == high or not (area.width() and area.height()):
            return None
        painter.setFont(self.style["tickFont"] or painter.font())
        is_level = self.orientation == "bottom"
        spacing, numbers = self._numbers()
        texts: list[tuple[QRectF, int, str]] = []
        extents = []
        for number, text in zip(numbers, self.tickStrings(numbers, 1.0, spacing), strict=True):
            share = (number - low) / (high - low)
            if not 0 <= share <= 1:
                continue
            size = painter.boundingRect(_ROOM_OF_A_NUMBER, Qt.AlignmentFlag.AlignCenter, text).size()
            size.setHeight(_HEIGHT_OF_DIGITS * size.height())
            place = self._place_of_number(area, share, size)
            extents.append(size.height() if is_level else size.width())
            if bounds & place == place:
                texts.append((place, _ALIGNMENTS[self.orientation], text))
        self._updateMaxTextSize(max(extents, default=0))
        start, end = (area.topLeft(), area.topRight()) if is_level else (area.topRight(), area.bottomRight())
        inwards = QPointF(0, 1) if is_level else QPointF(-1, 0)
        return (self.pen(), start + inwards, end + inwards), [], texts

    def _place_of_number(self, area: QRectF, share: float, size: QSizeF) -> QRectF:
        """Give where a number stands, whose place is a share of the axis, from the left or from below."""
        width, height = size.width(), size.height()
        if self.orientation == "bottom":
            x, y = area.left() + share * area.width() - width / 2, area.top() + self.style["tickTextOffset"][1]
        else:
            away = self.style["tickTextOffset"][0]
            x = area.right() - away - width if self.orientation == "left" else area.left() + away
            y = area.bottom() - share * area.height() - height / 2
        return QRectF(x, y, width, height)


def _log_ticks(low: float, high: float, size: float) -> list[float]:
    """Give logarithms of round numbers: powers of ten, in short ranges also 2 and 5 times them, then finer."""
    decades = high - low
    every = max(1, math.ceil(decades * _CLOSEST_TICKS["left"] / size))
    while every > 1 and len(multiples(low, high, every)) < 2:
        every -= 1
    if every > 1:
        return [float(number * every) for number in multiples(low, high, every)]
    for factors in ((1,), (1, 2, 5), range(1, 10)):
        powers = range(math.floor(low) // every * every, math.ceil(high) + 1, every)
        ticks = [power + math.log10(factor) for power in powers for factor in factors]
        ticks = [tick for tick in ticks if low <= tick <= high]
        if len(ticks) >= 3:
            return _with_air(ticks, decades / size)
    return _with_air(_fine_log_ticks(low, high), decades / size)


def _with_air(ticks: list[float], pixel: float) -> list[float]:
    """Leave out what stands too close to a rounder number; two numbers at the least, which give a measure."""
    kept: list[float] = []
    for tick in sorted(ticks, key=_roundness):
        if all(abs(tick - other) >= _LEAST_AIR * pixel for other in kept):
            kept.append(tick)
    return sorted(kept) if len(kept) > 1 else [ticks[0], ticks[-1]][: len(ticks)]


def _roundness(tick: float) -> int:
    """Return how far down the line of round numbers one stands: powers of ten, then 5 and 2 times them."""
    factor = 10.0 ** (tick - math.floor(tick + 1e-9))
    return next((place for place, round_one in enumerate((1, 5, 2)) if math.isclose(factor, round_one)), 3)


def _fine_log_ticks(low: float, high: float) -> list[float]:
    """Give logarithms of evenly spaced numbers: in so short a range they stand almost evenly, too."""
    first, last = 10.0**low, 10.0**high
    step = round_step((last - first) / 5)
    return [math.log10(number * step) for number in range(math.ceil(first / step), math.floor(last / step) + 1)]


def _power_text(exponent: float) -> str:
    value, power = 10.0**exponent, math.floor(exponent + 1e-9)
    if power in _PLAIN_POWERS:
        return f"{value:,.4g}" if power < 4 else f"{value:,.0f}"
    return _times_power(value / 10.0**power, power)


def _short_text(value: float) -> str:
    power = math.floor(math.log10(abs(value)) + 1e-9) if value else 0
    return _times_power(value / 10.0**power, power) if power else f"{value:.3g}"


def _times_power(factor: float, power: int) -> str:
    digits = f"10{str(power).translate(_SUPERSCRIPTS)}"
    return digits if math.isclose(factor, 1, rel_tol=1e-6) else f"{factor:.3g}·{digits}"
