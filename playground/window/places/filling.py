"""One panel that fills the window for the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from playground.session.document.saved import Layout
    from playground.window.docks import Docks
    from playground.window.panel_dock import PanelDock
    from playground.window.places.room import Room


class Filling(QObject):
    """Hides all docks but one, and puts everything back exactly as it was; nothing of it is saved."""

    changed = Signal()
    """A panel fills the window, or none does any more."""

    def __init__(self, window: QMainWindow, docks: Docks, room: Room) -> None:
        super().__init__(window)
        self._docks, self._room = docks, room
        self._filled: PanelDock | None = None
        self._before = QByteArray()
        self._layout: Layout | None = None
        docks.about_to_show.connect(self._on_about_to_show)

    @property
    def is_on(self) -> bool:
        """Whether a panel fills the window."""
        return self._filled is not None

    @property
    def layout_before(self) -> Layout | None:
        """The arrangement as it was when a panel began to fill the window, None where none does."""
        return self._layout if self.is_on else None

    @Slot(object)
    def toggle(self, dock: PanelDock) -> None:
        """Let a dock fill the window, or put everything back; one in a window of its own goes back into this one."""
        if self.is_on:
            self.end()
        elif dock.isFloating():
            dock.setFloating(False)
        else:
            self._before, self._layout = self._docks.save(), self._room.layout()
            self._filled = dock
            for other in self._docks.docks:
                if other is not dock and not other.isFloating():
                    other.hide()
            self.changed.emit()
            dock.panel.take_focus()

    @Slot()
    def end(self) -> None:
        """Put everything back."""
        dock, self._filled = self._filled, None
        if dock is not None:
            self._docks.restore(self._before)
            self.changed.emit()

    @Slot(object)
    def _on_about_to_show(self, dock: PanelDock) -> None:
        if self.is_on and dock is not self._filled:
            self.end()
