"""Answers to the rows of a table, in its own words: names of classes, values in the unit of the file."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.datasets.columns import Feature
from nn.files.atomic_file import replace_file
from nn.imports.file_bytes import read_bytes
from nn.imports.refusal import BadFile, quoted
from nn.imports.tables.questions import Questions, read_questions
from nn.messages import printable
from playground.commands.endings import DONE, UNSOUND, USAGE, Refusal, unwritten
from playground.commands.stored import dataset, open_stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import Network

ENDINGS = (".csv", ".tsv", ".txt")
_AT_ONCE = 1000  # rows
_PREDICTION, _SHARE = "prediction", "probability"


class Answer(NamedTuple):
    """What a network says of a row: a class or a value as text, and the numbers behind it."""

    text: str
    output: Array


def answer_table(path: Path, network_file: Path | None, output: Path | None, *, every: bool, force: bool) -> int:
    """Answer every row of a table: print it, or write it beside the row; return the exit code.

    Raises
    ------
    Refusal
        If the network learned from no such table, or a column or a cell is not what it learned.
    """
    if network_file is None:
        name, way_out = printable(str(path)), "give --network FILE, which learned from a table"
        raise Refusal(USAGE, f"{name} is a table, and the program's own network reads pictures; {way_out}")
    if output is not None and output.exists() and not force:
        raise Refusal(USAGE, f"{printable(str(output))} is there already; give --force to replace it")
    stored = open_stored(network_file)
    if stored.choice is None:
        name = printable(str(network_file))
        raise Refusal(
            UNSOUND, f"{name} does not say what its inputs mean; give the document that learned from the table"
        )
    data, network = dataset(stored.choice), stored.network()
    _check_network(network, data, network_file)
    try:
        questions = read_questions(read_bytes(path), quoted(path.name), _features(data))
    except BadFile as error:
        raise Refusal(UNSOUND, str(error)) from error
    answers = list(_answers(network, data, questions))
    if output is None:
        _print(answers, data, questions, every=every)
    else:
        _write(output, answers, data, questions, every=every)
    return DONE


def _features(data: Dataset) -> tuple[Feature, ...]:
    return data.features or (Feature(),) * len(data.input_names)


def _check_network(network: Network, data: Dataset, path: Path) -> None:
    inputs, wanted = int(np.prod(network.spec.input_shape)), len(data.input_names)
    is_one_for_two = len(data.classes) == 2 and network.spec.outputs == 1
    if inputs != wanted or not (network.spec.outputs == data.outputs or is_one_for_two):
        raise Refusal(UNSOUND, f"{printable(str(path))} holds a network that does not fit its data; train it first")


def _answers(network: Network, data: Dataset, questions: Questions) -> Iterator[Answer]:
    for start in range(0, len(questions.x), _AT_ONCE):
        for output in network.output(questions.x[start : start + _AT_ONCE] * data.scale):
            yield Answer(_text(output, data), output)


def _text(output: Array, data: Dataset) -> str:
    if not data.classes:
        return " ".join(f"{data.target.value_of(value):.6g}" for value in output)
    return data.classes[int(output[0] > 0.5) if len(output) == 1 else int(output.argmax())]


def _share(output: Array) -> float:
    """Return the probability of the class that is the answer; one output is that of the second of two classes."""
    return max(float(output[0]), 1 - float(output[0])) if len(output) == 1 else float(output.max())


def _print(answers: list[Answer], data: Dataset, questions: Questions, *, every: bool) -> None:
    for row, answer in enumerate(answers, questions.first):
        line = f"row {row}: {answer.text}"
        if data.classes:
            line += f" ({_share(answer.output):.1%})"
        if every and len(answer.output) == len(data.classes):
            line += "  " + " ".join(f"{name}:{p:.4f}" for name, p in zip(data.classes, answer.output, strict=True))
        sys.stdout.write(f"{printable(line, 2000)}\n")


def _write(path: Path, answers: list[Answer], data: Dataset, questions: Questions, *, every: bool) -> None:
    """Write the table with its answers, so that spreadsheets and scripts read it."""
    shares = data.classes if every else ()
    titles = [_title(data, questions), *([_SHARE] if data.classes else []), *(f"{_SHARE} {name}" for name in shares)]
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([*(questions.names or [str(c + 1) for c in range(len(questions.rows[0]))]), *titles])
    for cells, answer in zip(questions.rows, answers, strict=True):
        share = [f"{_share(answer.output):.6g}"] if data.classes else []
        more = [f"{p:.6g}" for p in answer.output] if every and len(answer.output) == len(data.classes) else []
        writer.writerow([*cells, answer.text, *share, *more])
    try:
        replace_file(path, [lines.getvalue().encode("utf-8-sig")])  # with the mark that Excel asks for
    except OSError as error:
        raise unwritten(path, error) from error
    sys.stdout.write(f"{printable(str(path))}: {len(answers):,} answers\n")


def _title(data: Dataset, questions: Questions) -> str:
    """Return a name for the column of answers that no other column has."""
    name = f"{data.target.name} ({_PREDICTION})" if data.target.name else _PREDICTION
    return name if name not in questions.names else f"{name} 2"
