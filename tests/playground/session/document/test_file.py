from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
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
from nn.datasets import Dataset
from nn.datasets.columns import Feature, Target
from nn.files.safetensors import decode, encode
from nn.network import LayerSpec, NetworkSpec
from nn.replay import Leg, Way
from nn.replay.surroundings import Surroundings
from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
from playground.session.document.code import LONGEST_CODE, Code
from playground.session.document.code_training import MOST_PARAMETERS, CodeTraining
from playground.session.document.data import arrays_checksum
from playground.session.document.file import VERSION, NotADocument, pack, unpack
from playground.session.document.kept_data import MOST_KEPT, keep
from playground.session.document.kept_way import KeptWay
from playground.session.document.override import Override
from playground.session.document.saved import Layout, SavedDocument, Scene, Split, Tabs
from playground.session.document.state import (
    DatasetChoice,
    DocumentState,
    Fork,
    Points,
    Run,
    RunLabel,
    RunRecord,
    TooMuch,
)
from playground.session.looking.example import Example
from playground.session.own_code.training.settings import Settings

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
        RunRecord(
            3, frozen(np.linspace(2, 1, 10, dtype=np.float32)), (Evaluation(6, 0.5, 0.25),) * 2, None, ((3, 8), (9, 4))
        ),
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


LAYOUT = Layout(
    ("draw", "curves", "weights"),
    ("draw", "weights"),
    {"draw": (300, 400), "weights": (500, 300)},
    {"left": Split(True, (Tabs(("draw",)), Split(False, (Tabs(("weights", "network")), Tabs(("lessons",))))))},
    {"curves": (-1200, 40, 400, 300)},
)


def imported_document() -> SavedDocument:
    """Return a document that learns from a person's own file, with everything that is new in version 2."""
    saved = full_document()
    x, x_test, t = RNG.normal(size=(9, 2)), RNG.normal(size=(4, 2)), np.array([0, 1, 2, 0, 1, 2, 2, 1, 0])
    data = Dataset("file", x, t, x_test, t[:4], scale=0.5, classes=("아", "b", "b & <i>c</i>"))
    choice = DatasetChoice("file", {"path": "/gone/iris.csv", "digest": "0f", "test_share": 0.3})
    choice = replace(keep(choice, data), train=saved.state.dataset.train)
    scene = replace(saved.scene, layout=LAYOUT)
    return replace(saved, state=replace(saved.state, dataset=choice), scene=scene)


CODE = Code('import os\nprint("가 <b>", os.name)\n', "relu 가.py", is_foreign=True)


def document_with_code() -> SavedDocument:
    """Return a document with a person's own code, which is what is new in version 3."""
    saved = imported_document()
    return replace(saved, state=replace(saved.state, code=CODE))


TRAINING = CodeTraining(
    CODE,
    Settings("Net 가", "Adam", lr=0.005, epochs=2, seed=3),
    3,
    1200,
    {"W1": RNG.normal(size=(3, 2)), "b": np.arange(2, dtype=np.float32), "0/x": np.array(7)},
    frozen(np.array([2.5, np.inf, np.nan], np.float32)),
    ((0, 0.1), (2, 0.5)),
    9,
    ("m", "v"),
    True,
)


def document_with_training() -> SavedDocument:
    """Return a document with a training of a person's own code, which is what is new in version 4."""
    saved = document_with_code()
    return replace(saved, state=replace(saved.state, code_training=TRAINING))


WHERE = Surroundings("1.26", "other 1", "abacus", "4")


def document_with_way() -> SavedDocument:
    """Return a document with the way that training came, which is what is new in version 5."""
    saved = document_with_training()
    state = saved.state
    start = Checkpoint.initial(state.spec, 3)
    memory = MappingProxyType({"M": start.params * 2, "V": start.params * 3})
    middle = Checkpoint(5, frozen(start.params + 1), start.state, memory, "Adam", 1)
    other = DatasetChoice("spiral", {"samples": 30}, Points(np.eye(2), np.array([0, 1])))
    first = Leg(state.spec, TrainingConfig(batch_size=3), None, (start, middle), True, other, "abc")
    then = Leg(state.spec, state.config, None, (replace(middle, iteration=7), state.checkpoint), False, state.dataset)
    return replace(saved, way=KeptWay(Way((replace(first, where=WHERE), then)), is_edited=True))


def packed(saved: SavedDocument) -> bytes:
    return b"".join(pack(saved))


