"""The MNIST database of handwritten digits, from the file in the package."""

from __future__ import annotations

import functools
import importlib.resources
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.datasets.base import Dataset, dataset
from nn.datasets.recipe import Recipe
from nn.messages import Message

if TYPE_CHECKING:
    import os

Bytes = npt.NDArray[np.uint8]
Pair = tuple[npt.NDArray[Any], npt.NDArray[Any]]
KEYS = ("train_x", "train_t", "test_x", "test_t")
SIDE = 28
WAY_OUT = Message("install nn-playground again, or give the path of an mnist.npz with train_x, train_t, test_x, test_t")


def load_mnist(
    normalize: bool = True,
    flatten: bool = True,
    one_hot_label: bool = False,
    path: str | os.PathLike[str] | None = None,
) -> tuple[Pair, Pair]:
    """Return MNIST as the book's ``dataset.mnist.load_mnist`` does, in arrays that belong to the caller.

    Parameters
    ----------
    normalize : bool
        Give float32 from 0.0 to 1.0 in place of uint8 from 0 to 255.
    flatten : bool
        Give pictures of shape (N, 784) in place of (N, 1, 28, 28).
    one_hot_label : bool
        Give float64 labels of shape (N, 10) in place of uint8 digits of shape (N,).
    path : path-like, optional
        An .npz file to read in place of the one in the package.

    Returns
    -------
    (x_train, t_train), (x_test, t_test)
        60,000 and 10,000 samples and labels.

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing, or is damaged or holds something else.
    """
    train_x, train_t, test_x, test_t = read_mnist(path)

    def pictures(x: Bytes) -> npt.NDArray[Any]:
        values = x.astype(np.float32) / np.float32(255) if normalize else x.copy()
        return values if flatten else values.reshape(-1, 1, SIDE, SIDE)

    def labels(t: Bytes) -> npt.NDArray[Any]:
        return np.eye(10)[t] if one_hot_label else t.copy()

    return (pictures(train_x), labels(train_t)), (pictures(test_x), labels(test_t))


@dataset("mnist", recipe=Recipe((100, 100), "Relu", "He", "Adam", lr=0.001, batch_size=100, epochs=20))
def mnist(name: str) -> Dataset:
    """Return MNIST as it is stored, one byte a pixel."""
    train_x, train_t, test_x, test_t = read_mnist()
    return Dataset(
        name,
        train_x,
        train_t.astype(np.int64),
        test_x,
        test_t.astype(np.int64),
        scale=1 / 255,
        classes=tuple("0123456789"),
    )


def read_mnist(path: str | os.PathLike[str] | None = None) -> tuple[Bytes, Bytes, Bytes, Bytes]:
    """Return train_x (60000, 784), train_t (60000,), test_x, test_t: read-only, read from the disk once.

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing, or is damaged or holds something else.
    """
    return _read(Path(path) if path is not None else packaged_file())


def packaged_file() -> Path:
    """Return where the package keeps MNIST.

    Raises
    ------
    FileNotFoundError
        If the package came without its resources.
    """
    try:
        return Path(str(importlib.resources.files("resources"))) / "data" / "mnist.npz"
    except ModuleNotFoundError:
        raise FileNotFoundError(
            Message("the package `resources` with data/mnist.npz is missing; {way_out}", way_out=WAY_OUT)
        ) from None


@functools.lru_cache(maxsize=1)  # 55 MB that everybody shares: unpacking them takes 0.4 s
def _read(path: Path) -> tuple[Bytes, Bytes, Bytes, Bytes]:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = tuple(archive[key] for key in KEYS)
    except FileNotFoundError:
        raise FileNotFoundError(Message("no MNIST file at {path}; {way_out}", path=path, way_out=WAY_OUT)) from None
    except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(
            Message("{path} is damaged or is not MNIST ({reason}); {way_out}", path=path, reason=error, way_out=WAY_OUT)
        ) from error
    for key, array in zip(KEYS, arrays, strict=True):
        _check(path, key, array)
        array.flags.writeable = False
    train_x, train_t, test_x, test_t = arrays
    return train_x, train_t, test_x, test_t


def _check(path: Path, key: str, array: npt.NDArray[Any]) -> None:
    samples = 60_000 if key.startswith("train") else 10_000
    shape = (samples, SIDE * SIDE) if key.endswith("x") else (samples,)
    if array.shape != shape or array.dtype != np.uint8:
        raise ValueError(
            Message(
                "{path} is not MNIST: {key} is {dtype} of shape {shape}, expected uint8 of shape {wanted}; {way_out}",
                path=path,
                key=key,
                dtype=array.dtype,
                shape=array.shape,
                wanted=shape,
                way_out=WAY_OUT,
            )
        )
    if key.endswith("t") and array.max() > 9:
        raise ValueError(
            Message(
                "{path} is damaged: {key} holds the label {label}, expected 0 to 9; {way_out}",
                path=path,
                key=key,
                label=array.max(),
                way_out=WAY_OUT,
            )
        )
