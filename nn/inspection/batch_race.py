"""How long a batch takes on its way through a network, all samples at once and one after the other."""

from __future__ import annotations

from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from nn.network import Network


class Lap(NamedTuple):
    """Seconds of the same samples, all at once and one by one."""

    at_once: float
    one_by_one: float


def lap(network: Network, x: Array) -> Lap:
    """Send samples through a network in both ways, and measure."""
    begin = perf_counter()
    network.predict(x)
    middle = perf_counter()
    for row in x:
        network.predict(row)
    return Lap(middle - begin, perf_counter() - middle)


def typical(laps: Sequence[Lap]) -> Lap:
    """Return the medians: a lap in which the computer was busy with something else counts for no more than any."""
    return Lap(median(each.at_once for each in laps), median(each.one_by_one for each in laps))
