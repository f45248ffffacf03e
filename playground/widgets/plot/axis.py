"""Axes with few, round numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from playground.widgets.look.colors import ChartColors

_CLOSEST_TICKS = {"left": 32, "bottom": 70}  # px, so that numbers have air
_LEAST_AIR = 20  # px between two numbers of a logarithmic axis
_MOST_TICKS = 7
_OVERHANG = {"left": 8, "bottom": 40}  # px by which the outermost numbers may reach over the ends
_TEXT_GAP = {"left": 5, "bottom": 3}  # px between a number and the plot
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_DECIMALS = 4
_LARGEST_PLAIN = 100_000
_PLAIN_POWERS = range(-3, 5)  # 0.001 to 10,000 are written out
_RIGHT, _MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


class PlotAxis:
    """An axis of a plot, linear or logarithmic.

    Parameters
    ----------
    orientation : str
        "left" or "bottom".
    smallest_step : float
        Ticks are never closer; 1 for what is counted.
    unit : str
        Stands behind each number of a linear axis.

    Attributes
    ----------
    range : (float, float)
        What it shows, of a logarithmic one the powers of ten.
    is_logarithmic : bool
    place : QRectF
        Where it is in its chart.
    title : str
    has_title : bool
        Whether there is room for its title.
    """

    def __init__(self, orientation: str, smallest_step: float = 0.0, unit: str = "") -> None:
        self.orientation = orientation
        self._smallest_step, self._unit = smallest_step, unit
        self.range = (0.0, 1.0)
        self.is_logarithmic = False
        self.place = QRectF()
        self.title = ""
        self.has_title = True
        self._font, self._ink = QFont(), QColor()
        self._width = 0.0
        self._known: tuple[object, ...] = ()  # of what the ticks below are
        self._ticks: list[tuple[float, str]] = []

    def restyle(self, colors: ChartColors, font: QFont, width: float = 0.0) -> None:
        """Take the colours of a theme, the font of the moment and, on the left, so many pixels for the numbers."""
        self._font, self._ink, self._width = QFont(font), colors.muted, width

    @property
    def thickness(self) -> float:
        """How many pixels it takes beside its plot."""
        if self.orientation == "left":
            return self._width
        line = QFontMetricsF(self._font).height()
        return line + _TEXT_GAP["bottom"] + (line + 2 if self.title and self.has_title else 0)

    @property
    def title_width(self) -> float:
        """How many pixels its title is long."""
        return QFontMetricsF(self._font).horizontalAdvance(self.title)

    @property
    def shows_title(self) -> bool:
        """Whether the title is seen: not where it would reach into the neighbour's; a legend names it as well."""
        return self.has_title and (self.orientation == "bottom" or self.title_width <= self.place.height())

    @property
    def reach(self) -> QRectF:
        """Where it paints."""
        over = _OVERHANG[self.orientation]
        along, beside = (0, over) if self.orientation == "left" else (over, 0)
        return self.place.adjusted(-along, -beside, along, beside)

    @property
    def _length(self) -> float:
        return max(1.0, self.place.height() if self.orientation == "left" else self.place.width())

    def ticks(self) -> list[tuple[float, str]]:
        """Give where numbers stand, in those of the plot, and what is written there."""
        wanted = (self.range, self._length, self.is_logarithmic)
        if wanted != self._known:
            step, values = self.tick_values(*self.range, self._length)
            self._known, self._ticks = wanted, list(zip(values, self.tick_texts(values, step), strict=True))
        return self._ticks

    def majors(self) -> list[float]:
        """Give where the numbers stand, in those of the plot."""
        return [value for value, _text in self.ticks()]

    def tick_values(self, low: float, high: float, size: float) -> tuple[float | None, list[float]]:
        """Give the distance of ticks and where they stand; on a logarithmic axis they have no distance."""
        if self.is_logarithmic:
            return None, _log_ticks(low, high, size)
        pixels = max(_CLOSEST_TICKS[self.orientation], size / _MOST_TICKS)
        least = max(self._smallest_step, abs(high - low) * pixels / max(1, size))
        if not 0 < least < math.inf:
            return None, []
        step = _round_step(least)
        numbers = _multiples(low, high, step)
        while len(numbers) < 2 and step > self._smallest_step:  # a single number gives no measure
            step = max(_round_step(step / 2.6), self._smallest_step)
            numbers = _multiples(low, high, step)
        return step, [number * step for number in numbers]

    def tick_texts(self, values: Sequence[float], step: float | None) -> list[str]:
        """Give the numbers as text."""
        if self.is_logarithmic:
            return [_power_text(value) for value in values]
        decimals = max(0, math.ceil(-math.log10(step or 1) - 1e-9))
        largest = max(map(abs, values), default=0)
        if decimals > _MOST_DECIMALS or (largest >= _LARGEST_PLAIN and not self._smallest_step):
            return [_short_text(value) for value in values]
        return [f"{value:,.{decimals}f}{self._unit}" for value in values]

    def paint(self, painter: QPainter) -> None:
        """Paint the numbers and the title."""
        painter.save()
        painter.setFont(self._font)
        painter.setPen(self._ink)
        how = _RIGHT if self.orientation == "left" else _MIDDLE
        for box, text in self._numbers():
            painter.drawText(box, how, text)
        if self.title and self.shows_title:
            self._paint_title(painter)
        painter.restore()

    def _numbers(self) -> Iterator[tuple[QRectF, str]]:
        """Yield each number and its box, but for those that reach too far over the ends."""
        metrics, place, (low, high) = QFontMetricsF(self._font), self.place, self.range
        line, reach, span = metrics.height(), self.reach, high - low or 1.0
        for value, text in self.ticks():
            share, width = (value - low) / span, metrics.horizontalAdvance(text)
            if self.orientation == "left":
                middle = place.bottom() - share * place.height()
                box = QRectF(place.left(), middle - line / 2, place.width() - _TEXT_GAP["left"], line)
                air = 0.1 * line  # above and below the figures
                fits = reach.top() <= box.top() + air and box.bottom() - air <= reach.bottom()
            else:
                middle = place.left() + share * place.width()
                box = QRectF(middle - width / 2 - 1, place.top() + _TEXT_GAP["bottom"], width + 2, line)
                fits = reach.left() <= box.left() and box.right() <= reach.right()
            if fits:
                yield box, text

    def _paint_title(self, painter: QPainter) -> None:
        line = QFontMetricsF(self._font).height()
        if self.orientation == "bottom":
            below = QRectF(self.place.left(), self.place.bottom() - line, self.place.width(), line)
            painter.drawText(below, _MIDDLE, self.title)
            return
        painter.translate(self.place.left(), self.place.center().y())
        painter.rotate(-90)
        half = self.place.height() / 2
        painter.drawText(QRectF(-half, 0, 2 * half, line), _MIDDLE, self.title)


def _round_step(least: float) -> float:
    """Give 1, 2 or 5 times a power of ten, at least `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * (1 - 1e-9))


def _multiples(low: float, high: float, step: float) -> range:
    return range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)


def _log_ticks(low: float, high: float, size: float) -> list[float]:
    """Give logarithms of round numbers: powers of ten, in short ranges also 2 and 5 times them, then finer."""
    decades = high - low
    every = max(1, math.ceil(decades * _CLOSEST_TICKS["left"] / size))
    while every > 1 and len(_multiples(low, high, every)) < 2:
        every -= 1
    if every > 1:
        return [float(number * every) for number in _multiples(low, high, every)]
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
    step = _round_step((last - first) / 5)
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
