"""Race networks that differ in chosen settings: an experiment of the book by its name, or a race file."""

from __future__ import annotations

import errno
import math
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nn.files.atomic_file import replace_file
from nn.messages import printable
from nn.races.cards import Card, cards
from nn.races.experiment import Experiment, Paths, Spreads, with_seed
from nn.races.features import Verdicts
from nn.races.files import Done, RaceFile, read_race_file, table
from nn.races.finish import Finish
from nn.races.hunt import Bag
from nn.races.judging import Attempt, needed
from nn.races.race import Race
from nn.runs.ranges import Span
from playground.commands.endings import DONE, UNSOUND, USAGE, Refusal, unwritten
from playground.commands.progress import MovingLine

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from nn.datasets.base import Dataset
    from nn.races.features import Told

_DOCUMENT = ".safetensors"
_MOVES_EVERY_S, _TELLS_EVERY_S, _FIRST_S = 0.2, 10.0, 1.0
_SHOWN = 4  # contestants in a line that moves


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument(
        "race", nargs="?", metavar="CARD|FILE", help="a card's name, a race file or a document; without, the cards"
    )
    parser.add_argument("--as-in-the-book", action="store_true", help="a card as the book's script does it")
    parser.add_argument("--seed", type=int, metavar="N", help="of the first race (0, or that of the file)")
    parser.add_argument("--seeds", type=int, default=1, metavar="N", help="races, with seeds from --seed on (1)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="the outcome: .csv a table, .json all of it")
    parser.add_argument("--force", action="store_true", help="replace the output if it is there already")
    parser.add_argument("--quiet", action="store_true", help="tell only the end")


def act(options: argparse.Namespace) -> int:
    """Do what the command line says; return the exit code."""
    if options.race is None:
        _list()
        return DONE
    _check(options)
    with options.interrupts:
        race, card, data = _wanted(options)
        course = _Course(options, race, card, data)
        done = course.go()
        if options.output is not None:
            _write(options.output, race.with_done(done))
        return int(options.interrupts.code)


def _list() -> None:
    for card in cards().values():
        _say(f"{card.name:16} {card.title['en']}")


def _check(options: argparse.Namespace) -> None:
    if not 1 <= options.seeds <= 100:
        raise Refusal(USAGE, f"--seeds is {options.seeds}; give 1 to 100")
    if options.seed is not None and not 0 <= options.seed < 2**31 - 100:
        raise Refusal(USAGE, f"--seed is {options.seed}; give a whole number from 0 to {2**31 - 101:,}")
    output = options.output
    if output is None:
        return
    if output.suffix.lower() not in (".csv", ".json"):
        raise Refusal(USAGE, f"--output is {printable(str(output))}; give a name that ends with .csv or .json")
    if output.exists() and not options.force:
        raise Refusal(USAGE, f"{printable(str(output))} is there already; give --force to replace it")
    if not output.absolute().parent.is_dir():  # after hours of racing is too late to say so
        raise unwritten(output, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))


def _wanted(options: argparse.Namespace) -> tuple[RaceFile, Card | None, Dataset | None]:
    """Return what is to be done, the card that it comes from, and its data."""
    known = cards().get(options.race)
    path = Path(options.race)
    if known is not None:
        experiment = known.experiment(as_in_the_book=options.as_in_the_book)
        race = RaceFile(experiment, card=known.name, as_in_the_book=options.as_in_the_book)
        return race, known, _data(experiment)
    if options.as_in_the_book:
        raise Refusal(USAGE, "--as-in-the-book is for cards; a race file says itself how it is raced")
    if path.suffix.lower() == _DOCUMENT:
        return _of_document(path)
    try:
        race = read_race_file(path)
    except OSError as error:
        names = ", ".join(cards())
        raise Refusal(
            UNSOUND, f"{printable(options.race)} cannot be read: {error.strerror or error}; the cards are {names}"
        ) from error
    except (TypeError, ValueError) as error:
        raise Refusal(UNSOUND, str(error)) from error
    return race, cards().get(race.card), _data(race.experiment)


def _of_document(path: Path) -> tuple[RaceFile, Card | None, Dataset | None]:
    """Return the race of a document, with its own samples where it learns those."""
    from playground.commands.stored import dataset, open_stored  # brings what only documents need

    stored = open_stored(path)
    race = None if stored.document is None else stored.document.state.race
    if race is None:
        raise Refusal(UNSOUND, f"{printable(str(path))} holds no race; put one together in the window's Races panel")
    if race.own_data and stored.choice is not None:
        return race, None, dataset(stored.choice)
    return race, cards().get(race.card), _data(race.experiment)


def _data(experiment: Experiment) -> Dataset | None:
    try:
        return needed(experiment)
    except (OSError, TypeError, ValueError) as error:
        raise Refusal(UNSOUND, str(error)) from error


