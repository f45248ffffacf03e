"""From a recording to steps: which circles made what forward returned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.as_layer import arithmetic as _arithmetic  # noqa: F401 - these enter their rules
from nn.own_code.as_layer import choosing as _choosing  # noqa: F401
from nn.own_code.as_layer import lent
from nn.own_code.as_layer import rows as _rows  # noqa: F401
from nn.own_code.as_layer.rules import RULES, Reading
from nn.own_code.as_layer.steps import Found, NoLayerError, Steps, at, refused, uniform
from nn.own_code.recording import Node, Recording
from nn.recorded import Step

_SAME_EVERYWHERE = {"zeros_like", "ones_like", "full_like", "empty_like", "zeros", "ones", "full"}


class Following:
    """Follows one recorded forward.

    Parameters
    ----------
    recording : Recording
    sources : mapping of Node to str
        The leaves that numbers come from: what goes in under ``"x"``, parameters under their names.
    is_single : bool
        Whether one sample went in.
    """

    def __init__(self, recording: Recording, sources: Mapping[Node, str], is_single: bool = False) -> None:
        self._recording, self._sources, self._is_single = recording, sources, is_single
        self._steps = Steps()
        self._found: dict[Node, Found | NoLayerError] = {}
        self._moving: set[Node] = set(sources)  # what depends on them
        self._asked: set[Node] = set()
        for node in recording.nodes:
            self._found[node] = self._tried(node)

    def program(self, output: Node) -> tuple[Step, ...]:
        """Return the steps that lead to a value.

        Raises
        ------
        NoLayerError
            If a value on the way is made by something else, or if the way itself depends on values.
        """
        found = self._of(output)
        self._check_branches(output)
        if found.is_flat or found.chosen is not None:
            raise at(output.site, Message("what is returned has not one row for each sample"))
        place = self._steps.put("as number", found.place) if found.is_mask else found.place
        return _pruned(self._steps.all(), place)

    def _tried(self, node: Node) -> Found | NoLayerError:
        if any(parent in self._moving for parent in node.parents) and node.operation not in _SAME_EVERYWHERE:
            self._moving.add(node)
        try:
            return self._read(node)
        except NoLayerError as error:
            return error

    def _read(self, node: Node) -> Found:
        name = self._sources.get(node)
        if name is not None:
            return Found(self._steps.input() if name == "x" else self._steps.parameter(name))
        if node not in self._moving:
            value = uniform(node.value)
            if value is None:
                raise at(node.site, Message("an array that does not come from x is no part of a graph"))
            return Found(self._steps.constant(value))
        reading = Reading(node, self._steps, self._of, self._mask_like, self._is_single)
        law = getattr(node, "law", None)
        if law is not None:
            return lent.by_law(reading, type(law).__name__, [reading.found(each) for each in node.inputs])
        if node.operation not in RULES:
            raise refused(node)
        return RULES[node.operation](reading)

    def _of(self, node: Node) -> Found:
        found = self._found.get(node)
        if found is None:
            raise refused(node)
        if isinstance(found, NoLayerError):
            raise found
        return found

    def _mask_like(self, user: Node, key: Any) -> Found | None:
        """Return the last mask with these truths before a node: brackets keep them, not where they come from."""
        for node in reversed(self._recording.nodes[: user.index]):
            value = node.value
            if isinstance(value, np.ndarray) and value.dtype == bool and np.array_equal(value, key):
                self._asked.add(node)
                found = self._found.get(node)
                return found if isinstance(found, Found) else None
        return None

    def _check_branches(self, output: Node) -> None:
        """Refuse a single number out of the values that nothing is computed from: it decided something."""
        used = {parent for node in self._recording.nodes for parent in node.parents} | self._asked | {output}
        for node in self._recording.nodes:
            if node in self._moving and node not in used and node.shape == ():
                reason = Message("which way the code goes depends on the values; a graph always goes the same way")
                raise at(node.site, reason)


def _pruned(steps: tuple[Step, ...], last: int) -> tuple[Step, ...]:
    """Return the steps that the last one needs, counted anew."""
    needed = {last}
    for place in range(last, -1, -1):
        if place in needed:
            needed |= set(steps[place].inputs)
    places = {old: new for new, old in enumerate(sorted(needed))}
    return tuple(steps[old]._replace(inputs=tuple(places[each] for each in steps[old].inputs)) for old in places)
