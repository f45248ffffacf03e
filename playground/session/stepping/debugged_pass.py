"""The pass that is stepped through, as every view of the debugger sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.stepping.shown_pass import ShownPass, Subject

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.session.document.override import Override
    from playground.session.looking.sample import Sample
    from playground.session.session import Session
    from playground.session.stepping.blame import Element
    from playground.session.stepping.stepper import Stepper
    from playground.session.stepping.training_pass import TrainingPass


class DebuggedPass(QObject):
    """One pass, a cursor in it, and the number that is looked at.

    The pass is always the one that training would do next from the document's checkpoint, or that of the sample. While
    training runs there is no pass; when it ends, its next iteration is shown.

    Attributes
    ----------
    stepper : Stepper
        Holds the trace and the cursor; shared with the flow player of the network view.
    element : Element or None
        The number that every view of the debugger looks at.
    """

    opened_changed = Signal(bool)
    trace_changed = Signal()
    """There is another trace, or none any more."""
    moved = Signal()
    """The cursor stands somewhere else."""
    element_changed = Signal(object)
    """Element, or None."""
    expected_changed = Signal()
    """`begin` would show another subject."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, session: Session, stepper: Stepper) -> None:
        super().__init__(session)
        self._session = session
        self.stepper = stepper
        self.element: Element | None = None
        self._shown = ShownPass(session, stepper, self)
        self._chosen_subject: Subject | None = None
        self._own_sample = _is_own(session.looking.sample)
        self._shown.status.connect(self.status)
        stepper.trace_changed.connect(self._on_trace_changed)
        stepper.moved.connect(self._on_stepper_moved)
        session.looking.sample_changed.connect(self._on_sample_changed)
        session.control.paused_changed.connect(self.expected_changed)

    def open(self, subject: Subject = "batch", cursor: int = 0) -> None:
        """Show the pass that comes next, or that of the sample."""
        self._shown.open(subject, cursor)
        self.opened_changed.emit(True)

    def close(self) -> None:
        """Show nothing any more; training is not touched."""
        if self.is_open:
            self._shown.close()
            self.stepper.show(None)
            self.stepper.close()
            self.set_element(None)
            self.opened_changed.emit(False)

    def set_subject(self, subject: Subject) -> None:
        """Send the next mini-batch through the network, or the sample that all panels show."""
        if subject != self.subject or not self.is_open:
            self._shown.row = None
            self._chosen_subject = subject
            self.status.emit("")  # what was said of the other one is history
            self.open(subject)

    def set_row(self, row: int | None) -> None:
        """Look at one sample of the batch alone, or at the whole batch."""
        if row != self.row:
            self._shown.set_row(row)

    def set_element(self, element: Element | None) -> None:
        """Let every view look at one number."""
        if element != self.element:
            self.element = element
            self.element_changed.emit(element)

    @property
    def is_open(self) -> bool:
        """Whether a pass is shown."""
        return self._shown.is_open

    @property
    def subject(self) -> Subject:
        """What goes through the network: the next mini-batch of training, or the sample that all panels show."""
        return self._shown.subject

    @property
    def row(self) -> int | None:
        """Which sample of the batch is looked at alone, None for the whole batch."""
        return self._shown.row

    @property
    def earlier(self) -> tuple[Event, ...]:
        """The same pass before the last edit, to show what differs; empty if nothing was edited since."""
        return self._shown.earlier

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The numbers of this pass that a person replaced."""
        return self._shown.overrides

    @property
    def expected_subject(self) -> Subject:
        """What `begin` would show."""
        interrupts = self._session.control.is_paused  # who interrupts training wants to see training
        return self._chosen_subject or ("sample" if self._own_sample and not interrupts else "batch")

    @property
    def trace(self) -> tuple[Event, ...]:
        """The events of the pass."""
        return self.stepper.trace if self.is_open else ()

    @property
    def cursor(self) -> int:
        """How many of them have happened."""
        return self.stepper.cursor if self.is_open else 0

    @property
    def current(self) -> Event | None:
        """The last event that has happened, None at the start."""
        return self.stepper.current if self.is_open else None

    @property
    def iteration(self) -> int:
        """The number of the iteration that is shown, from 1."""
        return self._session.document.state.checkpoint.iteration + 1

    @property
    def training_pass(self) -> TrainingPass | None:
        """The iteration that is shown, None for a sample."""
        return self._shown.training_pass

    @Slot()
    def _on_trace_changed(self) -> None:
        if self.is_open and not self.stepper.is_open:  # the flow player was closed, and with it the pass
            self._shown.close()
            self.opened_changed.emit(False)
        self.trace_changed.emit()

    @Slot(int)
    def _on_stepper_moved(self, _cursor: int) -> None:
        if self.is_open:
            self.moved.emit()

    @Slot(object)
    def _on_sample_changed(self, sample: Sample | None) -> None:
        is_own = _is_own(sample)
        if is_own != self._own_sample:
            self._own_sample, self._chosen_subject = is_own, None
            self.expected_changed.emit()


def _is_own(sample: Sample | None) -> bool:
    """Say whether a sample is a person's own, and no row of the data."""
    return sample is not None and not sample.is_of_data
