"""The picture of many moments: a cell for each, one scale of colours for all, the iteration below."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nn.inspection.surfaces import Meaning
from playground.panels.curves.moments.painting import Scale, image_of, paint_bars, paint_scale, scale_of
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.description import Description

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from playground.session.past.many_moments import Seen, Wanted

_GAP, _MARGIN = 12, 10  # px
_SMALLEST = 40  # px of a cell that is painted
_BAR_SHAPE = 1.3  # width to height of a cell with bars


class MomentsPicture(LiveLook, QWidget):
    """Shows moments in rows; a click, or Enter on the framed one, asks for a moment."""

    spoken_as = "Chart"

    moment_wanted = Signal(object)
    """The iteration of a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Wanted | None = None
        self.iterations: tuple[int, ...] = ()
        """The moments, from left to right and from top to bottom."""
        self._seen: dict[int, Seen] = {}
        self._meaning, self._scale = Meaning(), Scale(1.0)
        self._title = self._none = ""
        self._images: dict[int, QImage] = {}
        self._shape = 1.0
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._description = Description(self, self._describe)
        self.retranslate()

    def show_moments(
        self, wanted: Wanted | None, iterations: tuple[int, ...], seen: dict[int, Seen], meaning: Meaning, title: str
    ) -> None:
        """Show other moments, or more of them.

        Parameters
        ----------
        meaning
            What the network's outputs are.
        title
            What is seen, in words.
        """
        self._wanted, self.iterations, self._seen = wanted, iterations, dict(seen)
        self._meaning, self._title = meaning, title
        self._marked = min(self._marked, max(0, len(iterations) - 1))
        if wanted is not None:
            self._scale = scale_of(wanted, list(self._seen.values()), meaning)
        self._make_images()
        self._description.out_of_date()
        self.update()

    def _make_images(self) -> None:
        self._images, self._shape = {}, _BAR_SHAPE
        wanted = self._wanted
        if wanted is None or wanted.kind == "prediction":
            return
        for iteration, each in self._seen.items():
            if each.numbers is not None:
                image = image_of(wanted, each.numbers, self._scale, self._meaning, self.palette())
                self._images[iteration] = image
        first = next(iter(self._images.values()), None)
        self._shape = 1.0 if first is None else first.width() / first.height()

    # ---- where cells are

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _area(self) -> QRectF:
        line = self._line()
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN + line + _GAP / 2, -_MARGIN, -_MARGIN - line - _GAP / 2)

    def _across(self) -> int:
        """Return how many cells stand in a row, so that they are as large as can be."""
        area, count = self._area(), max(1, len(self.iterations))

        def height(across: int) -> float:
            down = math.ceil(count / across)
            high = (area.height() - (down - 1) * _GAP) / down - self._line()
            return min(high, ((area.width() - (across - 1) * _GAP) / across) / self._shape)

        return max(range(1, count + 1), key=height)

    def area_of(self, number: int) -> QRectF:
        """Return where the picture of a moment is, without its caption."""
        area, across = self._area(), self._across()
        down = math.ceil(len(self.iterations) / across)
        wide = (area.width() - (across - 1) * _GAP) / across
        high = (area.height() - (down - 1) * _GAP) / down - self._line()
        row, column = divmod(number, across)
        size = min(wide / self._shape, high)
        left = area.left() + column * (wide + _GAP) + (wide - size * self._shape) / 2
        return QRectF(left, area.top() + row * (high + self._line() + _GAP), size * self._shape, size)

    def _number_at(self, point: QPoint) -> int | None:
        for number in range(len(self.iterations)):
            if self.area_of(number).adjusted(0, 0, 0, self._line()).contains(point):
                return number
        return None

    # ---- painting

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title, the cells and what their colours mean."""
        colors = chart_colors(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().window())
            painter.setPen(colors.text)
            line = self._line()
            title = QRectF(_MARGIN, _MARGIN, self.width() - 2 * _MARGIN, line)
            painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._title)
            for number in range(len(self.iterations)):
                self._paint_cell(painter, number)
            if self._wanted is not None and self._seen:
                below = QRectF(_MARGIN, self.height() - _MARGIN - line, self.width() - 2 * _MARGIN, line)
                paint_scale(painter, below, self._wanted, self._scale, self.palette())

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        colors, area, iteration = chart_colors(self.palette()), self.area_of(number), self.iterations[number]
        if area.height() < _SMALLEST / 2:
            return
        seen = self._seen.get(iteration)
        if iteration in self._images:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_surface)
            painter.drawImage(area, self._images[iteration])
        elif seen is not None and seen.numbers is not None:
            paint_bars(painter, area, seen.numbers, self._scale, self.palette())
        else:
            painter.fillRect(area, colors.background)
            painter.setPen(colors.muted)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "…" if seen is None else self._none)
        painter.setPen(QPen(colors.accent if self.hasFocus() and number == self._marked else colors.grid, 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(colors.text)
        caption = QRectF(area.left() - _GAP / 2, area.bottom() + 1, area.width() + _GAP, self._line())
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, f"{iteration:,}")

    @property
    def _is_surface(self) -> bool:
        return self._wanted is not None and self._wanted.kind == "surface"

    # ---- what a person does

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the moment that is clicked."""
        number = self._number_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._marked = number
            self.update()
            self.moment_wanted.emit(self.iterations[number])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a moment can be clicked."""
        is_on = self._number_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_on else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame by arrows; Enter asks for its moment."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._across(),
            Qt.Key.Key_Down: self._across(),
        }
        step, key = steps.get(Qt.Key(event.key())), event.key()
        if step is not None and self.iterations:
            self._marked = min(max(self._marked + step, 0), len(self.iterations) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.iterations:
            self.moment_wanted.emit(self.iterations[self._marked])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say of a moment what a click does."""
        if isinstance(event, QHelpEvent):
            number = self._number_at(event.pos())
            text = "" if number is None else self._hint.format(iteration=self.iterations[number])
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _describe(self) -> str:
        shown = ", ".join(f"{each:,}" for each in self.iterations)
        return f"{self._title} {shown}"

    # ---- look

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._none = self.tr("not there yet")
        self._hint = self.tr("After {iteration:,} updates. A click shows this moment in every panel.")
        self.setAccessibleName(self.tr("Many moments"))
        self.update()

    def restyle(self) -> None:
        """Take the colours of the moment."""
        self._make_images()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of a slide."""
        return QSize(900, 500)

    def minimumSizeHint(self) -> QSize:
        """Stay useful when small."""
        return QSize(320, 220)
