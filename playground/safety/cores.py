"""How many threads the matrix library of NumPy uses: what the run says, for the whole process, never a guess.

Other numbers of threads add in another order and give other bits, so whoever trains says its number first.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from nn import threads as of_the_library

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

_now = 1  # what the process begins with: it is set before NumPy is imported


def govern() -> None:
    """Let every training of this process take the threads that its configuration says, and each way say its kernel."""
    from nn.replay.surroundings import kernel_by  # brings NumPy: not before the first paint

    of_the_library.set_by(use)
    kernel_by(kernel)


def use(threads: int) -> None:
    """Let matrix products use so many threads from here on; nothing happens where that cannot be set."""
    global _now
    if threads != _now and is_settable():
        _controller().limit(limits=threads, user_api="blas")
        _now = threads


def in_use() -> int:
    """Return how many threads matrix products use now."""
    return _now


def is_settable() -> bool:
    """Say whether the number can be set in this process: not every matrix library lets it be."""
    return bool(_controller().select(user_api="blas").lib_controllers)


def kernel() -> str:
    """Return for which processor the matrix products are written that are used; empty where the library is silent."""
    return next((each.get("architecture", "") for each in _controller().select(user_api="blas").info()), "")


def here() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache  # it looks through all libraries of the process
def _controller() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController  # most processes never use another number than they begin with

    return ThreadpoolController()
