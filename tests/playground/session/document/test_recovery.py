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

from nn.arrays import frozen
from nn.datasets import Dataset
from nn.network import NetworkSpec
from nn.replay.way import Leg, Way
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.copies.autosave import Autosave
from playground.session.document.copies.recovery import KEPT, LeftBehind, RecoveryFolder, discard, left_behind
from playground.session.document.file_access import FileTrouble, open_document
from playground.session.document.file_work import FileWork
from playground.session.document.kept_data import keep
from playground.session.document.kept_way import KeptWay
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice, DocumentState, Run, RunLabel, RunRecord
from playground.session.session import Session
from tests.patience import PROCESS_S


@pytest.fixture
def saved(state: DocumentState) -> SavedDocument:
    return SavedDocument(replace(state, dataset=DatasetChoice("xor")))


def copies(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("*-*-*/copy-*"))


def test_the_last_copies_are_kept(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    for _ in range(KEPT + 2):
        folder.keep(saved)
    assert copies(tmp_path) == [f"copy-{n:06}.safetensors" for n in (3, 4, 5)]
    folder.clear()
    folder.close()
    assert list(tmp_path.iterdir()) == []


def test_a_living_window_is_not_offered_and_a_closed_one_is(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    folder.keep(saved)
    assert left_behind(tmp_path) == []
    folder.close()
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config == saved.state.config
    assert left_behind(tmp_path) == [], "what one window offers no other does"


def test_of_a_damaged_copy_the_one_before_is_taken(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    for lr in (0.1, 0.2):
        folder.keep(SavedDocument(replace(saved.state, config=TrainingConfig(lr=lr))))
    newest = next(tmp_path.glob("*/copy-000002*"))
    newest.write_bytes(newest.read_bytes()[:-9])
    folder.close()
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config.lr == 0.1


def test_what_is_recovered_is_safe_at_once_and_not_offered_again(tmp_path: Path, saved: SavedDocument) -> None:
    first = RecoveryFolder(tmp_path)
    first.keep(saved)
    first.close()
    second = RecoveryFolder(tmp_path)
    second.adopt(left_behind(tmp_path)[0])
    assert len(list(tmp_path.iterdir())) == 1
    second.close()
    assert len(left_behind(tmp_path)) == 1


def test_what_is_discarded_stays_on_the_disk_for_a_month(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    folder.keep(saved)
    folder.close()
    discard(left_behind(tmp_path)[0])
    assert left_behind(tmp_path) == []
    (bin_,) = (tmp_path / "discarded").iterdir()
    assert [path.name for path in bin_.glob("copy-*")] == ["copy-000001.safetensors"]
    os.utime(bin_, (1, 1))
    left_behind(tmp_path)
    assert list((tmp_path / "discarded").iterdir()) == []


# ---- imported data


def imported(saved: SavedDocument, rows: int) -> SavedDocument:
    """Return a document that brings data along."""
    x, t = np.arange(2.0 * rows).reshape(rows, 2), np.arange(rows) % 2
    data = Dataset("file", x, t, x, t, classes=("a", "b"))
    return replace(saved, state=replace(saved.state, dataset=keep(DatasetChoice("file", {"path": "gone.csv"}), data)))


def retrained(saved: SavedDocument, lr: float) -> SavedDocument:
    return replace(saved, state=replace(saved.state, config=TrainingConfig(lr=lr)))


def test_data_are_written_once_however_many_copies_are_kept(tmp_path: Path, saved: SavedDocument) -> None:
    folder, saved = RecoveryFolder(tmp_path), imported(saved, 50_000)
    for n in range(1, KEPT + 3):
        folder.keep(retrained(saved, n))
        (data,) = tmp_path.glob("*/data-*")
        if n == 1:
            os.utime(data, (1, 1))
        assert data.stat().st_mtime == 1, "it was written again"
    assert all(copy.stat().st_size < 10_000 for copy in tmp_path.glob("*/copy-*"))
    folder.close()
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config.lr == KEPT + 2
    kept = found.saved.state.dataset.kept
    assert kept is not None
    assert kept.x.tobytes() == np.arange(100_000.0).tobytes()


def test_data_go_when_no_copy_needs_them_any_more(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    folder.keep(imported(saved, 4))
    for n in range(1, KEPT + 1):
        assert len(list(tmp_path.glob("*/data-*"))) == 1
        folder.keep(retrained(imported(saved, 5), n) if n == KEPT else retrained(saved, n))
    (data,) = tmp_path.glob("*/data-*")
    assert data.stem.removeprefix("data-") in copies(tmp_path)[-1]
    folder.clear()
    folder.close()
    assert list(tmp_path.iterdir()) == []


def test_damaged_data_make_the_copy_before_count(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    folder.keep(retrained(saved, 0.125))
    folder.keep(imported(saved, 9))
    folder.close()
    (data,) = tmp_path.glob("*/data-*")
    content = bytearray(data.read_bytes())
    content[-3] ^= 1
    data.write_bytes(content)
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config.lr == 0.125


def test_data_are_adopted_with_their_copies(tmp_path: Path, saved: SavedDocument) -> None:
    first = RecoveryFolder(tmp_path)
    first.keep(imported(saved, 9))
    first.close()
    second = RecoveryFolder(tmp_path)
    second.adopt(left_behind(tmp_path)[0])
    second.keep(retrained(imported(saved, 9), 0.25))
    assert len(list(tmp_path.glob("*/data-*"))) == 1
    second.close()
    (found,) = left_behind(tmp_path)
    assert found.saved.state.dataset.kept is not None


def test_a_full_disk_keeps_the_copies_there_are(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    folder.keep(retrained(saved, 0.125))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            folder.keep(imported(saved, 5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    folder.close()
    assert {path.name for path in tmp_path.glob("*/*.safetensors")} == {"copy-000001.safetensors"}
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config.lr == 0.125


def test_a_copy_can_be_opened_like_any_document(tmp_path: Path, saved: SavedDocument) -> None:
    folder = RecoveryFolder(tmp_path)
    folder.keep(imported(saved, 9))
    (copy,) = tmp_path.glob("*/copy-*")
    assert open_document(copy)[0].state.dataset.kept is not None
    alone = tmp_path / "alone.safetensors"
    alone.write_bytes(copy.read_bytes())
    with pytest.raises(FileTrouble, match=r"its data are in data-\w{16}.safetensors, which is not beside it"):
        open_document(alone)


# ---- autosave


class Window:
    """A session that keeps copies."""

    def __init__(self, root: Path) -> None:
        self.session = Session(load=False)
        self.files = FileWork(self.session, self.session)
        self.autosave = Autosave(self.session.run, self.files, root, self.session)

    def close(self, *, leaving: bool = True) -> None:
        self.autosave.close(leaving=leaving)
        self.files.close()
        self.session.close()


@pytest.fixture
def new_window(qapp: object, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    windows: list[Window] = []

    def make() -> Window:
        windows.append(Window(tmp_path / "recovery"))
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def test_unsaved_work_is_kept_and_forgotten_when_it_is_saved(
    new_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = new_window()
    window.autosave.keep()
    assert copies(tmp_path / "recovery") == [], "there is nothing to be kept"
    window.session.editing.edit_config("Set learning rate", lr=0.5)
    with qtbot.waitSignal(window.autosave.kept):
        window.autosave.keep()
    assert len(copies(tmp_path / "recovery")) == 1
    with qtbot.waitSignal(window.files.saved):
        window.files.save(tmp_path / "a.safetensors")
    assert copies(tmp_path / "recovery") == []


def test_a_run_is_kept_when_it_ends(new_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path) -> None:
    window = new_window()
    window.session.load()
    qtbot.waitUntil(lambda: window.session.library.data is not None)
    with qtbot.waitSignal(window.autosave.kept):
        window.session.control.step_iteration()
    window.session.control.step_iteration()  # so soon that it has to wait
    with qtbot.waitSignal(window.autosave.kept):
        pass
    window.close()
    (found,) = left_behind(tmp_path / "recovery")
    assert found.saved.state.checkpoint.iteration == 2


@pytest.mark.parametrize("leaving", [True, False])
def test_what_is_given_up_is_not_offered(
    new_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path, leaving: bool
) -> None:
    window = new_window()
    window.session.editing.edit_config("Set learning rate", lr=0.5)
    with qtbot.waitSignal(window.autosave.kept):
        window.autosave.keep()
    window.close(leaving=leaving)
    assert len(left_behind(tmp_path / "recovery")) == leaving


def test_recovered_work_is_unsaved_and_knows_its_file(
    new_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = new_window(), tmp_path / "a.safetensors"
    with qtbot.waitSignal(window.files.saved):
        window.files.save(path)
    window.session.editing.edit_config("Set learning rate", lr=0.5)
    window.close()

    later = new_window()
    found: list[list[LeftBehind]] = []
    later.autosave.found.connect(found.append)
    later.autosave.look()
    qtbot.waitUntil(lambda: bool(found))
    later.files.recover(found[0][0].saved)
    later.autosave.adopt(found[0][0])
    assert later.files.path == path
    assert later.files.is_modified
    assert later.session.document.state.config.lr == 0.5
    with qtbot.waitSignal(later.files.saved):
        later.files.save()
    assert not later.files.is_modified
    assert copies(tmp_path / "recovery") == []


# ---- kill -9

CHILD = Path(__file__).parent / "killed.py"
KILLS = 20


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_killing_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, CHILD, str(KILLS), tmp_path], capture_output=True, text=True, timeout=PROCESS_S, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS} kills, 0 losses" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="kills as on Unix")
@pytest.mark.parametrize("what", ["switching", "replaying"])
def test_killing_in_the_middle_of_a_switch_or_a_replay_loses_neither_future(what: str, tmp_path: Path) -> None:
    child = CHILD.with_name("killed_in_time.py")
    done = subprocess.run(
        [sys.executable, child, what, "4", tmp_path], capture_output=True, text=True, timeout=PROCESS_S, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kills, 0 losses" in done.stdout


# ---- what does not change


def large_document(saved: SavedDocument) -> SavedDocument:
    """Return a document with a way of 3 MB and a run of another one."""
    spec = NetworkSpec.mlp(784, (100, 100), 10)
    start = Checkpoint.initial(spec)
    moments = tuple(replace(start, iteration=n, params=frozen(start.params + n)) for n in range(10))
    leg = Leg(spec, TrainingConfig(), None, moments, True, saved.state.dataset)
    record = RunRecord(1, frozen(np.ones(9, np.float32)))
    run = Run(RunLabel(1), spec, TrainingConfig(), saved.state.dataset, 0, (record,), moments[-1])
    here = replace(start, iteration=9)
    way = Way((replace(leg, checkpoints=(*moments[:5], here)),))
    state = replace(saved.state, spec=spec, checkpoint=here, history=(record,), runs=(run,), run_label=RunLabel(2))
    return replace(saved, state=state, way=KeptWay(way), branches={1: KeptWay(Way((leg,)))})


def sizes(root: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in root.glob("*/*.safetensors")}


def test_a_copy_after_one_edit_is_small_and_has_the_whole_history(tmp_path: Path, saved: SavedDocument) -> None:
    folder, saved = RecoveryFolder(tmp_path), large_document(saved)
    folder.keep(saved)
    before = sizes(tmp_path)
    assert sum(before.values()) > 3 * 2**20
    (part,) = tmp_path.glob("*/part-*")
    os.utime(part, (1, 1))
    folder.keep(retrained(saved, 0.25))
    new = {name: size for name, size in sizes(tmp_path).items() if name not in before}
    assert 0 < sum(new.values()) < 50_000
    assert part.stat().st_mtime == 1, "it was written again"
    folder.close()
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config.lr == 0.25
    wanted = [each.params.tobytes() for _, each in saved.branches[1].way.checkpoints]
    assert [each.params.tobytes() for _, each in found.saved.branches[1].way.checkpoints] == wanted
    assert found.saved.way.way.count == 6
    found.lock.unlock()


def test_parts_that_no_copy_needs_go_and_a_damaged_one_makes_the_copy_before_count(
    tmp_path: Path, saved: SavedDocument
) -> None:
    folder, large = RecoveryFolder(tmp_path), large_document(saved)
    folder.keep(retrained(saved, 0.125))
    folder.keep(large)
    folder.close()
    (part,) = tmp_path.glob("*/part-*")
    content = part.read_bytes()
    part.write_bytes(content[:-3] + bytes([content[-3] ^ 1]) + content[-2:])
    (found,) = left_behind(tmp_path)
    assert found.saved.state.config.lr == 0.125
    part.write_bytes(content)
    found.lock.unlock()
    folder = RecoveryFolder(tmp_path)
    (found,) = left_behind(tmp_path)
    folder.adopt(found)
    for n in range(KEPT):
        assert len(list(tmp_path.glob("*/part-*"))) == 1
        folder.keep(retrained(saved, n + 1))
    assert list(tmp_path.glob("*/part-*")) == []
    folder.close()
