"""The network that the weights of a file belong to, told from their shapes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from nn.imports.array_bytes import AnyArray
from nn.layers.base import LAYERS
from nn.spec import NetworkSpec

_WIDEST = 100_000


def fitting_spec(spec: NetworkSpec, arrays: Mapping[str, AnyArray]) -> NetworkSpec | None:
    """Return a network of fully connected layers that takes W1, b1, W2, b2, ... whole, None if these are no such.

    Its hidden layers have the activation of the first one of `spec`; its loss and precision are those of `spec`.
    """
    matrices: list[AnyArray] = []
    while (matrix := arrays.get(f"W{len(matrices) + 1}")) is not None:
        bias = arrays.get(f"b{len(matrices) + 1}")
        if matrix.ndim != 2 or bias is None or bias.size != matrix.shape[1] or not 0 < max(matrix.shape) < _WIDEST:
            return None
        matrices.append(matrix)
    if not matrices or any(first.shape[1] != second.shape[0] for first, second in pairwise(matrices)):
        return None
    inputs, *hidden = (matrix.shape[0] for matrix in matrices)
    kinds = [layer.kind for layer in spec.layers if LAYERS[layer.kind].elementwise]
    activation = kinds[0] if kinds else "Sigmoid"
    outputs = matrices[-1].shape[1]
    return NetworkSpec.mlp(inputs, hidden, outputs, activation=activation, loss=spec.loss, dtype=spec.dtype)
