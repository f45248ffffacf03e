"""The size of the text in the whole window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

SIZES = (0.9, 1.0, 1.1, 1.25, 1.4, 1.5, 1.75, 2.0)


class TextSize(QObject):
    """Makes every text larger or smaller, as a multiple of the system's size.

    Attributes
    ----------
    scale : float
        The multiple that is chosen.
    """

    chosen = Signal(float)
    """A person took another size."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self._base = 0.0  # points of the system's font

    def use(self, scale: float) -> None:
        """Show text in a multiple of the system's size."""
        if scale == self.scale:
            return
        from PySide6.QtGui import QFont, QFontInfo  # large classes, not made before the first paint

        if not self._base:
            self._base = QFontInfo(QApplication.font()).pointSizeF()
        self.scale = scale
        font = QFont(QApplication.font())
        font.setPointSizeF(self._base * scale)
        QApplication.setFont(font)

    @Slot()
    def larger(self) -> None:
        """Take the next larger size."""
        self._choose(min((size for size in SIZES if size > self.scale), default=SIZES[-1]))

    @Slot()
    def smaller(self) -> None:
        """Take the next smaller size."""
        self._choose(max((size for size in SIZES if size < self.scale), default=SIZES[0]))

    @Slot()
    def usual(self) -> None:
        """Take the system's size."""
        self._choose(1.0)

    def _choose(self, scale: float) -> None:
        self.use(scale)
        self.chosen.emit(scale)
