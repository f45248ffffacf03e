"""The condition that a person writes: an expression over the values of the pass."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from nn.breakpoints.base import Finding, condition
from nn.breakpoints.facts import Facts
from nn.choices.options import Option
from nn.expressions import Expression, Unavailable, no_such_name


@condition(
    "expression",
    Option(
        "expression", "max(abs(dW1)) > 10", help="Arithmetic over values by the book's names.", valid=Expression.parse
    ),
)
def expression(facts: Facts, expression: str) -> Finding | None:
    """Stop when an expression is true, everywhere where it is an array."""
    read = Expression.parse(expression)
    if read.names.isdisjoint(facts.arrays):
        return None
    lookup = partial(_value, facts)
    try:
        if not _is_true(read.value(lookup)):
            return None
    except Unavailable:
        return None
    name = facts.made_last(read.names & facts.arrays.keys())
    numbers = [part for part in read.answer(lookup).parts if part.number is not None]
    if not numbers:
        return Finding("{expression} holds.", {"expression": expression}, facts.layer_of.get(name), name)
    said = {"expression": expression, "part": numbers[-1].text, "got": numbers[-1].number}
    return Finding("{expression} holds: {part} is {got:.4g}.", said, facts.layer_of.get(name), name)


def _is_true(value: Any) -> bool:
    array = np.asarray(value)
    return bool(array.size) and bool(array.all())


def _value(facts: Facts, name: str) -> Any:
    known = facts.arrays if facts.event is None or name in facts.arrays else facts.event.values
    if name not in known:
        raise Unavailable(no_such_name(name, known))
    return known[name]
