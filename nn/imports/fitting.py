"""The network that the weights of a file belong to, told from their shapes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, pairwise

from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.mapping import natural
from nn.layers.base import LAYERS
from nn.network.spec import NetworkSpec

_WIDEST = 100_000
_SAMPLE_WEIGHT = [(784, 50), (50, 100), (100, 10)]  # the book's network of chapter 3, which has Sigmoid

Shape = tuple[int, ...]


def fitting_spec(spec: NetworkSpec, arrays: Mapping[str, AnyArray]) -> NetworkSpec | None:
    """Return a network of fully connected layers that takes all arrays of a file, None if they belong to no such.

    Such files do not tell activations: the hidden layers have that of the first one of `spec`, or the book's where
    the weights are those of its `sample_weight.pkl`. Loss and precision are those of `spec`.
    """
    books = _book_matrices(arrays)
    matrices = books or _matrices_in_order(arrays)
    if not matrices:
        return None
    inputs, *hidden = (inputs for inputs, _ in matrices)
    kinds = [layer.kind for layer in spec.layers if LAYERS[layer.kind].elementwise]
    activation = kinds[0] if kinds and books != _SAMPLE_WEIGHT else "Sigmoid"
    outputs = matrices[-1][1]
    return NetworkSpec.mlp(inputs, hidden, outputs, activation=activation, loss=spec.loss, dtype=spec.dtype)


def _book_matrices(arrays: Mapping[str, AnyArray]) -> list[Shape]:
    """Return the shapes of W1, W2, ..., none if they and b1, b2, ... make no chain."""
    matrices: list[Shape] = []
    biases: list[int] = []
    while (matrix := arrays.get(f"W{len(matrices) + 1}")) is not None:
        bias = arrays.get(f"b{len(matrices) + 1}")
        if bias is None:
            return []
        matrices.append(matrix.shape)
        biases.append(bias.size)
    return matrices if _make_a_chain(matrices, biases) else []


def _matrices_in_order(arrays: Mapping[str, AnyArray]) -> list[Shape]:
    """Return the shapes (inputs, outputs) of another maker's matrices; PyTorch's come turned."""
    ordered = [arrays[name].shape for name in sorted(arrays, key=natural)]
    matrices: list[Shape] = [shape for shape in ordered if len(shape) == 2]
    biases = [shape[0] for shape in ordered if len(shape) == 1]
    if len(matrices) + len(biases) < len(ordered):
        return []
    turned: list[Shape] = [shape[::-1] for shape in matrices]
    return next((shapes for shapes in (turned, matrices) if _make_a_chain(shapes, biases)), [])


def _make_a_chain(matrices: list[Shape], biases: list[int]) -> bool:
    sizes = chain.from_iterable(matrices)
    return (
        all(len(shape) == 2 for shape in matrices)
        and all(0 < size < _WIDEST for size in sizes)
        and biases == [shape[-1] for shape in matrices]
        and all(first[1] == second[0] for first, second in pairwise(matrices))
    )
