"""The dock beside the debugger: what the values are, what is watched, and where it stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.base import ViewPanel

if TYPE_CHECKING:
    from playground.panels.variables.sidebar import VariableSidebar
    from playground.session.session import Session


class VariablesPanel(ViewPanel):
    """Variables, watches and breakpoints, below each other."""

    name = "variables"
    place = "settings"
    order = 31
    in_front = ("step",)
    modules = ("playground.panels.variables.sidebar",)
    margins = (2, 2, 2, 2)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Variables")

    def make_view(self, session: Session) -> VariableSidebar:
        """Return the view of a session."""
        from playground.panels.variables.sidebar import VariableSidebar  # brings NumPy: not before the first paint

        return VariableSidebar(session, self)

    def sizeHint(self) -> QSize:
        """Give a size at which the rows can be read whole."""
        return QSize(400, 600)
