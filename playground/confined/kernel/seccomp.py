"""seccomp: from now on the kernel refuses this process every system call that is not on a list. Linux 3.17."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from collections.abc import Iterable, Iterator

from playground.confined.kernel import libc, system_calls
from playground.confined.kernel.system_calls import MACHINES, Machine

_SET_FILTER, _IS_AVAILABLE = 1, 2
_ALL_THREADS = 1
_LOAD, _EQUALS, _HAS_BITS, _RETURN = 0x20, 0x15, 0x45, 0x06  # instructions of the kernel's filters
_ALLOW, _REFUSE, _END = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16  # where they stand in what a filter sees
_OLD_NUMBERS = 0x40000000  # the second set of numbers that x86-64 has

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_DUPLICATE, _FLAGS = 0, (1, 2, 3, 4)  # of fcntl; F_SETOWN and F_SETSIG would send signals
_DUPLICATE_CLOSING = 1030
_IS_TERMINAL, _CLOSE_LATER, _WAIT_NOT = 0x5401, 0x5451, 0x5421  # of ioctl

Step = tuple[int, int, int, int]
"""An instruction: what it does, how many to skip if so and if not, its number."""


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Instruction)))


def is_available() -> bool:
    """Say whether the kernel can refuse system calls, and this machine's numbers of them are known here."""
    if not sys.platform.startswith("linux") or platform.machine() not in MACHINES:
        return False
    action = ctypes.c_uint32(_REFUSE)
    try:
        libc.call(MACHINES[platform.machine()].seccomp, _IS_AVAILABLE, 0, ctypes.byref(action))
    except OSError:
        return False
    return True


def refuse_the_rest() -> None:
    """Let all threads of this process make only the calls of the list; no new thread or process begins.

    Raises
    ------
    OSError
        If the kernel cannot, or the process could still gain rights (`libc.give_up_privileges` comes before).
    KeyError
        If the numbers of this machine are not known.
    """
    machine = MACHINES[platform.machine()]
    steps = list(_filter(machine, os.getpid()))
    program = _Program(len(steps), (_Instruction * len(steps))(*(_Instruction(*step) for step in steps)))
    libc.call(machine.seccomp, _SET_FILTER, ctypes.c_uint(_ALL_THREADS), ctypes.byref(program))


def _filter(machine: Machine, pid: int) -> Iterator[Step]:
    yield from (_load(_MACHINE), (_EQUALS, 1, 0, machine.token), _ending(_END))
    yield _load(_NUMBER)
    yield from ((_HAS_BITS, 0, 1, _OLD_NUMBERS), _ending(_END))
    for numbers in system_calls.PLAIN.values():
        yield from _when(numbers[machine.column], [_ending(_ALLOW)])
    for place, numbers in enumerate(system_calls.OPEN.values(), start=1):
        yield from _when(numbers[machine.column], _without_bits(place, _WRITING))
    yield from _when(system_calls.FCNTL[machine.column], _one_of(1, (_DUPLICATE, *_FLAGS, _DUPLICATE_CLOSING)))
    yield from _when(system_calls.IOCTL[machine.column], _one_of(1, (_IS_TERMINAL, _CLOSE_LATER, _WAIT_NOT)))
    yield from _when(system_calls.TGKILL[machine.column], _one_of(0, (pid,)))
    yield from _when(system_calls.PRLIMIT[machine.column], _nothing_given(2))
    yield from _when(system_calls.CLONE3[machine.column], [_ending(_REFUSE | errno.ENOSYS)])  # then libc tries `clone`
    yield _ending(_REFUSE | errno.EPERM)


def _when(number: int | None, steps: list[Step]) -> list[Step]:
    return [] if number is None else [(_EQUALS, 0, len(steps), number), *steps]


def _without_bits(place: int, bits: int) -> list[Step]:
    return [_argument(place), (_HAS_BITS, 0, 1, bits), _ending(_REFUSE | errno.EPERM), _ending(_ALLOW)]


def _one_of(place: int, values: Iterable[int]) -> list[Step]:
    tests = [step for value in values for step in ((_EQUALS, 0, 1, value), _ending(_ALLOW))]
    return [_argument(place), *tests, _ending(_REFUSE | errno.EPERM)]


def _nothing_given(place: int) -> list[Step]:
    """Allow where an argument, an address of 64 bits, is null."""
    low, high = _argument(place), _load(_ARGUMENTS + 8 * place + 4)
    return [low, (_EQUALS, 0, 3, 0), high, (_EQUALS, 0, 1, 0), _ending(_ALLOW), _ending(_REFUSE | errno.EPERM)]


def _argument(place: int) -> Step:
    return _load(_ARGUMENTS + 8 * place)


def _load(offset: int) -> Step:
    return _LOAD, 0, 0, offset


def _ending(action: int) -> Step:
    return _RETURN, 0, 0, action
