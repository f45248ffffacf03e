"""Strokes of a pen, and the picture that they leave: the same code for a hand, a file and a measurement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from playground.widgets.look.colors import blend

if TYPE_CHECKING:
    from collections.abc import Iterable

SIDE = 280.0  # the square that strokes live in, whatever the size on the screen
PEN_WIDTH = 22.0  # a digit of usual size gets strokes as thick as MNIST's once it is scaled to its 20 px
ERASER_WIDTH = 40.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """The way of the pen from touching the paper to leaving it.

    Attributes
    ----------
    points : tuple of (float, float)
        x to the right and y down, in a square of 280 x 280.
    eraser : bool
        The other end of the pen: it takes ink away.
    """

    points: tuple[Point, ...]
    eraser: bool = False


class StrokeRaster:
    """A square picture that strokes are painted into, point by point, smooth and anti-aliased.

    A stroke runs through the middles between its points and takes the points as control points of quadratic
    curves, so it has no corners where the hand made none. Wherever it grows, the sheet as it was before the
    stroke is put back and all of the stroke that lies there is painted as one path: painted piece by piece, the
    grey edges of the pieces would add up and become jagged. A stroke painted while the hand moves is the same,
    pixel by pixel, as one painted later.

    Parameters
    ----------
    side : int
        Width and height in px.
    image_format : QImage.Format
        Grayscale8 for pixels to compute with, RGB32 for pixels to show.
    ink, paper : QColor
        Colours of the pen and of the background.
    """

    def __init__(
        self,
        side: int = round(SIDE),
        image_format: QImage.Format = QImage.Format.Format_Grayscale8,
        ink: QColor | Qt.GlobalColor = Qt.GlobalColor.white,
        paper: QColor | Qt.GlobalColor = Qt.GlobalColor.black,
    ) -> None:
        self.image = QImage(side, side, image_format)
        self._before = QImage()
        self._scale = side / SIDE
        self._ink, self._paper = QColor(ink), QColor(paper)
        self._pen = QPen()
        self._curves: list[_Curve] = []
        self._end = QPointF()
        self.clear()

    def clear(self) -> None:
        """Give a clean sheet."""
        self.image.fill(self._paper)

    def paint_picture(self, grey: QImage) -> None:
        """Cover the sheet with a Grayscale8 picture: 0 becomes paper, 255 ink, all between a mixture."""
        indexed = QImage.Format.Format_Indexed8
        tinted = QImage(grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), indexed)
        tinted.setColorTable(_mixtures(self._paper.rgb(), self._ink.rgb()))
        with QPainter(self.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.image.rect()), tinted)

    def paint(self, strokes: Iterable[Stroke]) -> None:
        """Paint whole strokes, one over the other."""
        for stroke in strokes:
            self._put_down(stroke.points[0], stroke.eraser)
            for point in stroke.points[1:]:
                self._move_on(point)
            self._repaint(QRectF(0, 0, SIDE, SIDE))

    def begin(self, point: Point, eraser: bool = False) -> QRectF:
        """Put the pen down and return where the picture changed, in units of the square."""
        return self._repaint(self._put_down(point, eraser))

    def extend(self, point: Point) -> QRectF:
        """Move the pen on and return where the picture changed, in units of the square."""
        return self._repaint(self._move_on(point))

    def _put_down(self, point: Point, eraser: bool) -> QRectF:
        color, width = (self._paper, ERASER_WIDTH) if eraser else (self._ink, PEN_WIDTH)
        style = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._pen = QPen(color, width, *style)
        self._before = self.image.copy()
        self._curves = []
        self._end = QPointF(*point)
        return self._reach(self._end)

    def _move_on(self, point: Point) -> QRectF:
        control, end = self._end, QPointF(*point)
        start = self._curves[-1].end if self._curves else control
        middle = (control + end) / 2
        self._curves.append(_Curve(start, control, middle, self._reach(start, control, middle)))
        self._end = end
        return self._reach(start, control, end)

    def _repaint(self, area: QRectF) -> QRectF:
        pixels = self._pixels(area)
        with QPainter(self.image) as painter:
            painter.setClipRect(pixels)
            painter.drawImage(pixels, self._before, pixels)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale, self._scale)
            painter.strokePath(self._path_within(area), self._pen)
        return area

    def _path_within(self, area: QRectF) -> QPainterPath:
        """Return the part of the present stroke that can be seen in `area`."""
        path = QPainterPath()
        for curve in self._curves:
            if curve.reach.intersects(area):
                if path.isEmpty() or path.currentPosition() != curve.start:
                    path.moveTo(curve.start)
                path.quadTo(curve.control, curve.end)
        last = self._curves[-1].end if self._curves else self._end
        if path.isEmpty() or path.currentPosition() != last:
            path.moveTo(last)
        # a dot gets a little length: a line without any is not painted
        path.lineTo(self._end if self._end != last else last + QPointF(0, 1e-3))
        return path

    def _reach(self, *points: QPointF) -> QRectF:
        """Return the rectangle, in units of the square, that the pen touches on its way along `points`."""
        margin = self._pen.widthF() / 2 + 2 / self._scale
        return QPolygonF(points).boundingRect().adjusted(-margin, -margin, margin, margin)

    def _pixels(self, area: QRectF) -> QRect:
        scaled = QRectF(area.topLeft() * self._scale, area.size() * self._scale)
        return scaled.toAlignedRect() & self.image.rect()


@dataclass(frozen=True)
class _Curve:
    start: QPointF
    control: QPointF
    end: QPointF
    reach: QRectF


@lru_cache(maxsize=8)
def _mixtures(paper: int, ink: int) -> list[int]:
    """Return the colours from paper to ink: each digit that is shown is painted in them twice."""
    first, last = QColor.fromRgb(paper), QColor.fromRgb(ink)
    return [blend(first, last, level / 255).rgb() for level in range(256)]
