"""MNIST as its makers gave it away: pictures in one file, labels in another, four files in all."""

from __future__ import annotations

from pathlib import Path

from nn.imports.array_samples import samples_in
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.arrays.idx import parse_idx
from nn.imports.file_bytes import Watch, read_bytes, unwatched
from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import ReadingOptions, Samples
from nn.messages import Message

_TEST_NAMES = ("t10k", "test")


def read_idx(path: Path, options: ReadingOptions, watch: Watch = unwatched) -> Samples:
    """Return the samples of an IDX file of pictures, with the labels that lie beside it, and the test part if it does.

    Raises
    ------
    BadFile
        If there are no labels beside it, or one of the files is damaged.
    """
    pictures = _beside(path, "labels", "images", "idx1", "idx3") if "labels" in path.name else path
    labels = None if pictures is None else _beside(pictures, "images", "labels", "idx3", "idx1")
    if pictures is None or labels is None:
        raise BadFile(
            Message(
                "{name} has no partner beside it; expected pictures and labels in one folder, with names "
                "such as train-images-idx3-ubyte and train-labels-idx1-ubyte",
                name=quoted(path.name),
            )
        )
    arrays = {"x_train": _read(pictures, watch), "t_train": _read(labels, watch)}
    for name in _TEST_NAMES:
        x, t = (_beside(part, "train", name) for part in (pictures, labels))
        if x is not None and t is not None and "train" in pictures.name:
            arrays |= {"x_test": _read(x, watch), "t_test": _read(t, watch)}
            break
    return samples_in(arrays, quoted(path.name), options)


def _read(path: Path, watch: Watch) -> AnyArray:
    return parse_idx(read_bytes(path, watch), quoted(path.name), watch)


def _beside(path: Path, old: str, new: str, old_kind: str = "", new_kind: str = "") -> Path | None:
    """Find the file whose name has other words in their place, plain or packed."""
    if old not in path.name:
        return None
    name = path.name.replace(old, new)
    name = name.replace(old_kind, new_kind) if old_kind else name
    plain = name.removesuffix(".gz")
    return next((found for n in (name, plain, plain + ".gz") if (found := path.with_name(n)).is_file()), None)
