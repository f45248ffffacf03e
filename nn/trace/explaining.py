"""Explain one number of an event: in symbols, in numbers, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nn.arrays import Array
from nn.boxes import Identity
from nn.graph import Node
from nn.messages import Message
from nn.notation import number, plain
from nn.operations import Negate
from nn.operations.base import Index
from nn.trace.elements import Elements
from nn.trace.event import Event
from nn.trace.expressions import Expression, Leaf, Piece, Result, Times, Total
from nn.trace.loss_gradient import loss_gradient

_DIGITS = 8  # of the book's print-outs
_LONGEST = 30  # numbers in a line: beyond that only one operation is written out


@dataclass(frozen=True)
class Explanation:
    """Where one number comes from.

    Attributes
    ----------
    symbols, numbers, result : str
        Three lines: ``"a1[0,1] = x[0,0]·W1[0,1] + b1[1]"``, ``"= 1.0·0.3 + 0.2"``, ``"= 0.5"``.
    value : float
        The number itself.
    symbol_pieces, number_pieces : tuple of Piece
        The first two lines cut at the numbers in them; each number knows the event that made it.
    sources : tuple of Leaf
        Those numbers.
    left_out : int
        How many terms of a long sum are not shown.
    rest : float
        What those add up to.
    """

    symbols: str
    numbers: str
    result: str
    value: float
    symbol_pieces: tuple[Piece, ...]
    number_pieces: tuple[Piece, ...]
    sources: tuple[Leaf, ...]
    left_out: int = 0
    rest: float = 0.0


def explain(event: Event, name: str, index: Index, *, terms: int = 6, digits: int = _DIGITS) -> Explanation:
    """Return how one number of an event's outputs is computed.

    Parameters
    ----------
    event : Event
        What computed it.
    name : str
        Which of its outputs.
    index : tuple of int
        Which number of that; empty for a single number.
    terms : int
        How many terms of a longer sum are shown: the largest.
    digits : int
        Significant digits in the line of numbers.

    Raises
    ------
    KeyError
        If the event makes no such value.
    IndexError
        If the value has no such number.
    """
    if name not in event.outputs:
        raise KeyError(
            Message(
                "{node} ({phase}) makes {values}, not {name!r}",
                node=event.name,
                phase=event.phase,
                values=", ".join(event.outputs),
                name=name,
            )
        )
    array = event.outputs[name]
    index = tuple(index)
    if len(index) != array.ndim or not all(0 <= i < n for i, n in zip(index, array.shape, strict=True)):
        raise IndexError(
            Message(
                "{name} has shape {shape}; it has no element {index}", name=name, shape=array.shape, index=list(index)
            )
        )
    with np.errstate(all="ignore"):
        expression = _expression(event, name, index, terms, deep=event.depth == "layer")
        if sum(1 for _ in expression.leaves()) > max(_LONGEST, 2 * terms + 1):
            expression = _expression(event, name, index, terms, deep=False)
    return explanation_of(name, index, array[index], expression, digits=digits)


def explanation_of(
    name: str, index: Index, value: np.generic | Array, expression: Expression, *, digits: int = _DIGITS
) -> Explanation:
    """Return the three lines of a number whose arithmetic is known.

    Parameters
    ----------
    name : str
        Of the value it stands in.
    index : tuple of int
        Where.
    value : numpy.generic
        The number.
    expression : Expression
        What it is computed from.
    digits : int
        Significant digits in the line of numbers.
    """
    symbols = (Piece(f"{Leaf(name, index, 0.0).symbol} = "), *expression.pieces(0))
    numbers = (Piece("= "), *expression.pieces(digits))
    hidden = _shortened(expression)
    return Explanation(
        "".join(piece.text for piece in symbols),
        "".join(piece.text for piece in numbers),
        f"= {number(plain(value), digits).text}",
        float(value),
        symbols,
        numbers,
        tuple(dict.fromkeys(expression.leaves())),
        sum(total.left_out for total in hidden),
        sum(total.rest for total in hidden),
    )


def _expression(event: Event, name: str, index: Index, terms: int, deep: bool) -> Expression:
    elements = Elements(event.graph, event.origin_of, terms, deep)
    if not event.upstream:
        node = event.graph.outputs[name] if event.node is None else event.node
        if node.operation is None:  # the loss says the scores themselves
            return Result(Identity(), (elements.leaf(event.graph.names[node], index, event.graph.values[node]),))
        made = elements.of(node, index)
        is_negated = isinstance(made, Result) and isinstance(made.operation, Negate)
        return Times(made.parts[0], "(-1)") if is_negated else made  # as its circle has it
    told = loss_gradient(event, name, index, elements)
    if event.node is None or told is not None:
        return told or _gradient(event, elements, event.graph.variables[name[1:]], index)
    source = next(node for node in event.node.inputs if f"d{event.graph.names[node]}" == name)
    return _passed(_added(event, elements, source, index))


def _gradient(event: Event, elements: Elements, node: Node, index: Index) -> Expression:
    assert event.backflow is not None
    return _passed(elements.back(node, index, event.backflow))


def _passed(gradient: Expression) -> Expression:
    """Return a gradient that comes on as it is as a product with 1: a number is not explained by itself."""
    return Times(gradient, "1") if isinstance(gradient, Leaf) else gradient


def _added(event: Event, elements: Elements, source: Node, index: Index) -> Expression:
    """Return what one node adds to a gradient, after what was there before."""
    assert event.backflow is not None
    assert event.node is not None
    added = elements.back(source, index, event.backflow, only=event.node)
    before = event.backflow.before(source, event.node)
    if before is None:
        return added
    first = elements.leaf(f"d{event.graph.names[source]}", index, before)
    if isinstance(added, Total):
        return Total((first, *added.terms), added.left_out, added.rest)
    return Total((first, added))


def _shortened(expression: Expression) -> list[Total]:
    """Return the sums in an expression that are not shown in full."""
    found = [total for part in expression.parts for total in _shortened(part)]
    return [expression, *found] if isinstance(expression, Total) and expression.left_out else found
