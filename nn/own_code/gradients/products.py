"""Rules for sums of products."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any

import numpy as np

from nn.own_code.gradients.rules import Flow, NoRule, Step, rule


@rule("matmul", "dot")
def dot(step: Step, dout: Any) -> Iterator[Flow]:
    """Give ``dout·bᵀ`` and ``aᵀ·dout``; for vectors outer products, for numbers the other one."""
    a, b = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    if a.ndim == 0 or b.ndim == 0:
        yield from step.to(0, dout * b)
        yield from step.to(1, dout * a)
        return
    if step.node.operation == "dot" and b.ndim > 2:  # np.dot goes over all pairs, matmul over stacks
        yield from _products(step, dout, _dot_letters(a.ndim, b.ndim))
        return
    left, right = a[np.newaxis] if a.ndim == 1 else a, b[:, np.newaxis] if b.ndim == 1 else b
    dout = np.asarray(dout)
    if b.ndim == 1:
        dout = dout[..., np.newaxis]
    if a.ndim == 1:
        dout = dout[..., np.newaxis, :]
    to_a, to_b = dout @ right.swapaxes(-1, -2), left.swapaxes(-1, -2) @ dout
    yield from step.to(0, to_a[..., 0, :] if a.ndim == 1 else to_a)
    yield from step.to(1, to_b[..., 0] if b.ndim == 1 else to_b)


@rule("vdot", "inner")
def inner(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by the other one, along the last axis of both."""
    a, b = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    if step.node.operation == "vdot" or a.ndim == 0 or b.ndim == 0:
        yield from step.to(0, np.reshape(dout * b, a.shape) if a.ndim and b.ndim else dout * b)
        yield from step.to(1, np.reshape(dout * a, b.shape) if a.ndim and b.ndim else dout * a)
        return
    letters = string.ascii_letters
    ours, theirs = letters[: a.ndim - 1], letters[a.ndim : a.ndim + b.ndim - 1]
    yield from _products(step, dout, f"{ours}Z,{theirs}Z->{ours}{theirs}")


@rule("outer")
def outer(step: Step, dout: Any) -> Iterator[Flow]:
    """Sum for each over the other one."""
    a, b = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    yield from step.to(0, np.reshape(dout @ b.reshape(-1), a.shape))
    yield from step.to(1, np.reshape(a.reshape(-1) @ dout, b.shape))


@rule("tensordot")
def tensordot(step: Step, dout: Any) -> Iterator[Flow]:
    """Do as for `einsum`: axes that were summed over share a letter."""
    a, b = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    axes = step.keyword("axes", step.inputs[2] if len(step.inputs) > 2 else 2)
    if isinstance(axes, int):
        axes = (range(a.ndim - axes, a.ndim), range(axes))
    first, second = ([int(axis) for axis in np.atleast_1d(part)] for part in axes)
    ours, theirs = list(string.ascii_lowercase[: a.ndim]), list(string.ascii_uppercase[: b.ndim])
    for one, other in zip(first, second, strict=True):
        theirs[other] = ours[one]
    summed = {ours[one] for one in first}
    result = [letter for letter in (*ours, *theirs) if letter not in summed]
    yield from _products(step, dout, f"{''.join(ours)},{''.join(theirs)}->{''.join(result)}")


@rule("einsum")
def einsum(step: Step, dout: Any) -> Iterator[Flow]:
    """Give each factor the product of the gradient and all others, in its own letters."""
    letters = step.inputs[0]
    if not isinstance(letters, str) or "." in letters:
        raise NoRule("einsum")
    yield from _products(step, dout, _with_result(letters.replace(" ", "")), first=1)


def _products(step: Step, dout: Any, letters: str, first: int = 0) -> Iterator[Flow]:
    given, result = letters.split("->")
    parts = given.split(",")
    arrays = [np.asarray(value) for value in step.inputs[first:]]
    for place, own in enumerate(parts):
        others = [part for k, part in enumerate(parts) if k != place]
        values = [array for k, array in enumerate(arrays) if k != place]
        if len(set(own)) != len(own):
            raise NoRule("einsum")
        sizes = dict(zip(own, arrays[place].shape, strict=True))
        alone = [letter for letter in own if letter not in result and letter not in "".join(others)]
        ones = [np.ones(sizes[letter]) for letter in alone]
        wanted = ",".join([result, *others, *alone]) + "->" + own
        yield from step.to(place + first, np.einsum(wanted, dout, *values, *ones))


def _with_result(letters: str) -> str:
    """Return the letters with those of the result, which may be left out: those that stand once, in order."""
    if "->" in letters:
        return letters
    once = sorted(letter for letter in set(letters) - {","} if letters.count(letter) == 1)
    return f"{letters}->{''.join(once)}"


def _dot_letters(a: int, b: int) -> str:
    ours, theirs = string.ascii_lowercase[:a], list(string.ascii_uppercase[:b])
    theirs[-2] = ours[-1]
    result = ours[:-1] + "".join(letter for k, letter in enumerate(theirs) if k != b - 2)
    return f"{ours},{''.join(theirs)}->{result}"
