"""The playhead in a plot: an upright line of ink where all panels look, with a grip at its foot to drag it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPen, QPolygonF

from playground.widgets.plot.items import PlotItem, line_pen, on_device

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

_SIDE = 6  # px: half the width of the grip
_HEIGHT = 10  # px
NEAR = 6
"""px from the line at which a press takes hold of it."""


class PlayheadLine(PlotItem):
    """Stands at the iteration that is looked at: a fine line at the end for now, a thick one in the past.

    Attributes
    ----------
    at : float or None
        Where it stands; None where there is no past to look at.
    is_past : bool
        Whether that is not now.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(25)
        self.hide()
        self.at: float | None = None
        self.is_past = False
        self._thin, self._thick = QPen(), QPen()

    def set_color(self, ink: QColor, muted: QColor) -> None:
        """Take the colours of a theme: in the past, and for now."""
        self._ink, self._muted = ink, muted
        self._thin, self._thick = line_pen(muted, 1), line_pen(ink, 2)
        self.update()

    def stand_at(self, iteration: float | None, *, is_past: bool) -> None:
        """Move to an iteration, or go away."""
        if (iteration, is_past) != (self.at, self.is_past):
            self.at, self.is_past = iteration, is_past
            self.setVisible(iteration is not None)
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the line, then the grip in pixels."""
        area = self.boundingRect()
        if self.at is None or not area.left() <= self.at <= area.right():
            return
        painter.setPen(on_device(self._thick if self.is_past else self._thin, painter))
        painter.drawLine(QLineF(self.at, area.top(), self.at, area.bottom()))
        foot = painter.transform().map(QPointF(self.at, area.top()))
        painter.resetTransform()
        painter.setRenderHint(painter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink if self.is_past else self._muted)
        corners = (QPointF(-_SIDE, 0), QPointF(_SIDE, 0), QPointF(_SIDE, -_HEIGHT * 0.5), QPointF(0, -_HEIGHT))
        corners = (*corners, QPointF(-_SIDE, -_HEIGHT * 0.5))
        painter.drawPolygon(QPolygonF([foot + corner for corner in corners]))
