"""Which tabs are in front while a pass is stepped through, and afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from playground.session.stepping.debugger import Debugger
    from playground.window.docks import Docks
    from playground.window.places.room import Room


class SteppingTabs(QObject):
    """Brings to the front what stepping needs, and at its end what was in front before.

    A tab that a person chooses meanwhile stays.
    """

    def __init__(self, docks: Docks, room: Room) -> None:
        super().__init__(docks)
        self._docks, self._room = docks, room
        self._before: list[str] | None = None  # the panels in front when stepping began

    def follow(self, debugger: Debugger) -> None:
        """Follow a debugger."""
        debugger.opened_changed.connect(self._on_opened_changed)

    @Slot(bool)
    def _on_opened_changed(self, is_open: bool) -> None:
        self._room.set_stepping(is_open)
        if is_open and self._before is None:
            self._before = self._docks.in_front()
            for dock in self._docks.docks:
                if "step" not in dock.panel.in_front:
                    continue
                if self._room.is_folded(dock):
                    self._room.prefer(dock)  # it does not push away what is looked at
                else:
                    self._docks.show_panel(dock.panel.name)
        elif not is_open and self._before is not None:
            before, self._before = self._before, None
            self._docks.uncover(before, [panel.name for panel in self._docks.panels if "step" in panel.in_front])
