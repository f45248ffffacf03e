"""The loss of a person's own network, over the iterations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from playground.widgets.look.colors import chart_colors
from playground.widgets.plot.axis import PlotAxis
from playground.widgets.plot.items import Grid, Line
from playground.widgets.plot.plot_view import PlotView
from playground.widgets.plot.pyqtgraph_setup import pg
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QWidget

_POINTS = 300  # of the line: each is the mean of as many iterations
_HEAD_ROOM = 1.08
_WIDEST_NUMBER = "0.00"


class LossCurve(PlotView):
    """Draws the losses that it is given, from 0 up."""

    spoken_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ownLossCurve")
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self._bottom, self._left = PlotAxis("bottom", smallest_step=1), PlotAxis("left")
        self.line = Line(width=1.5)
        self._grid = Grid(self._bottom, self._left)
        self._arrange()
        self.show_losses(())

    def _arrange(self) -> None:
        self._box.disableAutoRange()
        for axis in (self._bottom, self._left):
            axis.linkToView(self._box)
        for item in (self._grid, self.line):
            self._box.addItem(item, ignoreBounds=True)
        self.ci.addItem(self._left, 0, 0)
        self.ci.addItem(self._box, 0, 1)
        self.ci.addItem(self._bottom, 1, 1)
        self.ci.layout.setHorizontalSpacing(3)
        self.ci.layout.setVerticalSpacing(0)
        self.ci.setContentsMargins(2, 6, 12, 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

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
        self._box.setRange(xRange=(0, max(1, last)), yRange=(0, top), padding=0)
        self._box.updateMatrix()  # pyqtgraph tells its items of the new range while they still hold on to the old one
        for item in (self._grid, self.line):
            item.viewRangeChanged()

    def restyle(self, palette: QPalette) -> None:
        """Take the colours of a palette and the font of the moment."""
        colors = chart_colors(palette)
        self.setBackground(colors.background)
        for axis in (self._bottom, self._left):
            axis.restyle(colors, self.font())
        room = self.fontMetrics()
        self._left.setWidth(room.horizontalAdvance(_WIDEST_NUMBER) + room.height() + 14)
        self._grid.set_color(colors.grid)
        self.line.set_color(colors.network)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._bottom.setLabel(self.tr("iteration"))
        self._left.setLabel(self.tr("loss"))
        about = self.tr("The loss of each batch, as the loss of your network says; many iterations are one mean.")
        describe(self, self.tr("Loss of your network"), about)
