"""Say what an expression was at the iterations of a training that is over, by going through it again."""

from __future__ import annotations

import csv
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import numpy as np

from nn.messages import printable
from playground.commands.endings import DONE, UNSOUND, USAGE, Refusal, unwritten
from playground.commands.stored import dataset, open_stored
from playground.session.stepping.watch_expression import Watch, WatchError
from playground.session.stepping.watch_names import named_shapes
from playground.session.stepping.watch_reading import passes_along

if TYPE_CHECKING:
    import argparse

    from nn.replay import Leg, Way
    from playground.commands.interrupts import Interrupts
    from playground.commands.stored import Stored
    from playground.session.stepping.watch_expression import Reading


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a document that was saved with its way")
    parser.add_argument(
        "--expression",
        action="append",
        required=True,
        metavar="TEXT",
        help='what to compute, such as "max(abs(W2))" or "norm(dW1) / norm(W1)"; again for another column. Of an '
        "array it is the mean",
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="iterations from one row to the next (1)")
    parser.add_argument("--first", type=int, default=1, metavar="N", help="the iteration to begin with (1)")
    parser.add_argument("--last", type=int, metavar="N", help="the iteration to end with (the last one)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="a CSV file (they are printed)")
    parser.add_argument("--force", action="store_true", help="replace the output if it is there already")


def act(options: argparse.Namespace) -> int:
    """Write one row for each iteration; return the exit code."""
    if options.every < 1 or options.first < 1:
        raise Refusal(USAGE, "--every and --first are counts from 1 on")
    if options.output is not None and options.output.exists() and not options.force:
        raise Refusal(USAGE, f"{printable(str(options.output))} is there already; give --force to replace it")
    stored = open_stored(options.file)
    way, watches = _way(stored, options.file), _watches(stored, options.expression)
    last = min(options.last or way.last, way.last)
    if options.first <= way.first:
        told = f"the way is kept from iteration {way.first + 1} on; give --first {way.first + 1}"
        if way.first:
            raise Refusal(USAGE, told)
    with ExitStack() as stack, options.interrupts:
        try:
            lines = sys.stdout if options.output is None else stack.enter_context(options.output.open("w", newline=""))
        except OSError as error:
            raise unwritten(options.output, error) from error
        try:
            return _write(lines, way, watches, options.first, last, options.every, options.interrupts)
        except ValueError as error:  # data that are others than then
            raise Refusal(UNSOUND, str(error)) from error


def _way(stored: Stored, path: Path) -> Way:
    """Return the way of a document with the data that were trained on."""
    if stored.way is None:
        raise Refusal(
            UNSOUND,
            f"{printable(str(path))} does not tell how training came there: it was saved without its history, or by "
            "an older version",
        )

    def data_of(leg: Leg) -> object:
        choice = leg.source
        return None if choice is None else dataset(choice)  # type: ignore[arg-type]

    known: dict[object, object] = {}
    legs = []
    for leg in stored.way.way.legs:
        if id(leg.source) not in known:
            known[id(leg.source)] = data_of(leg)
        legs.append(replace(leg, data=known[id(leg.source)]))  # type: ignore[arg-type]
        if leg.where is not None:
            _warn(leg)
    return type(stored.way.way)(tuple(legs))


def _warn(leg: Leg) -> None:
    from nn.replay.surroundings import Surroundings

    if leg.where is not None:
        for each in Surroundings.here().differences(leg.where):
            sys.stderr.write(f"trained elsewhere, so that digits may differ: {each}\n")


def _watches(stored: Stored, texts: list[str]) -> tuple[str, ...]:
    shapes = named_shapes(stored.spec, stored.config.optimizer)
    try:
        watches = [Watch.parse(text) for text in texts]
        for each in watches:
            each.check(shapes, stored.config.batch_size)
    except WatchError as error:
        raise Refusal(USAGE, str(error)) from error
    return tuple(map(str, watches))


def _write(
    lines: TextIO, way: Way, watches: tuple[str, ...], first: int, last: int, every: int, interrupts: Interrupts
) -> int:
    rows = csv.writer(lines, lineterminator="\n")
    rows.writerow(["iteration", *watches])
    with np.errstate(all="ignore"):
        for stretch in way.stretches(last, first - 1):
            for pass_ in passes_along(stretch):
                if interrupts.code:
                    return interrupts.code
                iteration = pass_.iteration
                if iteration >= first and (iteration - first) % every == 0:
                    readings = pass_.readings(watches)
                    rows.writerow([iteration, *(_number(readings[text]) for text in watches)])
    return DONE


def _number(reading: Reading | None) -> str:
    """Write a number so that the same one is read again; nothing where there is none."""
    return "" if reading is None else repr(reading.number)
