"""A number of a training that is over, typed afterwards: drawn beside the loss at every iteration, by its own axis."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from playground.commands.dispatch import run
from playground.panels.curves.panel import CurvesPanel
from playground.panels.curves.readout import CurveReadout
from playground.session.document.file import pack
from playground.session.document.saved import SavedDocument
from tests.playground.alive import alive
from tests.playground.sessions import train

TEXT = "max(abs(W2))"


@pytest.fixture
def session(qtbot, plane_session):
    train(qtbot, plane_session, epochs=40)
    return plane_session


@pytest.fixture
def panel(qtbot, session):
    return alive(qtbot, session, CurvesPanel(), 900, 600)


def ask(qtbot, session, panel, text=TEXT):
    if panel.findChild(QWidget, "askEntry") is None:
        panel.findChild(QAction, "actionAskPast").trigger()
    entry = panel.findChild(QWidget, "askEntry")
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    rest(qtbot, session, panel)


def rest(qtbot, session, panel):
    qtbot.waitUntil(lambda: not session.past.asking.is_busy)
    panel.plot.refresh()
    QApplication.processEvents()


def watched(session, tmp_path, capsys, text=TEXT) -> dict[int, float]:
    """Give what the command line finds by itself, iteration by iteration."""
    path = tmp_path / "run.safetensors"
    path.write_bytes(b"".join(map(bytes, pack(SavedDocument(session.state, way=session.timeline.kept)))))
    assert run(["watch", str(path), "--expression", text]) == 0
    rows = list(csv.reader(capsys.readouterr().out.splitlines()))
    return {int(row[0]): float(row[1]) for row in rows[1:]}


def known(session, text=TEXT):
    series = session.watching.recorder.series("".join(text.split()))
    return dict(zip(series.iterations, [reading.number for reading in series.readings], strict=True))


def test_what_is_typed_is_drawn_at_every_iteration_over_its_own_axis(session, panel, qtbot, tmp_path, capsys):
    view, before = panel.plot.view, panel.plot.view.loss.height_range
    assert not view.watch.isVisible()
    ask(qtbot, session, panel)
    last = session.run.iteration
    found = known(session)
    assert {each: found[each] for each in range(1, last + 1)} == watched(session, tmp_path, capsys)
    assert view.watch.isVisible()
    low, high = view.watch.height_range
    assert low <= min(found.values()) < max(found.values()) <= high
    assert tuple(view.watch_axis.range) == (low, high)
    assert view.watch_axis.label.toPlainText().strip() == TEXT
    assert view.loss.height_range == before
    assert session.document.state.watches == (TEXT,)
    assert f"{TEXT} is {found[last]:.6g}" in panel.plot.view.accessibleDescription()


def test_pointing_reads_it_and_a_click_leads_to_its_moment(session, panel, qtbot):
    ask(qtbot, session, panel)
    view, middle = panel.plot.view, session.run.iteration // 2
    number = known(session)[middle]
    height = view.watch.height_of(number)
    place = view.mapFromScene(view.loss.box.mapViewToScene(QPointF(middle, height)))
    QTest.mouseMove(view.viewport(), place)
    view.pointed_at.emit(float(middle))
    assert f"{number:.6g}" in panel.findChild(CurveReadout).text()
    assert TEXT in panel.findChild(CurveReadout).text()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(0, 60))
    assert session.past.playhead.position is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: session.past.playhead.position is not None and not session.past.playhead.is_replaying)
    found = session.looking.subject.moment.updates
    assert abs(found + 1 - middle) <= 3
    assert session.looking.network.params["W2"].__abs__().max() == pytest.approx(known(session)[found + 1], abs=0)


def test_a_text_that_is_none_is_said_and_draws_nothing(session, panel, qtbot):
    ask(qtbot, session, panel, "max(abs(W9))")
    assert "There is no W9" in panel.findChild(QWidget, "askTold").text()
    assert not panel.plot.view.watch.isVisible()
    assert session.document.state.watches == ()


def test_it_is_read_on_when_training_came_further_and_cut_when_that_is_taken_back(session, panel, qtbot):
    ask(qtbot, session, panel)
    first = session.run.iteration
    train(qtbot, session, epochs=20)
    panel.plot.refresh()
    rest(qtbot, session, panel)
    assert set(known(session)) >= set(range(1, session.run.iteration + 1))
    assert session.run.iteration > first
    session.document.undo()
    assert max(known(session)) <= first + 1


def test_the_past_across_an_edit_of_the_layers_is_read_again_whole(session, panel, qtbot, tmp_path, capsys):
    ask(qtbot, session, panel)
    last, before = session.run.iteration, session.document.state.spec
    session.architecture.add_neuron(0)
    qtbot.waitUntil(lambda: session.document.state.spec != before)
    train(qtbot, session, epochs=20)
    panel.plot.refresh()
    rest(qtbot, session, panel)
    assert session.run.iteration > last
    wanted = watched(session, tmp_path, capsys)
    assert {each: known(session)[each] for each in wanted} == wanted
    assert set(wanted) == set(range(1, session.run.iteration + 1))


def test_reading_is_given_up_and_the_line_taken_away_by_the_button(session, panel, qtbot):
    panel.findChild(QAction, "actionAskPast").trigger()
    entry = panel.findChild(QWidget, "askEntry")
    QTest.keyClicks(entry, "mean(a1 > 0)")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert session.past.asking.is_busy
    panel.plot.refresh()
    end = panel.findChild(QWidget, "askEnd")
    QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    assert not session.past.asking.is_busy
    panel.plot.refresh()
    assert not session.past.asking.is_busy
    assert panel.plot.view.watch.isVisible()
    QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    assert not panel.plot.view.watch.isVisible()
    assert session.document.state.watches == ("mean(a1>0)",)


def test_somebody_else_may_want_it_drawn(session, panel, qtbot):
    session.watching.add("norm(W1)")
    session.selection.draw_watch("norm(W1)")
    rest(qtbot, session, panel)
    assert panel.findChild(QWidget, "askEntry").text() == "norm(W1)"
    assert panel.plot.view.watch.isVisible()
    assert "norm(W1)" in [label.text() for label in panel.plot.findChildren(QLabel) if label.isVisible()]
    panel.show_strip(True)
    assert not panel.findChild(QWidget, "askEntry").isVisible()
    assert not panel.plot.view.watch.isVisible()  # in a strip nothing but the loss
    panel.show_strip(False)
    assert panel.plot.view.watch.isVisible()
    session.watching.remove(0)
    assert not panel.plot.view.watch.isVisible()


def test_a_reading_that_was_given_up_says_in_how_many_iterations_it_was_read_and_can_go_on(
    session, panel, qtbot, tmp_path, capsys
):
    panel.findChild(QAction, "actionAskPast").trigger()
    QTest.keyClicks(panel.findChild(QWidget, "askEntry"), TEXT)
    QTest.keyClick(panel.findChild(QWidget, "askEntry"), Qt.Key.Key_Return)
    panel.plot.refresh()  # which asks once, too
    session.past.watch_past.cancel()
    told, more = panel.findChild(QLabel, "askTold"), panel.findChild(QWidget, "askRest")
    qtbot.waitUntil(more.isVisible, timeout=20_000)
    count, passes = session.past.watch_past.count(TEXT)
    assert count < passes == session.run.iteration
    assert f"read in {count:,} of {passes:,} iterations" in told.text()
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    rest(qtbot, session, panel)
    qtbot.waitUntil(lambda: not more.isVisible(), timeout=20_000)
    found = known(session)
    assert {each: found[each] for each in range(1, passes + 1)} == watched(session, tmp_path, capsys)
