"""Trials an hour with one process and with two: the same trials, after the processes have begun.

``python tests/benchmarks/trials.py [TRIALS]``
"""

from __future__ import annotations

import os
import sys
import time

from nn.datasets import DATASETS
from nn.network import NetworkSpec
from nn.runs.held_out import held_out
from nn.runs.ranges import parsed
from nn.runs.search import Every
from nn.runs.trial import Base
from nn.training import TrainingConfig
from playground.trials.processes import Processes
from playground.trials.running import SearchRun
from playground.trials.work import Problem

EPOCHS = 1
_TRIALS = 24


def seconds(problem: Problem, jobs: int, trials: int) -> float:
    """Return how long trials take, from the first result of each process on: until then they are starting."""
    rates = parsed("lr=1e-3..1e-1:log").points(trials + jobs)
    run = SearchRun(Every([{"lr": rate} for rate in rates], EPOCHS, (0,)), Processes(problem, jobs), {})
    ends = [time.perf_counter() for _result in run.results()]
    return (ends[-1] - ends[jobs - 1]) / (len(ends) - jobs)


def main() -> None:
    """Measure and tell."""
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else _TRIALS
    base = Base(NetworkSpec.mlp(784, (50,), 10), TrainingConfig(epochs=EPOCHS))
    problem = Problem(base.to_json(), held_out(DATASETS["mnist"]()))
    each = {jobs: seconds(problem, jobs, trials) for jobs in (1, 2)}
    for jobs, took in each.items():
        print(f"{jobs} process{'es' if jobs > 1 else ''}: {3600 / took:,.0f} trials an hour ({took:.2f} s each)")
    print(f"two reach {each[1] / each[2]:.2f} times the trials of one (load {os.getloadavg()[0]:.1f})")


if __name__ == "__main__":
    main()
