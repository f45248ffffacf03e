"""From named arrays to samples and targets: which array is which is known by the usual names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from nn.imports.array_pictures import pictures_in
from nn.imports.arrays.array_bytes import AnyArray, checked_shape
from nn.imports.refusal import BadFile
from nn.imports.samples import ReadingOptions, Samples, are_classes, class_numbers
from nn.messages import Message

_X = ("x_train", "train_x", "train_img", "train_images", "x", "data", "images", "features", "inputs")
_T = (
    "y_train",
    "t_train",
    "train_t",
    "train_y",
    "train_label",
    "train_labels",
    "t",
    "y",
    "target",
    "targets",
    "label",
    "labels",
)
_X_TEST = ("x_test", "test_x", "test_img", "test_images")
_T_TEST = ("y_test", "t_test", "test_t", "test_y", "test_label", "test_labels")
_PREVIEW_ROWS, _PREVIEW_COLUMNS = 8, 12
_NUMBER_BYTES = 4
"""As many numbers are read as fit into the largest array in float32; in float64 they take twice as much."""


def samples_in(arrays: Mapping[str, AnyArray], owner: str, options: ReadingOptions) -> Samples:
    """Return the samples in named arrays; in a single matrix, the last column is the target.

    Raises
    ------
    BadFile
        If they are not found, do not belong together, or hold numbers that are not finite.
    """
    x, t = _named(arrays, _X), _named(arrays, _T)
    if len(arrays) == 1 and t is None:
        x, t = _split(next(iter(arrays.values())), owner, options.target)
    if x is None or t is None:
        raise BadFile(
            Message(
                "{owner} has no arrays for samples and targets; expected 'x' and 't', or 'x_train', "
                "'t_train', 'x_test' and 't_test': save them under these names",
                owner=owner,
            )
        )
    x_test, t_test = _named(arrays, _X_TEST), _named(arrays, _T_TEST)
    if t_test is None:
        x_test = None
    pictures = pictures_in(x, x_test, options.pictures, owner)
    could_be = pictures is not None or x.dtype != np.uint8
    if pictures is not None:
        x, x_test = pictures.x, pictures.x_test
    test = None if x_test is None or t_test is None else _Part(x_test, t_test, _test_part(owner))
    samples = _joined(_Part(x, t, owner), test, options)
    settled = {**samples.settled, "pictures": "no" if pictures is None else "yes"} if could_be else samples.settled
    return replace(samples, settled=settled, notes=() if pictures is None else (pictures.note,))


def _test_part(owner: str) -> str:
    return Message("the test part of {owner}", owner=owner)


@dataclass(frozen=True)
class _Part:
    """Samples with their targets, checked and laid out in rows."""

    x: AnyArray
    t: AnyArray
    owner: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "x", _rows(self.x, self.owner))
        object.__setattr__(self, "t", _targets(self.t, self.owner))
        if len(self.x) != len(self.t) or len(self.x) < 2:
            raise BadFile(
                Message(
                    "{owner} has {samples:,} samples and {targets:,} targets; expected as many, at least 2: "
                    "give one target for each sample",
                    owner=self.owner,
                    samples=len(self.x),
                    targets=len(self.t),
                )
            )


def have_samples(names: Iterable[str]) -> bool:
    """Say whether names are those of samples and their targets, as `samples_in` knows them."""
    known = {name.lower() for name in names}
    return not known.isdisjoint(_X) and not known.isdisjoint(_T)


def _named(arrays: Mapping[str, AnyArray], names: tuple[str, ...]) -> AnyArray | None:
    known = {name.lower(): array for name, array in arrays.items()}
    return next((known[name] for name in names if name in known), None)


def _split(array: AnyArray, owner: str, wanted: str) -> tuple[AnyArray, AnyArray]:
    if array.ndim != 2 or array.shape[1] < 2:
        raise BadFile(
            Message(
                "{owner} has one array of shape {shape}; expected a matrix with the target in a column, or "
                "two arrays 'x' and 't' in an .npz file",
                owner=owner,
                shape=array.shape,
            )
        )
    width = array.shape[1]
    column = int(wanted) - 1 if wanted.isascii() and wanted.isdecimal() and len(wanted) < 9 else width - 1
    if not 0 <= column < width:
        raise BadFile(
            Message(
                "{owner} has no column {wanted}; give a number from 1 to {width}",
                owner=owner,
                wanted=wanted,
                width=width,
            )
        )
    return np.delete(array, column, axis=1), array[:, column]


def _rows(x: AnyArray, owner: str) -> AnyArray:
    if x.ndim < 2 or not x.size:
        raise BadFile(
            Message(
                "{owner} has samples of shape {shape}; expected one row for each sample, at least 2 of them",
                owner=owner,
                shape=x.shape,
            )
        )
    flat = x.reshape(len(x), -1)
    if flat.dtype == np.uint8:
        return flat
    return _finite(flat, owner)


def _targets(t: AnyArray, owner: str) -> AnyArray:
    if t.ndim not in (1, 2) or not t.size:
        raise BadFile(
            Message(
                "{owner} has targets of shape {shape}; expected one label or one row of values for each sample",
                owner=owner,
                shape=t.shape,
            )
        )
    values = _finite(t, owner)
    if t.ndim == 2 and t.shape[1] > 1 and bool(np.all((values == 0) | (values == 1)) and np.all(values.sum(1) == 1)):
        return values.argmax(axis=1)  # one-hot
    return values.reshape(-1) if t.ndim == 2 and t.shape[1] == 1 else values


def _finite(array: AnyArray, owner: str) -> AnyArray:
    checked_shape(array.shape, _NUMBER_BYTES, owner)  # a packed file of a megabyte can hold bytes that become gigabytes
    values = array.astype(np.float64)
    if not np.isfinite(values).all():
        place = np.argwhere(~np.isfinite(values))[0]
        where = ", ".join(str(index) for index in place)
        raise BadFile(
            Message(
                "{owner} holds NaN or infinity at [{where}]; replace it by a number, or leave the sample out",
                owner=owner,
                where=where,
            )
        )
    return values


def _joined(train: _Part, test: _Part | None, options: ReadingOptions) -> Samples:
    if test is not None and test.x.shape[1] != train.x.shape[1]:
        raise BadFile(
            Message(
                "{owner} has {numbers} numbers a sample, but {test} in its test part",
                owner=train.owner,
                numbers=train.x.shape[1],
                test=test.x.shape[1],
            )
        )
    t = train.t if test is None else _stacked(train, test)
    classes: tuple[str, ...] = ()
    if t.ndim == 1 and are_classes(options.task, t):
        t, classes = class_numbers(t, train.owner)
    elif t.ndim == 1:
        t = t.reshape(-1, 1)
    count = len(train.x)
    return Samples(
        train.x,
        t[:count],
        classes,
        None if test is None else test.x,
        None if test is None else t[count:],
        rows=_preview(train.x, train.t),
        settled={"task": "classes" if classes else "values"},
    )


def _stacked(train: _Part, test: _Part) -> AnyArray:
    if train.t.shape[1:] != test.t.shape[1:]:
        raise BadFile(
            Message(
                "{owner} has other targets than its test part; expected the same number of columns", owner=train.owner
            )
        )
    return np.concatenate((train.t, test.t))


def _preview(x: AnyArray, t: AnyArray) -> tuple[tuple[str, ...], ...]:
    rows = []
    for sample, target in zip(x[:_PREVIEW_ROWS], t[:_PREVIEW_ROWS], strict=True):
        numbers = [f"{number:g}" for number in sample[:_PREVIEW_COLUMNS]]
        more = ["…"] if len(sample) > _PREVIEW_COLUMNS else []
        rows.append((*numbers, *more, " ".join(f"{number:g}" for number in np.atleast_1d(target)[:_PREVIEW_COLUMNS])))
    return tuple(rows)
