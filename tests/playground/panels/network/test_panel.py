"""The network panel: it shows the session's network and sample, explains neurons and plays the pass."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QTableView, QToolButton

from nn.inspection.columns import Place
from nn.network.spec import LayerSpec, NetworkSpec
from nn.training import Checkpoint
from playground.panels.network import view
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.neuron.card import NeuronCard
from playground.panels.network.panel import NetworkPanel
from playground.session.looking.selection import INPUT, Neuron
from playground.widgets.look.hint import paint_hint
from playground.window.frame_clock import FrameClock

BOOK = NetworkSpec.mlp(2, (3, 2), 2, activation="Sigmoid", loss="IdentityWithLoss", dtype="float64")
BOOK_WEIGHTS = {
    "W1": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],
    "b1": [0.1, 0.2, 0.3],
    "W2": [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],
    "b2": [0.1, 0.2],
    "W3": [[0.1, 0.3], [0.2, 0.4]],
    "b3": [0.1, 0.2],
}


@pytest.fixture
def panel(qtbot, session):
    made = NetworkPanel()
    qtbot.addWidget(made)
    list(made.attach(session))  # to its end, in one turn
    made.resize(560, 330)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def diagram(panel):
    return panel.findChild(NetworkDiagram)


@pytest.fixture
def book(qtbot, session, panel, diagram):
    """Show the book's 2-3-2-2 network with x = [1.0, 0.5]."""
    use(qtbot, session, BOOK)
    session.weights.set("Weights of the book", BOOK_WEIGHTS)
    enter(panel, "sampleInput", "1.0, 0.5")
    return session


def use(qtbot, session, spec):
    session.editing.edit_spec("Another network", spec)
    qtbot.waitUntil(lambda: session.live.network.spec == spec)


def enter(panel, name, text):
    field = panel.findChild(QLineEdit, name)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def error(panel):
    return next(label for label in panel.findChildren(QLabel) if label.objectName() == "sampleError")


def click(diagram, place):
    left, top, width, height = diagram.blocks[place.column].cell(place.index)
    at = QPoint(round(left + width / 2), round(top + height / 2))
    QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=at)


def pointed_words(diagram, place):
    left, top, width, height = diagram.blocks[place.column].cell(place.index)
    QTest.mouseMove(diagram, QPoint(round(left + width / 2), round(top + height / 2)))
    assert diagram.at == place
    return diagram.accessibleDescription()


def press(panel, name):
    QTest.mouseClick(panel.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


# ---- what is shown


def test_the_columns_are_those_of_the_network(qtbot, session, diagram):
    assert [shape.count for shape in diagram.shapes] == [784, 100, 100, 10]
    assert diagram.shapes[0].picture == (28, 28)
    use(qtbot, session, NetworkSpec.mlp(784, (512, 256), 10))
    assert [shape.count for shape in diagram.shapes] == [784, 512, 256, 10]


def test_the_numbers_are_those_of_the_observation(session, diagram):
    values = session.looking.observation.values
    np.testing.assert_array_equal(diagram.shown[0].numbers, values[0][0])
    np.testing.assert_array_equal(diagram.shown[1].numbers, values[1][0])
    np.testing.assert_array_equal(diagram.shown[1].after, values[2][0])
    np.testing.assert_array_equal(diagram.shown[3].after, session.looking.observation.output[0])
    assert diagram.shown[3].names == tuple("0123456789")
    assert diagram.shown[3].beside[0] == f"{session.looking.observation.output[0, 0]:.1%}"


def test_the_right_answer_is_marked(session, diagram):
    session.looking.show_row(5)
    assert diagram.shown[3].target == int(session.looking.sample.t[0])
    assert "right answer" in pointed_words(diagram, Place(3, diagram.shown[3].target))
    assert "right answer" not in pointed_words(diagram, Place(3, 9 - diagram.shown[3].target))


def test_the_book_network_gives_the_numbers_of_the_book(book, diagram):
    np.testing.assert_allclose(diagram.shown[1].numbers, [0.3, 0.7, 1.1])
    np.testing.assert_allclose(diagram.shown[1].after, [0.57444252, 0.66818777, 0.75026011], atol=1e-8)
    np.testing.assert_allclose(diagram.shown[3].after, [0.31682708, 0.69627909], atol=1e-8)


@pytest.mark.parametrize(
    ("layers", "owners"),
    [
        (("Flatten", "Affine", "BatchNormalization", "Relu", "Dropout", "Affine", "Softmax"), (INPUT, 1, 5)),
        (("Affine",), (INPUT, 0)),
        (("Sigmoid", "Affine", "Affine"), (INPUT, 1, 2)),
        (("Flatten", "Softmax"), (INPUT,)),
    ],
)
def test_any_layers_are_shown_selected_and_stepped_through(qtbot, session, panel, diagram, layers, owners):
    use(qtbot, session, NetworkSpec((28, 28), tuple(map(LayerSpec, layers))))
    for number, block in enumerate(diagram.blocks):
        session.selection.select(None)
        unmarked = diagram.grab().toImage()
        click(diagram, Place(number, block.shape.count - 1))
        assert session.selection.neuron == Neuron(owners[number], block.shape.count - 1)
        assert diagram.grab().toImage() != unmarked
    assert len(diagram.blocks) == len(owners)
    press(panel, "buttonFlowStep")
    for done in range(1, len(session.flow.stepper.trace)):
        assert session.flow.stepper.cursor == done
        before = panel.grab().toImage()
        press(panel, "buttonFlowStep")
        assert panel.grab().toImage() != before
    assert session.flow.stepper.cursor == len(session.flow.stepper.trace) > 2 * len(layers)


def test_training_moves_the_numbers(qtbot, session, diagram):
    before = diagram.shown[3].after.copy()
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not np.array_equal(diagram.shown[3].after, before))


