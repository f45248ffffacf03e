"""A picture of a matrix with two columns: each row a point, and the ellipse in which most of such points lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent

_SIDE = 150  # px
_LEAST, _MOST = 3, 500  # rows
_AIR = 1.2  # times the farthest point, or the end of the ellipse
_DOT = 3.5  # px, radius
_WIDTH = 2**0.5  # standard deviations that the ellipse is wide: four points lie on it


def can_be_seen(values: NDArray[np.generic]) -> bool:
    """Say whether a matrix is such a picture: two columns of finite numbers, and rows enough to make a cloud."""
    if values.ndim != 2 or values.shape[1] != 2 or not _LEAST <= len(values) <= _MOST or values.dtype.kind not in "fiu":
        return False
    return bool(np.isfinite(values).all()) and bool(np.ptp(values, axis=0).all())


class LessonScatter(QWidget):
    """Shows both columns on one scale, with 0 in the middle: a tilted, a long or a round cloud."""

    def __init__(self, values: NDArray[np.generic], name: str, parent: QWidget) -> None:
        super().__init__(parent, objectName="lessonScatter")
        self._points = np.asarray(values, np.float64)
        text = self.tr("Each row of {name} as a point: the first number to the right, the second upwards.")
        ellipse = self.tr("The ellipse has the widths of the cloud: round and upright when it is white.")
        describe(self, text.format(name=name or "x"), f"{text.format(name=name or 'x')} {ellipse}")
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Give a square."""
        return QSize(_SIDE, _SIDE)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axes through 0, the ellipse and the points."""
        colors, middle = chart_colors(self.palette()), QPointF(self.width() / 2, self.height() / 2)
        farthest = max(np.abs(self._points).max(), _WIDTH * self._points.std(axis=0).max())
        scale = self.width() / 2 / (_AIR * farthest)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colors.background)
            painter.setPen(QPen(colors.grid, 1.0))
            painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
            painter.translate(middle)
            painter.setPen(QPen(colors.muted, 1.2))
            painter.drawPath(self._ellipse(scale))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.network)
            for x, y in self._points * scale:
                painter.drawEllipse(QPointF(x, -y), _DOT, _DOT)

    def _ellipse(self, scale: float) -> QPainterPath:
        """Return the ellipse of the covariance, a circle that is pulled as wide as the cloud is and turned with it."""
        widths, turn = np.linalg.eigh(np.cov(self._points.T, bias=True))
        (a, b), (c, d) = (turn * np.sqrt(np.maximum(widths, 0)) * _WIDTH * scale).tolist()
        x, y = (self._points.mean(axis=0) * scale).tolist()
        circle = QPainterPath()
        circle.addEllipse(QPointF(0, 0), 1, 1)
        return QTransform(a, -c, b, -d, x, -y).map(circle)
