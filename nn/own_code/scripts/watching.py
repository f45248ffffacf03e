"""What is seen of a training while it runs: losses of the same samples before and after an update, and what moves."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nn.own_code.recording import RecordingEnds
from nn.own_code.roles import has_argument
from nn.own_code.scripts.rewriting import GRADIENT, TICK, TURN, UPDATE
from nn.own_code.training.hidden import kept_by_optimizer

SETTING_UP = 2.5
"""Seconds of processor time until the loop is reached."""
_TICKS = 50
CHECKED, SELDOM = 20, 10
"""Of so many iterations of a network each is looked at, then one in ten."""
ENOUGH = 10
"""Turns after which something must have moved."""
NAME_OF_LOSS = re.compile(r"(train_?)?(loss|cost|error|err)(_val|_value)?")
_FLAGS = ("train_flg", "train", "training", "is_training")
_KEPT_BATCHES = 3


@dataclass
class Learner:
    """A network in training.

    Attributes
    ----------
    thing : object
    start : dict of str to ndarray
        Its parameters as they were at first.
    batches : list of (ndarray, ndarray)
        The first ones that it learned from.
    pairs : list of (float, float)
        Of a batch, the loss before the update by its gradient and after it.
    losses : list of (int, float)
        The turn, and the loss of its batch.
    """

    thing: Any
    start: dict[str, np.ndarray]
    batches: list[tuple[Any, Any]] = field(default_factory=list)
    pairs: list[tuple[float, float]] = field(default_factory=list)
    losses: list[tuple[int, float]] = field(default_factory=list)
    asked: int = 0

    def params(self) -> dict[str, np.ndarray]:
        """Return its parameters as they are now."""
        return arrays_of(getattr(self.thing, "params", {}))

    def moved(self) -> dict[str, bool]:
        """Return of each parameter whether it is another than at first."""
        now = self.params()
        return {
            key: key not in now or not np.array_equal(now[key], value, equal_nan=True)
            for key, value in self.start.items()
        }


class Watch:
    """Watches a loop, and ends the program when it has seen enough.

    Parameters
    ----------
    turns : int
        Of the loop, at most.
    seconds : float
        Of processor time, at most.
    targets : mapping of str to callable
        What the loop changes by itself: the text of each, and what gives its value from the names known there.
    """

    def __init__(
        self, turns: int, seconds: float, targets: Mapping[str, Callable[[Mapping[str, Any]], Any]] | None = None
    ) -> None:
        self._turns, self._seconds, self._targets = turns, seconds, targets or {}
        self._ends = time.process_time() + SETTING_UP + seconds
        self._ticks = 0
        self._waiting: tuple[Learner, Any, Any, float] | None = None
        self.turns = 0
        self.was_cut = False
        self.names: Mapping[str, Any] = {}
        self.learners: dict[int, Learner] = {}
        self.optimizers: dict[int, tuple[Any, set[int]]] = {}
        self.named_losses: list[float] = []
        self.first_values: dict[str, Any] = {}
        self.moving: dict[str, bool] = {}
        self._alive: list[Any] = []  # an id is used again when its object is gone

    def hooks(self) -> dict[str, Callable[..., Any]]:
        """Return what the rewritten loop calls."""
        return {TURN: self.turn, GRADIENT: self.gradient, UPDATE: self.update, TICK: self.tick}

    def give(self, seconds: float) -> None:
        """Let the program's functions run on for so long."""
        self._ends = time.process_time() + seconds

    def tick(self) -> None:
        """End the program where it takes too long on its way to the loop, or in an iteration."""
        self._ticks += 1
        if self._ticks % _TICKS == 0 and time.process_time() > self._ends:
            self.was_cut = True
            raise RecordingEnds

    def turn(self, names: Mapping[str, Any]) -> None:
        """Begin a turn: look at what the one before has done."""
        if not self.turns:
            self._ends = time.process_time() + self._seconds
        self.look_again()
        self.names = names = {**getattr(names.get("self"), "__dict__", {}), **names}  # a trainer's are its own
        self._see_values(names)
        if self.turns >= self._turns or time.process_time() > self._ends:
            self.was_cut = True
            raise RecordingEnds
        self.turns += 1

    def _see_values(self, names: Mapping[str, Any]) -> None:
        if self.turns:
            named = (value for name, value in names.items() if NAME_OF_LOSS.fullmatch(name))
            self.named_losses += [float(v) for v in named if np.ndim(v) == 0 and _is_number(v)][:1]
        for text, value_in in self._targets.items():
            value = _value(value_in, names)
            if value is None:
                continue
            first = self.first_values.setdefault(text, value)
            self.moving[text] = self.moving.get(text, False) or not np.array_equal(first, value, equal_nan=True)

    def gradient(self, thing: Any, method: str, *arguments: Any, **named: Any) -> Any:
        """Compute gradients, or all of an iteration, as the script wanted."""
        learner = self.learners.get(id(thing))
        if learner is None:
            self._alive.append(thing)
            learner = self.learners[id(thing)] = Learner(thing, {k: v.copy() for k, v in _params(thing).items()})
        batch = (*arguments, *named.values())[:2]
        if len(batch) == 2:
            self._see_batch(learner, *batch)
        return getattr(thing, method)(*arguments, **named)

    def _see_batch(self, learner: Learner, x: Any, t: Any) -> None:
        if len(learner.batches) < _KEPT_BATCHES:
            learner.batches.append((np.array(x), np.array(t)))
        learner.asked += 1
        if learner.asked > CHECKED and learner.asked % SELDOM:
            return
        self.look_again()
        before = self._loss(learner.thing, x, t)
        if before is not None:
            learner.losses.append((self.turns, before))
            self._waiting = learner, x, t, before

    def look_again(self) -> None:
        """Ask for the loss of the samples that were learned from last."""
        if self._waiting is not None:
            learner, x, t, before = self._waiting
            self._waiting = None
            after = self._loss(learner.thing, x, t)
            if after is not None:
                learner.pairs.append((before, after))

    def _loss(self, thing: Any, x: Any, t: Any) -> float | None:
        method = getattr(thing, "loss", None)
        if not callable(method):
            return None
        flag = next((name for name in _FLAGS if has_argument(method, name)), None)
        with _same_chance(), np.errstate(all="ignore"):
            try:
                value = method(x, t, **({} if flag is None else {flag: True}))
            except Exception:  # noqa: BLE001 - it is the learner's; where the script does it, it is told
                return None
        return float(np.sum(value)) if _is_number(value) else None

    def update(self, optimizer: Any, method: str, params: Any, grads: Any) -> Any:
        """Change parameters, as the script wanted."""
        result = getattr(optimizer, method)(params, grads)
        if id(optimizer) not in self.optimizers:
            self._alive.append(optimizer)
        self._alive.append(params)
        self.optimizers.setdefault(id(optimizer), (optimizer, set()))[1].add(id(params))
        return result

    @property
    def has_seen_enough(self) -> bool:
        """Whether something must have moved by now."""
        return self.turns >= ENOUGH or (self.turns >= 2 and not self.was_cut)

    @property
    def has_memory(self) -> bool:
        """Whether an optimizer keeps something between its updates."""
        return any(_has_memory(optimizer) for optimizer, _ in self.optimizers.values())


