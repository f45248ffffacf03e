"""What a dataset is, and how a function becomes one that can be chosen by its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.choices.options import Option, OptionValue, complete
from nn.choices.registry import Registry
from nn.datasets.columns import Feature, Target, input_names
from nn.messages import Message, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Shape
    from nn.datasets.recipe import Recipe

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
    features : tuple of Feature
        What the numbers of a sample mean to a person, in their order; empty where they are points or pixels.
    target : Target
        What is to be told, with the unit of its values.
    """

    name: str
    x: npt.NDArray[Any]
    t: npt.NDArray[Any]
    x_test: npt.NDArray[Any]
    t_test: npt.NDArray[Any]
    scale: float = 1.0
    classes: tuple[str, ...] = ()
    features: tuple[Feature, ...] = ()
    target: Target = field(default_factory=Target)

    def __post_init__(self) -> None:
        for name in ("x", "t", "x_test", "t_test"):
            view = getattr(self, name).view()
            view.flags.writeable = False
            object.__setattr__(self, name, view)
        object.__setattr__(self, "classes", tuple(printable(name) for name in self.classes))
        self._check_features()
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

    def _check_features(self) -> None:
        inputs, width = sum(feature.width for feature in self.features), int(np.prod(self.input_shape, dtype=int))
        if self.features and inputs != width:
            raise ValueError(
                Message(
                    "dataset {name} has {width} numbers a sample, but features for {inputs}; give one for each",
                    name=self.name,
                    width=width,
                    inputs=inputs,
                )
            )

    @property
    def input_names(self) -> tuple[str, ...]:
        """What each input of a network is called: by the features, else x1, x2, ..."""
        if self.features:
            return input_names(self.features)
        return tuple(f"x{place + 1}" for place in range(int(np.prod(self.input_shape, dtype=int))))

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
    """A dataset that can be made: its options, the function that makes it from them, and how it is learned."""

    name: str
    options: tuple[Option, ...]
    make: Callable[..., Dataset]
    recipe_for: Callable[[Dataset], Recipe] | None = None
    """Gives settings with which these data are visibly learned."""

    def __call__(self, **options: OptionValue) -> Dataset:
        """Return the dataset for these options; those not given have their defaults.

        Raises
        ------
        TypeError, ValueError
            If an option is unknown or its value is not valid.
        """
        return self.make(self.name, **complete(Message("dataset {name}", name=self.name), self.options, options))


DATASETS: Registry[DatasetMaker] = Registry(Message("dataset"), "nn.datasets")


def dataset(
    name: str, *options: Option, recipe: Recipe | Callable[[Dataset], Recipe] | None = None
) -> Callable[[Callable[..., Dataset]], Callable[..., Dataset]]:
    """Return a decorator that enters ``make(name, **options)`` in `DATASETS`; it returns the function.

    `recipe` says how the data are learned; a function finds it out from the data.
    """
    recipe_for = recipe if callable(recipe) or recipe is None else _always(recipe)

    def register(make: Callable[..., Dataset]) -> Callable[..., Dataset]:
        DATASETS.register(name)(DatasetMaker(name, options, make, recipe_for))
        return make

    return register


def _always(recipe: Recipe) -> Callable[[Dataset], Recipe]:
    return lambda _data: recipe
