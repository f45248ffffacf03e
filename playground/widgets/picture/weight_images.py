"""The weights of many neurons as small pictures: what each of them looks for in the input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.heat import heat_colors, mixed_colors, typical_limit

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_GAP = 4  # px between two pictures, room for the frame of the selected one
_LEAST_SIDE = 40  # px of a picture that can be recognised
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WeightImages(QAbstractScrollArea):
    """Shows each column of a matrix as a picture; all share one symmetric colour scale.

    The pictures in sight are put together to one image: a hundred separate ones take twelve times as long.
    """

    image_selected = Signal(int)
    """The column that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, horizontalScrollBarPolicy=Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._values: NDArray[np.floating[Any]] = np.zeros((0, 0), np.float32)
        self._shape = (1, 1)
        self._in_colour, self._together = False, 1
        self.limit = 0.0
        """The size that has the full colour."""
        self._selected = -1
        self._explain: Callable[[int], str] = str
        self.viewport().setMouseTracking(True)

    def show_weights(
        self,
        values: NDArray[np.floating[Any]],
        shape: tuple[int, int],
        explain: Callable[[int], str],
        *,
        in_colour: bool = False,
        together: int = 1,
    ) -> None:
        """Show other weights.

        Parameters
        ----------
        values : ndarray, shape (height * width, neurons)
            Read whenever they are painted.
        shape : tuple of int
            Height and width of a picture.
        explain : callable
            Gives the text on hover for a column.
        in_colour : bool
            Whether the values are (3 * height * width, neurons): red, green and blue, of which 0 is the grey in the
            middle; else each has the colour of its sign.
        together : int
            How many pictures, one after the other, are of the same: they touch, and no row ends between them.
        """
        self._values, self._shape, self._explain, self._in_colour = values, shape, explain, in_colour
        self._together = together
        self.limit = typical_limit(values)
        self._fit_scroll_bar()
        self.viewport().update()

    def select(self, column: int) -> None:
        """Frame a picture and bring it into sight; -1 is none."""
        if column != self._selected:
            self._selected = column
            if 0 <= column < self.count:
                self._bring_into_sight(column)
            self.viewport().update()

    @property
    def selected(self) -> int:
        """The column whose picture is framed, -1 without one."""
        return self._selected

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return self._values.shape[1]

    def area_of(self, column: int) -> QRect:
        """Give where a picture is in the viewport."""
        row, place = divmod(column, self._across())
        pitch = self._pitch()
        top = row * pitch.height() - self.verticalScrollBar().value()
        left = place * pitch.width() + _GAP - column % self._together * (_GAP - 1)
        return QRect(left, top + _GAP, pitch.width() - _GAP, pitch.height() - _GAP)

    def column_at(self, point: QPoint) -> int:
        """Give the picture at a point of the viewport, -1 where there is none."""
        pitch = self._pitch()
        place, row = point.x() // pitch.width(), (point.y() + self.verticalScrollBar().value()) // pitch.height()
        column = row * self._across() + place
        return column if 0 <= place < self._across() and 0 <= column < self.count else -1

    def _scale(self) -> int:
        """Give the px of a pixel: as large as lets all pictures fit, never too small to be recognised."""
        high, wide = self._shape
        room = self.viewport().size()
        least = max(1, -(-_LEAST_SIDE // max(high, wide)))
        scale = least
        while True:
            across = self._whole(room.width(), wide * (scale + 1) + _GAP)
            rows = -(-self.count // across)
            is_too_wide = self._together * wide * (scale + 1) > room.width()
            if is_too_wide or rows * (high * (scale + 1) + _GAP) + _GAP > room.height():
                return scale
            scale += 1

    def _pitch(self) -> QSize:
        scale = self._scale()
        return QSize(self._shape[1] * scale + _GAP, self._shape[0] * scale + _GAP)

    def _across(self) -> int:
        return self._whole(self.viewport().width(), self._pitch().width())

    def _whole(self, room: int, pitch: int) -> int:
        """Give how many pictures a row takes without ending between those that belong together."""
        return max((room - _GAP) // pitch // self._together, 1) * self._together

    def _fit_scroll_bar(self) -> None:
        pitch = self._pitch()
        rows = -(-self.count // self._across())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(rows * pitch.height() + _GAP - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(pitch.height())

    def _bring_into_sight(self, column: int) -> None:
        area, bar = self.area_of(column), self.verticalScrollBar()
        if area.top() < 0:
            bar.setValue(bar.value() + area.top() - _GAP)
        elif area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + area.bottom() - self.viewport().height() + _GAP)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures in sight as one image, then the frame."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self.palette().window())
            if self.count:
                self._paint_mosaic(painter)
            if 0 <= self._selected < self.count:
                painter.setPen(chart_colors(self.palette()).accent)
                frame = self.area_of(self._selected)
                for width in (1, 2, 3):
                    painter.drawRect(frame.adjusted(-width, -width, width - 1, width - 1))

    def _paint_mosaic(self, painter: QPainter) -> None:
        across, pitch = self._across(), self._pitch()
        first = self.verticalScrollBar().value() // pitch.height()
        last = (self.verticalScrollBar().value() + self.viewport().height()) // pitch.height()
        seen = range(first * across, min((last + 1) * across, self.count))
        high, wide = self._shape
        columns = self._values[:, seen.start : seen.stop].T
        if self._in_colour:
            pixels = mixed_colors(columns.reshape(-1, 3, high, wide), self.limit)
        else:
            pixels = np.ascontiguousarray(heat_colors(columns.reshape(-1, high, wide), self.limit, self.palette()))
        for number, column in enumerate(seen):
            image = QImage(pixels[number].data, wide, high, 4 * wide, QImage.Format.Format_RGB32)
            painter.drawImage(self.area_of(column), image)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the picture that is clicked."""
        column = self.column_at(event.position().toPoint())
        if column >= 0:
            self._choose(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the pictures with the arrows."""
        steps = {**_STEPS, Qt.Key.Key_Up: -self._across(), Qt.Key.Key_Down: self._across()}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.count:
            super().keyPressEvent(event)
        else:
            self._choose(min(max(self._selected + step, 0), self.count - 1))

    def _choose(self, column: int) -> None:
        self.select(column)
        self.image_selected.emit(column)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the picture under the pointer."""
        if isinstance(event, QHelpEvent):
            column = self.column_at(event.pos())
            QToolTip.showText(event.globalPos(), self._explain(column) if column >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the new size."""
        super().resizeEvent(event)
        self._fit_scroll_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll by painting anew."""
        self.viewport().update()
