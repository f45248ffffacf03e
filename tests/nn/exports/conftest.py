"""Runs to export: small ones of every kind of layer, loss and optimizer."""

from __future__ import annotations

import os

import pytest

from nn.datasets import DATASETS
from nn.exports import Run
from nn.network import Network
from nn.training import Checkpoint, TrainingConfig, train


@pytest.fixture(autouse=True)
def own_environment(monkeypatch):
    """Let exported programs set their environment without a trace."""
    monkeypatch.setattr(os, "environ", os.environ.copy())


@pytest.fixture
def trained():
    """Give a function that trains a network and returns its run."""

    def make(spec, data="circle", *, until=70, start=None, own_data=None, **config):
        config = TrainingConfig(**config)
        dataset = own_data or DATASETS[data]()
        network = Network(spec, config.seed)
        if start is not None:
            network.load(start)
        for _ in train(network, config.build_optimizer(), dataset, config, until=until):
            pass
        begun = None if start is None else Checkpoint(0, start, Network(spec).flat_state)
        return Run(network, config, until, dataset, has_own_points=own_data is not None, start=begun)

    return make


@pytest.fixture
def trained_in_stretches():
    """Give a function that trains a network with one configuration after the other, from anywhere."""

    def make(spec, *stretches, start=None, data="circle"):
        dataset = DATASETS[data]()
        checkpoint = start or Checkpoint.initial(spec, stretches[0].config.seed)
        network = Network(spec, None)
        for stretch in stretches:
            optimizer = stretch.config.build_optimizer()
            checkpoint.restore(network, optimizer)
            for _ in train(network, optimizer, dataset, stretch.config, checkpoint.iteration, stretch.until):
                pass
            checkpoint = Checkpoint.take(network, optimizer, stretch.until)
        last = stretches[-1]
        run = Run(network, last.config, last.until, dataset, start=start, earlier=stretches[:-1])
        return run, checkpoint

    return make
