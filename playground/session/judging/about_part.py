"""A question about the samples that the evaluation is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.session.judging.answering import Answering

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from playground.session.judging.evaluating import Evaluating
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.running.run import TrainingRun


class AboutPart(Answering):
    """Asks about the part of the data that was chosen for the evaluation, at its pace, and only where it can ask."""

    def __init__(
        self,
        evaluating: Evaluating,
        looking: Looking,
        library: Library,
        run: TrainingRun,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(looking, library, run, evaluating.pace, parent)
        self._evaluating = evaluating

    def obstacle(self) -> str:
        """Say why there is nothing to ask, in the person's language; empty if there is."""
        return self._evaluating.obstacle()
