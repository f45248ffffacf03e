"""A document as something that can be exported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nn.exports import Run, Stretch
from nn.network import Network

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.training import Checkpoint, TrainingConfig
    from playground.session.document.state import DatasetChoice
    from playground.session.running.descent import Descent


def run_of(
    spec: NetworkSpec,
    checkpoint: Checkpoint,
    config: TrainingConfig,
    choice: DatasetChoice | None,
    data: Dataset | None,
    descent: Descent | None = None,
) -> Run:
    """Return a network and how it became what it is.

    Parameters
    ----------
    spec, checkpoint, config
        The network, where its training stands, and how it would go on.
    choice, data
        What it learned from: as chosen, and loaded; None where nobody knows.
    descent
        How training came there; None if no training led there: then it begins there.
    """
    network = Network(spec, None)
    network.load(checkpoint.params, checkpoint.state)
    own = choice is not None and (choice.train is not None or choice.kept is not None or choice.name == "file")
    run = Run(network, config, checkpoint.iteration, data, {} if choice is None else choice.options, own)
    if descent is None or not descent.fits(spec, data):
        return replace(run, start=checkpoint)
    ends = [done for done, _ in descent.configs[1:]]
    earlier = tuple(Stretch(each, end) for (_, each), end in zip(descent.configs, ends, strict=False))
    return replace(run, config=descent.configs[-1][1], start=descent.start, earlier=earlier, is_known=descent.is_known)
