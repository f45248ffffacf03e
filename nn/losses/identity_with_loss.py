"""Identity and sum of squares: the loss of regression."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from nn import boxes, graph
from nn.arrays import Array, as_float
from nn.graph import Node
from nn.layers.base import Formula, scratch
from nn.losses.base import ERROR, LOSSES, Loss, hits_of_largest, one_hot, rows_of


@LOSSES.register("IdentityWithLoss")
class IdentityWithLoss(Loss):
    """Half the sum of squared errors of each sample, mean over the batch; the gradient is ``(y - t) / N``."""

    formula = Formula("L = 1/(2N) · Σ (y - t)²,  y = x", "dx = dout · (y - t) / N")
    gives_difference = True

    def __init__(self) -> None:
        super().__init__()
        self._y: Array | None = None
        self._error: Array | None = None

    @property
    def y(self) -> Array | None:
        """The last scores themselves."""
        return None if self._y is None else self._shaped(self._y)

    def activation(self, x: npt.ArrayLike) -> Array:
        """Return the scores themselves."""
        return as_float(x)

    def encode(self, t: npt.ArrayLike, samples: int, outputs: int) -> Array:
        """Return target values as rows; class numbers become one-hot where there is an output for each class."""
        t = np.asarray(t)
        if t.ndim == 1 and outputs > 1 and t.dtype.kind in "iu":
            return one_hot(t, samples, outputs)
        return rows_of(t, samples, outputs)

    def measure(self, x: Array, targets: Array, out: Array | None = None) -> float:
        """Return half the sum of squared errors over N."""
        self._y, self.t = x, targets
        error = self._error = scratch(self._error, x, out)
        np.subtract(x, targets, out=error)
        self.loss = 0.5 * float(np.vdot(error, error)) / len(x)
        return self.loss

    def each(self, x: Array, targets: Array) -> Array:
        """Return half the sum of squared errors of each sample."""
        return 0.5 * np.square(x - targets).sum(axis=1)

    def backward(self, dout: float = 1, out: Array | None = None) -> Array:
        """Return ``dout (y - t) / N``."""
        error = self._kept(self._error)
        return self._shaped(np.multiply(error, dout / len(error), out=out))

    def graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return the scores themselves; difference, square, sum and the factor."""
        error = graph.subtract(x, t)
        summed = graph.total(graph.multiply(error, error))
        return x, graph.multiply(summed, 0.5 / len(self._kept(self.t)))

    def book_graphs(self, x: Node, t: Node) -> tuple[Node, Node]:
        """Return the scores themselves, then half the sum of squares."""
        y = Node(boxes.Identity(), (x,))
        return y, self._mean(Node(boxes.SquaredError(self._sum()), (y, t), ERROR))

    def correct(self, x: Array, targets: Array) -> int:
        """Return how many samples have the largest output at the largest target; with one output, lie within 0.5."""
        if x.shape[1] > 1:
            return hits_of_largest(x, targets)
        return int(np.count_nonzero(np.abs(x - targets) < 0.5))
