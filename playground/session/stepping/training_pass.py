"""One iteration of real training, recorded: the batch, the pass, and what the optimizer makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.network import Network
from nn.trace import Update, estimate_memory, record
from nn.training.batch_feed import batch_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.trace import Event
    from nn.trace.event import Depth, Form
    from nn.training import Checkpoint, TrainingConfig


@dataclass(frozen=True, eq=False)
class TrainingPass:
    """The iteration that training would do next from a checkpoint.

    Attributes
    ----------
    row
        Which sample of the batch is looked at alone; None for the whole batch. A sample alone has another mean, so
        its gradients are not those of the batch, and there is no update.
    overrides
        Numbers that a person replaced, by the name of their value and their place in it.
    form
        Whether loss and update are recorded as in the book, or in the circles of what is computed.
    """

    spec: NetworkSpec
    checkpoint: Checkpoint
    config: TrainingConfig
    data: Dataset
    row: int | None = None
    overrides: Mapping[tuple[str, tuple[int, ...]], float] = field(default_factory=dict)
    form: Form = "book"

    @property
    def iteration(self) -> int:
        """Its number in the run, from 1."""
        return self.checkpoint.iteration + 1

    @property
    def rows(self) -> npt.NDArray[np.int64]:
        """Which training samples the batch holds, all of them also when one is looked at."""
        return batch_rows(self.data, self.config, self.iteration)

    def batch(self) -> tuple[Array, npt.NDArray[Any]]:
        """Return inputs as the network takes them, and their targets."""
        rows = self.rows if self.row is None else self.rows[self.row : self.row + 1]
        x = np.multiply(self.data.x[rows], np.dtype(self.spec.dtype).type(self.data.scale))
        return x.astype(self.spec.dtype, copy=False).reshape(len(rows), *self.spec.input_shape), self.data.t[rows]

    def record(self, depth: Depth) -> tuple[Event, ...]:
        """Return its events.

        Raises
        ------
        ValueError
            If the data do not fit the network, or the trace would take too much memory.
        """
        network, optimizer = Network(self.spec, None), self.config.build_optimizer()
        self.checkpoint.restore(network, optimizer)
        config = self.config
        update = Update(optimizer, self.iteration, config.weight_decay, config.clip_norm) if self.row is None else None
        x, t = self.batch()
        return record(
            network,
            x,
            t,
            depth=depth,
            form=self.form,
            training=True,
            rng=self.rng(),
            update=update,
            overrides=self.overrides,
        )

    def memory(self, depth: Depth) -> int:
        """Return the bytes that its trace takes at most."""
        optimizer = self.config.build_optimizer() if self.row is None else None
        return estimate_memory(self.spec, len(self.rows) if self.row is None else 1, depth, optimizer)

    def rng(self) -> np.random.Generator:
        """Return the random numbers of this iteration, from their start."""
        return np.random.default_rng([self.config.seed, self.iteration])
