"""Documents as files: safetensors, so that others load the weights as they are, with the rest as JSON beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.arrays import frozen
from nn.files.safetensors import decode, encode
from nn.imports.refusal import short
from nn.messages import Message, message_of
from nn.training import Checkpoint
from playground.session.document.arrays import bounded, checkpoint_arrays, history_arrays, history_in, vectors_in
from playground.session.document.code_training import training_arrays
from playground.session.document.copies.parts import parts_in
from playground.session.document.data import arrays_checksum, data_arrays, data_in
from playground.session.document.fields import Fields, state_json
from playground.session.document.layout import layout_in, layout_json
from playground.session.document.saved import SavedDocument, Scene
from playground.session.document.state import DocumentState
from playground.session.document.way import OWN_WAY, ways_arrays, ways_in
from playground.session.looking.example import PIXELS, Example
from playground.session.racing.kept import race_arrays, race_in
from playground.session.runs.stored import label_in, label_json, run_arrays, runs_in

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from playground.session.document.arrays import Arrays
    from playground.session.document.copies.parts import Aside
    from playground.session.looking.subject import NetworkName

SUFFIX = ".safetensors"
FORMAT = "nn-playground document"
VERSION = 7


def _to_version_2(data: dict[str, Any]) -> dict[str, Any]:
    """Add what version 1 did not know: imported data in the document itself, and where the panels stand."""
    layout = data["layout"]
    return {
        **data,
        "dataset": {**data["dataset"], "kept": None},
        "layout": None if layout is None else {**layout, "areas": {}, "floating": {}},
    }


def _to_version_3(data: dict[str, Any]) -> dict[str, Any]:
    """Add what version 2 did not know: a person's own code."""
    return {**data, "code": None}


def _to_version_4(data: dict[str, Any]) -> dict[str, Any]:
    """Add what version 3 did not know: a training of a person's own code."""
    return {**data, "code_training": None}


def _to_version_5(data: dict[str, Any]) -> dict[str, Any]:
    """Add what version 4 did not know: the way that training came."""
    return {**data, "way": None}


def _to_version_6(data: dict[str, Any]) -> dict[str, Any]:
    """Add what version 5 did not know: the runs before the current one, and what that is called."""
    return {**data, "run": None}


def _to_version_7(data: dict[str, Any]) -> dict[str, Any]:
    """Add what version 6 did not know: ways to the runs before the current one, and where a run left another.

    A race, which it did not know either, is an array that need not be there.
    """
    way, run = data.get("way"), data.get("run")
    if way is not None:
        own = {name: part for name, part in way.items() if name != "checkpoints"}
        way = {"checkpoints": way["checkpoints"], "ways": [{"run": OWN_WAY, **own}]}
    return {**data, "way": way, "run": None if run is None else {**run, "fork": None}}


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: _to_version_2,
    2: _to_version_3,
    3: _to_version_4,
    4: _to_version_5,
    5: _to_version_6,
    6: _to_version_7,
}
"""For each version that is no longer written: a function that makes its JSON that of the version after it."""

_MISTAKES = (ArithmeticError, KeyError, MemoryError, OSError, RecursionError, TypeError, ValueError)


class NotADocument(ValueError):
    """The file holds something else, or nothing that is whole; its text is short, whatever stands in the file."""

    def __init__(self, text: str) -> None:
        super().__init__(short(text))


class OtherFormat(NotADocument):
    """The file is whole, but another program's."""


class Unsound(NotADocument):
    """It is a document, of which only the arrays can be read: it is damaged, or a newer program's."""


def pack(saved: SavedDocument, apart: str = "", aside: Aside | None = None) -> list[bytes | memoryview]:
    """Return the pieces of a document's file, to be written one after the other.

    Parameters
    ----------
    apart
        Checksum of the imported data if those are kept in a file of their own beside it; else they go into this one.
    aside
        The arrays of `arrays_of` that stand in other files beside it.
    """
    names = {name for held in (aside or {}).values() for name in held}
    arrays = {name: array for name, array in arrays_of(saved, is_apart=bool(apart)).items() if name not in names}
    about = {"run": label_json(saved.state.run_label), "aside": aside}
    text = json.dumps(state_json(_bounded(saved.state), apart) | _scene_json(saved) | about, allow_nan=False)
    head = {"format": FORMAT, "version": str(VERSION), "document": text, "sha256": arrays_checksum(text, arrays)}
    return encode(arrays, head)


def arrays_of(saved: SavedDocument, *, is_apart: bool) -> dict[str, NDArray[Any]]:
    """Return all arrays of a document by the names that they have in its file; without imported data if `is_apart`."""
    state, example = _bounded(saved.state), saved.scene.example
    arrays = checkpoint_arrays(state.spec, state.checkpoint) | history_arrays(state.history)
    arrays |= data_arrays(state.dataset, apart=is_apart) | training_arrays(state.code_training)
    arrays |= ways_arrays(saved) | run_arrays(state.runs) | race_arrays(state.race)
    if example is not None:
        arrays["example"] = example.pixels
    return arrays


