"""Small networks and data that train in milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nn.datasets import Dataset
from nn.network import NetworkSpec
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.document import Document
from playground.session.document.state import DatasetChoice, DocumentState
from playground.session.running.run import TrainingRun


@pytest.fixture
def data() -> Dataset:
    """200 bytes-samples of 12 numbers in 3 classes that can be learned."""
    rng = np.random.default_rng(5)
    t = np.arange(200) % 3
    x = (rng.integers(0, 128, (200, 12)) + 100 * (np.arange(12) % 3 == t[:, None])).astype(np.uint8)
    return Dataset("bands", x, t, x[:50], t[:50], scale=1 / 255, classes=("a", "b", "c"))


@pytest.fixture
def spec() -> NetworkSpec:
    return NetworkSpec.mlp(12, (8,), 3)


@pytest.fixture
def state(spec: NetworkSpec) -> DocumentState:
    config = TrainingConfig(batch_size=10, epochs=2)
    return DocumentState(spec, Checkpoint.initial(spec, 0), config, DatasetChoice("bands"))


@pytest.fixture
def document(qapp: object, state: DocumentState) -> Document:
    return Document(state)


@pytest.fixture
def run(document: Document) -> Iterator[TrainingRun]:
    run = TrainingRun(document)
    yield run
    run.close()


@pytest.fixture
def finish(qtbot: QtBot, run: TrainingRun) -> Callable[[], None]:
    """Return a function that waits for the end of the run."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not run.is_running)

    return wait