def document_with_runs() -> SavedDocument:
    """Return a document with a run before the current one, which is what is new in version 6."""
    saved = document_with_training()
    state = saved.state
    records = (replace(state.history[0], seconds=1.5), replace(state.history[1], seconds=0.25))
    label = RunLabel(2, "가 <b>", "a note & <i>more</i>", 3, True, 2)
    run = Run(label, state.spec, state.config, DatasetChoice("circle"), 5, records, state.checkpoint, 1764513000.5)
    curves_only = replace(run, label=RunLabel(3), checkpoint=None, own_samples=0)
    return replace(saved, state=replace(state, runs=(run, curves_only), run_label=RunLabel(7, color=6)))


def document_with_branches() -> SavedDocument:
    """Return a document whose run left another one, with the ways to both, which is what is new in version 7."""
    saved = document_with_way()
    state = saved.state
    start, middle = saved.way.way.legs[0].checkpoints
    end = replace(middle, iteration=9, params=frozen(middle.params + 1))
    leg = Leg(state.spec, state.config, None, (start, middle, end), True, state.dataset)
    points = Points(np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([1, 0]))
    config = replace(state.config, lr=0.5)
    run = Run(RunLabel(1), state.spec, config, DatasetChoice("circle"), 2, state.history[:1], end, 0.0, points)
    fork = Fork(1, 5, state.spec, config, DatasetChoice("circle"), 2)
    untrained = replace(run, label=RunLabel(2, fork=replace(fork, iteration=0)), history=(), checkpoint=start)
    state = replace(state, runs=(run, untrained), run_label=RunLabel(3, fork=fork))
    return replace(saved, state=state, branches={1: KeptWay(Way((leg,)))})


COMPOUND = (
    Checkpoint,
    Code,
    CodeTraining,
    Dataset,
    DatasetChoice,
    DocumentState,
    Example,
    Fork,
    KeptWay,
    Leg,
    Points,
    Run,
    RunLabel,
    RunRecord,
    SavedDocument,
    Scene,
    Way,
)


def assert_same(a: Any, b: Any) -> None:
    """Compare values of any depth, arrays by their bits."""
    if isinstance(a, np.ndarray):
        assert (a.dtype, a.shape, a.tobytes()) == (b.dtype, b.shape, b.tobytes())
    elif isinstance(a, COMPOUND):
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


@pytest.mark.parametrize(
    "make",
    [
        full_document,
        imported_document,
        document_with_code,
        document_with_training,
        document_with_way,
        document_with_runs,
    ],
)
def test_everything_comes_back_bit_for_bit(make: Callable[[], SavedDocument]) -> None:
    saved = make()
    assert_same(unpack(packed(saved)), saved)


def own(x: Any, t: Any, *, tests_with_all: bool = False) -> SavedDocument:
    """Return a document that learns from these data."""
    saved = imported_document()
    x_test, t_test = (x, t) if tests_with_all else (x[:1].copy(), t[:1].copy())
    classes = ("a", "b") if t.ndim == 1 else ()
    choice = keep(DatasetChoice("file", {"path": "a.csv"}), Dataset("file", x, t, x_test, t_test, 1.0, classes))
    return replace(saved, state=replace(saved.state, dataset=choice))


def test_pictures_and_values_to_come_close_to_are_kept() -> None:
    for x, t in (
        (RNG.integers(0, 256, (3, 784)).astype(np.uint8), np.array([0, 1, 1])),
        (RNG.normal(size=(3, 4)), RNG.normal(size=(3, 2))),
    ):
        saved = own(x, t)
        assert saved.state.dataset.kept is not None
        assert_same(unpack(packed(saved)).state.dataset.kept, saved.state.dataset.kept)


def test_names_units_and_categories_of_the_file_are_kept() -> None:
    features = (Feature("age", 40.0, 12.5), Feature("colour", categories=("blue", "red")))
    data = Dataset(
        "file", *(RNG.normal(size=(3, n)) for n in (3, 1, 3, 1)), features=features, target=Target("€", 5.0, 2.0)
    )
    saved = own(data.x, data.t)
    saved = replace(saved, state=replace(saved.state, dataset=keep(saved.state.dataset.base, data)))
    kept = unpack(packed(saved)).state.dataset.kept
    assert kept is not None
    assert (kept.features, kept.target) == (features, Target("€", 5.0, 2.0))


