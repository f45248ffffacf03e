"""What can be done: a race, ways down a surface, spreads of layers, a search; as plain data, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.layers.base import LAYERS
from nn.messages import Message
from nn.races.hunt import Hunt
from nn.races.paths import MOST_STEPS, VALLEYS, Valley, Walker
from nn.races.race import MOST, Material, Race, read_network
from nn.runs.ranges import parsed
from nn.runs.settings import changed
from nn.runs.trial import Base
from nn.training import TrainingConfig

if TYPE_CHECKING:
    from nn.choices.options import OptionValue

KINDS = ("race", "paths", "spreads", "hunt")


@dataclass(frozen=True)
class Paths:
    """Optimizers on their way down a surface."""

    valley: str = "book"
    start: tuple[float, float] = (-7.0, 2.0)
    steps: int = 29
    walkers: tuple[Walker, ...] = ()

    def __post_init__(self) -> None:
        if self.valley not in VALLEYS:
            raise ValueError(
                Message(
                    "there is no surface {name!r}; choose one of {known}", name=self.valley, known=", ".join(VALLEYS)
                )
            )
        if not np.isfinite(self.start).all():
            raise ValueError(Message("the start is {start}; give two finite numbers", start=self.start))
        if not 1 <= self.steps <= MOST_STEPS:
            raise ValueError(Message("{steps:,} steps; give 1 to {most:,}", steps=self.steps, most=MOST_STEPS))
        if not 1 <= len(self.walkers) <= MOST:
            raise ValueError(
                Message("{count:,} optimizers; a race has 1 to {most}", count=len(self.walkers), most=MOST)
            )

    @property
    def surface(self) -> Valley:
        """The surface."""
        return VALLEYS[self.valley]


@dataclass(frozen=True)
class Spreads:
    """Initial values whose signals are followed through five layers: activation and scale by name."""

    begun: Mapping[str, tuple[str, float | str]]

    def __post_init__(self) -> None:
        if not 1 <= len(self.begun) <= MOST:
            raise ValueError(
                Message("{count:,} initial values; a race has 1 to {most}", count=len(self.begun), most=MOST)
            )
        for activation, _ in self.begun.values():
            LAYERS[activation]  # an unknown name raises and lists the known ones


Experiment = Race | Paths | Spreads | Hunt


def read_experiment(data: Mapping[str, Any]) -> Experiment:
    """Return what a table with ``race``, ``paths``, ``spreads`` or ``hunt`` describes.

    Raises
    ------
    TypeError, ValueError
        If it describes nothing that can be done; the message names what is wrong.
    """
    if not isinstance(data, Mapping) or sum(kind in data for kind in KINDS) != 1:
        raise ValueError(Message("a race file has one of {kinds}, and this one has not", kinds=", ".join(KINDS)))
    try:
        return _read(data)
    except (KeyError, AttributeError, IndexError) as error:
        raise ValueError(Message("the race is not whole: {reason} is missing or no list", reason=str(error))) from error
    except (TypeError, ValueError, OverflowError) as error:
        if isinstance(error.args[0] if error.args else None, Message):
            raise
        raise ValueError(Message("the race is not readable: {reason}", reason=str(error))) from error


def _read(data: Mapping[str, Any]) -> Experiment:
    if "race" in data:
        return Race.from_json(data["race"])
    if "paths" in data:
        return _paths(data["paths"])
    if "spreads" in data:
        return Spreads({name: (activation, scale) for name, (activation, scale) in data["spreads"].items()})
    hunt = dict(data["hunt"])
    base = Base(read_network(hunt.pop("network")), TrainingConfig(**hunt.pop("training")))
    return Hunt(base, Material.from_json(hunt.pop("data")), tuple(map(parsed, hunt.pop("vary"))), **hunt)


def _paths(data: Mapping[str, Any]) -> Paths:
    walkers = tuple(Walker(each[0], float(each[1])) for each in data["walkers"])
    x, y = map(float, data["start"])
    return Paths(data["valley"], (x, y), int(data["steps"]), walkers)


def names_in(experiment: Experiment) -> Sequence[str]:
    """Return the names of all that take part."""
    if isinstance(experiment, Race):
        return [lane.name for lane in experiment.lanes]
    if isinstance(experiment, Paths):
        return [walker.optimizer for walker in experiment.walkers]
    return list(experiment.begun) if isinstance(experiment, Spreads) else ["search"]


def as_in_the_book(fair: Experiment, changes: Mapping[str, Any]) -> Experiment | None:
    """Return an experiment with the changes that make it the book's, None where there are none."""
    if not changes:
        return None
    given = dict(changes)
    settings: Mapping[str, OptionValue] = given.pop("settings", {})
    assert isinstance(fair, Race | Hunt)
    spec, config = changed(fair.base.spec, fair.base.config, settings)
    return replace(fair, base=Base(spec, config), **given)


def with_seed(experiment: Experiment, seed: int) -> Experiment:
    """Return the same with other random numbers."""
    if isinstance(experiment, Race):
        return experiment.with_seed(seed)
    if isinstance(experiment, Hunt):
        return replace(experiment, base=replace(experiment.base, config=replace(experiment.base.config, seed=seed)))
    return experiment


def written(experiment: Experiment) -> dict[str, Any]:
    """Return plain dictionaries and lists that `read_experiment` reads."""
    if isinstance(experiment, Race):
        return {"race": experiment.to_json()}
    if isinstance(experiment, Paths):
        walkers = [[walker.optimizer, walker.lr] for walker in experiment.walkers]
        fields = {"valley": experiment.valley, "start": list(experiment.start), "steps": experiment.steps}
        return {"paths": {**fields, "walkers": walkers}}
    if isinstance(experiment, Spreads):
        return {"spreads": {name: list(each) for name, each in experiment.begun.items()}}
    vary = [f"{each.name}={each.to_text()}" for each in experiment.ranges]
    numbers = {option.name: getattr(experiment, option.name) for option in experiment.options}
    return {"hunt": {**experiment.base.to_json(), "data": experiment.material.to_json(), "vary": vary, **numbers}}
