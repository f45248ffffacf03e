"""The dock of the debugger: an iteration of training, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.panels.base import Panel

if TYPE_CHECKING:
    from playground.forms.debug_view import DebugView
    from playground.session.session import Session


class DebuggerPanel(Panel):
    """Commands, the pass as a line and a tree, its graph and its matrices."""

    name = "debugger"
    area = Qt.DockWidgetArea.TopDockWidgetArea
    order = 12
    behind = "network"
    height_needed = 460
    modules = ("playground.forms.debug_view",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: DebugView | None = None
        """The whole content, from `attach` on."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Debugger")

    def attach(self, session: Session) -> None:
        """Build the views and show the session's debugger."""
        from playground.forms.debug_view import DebugView  # brings NumPy: not before the first paint

        self.view = DebugView(session, self)
        self._column.addWidget(self.view)

    def sizeHint(self) -> QSize:
        """Give a size in which one view at a time can be read."""
        return QSize(560, 330)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used."""
        return QSize(400, 220)