def test_a_document_of_before_knows_the_unit_of_its_target_from_its_options() -> None:
    saved = own(RNG.normal(size=(3, 4)), RNG.normal(size=(3, 1)))
    options = {"target_zero": 100.0, "target_unit": 50.0}
    kept = {"classes": [], "scale": 1.0, "tests_with_all": False, "apart": ""}
    about = {"name": "file", "options": options, "has_own_points": False, "kept": kept}
    found = unpack(changed(packed(saved), dataset=about)).state.dataset.kept
    assert found is not None
    assert (found.features, found.target) == ((), Target("", 100.0, 50.0))


def test_data_that_are_tested_with_all_of_themselves_are_kept_once() -> None:
    x, t = RNG.normal(size=(3000, 4)), np.zeros(3000, np.int64)
    saved = own(x, t, tests_with_all=True)
    content = packed(saved)
    assert len(content) < 2 * x.nbytes
    kept = unpack(content).state.dataset.kept
    assert kept is not None
    assert_same(kept, saved.state.dataset.kept)
    assert np.shares_memory(kept.x, kept.x_test)


def test_arrays_in_another_order_are_kept_as_they_will_come_back() -> None:
    saved = own(np.asfortranarray(RNG.normal(size=(3, 4))), np.array([0, 1, 1]))
    kept = saved.state.dataset.kept
    assert kept is not None
    assert kept.x.flags.c_contiguous


def test_large_data_are_not_kept() -> None:
    rows = MOST_KEPT // 80 + 1
    assert own(np.zeros((rows, 10)), np.zeros(rows, np.int64)).state.dataset.kept is None
    data = Dataset("circle", np.zeros((1, 2)), np.zeros(1, np.int64), np.zeros((1, 2)), np.zeros(1, np.int64))
    assert keep(DatasetChoice("circle"), data).kept is None, "what the program makes itself is nobody's file"


def test_a_document_without_anything_comes_back(state: DocumentState) -> None:
    saved = SavedDocument(replace(state, dataset=DatasetChoice("xor")))
    assert_same(unpack(packed(saved)), saved)


def document_of_pictures() -> SavedDocument:
    """Return a document of a convolutional network, with what its normalization remembers."""
    layers = (
        LayerSpec.of("Convolution", filters=3, size=3, width=2, stride=2, pad=1),
        LayerSpec.of("BatchNormalization"),
        LayerSpec.of("Pooling", size=2, stride=1, method="average"),
        LayerSpec.of("GlobalAveragePooling"),
        LayerSpec.of("Affine", units=10),
    )
    spec = NetworkSpec((1, 28, 28), layers)
    state = DocumentState(spec, Checkpoint.initial(spec, 3), TrainingConfig(), DatasetChoice("mnist"))
    return replace(full_document(), state=state)


def test_a_network_of_pictures_comes_back_bit_for_bit() -> None:
    saved = document_of_pictures()
    assert_same(unpack(packed(saved)), saved)
    tensors = decode(packed(saved)).tensors
    assert tensors["W1"].shape == (3, 1, 3, 2)
    assert tensors["gamma1"].shape == (3,)


@pytest.mark.parametrize(
    ("place", "wrong", "told"),
    [
        (0, {"size": 40}, "the filter is 40x2 pixels and does not fit into a picture of 28x28 .30x30 with padding."),
        (0, {"stride": 0}, "stride is 0; give a whole number from 1"),
        (0, {"filters": 0}, "filters is 0; give a whole number from 1"),
        (0, {"filters": 10**9}, "filters is 1000000000; give a whole number from 1 to 100,000"),
        (0, {"filters": 100_000, "pad": 1000}, "this network needs .* GB to train, at most 2 GB are allowed"),
        (0, {"pad": 10**6}, "pad is 1000000; give a whole number from 0 to 1,000"),
        (0, {"filters": 4}, "W1"),
        (0, {"same": True}, "a filter of 3x2 has no pixel in its middle"),
        (0, {"size": "3"}, "size is '3'"),
        (2, {"size": 30}, "the filter is 30x30 pixels and does not fit into a picture of 14x15"),
        (2, {"stride": 0}, "stride is 0; give a whole number from 1"),
        (2, {"pad": 2}, "padding of 2 around a window of 2x2 is too much"),
        (2, {"method": "median"}, "method is 'median'; choose one of"),
    ],
)
def test_a_damaged_network_of_pictures_is_refused(place: int, wrong: dict[str, Any], told: str) -> None:
    content = packed(document_of_pictures())
    network = json.loads(decode(content).metadata["document"])["network"]
    network["layers"][place] |= wrong
    damaged = changed(content, network=network)
    tracemalloc.start()
    with pytest.raises(NotADocument, match=told):
        unpack(damaged)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**23  # what the file holds is read, and nothing as large as it says is made


