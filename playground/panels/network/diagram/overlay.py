"""What is painted over a network while a neuron is pointed at: its edges and a ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from nn.inspection.edges import Edges, incoming, outgoing
from playground.panels.network.diagram.cells import grid_image, paint_grid_image
from playground.panels.network.diagram.edges import can_be_wide, paint_edges
from playground.widgets.look.heat import heat_limit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from nn.inspection.columns import Place
    from playground.panels.network.diagram.layout import Block

    Weights = Sequence[NDArray[np.floating] | None]

_LIT_EDGES = 80  # of each side: more would be a fan in which no line is seen, and cost more than a frame


def paint_lit(painter: QPainter, blocks: Sequence[Block], weights: Weights, place: Place, palette: QPalette) -> None:
    """Paint a neuron's own edges; where its inputs are a picture, paint the weights over the picture."""
    column, index = place
    into = weights[column - 1] if column > 0 else None
    out = weights[column] if column < len(weights) else None
    if out is not None:
        edges = outgoing(out, index, _LIT_EDGES)
        _paint(painter, edges, blocks[column], blocks[column + 1], palette, into_grids=True)
    if into is None:
        return
    has_picture = blocks[column - 1].shape.picture is not None
    if has_picture:
        column_weights = into[:, index]
        image = grid_image(blocks[column - 1], column_weights, heat_limit(column_weights), palette)
        paint_grid_image(painter, blocks[column - 1], image)
    edges = incoming(into, index, _LIT_EDGES)
    _paint(painter, edges, blocks[column - 1], blocks[column], palette, into_grids=not has_picture)


def paint_ring(painter: QPainter, block: Block, index: int, palette: QPalette, width: float) -> None:
    """Draw a ring around a neuron."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    cell = QRectF(*block.cell(index)).adjusted(-width / 2, -width / 2, width / 2, width / 2)
    radius = 0.0 if block.is_grid or block.shape.has_surfaces else cell.height() / 2
    painter.drawRoundedRect(cell, radius, radius)


def _paint(painter: QPainter, edges: Edges, left: Block, right: Block, palette: QPalette, into_grids: bool) -> None:
    there = edges.weights != 0  # a gradient of 0 is no edge
    edges = Edges(edges.sources[there], edges.targets[there], edges.weights[there])
    wide = can_be_wide([len(edges.weights)])
    paint_edges(painter, edges, (left, right), heat_limit(edges.weights), palette, wide, into_grids)
