from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nn.arrays import frozen
from nn.imports.refusal import Cancelled
from nn.network import NetworkSpec
from nn.training import Checkpoint
from playground.session.document.file_access import FileTrouble, Missing, open_document, save_document
from playground.session.document.file_task import FileTask
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice, DocumentState


@pytest.fixture
def saved(state: DocumentState) -> SavedDocument:
    """Return a document of about 14 MB: several pieces of a file."""
    spec = NetworkSpec.mlp(784, (4500,), 3)
    start = Checkpoint.initial(spec, 0)
    start = replace(start, params=frozen(np.arange(spec.parameters, dtype=np.float32)))
    return SavedDocument(replace(state, spec=spec, checkpoint=start, dataset=DatasetChoice("xor")))


def test_reading_and_writing_tell_how_far_they_are(tmp_path: Path, saved: SavedDocument) -> None:
    path = tmp_path / "a.safetensors"
    written: list[float] = []
    save_document(saved, path, None, watch=written.append)
    read: list[float] = []
    opened, _ = open_document(path, anyway=True, watch=read.append)
    assert opened.state.checkpoint.params.tobytes() == saved.state.checkpoint.params.tobytes()
    for shares in (written, read):
        assert shares == sorted(shares)
        assert len(shares) >= 4
        assert shares[-1] == 1


def test_each_per_cent_is_told_once_and_a_task_nobody_wants_stops(tmp_path: Path, saved: SavedDocument) -> None:
    path = tmp_path / "a.safetensors"
    save_document(saved, path, None)
    told: list[int] = []

    def tell(task: FileTask, share: int) -> None:
        told.append(share)
        task.is_unwanted = True

    task = FileTask(path, lambda watch: open_document(path, anyway=True, watch=watch), tell, FileTrouble)
    assert isinstance(task.run(), Cancelled)
    assert len(told) == 1
    assert 0 < told[0] < 100
    told.clear()
    shares = (0.1, 0.101, 0.2)
    FileTask(path, lambda watch: [watch(share) for share in shares], lambda _, n: told.append(n), FileTrouble).run()
    assert told == [10, 20]


def test_trouble_is_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "none.safetensors"
    task = FileTask(path, lambda watch: open_document(path, watch=watch), lambda *_: None, FileTrouble)
    assert isinstance(task.run(), Missing)
