"""Operations on a network that has learned, to see what of it is needed and how exactly.

Each function takes numbers and returns new ones; nothing is changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import numpy as np

from nn.arrays import Array, Shape
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.spec import NetworkSpec

FEWEST_BITS, MOST_BITS = 2, 16
_PICTURE, _FILTERS = 3, 4  # axes of a picture, and of filters


def silence(spec: NetworkSpec, params: Mapping[str, Array], layer: int, index: int) -> dict[str, Array]:
    """Switch a neuron off: nothing that comes after it hears it any more.

    The weights by which the next affine layer listens to it become 0, which silences every kind of neuron; zeros in
    its own weights would leave a sigmoid at 0.5. An output has nobody that listens: its own weights and bias become
    0, so that its score is always 0.

    Parameters
    ----------
    spec : NetworkSpec
    params : mapping of str to ndarray
        By the book's names: ``W1``, ``b1``, ...; not changed.
    layer : int
        Index in ``spec.layers`` of the layer that the neuron belongs to; -1 is the network's input.
    index : int
        Which of that layer's outputs it is, counted from 0 through the flattened shape.

    Returns
    -------
    dict of str to ndarray
        The arrays that changed.

    Raises
    ------
    IndexError
        If there is no such layer or neuron.
    """
    _check_neuron(spec, layer, index)
    shapes = [spec.input_shape, *(plan.output for plan in spec.plans)]
    shape = shapes[layer + 1]
    unit = index // prod(shape[1:]) if len(shape) == _PICTURE else index
    listener = _nth(spec, range(layer + 1, len(spec.layers)))
    if listener is not None:
        place, number = listener
        W = params[f"W{number}"].copy()
        _listening(W, unit, shapes[place])[...] = 0
        return {f"W{number}": W}
    own = _nth(spec, range(layer, -1, -1))
    if own is None:
        raise IndexError(
            Message("no affine layer comes after or before this neuron: it has no weights to be switched off")
        )
    W, b = params[f"W{own[1]}"].copy(), params[f"b{own[1]}"].copy()
    W[:, index], b[index] = 0, 0
    return {f"W{own[1]}": W, f"b{own[1]}": b}


def _listening(W: Array, unit: int, taken: Shape) -> Array:
    """Return the weights by which a layer listens to a neuron, or to a channel of the pictures it takes."""
    if W.ndim == _FILTERS:
        return W[:, unit]
    if len(taken) == _PICTURE:
        pixels = prod(taken[1:])
        return W[unit * pixels : (unit + 1) * pixels]
    return W[unit]


def prune(values: Array, share: float) -> Array:
    """Set the smallest numbers to 0, by their size without sign.

    Parameters
    ----------
    values : ndarray
    share : float
        How many of them, 0 to 1; zeros that are there already count among the smallest.

    Returns
    -------
    ndarray, shape and dtype of `values`

    Raises
    ------
    ValueError
        If `share` is not between 0 and 1.
    """
    if not 0 <= share <= 1:
        raise ValueError(Message("the share to prune is {share}; it must be from 0 (none) to 1 (all)", share=share))
    pruned = values.copy()
    count = round(share * values.size)
    if count:
        smallest = np.argpartition(np.abs(values), count - 1, axis=None)[:count]
        pruned.flat[smallest] = 0
    return pruned


def add_noise(values: Array, std: float, rng: np.random.Generator) -> Array:
    """Add to every number another one from a normal distribution.

    Parameters
    ----------
    values : ndarray
    std : float
        Standard deviation of the noise, 0 or larger.
    rng : numpy.random.Generator
        Source of the noise: the same seed gives the same noise.

    Returns
    -------
    ndarray, shape and dtype of `values`

    Raises
    ------
    ValueError
        If `std` is negative or not a number.
    """
    if not std >= 0:
        raise ValueError(Message("the standard deviation of the noise is {std}; it must be 0 or larger", std=std))
    return (values + std * rng.standard_normal(values.shape)).astype(values.dtype)


def quantise(values: Array, bits: int) -> Array:
    """Round every number to one of few, evenly spaced from minus to plus the largest size.

    ``n`` bits tell ``2ⁿ - 1`` numbers apart: 0 and as many to each side of it.

    Parameters
    ----------
    values : ndarray
    bits : int
        From 2 (three numbers: minus, 0, plus) to 16.

    Returns
    -------
    ndarray, shape and dtype of `values`

    Raises
    ------
    ValueError
        If `bits` is out of these limits.
    """
    if not FEWEST_BITS <= bits <= MOST_BITS:
        raise ValueError(
            Message(
                "cannot quantise to {bits} bits; choose from {least} to {most}",
                bits=bits,
                least=FEWEST_BITS,
                most=MOST_BITS,
            )
        )
    finite = np.isfinite(values)
    largest = float(np.abs(values).max(initial=0, where=finite))
    if not largest:
        return values.copy()
    step = largest / (2 ** (bits - 1) - 1)
    with np.errstate(invalid="ignore"):  # infinity and NaN stay what they are
        return (np.rint(values.astype(np.float64) / step) * step).astype(values.dtype)


def _nth(spec: NetworkSpec, places: range) -> tuple[int, int] | None:
    """Return the first layer with weights at `places`, and its number in the book's names (1 for W1)."""
    weighted = [LAYERS[layer.kind].weighted for layer in spec.layers]
    place = next((i for i in places if weighted[i]), None)
    return None if place is None else (place, sum(weighted[: place + 1]))


def _check_neuron(spec: NetworkSpec, layer: int, index: int) -> None:
    if not -1 <= layer < len(spec.layers):
        raise IndexError(
            Message(
                "there is no layer {layer}; the layers are 0 to {last}, and -1 is the input",
                layer=layer,
                last=len(spec.layers) - 1,
            )
        )
    shape = spec.input_shape if layer < 0 else spec.plans[layer].output
    size = int(np.prod(shape))
    if not 0 <= index < size:
        raise IndexError(
            Message("there is no neuron {index}; this layer has {size}, counted from 0", index=index, size=size)
        )
