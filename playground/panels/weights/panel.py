"""The dock of the numbers themselves: every weight and bias, to be read, changed and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.base import ViewPanel

if TYPE_CHECKING:
    from playground.panels.weights.view import WeightView
    from playground.session.session import Session


class WeightsPanel(ViewPanel):
    """Tables, histograms and pictures of the network's parameters."""

    name = "weights"
    order = 12
    modules = ("playground.panels.weights.view",)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Weights")

    def make_view(self, session: Session) -> WeightView:
        """Return the view of a session."""
        from playground.panels.weights.view import WeightView  # brings NumPy: not before the first paint

        return WeightView(session, self)

    def sizeHint(self) -> QSize:
        """Give a size at which a table is pleasant to read."""
        return QSize(560, 330)
