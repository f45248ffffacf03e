"""Which array of a file belongs to which parameter of a network, and why some do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass

import numpy as np

from nn.arrays import Array
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.refusal import quoted
from nn.messages import Message, joined
from nn.network.naming import param_names
from nn.network.spec import NetworkSpec

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Mapping:
    """For one parameter of a network the array that it gets.

    Attributes
    ----------
    param : str
        The parameter by the book's name: ``"W1"``.
    shape : tuple of int
        Its shape.
    source : str
        Name of an array in the file, empty for none: the parameter keeps its numbers.
    transposed : bool
        Whether the array is turned: PyTorch keeps (outputs, inputs) where the book has (inputs, outputs).
    trouble : Message or empty str
        Why the array does not fit, empty if it does.
    """

    param: str
    shape: Shape
    source: str = ""
    transposed: bool = False
    trouble: str = ""


def shapes_of(spec: NetworkSpec) -> dict[str, Shape]:
    """Return the shape of each parameter of a network by its name, in the order of the layers."""
    return {
        name: plan.params[key]
        for plan, names in zip(spec.plans, param_names(spec), strict=True)
        for key, name in names.items()
    }


def map_weights(spec: NetworkSpec, arrays: Dictionary[str, AnyArray]) -> tuple[Mapping, ...]:
    """Propose for each parameter of a network an array: the one of its name, else the next that fits.

    Other makers number layers in their own way; what can be relied on is that layers come in order.
    """
    shapes = shapes_of(spec)
    chosen = {param: param for param in shapes if param in arrays}
    left = [name for name in sorted(arrays, key=natural) if name not in chosen]
    for param, shape in shapes.items():
        if param not in chosen:
            fitting = next((name for name in left if _fits(arrays[name].shape, shape)), "")
            chosen[param] = fitting
            left = [name for name in left if name != fitting]
    turned = _come_turned(shapes, chosen, arrays)
    return tuple(mapped(param, shape, chosen[param], arrays, turned) for param, shape in shapes.items())


def mapped(param: str, shape: Shape, source: str, arrays: Dictionary[str, AnyArray], turned: bool = False) -> Mapping:
    """Return the mapping of one parameter to an array, with the reason if it does not fit.

    Parameters
    ----------
    turned : bool
        Whether the matrices of this file come as (outputs, inputs): decides for square ones.
    """
    if not source:
        return Mapping(param, shape, trouble=_nothing_fits(param, shape, arrays))
    array = arrays[source]
    trouble = _no_numbers(param, source, array)
    if trouble:
        return Mapping(param, shape, source, trouble=trouble)
    if array.shape == shape and not (turned and len(shape) == 2 and shape[0] == shape[1]):
        return Mapping(param, shape, source)
    if array.ndim == 2 and array.shape[::-1] == shape:
        return Mapping(param, shape, source, transposed=True)
    if len(shape) == 1 and array.size == shape[0] and array.size == max(array.shape, default=0):
        return Mapping(param, shape, source)  # (1, units) or (units, 1) for (units,)
    trouble = Message(
        "{array} has shape {shape}, {param} has {wanted}",
        array=quoted(source),
        shape=_shown(array.shape),
        param=param,
        wanted=_shown(shape),
    )
    return Mapping(param, shape, source, trouble=trouble)


def _no_numbers(param: str, source: str, array: AnyArray) -> str:
    if array.dtype.kind not in "fiu":
        return Message("{array} holds no real numbers; {param} needs them", array=quoted(source), param=param)
    if not np.isfinite(array).all():
        return Message("{array} holds NaN or infinite numbers", array=quoted(source))
    return ""


def converted(mappings: Iterable[Mapping], arrays: Dictionary[str, AnyArray], dtype: str) -> dict[str, Array]:
    """Return the new value of every parameter that gets an array that fits."""
    values: dict[str, Array] = {}
    for mapping in mappings:
        if mapping.source and not mapping.trouble:
            array = arrays[mapping.source]
            values[mapping.param] = (array.T if mapping.transposed else array).reshape(mapping.shape).astype(dtype)
    return values


def unused(mappings: Iterable[Mapping], arrays: Dictionary[str, AnyArray]) -> tuple[str, ...]:
    """Return the names of the arrays that no parameter gets."""
    used = {mapping.source for mapping in mappings}
    return tuple(name for name in arrays if name not in used)


def _fits(given: Shape, shape: Shape) -> bool:
    return given == shape or (len(shape) == 2 and given == shape[::-1])


def _come_turned(
    shapes: Dictionary[str, Shape], chosen: Dictionary[str, str], arrays: Dictionary[str, AnyArray]
) -> bool:
    pairs = [(shapes[param], arrays[source].shape) for param, source in chosen.items() if source]
    return any(given == shape[::-1] and given != shape for shape, given in pairs)


def _nothing_fits(param: str, shape: Shape, arrays: Dictionary[str, AnyArray]) -> Message:
    there = joined([_shown(array.shape) for array in list(arrays.values())[:6]] or [Message("nothing")])
    return Message("{param} needs shape {shape}; the file has {there}", param=param, shape=_shown(shape), there=there)


def _shown(shape: Shape) -> str:
    return " × ".join(str(size) for size in shape) or Message("a single number")


def natural(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts fc2 before fc10, as people count."""
    return [(int(part[:9]), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name)]
