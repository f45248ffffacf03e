"""What the pages of the evaluation have in common that ask more than the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from playground.panels.evaluation.listing import Listing


class EvaluationPage(LiveLook, QWidget):
    """A page that asks while it is seen, and says which samples are listed beside it."""

    changed = Signal()
    """Something else is to be listed."""
    sample_chosen = Signal(int)
    """Row of a sample that somebody wants to look at, as `listing` shows it."""

    def refresh(self) -> None:
        """Show what there is, and have something newer asked if the network has moved on."""
        raise NotImplementedError(f"{type(self).__name__} needs a refresh()")

    def listing(self) -> Listing | None:
        """Return which samples are listed."""
        raise NotImplementedError(f"{type(self).__name__} needs a listing()")

    def show_row(self, row: int) -> None:
        """Show that this sample is the one that is looked at."""
