"""Hints in a plot as long as there is nothing to plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from playground.panels.curves.data import CurveData
    from playground.panels.curves.view import CurveView
    from playground.widgets.look.colors import ChartColors


class CurveHints(QObject):
    """A sentence in the middle of each plot that is empty, saying why."""

    def __init__(self, view: CurveView) -> None:
        super().__init__(view)
        self._view = view
        self._loss, self._accuracy = QLabel(view), QLabel(view)
        for hint in (self._loss, self._accuracy):
            hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
            hint.setWordWrap(True)
            hint.setMargin(4)
            hint.setAutoFillBackground(True)  # the grid does not run through the words
            hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def empty_text(self) -> str:
        """What is said as long as there is nothing at all."""
        return self._loss.text()

    def restyle(self, colors: ChartColors) -> None:
        """Take the colours of a theme."""
        for hint in (self._loss, self._accuracy):
            palette = QPalette(self._view.palette())
            palette.setColor(QPalette.ColorRole.WindowText, colors.muted)
            palette.setColor(QPalette.ColorRole.Window, colors.background)
            hint.setPalette(palette)

    def refresh(self, data: CurveData, *, is_empty: bool) -> None:
        """Say what is missing in the language of the moment; nothing that can be seen is explained."""
        self._loss.setVisible(is_empty)
        self._accuracy.setVisible(
            bool(data.last_position) and not data.has_accuracy and self._view.accuracy in self._view.plots
        )
        self._say(self._loss, self.tr("Press Train to watch the loss fall"))
        if data.evaluation_count:
            self._say(self._accuracy, self.tr("No accuracy: the network predicts numbers, not classes"))
        else:
            self._say(self._accuracy, self.tr("The accuracy appears after the first epoch"))

    def _say(self, hint: QLabel, text: str) -> None:
        if text != hint.text():
            hint.setText(text)
            self.place()

    def place(self) -> None:
        """Put the sentences into the middle of their plots, as wide as they need and the plots allow."""
        for hint, plot in ((self._loss, self._view.loss), (self._accuracy, self._view.accuracy)):
            area = self._view.area(plot)
            width = min(area.width(), hint.fontMetrics().horizontalAdvance(hint.text()) + 2 * hint.margin() + 2)
            frame = QRect(0, 0, width, hint.heightForWidth(width))
            frame.moveCenter(area.center())
            hint.setGeometry(frame)
