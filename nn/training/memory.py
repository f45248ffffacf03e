"""The memory of a run with its measurements, told before anything is allocated."""

from __future__ import annotations

from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from nn.network.spec import NetworkSpec
    from nn.training.config import TrainingConfig


def memory_of_run(spec: NetworkSpec, config: TrainingConfig, samples: int = 0) -> int:
    """Return the bytes that training takes at its peak.

    Parameters
    ----------
    spec, config
        What is trained, and how.
    samples : int
        Training samples, whose targets are kept as rows; 0 tells of the steps alone, without a measurement.
    """
    batch = min(config.batch_size, samples or config.batch_size)
    steps = spec.memory(batch, len(OPTIMIZERS[config.optimizer].slots))
    if not samples:
        return steps
    return steps + np.dtype(spec.dtype).itemsize * (samples * spec.outputs + _of_a_measurement(spec, batch))


def _of_a_measurement(spec: NetworkSpec, batch: int) -> int:
    """Return how many numbers a piece of a measurement takes beside the buffers of the steps.

    Every layer makes its outputs anew while it and the next one still hold those of the piece before; what filters see
    takes the place of what they saw in the last step.
    """
    outputs = [prod(spec.input_shape), *(prod(plan.output) for plan in spec.plans)]
    twice = max((before + after for before, after in pairwise(outputs)), default=0)
    columns = sum(plan.inner for plan in spec.plans if plan.params)
    return max(0, spec.at_once * (outputs[0] + sum(outputs) + columns + twice) - batch * columns)
