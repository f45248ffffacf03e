"""How wide the values of a recorded graph are, over the inputs and the neurons of a layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nn.arrays import Shape
from nn.messages import Message

NUMBER, ONE, INPUTS, NEURONS = "", "1", "D", "M"
"""A number for all samples, one a sample, as many as go in, as many as the layer has neurons."""
_MATRIX = INPUTS + NEURONS
_Step = tuple[str, Shape, float | str]


def widths_of(steps: Iterable[_Step], params: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return how wide each value is.

    Parameters
    ----------
    steps : iterable of (str, tuple of int, float or str)
        As `nn.recorded.program.Step` has them.
    params : mapping of str to tuple of str

    Raises
    ------
    ValueError
        If values meet on the way whose widths do not go together.
    """
    widths: list[str] = []
    for place, (name, inputs, value) in enumerate(steps):
        if name == "parameter":
            width: str | None = "".join(params[str(value)])
        else:
            width = _made(name, [widths[each] for each in inputs])
        if width is None:
            raise ValueError(Message("step {place} joins values of different widths", place=place))
        widths.append(width)
    return tuple(widths)


def _made(name: str, taken: list[str]) -> str | None:
    if name == "input":
        return INPUTS
    if name == "constant":
        return NUMBER
    if name == "dot":
        return NEURONS if taken == [INPUTS, _MATRIX] else None
    if name in ("sum", "largest", "mean"):
        return ONE if taken[0] in (INPUTS, NEURONS) else None
    wide = set(taken) - {NUMBER, ONE}
    if len(wide) > 1 or _MATRIX in wide:
        return None
    return wide.pop() if wide else max(taken)
