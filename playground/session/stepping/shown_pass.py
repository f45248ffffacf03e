"""The pass that the debugger shows: always the one that follows from the document as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.editing.adapting import check_fits
from playground.session.phrase import said
from playground.session.stepping.training_pass import TrainingPass

if TYPE_CHECKING:
    from nn.trace import Event
    from nn.trace.event import Depth
    from playground.session.document.override import Override
    from playground.session.session import Session
    from playground.session.stepping.stepper import Stepper

Subject = Literal["batch", "sample"]


class ShownPass(QObject):
    """Hands the stepper the pass of the next mini-batch, or of the sample, whenever the document moves.

    Attributes
    ----------
    is_open : bool
        Whether anything is shown.
    row : int or None
        Which sample of the batch is looked at alone.
    training_pass : TrainingPass or None
        The iteration that is shown, None for a sample.
    earlier : tuple of Event
        The same pass before the last edit; empty if nothing was edited since it was entered.
    """

    entered = Signal()
    """Another pass is shown."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, session: Session, stepper: Stepper, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._stepper = session, stepper
        self.is_open = False
        self._wanted: Subject = "batch"
        self.row: int | None = None
        self.training_pass: TrainingPass | None = None
        self.earlier: tuple[Event, ...] = ()
        self._arrival: int | None = None
        session.document.changed.connect(self.refresh)
        session.library.data_changed.connect(self._on_data_changed)
        session.run.running_changed.connect(self._on_running_changed)

    @property
    def subject(self) -> Subject:
        """What goes through the network: the next mini-batch of training, or the sample that all panels show.

        A network that cannot learn from the data, like one with typed numbers, has the sample alone.
        """
        return self._wanted if self._misfit() is None else "sample"

    def _misfit(self) -> ValueError | None:
        """Say why there is no mini-batch for this network; None while the data are still being loaded, too."""
        data = self._session.library.data
        try:
            if data is not None:
                check_fits(self._session.document.state.spec, data)
        except ValueError as error:
            return error
        return None

    def open(self, subject: Subject, cursor: int) -> None:
        """Show the pass of a subject, and stand where `cursor` of its events have happened."""
        self._stepper.set_depth("node")
        self._stepper.open()
        self.is_open, self.training_pass = True, None
        if subject != self.subject:
            self._wanted = subject
            self._tell_misfit()
        self.arrive_at(cursor)
        self.refresh()

    def _tell_misfit(self) -> None:
        misfit = self._misfit() if self._wanted == "batch" else None
        if misfit is not None:
            self.status.emit(str(misfit))

    def close(self) -> None:
        """Show nothing."""
        self.is_open, self.training_pass, self.earlier = False, None, ()

    def set_row(self, row: int | None) -> None:
        """Look at one sample of the batch alone, or at the whole batch."""
        self.row = row
        self.refresh()

    def arrive_at(self, cursor: int) -> None:
        """Say where the pass that comes next is to be entered."""
        self._arrival = cursor

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The numbers of the shown pass that a person replaced."""
        state = self._session.document.state
        return tuple(each for each in state.overrides if each.iteration == state.checkpoint.iteration + 1)

    @Slot()
    def refresh(self) -> None:
        """Follow the document; while training runs there is no pass to show."""
        if not self.is_open or self._session.run.is_running:
            return
        if self.subject == "sample":
            self.training_pass, self.row, self.earlier = None, None, ()
            self._stepper.show(None, self._take_arrival(self._stepper.cursor))
            return
        before, now = self.training_pass, self._next_pass()
        self.training_pass = now
        if before is not None and now is not None and _is_same(before, now):
            self._arrival = None
            return
        stays = before is not None and now is not None and before.iteration == now.iteration
        was_edited = stays and before is not None and now is not None and before.row == now.row
        self.earlier = self._stepper.trace if was_edited else ()
        self._stepper.show(self._record, self._take_arrival(self._stepper.cursor if stays else 0))
        self.entered.emit()

    def _take_arrival(self, otherwise: int) -> int:
        arrival, self._arrival = self._arrival, None
        return otherwise if arrival is None else arrival

    def _next_pass(self) -> TrainingPass | None:
        state, data = self._session.document.state, self._session.library.data
        if data is None:
            return None
        replaced = {(each.name, each.index): each.value for each in self.overrides if self.row is None}
        return TrainingPass(state.spec, state.checkpoint, state.config, data, self.row, replaced)

    def _record(self, depth: Depth) -> tuple[Event, ...]:
        """Record the pass, layer by layer where its nodes would take too much memory."""
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

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self.refresh()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if not running:
            self.refresh()


def _is_same(a: TrainingPass, b: TrainingPass) -> bool:
    same_things = a.checkpoint is b.checkpoint and a.data is b.data and a.row == b.row and a.overrides == b.overrides
    return same_things and replace(a.config, epochs=b.config.epochs) == b.config and a.spec == b.spec
