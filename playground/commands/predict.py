"""Say what a network makes of pictures, or of the rows of a table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.messages import printable
from playground.commands.endings import DONE, UNSOUND, USAGE, Refusal
from playground.commands.pictures import PictureReading, reading_for
from playground.commands.predict_table import ENDINGS, answer_table
from playground.commands.stored import open_stored

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from nn.arrays import Array
    from nn.network import Network

_PIXELS = 784
_TAKEN = (
    "pictures (PNG, JPEG, BMP, GIF, WebP, PGM or PPM): of a digit each, read as the input panel reads them, or such as "
    "a folder held that the network learned from; or one table (.csv, .tsv, .txt), whose columns are found by the "
    "names in its header"
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument(
        "images",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=_TAKEN,
    )
    parser.add_argument("--network", type=Path, metavar="FILE", help="who reads (the network of the program)")
    parser.add_argument("--all", action="store_true", help="say the probability of every class")
    parser.add_argument("--output", type=Path, metavar="FILE", help="a CSV for the table with its answers")
    parser.add_argument("--force", action="store_true", help="replace the output if it is there already")


def act(options: argparse.Namespace) -> int:
    """Read every picture, or a table; return the exit code, which tells of what could not be read."""
    if any(path.suffix.lower() in ENDINGS for path in options.images):
        return _answer(options)
    if options.output is not None:
        raise Refusal(USAGE, "--output is for the answers to a table; of pictures they are printed")
    reader = _reader(options.network)
    code = DONE
    for path in _files(options.images):
        try:
            line = reader.said(path, every=options.all)
            sys.stdout.write(f"{printable(str(path))}: {line}\n")
            sys.stdout.flush()  # before what is said of the next one on the other stream
        except ValueError as error:
            sys.stderr.write(f"{printable(str(path))}: {printable(str(error))}\n")
            code = UNSOUND
    return code


def _answer(options: argparse.Namespace) -> int:
    if len(options.images) > 1:
        raise Refusal(USAGE, "one table at a time is answered; give it alone")
    (table,) = options.images
    return answer_table(table, options.network, options.output, every=options.all, force=options.force)


def _files(given: list[Path]) -> Iterator[Path]:
    """Yield the files that are meant: shells of Windows leave patterns such as ``*.png`` to the program."""
    for path in given:
        is_pattern = any(sign in path.name for sign in "*?[") and not path.exists()
        found = sorted(path.parent.glob(path.name)) if is_pattern else []
        yield from found or [path]


class _Reader(NamedTuple):
    """A network, how pictures are read for it, and the names of its classes; without any they are numbers."""

    network: Network
    reading: PictureReading | None = None
    classes: tuple[str, ...] = ()

    def said(self, path: Path, *, every: bool) -> str:
        """Return what the network makes of a picture."""
        x = _digit(path) if self.reading is None else self.reading.read(path)
        return _said(self.network.output(x), self.classes, every=every)


def _reader(path: Path | None) -> _Reader:
    if path is None:
        from playground.session.shipped import load_shipped

        return _Reader(load_shipped()[0])
    stored = open_stored(path)
    network = stored.network()
    reading = reading_for(network.spec.input_shape, stored.choice)
    if reading is None and int(np.prod(network.spec.input_shape)) != _PIXELS:
        shape = network.spec.input_shape
        raise Refusal(
            UNSOUND, f"{printable(str(path))} holds a network for inputs of shape {shape}, not for pictures of 28×28"
        )
    if reading is None:
        return _Reader(network)
    kept = None if stored.choice is None else stored.choice.kept
    classes = () if kept is None or len(kept.classes) != network.spec.outputs else kept.classes
    return _Reader(network, reading, classes)


def _digit(path: Path) -> Array:
    """Return the pixels of the digit in a picture as a network takes them, shape (1, 784)."""
    from nn.digits.preprocessing import digit_stages
    from playground.widgets.picture.ink import digit_ink, levels
    from playground.widgets.picture.picture_file import read_picture

    stages = digit_stages(levels(digit_ink(read_picture(path), path.name)))
    if stages is None:
        raise ValueError("no ink was found")
    return (stages.pixels.astype(np.float32) / np.float32(255))[np.newaxis]


def _said(output: Array, classes: tuple[str, ...], *, every: bool) -> str:
    (shares,) = output
    names = classes or tuple(map(str, range(len(shares))))
    best = int(shares.argmax())
    line = f"{names[best]} ({shares[best]:.1%})"
    if every:
        line += "  " + " ".join(f"{name}:{share:.4f}" for name, share in zip(names, shares, strict=True))
    return line
