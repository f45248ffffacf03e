"""Which edges of a network are drawn, and how: the strongest ones, coloured and sized by their weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.widgets.heat import heat_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from playground.widgets.network_layout import Block

_SAMPLE = 20_000  # weights that are looked at to guess where the strongest begin
_LEVELS = 8  # colours of each sign: a pen is expensive to change, and the eye tells no more apart
_FINE_EDGES = 420  # up to so many edges are wide and smooth; more of them would take too long
_THINNEST, _WIDEST = 0.6, 4.0  # px
_CROWD = 25  # edges between two columns; the strongest of more are thinner, else they hide each other
_FAINTEST = 0.16  # share of the full colour that the weakest edge keeps, to be seen at all


class Edges(NamedTuple):
    """Edges between two columns, the weakest first.

    Attributes
    ----------
    sources, targets : ndarray of int, shape (E,)
        Neurons of the left and of the right column.
    weights : ndarray, shape (E,)
    """

    sources: NDArray[np.intp]
    targets: NDArray[np.intp]
    weights: NDArray[np.floating]


def strongest(weights: NDArray[np.floating], count: int) -> Edges:
    """Choose the edges with the largest weights by size, exactly; NaN counts as the largest.

    Parameters
    ----------
    weights : ndarray, shape (D, M)
    count : int
        How many edges, at most.
    """
    sizes = np.abs(weights).reshape(-1)
    chosen = _largest(sizes, min(count, sizes.size))
    chosen = chosen[np.argsort(sizes[chosen], kind="stable")]
    sources, targets = np.divmod(chosen, weights.shape[1])
    return Edges(sources, targets, weights[sources, targets])


def incoming(weights: NDArray[np.floating], target: int, count: int) -> Edges:
    """Choose the strongest edges into a neuron of the right column."""
    edges = strongest(weights[:, target : target + 1], count)
    return edges._replace(targets=np.full_like(edges.targets, target))


def outgoing(weights: NDArray[np.floating], source: int, count: int) -> Edges:
    """Choose the strongest edges out of a neuron of the left column."""
    edges = strongest(weights[source : source + 1], count)
    return edges._replace(sources=np.full_like(edges.sources, source))


def shares(totals: Sequence[int], budget: int) -> list[int]:
    """Share a number of edges out among gaps between columns, equally as far as each has so many.

    Parameters
    ----------
    totals : sequence of int
        Edges of each gap.
    budget : int
        How many are to be drawn in all.
    """
    given = [0] * len(totals)
    by_size = sorted(range(len(totals)), key=lambda gap: totals[gap])
    for position, gap in enumerate(by_size):
        given[gap] = min(totals[gap], budget // (len(totals) - position))
        budget -= given[gap]
    return given


def paint_edges(
    painter: QPainter,
    edges: Edges,
    blocks: tuple[Block, Block],
    limit: float,
    palette: QPalette,
    fine: bool,
    into_grids: bool = False,
) -> None:
    """Draw edges from the right side of one column's cells to the left side of another's.

    Parameters
    ----------
    limit : float
        The size of weight that is drawn in full colour and width.
    fine : bool
        Whether lines are smooth and as wide as their weight is strong; many of them take long.
    into_grids : bool
        Whether lines reach into grids to the very cell; else they end at the grid's side.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
    levels = _levels(edges.weights, limit)
    x1, y1 = anchors(blocks[0], edges.sources, True, into_grids)
    x2, y2 = anchors(blocks[1], edges.targets, False, into_grids)
    table = _pens(palette, _widest(len(levels)) if fine else None)
    for level in sorted(set(levels.tolist()), key=lambda number: abs(number)):
        chosen = np.flatnonzero(levels == level)
        ends = zip(x1[chosen].tolist(), y1[chosen].tolist(), x2[chosen].tolist(), y2[chosen].tolist(), strict=True)
        painter.setPen(table[level])
        painter.drawLines([QLineF(*end) for end in ends])


def is_fine(count: int) -> bool:
    """Say whether so many edges can be drawn wide and smooth in a frame."""
    return count <= _FINE_EDGES


def anchors(
    block: Block, indices: NDArray[np.intp], on_right: bool, into_grids: bool
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Give the points in px where edges meet neurons: a side of the neuron, or a side of the whole grid."""
    rows, columns = np.divmod(indices, block.per_row)
    y = block.top + (rows + 0.5) * block.pitch_y
    if block.is_grid and not into_grids:
        return np.full(len(indices), block.left + (block.per_row * block.pitch_x if on_right else 0.0)), y
    middle = block.left + (columns + 0.5) * block.pitch_x
    return middle + (block.cell_width / 2 if on_right else -block.cell_width / 2), y


def _largest(sizes: NDArray[np.floating], count: int) -> NDArray[np.intp]:
    """Give where the `count` largest numbers are: a sample tells which to look at, as sorting all is slow."""
    if count <= 0:
        return np.empty(0, np.intp)
    if sizes.size > 4 * _SAMPLE and count < sizes.size // 8:
        step = sizes.size // _SAMPLE
        share = 1 - 2 * count / sizes.size - 0.002  # twice as many as are wanted, and some for the luck of the sample
        few = np.flatnonzero(~(sizes < np.quantile(sizes[::step], share)))
        if len(few) >= count:
            return few[_largest_of_few(sizes[few], count)]
    return _largest_of_few(sizes, count)


def _largest_of_few(sizes: NDArray[np.floating], count: int) -> NDArray[np.intp]:
    return np.argpartition(sizes, sizes.size - count)[sizes.size - count :]


def _levels(weights: NDArray[np.floating], limit: float) -> NDArray[np.int_]:
    """Give each weight its pen: 0 to `_LEVELS` by size with the weight's sign, one more for what is not finite."""
    least = float(np.finfo(weights.dtype).tiny)
    shades = np.clip(np.nan_to_num(weights / max(limit, least), nan=0.0, posinf=1.0, neginf=-1.0), -1, 1)
    levels = (np.ceil(np.abs(shades) * _LEVELS) * np.sign(shades)).astype(int)
    levels[~np.isfinite(weights)] = _LEVELS + 1
    return levels


def _widest(count: int) -> float:
    """Give the width of the strongest of so many edges, in px."""
    return max(_WIDEST * min(1.0, _CROWD / max(count, 1)), 2 * _THINNEST)


def _pens(palette: QPalette, widest: float | None) -> dict[int, QPen]:
    """Give a pen for each level; without a width all are a pixel wide."""
    levels = np.arange(-_LEVELS, _LEVELS + 1)
    strengths = np.sign(levels) * (_FAINTEST + (1 - _FAINTEST) * np.abs(levels) / _LEVELS)
    strengths[_LEVELS] = _FAINTEST / 4  # a weight of exactly 0 is a trace of a line
    colors = dict(zip(levels.tolist(), heat_colors(strengths, 1.0, palette).tolist(), strict=True))
    colors[_LEVELS + 1] = int(heat_colors(np.nan, 1.0, palette))
    return {level: _pen(color, min(abs(level) / _LEVELS, 1), widest) for level, color in colors.items()}


def _pen(color: int, strength: float, widest: float | None) -> QPen:
    pen = QPen(QColor(color), 1 if widest is None else _THINNEST + (widest - _THINNEST) * strength)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
