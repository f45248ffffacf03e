from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.arrays import frozen
from nn.breakpoints import Breakpoint
from nn.network import LayerSpec, NetworkSpec
from nn.safetensors import decode, encode
from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
from playground.session.document import DatasetChoice, DocumentState, Points, RunRecord
from playground.session.document_file import VERSION, NotADocument, _checksum, pack, unpack
from playground.session.edited_update import Override
from playground.session.recognition import Example
from playground.session.saved_document import Layout, SavedDocument, Scene

FILES = Path(__file__).parent / "files"
RNG = np.random.default_rng(7)


def full_document() -> SavedDocument:
    """Return a document in which every field holds something."""
    layers = (LayerSpec.of("Affine", units=3), LayerSpec.of("BatchNormalization"), LayerSpec.of("Affine", units=2))
    spec = NetworkSpec((2,), layers, dtype="float64")
    start = Checkpoint.initial(spec, 3)
    memory = MappingProxyType({slot: frozen(RNG.normal(size=spec.parameters)) for slot in ("M", "V")})
    checkpoint = Checkpoint(12, start.params, frozen(start.state + 0.5), memory, "Adam", 4)
    history = (
        RunRecord(1, frozen(np.array([2.5, np.inf], np.float32)), (Evaluation(2, 0.5, np.nan),), Divergence(3, np.inf)),
        RunRecord(3, frozen(np.linspace(2, 1, 10, dtype=np.float32)), (Evaluation(6, 0.5, 0.25),) * 2),
        RunRecord(13, frozen(np.empty(0, np.float32))),
    )
    state = DocumentState(
        spec,
        checkpoint,
        TrainingConfig("Adam", {"beta1": 0.8}, lr=0.02, batch_size=7, seed=5, weight_decay=0.25),
        DatasetChoice("circle", {"seed": 4}, Points(RNG.normal(size=(5, 2)), np.array([0, 1, 1, 0, 1]))),
        history,
        (Breakpoint.when("not_finite"), replace(Breakpoint.when("not_finite"), enabled=False)),
        ("mean(W1)", "nonsense ("),
        (Override(13, "a1", (0, 2), -0.0), Override(13, "a1", (0, 1), np.inf)),
    )
    pixels = frozen(RNG.random(784, np.float32))
    return SavedDocument(
        state,
        Scene(
            Example(pixels, 7, "drawn"), "mine", Layout(("draw", "curves"), ("draw",), {"draw": (300, 400)}), ("xor", 2)
        ),
        "/a/b",
        "c0ffee",
    )


def packed(saved: SavedDocument) -> bytes:
    return b"".join(pack(saved))


def assert_same(a: Any, b: Any) -> None:
    """Compare values of any depth, arrays by their bits."""
    if isinstance(a, np.ndarray):
        assert (a.dtype, a.shape, a.tobytes()) == (b.dtype, b.shape, b.tobytes())
    elif isinstance(a, Checkpoint | RunRecord | Example | Points | Scene | SavedDocument | DocumentState):
        for field in fields(a):
            assert_same(getattr(a, field.name), getattr(b, field.name))
    elif isinstance(a, MappingProxyType | dict):
        assert a.keys() == b.keys()
        for key in a:
            assert_same(a[key], b[key])
    elif isinstance(a, tuple):
        assert len(a) == len(b)
        for one, other in zip(a, b, strict=True):
            assert_same(one, other)
    else:
        assert a == b or (a != a and b != b)


def test_everything_comes_back_bit_for_bit() -> None:
    saved = full_document()
    assert_same(unpack(packed(saved)), saved)


def test_a_document_without_anything_comes_back(state: DocumentState) -> None:
    saved = SavedDocument(replace(state, dataset=DatasetChoice("xor")))
    assert_same(unpack(packed(saved)), saved)


def test_weights_stand_under_the_books_names() -> None:
    saved = full_document()
    tensors = decode(packed(saved)).tensors
    assert {"W1", "b1", "gamma1", "beta1", "W2", "b2", "optimizer.M.W1", "history.losses"} <= tensors.keys()
    assert tensors["W1"].shape == (2, 3)


def test_the_fixture_of_every_version_is_read() -> None:
    assert {path.name for path in FILES.glob("*.safetensors")} == {
        f"version-{n + 1}.safetensors" for n in range(VERSION)
    }
    for path in FILES.glob("*.safetensors"):
        saved = unpack(path.read_bytes())
        state = saved.state
        assert state.checkpoint.iteration == 12
        assert [len(record.losses) for record in state.history] == [2, 10, 0]
        assert state.history[0].divergence == Divergence(3, np.inf)
        assert state.dataset.train is not None
        assert state.dataset.train.t.tolist() == [0, 1, 1, 0, 1]
        assert state.overrides[1] == Override(13, "a1", (0, 1), np.inf)
        assert saved.scene.lesson == ("xor", 2)
        assert round(float(state.checkpoint.memory["M"][0]), 6) == 0.00123


