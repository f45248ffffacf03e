"""Rules for writes into arrays, and for what views see of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nn.own_code.gradients.rules import Flow, Step, rule


@rule("setitem")
def setitem(step: Step, dout: Any) -> Iterator[Flow]:
    """Give its part to what was written, the rest to what stood elsewhere."""
    key = step.node.keywords["key"]
    rest = np.array(dout, copy=True)
    rest[key] = 0
    yield from step.to(0, rest)
    yield from step.to(1, np.asarray(dout)[key])


@rule("gather")
def gather(step: Step, dout: Any) -> Iterator[Flow]:
    """Give what flows to an element of a view to that of the whole array."""
    shape = np.shape(step.inputs[0])
    whole = np.zeros(int(np.prod(shape)))
    np.add.at(whole, step.node.keywords["places"].reshape(-1), np.asarray(dout).reshape(-1))
    yield from step.to(0, whole.reshape(shape))


@rule("scatter")
def scatter(step: Step, dout: Any) -> Iterator[Flow]:
    """Give its part to the view that was written through, what is left to the rest of the array."""
    places = step.node.keywords["places"]
    flat = np.array(dout, copy=True).reshape(-1)
    part = flat[places]
    flat[places] = 0
    yield from step.to(0, flat.reshape(np.shape(dout)))
    yield from step.to(1, part)


@rule("fill")
def fill(step: Step, dout: Any) -> Iterator[Flow]:
    """Give the one number all of it."""
    yield from step.to(1, np.sum(dout))


@rule("copyto")
def copyto(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to what was copied, where it was."""
    chosen = step.keyword("where", True)
    yield from step.to(0, np.where(chosen, 0, dout))
    yield from step.to(1, np.where(chosen, dout, 0))


@rule("add.at")
def add_at(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to both what was there and what was added."""
    yield from step.to(0, dout)
    if len(step.inputs) > 2:
        yield from step.to(2, np.asarray(dout)[step.inputs[1]])


@rule("subtract.at")
def subtract_at(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to what was there, and turned round to what was taken away."""
    yield from step.to(0, dout)
    if len(step.inputs) > 2:
        yield from step.to(2, -np.asarray(dout)[step.inputs[1]])


@rule("sort")
def sort(step: Step, dout: Any) -> Iterator[Flow]:
    """Give each number what flows to the place it went to."""
    x = np.asarray(step.inputs[0])
    axis = step.keyword("axis", step.inputs[1] if len(step.inputs) > 1 else -1)
    if axis is None:
        order = np.argsort(x, axis=None, kind="stable")
        back = np.zeros(x.size)
        back[order] = np.reshape(dout, -1)
        yield from step.to(0, back.reshape(x.shape))
        return
    order = np.argsort(x, axis=axis, kind="stable")
    back = np.zeros(x.shape)
    np.put_along_axis(back, order, np.asarray(dout, float), axis)
    yield from step.to(0, back)
