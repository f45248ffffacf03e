"""The weights panel's content with a real session: what is shown, what an edit does, what training does to it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from nn.editing.surgery import prune
from nn.network import LayerSpec, Network, NetworkSpec
from playground.panels.weights.heat_scale import HeatScale
from playground.panels.weights.quantities import CHANGE, DIFFERENCE, GRADIENT, WEIGHTS
from playground.panels.weights.tools import Order
from playground.panels.weights.view import COLOURS, HISTOGRAMS, NUMBERS, PICTURES, WeightView
from playground.session.looking.selection import Neuron
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.matrix.model import Block
from playground.widgets.refreshing import bring_up_to_date


@pytest.fixture
def session(qtbot):
    from playground.session.session import Session

    made = Session(load=False)
    made.editing.edit_spec("Small", NetworkSpec.mlp(16, (5, 4), 3))
    yield made
    made.close()


@pytest.fixture
def view(qtbot, session):
    view = WeightView(session)
    list(view.build())  # to its end, in one turn
    qtbot.addWidget(view)
    view.resize(560, 330)
    view.show()
    qtbot.waitUntil(lambda: view.table.matrix.rowCount() > 0)
    return view


def params(session):
    return {name: values.copy() for name, values in session.live.network.params.items()}


def changed(session, before):
    """Name the parameters that are not as before."""
    return {name for name, values in session.live.network.params.items() if not np.array_equal(values, before[name])}


@pytest.fixture
def choose(view, fill):
    """Give a function that chooses in one of the boxes above the numbers."""

    def choose_in(name, value):
        fill(view.findChild(ChoiceBox, name), value)
        QApplication.processEvents()

    return choose_in


def layer_box(view):
    return view.findChild(ChoiceBox, "weightLayer")


def info(view):
    return view.findChild(QLabel, "weightInfo").text()


def absence(view):
    """Give the sentence that stands where there are no numbers, empty where there are."""
    label = view.findChild(QLabel, "weightAbsence")
    return label.text() if label.isVisible() else ""


def show_page(view, page):
    view.findChild(QButtonGroup).button(page).click()
    QApplication.processEvents()


def order(view, operation, amount=0.0, scope="layer", seed=3):
    view.tools.ordered.emit(Order(operation, amount, seed, scope))


def click_header(header, section):
    along = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    place = QPoint(along, 5) if header.orientation() == Qt.Orientation.Horizontal else QPoint(5, along)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def headers(view):
    model = view.table.matrix
    return [
        model.headerData(0, Qt.Orientation.Vertical),
        model.headerData(0, Qt.Orientation.Horizontal),
        model.headerData(model.rowCount() - 1, Qt.Orientation.Vertical),
    ]


# ---- tables


def test_every_layer_has_a_table_whose_headers_name_its_neurons(view, choose):
    assert headers(view) == ["x[0]", "a1[0]", "b1"]
    choose("weightLayer", "2")
    assert headers(view) == ["z1[0]", "a2[0]", "b2"]
    choose("weightLayer", "4")
    assert headers(view) == ["z2[0]", "a3[0]", "b3"]
    assert view.table.matrix.rowCount() == 5


def test_a_normalization_has_a_row_for_gamma_and_one_for_beta(view, session, choose):
    layers = (LayerSpec.of("Affine", units=3), LayerSpec("BatchNormalization"), LayerSpec.of("Affine", units=2))
    session.editing.edit_spec("Normalize", NetworkSpec((4,), layers))
    choose("weightLayer", "1")
    rows = [view.table.matrix.headerData(i, Qt.Orientation.Vertical) for i in range(2)]
    assert rows == ["gamma1", "beta1"]
    choose("weightLayer", "0")
    assert layer_box(view).count() == 3


def test_a_network_that_shrinks_leaves_no_table_behind(view, session, choose):
    choose("weightLayer", "4")
    session.editing.edit_spec("One layer", NetworkSpec.mlp(16, (), 3))
    assert headers(view) == ["x[0]", "a1[0]", "b1"]
    assert layer_box(view).count() == 1


def test_a_network_without_weights_says_that_there_is_nothing(view, session):
    session.editing.edit_spec("None", NetworkSpec((3,), (LayerSpec("Relu"),)))
    assert "no weights" in absence(view)


def test_typing_is_one_undoable_edit_with_a_name(view, session):
    before = params(session)
    view.table.select_block(Block(3, 2, 3, 2))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    editor = view.table.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "0,1")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the delegate takes the text when the key has been dealt with

    assert session.live.network.params["W1"][3, 2] == np.float32(0.1)
    assert changed(session, before) == {"W1"}
    assert np.count_nonzero(session.live.network.params["W1"] != before["W1"]) == 1
    assert session.document.undo_text == "Set W1[3, 2] to 0.1"
    session.document.undo()
    assert changed(session, before) == set()


def test_a_pasted_block_reaches_over_weights_and_bias(view, session):
    view.table.select_block(Block(15, 1, 15, 1))
    QGuiApplication.clipboard().setText("1\t2\r\n3\t4\r\n")
    view.table.clipboard.paste()
    assert session.live.network.params["W1"][15, 1:3].tolist() == [1, 2]
    assert session.live.network.params["b1"][1:3].tolist() == [3, 4]
    assert session.document.undo_text == "Paste W1[15, 1:3], b1[1:3]"


def test_what_does_not_fit_is_said_in_the_panel_and_below(view, session, qtbot):
    view.table.select_block(Block(16, 4, 16, 4))
    QGuiApplication.clipboard().setText("1\t2")
    with qtbot.waitSignal(session.status) as said:
        view.table.clipboard.paste()
    assert "from b1[4] on there is room for 1 × 1" in said.args[0]
    assert info(view) == said.args[0]


def test_a_dragged_number_is_one_step_to_undo(view, session):
    before = params(session)
    view.table.select_block(Block(2, 2, 2, 2))
    place = view.table.visualRect(view.table.matrix.index(2, 2)).center()
    viewport, ctrl = view.table.viewport(), Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, ctrl, place)
    for up in (12, 18, 24, 30):
        QTest.mouseMove(viewport, place - QPoint(0, up))
        QApplication.processEvents()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, ctrl, place - QPoint(0, 30))
    assert session.live.network.params["W1"][2, 2] > before["W1"][2, 2]
    assert session.document.undo_text == "Change W1[2, 2]"
    session.document.undo()
    assert changed(session, before) == set()


def test_delete_sets_the_selection_to_zero(view, session):
    view.table.select_block(Block(0, 0, 16, 0))
    view.table.zeroed.emit(view.table.selected_blocks())
    assert not session.live.network.params["W1"][:, 0].any()
    assert session.live.network.params["W1"][:, 1].any()


def test_the_line_above_shows_every_digit_or_the_figures_of_many(view, session):
    view.table.select_block(Block(3, 2, 3, 2))
    assert info(view).startswith(f"W1[3, 2] = {session.live.network.params['W1'][3, 2]!s}")
    view.table.select_block(Block(0, 0, 15, 4))
    assert "80 numbers" in info(view)


# ---- the neuron all panels look at


def test_a_cell_selects_its_neuron_and_a_row_what_it_listens_to(view, session, choose):
    view.table.select_block(Block(3, 2, 3, 2))
    assert session.selection.neuron == Neuron(0, 2)
    click_header(view.table.verticalHeader(), 7)
    assert session.selection.neuron == Neuron(-1, 7)
    choose("weightLayer", "2")
    click_header(view.table.verticalHeader(), 1)
    assert session.selection.neuron == Neuron(0, 1)
    click_header(view.table.horizontalHeader(), 3)
    assert session.selection.neuron == Neuron(2, 3)


@pytest.mark.parametrize(("neuron", "layer", "block"), [
    (Neuron(2, 3), "2", Block(0, 3, 5, 3)),
    (Neuron(3, 1), "2", Block(0, 1, 5, 1)),
    (Neuron(-1, 9), "0", Block(9, 0, 9, 4)),
    (Neuron(4, 0), "4", Block(0, 0, 4, 0)),
])  # fmt: skip
def test_a_neuron_chosen_elsewhere_is_brought_into_sight(view, session, neuron, layer, block):
    session.selection.select(neuron)
    assert layer_box(view).value() == layer
    assert view.table.selected_blocks() == (block,)
    assert session.selection.neuron == neuron  # looking is not choosing


def test_the_button_asks_for_the_network(view, session, qtbot):
    with qtbot.waitSignal(session.panel_requested) as asked:
        view.findChild(QPushButton, "showInNetwork").click()
    assert asked.args == ["network"]


# ---- operations


def test_operations_on_a_layer_leave_the_others_and_the_bias_alone(view, session):
    session.weights.set("Bias", {"b1": np.ones(5)})
    before = params(session)
    for operation, amount, expected in (
        ("scale", 0.5, before["W1"] * np.float32(0.5)),
        ("add", 0.25, before["W1"] + np.float32(0.25)),
        ("fill", 2.0, np.full_like(before["W1"], 2)),
        ("prune", 30.0, prune(before["W1"], 0.3)),
    ):
        order(view, operation, amount)
        np.testing.assert_array_equal(session.live.network.params["W1"], expected)
        assert changed(session, before) == {"W1"}
        session.document.undo()
    assert changed(session, before) == set()


def test_every_layer_is_pruned_by_itself(view, session):
    order(view, "prune", 50.0, "all")
    zeros = {name: np.mean(values == 0) for name, values in session.live.network.params.items() if name[0] == "W"}
    assert zeros == {"W1": 0.5, "W2": 0.5, "W3": 0.5}
    assert session.document.undo_text == "Prune 50% of W1, W2, W3"


def test_the_same_seed_draws_the_same_numbers(view, session):
    before = params(session)
    for operation in ("randomise", "add_noise", "initialize.Xavier"):
        drawn = []
        for seed in (3, 3, 4):
            order(view, operation, 0.1, seed=seed)
            drawn.append(session.live.network.params["W1"].copy())
            session.document.undo()
        np.testing.assert_array_equal(drawn[0], drawn[1])
        assert not np.array_equal(drawn[0], drawn[2])
    assert changed(session, before) == set()


def test_quantising_leaves_few_numbers(view, session):
    order(view, "quantise", 3)
    assert len(np.unique(session.live.network.params["W1"])) <= 7
    assert session.document.undo_text == "Quantise W1 to 3 bits"


def test_a_silenced_neuron_is_heard_no_more(view, session):
    view.table.select_block(Block(0, 2, 16, 2))
    order(view, "silence", scope="neurons")
    assert not session.live.network.params["W2"][2].any()
    assert session.document.undo_text == "Switch off a1[2]"


def test_the_menu_of_the_table_switches_off_and_leads_to_the_network(view, session, qtbot):
    view.table.select_block(Block(3, 1, 3, 1))
    silence, network = view.table.actions()[-2:]
    silence.trigger()
    assert not session.live.network.params["W2"][1].any()
    with qtbot.waitSignal(session.panel_requested):
        network.trigger()


def test_one_number_is_watched(view, session, qtbot):
    history = view.table.findChild(QAction, "weightWatch")
    for block, wanted in ((Block(3, 1, 3, 1), "W1[3,1]"), (Block(16, 2, 16, 2), "b1[2]")):
        view.table.select_block(block)
        with qtbot.waitSignal(session.panel_requested):
            history.trigger()
        assert session.watching.all[-1] == wanted
    history.trigger()
    assert len(session.watching.all) == 2
    said = []
    session.status.connect(said.append)
    view.table.select_block(Block(0, 0, 2, 2))
    history.trigger()
    assert "one cell" in said[-1]


def test_the_scale_names_the_number_of_the_full_colour(view, session):
    session.weights.set("Set", {"W1": np.tile(np.float32([0.5, -0.5]), 40).reshape(16, 5)})
    scale = view.findChild(HeatScale)
    assert scale.text() == "0.5"
    assert not scale.isVisible()
    view.resize(900, 400)
    QApplication.processEvents()
    assert scale.isVisible()


def test_only_the_selected_numbers_are_worked_on(view, session):
    before = params(session)
    view.table.select_block(Block(1, 1, 2, 2))
    order(view, "fill", 7.0, "selected")
    assert np.argwhere(session.live.network.params["W1"] == 7).tolist() == [[1, 1], [1, 2], [2, 1], [2, 2]]
    assert changed(session, before) == {"W1"}


def test_without_a_selection_the_way_out_is_named(view, session):
    order(view, "fill", 7.0, "selected")
    assert "choose “this layer”" in info(view)
    assert not session.document.can_undo or session.document.undo_text == "Small"


def test_apply_orders_what_is_chosen(view, session, choose, fill):
    choose("weightOperation", "quantise")
    fill(view.findChild(QStackedWidget, "weightAmount").currentWidget(), 2)
    choose("weightScope", "all")
    view.findChild(QPushButton, "applyToWeights").click()
    assert session.document.undo_text == "Quantise W1, W2, W3 to 2 bits"


def test_each_operation_offers_what_it_needs(view, choose):
    amount, seed = (view.findChild(QWidget, name) for name in ("weightAmount", "weightSeed"))
    choose("weightOperation", "initialize.He")
    assert not amount.isVisible()
    assert seed.isVisible()
    scope = view.findChild(ChoiceBox, "weightScope")
    assert [scope.itemData(i) for i in range(scope.count())] == ["layer", "all"]
    choose("weightOperation", "silence")
    assert not seed.isVisible()
    assert view.tools.order().scope == "neurons"


# ---- other quantities, other pages


def test_before_training_began_nothing_has_changed_and_nothing_is_to_be_typed(view, session, choose):
    session.weights.set("Set", {"b1": np.arange(5)})
    choose("weightQuantity", CHANGE)
    model = view.table.matrix
    assert model.value(16, 4) == 0  # an edit before training began moves the start, too
    assert not model.is_editable
    assert not view.tools.isVisible()
    choose("weightQuantity", WEIGHTS)
    assert view.tools.isVisible()


def test_how_far_another_network_is_from_this_one(view, session, choose):
    quantity = view.findChild(ChoiceBox, "weightQuantity")
    assert quantity.findData(DIFFERENCE) < 0  # nobody compares
    session.looking.type_sample([np.zeros(16)])
    session.library.put_shipped(Network(session.document.state.spec, 8))
    session.comparison.open()
    session.comparison.choose("shipped")
    bring_up_to_date(view)
    choose("weightQuantity", DIFFERENCE)
    here, there = session.looking.network.params["W1"], session.comparison.rival.network.params["W1"]
    assert view.table.matrix.value(3, 4) == here[3, 4] - there[3, 4]
    assert not view.table.matrix.is_editable
    session.comparison.close()
    bring_up_to_date(view)
    assert quantity.value() == WEIGHTS
    assert view.table.matrix.value(3, 4) == here[3, 4]


def test_what_is_not_there_yet_is_explained(view, choose):
    choose("weightQuantity", GRADIENT)
    assert "no gradient yet" in absence(view)


def test_pictures_are_of_the_first_layer_only(view, session, choose):
    show_page(view, PICTURES)
    assert view.images.isVisible()
    assert view.images.count == 5
    QTest.mouseClick(view.images.viewport(), Qt.MouseButton.LeftButton, pos=view.images.area_of(3).center())
    assert session.selection.neuron == Neuron(0, 3)
    choose("weightLayer", "2")
    assert "Only the first layer" in absence(view)
    session.editing.edit_spec("No picture", NetworkSpec.mlp(7, (3,), 2))
    choose("weightLayer", "0")
    assert "no picture" in absence(view)


def test_a_histogram_leads_to_its_layer(view):
    show_page(view, HISTOGRAMS)
    grid = view.histograms
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.area_of(4).center())
    assert layer_box(view).value() == "4"


def test_every_page_is_painted_in_every_state(view, session):
    for page in (NUMBERS, COLOURS, HISTOGRAMS, PICTURES):
        show_page(view, page)
        session.weights.set("Broken", {"W1": np.full((16, 5), np.nan), "b1": np.full(5, np.inf)})
        assert not view.grab().isNull()
        session.document.undo()


# ---- training


@pytest.fixture
def trained(qtbot, session):
    """Give the session points in the plane and a short training of a small network."""
    session.editing.choose_dataset("xor2d")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "xor2d" and session.library.data is not None)
    session.editing.edit_config("Short", epochs=3)
    return session


def train_to_the_end(qtbot, session):
    session.control.train()
    qtbot.waitUntil(lambda: bool(session.document.state.history) and not session.run.is_running)


def test_training_brings_gradient_memory_and_change(qtbot, trained, view, choose):
    train_to_the_end(qtbot, trained)
    for quantity in (CHANGE, GRADIENT, "memory.M", "memory.V"):
        choose("weightQuantity", quantity)
        assert view.table.isVisible()
        numbers = view.table.matrix.numbers(Block(0, 0, 2, 4))
        assert numbers.any(), quantity
    np.testing.assert_array_equal(
        view.table.matrix.parts[0].values, trained.document.state.checkpoint.memory["V"][:10].reshape(2, 5)
    )


def test_the_gradient_is_shown_while_the_network_changes_with_its_data(qtbot, trained, view, choose):
    """In the middle of the change, the weights of one network were taken for those of the other."""
    choose("weightQuantity", GRADIENT)
    for name in ("mnist", "xor2d"):
        with qtbot.waitSignal(trained.document.dataset_changed):
            trained.editing.choose_dataset(name)
        qtbot.waitUntil(lambda: view.table.isVisible() and trained.library.data is not None)
        columns = trained.live.network.params["W1"].shape[1]
        assert view.table.matrix.columnCount() == columns


def test_another_optimizer_has_another_memory(qtbot, trained, view, choose):
    train_to_the_end(qtbot, trained)
    choose("weightQuantity", "memory.V")
    trained.editing.edit_config("SGD", optimizer="SGD")
    trained.editing.edit_config("Short", epochs=5)
    train_to_the_end(qtbot, trained)
    qtbot.waitUntil(lambda: not trained.document.state.checkpoint.memory)
    assert view.findChild(ChoiceBox, "weightQuantity").value() == WEIGHTS


def test_an_edit_pauses_training_and_says_so(qtbot, trained, view):
    trained.editing.edit_config("Long", epochs=100_000)
    trained.control.train()
    qtbot.waitUntil(lambda: trained.run.is_running)
    said = []
    trained.status.connect(said.append)
    order(view, "fill", 1.5)
    qtbot.waitUntil(lambda: not trained.control.is_busy)
    assert (trained.live.network.params["W1"] == 1.5).all()
    assert any("paused" in text for text in said)


def test_while_nobody_looks_nothing_is_read(qtbot, trained, view, monkeypatch, under_a_clock):
    from playground.panels.weights import view as weight_view

    under_a_clock(view)
    view.hide()
    reads = []
    monkeypatch.setattr(weight_view, "read", lambda *a: reads.append(a))
    train_to_the_end(qtbot, trained)
    assert reads == []
    monkeypatch.undo()
    view.show()
    qtbot.waitUntil(lambda: np.array_equal(view.table.matrix.parts[0].values, trained.live.network.params["W1"]))


def test_where_no_number_can_be_selected_nobody_is_asked_to_select_one(view, session):
    assert "Select numbers" in info(view)
    for page in (HISTOGRAMS, PICTURES):
        show_page(view, page)
        assert "Select numbers" not in info(view)
        assert info(view)
    show_page(view, NUMBERS)
    assert "Select numbers" in info(view)
