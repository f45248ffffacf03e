"""The dock of the debugger: an iteration of training, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.panels.base import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.panels.debugger.view import DebugView
    from playground.session.session import Session


class DebuggerPanel(Panel):
    """Commands, the pass as a line and a tree, its graph and its matrices."""

    name = "debugger"
    area = Qt.DockWidgetArea.TopDockWidgetArea
    order = 12
    behind = "network"
    height_needed = 700  # the graph above the matrices, and the lines below them
    modules = ("playground.panels.debugger.view",)

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

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Build the views and show the session's debugger."""
        from playground.panels.debugger.view import DebugView  # brings NumPy: not before the first paint

        view = DebugView(session, self)
        yield from view.build()
        self.view = view
        self._column.addWidget(view)
        session.run.running_changed.connect(self._on_running_changed)
        session.debugger.trace_changed.connect(self.room_changed)

    @Slot(bool)
    def _on_running_changed(self, _running: bool) -> None:
        self.room_changed.emit()

    @property
    def needs_room(self) -> bool:
        """Whether there is a pass to be seen; while training runs, its curves are worth more."""
        return self.view is not None and not self.view.notice.is_needed

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        if self.is_ready:
            self.view.retranslate()

    def sizeHint(self) -> QSize:
        """Give a size in which one view at a time can be read."""
        return QSize(560, 330)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used."""
        return QSize(400, 220)
