"""What each operation of NumPy is among the circles; one family of rules a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from nn.own_code.as_layer.steps import INPUTS, NEURONS, Found, Steps, refused
from nn.own_code.recording import Node

Rule = Callable[["Reading"], Found]
RULES: dict[str, Rule] = {}


def rule(*operations: str) -> Callable[[Rule], Rule]:
    """Enter a rule for operations."""

    def enter(function: Rule) -> Rule:
        RULES.update(dict.fromkeys(operations, function))
        return function

    return enter


class Reading:
    """One operation that is being read.

    Attributes
    ----------
    node : Node
    steps : Steps
    is_single : bool
        Whether it was recorded with one sample: its row may then be looked at by itself.
    """

    def __init__(
        self,
        node: Node,
        steps: Steps,
        found: Callable[[Node], Found],
        mask_like: Callable[[Node, Any], Found | None],
        is_single: bool,
    ) -> None:
        self.node, self.steps, self._found, self._mask_like = node, steps, found, mask_like
        self.is_single = is_single

    def operand(self, place: int) -> Found:
        """Return what the operation works on."""
        return self.found(self.node.inputs[place])

    def found(self, value: Any) -> Found:
        """Return what stands for an input: a step, or a number as one."""
        if isinstance(value, Node):
            return self._found(value)
        if isinstance(value, bool | int | float | np.generic):
            return Found(self.steps.constant(value))
        raise refused(self.node)

    def mask_like(self, key: Any) -> Found:
        """Return the mask that stands in brackets."""
        mask = self._mask_like(self.node, key)
        if mask is None:
            raise refused(self.node)
        return mask

    def argument(self, place: int, name: str, default: Any = None) -> Any:
        """Return what was given beside the operands, by its place or its name."""
        given = self.node.inputs
        return given[place] if len(given) > place else self.node.keywords.get(name, default)

    def put(self, name: str, *operands: Found) -> Found:
        """Return a circle on operands that go together."""
        picked = [each for each in operands if each.chosen is not None]
        flat = [each for each in operands if each.is_flat]
        whole = [each for each in operands if not self._is_number(each)]
        if any(each.chosen is not picked[0].chosen for each in whole if picked) or (flat and len(flat) != len(whole)):
            raise refused(self.node)
        place = self.steps.put(name, *(each.place for each in operands))
        return Found(place, self.steps.is_mask(place), picked[0].chosen if picked else None, bool(flat))

    def as_number(self, found: Found) -> Found:
        """Return a mask as 0 and 1, a number as it is."""
        return replace(self.put("as number", found), is_mask=False) if found.is_mask else found

    def as_it_is(self) -> Found:
        """Return the same numbers again; a mask that is asked for as numbers becomes 0 and 1."""
        x = self.operand(0)
        is_asked = np.asarray(self.node.value).dtype.kind != "b"
        return self.as_number(x) if x.is_mask and is_asked else x

    def mean_of(self, total: Found, count: float | None) -> Found | None:
        """Return a mean, if something is a sum by as many numbers as there were in the recording."""
        step = self.steps.of(total.place)
        if step.name != "sum" or count is None or round(count, 9) not in (INPUTS, NEURONS):
            return None
        return replace(total, place=self.steps.put("mean", *step.inputs))

    def _is_number(self, found: Found) -> bool:
        return self.steps.of(found.place).name == "constant"

    def constant_of(self, found: Found) -> float | None:
        """Return the number that an operand always is, None if it is none."""
        step = self.steps.of(found.place)
        return float(step.value) if step.name == "constant" else None
