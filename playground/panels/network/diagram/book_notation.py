"""The names of the book at neurons and edges, x₁, a₁⁽¹⁾, w₁₂⁽¹⁾, and each bias as a neuron that says 1."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nn.inspection.book_names import number_name, weight_name
from playground.panels.network.diagram.cells import short
from playground.panels.network.diagram.edges import anchors
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.heat import heat_limit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from playground.panels.network.diagram.layout import Block

    Biases = Sequence[NDArray[np.floating] | None]

ROOM = 30.0  # px below the columns for the neurons that say 1
_SIDE = 20.0  # px of such a neuron
_SCALE = 0.9  # of the font for names
_MOST_NAMED = 12  # edges of a gap: the names of more would lie on each other
_ALONG = (0.25, 0.4, 0.55, 0.7, 0.15, 0.85)  # shares of an edge's length at which its name may stand
_WIDEST = 2.5  # px
_FEW = 8  # biases that are read one by one


def bias_cell(block: Block) -> QRectF:
    """Return where the neuron that says 1 stands below a column."""
    left, top, width, height = block.outline
    return QRectF(left + (width - _SIDE) / 2, top + height + (ROOM - _SIDE) / 2, _SIDE, _SIDE)


def bias_texts(layer: int, bias: NDArray[np.floating]) -> list[str]:
    """Write the first biases of a layer, ``"b₁⁽¹⁾ = 0.1"``."""
    texts = [
        f"{number_name('b', layer, index)} = {short(value, 4)}" for index, value in enumerate(bias[:_FEW].tolist())
    ]
    return texts if len(bias) <= _FEW else [*texts, "…"]


def paint_notation(
    painter: QPainter, blocks: Sequence[Block], weights: Biases, biases: Biases, palette: QPalette
) -> None:
    """Paint the neurons that say 1 with their edges, then the names of what is few enough to be named.

    Parameters
    ----------
    weights, biases
        Between each column and the next, shapes (D, M) and (M,); None where there are none.
    """
    painter.save()
    for (one, other), bias in zip(pairwise(blocks), biases, strict=True):
        if bias is not None:
            _paint_bias(painter, one, other, bias, palette)
    painter.setFont(_small(painter.font()))
    painter.setPen(chart_colors(palette).text)
    layer = 0
    for number, block in enumerate(blocks):
        layer += number > 0
        _name_neurons(painter, block, layer, is_last=number == len(blocks) - 1, palette=palette)
    for number, ((one, other), weight) in enumerate(zip(pairwise(blocks), weights, strict=True), 1):
        if weight is not None and weight.size <= _MOST_NAMED:
            _name_edges(painter, one, other, number, palette)
    painter.restore()


def _paint_bias(painter: QPainter, one: Block, other: Block, bias: NDArray[np.floating], palette: QPalette) -> None:
    colors, cell = chart_colors(palette), bias_cell(one)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y = anchors(other, np.arange(other.shape.count), on_right=False, into_grids=False)
    limit = max(heat_limit(bias), float(np.finfo(np.float32).tiny))
    for to_x, to_y, value in zip(x.tolist(), y.tolist(), bias.tolist(), strict=True):
        color = colors.positive if value >= 0 else colors.negative
        share = min(abs(value) / limit, 1.0) if value == value else 1.0
        painter.setPen(QPen(color if share else colors.grid, 0.8 + (_WIDEST - 0.8) * share, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(cell.right(), cell.center().y(), to_x, to_y))
    painter.setPen(QPen(colors.text, 1))
    painter.setBrush(colors.background)
    painter.drawEllipse(cell)
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, "1")


def _name_neurons(painter: QPainter, block: Block, layer: int, is_last: bool, palette: QPalette) -> None:
    """Write what the book calls a neuron's numbers: above it, or on it where there is no room between two of them."""
    metrics = QFontMetricsF(painter.font())
    if block.is_grid or block.pitch_y < 2 * metrics.height():
        return
    has_room = block.pitch_y - block.cell_height >= metrics.ascent()
    for index in range(block.shape.count):
        letters = "x" if layer == 0 else "a"
        if has_room and layer:
            letters += "y" if is_last else "z" * block.shape.has_halves
        name = ", ".join(number_name(letter, layer, index) for letter in letters)
        cell = QRectF(*block.cell(index))
        box = QRectF(0, 0, metrics.horizontalAdvance(name) + 4, metrics.height())
        box.moveCenter(QPointF(cell.center().x(), cell.top() - metrics.height() / 2))
        if not has_room:
            box.moveTopLeft(cell.topLeft())
            painter.fillRect(box, palette.window())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _name_edges(painter: QPainter, one: Block, other: Block, layer: int, palette: QPalette) -> None:
    """Write each edge's name on its line, where none of the others stands."""
    metrics = QFontMetricsF(painter.font())
    sources, targets = np.divmod(np.arange(one.shape.count * other.shape.count), other.shape.count)
    x1, y1 = anchors(one, sources, on_right=True, into_grids=False)
    x2, y2 = anchors(other, targets, on_right=False, into_grids=False)
    taken: list[QRectF] = []
    for number, (source, target) in enumerate(zip(sources.tolist(), targets.tolist(), strict=True)):
        name = weight_name(layer, source, target)
        line = QLineF(x1[number], y1[number], x2[number], y2[number])
        box = QRectF(0, 0, metrics.horizontalAdvance(name) + 2, metrics.ascent() + 2)
        for along in _ALONG:
            box.moveCenter(line.pointAt(along))
            if not any(box.intersects(each) for each in taken):
                break
        else:
            continue  # pointing at the edge says it
        taken.append(QRectF(box))
        painter.fillRect(box, palette.window())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SCALE)
    return small
