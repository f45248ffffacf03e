"""Fair comparison of pieces of code on a noisy machine: taken in turns, in CPU time, as medians and ratios."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence

ROUNDS = 15


def interleaved(
    pieces: Mapping[str, Callable[[], object]],
    calls: int,
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.thread_time,
) -> dict[str, list[float]]:
    """Return for each piece the microseconds of a call, one number a round, all pieces taking turns.

    The clock counts the CPU time of this thread alone; work on several threads needs `time.perf_counter`.
    """
    for piece in pieces.values():
        piece()
    times: dict[str, list[float]] = {name: [] for name in pieces}
    for _ in range(rounds):
        for name, piece in pieces.items():
            start = clock()
            for _ in range(calls):
                piece()
            times[name].append((clock() - start) / calls * 1e6)
    return times


def ratio(times: Mapping[str, Sequence[float]], piece: str, yardstick: str) -> float:
    """Return the median over the rounds of `piece` over `yardstick`: each pair ran side by side."""
    return statistics.median(a / b for a, b in zip(times[piece], times[yardstick], strict=True))


def report(what: str, value: float, limit: str, unit: str = "x", note: str = "") -> None:
    """Print one line of a benchmark's table."""
    print(f"  {what:<58} {value:9.2f} {unit:<4} target {limit:<10} {note}")
