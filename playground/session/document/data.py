"""The data that a document holds itself: training points of a person's own, and imported data if they are small."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.arrays import frozen
from nn.datasets import DATASETS
from nn.datasets.base import Dataset
from nn.datasets.columns import Target
from nn.files.safetensors import MOST_HEADER, decode, encode
from nn.imports.file_bytes import read_bytes
from nn.messages import Message
from playground.session.document.kept_data import IMPORTED, MOST_KEPT, distinct_parts
from playground.session.document.state import DatasetChoice, Points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.network import NetworkSpec
    from playground.session.document.arrays import Arrays
    from playground.session.document.fields import Fields
    from playground.session.document.kept_data_fields import KeptData

_POINTS, _KEPT = "data.", "file."
_APART = "data-{}.safetensors"


def data_arrays(choice: DatasetChoice, *, apart: bool) -> dict[str, NDArray[Any]]:
    """Return a person's own points, and the imported data unless they are kept in a file of their own."""
    arrays: dict[str, NDArray[Any]] = {}
    if choice.train is not None:
        arrays |= {f"{_POINTS}x": choice.train.x, f"{_POINTS}t": choice.train.t}
    if choice.kept is not None and not apart:
        arrays |= _named(choice.kept)
    return arrays


def data_in(read: Fields, arrays: Arrays, folder: Path | None) -> DatasetChoice:
    """Return which data a document learns from.

    Parameters
    ----------
    folder
        Where the document's file is: data in a file of their own are beside it.

    Raises
    ------
    OSError, TypeError, ValueError
        If something is missing or cannot be data; the message names it.
    """
    name, options, has_own_points, about = read.dataset()
    if about is None:
        train = _points(arrays, name, DATASETS[name](**options)) if has_own_points else None
        return DatasetChoice(name, options, train)
    if name != IMPORTED:
        raise ValueError(
            Message("dataset {name} has kept data; only {imported!r} can have them", name=name, imported=IMPORTED)
        )
    target = about.target or Target("", options.get("target_zero", 0.0), options.get("target_unit", 1.0))
    kept = _kept(arrays if not about.apart else _apart(folder, about.apart), about, target)
    return DatasetChoice(name, options, _points(arrays, name, kept) if has_own_points else None, kept)


def points_of_run(arrays: Arrays, prefix: str, choice: DatasetChoice, spec: NetworkSpec) -> Points:
    """Return training points of a person's own, with which a run was trained.

    Raises
    ------
    OSError, TypeError, ValueError
        If they are missing or cannot be its points; the message names them.
    """
    if choice.name != IMPORTED:
        return _points(arrays, choice.name, DATASETS[choice.name](**choice.options), prefix)
    x, t = (_present(arrays, f"{prefix}{part}") for part in ("x", "t"))  # their file may not be there
    if x.shape[1:] != spec.input_shape:
        raise ValueError(
            Message(
                "{name} has shape {shape} of {dtype}; the network needs {wanted} of {wanted_dtype}",
                name=f"{prefix}x",
                shape=x.shape,
                dtype=x.dtype,
                wanted=(len(x), *spec.input_shape),
                wanted_dtype=x.dtype,
            )
        )
    _check_samples(f"{prefix}x", x, f"{prefix}t", t, ())
    return Points(frozen(x), frozen(t))


def _points(arrays: Arrays, name: str, made: Dataset, prefix: str = _POINTS) -> Points:
    """Return training points of a person's own, which must be like those of the dataset they began with."""
    x, t = (_present(arrays, f"{prefix}{part}") for part in ("x", "t"))
    for key, array, like in (("x", x, made.x), ("t", t, made.t)):
        if array.shape[1:] != like.shape[1:] or array.dtype != like.dtype:
            raise ValueError(
                Message(
                    "{name} is not like the points of {dataset}, {shape} of {dtype}",
                    name=f"{prefix}{key}",
                    dataset=name,
                    shape=like.shape,
                    dtype=like.dtype,
                )
            )
    _check_samples(f"{prefix}x", x, f"{prefix}t", t, made.classes)
    return Points(frozen(x), frozen(t))


# ---- imported data


