"""Calls of the C library and of the kernel that Python has no names for."""

from __future__ import annotations

import ctypes
import os
import signal
from functools import cache
from typing import Any

_SET_PARENT_DEATH_SIGNAL = 1
_SET_NO_NEW_PRIVILEGES = 38
_CAPABILITIES_VERSION = 0x20080522


def call(number: int, *arguments: Any) -> int:
    """Make a system call by its number and return what it returns.

    Raises
    ------
    OSError
        If the kernel refuses.
    """
    return _checked(_libc().syscall(ctypes.c_long(number), *arguments))


def give_up_privileges() -> None:
    """Let this process and all it starts never gain a right again, and drop those of the administrator."""
    _checked(_libc().prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
    if os.geteuid() == 0:  # otherwise it has none
        header = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION, 0)
        _checked(_libc().capset(header, (ctypes.c_uint32 * 6)()))


def die_with_parent() -> None:
    """Let this process be killed when the thread that started it ends, as it does with its whole process."""
    _checked(_libc().prctl(_SET_PARENT_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0))


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