# ---- a neuron


def test_a_click_selects_the_neuron_for_all_panels(session, panel, diagram):
    neuron = diagram.blocks[1].shape.order[42]
    click(diagram, Place(1, neuron))
    assert session.selection.neuron == Neuron(0, neuron)
    click(diagram, Place(0, 300))
    assert session.selection.neuron == Neuron(INPUT, 300)


def test_the_card_shows_every_term(book, panel, diagram):
    click(diagram, Place(1, 0))
    card, table = panel.findChild(NeuronCard), panel.findChild(NeuronCard).findChild(QTableView)
    assert card.isVisible()
    texts = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "a1[0]" in texts
    assert "= 0.2 + 0.1 = 0.3" in texts
    assert "0.57444" in texts
    rows = [[table.model().index(row, column).data() for column in range(4)] for row in range(2)]
    assert sorted(rows) == [["x[0]", "1.0", "0.1", "0.1"], ["x[1]", "0.5", "0.2", "0.1"]]


def test_the_keyboard_opens_the_card_and_closes_it(book, panel, diagram):
    diagram.setFocus()
    QTest.keyClick(diagram, Qt.Key.Key_Down)
    QTest.keyClick(diagram, Qt.Key.Key_Right)
    QTest.keyClick(diagram, Qt.Key.Key_Return)
    card = panel.findChild(NeuronCard)
    assert card.isVisible()
    assert book.selection.neuron.layer == 0
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_card_leads_to_the_weights(book, panel, diagram, qtbot):
    click(diagram, Place(2, 1))
    link = next(button for button in panel.findChild(NeuronCard).findChildren(QToolButton) if button.text())
    with qtbot.waitSignal(book.panel_requested) as asked:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["weights"]


def test_the_chosen_neuron_is_removed_by_key_and_undo_brings_it_back(session, panel, diagram):
    before = session.document.state
    diagram.setFocus()
    click(diagram, Place(1, 42))
    assert "Delete removes the chosen neuron" in panel.findChild(NeuronCard).toolTip()
    QTest.keyClick(diagram, Qt.Key.Key_Delete)
    assert [shape.count for shape in diagram.shapes] == [784, 99, 100, 10]
    session.document.undo()
    assert session.document.state is before
    assert [shape.count for shape in diagram.shapes] == [784, 100, 100, 10]


def test_a_neuron_selected_elsewhere_is_marked(session, panel, diagram):
    before = diagram.grab().toImage()
    session.selection.select(Neuron(1, 7))
    assert diagram.grab().toImage() != before


def test_another_network_closes_a_card_that_means_nothing_any_more(qtbot, session, panel, diagram):
    click(diagram, Place(1, 99))
    use(qtbot, session, NetworkSpec.mlp(784, (5,), 10))
    assert not panel.findChild(NeuronCard).isVisible()


# ---- the input


def test_one_sample_and_a_batch_of_one_differ_in_shape(book, panel):
    assert book.looking.sample.single
    enter(panel, "sampleInput", "[[1.0, 0.5]]")
    assert not book.looking.sample.single
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "(1, 2)" in texts
    assert panel.findChild(QLineEdit, "sampleInput").text() == "[[1.0, 0.5]]"


