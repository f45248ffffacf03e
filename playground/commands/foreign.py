"""Files that hold no network of this program: arrays, data to learn from, or a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nn.imports.arrays.tensors import read_tensors
from nn.imports.reading import read_samples
from nn.imports.refusal import BadFile
from playground.commands.pictures import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rows = list[tuple[str, str]]

_ARRAYS = (".npz", ".npy", ".pkl", ".pickle", ".safetensors")
_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".pgm", ".ppm")
_MOST_CLASSES = 10


def described(path: Path) -> tuple[Rows, str]:
    """Return what a file holds, a row for each thing that can be said, and what it is good for.

    Raises
    ------
    BadFile
        If none of the readers can make anything of it; the message is that of the one its name asks for.
    """
    readers = _readers(path)
    first: BadFile | None = None
    for reader in readers:
        try:
            return reader(path)
        except BadFile as error:
            first = first or error
    assert first is not None
    raise first


def shape_text(shape: Sequence[int]) -> str:
    """Return a shape as people write it."""
    return "×".join(str(size) for size in shape) or "one number"


def _readers(path: Path) -> tuple[Callable[[Path], tuple[Rows, str]], ...]:
    """Return who may understand a file, the likeliest first."""
    ending = path.suffix.lower()
    if path.is_dir():
        return (_samples,)
    if ending in _PICTURES:
        return (_picture,)
    return (_arrays, _samples, _picture) if ending in _ARRAYS else (_samples, _arrays, _picture)


def _arrays(path: Path) -> tuple[Rows, str]:
    rows = [(f"  {name}", f"{shape_text(array.shape):<12} {array.dtype}") for name, array in read_tensors(path).items()]
    return [("format", "arrays of another program"), *rows], "yes, but it does not say which network they belong to"


def _samples(path: Path) -> tuple[Rows, str]:
    samples = read_samples(path, decode=decode if path.is_dir() else None)
    rows = [("format", "a folder of pictures" if path.is_dir() else "data to learn from")]
    test = "" if samples.x_test is None else f", and {len(samples.x_test):,} to test with"
    rows.append(("samples", f"{len(samples.x):,} of {shape_text(samples.x.shape[1:])} numbers{test}"))
    if samples.classes:
        shown = ", ".join(samples.classes[:_MOST_CLASSES]) + (", …" if len(samples.classes) > _MOST_CLASSES else "")
        rows.append(("targets", f"{len(samples.classes)} classes: {shown}"))
    else:
        rows.append(("targets", f"{shape_text(samples.t.shape[1:])} value of each sample"))
    rows += [("note", str(note)) for note in samples.notes]
    return rows, "yes; File > Import data takes it"


def _picture(path: Path) -> tuple[Rows, str]:
    from playground.widgets.picture.picture_file import PictureError, read_picture

    try:
        image = read_picture(path)
    except PictureError as error:
        raise BadFile(str(error)) from error
    size = f"{image.width()}×{image.height()} pixels"
    return [("format", "picture"), ("shown as", size)], "yes; predict says which digit it shows"