class _Course:
    """The races of a command, one for each seed, and what is told of them."""

    def __init__(self, options: argparse.Namespace, race: RaceFile, card: Card | None, data: Dataset | None) -> None:
        self._options, self._race, self._data = options, race, data
        is_as_drawn = card is not None and race.experiment == card.experiment(
            as_in_the_book=race.as_in_the_book, seed=_seed_of(race.experiment)
        )
        features = card.expected(as_in_the_book=race.as_in_the_book) if card is not None and is_as_drawn else ()
        self._verdicts = Verdicts(features)
        self._moving = MovingLine()

    def go(self) -> list[Done]:
        """Race with every seed, or until somebody stops it."""
        first = _seed_of(self._race.experiment) if self._options.seed is None else self._options.seed
        done = []
        for seed in range(first, first + self._options.seeds):
            attempt = self._raced(seed)
            told = attempt.told()
            done.append(Done.of(seed, told))
            self._tell_end(seed, told)
            if self._options.interrupts.code:
                _say(f"stopped at {attempt.share:.0%} of seed {seed}")
                return done
            self._verdicts.judge(seed, told)
        self._tell_verdicts()
        return done

    def _raced(self, seed: int) -> Attempt:
        every = _MOVES_EVERY_S if self._moving.moves else _TELLS_EVERY_S
        tells_at = time.monotonic() + min(every, _FIRST_S)
        try:
            attempt = Attempt(with_seed(self._race.experiment, seed), self._data, seed)
            while attempt.advance() and not self._options.interrupts.code:
                if time.monotonic() >= tells_at and not self._options.quiet:
                    tells_at = time.monotonic() + every
                    self._tell(f"seed {seed}  {attempt.share:4.0%}  {_standing(attempt)}")
        except (TypeError, ValueError) as error:
            raise Refusal(UNSOUND, str(error)) from error
        finally:
            self._moving.clear()
        return attempt

    def _tell(self, line: str) -> None:
        if self._moving.moves:
            self._moving.show(line)
        else:
            _say(line)

    def _tell_end(self, seed: int, told: Mapping[str, Told]) -> None:
        _say(f"seed {seed}")
        for name, each in told.items():
            _say(f"  {printable(name):24} {_described(self._race.experiment, each)}")

    def _tell_verdicts(self) -> None:
        races = len(self._verdicts.rows)
        if self._verdicts.features:
            _say("what should come out, and in how many of the races it did:")
        for place, feature in enumerate(self._verdicts.features):
            _say(f"  {self._verdicts.true(place)} of {races}  {feature.says['en']}")


def _seed_of(experiment: Experiment) -> int:
    return 0 if isinstance(experiment, Paths | Spreads) else experiment.base.config.seed


def _standing(attempt: Attempt) -> str:
    """Say where everyone is, in one line."""
    if attempt.field is not None:
        runners = attempt.field.runners
        texts = [f"{r.lane.name} {r.course.losses[-1]:.3f}" for r in runners[:_SHOWN] if r.course.losses]
        more = f"  and {len(runners) - _SHOWN} more" if len(runners) > _SHOWN else ""
        return printable("  ".join(texts) + more)
    bag = attempt.bag
    return f"best {bag.figure('best'):.0%}" if bag is not None and bag.results else ""


def _described(experiment: Experiment, told: Told) -> str:
    """Say what came of one contestant."""
    if isinstance(experiment, Paths):
        return f"({told.figure('x'):.4g}, {told.figure('y'):.4g}), height {told.figure('height'):.4g}"
    if isinstance(experiment, Spreads):
        texts = [f"{told.figure('deviation', layer):.4g}" for layer in range(1, 6)]
        return f"deviations of layers 1 to 5: {' '.join(texts)}; outside 0..1 {told.figure('outside'):.0%}"
    if isinstance(experiment, Race):
        assert isinstance(told, Finish)
        return _raced(told)
    assert isinstance(told, Bag)
    return _searched(told)


def _searched(bag: Bag) -> str:
    """Say how good the best trial is, with which settings, and how each setting goes with the score."""
    if not bag.results:
        return "no trial has come to its end"
    best = bag.ordered[0].trial.settings
    settings = ", ".join(f"{printable(name)} {_short(value)}" for name, value in best.items())
    spans = (each.name for each in bag.hunt.ranges if isinstance(each, Span))
    known = [(name, bag.figure(f"correlation {name}")) for name in spans]
    told = ", ".join(f"{printable(name)} {value:+.2f}" for name, value in known if not math.isnan(value))
    return f"best {bag.figure('best'):.0%} with {settings}{f'; rank correlations {told}' if told else ''}"


def _short(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) else printable(str(value))


def _raced(finish: Finish) -> str:
    if finish.diverged_at:
        return f"diverged at iteration {finish.diverged_at}: its loss is no number any more"
    parts: list[Any] = [f"loss {finish.figure('loss'):.4f}"]
    shares = {name: finish.figure(name) for name in ("train", "test")}
    parts += [f"{name} {share:.2%}" for name, share in shares.items() if not math.isnan(share)]
    return "  ".join([*parts, f"after {finish.iterations:,} updates"])


def _write(path: Path, race: RaceFile) -> None:
    try:
        replace_file(path, [table(race) if path.suffix.lower() == ".csv" else race.to_bytes()])
    except OSError as error:
        raise unwritten(path, error) from error
    _say(f"done: {printable(str(path))}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
