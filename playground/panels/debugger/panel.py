"""The dock of the debugger: an iteration of training, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.base import ViewPanel
from playground.widgets.fields.tab_order import first_stop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.panels.debugger.view import DebugView
    from playground.session.session import Session


class DebuggerPanel(ViewPanel):
    """Commands, the pass as a line and a tree, its graph and its matrices."""

    name = "debugger"
    order = 11
    in_front = ("step",)
    modules = ("playground.panels.debugger.view",)
    margins = (8, 4, 8, 4)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Debugger")

    def make_view(self, session: Session) -> DebugView:
        """Return the view of a session."""
        from playground.panels.debugger.view import DebugView  # brings NumPy: not before the first paint

        return DebugView(session, self)

    def begins_at(self) -> QWidget | None:
        """Return the graph, or what leads to one: a person came to step, not to be asked."""
        return first_stop(self) if self.view is None else self.view.begins_at() or first_stop(self)

    def sizeHint(self) -> QSize:
        """Give a size in which one view at a time can be read."""
        return QSize(560, 330)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used; in less, it scrolls: nothing of a graph is cut."""
        return QSize(400, max(320, super().minimumSizeHint().height()))
