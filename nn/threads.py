"""How many threads matrix products take: a number of the run, set by whoever owns the process.

Used alone, the library leaves NumPy's as it is: what the environment says before NumPy is imported.
"""

from __future__ import annotations

from collections.abc import Callable

_setter: Callable[[int], None] | None = None


def set_by(setter: Callable[[int], None]) -> None:
    """Have the number set by a function of the process's owner."""
    global _setter
    _setter = setter


def use(threads: int) -> None:
    """Let matrix products take so many threads from here on, if somebody can set that."""
    if _setter is not None:
        _setter(threads)
