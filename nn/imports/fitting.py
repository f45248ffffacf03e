"""The network that the weights of a file belong to, told from their shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import chain, pairwise

import numpy as np

from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.mapping import natural, shapes_of
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.presets import PRESETS
from nn.network.spec import NetworkSpec

_WIDEST = 100_000
_SAMPLE_WEIGHT = [(784, 50), (50, 100), (100, 10)]  # the book's network of chapter 3, which has Sigmoid

# What the files of weights in the book's repository reach on the 10,000 test images, and what is printed in the book.
_REACHED = {"01f380fea29823e7": ("96.00%", "98.96%"), "3ecb43e463372551": ("97.97%", "99.38%")}
_DEEP = "3ecb43e463372551"

Shape = tuple[int, ...]


def fitting_spec(spec: NetworkSpec, arrays: Mapping[str, AnyArray]) -> NetworkSpec | None:
    """Return a network that takes all arrays of a file, None if they belong to no known one.

    It is one of the convolutional networks of the book, or one of fully connected layers. Such files do not tell
    activations: the hidden layers have that of the first one of `spec`, or the book's where the weights are those of
    its `sample_weight.pkl`. Loss and precision are those of `spec`.
    """
    given = {name: array.shape for name, array in arrays.items()}
    for preset in PRESETS.values():
        if shapes_of(preset()) == given:
            return replace(preset(), loss=spec.loss, dtype=spec.dtype)
    books = _book_matrices(arrays)
    matrices = books or _matrices_in_order(arrays)
    if not matrices:
        return None
    inputs, *hidden = (inputs for inputs, _ in matrices)
    kinds = [layer.kind for layer in spec.layers if LAYERS[layer.kind].elementwise]
    activation = kinds[0] if kinds and books != _SAMPLE_WEIGHT else "Sigmoid"
    outputs = matrices[-1][1]
    return NetworkSpec.mlp(inputs, hidden, outputs, activation=activation, loss=spec.loss, dtype=spec.dtype)


def known_weights(arrays: Mapping[str, AnyArray]) -> Message | None:
    """Return what is known of a file of weights: the book's own do not reach what is printed in it."""
    found = _REACHED.get(_mark(arrays))
    if found is None:
        return None
    return Message(
        "These are the weights in the book's repository: they tell {reached} of the 10,000 test images of MNIST right, "
        "not the {printed} that the book prints.",
        reached=found[0],
        printed=found[1],
    )


def as_here(arrays: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
    """Return weights for layers as they are here: of the book's DeepConvNet those behind its Dropout are halved.

    The book's Dropout halves its input when it predicts; ours doubles what it keeps in training instead.
    """
    return {**arrays, "W8": arrays["W8"] * 0.5} if _mark(arrays) == _DEEP else dict(arrays)


def _mark(arrays: Mapping[str, AnyArray]) -> str:
    first = arrays.get("W1")
    if first is None or first.dtype.kind != "f":
        return ""
    return sha256(np.ascontiguousarray(first, np.float64).tobytes()).hexdigest()[:16]


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
