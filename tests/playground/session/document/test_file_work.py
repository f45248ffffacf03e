from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nn.network import LayerSpec, NetworkSpec
from nn.replay import replay
from nn.replay.check import are_same
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.file import unpack
from playground.session.document.file_access import ChangedOnDisk, FileTrouble, InUse, Missing, NotSaved
from playground.session.document.file_work import FileWork
from playground.session.document.state import DatasetChoice, DocumentState
from playground.session.session import Session


class Desk:
    """A session with its file work, and what that answered."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session = Session(load=False)
        self.files = FileWork(self.session, self.session)
        self.answers: list[object] = []
        self.files.opened.connect(self.answers.append)
        self.files.saved.connect(self.answers.append)
        self.files.troubled.connect(self.answers.append)
        self.files.failed.connect(self.answers.append)

    def answer(self, ask: Callable[[], None]) -> object:
        self.answers.clear()
        ask()
        self.qtbot.waitUntil(lambda: bool(self.answers))
        return self.answers[0]

    def save(self, path: Path | None = None, **how: bool) -> object:
        return self.answer(lambda: self.files.save(path, **how))

    def open(self, path: Path, **how: bool) -> object:
        return self.answer(lambda: self.files.open(path, **how))

    def begin(self, state: DocumentState) -> None:
        self.session.editing.begin(state)
        self.qtbot.waitUntil(lambda: self.session.library.data is not None)

    def train(self, iterations: int) -> None:
        """Train so many iterations more."""
        self.qtbot.waitUntil(lambda: self.session.library.data is not None)
        until = self.session.document.state.checkpoint.iteration + iterations
        self.session.run.start(self.session.library.data, until)
        self.qtbot.waitUntil(lambda: not self.session.run.is_running)

    def close(self) -> None:
        self.files.close()
        self.session.close()


@pytest.fixture
def new_desk(qtbot: QtBot, qapp: object) -> Iterator[Callable[[], Desk]]:
    desks: list[Desk] = []

    def make() -> Desk:
        desks.append(Desk(qtbot))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(new_desk: Callable[[], Desk], small: DocumentState) -> Desk:
    made = new_desk()
    made.begin(small)
    return made


@pytest.fixture
def small() -> DocumentState:
    """Return a network whose training needs everything a checkpoint has: shuffles, dropout, running means, Adam."""
    layers = [LayerSpec.of("Affine", units=9), LayerSpec.of("BatchNormalization"), LayerSpec.of("Relu")]
    layers += [LayerSpec.of("Dropout", ratio=0.3), LayerSpec.of("Affine", units=2)]
    spec = NetworkSpec((2,), tuple(layers))
    config = TrainingConfig("Adam", lr=0.01, batch_size=10, epochs=4, evaluate_every=5, weight_decay=0.001)
    return DocumentState(spec, Checkpoint.initial(spec), config, DatasetChoice("circle"))


def test_a_saved_run_goes_on_bit_for_bit(desk: Desk, new_desk: Callable[[], Desk], tmp_path: Path) -> None:
    begun = desk.session.document.state
    desk.train(23)
    path = tmp_path / "a.safetensors"
    assert desk.save(path) == path
    desk.close()

    later, whole = new_desk(), new_desk()
    later.open(path)
    later.train(34)
    whole.begin(begun)
    whole.train(57)
    a, b = later.session.document.state, whole.session.document.state
    assert a.checkpoint.iteration == b.checkpoint.iteration == 57
    for name in ("params", "state"):
        assert getattr(a.checkpoint, name).tobytes() == getattr(b.checkpoint, name).tobytes()
    assert {k: v.tobytes() for k, v in a.checkpoint.memory.items()} == {
        k: v.tobytes() for k, v in b.checkpoint.memory.items()
    }
    losses = np.concatenate([record.losses for record in a.history])
    assert losses.tobytes() == np.concatenate([record.losses for record in b.history]).tobytes()
    assert [e for r in a.history for e in r.evaluations] == [e for r in b.history for e in r.evaluations]


def test_saving_marks_the_document_and_opening_begins_anew(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.session.editing.edit_config("Set learning rate", lr=0.5)
    assert desk.files.is_modified
    desk.save(path)
    assert (desk.files.path, desk.files.is_modified) == (path, False)
    desk.session.editing.edit_config("Set learning rate", lr=0.25)
    assert desk.files.is_modified
    desk.session.document.undo()
    assert not desk.files.is_modified
    desk.open(path)
    assert desk.session.document.state.config.lr == 0.5
    assert not desk.session.document.can_undo
    desk.files.new()
    assert (desk.files.path, desk.files.is_modified) == (None, False)
    assert desk.session.document.state.spec.input_shape == (784,)
    assert [each.name for each in tmp_path.iterdir()] == [path.name], "the lock is taken away"


def test_saving_in_the_middle_of_a_run_does_not_stop_it(desk: Desk, tmp_path: Path) -> None:
    session, path = desk.session, tmp_path / "a.safetensors"
    session.editing.edit_config("Set epochs", epochs=1_000_000)
    session.control.train()
    desk.qtbot.waitUntil(lambda: session.run.state.checkpoint.iteration > 0)
    desk.save(path)
    assert session.run.is_running
    assert desk.files.is_modified
    saved = unpack(path.read_bytes()).state
    assert saved.checkpoint.iteration == sum(len(record.losses) for record in saved.history) > 0
    session.control.stop()
    desk.qtbot.waitUntil(lambda: not session.run.is_running)
    learned = session.document.state.history[-1].losses
    assert learned[: saved.checkpoint.iteration].tobytes() == saved.history[-1].losses.tobytes()


def test_opening_in_the_middle_of_a_run_ends_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    desk.session.editing.edit_config("Set epochs", epochs=1_000_000)
    desk.session.control.train()
    desk.open(path)
    assert not desk.session.run.is_running
    assert not desk.files.is_modified
    assert desk.session.document.state.checkpoint.iteration == 0


def test_a_file_that_somebody_changed_is_not_replaced_without_asking(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    os.utime(path)  # touched, but the same
    assert desk.save() == path
    path.write_bytes(b"theirs")
    trouble = desk.save()
    assert isinstance(trouble, ChangedOnDisk)
    assert path.read_bytes() == b"theirs"
    assert desk.save(anyway=True) == path
    assert unpack(path.read_bytes()).state.spec == desk.session.document.state.spec


def test_a_file_that_somebody_deleted_is_written_again(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    path.unlink()
    assert desk.save() == path
    assert path.exists()


def test_a_second_window_notices_that_a_file_is_open(desk: Desk, new_desk: Callable[[], Desk], tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    second = new_desk()
    trouble = second.open(path)
    assert isinstance(trouble, InUse)
    assert str(os.getpid()) in str(trouble)
    assert second.files.path is None
    assert isinstance(second.save(path), NotSaved)
    second.open(path, anyway=True)
    assert second.files.path == path
    desk.close()
    third = new_desk()
    third.open(path)
    assert third.files.path == path


def test_a_link_is_followed_and_locks_what_it_leads_to(
    desk: Desk, new_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, link = folder / "a.safetensors", tmp_path / "link.safetensors"
    desk.save(target)
    desk.files.new()
    link.symlink_to(target)
    desk.open(link)
    assert isinstance(new_desk().open(target), InUse)
    desk.session.editing.edit_config("Set learning rate", lr=0.5)
    assert desk.save() == link
    assert link.is_symlink()
    assert unpack(target.read_bytes()).state.config.lr == 0.5


def test_the_lock_of_a_dead_process_counts_for_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    desk.files.new()
    program = (
        "import os, sys; from PySide6.QtCore import QLockFile\n"
        "lock = QLockFile(sys.argv[1]); print(lock.tryLock(0), flush=True); os.kill(os.getpid(), 9)"
    )
    lock = tmp_path / ".~a.safetensors.lock"
    done = subprocess.run([sys.executable, "-c", program, lock], capture_output=True, text=True, check=False)
    assert done.stdout == "True\n"
    assert lock.exists()
    desk.open(path)
    assert desk.files.path == path


def imported_run(desk: Desk, path: Path) -> None:
    """Import a small table and train on it."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(60, 2))
    rows = [f"{a:.6f},{b:.6f},{'in' if a * a + b * b < 1 else 'out'}" for a, b in x]
    path.write_text("\n".join(["a,b,where", *rows]))
    desk.session.editing.choose_dataset("file", path=str(path))
    desk.qtbot.waitUntil(lambda: desk.session.document.state.dataset.name == "file")
    desk.session.editing.edit_config("Set batch size", batch_size=7)


