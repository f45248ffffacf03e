"""The book's TwoLayerNet, made of a learner's layers where they have written some, else of the program's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.own_code.loading import load
from nn.own_code.source import Source
from nn.own_code.training.trainable import PARTS

_HE = 2.0
_XAVIER = 1.0


class BookNetwork:
    """Affine, an activation, Affine, SoftmaxWithLoss.

    Parameters
    ----------
    own : mapping of str to object
        What the learner's program defines. Of its classes those with the book's names are taken: ``Sigmoid`` is the
        activation where there is one and no ``Relu``.
    inputs, hidden, outputs : int
    """

    def __init__(self, own: Mapping[str, Any], inputs: int, hidden: int, outputs: int) -> None:
        book = load(Source("from common.layers import *")).namespace
        parts = {name: own[name] if isinstance(own.get(name), type) else book[name] for name in PARTS}
        activation = "Sigmoid" if "Sigmoid" in own and "Relu" not in own else "Relu"
        scale = np.sqrt((_XAVIER if activation == "Sigmoid" else _HE) / inputs)
        last_scale = np.sqrt((_XAVIER if activation == "Sigmoid" else _HE) / hidden)
        self.params = {
            "W1": scale * np.random.randn(inputs, hidden),  # noqa: NPY002 - as the book draws them
            "b1": np.zeros(hidden),
            "W2": last_scale * np.random.randn(hidden, outputs),  # noqa: NPY002 - as the book draws them
            "b2": np.zeros(outputs),
        }
        self._affines = [parts["Affine"](self.params[f"W{n}"], self.params[f"b{n}"]) for n in (1, 2)]
        self._layers = [self._affines[0], parts[activation](), self._affines[1]]
        self._last_layer = parts["SoftmaxWithLoss"]()

    def predict(self, x: np.ndarray) -> Any:
        """Return the scores."""
        for layer in self._layers:
            x = layer.forward(x)
        return x

    def loss(self, x: np.ndarray, t: np.ndarray) -> Any:
        """Return the cross-entropy."""
        return self._last_layer.forward(self.predict(x), t)

    def gradient(self, x: np.ndarray, t: np.ndarray) -> dict[str, Any]:
        """Return the gradients by backpropagation."""
        self.loss(x, t)
        dout = self._last_layer.backward(1)
        for layer in reversed(self._layers):
            dout = layer.backward(dout)
        return {f"{name}{n}": getattr(self._affines[n - 1], f"d{name}") for n in (1, 2) for name in ("W", "b")}
