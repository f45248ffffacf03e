"""An update of the past opened: as the moment before it, which is only looked at, or step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from nn.layers.base import LAYERS
from nn.training.batch_feed import batch_rows

if TYPE_CHECKING:
    from nn.inspection.element import Element
    from nn.replay import Way
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.past.playhead import Playhead
    from playground.session.running.timeline import Timeline
    from playground.session.stepping.debugger import Debugger


class UpdateOpening(QObject):
    """Goes to an update on a way, as long as that way leads to the document."""

    panel_requested = Signal(str)
    """Name of a panel that is to be seen."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self,
        timeline: Timeline,
        looking: Looking,
        library: Library,
        playhead: Playhead,
        debugger: Debugger,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._looking, self._library = timeline, looking, library
        self._playhead, self._debugger = playhead, debugger

    def look_at(self, way: Way, iteration: int, row: int | None = None) -> None:
        """Let all panels look at the moment before an update, and at a sample of its batch; this edits nothing.

        Parameters
        ----------
        way
            On which the update is.
        iteration
            Its number.
        row
            The sample's row in the training data, None to leave the sample as it is.
        """
        if not self._may_go(way, iteration):
            return
        self._playhead.go(max(iteration - 1, self._playhead.first))
        if row is not None:
            if way.leg_of(iteration).data is self._library.data:
                self._looking.show_row(row, "train")
            else:
                self.status.emit(self.tr("The data were others then: the sample itself cannot be shown."))

    def step_through(self, way: Way, iteration: int, row: int | None = None, element: Element | None = None) -> None:
        """Open an update in the debugger, or the pass of one sample of its batch; this edits nothing.

        Parameters
        ----------
        way, iteration, row
            As for `look_at`; without a row the whole batch goes through.
        element
            The number to look at there.
        """
        if not self._may_go(way, iteration):
            return
        self._debugger.look_at_update(iteration, self._place(way, iteration, row), element)
        self.panel_requested.emit("debugger")

    def step_into(self, way: Way, iteration: int) -> None:
        """Open an update in the debugger, at the start of its pass; this edits nothing.

        One more than the way has is the pass whose loss was no number: the network still stands before it.
        """
        if not self._may_go(way, min(iteration, way.last)):
            return
        if iteration > way.last:
            self._playhead.to_now()
            self._debugger.choose("batch")
            self._debugger.restart()
        else:
            self._debugger.look_at_update(iteration, cursor=0)
        self.panel_requested.emit("debugger")

    @staticmethod
    def _place(way: Way, iteration: int, row: int | None) -> int | None:
        """Return where in its batch a sample is, None where it cannot go through without the others."""
        leg = way.leg_of(iteration)
        goes_alone = all(LAYERS[layer.kind].smallest_batch == 1 for layer in leg.spec.layers)
        if row is None or leg.data is None or not goes_alone:
            return None
        places = np.flatnonzero(batch_rows(leg.data, leg.config, iteration) == row)
        return int(places[0]) if len(places) else None

    def _may_go(self, way: Way, iteration: int) -> bool:
        now = self._timeline.way
        is_there = now is not None and now.first < iteration <= now.last
        if (
            now is None
            or not is_there
            or now.leg_of(iteration).checkpoints[0] is not way.leg_of(iteration).checkpoints[0]
        ):
            self.status.emit(self.tr("This training no longer leads to your network: another future took its place."))
            return False
        return True
