"""One moment of a pass, and the past that it can look back on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from nn.arrays import Array
from nn.trace.layer_graph import LayerGraph

Phase: TypeAlias = Literal["forward", "loss", "backward", "update"]
Depth: TypeAlias = Literal["layer", "node"]

GIVEN = -1
"""Stands for the event that made what no event made: inputs, targets and parameters."""


class Made(NamedTuple):
    """A named value and the index of the event that made it."""

    name: str
    array: Array
    event: int


class Past:
    """Every value of a trace in the order in which it came to be.

    The recorder appends to it; an event looks no further than its own moment.
    """

    def __init__(self) -> None:
        self._made: list[Made] = []

    def __len__(self) -> int:
        return len(self._made)

    def add(self, name: str, array: Array, event: int = GIVEN) -> None:
        """Remember that `event` made `array` and called it `name`."""
        self._made.append(Made(name, array, event))

    def latest(self, moment: int) -> dict[str, Made]:
        """Return each name that is known when `moment` values have been made, with its latest value."""
        return {made.name: made for made in self._made[:moment]}

    def missing(self, moment: int) -> tuple[str, ...]:
        """Return the names that come into being only after `moment` values have been made."""
        known = {made.name for made in self._made[:moment]}
        return tuple(dict.fromkeys(made.name for made in self._made[moment:] if made.name not in known))


@dataclass(frozen=True, eq=False)
class Event:
    """One piece of arithmetic of a pass with its numbers: can be drawn without its neighbours.

    All arrays are copies that nobody can write into.

    Attributes
    ----------
    index : int
        Position in the trace.
    phase : {"forward", "loss", "backward", "update"}
        The loss is the first thing on the way back too: an event of phase "backward" without a layer.
    layer : int or None
        Index in ``spec.layers``; None for the loss.
    name : str
        Name of the layer or loss: ``"Affine1"``.
    formula : str
        The arithmetic over the names below: ``"a1 = x·W1 + b1"``.
    inputs, outputs : mapping of str to ndarray
        By the book's names: ``{"x", "W1", "b1"}`` and ``{"a1"}``; backwards ``{"dx", "dW1", "db1"}``. An update has the
        parameter before it among the inputs and, under the same name, after it among the outputs.
    symbol : str
        Sign in the circle of an elementary node, empty at layer depth.
    operands : tuple of str
        What the node works on, in order; a value may stand twice.
    upstream : str
        Backwards: which of the inputs is the upstream gradient.
    products : mapping of str to ndarray
        Backwards: what this event adds to each of the outputs, upstream gradient times local derivative. It differs
        from the output where a value is used more than once.
    pending : mapping of str to tuple of str
        Backwards: for each output that is not complete, the values on the way from which more will be added.
    """

    index: int
    phase: Phase
    layer: int | None
    name: str
    formula: str
    inputs: Mapping[str, Array]
    outputs: Mapping[str, Array]
    symbol: str = ""
    operands: tuple[str, ...] = ()
    upstream: str = ""
    products: Mapping[str, Array] = field(default_factory=dict)
    pending: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    graph: LayerGraph | None = field(default=None, repr=False)
    _past: Past = field(default_factory=Past, repr=False)
    _moment: int = 0

    @property
    def depth(self) -> Depth:
        """Whether this is a whole layer or one elementary node of it."""
        return "node" if self.symbol else "layer"

    @property
    def values(self) -> dict[str, Array]:
        """Every named value that is known when this event has happened."""
        return {name: made.array for name, made in self._past.latest(self._moment).items()}

    @property
    def not_yet(self) -> tuple[str, ...]:
        """Names of the values that this pass has still to compute, in the order in which they come."""
        return self._past.missing(self._moment)

    def origin(self, name: str) -> int | None:
        """Return the index of the event that made an input, None if it was given.

        Raises
        ------
        KeyError
            If nothing of that name was known before this event.
        """
        made = self._past.latest(self._moment - len(self.outputs))[name]
        return None if made.event == GIVEN else made.event
