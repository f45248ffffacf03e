"""The docks of the window: one for each panel, wherever a person puts it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from playground.settings import LAYOUT_VERSION
from playground.widgets.dock_title import DockTitle

if TYPE_CHECKING:
    from playground.panels.base import Panel

# The columns of the first arrangement; the middle one takes the room that the sides leave.
LEFT, MIDDLE, RIGHT = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.TopDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
)


class Docks(QObject):
    """Builds the docks, arranges them as the panels ask, and saves and restores their arrangement."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks: list[QDockWidget] = []
        window.setDockNestingEnabled(True)

    def build(self, panels: list[type[Panel]]) -> None:
        """Build a dock for each panel and put it to its first place."""
        self.docks = [self._dock(panel()) for panel in panels]
        self.retranslate()
        self.arrange()

    @property
    def panels(self) -> list[Panel]:
        """The docks' contents."""
        return [dock.widget() for dock in self.docks]  # type: ignore[misc]  # each was put in by `_dock`

    def _dock(self, panel: Panel) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"{panel.name}Dock")
        dock.setTitleBarWidget(DockTitle(dock))
        dock.setWidget(panel)
        return dock

    def arrange(self) -> None:
        """Put every dock to its first place: column beside column, the sides as wide as they ask for.

        All of them stand in one of Qt's areas, side by side: areas of their own would leave handles around
        the central widget that this window does not have.
        """
        for dock in self.docks:
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        columns = [self._column(area) for area in (LEFT, MIDDLE, RIGHT)]
        heads = [column[0] for column in columns if column]
        for before, head in zip([None, *heads], heads, strict=False):
            self._place(head, before, Qt.Orientation.Horizontal)
        for column in columns:
            for above, dock in pairwise(column):
                self._place(dock, above, Qt.Orientation.Vertical)
        letter = self._window.fontMetrics().averageCharWidth()
        sides = [*columns[0][:1], *columns[2][:1]]
        widths = [dock.widget().columns * letter for dock in sides]
        self._window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)

    def _column(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        return [dock for dock in self.docks if dock.widget().area == area]

    def _place(self, dock: QDockWidget, beside: QDockWidget | None, direction: Qt.Orientation) -> None:
        if beside is None:
            self._window.addDockWidget(LEFT, dock)
        else:
            self._window.splitDockWidget(beside, dock, direction)
        dock.show()

    def save(self) -> QByteArray:
        """Give the arrangement as bytes."""
        return self._window.saveState(LAYOUT_VERSION)

    def restore(self, saved: QByteArray) -> None:
        """Take up a saved arrangement; one of another version, or a damaged one, changes nothing."""
        self._window.restoreState(saved, LAYOUT_VERSION)

    def retranslate(self) -> None:
        """Set the titles in the language of the moment."""
        for dock, panel in zip(self.docks, self.panels, strict=True):
            dock.setWindowTitle(panel.title())
