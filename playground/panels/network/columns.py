"""How the layers of a network stand in columns: each Affine begins one, and what follows works on its neurons."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, prod
from typing import TYPE_CHECKING

from nn.layers.base import LAYERS
from nn.network.naming import param_names
from playground.panels.network.diagram.layout import ColumnShape, Place
from playground.session.looking.selection import INPUT, Neuron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Shape
    from nn.network import NetworkSpec

_LEAST_PICTURE = 64  # numbers: fewer are read one by one, more in a square are looked at as a picture


@dataclass(frozen=True)
class NetworkColumn:
    """Neurons that layers share: an Affine gives their sums, the layers after it work on them one by one.

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
        side = isqrt(self.count)
        if self.first != INPUT or self.count < _LEAST_PICTURE:
            return None
        if len(self.shape) > 1 and prod(self.shape[-2:]) == self.count:
            return self.shape[-2], self.shape[-1]
        return (side, side) if side * side == self.count else None

    def column_shape(self, is_output: bool, has_surfaces: bool) -> ColumnShape:
        """Say what room the column needs in the diagram."""
        has_halves = self.has_activation or is_output
        return ColumnShape(self.count, self.picture, has_halves and self.picture is None, has_surfaces)


def columns_of(spec: NetworkSpec) -> tuple[NetworkColumn, ...]:
    """Give the columns of a network, from the input to the output."""
    columns = [NetworkColumn((INPUT,), prod(spec.input_shape), spec.input_shape)]
    names = param_names(spec)
    for number, (layer, plan) in enumerate(zip(spec.layers, spec.plans, strict=True)):
        last, count = columns[-1], prod(plan.output)
        if plan.params.get("W") == (last.count, count):
            columns.append(NetworkColumn((number,), count, plan.output, names[number]["W"]))
        elif count != last.count:
            columns.append(NetworkColumn((number,), count, plan.output))
        else:
            changes = last.has_activation or _changes_numbers(layer.kind)
            columns[-1] = NetworkColumn((*last.layers, number), count, last.shape, last.weights, changes)
    return tuple(columns)


def place_of(columns: Sequence[NetworkColumn], neuron: Neuron | None) -> Place | None:
    """Find the column of a neuron, None where there is no such neuron."""
    for number, column in enumerate(columns):
        if neuron is not None and neuron.layer in column.layers and 0 <= neuron.index < column.count:
            return Place(number, neuron.index)
    return None


def neuron_at(columns: Sequence[NetworkColumn], place: Place | None) -> Neuron | None:
    """Give the neuron of a place: that of the layer which made it."""
    return None if place is None else Neuron(columns[place.column].first, place.index)


def _changes_numbers(kind: str) -> bool:
    """Say whether a layer shows other numbers when the network predicts: Dropout and Flatten pass them on."""
    return LAYERS[kind].elementwise or kind in ("BatchNormalization", "Softmax")
