"""How much a process may use: memory, processor time, files, stack."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

MEGABYTE = 2**20
_STACK = 64 * MEGABYTE
_OPEN_FILES = 64


def restrict(megabytes: int, cpu_seconds: float | None) -> tuple[bool, bool]:
    """Limit this process for good; say whether memory and processor time are held.

    Parameters
    ----------
    megabytes : int
        Memory it may take beside what it has.
    cpu_seconds : float, optional
        Processor time it may use from now on.
    """
    try:
        import resource  # only where there is POSIX
    except ImportError:
        return False, False
    for kind, most in (
        (resource.RLIMIT_STACK, _STACK),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),  # of processes and threads to come, not of those that are there
    ):
        _lower(resource, kind, most, most)
    most = _memory_now() + megabytes * MEGABYTE
    holds_memory = _lower(resource, resource.RLIMIT_AS, most, most)
    if cpu_seconds is None:
        return holds_memory, False
    used = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) + cpu_seconds) + 1
    return holds_memory, _lower(resource, resource.RLIMIT_CPU, used, used + 1)  # the second ends who ignores the first


def _lower(resource: ModuleType, kind: int, soft: int, hard: int) -> bool:
    """Set a limit, or keep the one there is where that is lower; say whether the system took it."""
    already = resource.getrlimit(kind)[1]
    if already != resource.RLIM_INFINITY:
        soft, hard = min(soft, already), min(hard, already)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):  # macOS, of memory
        return False
    return True


def _memory_now() -> int:
    """Return the bytes of this process's address space, as far as the system tells."""
    import resource

    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 256 * MEGABYTE
    return pages * resource.getpagesize()
