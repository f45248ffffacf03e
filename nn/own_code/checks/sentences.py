"""What several checks say."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.comparing import worst


def number(value: float) -> str:
    """Write a number as a person would read it in a sentence."""
    return f"{value:.5g}"


def place(index: tuple[int, ...]) -> str:
    """Write an index as Python does, without a comma behind a single one."""
    return "[" + ", ".join(str(i) for i in index) + "]"


def sizes(shape: tuple[int, ...]) -> str:
    """Write a shape as NumPy does."""
    return str(tuple(int(size) for size in shape))


def nothing_returned(method: str) -> Message:
    """Say that a return is missing."""
    return Message("`{method}` returns nothing: a `return` is missing.", method=method)


def overwritten(method: str, name: str) -> Message:
    """Say that an argument is another after the call."""
    return Message(
        "`{method}` writes into `{name}`, which belongs to the caller. On a copy nobody else is disturbed.",
        method=method,
        name=name,
    )


def differs(what: str, got: Any, wanted: Any, shape: tuple[int, ...]) -> Message:
    """Say where a value is not what its name means."""
    if np.shape(got) != np.shape(wanted):
        return Message(
            "`{what}` has shape {got}, it should be {wanted} (for x of shape {shape}).",
            what=what,
            got=sizes(np.shape(got)),
            wanted=sizes(np.shape(wanted)),
            shape=sizes(shape),
        )
    if np.ndim(wanted) == 0:
        return Message(
            "`{what}` gives {got}, it should be {wanted} (for x of shape {shape}).",
            what=what,
            got=number(float(got)),
            wanted=number(float(wanted)),
            shape=sizes(shape),
        )
    index, a, b = worst(got, wanted)
    return Message(
        "`{what}` gives {got} at {index}, it should be {wanted} (for x of shape {shape}).",
        what=what,
        got=number(a),
        wanted=number(b),
        index=place(index),
        shape=sizes(shape),
    )


def gradient_differs(name: str, got: Any, true: Any, shape: tuple[int, ...]) -> Message:
    """Say where a gradient is not how the loss changes."""
    index, a, b = worst(got, true)
    return Message(
        "The gradient of {name} is {got} at {index}; the loss really changes by {true} there (for x of shape {shape}).",
        name=name,
        got=number(a),
        true=number(b),
        index=place(index),
        shape=sizes(shape),
    )


def wrong_shape(name: str, got: Any, wanted: Any) -> Message:
    """Say that a gradient has not the shape of its array."""
    return Message(
        "The gradient of {name} has shape {got}; {name} has shape {wanted}.",
        name=name,
        got=sizes(np.shape(got)),
        wanted=sizes(np.shape(wanted)),
    )
