"""Look through test digits for the next one that a network reads wrongly, without holding up the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from playground.session.looking.example import reads_digits
from playground.session.looking.prediction import DIGITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.datasets.base import Dataset
    from playground.session.looking.looking import Looking

_FIRST_SLICE = 16  # digits; their time tells how many fit into the next slice
_LARGEST_SLICE = 500
_SLICE_TIME = 4  # ms; the pen and the curves go on between two slices


class MistakeSearch(QObject):
    """Read test digits with the chosen network, a few milliseconds at a time, until one is misread."""

    found = Signal(int)
    """Number of the next test digit whose label is not what the network reads."""
    found_none = Signal()
    """Every test digit is read rightly."""

    def __init__(self, looking: Looking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = looking
        self._data: Dataset | None = None
        self._next = self._left = 0
        self._slice = _FIRST_SLICE
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_slice)

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._timer.isActive()

    def start(self, data: Dataset, after: int) -> None:
        """Search `data`'s test digits from the one behind `after` on, round to `after` itself."""
        count = len(data.x_test)
        self._data, self._next, self._left = data, (after + 1) % count, count
        self._slice = _FIRST_SLICE
        self._timer.start()

    def stop(self) -> None:
        """Give up; no signal follows."""
        self._timer.stop()

    @Slot()
    def _read_slice(self) -> None:
        network, data = self._looking.recogniser_network, self._data
        if network is None or data is None or not reads_digits(network.spec):
            self.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        end = min(self._next + self._slice, self._next + self._left, len(data.x_test))
        x = data.x_test[self._next : end] * np.float32(data.scale)
        with np.errstate(all="ignore"):  # a diverged network reads everything wrongly, which is no news
            outputs = network.output(x.reshape(-1, *network.spec.input_shape))
        wrong = np.flatnonzero(~_read_rightly(outputs, data.t_test[self._next : end]))
        if len(wrong):
            self.stop()
            self.found.emit(self._next + int(wrong[0]))
            return
        self._advance(end)
        self._fit_slice(clock.elapsed())

    def _advance(self, end: int) -> None:
        self._left -= end - self._next
        self._next = end % len(self._data.x_test) if self._data is not None else 0
        if self._left <= 0:
            self.stop()
            self.found_none.emit()

    def _fit_slice(self, elapsed: int) -> None:
        """Halve the slice when it took too long, double it when it was over in no time."""
        if elapsed > _SLICE_TIME:
            self._slice = max(self._slice // 2, 1)
        elif elapsed < _SLICE_TIME // 2:
            self._slice = min(2 * self._slice, _LARGEST_SLICE)


def _read_rightly(outputs: NDArray[Any], labels: NDArray[Any]) -> NDArray[np.bool_]:
    """Say of each row whether its largest output is its label's and every output is a number."""
    if outputs.shape[1] != len(DIGITS):
        return np.zeros(len(labels), bool)
    right: NDArray[np.bool_] = (outputs.argmax(axis=1) == labels) & np.isfinite(outputs).all(axis=1)
    return right
