"""A program that is only read, with some of its lines lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.code.highlighting import PythonHighlighter
from playground.widgets.code.lights import line_light
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRENGTH = 0.16  # share of the accent in the lines that are lit
_BAR = 3  # px of the bar beside them


class CodeView(LiveLook, QPlainTextEdit):
    """Shows Python, coloured; lines that are at work have a tint and a bar at their left, and are in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit: tuple[int, ...] = ()
        """The lines that are lit, from 0."""
        self._highlighter = PythonHighlighter(self.document())
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.restyle()

    def show_code(self, text: str, lit: Sequence[int]) -> None:
        """Show a program and light some of its lines."""
        if text != self.toPlainText():
            self.setPlainText(text)
        if tuple(lit) != self.lit or text:
            self.lit = tuple(lit)
            self._light()

    def lit_texts(self) -> list[str]:
        """Give the lines that are lit."""
        return [self.document().findBlockByNumber(line).text() for line in self.lit]

    def _light(self) -> None:
        colors = chart_colors(self.palette())
        colour = blend(colors.background, colors.accent, _STRENGTH)
        self.setExtraSelections([line_light(self.document().findBlockByNumber(line), colour) for line in self.lit])
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll so that the lines that are lit are seen, the last one in any case."""
        if not self.lit:
            return
        bar = self.verticalScrollBar()  # counts lines
        first, last, seen = self.lit[0], self.lit[-1], max(bar.pageStep(), 1)
        if not (bar.value() <= first and last < bar.value() + seen):
            bar.setValue(min(max(last + 2 - seen, 0), max(first - 1, 0)) if last - first < seen else last + 1 - seen)
        self.horizontalScrollBar().setValue(0)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the bars."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            for line in self.lit:
                block = self.document().findBlockByNumber(line)
                area = self.blockBoundingGeometry(block).translated(self.contentOffset())
                painter.fillRect(QRectF(0, area.top(), _BAR, area.height()), chart_colors(self.palette()).accent)

    def restyle(self) -> None:
        """Take the colours and the fixed font of the moment."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
        self._highlighter.use(chart_colors(self.palette()))
        self._light()
