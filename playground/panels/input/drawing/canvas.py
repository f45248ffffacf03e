"""A sheet of paper to draw a digit on, with a mouse, a finger or a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPointingDevice
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.panels.input.drawing.eraser_cursor import eraser_cursor
from playground.panels.input.drawing.stroke_raster import ERASER_WIDTH, SIDE, Point, Stroke, StrokeRaster
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.ink import levels

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QTabletEvent

_GREY = QImage.Format.Format_Grayscale8
_FRAME = 1.0  # px
_FOCUS_FRAME = 2.0
_HINT_STRENGTH = 0.6  # share of the text colour in the hint: still 4.5:1


class DigitCanvas(LiveLook, QWidget):
    """Draw strokes, rub them out, take them back; read them as strokes or as ink.

    The drawing is the strokes, in a square of 280 x 280, over an optional picture. Two rasters follow them
    while the pen moves: one of 280 x 280 px that is the same on every machine, for whoever reads the ink, and
    one in the pixels and the colours of the screen, so that it is sharp at any size.

    Signals
    -------
    ink_changed
        The drawing changed by hand or by one of the methods, but not by `show_pixels`.
    stroke_finished
        The pen left the paper.
    """

    spoken_as = "Canvas"

    ink_changed = Signal()
    stroke_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="digitCanvas", focusPolicy=Qt.FocusPolicy.StrongFocus)
        self._strokes: tuple[Stroke, ...] = ()
        self._picture: QImage | None = None
        self._drawing: list[Point] | None = None
        self._cleared: tuple[tuple[Stroke, ...], QImage | None] | None = None  # what Clear took, until something is new
        self._hint = ""
        self._eraser = False
        self._erasing = False
        self._ink = StrokeRaster()
        self._screen = StrokeRaster(1)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._renew_cursor()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def ask_for(self, hint: str) -> None:
        """Say on the empty paper what to draw."""
        if hint != self._hint:
            self._hint = hint
            self.update()

    def hint(self) -> str:
        """Return what stands on the empty paper."""
        return self._hint

    def strokes(self) -> tuple[Stroke, ...]:
        """Return the finished strokes, first to last."""
        return self._strokes

    def set_strokes(self, strokes: Iterable[Stroke]) -> None:
        """Replace the drawing, and any picture, by `strokes`."""
        self._replace(tuple(strokes), None)
        self.ink_changed.emit()

    def set_image(self, picture: QImage) -> None:
        """Replace the drawing by a picture that strokes can be drawn over.

        Parameters
        ----------
        picture : QImage
            Square, 0 (black) for paper and 255 (white) for ink; it is scaled to the canvas.
        """
        self._replace((), picture.convertToFormat(_GREY))
        self.ink_changed.emit()

    def show_pixels(self, pixels: NDArray[np.uint8]) -> None:
        """Show a picture of a data set as blocks, in place of the drawing, without `ink_changed`.

        Whoever calls it knows these pixels already. A stroke drawn over them is a change as any other.

        Parameters
        ----------
        pixels : ndarray of uint8, shape (side, side)
            0 for paper and 255 for ink.
        """
        side = pixels.shape[0]
        small = QImage(pixels.tobytes(), side, side, side, _GREY)
        self._replace((), small.scaled(QSize(round(SIDE), round(SIDE))))

    def undo_stroke(self) -> None:
        """Take back the last stroke, the picture where there is none, or the clean sheet that came last."""
        if self._strokes:
            self._replace(self._strokes[:-1], self._picture)
            self.ink_changed.emit()
        elif self._cleared is not None:
            self._replace(*self._cleared)
            self.ink_changed.emit()
        else:
            self.clear()
            self._cleared = None  # the way back has come to its end

    def clear(self) -> None:
        """Give a clean sheet; `undo_stroke` brings back what was on the last one."""
        if not self.is_empty():
            cleared = self._strokes, self._picture
            self._replace((), None)
            self._cleared = cleared
            self.ink_changed.emit()

    def can_undo(self) -> bool:
        """Return whether there is anything to take back."""
        return not self.is_empty() or self._cleared is not None

    def is_empty(self) -> bool:
        """Return whether nothing was drawn or shown."""
        return not self._strokes and self._picture is None and self._drawing is None

    def set_eraser(self, on: bool) -> None:
        """Draw with the pen or with the eraser from the next stroke on."""
        self._eraser = on
        self._renew_cursor()

    def eraser(self) -> bool:
        """Return whether the next stroke rubs out."""
        return self._eraser

    def ink(self) -> NDArray[np.uint8]:
        """Return a copy of the drawing's pixels, shape (280, 280): 0 for paper to 255 for ink."""
        return levels(self._ink.image)

    def _replace(self, strokes: tuple[Stroke, ...], picture: QImage | None) -> None:
        self._drawing = self._cleared = None
        self._strokes, self._picture = strokes, picture
        self._paint_all(self._ink)
        self._renew_screen()

    def _paint_all(self, raster: StrokeRaster) -> None:
        raster.clear()
        if self._picture is not None:
            raster.paint_picture(self._picture)
        raster.paint(self._strokes)
        if self._drawing is not None:
            raster.paint([Stroke(tuple(self._drawing), self._erasing)])

    def _renew_screen(self) -> None:
        """Paint the picture for the screen anew, in its present pixels and colours."""
        side = max(1, round(self._square().width() * self.devicePixelRatioF()))
        colors = self.palette()
        self._screen = StrokeRaster(side, QImage.Format.Format_RGB32, colors.text().color(), colors.base().color())
        self._paint_all(self._screen)
        self.update()

    def _renew_cursor(self) -> None:
        if self._eraser:
            diameter = ERASER_WIDTH * self._square().width() / SIDE
            self.setCursor(eraser_cursor(diameter, self.devicePixelRatioF()))
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def _begin(self, position: QPointF, erasing: bool) -> None:
        point = self._on_paper(position)
        self._drawing, self._erasing, self._cleared = [point], erasing, None
        changed = self._ink.begin(point, erasing)
        self._screen.begin(point, erasing)
        self.update()  # the hint goes: all of the widget
        self._changed(changed)

    def _extend(self, position: QPointF) -> None:
        point = self._on_paper(position)
        if self._drawing is None or point == self._drawing[-1]:
            return
        self._drawing.append(point)
        changed = self._ink.extend(point)
        self._screen.extend(point)
        self._changed(changed)

    def _finish(self) -> None:
        if self._drawing is None:
            return
        self._strokes += (Stroke(tuple(self._drawing), self._erasing),)
        self._drawing = None
        self.stroke_finished.emit()

    def _changed(self, area: QRectF) -> None:
        square, scale = self._square(), self._square().width() / SIDE
        shown = QRectF(area.topLeft() * scale + square.topLeft(), area.size() * scale)
        self.update(shown.toAlignedRect().adjusted(-1, -1, 1, 1))
        self.ink_changed.emit()

    def _on_paper(self, position: QPointF) -> Point:
        square = self._square()
        point = (position - square.topLeft()) * (SIDE / square.width())
        return point.x(), point.y()

    def _square(self) -> QRectF:
        """Return where the paper lies in the widget: the largest square in its middle."""
        side = max(1.0, min(self.width(), self.height()) - 2 * _FOCUS_FRAME)
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), self._eraser)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._extend(event.position())
            self._finish()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, whatever its pressure; its other end rubs out."""
        other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position(), self._eraser or other_end)
        elif event.type() == QEvent.Type.TabletMove:
            self._extend(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._finish()
        event.accept()  # else Qt sends the same again as a mouse event

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the paper, its frame, and a hint while it is empty."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().window())
            square = self._square()
            painter.drawImage(square, self._screen.image)
            if self.is_empty():
                self._paint_hint(painter, square)
            self._paint_frame(painter, square)

    def _paint_hint(self, painter: QPainter, square: QRectF) -> None:
        colors = self.palette()
        painter.setPen(blend(colors.base().color(), colors.text().color(), _HINT_STRENGTH))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)

    def _paint_frame(self, painter: QPainter, square: QRectF) -> None:
        painter.setPen(QPen(self.palette().mid().color(), _FRAME))  # the window's ring tells where the keyboard is
        painter.drawRect(square.adjusted(-_FRAME / 2, -_FRAME / 2, _FRAME / 2, _FRAME / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the drawing in the new size."""
        super().resizeEvent(event)
        self._renew_screen()
        self._renew_cursor()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._renew_screen()

    def event(self, event: QEvent) -> bool:
        """Follow the widget to a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew_screen()
        return super().event(event)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Draw with the mouse or a pen; what you draw is recognised as you draw."))
        self.setToolTip(self.tr("Draw as large as you like. What you draw is recognised while you draw."))

    def sizeHint(self) -> QSize:
        """Return the size at which one unit of the strokes is one pixel."""
        return QSize(round(SIDE + 2 * _FOCUS_FRAME), round(SIDE + 2 * _FOCUS_FRAME))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which a digit can be drawn with a mouse."""
        return QSize(140, 140)

    def heightForWidth(self, width: int) -> int:
        """Return `width`: the paper is square."""
        return width
