from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from playground.widgets.fields.number_entry import NumberEntry, parse_number


@pytest.fixture
def entry(qtbot):
    made = NumberEntry(0.0, 1.0)
    made.setAccessibleName("Momentum")
    qtbot.addWidget(made)
    made.edits, made.refusals = [], []
    made.value_edited.connect(made.edits.append)
    made.refused.connect(made.refusals.append)
    return made


def type_into(qtbot, entry, text):
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(0.1 + 0.2)
@example(1e-7)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_shown_is_exactly_the_value(qtbot, value):
    entry = NumberEntry()
    entry.show_value(value)
    assert float(entry.text()) == value == entry.value()
    entry.deleteLater()


def test_showing_a_value_reports_nothing(entry):
    entry.show_value(0.123456789)
    assert entry.text() == "0.123456789"
    assert entry.edits == []


@pytest.mark.parametrize("text", ["0.25", "0,25", " 0.25", "2.5e-1", ".25", ",25"])
def test_a_typed_number_is_reported_once(qtbot, entry, text):
    type_into(qtbot, entry, text)
    entry.clearFocus()
    assert entry.edits == [0.25]
    assert entry.text() == "0.25"


def test_typing_the_same_value_again_is_no_edit(qtbot, entry):
    entry.show_value(0.5)
    type_into(qtbot, entry, "0,50")
    assert entry.edits == []
    assert entry.text() == "0.5"


@pytest.mark.parametrize("text", ["two", "", "1.5", "-0.1", "nan", "inf"])
def test_what_is_no_valid_number_is_put_back_with_a_reason(qtbot, entry, text):
    entry.show_value(0.5)
    entry.clear() if not text else None
    entry.setModified(True)
    type_into(qtbot, entry, text)
    assert entry.edits == []
    assert entry.text() == "0.5"
    assert entry.refusals == [f"Momentum takes a number from 0 to 1, not “{text}”."]


def test_escape_puts_the_value_back(qtbot, entry):
    entry.show_value(0.5)
    qtbot.keyClicks(entry, "77")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert entry.text() == "0.5"
    assert entry.edits == entry.refusals == []


def test_a_refresh_with_the_same_value_leaves_what_is_being_typed(qtbot, entry):
    entry.show_value(0.5)
    entry.selectAll()
    qtbot.keyClicks(entry, "0.2")
    entry.show_value(0.5)
    assert entry.text() == "0.2"


@pytest.mark.parametrize(
    ("text", "whole", "value"),
    [
        ("1,234.5", False, 1234.5),
        ("60,000,000", False, 60_000_000.0),
        ("1_000", False, 1000.0),
        ("60,000", True, 60_000),
        ("2 147 483 648", True, 2**31),
    ],
)
def test_separators_of_thousands(text, whole, value):
    assert parse_number(text, whole) == value
    assert isinstance(parse_number(text, whole), int) is whole


def test_a_whole_number_has_no_fraction(qtbot):
    entry = NumberEntry(whole=True)
    qtbot.addWidget(entry)
    entry.show_value(7)
    type_into(qtbot, entry, "7.5")
    assert entry.text() == "7"
