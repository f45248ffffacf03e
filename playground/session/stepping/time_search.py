"""Look for the moment at which something went wrong, by going through the training again."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.breakpoints import Breakpoint, Facts, Inspector, Place, Stop
from nn.replay import Again
from nn.training import Pending
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nn.network import NetworkSpec
    from nn.replay import Stretch

SUSPICIOUS = (
    Breakpoint.when("not_finite"),
    Breakpoint.when("dead", share=1.0),
    Breakpoint.when("gradient_norm", below=1e-9, above=1e3),
    Breakpoint.when("loss_jump", factor=10.0),
    Breakpoint.when("softmax_rows"),
)
"""Conditions that are looked for when a person set no breakpoint."""

_RISE = Breakpoint.when("loss_jump", factor=2.0)
_LOSSES_LOOKED_AT = 1000


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
        self._losses: Mapping[int, float] = {}
        self._latest = False
        self._search: object = None

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    def start(
        self,
        stretches: list[Stretch],
        breakpoints: tuple[Breakpoint, ...],
        losses: Mapping[int, float],
        *,
        latest: bool = False,
    ) -> None:
        """Look through `stretches` in their order; of the moments in one, for the first or for the latest.

        `losses` are those of the iterations that training came through.
        """
        self._waiting, self._total = list(stretches), len(stretches)
        self._breakpoints, self._losses, self._latest = breakpoints, losses, latest
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
            stretch = self._waiting.pop(0)
            done = stretch.start.checkpoint.iteration
            before = [self._losses[i] for i in range(done - _LOSSES_LOOKED_AT, done + 1) if i in self._losses]
            job = partial(moment_in, stretch, self._breakpoints, before, self._latest)
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


def beginning_of(stop: Stop, spec: NetworkSpec, losses: Mapping[int, float]) -> Stop:
    """Return the moment from which the loss rose without a break to what was found: that is where it went wrong.

    Parameters
    ----------
    stop
        What was found; its own loss may be NaN, or not known.
    spec
        The network.
    losses
        Those of the iterations that training came through.
    """
    found = stop
    for iteration in range(stop.iteration, 1, -1):
        before, now = losses.get(iteration - 1, math.nan), losses.get(iteration, math.nan)
        findings = _RISE.matches(Facts(spec, {}, losses=(before, now)))
        if findings and iteration < stop.iteration:
            found = Stop(iteration, _RISE, findings, Place(value="L"))
        elif not findings and not (iteration == stop.iteration and math.isnan(now)):
            break
    return found


def moment_in(
    stretch: Stretch, breakpoints: tuple[Breakpoint, ...], losses: Sequence[float], latest: bool
) -> Stop | None:
    """Return the first or the latest moment of a stretch at which one of the breakpoints holds, or None.

    `losses` are the last ones before the stretch.
    """
    again = Again(stretch.start, stretch.end, pending=True)
    inspector, moment = Inspector(again.network, breakpoints, losses), None
    with np.errstate(all="ignore"):
        for item in again:
            if isinstance(item, Pending):
                moment = inspector.look(item) or moment
                if moment is not None and not latest:
                    break
    return moment
