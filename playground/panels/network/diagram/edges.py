"""Edges as they are drawn, coloured and sized by their weight: the strongest ones, and those of a neuron pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from nn.inspection.edges import Edges, incoming, outgoing
from playground.panels.network.diagram.cells import grid_image, paint_grid_image
from playground.widgets.look.heat import heat_limit, heat_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from nn.inspection.columns import Place
    from nn.inspection.edges import Edges
    from playground.panels.network.diagram.layout import Block

    Weights = Sequence[NDArray[np.floating] | None]

_LEVELS = 8  # colours of each sign: a pen is expensive to change, and the eye tells no more apart
_WIDE_EDGES = 420  # so many edges may be wider than a pixel: a wide line takes three times as long
_WIDE_IN_GAP = 64
_THINNEST, _WIDEST = 0.6, 4.0  # px
_CROWD = 25  # edges between two columns; the strongest of more are thinner, else they hide each other
_FAINTEST = 0.16  # share of the full colour that the weakest edge keeps, to be seen at all


def paint_edges(
    painter: QPainter,
    edges: Edges,
    blocks: tuple[Block, Block],
    limit: float,
    palette: QPalette,
    wide: bool,
    into_grids: bool = False,
) -> None:
    """Draw edges from the right side of one column's cells to the left side of another's.

    Parameters
    ----------
    limit : float
        The size of weight that is drawn in full colour and width.
    wide : bool
        Whether lines are as wide as their weight is strong; else they are a pixel wide, which is quick.
    into_grids : bool
        Whether lines reach into grids to the very cell; else they end at the grid's side.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    levels = _levels(edges.weights, limit)
    x1, y1 = anchors(blocks[0], edges.sources, True, into_grids)
    x2, y2 = anchors(blocks[1], edges.targets, False, into_grids)
    ends = np.column_stack((x1, y1, x2, y2))
    colors, widest = heat_table(palette), _widest(len(levels)) if wide else 1.0
    for level in sorted(set(levels.tolist()), key=abs):
        painter.setPen(_pen(level, colors, widest))
        painter.drawLines([QLineF(*end) for end in ends[levels == level].tolist()])


def can_be_wide(counts: Sequence[int]) -> bool:
    """Say whether so many edges in each gap can be drawn as wide lines in a frame."""
    return sum(counts) <= _WIDE_EDGES and max(counts, default=0) <= _WIDE_IN_GAP


def anchors(
    block: Block, indices: NDArray[np.intp], on_right: bool, into_grids: bool
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Give the points in px where edges meet neurons: a side of the neuron, or a side of the whole grid."""
    cells = _cells(block, indices)
    rows, columns = np.divmod(cells, block.per_row)
    y = block.top + (rows + 0.5) * block.pitch_y
    if block.is_grid and not into_grids:
        return np.full(len(indices), block.left + (block.per_row * block.pitch_x if on_right else 0.0)), y
    middle = block.left + (columns + 0.5) * block.pitch_x
    return middle + (block.cell_width / 2 if on_right else -block.cell_width / 2), y


def _cells(block: Block, indices: NDArray[np.intp]) -> NDArray[np.intp]:
    """Give the cells of neurons; edges of those without any end at the lower edge of the column."""
    if not block.shape.order:
        return indices
    below = block.rows * block.per_row - 1
    return np.array([min(block.shape.cell_of(index), below) for index in indices.tolist()], np.intp)


def _levels(weights: NDArray[np.floating], limit: float) -> NDArray[np.int_]:
    """Give each weight its pen: 0 to `_LEVELS` by size with the weight's sign, one more for what is not finite."""
    least = float(np.finfo(weights.dtype).tiny)
    shades = np.clip(np.nan_to_num(weights / max(limit, least), nan=0.0, posinf=1.0, neginf=-1.0), -1, 1)
    levels = (np.ceil(np.abs(shades) * _LEVELS) * np.sign(shades)).astype(int)
    levels[~np.isfinite(weights)] = _LEVELS + 1
    return levels


def _widest(count: int) -> float:
    """Give the width of the strongest of so many edges, in px."""
    return _WIDEST * min(1.0, _CROWD / max(count, 1))


def _pen(level: int, colors: NDArray[np.uint32], widest: float) -> QPen:
    """Give the pen of a level; it is a pixel wide unless `widest` is more."""
    strength = min(abs(level) / _LEVELS, 1.0)
    middle = len(colors) // 2 - 1  # the last colour is that of what is not finite
    shade = round((_FAINTEST + (1 - _FAINTEST) * strength) * middle) if level else round(_FAINTEST / 4 * middle)
    color = colors[-1] if level > _LEVELS else colors[middle + (shade if level >= 0 else -shade)]
    pen = QPen(QColor(int(color)), _THINNEST + (widest - _THINNEST) * strength if widest > 1 else 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


_LIT_EDGES = 80  # of each side: more would be a fan in which no line is seen, and cost more than a frame


class Fan(NamedTuple):
    """Edges across one gap, and whether their lines reach into grids to the very cell."""

    gap: int
    edges: Edges
    into_grids: bool


def fans_of(blocks: Sequence[Block], weights: Weights, place: Place) -> list[Fan]:
    """Return the edges that a neuron shows as its own: those out of it, then those into it."""
    column, index = place
    into = weights[column - 1] if column > 0 else None
    out = weights[column] if column < len(weights) else None
    fans = [] if out is None else [Fan(column, outgoing(out, index, _LIT_EDGES), into_grids=True)]
    if into is not None:
        has_picture = blocks[column - 1].shape.picture is not None
        fans.append(Fan(column - 1, incoming(into, index, _LIT_EDGES), into_grids=not has_picture))
    return fans


def paint_lit(painter: QPainter, blocks: Sequence[Block], weights: Weights, place: Place, palette: QPalette) -> None:
    """Paint a neuron's own edges; where its inputs are a picture, paint the weights over the picture."""
    for gap, edges, into_grids in fans_of(blocks, weights, place):
        left, right = blocks[gap], blocks[gap + 1]
        if left.shape.picture is not None and gap == place.column - 1:
            own = weights[gap][:, place.index]
            paint_grid_image(painter, left, grid_image(left, own, heat_limit(own), palette))
        _paint(painter, edges, left, right, palette, into_grids)


def paint_ring(painter: QPainter, block: Block, index: int, palette: QPalette, width: float) -> None:
    """Draw a ring around a neuron."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if block.shape.cell_of(index) >= block.shape.cells:
        return  # it has no cell of its own
    cell = QRectF(*block.cell(index)).adjusted(-width / 2, -width / 2, width / 2, width / 2)
    radius = 0.0 if block.is_grid or block.shape.has_surfaces else cell.height() / 2
    painter.drawRoundedRect(cell, radius, radius)


def _paint(painter: QPainter, edges: Edges, left: Block, right: Block, palette: QPalette, into_grids: bool) -> None:
    there = edges.weights != 0  # a gradient of 0 is no edge
    edges = Edges(edges.sources[there], edges.targets[there], edges.weights[there])
    wide = can_be_wide([len(edges.weights)])
    paint_edges(painter, edges, (left, right), heat_limit(edges.weights), palette, wide, into_grids)
