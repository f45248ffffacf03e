"""How wide the values of a recorded graph are, over the inputs and the neurons of a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.messages import Message

if TYPE_CHECKING:
    from nn.recorded.program import Program

NUMBER, ONE, INPUTS, NEURONS = "", "1", "D", "M"
"""A number for all samples, one a sample, as many as go in, as many as the layer has neurons."""
_MATRIX = (INPUTS, NEURONS)


def width_of(program: Program) -> str:
    """Return how wide what comes out is.

    Raises
    ------
    ValueError
        If values meet on the way whose widths do not go together.
    """
    widths: list[str] = []
    for place, step in enumerate(program.steps):
        taken = [widths[each] for each in step.inputs]
        width = _made(program, place, taken)
        if width is None:
            raise ValueError(Message("step {place} joins values of different widths", place=place))
        widths.append(width)
    return widths[-1]


def _made(program: Program, place: int, taken: list[str]) -> str | None:
    step = program.steps[place]
    if step.name == "input":
        return INPUTS
    if step.name == "constant":
        return NUMBER
    if step.name == "parameter":
        shape = program.params[str(step.value)]
        return shape[0] if len(shape) == 1 else "".join(shape)
    if step.name == "dot":
        return NEURONS if taken == [INPUTS, "".join(_MATRIX)] else None
    if step.name in ("sum", "largest"):
        return ONE if taken[0] in (INPUTS, NEURONS) else None
    wide = set(taken) - {NUMBER, ONE}
    if len(wide) > 1 or "".join(_MATRIX) in wide:
        return None
    return wide.pop() if wide else max(taken)
