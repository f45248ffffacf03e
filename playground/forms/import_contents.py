"""What is read of a file of data for the dialog that imports it: samples, and the dataset made of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from nn.datasets import DATASETS
from nn.imports import BadFile, picture_decoding
from nn.imports.preparing import prepare
from nn.imports.reading import read_samples
from nn.imports.samples import ReadingOptions, Samples
from nn.messages import Message

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.imports.file_bytes import Watch

READING = tuple(field.name for field in fields(ReadingOptions))


@dataclass(frozen=True, eq=False)
class Contents:
    """A file as it will be taken.

    Attributes
    ----------
    how
        The reading options.
    samples, data
        What stands in the file, and what the network will learn from.
    """

    how: ReadingOptions
    samples: Samples
    data: Dataset


def reading_options(options: dict[str, Any]) -> ReadingOptions:
    """Return those options that say how a file is read."""
    return ReadingOptions(**{name: options[name] for name in READING if name in options})


def read_contents(path: str, options: dict[str, Any], before: Contents | None, watch: Watch) -> Contents:
    """Read a file, or take what was read before in the same way, and prepare it.

    Raises
    ------
    BadFile
        If it cannot be read, or the network could not learn from it.
    Cancelled
        If `watch` raises it.
    """
    how = reading_options(options)
    if before is not None and how == before.how:
        samples = before.samples
    else:
        samples = read_samples(path, how, watch, picture_decoding.decoder())
    names = ("standardise", "test_share", "seed")
    data = prepare(samples, "file", **{name: options[name] for name in names if name in options})
    if data.classes and len(data.classes) < 2:
        raise BadFile(
            Message(
                "every sample has the label {label}; expected 2 classes or more: choose another target",
                label=data.classes[0],
            )
        )
    return Contents(how, samples, data)


def chosen_options(path: str, options: dict[str, Any], contents: Contents) -> dict[str, Any]:
    """Return the options of the dataset "file" that give these contents again: nothing in them is left to a guess."""
    known = {option.name for option in DATASETS["file"].options}
    settled = {**options, **contents.samples.settled, "path": path, "digest": contents.samples.digest}
    return {name: value for name, value in settled.items() if name in known}
