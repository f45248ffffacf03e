"""A cursor that walks over one recorded pass, forwards and backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.trace import Event
    from nn.trace.event import Depth
    from playground.session.session import Session


class Stepper(QObject):
    """Steps through what the document's network does with the session's sample.

    While it is open, its trace is that of the present sample and weights: when they move, it is recorded anew as soon
    as somebody asks for it. The pass is the one that is observed: a prediction, then the gradients at it.

    Attributes
    ----------
    cursor : int
        How many events of the trace have happened.
    depth : {"layer", "node"}
        How fine the trace is.
    """

    trace_changed = Signal()
    """There is another trace, or none any more."""
    moved = Signal(int)
    """The cursor stands somewhere else: how many events have happened."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._record: Callable[[Depth], tuple[Event, ...]] = self._record_sample
        self.is_open = False
        self.cursor = 0
        self.depth: Depth = "layer"
        self._trace: tuple[Event, ...] | None = None
        session.looking.changed.connect(self._on_observation_changed)

    @property
    def trace(self) -> tuple[Event, ...]:
        """The events of the pass; none while the stepper is closed or there is no sample."""
        if self._trace is None:
            self._trace = self._record(self.depth) if self.is_open else ()
        return self._trace

    @property
    def current(self) -> Event | None:
        """The last event that has happened, None at the start."""
        return self.trace[self.cursor - 1] if self.cursor else None

    def open(self) -> None:
        """Take a trace of the present sample and stand before its first event."""
        if not self.is_open:
            self.is_open, self._trace = True, None
            self._announce(0)

    def close(self) -> None:
        """Forget the trace; recording costs nothing until the next `open`."""
        if self.is_open:
            self.is_open, self._trace = False, None
            self._announce(0)

    def show(self, record: Callable[[Depth], tuple[Event, ...]] | None, cursor: int = 0) -> None:
        """Take the trace from another pass, and stand where `cursor` of its events have happened.

        Parameters
        ----------
        record
            Records the pass at a depth; None for that of the sample which is shown.
        cursor
            A negative one counts from the end: -1 is behind the last event.
        """
        self._record = record or self._record_sample
        self._trace = None
        length = len(self.trace)
        self._announce(min(max(length + 1 + cursor if cursor < 0 else cursor, 0), length))

    def set_depth(self, depth: Depth) -> None:
        """Record layers only, or their elementary nodes too; the cursor stays behind the same layer."""
        if depth != self.depth:
            done = sum(event.depth == "layer" for event in self.trace[: self.cursor])
            self.depth, self._trace = depth, None
            self._announce([0, *self._stops()][done])

    def go(self, cursor: int) -> None:
        """Stand where `cursor` events have happened, or at the nearest end of the trace."""
        cursor = min(max(cursor, 0), len(self.trace))
        if cursor != self.cursor:
            self.cursor = cursor
            self.moved.emit(cursor)

    def step_over(self) -> None:
        """Go on to the end of a layer."""
        self.go(next((stop for stop in self._stops() if stop > self.cursor), len(self.trace)))

    def step_into(self) -> None:
        """Go on by one elementary node."""
        self.set_depth("node")
        self.go(self.cursor + 1)

    def step_out(self) -> None:
        """Go on to the end of the layer, or from there to the end of the phase."""
        if self._is_inside_layer:
            self.step_over()
        elif self.cursor < len(self.trace):
            phase = self.trace[self.cursor].phase
            later = range(self.cursor, len(self.trace))
            self.go(next((i for i in later if self.trace[i].phase != phase), len(self.trace)))

    def step_back(self) -> None:
        """Go back by one event."""
        self.go(self.cursor - 1)

    @property
    def _is_inside_layer(self) -> bool:
        return self.current is not None and self.current.depth == "node"

    def _stops(self) -> list[int]:
        """Return the positions of the cursor behind each layer."""
        return [event.index + 1 for event in self.trace if event.depth == "layer"]

    def _record_sample(self, depth: Depth) -> tuple[Event, ...]:
        from nn.trace import record  # takes long to import, and nobody steps at once

        sample, network = self._session.looking.sample, self._session.live.network
        if sample is None or not sample.fits(network.spec):
            return ()
        observation = self._session.looking.observation
        target_fits = observation is not None and observation.loss is not None
        return record(network, sample.x, sample.t if target_fits else None, depth=depth)

    def _announce(self, cursor: int) -> None:
        """Tell that there is another trace, with the cursor at `cursor`."""
        moves, self.cursor = cursor != self.cursor, cursor
        self.trace_changed.emit()
        if moves:
            self.moved.emit(self.cursor)

    @Slot()
    def _on_observation_changed(self) -> None:
        """Keep the place if the new pass has as many events: the same layers with other numbers."""
        if self.is_open and self._record == self._record_sample:
            events, self._trace = len(self._trace or ()), None
            self._announce(self.cursor if not self.cursor or len(self.trace) == events else 0)