def test_imported_data_go_with_the_document_and_training_goes_on_without_their_file(
    desk: Desk, new_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    imported_run(desk, tmp_path / "points.csv")
    desk.train(23)
    path = tmp_path / "a.safetensors"
    desk.save(path)
    data = desk.session.library.data
    desk.train(34)
    whole = desk.session.document.state
    desk.close()
    (tmp_path / "points.csv").unlink()

    later = new_desk()
    unavailable: list[object] = []
    later.session.library.unavailable.connect(lambda *what: unavailable.append(what))
    later.open(path)
    found = later.session.library.data
    assert data is not None
    assert found is not None
    assert found.classes == data.classes == ("in", "out")
    for part in ("x", "t", "x_test", "t_test"):
        assert getattr(found, part).tobytes() == getattr(data, part).tobytes()
    later.train(34)
    state = later.session.document.state
    assert state.checkpoint.params.tobytes() == whole.checkpoint.params.tobytes()
    assert state.checkpoint.memory["M"].tobytes() == whole.checkpoint.memory["M"].tobytes()
    losses = [np.concatenate([record.losses for record in each.history]) for each in (state, whole)]
    assert losses[0].tobytes() == losses[1].tobytes()
    assert unavailable == []


def test_going_back_and_forth_between_datasets_shares_imported_data(desk: Desk, tmp_path: Path) -> None:
    session = desk.session
    imported_run(desk, tmp_path / "points.csv")
    kept = session.library.data
    (tmp_path / "points.csv").unlink()
    for name in ("circle", "spiral", "xor2d", "gauss", "and"):  # more than the library keeps
        session.editing.choose_dataset(name)
        desk.qtbot.waitUntil(lambda name=name: session.document.state.dataset.name == name)
    for _ in range(5):
        session.document.undo()
    assert session.document.state.dataset.kept is session.library.data is kept
    for _ in range(3):
        session.editing.edit_config("Set learning rate", lr=session.document.state.config.lr / 2)
    stack = session.document._stack
    assert kept is not None
    assert kept.x.nbytes < stack.kept_bytes < 10 * kept.x.nbytes + 20_000


def test_opening_the_own_file_again_brings_back_what_was_saved(
    desk: Desk, new_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    desk.session.editing.edit_config("Set learning rate", lr=0.5)
    desk.open(path)
    assert desk.session.document.state.config.lr == 0.01
    assert isinstance(new_desk().open(path), InUse), "it is still locked"


def test_what_cannot_be_opened_leaves_the_document_as_it_was(desk: Desk, tmp_path: Path) -> None:
    before = desk.session.document.state
    (tmp_path / "text.safetensors").write_text("Hello, this is no document at all.")
    (tmp_path / "folder.safetensors").mkdir()
    os.mkfifo(tmp_path / "pipe.safetensors")
    for name in ("text", "folder", "pipe"):
        trouble = desk.open(tmp_path / f"{name}.safetensors")
        assert type(trouble) is FileTrouble
        assert f"{name}.safetensors" in str(trouble)
    assert isinstance(desk.open(tmp_path / "nothing.safetensors"), Missing)
    assert desk.session.document.state is before
    assert desk.files.path is None


def test_a_full_disk_keeps_document_and_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    old = path.read_bytes()
    desk.train(5)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        trouble = desk.save()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert isinstance(trouble, FileTrouble)
    assert "The disk is full" in str(trouble)
    assert path.read_bytes() == old
    assert desk.files.is_modified
    assert desk.session.document.state.checkpoint.iteration == 5
    assert desk.save() == path


def test_a_vanished_folder_keeps_the_document_and_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    desk.save(folder / "a.safetensors")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    desk.session.editing.edit_config("Set learning rate", lr=0.5)
    trouble = desk.save()
    assert "Its folder is gone" in str(trouble)
    assert desk.files.is_modified
    assert desk.save(tmp_path / "b.safetensors") == tmp_path / "b.safetensors"


def test_a_write_protected_file_or_folder_is_told(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.safetensors"
    desk.save(path)
    if os.geteuid() == 0:  # nothing is protected from the administrator
        monkeypatch.setattr(os, "access", lambda *_: False)
    else:
        path.chmod(0o444)
    trouble = desk.save()
    assert "write-protected" in str(trouble)
    assert "your work is open" in str(trouble)


def test_any_moment_of_the_training_is_found_in_the_file(
    desk: Desk, new_desk: Callable[[], Desk], tmp_path: Path, qtbot: QtBot
) -> None:
    desk.train(60)
    desk.session.editing.edit_config("lr", lr=0.3)
    desk.train(40)
    path = tmp_path / "a.safetensors"
    desk.save(path)
    there = desk.session.timeline.way
    other = new_desk()
    other.open(path, anyway=True)
    qtbot.waitUntil(lambda: other.session.library.data is not None)
    way = other.session.timeline.way
    assert there is not None
    assert way is not None
    assert (way.first, way.last, [leg.first for leg in way.legs]) == (0, 100, [0, 60])
    for iteration in (31, 60, 77):
        wanted, start = there.before(iteration), way.before(iteration)
        assert wanted is not None
        assert start is not None
        assert are_same(replay(start, iteration), replay(wanted, iteration))
    other.train(5)
    assert other.session.timeline.way is not None
    assert other.session.timeline.way.first == 0
    assert other.session.timeline.first == 0


def test_other_data_than_those_of_then_are_told(desk: Desk, tmp_path: Path) -> None:
    desk.train(20)
    way = desk.session.timeline.way
    assert way is not None
    start = way.before(5)
    assert start is not None
    with pytest.raises(ValueError, match="others than those"):
        replay(replace(start, fingerprint="0" * 64), 7)


def test_a_document_is_saved_without_its_past_when_that_is_wanted(desk: Desk, tmp_path: Path) -> None:
    desk.train(30)
    bare, whole = tmp_path / "bare.safetensors", tmp_path / "whole.safetensors"
    desk.save(bare, with_way=False)
    desk.save(whole)
    assert unpack(bare.read_bytes()).way is None
    assert unpack(whole.read_bytes()).way is not None
    assert bare.stat().st_size < whole.stat().st_size
