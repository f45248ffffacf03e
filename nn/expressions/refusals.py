"""What is said where an expression cannot be read, or cannot be computed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from nn.messages import Message

_LISTED = 6


class Unavailable(LookupError):
    """A value that does not exist at the moment, or that cannot be made of what there is; the message says which."""


def near(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that a person may have meant, None where none is like it."""
    names = tuple(known)
    folded = next((each for each in names if each.lower() == name.lower()), None)
    return folded or next(iter(get_close_matches(name, names, n=1, cutoff=0.6)), None)


def no_such_name(name: str, known: Iterable[str]) -> Message:
    """Say that nothing has this name, and what has."""
    names = tuple(known)
    meant = near(name, names)
    if meant is not None:
        return Message("There is no {name} here; did you mean {meant}?", name=name, meant=meant)
    if not names:
        return Message("There is no {name} here, and no other value yet.", name=name)
    return Message("There is no {name} here; there are {some}.", name=name, some=listed(names))


def no_such_function(name: str, known: Iterable[str]) -> Message:
    """Say that there is no such function, and which there are."""
    meant = near(name, known)
    if meant is not None:
        return Message("There is no function {name}; did you mean {meant}?", name=name, meant=meant)
    some = "dot, sum, max, mean, abs, exp, log, sigmoid, relu, softmax, where, norm, reshape, argmax"
    return Message("There is no function {name}; there are {some} and others like them.", name=name, some=some)


def listed(names: Iterable[str]) -> str:
    """Name the first few of several; what is made inside a layer (a1.1) comes after all others."""
    some = sorted(names, key=lambda name: "." in name)  # else as they come
    return ", ".join(some[:_LISTED]) + (", ..." if len(some) > _LISTED else "")
