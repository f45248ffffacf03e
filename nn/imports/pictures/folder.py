"""A folder with one folder of pictures for each class."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from nn.imports.arrays.array_bytes import LARGEST_ARRAY
from nn.imports.file_bytes import Watch, part_of, read_bytes, unwatched
from nn.imports.pictures.looks import are_coloured, looks_of
from nn.imports.refusal import BadFile, Remedy, quoted
from nn.imports.samples import AUTO, COLOURED, MOST_CLASSES, Decoder, ReadingOptions, Samples
from nn.messages import Message, printable

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".pgm", ".ppm")
MOST_PICTURES = 100_000
_PREVIEWED = 100
_LARGEST_PICTURE = 64 * 2**20
MOST_COLOURED = 64
"""Pixels along each side of pictures in colour."""
_CHANNELS = 3
_ASKED_FOR_COLOUR = 40  # pictures, from all classes
_LOOKED_AT = 0.5  # of the work, before it is known whether drawings are to be cut out


def picture_files(folder: Path) -> list[list[Path]]:
    """Return the pictures of each class, classes and pictures in the order of their names.

    Raises
    ------
    BadFile
        If there are no classes with pictures, or too many.
    """
    owner = quoted(folder.name)
    try:
        found = _pictures_in(folder, owner)
    except OSError as error:
        raise BadFile(
            Message("{owner} cannot be read: {reason}; check that the folder may be read", owner=owner, reason=error)
        ) from error
    count = sum(map(len, found))
    if not found or count < 2 or count > MOST_PICTURES:
        raise BadFile(
            Message(
                "{owner} has {count:,} pictures in {folders} folders; expected 2 to {most:,}, in one "
                "folder for each class: cats/1.png, dogs/1.png",
                owner=owner,
                count=count,
                folders=len(found),
                most=MOST_PICTURES,
            )
        )
    return found


def _pictures_in(folder: Path, owner: str) -> list[list[Path]]:
    classes = sorted(path for path in folder.iterdir() if path.is_dir())
    if len(classes) > MOST_CLASSES:
        raise BadFile(
            Message(
                "{owner} has {folders:,} folders, at most {most:,} classes are read; leave some out",
                owner=owner,
                folders=len(classes),
                most=MOST_CLASSES,
            )
        )
    found = [sorted(p for p in path.iterdir() if p.suffix.lower() in ENDINGS and p.is_file()) for path in classes]
    return [files for files in found if files]


def read_folder(folder: Path, decode: Decoder, options: ReadingOptions, watch: Watch = unwatched) -> Samples:
    """Return the pictures of a folder: grey values, 255 for full ink, be it black or white; or in colour.

    Raises
    ------
    BadFile
        If a picture cannot be read, or all together take more than 512 MB.
    Cancelled
        If `watch` raises it.
    """
    classes, side = picture_files(folder), options.side
    files = [file for members in classes for file in members]
    is_coloured = _is_coloured(files, decode, options)
    _check_size(folder, len(files) * side * side * (_CHANNELS if is_coloured else 1), side)
    notes: tuple[Message, ...] = ()
    if is_coloured:
        _check_side(folder, side)
        x, settled = _decoded(files, decode, side, COLOURED, watch), {"ink": "light", "crop": "whole", "colour": "yes"}
    else:
        x, settled, notes = _grey(files, decode, options, watch)
        x = x.reshape(len(x), -1)
    t = np.repeat(np.arange(len(classes)), [len(members) for members in classes])
    names = tuple(printable(members[0].parent.name, 60) for members in classes)
    rows = tuple((name, f"{len(members):,}") for name, members in zip(names[:_PREVIEWED], classes, strict=False))
    return Samples(x, t.astype(np.int64), names, rows=rows, notes=notes, settled={"task": "classes", **settled})


def _is_coloured(files: list[Path], decode: Decoder, options: ReadingOptions) -> bool:
    """Say whether pictures are taken in colour: by a choice, or by a look at some of them."""
    if options.colour != AUTO or options.crop == "drawing":
        return options.colour == "yes"
    side = min(options.side, MOST_COLOURED)
    some = files[:: max(-(-len(files) // _ASKED_FOR_COLOUR), 1)]
    return are_coloured(_decoded(some, decode, side, COLOURED, unwatched))


def _check_size(folder: Path, needed: int, side: int) -> None:
    if needed > LARGEST_ARRAY:
        raise BadFile(
            Message(
                "{name} takes {needed:,.0f} MB at {side} × {side} pixels, at most {most:,.0f} MB are read; "
                "choose fewer pixels",
                name=quoted(folder.name),
                needed=needed / 2**20,
                side=side,
                most=LARGEST_ARRAY / 2**20,
            )
        )


def _check_side(folder: Path, side: int) -> None:
    if side > MOST_COLOURED:
        raise BadFile(
            Message(
                "{name} is to be read in colour at {side} × {side} pixels; at most {most} × {most} are: choose fewer "
                "pixels, or read it in grey",
                name=quoted(folder.name),
                side=side,
                most=MOST_COLOURED,
            ),
            Remedy(Message("Take {most} × {most} pixels", most=MOST_COLOURED), {"side": MOST_COLOURED}),
            Remedy(Message("Read it in grey"), {"colour": "no"}),
        )


def _grey(
    files: list[Path], decode: Decoder, options: ReadingOptions, watch: Watch
) -> tuple[npt.NDArray[np.uint8], dict[str, str], tuple[Message, ...]]:
    """Return grey pictures, (N, side, side), how they were taken, and what is to be told."""
    notes: tuple[Message, ...] = ()
    x = _decoded(files, decode, options.side, "", part_of(watch, 0, _LOOKED_AT))
    guess = looks_of(x)
    ink = guess.ink if options.ink == AUTO else options.ink
    crop = guess.crop if options.crop == AUTO else options.crop
    if crop == "drawing":
        x = _decoded(files, decode, options.side, ink, part_of(watch, _LOOKED_AT, 1))
        notes = _empty_ones(x, files)
    elif ink == "dark":
        np.subtract(255, x, out=x)
    return x, {"ink": ink, "crop": crop, "colour": "no"}, notes


def _decoded(files: list[Path], decode: Decoder, side: int, ink: str, watch: Watch) -> npt.NDArray[np.uint8]:
    shape = (_CHANNELS, side, side) if ink == COLOURED else (side, side)
    x = np.empty((len(files), *shape), np.uint8)
    for index, file in enumerate(files):
        x[index] = decode(read_bytes(file, largest=_LARGEST_PICTURE), file.name, side, ink)
        watch(index / len(files))
    return x


def _empty_ones(x: npt.NDArray[np.uint8], files: list[Path]) -> tuple[Message, ...]:
    empty = np.flatnonzero(~x.any(axis=(1, 2)))
    if not len(empty):
        return ()
    text = Message(
        "Nothing is drawn in {count:,} pictures, the first {name}.", count=len(empty), name=quoted(files[empty[0]].name)
    )
    return (text,)
