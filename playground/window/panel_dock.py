"""A dock with a panel in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDockWidget

from playground.window.dock_title import DockTitle
from playground.window.panel_scroll import PanelScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMainWindow

    from playground.panels.base import Panel

STRIP_HEIGHT = 48  # px of a panel along the foot


class PanelDock(QDockWidget):
    """Lets its panel become smaller than what is in it, which then scrolls, and hides it behind another tab.

    Qt calls what is behind a tab visible: Tab would stop there, and a screen reader would tell of it.

    Attributes
    ----------
    panel : Panel
        The content.
    """

    def __init__(self, window: QMainWindow, panel: Panel) -> None:
        super().__init__(window, objectName=f"{panel.name}Dock")
        self.panel = panel
        self.content = PanelScroll(panel, STRIP_HEIGHT) if panel.place == "time" else PanelScroll(panel)
        self.setTitleBarWidget(DockTitle(self))
        self.setWidget(self.content)
        # Not the scroll area: a dock with nothing in its layout has no greatest size but 0, and so have its tabs.
        self.visibilityChanged.connect(panel.setVisible)

    @property
    def is_strip(self) -> bool:
        """Whether this is so low that its title gives its room to the panel."""
        return self.panel.place == "time" and self.height() < 2 * STRIP_HEIGHT

    @property
    def is_in_front(self) -> bool:
        """Whether this is the one of its tabs that is seen; Qt calls those behind visible, too."""
        return not self.visibleRegion().isEmpty()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the panel."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow when this becomes a strip, and when it is none any more."""
        super().resizeEvent(event)
        if self.panel.place == "time":
            self.panel.show_strip(self.is_strip)
            self.titleBarWidget().resized.emit()
