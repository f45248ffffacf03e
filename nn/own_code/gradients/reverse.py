"""Reverse mode over a recording: the chain rule, from a value back to all that it was computed from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from nn.own_code.gradients import arithmetic, constant, library, moving, products, reductions, writing
from nn.own_code.gradients.measured import measured
from nn.own_code.gradients.rules import RULES, NoRule, Step, value_of
from nn.own_code.recording import LayerNode, Node, Recording

FAMILIES = (arithmetic, constant, library, moving, products, reductions, writing)
"""Where the rules are; each registers its own."""


class Contribution(NamedTuple):
    """What flows back to a value from one of its uses."""

    use: Node
    gradient: Any


class Gradients(Mapping[Node, Any]):
    """The derivative of one value by every value that it was computed from, by its node.

    Attributes
    ----------
    output : Node
    missing : tuple of Node
        Operations whose derivative is not known: what lies before them may be incomplete.
    """

    def __init__(
        self,
        output: Node,
        totals: Mapping[Node, Any],
        contributions: Mapping[Node, list[Contribution]],
        missing: tuple[Node, ...],
    ) -> None:
        self.output = output
        self.missing = missing
        self._totals = totals
        self._contributions = contributions

    def __getitem__(self, node: Node) -> Any:
        return self._totals[node]

    def __iter__(self) -> Iterator[Node]:
        return iter(self._totals)

    def __len__(self) -> int:
        return len(self._totals)

    def contributions(self, node: Node) -> tuple[Contribution, ...]:
        """Return what flows back from each use of a value; their sum is its gradient."""
        return tuple(self._contributions.get(node, ()))


def gradients(recording: Recording, output: Node, seed: Any = None, *, strict: bool = False) -> Gradients:
    """Return the gradient of a value by all that it was computed from.

    Parameters
    ----------
    recording : Recording
    output : Node
        What is differentiated.
    seed : array_like, optional
        Gradient by the output itself; 1 everywhere if it is left out.
    strict : bool
        Whether an operation without a rule is an error; otherwise nothing flows through it, and `missing` has it.

    Raises
    ------
    NoRule
        If strict.
    """
    first = np.ones(output.shape) if seed is None else np.broadcast_to(np.asarray(seed, float), output.shape)
    totals: dict[Node, Any] = {output: first}
    uses: dict[Node, list[Contribution]] = defaultdict(list)
    missing = []
    with np.errstate(all="ignore"):
        for node in (output, *reversed(recording.nodes[: output.index])):
            if node not in totals or not node.inputs:
                continue
            try:
                flowing = _flow(node, totals[node])
            except NoRule:
                if strict:
                    raise
                missing.append(node)
                continue
            for source, gradient in flowing:
                uses[source].append(Contribution(node, gradient))
                totals[source] = totals[source] + gradient if source in totals else gradient
    return Gradients(output, totals, uses, tuple(missing))


def _flow(node: Node, dout: Any) -> list[tuple[Node, Any]]:
    rule = library.through_layer if isinstance(node, LayerNode) else RULES.get(node.operation, measured)
    step = Step(node, tuple(value_of(given) for given in node.inputs))
    before = node.keywords.get("before")
    if before is None:
        return list(rule(step, dout))
    chosen = step.keyword("where")  # elsewhere the array kept what it had
    return [(before, np.where(chosen, 0, dout)), *rule(step, np.where(chosen, dout, 0))]
