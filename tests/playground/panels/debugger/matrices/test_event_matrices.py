"""The matrices of an event: what is shown, what lights up, and the batch beside one of its samples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from nn.inspection.element import Element
from nn.network import LayerSpec, NetworkSpec
from playground.panels.debugger.matrices.event_matrices import EventMatrices

BATCH = 6
PLAIN = NetworkSpec.mlp(2, (3,), 2)
NORMALIZED = replace(PLAIN, layers=(PLAIN.layers[0], LayerSpec("BatchNormalization"), *PLAIN.layers[1:]))


@pytest.fixture
def small(qtbot, session):
    """Give a session whose debugger shows a batch of six points in the plane."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", PLAIN)
    session.editing.edit_config("Batch", batch_size=BATCH)
    session.debugger.open()
    return session


@pytest.fixture
def matrices(qtbot, small):
    return shown(qtbot, small)


@pytest.fixture
def digits(qtbot, session):
    """Give the matrices of a pass of handwritten digits."""
    session.editing.edit_spec("Layers", NetworkSpec.mlp(784, (10,), 10))
    session.editing.edit_config("Batch", batch_size=BATCH)
    session.debugger.open()
    return shown(qtbot, session)


def shown(qtbot, session):
    widget = EventMatrices(session)
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def go(session, phase, layer):
    trace = session.debugger.trace
    event = next(e for e in trace if (e.phase, e.layer, e.depth) == (phase, layer, "layer"))
    session.debugger.run_to(event.index)
    return event


def titles(matrices, line):
    return [card.title for card in matrices.board.lines[line]]


def test_what_goes_in_stands_above_what_comes_out(small, matrices):
    go(small, "forward", 0)
    assert titles(matrices, 0) == ["x (6, 2)", "W1 (2, 3)", "b1 (3,)"]
    assert titles(matrices, 1) == ["a1 (6, 3)", "da1 (6, 3)"]
    go(small, "backward", 0)
    assert titles(matrices, 0) == ["da1 (6, 3)", "x (6, 2)", "W1 (2, 3)"]
    assert titles(matrices, 1) == ["dx (6, 2)", "dW1 (2, 3)", "db1 (3,)"]


def test_the_numbers_are_those_of_the_event(small, matrices):
    event = go(small, "forward", 0)
    assert np.array_equal(matrices.card("a1").table.matrix.parts[0].values, event.outputs["a1"])
    assert np.array_equal(matrices.card("x").sheet.array, event.inputs["x"])


def test_what_is_not_computed_is_an_empty_frame(small, matrices):
    go(small, "forward", 0)
    assert matrices.card("da1").sheet is None
    assert matrices.card("da1").view.text() == "not yet"
    small.debugger.go(0)
    assert matrices.card("a1.1").sheet is None
    assert matrices.card("x").sheet is not None


def test_an_update_shows_before_and_after(small, matrices):
    event = go(small, "update", 0)
    before, after = (next(c for c in line if c.title.startswith("W1 ")) for line in matrices.board.lines)
    assert (before.note, after.note) == ("before", "after")
    assert np.array_equal(before.sheet.array, event.inputs["W1"])
    assert np.array_equal(after.sheet.array, event.outputs["W1"])


def test_a_node_on_the_way_back_shows_its_local_derivative(small, matrices):
    trace = small.debugger.trace
    event = next(e for e in trace if e.phase == "backward" and e.symbol == "dot")
    small.debugger.run_to(event.index)
    assert [card.note for card in matrices.board.lines[0]] == ["upstream gradient"] + 2 * ["local derivative"]
    assert titles(matrices, 0)[1].endswith("= W2 (3, 2)")


def test_a_gradient_that_more_is_added_to_says_so(small, matrices):
    small.debugger.stepped.set_form("elementary")  # its log-sum-exp uses the exponentials twice
    event = next(e for e in small.debugger.trace if any(e.pending.values()))
    small.debugger.run_to(event.index)
    assert any("more to come from" in card.note for card in matrices.board.cards)
    name = next(name for name, users in event.pending.items() if users)
    last = next(e for e in small.debugger.trace[event.index + 1 :] if name in e.outputs and not e.pending.get(name))
    small.debugger.run_to(last.index)
    product = next(card for card in matrices.board.cards if card.note == "upstream × local")
    assert np.array_equal(product.sheet.array, last.products[name])


