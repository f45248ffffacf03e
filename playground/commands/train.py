"""Train a network, or go on with one, and keep it in a file."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import printable
from nn.network import Network
from nn.replay import Waypoint
from nn.replay.way import BUDGET, MOST
from nn.training import Checkpoint, Divergence, Evaluation, Iteration, iterations_per_epoch, train
from playground.commands.endings import DIVERGED, DONE, UNSOUND, UNWRITTEN, USAGE, Refusal
from playground.commands.progress import Progress
from playground.commands.stored import dataset, save
from playground.commands.train_options import add_options as add_options
from playground.commands.train_options import beginning, begun_way
from playground.safety import cores
from playground.session.document.kept_way import KeptWay
from playground.session.document.state import RunRecord, kept_losses

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from nn.datasets.base import Dataset
    from nn.optimizers import Optimizer
    from nn.replay import Way
    from playground.commands.interrupts import Interrupts
    from playground.session.document.saved import SavedDocument
    from playground.session.document.state import DocumentState

_SAVED_EVERY_S = 60.0
_NOTED_EVERY_S = 0.2  # a copy of the weights: far less than a hundredth of the time


def act(options: argparse.Namespace) -> int:
    """Do what the command line says; return the exit code."""
    cores.govern()
    document = beginning(options)
    state = document.state
    if state.config.threads > 1 and not cores.is_settable():
        raise Refusal(
            USAGE, "the matrix library of this NumPy does not let the number of its threads be set; give --threads 1"
        )
    output = options.output or options.resume
    _check_output(output, may_replace=options.force or output == options.resume)
    data = dataset(state.dataset)
    per_epoch = iterations_per_epoch(data, state.config)
    until = options.iterations or state.config.epochs * per_epoch
    if until <= state.checkpoint.iteration:
        done = f"{state.checkpoint.iteration} iterations are done already, and {until} were asked for"
        raise Refusal(USAGE, f"{done}; give a larger --epochs or --iterations")
    progress = Progress(until, per_epoch, quiet=options.quiet)
    way = begun_way(document.way, state, data)
    return _Training(document, data, output, progress, way).go(until, options.interrupts)


def _check_output(path: Path, *, may_replace: bool) -> None:
    """Refuse a file that could not be written in the end: that would be told after the training."""
    if path.exists() and not may_replace:
        name = printable(str(path))
        raise Refusal(USAGE, f"{name} is there already; give --force to replace it, or `train {name}` to go on with it")
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        folder = printable(str(path.parent.absolute()))
        raise Refusal(UNWRITTEN, f"nothing can be written into {folder}; give another --output")


class _Training:
    """One stretch of training, and what it leaves in the file."""

    def __init__(self, document: SavedDocument, data: Dataset, output: Path, progress: Progress, way: Way) -> None:
        self._document, self._way, self._noted = document, way, time.monotonic()
        state = document.state
        self._begun, self._data, self._output, self._progress = state, data, output, progress
        self._network = Network(state.spec, None)
        self._optimizer: Optimizer = state.config.build_optimizer()
        state.checkpoint.restore(self._network, self._optimizer)
        self._iteration = state.checkpoint.iteration
        self._losses: list[float] = []
        self._evaluations: list[Evaluation] = []
        self._divergence: Divergence | None = None

    def go(self, until: int, interrupts: Interrupts) -> int:
        """Train until an iteration, a signal or a divergence; save, and return the exit code."""
        with interrupts:
            try:
                self._train(until, interrupts)
            except ValueError as error:  # data that do not fit the network
                raise Refusal(UNSOUND, str(error)) from error
            except OSError:  # nobody takes the lines any more; what was learned is kept all the same
                self._save()
                raise
            self._save()
        self._progress.end(self._last_word(interrupted=bool(interrupts.code)))
        return interrupts.code or (DIVERGED if self._divergence else DONE)

    def _train(self, until: int, interrupts: Interrupts) -> None:
        saved = time.monotonic()
        items = train(self._network, self._optimizer, self._data, self._begun.config, self._iteration, until)
        with np.errstate(all="ignore"):  # an overflow on the way to a divergence
            for item in items:
                self._note(item)
                if interrupts.code and not isinstance(item, Divergence):
                    return
                if time.monotonic() - saved > _SAVED_EVERY_S:
                    self._save()
                    saved = time.monotonic()

    def _note(self, item: object) -> None:
        if isinstance(item, Iteration):
            self._iteration = item.iteration
            self._losses.append(item.loss)
            if time.monotonic() - self._noted > _NOTED_EVERY_S:
                self._note_way(Checkpoint.take(self._network, self._optimizer, self._iteration))
            self._progress.tell(item.iteration, item.loss)
        elif isinstance(item, Evaluation):
            self._evaluations.append(item)
            self._progress.measured(item, self._losses[-1])
        elif isinstance(item, Divergence):
            self._divergence = item

    def _note_way(self, checkpoint: Checkpoint) -> None:
        """Keep a point that training came through: from there any moment after it is found again."""
        self._noted = time.monotonic()
        here = Waypoint(checkpoint, self._begun.spec, self._begun.config, self._data, self._begun.dataset)
        room = min(MOST, max(1, BUDGET // checkpoint.nbytes))
        spacing = (checkpoint.iteration - self._way.first) // room
        self._way = self._way.through(here, spacing=spacing).thinned()

    def _save(self) -> None:
        state = self._state()
        save(self._output, replace(self._document, state=state, way=KeptWay(self._way)))

    def _state(self) -> DocumentState:
        checkpoint = Checkpoint.take(self._network, self._optimizer, self._iteration)
        self._note_way(checkpoint)
        losses = kept_losses(self._losses)
        first = self._begun.checkpoint.iteration + 1
        record = RunRecord(first, losses, tuple(self._evaluations), self._divergence)
        history = (*self._begun.history, record) if len(losses) or self._divergence else self._begun.history
        return replace(self._begun, checkpoint=checkpoint, history=history)

    def _last_word(self, *, interrupted: bool) -> str:
        name = printable(str(self._output))
        kept = f"{name} holds iteration {self._iteration}"
        if self._divergence is not None:
            return f"the loss of iteration {self._divergence.iteration} is {self._divergence.loss}: {kept}"
        return f"stopped: {kept}; `nn-playground train {name}` goes on" if interrupted else f"done: {kept}"
