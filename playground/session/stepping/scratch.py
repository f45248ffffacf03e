"""The scratch line: an expression is computed of the numbers of the moment, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.expressions import FUNCTIONS, Expression

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.expressions import Answer
    from playground.session.stepping.scope import Scope

_REMEMBERED = 200


class Scratch:
    """Computes what a person types, and keeps what they typed.

    Parameters
    ----------
    scope
        Says what names stand for.

    Attributes
    ----------
    history : list of str
        What was typed, the latest last, each once.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.history: list[str] = []

    def remember(self, text: str) -> None:
        """Keep what was typed, as the latest."""
        text = text.strip()
        others = [each for each in self.history if each != text]
        self.history = [*others[1 - _REMEMBERED :], text]

    def compute(self, text: str) -> Answer:
        """Return what an expression comes to now.

        Raises
        ------
        ValueError, LookupError
            If it is none, or cannot be computed at the moment; the message says why.
        """
        return Expression.parse(text).answer(self._scope.value)

    def inputs(self, text: str) -> tuple[Array, ...]:
        """Return what an expression is computed of; nothing if some of it can change in place.

        As long as these are the same objects, it comes to the same.
        """
        try:
            values = tuple(self._scope.value(name) for name in sorted(Expression.parse(text).names))
        except (ValueError, LookupError):
            return ()
        return () if any(value.flags.writeable for value in values) else values

    def completions(self) -> tuple[str, ...]:
        """Return the names and functions that there are now."""
        return (*self._scope.names, *(f"{name}(" for name in FUNCTIONS))
