"""Operations that the book draws as one box: output activations and errors, each a graph of circles inside."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nn import functions, graph
from nn.arrays import Array
from nn.graph import Node
from nn.notation import COMPARISON, PRODUCT, SUM, Text
from nn.operations.base import PASSES, Operation

_LARGEST_EXPONENT = 80.0  # float32 overflows at exp(89)


class Box(Operation):
    """A box that is made of circles: its numbers are written out as those of its circles."""

    needs = COMPARISON

    @abstractmethod
    def inside(self, operands: tuple[Node, ...], values: tuple[Array, ...]) -> Node:
        """Return the circles that the box stands for, over its operands, whose values may decide which they are."""


class Identity(Operation):
    """The value itself: the output activation of regression."""

    symbol = "="
    pattern = Text("identity({0})")
    needs = COMPARISON
    slopes = (PASSES,)

    def forward(self, *inputs: Array) -> Array:
        """Return ``x``."""
        return inputs[0]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1."""
        return (np.ones_like(output),)


class Sigmoid(Box):
    """``1 / (1 + exp(-x))``."""

    symbol = "sigmoid"
    pattern = Text("sigmoid({0})")
    slopes = (Text("{y}·(1 - {y})", PRODUCT),)

    def forward(self, *inputs: Array) -> Array:
        """Return the sigmoid."""
        return functions.sigmoid(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``y (1 - y)``."""
        return (output * (1 - output),)

    def inside(self, operands: tuple[Node, ...], values: tuple[Array, ...]) -> Node:
        """Return ×(-1), exp, +1 and /."""
        return graph.reciprocal(graph.add(graph.exp(graph.negate(operands[0])), 1.0))


class Softmax(Box):
    """``exp(x) / Σ exp(x)`` along the last axis."""

    symbol = "softmax"
    pattern = Text("softmax({0})")
    slopes = (Text("∂softmax"),)
    elementwise = False

    def forward(self, *inputs: Array) -> Array:
        """Return the probabilities."""
        return functions.softmax(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return nothing: every score moves every probability of its row."""
        return ()

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``y (dout - Σ dout·y)``."""
        return (output * (dout - np.sum(dout * output, axis=-1, keepdims=True)),)

    def written_back(self, position: int, dout: Text, operands: Sequence[Text], y: Text) -> Text:
        """Return ``y·(dout - Σ dout·y)``."""
        said, upstream = y.within(PRODUCT), dout.within(PRODUCT)
        return Text(f"{said}·({upstream} - Σ {upstream}·{said})", PRODUCT)

    def inside(self, operands: tuple[Node, ...], values: tuple[Array, ...]) -> Node:
        """Return exp over the sum of exp; scores that would overflow stand below their largest."""
        x = operands[0]
        largest = np.max(values[0], axis=-1, keepdims=True)
        if np.any(np.abs(values[0]) > _LARGEST_EXPONENT):
            x = graph.subtract(x, graph.constant(largest, f"max({x.name})"))
        e = graph.exp(x)
        return graph.multiply(e, graph.reciprocal(graph.total(e, axis=-1)))


@dataclass(frozen=True)
class Error(Box):
    """What the output `y` is away from the target `t`, summed over the outputs and the batch.

    Attributes
    ----------
    measured : float
        What the loss measured: it stands where an output has been rounded to one whose logarithm is infinite.
    """

    measured: float = np.nan
    elementwise = False

    def forward(self, *inputs: Array) -> Array:
        """Return the sum of the errors."""
        y, t = inputs
        total = np.sum(self.errors(y, t))
        keeps = bool(np.isfinite(total)) or np.isnan(self.measured)
        return np.asarray(total if keeps else self.measured, y.dtype)

    @abstractmethod
    def errors(self, y: Array, t: Array) -> Array:
        """Return the error of each output."""


class CrossEntropy(Error):
    """``-Σ t·log(y)``."""

    symbol = "cross entropy"
    pattern = Text("-Σ {1}·log({0})", SUM)
    slopes = (Text("-{1} / {0}", SUM), Text("-log({0})", SUM))

    def errors(self, y: Array, t: Array) -> Array:
        """Return ``-t·log(y)``, 0 where t is 0."""
        return -_times_log(t, y)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``-t / y`` and ``-log(y)``."""
        y, t = inputs
        return -_over(t, y), -np.log(y)

    def inside(self, operands: tuple[Node, ...], values: tuple[Array, ...]) -> Node:
        """Return log, × and Σ."""
        y, t = operands
        return graph.negate(graph.total(graph.multiply(t, graph.log(y))))


class BinaryCrossEntropy(Error):
    """``-Σ (t·log(y) + (1 - t)·log(1 - y))``."""

    symbol = "binary entropy"
    pattern = Text("-Σ ({1}·log({0}) + (1 - {1})·log(1 - {0}))", SUM)
    slopes = (Text("({0} - {1}) / ({0}·(1 - {0}))", PRODUCT), Text("log((1 - {0}) / {0})"))

    def errors(self, y: Array, t: Array) -> Array:
        """Return the error of each answer; a term whose factor is 0 is 0."""
        return -_times_log(t, y) - _times_log(1 - t, 1 - y)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``(1 - t) / (1 - y) - t / y`` and ``log((1 - y) / y)``."""
        y, t = inputs
        return _over(1 - t, 1 - y) - _over(t, y), np.log1p(-y) - np.log(y)

    def inside(self, operands: tuple[Node, ...], values: tuple[Array, ...]) -> Node:
        """Return log, ×, + and Σ."""
        y, t = operands
        yes = graph.multiply(t, graph.log(y))
        no = graph.multiply(graph.subtract(graph.constant(1.0), t), graph.log(graph.subtract(graph.constant(1.0), y)))
        return graph.negate(graph.total(graph.add(yes, no)))


class SquaredError(Error):
    """``1/2 Σ (y - t)²``."""

    symbol = "squared error"
    pattern = Text("0.5·Σ ({0} - {1})²", PRODUCT)
    slopes = (Text("{0} - {1}", SUM), Text("{1} - {0}", SUM))

    def errors(self, y: Array, t: Array) -> Array:
        """Return half the square of the difference."""
        return (y - t) * (y - t) * y.dtype.type(0.5)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``y - t`` and ``t - y``."""
        y, t = inputs
        return y - t, t - y

    def inside(self, operands: tuple[Node, ...], values: tuple[Array, ...]) -> Node:
        """Return the difference, its square, Σ and the half."""
        error = graph.subtract(*operands)
        return graph.multiply(graph.total(graph.multiply(error, error)), 0.5)


def _times_log(factor: Array, x: Array) -> Array:
    """Return ``factor·log(x)``, 0 where the factor is 0, whatever x is."""
    with np.errstate(all="ignore"):
        return np.where(factor == 0, x.dtype.type(0), factor * np.log(x))


def _over(x: Array, y: Array) -> Array:
    """Return ``x / y``, 0 where x is 0, whatever y is."""
    with np.errstate(all="ignore"):
        return np.where(x == 0, x.dtype.type(0), x / y)
