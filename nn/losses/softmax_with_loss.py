"""Softmax and cross-entropy error: the loss of classification."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from nn import boxes, functions, graph
from nn.arrays import Array
from nn.graph import Node
from nn.layers.base import Formula, scratch
from nn.losses.base import ERROR, LOSSES, Loss, hits_of_largest, one_hot


@LOSSES.register("SoftmaxWithLoss")
class SoftmaxWithLoss(Loss):
    """Mean cross-entropy of ``softmax(x)``, in nats (book 5.6.3, appendix A).

    Computed from the scores by log-sum-exp, so that it stays finite when a probability underflows to 0. A uniform guess
    over C classes gives ``ln C``. The gradient is ``(y - t) / N`` [1]_.

    References
    ----------
    .. [1] C. Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.109.
    """

    formula = Formula("L = -1/N · Σ t·log(y),  y = exp(x) / Σ exp(x)", "dx = dout · (y - t) / N")
    unit = "nats"
    gives_difference = True

    def __init__(self) -> None:
        super().__init__()
        # classes first: see functions.exp_over_sum
        self._y: Array | None = None
        self._t: Array | None = None

    @property
    def y(self) -> Array | None:
        """Probabilities of the last batch, shape (N, C), or (C,) for one sample."""
        return None if self._y is None else self._shaped(self._y.T)

    def activation(self, x: npt.ArrayLike) -> Array:
        """Return the probabilities."""
        return functions.softmax(x)

    def encode(self, t: npt.ArrayLike, samples: int, outputs: int) -> Array:
        """Return labels as one-hot rows."""
        return one_hot(t, samples, outputs)

    def measure(self, x: Array, targets: Array, out: Array | None = None) -> float:
        """Return the mean cross-entropy in nats."""
        self.t = targets
        z = self._y = scratch(self._y, x.T, out)
        t = self._t = scratch(self._t, x.T, out)
        np.copyto(z, x.T)
        np.copyto(t, targets.T)
        functions.subtract_largest(z)
        true_scores = np.vdot(t, z)
        if true_scores != true_scores:  # 0 times -inf: a score beyond reach of the largest took part in the product
            true_scores = np.sum(z[t == 1])
        total = functions.exp_over_sum(z)
        self.loss = float(np.add.reduce(np.log(total, out=total)) - true_scores) / len(x)
        return self.loss

    def each(self, x: Array, targets: Array) -> Array:
        """Return the cross-entropy of each sample in nats."""
        z = x - x.max(axis=1, keepdims=True)
        true_scores = np.where(targets == 1, z, 0).sum(axis=1)  # 0 times a score of -inf would be no number
        return np.log(np.exp(z).sum(axis=1)) - true_scores

    def backward(self, dout: float = 1, out: Array | None = None) -> Array:
        """Return ``dout (y - t) / N``; every row sums to 0."""
        return self._difference(self._kept(self._y).T, self._kept(self.t), dout, out)

    def graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return exp, sum and / after the shift by the largest score; the sum of ``t log(y)`` and the factor.

        The logarithm of y is a difference here, as in `measure`: that of a y which underflowed to 0 would be infinite.
        """
        shifted = graph.subtract(x, graph.shift(x))
        e = graph.exp(shifted)
        total = graph.total(e, axis=-1)
        log_y = graph.subtract(shifted, graph.log(total))
        loss = graph.multiply(graph.total(graph.multiply(t, log_y)), -1 / len(self._kept(self.t)))
        return graph.multiply(e, graph.reciprocal(total)), loss

    def book_graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return softmax, then the cross-entropy."""
        y = Node(boxes.Softmax(), (x,))
        return y, self._mean(Node(boxes.CrossEntropy(self._sum()), (y, t), ERROR))

    def correct(self, x: Array, targets: Array) -> int:
        """Return how many samples have their largest score at the true class."""
        return hits_of_largest(x, targets)
