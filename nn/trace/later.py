"""Arrays that are computed when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import numpy as np

from nn.arrays import Array


class Later(Mapping[str, Array]):
    """Named arrays whose names are known at once.

    What they are computed from never changes, so neither do they: a trace of thousands of nodes costs no more than the
    ones that are looked at.

    Parameters
    ----------
    names : tuple of str
        In order.
    compute : callable
        Returns an array for each of the names.
    """

    def __init__(self, names: tuple[str, ...], compute: Callable[[], Mapping[str, Array]]) -> None:
        self._names = names
        self._compute = compute

    def __getitem__(self, name: str) -> Array:
        if name not in self._names:
            raise KeyError(name)
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    @cached_property
    def _arrays(self) -> Mapping[str, Array]:
        with np.errstate(all="ignore"):  # a diverged network is a reason to look, and its NaN are shown
            return {name: sealed(array) for name, array in self._compute().items()}


def sealed(array: Array) -> Array:
    """Return a view of `array` that nobody can write through, itself when it is one: what is the same, stays the same.

    The arrays of a pass are nobody else's.
    """
    view = np.asarray(array)
    if view.flags.writeable:
        view = view.view()
        view.flags.writeable = False
    return view
