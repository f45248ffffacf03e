"""Which line is what: a row of names with a sample of each line."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row


class LineStyle(NamedTuple):
    """How a line looks.

    Attributes
    ----------
    width : float
        Pixels.
    dots : float
        Diameter of its dots in pixels, 0 for none.
    square : bool
        Whether the dots are square.
    dash : (float, float) or None
        Pixels of a dash and of the gap behind it; None for a solid line.
    """

    width: float
    dots: float = 0
    square: bool = False
    dash: tuple[float, float] | None = None


class Swatch(QWidget):
    """A short piece of a line."""

    def __init__(self, style: LineStyle) -> None:
        super().__init__()
        self._style = style
        self._color = QColor()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Give its size, by the height of the text beside it."""
        height = self.fontMetrics().height()
        return QSize(round(1.6 * height), height)

    def set_color(self, color: QColor) -> None:
        """Take the colour of a theme."""
        self._color = color
        self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and one dot in the middle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            pen = QPen(self._color, max(1.5, self._style.width))
            if self._style.dash is not None:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([length / pen.widthF() for length in self._style.dash])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            if self._style.dots:
                cap = Qt.PenCapStyle.SquareCap if self._style.square else Qt.PenCapStyle.RoundCap
                painter.setPen(QPen(self._color, self._style.dots, Qt.PenStyle.SolidLine, cap))
                painter.drawPoint(QPointF(self.width() / 2, middle))


class LegendEntry(QWidget):
    """The sample of one line and its name."""

    def __init__(self, style: LineStyle) -> None:
        super().__init__()
        self.swatch = Swatch(style)
        self._label = QLabel()
        in_row(self.swatch, self._label, of=self, spacing=5)

    def set_text(self, name: str, explanation: str) -> None:
        """Set the name and what the line means."""
        self._label.setText(name)
        self.setToolTip(explanation)


_WATCH = LineStyle(1.6)


class CurveLegend(QWidget):
    """A row of entries; the last one can be taken away with its line, and behind it a watch has its own."""

    def __init__(self, styles: tuple[LineStyle, ...]) -> None:
        super().__init__()
        self.entries = tuple(LegendEntry(style) for style in styles)
        self.forget = tool_button("close", "buttonForgetLastRun", side=12)
        self.watch = LegendEntry(_WATCH)
        self.watch.hide()
        in_row(*self.entries, self.forget, self.watch, STRETCH, of=self, spacing=10)
        self.show_last(False)

    def show_last(self, shown: bool) -> None:
        """Show the last entry and the button behind it, or neither."""
        self.entries[-1].setVisible(shown)
        self.forget.setVisible(shown)

    def name_watch(self, text: str, explanation: str) -> None:
        """Name the watch beside the loss, none if empty."""
        self.watch.setVisible(bool(text))
        self.watch.set_text(text, explanation)

    def set_colors(self, colors: tuple[QColor, ...]) -> None:
        """Take the colours of a theme, one for each entry."""
        for entry, color in zip(self.entries, colors, strict=True):
            entry.swatch.set_color(color)

    def set_texts(self, texts: tuple[tuple[str, str], ...]) -> None:
        """Set a name and an explanation for each entry."""
        for entry, (name, explanation) in zip(self.entries, texts, strict=True):
            entry.set_text(name, explanation)
