"""The dock that judges a network on many samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.base import ViewPanel

if TYPE_CHECKING:
    from playground.panels.evaluation.view import EvaluationView
    from playground.session.session import Session


class EvaluationPanel(ViewPanel):
    """The table of true classes against those that are said, the samples in it, and how sure the network may be."""

    name = "evaluation"
    order = 16
    modules = ("playground.panels.evaluation.view",)
    modules_later = (
        "playground.panels.evaluation.robust_page",
        "playground.panels.evaluation.changes_page",
        "playground.panels.evaluation.map_page",
    )

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Evaluation")

    def make_view(self, session: Session) -> EvaluationView:
        """Return the view of a session."""
        from playground.panels.evaluation.view import EvaluationView  # brings NumPy: not before the first paint

        return EvaluationView(session, self)

    def sizeHint(self) -> QSize:
        """Give a size at which ten classes and their samples are pleasant to read."""
        return QSize(620, 360)
