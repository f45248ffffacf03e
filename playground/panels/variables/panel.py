"""The dock beside the debugger: what the values are, what is watched, and where it stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.panels.base import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.panels.variables.sidebar import VariableSidebar
    from playground.session.session import Session


class VariablesPanel(Panel):
    """Variables, watches and breakpoints, below each other."""

    name = "variables"
    area = Qt.DockWidgetArea.LeftDockWidgetArea
    order = 6
    behind: ClassVar[str] = "draw"
    modules = ("playground.panels.variables.sidebar",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar: VariableSidebar | None = None
        """The whole content, from `attach` on."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Variables")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Show the values, and let them be watched."""
        from playground.panels.variables.sidebar import VariableSidebar  # brings NumPy: not before the first paint

        self.sidebar = VariableSidebar(session, self)
        yield from self.sidebar.build()
        self._column.addWidget(self.sidebar)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        if self.is_ready:
            self.sidebar.retranslate()

    def sizeHint(self) -> QSize:
        """Give a size at which the rows can be read whole."""
        return QSize(400, 600)
