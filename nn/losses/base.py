"""What every loss is and does."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from functools import cache
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, as_float
from nn.choices.registry import Registry
from nn.graph import Node
from nn.labels import checked_labels
from nn.layers.base import Formula
from nn.messages import Message

LOSSES: Registry[type[Loss]] = Registry(Message("loss"), "nn.losses")

ERROR = "E"
"""What the book calls the error of a batch before it is divided by the number of samples."""


class Loss(ABC):
    """Last layer of training: output activation and error in one, as in the book's SoftmaxWithLoss.

    Attributes
    ----------
    formula : Formula
        Its arithmetic in one line, forwards and backwards.
    unit : str
        What the loss is measured in; empty for a squared error, which has the unit of the targets.
    gives_difference : bool
        Whether the gradient by the scores is the difference of output and target over N, as all of the book's are.
    loss : float or None
        Mean loss of the last batch.
    t : ndarray or None
        Targets of the last batch as one float row a sample.
    """

    formula: ClassVar[Formula]
    unit: ClassVar[str] = ""
    gives_difference: ClassVar[bool] = False

    def __init__(self) -> None:
        self.loss: float | None = None
        self.t: Array | None = None
        self._single = False

    @property
    def answer_formula(self) -> str:
        """The arithmetic of the output activation alone: ``"y = exp(x) / Σ exp(x)"``."""
        return self.formula.forward.rpartition(",  ")[2]

    @property
    @abstractmethod
    def y(self) -> Array | None:
        """Output activation of the last scores, shape (N, C)."""

    @abstractmethod
    def activation(self, x: npt.ArrayLike) -> Array:
        """Return what the network says for the scores `x`: softmax, sigmoid or the scores themselves."""

    def forward(self, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """Return the mean loss of a batch.

        Parameters
        ----------
        x : array_like, shape (N, C) or (C,)
            Scores.
        t : array_like
            Targets: rows of the shape of `x`, or for classes their numbers, shape (N,).

        Raises
        ------
        ValueError
            If `t` does not fit `x`; the message names the first wrong row.
        """
        x = as_float(x)
        self._single = x.ndim == 1
        x = np.atleast_2d(x)
        if x.ndim > 2:
            raise ValueError(
                Message(
                    "{name} needs one row of scores a sample, got shape {shape}; put a Flatten before it",
                    name=type(self).__name__,
                    shape=x.shape,
                )
            )
        t = np.asarray(t)[np.newaxis] if self._single else np.asarray(t)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.measure(x, self.encode(t, *x.shape).astype(x.dtype, copy=False))

    @abstractmethod
    def encode(self, t: npt.ArrayLike, samples: int, outputs: int) -> Array:
        """Return targets as float rows of shape (samples, outputs), checked."""

    @abstractmethod
    def measure(self, x: Array, targets: Array, out: Array | None = None) -> float:
        """Return the mean loss of scores `x` against encoded `targets`, both (N, C).

        `out` is where `backward` will put its gradient: a sign that the caller owns the buffers.
        """

    @abstractmethod
    def each(self, x: Array, targets: Array) -> Array:
        """Return the loss of each sample, shape (N,): their mean is what `measure` returns."""

    @abstractmethod
    def backward(self, dout: float = 1, out: Array | None = None) -> Array:
        """Return the gradient of the mean loss by the scores."""

    def graph(self, x: Node, t: Node) -> Node:
        """Return the loss's computational graph, as its last `forward` computed it."""
        return self.graphs(x, t)[1]

    @abstractmethod
    def graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return the graphs of the output activation and of the loss, as the last `forward` computed them."""

    def book_graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return both graphs as the book draws them: a box for the output activation, and one for the error."""
        return self.graphs(x, t)

    def _mean(self, error: Node) -> Node:
        """Return the error of a batch over the number of samples."""
        samples = len(self._kept(self.t))
        return graph.multiply(graph.constant(1 / samples, "(1/N)"), error) if samples > 1 else error

    def _sum(self) -> float:
        """Return what was measured, before it was divided by the number of samples."""
        return math.nan if self.loss is None else self.loss * len(self._kept(self.t))

    @abstractmethod
    def correct(self, x: Array, targets: Array) -> int:
        """Return how many samples the scores get right; a row that is not finite is wrong."""

    def _kept(self, value: Array | None) -> Array:
        if value is None:
            raise RuntimeError(
                Message("{name}.backward needs what forward keeps; call forward first", name=type(self).__name__)
            )
        return value

    def _difference(self, y: Array, t: Array, dout: float, out: Array | None) -> Array:
        """Return ``dout (y - t) / N``; a probability that is nothing beside the rounding of 1 counts as 0.

        Once a network is sure, most are: what they come to on the way back is subnormal, and slow to compute with.
        """
        out = np.empty_like(t) if out is None else out
        np.greater_equal(y, _negligible(y.dtype), out=out)
        np.multiply(out, y, out=out)
        np.subtract(out, t, out=out)
        return self._shaped(np.multiply(out, dout / len(t), out=out))

    def _shaped(self, dx: Array) -> Array:
        return dx[0] if self._single else dx


