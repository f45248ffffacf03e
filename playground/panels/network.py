"""The centre of the window: the network itself, what goes into it, and its arithmetic step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.panels.base import Panel

if TYPE_CHECKING:
    from playground.forms.network_view import NetworkView
    from playground.session.session import Session


class NetworkPanel(Panel):
    """The network as columns of neurons."""

    name = "network"
    area = Qt.DockWidgetArea.TopDockWidgetArea
    order = 10
    modules = ("playground.forms.network_view",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: NetworkView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Network")

    def attach(self, session: Session) -> None:
        """Build the diagram and show the session's network."""
        from playground.forms.network_view import NetworkView  # brings NumPy: not before the first paint

        self._view = NetworkView(session, self)
        self._column.addWidget(self._view, 1)
