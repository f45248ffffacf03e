"""What a race is, as plain data: who takes part, what they share, and how far it goes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, Self

from nn.choices.options import Option, OptionValue, complete
from nn.datasets.base import DATASETS, Dataset
from nn.messages import Message
from nn.network.presets import PRESETS
from nn.network.spec import NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.runs.settings import changed
from nn.runs.trial import Base
from nn.training import TrainingConfig

MOST = 16
"""Contestants of a race: more cannot be told apart."""
MOST_ITERATIONS = 1_000_000
MOST_SAMPLES = 1_000_000
LONGEST_NAME = 60
"""Letters of a contestant's name."""


@dataclass(frozen=True)
class Contestant:
    """One of those who take part.

    Attributes
    ----------
    name : str
        What it is called, by nobody else in its race.
    settings : mapping of str to value
        What differs from the race's base; see `nn.runs.settings`.
    network : NetworkSpec or None
        A network of its own in place of the base's.
    """

    name: str
    settings: Mapping[str, OptionValue] = field(default_factory=dict)
    network: NetworkSpec | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise ValueError(
                Message("a contestant is called {name!r}; give 1 to {most} letters", name=self.name, most=LONGEST_NAME)
            )

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists."""
        own = {} if self.network is None else {"network": self.network.to_json()}
        return {"name": self.name, "settings": dict(self.settings), **own}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        given = _fields(Message("a contestant"), data, ("name", "settings", "network"))
        network = read_network(given["network"]) if given.get("network") is not None else None
        return cls(given.get("name", ""), _settings(given.get("settings", {})), network)


@dataclass(frozen=True)
class Material:
    """The data of a race: a dataset by its name and options, of which the first samples may be enough.

    Attributes
    ----------
    name : str
        Name in `nn.datasets.DATASETS`.
    options : mapping of str to value
        Its options.
    first, first_test : int
        How many of the training and of the test samples are taken, the first ones; 0 takes all.
    """

    name: str = "mnist"
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    first: int = 0
    first_test: int = 0

    limits: ClassVar[tuple[Option, ...]] = (
        Option("first", 0, 0, MOST_SAMPLES, help="Training samples that are taken, the first ones; 0: all."),
        Option("first_test", 0, 0, MOST_SAMPLES, help="Test samples that are taken, the first ones; 0: all."),
    )

    def __post_init__(self) -> None:
        chosen = {option.name: getattr(self, option.name) for option in self.limits}
        for name, value in complete(Message("the data of the race"), self.limits, chosen).items():
            object.__setattr__(self, name, value)
        object.__setattr__(
            self,
            "options",
            complete(Message("dataset {name}", name=self.name), DATASETS[self.name].options, self.options),
        )

    def load(self) -> Dataset:
        """Return the samples; OSError or ValueError if their file is not there or not sound."""
        return self.cut(DATASETS[self.name](**self.options))

    def cut(self, data: Dataset) -> Dataset:
        """Return the first samples of data."""
        train, test = self.first or len(data.x), self.first_test or len(data.x_test)
        if train >= len(data.x) and test >= len(data.x_test):
            return data
        return replace(data, x=data.x[:train], t=data.t[:train], x_test=data.x_test[:test], t_test=data.t_test[:test])

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists."""
        return {
            "name": self.name,
            "options": dict(self.options),
            "first": self.first,
            "first_test": self.first_test,
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        given = _fields(Message("the data of a race"), data, ("name", "options", "first", "first_test"))
        return cls(**{**given, "options": _settings(given.get("options", {}))})


class Lane(NamedTuple):
    """Where one runs: a contestant, or a contestant once more with the settings of `Race.against`."""

    name: str
    place: int
    is_against: bool
    spec: NetworkSpec
    config: TrainingConfig


@dataclass(frozen=True)
class Race:
    """Several trainings that differ in chosen settings.

    Attributes
    ----------
    base : Base
        The network and the training of which each contestant changes some settings. Its seed is that of the initial
        values, the batches and the dropout masks of all.
    contestants : tuple of Contestant
        Who takes part: 16 at the most.
    material : Material
        What they learn.
    iterations : int
        Updates of each.
    against : Contestant or None
        Settings with which every contestant races once more, beside itself: with and without something.
    one_start : bool
        Whether all draw their initial values from the same random numbers. In the book each network draws its own.
    shared_optimizer : bool
        Whether one optimizer object updates all networks, in turn, as in some scripts of the book: what it remembers of
        one then pushes the others.

    Raises
    ------
    TypeError, ValueError
        If it cannot be raced; the message names what is wrong.
    """

    base: Base
    contestants: tuple[Contestant, ...]
    material: Material = field(default_factory=Material)
    iterations: int = 1000
    against: Contestant | None = None
    one_start: bool = True
    shared_optimizer: bool = False

    options: ClassVar[tuple[Option, ...]] = (
        Option("iterations", 1000, 1, MOST_ITERATIONS, help="Updates of each contestant."),
        Option("one_start", True, help="All begin with the same random numbers; in the book each draws its own."),
        Option("shared_optimizer", False, help="One optimizer object for all, as in some scripts of the book."),
    )

    def __post_init__(self) -> None:
        chosen = {option.name: getattr(self, option.name) for option in self.options}
        for name, value in complete(Message("the race"), self.options, chosen).items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "contestants", tuple(self.contestants))
        check_count(len(self.contestants))
        names = [each.name for each in self.contestants]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(Message("two contestants are called {name!r}; give each its own name", name=name))
        lanes = self.lanes  # made here, so that what is wrong with a contestant is told
        if self.shared_optimizer and not _can_share(lanes):
            raise ValueError(
                Message(
                    "the contestants cannot share one optimizer: it remembers a number for each weight of all of them, "
                    "and their networks or optimizers differ; give each its own"
                )
            )

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Everyone who runs, in the order in which they are updated."""
        return tuple(self._lanes())

    def with_seed(self, seed: int) -> Race:
        """Return the same race with other random numbers."""
        return replace(self, base=replace(self.base, config=replace(self.base.config, seed=seed)))

    def with_contestant(self, contestant: Contestant) -> Race:
        """Return the race with one more."""
        if self.shared_optimizer:
            raise ValueError(
                Message("the contestants share one optimizer: one that came later would push the others back in time")
            )
        return replace(self, contestants=(*self.contestants, contestant))

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists."""
        return {
            **self.base.to_json(),
            "contestants": [each.to_json() for each in self.contestants],
            "data": self.material.to_json(),
            "against": None if self.against is None else self.against.to_json(),
            **{option.name: getattr(self, option.name) for option in self.options},
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        own = tuple(option.name for option in cls.options)
        known = ("network", "training", "contestants", "data", "against", *own)
        given = _fields(Message("a race"), data, known)
        for name in ("network", "training", "contestants"):
            if name not in given:
                raise ValueError(Message("a race needs {name!r}, and this one has none", name=name))
        if not isinstance(given["contestants"], Sequence) or isinstance(given["contestants"], str):
            raise TypeError(Message("contestants is {value!r}; give a list", value=given["contestants"]))
        if len(given["contestants"]) > MOST:
            check_count(len(given["contestants"]))
        against = given.get("against")
        return cls(
            _base(given),
            tuple(map(Contestant.from_json, given["contestants"])),
            Material.from_json(given.get("data", {})),
            against=None if against is None else Contestant.from_json(against),
            **{name: given[name] for name in own if name in given},
        )

    def _lanes(self) -> Iterator[Lane]:
        for place, contestant in enumerate(self.contestants):
            yield self._lane(place, contestant, {}, contestant.name, is_against=False)
            if self.against is not None:
                name = f"{contestant.name} · {self.against.name}"
                yield self._lane(place, contestant, self.against.settings, name, is_against=True)

    def _lane(
        self, place: int, contestant: Contestant, more: Mapping[str, OptionValue], name: str, *, is_against: bool
    ) -> Lane:
        try:
            spec = contestant.network or self.base.spec
            spec, config = changed(spec, self.base.config, {**contestant.settings, **more})
        except (TypeError, ValueError) as error:
            raise type(error)(Message("{name}: {reason}", name=name, reason=error)) from error
        return Lane(name, place, is_against, spec, config)


def check_fit(race: Race, data: Dataset) -> None:
    """Raise ValueError, before anything is built, if the data do not fit a contestant."""
    for lane in race.lanes:
        wanted, got = math.prod(lane.spec.input_shape), math.prod(data.x.shape[1:])
        if wanted != got:
            raise ValueError(
                Message(
                    "{name} takes {wanted:,} numbers, but a sample of {data} has {got:,}; choose other data or another "
                    "network",
                    name=lane.name,
                    wanted=wanted,
                    data=data.name,
                    got=got,
                )
            )
        if lane.spec.outputs != data.outputs and not (lane.spec.outputs == 1 and len(data.classes) == 2):
            raise ValueError(
                Message(
                    "{name} gives {got:,} numbers, but {data} has {wanted:,} to tell; choose other data or another "
                    "network",
                    name=lane.name,
                    got=lane.spec.outputs,
                    data=data.name,
                    wanted=data.outputs,
                )
            )


def _can_share(lanes: Sequence[Lane]) -> bool:
    """Say whether one optimizer object can update all: one that remembers nothing does not ask how many weights."""
    kinds, sizes = {lane.config.optimizer for lane in lanes}, {lane.spec.parameters for lane in lanes}
    return len(kinds) == 1 and (len(sizes) == 1 or not OPTIMIZERS[next(iter(kinds))].slots)


def read_network(data: Any) -> NetworkSpec:
    """Return the network that `NetworkSpec.to_json` wrote, or that a person wrote briefly.

    Briefly is ``{"preset": "SimpleConvNet"}``, or ``{"inputs": 784, "hidden": [100, 100], "outputs": 10}`` with what
    `NetworkSpec.mlp` knows besides.
    """
    if not isinstance(data, Mapping):
        raise TypeError(Message("a network is a JSON object, got {type}", type=type(data).__name__))
    if "preset" in data:
        given = _fields(Message("a network"), data, ("preset",))
        if given["preset"] not in PRESETS:
            raise ValueError(
                Message(
                    "there is no network {name!r}; choose one of {known}",
                    name=given["preset"],
                    known=", ".join(PRESETS),
                )
            )
        return PRESETS[given["preset"]]()
    if "hidden" not in data:
        return NetworkSpec.from_json(data)
    names = ("inputs", "hidden", "outputs", "activation", "initializer", "scale", "loss", "dtype")
    given = _fields(Message("a network"), data, names)
    sizes = [
        given.get("inputs"),
        given.get("outputs"),
        *(given["hidden"] if isinstance(given["hidden"], list) else [None]),
    ]
    if not all(isinstance(size, int) and not isinstance(size, bool) for size in sizes):
        raise TypeError(Message("a network has inputs, hidden and outputs; give whole numbers, of hidden a list"))
    return NetworkSpec.mlp(given.pop("inputs"), given.pop("hidden"), given.pop("outputs"), **given)


def check_count(count: int) -> None:
    """Raise ValueError where nobody takes part, or more than a race has room for."""
    if not count:
        raise ValueError(Message("the race has no contestants; add at least one"))
    if count > MOST:
        raise ValueError(Message("{count:,} contestants; a race has {most} at the most", count=count, most=MOST))


def _base(given: Mapping[str, Any]) -> Base:
    training = given["training"]
    if not isinstance(training, Mapping):
        raise TypeError(Message("training is {value!r}; give an object with the settings", value=training))
    try:
        return Base(read_network(given["network"]), TrainingConfig(**training))
    except TypeError as error:
        if isinstance(error.args[0], Message):
            raise
        raise TypeError(Message("training: {reason}", reason=str(error).rpartition("() ")[2])) from error


def _fields(owner: str, data: Any, known: Sequence[str]) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise TypeError(Message("{owner} is an object, got {type}", owner=owner, type=type(data).__name__))
    for name in data:
        if name not in known:
            raise ValueError(
                Message(
                    "{owner} has no field {name!r}; its fields: {known}", owner=owner, name=name, known=", ".join(known)
                )
            )
    return dict(data)


def _settings(given: Any) -> Mapping[str, OptionValue]:
    if not isinstance(given, Mapping):
        raise TypeError(Message("settings are an object, got {type}", type=type(given).__name__))
    for name, value in given.items():
        if not isinstance(value, (bool, int, float, str)):
            raise TypeError(
                Message("{name} is {value!r}; give a number, a text, true or false", name=name, value=value)
            )
    return dict(given)
