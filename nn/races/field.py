"""A race under way: everyone's network and training, updated in turn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.network import Network
from nn.races.finish import Finish
from nn.races.looks import Looks
from nn.races.race import Contestant, Lane, Race, check_fit
from nn.runs.trial import Course
from nn.training import Checkpoint, train

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.optimizers import Optimizer

_OWN_START = 1_000_003
"""Added to the seed for the initial values of each lane, where each draws its own."""


class Runner:
    """One who runs: a network, an optimizer, and what was told of its training so far.

    Attributes
    ----------
    lane : Lane
        Who it is.
    course : Course
        Its network, losses and measurements.
    looks : Looks
        What is seen in the network as it is now.
    is_done : bool
        Whether it has made all its updates and measurements, or its loss is no longer finite.
    """

    def __init__(self, race: Race, lane: Lane, number: int, data: Dataset, shared: _Shared | None) -> None:
        self.lane = lane
        network, optimizer = Network(lane.spec, None), lane.config.build_optimizer()
        seed = lane.config.seed + (0 if race.one_start else _OWN_START * (number + 1))
        Checkpoint.initial(lane.spec, seed).restore(network, optimizer)
        self.course = Course(network, optimizer, lane.config)
        self.looks = Looks(network, data)
        self.is_done = False
        steps: Any = optimizer if shared is None else shared.taken_up(optimizer)
        self._items: Iterator[object] = train(network, steps, data, lane.config, 0, race.iterations)
        self._start = _mean_weight(network)

    @property
    def iteration(self) -> int:
        """Updates made."""
        return len(self.course.losses)

    def advance(self) -> None:
        """Make one update, or one piece of a measurement."""
        with np.errstate(all="ignore"):  # an overflow on the way to a divergence
            item = next(self._items, self)
        if item is self:
            self.is_done = True
        else:
            self.course.note(item)
        if self.course.divergence is not None:
            self.is_done = True

    def finish(self) -> Finish:
        """Return how it stands, as plain data."""
        course = self.course
        return Finish(
            self.lane.name,
            np.array(course.losses, np.float64),
            tuple(course.evaluations),
            0 if course.divergence is None else course.divergence.iteration,
            (self._start, _mean_weight(course.network)),
            hashlib.sha256(course.network.flat_params.tobytes()).hexdigest(),
            self.looks.layers(),
            self.looks.surface(),
        )


class Field:
    """Everyone who runs, updated in turn: always the one who is furthest behind, so that a newcomer catches up.

    Each lane depends on its settings and the race's seed alone, as if it were trained by itself, unless one optimizer
    is shared.

    Parameters
    ----------
    race : Race
        Who takes part.
    data : Dataset
        What is learned; see `Material.load`.

    Raises
    ------
    ValueError
        If the data do not fit a contestant.
    """

    def __init__(self, race: Race, data: Dataset) -> None:
        check_fit(race, data)
        self.race = race
        self._data = data
        self._shared = _Shared() if race.shared_optimizer else None
        self.runners = [Runner(race, lane, number, data, self._shared) for number, lane in enumerate(race.lanes)]

    @property
    def iteration(self) -> int:
        """Updates that all have made who still run; in the end those of who came furthest."""
        running = [runner.iteration for runner in self.runners if not runner.is_done]
        return min(running) if running else max(runner.iteration for runner in self.runners)

    @property
    def next_together(self) -> int:
        """The iteration at which all who still run stand together next: who joined later has caught up by then."""
        running = [runner.iteration for runner in self.runners if not runner.is_done] or [self.iteration]
        return max(running) + (min(running) == max(running))

    @property
    def is_over(self) -> bool:
        """Whether nobody runs any more."""
        return all(runner.is_done for runner in self.runners)

    def advance(self) -> bool:
        """Make one update, or one piece of a measurement, of who is furthest behind; return whether there was one."""
        behind: Runner | None = None
        for runner in self.runners:
            if not runner.is_done and (behind is None or runner.iteration < behind.iteration):
                behind = runner
        if behind is None:
            return False
        behind.advance()
        return True

    def step_all(self) -> Iterator[None]:
        """Bring everyone to the next iteration together, pausing after each piece of work."""
        wanted = self.next_together
        while not self.is_over and self.iteration < wanted and self.advance():
            yield

    def add(self, contestant: Contestant) -> None:
        """Let one more take part, from the start.

        Raises
        ------
        TypeError, ValueError
            If it cannot; then the race is as it was.
        """
        race = self.race.with_contestant(contestant)
        check_fit(race, self._data)
        known = len(self.runners)
        newcomers = [
            Runner(race, lane, number, self._data, None) for number, lane in enumerate(race.lanes) if number >= known
        ]
        self.race = race
        self.runners += newcomers

    def finishes(self) -> tuple[Finish, ...]:
        """Return how everyone stands."""
        return tuple(runner.finish() for runner in self.runners)


class _Shared:
    """One optimizer object for all: it takes each update for the next one of the same network."""

    def __init__(self) -> None:
        self._optimizer: Optimizer | None = None
        self._updates = 0

    def taken_up(self, optimizer: Optimizer) -> _Shared:
        """Be the optimizer of one more; the first one's own is used by all."""
        self._optimizer = self._optimizer or optimizer
        return self

    def step(self, p: Array, g: Array, iteration: int) -> None:
        assert self._optimizer is not None
        self._updates += 1
        self._optimizer.step(p, g, self._updates)


def _mean_weight(network: Network) -> float:
    """Return the mean size of all weights, biases apart."""
    weights = [param for name, param in network.params.items() if name.startswith("W")]
    count = sum(weight.size for weight in weights)
    return sum(float(np.abs(weight, dtype=np.float64).sum()) for weight in weights) / count if count else 0.0
