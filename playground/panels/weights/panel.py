"""The dock of the numbers themselves: every weight and bias, to be read, changed and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from playground.panels.base import Panel
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.panels.weights.view import WeightView
    from playground.session.session import Session


class WeightsPanel(Panel):
    """Tables, histograms and pictures of the network's parameters."""

    name = "weights"
    area = Qt.DockWidgetArea.TopDockWidgetArea
    order = 14
    behind = "network"
    modules = ("playground.panels.weights.view",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: WeightView | None = None
        """The whole content, from `attach` on."""
        self._column = in_column(of=self, margins=(8, 6, 8, 8))
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Weights")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Show the network's numbers."""
        from playground.panels.weights.view import WeightView  # brings NumPy: not before the first paint

        self.view = WeightView(session, self)
        yield from self.view.build()
        self._column.addWidget(self.view)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        if self.is_ready:
            self.view.retranslate()

    def sizeHint(self) -> QSize:
        """Give a size at which a table is pleasant to read."""
        return QSize(560, 330)
