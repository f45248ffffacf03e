"""Ways down a surface: contours, a trail for each optimizer, and a start that can be dragged."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nn.races.paths import way
from playground.panels.races.palette import contestant_color
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.fonts import smaller
from playground.widgets.look.hint import paint_hint
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from nn.races.experiment import Paths
    from nn.races.paths import Numbers

_SIDE = 160
_STEP = 0.25
_DASH, _GAP = 18.0, 12.0
_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class PathsBoard(QWidget):
    """Paints a surface from above; each way begins at the start, which the mouse or the arrow keys move."""

    start_moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="racePaths", focusPolicy=Qt.FocusPolicy.StrongFocus)
        self._paths: Paths | None = None
        self._ways: dict[str, Numbers] = {}
        self._shown = 0
        self._ground: tuple[object, QImage] | None = None
        self._pointer: QPointF | None = None
        self._is_dragged = False
        self.setMouseTracking(True)
        self.setMinimumSize(160, 140)

    def sizeHint(self) -> QSize:
        """Give a size at which trails can be told apart."""
        return QSize(420, 360)

    def show_paths(self, paths: Paths, *, with_ways: bool, steps: int) -> None:
        """Show a surface; the ways of all optimizers, so many steps of them, once they were let go."""
        if paths != self._paths or bool(self._ways) != with_ways:
            self._ways = {}
            if with_ways:
                walkers = paths.walkers
                self._ways = {each.name: way(paths.surface, each, paths.start, paths.steps) for each in walkers}
        self._paths, self._shown = paths, steps
        self._describe()
        self.update()

    @property
    def ways(self) -> dict[str, Numbers]:
        """The points of each way."""
        return dict(self._ways)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._describe()

    def _describe(self) -> None:
        about = self.tr(
            "The surface from above: a band is a height. Each line is the way of one optimizer, a dot an update. "
            "Drag the start, or move it with the arrow keys."
        )
        describe(self, self.tr("Ways down the surface"), about)
        text = self.tr("{name}: ({x:.4g}, {y:.4g})")
        lines = [
            text.format(name=name, x=points[self._last(points)][0], y=points[self._last(points)][1])
            for name, points in self._ways.items()
        ]
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip("")  # the numbers under the pointer are told instead

    # ---- where things are

    def _room(self) -> QRectF:
        line = QFontMetricsF(smaller(self.font())).height()
        return QRectF(self.rect()).adjusted(4, 2, -4, -line * len(self._names()) - 4)

    def _names(self) -> list[list[tuple[int, str]]]:
        """Return the place and name of each way, in as many lines as they take."""
        metrics, wide = QFontMetricsF(smaller(self.font())), 0.0
        lines: list[list[tuple[int, str]]] = [[]]
        for place, name in enumerate(self._ways):
            own = _DASH + metrics.horizontalAdvance(name) + _GAP
            if lines[-1] and wide + own > self.width() - 8:
                lines.append([])
                wide = 0.0
            lines[-1].append((place, name))
            wide += own
        return lines

    def _on_screen(self, x: float, y: float) -> QPointF:
        assert self._paths is not None
        left, right, bottom, top = self._paths.surface.area
        room = self._room()
        across, up = (x - left) / (right - left), (y - bottom) / (top - bottom)
        far = 3.0  # who leaves the picture is not painted light years away
        across, up = (min(max(each, -far), 1 + far) if math.isfinite(each) else far for each in (across, up))
        return QPointF(room.left() + across * room.width(), room.bottom() - up * room.height())

    def _on_surface(self, spot: QPointF) -> tuple[float, float]:
        assert self._paths is not None
        left, right, bottom, top = self._paths.surface.area
        room = self._room()
        x = left + (spot.x() - room.left()) / room.width() * (right - left)
        y = bottom + (room.bottom() - spot.y()) / room.height() * (top - bottom)
        return round(min(max(x, left), right), 2), round(min(max(y, bottom), top), 2)

    def _last(self, points: Numbers) -> int:
        return min(self._shown, len(points) - 1)

    # ---- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the start."""
        if self._paths is not None and event.button() == Qt.MouseButton.LeftButton:
            near = event.position() - self._on_screen(*self._paths.start)
            self._is_dragged = near.manhattanLength() < 24

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the start, or tell the step under the pointer."""
        self._pointer = event.position()
        if self._is_dragged:
            self.start_moved.emit(*self._on_surface(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the start go."""
        self._is_dragged = False

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more."""
        self._pointer = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the start with the arrow keys."""
        move = _KEYS.get(Qt.Key(event.key()))
        if move is None or self._paths is None or event.modifiers():
            super().keyPressEvent(event)
            return
        x, y = self._paths.start
        left, right, bottom, top = self._paths.surface.area
        x, y = x + move[0] * _STEP, y + move[1] * _STEP
        self.start_moved.emit(min(max(x, left), right), min(max(y, bottom), top))

    # ---- painting

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, the ways and the start."""
        if self._paths is None:
            return
        colors = chart_colors(self.palette())
        with QPainter(self) as painter:
            painter.setFont(smaller(self.font()))
            room = self._room()
            painter.drawImage(room, self._ground_image())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(room)
            for place, points in enumerate(self._ways.values()):
                self._paint_way(painter, points, contestant_color(place, self.palette()))
            spot = self._on_screen(*self._paths.start)
            painter.setPen(QPen(colors.text, 2))
            painter.setBrush(colors.background)
            painter.drawEllipse(spot, 6, 6)
            painter.setClipping(False)
            self._paint_names(painter, room)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colors.text, 2))
                painter.drawRect(room.adjusted(1, 1, -1, -1))
            self._paint_hint(painter)

    def _paint_way(self, painter: QPainter, points: Numbers, color: QColor) -> None:
        shown = points[: self._last(points) + 1]
        spots = [self._on_screen(x, y) for x, y in shown.tolist()]
        painter.setPen(QPen(color, 2))
        painter.drawPolyline(QPolygonF(spots))
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        for spot in spots:
            painter.drawEllipse(spot, 2.5, 2.5)

    def _paint_names(self, painter: QPainter, room: QRectF) -> None:
        """Write the names in a line below, each in its colour behind a piece of its line."""
        metrics, colors = QFontMetricsF(painter.font()), chart_colors(self.palette())
        for row, names in enumerate(self._names()):
            x, y = room.left(), room.bottom() + row * metrics.height() + metrics.ascent() + 3
            for place, name in names:
                painter.setPen(QPen(contestant_color(place, self.palette()), 3))
                painter.drawLine(QPointF(x, y - 4), QPointF(x + _DASH - 4, y - 4))
                painter.setPen(colors.text)
                painter.drawText(QPointF(x + _DASH, y), name)
                x += _DASH + metrics.horizontalAdvance(name) + _GAP

    def _ground_image(self) -> QImage:
        """Return the surface in bands: each is a height half as large again as the one below it."""
        assert self._paths is not None
        colors = chart_colors(self.palette())
        key = (self._paths.valley, colors)
        if self._ground is not None and self._ground[0] == key:
            return self._ground[1]
        surface = self._paths.surface
        left, right, bottom, top = surface.area
        x, y = np.meshgrid(np.linspace(left, right, _SIDE), np.linspace(top, bottom, _SIDE))
        heights = surface.height(x, y)
        above = heights - heights.min()
        bands = np.floor(np.log(above / 0.05 + 1) / np.log(1.8)).astype(int)
        shades = [
            blend(colors.background, colors.muted, 0.05 + 0.05 * (band % 2) + 0.022 * band).rgb() for band in range(40)
        ]
        table = np.array(shades, np.uint32)
        pixels = np.ascontiguousarray(table[np.clip(bands, 0, 39)])
        image = QImage(pixels.tobytes(), _SIDE, _SIDE, 4 * _SIDE, QImage.Format.Format_RGB32).copy()
        self._ground = (key, image)
        return image

    def _paint_hint(self, painter: QPainter) -> None:
        if self._pointer is None or self._paths is None or self._is_dragged:
            return
        nearest: tuple[float, str, int, float, float] | None = None
        for name, points in self._ways.items():
            for step, (x, y) in enumerate(points[: self._last(points) + 1].tolist()):
                away = self._on_screen(x, y) - self._pointer
                far = math.hypot(away.x(), away.y())
                if far < 10 and (nearest is None or far < nearest[0]):
                    nearest = (far, name, step, x, y)
        if nearest is None:
            return
        _, name, step, x, y = nearest
        height = float(self._paths.surface.height(x, y))
        lines = [
            name,
            self.tr("after {step} updates: ({x:.5g}, {y:.5g})").format(step=step, x=x, y=y),
            self.tr("height {height:.4g}").format(height=height),
        ]
        spot = self._on_screen(x, y)
        paint_hint(painter, lines, QRectF(spot.x() - 3, spot.y() - 3, 6, 6), self.rect(), self.palette())
