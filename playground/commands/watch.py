"""Say what an expression was at the iterations of a training that is over, or when a condition first held."""

from __future__ import annotations

import csv
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import numpy as np

from nn.messages import printable
from playground.commands.endings import DONE, NEVER, UNSOUND, USAGE, Refusal, unwritten
from playground.commands.stored import dataset, open_stored
from playground.safety import cores
from playground.session.past.first_held import FirstHeld, first_held
from playground.session.past.questions import Asked, answers
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
        default=[],
        metavar="TEXT",
        help='what to compute, such as "max(abs(W2))" or "norm(dW1) / norm(W1)"; again for another column. Of an '
        "array it is the mean",
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="iterations from one row to the next (1)")
    parser.add_argument(
        "--first",
        default="1",
        metavar="N|CONDITION",
        help='the iteration to begin with (1); or a condition, such as "max(abs(W2)) > 3" or "(loss < 0.1) & (epoch > '
        '2)": then there is one row, of the iteration in which it first held, or exit code 3 if it never did',
    )
    parser.add_argument(
        "--stays",
        action="store_true",
        help="the condition of --first holds ever after, once it has held: the kept moments tell where to look",
    )
    parser.add_argument("--last", type=int, metavar="N", help="the iteration to end with (the last one)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="a CSV file (they are printed)")
    parser.add_argument("--force", action="store_true", help="replace the output if it is there already")


def act(options: argparse.Namespace) -> int:
    """Write one row for each iteration; return the exit code."""
    number = int(options.first) if options.first.strip().isdecimal() else None
    if options.every < 1 or number == 0:
        raise Refusal(USAGE, "--every and --first are counts from 1 on")
    if number is not None and not options.expression:
        raise Refusal(USAGE, "give --expression for what to compute, or a condition with --first")
    if options.stays and number is not None:
        raise Refusal(USAGE, "--stays tells of a condition; give one with --first")
    if options.output is not None and options.output.exists() and not options.force:
        raise Refusal(USAGE, f"{printable(str(options.output))} is there already; give --force to replace it")
    cores.govern()
    stored = open_stored(options.file)
    way, watches = _way(stored, options.file), _watches(stored, options.expression)
    condition = None if number is not None else _condition(stored, options.first, options.stays)
    last = min(options.last or way.last, way.last)
    if number is not None and number <= way.first:
        told = f"the way is kept from iteration {way.first + 1} on; give --first {way.first + 1}"
        raise Refusal(USAGE, told)
    with ExitStack() as stack, options.interrupts:
        try:
            lines = sys.stdout if options.output is None else stack.enter_context(options.output.open("w", newline=""))
        except OSError as error:
            raise unwritten(options.output, error) from error
        try:
            if condition is not None:
                return _write_first(lines, way, watches, condition, last, options.interrupts)
            return _write(lines, way, watches, number or 1, last, options.every, options.interrupts)
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


def _condition(stored: Stored, text: str, stays: bool) -> FirstHeld:
    try:
        return FirstHeld.of(text, stored.spec, stored.config, stays=stays)
    except WatchError as error:
        raise Refusal(USAGE, str(error)) from error


def _write_first(
    lines: TextIO, way: Way, watches: tuple[str, ...], condition: FirstHeld, last: int, interrupts: Interrupts
) -> int:
    """Write the row of the pass in which a condition first held."""
    known = Asked(way.first)
    steps = answers(way, {condition: known}, last)
    with np.errstate(all="ignore"):
        for found in steps:
            known = known if found is None else known.after(found, condition)
            if interrupts.code:
                sys.stderr.write(f"stopped: not before iteration {known.covered + 1}\n")
                return interrupts.code
        first = first_held(known, last)
        if not first:
            _header(lines, watches)
            sys.stderr.write(f"{condition.text} held in none of the iterations {way.first + 1} to {last}\n")
            return NEVER
        return _write(lines, way, watches, first, first, 1, interrupts)


def _write(
    lines: TextIO, way: Way, watches: tuple[str, ...], first: int, last: int, every: int, interrupts: Interrupts
) -> int:
    rows = _header(lines, watches)
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


def _header(lines: TextIO, watches: tuple[str, ...]) -> Any:
    rows = csv.writer(lines, lineterminator="\n")
    rows.writerow(["iteration", *watches])
    return rows


def _number(reading: Reading | None) -> str:
    """Write a number so that the same one is read again; nothing where there is none."""
    return "" if reading is None else repr(reading.number)
