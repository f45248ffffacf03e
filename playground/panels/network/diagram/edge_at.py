"""Which of the edges that are drawn is meant by a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.panels.network.diagram.edges import anchors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from playground.panels.network.diagram.edges import Fan
    from playground.panels.network.diagram.layout import Block

_REACH = 5.0  # px from a line at which it is still meant
_POINTED = 3.0  # px: the width of its line


class Edge(NamedTuple):
    """One edge: the gap between two columns, counted from the left, and the neurons at its ends."""

    gap: int
    source: int
    target: int


def edge_at(blocks: Sequence[Block], fans: Sequence[Fan], x: float, y: float) -> Edge | None:
    """Return the edge nearest to a point, the strongest of equally near ones; None where none is near."""
    best, found = _REACH, None
    for fan in fans:
        if not len(fan.edges.weights):
            continue
        distances = _distances(_ends(blocks, fan), x, y)
        nearest = len(distances) - 1 - int(np.argmin(distances[::-1]))  # the last is painted above the others
        if distances[nearest] < best:
            best = float(distances[nearest])
            found = Edge(fan.gap, int(fan.edges.sources[nearest]), int(fan.edges.targets[nearest]))
    return found


def line_of(blocks: Sequence[Block], fans: Sequence[Fan], edge: Edge) -> QLineF | None:
    """Return where an edge is drawn, None where it is not."""
    for fan in fans:
        at = np.flatnonzero((fan.edges.sources == edge.source) & (fan.edges.targets == edge.target))
        if fan.gap == edge.gap and len(at):
            return QLineF(*_ends(blocks, fan)[at[0]].tolist())
    return None


def paint_pointed(painter: QPainter, line: QLineF, ink: QColor, color: QColor) -> None:
    """Draw the edge that is pointed at: its own colour with ink around it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in (QPen(ink, _POINTED + 2), QPen(color, _POINTED)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(line)


def _ends(blocks: Sequence[Block], fan: Fan) -> NDArray[np.floating]:
    x1, y1 = anchors(blocks[fan.gap], fan.edges.sources, True, fan.into_grids)
    x2, y2 = anchors(blocks[fan.gap + 1], fan.edges.targets, False, fan.into_grids)
    return np.column_stack((x1, y1, x2, y2))


def _distances(ends: NDArray[np.floating], x: float, y: float) -> NDArray[np.floating]:
    """Return how far a point is from each line, no further along than its ends."""
    start, way = ends[:, :2], ends[:, 2:] - ends[:, :2]
    to = np.array([x, y]) - start
    length = np.maximum((way * way).sum(1), 1e-9)
    share = np.clip((to * way).sum(1) / length, 0, 1)[:, np.newaxis]
    return np.hypot(*(to - share * way).T)