def test_a_wrong_input_is_explained_and_changes_nothing(book, panel):
    before = book.looking.sample
    enter(panel, "sampleInput", "1.0, much")
    assert "much" in error(panel).text()
    assert error(panel).isVisible()
    enter(panel, "sampleInput", "1, 2, 3")
    assert "2 numbers" in error(panel).text()
    assert book.looking.sample is before
    enter(panel, "sampleInput", "2, 3")
    assert not error(panel).isVisible()


def test_a_typed_target_gives_a_loss(qtbot, session, panel):
    use(qtbot, session, NetworkSpec.mlp(2, (3,), 2))
    enter(panel, "sampleInput", "1.0, 0.5")
    assert session.looking.observation.loss is None
    enter(panel, "sampleTarget", "1")
    assert session.looking.observation.loss is not None


def test_the_rows_of_a_batch_are_leafed_through(book, panel, diagram):
    enter(panel, "sampleInput", "[[1.0, 0.5], [3.0, 4.0]]")
    np.testing.assert_array_equal(diagram.shown[0].numbers, [1.0, 0.5])
    next_row = next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == "Next row")
    QTest.mouseClick(next_row, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(diagram.shown[0].numbers, [3.0, 4.0])


def test_the_rows_of_the_data_are_leafed_through(session, panel):
    session.looking.show_row(5)
    next_row = next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == "Next row")
    QTest.mouseClick(next_row, Qt.MouseButton.LeftButton)
    assert session.looking.sample.origin == "test 6"


# ---- the flow


def test_what_is_not_computed_yet_is_not_shown(book, panel, diagram):
    press(panel, "buttonFlowStep")
    assert book.flow.stepper.is_open
    np.testing.assert_allclose(diagram.shown[1].numbers, [0.3, 0.7, 1.1])
    assert diagram.shown[1].after is None
    assert diagram.shown[2].numbers is None
    press(panel, "buttonFlowStep")
    assert diagram.shown[1].after is not None


@pytest.mark.parametrize("build", ["columns_of", "ColumnShape"])
def test_columns_and_shapes_stay_when_only_the_cursor_moves(book, panel, diagram, monkeypatch, build):
    book.debugger.open(cursor=1)  # before its first event neurons show their pictures
    real, built = getattr(view, build), []
    monkeypatch.setattr(view, build, lambda *args, **options: (built.append(args), real(*args, **options))[1])
    for _ in range(3):
        book.debugger.step_over()
    assert diagram.shown[1].numbers is not None
    assert built == []
    book.debugger.close()
    assert built


def test_on_the_way_back_gradients_are_shown(book, panel, diagram):
    enter(panel, "sampleTarget", "0, 1")
    press(panel, "buttonFlowStep")
    book.flow.stepper.go(len(book.flow.stepper.trace))
    gradients = book.flow.stepper.current.values
    np.testing.assert_array_equal(diagram.shown[0].numbers, gradients["dx"].reshape(-1))
    np.testing.assert_array_equal(diagram.shown[2].numbers, gradients["da2"].reshape(-1))
    np.testing.assert_array_equal(diagram.shown[2].after, gradients["dz2"].reshape(-1))
    book.flow.stepper.step_back()
    assert diagram.shown[0].numbers is None


def test_playing_goes_on_by_itself_and_pauses(book, panel, qtbot):
    press(panel, "buttonPlayFlow")
    start = book.flow.stepper.cursor
    qtbot.waitUntil(lambda: book.flow.stepper.cursor > start)
    press(panel, "buttonPlayFlow")
    assert panel.findChild(QToolButton, "buttonPlayFlow").accessibleName() == "Play the flow"


def test_closing_shows_the_prediction_again(book, panel, diagram):
    press(panel, "buttonFlowStep")
    press(panel, "buttonCloseFlow")
    assert not book.flow.stepper.is_open
    assert diagram.shown[3].after is not None


def test_the_words_name_the_layer_and_its_formula(book, panel):
    press(panel, "buttonFlowStep")
    texts = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "Affine1" in texts
    assert "a1 = x·W1 + b1" in texts


@pytest.fixture
def room_for_words(monkeypatch):
    """Give a function that tells in which part of a diagram words are painted."""
    rooms = []

    def paint(painter, lines, cell, inside, palette):
        rooms.append(inside)
        paint_hint(painter, lines, cell, inside, palette)

    monkeypatch.setattr("playground.panels.network.diagram.diagram.paint_hint", paint)

    def ask(diagram):
        diagram.grab()
        return rooms[-1]

    return ask