def test_channels_that_do_not_match_are_refused() -> None:
    content = packed(document_of_pictures())
    network = json.loads(decode(content).metadata["document"])["network"]
    with pytest.raises(NotADocument, match="W1"):
        unpack(changed(content, network=network | {"input_shape": [3, 28, 28]}))


@pytest.mark.parametrize("threads", [0, -1, 65, 10**12, 1.5, "2", True, None])
def test_a_number_of_threads_that_is_none_is_refused(threads: Any) -> None:
    training = json.loads(decode(CONTENT).metadata["document"])["training"]
    with pytest.raises(NotADocument, match="threads is"):
        unpack(changed(CONTENT, training=training | {"threads": threads}))


def test_one_core_goes_without_saying_and_another_number_comes_back() -> None:
    saved = full_document()
    assert "threads" not in json.loads(decode(packed(saved)).metadata["document"])["training"]
    several = replace(saved, state=replace(saved.state, config=replace(saved.state.config, threads=2)))
    assert_same(unpack(packed(several)), several)


def test_weights_stand_under_the_books_names() -> None:
    saved = full_document()
    tensors = decode(packed(saved)).tensors
    assert {"W1", "b1", "gamma1", "beta1", "W2", "b2", "optimizer.M.W1", "history.losses"} <= tensors.keys()
    assert tensors["W1"].shape == (2, 3)


def test_the_package_of_the_format_loads_weights_and_data(tmp_path: Path) -> None:
    load_file = pytest.importorskip("safetensors.numpy").load_file
    saved = imported_document()
    (tmp_path / "a.safetensors").write_bytes(packed(saved))
    tensors = load_file(tmp_path / "a.safetensors")
    assert saved.state.dataset.kept is not None
    assert tensors["file.x"].tobytes() == saved.state.dataset.kept.x.tobytes()
    assert tensors["W1"].tobytes() == saved.state.checkpoint.params[:6].tobytes()


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


def test_version_1_knew_neither_kept_data_nor_places() -> None:
    saved = unpack((FILES / "version-1.safetensors").read_bytes())
    assert saved.state.dataset.name == "circle"
    assert saved.state.dataset.kept is None
    assert saved.scene.layout == Layout(("draw", "curves"), ("draw",), {"draw": (300, 400)})
    assert not any(record.paces for record in saved.state.history)
    assert_same(unpack(packed(saved)), saved)


def test_version_2_brings_its_data_along() -> None:
    saved = unpack((FILES / "version-2.safetensors").read_bytes())
    kept = saved.state.dataset.kept
    assert kept is not None
    assert (kept.x.shape, kept.x_test.shape, kept.t.tolist()) == ((9, 2), (4, 2), [0, 1, 2, 0, 1, 2, 2, 1, 0])
    assert (kept.scale, kept.classes) == (0.5, ("아", "b", "b & <i>c</i>"))
    assert saved.scene.layout == LAYOUT
    assert [record.paces for record in saved.state.history] == [(), ((3, 8), (9, 4)), ()]


def test_version_3_brings_code_along_that_nobody_has_allowed_and_no_path() -> None:
    saved = unpack((FILES / "version-3.safetensors").read_bytes())
    assert saved.state.code == CODE
    own = replace(saved, state=replace(saved.state, code=replace(CODE, path=Path("/etc/passwd"), is_foreign=False)))
    assert b"passwd" not in packed(own)
    assert unpack(packed(own)).state.code == CODE


def test_version_4_brings_a_training_along_whose_code_nobody_has_allowed() -> None:
    saved = unpack((FILES / "version-4.safetensors").read_bytes())
    training = saved.state.code_training
    assert training is not None
    assert (training.code, training.settings.network, training.iteration) == (CODE, "Net 가", 3)
    assert {name: array.shape for name, array in training.parameters.items()} == {"W1": (3, 2), "b": (2,), "0/x": ()}
    assert (training.accuracies, training.remembered) == (((0, 0.1), (2, 0.5)), ("m", "v"))
    assert_same(unpack(packed(saved)), saved)


def test_version_5_brings_the_way_along_that_training_came() -> None:
    saved = unpack((FILES / "version-5.safetensors").read_bytes())
    assert saved.way is not None
    first, then = saved.way.way.legs
    assert saved.way.is_edited
    assert [each.iteration for _, each in saved.way.way.checkpoints] == [0, 5, 7, 12]
    assert saved.way.way.end is saved.state.checkpoint
    assert (first.config.batch_size, first.fingerprint, first.where) == (3, "abc", WHERE)
    assert first.checkpoints[1].memory["V"].tobytes() == (first.checkpoints[0].params * 3).tobytes()
    assert first.source.train.t.tolist() == [0, 1]
    assert then.source == saved.state.dataset
    assert_same(unpack(packed(saved)), saved)


