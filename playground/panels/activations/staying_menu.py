"""A menu of check marks that stays open while several are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class StayingMenu(QMenu):
    """Does not close when a check mark in it is clicked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set a check mark and stay."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