def test_pointing_lights_row_and_column_and_leaving_takes_it_back(small, matrices, qtbot):
    go(small, "forward", 0)
    small.debugger.set_element(Element("a1", (0, 0)))
    card = matrices.card("a1")
    point_at(qtbot, card.table, 4, 1)
    assert small.debugger.element == Element("a1", (4, 1))
    assert lit(matrices.card("x")) == [[4, 0], [4, 1]]
    assert lit(matrices.card("W1")) == [[0, 1], [1, 1]]
    assert lit(matrices.card("b1")) == [[0, 1]]
    qtbot.mouseMove(card.table.viewport(), QPoint(card.table.viewport().width() - 2, 200))
    assert small.debugger.element == Element("a1", (0, 0))
    assert lit(matrices.card("x")) == [[0, 0], [0, 1]]


def test_clicking_keeps_the_number(small, matrices, qtbot):
    go(small, "forward", 0)
    table = matrices.card("a1").table
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 3, 2))
    assert small.debugger.element == Element("a1", (3, 2))
    qtbot.mouseMove(table.viewport(), QPoint(table.viewport().width() - 2, 200))
    assert small.debugger.element == Element("a1", (3, 2))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert small.debugger.element == Element("a1", (4, 2))


def test_a_number_that_was_pointed_at_is_kept_by_a_click(small, matrices, qtbot):
    go(small, "forward", 0)
    table = matrices.card("a1").table
    point_at(qtbot, table, 3, 2)
    assert small.debugger.element == Element("a1", (3, 2))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 3, 2))
    qtbot.mouseMove(table.viewport(), QPoint(table.viewport().width() - 2, 200))
    assert small.debugger.element == Element("a1", (3, 2))


def test_an_input_can_be_chosen_too(small, matrices, qtbot):
    go(small, "forward", 0)
    table = matrices.card("W1").table
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 1, 2))
    assert small.debugger.element == Element("W1", (1, 2))


def test_what_another_view_looks_at_is_framed(small, matrices):
    go(small, "forward", 0)
    small.debugger.set_element(Element("a1", (2, 1)))
    index = matrices.card("a1").table.currentIndex()
    assert (index.row(), index.column()) == (2, 1)
    small.debugger.set_element(Element("nothing", (2, 1)))
    assert not matrices.card("a1").table.currentIndex().isValid()


def test_what_an_edit_changed_is_marked(small, matrices):
    go(small, "forward", 0)
    weights = small.live.network.params["W1"].copy()
    old = float(weights[1, 2])
    weights[1, 2] += 1
    small.weights.set("Edit", {"W1": weights})
    assert np.argwhere(matrices.card("W1").table.changed).tolist() == [[1, 2]]
    assert set(np.argwhere(matrices.card("a1").table.changed)[:, 1].tolist()) == {2}
    assert matrices.card("x").table.changed is None
    hover = matrices.card("W1").table.matrix.hover_text(1, 2)
    assert "before the edit" in hover
    assert float(hover.rsplit(" ", 1)[1]) == pytest.approx(old)


def test_a_typed_number_takes_the_place_of_a_computed_one(small, matrices, qtbot):
    go(small, "forward", 0)
    table = matrices.card("a1").table
    type_number(qtbot, table, 2, 1, "5")
    qtbot.waitUntil(lambda: small.debugger.current.outputs["a1"][2, 1] == 5)
    assert np.argwhere(matrices.card("a1").table.changed).tolist() == [[2, 1]]
    go(small, "forward", 1)
    assert np.argwhere(matrices.card("z1").table.changed).tolist() == [[2, 1]]
    small.document.undo()
    assert small.debugger.current.outputs["z1"][2, 1] != 5


def test_a_typed_parameter_is_changed_for_good(small, matrices, qtbot):
    go(small, "forward", 0)
    type_number(qtbot, matrices.card("W1").table, 1, 2, "-0.5")
    qtbot.waitUntil(lambda: small.live.network.params["W1"][1, 2] == -0.5)


def test_what_is_no_number_is_refused(small, matrices, qtbot):
    go(small, "forward", 0)
    with qtbot.waitSignal(small.status):
        type_number(qtbot, matrices.card("W1").table, 1, 2, "much")


