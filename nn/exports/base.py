"""What can be exported, and how a function becomes one of the ways to do it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np

from nn.choices.options import OptionValue
from nn.choices.registry import Registry
from nn.datasets.base import Dataset
from nn.imports.file_bytes import Watch, unwatched
from nn.messages import Message
from nn.network import Network
from nn.training import Checkpoint, TrainingConfig


class Unfit(ValueError):
    """Something cannot be exported in the form that was asked for; the message says why and what can be done."""


@dataclass(frozen=True, eq=False)
class Stretch:
    """Iterations that were done with one configuration.

    Attributes
    ----------
    config : TrainingConfig
        How they were trained.
    until : int
        Updates done in the end.
    """

    config: TrainingConfig
    until: int


@dataclass(frozen=True, eq=False)
class Run:
    """A network and how it became what it is.

    Attributes
    ----------
    network : Network
        As it stands in the end; never written into.
    config : TrainingConfig
        How it was trained, in the end.
    iterations : int
        Updates done.
    data : Dataset or None
        What it learned from, None where nobody knows.
    data_options : mapping of str to value
        Options of the dataset.
    has_own_points : bool
        Whether `data` are other samples than those that the dataset of this name and these options has.
    start : Checkpoint or None
        Where the part of the training begins that can be done again; None for the initial values of the seed.
    earlier : tuple of Stretch
        What came between `start` and the last stretch, with other configurations.
    is_known : bool
        Whether all this is known to have led to `network`; otherwise it is the likely way.
    """

    network: Network
    config: TrainingConfig = field(default_factory=TrainingConfig)
    iterations: int = 0
    data: Dataset | None = None
    data_options: Mapping[str, OptionValue] = field(default_factory=dict)
    has_own_points: bool = False
    start: Checkpoint | None = None
    earlier: tuple[Stretch, ...] = ()
    is_known: bool = True

    def known_data(self) -> Dataset:
        """Return what the network learned from.

        Raises
        ------
        Unfit
            If nobody knows.
        """
        if self.data is None:
            raise Unfit(
                Message("A program needs the data that the network learned from, and this file does not name them.")
            )
        return self.data

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """All the training from `start` on."""
        return (*self.earlier, Stretch(self.config, self.iterations))

    @property
    def threads(self) -> int:
        """How many threads of the matrix library training began with."""
        return self.stretches[0].config.threads

    @property
    def changes_threads(self) -> bool:
        """Whether it went on with another number."""
        return any(stretch.config.threads != self.threads for stretch in self.stretches)

    @cached_property
    def begins_as_drawn(self) -> bool:
        """Whether training began with the initial values that the first configuration's seed draws."""
        start = self.start
        if start is None:
            return True
        drawn = Network(self.network.spec, self.stretches[0].config.seed)
        return (
            start.iteration == 0
            and not start.memory
            and np.array_equal(drawn.flat_params, start.params)
            and np.array_equal(drawn.flat_state, start.state)
        )

    @property
    def digest(self) -> str:
        """A short sign of all parameters; two networks with the same sign have the same numbers."""
        # + 0.0 makes 0 of -0, which is the same number in other bytes
        return hashlib.sha256((self.network.flat_params + 0.0).tobytes()).hexdigest()[:16]


class Writer(Protocol):
    """Writes a run into a file."""

    def __call__(self, path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
        """Return the files that were written."""


@dataclass(frozen=True)
class Export:
    """A way to write a run.

    Attributes
    ----------
    name : str
        Name in `EXPORTS`.
    suffix : str
        How its files end, with the dot.
    about : str
        One sentence that says what the file is good for.
    write : callable
        ``write(path, run, watch)`` returns the files it wrote; ``watch(share)`` is told how far it is, and may raise
        `nn.imports.Cancelled`: then nothing is written.
    """

    name: str
    suffix: str
    about: str
    write: Writer


EXPORTS: Registry[Export] = Registry(Message("export"), "nn.exports")


def export(name: str, suffix: str, about: str) -> Callable[[Writer], Writer]:
    """Return a decorator that enters ``write(path, run, watch)`` in `EXPORTS`; it returns the function.

    Raises
    ------
    ValueError
        If the name is taken.
    """

    def register(write: Writer) -> Writer:
        EXPORTS.register(name)(Export(name, suffix, about, write))
        return write

    return register
