import pytest
from PySide6.QtWidgets import QScrollBar

from playground.panels.debugger.matrices.board import JointScrolling


@pytest.fixture
def bars(qtbot):
    made = []
    for largest in (500, 490, 500):
        bar = QScrollBar()
        bar.setRange(0, largest)
        qtbot.addWidget(bar)
        made.append(bar)
    return made


def test_bars_of_a_group_move_together_and_others_stay(bars):
    first, second, other = bars
    joint = JointScrolling()
    joint.join([[first, second], [other]])
    second.setValue(120)
    assert (first.value(), other.value()) == (120, 0)


def test_a_bar_that_ends_earlier_draws_the_others_not_back(bars):
    first, second, _other = bars
    joint = JointScrolling()
    joint.join([[first, second]])
    first.setValue(500)
    assert (first.value(), second.value()) == (500, 490)
    second.setValue(480)
    assert first.value() == 480


def test_what_is_joined_later_takes_the_place_of_the_first_and_lets_go_of_the_others(bars):
    first, second, other = bars
    joint = JointScrolling()
    joint.join([[first, second]])
    other.setValue(70)
    joint.join([[other, first]])
    assert first.value() == 70
    first.setValue(90)
    assert (second.value(), other.value()) == (0, 90)
