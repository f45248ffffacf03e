"""A race as a file: what was to be done, and what came of it so far; the same text reads as JSON and as TOML."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from nn.messages import Message
from nn.races.experiment import KINDS, Experiment, Paths, Spreads, read_experiment, written
from nn.races.finish import Finish
from nn.races.hunt import Bag, Hunt
from nn.races.paths import way
from nn.races.race import Race
from nn.races.spread import begun
from nn.runs.ranges import Span
from nn.runs.search import MOST_TRIALS
from nn.runs.trial import Result

if TYPE_CHECKING:
    from nn.races.features import Told

FORMAT, VERSION = "nn-playground race", 1
LARGEST = 64 * 1024 * 1024
_MOST_RUNS = 1000
_BYTES_OF_A_TRIAL = 200


@dataclass(frozen=True)
class Done:
    """What was done with one seed, whole or in part.

    Attributes
    ----------
    seed : int
        Which.
    finishes : tuple of Finish
        How each contestant of a race stands.
    tried : tuple of Result
        What came of each trial of a search, in the order of the trials.
    """

    seed: int
    finishes: tuple[Finish, ...] = ()
    tried: tuple[Result, ...] = ()

    @classmethod
    def of(cls, seed: int, told: Mapping[str, Told]) -> Self:
        """Return what is kept of an experiment; nothing where it is computed anew at once."""
        finishes = tuple(each for each in told.values() if isinstance(each, Finish))
        bags = (each for each in told.values() if isinstance(each, Bag))
        return cls(seed, finishes, tuple(result for bag in bags for result in bag.results))

    @property
    def nbytes(self) -> int:
        """Bytes of its numbers, nearly."""
        finishes = sum(finish.nbytes for finish in self.finishes)
        return finishes + sum(_BYTES_OF_A_TRIAL + 32 * len(result.curve) for result in self.tried)

    def told(self, experiment: Experiment) -> Mapping[str, Told]:
        """Return what came of an experiment, as it was told when it was done."""
        if isinstance(experiment, Hunt):
            return {"search": Bag(experiment, list(self.tried))} if self.tried else {}
        return {finish.name: finish for finish in self.finishes}

    def is_whole(self, experiment: Experiment) -> bool:
        """Say whether it came to its end, or was stopped."""
        if isinstance(experiment, Hunt):
            return len(self.tried) >= experiment.trials
        updates = experiment.iterations if isinstance(experiment, Race) else 0
        return all(finish.iterations >= updates or finish.diverged_at for finish in self.finishes)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists."""
        tried = {"tried": [result.to_json() for result in self.tried]} if self.tried else {}
        return {"seed": self.seed, "finishes": [finish.to_json() for finish in self.finishes], **tried}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        if not isinstance(data, dict) or not isinstance(data.get("finishes"), list):
            raise TypeError(Message("a run of the race holds no list of finishes"))
        seed, tried = data.get("seed", 0), data.get("tried", [])
        if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**31:
            raise ValueError(Message("the seed of a run is {seed!r}; give a whole number", seed=seed))
        if not isinstance(tried, list) or len(tried) > MOST_TRIALS:
            raise TypeError(Message("the trials of a run are no list of at most {most:,}", most=MOST_TRIALS))
        return cls(seed, tuple(map(Finish.from_json, data["finishes"])), tuple(map(_result, tried)))


def _result(data: Any) -> Result:
    try:
        return Result.from_json(data)
    except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
        raise ValueError(
            Message("what came of a trial is not readable: {reason}", reason=f"{type(error).__name__} {error}")
        ) from error


@dataclass(frozen=True)
class RaceFile:
    """What a file of a race holds.

    Attributes
    ----------
    experiment : Race, Paths, Spreads or Hunt
        What was to be done.
    done : tuple of Done
        What came of it, a seed each; empty for one that was not begun.
    card : str
        The card that it came from, or nothing.
    as_in_the_book : bool
        Which of the card's two ways.
    own_data : bool
        Whether it learns the samples of the document that it is in, which have no name: such a race has no file.
    """

    experiment: Experiment
    done: tuple[Done, ...] = ()
    card: str = ""
    as_in_the_book: bool = False
    own_data: bool = False

    def with_done(self, done: Sequence[Done]) -> RaceFile:
        """Return it with what came of it."""
        return replace(self, done=tuple(done))

    def to_bytes(self) -> bytes:
        """Return the text of the file."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "card": self.card,
            "as_in_the_book": self.as_in_the_book,
            **({"own_data": True} if self.own_data else {}),
            **written(self.experiment),
            "runs": [each.to_json() for each in self.done],
        }
        return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode(errors="backslashreplace")


def read_race_file(path: Path) -> RaceFile:
    """Return what a file holds.

    Raises
    ------
    OSError
        If it cannot be read.
    TypeError, ValueError
        If it is no race; the message says in one sentence what is wrong.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(
            Message(
                "{name} has {size:,} bytes; a race file has at most {most:,}", name=path.name, size=size, most=LARGEST
            )
        )
    race = parsed_race(path.read_bytes(), path.name)
    if race.own_data:
        raise ValueError(
            Message("{name} is a race of a person's own samples, which are in the document it is from", name=path.name)
        )
    return race


