"""The named values of a pass: which are known at a place of it, which belong together, which number to look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nn.network.naming import param_names
from nn.network.spec import NetworkSpec
from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from nn.optimizers import Optimizer
    from nn.trace import Event  # which nobody waits for who only looks at a network

VALUES, PARAMETERS, GRADIENTS, MEMORY, INNER = "values", "parameters", "gradients", "memory", "inner"
"""The groups, in the order in which they are shown."""


def grouped_names(trace: tuple[Event, ...], spec: NetworkSpec) -> dict[str, tuple[str, ...]]:
    """Return the names of all values of a pass by their group, each in the order in which they come to be."""
    params = {name for names in param_names(spec) for name in names.values()}
    slots = {f"{slot}_" for optimizer in OPTIMIZERS.values() for slot in memory_names(optimizer)}
    updates = [event for event in trace if event.phase == "update" and event.depth == "layer"]
    told = {name for event in updates for name in event.outputs}  # the memory is known by the optimizer's names, too
    groups: dict[str, list[str]] = {VALUES: [], PARAMETERS: [], GRADIENTS: [], MEMORY: [], INNER: []}
    for name in trace[-1].values if trace else ():
        group = _group_of(name, params, slots)
        if group != MEMORY or name in told:
            groups[group].append(name)
    return {key: tuple(names) for key, names in groups.items()}


def memory_names(optimizer: type[Optimizer]) -> tuple[str, ...]:
    """Return what the optimizer's memory is called: by itself, then where the book calls it otherwise."""
    return tuple(dict.fromkeys((*optimizer.slots, *(name for name, _ in optimizer().book_slots().values()))))


def known_values(trace: tuple[Event, ...], cursor: int) -> Mapping[str, NDArray[Any]]:
    """Return what is known when `cursor` events have happened: at the start what the first one is given."""
    if cursor:
        return trace[cursor - 1].values
    first = trace[0] if trace else None
    return {} if first is None else {n: a for n, a in first.values.items() if n not in first.outputs}


def first_interesting(array: NDArray[Any]) -> tuple[int, ...]:
    """Return the place of the first number that is not finite, else of the one farthest from 0."""
    if not array.ndim or not array.size:
        return ()
    finite = np.isfinite(array)
    flat = int(np.argmin(finite)) if not finite.all() else int(np.argmax(np.abs(array)))
    return tuple(map(int, np.unravel_index(flat, array.shape)))


def _group_of(name: str, params: set[str], slots: set[str]) -> str:
    if "." in name:  # inside of a layer, as a1.1
        return INNER
    if name in params:
        return PARAMETERS
    if any(name.startswith(slot) and name.removeprefix(slot) in params for slot in slots):
        return MEMORY
    return GRADIENTS if name.startswith("d") else VALUES
