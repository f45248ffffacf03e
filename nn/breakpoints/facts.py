"""The numbers of one moment, as conditions ask for them: each statistic is computed once, however many ask."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from nn.naming import param_names, value_names

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network import Network
    from nn.spec import NetworkSpec
    from nn.trace import Event
    from nn.training import Pending

STATISTICS = ("max", "min", "mean", "std", "|max|", "norm")


class Facts:
    """What is known at one moment: after one event of a trace, or before an update of real training.

    Parameters
    ----------
    spec : NetworkSpec
        The network's layers, by which conditions find theirs.
    arrays : mapping of str to ndarray
        Values by the book's names; only those that this moment brought.
    losses : sequence of float
        The losses of the last iterations, this one's last; empty within a pass.
    earlier : mapping of (str, tuple) to float
        Numbers as they were an iteration before.
    event : Event or None
        The event this is the moment of; None before an update.

    Attributes
    ----------
    asked : dict of (str, tuple) to float
        The single numbers that conditions looked at; the next iteration's `earlier`.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        arrays: Mapping[str, Array],
        *,
        losses: Sequence[float] = (),
        earlier: Mapping[tuple[str, tuple[int, ...]], float] | None = None,
        event: Event | None = None,
    ) -> None:
        self.spec = spec
        self.arrays = arrays
        self.losses = losses
        self.earlier = earlier or {}
        self.event = event
        self.asked: dict[tuple[str, tuple[int, ...]], float] = {}
        self._known: dict[tuple[str, str], float] = {}

    @cached_property
    def layer_of(self) -> Mapping[str, int]:
        """The layer that makes each value or owns each parameter."""
        owners = {name: i for i, name in enumerate(value_names(self.spec)[1:])}
        for i, names in enumerate(param_names(self.spec)):
            owners.update(dict.fromkeys(names.values(), i))
        return {**owners, **{f"d{name}": i for name, i in owners.items()}}

    def statistic(self, name: str, which: str) -> float:
        """Return one of `STATISTICS` of a value, NaN if it is empty or holds a NaN."""
        key = (name, which)
        if key not in self._known:
            self._known[key] = self._computed(name, which)
        return self._known[key]

    def is_finite(self, name: str) -> bool:
        """Say whether every number of a value is finite."""
        # the largest and the smallest tell: both are NaN if one of the numbers is
        return math.isfinite(self.statistic(name, "max")) and math.isfinite(self.statistic(name, "min"))

    def number(self, name: str, index: tuple[int, ...]) -> float | None:
        """Return one number of a value, None if it is not known now or has no such place."""
        array = self.arrays.get(name)
        if array is None or len(index) != array.ndim or not all(map(operator.lt, index, array.shape)):
            return None
        value = float(array[index])
        self.asked[name, index] = value
        return value

    def _computed(self, name: str, which: str) -> float:
        array = self.arrays[name]
        if not array.size:
            return math.nan
        with np.errstate(all="ignore"):
            if which == "|max|":
                return max(abs(self.statistic(name, "max")), abs(self.statistic(name, "min")))
            if which == "norm":
                flat = array.reshape(-1)
                return math.sqrt(max(float(flat.dot(flat)), 0.0)) if np.isfinite(flat.dot(flat)) else math.nan
            return float(getattr(array, which)())


def facts_of_event(spec: NetworkSpec, event: Event) -> Facts:
    """Return what one event of a trace brought."""
    arrays = dict(event.outputs)
    if event.phase == "loss" and "t" in event.values:  # what is right stands beside what was said
        arrays["t"] = event.values["t"]
    return Facts(spec, arrays, event=event)


def facts_of_pass(
    network: Network,
    pending: Pending,
    losses: Sequence[float],
    earlier: Mapping[tuple[str, tuple[int, ...]], float],
) -> Facts:
    """Return everything that one pass of real training brought, before its update."""
    workspace, names = pending.workspace, value_names(network.spec)
    arrays: dict[str, Array] = dict(zip(names, workspace.values, strict=True))
    arrays[f"d{names[-1]}"] = workspace.dscores
    if network.loss_layer.y is not None:
        arrays["y"] = network.loss_layer.y
    if workspace.targets is not None:
        arrays["t"] = workspace.targets
    arrays.update(network.params)
    arrays.update({f"d{name}": grad for name, grad in network.grads.items()})
    return Facts(network.spec, arrays, losses=losses, earlier=earlier)
