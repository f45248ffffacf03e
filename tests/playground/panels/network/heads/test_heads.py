"""The heads above the network edit the session's architecture, by mouse, keyboard and menu."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from nn.network import LayerSpec, NetworkSpec
from playground.panels.network.heads.heads import LayerHeads
from playground.panels.network.heads.menu import LayerMenu
from playground.panels.network.heads.wish import moved
from playground.session.looking.selection import Neuron

RICH = NetworkSpec(
    (28, 28),
    (
        LayerSpec.of("Flatten"),
        LayerSpec.of("Affine", units=12),
        LayerSpec.of("BatchNormalization"),
        LayerSpec.of("Relu"),
        LayerSpec.of("Dropout"),
        LayerSpec.of("Affine", units=8),
        LayerSpec.of("Tanh"),
        LayerSpec.of("Affine", units=10),
    ),
)


@pytest.fixture
def heads(qtbot, session):
    made = LayerHeads(session)
    qtbot.addWidget(made)
    made.resize(800, made.sizeHint().height())
    made.show()
    session.editing.edit_spec("small", NetworkSpec.mlp(784, (12, 8), 10))
    made.told = []
    made.refused.connect(made.told.append)
    return made


def titles(heads):
    return [head.content().title for head in heads.row.heads()]


def units(session):
    return [layer.options["units"] for layer in session.document.state.spec.layers if layer.kind == "Affine"]


def actions(menu):
    """Open a menu and give its actions by their text before the tab."""
    menu.aboutToShow.emit()
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


def test_what_is_inserted_takes_the_activation_of_its_neighbour(heads, session):
    session.editing.edit_spec("rich", RICH)
    assert "Affine + Relu" in actions(LayerMenu(session, 1).behind)
    assert "Affine + Tanh" in actions(LayerMenu(session, 2).behind)


def test_each_column_has_a_head_with_its_layers_and_shapes(heads, session):
    assert titles(heads) == ["Input", "Affine1 + Relu1", "Affine2 + Relu2", "Affine3"]
    assert [head.content().shapes for head in heads.row.heads()][1] == "(784,) → (12,)"
    session.editing.edit_spec("rich", RICH)
    assert titles(heads) == [
        "Input + Flatten1",
        "Affine1 + BatchNormalization1 + Relu1 + Dropout1",
        "Affine2 + Tanh1",
        "Affine3",
    ]
    assert heads.row.heads()[0].content().shapes == "(28, 28) → (784,)"


def test_heads_stand_above_their_columns(heads):
    heads.set_columns([(-1, 0, 80), (0, 240, 80), (2, 480, 80), (4, 720, 80)])
    for head, middle in zip(heads.row.heads()[1:3], (280, 520), strict=True):
        assert abs(head.geometry().center().x() - middle) <= 1
    for before, after in zip(heads.row.heads(), heads.row.heads()[1:], strict=False):
        assert before.geometry().right() < after.geometry().left()


def test_the_buttons_add_and_remove_neurons_and_keep_the_others(qtbot, heads, session):
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    before = session.live.network.params["W1"].copy()
    qtbot.mouseClick(heads.row.heads()[1].more, Qt.MouseButton.LeftButton)
    assert units(session) == [13, 8, 10]
    np.testing.assert_array_equal(session.live.network.params["W1"][:, :12], before)
    qtbot.mouseClick(heads.row.heads()[2].fewer, Qt.MouseButton.LeftButton)
    assert units(session) == [13, 7, 10]
    session.document.undo()
    session.document.undo()
    np.testing.assert_array_equal(session.live.network.params["W1"], before)


def test_the_last_layer_has_as_many_neurons_as_there_are_classes(qtbot, heads, session):
    head = heads.row.heads()[-1]
    assert not head.more.isEnabled()
    assert "the data need 10" in head.more.toolTip().replace("\n", " ")
    qtbot.keyClick(head, Qt.Key.Key_Minus)
    assert units(session) == [12, 8, 10]
    assert "the data need 10" in heads.told[-1]


def test_too_many_neurons_are_explained_and_the_number_goes_back(qtbot, heads, session):
    head = heads.row.heads()[1]
    head.units.setFocus()
    head.units.selectAll()
    qtbot.keyClicks(head.units, "900000")
    qtbot.keyClick(head.units, Qt.Key.Key_Return)
    assert "GB to train" in heads.told[-1]
    assert head.units.value() == 12


def test_columns_are_moved_and_removed_by_keyboard(qtbot, heads, session):
    heads.row.focus_head(1)
    qtbot.keyClick(heads.row.heads()[1], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert units(session) == [8, 12, 10]
    assert str(session.document.undo_text) == "Move Affine1 + Relu1"
    qtbot.keyClick(heads.row.heads()[2], Qt.Key.Key_Delete)
    assert units(session) == [8, 10]
    qtbot.keyClick(heads.row.heads()[0], Qt.Key.Key_Delete)
    assert units(session) == [8, 10]


def test_a_move_that_leaves_the_wrong_output_is_explained(qtbot, heads, session):
    qtbot.keyClick(heads.row.heads()[2], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert units(session) == [12, 8, 10]
    assert "The last layer would give 8 numbers" in heads.told[-1]


def test_a_column_can_be_dragged(qtbot, heads, session):
    head, target = heads.row.heads()[2], heads.row.heads()[1]
    there = head.mapFromGlobal(target.mapToGlobal(QPoint(2, 5)))
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    qtbot.mouseMove(head, there)
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=there)
    assert units(session) == [8, 12, 10]


def test_where_a_column_can_go():
    spec = NetworkSpec.mlp(3, (4, 5, 6), 2)
    assert moved(spec, 1, 3).arguments == {"first": 0, "count": 2, "to": 2}
    assert moved(spec, 3, 1).arguments == {"first": 4, "count": 2, "to": 0}
    assert moved(spec, 1, 4).arguments == {"first": 0, "count": 2, "to": 4}
    assert [gap for gap in range(-1, 7) if moved(spec, 2, gap)] == [1, 4, 5]
    assert moved(spec, 0, 3) is None


# ---- the menu


@pytest.fixture
def menu_of(qtbot, heads, session):
    def open_menu(column):
        menu = LayerMenu(session, column)
        qtbot.addWidget(menu)
        return menu

    return open_menu


def test_every_registered_layer_can_be_inserted_and_shows_its_shapes(menu_of, session):
    menu = menu_of(1)
    offers = actions(menu.behind)
    assert offers["Dropout"].text() == "Dropout\t(12,) → (12,)"
    offers["Dropout"].trigger()
    assert [layer.kind for layer in session.document.state.spec.layers][:3] == ["Affine", "Relu", "Dropout"]
    assert session.document.undo_text == "Insert Dropout"


def test_a_hidden_layer_comes_with_the_activation_of_the_others(menu_of, session):
    actions(menu_of(2).behind)["Affine + Relu"].trigger()
    assert units(session) == [12, 8, 8, 10]
    assert session.document.state.spec.layers[5].kind == "Relu"


def test_an_insertion_that_cannot_be_is_grey_and_says_why(heads, session, menu_of):
    session.editing.edit_spec(
        "bare", NetworkSpec((28, 28), (LayerSpec.of("Flatten"), LayerSpec.of("Affine", units=10)))
    )
    offers = actions(menu_of(0))
    layer = actions(offers["Flatten1"].menu())
    layer["Remove"].trigger()
    assert [layer.kind for layer in session.document.state.spec.layers] == ["Affine"]
    remove = actions(menu_of(1))["Remove Affine1"]
    assert not remove.isEnabled()
    assert "at least one layer" in remove.toolTip().replace("\n", " ")


def test_pointing_at_an_edit_says_what_it_keeps(menu_of):
    menu, told = menu_of(1), []
    menu.hinted.connect(told.append)
    before = actions(actions(menu)["Insert before"].menu())["Affine"]
    menu.hovered.emit(before)
    assert "(784,) → Affine1 (12,) → Affine2 (12,) → Relu1 (12,)" in told[-1]
    assert "weights and biases" in before.toolTip().replace("\n", " ")


def test_layers_without_a_column_can_be_moved_and_removed(heads, session, menu_of):
    session.editing.edit_spec("rich", RICH)
    dropout = actions(menu_of(1))["Dropout1"].menu()
    actions(dropout)["Move nearer to the input"].trigger()
    assert [layer.kind for layer in session.document.state.spec.layers[3:5]] == ["Dropout", "Relu"]
    actions(actions(menu_of(1))["BatchNormalization1"].menu())["Remove"].trigger()
    assert titles(heads)[1] == "Affine1 + Dropout1 + Relu1"


def test_the_activation_is_changed_without_losing_a_weight(menu_of, session):
    before = session.document.state.checkpoint
    choice = actions(actions(menu_of(1))["Change activation"].menu())
    assert [name for name, action in choice.items() if action.isChecked()] == ["Relu"]
    choice["Tanh"].trigger()
    assert session.document.state.spec.layers[1].kind == "Tanh"
    assert session.document.state.checkpoint is before


def test_the_chosen_neuron_can_be_moved_and_removed(menu_of, session):
    weights = session.live.network.params["W1"].copy()
    session.selection.select(Neuron(0, 3))
    assert "Chosen neuron 4" not in actions(menu_of(2))
    actions(actions(menu_of(1))["Chosen neuron 4"].menu())["Move up"].trigger()
    assert session.selection.neuron == Neuron(0, 2)
    np.testing.assert_array_equal(session.live.network.params["W1"][:, [3, 2]], weights[:, [2, 3]])
    actions(actions(menu_of(1))["Chosen neuron 3"].menu())["Remove it"].trigger()
    np.testing.assert_array_equal(session.live.network.params["W1"], np.delete(weights, 3, 1))


def test_samples_can_be_taken_in_the_shape_of_the_data(session, menu_of):
    session.editing.edit_spec("rich", RICH)
    shapes = actions(actions(menu_of(0))["Shape of a sample"].menu())
    shapes["(784,)"].trigger()
    assert session.document.state.spec.input_shape == (784,)


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # offscreen there is none to grab
def test_the_menu_opens_at_the_head_and_can_be_left(qtbot, heads):
    qtbot.keyClick(heads.row.heads()[1], Qt.Key.Key_Return)
    menu = heads.findChild(QMenu)
    assert menu.isVisible()
    menu.close()


def test_the_activation_has_a_line_with_its_curve_and_a_click_there_offers_others(qtbot, heads, session):
    head = heads.row.heads()[1]
    assert (head.content().first, head.content().others) == ("Affine1", "Relu1")
    heights = [y for _, y in head.content().curve]
    assert heights[:12] == [0] * 12
    assert heights[-1] == 1
    assert heads.row.heads()[-1].content().curve == ()
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(head.width() // 2, 26))
    menu = next(menu for menu in heads.findChildren(QMenu) if menu.isVisible())
    kinds = {action.text(): action for action in menu.actions()}
    assert kinds["Relu"].isChecked()
    kinds["Tanh"].trigger()
    menu.close()
    assert [layer.kind for layer in session.document.state.spec.layers[1::2]] == ["Tanh", "Relu"]


# ---- large networks


def test_a_large_network_shows_that_it_is_being_made_and_can_be_given_up(qtbot, heads, session):
    before = session.document.state
    field = heads.row.heads()[1].units
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2000")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heads.notice.isVisible()
    qtbot.mouseClick(heads.notice.cancel, Qt.MouseButton.LeftButton)
    assert not heads.notice.isVisible()
    assert session.document.state is before


def test_what_happened_unseen_is_shown_later(heads, session):
    heads.hide()
    session.editing.edit_spec("rich", RICH)
    heads.show()
    assert titles(heads)[-2] == "Affine2 + Tanh1"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Insert, Qt.Key.Key_Delete])
def test_a_key_on_a_head_whose_layers_have_just_gone_does_nothing(qtbot, heads, session, under_a_clock, key):
    under_a_clock(heads)
    qtbot.waitUntil(lambda: len(heads.row.heads()) == 4)
    last = heads.row.heads()[-1]
    shallow = NetworkSpec.mlp(784, (), 10)
    session.editing.edit_spec("shallow", shallow)  # the heads follow at the window's next frame
    qtbot.keyClick(last, key)
    assert session.document.state.spec == shallow
    assert QApplication.activePopupWidget() is None


def test_a_network_of_the_book_is_built_and_its_windows_are_chosen(menu_of, session):
    actions(actions(menu_of(0))["Build a network of the book"].menu())["SmallConvNet"].trigger()
    spec = session.document.state.spec
    assert [layer.kind for layer in spec.layers][:3] == ["Convolution", "Relu", "Pooling"]
    layer = actions(actions(menu_of(1))["Convolution1"].menu())
    sizes = actions(layer["Window height"].menu())
    assert sizes["3"].isChecked()
    assert "has no pixel in its middle" in sizes["2"].statusTip()
    sizes["5"].trigger()
    assert session.document.state.spec.layers[0].options["size"] == 5
    strides = actions(actions(actions(menu_of(1))["Pooling1"].menu())["Stride"].menu())
    strides["3"].trigger()
    assert "are left out" in LayerHeads(session).row.heads()[1].content().tooltip
