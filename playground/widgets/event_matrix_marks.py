"""What is painted over the cells of a table: those that are lit, and those that differ from before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygon

from playground.widgets.colors import chart_colors
from playground.widgets.matrix_model import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

_VEIL = 46  # of 255: the colour below must still be told
_CORNER = 6  # px of the mark in the corner of a changed cell


def blocks_of(mask: NDArray[np.bool_]) -> Iterator[Block]:
    """Cut a mask into rectangles: runs along the rows, put together where rows below each other are alike."""
    open_runs: dict[tuple[int, int], int] = {}
    for row, runs in enumerate([*map(_runs, mask), set()]):
        for run in [run for run in open_runs if run not in runs]:
            yield Block(open_runs.pop(run), run[0], row - 1, run[1])
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(row: NDArray[np.bool_]) -> set[tuple[int, int]]:
    """Give first and last place of each run of True."""
    if row.all():
        return {(0, len(row) - 1)} if len(row) else set()
    edges = np.flatnonzero(np.diff(row, prepend=False, append=False))
    return {(first, end - 1) for first, end in edges.reshape(-1, 2).tolist()}


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
