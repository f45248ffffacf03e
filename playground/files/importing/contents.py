"""The contents of a file of data for the dialog that imports it: samples, and the dataset made of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.datasets import DATASETS
from nn.imports import BadFile
from nn.imports.pictures import decoding as picture_decoding
from nn.imports.preparing import AS_THEY_ARE, TargetScale, needs_scale, prepare, target_scale
from nn.imports.reading import read_samples
from nn.imports.samples import ReadingOptions, Samples
from nn.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.datasets.base import Dataset
    from nn.imports.file_bytes import Watch

STANDARDISE_TARGET = "standardise_target"
"""Choice of the dialog; what is kept of it are the numbers it gives, "target_zero" and "target_unit"."""
_MOST_PICTURES = 10
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
    scale
        Zero and unit of the targets.
    """

    how: ReadingOptions
    samples: Samples
    data: Dataset
    scale: TargetScale = AS_THEY_ARE


def reading_options(options: dict[str, Any]) -> ReadingOptions:
    """Return those options that say how a file is read."""
    return ReadingOptions(**{name: options[name] for name in READING if name in options})


def read_contents(path: str, options: dict[str, Any], before: Callable[[], Contents | None], watch: Watch) -> Contents:
    """Read a file, or take what was read before in the same way, and prepare it.

    What was read before is asked for, because who is handed it would hold it longer than is needed.

    Raises
    ------
    BadFile
        If it cannot be read, or the network could not learn from it.
    Cancelled
        If `watch` raises it.
    """
    how, known = reading_options(options), before()
    if known is not None and how == known.how:
        samples = known.samples
    else:
        samples = read_samples(path, how, watch, picture_decoding.decoder())
    names = ("standardise", "test_share", "seed")
    preparing = {name: options[name] for name in names if name in options}
    data = prepare(samples, "file", **preparing)
    if data.classes and len(data.classes) < 2:
        raise BadFile(
            Message(
                "every sample has the label {label}; expected 2 classes or more: choose another target",
                label=data.classes[0],
            )
        )
    if data.classes or not options.get(STANDARDISE_TARGET, needs_scale(data.t)):
        return Contents(how, samples, data)
    scale = target_scale(data.t)
    return Contents(how, samples, prepare(samples, "file", **preparing, scale=scale), scale)


def chosen_options(path: str, options: dict[str, Any], contents: Contents) -> dict[str, Any]:
    """Return the options of the dataset "file" that give these contents again: nothing in them is left to a guess."""
    known = {option.name for option in DATASETS["file"].options}
    settled = {**options, **contents.samples.settled, "path": path, "digest": contents.samples.digest}
    if not contents.data.classes:
        settled |= {"target_zero": contents.scale.zero, "target_unit": contents.scale.unit}
    return {name: value for name, value in settled.items() if name in known}


def first_pictures(samples: Samples) -> list[npt.NDArray[np.uint8]]:
    """Return the first picture of each of the first classes, square: (side, side), or in colour (3, side, side)."""
    firsts = [int(np.argmax(samples.t == number)) for number in range(min(len(samples.classes), _MOST_PICTURES))]
    if samples.x.ndim > 2:
        return [samples.x[place] for place in firsts]
    side = math.isqrt(samples.x.shape[1])
    return [samples.x[place].reshape(side, side) for place in firsts]
