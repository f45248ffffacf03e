"""Documents as files: safetensors, so that others load the weights as they are, with the rest as JSON beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.arrays import frozen
from nn.datasets import DATASETS
from nn.safetensors import decode, encode
from nn.training import Checkpoint
from playground.session.document import DatasetChoice, DocumentState, Points
from playground.session.document_arrays import checkpoint_arrays, history_arrays, history_in, vectors_in
from playground.session.document_fields import Fields, state_json
from playground.session.recognition import PIXELS, Example
from playground.session.saved_document import SavedDocument, Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from playground.session.document_arrays import Arrays
    from playground.session.recognition import RecogniserName

SUFFIX = ".safetensors"
FORMAT = "nn-playground document"
VERSION = 1
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each version that is no longer written: a function that makes its JSON that of the version after it."""

_MISTAKES = (ArithmeticError, KeyError, MemoryError, OSError, RecursionError, TypeError, ValueError)


class NotADocument(ValueError):
    """The file holds something else, or nothing that is whole."""


def pack(saved: SavedDocument) -> list[bytes | memoryview]:
    """Return the pieces of a document's file, to be written one after the other."""
    arrays = _arrays(saved)
    text = json.dumps(state_json(saved.state) | _scene_json(saved), allow_nan=False)
    about = {"format": FORMAT, "version": str(VERSION), "document": text, "sha256": _checksum(text, arrays)}
    return encode(arrays, about)


def unpack(content: bytes) -> SavedDocument:
    """Return the document in the bytes of a file.

    Raises
    ------
    NotADocument
        If they hold no document, or a damaged one, or one too large; the message says what is wrong.
    """
    try:
        arrays, about = decode(content)
        return _document(_migrated(about), _checked(arrays, about))
    except _MISTAKES as error:
        raise NotADocument(str(error)) from error


def _document(data: Any, arrays: Arrays) -> SavedDocument:
    read = Fields(data)
    spec = read.network()
    config = read.training(spec)
    iteration, optimizer, since, slots = read.checkpoint()
    params, running, memory = vectors_in(arrays, spec, slots)
    checkpoint = Checkpoint(iteration, params, running, memory, optimizer, since)
    state = DocumentState(
        spec,
        checkpoint,
        config,
        _dataset(read, arrays),
        history_in(arrays, read.divergences()),
        read.breakpoints(),
        read.watches(),
        read.overrides(),
    )
    origin, checksum = (read.optional(name, str, "") for name in ("origin", "origin_checksum"))
    return SavedDocument(state, _scene(read, arrays), origin, checksum)


def _migrated(about: Mapping[str, str]) -> Any:
    if about.get("format") != FORMAT:
        raise ValueError("it holds no document of this program")
    text = about.get("version", "")
    version = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    if version > VERSION:
        raise ValueError(f"a newer version of this program saved it (file version {version}, known up to {VERSION})")
    if version < 1:
        raise ValueError(f"its version is {text[:20]!r}; expected a number from 1 to {VERSION}")
    data = json.loads(about.get("document", ""))
    for step in range(version, VERSION):
        data = MIGRATIONS[step](data)
    return data


def _checked(arrays: Arrays, about: Mapping[str, str]) -> Arrays:
    """Refuse what is not as it was written: a number that changed on a bad disk looks like any other."""
    if _checksum(about.get("document", ""), arrays) != about.get("sha256"):
        raise ValueError("it is damaged, or another program changed it: its checksum is not right")
    return arrays


def _checksum(text: str, arrays: Arrays) -> str:
    total = hashlib.sha256(text.encode())
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        total.update(f"{name} {array.dtype.str} {array.shape}".encode())
        total.update(array.reshape(-1).view(np.uint8).data if array.size else b"")
    return total.hexdigest()


# ---- what is no part of undo, and the points


def _arrays(saved: SavedDocument) -> dict[str, NDArray[Any]]:
    state, example, train = saved.state, saved.scene.example, saved.state.dataset.train
    arrays = checkpoint_arrays(state.spec, state.checkpoint) | history_arrays(state.history)
    if train is not None:
        arrays |= {"data.x": train.x, "data.t": train.t}
    if example is not None:
        arrays["example"] = example.pixels
    return arrays


def _scene_json(saved: SavedDocument) -> dict[str, Any]:
    scene = saved.scene
    example = scene.example
    return {
        "example": None if example is None else {"label": example.label, "origin": example.origin},
        "recogniser": scene.recogniser,
        "layout": None if scene.layout is None else asdict(scene.layout),
        "lesson": list(scene.lesson),
        "origin": saved.origin,
        "origin_checksum": saved.origin_checksum,
    }


def _scene(read: Fields, arrays: Arrays) -> Scene:
    recogniser = read.optional("recogniser", str, "shipped")
    if recogniser not in ("shipped", "mine"):
        raise ValueError(f"recogniser is {recogniser!r}; choose 'shipped' or 'mine'")
    lesson = read.optional("lesson", list, ["", 0])
    if [type(part) for part in lesson] != [str, int] or not 0 <= lesson[1] < 2**31:
        raise TypeError(f"lesson is {str(lesson)[:80]!r}; expected its name and the number of a step")
    reader: RecogniserName = "mine" if recogniser == "mine" else "shipped"
    return Scene(_example(read, arrays), reader, read.layout(), (lesson[0], lesson[1]))


def _example(read: Fields, arrays: Arrays) -> Example | None:
    about: dict[str, Any] = read.optional("example", dict, {})
    if not about:
        return None
    pixels, label, origin = arrays.get("example"), about.get("label"), about.get("origin")
    if pixels is None or pixels.shape != (PIXELS,) or pixels.dtype != np.float32:
        raise ValueError(f"the example is no row of {PIXELS} numbers of float32")
    if not (np.isfinite(pixels).all() and (label is None or (type(label) is int and 0 <= label < 10))):
        raise ValueError(f"the example holds a pixel that is no number, or its label {label!r} is no digit")
    return Example(frozen(pixels), label, origin if isinstance(origin, str) else "")


def _dataset(read: Fields, arrays: Arrays) -> DatasetChoice:
    name, options, has_own_points = read.dataset()
    train = _points(name, options, arrays) if has_own_points else None
    return DatasetChoice(name, options, train)


def _points(name: str, options: dict[str, Any], arrays: Arrays) -> Points:
    """Return training points of a person's own, which must be like those of the dataset they began with."""
    made = DATASETS[name](**options)
    for key, like in (("data.x", made.x), ("data.t", made.t)):
        array = arrays.get(key)
        if array is None or array.shape[1:] != like.shape[1:] or array.dtype != like.dtype:
            raise ValueError(f"{key} is missing or not like the points of {name}, {like.shape} of {like.dtype}")
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise ValueError(f"{key} holds a number that is not finite")
    x, t = frozen(arrays["data.x"]), frozen(arrays["data.t"])
    if len(x) != len(t) or (made.classes and len(t) and not 0 <= t.min() <= t.max() < len(made.classes)):
        raise ValueError(f"data.t does not give one of {len(made.classes)} classes for each of {len(x)} points")
    return Points(x, t)
