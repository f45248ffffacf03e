"""Checks every gradient of a pass by small differences, in a thread, with its progress; may be given up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.gradient_table import places_to_check, row_of
from nn.network import Network
from playground.session.loading import Job, Loaded, Loader
from playground.session.stepping.nudging import Pass, pass_of_subject, pass_of_training

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.gradient_table import GradientRow
    from playground.session.looking.looking import Looking
    from playground.session.stepping.stepped_pass import SteppedPass

H = 1e-5
_SAMPLES = 20  # of a mini-batch, so that a large network is done in seconds


class GivenUpError(Exception):
    """A person gave the check up."""


class GradientChecking(QObject):
    """Checks the pass that is stepped through, else the sample that is shown, where there is a loss."""

    progressed = Signal(int, int)
    """How many numbers are checked, and of how many."""
    checked = Signal(object)
    """Tuple of GradientRow: every parameter."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, stepped: SteppedPass, looking: Looking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepped, self._looking = stepped, looking
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._flag = Flag()

    def start(self) -> int:
        """Begin; `progressed` and `checked` follow. Return how many samples are looked at, 0 without a loss."""
        of = self._pass()
        if of is None:
            return 0
        self.give_up()
        self._flag = flag = Flag()
        self._loader.load(Job(flag, partial(_rows, of, flag, self.progressed.emit)))
        return len(of.x)

    def give_up(self) -> None:
        """Stop what is under way; nothing follows."""
        self._flag.set()

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self.give_up()
        self._loader.close()

    def _pass(self) -> Pass | None:
        training_pass = self._stepped.training_pass
        if training_pass is None:
            return pass_of_subject(self._looking.subject)
        of = pass_of_training(training_pass)
        return replace(of, x=of.x[:_SAMPLES], t=of.t[:_SAMPLES])

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._flag or self._flag.is_set():
            return
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self.checked.emit(loaded.result)


def _rows(of: Pass, flag: Flag, tell: Callable[[int, int], None]) -> tuple[GradientRow, ...]:
    network = Network(replace(of.spec, dtype="float64"), None)
    network.load(of.params, of.state)
    state, is_training = network.flat_state.copy(), of.rng is not None
    with np.errstate(all="ignore"):
        gradient = network.gradient(of.x, of.t, training=is_training, rng=of.rng() if of.rng else None)
    analytic = {name: np.array(each) for name, each in gradient.items()}
    total, done = sum(len(places_to_check(each)) for each in analytic.values()), 0

    def loss() -> float:
        if flag.is_set():
            raise GivenUpError
        network.flat_state[...] = state  # the running statistics of a normalization move with each pass
        with np.errstate(all="ignore"):
            return network.loss(of.x, of.t, training=is_training, rng=of.rng() if of.rng else None)

    rows = []
    try:
        for name, each in analytic.items():
            tell(done, total)
            rows.append(row_of(name, network.params[name], each, loss, H))
            done += rows[-1].checked
    except GivenUpError:
        return ()
    tell(total, total)
    return tuple(rows)
