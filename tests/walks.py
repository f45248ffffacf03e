"""Short runs with and without edits in their middle, as ways and as their parameters at every iteration."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nn.datasets import Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from nn.replay import Way, Waypoint
from nn.training import Checkpoint, Iteration, TrainingConfig, train

PLAIN = NetworkSpec((5,), (LayerSpec.of("Affine", units=6), LayerSpec("Tanh"), LayerSpec.of("Affine", units=3)))
CONFIG = TrainingConfig(optimizer="SGD", batch_size=7, seed=3, lr=0.05, evaluate_every=5)


class Walk:
    """A run whose way keeps few moments, and which knows its parameters at all of them."""

    def __init__(self, spec=PLAIN, config=CONFIG, data=None):
        self.here = Waypoint(Checkpoint.initial(spec, 0), spec, config, some_data() if data is None else data)
        self.params = {0: self.here.checkpoint.params}
        self.way = None

    def train(self, until, every=10):
        here = self.here
        is_edited = self.way is not None and self.way.end is not here.checkpoint
        self.way = Way.begin(here) if self.way is None else self.way.through(here, is_edited=is_edited)
        network, optimizer = Network(here.spec, None), here.config.build_optimizer()
        here.checkpoint.restore(network, optimizer)
        for item in train(network, optimizer, here.data, here.config, here.checkpoint.iteration, until):
            if isinstance(item, Iteration):
                taken = Checkpoint.take(network, optimizer, item.iteration)
                self.params[item.iteration] = taken.params
                if item.iteration % every == 0 or item.iteration == until:
                    self.here = replace(here, checkpoint=taken)
                    self.way = self.way.through(self.here)

    def edit(self, **changes):
        self.here = replace(self.here, **changes)


def some_data(seed=1, shape=(5,), samples=40):
    rng = np.random.default_rng(seed)
    t = np.arange(samples) % 3
    x = rng.normal(size=(samples, *shape)) + t.reshape(-1, *(1 for _ in shape))
    return Dataset("some", x, t, x[:5], t[:5], classes=("a", "b", "c"))
