"""One head: what it shows, and which wishes its keys, buttons and drags are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from playground.panels.network.heads.card import HeadContent, fitting_title
from playground.panels.network.heads.head import LEAST_WIDTH, LayerHead

CONTENT = HeadContent("Affine1 + Relu1", "(784,) → (100,)", "→ (100,)", "what it does", 100, is_movable=True)


@pytest.fixture
def head(qtbot):
    made = LayerHead()
    qtbot.addWidget(made)
    made.resize(140, made.sizeHint().height())
    made.show_content(CONTENT)
    made.show()
    made.setFocus()
    made.wishes = []
    made.units_edited.connect(lambda _column, units: made.wishes.append(("units", units)))
    made.step_requested.connect(lambda side: made.wishes.append(("step", side)))
    made.move_requested.connect(lambda side: made.wishes.append(("move", side)))
    made.remove_requested.connect(lambda: made.wishes.append(("remove",)))
    made.insert_requested.connect(lambda: made.wishes.append(("insert",)))
    made.menu_requested.connect(lambda: made.wishes.append(("menu",)))
    made.refused.connect(lambda reason: made.wishes.append(("refused", reason)))
    made.dragged.connect(lambda: made.wishes.append(("dragged",)))
    made.dropped.connect(lambda at: made.wishes.append(("dropped", at.x() >= 0)))
    return made


def test_showing_reports_nothing(head):
    head.show_content(replace(CONTENT, units=7))
    assert head.units.value() == 7
    assert head.wishes == []


@pytest.mark.parametrize(
    ("key", "modifier", "wish"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, ("step", -1)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, ("step", 1)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, ("move", -1)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, ("move", 1)),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, ("units", 101)),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, ("units", 99)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ("remove",)),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, ("insert",)),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ("menu",)),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, ("menu",)),
    ],
)
def test_every_key_is_a_wish(qtbot, head, key, modifier, wish):
    qtbot.keyClick(head, key, modifier)
    assert head.wishes == [wish]


def test_buttons_change_the_neurons_by_one(qtbot, head):
    qtbot.mouseClick(head.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(head.fewer, Qt.MouseButton.LeftButton)
    assert head.wishes == [("units", 101), ("units", 99)]


def test_a_number_can_be_typed(qtbot, head):
    head.units.setFocus()
    head.units.selectAll()
    qtbot.keyClicks(head.units, "120")
    qtbot.keyClick(head.units, Qt.Key.Key_Return)
    assert head.wishes == [("units", 120)]


def test_what_cannot_be_is_grey_and_says_why(qtbot, head):
    head.show_content(replace(CONTENT, why_not_more="ten classes", why_not_fewer="ten classes"))
    assert not head.more.isEnabled()
    assert not head.fewer.isEnabled()
    assert head.units.isReadOnly()
    assert head.more.toolTip() == head.units.toolTip() == "ten classes"
    qtbot.keyClick(head, Qt.Key.Key_Plus)
    assert head.wishes == [("refused", "ten classes")]


def test_a_column_without_a_number_to_choose_has_no_field(head):
    head.show_content(replace(CONTENT, units=None))
    assert not head.units.isVisible()
    assert not head.more.isVisible()


def test_a_click_asks_for_the_menu_and_a_drag_does_not(qtbot, head):
    at = QPoint(10, 8)
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=at)
    assert head.wishes == [("menu",)]
    drag(qtbot, head, at)
    assert head.wishes[1:] == [("dragged",), ("dropped", True)]


def test_escape_gives_up_a_drag(qtbot, head):
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    qtbot.mouseMove(head, QPoint(80, 8))
    qtbot.keyClick(head, Qt.Key.Key_Escape)
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=QPoint(80, 8))
    assert head.wishes == [("dragged",), ("dropped", False)]


def test_the_input_cannot_be_dragged(qtbot, head):
    head.show_content(replace(CONTENT, is_movable=False))
    drag(qtbot, head, QPoint(10, 8))
    assert ("dragged",) not in head.wishes


def test_the_parts_stay_inside_a_narrow_head(head):
    head.resize(LEAST_WIDTH, head.height())
    assert head.rect().contains(head.units.geometry())
    assert head.units.isVisible()
    assert not head.more.isVisible()
    head.resize(100, head.height())
    assert head.more.isVisible()


@pytest.mark.parametrize("size", [9, 14])
@pytest.mark.parametrize("width", [40, 55, 70, 85, 100])
def test_the_number_is_never_cut_by_its_buttons(head, size, width):
    font = QFont(head.font())
    font.setPointSize(size)
    head.setFont(font)
    head.show_content(replace(CONTENT, units=1288))
    head.resize(width, head.height())
    number = head.units.fontMetrics().horizontalAdvance("1288")
    assert number <= head.units.lineEdit().width() - 4 or not head.more.isVisible()
    assert not head.more.isVisible() or not head.more.geometry().intersects(head.units.geometry())


def test_a_title_keeps_its_first_name(qapp):
    metrics = QFontMetrics(QFont())
    whole = metrics.horizontalAdvance("Affine1 + Relu1")
    first = metrics.horizontalAdvance("Affine1")
    assert fitting_title("Affine1 + Relu1", metrics, whole) == "Affine1 + Relu1"
    assert fitting_title("Affine1 + Relu1", metrics, first + 2) == "Affine1"
    assert fitting_title("Affine12 + Relu1", metrics, first // 2) == "A12"


def test_everything_is_named_for_those_who_hear_it(head):
    for part in (head, head.units, head.more, head.fewer):
        assert "Affine1" in part.accessibleName()
        assert part.toolTip()


def drag(qtbot, head, start):
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(head, start + QPoint(60, 0))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))


def test_larger_text_takes_a_higher_card_and_no_line_covers_another(head):
    """As in a presentation: text half as large again."""
    usual = head.sizeHint().height()
    larger = QFont(head.font())
    larger.setPointSizeF(1.5 * larger.pointSizeF())
    head.setFont(larger)
    head.resize(head.sizeHint())
    assert head.height() >= 1.4 * usual
    letters = QFontInfo(larger).pixelSize()
    field, shapes = head.units.geometry(), head.chip.geometry()
    assert field.top() >= 2 * letters  # below the name and the activation
    assert field.height() >= letters
    assert shapes.top() >= field.bottom()
    assert shapes.height() >= letters
    assert head.rect().contains(shapes)
