"""The line above the status bar, in the real window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from nn.training import Checkpoint
from playground.session.document.state import DatasetChoice


@pytest.fixture
def label(window):
    return lambda name: window.findChild(QLabel, f"consequence{name}")


def test_before_any_edit_it_says_what_it_is_for(label):
    assert "Change a weight" in label("Edit").text()
    assert [label(name).text() for name in ("Output", "Loss", "Accuracy")] == ["", "", ""]
    assert not any(label(name).isVisible() for name in ("Output", "Loss", "Accuracy"))  # the line is the hint's


def test_an_edit_shows_output_loss_and_accuracy_before_and_after(window, label, qtbot):
    session = window.session
    share = np.mean(session.library.data.t_test == 3)
    session.weights.set_cells("Set b3[3]", "b3", 3, 1000.0)
    qtbot.waitUntil(lambda: label("Accuracy").text().endswith(f"→ {share:.2%}"))
    assert label("Edit").text() == "Set b3[3]"
    assert label("Output").text().endswith("→ 3  > 99.9%")
    qtbot.waitUntil(lambda: label("Loss").text().startswith("Loss  2."))
    assert "\n3:  0." in label("Output").toolTip()
    assert "→ 1" in label("Output").toolTip().splitlines()[4]


def test_a_network_for_other_data_is_not_compared(window, label, qtbot):
    with qtbot.waitSignal(window.session.document.dataset_changed):
        window.session.editing.choose_dataset("xor")
    qtbot.waitUntil(lambda: label("Accuracy").text().endswith("%"))
    assert not any("→" in label(name).text() for name in ("Output", "Loss", "Accuracy"))
    assert label("Edit").text() == "Choose dataset (other data: before and after cannot be compared)"


def test_data_of_the_same_shape_are_other_data_all_the_same(window, label, qtbot):
    """Answers of other classes, and losses on other points, are no before and after."""
    session = window.session
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("xor")
    state = session.document.state
    checkpoint = Checkpoint.initial(state.spec, 7)
    session.editing.replace("Open", replace(state, dataset=DatasetChoice("and"), checkpoint=checkpoint))
    qtbot.waitUntil(lambda: label("Edit").text() == "Open (other data: before and after cannot be compared)")
    qtbot.waitUntil(lambda: label("Accuracy").text().endswith("%"))
    assert not any("→" in label(name).text() for name in ("Output", "Loss", "Accuracy"))


def test_losses_of_another_kind_are_not_compared(window, label, qtbot):
    window.session.editing.edit_spec("Set loss", replace(window.session.document.state.spec, loss="IdentityWithLoss"))
    qtbot.waitUntil(lambda: "…" not in label("Accuracy").text() != "")
    assert label("Edit").text() == "Set loss (another loss function: the losses cannot be compared)"
    assert "→" not in label("Loss").text()
    assert "→" in label("Accuracy").text()


def test_undo_shows_the_way_back(window, label, qtbot):
    window.session.weights.set_cells("Set b3[3]", "b3", 3, 1000.0)
    qtbot.waitUntil(lambda: "…" not in label("Accuracy").text() != "")
    forwards = label("Accuracy").text().split("  ")[1].split(" → ")
    window.findChild(QAction, "actionUndo").trigger()
    qtbot.waitUntil(lambda: label("Edit").text() == "Undo: Set b3[3]")
    assert label("Accuracy").text().split("  ")[1].split(" → ") == forwards[::-1]


def test_a_regression_shows_numbers_and_no_accuracy(window, label, qtbot):
    with qtbot.waitSignal(window.session.document.dataset_changed):
        window.session.editing.choose_dataset("plane")
    window.session.weights.set_cells("Set b3[0]", "b3", 0, 1000.0)
    qtbot.waitUntil(lambda: label("Edit").text() == "Set b3[0]" and "…" not in label("Loss").text())
    assert label("Output").text().endswith("→ 996")
    assert label("Accuracy").text() == ""


def test_what_does_not_change_the_network_clears_it(window, label, qtbot):
    window.session.weights.set_cells("Set b3[3]", "b3", 3, 1000.0)
    qtbot.waitUntil(lambda: label("Edit").text() == "Set b3[3]")
    window.session.editing.edit_config("Set learning rate", lr=0.5)
    qtbot.waitUntil(lambda: label("Loss").text() == "")


def trained(qtbot, session):
    session.editing.choose_with_recipe("xor")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "xor" and session.library.data is not None)
    session.editing.edit_config("shorter", epochs=100)
    session.control.train()
    qtbot.waitUntil(lambda: not session.run.is_running and session.document.state.checkpoint.iteration == 100)


def test_one_iteration_is_one(window, label, qtbot):
    window.session.control.step_iteration()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)
    window.session.document.undo()
    back = "Redo brings back the network trained for 1 iteration."
    qtbot.waitUntil(lambda: label("Edit").text() == f"Undo: Train 1 iteration. {back}")


def test_what_makes_a_trained_network_go_says_how_it_comes_back(window, label, told, qtbot):
    session = window.session
    trained(qtbot, session)
    session.editing.reset_weights()
    back = "Undo brings back the network trained for 100 iterations."
    qtbot.waitUntil(lambda: label("Edit").text() == f"Reset weights. {back}")
    window.findChild(QAction, "actionUndo").trigger()
    assert told[-1] == "Undo: Reset weights"
    qtbot.waitUntil(lambda: label("Edit").text() == "Undo: Reset weights")
    assert session.document.state.checkpoint.iteration == 100
    session.document.undo()
    back = "Redo brings back the network trained for 100 iterations."
    qtbot.waitUntil(lambda: label("Edit").text() == f"Undo: Train 100 iterations. {back}")
    session.document.redo()
    state = session.document.state
    longer = replace(Checkpoint.initial(state.spec, 9), iteration=300)
    told.clear()
    session.editing.replace("Open lesson", replace(state, checkpoint=longer, history=()))  # another all the same
    back = "Undo brings back the network trained for 100 iterations."
    qtbot.waitUntil(lambda: label("Edit").text() == f"Open lesson. {back}")
    assert back in told