def _kept(arrays: Arrays, about: KeptData, target: Target) -> Dataset:
    parts = ("x", "t") if about.tests_with_all else ("x", "t", "x_test", "t_test")
    found = {part: _present(arrays, f"{_KEPT}{part}") for part in parts}
    size = sum(array.nbytes for array in found.values())
    if size > MOST_KEPT:
        raise ValueError(
            Message("its data take {size:,} bytes; a document keeps {most:,} at most", size=size, most=MOST_KEPT)
        )
    x, t = (_present(found, part) for part in ("x", "t"))
    for part, like in zip(parts[2:], (x, t), strict=False):
        if found[part].shape[1:] != like.shape[1:] or found[part].dtype != like.dtype:
            raise ValueError(
                Message(
                    "{name} is not like {other}, {shape} of {dtype}",
                    name=f"{_KEPT}{part}",
                    other=f"{_KEPT}{part[0]}",
                    shape=like.shape,
                    dtype=like.dtype,
                )
            )
    for samples, targets in zip(parts[::2], parts[1::2], strict=True):
        _check_kept(samples, found[samples], targets, found[targets], about.classes)
    found = {part: frozen(array) for part, array in found.items()}  # the file's own bytes may go
    if about.tests_with_all:
        found |= {"x_test": found["x"], "t_test": found["t"]}
    return Dataset(IMPORTED, **found, scale=about.scale, classes=about.classes, features=about.features, target=target)


def _check_kept(samples: str, x: NDArray[Any], targets: str, t: NDArray[Any], classes: tuple[str, ...]) -> None:
    are_pictures = x.ndim == 4 and x.dtype == np.uint8 and x.shape[1] == 3
    if (x.ndim != 2 and not are_pictures) or x.dtype not in (np.uint8, np.float64) or not x.size:
        raise ValueError(
            Message(
                "{name} has shape {shape} of {dtype}; expected rows of uint8 or float64",
                name=f"{_KEPT}{samples}",
                shape=x.shape,
                dtype=x.dtype,
            )
        )
    axes, dtype = (1, "int64") if classes else (2, "float64")
    if t.ndim != axes or t.dtype != dtype or 0 in t.shape[1:]:
        wanted = Message("one {dtype}", dtype=dtype) if classes else Message("a row of {dtype}", dtype=dtype)
        raise ValueError(
            Message(
                "{name} has shape {shape} of {dtype}; expected {wanted} for each sample",
                name=f"{_KEPT}{targets}",
                shape=t.shape,
                dtype=t.dtype,
                wanted=wanted,
            )
        )
    _check_samples(f"{_KEPT}{samples}", x, f"{_KEPT}{targets}", t, classes)


def _check_samples(samples: str, x: NDArray[Any], targets: str, t: NDArray[Any], classes: tuple[str, ...]) -> None:
    for key, array in ((samples, x), (targets, t)):
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise ValueError(Message("{key} holds a number that is not finite", key=key))
    if len(x) != len(t) or (classes and len(t) and not 0 <= t.min() <= t.max() < len(classes)):
        raise ValueError(
            Message(
                "{targets} does not give one of {classes} classes for each of {samples:,} samples",
                targets=targets,
                classes=len(classes),
                samples=len(x),
            )
        )


def _present(arrays: Mapping[str, NDArray[Any]], key: str) -> NDArray[Any]:
    if key not in arrays:
        raise ValueError(Message("{key} is missing", key=key))
    return arrays[key]


def _named(data: Dataset) -> dict[str, NDArray[Any]]:
    return {f"{_KEPT}{part}": array for part, array in distinct_parts(data).items()}


# ---- in a file of their own


def apart_name(checksum: str) -> str:
    """Return the name of the file that holds the data with this checksum."""
    return _APART.format(checksum[:16])


def checksum_of(data: Dataset) -> str:
    """Return what tells these data from any others."""
    return arrays_checksum("", _named(data))


def pack_apart(data: Dataset) -> list[bytes | memoryview]:
    """Return the pieces of a file with nothing but the data."""
    return encode(_named(data), {"format": "nn-playground data"})


def _apart(folder: Path | None, checksum: str) -> Arrays:
    path = None if folder is None else folder / apart_name(checksum)
    if path is None or not path.is_file():
        raise ValueError(Message("its data are in {file}, which is not beside it", file=apart_name(checksum)))
    if path.stat().st_size > MOST_KEPT + MOST_HEADER:
        raise ValueError(
            Message(
                "{name} has {size:,} bytes; data take {most:,} at most",
                name=path.name,
                size=path.stat().st_size,
                most=MOST_KEPT,
            )
        )
    arrays = decode(read_bytes(path)).tensors
    if arrays_checksum("", arrays) != checksum:
        raise ValueError(Message("its data in {name} are damaged: their checksum is not right", name=path.name))
    return arrays


def arrays_checksum(text: str, arrays: Arrays) -> str:
    """Return the SHA-256 of a text and arrays, with their names, types and shapes."""
    total = hashlib.sha256(text.encode())
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        total.update(f"{name} {array.dtype.str} {array.shape}".encode())
        total.update(array.reshape(-1).view(np.uint8).data if array.size else b"")
    return total.hexdigest()
