"""The activations panel: choices keep the weights, plots show what runs, the sample is seen where it meets them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from nn import functions
from nn.layers import LAYERS
from nn.layers.elementwise import Activation
from nn.network import LayerSpec, NetworkSpec
from playground.panels.activations.panel import ActivationsPanel
from playground.panels.activations.places import places
from playground.session.looking.selection import FunctionPlot, Neuron
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.window.language import Language
from tests.playground.sessions import train


@pytest.fixture
def panel(qtbot, session):
    made = ActivationsPanel()
    qtbot.addWidget(made)
    made.resize(560, 330)
    with qtbot.waitExposed(made):
        made.show()
    list(made.attach(session))  # to its end, in one turn
    return made


def kinds(session):
    return [layer.kind for layer in session.document.state.spec.layers]


def pick(qtbot, box, name):
    """Choose an entry as the keyboard does."""
    box.setFocus()
    while box.currentData() != name:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down if box.findData(name) > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def train_a_little(session, qtbot):
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)


# ---- choosing


def test_another_activation_keeps_every_weight_and_can_be_undone(qtbot, session, panel):
    train_a_little(session, qtbot)
    before = session.document.state.checkpoint
    pick(qtbot, panel.list.row(0)[1], "Step")
    assert kinds(session) == ["Affine", "Step", "Affine", "Relu", "Affine"]
    assert session.document.state.checkpoint is before
    session.document.undo()
    assert "Step" not in kinds(session) or kinds(session)[1] != "Step"
    assert panel.list.row(0)[1].value() == places(session.document.state.spec)[0].kind


def test_the_plot_follows_a_change_that_was_made_elsewhere(session, panel):
    spec = session.document.state.spec
    session.editing.edit_spec("Elsewhere", NetworkSpec.mlp(784, (100, 100), 10, activation="Tanh"))
    assert session.selection.plot.functions == ("Tanh",)
    session.selection.show_plot(replace(session.selection.plot, functions=("Sigmoid", "Step")))
    session.editing.edit_spec("Back", spec)
    assert session.selection.plot.functions == ("Sigmoid", "Step")  # a comparison that was chosen stays


def test_all_hidden_layers_change_at_once(qtbot, session, panel):
    train_a_little(session, qtbot)
    before = session.document.state.checkpoint
    pick(qtbot, panel.list.all, "Sigmoid")
    assert kinds(session) == ["Affine", "Sigmoid", "Affine", "Sigmoid", "Affine"]
    assert session.document.state.checkpoint is before
    assert panel.list.row(1)[1].value() == "Sigmoid"


def test_an_activation_can_be_taken_out_and_put_back(qtbot, session, panel):
    train_a_little(session, qtbot)
    before = session.document.state.checkpoint
    pick(qtbot, panel.list.row(1)[1], "")
    assert kinds(session) == ["Affine", "Relu", "Affine", "Affine"]
    assert panel.list.row(1)[1].currentText() == "none"
    assert panel.list.all.currentIndex() == -1  # the layers differ
    pick(qtbot, panel.list.row(1)[1], "Tanh")
    assert kinds(session) == ["Affine", "Relu", "Affine", "Tanh", "Affine"]
    assert session.document.state.checkpoint is before


def test_options_appear_with_their_activation_and_are_edited(qtbot, session, panel):
    pick(qtbot, panel.list.row(0)[1], "LeakyRelu")
    field = panel.list.options.field("slope")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.25")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.document.state.spec.layers[1].options == {"slope": 0.25}
    line = panel.view.view.lines[0]
    np.testing.assert_allclose(line.y[line.x < 0], 0.25 * line.x[line.x < 0], rtol=1e-6)
    session.document.undo()
    assert field.value() == 0.01


def test_the_other_place_shows_no_option_of_the_first(qtbot, session, panel):
    pick(qtbot, panel.list.row(0)[1], "Elu")
    assert set(panel.list.options.fields()) == {"alpha"}
    qtbot.mouseClick(panel.list.row(1)[0], Qt.MouseButton.LeftButton)
    assert panel.list.options.fields() == {}


def test_a_refused_option_is_told(qtbot, session, panel):
    told = []
    session.status.connect(told.append)
    pick(qtbot, panel.list.row(0)[1], "LeakyRelu")
    field = panel.list.options.field("slope")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "from 0 to 1" in told[-1]


def test_refreshing_edits_nothing(session, panel):
    state, plot = session.document.state, session.selection.plot
    panel.retranslate()
    session.document.spec_changed.emit(state.spec)
    session.selection.plot_changed.emit(plot)
    assert session.document.state is state
    assert session.selection.plot is plot


def test_the_output_is_explained_as_part_of_the_loss(qtbot, session, panel):
    assert panel.list.output.text() == "Softmax"
    qtbot.mouseClick(panel.list.output, Qt.MouseButton.LeftButton)
    assert panel.about.name.text() == "Softmax"
    assert panel.about.forward.name == "SoftmaxWithLoss.forward"
    assert "belongs to the loss" in panel.about.text.text()


# ---- plotting


def test_the_plot_of_the_session_is_shown(session, panel):
    session.selection.show_plot(FunctionPlot(("Sigmoid", "Tanh"), -2.0, 3.0))
    assert [curve.name for curve in panel.view.curves] == ["Sigmoid", "tanh"]
    assert panel.view.view.x_range == pytest.approx((-2, 3))
    curve = panel.view.curves[0]
    np.testing.assert_array_equal(curve.y, functions.sigmoid(curve.x.astype(np.float32)))


def test_functions_are_compared_by_check_marks(session, panel):
    panel.tools.functions["Elu"].trigger()
    assert session.selection.plot.functions == ("Relu", "Elu")
    panel.tools.functions["Relu"].trigger()
    assert session.selection.plot.functions == ("Elu",)
    panel.tools.functions["Elu"].trigger()  # the last one stays
    assert session.selection.plot.functions == ("Elu",)
    assert panel.tools.functions["Elu"].isChecked()


def test_derivatives_are_switched(qtbot, session, panel):
    shown = session.selection.plot.derivatives
    qtbot.mouseClick(panel.tools.derivatives, Qt.MouseButton.LeftButton)
    assert session.selection.plot.derivatives is not shown


@pytest.mark.parametrize(
    ("number", "heights", "title", "points"),
    [
        (0, (-0.5, 1.5), "Step: 100 points", 100),
        (1, (-0.1, 1.1), "Sigmoid: 100 points", 100),
        (3, (-1, 2), "Step: 160 points", 160),
        (5, (-1, 2), "Sigmoid & Step: 160 points", 160),
    ],
)
def test_plots_of_the_documents_have_their_axes_and_points(session, panel, number, heights, title, points):
    panel.tools.plots[number].trigger()
    assert panel.view.view.box.viewRange()[1] == pytest.approx(list(heights))
    assert panel.view.title.text() == title
    assert len(panel.view.curves[0].x) == points


def test_the_overlay_is_pink_with_a_dashed_purple_step(session, panel, share_in_colour):
    pink, purple = range(311, 360), range(241, 290)
    panel.resize(900, 800)  # so that the legend covers nothing
    panel.tools.plots[5].trigger()
    panel.view.point_edited.emit(-7.0)  # out of the way, with its tangent
    assert share_in_colour(panel.view.view, -1, 2, pink) == 1
    assert 0.4 < share_in_colour(panel.view.view, -1, 2, purple) < 0.9


def test_the_document_s_step_is_81_zeros_and_79_ones(session, panel):
    panel.tools.plots[3].trigger()
    values, counts = np.unique(panel.view.curves[0].y, return_counts=True)
    assert (values.tolist(), counts.tolist()) == ([0, 1], [81, 79])


def test_an_ampersand_between_two_functions_is_seen_in_the_menu(panel):
    assert "Sigmoid && Step" in panel.tools.plots[5].text()  # a single one would underline what follows


def test_dragging_the_range_keeps_the_functions(session, panel):
    panel.tools.plots[5].trigger()
    panel.view.range_edited.emit(-4.0, 4.0)
    assert session.selection.plot == FunctionPlot(("Sigmoid", "Step"), -4.0, 4.0, derivatives=False)
    assert panel.view.title.text() == ""
    panel.view.whole_requested.emit()
    assert (session.selection.plot.low, session.selection.plot.high) == (-5.0, 5.0)


def test_the_point_has_the_layers_own_numbers_in_the_network_s_precision(session, panel):
    session.selection.show_plot(FunctionPlot(("Sigmoid",), -20.0, 20.0))
    panel.view.point_edited.emit(17.0)
    assert panel.view.fields.readout.text() == "f(x) = 1    f′(x) = 0"  # float32 ends here
    panel.view.point_edited.emit(1.0)
    assert panel.view.fields.readout.text().startswith("f(x) = 0.7310586 ")


def test_limits_are_marked_and_told(session, panel):
    session.selection.show_plot(FunctionPlot(("Sigmoid",), -100.0, 100.0))
    marks = {mark.text: mark.x for mark in panel.view.view.marks.marks if mark.x > 0}
    assert 16 < marks["float32"] < 17
    assert 36 < marks["float64"] < 37
    assert "float32: overflow" in {mark.text for mark in panel.view.view.marks.marks}
    assert "y is exactly 1" in panel.about.numbers.text()
    session.selection.show_plot(FunctionPlot(("Relu",), -100.0, 100.0))
    assert panel.view.view.marks.marks == ()
    assert "no precision saturates" in panel.about.numbers.text()


def test_another_function_comes_into_focus_and_is_explained(qtbot, session, panel):
    session.selection.show_plot(FunctionPlot(("Sigmoid", "Swish"), -5.0, 5.0))
    assert panel.about.name.text() == "Sigmoid"
    qtbot.keyClick(panel.view.view, Qt.Key.Key_Down)
    assert panel.about.name.text() == "Swish"
    assert panel.about.forward.name == "Swish.forward"
    panel.view.point_edited.emit(2.0)
    assert panel.about.name.text() == "Swish"


@pytest.mark.parametrize("kind", [name for name, layer in LAYERS.items() if layer.elementwise])
def test_every_activation_can_be_plotted_and_explained(session, panel, kind):
    session.selection.show_plot(FunctionPlot((kind,), -6.0, 6.0))
    panel.grab()
    text = panel.about.text.text()
    assert all(heading in text for heading in ("Values", "Use", "Trouble"))
    assert panel.about.backward.name == ("" if LAYERS[kind].is_brought else f"{kind}.backward")


def test_a_newly_registered_activation_is_shown_with_what_it_brings(session, panel, monkeypatch):
    class Cube(Activation):
        """The third power."""

        formula = LAYERS["Relu"].formula

        def function(self, x, out):
            return np.power(x, 3, out=out)

        def derivative(self, x, y, out):
            return np.multiply(3, x * x, out=out)

        def graph(self, x, params):
            return x

    monkeypatch.setitem(LAYERS._items, "Cube", Cube)
    session.selection.show_plot(FunctionPlot(("Cube",), -2.0, 2.0))
    panel.grab()
    assert panel.about.name.text() == "Cube"
    assert "The third power." in panel.about.text.text()
    assert panel.about.forward.name == ""
    assert panel.about.forward.text() == Cube.formula.forward
    assert panel.view.curves[0].y[0] == -8


# ---- the sample


def test_the_sample_s_own_numbers_are_on_the_curve(session, panel, qtbot):
    qtbot.waitUntil(lambda: panel.parts.texts != ())  # drawn when it is first seen
    x = session.looking.observation.values[1].reshape(-1)
    np.testing.assert_array_equal(panel.plotting.sample_numbers(), x)
    off = int((x <= 0).sum())
    assert panel.parts.texts == (
        f"{100 - off} working ({100 - off} linear)",
        "0 saturated",
        f"{off} off",
        "of 100 from Affine1",
    )
    assert panel.parts.texts[2].startswith(f"{off} off")
    assert panel.view.view.dots.count == 100


def test_another_place_shows_its_numbers_and_its_function(qtbot, session, panel):
    pick(qtbot, panel.list.row(0)[1], "Sigmoid")
    qtbot.mouseClick(panel.list.row(1)[0], Qt.MouseButton.LeftButton)
    assert session.selection.plot.functions == ("Relu",)
    np.testing.assert_array_equal(panel.plotting.sample_numbers(), session.looking.observation.values[3].reshape(-1))
    assert panel.parts.texts[-1].endswith("Affine2")


def test_the_numbers_follow_another_sample_and_training(qtbot, session, panel):
    before = panel.plotting.sample_numbers().copy()
    session.looking.show_row(3)
    after = panel.plotting.sample_numbers().copy()
    assert not np.array_equal(before, after)
    bars = panel.view.view.bars.counts.copy()
    for _ in range(5):
        train_a_little(session, qtbot)
    assert not np.array_equal(after, panel.plotting.sample_numbers())
    x, low, high = panel.plotting.sample_numbers(), -5, 5
    assert panel.view.view.bars.counts.sum() == ((x >= low) & (x <= high)).sum()
    assert not np.array_equal(bars, panel.view.view.bars.counts)


def test_saturated_neurons_are_told_and_seen(qtbot, session, panel):
    pick(qtbot, panel.list.row(0)[1], "Sigmoid")
    state = session.document.state
    session.live.show_weights(state.spec, 300 * state.checkpoint.params, state.checkpoint.state)
    x = panel.plotting.sample_numbers()
    y = functions.sigmoid(x)
    slope = y * (1 - y)
    off = int((y == 0).sum())
    saturated = int((slope < 0.025).sum()) - off
    assert (slope[y == 1] == 0).any()  # float32 ends here; these are not off
    assert panel.parts.texts[1] == f"{saturated} saturated"
    assert panel.parts.texts[2].startswith(f"{off} off")


def test_dead_neurons_are_counted(qtbot, session, panel):
    state, network = session.document.state, session.live.network
    broken = state.checkpoint.params.copy()
    bias = np.zeros_like(broken)
    start = network.params["b1"].ctypes.data - network.flat_params.ctypes.data
    first = start // network.flat_params.itemsize
    bias[first : first + 12] = -1e6  # twelve neurons whose sum is never positive
    session.document.edit("break", checkpoint=replace(state.checkpoint, params=broken + bias))
    qtbot.waitUntil(lambda: dead_in(panel) >= 12)
    assert dead_in(panel) <= int(panel.parts.texts[2].split()[0])


def dead_in(panel):
    return int((panel.parts.texts[2].partition("(")[2] or "0").split()[0])


def test_the_range_can_be_fitted_to_the_sample(qtbot, session, panel):
    qtbot.mouseClick(panel.tools.fit, Qt.MouseButton.LeftButton)
    x = panel.plotting.sample_numbers()
    plot = session.selection.plot
    assert plot.low < x.min() < x.max() < plot.high
    assert plot.high - plot.low < 1.3 * (x.max() - x.min())


def test_a_neuron_that_is_looked_at_brings_the_point_to_its_sum(session, panel):
    session.selection.select(Neuron(3, 7))  # behind the second Affine
    assert panel.plotting.place_number == 1
    assert panel.list.row(1)[0].isChecked()
    sums = session.looking.observation.values[3].reshape(-1)
    assert panel.view.view.point.x == pytest.approx(float(sums[7]), rel=1e-5)
    session.selection.select(Neuron(0, 2))
    assert panel.plotting.place_number == 0


def test_a_diverged_network_is_shown_without_an_error(session, panel):
    broken = session.document.state.checkpoint.params.copy()
    broken[:] = np.nan
    session.live.show_weights(session.document.state.spec, broken, session.document.state.checkpoint.state)
    panel.grab()
    assert panel.parts.texts[-1] == "100 not finite"


def test_nothing_is_computed_for_a_panel_that_nobody_sees(qtbot, session, panel, under_a_clock):
    under_a_clock(panel)
    shown = panel.parts.texts
    panel.hide()
    session.looking.show_row(5)
    assert panel.parts.texts == shown
    panel.show()
    qtbot.waitUntil(lambda: panel.parts.texts != shown)


def test_a_network_without_any_place_shows_functions_only(session, panel):
    session.editing.edit_spec("plain", NetworkSpec((784,), (LayerSpec.of("Affine", units=10),)))
    assert panel.list.places == ()
    assert not panel.list.all.isEnabled()
    assert panel.parts.texts == ()
    panel.grab()


def test_nothing_is_plotted_behind_a_tab_until_it_is_seen(session, panel, qtbot, under_a_clock):
    under_a_clock(panel)
    panel.hide()
    session.selection.show_plot(FunctionPlot(("Sigmoid", "Step"), -2.0, 2.0))
    assert panel.plotting.is_out_of_date
    assert len(panel.view.curves) == 1
    panel.show()
    qtbot.waitUntil(lambda: len(panel.view.curves) == 2)


@pytest.fixture(params=["en", "ko"])
def language(request, qapp):
    language, before = Language(), QLocale()
    language.use(request.param)
    yield
    language.use("en")
    QLocale.setDefault(before)


def test_nothing_is_cut_off_in_a_dock_as_narrow_as_it_can_be(panel, language):
    QApplication.processEvents()
    assert panel.layout().minimumSize().width() <= panel.minimumSizeHint().width()
    panel.resize(panel.minimumSizeHint().width(), 300)
    QApplication.processEvents()
    side = panel.findChild(QScrollArea)
    assert panel.rect().contains(side.geometry())
    for box in side.findChildren(ChoiceBox):
        right = box.mapTo(side.viewport(), box.rect().topRight()).x()
        assert right < side.viewport().width() or side.horizontalScrollBar().isVisible()


# ---- the past


@pytest.fixture
def trained(qtbot, plane_session):
    """Give a session of ReLUs that has trained on points in the plane, and the panel."""
    session = plane_session
    session.editing.edit_spec("ReLUs", NetworkSpec.mlp(2, (6,), 2, activation="Relu"))
    session.looking.choose("mine")
    session.looking.show_row(1)
    train(qtbot, session, epochs=10)
    made = ActivationsPanel()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    list(made.attach(session))
    return session, made


def go(session, qtbot, iteration):
    session.past.playhead.go(iteration)
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying and session.past.playhead.shown == iteration)


def test_who_chooses_an_activation_in_the_past_is_offered_a_branch(qtbot, trained):
    session, panel = trained
    offered = []
    session.looking.edit_refused.connect(offered.append)
    go(session, qtbot, 5)
    box = panel.list.row(0)[1]
    assert box.isEnabled()
    assert box.value() == "Relu"
    state, wanted = session.document.state, box.itemData(box.currentIndex() + 1)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert session.document.state is state
    assert box.value() == box.currentData() == "Relu"
    session.past.playhead.go_on_from_here()
    (again,) = offered
    again()
    assert session.document.state.spec.layers[1].kind == wanted
    assert session.document.state.checkpoint.iteration == 5


def test_the_dead_neurons_are_those_of_the_moment_that_is_looked_at(qtbot, trained):
    session, panel = trained
    session.weights.set("Dead now", {"b1": np.full(6, -100, np.float32)})
    qtbot.waitUntil(lambda: dead_in(panel) == 6)
    go(session, qtbot, 5)
    qtbot.waitUntil(lambda: session.dead_neurons.behind(1) is not None)
    qtbot.waitUntil(lambda: dead_in(panel) == session.dead_neurons.behind(1) == 0)
    session.past.playhead.to_now()
    qtbot.waitUntil(lambda: dead_in(panel) == 6)
