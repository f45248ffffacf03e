"""Data of a person's own: a file, or a folder of pictures, read as it was when it was imported."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from nn.choices.options import Option
from nn.datasets.base import SEED, Dataset, dataset
from nn.datasets.recipe import Recipe
from nn.imports.pictures import decoding as picture_decoding
from nn.imports.refusal import BadFile
from nn.imports.samples import (
    CROPS,
    DECIMALS,
    ENCODINGS,
    INKS,
    MISSING,
    SEPARATORS,
    TASKS,
    TEXTS,
    YES_NO,
    ReadingOptions,
)
from nn.messages import Message

PREPARING = (
    Option("standardise", True, help="Give every column mean 0 and standard deviation 1."),
    Option("test_share", 0.2, 0.0, 0.9, help="Share of the samples that is kept for the test; 0 tests with all."),
    SEED,
    # in numbers and not as a wish: they are the same when other samples are chosen for the test
    Option("target_zero", 0.0, help="The target value that the network knows as 0."),
    Option("target_unit", 1.0, 1e-100, help="How much of the target value is 1 for the network."),
)
_UPDATES = 4000
"""Updates after which a network of this size has learned what it can of a table or some pictures."""

_FEW = 200
_PICTURES = 4  # axes of pictures that are no rows: samples, channels, height, width
_LARGE = 48  # pixels along a side, from which a picture is halved once more
_SEEN = 60_000  # pictures, the same ones again and again, after which filters have learned what they can of a few


def recipe_for(data: Dataset) -> Recipe:
    """Return how to learn a person's own data: by their kind (pictures, classes, values) and how many there are."""
    batch_size = min(max(len(data.x) // 10, 1), 100)
    per_epoch = max(-(-len(data.x) // batch_size), 1)
    epochs = min(max(_UPDATES // per_epoch, 10), 1000)
    if data.x.dtype.kind == "u" and data.x.ndim == _PICTURES:
        epochs = min(max(_SEEN // max(len(data.x), 1), 10), 100)
        filters = (16, 32) if data.input_shape[-1] < _LARGE else (16, 32, 32)
        return Recipe((64,), "Relu", "He", "Adam", 0.001, batch_size, epochs, filters=filters)
    if data.x.dtype.kind == "u":
        return Recipe((100, 100), "Relu", "He", "Adam", 0.001, batch_size, epochs)
    units = 8 if len(data.x) < _FEW else 32  # with more, few samples are learned by heart
    if data.is_regression:
        return Recipe((units, units), "Tanh", "Xavier", "Adam", 0.003, batch_size, epochs)
    return Recipe((units,), "Relu", "He", "Adam", 0.01, batch_size, epochs)


@dataset(
    "file",
    Option("path", "", help="Where the file or the folder is."),
    Option("digest", "", help="Fingerprint of the content that was imported; empty for any."),
    Option("encoding", "auto", choices=ENCODINGS, help="How the letters of a text are stored."),
    Option("separator", "auto", choices=SEPARATORS, help="What stands between the cells of a table."),
    Option("decimal", "auto", choices=DECIMALS, help="The decimal sign."),
    Option("header", "auto", choices=YES_NO, help="Whether the first row names the columns."),
    Option("target", "", help="Name or number of the column that is to be predicted."),
    Option("task", "auto", choices=TASKS, help="Whether targets are classes, or values to come close to."),
    Option("missing", "refuse", choices=MISSING, help="What becomes of missing values."),
    # what became of texts before there was a choice: documents without it keep their data
    Option("leave_out", TEXTS, help="Columns that are not learned from, by their numbers; 'texts': those of texts."),
    Option("side", 28, 4, 128, help="Pixels along each side to which pictures are brought."),
    # what pictures were before there was a choice: documents without it keep their data
    Option("ink", "light", choices=INKS, help="Whether pictures are dark on light, and so to be turned round."),
    Option("crop", "whole", choices=CROPS, help="Whether only what is drawn on a picture is taken."),
    # and grey
    Option("colour", "no", choices=YES_NO, help="Whether pictures are taken in colour."),
    # and so were arrays of floats numbers
    Option("pictures", "no", choices=YES_NO, help="Whether arrays of other numbers than bytes are pictures."),
    *PREPARING,
    recipe=recipe_for,
)
def load_file(name: str, path: str, digest: str, **how: Any) -> Dataset:
    """Return the data of a file; `nn.imports.BadFile` with the way out if it is gone or is not the same any more."""
    if not path:
        raise BadFile(Message("no file is chosen; choose one with File > Import data"))
    from nn.imports.preparing import TargetScale, prepare  # rarely needed: not at start-up
    from nn.imports.reading import read_samples

    options = ReadingOptions(**{field.name: how[field.name] for field in fields(ReadingOptions)})
    samples = read_samples(path, options, decode=picture_decoding.decoder(), digest=digest)
    scale = TargetScale(how["target_zero"], how["target_unit"])
    return prepare(samples, name, how["standardise"], how["test_share"], how["seed"], scale)
