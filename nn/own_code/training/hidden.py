"""What a class keeps beside its parameters, and a document could not bring back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

_DEEPEST = 3


def kept_by_optimizer(optimizer: object) -> list[str]:
    """Return the names of what an optimizer remembers of the updates before: arrays, or numbers by the parameter."""
    return sorted(name for name, value in _own(optimizer).items() if _has_arrays(value))


def answers_otherwise(network: Any, fresh: Any, x: np.ndarray) -> bool:
    """Return whether a fresh network with the same parameters answers otherwise: then it keeps something else, too.

    Parameters
    ----------
    network, fresh
        Two of one class; the parameters of the second are overwritten.
    x : ndarray
        Samples to answer.
    """
    for name, value in network.params.items():
        fresh.params[name][...] = value
    mine, again, other = (np.asarray(each.predict(x.copy()), float) for each in (network, network, fresh))
    if not np.array_equal(mine, again, equal_nan=True):
        return False  # by chance: there is nothing to keep
    return mine.shape != other.shape or not np.allclose(mine, other, rtol=1e-6, atol=1e-9, equal_nan=True)


def _own(thing: object) -> Mapping[str, Any]:
    return getattr(thing, "__dict__", {})


def _has_arrays(value: object, depth: int = 0) -> bool:
    if isinstance(value, np.ndarray):
        return value.size > 0
    if depth >= _DEEPEST:
        return False
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return any(_has_arrays(part, depth + 1) for part in parts)
