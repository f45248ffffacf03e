"""What is painted over the cells of a table: those that are lit, and those that differ from before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygon

from playground.widgets.look.colors import chart_colors
from playground.widgets.matrix.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

_VEIL = 46  # of 255: the colour below must still be told
_CORNER = 6  # px of the mark in the corner of a changed cell


def blocks_of(mask: NDArray[np.bool_]) -> Iterator[Block]:
    """Cut a mask into rectangles: runs along the rows, put together where rows below each other are alike."""
    open_runs: dict[tuple[int, int], int] = {}
    for row, runs in enumerate([*_runs(mask), set()]):
        for run in [run for run in open_runs if run not in runs]:
            yield Block(open_runs.pop(run), run[0], row - 1, run[1])
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(mask: NDArray[np.bool_]) -> list[set[tuple[int, int]]]:
    """Give first and last place of each run of True, row by row."""
    runs: list[set[tuple[int, int]]] = [set() for _ in mask]
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), bool)
    padded[:, 1:-1] = mask
    edges = np.argwhere(padded[:, 1:] != padded[:, :-1]).tolist()
    for (row, first), (_, end) in zip(edges[::2], edges[1::2], strict=True):
        runs[row].add((first, end - 1))
    return runs


def paint_lit(painter: QPainter, areas: Iterable[QRect], palette: QPalette) -> None:
    """Veil and frame groups of cells from which a number was made."""
    accent = chart_colors(palette).accent
    veil = QColor(accent)
    veil.setAlpha(_VEIL)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(accent)
    for area in areas:
        painter.fillRect(area, veil)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.drawRect(area.adjusted(1, 1, -2, -2))


def paint_changed(painter: QPainter, areas: Iterable[QRect], palette: QPalette) -> None:
    """Fill the upper left corner of cells that hold another number than before."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chart_colors(palette).text)
    for area in areas:
        corner, size = area.topLeft(), min(_CORNER, area.width() // 2)
        painter.drawPolygon(QPolygon([corner, corner + QPoint(size, 0), corner + QPoint(0, size)]))
