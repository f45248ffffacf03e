"""What a setting may be in a search: a list of values, or a range of numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message
from nn.runs.settings import choices_of, neurons_of, option_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.choices.options import OptionValue

_SMALL = 1e-3  # what is smaller is typed with an exponent
MOST_VALUES = 1000
"""Values in one list."""


@dataclass(frozen=True)
class Listed:
    """A setting that is one of some values."""

    name: str
    values: tuple[OptionValue, ...]

    def at(self, share: float) -> OptionValue:
        """Return the value at a share of the list, from 0 up to, not including, 1."""
        return self.values[min(int(share * len(self.values)), len(self.values) - 1)]

    @property
    def ends(self) -> tuple[OptionValue, OptionValue]:
        """The first and the last value."""
        return self.values[0], self.values[-1]

    def points(self, count: int) -> tuple[OptionValue, ...]:
        """Return the values of a grid: all of them, however many are asked for."""
        return self.values

    def share_of(self, value: OptionValue) -> float:
        """Return how far along the list a value stands, 0 for the first and 1 for the last; NaN for a stranger."""
        return self.values.index(value) / max(1, len(self.values) - 1) if value in self.values else math.nan

    def to_text(self) -> str:
        """Return the text that `parsed` reads."""
        return ",".join(_text(value) for value in self.values)


@dataclass(frozen=True)
class Span:
    """A setting that is a number between two others, both included; on a log scale if `is_log`."""

    name: str
    low: float
    high: float
    is_log: bool = False
    is_whole: bool = False

    def at(self, share: float) -> OptionValue:
        """Return the number at a share of the way from the low end to the high one."""
        if self.is_log:
            return self._tidy(self.low * (self.high / self.low) ** share)
        return self._tidy(self.low + share * (self.high - self.low))

    def share_of(self, value: OptionValue) -> float:
        """Return how far along the way a number lies, 0 at the low end and 1 at the high one."""
        return float(self.shares_of(np.array(float(value))))

    def shares_of(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far along the way each of some numbers lies; NaN for what is no number, or none of a log scale."""
        if self.low == self.high:
            return np.where(np.isnan(values), math.nan, 0.5)
        if self.is_log:
            with np.errstate(invalid="ignore", divide="ignore"):
                return np.log(values / self.low) / math.log(self.high / self.low)
        return (values - self.low) / (self.high - self.low)

    @property
    def ends(self) -> tuple[OptionValue, OptionValue]:
        """The least and the greatest number."""
        return self.low, self.high

    def points(self, count: int) -> tuple[OptionValue, ...]:
        """Return `count` numbers at equal steps, without those that would come twice."""
        steps = max(count - 1, 1)
        return tuple(dict.fromkeys(self.at(place / steps) for place in range(count)))

    def reaching(self, end: float) -> Span:
        """Return the range that goes on to a number, or as far as the setting may."""
        option = option_of(self.name)
        least, most = (None, None) if option is None else (option.minimum, option.maximum)
        end = max(end, -math.inf if least is None else least)
        end = min(end, math.inf if most is None else most)
        if self.is_log and end <= 0:
            return self
        low, high = min(self.low, end), max(self.high, end)
        return replace(self, low=low, high=high) if math.isfinite(end) else self

    def to_text(self) -> str:
        """Return the text that `parsed` reads."""
        return f"{_text(self._tidy(self.low))}..{_text(self._tidy(self.high))}{':log' if self.is_log else ''}"

    def _tidy(self, value: float) -> OptionValue:
        """Return a number of four digits, which a person can read and type, within the ends."""
        if self.is_whole:
            return int(min(max(round(value), self.low), self.high))
        return min(max(float(f"{value:.4g}"), self.low), self.high)


Range = Listed | Span


def parsed(text: str) -> Range:
    """Return what a text such as ``lr=1e-4..1e-1:log`` or ``hidden=50,100x50`` says.

    Raises
    ------
    TypeError, ValueError
        If it says nothing that can be searched; the message names the wrong part and how it is written.
    """
    name, equals, rest = text.partition("=")
    if not equals or not rest:
        raise ValueError(
            Message("{text!r} varies nothing; write NAME=LOW..HIGH, NAME=LOW..HIGH:log or NAME=A,B,C", text=text)
        )
    return _span(name, rest) if ".." in rest else _listed(name, rest)


def _listed(name: str, text: str) -> Listed:
    values = tuple(dict.fromkeys(_checked(name, word) for word in text.split(",")))
    if len(values) > MOST_VALUES:
        raise ValueError(
            Message(
                "{name} has {count:,} values; give at most {most:,}", name=name, count=len(values), most=MOST_VALUES
            )
        )
    return Listed(name, values)


def _span(name: str, text: str) -> Span:
    ends, colon, scale = text.partition(":")
    if colon and scale != "log":
        raise ValueError(Message("{name}: the scale is {scale!r}; write :log or nothing", name=name, scale=scale))
    option = option_of(name)
    if option is None or isinstance(option.default, (str, bool)):
        raise ValueError(Message("{name} is no number, so it has no range; list its values: {name}=A,B", name=name))
    low_text, _, high_text = ends.partition("..")
    low, high = _checked(name, low_text), _checked(name, high_text)
    assert not isinstance(low, str)
    assert not isinstance(high, str)
    if low > high:
        raise ValueError(
            Message("{name}: {low:g}..{high:g} runs downwards; give the low end first", name=name, low=low, high=high)
        )
    if scale and low <= 0:
        raise ValueError(Message("{name}: a log scale cannot begin at {low:g}; begin above 0", name=name, low=low))
    return Span(name, low, high, bool(scale), isinstance(option.default, int))


def _checked(name: str, text: str) -> OptionValue:
    """Return a value in the setting's own type, after its limits were asked."""
    option = option_of(name)
    if option is not None:
        return option.check(_number(text) if isinstance(option.default, (int, float)) else text)
    if name == "hidden":
        neurons_of(text)
    elif text not in choices_of(name):
        raise ValueError(
            Message(
                "{name} is {value!r}; choose one of {choices}",
                name=name,
                value=text,
                choices=", ".join(choices_of(name)),
            )
        )
    return text


def _number(text: str) -> OptionValue:
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text)
    except ValueError:
        return text  # the option says what it wants instead


def _text(value: OptionValue) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _short(value) if isinstance(value, float) else str(value)


def _short(value: float) -> str:
    """Return a number as a person types it: 0.001, but 1e-4."""
    text = f"{value:.12g}"
    if 0 < abs(value) < _SMALL:
        mantissa, _, exponent = f"{value:.11e}".partition("e")
        text = f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"
    return text
