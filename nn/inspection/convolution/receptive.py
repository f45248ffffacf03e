"""Which part of every layer before it one cell of a picture was made of: its receptive field."""

from __future__ import annotations

from typing import NamedTuple

from nn.layers.base import LAYERS
from nn.layers.images import ImageLayer
from nn.network.spec import NetworkSpec


class Field(NamedTuple):
    """A rectangle of pixels, the same in every channel."""

    top: int
    left: int
    height: int
    width: int


def receptive_fields(spec: NetworkSpec, layer: int, row: int, column: int) -> dict[int, Field]:
    """Return what a cell of a layer's pictures was made of, in the output of every layer before it.

    Parameters
    ----------
    spec : NetworkSpec
    layer : int
        Index of the layer in whose output the cell is.
    row, column : int
        Of the cell.

    Returns
    -------
    dict of int to Field
        By the index of the layer, -1 for the input; it ends before a layer that mixes all numbers.
    """
    fields = {layer: Field(row, column, 1, 1)}
    for number in range(layer, -1, -1):
        before = spec.plans[number - 1].output if number else spec.input_shape
        if len(before) != 3:
            break
        found = _before(spec, number, fields[number], before)
        if found is None:
            break
        fields[number - 1] = found
    del fields[layer]
    return fields


def _before(spec: NetworkSpec, number: int, field: Field, shape: tuple[int, ...]) -> Field | None:
    """Return what a field was made of in the input of a layer, None where that is everything."""
    layer = spec.layers[number]
    kind = LAYERS[layer.kind]
    if issubclass(kind, ImageLayer) and layer.kind != "GlobalAveragePooling":
        window = kind.window_for(shape, **dict(layer.options))
        ends = [
            _reach(start, length, window.size[axis], window.stride[axis], window.pad[axis], shape[axis + 1])
            for axis, (start, length) in enumerate(((field.top, field.height), (field.left, field.width)))
        ]
        return Field(ends[0][0], ends[1][0], ends[0][1], ends[1][1])
    if layer.kind == "GlobalAveragePooling":
        return Field(0, 0, *shape[1:])
    return field if spec.plans[number].output == shape else None


def _reach(start: int, length: int, size: int, stride: int, pad: int, side: int) -> tuple[int, int]:
    """Return first pixel and length along one side, without the padding."""
    first, last = start * stride - pad, (start + length - 1) * stride - pad + size - 1
    first, last = max(first, 0), min(last, side - 1)
    return first, max(last - first + 1, 0)
