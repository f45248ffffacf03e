"""A label for figures that change many times a second."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint


class SteadyLabel(QLabel):
    """A label whose text can change without moving anything: one line, of a width that is reserved beforehand.

    A plain QLabel asks for a new layout of the whole window at every new text, which costs several milliseconds.

    Parameters
    ----------
    parent : QWidget, optional
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = ""
        self._reserved = ""
        self._how = _in_one_line(self.alignment())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def reserve(self, text: str) -> None:
        """Ask for the width of `text`; without it the label takes what the layout gives."""
        if text != self._reserved:
            self._reserved = text
            self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self.updateGeometry()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Put the text there; Python takes longer to join the flags than Qt to paint with them."""
        super().setAlignment(alignment)
        self._how = _in_one_line(alignment)

    def setText(self, text: str) -> None:
        """Show another text, in the same place."""
        if text != self._written:
            self._written = text
            self.update()
            self.setAccessibleDescription(text)  # a screen reader asks Qt, which does not know our text

    def text(self) -> str:
        """Give the text that is shown."""
        return self._written

    def shown(self) -> str:
        """Give the text as it is painted: shortened where it does not fit."""
        return self.elided(self._written)

    def elided(self, text: str) -> str:
        """Return as much of a text as fits."""
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def sizeHint(self) -> QSize:
        """Give the size of the reserved text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._reserved) + 2, metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Give the same size: there is nothing that could shrink."""
        return self.sizeHint()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text in one line, shortened where it does not fit."""
        with QPainter(self) as painter:  # which has the label's font and colour
            # Not by the style's drawItemText: the class of all styles is large, and made before the first paint.
            painter.drawText(self.rect(), self._how, self.shown())


def _in_one_line(alignment: Qt.AlignmentFlag) -> int:
    return int(alignment | Qt.TextFlag.TextSingleLine)
