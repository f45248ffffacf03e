"""A typeset formula: a drawing from `resources/formulas`, in the colour of the text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

import resources
from playground.safety.paint_guard import guarded_paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

FOLDER = Path(resources.__file__).parent / "formulas"

_LETTERS = 24  # size in which the pictures were made
_SIZE = 1.05  # times the text around


@cache
def drawing(name: str) -> str | None:
    """Return the picture of a formula as SVG, None if there is none."""
    path = FOLDER / f"{name}.svg"
    return path.read_text("utf-8") if path.is_file() else None


class FormulaLabel(QWidget):
    """Shows a formula, as large as the text around it and smaller where there is too little room.

    A formula without a picture is written in one line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        """Which picture is shown; empty without one."""
        self._text = ""
        self._natural = QSize()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_formula(self, name: str, text: str) -> None:
        """Show a formula.

        Parameters
        ----------
        name : str
            Name of its picture without the ending, ``"Sigmoid.forward"``.
        text : str
            The formula in one line: it is heard by screen readers, and seen where there is no picture.
        """
        svg = drawing(name)
        self.name, self._text = name if svg else "", text
        self._natural = _renderer(svg, "#000000").defaultSize() if svg else QSize()
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the formula in one line."""
        return self._text

    def _scale(self, width: int) -> float:
        wanted = _SIZE * self.fontMetrics().ascent() / (0.75 * _LETTERS)
        return min(wanted, width / max(1, self._natural.width()))

    def sizeHint(self) -> QSize:
        """Give the size beside text of this size."""
        if not self.name:
            return self.fontMetrics().size(0, self._text)
        return self._natural * self._scale(100_000)

    def minimumSizeHint(self) -> QSize:
        """Be able to shrink."""
        return QSize(60, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Give the height that goes with a width."""
        if not self.name:
            return self.fontMetrics().boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, self._text).height()
        return round(self._natural.height() * self._scale(width))

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture at the left, or write the text."""
        with QPainter(self) as painter:
            color = self.palette().color(self.foregroundRole())
            svg = drawing(self.name) if self.name else None
            if svg is None:
                painter.setPen(color)
                painter.drawText(self.rect(), int(Qt.TextFlag.TextWordWrap), self._text)
            else:
                scale = self._scale(self.width())
                height = self._natural.height() * scale
                area = QRectF(0, (self.height() - height) / 2, self._natural.width() * scale, height)
                _renderer(svg, color.name()).render(painter, area)


def _renderer(svg: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))
