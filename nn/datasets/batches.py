"""Mini-batches for a training loop that a reader writes by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from nn.messages import Message


class Batches:
    """Hand out samples in mini-batches: shuffled, without end, every sample once an epoch.

    It takes the place of the ``mnist.train.next_batch(100)`` of TensorFlow 1's `input_data`, which is gone.

    Parameters
    ----------
    x, t : ndarray, shape (N, ...)
        Samples and their targets.
    seed : int
        Seed of the shuffles.

    Attributes
    ----------
    epochs_completed : int
        How often all samples have been handed out.

    Raises
    ------
    ValueError
        If there are no samples, or not as many targets as samples.
    """

    def __init__(self, x: npt.NDArray[Any], t: npt.NDArray[Any], seed: int = 0) -> None:
        if len(x) != len(t) or len(x) == 0:
            raise ValueError(
                Message(
                    "got {samples} samples and {targets} targets; give one target for each sample",
                    samples=len(x),
                    targets=len(t),
                )
            )
        self.x, self.t = x, t
        self.epochs_completed = 0
        self._rng = np.random.default_rng(seed)
        self._order = self._rng.permutation(len(x))

    def next_batch(self, batch_size: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Return copies of the next `batch_size` samples and targets.

        One batch may reach into the next epoch.

        Raises
        ------
        ValueError
            If `batch_size` is not from 1 to the number of samples.
        """
        if not 1 <= batch_size <= len(self.x):
            raise ValueError(
                Message(
                    "batch_size is {batch_size}; give 1 to {most}, the number of samples",
                    batch_size=batch_size,
                    most=len(self.x),
                )
            )
        chosen, self._order = self._order[:batch_size], self._order[batch_size:]
        missing = batch_size - len(chosen)
        if missing or not len(self._order):
            self.epochs_completed += 1
            order = self._rng.permutation(len(self.x))
            chosen, self._order = np.concatenate((chosen, order[:missing])), order[missing:]
        return self.x[chosen], self.t[chosen]
