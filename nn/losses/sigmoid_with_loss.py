"""Sigmoid and binary cross-entropy error: the loss of yes-or-no questions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from nn import boxes, functions, graph
from nn.arrays import Array
from nn.graph import Node
from nn.layers.base import Formula
from nn.losses.base import ERROR, LOSSES, Loss, hits_of_largest, one_hot, rows_of
from nn.messages import Message


@LOSSES.register("SigmoidWithLoss")
class SigmoidWithLoss(Loss):
    """Binary cross-entropy of ``sigmoid(x)`` in nats, summed over the outputs, mean over the batch.

    Computed from the scores as ``max(x, 0) - x t + log(1 + exp(-|x|))``, which stays finite. The gradient is
    ``(y - t) / N``.
    """

    formula = Formula("L = -1/N · Σ (t·log(y) + (1 - t)·log(1 - y)),  y = 1 / (1 + exp(-x))", "dx = dout · (y - t) / N")
    unit = "nats"
    gives_difference = True

    def __init__(self) -> None:
        super().__init__()
        self._y: Array | None = None

    @property
    def y(self) -> Array | None:
        """Probabilities of the last batch."""
        return None if self._y is None else self._shaped(self._y)

    def activation(self, x: npt.ArrayLike) -> Array:
        """Return the probability of yes for each output."""
        return functions.sigmoid(x)

    def encode(self, t: npt.ArrayLike, samples: int, outputs: int) -> Array:
        """Return answers from 0 to 1 as rows; class numbers become one-hot where there are several outputs."""
        t = np.asarray(t)
        if t.ndim == 1 and outputs > 1:
            return one_hot(t, samples, outputs)
        rows = rows_of(t, samples, outputs)
        wrong = np.flatnonzero(~((rows >= 0) & (rows <= 1)).all(axis=1))
        if len(wrong):
            raise ValueError(
                Message(
                    "Row {row}: target {target}; give values from 0 (no) to 1 (yes)",
                    row=wrong[0],
                    target=rows[wrong[0]].tolist(),
                )
            )
        return rows

    def measure(self, x: Array, targets: Array, out: Array | None = None) -> float:
        """Return the mean binary cross-entropy in nats."""
        self.t = targets
        self._y = functions.sigmoid(x)
        self.loss = float(np.sum(_costs(x, targets))) / len(x)
        return self.loss

    def each(self, x: Array, targets: Array) -> Array:
        """Return the binary cross-entropy of each sample in nats."""
        return _costs(x, targets).sum(axis=1)

    def backward(self, dout: float = 1, out: Array | None = None) -> Array:
        """Return ``dout (y - t) / N``."""
        return self._difference(self._kept(self._y), self._kept(self.t), dout, out)

    def graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return the sigmoid's four circles; the mean of ``max(x, 0) - x t + log(1 + exp(-|x|))``, as measured."""
        y = graph.reciprocal(graph.add(graph.exp(graph.negate(x)), 1.0))
        above = graph.multiply(x, graph.greater(x, 0.0))
        beyond = graph.log(graph.add(graph.exp(graph.minimum(x, graph.negate(x))), 1.0))
        costs = graph.add(graph.subtract(above, graph.multiply(x, t)), beyond)
        return y, graph.multiply(graph.total(costs), 1 / len(self._kept(self.t)))

    def book_graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return the sigmoid, then the cross-entropy."""
        y = Node(boxes.Sigmoid(), (x,))
        return y, self._mean(Node(boxes.BinaryCrossEntropy(self._sum()), (y, t), ERROR))

    def correct(self, x: Array, targets: Array) -> int:
        """Return how many samples are right: the largest of several outputs, or one on the right side of 0.5."""
        if x.shape[1] > 1:
            return hits_of_largest(x, targets)
        return int(np.count_nonzero(((x > 0) == (targets > 0.5)) & np.isfinite(x)))


def _costs(x: Array, targets: Array) -> Array:
    # in this order: of the difference of two large sums only rounding would be left
    return (np.maximum(x, 0) - x * targets) + np.log1p(np.exp(-np.abs(x)))
