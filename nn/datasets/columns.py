"""What the numbers of a sample mean to a person: names, units and categories of the file they came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nn.messages import Message, printable

LONGEST_NAME = 60
"""Characters of the name of a column or a category; of longer ones the middle is left out."""


@dataclass(frozen=True)
class Feature:
    """One thing that is known of each sample: a number, or one of several categories.

    A number is one input of a network, ``(value - zero) / unit``; a category is one input for each of them, 1 for the
    one it is and 0 for the others (one-hot).

    Attributes
    ----------
    name : str
        What the file calls it, made safe to show; empty if it does not say.
    zero, unit : float
        The value a network knows as 0, and how much of it is 1 for the network.
    categories : tuple of str
        The names to choose from; empty for a number.
    """

    name: str = ""
    zero: float = 0.0
    unit: float = 1.0
    categories: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", printable(self.name, LONGEST_NAME))
        object.__setattr__(self, "categories", tuple(printable(name, LONGEST_NAME) for name in self.categories))
        _check_unit(self.unit)

    @property
    def width(self) -> int:
        """How many inputs of a network it is."""
        return len(self.categories) or 1

    def inputs_of(self, value: float | str) -> tuple[float, ...]:
        """Return what a network is given for a value in the file's unit, or for the name of a category.

        Raises
        ------
        ValueError
            If it is no category that there is.
        """
        if not self.categories:
            return ((float(value) - self.zero) / self.unit,)
        if value not in self.categories:
            raise ValueError(
                Message(
                    "{name} is {value!r}; choose one of {categories}",
                    name=self.name,
                    value=value,
                    categories=", ".join(self.categories),
                )
            )
        return tuple(float(name == value) for name in self.categories)

    def value_of(self, inputs: Sequence[float]) -> float | str:
        """Return the value, in the file's unit, or the category that these inputs of a network stand for."""
        if not self.categories:
            return float(inputs[0]) * self.unit + self.zero
        return max(zip(inputs, self.categories, strict=True))[1] if any(inputs) else ""

    def input_names(self, place: int) -> tuple[str, ...]:
        """Return what each of its inputs is called; `place` is the number from 1 by which a nameless one goes."""
        name = self.name or f"x{place}"
        return tuple(f"{name} = {category}" for category in self.categories) or (name,)


@dataclass(frozen=True)
class Target:
    """What a network is to tell: its name in the file, and for a regression the unit of its values.

    Attributes
    ----------
    name : str
        What the file calls it, made safe to show; empty if it does not say.
    zero, unit : float
        The value that stands for an output of 0, and how much of it an output of 1 is more.
    """

    name: str = ""
    zero: float = 0.0
    unit: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", printable(self.name, LONGEST_NAME))
        _check_unit(self.unit)

    def value_of(self, output: float) -> float:
        """Return the value in the file's unit that an output of a network stands for."""
        return float(output) * self.unit + self.zero

    def output_of(self, value: float) -> float:
        """Return the output of a network that stands for a value in the file's unit."""
        return (float(value) - self.zero) / self.unit

    @property
    def is_scaled(self) -> bool:
        """Whether outputs are in another unit than the file."""
        return (self.zero, self.unit) != (0.0, 1.0)


def input_names(features: Iterable[Feature]) -> tuple[str, ...]:
    """Return what each input of a network is called."""
    names: list[str] = []
    for feature in features:
        names += feature.input_names(len(names) + 1)
    return tuple(names)


def scaled(feature: Feature, zero: float, unit: float) -> Feature:
    """Return a feature as a network is given it; categories stay 0 and 1."""
    return feature if feature.categories else replace(feature, zero=zero, unit=unit)


def _check_unit(unit: float) -> None:
    if not unit > 0:
        raise ValueError(Message("a unit is {unit}; give a number above 0", unit=unit))
