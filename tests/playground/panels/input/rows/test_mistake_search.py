"""Searching for what a network misreads, a slice at a time."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from nn.datasets import Dataset
from nn.network import NetworkSpec
from nn.training import Checkpoint
from playground.panels.input.rows.mistake_search import MistakeSearch
from playground.session.session import Session

COUNT = 1000


def digits(wrong: tuple[int, ...] = ()) -> Dataset:
    """Pictures whose label is the position of their one bright pixel, but for the wrong ones."""
    t = np.arange(COUNT) % 10
    x = np.zeros((COUNT, 784), np.uint8)
    x[np.arange(COUNT), t] = 255
    labels = t.copy()
    labels[list(wrong)] = (labels[list(wrong)] + 1) % 10
    return Dataset("mnist", x, t, x, labels, scale=1 / 255, classes=tuple("0123456789"))


@pytest.fixture
def session(qapp):
    """A network that reads the position of the bright pixel, and nothing else."""
    spec = NetworkSpec.mlp(784, (), 10)
    made = Session(load=False)
    made.looking.choose("mine")
    params = np.zeros_like(Checkpoint.initial(spec, 0).params)
    params[: 784 * 10].reshape(784, 10)[:10] = 50 * np.eye(10)
    made.live.show_weights(spec, params, np.empty(0, np.float32))
    yield made
    made.close()


@pytest.fixture
def search(session):
    return MistakeSearch(session.looking)


def found(qtbot, search: MistakeSearch, data: Dataset, after: int) -> int:
    with qtbot.waitSignal(search.found) as signal:
        search.start(data, after)
    return signal.args[0]


@pytest.mark.parametrize(("after", "expected"), [(0, 3), (3, 700), (699, 700), (700, 3), (999, 3)])
def test_the_next_mistake_is_found_round_the_end(qtbot, search, after, expected):
    assert found(qtbot, search, digits(wrong=(3, 700)), after) == expected


def test_the_only_mistake_is_found_again(qtbot, search):
    assert found(qtbot, search, digits(wrong=(5,)), after=5) == 5


def test_without_mistakes_the_search_ends_and_says_so(qtbot, search):
    with qtbot.waitSignal(search.found_none):
        search.start(digits(), after=17)

    assert not search.is_running


def test_a_stopped_search_says_nothing(qtbot, search):
    search.start(digits(wrong=(900,)), after=0)
    search.stop()

    with qtbot.assertNotEmitted(search.found):
        for _ in range(5):
            QCoreApplication.processEvents()


def test_a_diverged_network_misreads_everything(qtbot, session, search):
    network = session.live.network
    session.live.show_weights(network.spec, np.full_like(network.flat_params, np.nan), network.flat_state)

    assert found(qtbot, search, digits(), after=41) == 42


def test_a_network_that_reads_no_digits_ends_the_search(qtbot, session, search):
    spec = NetworkSpec.mlp(2, (3,), 2)
    checkpoint = Checkpoint.initial(spec, 0)
    session.live.show_weights(spec, checkpoint.params, checkpoint.state)
    search.start(digits(), after=0)

    qtbot.waitUntil(lambda: not search.is_running)
