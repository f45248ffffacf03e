"""The columns of a network: each layer that makes new neurons begins one, and what follows works on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isqrt, log2, prod
from typing import NamedTuple

import numpy as np

from nn.arrays import Shape
from nn.layers.base import LAYERS
from nn.network import NetworkSpec
from nn.network.naming import param_names

INPUT = -1
"""Stands for the input where layers are counted."""
_LEAST_PICTURE = 64  # numbers: fewer are read one by one, more in a square are looked at as a picture
_MOSAIC_SHAPE = 0.6  # width to height


class Place(NamedTuple):
    """One neuron: its column, counted from the left, and its number in it, both from 0."""

    column: int
    index: int  # type: ignore[assignment]  # of its neuron: nobody looks for something in a place


class Mosaic(NamedTuple):
    """Pictures of one size side by side, in rows.

    Attributes
    ----------
    sides : tuple of int
        Rows and columns of pixels of the whole.
    tile : tuple of int
        Height and width of one picture.
    order : tuple of int
        The numbers of the pixels, row by row of the whole, as they are counted picture by picture.
    """

    sides: tuple[int, int]
    tile: tuple[int, int]
    order: tuple[int, ...]


@lru_cache(maxsize=16)
def mosaic_of(count: int, height: int, width: int) -> Mosaic:
    """Lay pictures side by side so that the whole is rather high than wide, as a column is."""
    divisors = [across for across in range(1, count + 1) if count % across == 0]
    across = min(divisors, key=lambda n: abs(log2(n * width / (count // n * height) / _MOSAIC_SHAPE)))
    down = count // across
    pixels = np.arange(count * height * width).reshape(down, across, height, width).transpose(0, 2, 1, 3)
    return Mosaic((down * height, across * width), (height, width), tuple(pixels.ravel().tolist()))


@dataclass(frozen=True)
class NetworkColumn:
    """Neurons that layers share: a layer with weights or windows makes them, those after it work on them one by one.

    Attributes
    ----------
    layers : tuple of int
        Indices of the layers, the one that makes the neurons first; the input column begins with `INPUT`.
    count : int
        How many neurons.
    shape : tuple of int
        Shape of one sample's numbers.
    weights : str
        The network's name of the weights into it, ``"W1"``; empty where there are none.
    has_activation : bool
        Whether a layer makes something else of the first numbers.
    """

    layers: tuple[int, ...]
    count: int
    shape: Shape
    weights: str = ""
    has_activation: bool = False

    @property
    def first(self) -> int:
        """The layer that makes the neurons."""
        return self.layers[0]

    @property
    def last(self) -> int:
        """The layer that speaks last."""
        return self.layers[-1]

    @property
    def picture(self) -> tuple[int, int] | None:
        """Rows and columns of the picture that the numbers are, None where they are none."""
        return picture_shape(self.shape) if self.first == INPUT and self.count >= _LEAST_PICTURE else None

    @property
    def maps(self) -> Mosaic | None:
        """Its feature maps side by side, None where the numbers are no pictures, or one picture only."""
        is_maps = len(self.shape) == 3 and self.count >= _LEAST_PICTURE and self.shape[1] * self.shape[2] > 1
        return mosaic_of(*self.shape) if is_maps and self.picture is None else None

    def place_text(self, index: int) -> str:
        """Write where a neuron is as NumPy does: ``[3]``, and ``[2, 0, 5]`` for map 2, row 0, column 5."""
        return f"[{index if self.maps is None else ', '.join(map(str, np.unravel_index(index, self.shape)))}]"


@lru_cache(maxsize=8)  # asked for at each refresh of a view, and the same until a layer changes
def columns_of(spec: NetworkSpec) -> tuple[NetworkColumn, ...]:
    """Give the columns of a network, from the input to the output."""
    columns = [NetworkColumn((INPUT,), prod(spec.input_shape), spec.input_shape)]
    names = param_names(spec)
    for number, (layer, plan) in enumerate(zip(spec.layers, spec.plans, strict=True)):
        last, count = columns[-1], prod(plan.output)
        if plan.params.get("W") == (last.count, count):
            columns.append(NetworkColumn((number,), count, plan.output, names[number]["W"]))
        elif count != last.count or LAYERS[layer.kind].takes_images:  # which may make as many of others
            columns.append(NetworkColumn((number,), count, plan.output))
        else:
            changes = last.has_activation or _changes_numbers(layer.kind)
            columns[-1] = NetworkColumn((*last.layers, number), count, last.shape, last.weights, changes)
    return tuple(columns)


def place_of(columns: Sequence[NetworkColumn], layer: int, index: int) -> Place | None:
    """Find the column of one of a layer's neurons, None where there is no such neuron."""
    for number, column in enumerate(columns):
        if layer in column.layers and 0 <= index < column.count:
            return Place(number, index)
    return None


def picture_shape(shape: Shape) -> tuple[int, int] | None:
    """Give height and width of a sample that is a picture, None if it is none."""
    size = prod(shape)
    if len(shape) > 1 and prod(shape[-2:]) == size:
        return shape[-2], shape[-1]
    side = isqrt(size)
    return (side, side) if side * side == size >= _LEAST_PICTURE else None


def _changes_numbers(kind: str) -> bool:
    """Say whether a layer shows other numbers when the network predicts: Dropout and Flatten pass them on."""
    return LAYERS[kind].elementwise or kind in ("BatchNormalization", "Softmax")
