"""Which named values of a pass belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.network.naming import param_names
from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from nn.network.spec import NetworkSpec
    from nn.trace import Event

VALUES, PARAMETERS, GRADIENTS, MEMORY, INNER = "values", "parameters", "gradients", "memory", "inner"
"""The groups, in the order in which they are shown."""


def grouped_names(trace: tuple[Event, ...], spec: NetworkSpec) -> dict[str, tuple[str, ...]]:
    """Return the names of all values of a pass by their group, each in the order in which they come to be."""
    params = {name for names in param_names(spec) for name in names.values()}
    slots = {f"{slot}_" for optimizer in OPTIMIZERS.values() for slot in optimizer.slots}
    groups: dict[str, list[str]] = {VALUES: [], PARAMETERS: [], GRADIENTS: [], MEMORY: [], INNER: []}
    for name in trace[-1].values if trace else ():
        groups[_group_of(name, params, slots)].append(name)
    return {key: tuple(names) for key, names in groups.items()}


def _group_of(name: str, params: set[str], slots: set[str]) -> str:
    if "." in name:  # inside of a layer, as a1.1
        return INNER
    if name in params:
        return PARAMETERS
    if any(name.startswith(slot) and name.removeprefix(slot) in params for slot in slots):
        return MEMORY
    return GRADIENTS if name.startswith("d") else VALUES
