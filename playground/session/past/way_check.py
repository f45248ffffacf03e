"""A way that was trained elsewhere: that its bits may be others here is said, and tried at every kept moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.replay.check import first_disagreement
from nn.replay.surroundings import Surroundings
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said

if TYPE_CHECKING:
    from nn.replay import Way
    from nn.replay.check import Disagreement
    from playground.session.loading import Loaded
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline


class WayCheck(QObject):
    """Says of a way from a file that its moments may differ here, and trains from each kept one to the next.

    Training and an edit give it up.
    """

    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, timeline: Timeline, run: TrainingRun, parent: QObject) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._agreeing: tuple[Surroundings, ...] = ()  # from where parts of a way came to the same bits here
        self._replays = Slices(self)
        self._replays.done.connect(self._on_done)
        timeline.cleared.connect(self._replays.cancel)
        run.running_changed.connect(self._replays.cancel)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._replays.close()

    @property
    def is_busy(self) -> bool:
        """Whether moments are being compared."""
        return self._replays.key is not None

    @property
    def may_differ(self) -> bool:
        """Whether moments that are found again may not be as they were: nobody has seen yet that they are."""
        way = self._timeline.way
        places = [] if way is None else [leg.where for leg in way.legs if leg.where is not None]
        return any(not any(place is each for each in self._agreeing) for place in places)

    def begin(self) -> None:
        """Compare, if the way was trained elsewhere and its data are there."""
        way = self._timeline.way
        if way is None or self.is_busy or any(leg.data is None for leg in way.legs):
            return
        where = next((leg.where for leg in way.legs if leg.where is not None), None)
        if where is not None:
            differences = "; ".join(said(ValueError(each)) for each in Surroundings.here().differences(where))
            text = self.tr(
                "This was trained elsewhere ({differences}): moments that are found again may differ in their digits. "
                "The kept ones are being compared."
            )
            self.status.emit(text.format(differences=differences))
            self._replays.start(Work(way, partial(first_disagreement, way)))

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        if loaded.failure:
            self.failed.emit(loaded.failure)
            return
        way: Way = loaded.key
        found: Disagreement | None = loaded.result
        if found is None:
            self._agreeing = tuple(leg.where for leg in way.legs if leg.where is not None)
            text = self.tr("Training comes to the same bits here at all {count:,} kept moments.")
            self.status.emit(text.format(count=way.count))
        else:
            text = self.tr(
                "Training again from iteration {since:,} does not come to the bits that were kept of iteration "
                "{iteration:,}: parameters differ by up to {largest:.2g}. Kept moments are exact, others are not."
            )
            said_so = text.format(since=found.since, iteration=found.iteration, largest=found.largest)
            self.status.emit(said_so)
