"""What is said where shapes do not go together, with the way out."""

from __future__ import annotations

import ast

from nn.arrays import Shape
from nn.expressions.grammar import text_of
from nn.messages import Message


def no_common_shape(node: ast.expr, left: str, a: Shape, right: str, b: Shape) -> Message:
    """Say why two arrays cannot be taken together element by element."""
    told = {"part": text_of(node), "left": left, "a": str(a), "right": right, "b": str(b)}
    if len(a) == len(b) == 2 and a[1] == b[0]:
        return Message("{part}: {left} has shape {a}, {right} has {b}; did you mean {left} @ {right}?", **told)
    return Message("{part}: {left} has shape {a}, {right} has {b}; sizes must be equal, or 1", **told)


def no_product(part: str, left: str, a: Shape, right: str, b: Shape) -> Message:
    """Say why there is no matrix product, and whether there is one with a factor turned."""
    told = {"part": part, "left": left, "a": str(a), "right": right, "b": str(b)}
    if not a or not b:
        return Message("{part}: {left} has shape {a}, {right} has {b}; a single number is multiplied with *", **told)
    turned = (
        _turned(right) if len(b) == 2 and a[-1] == b[1] else _turned(left) if len(a) == 2 and a[0] == b[0] else None
    )
    if turned is not None:
        return Message("{part}: {left} has shape {a}, {right} has {b}; with {turned} it works", turned=turned, **told)
    columns, rows = a[-1], b[-2] if len(b) > 1 else b[-1]
    return Message(
        "{part}: {left} has shape {a}, {right} has {b}; the {columns} columns of the first must meet as many rows, "
        "not {rows}",
        columns=columns,
        rows=rows,
        **told,
    )


def no_axis(part: str, of: str, shape: Shape) -> Message:
    """Say which axes there are."""
    if not shape:
        return Message("{part}: {of} is a single number and has no axis; leave axis= away", part=part, of=of)
    known = ", ".join(map(str, range(len(shape))))
    return Message(
        "{part}: {of} has shape {shape}; its axes are {known}", part=part, of=of, shape=str(shape), known=known
    )


def _turned(factor: str) -> str:
    """Return a factor the other way round."""
    return factor.removesuffix(".T") if factor.endswith(".T") else f"{factor}.T"
