"""The way of the subject's sample through its network, layer by layer, as the network view plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.session.stepping.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.trace import Event
    from nn.trace.event import Depth, Form
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import Subject


class Flow(QObject):
    """A stepper over the prediction that is looked at, then the gradients at it; closed, it costs nothing.

    When the sample or the weights move, the pass is recorded anew as soon as somebody asks for it. Whoever steps in
    the debugger wants to see that pass: then the flow is closed.

    Attributes
    ----------
    stepper : Stepper
        The trace and the cursor.
    """

    def __init__(self, looking: Looking, debugged: Stepper, parent: QObject) -> None:
        super().__init__(parent)
        self._looking, self._debugged = looking, debugged
        self.stepper = Stepper("layer", self)
        looking.changed.connect(self.stepper.renew)
        debugged.trace_changed.connect(self._give_way)
        debugged.moved.connect(self._give_way)

    def open(self) -> None:
        """Stand before the first event of the present subject's pass."""
        if not self.stepper.is_open:
            self.stepper.show(self._record)

    def close(self) -> None:
        """Forget the pass."""
        self.stepper.close()

    def _record(self, depth: Depth) -> tuple[Event, ...]:
        return record_subject(self._looking.subject, depth)

    @Slot()
    def _give_way(self) -> None:
        if self._debugged.is_open:
            self.close()


def record_subject(
    subject: Subject,
    depth: Depth,
    form: Form = "book",
    overrides: Mapping[tuple[str, tuple[int, ...]], float] | None = None,
) -> tuple[Event, ...]:
    """Return the pass of a subject's sample: forwards, and back from its loss where its target fits.

    Parameters
    ----------
    overrides
        Numbers that a person replaced, by the name of their value and their place in it.

    Raises
    ------
    KeyError, IndexError
        If the pass has no such number.
    """
    from nn.trace import record  # takes long to import, and nobody steps at once

    sample, observation = subject.sample, subject.observation
    if sample is None or observation is None:
        return ()
    t = None if observation.loss is None else sample.t
    return record(subject.network, sample.x, t, depth=depth, form=form, overrides=overrides)
