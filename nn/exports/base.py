"""What can be exported, and how a function becomes one of the ways to do it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nn.arrays import Array
from nn.datasets.base import Dataset
from nn.network import Network
from nn.options import OptionValue
from nn.registry import Registry
from nn.training import TrainingConfig


class Unfit(ValueError):
    """Something cannot be exported in the form that was asked for; the message says why and what can be done."""


@dataclass(frozen=True, eq=False)
class Run:
    """A network and how it became what it is.

    Attributes
    ----------
    network : Network
        As it stands in the end; never written into.
    config : TrainingConfig
        How it was trained.
    iterations : int
        Updates done.
    data : Dataset or None
        What it learned from, None where nobody knows.
    data_options : mapping of str to value
        Options of the dataset.
    has_own_points : bool
        Whether `data` are other samples than those that the dataset of this name and these options has.
    start : ndarray, shape (P,), or None
        The parameters it began with; None for the initial values of ``config.seed``.
    """

    network: Network
    config: TrainingConfig = field(default_factory=TrainingConfig)
    iterations: int = 0
    data: Dataset | None = None
    data_options: Mapping[str, OptionValue] = field(default_factory=dict)
    has_own_points: bool = False
    start: Array | None = None

    def known_data(self) -> Dataset:
        """Return what the network learned from.

        Raises
        ------
        Unfit
            If nobody knows.
        """
        if self.data is None:
            raise Unfit("A program needs the data that the network learned from, and this file does not name them.")
        return self.data

    @property
    def begins_as_drawn(self) -> bool:
        """Whether training began with the initial values that the configuration's seed draws."""
        if self.start is None:
            return True
        drawn = Network(self.network.spec, self.config.seed)
        return bool(np.array_equal(drawn.flat_params, self.start))

    @property
    def digest(self) -> str:
        """A short sign of all parameters; two networks with the same sign have the same numbers."""
        # + 0.0 makes 0 of -0, which is the same number in other bytes
        return hashlib.sha256((self.network.flat_params + 0.0).tobytes()).hexdigest()[:16]


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
        ``write(path, run)`` returns the files it wrote.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Path, Run], tuple[Path, ...]]


EXPORTS: Registry[Export] = Registry("export", "nn.exports")

Writer = Callable[[Path, Run], tuple[Path, ...]]


def export(name: str, suffix: str, about: str) -> Callable[[Writer], Writer]:
    """Return a decorator that enters ``write(path, run)`` in `EXPORTS`; it returns the function.

    Raises
    ------
    ValueError
        If the name is taken.
    """

    def register(write: Writer) -> Writer:
        EXPORTS.register(name)(Export(name, suffix, about, write))
        return write

    return register
