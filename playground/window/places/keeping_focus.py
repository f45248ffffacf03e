"""Where the keyboard goes when what had it goes away: it stays where the person works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QWidget
from shiboken6 import isValid

from playground.panels.base import Panel
from playground.widgets.fields.tab_order import first_stop
from playground.window.focus_ring import is_gone

if TYPE_CHECKING:
    from playground.window.docks import Docks
    from playground.window.focus_ring import FocusRing


class KeepingFocus(QObject):
    """Brings the keyboard back into the panel or bar in which a control was pressed that is hidden or grey since.

    Qt gives it to whatever comes next in the window: the space bar would then train an iteration.
    """

    def __init__(self, window: QMainWindow, docks: Docks, ring: FocusRing) -> None:
        super().__init__(window)
        self._window, self._docks, self._ring = window, docks, ring
        self._lost: QWidget | None = None  # what had the keyboard in a panel that went away as a whole
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or now.window() is not self._window or not isValid(before):
            return
        if before.window() is not self._window or not is_gone(before):
            self._lost = None  # it went by a person's hand
            return
        place = self._place_of(before)
        if place is not None and not place.isVisible():
            self._lost = self._lost or before
        if place is None or not place.isVisible() or place.isAncestorOf(now):
            return
        self._give(place.begins_at() if isinstance(place, Panel) else first_stop(place))

    @Slot()
    def bring_back(self) -> None:
        """Give the keyboard back to what had it before the panels were arranged anew, if that is seen again."""
        lost, self._lost = self._lost, None
        if lost is not None and not is_gone(lost):
            self._give(lost)

    def _give(self, stop: QWidget | None) -> None:
        is_ringed = self._ring.widget() is not None
        if stop is not None:
            stop.setFocus()
            self._ring.surround(stop if is_ringed else None)

    def _place_of(self, widget: QWidget) -> QWidget | None:
        panel = next((panel for panel in self._docks.panels if panel.isAncestorOf(widget)), None)
        if panel is not None:
            return panel
        return next((bar for bar in self._window.findChildren(QToolBar) if bar.isAncestorOf(widget)), None)