def way_changed(**changes: Any) -> bytes:
    arrays, head = decode(packed(document_with_way()))
    about = json.loads(arrays["ways.about"].tobytes())
    rows = changes.pop("checkpoints", about["checkpoints"])
    text = json.dumps({"checkpoints": rows, "ways": [{**about["ways"][0], **changes}]}).encode()
    arrays = {**arrays, "ways.about": np.frombuffer(text, np.uint8)}
    return b"".join(encode(arrays, {**head, "sha256": arrays_checksum(head["document"], arrays)}))


@pytest.mark.parametrize(
    "changes",
    [
        {"legs": []},
        {"legs": [{}]},
        {"legs": 3},
        {"is_edited": 1},
        {"run": 1},
        {"run": [0]},
        {"checkpoints": []},
        {"checkpoints": [[99, "Adam", 0, True]] * 3},
        {"checkpoints": [[1, "Nobody", 0, True]] * 3},
        {"checkpoints": [[1, "Momentum", 0, True]] * 3},
        {"checkpoints": [[1, "Adam", 2, True]] * 3},
    ],
    ids=str,
)
def test_a_way_that_training_cannot_have_come_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(NotADocument):
        unpack(way_changed(**changes))


def test_what_every_version_before_had_is_opened_without_a_way() -> None:
    for version in range(1, 5):
        assert unpack((FILES / f"version-{version}.safetensors").read_bytes()).way is None


def test_version_6_brings_its_runs_along() -> None:
    saved = unpack((FILES / "version-6.safetensors").read_bytes())
    first, second = saved.state.runs
    assert first.label == RunLabel(2, "가 <b>", "a note & <i>more</i>", 3, True, 2)
    assert (first.updates, first.own_samples, first.dataset) == (12, 5, DatasetChoice("circle"))
    assert [record.seconds for record in first.history] == [1.5, 0.25]
    assert first.checkpoint is not None
    assert_same(first.checkpoint, saved.state.checkpoint)
    assert second.checkpoint is None
    assert saved.state.run_label == RunLabel(7, color=6)
    assert_same(unpack(packed(saved)), saved)


def test_version_7_brings_its_branches_along() -> None:
    saved = unpack((FILES / "version-7.safetensors").read_bytes())
    run, untrained = saved.state.runs
    fork = saved.state.run_label.fork
    assert (fork.parent, fork.iteration, fork.config.lr, fork.own_samples) == (1, 5, 0.5, 2)
    assert run.points.t.tolist() == [1, 0]
    assert untrained.points == run.points
    assert (untrained.history, untrained.updates) == ((), 0)
    assert saved.branches[1].way.end is run.checkpoint
    assert saved.way.way.legs[0].checkpoints[1] is saved.branches[1].way.legs[0].checkpoints[1]  # it stands there once
    assert_same(unpack(packed(saved)), saved)


@pytest.mark.parametrize(
    "change",
    [
        lambda label: label["fork"].update(parent=-1),
        lambda label: label["fork"].update(iteration="x"),
        lambda label: label["fork"].pop("network"),
        lambda label: label.update(fork=3),
        lambda label: label.update(strange=3),
    ],
)
def test_a_fork_that_cannot_be_is_refused(change: Callable[[Any], None]) -> None:
    content = packed(document_with_branches())
    label = json.loads(decode(content).metadata["document"])["run"]
    change(label)
    with pytest.raises(NotADocument):
        unpack(changed(content, run=label))


def test_points_of_a_run_that_are_none_of_its_data_are_refused() -> None:
    saved = document_with_branches()
    run = replace(saved.state.runs[0], points=Points(np.zeros((2, 5)), np.array([0, 1])))
    with pytest.raises(NotADocument, match=r"runs\.points\.0"):
        unpack(packed(replace(saved, state=replace(saved.state, runs=(run,)))))


