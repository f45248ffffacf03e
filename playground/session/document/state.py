"""The state of a document, by value: what undo restores and a file holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message
from playground.session.document.code import LONGEST_CODE, too_long

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from nn.breakpoints import Breakpoint
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.races.files import RaceFile
    from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
    from playground.session.document.code import Code
    from playground.session.document.code_training import CodeTraining
    from playground.session.document.override import Override
    from playground.session.document.setup import Setup


@dataclass(frozen=True, eq=False)
class Points:
    """Training samples that a person made; equal where all their numbers are.

    Attributes
    ----------
    x, t : ndarray, shape (N, ...)
        Samples and targets as in `nn.datasets.Dataset`; read-only.
    """

    x: NDArray[Any]
    t: NDArray[Any]

    def __post_init__(self) -> None:
        for name in ("x", "t"):
            view = getattr(self, name).view()
            view.flags.writeable = False
            object.__setattr__(self, name, view)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Points):
            return NotImplemented
        return np.array_equal(self.x, other.x) and np.array_equal(self.t, other.t)

    def __hash__(self) -> int:
        return hash((self.x.tobytes(), self.t.tobytes()))


@dataclass(frozen=True)
class DatasetChoice:
    """The data that a network learns from, by their name and options.

    Attributes
    ----------
    name
        A name in `nn.datasets.DATASETS`.
    options
        Its options.
    train
        The training samples, where a person changed those of the dataset; else None.
    kept
        The dataset itself, where it is a person's own and small: then it is there without its file. Arrays are shared
        by all steps of the undo history.
    """

    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    train: Points | None = None
    kept: Dataset | None = None

    @property
    def base(self) -> DatasetChoice:
        """The same dataset as it is made, without what a person changed."""
        return self if self.train is None else replace(self, train=None)


def kept_losses(losses: Sequence[float]) -> NDArray[np.float32]:
    """Return losses as a history keeps them, read-only: float32 is enough for a curve.

    A loss of float64 that is larger than any float32 is finite still, and does not become infinite: it is kept as the
    largest float32.
    """
    exact = np.array(losses, np.float64)
    most = np.finfo(np.float32).max
    kept = np.where(np.isfinite(exact), exact.clip(-most, most), exact).astype(np.float32)
    kept.flags.writeable = False
    return kept


@dataclass(frozen=True)
class RunRecord:
    """The record of one stretch of training.

    Attributes
    ----------
    first_iteration
        The iteration of `losses[0]`, counted from 1.
    losses : ndarray of float32, shape (iterations,)
        The loss of every iteration; read-only.
    evaluations
        What was measured on the way: accuracies, and the loss on the test data.
    divergence
        Why the run ended by itself before its time, or None.
    paces
        Where in it an epoch began to have how many iterations: at its first one, and where the batches or the data
        changed. Empty where nobody noted it down.
    setups
        Where in it the network began to be trained with what: at its first iteration, and where that was changed.
        Empty where nobody noted it down.
    seconds
        How long it took, 0 where nobody looked at a clock.
    """

    first_iteration: int
    losses: NDArray[np.float32]
    evaluations: tuple[Evaluation, ...] = ()
    divergence: Divergence | None = None
    paces: tuple[tuple[int, int], ...] = ()
    setups: tuple[tuple[int, Setup], ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Fork:
    """Where a run left another one, and what that was trained with there: what was changed since is the difference.

    Attributes
    ----------
    parent
        Number of the run that it left, which may be deleted by now.
    iteration
        The updates that both have in common.
    spec, config, dataset, own_samples
        As those of `Run`.
    """

    parent: int
    iteration: int
    spec: NetworkSpec
    config: TrainingConfig
    dataset: DatasetChoice
    own_samples: int = 0


@dataclass(frozen=True)
class RunLabel:
    """What a person knows a run by.

    Attributes
    ----------
    number
        Counts the runs of a document, from 1.
    name
        A person's name for it; empty: its number names it.
    note
        What a person wrote about it.
    color
        Place in the palette of runs, which begins anew at its end.
    is_pinned
        Whether its curves are drawn beside the current ones.
    group
        Number of the first of the runs that differ in nothing but their seed; 0 for a run of its own.
    fork
        Where it left another run; None for one that began by itself.
    """

    number: int = 1
    name: str = ""
    note: str = ""
    color: int = 0
    is_pinned: bool = False
    group: int = 0
    fork: Fork | None = None


@dataclass(frozen=True, eq=False)
class Run:
    """A training that has come to its end: what was trained with what, its course, and where it led.

    Attributes
    ----------
    dataset
        What it learned from, as it is made: without the samples that a person changed.
    own_samples
        How many training samples there were, where a person had changed them; else 0.
    history
        Its stretches, as in `DocumentState`; none of a branch that was not trained yet from the very beginning.
    checkpoint
        Where it ended; None where the document had no room for its weights.
    ended
        When, in seconds since 1970; 0 where nobody knows.
    points
        The training samples that a person had changed, None without any, and in documents of before branches.
    """

    label: RunLabel
    spec: NetworkSpec
    config: TrainingConfig
    dataset: DatasetChoice
    own_samples: int
    history: tuple[RunRecord, ...]
    checkpoint: Checkpoint | None
    ended: float = 0.0
    points: Points | None = None

    @property
    def updates(self) -> int:
        """How many updates it made."""
        return self.history[-1].first_iteration + len(self.history[-1].losses) - 1 if self.history else 0


MOST = {"breakpoints": 1000, "watches": 1000, "overrides": 10_000, "runs": 1000}
"""Of what a document has many: a file with more is refused, and so is the edit that would lead to such a file."""
LONGEST_WATCH = 1000


class TooMuch(ValueError):
    """A state that could be written, but not read again."""


@dataclass(frozen=True)
class DocumentState:
    """Everything that undo restores. Frozen, with read-only arrays, and therefore free to share.

    Raises
    ------
    TooMuch
        If there is more of something than a document may have.
    """

    spec: NetworkSpec
    checkpoint: Checkpoint
    config: TrainingConfig
    dataset: DatasetChoice
    history: tuple[RunRecord, ...] = ()
    breakpoints: tuple[Breakpoint, ...] = ()
    watches: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    code: Code | None = None
    code_training: CodeTraining | None = None
    runs: tuple[Run, ...] = ()
    """The runs before the one whose history this is, the oldest first."""
    run_label: RunLabel = field(default_factory=RunLabel)
    """Of the current run. Other documents have another one, even where it says the same."""
    race: RaceFile | None = None
    """The race that a person put together or ran last, with what came of it."""

    def __post_init__(self) -> None:
        for name, most in MOST.items():
            if len(getattr(self, name)) > most:
                raise TooMuch(_too_many(name, most))
        if any(len(watch) > LONGEST_WATCH for watch in self.watches):
            raise TooMuch(Message("a watch has at most {most:,} letters; write a shorter one", most=LONGEST_WATCH))
        if self.code is not None and len(self.code.text) > LONGEST_CODE:
            raise TooMuch(too_long(len(self.code.text)))


def _too_many(name: str, most: int) -> Message:
    says = {
        "breakpoints": Message("a document has at most {most:,} breakpoints; take one away first", most=most),
        "watches": Message("a document has at most {most:,} watches; take one away first", most=most),
        "overrides": Message(
            "a document has at most {most:,} replaced numbers; give back the computed ones first", most=most
        ),
        "runs": Message("a document has at most {most:,} runs; delete one first", most=most),
    }
    return says[name]
