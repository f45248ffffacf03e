"""What a network says of many samples, and how far it is off."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array
from nn.datasets.base import Dataset
from nn.inspection.surfaces import Meaning
from nn.network import Network
from nn.training.batch_feed import encoded

MOST_SAMPLES = 10_000
"""Samples that are asked about: the first ones."""
EVEN = 0.5
"""The share from which the second of two classes is said, unless another is chosen."""
_AT_ONCE = 250  # a few ms of work, after which whoever waits may say that they do not any more


@dataclass(frozen=True, eq=False)
class Answers:
    """What a network says of N samples, in their order.

    Attributes
    ----------
    classes : tuple of str
        Names of the classes; empty where the answers are values.
    t : ndarray, shape (N,) of int64, or (N, K)
        The true classes or values.
    shares : ndarray, shape (N, C)
        The share of each class, or the values.
    losses : ndarray, shape (N,)
        The loss of each sample.
    threshold : float
        The share from which the second of two classes is said; of more classes the one with most is.
    """

    classes: tuple[str, ...]
    t: npt.NDArray[Any]
    shares: Array
    losses: Array
    threshold: float = EVEN

    def __len__(self) -> int:
        return len(self.losses)

    @cached_property
    def said(self) -> npt.NDArray[np.int64]:
        """The class that is said, shape (N,); -1 where the shares are no numbers."""
        is_by_most = len(self.classes) != 2 or self.threshold == EVEN
        said = self.shares.argmax(axis=1) if is_by_most else self.shares[:, 1] >= self.threshold
        return np.where(np.isfinite(self.shares).all(axis=1), said, -1)

    @cached_property
    def certainty(self) -> Array:
        """The share of the class that is said, shape (N,); NaN where the shares are no numbers."""
        of_said: Array = np.take_along_axis(self.shares, np.maximum(self.said, 0)[:, None], axis=1)[:, 0]
        return np.where(self.said < 0, math.nan, of_said)

    @cached_property
    def is_right(self) -> npt.NDArray[np.bool_]:
        """Whether it is the true one, shape (N,)."""
        return self.said == self.t

    @cached_property
    def errors(self) -> Array:
        """How far values are off, shape (N, K): what was said minus what is true."""
        return self.shares - self.t.reshape(self.shares.shape)

    @property
    def accuracy(self) -> float:
        """The share that is right, NaN for values and without samples."""
        return float(self.is_right.mean()) if self.classes and len(self) else math.nan

    @property
    def loss(self) -> float:
        """The mean loss, NaN without samples."""
        return float(self.losses.mean()) if len(self) else math.nan


def asked(network: Network, data: Dataset, part: str = "test") -> Iterator[Answers | None]:
    """Ask a network about the first samples of the "test" or "train" data.

    Parameters
    ----------
    network : Network
        It has an output for each class or value of the data; see `nn.inspection.surfaces.Meaning`.

    Yields
    ------
    None or Answers
        None after each piece of the work, so that a caller may give up; at the end the answers.
    """
    rows, targets = (data.x_test, data.t_test) if part == "test" else (data.x, data.t)
    x, scale = rows[:MOST_SAMPLES], network.flat_params.dtype.type(data.scale)
    yield from answers_to(network, data, lambda piece: np.multiply(x[piece], scale), targets[:MOST_SAMPLES])


def answers_to(
    network: Network, data: Dataset, samples: Callable[[slice], Array], t: npt.NDArray[Any]
) -> Iterator[Answers | None]:
    """Ask a network about samples that are made a piece at a time; yields as `asked` does.

    Parameters
    ----------
    samples : function
        Gives a piece of the samples as the network takes them.
    t : ndarray
        The true classes or values of all of them.
    """
    meaning = Meaning.of(network.spec, data)
    shares: list[Array] = [np.empty((0, max(1, len(meaning.classes))))]
    losses: list[Array] = [np.empty(0)]
    wanted = encoded(network, t)
    for start in range(0, len(t), _AT_ONCE):
        piece = slice(start, start + _AT_ONCE)
        scores = network.predict(samples(piece))
        losses.append(network.loss_layer.each(scores, wanted[piece]))
        shares.append(meaning.shares(network.loss_layer.activation(scores)))
        yield None
    yield Answers(meaning.classes, t, np.concatenate(shares[1:] or shares), np.concatenate(losses[1:] or losses))
