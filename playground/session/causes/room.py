"""Causes as the session has them: why a training went wrong, and what would have been."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from playground.session.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.session.causes.finding import CauseFinding
    from playground.session.causes.imagining import Imagining
    from playground.session.document.document import Document
    from playground.session.past.room import PastRoom
    from playground.session.running.control import RunControl
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline
    from playground.session.runs.branches import Branches


class CausesRoom(Room):
    """Makes the parts that ask why, which many never do."""

    requested = Signal(object)
    """The iteration of which somebody asks why it went wrong there, None for the end."""
    what_if_requested = Signal(object)
    """The iteration from which somebody wants something to have been otherwise, None for any."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        control: RunControl,
        timeline: Timeline,
        *,
        past: PastRoom,
        branches: Callable[[], Branches],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control, self._timeline = document, run, control, timeline
        self._past, self._branches = past, branches

    @cached_property
    def finding(self) -> CauseFinding:
        """Why a training went wrong."""
        from playground.session.causes.finding import CauseFinding

        meets = (self._document, self._run, self._control, self._timeline, self._past.playhead, self._branches())
        return self._adopted(CauseFinding(*meets, self))

    @cached_property
    def imagining(self) -> Imagining:
        """What would have been, had something been otherwise."""
        from playground.session.causes.imagining import Imagining

        return self._adopted(Imagining(self._control, self._timeline, self._branches(), self))
