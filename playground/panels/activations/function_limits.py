"""Where the numbers of a computer end before a function does: found by asking the layers themselves."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from nn.graph import evaluate, variable
from nn.inspection.activation_values import layer_of, values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from nn.arrays import Array
    from nn.choices.options import OptionValue

    Rule = Callable[[Array], npt.NDArray[np.bool_]]

Kind = Literal["constant", "straight", "no slope", "overflow"]

_FAR = 1000.0  # beyond it nothing new happens: exp overflows float64 at 709.78
# Sizes that are tried first. What begins below the second belongs to the function, not to its precision.
_COARSE = np.array([0.0, 0.5, *np.arange(1.0, _FAR + 1)])
_SPLIT = 257  # numbers between two neighbours that are tried next, and so on down to the last digit


class Limit(NamedTuple):
    """From where on, away from 0, a function behaves as it should not on paper.

    Attributes
    ----------
    kind
        ``"constant"``: y no longer changes. ``"straight"``: y is x, exactly. ``"no slope"``: the derivative is 0.
        ``"overflow"``: a number on the way, such as exp(-x), is too large and becomes infinite.
    x
        The first number to which it happens; its sign tells the side.
    value
        What the function is there.
    """

    kind: Kind
    x: float
    value: float


def limits(kind: str, options: Mapping[str, OptionValue], dtype: str) -> tuple[Limit, ...]:
    """Return where a function meets the limits of a precision, from left to right."""
    return _limits(kind, tuple(sorted(options.items())), dtype)


@lru_cache(maxsize=256)
def _limits(kind: str, options: tuple[tuple[str, OptionValue], ...], dtype: str) -> tuple[Limit, ...]:
    chosen = dict(options)

    def y_and_slope(x: Array) -> tuple[Array, Array]:
        return values(kind, chosen, x, dtype)

    def is_at(end: float, x: Array) -> npt.NDArray[np.bool_]:
        return y_and_slope(x)[0] == end

    found = []
    for side in (-1.0, 1.0):
        end = float(y_and_slope(np.array([side * _FAR]))[0][0])
        rules: dict[Kind, Rule] = {
            "constant": partial(is_at, end),
            "straight": lambda x: y_and_slope(x)[0] == x.astype(dtype),
            "no slope": lambda x: y_and_slope(x)[1] == 0,
            "overflow": lambda x: _overflows(kind, chosen, x.astype(dtype)),
        }
        for name, rule in rules.items():
            x = _first(rule, side, dtype)
            if x is not None:
                found.append(Limit(name, x, float(y_and_slope(np.array([x]))[0][0])))
    return tuple(sorted(found, key=lambda limit: limit.x))


def _overflows(kind: str, options: Mapping[str, OptionValue], x: Array) -> npt.NDArray[np.bool_]:
    """Say where a number of the function's computational graph is infinite."""
    graph = layer_of(kind, options, x.dtype).graph(variable("x"), {})
    with np.errstate(all="ignore"):
        numbers = evaluate(graph, {"x": x}).values()
    infinite = np.zeros(x.shape, bool)
    for number in numbers:
        infinite |= np.isinf(number)
    return infinite


def _first(rule: Rule, side: float, dtype: str) -> float | None:
    """Return the number nearest to 0 from which on a rule holds, None if it never does or does all along."""
    coarse = (side * _COARSE).astype(dtype)
    last = _last_broken(rule, coarse)
    if last is None or last == 0 or last >= len(coarse) - 2:  # at the very end all is as at the end
        return None
    outside, inside = coarse[last], coarse[last + 1]
    while np.nextafter(outside, inside) != inside:
        finer = np.linspace(outside, inside, _SPLIT, dtype=dtype)
        last = _last_broken(rule, finer) or 0
        outside, inside = finer[last], finer[last + 1]
    return float(inside)


def _last_broken(rule: Rule, x: Array) -> int | None:
    """Return the index of the last number that breaks a rule."""
    broken = np.flatnonzero(~rule(x))
    return int(broken[-1]) if len(broken) else None
