"""Which tabs are in front while a pass is stepped through, and afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from playground.session.stepping.debugger import Debugger
    from playground.window.docks import Docks


class SteppingTabs(QObject):
    """Brings to the front what stepping needs, and at its end what was in front before.

    A tab that a person chooses meanwhile stays.
    """

    def __init__(self, docks: Docks) -> None:
        super().__init__(docks)
        self._docks = docks
        self._before: list[str] | None = None  # the panels in front when stepping began

    def follow(self, debugger: Debugger) -> None:
        """Follow a debugger."""
        debugger.opened_changed.connect(self._on_opened_changed)

    @Slot(bool)
    def _on_opened_changed(self, is_open: bool) -> None:
        if is_open and self._before is None:
            self._before = self._docks.in_front()
            for panel in self._docks.panels:
                if "step" in panel.in_front:
                    self._docks.show_panel(panel.name)
        elif not is_open and self._before is not None:
            before, self._before = self._before, None
            self._docks.uncover(before, [panel.name for panel in self._docks.panels if "step" in panel.in_front])
