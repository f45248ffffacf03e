"""Reverse mode over a recording: the chain rule, from a value back to all that it was computed from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from nn.own_code.gradients import arithmetic, library, moving, products, reductions, writing
from nn.own_code.gradients import constant as constants
from nn.own_code.gradients.measured import measured
from nn.own_code.gradients.rules import RULES, NoRule, Step, value_of
from nn.own_code.recording import LayerNode, Node, Recording

FAMILIES = (arithmetic, constants, library, moving, products, reductions, writing)
"""Where the rules are; each registers its own."""


_MOST_BYTES = 256 * 1024 * 1024
"""Beyond that only gradients by values with a name are kept, but not those of single writes into an array."""


class Contribution(NamedTuple):
    """What flows back to a value from one of its uses."""

    use: Node
    gradient: Any


class Gradients(Mapping[Node, Any]):
    """The derivative of one value by every value that it was computed from, by its node.

    Of very many large ones those by values without a name are left out.

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


def gradients(
    recording: Recording, output: Node, seed: Any = None, *, strict: bool = False, constant: Collection[Node] = ()
) -> Gradients:
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

    constant : collection of Node
        Values through which nothing flows back, as if they were given.

    Raises
    ------
    NoRule
        If strict.
    """
    first = np.ones(output.shape) if seed is None else np.broadcast_to(np.asarray(seed, float), output.shape)
    walk = _Walk({output: first})
    missing = []
    with np.errstate(all="ignore"):
        for node in (output, *reversed(recording.nodes[: output.index])):
            if node not in walk.totals or not node.inputs or node in constant:
                continue
            try:
                walk.take(node, _flow(node, walk.totals[node]))
            except NoRule:
                if strict:
                    raise
                missing.append(node)
    return Gradients(output, walk.totals, walk.uses, tuple(missing))


class _Walk:
    """What has flowed back so far."""

    def __init__(self, totals: dict[Node, Any]) -> None:
        self.totals = totals
        self.uses: dict[Node, list[Contribution]] = defaultdict(list)
        self._bytes = 0

    def take(self, node: Node, flowing: Iterable[tuple[Node, Any]]) -> None:
        """Add what flows back from an operation to the values that it used."""
        totals = self.totals
        for source, gradient in flowing:
            self._bytes += getattr(gradient, "nbytes", 0)
            self.uses[source].append(Contribution(node, gradient))
            totals[source] = totals[source] + gradient if source in totals else gradient
        if self._bytes > _MOST_BYTES and (not node.name or node.operation in ("setitem", "scatter")):
            # a loop over the elements of a large array: each write has a gradient as large as the array
            self._bytes -= getattr(totals.pop(node), "nbytes", 0)
            self.uses.pop(node, None)


def _flow(node: Node, dout: Any) -> list[tuple[Node, Any]]:
    rule = library.through_layer if isinstance(node, LayerNode) else RULES.get(node.operation, measured)
    step = Step(node, tuple(value_of(given) for given in node.inputs))
    before = node.keywords.get("before")
    if before is None:
        return list(rule(step, dout))
    chosen = step.keyword("where")  # elsewhere the array kept what it had
    return [(before, np.where(chosen, 0, dout)), *rule(step, np.where(chosen, dout, 0))]
