"""The dock of the debugger: an iteration of training, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from playground.panels.base import ViewPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.panels.debugger.view import DebugView
    from playground.session.session import Session


class DebuggerPanel(ViewPanel):
    """Commands, the pass as a line and a tree, its graph and its matrices."""

    name = "debugger"
    area = Qt.DockWidgetArea.TopDockWidgetArea
    order = 12
    behind = "network"
    in_front = ("step",)
    height_needed = 700  # the graph above the matrices, and the lines below them
    modules = ("playground.panels.debugger.view",)
    margins = (8, 4, 8, 4)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Debugger")

    def make_view(self, session: Session) -> DebugView:
        """Return the view of a session."""
        from playground.panels.debugger.view import DebugView  # brings NumPy: not before the first paint

        return DebugView(session, self)

    def _come_to_life(self, session: Session) -> Iterator[None]:
        yield from super()._come_to_life(session)
        session.run.running_changed.connect(self.room_changed)
        session.debugger.trace_changed.connect(self.room_changed)

    @property
    def needs_room(self) -> bool:
        """Whether there is a pass to be seen; while training runs, its curves are worth more."""
        return self.view is not None and not self.view.notice.is_needed

    def sizeHint(self) -> QSize:
        """Give a size in which one view at a time can be read."""
        return QSize(560, 330)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used."""
        return QSize(400, 220)
