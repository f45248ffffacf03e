"""A cursor that walks over one recorded pass, forwards and backwards."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from nn.trace import Event
    from nn.trace.event import Depth

    Record = Callable[[Depth], tuple[Event, ...]]


class Stepper(QObject):
    """Steps through a pass that somebody else records: it asks for the trace when it is needed, and keeps its place.

    Attributes
    ----------
    depth : {"layer", "node"}
        How fine the trace is.
    is_open : bool
        Whether it stands in a pass.
    cursor : int
        How many events of the trace have happened.
    """

    trace_changed = Signal()
    """There is another trace, or none any more."""
    moved = Signal(int)
    """The cursor stands somewhere else: how many events have happened."""

    def __init__(self, depth: Depth, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.depth: Depth = depth
        self.is_open = False
        self.cursor = 0
        self._steps: list[tuple[int, int]] = []  # from where to where each step went, as long as nothing else moved
        self._record: Record = _nothing
        self._trace: tuple[Event, ...] | None = ()

    @property
    def trace(self) -> tuple[Event, ...]:
        """The events of the pass, none while the stepper is closed; recorded when they are asked for first."""
        if self._trace is None:
            self._trace = self._record(self.depth)
        return self._trace

    @property
    def current(self) -> Event | None:
        """The last event that has happened, None at the start."""
        return self.trace[self.cursor - 1] if self.cursor else None

    def show(self, record: Record, cursor: int = 0) -> None:
        """Walk over another pass, and stand where `cursor` of its events have happened.

        Parameters
        ----------
        record
            Records the pass at a depth.
        cursor
            A negative one counts from the end: -1 is behind the last event.
        """
        self.is_open, self._record, self._trace = True, record, None
        self._steps.clear()
        length = len(self.trace) if cursor else 0
        self._announce(min(max(length + 1 + cursor if cursor < 0 else cursor, 0), length))

    def renew(self) -> None:
        """Record the pass anew, because its numbers moved or a target came; the place stays as far as both go alike."""
        if self.is_open:
            before, self._trace = self._trace or (), None
            self._announce(_alike(before, self.trace, self.cursor) if self.cursor else 0)

    def close(self) -> None:
        """Forget the pass."""
        if self.is_open:
            self.is_open, self._record, self._trace = False, _nothing, ()
            self._announce(0)

    def go(self, cursor: int) -> None:
        """Stand where `cursor` events have happened, or at the nearest end of the trace."""
        cursor = min(max(cursor, 0), len(self.trace))
        if cursor != self.cursor:
            self.cursor = cursor
            self.moved.emit(cursor)

    def step_over(self) -> None:
        """Go on to the end of a layer."""
        stops = (event.index + 1 for event in self.trace if event.depth == "layer")
        self._step(next((stop for stop in stops if stop > self.cursor), len(self.trace)))

    def step_into(self) -> None:
        """Go on by one event: an elementary node where the trace has them."""
        self._step(self.cursor + 1)

    def step_out(self) -> None:
        """Go on to the end of the layer, or from there to the end of the phase."""
        if self._is_inside_layer:
            self.step_over()
        elif self.cursor < len(self.trace):
            phase = self.trace[self.cursor].phase
            later = range(self.cursor, len(self.trace))
            self._step(next((i for i in later if self.trace[i].phase != phase), len(self.trace)))

    def step_back(self) -> None:
        """Go back to where the last step came from; where none led here, by one event."""
        last = self._steps.pop() if self._steps else None
        if last is not None and last[1] == self.cursor:
            self.go(last[0])
        else:
            self._steps.clear()
            self.go(self.cursor - 1)

    def _step(self, cursor: int) -> None:
        if self._steps and self._steps[-1][1] != self.cursor:
            self._steps.clear()
        start = self.cursor
        self.go(cursor)
        if self.cursor != start:
            self._steps.append((start, self.cursor))

    @property
    def _is_inside_layer(self) -> bool:
        return self.current is not None and self.current.depth == "node"

    def _announce(self, cursor: int) -> None:
        """Tell that there is another trace, with the cursor at `cursor`."""
        moves, self.cursor = cursor != self.cursor, cursor
        self.trace_changed.emit()
        if moves:
            self.moved.emit(self.cursor)


def _alike(before: tuple[Event, ...], now: tuple[Event, ...], most: int) -> int:
    """Return how many of the first events, up to `most`, are the same steps in both passes."""
    pairs = zip(before[:most], now, strict=False)
    same = (_step(one) == _step(other) for one, other in pairs)
    return sum(1 for _ in takewhile(bool, same))


def _step(event: Event) -> tuple[object, ...]:
    return event.phase, event.name, event.depth, event.symbol, tuple(event.outputs)


def _nothing(_depth: Depth) -> tuple[Event, ...]:
    """Stand for a pass where there is none."""
    return ()
