"""The iteration that follows from a pass in which a person changed numbers."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from nn.arrays import Array, frozen
from nn.network import Network
from nn.training import Checkpoint
from playground.session.document.state import RunRecord, kept_losses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.trace import Event
    from playground.session.stepping.training_pass import TrainingPass


def checkpoint_after(training_pass: TrainingPass, trace: tuple[Event, ...]) -> tuple[Checkpoint, RunRecord]:
    """Return where training stands after the update at the end of a trace, and the loss it had."""
    values = trace[-1].values
    network, optimizer = Network(training_pass.spec, None), training_pass.config.build_optimizer()
    training_pass.checkpoint.restore(network, optimizer)
    x, t = training_pass.batch()
    with np.errstate(all="ignore"):
        network.loss(x, t, training=True, rng=training_pass.rng())  # moves the running statistics of the layers
    memory = {slot: _flat(network, values, f"{slot}_") for slot in optimizer.slots}
    since = optimizer.since if optimizer.memory else training_pass.checkpoint.iteration
    checkpoint = Checkpoint(
        training_pass.iteration,
        _flat(network, values, ""),
        frozen(network.flat_state),
        MappingProxyType(memory),
        type(optimizer).__name__,
        since,
    )
    losses = kept_losses([float(values["L"])])
    return checkpoint, RunRecord(training_pass.iteration, losses)


def _flat(network: Network, values: Mapping[str, Array], prefix: str) -> Array:
    """Return one read-only vector of what a trace has for every parameter."""
    return frozen(
        np.concatenate([values[f"{prefix}{name}"].ravel() for name in network.params]).astype(network.flat_params.dtype)
    )