def _has_memory(optimizer: Any) -> bool:
    slots = getattr(optimizer, "slots", None)  # the program's own say so
    return bool(slots) if isinstance(slots, tuple) else bool(kept_by_optimizer(optimizer))


def _value(value_in: Callable[[Mapping[str, Any]], Any], names: Mapping[str, Any]) -> Any:
    try:
        value = value_in(names)
    except Exception:  # noqa: BLE001 - it is not known yet
        return None
    return np.array(value, float) if _is_number(value) or isinstance(value, np.ndarray) else None


def _is_number(value: Any) -> bool:
    return np.asarray(value).dtype.kind in "fiu"


def _params(thing: Any) -> dict[str, np.ndarray]:
    return arrays_of(getattr(thing, "params", {}))


def arrays_of(params: Any) -> dict[str, np.ndarray]:
    """Return the arrays of numbers in a dictionary."""
    return dict(_arrays(params)) if isinstance(params, Mapping) else {}


def _arrays(params: Mapping[Any, Any]) -> Iterator[tuple[str, np.ndarray]]:
    for name, value in params.items():
        if isinstance(value, np.ndarray) and value.dtype.kind in "fiu":
            yield str(name), value


@contextmanager
def _same_chance() -> Iterator[None]:
    """Draw the same in it each time, and go on behind it as if nobody had asked."""
    state = np.random.get_state()  # noqa: NPY002
    np.random.seed(11)  # noqa: NPY002
    try:
        yield
    finally:
        np.random.set_state(state)  # noqa: NPY002
