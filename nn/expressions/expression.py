"""One expression: read once, computed as often as somebody asks."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from nn.expressions.evaluation import Evaluation, Part
from nn.expressions.grammar import names_in, read, text_of


class Answer(NamedTuple):
    """What an expression came to.

    Attributes
    ----------
    value
        An array, of one number with the shape ``()``; a shape is a tuple.
    parts
        What its names and its inner operations came to, in the order in which they were computed.
    """

    value: Any
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Expression:
    """Arithmetic over named values.

    Attributes
    ----------
    text
        As it was written.
    names
        The values it needs.
    """

    text: str
    names: frozenset[str]
    _tree: ast.expr = field(compare=False, repr=False)

    @classmethod
    @lru_cache(maxsize=1024)  # as many watches a file may hold, and each is asked at every step
    def parse(cls, text: str) -> Expression:
        """Read an expression.

        Raises
        ------
        ValueError
            If it is no expression or uses what is not allowed; the message says what and what is.
        """
        tree = read(text)
        return cls(text.strip(), names_in(tree), tree)

    def value(self, lookup: Callable[[str], Any]) -> Any:
        """Return the value, an array or a shape, with the named values that `lookup` gives.

        Raises
        ------
        Unavailable
            If a value does not exist at the moment, or the values do not go together.
        """
        return self._computed(Evaluation(lookup))

    def answer(self, lookup: Callable[[str], Any]) -> Answer:
        """Return the value with what its parts came to; Unavailable as for `value`."""
        evaluation = Evaluation(lookup, keeps_parts=True)
        value = self._computed(evaluation)
        return Answer(value, tuple(part for text, part in evaluation.parts.items() if text != text_of(self._tree)))

    def _computed(self, evaluation: Evaluation) -> Any:
        with np.errstate(all="ignore"):  # overflow is what some lessons are about
            value = evaluation.value(self._tree)
        return value if isinstance(value, tuple) else np.asarray(value)
