"""Looks at an index before it is used: whether there is such a place, and how many numbers it picks out."""

from __future__ import annotations

import ast
from math import prod
from typing import Any

import numpy as np

from nn.arrays import Shape
from nn.expressions.allowance import Allowance
from nn.expressions.grammar import text_of
from nn.expressions.refusals import Unavailable
from nn.messages import Message


def checked_index(part: ast.expr, shape: Shape, index: Any, allowance: Allowance) -> Any:
    """Return an index as NumPy takes it.

    Parameters
    ----------
    part
        Of the expression, for whoever is told that there is no such place.
    shape
        Of the array.
    index
        Numbers, slices, arrays of places or masks, or a tuple of them.

    Raises
    ------
    Unavailable
        If there is no such place, or the index is no index.
    """
    items = [_item(part, each) for each in (index if isinstance(index, tuple) else (index,))]
    wanted = sum(_axes(each) for each in items)
    if wanted > len(shape) or sum(each is Ellipsis for each in items) > 1:
        raise Unavailable(_too_many(part, shape, wanted))
    picked: list[Shape] = []
    sizes: list[int] = []
    axis = 0
    for each in items:
        if each is Ellipsis:
            span = len(shape) - wanted
            sizes += shape[axis : axis + span]
            axis += span
        elif each is None:
            sizes.append(1)
        elif isinstance(each, slice):
            sizes.append(len(range(*each.indices(shape[axis]))))
            axis += 1
        else:
            picked.append(_picked(part, shape, axis, each))
            axis += _axes(each)
    allowance.take(prod((*sizes, *shape[axis:])) * prod(np.broadcast_shapes(*picked)))
    return tuple(items)


def _item(part: ast.expr, item: Any) -> Any:
    if item is None or item is Ellipsis or isinstance(item, slice):
        return item
    array = np.asarray(item)
    if array.dtype.kind not in "biu":
        raise Unavailable(
            Message(
                "{text}: places are whole numbers or true and false, not {kind}",
                text=text_of(part),
                kind=str(array.dtype),
            )
        )
    return array if array.ndim or array.dtype.kind == "b" else int(array)


def _axes(item: Any) -> int:
    if item is None or item is Ellipsis:
        return 0
    return item.ndim if isinstance(item, np.ndarray) and item.dtype.kind == "b" else 1


def _picked(part: ast.expr, shape: Shape, axis: int, item: Any) -> Shape:
    """Return the shape of what places or a mask pick out of an array."""
    if isinstance(item, np.ndarray) and item.dtype.kind == "b":
        if item.shape != shape[axis : axis + item.ndim]:
            raise Unavailable(
                Message(
                    "{text}: the mask has shape {mask}, the array {shape}; a mask is as large as what it picks from",
                    text=text_of(part),
                    mask=str(item.shape),
                    shape=str(shape),
                )
            )
        return (int(np.count_nonzero(item)),)
    places = np.asarray(item)
    if places.size and not (-shape[axis] <= places.min() and places.max() < shape[axis]):
        raise Unavailable(
            Message(
                "{text}: there is no such place; the shape is {shape}, counted from 0",
                text=text_of(part),
                shape=str(shape),
            )
        )
    return places.shape


def _too_many(part: ast.expr, shape: Shape, wanted: int) -> Message:
    if not shape:
        return Message("{text}: this is a single number; leave the brackets away", text=text_of(part))
    return Message(
        "{text}: {wanted} places, but the shape is {shape}: at most {axes}",
        text=text_of(part),
        wanted=wanted,
        shape=str(shape),
        axes=len(shape),
    )
