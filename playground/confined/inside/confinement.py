"""The process gives up what it could do harm with, after its imports and before it sees a learner's code."""

from __future__ import annotations

import os
import sys
import sysconfig
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from playground.confined.kernel import landlock, libc, limits, seccomp
from playground.confined.statement import Protection, protection

_OURS = ("nn", "playground", "resources")


def confine(limited: dict[str, Any], switched_off: list[str], between: Callable[[], None]) -> Protection:
    """Give up what can be given up here, and return what holds.

    Parameters
    ----------
    limited : dict
        What `Limits.for_child` gave.
    switched_off : list of str
        What is not to be used, of landlock, seccomp and limits: for tests that see each of them missing.
    between : callable
        Called when files and network are held, and threads may still be started.
    """
    sys.dont_write_bytecode = True
    if sys.platform.startswith("linux"):
        libc.die_with_parent()
    has_landlock = "landlock" not in switched_off and _files_are_held()
    between()
    holds_memory = False
    if "limits" not in switched_off:
        holds_memory, _ = limits.restrict(limited["megabytes"], limited["cpu_seconds"])
    has_seccomp = "seccomp" not in switched_off and _calls_are_held()
    return protection(has_landlock=has_landlock, has_seccomp=has_seccomp, holds_memory=holds_memory)


def _files_are_held() -> bool:
    # Landlock holds the thread that asks for it and those it starts: there must be no other yet
    if not landlock.version() or threading.active_count() > 1 or _threads() > 1:
        return False
    try:
        libc.give_up_privileges()
        landlock.restrict(_readable())
    except OSError:
        return False
    return True


def _calls_are_held() -> bool:
    if not seccomp.is_available():
        return False
    try:
        libc.give_up_privileges()
        seccomp.refuse_the_rest()
    except OSError:
        return False
    return True


def _threads() -> int:
    """Count the threads, also those of libraries."""
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - the names are not wanted
    except OSError:
        return 1


def _readable() -> list[Path]:
    """List what imports may still need: Python's own library, NumPy, and this program."""
    library = {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")}
    arrays = Path(np.__file__).parent
    ours = Path(__file__).parents[3]
    return [*library, arrays, arrays.with_name("numpy.libs"), *(ours / name for name in _OURS)]
