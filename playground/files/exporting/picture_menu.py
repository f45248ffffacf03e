"""The menu that makes a picture of any panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped
from playground.window.panel_dock import PanelDock

if TYPE_CHECKING:
    from playground.files.exporting.writing import Writing


class PanelPictureMenu(QMenu):
    """Lists the window's docks; each can become pixels (PNG) or lines and letters (SVG), as it looks at the moment."""

    def __init__(self, writing: Writing, window: QMainWindow) -> None:
        super().__init__(window, objectName="panelPictureMenu", icon=icon("picture"), toolTipsVisible=True)
        self._writing, self._window = writing, window
        self.aboutToShow.connect(self.list_panels)
        self.triggered.connect(self._on_panel_chosen)
        self.retranslate()

    @Slot()
    def list_panels(self) -> None:
        """List the docks by the titles they have now."""
        self.clear()
        for dock in self._window.findChildren(QDockWidget):
            action = self.addAction(f"{dock.windowTitle()}…")
            action.setData(dock.objectName())

    @Slot(QAction)
    def _on_panel_chosen(self, action: QAction) -> None:
        name = action.data()
        dock = self._dock(name)
        dock.show()
        dock.raise_()  # it is laid out for its size while the file is chosen
        title, file = action.text().removesuffix("…"), name.removesuffix("Dock")
        self._writing.ask(title, file, (".png", ".svg"), partial(self.export, name))

    def export(self, name: str, path: str) -> None:
        """Write what the panel of a dock shows, which is in sight, as PNG or, for a path that ends so, as SVG."""
        from playground.panels.picture_writing import picture_work  # rarely needed: not at start-up

        self._writing.write(path, picture_work(self._dock(name).panel, path))

    def _dock(self, name: str) -> PanelDock:
        dock = self._window.findChild(PanelDock, name)
        assert isinstance(dock, PanelDock)
        return dock

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setTitle(self.tr("Picture of a &panel"))
        explanation = self.tr("A panel as it looks now, as PNG, three times as fine as on the screen, or as SVG")
        self.menuAction().setStatusTip(explanation)
        self.menuAction().setToolTip(wrapped(explanation))