@pytest.mark.parametrize(
    ("phase", "name", "changeable"),
    [("forward", "x", True), ("backward", "db1", True), ("loss", "t", True), ("update", "W1", False)],
)
def test_what_can_be_changed(small, matrices, phase, name, changeable):
    go(small, phase, None if phase == "loss" else 0)
    card = matrices.card(name)
    assert card.table.matrix.is_editable is changeable
    if changeable:
        index = (0,) * card.sheet.array.ndim
        small.debugger.numbers.override(name, index, 0.125)
        assert matrices.card(name).sheet.array[index] == 0.125


def test_of_an_update_only_parameters_and_gradients_can_be_changed(small, matrices):
    small.editing.edit_config("Optimizer", optimizer="Adam")
    go(small, "update", 0)
    first = {card.title.split()[0]: card.table.matrix.is_editable for card in matrices.board.lines[0]}
    assert first == {"W1": True, "dW1": True, "m_W1": False, "v_W1": False}


def test_one_sample_of_the_batch(small, matrices):
    choose(matrices, "sample")
    matrices.lens.number.setValue(4)
    assert small.debugger.stepped.row == 4
    go(small, "forward", 0)
    assert titles(matrices, 1)[0] == "a1 (1, 3)"
    choose(matrices, "whole")
    assert small.debugger.stepped.row is None
    assert titles(matrices, 1)[0] == "a1.1 (6, 3)" or titles(matrices, 1)[0] == "a1 (6, 3)"


def test_side_by_side_shows_what_the_batch_adds_up(small, matrices):
    choose(matrices, "beside")
    matrices.lens.number.setValue(4)
    go(small, "backward", 0)
    assert titles(matrices, 0)[-1] == titles(matrices, 1)[-1] == "db1 (3,)"
    assert matrices.card("db1", 0).note == "sum over 6 samples"
    assert [matrices.card("da1", line).title for line in (0, 1)] == ["da1 (6, 3)", "da1 (1, 3)"]
    whole, alone = (matrices.card("da1", line).sheet.array for line in (0, 1))
    assert np.allclose(alone[0], BATCH * whole[4], rtol=1e-5)  # the loss of the batch is divided by N
    small.debugger.set_element(Element("db1", (1,)))
    assert lit(matrices.card("da1", 0)) == [[i, 1] for i in range(BATCH)]
    assert lit(matrices.card("da1", 1)) == [[0, 1]]


def test_side_by_side_a_sample_is_found_in_its_batch(small, matrices, qtbot):
    choose(matrices, "beside")
    matrices.lens.number.setValue(4)
    go(small, "forward", 0)
    table = matrices.card("a1", 1).table
    point_at(qtbot, table, 0, 1)
    assert small.debugger.element == Element("a1", (4, 1))
    assert lit(matrices.card("x", 0)) == [[4, 0], [4, 1]]
    assert lit(matrices.card("x", 1)) == [[0, 0], [0, 1]]
    small.debugger.set_element(Element("a1", (3, 2)))
    assert lit(matrices.card("x", 1)) == []


def test_side_by_side_at_the_update_there_is_only_the_batch(small, matrices):
    choose(matrices, "beside")
    go(small, "update", 0)
    assert len(matrices.board.lines) == 1
    assert matrices.board.lines[0]


@pytest.fixture
def normalized(small):
    small.editing.edit_spec("Layers", NORMALIZED)
    return small


@pytest.mark.parametrize("mode", ["sample", "beside"])
def test_no_sample_is_normalized_alone_and_a_sentence_says_why(normalized, matrices, mode):
    said = []
    normalized.status.connect(said.append)
    choose(matrices, mode)
    assert "several samples" in said[-1]
    assert (matrices.lens.mode, matrices.lens.choice.currentData()) == ("whole", "whole")
    normalized.debugger.step_over()
    normalized.debugger.step_over()
    assert titles(matrices, 1)[0].endswith("(6, 3)")


@pytest.mark.parametrize("mode", ["sample", "beside"])
def test_a_normalization_that_comes_later_brings_the_whole_batch_back(small, matrices, mode):
    choose(matrices, mode)
    small.editing.edit_spec("Layers", NORMALIZED)
    assert matrices.lens.mode == "whole"
    go(small, "forward", 1)
    assert titles(matrices, 1)[0].endswith("(6, 3)")