def parsed_race(content: bytes, name: str) -> RaceFile:
    """Return what the text of a file says; TypeError or ValueError if it is no race."""
    try:
        text = content.decode("utf-8")
        data = tomllib.loads(text) if name.lower().endswith(".toml") else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(
            Message("{name} is neither JSON nor TOML that can be read: {reason}", name=name, reason=str(error))
        ) from error
    if not isinstance(data, dict) or data.get("format", FORMAT) != FORMAT or not any(kind in data for kind in KINDS):
        raise ValueError(
            Message("{name} is no race; a race file has one of {kinds}", name=name, kinds=", ".join(KINDS))
        )
    version = data.get("version", VERSION)
    if version != VERSION:
        raise ValueError(
            Message(
                "{name} has version {version!r}; this program reads {known}", name=name, version=version, known=VERSION
            )
        )
    experiment, done = read_experiment(data), tuple(_runs(data))
    for result in (result for each in done for result in each.tried):
        _check_fits(result, experiment)
    return RaceFile(
        experiment,
        done,
        str(data.get("card", "")),
        data.get("as_in_the_book") is True,
        data.get("own_data") is True,
    )


def _runs(data: dict[str, Any]) -> list[Done]:
    runs = data.get("runs", [])
    if not isinstance(runs, list) or len(runs) > _MOST_RUNS:
        raise TypeError(Message("runs is no list of at most {most:,}", most=_MOST_RUNS))
    return [Done.from_json(each) for each in runs]


def _check_fits(result: Result, experiment: Experiment) -> None:
    """Raise ValueError if a trial is none of a search: it tried other settings, or words where numbers are."""
    ranges = experiment.ranges if isinstance(experiment, Hunt) else ()
    settings = result.trial.settings
    is_one = set(settings) == {each.name for each in ranges} and all(
        isinstance(settings[each.name], int | float) for each in ranges if isinstance(each, Span)
    )
    if not ranges or not is_one:
        raise ValueError(
            Message(
                "a trial has tried {settings}; this search varies {names}",
                settings=", ".join(f"{name}={value}" for name, value in settings.items()),
                names=", ".join(each.name for each in ranges) or Message("none"),
            )
        )


def table(race_file: RaceFile) -> bytes:
    """Return the outcome as a table of CSV: a row for each contestant, trial, point of a way or layer, of each seed."""
    lines = list(_rows(race_file.experiment, race_file.done))
    return ("\r\n".join(lines) + "\r\n").encode(errors="backslashreplace")


def _rows(experiment: Experiment, done: Sequence[Done]) -> Iterator[str]:
    if isinstance(experiment, Hunt):
        yield from _trials(experiment, done)
    elif isinstance(experiment, Paths):
        yield from _points(experiment)
    elif isinstance(experiment, Spreads):
        yield from _layers(experiment, [each.seed for each in done] or [0])
    else:
        yield from _finishes(done)


def _points(paths: Paths) -> Iterator[str]:
    """Give the points of all ways, which depend on nothing else."""
    yield "name,lr,step,x,y,height"
    for walker in paths.walkers:
        for step, (x, y) in enumerate(way(paths.surface, walker, paths.start, paths.steps).tolist()):
            height = _cell(paths.surface.height(x, y))
            yield ",".join([_text(walker.optimizer), _cell(walker.lr), str(step), _cell(x), _cell(y), height])


def _layers(spreads: Spreads, seeds: Sequence[int]) -> Iterator[str]:
    """Give the spread of each layer's output, computed anew from the seeds."""
    figures = ("deviation", "low", "high", "outside", "zero")
    yield ",".join(["name", "seed", "layer", *figures])
    for seed in seeds:
        for name, (activation, scale) in spreads.begun.items():
            with np.errstate(all="ignore"):
                layers = begun(activation, scale, seed)
            for layer, spread in enumerate(layers, 1):
                told = [_cell(float(getattr(spread, figure))) for figure in figures]
                yield ",".join([_text(name), str(seed), str(layer), *told])


def _finishes(done: Sequence[Done]) -> Iterator[str]:
    yield "name,seed,iterations,loss,train_accuracy,test_accuracy,diverged_at,weights_mean_abs,digest"
    for run in done:
        for finish in run.finishes:
            figures = [_cell(finish.figure(name)) for name in ("loss", "train", "test")]
            numbers = (*figures, str(finish.diverged_at or ""), _cell(finish.figure("weight")), finish.digest)
            yield ",".join([_text(finish.name), str(run.seed), str(finish.iterations), *numbers])


def _trials(hunt: Hunt, done: Sequence[Done]) -> Iterator[str]:
    """Give the trials of a search, the best of each seed first."""
    names = [each.name for each in hunt.ranges]
    yield ",".join(["seed", "trial", *map(_text, names), "accuracy", "loss", "iterations", "diverged_at", "digest"])
    for run in done:
        for result in Bag(hunt, list(run.tried)).ordered:
            settings = [_text(str(result.trial.settings.get(name, ""))) for name in names]
            figures = (_cell(result.accuracy), _cell(result.loss), str(result.iterations))
            end = (str(result.diverged_at or ""), result.digest)
            yield ",".join([str(run.seed), str(result.trial.number), *settings, *figures, *end])


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.6g}"


def _text(text: str) -> str:
    """Return a name as a cell: quoted, and never taken for a formula by a spreadsheet."""
    safe = f"'{text}" if text[:1] in "=+-@\t\r" else text
    return '"' + safe.replace('"', '""') + '"' if any(sign in safe for sign in ',"\r\n') else safe
