"""The pass that the debugger steps through: always the one that follows from the document as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from nn.layers.base import LAYERS
from playground.session.document.override import OF_SAMPLE, Override
from playground.session.editing.adapting import check_fits
from playground.session.phrase import said
from playground.session.stepping.flow import record_subject
from playground.session.stepping.training_pass import TrainingPass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.network import NetworkSpec
    from nn.replay import Waypoint
    from nn.trace import Event
    from nn.trace.event import Depth, Form
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample
    from playground.session.running.run import TrainingRun
    from playground.session.stepping.stepper import Stepper

PassKind = Literal["batch", "sample"]
"""The input of the pass: the next mini-batch of training, or the sample that all panels look at."""


class SteppedPass(QObject):
    """Hands the stepper the pass of the next mini-batch, or of the sample, whenever the document moves.

    While training runs it stays as it is; when training ends, its next iteration is shown.

    Attributes
    ----------
    is_open : bool
        Whether anything is shown.
    row : int or None
        Which sample of the batch is looked at alone, None for the whole batch.
    training_pass : TrainingPass or None
        The iteration that is shown, None for a sample.
    form : {"book", "elementary"}
        Whether loss and update are told as in the book, or in the circles of what is computed.
    earlier : tuple of Event
        The same pass before the last edit; empty if nothing was edited since it was entered.
    """

    entered = Signal()
    """Another pass is shown."""
    form_changed = Signal(str)
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        library: Library,
        looking: Looking,
        stepper: Stepper,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._library, self._looking = document, run, library, looking
        self._stepper = stepper
        self.is_open = False
        self.form: Form = "book"
        self.row: int | None = None
        self.training_pass: TrainingPass | None = None
        self.earlier: tuple[Event, ...] = ()
        self._wanted: PassKind = "batch"
        self._recorded: PassKind | None = None  # what the stepper walks over
        self._arrival: int | None = None
        self._replaced_in: Sample | None = None  # of whose pass a person replaced numbers
        self._replaced: tuple[Override, ...] = ()  # of the sample's pass, as it was recorded
        self._misfit: ValueError | None = None
        self._past = None if looking.past is None else looking.past.waypoint  # the last one that was found exactly
        self._note_misfit()
        document.spec_changed.connect(self._note_misfit)
        library.data_changed.connect(self._note_misfit)
        document.changed.connect(self.refresh)
        library.data_changed.connect(self.refresh)
        run.running_changed.connect(self.refresh)  # which does nothing while it runs
        looking.changed.connect(self._on_subject_changed)

    @property
    def past(self) -> Waypoint | None:
        """Where in the past of the document's network training stood before the pass; None for the present."""
        return self._past

    @property
    def kind(self) -> PassKind:
        """The input of the pass: a network that does not learn, or cannot from these data, has the sample alone."""
        learns = self._misfit is None and self._looking.subject.is_yours_now
        return self._wanted if learns or self._looking.past is not None else "sample"

    @property
    def spec(self) -> NetworkSpec:
        """The network that the pass goes through."""
        return self._looking.network.spec if self.kind == "sample" else self._training.spec

    @property
    def iteration(self) -> int:
        """The number of the iteration that is shown, from 1."""
        return self._training.checkpoint.iteration + 1

    @property
    def _training(self) -> Waypoint | DocumentState:
        """Whence training goes on, and with what."""
        return self._document.state if self._past is None else self._past

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The numbers of the shown pass that a person replaced."""
        if self.kind == "sample" and self._looking.sample is not self._replaced_in:
            return ()
        if self.kind == "batch" and self._past is not None:
            return ()
        wanted = OF_SAMPLE if self.kind == "sample" else self.iteration
        return tuple(each for each in self._document.state.overrides if each.iteration == wanted)

    @property
    def can_be_changed(self) -> bool:
        """Whether a person may replace numbers of the pass: not of one sample of the batch, nor of past training."""
        return self.is_open and self.row is None and not (self.kind == "batch" and self._past is not None)

    def next_override(self, name: str, index: tuple[int, ...], value: float) -> Override:
        """Return what replaces a number of this pass, and of no other: a sample's ends with the sample."""
        if self.kind == "sample":
            self._replaced_in = self._looking.sample
            return Override(OF_SAMPLE, name, index, value)
        return Override(self.iteration, name, index, value)

    @property
    def takes_samples_alone(self) -> bool:
        """Whether one sample of the batch can be trained on without the others: batch normalization needs several."""
        return all(LAYERS[layer.kind].smallest_batch == 1 for layer in self._training.spec.layers)

    def open(self, kind: PassKind, cursor: int) -> None:
        """Show the pass of this kind, and stand where `cursor` of its events have happened."""
        if kind == "batch" and kind != self.kind and self._misfit is not None:
            self.status.emit(said(self._misfit))
        self._wanted = kind
        self.is_open, self.training_pass, self._recorded = True, None, None
        self.arrive_at(cursor)
        if self._run.is_running:
            self._stepper.show(self._record)
        self.refresh()

    def close(self) -> None:
        """Show nothing."""
        self.is_open, self.training_pass, self.earlier, self._recorded = False, None, (), None
        self._stepper.close()

    def set_row(self, row: int | None) -> None:
        """Look at one sample of the batch alone, or at the whole batch."""
        if row != self.row:
            self.row = row
            self.refresh()

    def set_form(self, form: Form) -> None:
        """Tell loss and update in another form, and stay at the same step where both forms have it."""
        if form == self.form:
            return
        before, cursor = self._stepper.trace, self._stepper.cursor
        self.form, self.earlier = form, ()
        if self.training_pass is not None:
            self.training_pass = replace(self.training_pass, form=form)
        if self.is_open and before:
            self._stepper.show(self._record, place_in(self._record(self._stepper.depth), before, cursor))
        self.form_changed.emit(form)

    def arrive_at(self, cursor: int) -> None:
        """Say where the pass that comes next is to be entered."""
        self._arrival = cursor

    @Slot()
    def refresh(self) -> None:
        """Follow the document; while training runs there is no pass to show."""
        if not self.is_open or self._run.is_running:
            return
        if self.kind == "batch":
            self._show_batch()
        else:
            self._show_sample()

    def _show_sample(self) -> None:
        self.training_pass, self.row = None, None
        before, self._replaced = self._replaced, self.overrides
        if self._recorded != "sample" or self._arrival is not None:
            self._recorded, self.earlier = "sample", ()
            self._stepper.show(self._record, self._take_arrival(self._stepper.cursor))
        elif self._replaced != before:
            self.earlier = self._stepper.trace
            self._stepper.renew()

    def _show_batch(self) -> None:
        before, now = self.training_pass, self._next_pass()
        self.training_pass = now
        if before is not None and now is not None and _is_same(before, now):
            self._arrival = None
            return
        stays = before is not None and now is not None and before.iteration == now.iteration
        follows = self._past is not None and before is not None  # the playhead moves: the same place of another pass
        was_edited = stays and before is not None and now is not None and before.row == now.row and not follows
        self.earlier = self._stepper.trace if was_edited else ()
        self._recorded = "batch"
        self._stepper.show(self._record, self._take_arrival(self._stepper.cursor if stays or follows else 0))
        self.entered.emit()

    def _take_arrival(self, otherwise: int) -> int:
        arrival, self._arrival = self._arrival, None
        return otherwise if arrival is None else arrival

    def _next_pass(self) -> TrainingPass | None:
        state = self._training
        data = self._library.data if self._past is None else self._past.data
        if data is None:
            return None
        replaced = {(each.name, each.index): each.value for each in self.overrides if self.row is None}
        return TrainingPass(state.spec, state.checkpoint, state.config, data, self.row, replaced, self.form)

    def _record(self, depth: Depth) -> tuple[Event, ...]:
        """Record the pass, layer by layer where its nodes would take too much memory."""
        if self.kind == "sample":
            return self._record_sample(depth)
        if self.training_pass is None:
            return ()
        try:
            return self.training_pass.record(depth)
        except (KeyError, IndexError) as error:  # a replaced number that this pass does not have
            self.status.emit(said(error))
            self.training_pass = replace(self.training_pass, overrides={})
            return self._record(depth)
        except ValueError as error:
            self.status.emit(said(error))
        return () if depth == "layer" else self._record("layer")

    def _record_sample(self, depth: Depth) -> tuple[Event, ...]:
        replaced = {(each.name, each.index): each.value for each in self._replaced}
        try:
            return record_subject(self._looking.subject, depth, self.form, replaced)
        except (KeyError, IndexError) as error:  # a replaced number that this pass does not have
            self.status.emit(said(error))
            return record_subject(self._looking.subject, depth, self.form)

    @Slot()
    def _on_subject_changed(self) -> None:
        before, past = self._past, self._looking.past
        if past is None or past.waypoint is not None:  # else it is still being found: what is shown stays
            self._past = None if past is None else past.waypoint
        if self._recorded == self.kind == "batch":
            if self._past is not before:
                self.refresh()
            return
        if self._recorded is not None and self._recorded != self.kind:  # another network, which learns or does not
            self.arrive_at(0)
            self.refresh()
        elif self._recorded == "sample":
            self._replaced, self.earlier = self.overrides, ()
            self._stepper.renew()

    @Slot()
    def _note_misfit(self) -> None:
        """Note why there is no mini-batch for this network; nothing while the data are still being loaded."""
        if not self.takes_samples_alone:
            self.row = None
        data = self._library.data
        self._misfit = None
        try:
            if data is not None:
                check_fits(self._document.state.spec, data)
        except ValueError as error:
            self._misfit = error


def _is_same(a: TrainingPass, b: TrainingPass) -> bool:
    same_things = a.checkpoint is b.checkpoint and a.data is b.data and a.row == b.row and a.overrides == b.overrides
    return same_things and replace(a.config, epochs=b.config.epochs) == b.config and a.spec == b.spec


def place_in(trace: Sequence[Event], before: Sequence[Event], cursor: int) -> int:
    """Return the cursor in another form of a trace: as many layers are done there, and as many nodes of the next."""
    done = [event.index + 1 for event in before[:cursor] if event.depth == "layer"]
    ends = [0, *(event.index + 1 for event in trace if event.depth == "layer")]
    if len(done) + 1 >= len(ends):
        return ends[-1]
    within = cursor - (done[-1] if done else 0)
    return min(ends[len(done)] + within, ends[len(done) + 1] - 1)
