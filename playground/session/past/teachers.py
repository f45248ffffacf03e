"""Who taught the network what it says of a sample: roughly at once, exactly when somebody asks for it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.origins import Taught, Teaching, change_of, is_asked_in, taught_along, taught_roughly
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nn.arrays import Array
    from nn.origins import Teacher
    from nn.replay import Way
    from playground.session.document.document import Document
    from playground.session.loading import Loaded
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample
    from playground.session.past.playhead import Playhead
    from playground.session.past.update_opening import UpdateOpening
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline

WINDOW = "teachers"
"""Name of the window that shows the answer."""
LONG_S = 1.0
"""Work that takes longer says how long it will take."""


@dataclass(eq=False)
class Inquiry:
    """A sample, one of the network's scores for it, and what is known of who taught it.

    Attributes
    ----------
    sample : Sample
    label : int
        Which output.
    classes : tuple of str
        Names of the outputs, empty where they are values.
    way, end : Way, int
        The training that led there, as it was when somebody asked, and the updates made at the moment of the question.
    rough, exact : Teaching
        What is known from the kept moments, and from training again.
    is_rough_whole, is_exact_whole : bool
        Whether that is all of it.
    is_edited : bool
        Whether somebody edited the network after that training.
    """

    sample: Sample
    label: int
    classes: tuple[str, ...]
    way: Way
    end: int
    is_edited: bool = False
    rough: Teaching = field(default_factory=Teaching)
    exact: Teaching = field(default_factory=Teaching)
    is_rough_whole: bool = False
    is_exact_whole: bool = False

    @property
    def x(self) -> Array:
        """The sample's numbers, one row."""
        return self.sample.x[:1]


