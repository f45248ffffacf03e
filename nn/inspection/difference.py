"""Two networks with the same layers, number by number: how far one is from the other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nn.arrays import Array
from nn.inspection.columns import columns_of
from nn.network import NetworkSpec
from nn.network.naming import value_names


def are_alike(one: NetworkSpec, other: NetworkSpec) -> bool:
    """Say whether each number of a network has its partner in another: an activation may be another one."""
    return (
        one.input_shape == other.input_shape
        and columns_of(one) == columns_of(other)
        and value_names(one) == value_names(other)
        and [plan.params for plan in one.plans] == [plan.params for plan in other.plans]
    )


def subtracted(one: Mapping[str, Array], other: Mapping[str, Array]) -> dict[str, Array]:
    """Return how much larger each number of one is, by name."""
    with np.errstate(all="ignore"):  # a network that diverged gives NaN, which is shown
        return {name: array - other[name] for name, array in one.items()}


def outline_of(spec: NetworkSpec) -> str:
    """Write the shapes of the columns of a network: ``784-100-10``, ``1×28×28-8×13×13-10``."""
    return "-".join("×".join(map(str, column.shape)) for column in columns_of(spec))
