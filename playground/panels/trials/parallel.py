"""Parallel coordinates: an axis for each setting and one for the result, a line for each trial, brushed on any axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from playground.panels.trials.line_layer import LineLayer, Strokes
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

MOST_LINES = 2000
"""Of more trials the best and an even choice of the others are drawn, which is said."""
_SHADES = 8
_IN_A_TURN_S = 0.006
_MARGIN_X, _TOP, _BOTTOM = 46, 34, 22  # px around the axes
_GRIP = 14  # px from an axis at which it is meant


class Axis(NamedTuple):
    """An axis: its name, what stands at its ends, and where each trial lies from 0 to 1; NaN where nowhere."""

    name: str
    low: str
    high: str
    places: np.ndarray


class ParallelPlot(LiveLook, QWidget):
    """Draws the trials, the better the stronger; dragging along an axis lets through what lies in that stretch."""

    brushed = Signal(object)
    """Array of truth values, whether each trial is let through; None when nothing is brushed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="parallelCoordinates", focusPolicy=Qt.FocusPolicy.StrongFocus)
        self._axes: tuple[Axis, ...] = ()
        self._brushes: dict[str, tuple[float, float]] = {}
        self._dragged: tuple[int, float] | None = None
        self._order = np.empty(0, np.int64)
        self._inside, self._all = LineLayer(), LineLayer()  # what the brushes let through, over all in pale
        self._is_new, self._is_brushed_anew, self._has_all = True, False, False
        self._at = 0  # the axis that keys work on
        self.retranslate()

    def show_axes(self, axes: tuple[Axis, ...]) -> None:
        """Show other trials; the last axis is the result, the higher the better."""
        if [axis.name for axis in axes] != [axis.name for axis in self._axes]:
            self._brushes = {}
        self._axes, self._order, self._is_new = axes, _drawn(axes), True
        self._at = min(self._at, max(0, len(axes) - 1))
        self.update()

    @property
    def drawn(self) -> np.ndarray:
        """The numbers of the trials that are drawn, the best last."""
        return self._order

    def passes(self) -> np.ndarray | None:
        """Say which trials the brushes let through; None: all."""
        if not self._brushes:
            return None
        through = np.ones(len(self._axes[0].places), bool)
        for axis in self._axes:
            if axis.name in self._brushes:
                low, high = self._brushes[axis.name]
                through &= (axis.places >= low) & (axis.places <= high)
        return through

    def brush(self, number: int, low: float, high: float) -> None:
        """Let through what lies between two places of an axis; everything where they are one."""
        name = self._axes[number].name
        if high - low < 0.01:
            self._brushes.pop(name, None)
        else:
            self._brushes[name] = (low, high)
        self._brush_anew()
        self.brushed.emit(self.passes())

    def _brush_anew(self) -> None:
        self._is_brushed_anew = True
        self.update()

    # ---- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to brush on the axis that is pointed at."""
        xs = self._xs()
        near = [number for number, x in enumerate(xs) if abs(x - event.position().x()) <= _GRIP]
        if near and event.button() == Qt.MouseButton.LeftButton:
            self._at = near[0]
            self._dragged = near[0], self._share(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Brush."""
        if self._dragged is not None:
            number, start = self._dragged
            here = self._share(event.position().y())
            self.brush(number, min(start, here), max(start, here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End brushing; a click without a drag takes the brush away."""
        if self._dragged is not None:
            number, start = self._dragged
            self._dragged = None
            if abs(self._share(event.position().y()) - start) < 0.01:
                self.brush(number, 0.0, 0.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from axis to axis with Left and Right, brush its upper or lower half with Up and Down, clear with Esc."""
        key, last = event.key(), len(self._axes) - 1
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and last >= 0:
            self._at = min(max(0, self._at + (1 if key == Qt.Key.Key_Right else -1)), last)
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and last >= 0:
            self.brush(self._at, *((0.5, 1.0) if key == Qt.Key.Key_Up else (0.0, 0.5)))
        elif key == Qt.Key.Key_Escape and self._brushes:
            self._brushes = {}
            self._brush_anew()
            self.brushed.emit(None)
        else:
            super().keyPressEvent(event)

    def _share(self, y: float) -> float:
        area = self._area()
        return min(1.0, max(0.0, (area.bottom() - y) / max(1.0, area.height())))

    # ---- painting

    def _area(self) -> QRectF:
        return QRectF(_MARGIN_X, _TOP, max(1, self.width() - 2 * _MARGIN_X), max(1, self.height() - _TOP - _BOTTOM))

    def _xs(self) -> list[float]:
        area, count = self._area(), len(self._axes)
        return [area.left() + area.width() * number / max(1, count - 1) for number in range(count)]

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trials as far as they are painted, axes and brushes over them; the others follow in later turns."""
        self._begin_layers()
        is_left = self._inside.paint_more(_IN_A_TURN_S) or (bool(self._brushes) and self._all.paint_more(_IN_A_TURN_S))
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), chart_colors(self.palette()).background)
            if self._brushes:
                self._all.draw(painter)
            self._inside.draw(painter)
            self._paint_axes(painter)
        if is_left:
            self.update()

    def _begin_layers(self) -> None:
        """Begin pictures that are no longer right: others may stay in sight until new trials are drawn."""
        size, ratio = self.size(), self.devicePixelRatioF()
        fits = self._inside.fits(size, ratio)
        if self._is_new or not fits:
            self._has_all = False
        if self._is_new or self._is_brushed_anew or not fits:
            self._inside.show(self._strong(), size, ratio, keeps=fits and not self._is_brushed_anew)
        if self._brushes and not self._has_all:
            self._all.show(self._pale(), size, ratio)
            self._has_all = True
        self._is_new = self._is_brushed_anew = False

    def _pale(self) -> list[Strokes]:
        return [Strokes(self._ends(self._order), chart_colors(self.palette()).grid)]

    def _strong(self) -> list[Strokes]:
        """Return the lines of what the brushes let through, the best first, the better the stronger."""
        if not self._axes:
            return []
        colors, through, best_first = chart_colors(self.palette()), self.passes(), self._order[::-1]
        inside = best_first if through is None else best_first[through[best_first]]
        shades = (np.nan_to_num(self._axes[-1].places[inside]) * _SHADES).astype(int).clip(0, _SHADES - 1)
        return [
            Strokes(
                self._ends(inside[shades == shade]),
                blend(colors.background, colors.network, 0.18 + 0.82 * shade / (_SHADES - 1)),
            )
            for shade in reversed(range(_SHADES))
        ]

    def _ends(self, trials: np.ndarray) -> np.ndarray:
        """Return the lines of trials from axis to axis, shape (lines, 4), where they have a place on both."""
        if len(self._axes) < 2:
            return np.empty((0, 4))
        area, xs = self._area(), np.array(self._xs())
        ys = area.bottom() - np.stack([axis.places[trials] for axis in self._axes], axis=1) * area.height()
        left, right = np.broadcast_to(xs[:-1], ys[:, 1:].shape), np.broadcast_to(xs[1:], ys[:, 1:].shape)
        ends = np.stack([left, ys[:, :-1], right, ys[:, 1:]], axis=-1).reshape(-1, 4)
        return ends[np.isfinite(ends).all(axis=1)]

    def _paint_axes(self, painter: QPainter) -> None:
        colors, area, metrics = chart_colors(self.palette()), self._area(), self.fontMetrics()
        room = area.width() / max(1, len(self._axes) - 1)
        for number, (axis, x) in enumerate(zip(self._axes, self._xs(), strict=True)):
            is_at = self.hasFocus() and number == self._at
            painter.setPen(colors.text if is_at else colors.muted)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            width = min(room, 2 * _MARGIN_X) if len(self._axes) > 1 else area.width()
            name = metrics.elidedText(axis.name, Qt.TextElideMode.ElideRight, int(width))
            painter.setPen(colors.text)
            self._centred(painter, name, x, metrics.height())
            painter.setPen(colors.muted)
            self._centred(painter, metrics.elidedText(axis.high, Qt.TextElideMode.ElideRight, int(width)), x, _TOP - 4)
            low = metrics.elidedText(axis.low, Qt.TextElideMode.ElideRight, int(width))
            self._centred(painter, low, x, self.height() - 6)
            if axis.name in self._brushes:
                bottom, top = (area.bottom() - each * area.height() for each in self._brushes[axis.name])
                painter.fillRect(QRectF(x - 4, top, 8, bottom - top), colors.accent)

    def _centred(self, painter: QPainter, text: str, x: float, baseline: float) -> None:
        width = self.fontMetrics().horizontalAdvance(text)
        left = min(max(0.0, x - width / 2), self.width() - width)
        painter.drawText(QPointF(left, baseline), text)

    def minimumSizeHint(self) -> QSize:
        """Give the room of some axes."""
        return QSize(200, 120)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "An axis for each setting and the result at the right; each trial is a line, the better the stronger. Drag "
            "along an axis to keep the trials in that stretch, here and in the table; a click on it takes that back. "
            "Keys: Left and Right choose an axis, Up and Down its halves, Esc takes all back."
        )
        describe(self, self.tr("Trials, setting by setting"), about)

    def restyle(self) -> None:
        """Take the colours of the moment."""
        self._is_new = self._is_brushed_anew = True
        self.update()


def _drawn(axes: tuple[Axis, ...]) -> np.ndarray:
    """Return the numbers of the trials to draw, the best last."""
    scores = axes[-1].places if axes else np.empty(0)
    order = np.argsort(np.nan_to_num(scores, nan=-1.0), kind="stable")
    if len(order) <= MOST_LINES:
        return order
    best, others = order[-MOST_LINES // 2 :], order[: -MOST_LINES // 2]
    return np.concatenate([others[np.linspace(0, len(others) - 1, MOST_LINES // 2).astype(int)], best])
