"""The strongest edges of a network as a picture that is painted once for many frames."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nn.inspection.edges import Edges, shares, strongest
from playground.panels.network.diagram.edges import Fan, can_be_wide, paint_edges
from playground.widgets.look.heat import heat_limit
from playground.widgets.picture.painted import picture_for
from playground.widgets.refreshing import READABLE_S, Refreshing

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

    from playground.panels.network.diagram.layout import Block

    Weights = tuple[NDArray[np.floating] | None, ...]

_FEWEST, _MOST = 20, 1000
_ALL, _USUAL = 420, 240  # all edges of a small network are drawn, of others the usual number
_DIMMED = 0.22  # strength of the edges while a neuron shows its own


class EdgePicture(Refreshing, QObject):
    """Chooses edges and paints them once for many frames.

    Signals
    -------
    grew_old
        The picture should be asked for again.
    """

    least_gap = 2 * READABLE_S  # single lines that come and go more often can be seen but not followed
    grew_old = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.weights: Weights = ()
        """Between each column and the next; None shows no edges there. Their owner may change them in place."""
        self._blocks: tuple[Block, ...] = ()
        self._budget: int | None = None  # the usual number
        self._edges: list[Edges | None] = []
        self._picture: QPixmap | None = None
        self._dimmed: QPixmap | None = None

    def shown_in(self) -> QWidget:
        """Return what shows the picture."""
        return self._view

    def forget(self, gaps: int) -> None:
        """Show no edges in so many gaps between columns, until there are weights for them."""
        self.weights, self._edges, self._picture = (None,) * gaps, [], None

    def lay_over(self, blocks: Sequence[Block]) -> None:
        """Go from and to columns in other places."""
        self._blocks = tuple(blocks)
        self._picture = None
        self.grew_old.emit()

    def show_weights(self, weights: Weights) -> None:
        """Show other weights, or the same ones with other numbers."""
        self.weights = weights
        self.out_of_date()

    def refresh(self) -> None:
        """Choose the edges anew."""
        counts = shares([0 if weights is None else weights.size for weights in self.weights], self.count)
        self._edges = [
            None if weights is None else strongest(weights, count)
            for weights, count in zip(self.weights, counts, strict=True)
        ]
        self._picture = None
        self.grew_old.emit()

    def set_budget(self, count: int) -> None:
        """Draw so many edges, at once: a person moves a slider."""
        self._budget = count
        self.refresh()

    @property
    def count(self) -> int:
        """How many edges are drawn."""
        usual = self.total if self.total <= _ALL else _USUAL
        return min(usual if self._budget is None else self._budget, self.total)

    @property
    def total(self) -> int:
        """How many edges there are; into feature maps none: their weights are in filters."""
        pairs = ((one.shape, other.shape) for one, other in pairwise(self._blocks))
        return sum(one.count * other.count for one, other in pairs if other.tile is None)

    @property
    def limits(self) -> tuple[int, int]:
        """The fewest and the most edges that may be asked for."""
        return min(_FEWEST, self.total), min(_MOST, self.total)

    @property
    def fans(self) -> list[Fan]:
        """The edges that are drawn, gap by gap."""
        return [Fan(gap, edges, into_grids=False) for gap, edges in enumerate(self._edges) if edges is not None]

    def drawn(self) -> QPixmap:
        """Give the picture, opaque, on the colour of the window."""
        if self._picture is None:
            self._picture = picture_for(self._view, self._paint, self._view.palette().window().color())
            self._dimmed = None
        return self._picture

    def dimmed(self) -> QPixmap:
        """Give the same picture, faint."""
        edges = self.drawn()
        if self._dimmed is None:
            paint = partial(_paint_dimmed, edges)
            self._dimmed = picture_for(self._view, paint, self._view.palette().window().color())
        return self._dimmed

    def _paint(self, painter: QPainter) -> None:
        wide = can_be_wide([len(edges.weights) for edges in self._edges if edges is not None])
        for edges, gap in zip(self._edges, pairwise(self._blocks), strict=False):
            if edges is not None:
                paint_edges(painter, edges, gap, heat_limit(edges.weights), self._view.palette(), wide)


def _paint_dimmed(picture: QPixmap, painter: QPainter) -> None:
    painter.setOpacity(_DIMMED)
    painter.drawPixmap(0, 0, picture)
