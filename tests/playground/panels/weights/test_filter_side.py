"""One filter beside the pictures: its numbers typed, copied, pasted, pruned, and what it looks for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QPushButton, QSpinBox

from nn import LayerSpec, NetworkSpec
from nn.editing.surgery import silence
from nn.inspection.convolution.exciting import most_exciting
from playground.panels.weights.view import WeightView
from playground.widgets.look.heat import heat_colors
from playground.widgets.matrix.model import Block
from playground.widgets.matrix.view import MatrixView
from playground.widgets.text.steady_label import SteadyLabel

of = LayerSpec.of
LEFT = Qt.MouseButton.LeftButton
SPEC = NetworkSpec(
    (1, 28, 28),
    (
        of("Convolution", filters=3, size=3),
        of("Relu"),
        of("Pooling"),
        of("Convolution", filters=4, size=3),
        of("Affine", units=10),
    ),
    "SoftmaxWithLoss",
)


@pytest.fixture
def view(qtbot, session):
    session.editing.edit_spec("filters", SPEC)
    session.looking.choose("mine")
    made = WeightView(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    list(made.build())
    with qtbot.waitExposed(made):
        made.show()
    next(b for b in made.findChildren(object, "") if getattr(b, "text", str)() == "Pictures").click()
    return made


def button(view, name):
    return view.findChild(QPushButton, name)


def choose(view, filter_):
    QTest.mouseClick(view.images.viewport(), LEFT, pos=view.images.area_of(filter_).center())


def params(session):
    return {name: np.array(array) for name, array in session.live.network.params.items()}


def test_a_typed_number_of_a_filter_is_one_step_with_its_name(view, session):
    choose(view, 2)
    before = params(session)["W1"]
    numbers = view.findChild(MatrixView, "filterNumbers")
    numbers.matrix.setData(numbers.matrix.index(1, 2), "0.75")
    W = params(session)["W1"]
    assert W[2, 0, 1, 2] == 0.75
    assert np.count_nonzero(before != W) == 1
    assert str(session.document.gesture) == "Set W1[2, 0, 1, 2] to 0.75"
    session.document.undo()
    assert np.array_equal(params(session)["W1"], before)


def test_a_filter_is_copied_onto_another_one(view, session):
    choose(view, 0)
    QTest.keyClick(view.images, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    choose(view, 2)
    QTest.keyClick(view.images, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    W = params(session)["W1"]
    assert np.array_equal(W[2], W[0])
    assert not np.array_equal(W[1], W[0])


def test_what_does_not_fit_is_refused_with_both_sizes(view, session):
    told = []
    session.status.connect(told.append)
    before = params(session)["W1"]
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    button(view, "filterPaste").click()
    assert "2 × 2" in told[-1]
    assert "3 × 3" in told[-1]
    assert np.array_equal(params(session)["W1"], before)


def test_a_pruned_filter_goes_with_what_is_read_of_it(view, session, qtbot):
    before = params(session)
    x = session.library.data.x_test[:20].reshape(-1, 1, 28, 28) / np.float32(255)
    silenced = silence(SPEC, before, 2, 1 * 13 * 13)  # whatever reads the second filter's picture hears nothing
    session.live.network.params["W2"][...] = silenced["W2"]
    deaf = session.live.network.predict(x)
    session.live.network.params["W2"][...] = before["W2"]
    choose(view, 1)
    button(view, "filterPrune").click()
    qtbot.waitUntil(lambda: session.live.network.spec.layers[0].options["filters"] == 2)
    assert np.allclose(session.live.network.predict(x), deaf, atol=1e-5)
    assert np.array_equal(params(session)["W2"], np.delete(before["W2"], 1, axis=1))
    assert str(session.document.gesture) == "Prune filter W1[1]"
    qtbot.waitUntil(lambda: getattr(session.consequences.consequence, "after", None) is not None)
    qtbot.waitUntil(lambda: session.consequences.consequence.after.accuracy is not None)
    assert session.consequences.consequence.before.loss != session.consequences.consequence.after.loss
    session.document.undo()
    qtbot.waitUntil(lambda: session.live.network.spec.layers[0].options["filters"] == 3)
    assert np.array_equal(params(session)["W1"], before["W1"])


def test_what_it_looks_for_is_searched_shown_and_chosen(view, session, qtbot):
    choose(view, 1)
    button(view, "filterSearch").click()
    search = session.filter_search
    assert search.is_searching
    qtbot.waitUntil(lambda: not search.is_searching)
    data = session.library.data
    *_, last = most_exciting(session.live.network, 0, 1, data.x_test, data.scale)
    assert search.finds == last.finds
    listed = view.findChild(QListView, "filterFinds")
    qtbot.waitUntil(lambda: listed.model().rowCount() == 9)
    listed.clicked.emit(listed.model().index(3, 0, QModelIndex()))
    assert session.looking.sample.origin == f"test {last.finds[3].row}"
    choose(view, 2)  # the finds of another filter are not taken for this one's
    assert listed.model().rowCount() == 0


def test_a_search_is_cancelled_and_what_was_found_says_so(view, session, qtbot):
    search = session.filter_search
    button(view, "filterSearch").click()
    qtbot.waitUntil(lambda: search.done > 0)
    if search.is_searching:
        button(view, "filterSearchCancel").click()
        assert not search.is_searching
        assert "Stopped after" in view.findChild(SteadyLabel, "filterSearchAbout").text()


def test_other_weights_make_the_finds_old(view, session, qtbot):
    button(view, "filterSearch").click()
    qtbot.waitUntil(lambda: not session.filter_search.is_searching)
    numbers = view.findChild(MatrixView, "filterNumbers")
    numbers.block_edited.emit(Block(0, 0, 0, 0), np.array([[2.0]]))
    qtbot.waitUntil(lambda: "search again" in view.findChild(SteadyLabel, "filterSearchAbout").text())


def test_one_channel_alone_is_seen_large(view, session, fill):
    fill(view.findChild(QComboBox, "weightLayer"), "3")
    choose(view, 1)
    small = view.images.area_of(1)
    view.findChild(QCheckBox, "filterOneChannel").click()
    fill(view.findChild(QSpinBox, "filterChannel"), 2)
    assert view.images.count == 4
    assert view.images.area_of(1).width() > small.width()
    W = params(session)["W2"]
    shot = view.images.viewport().grab().toImage()
    limit = view.images.limit
    wanted = heat_colors(W[1, 2], limit, view.images.palette())
    area, side = view.images.area_of(1), view.images.area_of(1).width() // 3
    for row, column in np.ndindex(3, 3):
        at = area.topLeft() + QPoint(column * side + side // 2, row * side + side // 2)
        assert shot.pixel(at) == int(wanted[row, column])
