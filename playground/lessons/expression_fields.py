"""Reading the expressions of a lesson: every name in them is one that a lesson may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.expressions import Expression
from nn.messages import Message
from playground.lessons.facts import is_known, known_names
from playground.lessons.fields import FieldError

if TYPE_CHECKING:
    from playground.lessons.fields import Table


def read_expression(table: Table, name: str) -> Expression:
    """Read the expression in a field."""
    try:
        expression = Expression.parse(table.take(name, str))
    except ValueError as error:
        if isinstance(error, FieldError):
            raise
        raise table.error(name, Message("cannot be used: {reason}", reason=error)) from None
    for each in sorted(expression.names):
        if not is_known(each):
            raise table.error(
                name, Message("asks for {each!r}, which is no name; expected {names}", each=each, names=known_names())
            )
    return expression
