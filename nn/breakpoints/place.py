"""A place in a pass: where a person set a breakpoint, and where the number was made for which training stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from nn.breakpoints.facts import Names
    from nn.trace import Event

PHASES = ("forward", "loss", "backward", "update")
ANY, LOSS = -2, -1
"""Layers that are none: whichever, and the loss."""
_OF_THE_LOSS = ("y", "t", "L")


@dataclass(frozen=True)
class Place:
    """One event of a pass, or several.

    Attributes
    ----------
    phase : str
        One of `PHASES`, or "any".
    layer : int
        Index in ``spec.layers``, `LOSS` or `ANY`.
    value : str
        Value that is made there, by the book's name; empty for a whole layer.
    """

    phase: str = "any"
    layer: int = ANY
    value: str = ""

    @classmethod
    def of(cls, event: Event) -> Self:
        """Return the place of one event: its layer in its phase, or a node of it."""
        value = "" if event.depth == "layer" else next(iter(event.outputs))
        return cls(event.phase, LOSS if event.layer is None else event.layer, value)

    def is_at(self, event: Event) -> bool:
        """Say whether an event is one of this place."""
        here = LOSS if event.layer is None else event.layer
        if self.phase not in ("any", event.phase) or self.layer not in (ANY, here):
            return False
        return self.value in event.outputs if self.value else event.depth == "layer"

    def order(self, names: Names) -> tuple[int, int]:
        """Return what places are sorted by, the earlier ones of a pass first."""
        layer = names.layer_of.get(self.value, LOSS) if self.layer == ANY else self.layer
        phase = self._phase_in(names)
        if phase != "backward":
            return PHASES.index(phase), layer
        return PHASES.index(phase), -len(names.values) if layer == LOSS else -layer

    def _phase_in(self, names: Names) -> str:
        if self.phase != "any":
            return self.phase
        if self.value in _OF_THE_LOSS:
            return "loss"
        if self.value.startswith("d"):
            return "backward"
        return "forward" if self.value in names.values or self.value not in names.layer_of else "update"