class Teachers(QObject):
    """Finds the training samples whose updates raised or lowered a score most, in a thread; asking edits nothing.

    Attributes
    ----------
    inquiry : Inquiry or None
        What was asked last.
    is_refining : bool
        Whether the work under way is the exact answer.
    share_done : float
        How much of the work under way is done, from 0 to 1.
    opening : UpdateOpening
        Goes to an update.
    """

    window_wanted = Signal(str)
    """Name of the window that is to be seen: there is a new question."""
    changed = Signal()
    """Another question, or more is known."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        timeline: Timeline,
        looking: Looking,
        playhead: Playhead,
        opening: UpdateOpening,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._run, self._timeline, self._looking, self._playhead = run, timeline, looking, playhead
        self.opening = opening
        self.inquiry: Inquiry | None = None
        self.is_refining = False
        self.share_done = 1.0
        self._begun = 0.0
        self._replays = Slices(self)
        self._replays.told.connect(self._on_told)
        self._replays.done.connect(self._on_done)
        document.begun.connect(self._on_document_begun)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._replays.close()

    # ---- what there is

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being found."""
        return self._replays.key is not None

    @property
    def seconds_left(self) -> float:
        """How long the work under way will take, as far as that is known; 0 for what comes at once."""
        if not self.is_busy or not self.share_done:
            return 0.0
        spent = time.perf_counter() - self._begun
        left = spent / self.share_done - spent
        return left if spent + left > LONG_S else 0.0

    @property
    def teaching(self) -> Teaching | None:
        """The best answer there is: an exact one that was begun stands only for its part of the way."""
        asked = self.inquiry
        if asked is None:
            return None
        has_exact = asked.exact.updates and not (self.is_busy and self.is_refining)
        return asked.exact if has_exact else asked.rough

    def obstacle(self) -> str:
        """Say why it cannot be found who taught the network, empty if it can."""
        subject, way = self._looking.subject, self._timeline.way
        if subject.name != "mine":
            return self.tr("this network was not trained here")
        if self._run.is_running:
            return self.tr("training is running; pause it first")
        if way is None or way.first >= min(self._playhead.shown, way.last):
            return self.tr("no training of it is kept")
        sample = subject.sample
        if sample is None:
            return self.tr("there is no sample to ask about")
        end = min(self._playhead.shown, way.last)
        for leg in way.legs:
            missing = way.obstacle(leg.first + 1) if leg.first < end else None
            if missing is not None:
                return said(ValueError(missing))
        return ""

    # ---- questions

    def ask(self, label: int | None = None) -> None:
        """Ask who taught the network its score for the sample that is looked at.

        Parameters
        ----------
        label
            Which of the network's outputs; None for the one it says.
        """
        why_not, way, subject = self.obstacle(), self._timeline.way, self._looking.subject
        if why_not or way is None or subject.sample is None or subject.observation is None:
            self.status.emit(self.tr("Who taught that cannot be shown: {reason}.").format(reason=why_not))
            return
        output = subject.observation.output[0]
        label = int(output.argmax()) if label is None else label
        end = min(self._playhead.shown, way.last)
        if not is_asked_in(way.leg_of(end).spec, subject.sample.x[:1], label):
            reason = self.tr("the layers were changed since the training")
            self.status.emit(self.tr("Who taught that cannot be shown: {reason}.").format(reason=reason))
            return
        kept = self._timeline.kept
        is_edited = kept is not None and kept.is_edited and not self._looking.is_past
        self.inquiry = Inquiry(subject.sample, label, subject.classes, way, end, is_edited)
        self._start(partial(_roughly, self.inquiry), is_refining=False)
        self.window_wanted.emit(WINDOW)

    def ask_about(self, label: int) -> None:
        """Ask the same of another of the network's outputs."""
        asked = self.inquiry
        if asked is not None and label != asked.label:
            self.inquiry = Inquiry(asked.sample, label, asked.classes, asked.way, asked.end, asked.is_edited)
            self._start(partial(_roughly, self.inquiry), is_refining=False)

    @Slot()
    def refine(self) -> None:
        """Find the exact answer by training again; what was known stays until then."""
        asked = self.inquiry
        if asked is not None:
            asked.exact = Teaching()
            self._start(partial(taught_along, asked.way, asked.x, asked.label, asked.end), is_refining=True)

    @Slot()
    def cancel(self) -> None:
        """Give the work up; what was found stays."""
        if self.is_busy:
            self._replays.cancel()
            self.share_done = 1.0
            self.changed.emit()

    def _start(self, make: Callable[[], Generator[Any, None, Any]], *, is_refining: bool) -> None:
        self.is_refining, self.share_done, self._begun = is_refining, 0.0, time.perf_counter()
        self._replays.start(Work(self.inquiry, make, tells_all=True))
        self.changed.emit()

    @Slot(object, object)
    def _on_told(self, asked: Inquiry, told: tuple[Taught | list[Taught] | float, ...]) -> None:
        teaching = asked.exact if self.is_refining else asked.rough
        whole = max(1, asked.end - asked.way.first) if self.is_refining else 1
        for each in told:
            if isinstance(each, int | float):
                self.share_done = each / whole
            else:
                for taught in each if isinstance(each, list) else [each]:
                    teaching.add(taught)
        self.changed.emit()

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        asked: Inquiry = loaded.key
        self.share_done = 1.0
        if loaded.failure:
            self.failed.emit(loaded.failure)
        elif self.is_refining:
            asked.is_exact_whole = True
        else:
            asked.is_rough_whole, asked.rough.change = True, loaded.result
        self.changed.emit()

    @Slot()
    def _on_document_begun(self) -> None:
        self._replays.cancel()
        self.inquiry, self.share_done = None, 1.0
        self.changed.emit()

    # ---- what an answer leads to

    def look_at(self, teacher: Teacher) -> None:
        """Let all panels look at the moment before the update in which a sample did most, and at the sample."""
        if self.inquiry is not None:
            self.opening.look_at(self.inquiry.way, teacher.iteration, teacher.row)

    def step_through(self, teacher: Teacher) -> None:
        """Open that update in the debugger, with the pass of the sample; this edits nothing."""
        if self.inquiry is not None:
            self.opening.step_through(self.inquiry.way, teacher.iteration, teacher.row)


def _roughly(asked: Inquiry) -> Generator[Taught | float, None, float]:
    way = asked.way.until(asked.end)
    if way is None:
        return 0.0
    yield from taught_roughly(way, asked.x, asked.label)
    return change_of(way, asked.x, asked.label)
