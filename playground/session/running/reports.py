"""The messages of the two threads to each other: frozen values, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nn.breakpoints import Breakpoint, Stop
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
    from playground.session.document.state import DatasetChoice


@dataclass(frozen=True, eq=False)
class Request:
    """Train this network on this data from this checkpoint on.

    Attributes
    ----------
    data
        Its arrays are read-only and shared between the threads: 47 MB of MNIST are never copied.
    until
        The last iteration of the run.
    breakpoints
        Where the run stops before its time, before the update.
    passed
        The iteration at which breakpoints are not asked, because the run goes on from a stop there; 0 for none.
    losses
        The last losses before the run, for breakpoints on how they move.
    source
        By what the document knows the data.
    """

    run_id: int
    spec: NetworkSpec
    checkpoint: Checkpoint
    config: TrainingConfig
    data: Dataset
    until: int
    breakpoints: tuple[Breakpoint, ...] = ()
    passed: int = 0
    losses: tuple[float, ...] = ()
    source: DatasetChoice | None = None


@dataclass(frozen=True, eq=False)
class Progress:
    """The events since the last report.

    Attributes
    ----------
    first_iteration
        The iteration of `losses[0]`, counted from 1.
    losses : ndarray of float32, shape (iterations,)
        The loss of every iteration since the last report; read-only.
    evaluations
        The accuracies measured since the last report.
    iteration
        How many updates the network has had.
    checkpoint
        Where training stands, in some reports only.
    samples_per_second
        Training samples learned from per second, since the last report.
    """

    run_id: int
    first_iteration: int
    losses: NDArray[np.float32]
    evaluations: tuple[Evaluation, ...]
    iteration: int
    checkpoint: Checkpoint | None
    samples_per_second: float


@dataclass(frozen=True, eq=False)
class Ending:
    """The last word of a run.

    Attributes
    ----------
    progress
        What happened since the last report.
    checkpoint
        Where training stands, or None if it failed before there was a network.
    divergence
        Set when the loss left the finite numbers.
    stop
        Set when a breakpoint ended the run, before an update.
    hits
        How often each breakpoint held.
    failure
        The traceback of an error, else empty.
    """

    run_id: int
    progress: Progress
    checkpoint: Checkpoint | None
    divergence: Divergence | None = None
    failure: str = ""
    stop: Stop | None = None
    hits: tuple[int, ...] = ()
