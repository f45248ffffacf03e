"""The numbers of one moment, as conditions ask for them: each statistic is computed once, however many ask."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from nn.network.naming import param_names, value_names

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network import Network
    from nn.network.spec import NetworkSpec
    from nn.trace import Event
    from nn.training import Pending

STATISTICS = ("max", "min", "mean", "std", "|max|", "norm")


class Names:
    """The names in a network, found once for the facts of many moments.

    Attributes
    ----------
    values : tuple of str
        What goes into the first layer and comes out of every layer.
    layer_of : dict of str to int
        The layer that makes each value or owns each parameter, and the same for their gradients.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        self.values = value_names(spec)
        layers = {name: i for i, name in enumerate(self.values[1:])}
        for i, names in enumerate(param_names(spec)):
            layers.update(dict.fromkeys(names.values(), i))
        self.layer_of = {**layers, **{f"d{name}": i for name, i in layers.items()}}


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
    names : Names, optional
        The network's names, for who makes many facts of one network.

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
        names: Names | None = None,
    ) -> None:
        self.spec = spec
        self.arrays = arrays
        self.losses = losses
        self.earlier = earlier or {}
        self.event = event
        self.asked: dict[tuple[str, tuple[int, ...]], float] = {}
        names = names or Names(spec)
        self.layer_of = names.layer_of
        self._inputs = names.values
        self._known: dict[tuple[str, str], float] = {}

    def statistic(self, name: str, which: str) -> float:
        """Return one of `STATISTICS` of a value, NaN if it is empty or holds a NaN."""
        key = (name, which)
        if key not in self._known:
            self._known[key] = self._computed(name, which)
        return self._known[key]

    def is_finite(self, name: str) -> bool:
        """Say whether every number of a value is finite."""
        # the sum of squares is the quickest to compute; it may overflow where every number is finite
        return math.isfinite(self._squares(name)) or bool(np.isfinite(self.arrays[name]).all())

    def _squares(self, name: str) -> float:
        key = (name, "squares")
        if key not in self._known:
            flat = self.arrays[name].reshape(-1)
            self._known[key] = float(flat.dot(flat))
        return self._known[key]

    def number(self, name: str, index: tuple[int, ...]) -> float | None:
        """Return one number of a value, None if it is not known now or has no such place."""
        array = self.arrays.get(name)
        if array is None or len(index) != array.ndim or not all(map(operator.lt, index, array.shape)):
            return None
        value = float(array[index])
        self.asked[name, index] = value
        return value

    def made_last(self, names: Iterable[str]) -> str:
        """Return which of some values a pass makes last: a gradient, else what stands farthest on the way forward."""

        def order(name: str) -> tuple[int, int]:
            layer = self.layer_of.get(name, len(self.spec.layers))
            if name.startswith("d") and name in self.layer_of:
                return 2, -layer
            return int(name in self._inputs or name not in self.layer_of), layer

        return max(sorted(names), key=order)

    def input_of(self, name: str) -> Array | None:
        """Return what goes into the layer that makes a value or owns a parameter, None if that is not known now."""
        layer = self.layer_of.get(name)
        if layer is None:
            return None
        source = self._inputs[layer]
        return self.arrays.get(source) if self.event is None else self.event.values.get(source)

    def _computed(self, name: str, which: str) -> float:
        array = self.arrays[name]
        if not array.size:
            return math.nan
        with np.errstate(all="ignore"):
            if which == "|max|":
                return max(abs(self.statistic(name, "max")), abs(self.statistic(name, "min")))
            if which == "norm":
                squares = self._squares(name)
                return math.sqrt(squares) if math.isfinite(squares) else float(np.linalg.norm(array.astype(np.float64)))
            return float(getattr(array, which)())


def facts_of_event(spec: NetworkSpec, event: Event, names: Names | None = None) -> Facts:
    """Return what one event of a trace brought."""
    arrays = dict(event.outputs)
    if event.phase == "loss" and "t" in event.values:  # what is right stands beside what was said
        arrays["t"] = event.values["t"]
    return Facts(spec, arrays, event=event, names=names)


def facts_of_pass(
    network: Network,
    pending: Pending,
    losses: Sequence[float],
    earlier: Mapping[tuple[str, tuple[int, ...]], float],
    names: Names,
) -> Facts:
    """Return everything that one pass of real training brought, before its update."""
    workspace = pending.workspace
    arrays: dict[str, Array] = dict(zip(names.values, workspace.values, strict=True))
    arrays[f"d{names.values[-1]}"] = workspace.dscores
    if network.loss_layer.y is not None:
        arrays["y"] = network.loss_layer.y
    if workspace.targets is not None:
        arrays["t"] = workspace.targets
    arrays.update(network.params)
    arrays["L"] = np.asarray(pending.loss)
    arrays.update({f"d{name}": grad for name, grad in network.grads.items()})
    return Facts(network.spec, arrays, losses=losses, earlier=earlier, names=names)