def _bounded(state: DocumentState) -> DocumentState:
    return replace(state, history=bounded(state.history))


def unpack(content: bytes, folder: Path | None = None) -> SavedDocument:
    """Return the document in the bytes of a file.

    Parameters
    ----------
    folder
        Where the file is, for data that are kept beside it.

    Raises
    ------
    NotADocument
        If they hold no document, or a damaged one, or one too large; the message says what is wrong.
    """
    try:
        arrays, about = decode(content)
    except _MISTAKES as error:
        raise NotADocument(message_of(error)) from error
    if about.get("format") != FORMAT:
        raise OtherFormat(Message("it holds no document of this program"))
    try:
        return _document(_migrated(about), _checked(arrays, about), folder)
    except _MISTAKES as error:
        raise Unsound(message_of(error)) from error


def _document(data: Any, arrays: Arrays, folder: Path | None) -> SavedDocument:
    read = Fields(data)
    arrays = {**arrays, **parts_in(read.optional("aside", dict, {}), folder)}
    spec = read.network()
    config = read.training(spec)
    iteration, optimizer, since, slots = read.checkpoint()
    params, running, memory = vectors_in(arrays, spec, slots)
    checkpoint = Checkpoint(iteration, params, running, memory, optimizer, since)
    state = DocumentState(
        spec,
        checkpoint,
        config,
        data_in(read, arrays, folder),
        history_in(arrays, read.divergences(), read.paces(), read.setups()),
        read.breakpoints(),
        read.watches(),
        read.overrides(),
        read.code(),
        read.code_training(arrays),
        runs_in(arrays),
        label_in(data["run"]),
        race_in(arrays),
    )
    origin, checksum = (read.optional(name, str, "") for name in ("origin", "origin_checksum"))
    ways = ways_in(read.optional("way", dict, {}) or None, arrays, checkpoint, state.runs, state.dataset)
    own = ways.pop(OWN_WAY, None)
    return SavedDocument(state, _scene(read, arrays), origin, checksum, own, ways)


def _migrated(about: Mapping[str, str]) -> Any:
    text = about.get("version", "")
    version = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    if version > VERSION:
        raise ValueError(
            Message(
                "a newer version of this program saved it (file version {version}, known up to {newest})",
                version=version,
                newest=VERSION,
            )
        )
    if version < 1:
        raise ValueError(
            Message(
                "its version is {version!r}; expected a number from 1 to {newest}", version=text[:20], newest=VERSION
            )
        )
    data = json.loads(about.get("document", ""))
    for step in range(version, VERSION):
        data = MIGRATIONS[step](data)
    return data


def _checked(arrays: Arrays, about: Mapping[str, str]) -> Arrays:
    """Refuse what is not as it was written: a number that changed on a bad disk looks like any other."""
    if arrays_checksum(about.get("document", ""), arrays) != about.get("sha256"):
        raise ValueError(Message("it is damaged, or another program changed it: its checksum is not right"))
    return arrays


# ---- what is no part of undo


def _scene_json(saved: SavedDocument) -> dict[str, Any]:
    scene = saved.scene
    example = scene.example
    return {
        "example": None if example is None else {"label": example.label, "origin": example.origin},
        "recogniser": "shipped" if scene.network == "shipped" else "mine",
        "layout": None if scene.layout is None else layout_json(scene.layout),
        "lesson": list(scene.lesson),
        "origin": saved.origin,
        "origin_checksum": saved.origin_checksum,
    }


def _scene(read: Fields, arrays: Arrays) -> Scene:
    recogniser = read.optional("recogniser", str, "shipped")
    if recogniser not in ("shipped", "mine"):
        raise ValueError(Message("recogniser is {recogniser!r}; choose 'shipped' or 'mine'", recogniser=recogniser))
    lesson = read.optional("lesson", list, ["", 0])
    if [type(part) for part in lesson] != [str, int] or not 0 <= lesson[1] < 2**31:
        raise TypeError(
            Message("lesson is {value!r}; expected its name and the number of a step", value=str(lesson)[:80])
        )
    layout = read.optional("layout", dict, {})
    reader: NetworkName = "mine" if recogniser == "mine" else "shipped"
    return Scene(_example(read, arrays), reader, layout_in(layout) if layout else None, (lesson[0], lesson[1]))


def _example(read: Fields, arrays: Arrays) -> Example | None:
    about: dict[str, Any] = read.optional("example", dict, {})
    if not about:
        return None
    pixels, label, origin = arrays.get("example"), about.get("label"), about.get("origin")
    if pixels is None or pixels.shape != (PIXELS,) or pixels.dtype != np.float32:
        raise ValueError(Message("the example is no row of {count} numbers of float32", count=PIXELS))
    if not (np.isfinite(pixels).all() and (label is None or (type(label) is int and 0 <= label < 10))):
        raise ValueError(
            Message("the example holds a pixel that is no number, or its label {label!r} is no digit", label=label)
        )
    return Example(frozen(pixels), label, origin if isinstance(origin, str) else "")
