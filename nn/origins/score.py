"""One score of one sample as a function of the parameters, with its gradient."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from nn.network import Network

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network.spec import NetworkSpec


class Score:
    """What a network says of a sample for one class, before softmax; in float64, so that differences are exact.

    Parameters
    ----------
    spec : NetworkSpec
    x : ndarray, shape (1, ...)
        The sample as the network takes it.
    label : int
        Which of the network's outputs.

    Attributes
    ----------
    value : float
        At the parameters that were loaded last.
    gradient : ndarray of float64, shape (P,)
        Of the value by the parameters there.
    """

    def __init__(self, spec: NetworkSpec, x: Array, label: int) -> None:
        self._network = Network(replace(spec, dtype="float64"), None)
        self._x = x.astype(np.float64).reshape(1, *spec.input_shape)
        self._label = label
        self.value = float("nan")
        self.gradient: Array = np.zeros(0)

    def load(self, params: Array, state: Array) -> None:
        """Take other parameters."""
        network = self._network
        network.load(params, state)
        scores = network.predict(self._x)
        self.value = float(scores[0, self._label])
        dout = np.zeros_like(scores)
        dout[0, self._label] = 1
        for layer in reversed(network.layers.values()):
            dout = layer.backward(dout)
        self.gradient = network.flat_grads.copy()


def is_asked_in(spec: NetworkSpec, x: Array, label: int) -> bool:
    """Say whether a network takes a sample and has such an output: one of other layers may not."""
    return prod(spec.input_shape) == x.size and label < spec.outputs
