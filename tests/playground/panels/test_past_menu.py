"""The history of one number where it is pointed at: by the bars and by the neurons, exact, and led back to."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from nn.inspection.element import Element
from nn.network import Network
from nn.replay import replay
from playground.panels.debugger.element.lines import ElementLines
from playground.panels.debugger.telling.told import ToldStep
from playground.panels.input.answer.answer_block import AnswerBlock
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.panel import NetworkPanel
from playground.panels.weights.panel import WeightsPanel
from playground.session.looking.observation import observe
from playground.session.stepping.debugger import END
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import bring_up_to_date
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    session = plane_session
    session.looking.choose("mine")
    session.looking.show_row(3)
    train(qtbot, session, epochs=60)
    return session


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show()
    QApplication.processEvents()
    return widget


def click_right(widget, place) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QApplication.activePopupWidget()


def click_title(bars) -> str:
    """Open the history of the highest bar by the menu key, and return what the window calls it."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), bars.mapToGlobal(QPoint()))
    QApplication.sendEvent(bars, event)
    choose(QApplication.activePopupWidget(), "actionHistoryOfNumber")
    return window_of_history().windowTitle()


def window_of_history() -> QWidget:
    return next(each for each in QApplication.topLevelWidgets() if each.objectName() == "numberHistory")


def choose(menu, name):
    action = next(each for each in menu.actions() if each.objectName() == name)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def history(qtbot, session, root):
    qtbot.waitUntil(lambda: not session.past.asking.is_busy)
    found = window_of_history()
    return found, found.findChild(QWidget, "historyPlot")


def networks(session):
    for iteration in range(session.run.iteration + 1):
        start = session.timeline.way.before(iteration)
        found = replay(start, iteration)
        network = Network(start.spec, None)
        network.load(found.params, found.state)
        yield iteration, network


def test_a_probability_over_the_whole_run(qtbot, session):
    block = shown(qtbot, AnswerBlock(session))
    bars, after = block.findChild(ProbabilityBars), session.looking.network.flat_params.copy()
    index = bars.highest()
    assert bars.labels[index] in click_title(bars)
    window, plot = history(qtbot, session, block)
    series, sample = session.past.number_past.series, session.looking.sample
    for iteration, network in networks(session):
        output = observe(network, sample).output[0]
        share = output[index] if len(output) > 1 else (output[0] if index else 1 - output[0])
        assert series.nearest(iteration) == (iteration, (float(share),) * 3)
    assert np.array_equal(session.looking.network.flat_params, after)
    middle = session.run.iteration // 2
    QTest.mouseClick(
        plot, Qt.MouseButton.LeftButton, pos=plot.place_of(middle, series.nearest(middle)[1].number).toPoint()
    )
    qtbot.waitUntil(lambda: session.past.playhead.position is not None and not session.past.playhead.is_replaying)
    assert abs(session.looking.subject.moment.updates - middle) <= 2
    shares = session.looking.observation.output[0]
    at = session.looking.subject.moment.updates
    assert series.nearest(at)[1].number == pytest.approx(float(shares[index] if len(shares) > 1 else shares[0]), abs=0)
    window.close()
    assert session.past.number_past.question is None


def test_an_activation_over_the_whole_run_and_its_weights_at_many_moments(qtbot, session):
    panel = shown(qtbot, NetworkPanel())
    list(panel.attach(session))
    QApplication.processEvents()
    bring_up_to_date(panel)
    diagram = panel.findChild(NetworkDiagram)
    left, top, width, height = diagram.blocks[1].cell(2)
    place = QPoint(round(left + width / 2), round(top + height / 2))
    asked = []
    session.past.moments_requested.connect(asked.append)
    choose(click_right(diagram, place), "actionMoments_weights")
    (wanted,) = asked
    assert (wanted.kind, wanted.index) == ("weights", 2)
    choose(click_right(diagram, place), "actionHistoryOfNumber")
    window, _plot = history(qtbot, session, panel)
    sample = session.looking.sample
    series, question = session.past.number_past.series, session.past.number_past.question
    for iteration, network in networks(session):
        value = observe(network, sample).values[question.layer + 1][0].reshape(-1)[2]
        assert series.nearest(iteration) == (iteration, (float(value),) * 3)
    window.close()


def test_a_weight_over_the_whole_run_from_its_cell(qtbot, session):
    panel = shown(qtbot, WeightsPanel())
    list(panel.attach(session))
    bring_up_to_date(panel)
    table = panel.findChild(QWidget, "weightTable")
    table.setCurrentIndex(table.model().index(1, 3))
    table.findChild(QAction, "weightHistory").trigger()
    window, _plot = history(qtbot, session, panel)
    assert window.windowTitle() == "W1[1,3]"
    for iteration, network in networks(session):
        value = float(network.params["W1"][1, 3])
        assert session.past.number_past.series.nearest(iteration) == (iteration, (value,) * 3)
    session.looking.show_row(1)  # a weight is of no sample
    assert window.isVisible()
    window.close()


def test_a_number_of_the_debugger_over_the_whole_run(qtbot, session):
    lines = shown(qtbot, ElementLines(session, ToldStep(session)))
    session.debugger.open("sample", END)
    session.debugger.set_element(Element("a1", (0, 2)))
    bring_up_to_date(lines)
    lines.text.followed.emit(lines.text.links()[-1])
    window, _plot = history(qtbot, session, lines)
    assert window.windowTitle() == "a1[0,2]"
    number = float(observe(session.looking.network, session.looking.sample).values[1][0, 2])
    assert session.past.number_past.series.nearest(session.run.iteration)[1].number == number
    window.close()


def test_without_a_past_the_menu_says_so(qtbot, session):
    block = shown(qtbot, AnswerBlock(session))
    session.document.undo()
    bars = block.findChild(ProbabilityBars)
    menu = click_right(bars, bars.rect().center())
    asks = [action for action in menu.actions() if action.objectName()]
    assert len(asks) == 2
    assert not any(action.isEnabled() for action in asks)
    assert all("nothing was trained" in action.toolTip() for action in asks)
    menu.close()
