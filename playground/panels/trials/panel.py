"""The dock in which settings are searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.late_panel import LatePanel

if TYPE_CHECKING:
    from playground.panels.trials.view import SearchView
    from playground.session.session import Session


class TrialsPanel(LatePanel):
    """Tries many settings, each judged on samples held back, and shows which learn best."""

    name = "trials"
    place = "stage"
    order = 17
    modules_later = (
        "playground.session.searching.searching",
        "playground.panels.trials.view",
    )

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Search")

    def make_view(self, session: Session) -> SearchView:
        """Return the view of a session."""
        from playground.panels.trials.view import SearchView  # brings NumPy: not before somebody looks

        return SearchView(session)

    def minimumSizeHint(self) -> QSize:
        """Give the least room; the rest scrolls."""
        return QSize(240, 120)

    def sizeHint(self) -> QSize:
        """Give a size at which a table of trials is pleasant to read."""
        return QSize(620, 360)
