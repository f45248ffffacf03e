"""The dock in which networks race."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.late_panel import LatePanel

if TYPE_CHECKING:
    from playground.panels.races.view import RacesView
    from playground.session.session import Session


class RacesPanel(LatePanel):
    """The book's experiments as cards: a question before, contestants side by side, and what came out."""

    name = "races"
    order = 17
    modules_later = (
        "playground.session.racing.racing",
        "playground.panels.races.view",
    )

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Races")

    def make_view(self, session: Session) -> RacesView:
        """Return the view of a session."""
        from playground.panels.races.view import RacesView  # brings NumPy: not before somebody looks

        return RacesView(session, self)

    def sizeHint(self) -> QSize:
        """Give a size at which four curves and a question are pleasant to read."""
        return QSize(760, 420)
