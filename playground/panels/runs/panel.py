"""The dock with all runs of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.late_panel import LatePanel

if TYPE_CHECKING:
    from playground.panels.runs.view import RunsView
    from playground.session.session import Session


class RunsPanel(LatePanel):
    """What was trained before, beside what is trained now."""

    name = "runs"
    place = "time"
    order = 21
    modules_later = (
        "playground.session.runs.runs",
        "playground.session.runs.again",
        "playground.panels.runs.view",
    )

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Runs")

    def make_view(self, session: Session) -> RunsView:
        """Return the view of a session."""
        from playground.panels.runs.view import RunsView  # brings NumPy: not before somebody looks

        return RunsView(session)

    def minimumSizeHint(self) -> QSize:
        """Give the room of the heads and some rows; the rest scrolls."""
        return QSize(240, 100)

    def sizeHint(self) -> QSize:
        """Give a size at which some runs are pleasant to compare."""
        return QSize(560, 240)
