"""Samples as points of a plane, coloured; a point that is clicked is the sample that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip

from playground.panels.evaluation.frame import FramedChart
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import bold
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from nn.evaluation.component_map import ComponentMap

_MARGIN = 0.06  # of the span, around the points
_REACH = 12.0  # px: how far beside a point a click may be


@dataclass(frozen=True, eq=False)
class Group:
    """Points of one colour, and the word that stands among them."""

    name: str
    color: QColor
    places: NDArray[np.int64]
    is_crossed: bool = False


class MapChart(FramedChart):
    """The first component to the right, the second one upwards."""

    point_chosen = Signal(int)
    """Row of a sample."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._map: ComponentMap | None = None
        self._groups: tuple[Group, ...] = ()
        self._row = -1
        self._painted: QPixmap | None = None
        self.tell: Callable[[int], str] = str
        """Says what there is to say of a row that is pointed at."""
        super().__init__("sampleMap", parent)

    def show_map(self, shown: ComponentMap | None, groups: tuple[Group, ...], row: int) -> None:
        """Show other points, and a ring around one sample."""
        self._groups, self._row = groups, row
        self._map, self._painted = shown, None
        if shown is not None and len(shown.points):
            self.across, self.upwards = (_span(shown.points[:, axis]) for axis in range(2))
        self.update()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The points by colour."""
        return self._groups

    def choose(self, row: int) -> None:
        """Put the ring around another sample."""
        if row != self._row:
            self._row = row
            self.update()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "A point a sample: where the values of the layer put it. Samples that lie close together are alike to the "
            "layer, as far as two directions can tell. A click, or the arrow keys, look at a sample."
        )
        describe(self, self.tr("Map of the samples"), about)
        self.update()

    def restyle(self) -> None:
        """Paint the points anew."""
        self._painted = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the points anew in the new room."""
        super().resizeEvent(event)
        self._painted = None

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards; one sentence where nothing varies."""
        if self._is_one_point():
            is_any = self._map is not None and len(self._map.rows)
            alike, lost = self.tr("to this layer all samples are the same"), self.tr("its values are no numbers")
            return alike if is_any else lost, ""
        shares = ("", "") if self._map is None else tuple(map(share_text, self._map.shares))
        across, upwards = self.tr("component 1: {share} of the variance"), self.tr("component 2: {share}")
        return across.format(share=shares[0]), upwards.format(share=shares[1])

    def _is_one_point(self) -> bool:
        return self._map is not None and bool(np.isnan(self._map.shares).any())

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        """Draw the points, kept as a picture, and the ring."""
        if self._map is None:
            return
        if self._painted is None:
            self._painted = self._picture()
        painter.drawPixmap(QPointF(0, 0), self._painted)
        at = np.flatnonzero(self._map.rows == self._row)
        if at.size:
            point = self.place(*self._map.points[at[0]].tolist())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, wide in ((chart_colors(self.palette()).background, 4.0), (self.palette().text().color(), 2.0)):
                painter.setPen(QPen(color, wide))
                painter.drawEllipse(point, 7, 7)

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        x, y = self._pixels()
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for group in self._groups:
                self._draw_points(painter, group, x, y)
            if not self._is_one_point():  # all names would stand upon each other
                self._draw_words(painter, x, y)
        return picture

    def _pixels(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where all points are."""
        assert self._map is not None
        room, points = self.room(), self._map.points
        (left, right), (low, high) = self.across, self.upwards
        x = room.left() + (points[:, 0] - left) / ((right - left) or 1) * room.width()
        y = room.bottom() - (points[:, 1] - low) / ((high - low) or 1) * room.height()
        return x, y

    @staticmethod
    def _draw_points(painter: QPainter, group: Group, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        points = [QPointF(*each) for each in zip(x[group.places].tolist(), y[group.places].tolist(), strict=True)]
        pen = QPen(group.color, 1.8 if group.is_crossed else 4.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if not group.is_crossed:
            painter.drawPoints(points)
            return
        for point in points:
            for turn in (1, -1):
                painter.drawLine(point + QPointF(-3, -3 * turn), point + QPointF(3, 3 * turn))

    def _draw_words(self, painter: QPainter, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Write each group's name where the middle of its points is: colour is not all that tells them apart.

        Crosses are everywhere: what they are stands in a corner.
        """
        font = bold(self.font())
        metrics, ground = QFontMetricsF(font), QColor(chart_colors(self.palette()).background)
        ground.setAlphaF(0.8)
        painter.setFont(font)
        for group in self._groups:
            if not len(group.places) or not group.name:
                continue
            wide = metrics.horizontalAdvance(group.name) + 6
            centre = QPointF(float(np.median(x[group.places])), float(np.median(y[group.places])))
            if group.is_crossed:
                centre = self.room().topLeft() + QPointF(wide / 2 + 4, metrics.height() / 2 + 4)
            box = QRectF(centre.x() - wide / 2, centre.y() - metrics.height() / 2, wide, metrics.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(group.color)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, group.name)

    # ---- what a person does

    def _row_at(self, position: QPointF) -> int:
        """Return the sample that is nearest to a place, -1 where none is near."""
        if self._map is None or not len(self._map.rows):
            return -1
        x, y = self._pixels()
        away = np.hypot(x - position.x(), y - position.y())
        nearest = int(away.argmin())
        return int(self._map.rows[nearest]) if away[nearest] <= _REACH else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point that is clicked."""
        row = self._row_at(event.position())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.point_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next point in the direction of an arrow key."""
        axes = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Down: (1, -1), Qt.Key.Key_Up: (1, 1)}
        if event.key() not in axes or self._map is None or not len(self._map.rows):
            super().keyPressEvent(event)
            return
        axis, step = axes[Qt.Key(event.key())]
        order = np.argsort(self._map.points[:, axis], kind="stable")
        at = np.flatnonzero(self._map.rows[order] == self._row)
        place = min(max(int(at[0]) + step, 0), len(order) - 1) if at.size else 0
        self.point_chosen.emit(int(self._map.rows[order[place]]))

    def event(self, event: QEvent) -> bool:
        """Tell which sample is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            if row >= 0:
                QToolTip.showText(event.globalPos(), self.tell(row), self)
                return True
        return super().event(event)


def _span(values: NDArray[np.floating]) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    air = _MARGIN * (high - low) or 1.0
    return low - air, high + air
