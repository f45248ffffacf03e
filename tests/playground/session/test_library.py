"""Data are loaded off the window's thread, kept, and never replaced under a run that uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nn.datasets import DATASETS
from playground.session.document.state import DatasetChoice, Points
from playground.session.library import Library
from playground.session.shipped import load_shipped

SPIRAL = DatasetChoice("spiral", {"noise": 0.1})


@pytest.fixture
def library(qapp: object) -> Iterator[Library]:
    library = Library()
    yield library
    library.close()


def test_following_loads_once_and_then_is_immediate(qtbot: QtBot, library: Library) -> None:
    told: list[object] = []
    library.data_changed.connect(told.append)
    library.follow(SPIRAL)
    assert library.data is None
    qtbot.waitUntil(lambda: library.data is not None)
    first = library.data
    library.follow(DatasetChoice("xor"))
    assert library.data is None
    qtbot.waitUntil(lambda: library.data is not None)
    library.follow(DatasetChoice("spiral", {"noise": 0.1}))
    assert library.data is first
    assert [getattr(data, "name", None) for data in told] == ["spiral", None, "xor", "spiral"]


def test_loading_again_gives_the_data_that_are_there(qtbot: QtBot, library: Library) -> None:
    fetched: list[object] = []
    library.fetched.connect(lambda choice, data: fetched.append(data))
    library.follow(SPIRAL)
    library.fetch(SPIRAL)
    qtbot.waitUntil(lambda: len(fetched) == 2)
    assert fetched[1] is fetched[0] is library.data


def test_what_somebody_else_has_read_is_not_read_again(library: Library) -> None:
    fetched: list[object] = []
    library.fetched.connect(lambda choice, data: fetched.append(data))
    choice, data = DatasetChoice("file", {"path": "/nowhere.csv"}), DATASETS["xor"]()
    library.put(choice, data)
    library.fetch(choice)
    assert fetched == [data]  # at once, and there is no such file


def test_only_the_last_data_are_kept(qtbot: QtBot, library: Library) -> None:
    for noise in range(10):
        with qtbot.waitSignal(library.fetched):
            library.fetch(DatasetChoice("spiral", {"seed": noise}))
    library.follow(DatasetChoice("spiral", {"seed": 0}))
    assert library.data is None
    library.follow(DatasetChoice("spiral", {"seed": 9}))
    assert library.data is not None


def test_points_of_a_person_are_there_at_once_and_the_test_data_stay(qtbot: QtBot, library: Library) -> None:
    library.follow(SPIRAL)
    qtbot.waitUntil(lambda: library.data is not None)
    made = library.data
    own = replace(SPIRAL, train=Points(np.ones((3, 2)), np.array([0, 1, 1])))
    library.follow(own)
    data = library.data
    assert data is not None
    assert (len(data.x), data.t.tolist(), data.classes) == (3, [0, 1, 1], ("orange", "blue"))
    assert library.made is made
    np.testing.assert_array_equal(data.x_test, made.x_test)
    library.follow(replace(own))  # an equal choice
    assert library.data is data
    library.follow(SPIRAL)
    assert library.data is made


def test_points_of_a_person_wait_for_the_dataset_they_belong_to(qtbot: QtBot, library: Library) -> None:
    library.follow(replace(SPIRAL, train=Points(np.ones((3, 2)), np.array([0, 1, 1]))))
    assert library.data is library.made is None
    qtbot.waitUntil(lambda: library.data is not None)
    assert len(library.data.x) == 3
    assert len(library.made.x) == 250


def test_what_cannot_be_loaded_is_named(qtbot: QtBot, library: Library) -> None:
    with qtbot.waitSignal(library.unavailable) as told:
        library.fetch(DatasetChoice("cifar"))
    choice, reason, report = told.args
    assert choice.name == "cifar"
    assert "unknown dataset 'cifar'" in reason
    assert "Traceback" in report


def test_a_closed_library_says_nothing_more(qtbot: QtBot, library: Library) -> None:
    told: list[object] = []
    library.fetched.connect(lambda *values: told.append(values))
    library.fetch(SPIRAL)
    library.close()
    qtbot.wait(0)
    assert told == []


def test_the_shipped_network_reads_digits() -> None:
    network, _ = load_shipped()
    assert (network.spec.input_shape, network.spec.outputs) == ((1, 28, 28), 10)


def test_the_accuracy_on_record_is_the_shipped_network_s_own() -> None:
    network, accuracy = load_shipped()
    data = DATASETS["mnist"]()
    measured = network.accuracy(data.x_test * np.float32(data.scale), data.t_test)
    assert accuracy == pytest.approx(measured, abs=2e-4)  # two images, for other BLAS