@cache
def _negligible(dtype: np.dtype[Any]) -> float:
    return float(np.finfo(dtype).eps) ** 2


def rows_of(t: npt.NDArray[Any], samples: int, outputs: int) -> Array:
    """Return `t` as float rows, one number a sample allowed where there is one output.

    Raises
    ------
    ValueError
        If the batch is empty or the shapes disagree.
    """
    _check_length(t, samples)
    if t.shape != (samples, outputs) and t.shape != (samples,) * (outputs == 1):
        raise ValueError(
            Message(
                "the targets have shape {shape}; expected ({samples}, {outputs}), a row a sample",
                shape=t.shape,
                samples=samples,
                outputs=outputs,
            )
        )
    return as_float(t, "t").reshape(samples, outputs)


def one_hot(t: npt.ArrayLike, samples: int, classes: int) -> Array:
    """Return class labels as one-hot float rows.

    Parameters
    ----------
    t : array_like
        Class numbers of shape (samples,), whole floats allowed, or one-hot rows of shape (samples, classes).

    Raises
    ------
    ValueError
        If a label is no class or a row is not one-hot; the message names the row.
    """
    t = np.asarray(t)
    _check_length(t, samples)
    if t.shape == (samples, classes):
        return _checked_one_hot(as_float(t, "t"))
    if t.shape not in {(samples,), (samples, 1)}:
        raise ValueError(
            Message(
                "the labels have shape {shape}; expected ({samples},) class numbers or ({samples}, {classes}) one-hot",
                shape=t.shape,
                samples=samples,
                classes=classes,
            )
        )
    rows = np.zeros((samples, classes), np.float32)  # which holds 0 and 1 as exactly as any
    rows[np.arange(samples), checked_labels(t.reshape(samples), classes)] = 1
    return rows


def hits_of_largest(x: Array, targets: Array) -> int:
    """Return how many rows have their largest score where the target is largest."""
    hits = (x.argmax(axis=1) == targets.argmax(axis=1)) & np.isfinite(x).all(axis=1)
    return int(np.count_nonzero(hits))


def _check_length(t: npt.NDArray[Any], samples: int) -> None:
    if not samples:
        raise ValueError(Message("the batch is empty; give at least one sample"))
    if len(np.atleast_1d(t)) != samples:
        raise ValueError(
            Message(
                "{samples} inputs but {targets} targets; give one target for each input",
                samples=samples,
                targets=len(np.atleast_1d(t)),
            )
        )


def _checked_one_hot(t: Array) -> Array:
    ones = np.count_nonzero(t == 1, axis=1)
    wrong = np.flatnonzero((ones != 1) | (np.count_nonzero(t, axis=1) != 1))
    if len(wrong):
        raise ValueError(
            Message(
                "Row {row}: {target} is not one-hot; give one 1 and zeros, or class numbers",
                row=wrong[0],
                target=t[wrong[0]].tolist(),
            )
        )
    return t
