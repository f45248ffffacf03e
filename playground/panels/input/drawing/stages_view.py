"""The way from a drawing to what the network receives, picture by picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.panels.input.drawing.pixel_zoom import PixelZoom, ink_color
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPaintEvent

_PIXELS = 28  # of the network's picture, along one side, before there is one
_BOX_SHARE = 20 / 28  # of the side: what MNIST's digits have of it
_LEAST_PIXEL = 2  # px for one of them
_LARGEST_PIXEL = 7
_ARROW = 22  # px between two pictures
_CAPTION_GAP = 4  # px
_FRAME = 0.25  # share of the text colour in frames
_QUIET = 0.68  # share of the text colour in captions and arrows: still 4.5:1


class StagesView(Refreshing, LiveLook, QWidget):
    """Show crop, scaled digit and centred digit side by side with a magnifier under the pointer.

    The scaled and the centred digit have pixels of the same size, so that one sees the first put into
    the second. Ink takes the colours of text on paper, in a light and in a dark window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, mouseTracking=True)
        self._stages: tuple[NDArray[np.uint8] | None, ...] = (None, None, None)
        self._side = _PIXELS
        self._is_whole = False
        self._images: dict[int, QImage] = {}
        self._color_table: list[int] = []
        self._zoom: PixelZoom | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    @property
    def stages(self) -> tuple[NDArray[np.uint8] | None, ...]:
        """The three pictures shown; None where there is none."""
        return self._stages

    def show_stages(
        self,
        crop: NDArray[np.uint8] | None,
        scaled: NDArray[np.uint8] | None,
        centred: NDArray[np.uint8] | None,
        *,
        is_whole: bool = False,
    ) -> None:
        """Show three pictures, 0 for paper and 255 for ink; None leaves a place empty.

        Parameters
        ----------
        crop : ndarray of uint8, shape (height, width), or None
            The ink's bounding box.
        scaled : ndarray of uint8, or None
            The crop at the size of MNIST's digits, or what is 20 of 28 pixels for other pictures.
        centred : ndarray of uint8, shape (side, side), or None
            The scaled digit with its centre of mass in the middle.
        is_whole : bool
            Whether `centred` is the whole sheet, made smaller, and nothing was cut out.
        """
        self._stages, self._is_whole = (crop, scaled, centred), is_whole
        side = _PIXELS if centred is None else len(centred)
        if side != self._side:
            self._side = side
            self.retranslate()
        self._images.clear()
        self._hide_zoom()
        self.out_of_date()

    def refresh(self) -> None:
        """Paint the pictures: they may lag behind a pen that the bars follow at once."""
        self.update()

    def captions(self) -> tuple[str, ...]:
        """Return the names of the three pictures."""
        scaled = self.tr("Scaled")
        return self.tr("Cut out"), scaled, scaled if self._is_whole else self.tr("Centred")

    def sizeHint(self) -> QSize:
        """Return room for three pixels on the screen for one of the network's."""
        return self._size(3)

    def minimumSizeHint(self) -> QSize:
        """Return room for two pixels on the screen for one of the network's."""
        return self._size(_LEAST_PIXEL)

    def event(self, event: QEvent) -> bool:
        """Answer a pointer at rest beside a picture; on a picture the magnifier answers already."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._pixel_at(QPointF(event.pos())) is None:
                QToolTip.showText(event.globalPos(), self._explanation(event.pos().x()), self)
            return True
        return super().event(event)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._color_table.clear()
        self._images.clear()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Magnify the pixel under the pointer."""
        found = self._pixel_at(event.position())
        if found is None:
            self._hide_zoom()
            return
        if self._zoom is None:
            self._zoom = PixelZoom(self)
        values, row, column = found
        self._zoom.show_pixel(values, row, column, event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Take the magnifier away."""
        self._hide_zoom()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the magnifier away with the pictures."""
        self._hide_zoom()
        super().hideEvent(event)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frames, pictures, captions and the arrows between them."""
        with QPainter(self) as painter:
            text = self.palette().color(self.foregroundRole())
            window = self.palette().color(self.backgroundRole())
            quiet, frame = blend(window, text, _QUIET), blend(window, text, _FRAME)
            first = 0
            if self._is_ready_made():
                first = 2
                self._paint_ready_made(painter, quiet)
            for index, caption in list(enumerate(self.captions()))[first:]:
                cell = self.area_of(index)
                painter.fillRect(cell.adjusted(-1, -1, 1, 1), frame)
                painter.fillRect(cell, ink_color(self.palette(), 0))
                self._paint_picture(painter, index)
                painter.setPen(quiet)
                text_below = f"{caption}\n{self._size_text(index)}"
                painter.drawText(self._caption_rect(cell), Qt.AlignmentFlag.AlignHCenter, text_below)
                if index > first:
                    self._paint_arrow(painter, self.area_of(index - 1).right(), cell, quiet)

    def _is_ready_made(self) -> bool:
        return self._stages[2] is not None and self._stages[0] is None

    def _paint_ready_made(self, painter: QPainter, color: QColor) -> None:
        """Say why there are no earlier stages, in their place."""
        painter.setPen(color)
        place = self.area_of(0).united(self.area_of(1))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        if self._is_whole:
            text = self.tr("The whole sheet is made smaller, to {side} × {side} pixels, as your pictures were.")
        else:
            text = self.tr("This came as {side} × {side} pixels: the network receives them as they are.")
        painter.drawText(place, flags, text.format(side=self._side))

    def _paint_picture(self, painter: QPainter, index: int) -> None:
        target = self._picture_rect(index)
        if not target.isNull():
            painter.drawImage(target, self._image(index))

    def _paint_arrow(self, painter: QPainter, left: float, cell: QRectF, color: QColor) -> None:
        """Paint an arrow halfway from the picture that ends at ``left`` to the next one."""
        painter.setPen(color)
        tip = QPointF(round((left + cell.left()) / 2 + 4), round(cell.center().y()))
        painter.drawLine(tip - QPointF(8, 0), tip)
        painter.drawLine(tip - QPointF(3, 3), tip)
        painter.drawLine(tip - QPointF(3, -3), tip)

    def _image(self, index: int) -> QImage:
        """Return a stage as an image in the palette's colours, made once for each stage and theme."""
        stage = self._stages[index]
        if stage is not None and index not in self._images:
            height, width = stage.shape
            # tobytes gives the rows without gaps, copy keeps them alive
            image = QImage(stage.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
            image.setColorTable(self._colors())
            self._images[index] = image.copy()
        return self._images[index]

    def _colors(self) -> list[int]:
        if not self._color_table:
            self._color_table = [ink_color(self.palette(), value).rgb() for value in range(256)]
        return self._color_table

    def _pixel_size(self) -> float:
        """Return the size of one of the network's pixels: whole pixels of the screen, all equal."""
        ratio = self.devicePixelRatioF()
        width = (self.width() - 2 * _ARROW - 2) / 3
        height = self.height() - self._caption_height() - 2
        fitting = min(width, height) * ratio / self._side
        pixel = max(int(fitting), 1) if fitting >= 1 else fitting  # more pixels than the screen has are squeezed
        return min(pixel / ratio, _LARGEST_PIXEL * _PIXELS / self._side)

    def area_of(self, index: int) -> QRectF:
        """Return where a stage is seen: the frame of a stage's picture: 28 pixels high and wide."""
        side = self._pixel_size() * self._side
        left = 1 + round(index * (self.width() - side - 2) / 2)
        return QRectF(left, 1, side, side)

    def _picture_rect(self, index: int) -> QRectF:
        """Return where a stage is painted inside its frame; null without a stage."""
        stage, cell = self._stages[index], self.area_of(index)
        if stage is None:
            return QRectF()
        height, width = stage.shape
        pixel = self._pixel_size() if index else min(cell.width() / width, cell.height() / height, cell.width())
        left = cell.left() + (cell.width() - width * pixel) // 2
        top = cell.top() + (cell.height() - height * pixel) // 2
        return QRectF(left, top, width * pixel, height * pixel)

    def _pixel_at(self, position: QPointF) -> tuple[NDArray[np.uint8], int, int] | None:
        """Return the stage under a position and the row and column of the pixel there."""
        for index, stage in enumerate(self._stages):
            rect = self._picture_rect(index)
            if stage is not None and rect.contains(position):
                height, width = stage.shape
                row = int((position.y() - rect.top()) / rect.height() * height)
                column = int((position.x() - rect.left()) / rect.width() * width)
                return stage, min(row, height - 1), min(column, width - 1)
        return None

    def _size_text(self, index: int) -> str:
        stage = self._stages[index]
        return "" if stage is None else f"{stage.shape[1]} × {stage.shape[0]}"

    def _explanation(self, x: float) -> str:
        """Return what happens at the stage at a horizontal position."""
        explanations = (
            self.tr("The rectangle around the ink, cut out of the canvas."),
            self.tr("The same, made smaller until its longer side has {box} pixels, as the data's pictures were."),
            self.tr(
                "Put into {side} by {side} pixels so that its centre of mass is in the middle: these {count} numbers, "
                "divided by 255, are the network's input x."
            ),
        )
        about = explanations[min(max(int(3 * x // max(self.width(), 1)), 0), 2)]
        return about.format(box=round(_BOX_SHARE * self._side), side=self._side, count=self._side**2)

    def _caption_height(self) -> int:
        return 2 * self.fontMetrics().lineSpacing() + _CAPTION_GAP

    def _caption_rect(self, cell: QRectF) -> QRectF:
        width = cell.width() + _ARROW
        return QRectF(cell.center().x() - width / 2, cell.bottom() + _CAPTION_GAP, width, self._caption_height())

    def _size(self, pixel: int) -> QSize:
        side = pixel * _PIXELS
        return QSize(3 * side + 2 * _ARROW + 2, side + self._caption_height() + 2)

    def _hide_zoom(self) -> None:
        if self._zoom is not None:
            self._zoom.hide()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("What the network receives"))
        self.setAccessibleDescription(
            self.tr(
                "What is drawn, cut out of the canvas, scaled to {box} by {box} and centred in {side} by {side} pixels."
            ).format(box=round(_BOX_SHARE * self._side), side=self._side)
        )
        self.updateGeometry()
        self.update()
