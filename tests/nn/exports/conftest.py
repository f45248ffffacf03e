"""Runs to export: small ones of every kind of layer, loss and optimizer."""

from __future__ import annotations

import os

import pytest

from nn.datasets import DATASETS
from nn.exports import Run
from nn.network import Network
from nn.training import TrainingConfig, train


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
        return Run(network, config, until, dataset, has_own_points=own_data is not None, start=start)

    return make
