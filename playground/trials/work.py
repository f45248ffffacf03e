"""What a worker does: one trial of a search, on whatever machine it is."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import threadpoolctl

from nn.datasets.base import Dataset
from nn.runs.trial import Base, Result, Trial, run_trial


@dataclass(frozen=True, eq=False)
class Problem:
    """What all trials of a search share; it travels to each worker once.

    Attributes
    ----------
    base : dict
        The network and its training, of which each trial changes some settings, as `Base.to_json` gives them.
    data : Dataset
        What is learned; the samples held back stand in the place of the test data.
    """

    base: Mapping[str, Any]
    data: Dataset


def attempt(problem: Problem, trial: Trial, is_cancelled: Callable[[], bool] = lambda: False) -> Result:
    """Return what came of a trial, with as many BLAS threads as its training says."""
    base = Base.from_json(problem.base)
    with threadpoolctl.threadpool_limits(base.config.threads, "blas"):  # other numbers give other bits
        return run_trial(base, trial, problem.data, machine=machine(), is_cancelled=is_cancelled)


def machine() -> str:
    """Return what decides over bits: versions, processor, kernel and threads of the BLAS in use."""
    blas = [each for each in threadpoolctl.threadpool_info() if each["user_api"] == "blas"]
    kernels = ", ".join(f"{each.get('architecture', '?')} x{each['num_threads']}" for each in blas) or "no BLAS known"
    return f"NumPy {np.__version__}, {platform.machine()}, {kernels}"
