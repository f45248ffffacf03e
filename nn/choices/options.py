"""Choices a person can make, as plain data that forms, files and checks share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from numbers import Integral, Real
from types import MappingProxyType
from typing import Any

from nn.messages import Message

OptionValue = bool | int | float | str


@dataclass(frozen=True)
class Option:
    """One choice, with its default and its limits.

    Attributes
    ----------
    name : str
        Keyword under which the choice is handed over.
    default : bool, int, float or str
        Value without a choice; its type is the type of every valid value.
    minimum, maximum : float or None
        Limits of a number, both included; None is no limit.
    choices : tuple of str
        Valid texts, when only some are.
    help : str
        One sentence that says what the choice does.
    valid : callable, optional
        Raises ValueError for a text that cannot be used.
    is_chosen : bool
        Whether a person chooses it in a form; otherwise it is part of what they brought.
    """

    name: str
    default: OptionValue
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    help: str = ""
    valid: Callable[[str], object] | None = None
    is_chosen: bool = True

    def check(self, value: Any) -> OptionValue:
        """Return `value` in the type of the default.

        Raises
        ------
        TypeError
            If `value` is of another kind: a text for a number, 1.5 for a whole number.
        ValueError
            If it lies outside the limits or is not one of the choices.
        """
        checked = self._converted(value)
        if self.choices and checked not in self.choices:
            raise ValueError(
                Message(
                    "{name} is {value!r}; choose one of {choices}",
                    name=self.name,
                    value=value,
                    choices=", ".join(self.choices),
                )
            )
        if isinstance(checked, str):
            if self.valid is not None:
                self.valid(checked)
            return checked
        if isinstance(checked, float) and not math.isfinite(checked):
            raise ValueError(
                Message("{name} is {checked}; give {wanted}", name=self.name, checked=checked, wanted=self._range())
            )
        if (self.minimum is not None and checked < self.minimum) or (
            self.maximum is not None and checked > self.maximum
        ):
            raise ValueError(
                Message("{name} is {value!r}; give {wanted}", name=self.name, value=value, wanted=self._range())
            )
        return checked

    def _converted(self, value: Any) -> OptionValue:
        kind = type(self.default)
        if isinstance(value, Real) and not isinstance(value, bool):  # NumPy's numbers too
            if kind is int and isinstance(value, Integral):
                return int(value)
            if kind is int and float(value).is_integer():
                return int(float(value))
            if kind is float:
                return _as_float(value)
        elif isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
            return value
        wanted = {
            bool: Message("true or false"),
            int: Message("a whole number"),
            float: Message("a number"),
            str: Message("a text"),
        }[kind]
        raise TypeError(
            Message(
                "{name} is {value!r} ({type}); give {wanted}",
                name=self.name,
                value=value,
                type=type(value).__name__,
                wanted=wanted,
            )
        )

    def _range(self) -> Message:
        number = Message("a whole number") if isinstance(self.default, int) else Message("a number")
        low, high = self.minimum, self.maximum
        if low is not None and high is not None:
            return Message("{number} from {low:,.15g} to {high:,.15g}", number=number, low=low, high=high)
        if low is not None:
            return Message("{number} of at least {low:,.15g}", number=number, low=low)
        return number if high is None else Message("{number} of at most {high:,.15g}", number=number, high=high)


def _as_float(value: Real) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number too large for a float
        return math.inf


def complete(owner: str, options: Iterable[Option], chosen: Mapping[str, Any]) -> Mapping[str, OptionValue]:
    """Return every option of `owner` with its chosen or default value, checked and read-only.

    Raises
    ------
    TypeError, ValueError
        If a chosen name is not an option of `owner`, or its value is not valid; the message names both.
    """
    known = {option.name: option for option in options}
    for name in chosen:
        if name not in known:
            listed = ", ".join(known) or Message("none")
            raise ValueError(
                Message("{owner} has no option {name!r}; its options: {listed}", owner=owner, name=name, listed=listed)
            )
    values = {}
    for name, option in known.items():
        try:
            values[name] = option.check(chosen.get(name, option.default))
        except (TypeError, ValueError) as error:
            raise type(error)(Message("{owner}: {reason}", owner=owner, reason=error)) from None
    return MappingProxyType(values)
