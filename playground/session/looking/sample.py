"""The sample whose way through the network is shown: a digit, a row of the data, or typed numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, as_float
from nn.messages import Message
from playground.session.looking.prediction import DIGITS

if TYPE_CHECKING:
    from nn.arrays import Shape
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.looking.example import Example


@dataclass(frozen=True, eq=False)
class Sample:
    """The numbers that go into the network, with their target where there is one.

    Attributes
    ----------
    x : ndarray, shape (N, ...)
        Inputs as the network takes them; read-only.
    t : ndarray or None
        Targets: labels of shape (N,), or values of shape (N, K); read-only.
    origin
        Where it comes from: "drawn", "test 12", "typed", or a file's name.
    single
        Whether it stands for one sample and not for a batch: its shapes have no N.
    classes
        Names of the classes that `t` counts; empty where those of the network are meant, or `t` are values.
    """

    x: Array
    t: npt.NDArray[Any] | None = None
    origin: str = "typed"
    single: bool = True
    classes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("x", "t"):
            value = getattr(self, name)
            if value is not None:
                view = np.asarray(value).view()
                view.flags.writeable = False
                object.__setattr__(self, name, view)

    @property
    def is_of_data(self) -> bool:
        """Whether it is a row of the data, and nothing a person drew, typed or brought."""
        part, _space, row = self.origin.partition(" ")
        return part in ("test", "train") and row.isdigit()

    def fits(self, spec: NetworkSpec) -> bool:
        """Say whether a network takes this sample, in one row or as a picture of as many numbers."""
        return math.prod(self.x.shape[1:]) == math.prod(spec.input_shape)

    def under(self, classes: tuple[str, ...]) -> Sample:
        """Return it for a network of these classes: a label that counts others says nothing there."""
        is_foreign = self.t is not None and bool(self.classes) and bool(classes) and self.classes != classes
        return replace(self, t=None) if is_foreign else self


def of_example(example: Example, spec: NetworkSpec) -> Sample:
    """Return a digit as a network takes it."""
    t = None if example.label is None else np.array([example.label])
    x = example.pixels.astype(spec.dtype).reshape(1, *spec.input_shape)
    return Sample(x, t, example.origin, classes=DIGITS)


def of_row(data: Dataset, spec: NetworkSpec, index: int, part: str = "test") -> Sample:
    """Return a row of the training or of the test data.

    Raises
    ------
    ValueError
        If there is no such row, or the network does not take these data.
    """
    samples, targets = (data.x_test, data.t_test) if part == "test" else (data.x, data.t)
    if not 0 <= index < len(samples):
        raise ValueError(
            Message(
                "row {index} of the {part} data does not exist; there are {samples}, counted from 0",
                index=index,
                part=part,
                samples=len(samples),
            )
        )
    x = np.multiply(samples[index], data.scale).astype(spec.dtype)
    t = targets[index : index + 1]
    return Sample(_as_batch(x, spec.input_shape)[0], t, f"{part} {index}", classes=tuple(data.classes))


def typed(spec: NetworkSpec, x: npt.ArrayLike, t: npt.ArrayLike | None = None) -> Sample:
    """Return numbers that a person typed: one sample, or a batch with an axis more.

    Raises
    ------
    TypeError, ValueError
        If they are no numbers, or not as many as the network takes.
    """
    array = as_float(x).astype(spec.dtype)
    if not np.isfinite(array).all():
        raise ValueError(Message("x holds a number that is not finite; give plain numbers such as 1.0 or -0.5"))
    batch, single = _as_batch(array, spec.input_shape)
    return Sample(batch, None if t is None else _targets(t, len(batch), single), "typed", single)


def _as_batch(x: Array, shape: Shape) -> tuple[Array, bool]:
    """Return `x` with an axis for the samples, and whether it had none."""
    if x.shape == shape or (x.ndim == 1 and x.size == math.prod(shape)):
        return x.reshape(1, *shape), True
    if x.shape[1:] == shape or (x.ndim > 1 and len(x) and math.prod(x.shape[1:]) == math.prod(shape)):
        return x.reshape(-1, *shape), False
    wanted = math.prod(shape)
    raise ValueError(
        Message(
            "x has shape {shape}, but the network takes {wanted} numbers a sample; give {wanted} of them",
            shape=x.shape,
            wanted=wanted,
        )
    )


def _targets(t: npt.ArrayLike, samples: int, single: bool) -> npt.NDArray[Any]:
    targets = np.asarray(t)
    if single:
        targets = targets[np.newaxis]
    if not targets.ndim or len(targets) != samples:
        raise ValueError(
            Message(
                "t has shape {shape} for {samples} samples; give one target for each sample",
                shape=targets.shape,
                samples=samples,
            )
        )
    return targets
