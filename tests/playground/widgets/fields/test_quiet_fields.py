from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSpinBox

from playground.widgets.fields.quiet_fields import CheckField, Choice, ChoiceBox, QuietSlider, QuietSpinBox

CHOICES = (Choice("SGD", "SGD"), Choice("Adam", "Adam"), Choice("AdaGrad", "AdaGrad"))


@pytest.fixture
def spin(qtbot):
    made = QuietSpinBox(1, 1000)
    qtbot.addWidget(made)
    made.show_value(100)
    made.edits = []
    made.value_edited.connect(made.edits.append)
    return made


@pytest.fixture
def box(qtbot):
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    made.show_value("Adam")
    made.edits = []
    made.value_edited.connect(made.edits.append)
    return made


def turn_wheel(widget, notches):
    point = QPointF(widget.rect().center())
    event = QWheelEvent(
        point,
        widget.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def arrow_up(spin):
    option = QStyleOptionSpinBox()
    spin.initStyleOption(option)
    return (
        spin.style()
        .subControlRect(QStyle.ComplexControl.CC_SpinBox, option, QStyle.SubControl.SC_SpinBoxUp, spin)
        .center()
    )


@pytest.mark.parametrize("make", [lambda: QuietSpinBox(0, 9), QuietSlider, ChoiceBox])
def test_the_wheel_belongs_to_the_form_until_the_field_has_the_focus(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    if isinstance(field, ChoiceBox):
        field.set_choices(CHOICES)
        field.show_value("Adam")
    else:
        field.setValue(5)
    before = field.value()
    assert not turn_wheel(field, 1).isAccepted()
    assert field.value() == before
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    turn_wheel(field, 1)
    assert field.value() != before
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus  # the wheel itself must not bring the focus


def test_typing_is_one_edit_when_it_is_finished(qtbot, spin):
    spin.selectAll()
    qtbot.keyClicks(spin, "128")
    assert spin.edits == []
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.edits == [128]


@pytest.mark.parametrize("text", ["20000", "20,000", "99999999999999999999", "0"])
def test_a_number_outside_the_limits_is_put_back_and_told(qtbot, spin, text):
    spin.setAccessibleName("Units")
    refusals = []
    spin.refused.connect(refusals.append)
    spin.selectAll()
    qtbot.keyClicks(spin, text)
    assert spin.text() == text, "what is typed is swallowed"
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert (spin.value(), spin.text(), spin.edits) == (100, "100", [])
    assert refusals == [f"Units takes a whole number from 1 to 1,000, not “{text}”."]


def test_letters_cannot_be_typed_and_no_number_is_no_edit(qtbot, spin):
    spin.selectAll()
    qtbot.keyClicks(spin, "1x2")
    assert spin.text() == "12"
    spin.clear()
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert (spin.value(), spin.edits) == (100, [])


def test_a_held_arrow_is_one_edit_when_it_is_released(qtbot, spin):
    spin.show()
    QTest.mousePress(spin, Qt.MouseButton.LeftButton, pos=arrow_up(spin))
    qtbot.waitUntil(lambda: spin.value() > 102)  # it repeats
    assert spin.edits == []
    QTest.mouseRelease(spin, Qt.MouseButton.LeftButton, pos=arrow_up(spin))
    assert spin.edits == [spin.value()]


def test_an_arrow_key_is_one_edit(qtbot, spin):
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    qtbot.keyClick(spin, Qt.Key.Key_Down)
    assert spin.edits == [101, 100]


def test_showing_reports_nothing(spin, box):
    spin.show_value(7)
    box.show_value("SGD")
    assert (spin.value(), box.value(), box.currentText()) == (7, "SGD", "SGD")
    assert spin.edits == box.edits == []


def test_a_refresh_with_the_same_value_leaves_what_is_being_typed(qtbot, spin):
    spin.selectAll()
    qtbot.keyClicks(spin, "25")
    spin.show_value(100)
    assert spin.text() == "25"


def test_another_choice_is_reported_and_the_same_one_is_not(qtbot, box):
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())  # what Qt sends when the entry already shown is picked again
    assert box.edits == ["AdaGrad"]


def test_new_texts_keep_the_choice(box):
    box.set_choices(Choice(name, label.lower(), f"about {name}") for name, label, _ in CHOICES)
    assert (box.value(), box.currentText(), box.explanation()) == ("Adam", "adam", "about Adam")
    assert box.edits == []


def test_an_unknown_choice_is_shown_as_none(box):
    box.show_value("Lion")
    assert box.currentText() == ""


def test_a_check_box_reports_a_click_only(qtbot):
    check = CheckField()
    qtbot.addWidget(check)
    edits = []
    check.value_edited.connect(edits.append)
    check.show_value(True)
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert edits == [False]
