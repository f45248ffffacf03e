"""The slider over the number of edges."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from playground.panels.network.edge_choice import NetworkEdgeChoice
from playground.widgets.text.steady_label import SteadyLabel


def made(qtbot, count=240, total=89_400, limits=(20, 1000)):
    choice = NetworkEdgeChoice()
    qtbot.addWidget(choice)
    choice.show_count(count, total, limits)
    return choice


def test_it_says_how_many_are_shown(qtbot):
    assert made(qtbot).findChild(SteadyLabel).text() == "240 of 89,400 edges"


def test_showing_a_number_chooses_none(qtbot):
    choice = made(qtbot)
    with qtbot.assertNotEmitted(choice.count_chosen):
        choice.show_count(500, 89_400, (20, 1000))


def test_its_ends_are_the_limits(qtbot):
    choice, chosen = made(qtbot), []
    choice.count_chosen.connect(chosen.append)
    slider = choice.findChild(QSlider)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert chosen == [20, 1000]


def test_where_there_is_little_to_choose_it_hides(qtbot):
    assert made(qtbot, 24, 24, (20, 24)).isHidden()
    assert made(qtbot, 0, 0, (0, 0)).isHidden()
    assert not made(qtbot).isHidden()
