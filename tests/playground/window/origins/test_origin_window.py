"""The window of a number's origin, and the places from which a person comes to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTableView, QWidget

from nn.inspection.columns import Place
from nn.inspection.element import Element
from playground.panels.debugger.element.lines import ElementLines
from playground.panels.network.diagram.edge_at import Edge
from playground.session.looking.selection import Neuron
from playground.widgets.refreshing import bring_up_to_date
from tests.playground.sessions import choose, train


@pytest.fixture
def trained(window, qtbot):
    session = window.session
    choose(qtbot, session, "xor2d")
    session.looking.choose("mine")
    train(qtbot, session, epochs=8)
    bring_up_to_date(window)
    return window


def asked(window, qtbot):
    trail = window.session.past.number_trail
    qtbot.waitUntil(lambda: not trail.is_busy)
    return window.findChild(QDialog, "numberTrail"), trail.here


def test_a_cell_of_the_table_leads_to_the_updates_one_to_its_samples_and_back(trained, qtbot):
    trained.session.panel_requested.emit("weights")
    bring_up_to_date(trained)
    table = trained.findChild(QTableView, "weightTable")
    table.setCurrentIndex(table.model().index(1, 2))
    table.findChild(QAction, "weightOrigin").trigger()
    origin, here = asked(trained, qtbot)
    assert origin.isVisible()
    assert (here.name, here.index) == ("W1", (1, 2))
    page, last = origin.number_page, trained.session.run.iteration
    assert page.headline.text().startswith(f"W1[1,2] after {last:,} updates: ")
    assert page.table.rowCount() == 10
    rows = [float(page.table.item(row, 1).text()) for row in range(10)]
    assert [abs(change) for change in rows] == sorted(map(abs, rows), reverse=True)
    page.table.cellClicked.emit(0, 0)
    _, update = asked(trained, qtbot)
    assert origin.pages.currentWidget() is origin.update_page
    assert origin.update_page.samples.count() == len(update.update.rows)
    assert "of W1[1,2]: " in origin.update_page.headline.text()
    edits = trained.session.document.undo_text
    samples = origin.update_page.samples
    qtbot.mouseClick(
        samples.viewport(), Qt.MouseButton.LeftButton, pos=samples.visualItemRect(samples.item(0)).center()
    )
    qtbot.waitUntil(lambda: trained.session.past.playhead.is_exact)
    row = int(update.update.rows[update.update.order[0]])
    assert trained.session.looking.sample.origin == f"train {row}"
    assert trained.session.past.playhead.shown == update.iteration - 1
    assert trained.session.document.undo_text == edits
    origin.trail_row.back.click()
    assert origin.pages.currentWidget() is page
    assert not trained.session.past.number_trail.is_busy
    origin.trail_row.line.linkActivated.emit("1")
    assert origin.pages.currentWidget() is origin.update_page


def test_an_edge_of_the_network_leads_there(trained, qtbot):
    diagram = trained.findChild(QWidget, "networkDiagram")
    diagram.edge = Edge(0, 1, 3)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), diagram.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(diagram, event)
    (menu,) = (each for each in diagram.findChildren(QMenu) if each.objectName() == "edgeMenu")
    next(each for each in menu.actions() if each.objectName() == "actionOriginOfNumber").trigger()
    _, here = asked(trained, qtbot)
    assert (here.name, here.index) == ("W1", (1, 3))


def test_a_weight_on_the_card_of_a_neuron_leads_there(trained, qtbot):
    session = trained.session
    diagram = trained.findChild(QWidget, "networkDiagram")
    session.selection.select(Neuron(0, 3))
    bring_up_to_date(trained)
    diagram.chosen.emit(Place(1, 3))
    bring_up_to_date(trained)
    table = trained.findChild(QWidget, "neuronCard").findChild(QTableView)
    table.setCurrentIndex(table.model().index(0, 0))
    source = int(table.model().index(0, 0).data().partition("[")[2].rstrip("]"))
    table.findChild(QAction, "termOrigin").trigger()
    _, here = asked(trained, qtbot)
    assert (here.name, here.index) == ("W1", (source, 3))


def test_given_a_parameter_is_not_the_last_word(trained, qtbot):
    session = trained.session
    session.panel_requested.emit("debugger")
    session.debugger.open("batch")
    session.debugger.set_element(Element("W1", (1, 2)))
    bring_up_to_date(trained)
    lines = next(each for each in trained.findChildren(ElementLines) if each.isVisible())
    assert "All updates that made it" in lines.text.plain
    lines.text.followed.emit(lines.text.links()[1])
    _, here = asked(trained, qtbot)
    assert (here.name, here.index, here.iteration) == ("W1", (1, 2), session.run.iteration)
    session.debugger.set_element(Element("x", (0, 0)))
    bring_up_to_date(trained)
    assert len(lines.text.links()) == 1  # which leads to the row of the data


def test_what_was_given_up_is_said_and_found_out_later(trained, qtbot):
    trained.session.past.number_trail.ask("W1", (1, 2))
    origin = trained.findChild(QDialog, "numberTrail")
    assert origin.work.button.text() == "Cancel"
    origin.work.button.click()
    assert origin.work.progress.format() == "given up: what was found is shown"
    origin.work.button.click()
    asked(trained, qtbot)
    assert origin.work.isHidden()
    origin.close()
    assert not origin.isVisible()
    trained.session.past.number_trail.ask("W1", (0, 0))
    assert origin.isVisible()  # the same window
    assert trained.findChildren(QDialog, "numberTrail", Qt.FindChildOption.FindDirectChildrenOnly) == [origin]
    asked(trained, qtbot)
