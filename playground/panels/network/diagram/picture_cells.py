"""A column whose neurons are small pictures: joined to one once for many frames, each neuron's number as its frame."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from playground.panels.network.diagram.layout import Block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from PySide6.QtGui import QPen

_FRAME = 2.0  # px: the number of a neuron around its picture
_OPAQUE = 0xFF000000


def joined(block: Block, pictures: Mapping[int, QImage], ratio: float) -> QImage:
    """Give the pictures of a column's neurons in their cells, as one picture of its outline.

    Parameters
    ----------
    block : Block
    pictures : mapping of int to QImage
        By neuron; a cell without one stays transparent.
    ratio : float
        Pixels of the screen in a px.
    """
    height, width = _size(block, ratio)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.translate(-block.left, -block.top)
        for index in block.shape.order:
            if index in pictures:
                cell = QRectF(*block.cell(index))
                painter.drawImage(cell, fitted(pictures[index], cell, ratio))
    return image


def fitted(picture: QImage, cell: QRectF, ratio: float) -> QImage:
    """Shrink a picture smoothly where the cell has fewer pixels of the screen: to leave some out would show noise."""
    size = (cell.size() * ratio).toSize()
    if size.width() >= picture.width():
        return picture
    return picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def paint_picture_cells(
    painter: QPainter, block: Block, pictures: QImage, frames: NDArray[np.uint32] | None, outline: QPen
) -> None:
    """Paint the joined pictures, and around each its neuron's colour.

    Parameters
    ----------
    painter : QPainter
    block : Block
    pictures : QImage
        As `joined` gives it.
    frames : ndarray of uint32, shape (neurons,), optional
        A colour for each neuron; without them `outline` goes around each cell.
    outline : QPen
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawImage(QPointF(block.left, block.top), pictures)
    if frames is None:
        painter.setPen(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = _FRAME / 2
        cells = [QRectF(*block.cell(index)) for index in block.shape.order]
        painter.drawRects([cell.adjusted(inner, inner, -inner, -inner) for cell in cells])
        return
    ratio = pictures.devicePixelRatio()
    colors = np.append(frames[block.shape.neurons_in_order] | np.uint32(_OPAQUE), np.uint32(0))
    pixels = colors.take(_framed(block, ratio))  # one picture: a rectangle for each takes Qt ten times as long
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(block.left, block.top), image)


def _size(block: Block, ratio: float) -> tuple[int, int]:
    """Give height and width of the column in pixels of the screen."""
    _, _, width, height = block.outline
    return ceil(height * ratio), ceil(width * ratio)


@lru_cache(maxsize=8)  # a column of each window, and some from before it was resized
def _framed(block: Block, ratio: float) -> NDArray[np.intp]:
    """Give for each pixel of the column the cell whose frame it belongs to; one behind the last where to none."""
    nothing = len(block.shape.order)
    owner = np.full(_size(block, ratio), nothing, np.intp)
    frame = max(round(_FRAME * ratio), 1)
    for number, index in enumerate(block.shape.order):
        left, top, width, height = block.cell(index)
        x, y = (floor(edge * ratio + 0.5) for edge in (left - block.left, top - block.top))  # half a px up, as Qt does
        right, bottom = x + round(width * ratio), y + round(height * ratio)
        owner[y:bottom, x:right] = number
        owner[y + frame : bottom - frame, x + frame : right - frame] = nothing
    owner.flags.writeable = False
    return owner
