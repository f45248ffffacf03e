from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from playground.panels.training.layers_editor import HiddenLayer, LayersEditor
from playground.widgets.fields.quiet_fields import Choice

ACTIVATIONS = ("Relu", "Sigmoid", "LeakyRelu")
FIRST, SECOND = HiddenLayer(100, "Relu"), HiddenLayer(50, "Sigmoid")


@pytest.fixture
def editor(qtbot):
    made = LayersEditor()
    qtbot.addWidget(made)
    made.set_activations(Choice(name, name) for name in ACTIVATIONS)
    made.show_layers((FIRST, SECOND))
    made.show()
    made.edits = []
    made.layers_edited.connect(lambda layers, what: made.edits.append((layers, what)))
    return made


@pytest.fixture
def document(editor):
    """Show every edit, as the panel does once the document has it."""
    editor.layers_edited.connect(editor.show_layers)
    return editor


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_showing_reports_nothing(editor):
    assert editor.layers() == (FIRST, SECOND)
    editor.show_layers(())
    editor.show_layers((SECOND,))
    assert editor.layers() == (SECOND,)
    assert editor.edits == []


def test_units_and_activation_bring_the_whole_new_list(qtbot, editor):
    first, second = editor.rows()
    first.units.selectAll()
    qtbot.keyClicks(first.units, "30")
    qtbot.keyClick(first.units, Qt.Key.Key_Return)
    qtbot.keyClick(second.activation, Qt.Key.Key_Up)
    assert editor.edits == [
        ((HiddenLayer(30, "Relu"), SECOND), "units"),
        ((FIRST, HiddenLayer(50, "Relu")), "activation"),
    ]


def test_a_new_layer_is_like_the_last_one(qtbot, editor):
    click(qtbot, editor.add)
    assert editor.edits == [((FIRST, SECOND, SECOND), "add")]


def test_the_first_layer_can_be_added_to_none(qtbot, editor):
    editor.show_layers(())
    editor.set_first_activation("LeakyRelu")
    click(qtbot, editor.add)
    assert editor.edits == [((HiddenLayer(50, "LeakyRelu"),), "add")]


def test_remove_takes_the_layer_of_its_row(qtbot, document):
    click(qtbot, document.rows()[0].remove)
    click(qtbot, document.rows()[0].remove)
    assert document.edits == [((SECOND,), "remove"), ((), "remove")]


def test_a_layer_moves_on_with_the_same_key_pressed_again(qtbot, document):
    third = HiddenLayer(20, "Relu")
    document.show_layers((FIRST, SECOND, third))
    document.rows()[0].down.setFocus()
    for _ in range(2):
        qtbot.keyClick(document.focusWidget(), Qt.Key.Key_Space)
    assert document.edits == [((SECOND, FIRST, third), "move"), ((SECOND, third, FIRST), "move")]


def test_layers_at_the_ends_cannot_leave(editor):
    first, second = editor.rows()
    assert [first.up.isEnabled(), first.down.isEnabled()] == [False, True]
    assert [second.up.isEnabled(), second.down.isEnabled()] == [True, False]


def test_options_of_an_activation_can_be_edited_and_go_with_it(qtbot, document):
    row = document.rows()[0]
    qtbot.keyClick(row.activation, Qt.Key.Key_End)
    slope = row.options.field("slope")
    assert slope.isVisible()
    assert "0 makes it a ReLU" in slope.toolTip()
    slope.selectAll()
    qtbot.keyClicks(slope, "0.2")
    qtbot.keyClick(slope, Qt.Key.Key_Return)
    qtbot.keyClick(row.activation, Qt.Key.Key_Home)
    assert [layers[0] for layers, _ in document.edits] == [
        HiddenLayer(100, "LeakyRelu"),
        HiddenLayer(100, "LeakyRelu", {"slope": 0.2}),
        HiddenLayer(100, "Relu"),
    ]
    assert row.options.isHidden()


def test_everything_is_named_after_its_layer_and_explained(editor):
    for number, row in enumerate(editor.rows(), 1):
        for widget in (row.units, row.activation, row.up, row.down, row.remove):
            assert f"layer {number}" in widget.accessibleName()
            assert widget.toolTip()
