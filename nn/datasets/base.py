"""What a dataset is, and how a function becomes one that can be chosen by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.choices.options import Option, OptionValue, complete
from nn.choices.registry import Registry
from nn.messages import Message, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Shape

SEED = Option("seed", 0, 0, 2**31 - 1, help="Seed of the random numbers: the same seed gives the same points.")


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples and targets to learn from, and others to test with; nobody can change them.

    Attributes
    ----------
    name : str
        Name in `DATASETS`.
    x, x_test : ndarray, shape (N, ...)
        Samples, as they are stored: bytes for pictures.
    t, t_test : ndarray, shape (N,) of int64, or (N, K) of float64
        Index labels of a classification, or the target values of a regression.
    scale : float
        What a network receives is ``x * scale``.
    classes : tuple of str
        Names of the classes, made safe to show; empty for a regression.
    """

    name: str
    x: npt.NDArray[Any]
    t: npt.NDArray[Any]
    x_test: npt.NDArray[Any]
    t_test: npt.NDArray[Any]
    scale: float = 1.0
    classes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field in ("x", "t", "x_test", "t_test"):
            view = getattr(self, field).view()
            view.flags.writeable = False
            object.__setattr__(self, field, view)
        object.__setattr__(self, "classes", tuple(printable(name) for name in self.classes))
        for samples, targets in ((self.x, self.t), (self.x_test, self.t_test)):
            if len(samples) != len(targets):
                raise ValueError(
                    Message(
                        "dataset {name} has {samples} samples but {targets} targets; give one target for each sample",
                        name=self.name,
                        samples=len(samples),
                        targets=len(targets),
                    )
                )

    @property
    def input_shape(self) -> Shape:
        """Shape of one sample."""
        return self.x.shape[1:]

    @property
    def is_regression(self) -> bool:
        """Whether the targets are values to come close to, of which none is right or wrong."""
        return not self.classes and self.t.dtype.kind == "f"

    @property
    def outputs(self) -> int:
        """How many numbers a network must give for one sample: one a class, or one a target value."""
        return len(self.classes) or int(np.prod(self.t.shape[1:], dtype=int))


@dataclass(frozen=True)
class DatasetMaker:
    """A dataset that can be made: its options, and the function that makes it from them."""

    name: str
    options: tuple[Option, ...]
    make: Callable[..., Dataset]

    def __call__(self, **options: OptionValue) -> Dataset:
        """Return the dataset for these options; those not given have their defaults.

        Raises
        ------
        TypeError, ValueError
            If an option is unknown or its value is not valid.
        """
        return self.make(self.name, **complete(Message("dataset {name}", name=self.name), self.options, options))


DATASETS: Registry[DatasetMaker] = Registry(Message("dataset"), "nn.datasets")


def dataset(name: str, *options: Option) -> Callable[[Callable[..., Dataset]], Callable[..., Dataset]]:
    """Return a decorator that enters ``make(name, **options)`` in `DATASETS`; it returns the function."""

    def register(make: Callable[..., Dataset]) -> Callable[..., Dataset]:
        DATASETS.register(name)(DatasetMaker(name, options, make))
        return make

    return register
