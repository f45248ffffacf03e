"""The book's names of a network's layers, parameters and values: Affine1, W1, a1, z1, ..."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

from nn.layers.base import LAYERS
from nn.messages import Message

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network.spec import NetworkSpec


def layer_names(spec: NetworkSpec) -> tuple[str, ...]:
    """Return the name of every layer: its class and its number among its kind, ``("Affine1", "Relu1", ...)``."""
    counts: Counter[str] = Counter()
    names = []
    for layer in spec.layers:
        name = layer.name
        counts[name] += 1
        names.append(f"{name}{counts[name]}")
    return tuple(names)


def param_names(spec: NetworkSpec) -> tuple[dict[str, str], ...]:
    """Return for every layer the network's name of each of its parameters: ``{"W": "W1", "b": "b1"}``."""
    counts: Counter[str] = Counter()
    names = []
    for plan in spec.plans:
        counts.update(plan.params.keys())
        names.append({key: f"{key}{counts[key]}" for key in plan.params})
    return tuple(names)


def named_views(spec: NetworkSpec, flat: Array) -> dict[str, Array]:
    """Return the parts of a network's flat vector by the names of its parameters, as views.

    Raises
    ------
    ValueError
        If the vector is not as long as the network's parameters.
    """
    if flat.size != spec.parameters:
        raise ValueError(
            Message("got {got} numbers, but the network has {wanted} parameters", got=flat.size, wanted=spec.parameters)
        )
    views, start = {}, 0
    for plan, names in zip(spec.plans, param_names(spec), strict=True):
        for key, shape in plan.params.items():
            end = start + prod(shape)
            views[names[key]] = flat[start:end].reshape(shape)
            start = end
    return views


def value_names(spec: NetworkSpec) -> tuple[str, ...]:
    """Return the name of what goes into the first layer and of what comes out of every layer.

    The weighted sum of the k-th Affine or Convolution is ``ak``, what its activation makes of it ``zk`` (book 3.4.3). A
    layer that is neither leaves the letter of its input and adds its own sign, as in ``z1_Dropout``: the book has no
    name for these.
    """
    names = ["x"]
    sums = 0
    for layer in spec.layers:
        if LAYERS[layer.kind].weighted:
            sums += 1
            names.append(f"a{sums}")
        elif LAYERS[layer.kind].elementwise and names[-1].startswith("a"):
            names.append(_freed(f"z{sums}", names))
        else:
            names.append(_freed(f"{names[-1].split('_')[0]}_{layer.name}", names))
    return tuple(names)


def _freed(name: str, taken: list[str]) -> str:
    """Return `name`, with a number behind it when it is taken."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free
