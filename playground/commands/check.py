"""Say what is in a file, and whether it is sound."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nn.imports.refusal import BadFile
from nn.messages import printable
from nn.network.naming import named_views
from playground.commands.code import command
from playground.commands.endings import DONE, UNSOUND, Refusal
from playground.commands.foreign import described, shape_text
from playground.commands.stored import open_stored
from playground.session.document.file import Unsound

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from nn.network import NetworkSpec
    from playground.commands.stored import Stored


_TAKEN = (
    "a document, weights (.npz, .safetensors, .pkl), data (CSV, IDX, a folder of pictures), a picture, or a "
    "Python file of a learner's or a folder of them"
)
_NARROWEST, _WIDEST = 10, 60  # columns that names of rows take


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=_TAKEN,
    )
    command.add_options(parser)


def act(options: argparse.Namespace) -> int:
    """Tell what the file holds; return the exit code."""
    if command.is_code(options.file):
        return command.act(options)
    command.refuse_flags(options)
    try:
        stored = open_stored(options.file)
    except Refusal as refusal:
        return _foreign(options.file, refusal)
    faults = list(_faults(stored))
    _tell(options.file, [*_about(stored), *_parameters(stored), ("sound", "; ".join(faults) or "yes")])
    return UNSOUND if faults else DONE


def _tell(path: Path, rows: list[tuple[str, str]]) -> None:
    if not path.is_dir():
        rows = [("size", f"{path.stat().st_size:,} bytes"), *rows]
    rows = [(printable(name, _WIDEST), printable(text)) for name, text in rows]
    width = 2 + max(_NARROWEST, *(len(name) for name, _ in rows))
    sys.stdout.write(f"{printable(str(path))}\n")
    sys.stdout.writelines(f"  {name:<{width}}{text}\n" for name, text in rows)


def _about(stored: Stored) -> Iterator[tuple[str, str]]:
    config = stored.config
    yield "format", stored.kind
    yield "network", _described(stored.spec)
    yield "parameters", f"{stored.spec.parameters:,}"
    yield "iterations", f"{stored.checkpoint.iteration:,}"
    if stored.choice is not None:
        changed = ", with points of a person's own" if stored.choice.train is not None else ""
        file = stored.choice.options.get("path")
        yield "data", f"{stored.choice.name}{f' {file}' if file else ''}{changed}"
        yield "training", f"{config.optimizer}, lr {config.lr:g}, batches of {config.batch_size}, seed {config.seed}"
    accuracies = [e for record in stored.history for e in record.evaluations]
    if accuracies and not np.isnan(accuracies[-1].test_accuracy):
        yield "test", f"{accuracies[-1].test_accuracy:.2%} right at iteration {accuracies[-1].iteration:,}"


def _described(spec: NetworkSpec) -> str:
    layers = [f"{layer.kind} {layer.options.get('units', '')}".rstrip() for layer in spec.layers]
    return f"{' → '.join([shape_text(spec.input_shape), *layers, spec.loss])}, {spec.dtype}"


def _parameters(stored: Stored) -> Iterator[tuple[str, str]]:
    for name, values in named_views(stored.spec, stored.checkpoint.params).items():
        exact = values.astype(float)  # the squares of large float32 numbers overflow
        yield f"  {name}", f"{shape_text(values.shape):<12} mean {exact.mean():+.4g}, deviation {exact.std():.4g}"


def _faults(stored: Stored) -> Iterator[str]:
    for name, values in named_views(stored.spec, stored.checkpoint.params).items():
        wrong = int(np.count_nonzero(~np.isfinite(values)))
        if wrong:
            yield f"{name} holds {wrong:,} numbers that are not finite"


def _foreign(path: Path, refusal: Refusal) -> int:
    """Tell what a file holds that is no network of this program."""
    if isinstance(refusal.__cause__, OSError | Unsound) and not path.is_dir():
        raise refusal  # it cannot be read at all, or is a network of this program that is not as it was written
    try:
        rows, verdict = described(path)
    except BadFile as error:
        raise Refusal(UNSOUND, f"{printable(str(path))}: {error}") from error
    _tell(path, [*rows, ("sound", verdict)])
    return DONE
