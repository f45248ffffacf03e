from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nn.choices.options import Option
from nn.datasets import DATASETS
from nn.layers import LAYERS
from nn.optimizers import OPTIMIZERS
from playground.widgets.fields.form_rows import align_labels
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.options_form import OptionsForm, OptionText
from playground.widgets.fields.quiet_fields import CheckField, Choice, ChoiceBox, QuietSpinBox

OPTIONS = (
    Option("units", 10, 1, 1000),
    Option("momentum", 0.9, 0.0, 0.9999),
    Option("shuffle", True),
    Option("initializer", "He", choices=("He", "Xavier")),
)
OWNERS = {**LAYERS, **OPTIMIZERS, **DATASETS}


def text_of(option):
    choices = tuple(Choice(name, name.upper()) for name in option.choices)
    return OptionText(option.name.title(), f"About {option.name}.", choices)


@pytest.fixture
def form(qtbot):
    made = OptionsForm(text_of)
    qtbot.addWidget(made)
    made.set_options(OPTIONS)
    made.edits, made.refusals = [], []
    made.option_edited.connect(lambda name, value: made.edits.append((name, value)))
    made.refused.connect(made.refusals.append)
    return made


def test_each_kind_of_option_has_its_field(form):
    kinds = {name: type(field) for name, field in form.fields().items()}
    assert kinds == {
        "units": QuietSpinBox,
        "momentum": NumberEntry,
        "shuffle": CheckField,
        "initializer": ChoiceBox,
    }


def test_showing_values_reports_nothing_and_rounds_nothing(form):
    values = {"units": 77, "momentum": 0.123456789012345, "shuffle": False, "initializer": "Xavier"}
    form.show_values(values)
    assert {name: field.value() for name, field in form.fields().items()} == values
    assert form.edits == []


def test_a_missing_value_is_the_default(form):
    form.show_values({})
    assert form.field("units").value() == 10
    assert form.field("initializer").currentText() == "HE"


def test_each_edit_comes_with_its_name(qtbot, form):
    form.show_values({})
    for name, text in (("units", "32"), ("momentum", "0,5")):
        form.field(name).selectAll()
        qtbot.keyClicks(form.field(name), text)
        qtbot.keyClick(form.field(name), Qt.Key.Key_Return)
    qtbot.keyClick(form.field("shuffle"), Qt.Key.Key_Space)
    qtbot.keyClick(form.field("initializer"), Qt.Key.Key_Down)
    assert form.edits == [("units", 32), ("momentum", 0.5), ("shuffle", False), ("initializer", "Xavier")]


def test_a_refused_text_says_which_option(qtbot, form):
    form.show_values({})
    form.field("momentum").selectAll()
    qtbot.keyClicks(form.field("momentum"), "2")
    qtbot.keyClick(form.field("momentum"), Qt.Key.Key_Return)
    assert form.refusals == ["Momentum takes a number from 0 to 0.9999, not “2”."]
    assert form.edits == []


def test_every_field_has_a_name_a_label_and_an_explanation(form):
    for name, field in form.fields().items():
        assert field.accessibleName() == name.title()
        assert field.toolTip() == f"About {name}."
    assert [label.text() for label in form.labels()] == ["Units", "Momentum", "Shuffle", "Initializer"]


def test_the_same_options_keep_their_fields_and_others_replace_them(form):
    before = form.field("units")
    form.set_options(list(OPTIONS))
    assert form.field("units") is before
    form.set_options(OPTIONS[1:2])
    assert list(form.fields()) == ["momentum"]
    assert len(form.findChildren(QLabel)) == 1


def test_a_whole_number_beyond_the_spin_box_is_still_exact(qtbot):
    form = OptionsForm(text_of)
    qtbot.addWidget(form)
    form.set_options((Option("seed", 0, 0),))
    form.show_values({"seed": 2**53 + 1})
    assert form.field("seed").text() == str(2**53 + 1)


def test_a_free_text_is_refused_by_name(qtbot):
    form = OptionsForm(text_of)
    qtbot.addWidget(form)
    with pytest.raises(TypeError, match="'file' is a free text"):
        form.set_options((Option("file", "x.csv"),))


@pytest.mark.parametrize("owner", OWNERS)
def test_everything_registered_can_be_shown_in_a_form(qtbot, owner):
    form = OptionsForm(text_of)
    qtbot.addWidget(form)
    options = [option for option in OWNERS[owner].options if option.choices or not isinstance(option.default, str)]
    form.set_options(tuple(options))  # a free text, such as where a file is, has a dialog of its own
    form.show_values({})
    assert {name: field.value() for name, field in form.fields().items()} == {
        option.name: option.default for option in options
    }


def test_labels_of_several_forms_become_one_column(qtbot, form):
    other = OptionsForm(text_of)
    qtbot.addWidget(other)
    other.set_options((Option("x", 1.0),))
    lead = align_labels((form, other))
    for each in (form, other):
        each.resize(300, each.sizeHint().height())
        each.show()
    starts = {field.x() for each in (form, other) for field in each.fields().values()}
    assert starts == {lead}
