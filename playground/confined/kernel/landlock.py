"""Landlock: from now on this process can read some folders, write nowhere, and reach no network. Linux 5.13."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from playground.confined.kernel import libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every machine
_ASK_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights concerning files the kernel knows, by the version that brought them."""
_BIND_AND_CONNECT = 0b11  # TCP, version 4
_SOCKETS_AND_SIGNALS = 0b11  # abstract sockets and signals to those outside, version 6


class _Ruleset(ctypes.Structure):
    """What is forbidden unless a rule allows it."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    """A rule: what is allowed below a folder."""

    _pack_ = 1
    _layout_ = "ms"  # Python 3.14 wants to be told what `_pack_` means
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version() -> int:
    """Return which version of Landlock the kernel has, 0 for none."""
    if not sys.platform.startswith("linux"):
        return 0
    try:
        return libc.call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    except OSError:
        return 0


def restrict(readable: Iterable[Path]) -> None:
    """Let this thread, and all it starts, read below `readable` and touch no other file, folder or address.

    Raises
    ------
    OSError
        If the kernel has no Landlock.
    """
    ruleset = _made(version())
    try:
        for folder in readable:
            _allow_reading(ruleset, folder)
        libc.call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)


def _made(known: int) -> int:
    rights = max((count for since, count in _FILE_RIGHTS.items() if since <= known), default=13)
    rules = _Ruleset(
        files=(1 << rights) - 1,
        network=_BIND_AND_CONNECT if known >= 4 else 0,
        scoped=_SOCKETS_AND_SIGNALS if known >= 6 else 0,
    )
    size = 24 if known >= 6 else 16 if known >= 4 else 8  # an older kernel refuses a longer structure
    return libc.call(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))


def _allow_reading(ruleset: int, path: Path) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        allowed = _READ_FILE | _READ_FOLDER if path.is_dir() else _READ_FILE
        rule = _Beneath(allowed=allowed, folder=opened)
        libc.call(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(_PATH_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(opened)
