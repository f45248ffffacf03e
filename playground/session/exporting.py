"""A document as something that can be exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.datasets import DATASETS
from nn.exports import Run
from nn.network import Network

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.training import Checkpoint, TrainingConfig
    from playground.session.document import DatasetChoice


def run_of(
    spec: NetworkSpec,
    checkpoint: Checkpoint,
    config: TrainingConfig,
    choice: DatasetChoice | None,
    data: Dataset | None,
    start: Array | None = None,
) -> Run:
    """Return a network and how it became what it is.

    Parameters
    ----------
    spec, checkpoint, config
        The network, where its training stands, and how it was trained.
    choice, data
        What it learned from: as chosen, and loaded; None where nobody knows.
    start
        The parameters that training began with; None for those of the configuration's seed.
    """
    network = Network(spec, None)
    network.load(checkpoint.params, checkpoint.state)
    own = choice is not None and (choice.train is not None or choice.kept is not None or choice.name not in DATASETS)
    options = {} if choice is None else choice.options
    return Run(network, config, checkpoint.iteration, data, options, own, start)
