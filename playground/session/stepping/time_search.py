"""Look for the moment at which something went wrong, by going through the training again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.breakpoints import Breakpoint, Inspector, Stop
from nn.network import Network
from nn.training import Iteration, Pending, train
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from playground.session.running.timeline import Stretch

SUSPICIOUS = (
    Breakpoint.when("not_finite"),
    Breakpoint.when("dead", share=1.0),
    Breakpoint.when("gradient_norm", below=1e-9, above=1e3),
    Breakpoint.when("loss_jump", factor=10.0),
    Breakpoint.when("softmax_rows"),
)
"""Conditions that are looked for when a person set no breakpoint."""


class TimeSearch(QObject):
    """Goes through stretches of training in a thread of its own, one after the other, until a breakpoint holds."""

    progressed = Signal(object, object)
    """Stretches done, and how many there are."""
    found = Signal(object)
    """Stop: the moment that was looked for, or None when there is none."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._waiting: list[Stretch] = []
        self._total = 0
        self._breakpoints: tuple[Breakpoint, ...] = ()
        self._latest = False
        self._search: object = None

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    def start(self, stretches: list[Stretch], breakpoints: tuple[Breakpoint, ...], *, latest: bool = False) -> None:
        """Look through `stretches` in their order; of the moments in one, for the first or for the latest."""
        self._waiting, self._total = list(stretches), len(stretches)
        self._breakpoints, self._latest = breakpoints, latest
        self._search = object()
        self._go_on()

    def cancel(self) -> None:
        """Give the search up."""
        self._search, self._waiting = None, []

    def close(self) -> None:
        """Give the search up and end the thread."""
        self.cancel()
        self._loader.close()

    def _go_on(self) -> None:
        self.progressed.emit(self._total - len(self._waiting), self._total)
        if self._waiting:
            job = partial(moment_in, self._waiting.pop(0), self._breakpoints, self._latest)
            self._loader.load(Job(self._search, job))
        else:
            self._end(None)

    def _end(self, stop: Stop | None) -> None:
        self.cancel()
        self.found.emit(stop)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._search or self._search is None:
            return
        if loaded.failure:
            self.cancel()
            self.failed.emit(loaded.failure)
        elif loaded.result is None:
            self._go_on()
        else:
            self._end(loaded.result)


def moment_in(stretch: Stretch, breakpoints: tuple[Breakpoint, ...], latest: bool) -> Stop | None:
    """Return the first or the latest moment of a stretch at which one of the breakpoints holds, or None."""
    waypoint = stretch.start
    network, optimizer = Network(waypoint.spec, None), waypoint.config.build_optimizer()
    waypoint.checkpoint.restore(network, optimizer)
    inspector = Inspector(network, breakpoints)
    start, moment = waypoint.checkpoint.iteration, None
    with np.errstate(all="ignore"):
        for item in train(network, optimizer, waypoint.data, waypoint.config, start, stretch.end, pending=True):
            if isinstance(item, Pending):
                moment = inspector.look(item) or moment
                if moment is not None and not latest:
                    break
            if isinstance(item, Iteration) and item.iteration == stretch.end:
                break  # without the evaluation that may follow
    return moment
