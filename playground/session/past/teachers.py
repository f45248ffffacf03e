"""Who taught the network what it says of a sample: roughly at once, exactly when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from nn.origins import Taught, Teaching, change_of, is_asked_in, taught_along, taught_roughly
from playground.session.past.replaying import Replaying
from playground.session.past.slices import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nn.arrays import Array
    from nn.origins import Teacher
    from nn.replay import Way
    from playground.session.looking.sample import Sample

WINDOW = "teachers"
"""Name of the window that shows the answer."""


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


class Teachers(Replaying):
    """Finds the training samples whose updates raised or lowered a score most.

    Attributes
    ----------
    inquiry : Inquiry or None
        What was asked last.
    is_refining : bool
        Whether the work under way is the exact answer.
    """

    inquiry: Inquiry | None = None
    is_refining = False

    # ---- what there is

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
        return self._missing(way, min(self._playhead.shown, way.last))

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
        self._answer(partial(_roughly, self.inquiry), is_refining=False)
        self.window_requested.emit(WINDOW)

    def ask_about(self, label: int) -> None:
        """Ask the same of another of the network's outputs."""
        asked = self.inquiry
        if asked is not None and label != asked.label:
            self.inquiry = Inquiry(asked.sample, label, asked.classes, asked.way, asked.end, asked.is_edited)
            self._answer(partial(_roughly, self.inquiry), is_refining=False)

    @Slot()
    def refine(self) -> None:
        """Find the exact answer by training again; what was known stays until then."""
        asked = self.inquiry
        if asked is not None:
            asked.exact = Teaching()
            self._answer(partial(taught_along, asked.way, asked.x, asked.label, asked.end), is_refining=True)

    def _answer(self, make: Callable[[], Generator[Any, None, Any]], *, is_refining: bool) -> None:
        self.is_refining = is_refining
        self._start(Work(self.inquiry, make, tells_all=True))

    @Slot(object, object)
    def _on_told(self, key: Inquiry, told: tuple[Taught | list[Taught] | float, ...]) -> None:
        teaching = key.exact if self.is_refining else key.rough
        whole = max(1, key.end - key.way.first) if self.is_refining else 1
        for each in told:
            if isinstance(each, int | float):
                self.share_done = each / whole
            else:
                for taught in each if isinstance(each, list) else [each]:
                    teaching.add(taught)
        self.changed.emit()

    def _take(self, key: Inquiry, result: float) -> None:
        if self.is_refining:
            key.is_exact_whole = True
        else:
            key.is_rough_whole, key.rough.change = True, result

    def _forget(self) -> None:
        self.inquiry = None

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
