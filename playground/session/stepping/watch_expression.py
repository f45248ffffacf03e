"""What a person can watch: an expression over the named values of a pass."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from nn.expressions import Expression, Unavailable, no_such_name
from nn.messages import Message, message_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

Dimensions = tuple[int | None, ...]
"""A shape; None where it depends on the batch."""
STATISTICS = ("max", "min", "mean", "std", "norm", "dead", "nan")
"""Functions that make one number of an array, to offer."""


class WatchError(ValueError):
    """A text that is no watch; the message says why and what would be."""


class Reading(NamedTuple):
    """The value of a watch at one moment: its number; of an array the mean, and the smallest and largest number."""

    number: float
    low: float
    high: float


@dataclass(frozen=True)
class Watch:
    """A watch as it was understood.

    Attributes
    ----------
    expression : Expression
        What is computed.
    """

    expression: Expression

    @classmethod
    def parse(cls, text: str) -> Watch:
        """Understand ``a1``, ``W1[0, 3]`` or ``norm(dW1) / norm(W1)``.

        Raises
        ------
        WatchError
            If the text is no expression.
        """
        try:
            return cls(Expression.parse(text))
        except ValueError as error:
            raise WatchError(message_of(error)) from None

    def __str__(self) -> str:
        return "".join(self.expression.text.split())

    @property
    def names(self) -> frozenset[str]:
        """The values it is computed from."""
        return self.expression.names

    def check(self, shapes: Mapping[str, Dimensions], samples: int) -> None:
        """Check that it can be computed of values of these shapes, in a batch of `samples`.

        Raises
        ------
        WatchError
            If no value has one of the names, they do not go together, or there is none; the message says so.
        """
        self._value_of_ones(shapes, samples)

    def is_condition(self, shapes: Mapping[str, Dimensions], samples: int) -> bool:
        """Say whether it holds or does not, and is no number; WatchError as for `check`."""
        return np.asarray(self._value_of_ones(shapes, samples)).dtype.kind == "b"

    def _value_of_ones(self, shapes: Mapping[str, Dimensions], samples: int) -> Any:
        stand_in = np.ones((), np.float32)

        def of_ones(name: str) -> NDArray[Any]:
            if name not in shapes:
                raise Unavailable(no_such_name(name, shapes))
            return np.broadcast_to(stand_in, tuple(samples if size is None else size for size in shapes[name]))

        if not self.names:
            raise WatchError(Message("{text} names no value, so it never changes", text=self.expression.text))
        try:
            return self.expression.value(of_ones)
        except Unavailable as error:
            raise WatchError(error.args[0]) from None

    def read(self, lookup: Callable[[str], Any]) -> Reading | None:
        """Return what the watch says of the values; None if they do not go together now, or it comes to nothing."""
        try:
            return reading_of(self.expression.value(lookup))
        except Unavailable:
            return None


def reading_of(value: Any) -> Reading | None:
    """Return what is read of a value; None if it comes to nothing."""
    array = np.asarray(value)
    if not array.size:
        return None
    if not array.ndim:
        return Reading(*[float(array)] * 3)
    with np.errstate(all="ignore"):  # what is infinite has a mean of NaN, which is shown
        return Reading(float(array.mean()), float(array.min()), float(array.max()))


def is_number(reading: Reading) -> bool:
    """Say whether a reading is finite throughout: only then is there a place for it in a plot."""
    return all(map(math.isfinite, reading))


def reading_text(reading: Reading) -> str:
    """Write what a watch says: a number, or from the smallest to the largest number of an array."""
    if math.isnan(reading.number):
        return "NaN"
    if reading.low == reading.high:
        return f"{reading.number:.6g}"
    return f"{reading.low:.3g} … {reading.high:.3g}"