def test_words_about_a_neuron_stay_clear_of_the_card(panel, diagram, room_for_words):
    panel.resize(560, 330)
    shown = Place(1, diagram.blocks[1].shape.order[0])
    click(diagram, shown)
    card = panel.findChild(NeuronCard)
    assert card.isVisible()
    assert pointed_words(diagram, shown) == "", "the card says it"
    assert pointed_words(diagram, Place(0, 5)) != ""
    free = room_for_words(diagram).translated(diagram.mapTo(panel, QPoint()))
    assert not free.intersects(QRect(card.mapTo(panel, QPoint()), card.size()))
    assert free.width() > 0.3 * diagram.width()
    QTest.keyClick(diagram, Qt.Key.Key_Escape)
    assert pointed_words(diagram, shown) != ""
    assert room_for_words(diagram) == diagram.rect()


def test_the_diagram_and_its_surfaces_are_seen_in_a_window_with_a_clock(qtbot, session):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.frame_clock = FrameClock(window)
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Build", NetworkSpec.mlp(2, (3,), 2))
    panel = NetworkPanel()
    window.setCentralWidget(panel)
    window.resize(900, 600)
    window.show()
    list(panel.attach(session))
    diagram = panel.findChild(NetworkDiagram)
    qtbot.waitUntil(lambda: [shape.has_surfaces for shape in diagram.shapes] == [True] * 3)
    cell = diagram.blocks[0].cell(0)
    ends = [QPoint(round(cell.left + share * cell.width), round(cell.top + cell.height / 2)) for share in (0.1, 0.9)]
    qtbot.waitUntil(lambda: len({diagram.grab().toImage().pixel(at) for at in ends}) == 2)  # x1 grows to the right


# ---- pictures over the plane, while training pauses


@pytest.fixture
def learning(qtbot, session, diagram):
    """Let a small network learn XOR, for longer than any test."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("xor")
    session.editing.edit_spec("Build", NetworkSpec.mlp(2, (3,), 2))
    session.editing.edit_config("Epochs", epochs=1_000_000)
    qtbot.waitUntil(lambda: has_pictures(diagram))
    session.control.train()
    qtbot.waitUntil(lambda: session.run.iteration > 0)
    return session


def has_pictures(diagram):
    return len(diagram.shapes) == 3 and all(shape.has_surfaces for shape in diagram.shapes)


def pause_and_step(qtbot, session):
    """Do what Pause and step (F6) does."""
    session.control.pause()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    session.debugger.open()


def test_pause_leaves_every_neuron_its_picture(qtbot, learning, diagram):
    pause_and_step(qtbot, learning)
    assert has_pictures(diagram)
    assert diagram.shown[2].after is not None


def test_a_step_shows_the_numbers_of_the_pass_and_its_start_the_pictures_again(qtbot, learning, diagram):
    pause_and_step(qtbot, learning)
    learning.debugger.step_over()
    assert not has_pictures(diagram)
    assert diagram.shown[2].numbers is None
    learning.debugger.restart()
    assert has_pictures(diagram)


@pytest.mark.parametrize("way_on", ["train", "stop"])
def test_train_and_stop_bring_the_pictures_back(qtbot, learning, diagram, way_on):
    pause_and_step(qtbot, learning)
    learning.debugger.step_over()
    getattr(learning.control, way_on)()
    qtbot.waitUntil(lambda: has_pictures(diagram))
    assert diagram.shown[2].after is not None
    learning.control.stop()
    qtbot.waitUntil(lambda: not learning.control.is_busy)


def test_a_document_with_fewer_layers_is_opened_while_the_last_layer_is_stepped_through(qtbot, book, panel, diagram):
    """The layer of the step was looked for among the columns of the new network."""
    before = len(diagram.shapes)
    book.debugger.open("sample", 10**6)
    book.debugger.go(len(book.debugger.trace))
    assert book.debugger.is_open
    state = book.document.state
    spec = NetworkSpec.mlp(2, (), 2)
    book.editing.begin(replace(state, spec=spec, checkpoint=Checkpoint.initial(spec, 0), history=()))
    qtbot.waitUntil(lambda: len(diagram.shapes) < before)
    assert not panel.grab().isNull()


def test_a_neuron_that_is_pointed_at_is_told_to_all_panels(qtbot, panel, diagram, book):
    told = []
    book.selection.pointed_changed.connect(told.append)
    diagram.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(diagram, Qt.Key.Key_Right)
    layer = book.looking.network.spec.layers
    assert told[-1].index == 0
    assert layer[told[-1].layer].kind == "Sigmoid", "what comes of it, as its small picture has it"
    QTest.keyClick(diagram, Qt.Key.Key_Escape)
    assert told[-1] is None
    assert book.selection.pointed is None
