"""What more processor cores would bring the training at hand: tried on copies that are thrown away."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.network import Network
from nn.training import Iteration, train
from playground.safety import cores
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.running.run import TrainingRun

ROUNDS, ROUND_S = 3, 0.4
"""The numbers take turns, so that what else the machine does meets all of them."""
WORTH_IT = 1.15
"""A gain below that is lost in what the window and the machine do besides."""


class Pace(NamedTuple):
    """How fast training went with a number of cores."""

    cores: int
    iterations_a_second: float


class Advice(NamedTuple):
    """What to take: a number that leaves the window a core, and how much faster it is than one.

    Attributes
    ----------
    cores, gain
        The best, 1 where none is worth it.
    with_all : float
        How much faster all cores would be, which leave none for the window.
    """

    cores: int
    gain: float
    with_all: float


def counts(available: int) -> tuple[int, ...]:
    """Return the numbers that are tried: 1, 2, 4 ... and all."""
    doubled = [2**power for power in range(available.bit_length()) if 2**power <= available]
    return tuple(sorted({*doubled, available}))


def advice(paces: Sequence[Pace], available: int) -> Advice:
    """Return what measured paces say."""
    one = paces[0].iterations_a_second
    gains = {pace.cores: pace.iterations_a_second / one for pace in paces}
    best = max((number for number in gains if number < max(available, 2)), key=lambda number: gains[number])
    if gains[best] < WORTH_IT:
        best = 1
    return Advice(best, gains[best], gains.get(available, 1.0))


class CoreMeasuring(QObject):
    """Trains copies of the document's network with 1, 2, 4 ... cores for a moment each, when a person asks.

    Attributes
    ----------
    paces : tuple of Pace
        What came of it, empty before and when something that it depends on has changed.
    is_impossible : bool
        Whether it was found that the number cannot be set here.
    """

    changed = Signal()
    progressed = Signal(float)
    """Which share is done, from 0 to 1."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, document: Document, library: Library, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._library, self._run = document, library, run
        self.paces: tuple[Pace, ...] = ()
        self.is_impossible = False
        self._wanted: object | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        run.running_changed.connect(self.cancel)
        document.spec_changed.connect(self._forget)
        library.data_changed.connect(self._forget)

    @property
    def is_measuring(self) -> bool:
        """Whether it is being tried now."""
        return self._wanted is not None

    @property
    def can_measure(self) -> bool:
        """Whether it can be tried: there are data, and nothing trains, whose bits would be others."""
        return self._library.data is not None and len(self._library.data.x) > 0 and not self._run.is_running

    def measure(self) -> None:
        """Try; `progressed` and `changed` follow."""
        data = self._library.data
        if self.is_measuring or not self.can_measure or data is None:
            return
        self._wanted = wanted = object()
        self.paces = ()
        stop = lambda: self._wanted is not wanted  # noqa: E731 - asked in the thread
        measured = partial(paces_of, self._document.state, data, counts(cores.here()), stop, self.progressed.emit)
        self._loader.load(Job(wanted, measured))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up what is being tried."""
        if self._wanted is not None:
            self._wanted = None
            self.changed.emit()

    def close(self) -> None:
        """Give up, and end the thread."""
        self._wanted = None
        self._loader.close()

    @Slot()
    def _forget(self) -> None:
        self.cancel()
        if self.paces:
            self.paces = ()
            self.changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._wanted:
            return
        self._wanted = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self.paces, self.is_impossible = loaded.result, not loaded.result
        self.changed.emit()


def paces_of(
    state: DocumentState,
    data: Dataset,
    numbers: Sequence[int],
    is_stopped: Callable[[], bool],
    tell: Callable[[float], None],
    seconds: float = ROUND_S,
) -> tuple[Pace, ...]:
    """Return how fast a copy of the network trains with each number of cores, nothing where that cannot be set."""
    if not cores.is_settable():
        return ()
    before, found = cores.in_use(), dict[int, list[float]]((number, []) for number in numbers)
    try:
        for turn in range(ROUNDS):
            for place, number in enumerate(numbers):
                config = replace(state.config, threads=number)
                pace = _pace(replace(state, config=config), data, seconds, is_stopped)
                if pace is None:
                    return ()
                found[number].append(pace)
                tell((turn * len(numbers) + place + 1) / (ROUNDS * len(numbers)))
    finally:
        cores.use(before)
    from statistics import median  # large, and the panels in front wait for this module

    return tuple(Pace(number, median(each)) for number, each in found.items())


def _pace(state: DocumentState, data: Dataset, seconds: float, is_stopped: Callable[[], bool]) -> float | None:
    """Return iterations a second, without the first, which makes the buffers; None if it was stopped."""
    network, optimizer = Network(state.spec, None), state.config.build_optimizer()
    state.checkpoint.restore(network, optimizer)
    done, begun, now = 0, 0.0, 0.0
    with np.errstate(all="ignore"):
        for item in train(network, optimizer, data, state.config, state.checkpoint.iteration, 2**31):
            if is_stopped():
                return None
            if not isinstance(item, Iteration):
                continue
            done, now = done + 1, time.perf_counter()
            if done == 1:
                begun = now
            elif now - begun > seconds:
                break
    return (done - 1) / (now - begun) if done > 1 else 0.0
