"""The band around a mean: how far several runs lie apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from playground.widgets.look.colors import blend
from playground.widgets.plot.items import PlotItem

_STRENGTH = 0.22  # share of the line's colour in its band


class Band(PlotItem):
    """The area between two lines over the same places."""

    def __init__(self) -> None:
        super().__init__()
        self._color = QColor()
        self._pieces: list[QPolygonF] = []

    def set_color(self, line: QColor, ground: QColor) -> None:
        """Take the colours of a theme: of the line in the middle, and of the chart."""
        self._color = blend(ground, line, _STRENGTH)
        self.update()

    def set_edges(self, x: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
        """Fill between two lines, with a gap where either is no number; nothing where they are one."""
        self._pieces = []
        known = np.isfinite(low) & np.isfinite(high)
        if len(x) and (high > low)[known].any():
            bounds = np.flatnonzero(np.diff(known, prepend=False, append=False)).tolist()
            for start, end in zip(bounds[::2], bounds[1::2], strict=True):
                there, back = slice(start, end), slice(end - 1, None if start == 0 else start - 1, -1)
                xs, ys = np.concatenate([x[there], x[back]]), np.concatenate([high[there], low[back]])
                self._pieces.append(QPolygonF([QPointF(*point) for point in zip(xs, ys, strict=True)]))
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Fill the pieces."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        for piece in self._pieces:
            painter.drawPolygon(piece)
