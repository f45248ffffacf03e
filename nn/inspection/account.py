"""One neuron in numbers: every input times its weight, the bias, the sum, and what the layers after it make of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Array
from nn.inspection.columns import NetworkColumn, Place
from nn.layers.base import LAYERS
from nn.network import NetworkSpec
from nn.network.naming import layer_names, param_names, value_names


class Step(NamedTuple):
    """What a layer makes of the neuron's number.

    Attributes
    ----------
    layer : str
        Its name: ``"Relu1"``.
    value : str
        The name of what it gives: ``"z1"``.
    number : float
    is_own : bool
        Whether the number comes from the neuron's own number alone; a softmax looks at the whole row.
    """

    layer: str
    value: str
    number: float
    is_own: bool


@dataclass(frozen=True, eq=False)
class NeuronAccount:
    """A neuron's arithmetic for one sample.

    Attributes
    ----------
    name : str
        ``"a1[3]"``: index 3 of the row ``a1``, as in NumPy; ``"a1[2, 0, 5]"`` in a feature map.
    index : int
    at : str
        The same index in brackets.
    inputs, weights, bias_name : str
        Names of the row of inputs, of the weights and of the bias; empty where the neuron has no weights.
    goes_to : str
        For a number of the input: name of the row of sums that it goes into, with `weights` of its own.
    x, w, terms : ndarray of float64, shape (D,)
        Each input, its weight, and their exact product; the products of two float32 fit into a float64. For a
        number of the input: that number, each weight on its way, and what it adds to each sum.
    bias : float
    sum : float
        The terms and the bias added without rounding in between.
    number : float
        What the network has, rounded at each step as its own numbers are.
    steps : tuple of Step
        What follows, in order; the last is the neuron's output.
    """

    name: str
    index: int
    at: str
    inputs: str
    goes_to: str
    weights: str
    bias_name: str
    x: Array
    w: Array
    terms: Array
    bias: float
    sum: float
    number: float
    steps: tuple[Step, ...]

    @property
    def strongest_first(self) -> NDArray[np.intp]:
        """The order of the terms by size, NaN first."""
        sizes = np.abs(self.terms)
        return np.argsort(-np.where(np.isnan(sizes), np.inf, sizes), kind="stable")


def account_of(
    columns: Sequence[NetworkColumn],
    spec: NetworkSpec,
    values: Mapping[str, Array],
    params: Mapping[str, Array],
    place: Place,
    row: int = 0,
) -> NeuronAccount:
    """Account for a neuron.

    Parameters
    ----------
    columns : sequence of NetworkColumn
        Of the network.
    spec : NetworkSpec
    values : mapping of str to ndarray
        What it makes of a batch, by the book's names; ``y`` is what it says.
    params : mapping of str to ndarray
        Its parameters at that moment, by name.
    row : int
        Which sample of the batch.
    """
    column, names = columns[place.column], value_names(spec)
    name = names[column.first + 1]
    number = _number(values[name], row, place.index)
    steps = _steps(column, spec, values, row, place.index)
    if place == (len(columns) - 1, place.index):
        steps += (Step(spec.loss, "y", _number(values["y"], row, place.index), is_own=False),)
    parts = _parts(columns, spec, values, params, place, row)
    with np.errstate(all="ignore"):
        products = parts.x * parts.w
    return NeuronAccount(
        name=f"{name}{column.place_text(place.index)}",
        index=place.index,
        at=column.place_text(place.index),
        **parts._asdict(),
        terms=products,
        sum=_exact_sum([*products.tolist(), parts.bias]),
        number=number,
        steps=steps,
    )


class _Parts(NamedTuple):
    """The fields of an account that differ between a neuron and a number of the input."""

    x: Array
    w: Array
    inputs: str = ""
    goes_to: str = ""
    weights: str = ""
    bias_name: str = ""
    bias: float = 0.0


def _parts(
    columns: Sequence[NetworkColumn],
    spec: NetworkSpec,
    values: Mapping[str, Array],
    params: Mapping[str, Array],
    place: Place,
    row: int,
) -> _Parts:
    names, column, index = value_names(spec), columns[place.column], place.index
    following = columns[place.column + 1] if place.column + 1 < len(columns) else column
    if column.weights:
        source, bias_name = names[column.first], param_names(spec)[column.first].get("b", "")
        w = params[column.weights][:, index].astype(np.float64)
        bias = float(params[bias_name][index]) if bias_name else 0.0
        return _Parts(_flat(values[source], row), w, source, "", column.weights, bias_name, bias)
    if following.weights:
        w = params[following.weights][index].astype(np.float64)
        x = np.full_like(w, _number(values[names[following.first]], row, index))
        return _Parts(x, w, goes_to=names[following.first + 1], weights=following.weights)
    return _Parts(np.empty(0), np.empty(0))


def _steps(
    column: NetworkColumn, spec: NetworkSpec, values: Mapping[str, Array], row: int, index: int
) -> tuple[Step, ...]:
    layers, names = layer_names(spec), value_names(spec)
    return tuple(
        Step(
            layers[layer],
            names[layer + 1],
            _number(values[names[layer + 1]], row, index),
            LAYERS[spec.layers[layer].kind].elementwise,
        )
        for layer in column.layers[1:]
    )


def _flat(array: Array, row: int) -> Array:
    return array[row].reshape(-1).astype(np.float64)


def _number(array: Array, row: int, index: int) -> float:
    return float(array[row].reshape(-1)[index])


def _exact_sum(numbers: list[float]) -> float:
    try:
        return math.fsum(numbers)
    except (OverflowError, ValueError):  # infinities of both signs, or too large
        return float(sum(numbers))
