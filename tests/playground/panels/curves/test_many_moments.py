"""One thing of the network at many moments beside each other: exact at each, in one scale, led back to and kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nn.inspection.surfaces import Surfaces, area_of
from nn.network import LayerSpec, Network
from nn.replay import replay
from playground.panels.curves.moments.painting import scale_of
from playground.panels.curves.moments.window import MomentsWindow
from playground.panels.curves.panel import CurvesPanel
from playground.session.past.many_moments import Wanted, moments
from playground.widgets.refreshing import bring_up_to_date
from tests.playground.alive import alive
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    train(qtbot, plane_session, epochs=200)
    return plane_session


@pytest.fixture
def panel(qtbot, session):
    return alive(qtbot, session, CurvesPanel(), 700, 500)


@pytest.fixture
def window(qtbot, session, panel):
    panel.findChild(QAction, "actionManyMoments").trigger()
    window = panel.window().findChild(MomentsWindow)
    rest(qtbot, session)
    return window


def rest(qtbot, session):
    qtbot.waitUntil(lambda: not session.past.many_moments.is_busy)
    QApplication.processEvents()


def network_at(session, iteration):
    start = session.timeline.way.before(iteration)
    found = replay(start, iteration)
    network = Network(start.spec, None)
    network.load(found.params, found.state)
    return network


def choose(window, name, value):
    box = window.findChild(QWidget, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize("span", [3, 10, 100, 12_000, 10**6])
@pytest.mark.parametrize("is_logarithmic", [False, True])
def test_moments_are_spread_from_the_first_to_the_last_one(span, is_logarithmic):
    found = moments(7, 7 + span, 12, is_logarithmic=is_logarithmic)
    assert (found[0], found[-1]) == (7, 7 + span)
    assert list(found) == sorted(set(found))
    assert len(found) == min(12, span + 1)
    if span > 100:
        steps = np.diff(found)
        assert (steps[-1] > 2 * steps[-3]) == is_logarithmic


def test_each_is_the_network_as_it_was_to_the_bit(session, window, qtbot):
    many, last = session.past.many_moments, session.run.iteration
    assert (many.iterations[0], many.iterations[-1], len(many.iterations)) == (0, last, 12)
    area = area_of(session.library.made, session.library.data)
    for iteration in many.iterations:
        surfaces = Surfaces(session.document.state.spec, area, 72)
        surfaces.update(network_at(session, iteration))
        assert np.array_equal(many.seen[iteration].numbers, surfaces.output)
    choose(window, "momentsKind", "weights")
    choose(window, "momentsLayer", "2")
    window.findChild(QWidget, "momentsIndex").value_edited.emit(0)
    rest(qtbot, session)
    for iteration in many.iterations:
        W = network_at(session, iteration).params["W2"]
        found = many.seen[iteration].numbers.ravel()
        assert np.array_equal(found[: len(W)], W[:, 0])
    session.past.moments_requested.emit(Wanted("weights", 0, 3))
    window.show_wanted(Wanted("surface", count=16, is_logarithmic=True))  # fewer neurons: a limit, and no edit
    assert (many.wanted.count, window.findChild(QWidget, "momentsCount").value()) == (16, 16)
    window.show_wanted(Wanted("weights", 2))
    rest(qtbot, session)
    together = max(np.nanmax(np.abs(each.numbers)) for each in many.seen.values())
    assert scale_of(many.wanted, list(many.seen.values()), None).limit == together
    choose(window, "momentsKind", "prediction")
    rest(qtbot, session)
    x = session.looking.sample.x[:1]
    for iteration in many.iterations:
        network = network_at(session, iteration)
        assert np.array_equal(
            many.seen[iteration].numbers, network.loss_layer.activation(network.predict(x.reshape(1, 2)))[0]
        )


def test_a_click_and_a_key_lead_to_a_moment_and_edit_nothing(session, window, qtbot):
    before, picture = session.document.state, window.picture
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.area_of(3).center().toPoint())
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    assert session.looking.subject.moment.updates == session.past.many_moments.iterations[3]
    QTest.keyClick(picture, Qt.Key.Key_Left)
    QTest.keyClick(picture, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    assert session.looking.subject.moment.updates == session.past.many_moments.iterations[2]
    assert session.document.state is before


def test_it_is_copied_and_saved(session, window, qtbot, tmp_path):
    orders = []
    session.export_requested.connect(orders.append)
    QTest.mouseClick(window.findChild(QWidget, "momentsCopy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().image().width() > window.picture.width()
    QTest.mouseClick(window.findChild(QWidget, "momentsSave"), Qt.MouseButton.LeftButton)
    (order,) = orders
    for suffix, head in ((".png", b"\x89PNG"), (".svg", b"<?xml")):
        path = tmp_path / f"moments{suffix}"
        order.work_for(str(path))(path, lambda _share: None)
        assert path.read_bytes().startswith(head)
    assert f"{session.run.iteration:,}" in path.read_text()


def test_a_neuron_that_was_not_there_yet_is_said_and_a_longer_training_is_followed(session, window, qtbot):
    last, spec = session.run.iteration, session.document.state.spec
    session.architecture.add_neuron(0)
    qtbot.waitUntil(lambda: session.document.state.spec != spec)
    train(qtbot, session, epochs=200)
    rest(qtbot, session)
    assert session.past.many_moments.iterations[-1] == session.run.iteration
    units = session.document.state.spec.plans[0].output[0]
    session.past.moments_requested.emit(Wanted("weights", 0, units - 1))
    rest(qtbot, session)
    there = {each for each, seen in session.past.many_moments.seen.items() if seen.numbers is not None}
    assert there == {each for each in session.past.many_moments.iterations if each > last}


def test_a_neuron_of_the_past_is_no_filter_of_today(session, window, qtbot):
    last = session.run.iteration
    session.past.moments_requested.emit(Wanted("weights", 0, 0))
    rest(qtbot, session)
    assert window.findChild(QLabel, "momentsOf").text() == "Neuron"
    layers = (LayerSpec.of("Convolution", filters=2, size=1), LayerSpec("Relu"), LayerSpec.of("Affine", units=2))
    session.editing.edit_spec("Filters", replace(session.document.state.spec, input_shape=(2, 1, 1), layers=layers))
    train(qtbot, session, epochs=200)
    rest(qtbot, session)
    there = {each for each, seen in session.past.many_moments.seen.items() if seen.numbers is not None}
    assert there == {each for each in session.past.many_moments.iterations if each > last}
    bring_up_to_date(window)
    assert window.findChild(QLabel, "momentsOf").text() == "Filter"
