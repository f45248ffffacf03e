"""The past as a person meets it: the moments of the training that led here, and what can be asked of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from playground.session.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.session.document.document import Document
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.past.asking import Asking
    from playground.session.past.first_time import FirstTime
    from playground.session.past.many_moments import ManyMoments
    from playground.session.past.number_past import NumberPast
    from playground.session.past.number_trail import NumberTrail
    from playground.session.past.playhead import Playhead
    from playground.session.past.teachers import Teachers
    from playground.session.past.update_opening import UpdateOpening
    from playground.session.past.watch_past import WatchPast
    from playground.session.past.way_check import WayCheck
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline
    from playground.session.runs.branches import Branches
    from playground.session.stepping.debugger import Debugger
    from playground.session.stepping.watch_recorder import WatchRecorder


class PastRoom(Room):
    """Makes the parts that look back; those of other rooms that they lead to are asked for as late as they are."""

    moments_requested = Signal(object)
    """Wanted: something of the network that is to be seen at many moments beside each other."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        timeline: Timeline,
        looking: Looking,
        library: Library,
        *,
        branches: Callable[[], Branches],
        debugger: Callable[[], Debugger],
        recorder: Callable[[], WatchRecorder],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._timeline = document, run, timeline
        self._looking, self._library = looking, library
        self._branches, self._debugger, self._recorder = branches, debugger, recorder

    @cached_property
    def playhead(self) -> Playhead:
        """The moment of the training that led here at which all panels look."""
        from playground.session.past.playhead import Playhead

        return self._adopted(Playhead(self._run, self._timeline, self._looking, self._branches(), self))

    @cached_property
    def way_check(self) -> WayCheck:
        """Whether training comes to the same bits here as where a document was trained."""
        from playground.session.past.way_check import WayCheck

        return self._adopted(WayCheck(self._timeline, self._run, self))

    @cached_property
    def update_opening(self) -> UpdateOpening:
        """Goes to an update of the past."""
        from playground.session.past.update_opening import UpdateOpening

        looking, library = self._looking, self._library
        return self._adopted(UpdateOpening(self._timeline, looking, library, self.playhead, self._debugger(), self))

    # ---- questions of one number or one answer, each with a window of its own

    @cached_property
    def number_trail(self) -> NumberTrail:
        """Where a parameter's number comes from, question by question."""
        from playground.session.past.number_trail import NumberTrail

        meets = (self._document, self._run, self._timeline, self._looking, self.playhead, self.update_opening)
        return self._adopted(NumberTrail(*meets, self))

    @cached_property
    def teachers(self) -> Teachers:
        """Who taught the network what it says of a sample."""
        from playground.session.past.teachers import Teachers

        meets = (self._document, self._run, self._timeline, self._looking, self.playhead, self.update_opening)
        return self._adopted(Teachers(*meets, self))

    # ---- questions of the whole way

    @cached_property
    def asking(self) -> Asking:
        """What is asked of the training that led here, all in one replay."""
        from playground.session.past.asking import Asking

        return self._adopted(Asking(self._timeline, self._run, self))

    @cached_property
    def first_time(self) -> FirstTime:
        """When a condition first held in the training that led here."""
        from playground.session.past.first_time import FirstTime

        return FirstTime(self._document, self.asking, self._debugger(), self)

    @cached_property
    def watch_past(self) -> WatchPast:
        """The past of watches that are entered after the training."""
        from playground.session.past.watch_past import WatchPast

        return WatchPast(self._document, self.asking, self._recorder(), self)

    @cached_property
    def number_past(self) -> NumberPast:
        """What one number was at each moment: of a parameter, or of what the network makes of the sample."""
        from playground.session.past.number_past import NumberPast

        return NumberPast(self._looking, self.asking, self)

    @cached_property
    def many_moments(self) -> ManyMoments:
        """One thing of the network at several moments of the training that led here."""
        from playground.session.past.many_moments import ManyMoments

        return self._adopted(ManyMoments(self._timeline, self._looking, self._library, self))
