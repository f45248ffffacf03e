"""A race to be seen: a batch through the network at once, against the same samples one by one."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.inspection.batch_race import Lap, lap, typical
from nn.network import Network
from playground.session.loading import Job

if TYPE_CHECKING:
    from nn.arrays import Array
    from playground.session.loading import Loaded
    from playground.session.session import Session

LAPS = 60
_AT_A_TIME = 4  # laps between two reports


@dataclass(frozen=True, eq=False)
class _Ticket:
    """What tells the laps of one race from those of another."""

    network: Network
    x: Array

    def run(self) -> list[Lap]:
        return [lap(self.network, self.x) for _ in range(_AT_A_TIME)]


class Race(QObject):
    """Measures in a thread, lap after lap, and tells what it has so far.

    Attributes
    ----------
    laps : tuple of Lap
        What was measured.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ticket: _Ticket | None = None
        self.laps: tuple[Lap, ...] = ()
        session.pictures.loaded.connect(self._on_loaded)

    @property
    def is_running(self) -> bool:
        """Whether laps are still to come."""
        return self._ticket is not None

    @property
    def is_over(self) -> bool:
        """Whether there are as many laps as were wanted."""
        return len(self.laps) >= LAPS

    @property
    def result(self) -> Lap | None:
        """The typical lap so far, None before the first."""
        return typical(self.laps) if self.laps else None

    def begin(self, samples: int) -> None:
        """Let so many samples of the data run, from the first lap."""
        data, live = self._session.library.data, self._session.live.network
        if data is None:
            self._session.status.emit(self.tr("The digits are still being loaded: measure in a moment."))
            return
        if data.x_test[0].size != prod(live.spec.input_shape):
            self._session.status.emit(self.tr("Your network does not take these data any more: restart the lesson."))
            return
        network = Network(live.spec, None)  # the session's is for reading only
        network.load(live.flat_params, live.flat_state)
        rows = data.x_test[:samples].reshape(-1, *live.spec.input_shape) * data.scale
        self.laps, self._ticket = (), _Ticket(network, network.as_input(rows))
        self._next()

    def forget(self) -> None:
        """Break off, and forget what was measured."""
        self.laps, self._ticket = (), None
        self.changed.emit()

    def _next(self) -> None:
        ticket = self._ticket
        if ticket is not None:
            self._session.pictures.load(Job(ticket, ticket.run))
        self.changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if self._ticket is None or loaded.key is not self._ticket:
            return
        if loaded.failure:
            self._ticket = None
            self._session.failed.emit(loaded.failure)
            return
        self.laps = (*self.laps, *loaded.result)
        if self.is_over:
            self._ticket = None
        self._next()
