"""One trial: a training from a start that its settings and seed decide, and what came of it, as plain data."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

import numpy as np

from nn.datasets.base import Dataset
from nn.messages import Message, message_of
from nn.network import Network
from nn.network.spec import NetworkSpec
from nn.optimizers import Optimizer
from nn.runs.settings import changed
from nn.training import Checkpoint, Divergence, Evaluation, Iteration, TrainingConfig, iterations_per_epoch, train

_LOOKS_EVERY_S = 0.2
_NUMBERS = ("accuracy", "loss", "best")
"""What of a result may be no number."""
_NOTHING = Evaluation(0, math.nan, math.nan)


class Cancelled(Exception):
    """A trial that was told to end: nothing came of it."""


@dataclass(frozen=True)
class Base:
    """What all trials of a search share: a network and its training, of which each trial changes some settings."""

    spec: NetworkSpec
    config: TrainingConfig

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists."""
        training = {option.name: getattr(self.config, option.name) for option in TrainingConfig.options}
        optimizer = {"optimizer": self.config.optimizer, "optimizer_options": dict(self.config.optimizer_options)}
        return {"network": self.spec.to_json(), "training": {**optimizer, **training}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        return cls(NetworkSpec.from_json(data["network"]), TrainingConfig(**data["training"]))


@dataclass(frozen=True)
class Trial:
    """What is to be tried.

    Attributes
    ----------
    number : int
        Which trial of its search, from 0.
    settings : mapping of str to value
        What differs from the search's base; see `nn.runs.settings`.
    seed : int
        Of initial values, batches and dropout masks.
    epochs : int
        How long it trains.
    """

    number: int
    settings: Mapping[str, Any]
    seed: int = 0
    epochs: int = 1

    def key(self) -> tuple[Any, ...]:
        """Return what makes it another trial than others of the same search."""
        return (tuple(sorted(self.settings.items())), self.seed, self.epochs)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return what a result says that it tried; TypeError, ValueError or KeyError if it is no trial."""
        settings = dict(data["settings"])
        if not all(isinstance(value, (str, int, float)) for value in settings.values()):
            raise TypeError(
                Message("the settings of a trial are {settings}; each is a number or a text", settings=settings)
            )
        return cls(int(data["number"]), settings, int(data["seed"]), int(data["epochs"]))


@dataclass(frozen=True)
class Result:
    """What came of a trial, on the samples that were held back.

    Attributes
    ----------
    accuracy, loss : float
        At the end; the accuracy is NaN where nothing is right or wrong, both are NaN after a divergence.
    best : float
        The highest accuracy that was measured on the way.
    diverged_at : int
        Iteration whose loss was not finite, 0 if all were.
    curve : tuple of (int, float, float, float)
        Iteration, accuracy on training data and on those held back, loss on those.
    digest : str
        SHA-256 of the weights at the end: equal digests are equal bits.
    machine : str
        NumPy, the kernel of its BLAS and its threads: other machines may give other bits.
    trouble : str
        Why there is no result (``"killed"``, or a `Message` where it was made), or nothing.
    """

    trial: Trial
    accuracy: float = math.nan
    loss: float = math.nan
    best: float = math.nan
    iterations: int = 0
    seconds: float = 0.0
    diverged_at: int = 0
    curve: tuple[tuple[int, float, float, float], ...] = ()
    digest: str = ""
    machine: str = ""
    trouble: str = ""

    @property
    def rank(self) -> tuple[float, float, int]:
        """What sorts results, the best first: by score, then by loss, then by who came first."""
        return (-self.score, math.inf if math.isnan(self.loss) else self.loss, self.trial.number)

    @property
    def score(self) -> float:
        """How good it is, more is better: the accuracy, or minus the loss of values; -inf without a result."""
        score = -self.loss if math.isnan(self.accuracy) else self.accuracy
        return -math.inf if math.isnan(score) else score

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists, None in the place of what is no number: others read no NaN."""
        fields = asdict(self)
        numbers = {name: _plain(fields[name]) for name in _NUMBERS}
        return {**fields, **numbers, "curve": [[_plain(number) for number in point] for point in self.curve]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return what `to_json` wrote; TypeError, ValueError or KeyError if it is not such a thing."""
        fields: dict[str, Any] = {name: _number(data[name]) for name in (*_NUMBERS, "seconds")}
        fields |= {name: int(data[name]) for name in ("iterations", "diverged_at")}
        fields |= {name: str(data[name]) for name in ("digest", "machine", "trouble")}
        return cls(Trial.from_json(data["trial"]), **fields, curve=tuple(_point(*row) for row in data["curve"]))


def _plain(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _point(at: int, train: float | None, held: float | None, loss: float | None) -> tuple[int, float, float, float]:
    return int(at), _number(train), _number(held), _number(loss)


@dataclass
class Course:
    """A training of a trial: who learns, how, and what was told on the way."""

    network: Network
    optimizer: Optimizer
    config: TrainingConfig
    losses: list[float] = field(default_factory=list)
    evaluations: list[Evaluation] = field(default_factory=list)
    divergence: Divergence | None = None

    def note(self, item: object) -> None:
        """Take note of what training yields."""
        if isinstance(item, Iteration):
            self.losses.append(item.loss)
        elif isinstance(item, Evaluation):
            self.evaluations.append(item)
        elif isinstance(item, Divergence):
            self.divergence = item


def run_trial(
    base: Base, trial: Trial, data: Dataset, *, machine: str = "", is_cancelled: Callable[[], bool] = lambda: False
) -> Result:
    """Train as a trial says, and return what came of it; of settings that do not go together their trouble.

    Parameters
    ----------
    data : Dataset
        What is learned; in the place of the test data those held back (see `nn.runs.held_out`).
    machine : str
        What the result says of where it was made.
    is_cancelled : callable
        Asked about five times a second, and before the first iteration.

    Raises
    ------
    Cancelled
        If it says so.
    """
    return attempt(base, trial, data, machine=machine, is_cancelled=is_cancelled)[0]


def attempt(
    base: Base, trial: Trial, data: Dataset, *, machine: str = "", is_cancelled: Callable[[], bool] = lambda: False
) -> tuple[Result, Course | None]:
    """Do as `run_trial` does, and return the course, too; None where there is trouble."""
    since = time.perf_counter()
    try:
        course = trained(base, trial, data, is_cancelled=is_cancelled)
    except (TypeError, ValueError) as error:
        return Result(trial, machine=machine, trouble=message_of(error)), None
    except MemoryError:
        trouble = Message("the memory of this machine does not suffice")
        return Result(trial, machine=machine, trouble=trouble), None
    return result_of(trial, course, time.perf_counter() - since, machine), course


def result_of(trial: Trial, course: Course, seconds: float = 0.0, machine: str = "") -> Result:
    """Return what came of a trial whose training is over."""
    last = course.evaluations[-1] if course.evaluations and course.divergence is None else _NOTHING
    return Result(
        trial,
        last.test_accuracy,
        last.test_loss,
        max((e.test_accuracy for e in course.evaluations if not math.isnan(e.test_accuracy)), default=math.nan),
        len(course.losses),
        seconds,
        0 if course.divergence is None else course.divergence.iteration,
        tuple((e.iteration, e.train_accuracy, e.test_accuracy, e.test_loss) for e in course.evaluations),
        hashlib.sha256(course.network.flat_params.tobytes()).hexdigest(),
        machine,
    )


def trained(base: Base, trial: Trial, data: Dataset, *, is_cancelled: Callable[[], bool] = lambda: False) -> Course:
    """Return the whole course of a trial's training.

    Raises
    ------
    Cancelled
        If `is_cancelled` says so.
    TypeError, ValueError
        If the settings are not valid or the data do not fit the network.
    """
    course, end = begun(base, trial, data)
    look_at = 0.0
    with np.errstate(all="ignore"):  # an overflow on the way to a divergence
        for item in train(course.network, course.optimizer, data, course.config, 0, end):
            course.note(item)
            if time.perf_counter() >= look_at:
                if is_cancelled():
                    raise Cancelled
                look_at = time.perf_counter() + _LOOKS_EVERY_S
    return course


def begun(base: Base, trial: Trial, data: Dataset) -> tuple[Course, int]:
    """Return a course at its start, and its last iteration, at which it is measured at the latest."""
    spec, config = changed(base.spec, base.config, trial.settings)
    config = replace(config, seed=trial.seed, epochs=trial.epochs)
    network, optimizer = Network(spec, None), config.build_optimizer()
    Checkpoint.initial(spec, config.seed).restore(network, optimizer)
    per_epoch = iterations_per_epoch(data, config)
    end = config.epochs * per_epoch
    every = min(config.evaluate_every or per_epoch, end)
    if end % every:  # else the last measurement would be some iterations old
        every = per_epoch
    return Course(network, optimizer, replace(config, evaluate_every=every)), end