def test_a_thousand_runs_do_not_fill_the_header() -> None:
    saved = document_with_runs()
    runs = tuple(replace(saved.state.runs[1], label=RunLabel(n + 1, "n" * 80, "x" * 2000)) for n in range(1000))
    assert len(unpack(packed(replace(saved, state=replace(saved.state, runs=runs)))).state.runs) == 1000


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda item: item.update(label=None), ""),
        (lambda item: item["label"].update(note="x" * 3000), "run.note"),
        (lambda item: item["label"].update(number=-1), "run.number"),
        (lambda item: item.update(ended=-1.0), "ended"),
        (lambda item: item["network"].update(layers=[{"kind": "Affine", "units": 4}]), "runs.0.optimizer.M"),
        (lambda item: item["training"].update(lr="x"), "lr"),
    ],
)
def test_a_run_that_cannot_be_is_named(change: Callable[[Any], None], what: str) -> None:
    content = packed(document_with_runs())
    arrays, about = decode(content)
    items = json.loads(arrays["runs.about"].tobytes())
    change(items[0])
    arrays = {**arrays, "runs.about": np.frombuffer(json.dumps(items).encode(), np.uint8)}
    about = {**about, "sha256": arrays_checksum(about["document"], arrays)}
    damaged = b"".join(encode(arrays, about))
    if what:
        with pytest.raises(NotADocument, match=what):
            unpack(damaged)
    else:
        assert unpack(damaged).state.runs[0].label == RunLabel()


def test_the_longest_code_and_its_training_fit_into_one_document() -> None:
    code = Code("\U0001f600" * LONGEST_CODE, is_foreign=True)
    state = replace(document_with_code().state, code=code, code_training=replace(TRAINING, code=code))
    assert unpack(packed(SavedDocument(state))).state.code_training.code == code


def test_code_longer_than_a_document_keeps_is_refused_before_it_is_written() -> None:
    state = document_with_code().state
    assert len(packed(replace(imported_document(), state=replace(state, code=Code("\U0001f600" * LONGEST_CODE))))) < 8e6
    with pytest.raises(TooMuch, match="500,001 letters"):
        replace(state, code=Code("x" * (LONGEST_CODE + 1)))


def changed(content: bytes, **changes: Any) -> bytes:
    """Return a document's file with fields of its JSON replaced, and the checksum right."""
    tensors, about = decode(content)
    text = json.dumps(json.loads(about["document"]) | changes)
    return b"".join(encode(tensors, about | {"document": text, "sha256": arrays_checksum(text, tensors)}))


def about_changed(content: bytes, **changes: str) -> bytes:
    tensors, about = decode(content)
    return b"".join(encode(tensors, about | changes))


def tensors_changed(content: bytes, **changes: Any) -> bytes:
    """Return a document's file with arrays replaced, or left out for None, and the checksum right."""
    tensors, about = decode(content)
    arrays = {name: array for name, array in {**tensors, **changes}.items() if array is not None}
    return b"".join(encode(arrays, about | {"sha256": arrays_checksum(about["document"], arrays)}))


CONTENT = packed(full_document())
OWN = packed(imported_document())
KEPT = {"classes": ["a", "b", "c"], "scale": 1.0, "tests_with_all": False, "apart": ""}


def kept_changed(**changes: Any) -> bytes:
    about = {"name": "file", "options": {}, "has_own_points": False, "kept": KEPT | changes}
    return changed(OWN, dataset=about)


def place_changed(place: Any) -> bytes:
    return changed(OWN, layout={"shown": [], "front": [], "sizes": {}, "areas": {"left": place}, "floating": {}})


TRAINED = packed(document_with_training())


def training_changed(**changes: Any) -> bytes:
    about = json.loads(decode(TRAINED).metadata["document"])["code_training"]
    return changed(TRAINED, code_training=about | changes)


def settings_changed(**changes: Any) -> bytes:
    about = json.loads(decode(TRAINED).metadata["document"])["code_training"]
    return training_changed(settings=about["settings"] | changes)


def trained_arrays(**changes: Any) -> bytes:
    return tensors_changed(TRAINED, **{f"own_training.{name}": array for name, array in changes.items()})


