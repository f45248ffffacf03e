"""Round neurons of a column, filled: their shapes are painted once and colours laid into them many times."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from playground.panels.network.diagram.layout import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

_SNAP = 4  # px: a corner there falls on a whole pixel of the screen also at 125, 150 and 175 per cent
_BLEED = 1  # px of colour beyond a shape's edge, which the shape cuts off smoothly


class _Stencil(NamedTuple):
    corner: QPoint
    shapes: QImage
    outlines: QImage


def paint_filled(
    painter: QPainter, block: Block, parts: Sequence[Sequence[QColor | None]], outline: QColor, is_known: bool
) -> None:
    """Paint the neurons of a plain column.

    Filling a round shape with smooth edges takes Qt twenty times as long as filling a rectangle.

    Parameters
    ----------
    painter : QPainter
    block : Block
    parts : sequence of sequence of QColor
        For each part of a neuron, one or two side by side, the fills of all neurons; None leaves it hollow.
    outline : QColor
    is_known : bool
        Whether the outlines are whole; they are dashed where nothing is known yet.
    """
    ratio = painter.device().devicePixelRatioF()
    corner, shapes, outlines = _stencil(block, len(parts), outline.rgba(), is_known, ratio)
    column = _image(shapes.size(), ratio)
    with QPainter(column) as inner:
        inner.translate(-corner)
        for part, fills in enumerate(parts):
            for index, fill in enumerate(fills):
                if fill is not None:
                    inner.fillRect(_room(block, index, part, len(parts)), fill)
        inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        inner.drawImage(corner, shapes)
        inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        inner.drawImage(corner, outlines)
    painter.drawImage(corner, column)


def part_of(block: Block, index: int, part: int, parts: int) -> QRectF:
    """Give the rectangle around a part of a neuron."""
    left, top, width, height = block.cell(index)
    return QRectF(left + part * width / parts, top, width / parts, height)


def _room(block: Block, index: int, part: int, parts: int) -> QRectF:
    """Give what is filled: a little more than the part, but nothing of the one beside it."""
    left, right = (_BLEED if part == 0 else 0), (_BLEED if part == parts - 1 else 0)
    return part_of(block, index, part, parts).adjusted(-left, -_BLEED, right, _BLEED)


@lru_cache(maxsize=64)  # more columns are not seen at once; a picture of one takes some 50 kB
def _stencil(block: Block, parts: int, outline: int, is_known: bool, ratio: float) -> _Stencil:
    left, top, width, height = block.outline
    corner = QPoint(*(_SNAP * int((edge - _BLEED) // _SNAP) for edge in (left, top)))
    size = QSize(ceil(left + width - corner.x()) + _BLEED, ceil(top + height - corner.y()) + _BLEED) * ratio
    pen = QPen(QColor.fromRgba(outline), 1, Qt.PenStyle.SolidLine if is_known else Qt.PenStyle.DashLine)
    shapes, outlines = _image(size, ratio), _image(size, ratio)
    _paint_shapes(shapes, corner, block, 1, QPen(Qt.PenStyle.NoPen), QColor(Qt.GlobalColor.black))
    _paint_shapes(outlines, corner, block, parts, pen, QColor(Qt.GlobalColor.transparent))
    return _Stencil(corner, shapes, outlines)


def _paint_shapes(image: QImage, corner: QPoint, block: Block, parts: int, pen: QPen, fill: QColor) -> None:
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-corner)
        painter.setPen(pen)
        painter.setBrush(fill)
        for index in range(block.shape.count):
            cell = QRectF(*block.cell(index))
            painter.drawRoundedRect(cell, cell.height() / 2, cell.height() / 2)
            if parts > 1:
                middle = cell.center().x()
                painter.drawLine(QPointF(middle, cell.top()), QPointF(middle, cell.bottom()))


def _image(size: QSize, ratio: float) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
