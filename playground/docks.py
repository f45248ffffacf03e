"""The docks of the window: one for each panel, wherever a person puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from playground.settings import LAYOUT_VERSION

if TYPE_CHECKING:
    from playground.panels.base import Panel

Area = Qt.DockWidgetArea


class Docks(QObject):
    """Builds the docks, arranges them as the panels ask, and saves and restores their arrangement."""

    def __init__(self, window: QMainWindow, panels: list[type[Panel]]) -> None:
        super().__init__(window)
        self._window = window
        window.setDockNestingEnabled(True)
        # Without a central widget the top area is the middle column, between left and right at full height.
        for corner, area in (
            (Qt.Corner.TopLeftCorner, Area.LeftDockWidgetArea),
            (Qt.Corner.BottomLeftCorner, Area.LeftDockWidgetArea),
            (Qt.Corner.TopRightCorner, Area.RightDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Area.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)
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
        dock.setWidget(panel)
        self._window.addDockWidget(panel.area, dock)
        return dock

    def arrange(self) -> None:
        """Put every dock to its first place, visible and at a width that suits its content."""
        for dock, panel in zip(self.docks, self.panels, strict=True):
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
            self._window.addDockWidget(panel.area, dock)
            dock.show()
        widths = [panel.sizeHint().width() for panel in self.panels]
        self._window.resizeDocks(self.docks, widths, Qt.Orientation.Horizontal)

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