def deep(depth: int) -> Any:
    return {"tabs": ["a"]} if not depth else {"down": [{"tabs": [f"b{depth}"]}, deep(depth - 1)]}


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
    "paces": changed(CONTENT, paces=[[0, 1]]),
    "a pace that is no number": changed(CONTENT, paces=[[0, 1, "8"]]),
    "breakpoints": changed(CONTENT, breakpoints=[{"conditions": []}]),
    "watches": changed(CONTENT, watches=[1]),
    "overrides": changed(CONTENT, overrides=[[1, "a1", [-1], 0.0]]),
    "recogniser": changed(CONTENT, recogniser="somebody"),
    "layout": changed(CONTENT, layout={"shown": [1], "front": [], "sizes": {}}),
    "sizes": changed(CONTENT, layout={"shown": [], "front": [], "sizes": {"draw": [1, -1]}}),
    "no data": tensors_changed(OWN, **{"file.x_test": None}),
    "data of floats that are not finite": tensors_changed(OWN, **{"file.x": np.full((9, 2), np.nan)}),
    "data of other numbers": tensors_changed(OWN, **{"file.x": np.zeros((9, 2), np.float32)}),
    "data of too many axes": tensors_changed(OWN, **{"file.x": np.zeros((9, 2, 1))}),
    "data of no samples": tensors_changed(OWN, **{"file.x": np.zeros((0, 2)), "file.t": np.zeros(0, np.int64)}),
    "test of other width": tensors_changed(OWN, **{"file.x_test": np.zeros((4, 3))}),
    "test of other numbers": tensors_changed(OWN, **{"file.x_test": np.zeros((4, 2), np.uint8)}),
    "labels beyond the classes": tensors_changed(OWN, **{"file.t": np.full(9, 3)}),
    "labels below 0": tensors_changed(OWN, **{"file.t": np.full(9, -1)}),
    "too few labels": tensors_changed(OWN, **{"file.t": np.zeros(8, np.int64)}),
    "labels of floats": tensors_changed(OWN, **{"file.t": np.zeros(9)}),
    "values without classes": kept_changed(classes=[]),
    "class names": kept_changed(classes=[1]),
    "too many class names": kept_changed(classes=["a"] * 10_001),
    "scale": kept_changed(scale=0.0),
    "scale as text": kept_changed(scale="1"),
    "features": kept_changed(features=[["a", 0.0, 1.0]]),
    "features of another width": kept_changed(features=[["a", 0.0, 1.0, []]] * 3),
    "a unit of 0": kept_changed(features=[["a", 0.0, 0.0, []]] * 2),
    "categories": kept_changed(features=[["a", 0.0, 1.0, [1]]] * 2),
    "too many categories": kept_changed(features=[["a", 0.0, 1.0, ["b"] * 10_001]]),
    "target": kept_changed(target=["a", 0.0, float("inf")]),
    "test flag": kept_changed(tests_with_all=1),
    "data elsewhere": kept_changed(apart="0" * 64),
    "data in another folder": kept_changed(apart="../../etc/passwd"),
    "kept without fields": changed(OWN, dataset={"name": "file", "options": {}, "has_own_points": False, "kept": {}}),
    "kept data of circle": changed(
        OWN, dataset={"name": "circle", "options": {}, "has_own_points": False, "kept": KEPT}
    ),
    "places": place_changed([]),
    "two kinds of a place": place_changed({"tabs": ["a"], "down": []}),
    "a split of one": place_changed({"down": [{"tabs": ["a"]}]}),
    "a panel in two places": place_changed({"down": [{"tabs": ["a"]}, {"tabs": ["a"]}]}),
    "places in places": place_changed(deep(20)),
    "no tabs": place_changed({"tabs": []}),
    "areas": changed(
        OWN, layout={"shown": [], "front": [], "sizes": {}, "areas": {"centre": {"tabs": ["a"]}}, "floating": {}}
    ),
    "floating": changed(
        OWN, layout={"shown": [], "front": [], "sizes": {}, "areas": {}, "floating": {"a": [0, 0, 10**9]}}
    ),
    "floating far away": changed(
        OWN, layout={"shown": [], "front": [], "sizes": {}, "areas": {}, "floating": {"a": [10**9, 0, 9, 9]}}
    ),
    "lesson": changed(CONTENT, lesson=[1, 2]),
    "code as a text": changed(CONTENT, code="print(1)"),
    "code without a hash": changed(CONTENT, code={"name": "a.py", "text": "print(1)"}),
    "code of another hash": changed(CONTENT, code={"name": "a.py", "text": "print(1)", "sha256": "0" * 64}),
    "too much code": changed(CONTENT, code={"name": "a.py", "text": "x" * (LONGEST_CODE + 1), "sha256": ""}),
    "a training as a text": changed(TRAINED, code_training="trained"),
    "a training without arrays": changed(
        CONTENT, code_training=json.loads(decode(TRAINED).metadata["document"])["code_training"]
    ),
    "a training of another code": trained_arrays(source=np.frombuffer(b"print(1)", np.uint8)),
    "a training of no text": trained_arrays(source=np.full(9, 255, np.uint8)),
    "a training of too much code": trained_arrays(source=np.zeros(4 * LONGEST_CODE + 1, np.uint8)),
    "a training without code": training_changed(code=None),
    "a training of a negative length": training_changed(iteration=-1),
    "a training beyond its losses": training_changed(iteration=4),
    "a training of a long run": training_changed(last=2**62),
    "a training with many names": training_changed(remembered=["m"] * 21),
    "a training with numbers for names": training_changed(remembered=[1]),
    "a training without settings": training_changed(settings={}),
    "a training with more settings": settings_changed(command="rm"),
    "a training at no rate": settings_changed(lr="fast"),
    "a training in no batches": settings_changed(batch_size=0),
    "a training in half a batch": settings_changed(batch_size=0.5),
    "a training of a network that is no name": settings_changed(network=["a"]),
    "a training with an endless network": settings_changed(hidden=10**12),
    "a training without parameters": trained_arrays(**{"params.W1": None, "params.b": None, "params.0/x": None}),
    "a training with too many parameters": trained_arrays(**{"params.W1": np.zeros(MOST_PARAMETERS, np.bool_)}),
    "a training with other losses": trained_arrays(losses=np.zeros(3)),
    "a training with accuracies from later": trained_arrays(accuracies=np.array([[4.0, 0.5]])),
    "a training with accuracies in disorder": trained_arrays(accuracies=np.array([[2.0, 0.5], [1.0, 0.5]])),
    "a training with accuracies above all": trained_arrays(accuracies=np.array([[1.0, 1.5]])),
    "a training with accuracies that are no number": trained_arrays(accuracies=np.array([[1.0, np.nan]])),
    "example": changed(CONTENT, example={"label": 12, "origin": "drawn"}),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_no_document_can_hold_is_refused(content: bytes) -> None:
    with pytest.raises(NotADocument, match=r"\w"):
        unpack(content)


