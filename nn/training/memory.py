"""The memory of a run with its measurements, told before anything is allocated."""

from __future__ import annotations

from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from nn.layers.base import LAYERS
from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.datasets.base import Dataset
    from nn.network.spec import NetworkSpec
    from nn.training.config import TrainingConfig

_ORDERS = 2  # of an epoch's samples, those of this one and of the one before, in whole numbers of 8 bytes


def memory_of_run(spec: NetworkSpec, config: TrainingConfig, data: Dataset | None = None) -> int:
    """Return the bytes that training takes at its peak, without the data themselves.

    Parameters
    ----------
    spec, config
        What is trained, and how.
    data : Dataset, optional
        What it learns from: its targets are kept as rows, and a measurement takes room of its own. Without, the steps
        alone are told.
    """
    slots = len(OPTIMIZERS[config.optimizer].slots)
    if data is None:
        return spec.memory(config.batch_size, slots)
    number = np.dtype(spec.dtype).itemsize
    batch = min(config.batch_size, len(data.x))
    # a batch as it is stored, bytes for pictures, lies beside the same in the network's numbers
    steps = spec.memory(batch, slots) - batch * prod(spec.input_shape) * max(0, number - data.x.itemsize)
    targets = number * len(data.x) * spec.outputs + 8 * _ORDERS * len(data.x)
    return steps + targets + number * (_of_last_batch(spec, config, data) + _of_measurements(spec, config, data, batch))


def _of_last_batch(spec: NetworkSpec, config: TrainingConfig, data: Dataset) -> int:
    """Return how many numbers the last batch of an epoch wants, if it is short, in buffers of its own."""
    short = 0 if config.replacement else len(data.x) % min(config.batch_size, len(data.x))
    return short * 2 * sum(prod(plan.output) for plan in spec.plans)


def _of_measurements(spec: NetworkSpec, config: TrainingConfig, data: Dataset, batch: int) -> int:
    """Return how many numbers the dearest piece of a measurement takes beside the buffers of the steps.

    What layers keep of a piece, as the columns that filters see, takes the place of what they kept of the last step;
    masks are let go.
    """
    samples = 0 if data.is_regression else min(config.evaluate_samples or len(data.x), len(data.x))
    trained, tests = list(_pieces(samples, spec.at_once)), list(_pieces(len(data.x_test), spec.at_once))
    kept = sum(plan.predicted for plan in spec.plans)
    masks = sum(plan.inner for layer, plan in zip(spec.layers, spec.plans, strict=True) if LAYERS[layer.kind].random)
    rows = len(data.x_test) * spec.outputs
    turns = [(pair, 0) for pair in pairwise([0, *trained])]
    turns += [(pair, rows) for pair in pairwise([trained[-1] if trained else 0, *tests])]
    dearest = max((_at_once(spec, *pair) + pair[1] * kept + more for pair, more in turns), default=0)
    return max(0, dearest - batch * (kept + masks))


def _pieces(samples: int, at_once: int) -> Iterator[int]:
    """Give the sizes of the pieces in which samples are measured; of the whole ones two are as good as more."""
    whole, rest = divmod(samples, at_once)
    yield from [at_once] * min(2, whole)
    if rest:
        yield rest


def _at_once(spec: NetworkSpec, before: int, now: int) -> int:
    """Return how many numbers are there at most while a piece passes a network that still holds the one before.

    Each layer makes its outputs anew. It and those behind it hold what the piece before left; one that learns nothing
    lets go of its input only then. What is only masked goes when the masked is there.
    """
    plans = [plan for layer, plan in zip(spec.layers, spec.plans, strict=True) if not LAYERS[layer.kind].random]
    values = [prod(spec.input_shape), *(prod(plan.output) for plan in plans)]
    most = now * values[0] + before * sum(values)
    for place, plan in enumerate(plans, 1):
        held = values[place if plan.params else place - 1 :]
        most = max(most, now * sum(values[: place + 1]) + before * sum(held))
    return most
