"""The loss of a person's own network, over the iterations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMargins, QSize, Qt

from playground.widgets.look.colors import chart_colors
from playground.widgets.plot.axis import PlotAxis
from playground.widgets.plot.chart import SinglePlot
from playground.widgets.plot.items import Line
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QWidget

_POINTS = 300  # of the line: each is the mean of as many iterations
_HEAD_ROOM = 1.08
_WIDEST_NUMBER = "0.00"
_MARGINS = QMargins(2, 6, 12, 2)


class LossCurve(SinglePlot):
    """Draws the losses that it is given, from 0 up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PlotAxis("left"), PlotAxis("bottom", smallest_step=1), _MARGINS, parent)
        self.setObjectName("ownLossCurve")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.line = Line(width=1.5)
        self.plot.add(self.line)
        self.show_losses(())

    def sizeHint(self) -> QSize:
        """Give a size in which a fall can be seen."""
        return QSize(260, 170)

    def minimumSizeHint(self) -> QSize:
        """Give the least size."""
        return QSize(140, 100)

    def show_losses(self, losses: Sequence[float], last: int = 1) -> None:
        """Draw the losses of iterations from the first on.

        Parameters
        ----------
        losses : sequence of float
        last : int
            The iteration at which the axis ends.
        """
        y = np.asarray(losses, float)
        per = -(-len(y) // _POINTS) or 1
        starts = np.arange(0, len(y), per)
        means = np.add.reduceat(y, starts) / np.diff([*starts, len(y)]) if len(y) else y
        x = starts + (np.diff([*starts, len(y)]) + 1) / 2 if len(y) else y
        self.line.set_points(x, means)
        finite = means[np.isfinite(means)]
        top = _HEAD_ROOM * float(finite.max()) if finite.size and finite.max() > 0 else 1.0
        self.plot.set_ranges((0.0, float(max(1, last))), (0.0, top))

    def restyle(self, palette: QPalette) -> None:
        """Take the colours of a palette and the font of the moment."""
        colors = chart_colors(palette)
        room = self.fontMetrics()
        self.plot.bottom.restyle(colors, self.font())
        self.plot.left.restyle(colors, self.font(), room.horizontalAdvance(_WIDEST_NUMBER) + room.height() + 14)
        self.plot.grid.set_color(colors.grid)
        self.line.set_color(colors.network)
        self.set_ground(colors.background)
        self.arrange()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.plot.bottom.title = self.tr("iteration")
        self.plot.left.title = self.tr("loss")
        self.arrange()
        about = self.tr("The loss of each batch, as the loss of your network says; many iterations are one mean.")
        describe(self, self.tr("Loss of your network"), about)
