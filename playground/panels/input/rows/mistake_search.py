"""Look through rows of the data for the next one that a network gets wrong, without holding up the window."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from nn.inspection.surfaces import Meaning

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.session.looking.looking import Looking

_FIRST_SLICE = 16  # rows; their time tells how many fit into the next slice
_LARGEST_SLICE = 500
_SLICE_TIME = 4  # ms; the pen and the curves go on between two slices


class MistakeSearch(QObject):
    """Ask the network about rows, a few milliseconds at a time, until it is wrong about one."""

    found = Signal(int)
    """Number of the next row whose label is not what the network says."""
    found_none = Signal()
    """The network is right about every row."""

    def __init__(self, looking: Looking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = looking
        self._data: Dataset | None = None
        self._part = "test"
        self._next = self._left = 0
        self._slice = _FIRST_SLICE
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_slice)

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._timer.isActive()

    def start(self, data: Dataset, after: int, part: str = "test") -> None:
        """Search the "test" or "train" rows of `data` from the one behind `after` on, round to `after` itself."""
        self._data, self._part = data, part
        count = len(self._rows()[0])
        if not count:
            self.found_none.emit()
            return
        self._next, self._left = (after + 1) % count, count
        self._slice = _FIRST_SLICE
        self._timer.start()

    def stop(self) -> None:
        """Give up; no signal follows."""
        self._timer.stop()

    def _rows(self) -> tuple[NDArray[Any], NDArray[Any]]:
        data = self._data
        assert data is not None, "nothing was to be searched"
        return (data.x_test, data.t_test) if self._part == "test" else (data.x, data.t)

    @Slot()
    def _read_slice(self) -> None:
        network, data = self._looking.network, self._data
        if data is None or not _fits(network, data):
            self.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        rows, labels = self._rows()
        end = min(self._next + self._slice, self._next + self._left, len(rows))
        x = rows[self._next : end] * np.float32(data.scale)
        with np.errstate(all="ignore"):  # a diverged network gets everything wrong, which is no news
            outputs = network.output(x.reshape(-1, *network.spec.input_shape))
        wrong = np.flatnonzero(_wrong(network, data, outputs, labels[self._next : end]))
        if len(wrong):
            self.stop()
            self.found.emit(self._next + int(wrong[0]))
            return
        self._advance(end)
        self._fit_slice(clock.elapsed())

    def _advance(self, end: int) -> None:
        self._left -= end - self._next
        self._next = end % len(self._rows()[0])
        if self._left <= 0:
            self.stop()
            self.found_none.emit()

    def _fit_slice(self, elapsed: int) -> None:
        """Halve the slice when it took too long, double it when it was over in no time."""
        if elapsed > _SLICE_TIME:
            self._slice = max(self._slice // 2, 1)
        elif elapsed < _SLICE_TIME // 2:
            self._slice = min(2 * self._slice, _LARGEST_SLICE)


def _fits(network: Network, data: Dataset) -> bool:
    return math.prod(data.input_shape) == math.prod(network.spec.input_shape)


def _wrong(network: Network, data: Dataset, outputs: NDArray[Any], labels: NDArray[Any]) -> NDArray[np.bool_]:
    """Say of each row whether the network says another class, or one that the data do not have."""
    meaning = Meaning.of(network.spec, data)
    return meaning.wrong(outputs, labels) if meaning.classes == data.classes else np.ones(len(labels), np.bool_)