def test_the_lens_is_off_for_the_shown_sample(small, matrices):
    small.debugger.choose("sample")
    assert not matrices.lens.isEnabled()
    assert matrices.board.cards


def test_pictures_and_their_numbers(digits, session, qtbot):
    event = go(session, "forward", 0)
    digits.as_pictures.click()
    x, weights = digits.card("x"), digits.card("W1")
    assert (x.images.count, weights.images.count) == (BATCH, 10)
    session.debugger.set_element(Element("a1", (2, 3)))
    assert (x.images.selected, weights.images.selected) == (2, 3)
    qtbot.keyClick(weights.images, Qt.Key.Key_Plus)
    assert weights.view is weights.near
    assert np.array_equal(weights.near.matrix.parts[0].values, event.inputs["W1"][:, 3].reshape(28, 28))
    assert weights.near.matrix.name(2, 5) == "W1[61, 3]"
    qtbot.keyClick(weights.near, Qt.Key.Key_Minus)
    assert weights.view is weights.images


def test_tables_come_nearer_and_go_away(digits, session, qtbot):
    go(session, "forward", 0)
    table = digits.card("W1").table
    qtbot.keyClick(table, Qt.Key.Key_Minus)
    assert not table.shows_numbers
    qtbot.keyClick(table, Qt.Key.Key_Plus)
    assert table.shows_numbers


def test_nothing_is_shown_of_a_closed_debugger(small, matrices):
    small.debugger.close()
    assert matrices.board.cards == []
    assert matrices.event_shown is None


def is_in_sight(card, index):
    """Say whether a number can be read to its edges."""
    table = card.table
    area = table.visualRect(table.matrix.index(*card.sheet.cell_of(index)))
    return table.viewport().rect().contains(area)


@pytest.mark.parametrize("infinite", [0, 700])
def test_an_infinite_sum_shows_its_largest_term(digits, session, qtbot, infinite):
    session.debugger.numbers.override("W1", (infinite, 3), 3e38)
    row = next(r for r in range(BATCH) if session.debugger.stepped.training_pass.batch()[0][r, 400] > 0)
    session.debugger.numbers.override("x", (row, infinite), 2.0)
    go(session, "forward", 0)
    assert np.isinf(session.debugger.trace[-1].values["a1"][row, 3])
    for element in (Element("a1", (row, 0)), Element("a1", (row, 3))):
        session.debugger.set_element(element)
    assert is_in_sight(digits.card("x"), (row, infinite))
    assert is_in_sight(digits.card("W1"), (infinite, 3))


def choose(matrices, mode):
    box = matrices.lens.choice
    box.setCurrentIndex(box.findData(mode))
    box.activated.emit(box.currentIndex())


def type_number(qtbot, table, row, column, text):
    table.show_current((row, column))
    table.edit(table.currentIndex())
    editor = table.viewport().findChild(QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def middle(table, row, column):
    return table.visualRect(table.matrix.index(row, column)).center()


def point_at(qtbot, table, row, column):
    qtbot.mouseMove(table.viewport(), middle(table, row, column))


def lit(card):
    return [] if card.table.lit is None else np.argwhere(card.table.lit).tolist()


def test_side_by_side_the_same_columns_are_in_sight(digits):
    matrices = digits
    choose(matrices, "beside")
    whole, alone = (matrices.card("x", line).table for line in (0, 1))
    whole.horizontalScrollBar().setValue(whole.horizontalScrollBar().maximum() // 2)
    assert alone.horizontalScrollBar().value() == whole.horizontalScrollBar().value() > 0
    choose(matrices, "whole")
    assert len(matrices.board.lines) == 2


def test_the_types_stand_where_truths_become_numbers(small, matrices):
    layers = (LayerSpec("Step"), LayerSpec.of("Affine", units=2))
    small.editing.edit_spec("Layers", NetworkSpec((2,), layers))
    small.debugger.go(2)
    assert small.debugger.current.symbol == "astype"
    assert [card.title for card in matrices.board.cards[:2]] == [
        f"x_Step.1 ({BATCH}, 2) bool",
        f"x_Step ({BATCH}, 2) float32",
    ]


def test_a_click_beside_the_numbers_leaves_no_number_explained(small, matrices, qtbot):
    go(small, "forward", 0)
    small.debugger.set_element(Element("a1", (4, 1)))
    viewport = matrices.board.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().bottomRight())
    assert small.debugger.element is None
