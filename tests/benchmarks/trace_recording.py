"""How long a trace takes: to record, to look at every value of it, and to explain one number."""

from __future__ import annotations

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import statistics
from collections.abc import Callable

import numpy as np
from measure import interleaved, report

from nn.network import Network
from nn.network.spec import NetworkSpec
from nn.optimizers import Adam
from nn.trace import Event, Update, estimate_memory, explain, record

SPEC = NetworkSpec.mlp(784, (100, 100), 10)
LIMITS = {1: "<= 5", 100: "<= 30"}


def looked_at(trace: tuple[Event, ...]) -> None:
    """Have every number computed that the trace speaks of."""
    for event in trace:
        for arrays in (event.inputs, event.outputs, event.products):
            for _ in arrays.values():
                pass


def pieces(network: Network, samples: int) -> dict[str, Callable[[], object]]:
    """Return what is measured for a batch of so many digits."""
    rng = np.random.default_rng(0)
    x, t = rng.random((samples, 784), dtype=np.float32), rng.integers(0, 10, samples)
    update = Update(Adam())
    trace = record(network, x, t, update=update)
    first = next(event for event in trace if event.outputs.keys() >= {"dW1"} and event.depth == "layer")
    return {
        "layers": lambda: record(network, x, t, depth="layer"),
        "nodes": lambda: record(network, x, t),
        "nodes and update by Adam": lambda: record(network, x, t, update=update),
        "nodes, every value looked at": lambda: looked_at(record(network, x, t)),
        "three lines of dW1[300,50]": lambda: explain(first, "dW1", (300, 50)),
        "three lines of a1[0,50]": lambda: explain(trace[2], "a1", (0, 50)),
    }


def main() -> None:
    """Print the table."""
    network = Network(SPEC, seed=1)
    for samples, limit in LIMITS.items():
        memory = estimate_memory(SPEC, samples, "node", Adam()) / 1e6
        print(f"784-100-100-10, batch of {samples}; estimated memory {memory:.1f} MB")
        for name, times in interleaved(pieces(network, samples), calls=5).items():
            report(name, statistics.median(times) / 1000, limit if name.startswith("nodes") else "", "ms")


if __name__ == "__main__":
    main()
