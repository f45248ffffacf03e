"""What breakpoints cost: training with every kind switched on, against training without, in turns.

    python tests/benchmarks/breakpoint_cost.py [rounds]

Prints medians of interleaved rounds. The limit is 70 % of the throughput with all of them; with none the loop is the
same.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import statistics
import sys
import time

from nn import Network, NetworkSpec, TrainingConfig, train
from nn.breakpoints import CONDITIONS, Breakpoint, Inspector
from nn.datasets import DATASETS
from nn.training import Iteration, Pending

LIMIT = 0.70
ITERATIONS = 150
NETWORKS = {
    "784-100-100-10 ReLU": NetworkSpec.mlp(784, (100, 100), 10),
    "784-100-100-10 sigmoid": NetworkSpec.mlp(784, (100, 100), 10, activation="Sigmoid", initializer="Xavier"),
    "784-512-256-10 ReLU": NetworkSpec.mlp(784, (512, 256), 10),
}
# none of them stops: what is measured is looking, not stopping
NEVER = {
    "threshold": {"number": 1e30},
    "dead": {"share": 1.0},
    "saturated": {"share": 1.0},
    "gradient_norm": {"below": 0.0, "above": 1e30},
    "loss_jump": {"factor": 1e9},
    "loss_stuck": {"tolerance": 0.0},
    "misclassified": {"label": 99},
    "crossing": {"number": 1e30},
}


def seconds(spec, data, breakpoints):
    """Return the seconds of a stretch of training, after ten iterations to warm up."""
    config = TrainingConfig(batch_size=100)
    network, optimizer = Network(spec, 0), config.build_optimizer()
    inspector = Inspector(network, breakpoints)
    for item in train(network, optimizer, data, config, 0, ITERATIONS + 10, pending=bool(breakpoints)):
        if isinstance(item, Pending) and inspector.look(item) is not None:
            raise SystemExit("a breakpoint stopped that should only look")
        if isinstance(item, Iteration) and item.iteration == 10:
            started = time.perf_counter()
    return time.perf_counter() - started


def main() -> int:
    """Measure and print; return 1 if a limit is missed."""
    missed = 0
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    data = DATASETS["mnist"]()
    every = [Breakpoint.when(kind, **NEVER.get(kind, {})) for kind in CONDITIONS if kind != "place"]
    for name, spec in NETWORKS.items():
        pairs = [(seconds(spec, data, []), seconds(spec, data, every)) for _ in range(rounds)]
        ratio = statistics.median(without / with_ for without, with_ in pairs)
        cost = statistics.median(with_ - without for without, with_ in pairs) / ITERATIONS * 1e6
        looked = f"{len(every)} breakpoints ({cost:.0f} us an iteration)"
        print(f"{name}: {ratio:.0%} of the throughput with {looked}, limit {LIMIT:.0%}")
        missed |= ratio < LIMIT
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
