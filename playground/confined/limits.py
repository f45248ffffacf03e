"""How much a task may use."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a task may use before it is ended.

    Attributes
    ----------
    cpu_seconds : float or None
        Processor time.
    seconds : float or None
        Time by the clock, from the request on.
    quiet_seconds : float or None
        Time without a word from it while something was asked.
    start_seconds : float
        Time until it is ready.
    megabytes : int
        Memory beside what Python and NumPy take.
    printed : int
        Characters of what it prints that are kept between two reports.
    nice : int
        How much it stands back behind other programs, 0 to 19.
    """

    cpu_seconds: float | None = 10.0
    seconds: float | None = 30.0
    quiet_seconds: float | None = None
    start_seconds: float = 60.0
    megabytes: int = 1024
    printed: int = 64_000
    nice: int = 10

    def for_child(self) -> dict[str, Any]:
        """Return them as plain data."""
        return asdict(self)


TRAINING = Limits(cpu_seconds=None, seconds=None, megabytes=2048, printed=8_000, nice=0)
"""Of a process that a person watches and stops."""