def test_data_larger_than_a_document_keeps_are_refused() -> None:
    rows = MOST_KEPT // 16 + 1
    arrays = {"file.x": np.zeros((rows, 2)), "file.t": np.zeros(rows, np.int64)}
    with pytest.raises(NotADocument, match="a document keeps"):
        unpack(tensors_changed(OWN, **arrays))


def test_a_history_that_would_fill_the_memory_is_refused() -> None:
    records = np.zeros((10**5 + 1, 3), np.int64)  # with 900,000 it took 9 s and 400 MB
    with pytest.raises(NotADocument, match=r"'history\.records' must be a list of at most 100,000"):
        unpack(tensors_changed(CONTENT, **{"history.records": records}))


@pytest.mark.parametrize("field", ["network", "training", "dataset", "recogniser", "example"])
def test_a_long_text_is_not_repeated_whole(field: str) -> None:
    long = "x" * 10**5
    wrong = {
        "network": {"input_shape": [2], "layers": [{"kind": long}]},
        "training": {long: 1},
        "dataset": {"name": "circle", "options": {long: 1}, "has_own_points": False},
        "recogniser": long,
        "example": {"label": long, "origin": "drawn"},
    }
    with pytest.raises(NotADocument) as refusal:
        unpack(changed(CONTENT, **{field: wrong[field]}))
    assert 40 < len(str(refusal.value)) <= 400


def test_a_newer_file_says_so() -> None:
    with pytest.raises(NotADocument, match=f"file version 99, known up to {VERSION}"):
        unpack(HOSTILE["a newer version"])


PLACE, BYTE = st.integers(0, len(OWN) - 1), st.integers(0, 255)
STRETCHES = 20


@pytest.mark.parametrize("stretch", range(STRETCHES))
@settings(max_examples=100)
@given(place=PLACE, value=BYTE, others=st.lists(st.tuples(PLACE, BYTE), max_size=3))
def test_damage_is_refused_or_changes_nothing(
    stretch: int, place: int, value: int, others: list[tuple[int, int]]
) -> None:
    content = bytearray(OWN)
    content[(stretch * len(OWN) + place) // STRETCHES] = value
    for at, each in others:
        content[at] = each
    try:
        saved = unpack(bytes(content))
    except NotADocument:
        return
    assert_same(saved, unpack(OWN))


FIELDS = json.loads(decode(OWN).metadata["document"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.sampled_from(["kind", "name"]), children),
    max_leaves=6,
)


@pytest.mark.parametrize("field", sorted(FIELDS))
@settings(max_examples=1000 // len(FIELDS))
@given(value=JSON, others=st.dictionaries(st.sampled_from(sorted(FIELDS)), JSON, max_size=2))
def test_any_json_is_refused_or_a_document(field: str, value: Any, others: dict[str, Any]) -> None:
    try:
        saved = unpack(changed(OWN, **{**others, field: value}))
    except NotADocument:
        return
    assert packed(saved)