def changed(content: bytes, **changes: Any) -> bytes:
    """Return a document's file with fields of its JSON replaced, and the checksum right."""
    tensors, about = decode(content)
    text = json.dumps(json.loads(about["document"]) | changes)
    return b"".join(encode(tensors, about | {"document": text, "sha256": _checksum(text, tensors)}))


def about_changed(content: bytes, **changes: str) -> bytes:
    tensors, about = decode(content)
    return b"".join(encode(tensors, about | changes))


CONTENT = packed(full_document())

HOSTILE = {
    "a newer version": about_changed(CONTENT, version="99"),
    "no version": about_changed(CONTENT, version="one"),
    "other format": about_changed(CONTENT, format="pt"),
    "no tensors": b"".join(encode({}, decode(CONTENT).metadata)),
    "other checksum": about_changed(CONTENT, sha256="0" * 64),
    "not JSON": about_changed(CONTENT, document="{"),
    "a list": about_changed(CONTENT, document="[]"),
    "network too large": changed(
        CONTENT, network={"input_shape": [10**6], "layers": [{"kind": "Affine", "units": 10**6}]}
    ),
    "too many layers": changed(CONTENT, network={"input_shape": [2], "layers": [{"kind": "Relu"}] * 1001}),
    "unknown layer": changed(CONTENT, network={"input_shape": [2], "layers": [{"kind": "os.system"}]}),
    "other network": changed(CONTENT, network={"input_shape": [2], "layers": [{"kind": "Affine", "units": 9}]}),
    "unknown optimizer": changed(CONTENT, checkpoint={"iteration": 1, "optimizer": "x", "since": 0, "remembers": True}),
    "since later": changed(CONTENT, checkpoint={"iteration": 1, "optimizer": "Adam", "since": 2, "remembers": True}),
    "unknown dataset": changed(CONTENT, dataset={"name": "x", "options": {}, "has_own_points": False}),
    "dataset option": changed(CONTENT, dataset={"name": "circle", "options": {"n": 1}, "has_own_points": False}),
    "points of other data": changed(CONTENT, dataset={"name": "sine", "options": {}, "has_own_points": True}),
    "config": changed(CONTENT, training={"lr": "fast"}),
    "options of an optimizer": changed(CONTENT, training={"optimizer_options": []}),
    "config field": changed(CONTENT, training={"velocity": 1}),
    "divergences": changed(CONTENT, divergences=[[0, 1]]),
    "breakpoints": changed(CONTENT, breakpoints=[{"conditions": []}]),
    "watches": changed(CONTENT, watches=[1]),
    "overrides": changed(CONTENT, overrides=[[1, "a1", [-1], 0.0]]),
    "recogniser": changed(CONTENT, recogniser="somebody"),
    "layout": changed(CONTENT, layout={"shown": [1], "front": [], "sizes": {}}),
    "sizes": changed(CONTENT, layout={"shown": [], "front": [], "sizes": {"draw": [1, -1]}}),
    "lesson": changed(CONTENT, lesson=[1, 2]),
    "example": changed(CONTENT, example={"label": 12, "origin": "drawn"}),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_no_document_can_hold_is_refused(content: bytes) -> None:
    with pytest.raises(NotADocument, match=r"\w"):
        unpack(content)


def test_a_newer_file_says_so() -> None:
    with pytest.raises(NotADocument, match=f"file version 99, known up to {VERSION}"):
        unpack(HOSTILE["a newer version"])


@settings(max_examples=2000)
@given(st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_damage_is_refused_or_changes_nothing(changes: list[tuple[int, int]]) -> None:
    content = bytearray(CONTENT)
    for place, value in changes:
        content[place] = value
    try:
        saved = unpack(bytes(content))
    except NotADocument:
        return
    assert_same(saved, unpack(CONTENT))


FIELDS = json.loads(decode(CONTENT).metadata["document"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.sampled_from(["kind", "name"]), children),
    max_leaves=6,
)


@settings(max_examples=1000)
@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), JSON, min_size=1, max_size=3))
def test_any_json_is_refused_or_a_document(changes: dict[str, Any]) -> None:
    try:
        saved = unpack(changed(CONTENT, **changes))
    except NotADocument:
        return
    assert packed(saved)
