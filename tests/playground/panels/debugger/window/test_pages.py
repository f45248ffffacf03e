"""The window of a convolution in the debugger: the network's own numbers, forwards and backwards."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from nn import LayerSpec, NetworkSpec
from nn.breakpoints import Breakpoint
from nn.inspection.convolution.names import Names
from nn.inspection.convolution.pooled import Averaged
from nn.inspection.element import Element
from nn.notation import number
from nn.windows import Window
from playground.panels.debugger.panel import DebuggerPanel
from playground.widgets.boards.board import Spot
from playground.widgets.boards.view import BoardsView
from playground.widgets.convolution.channel_row import Chosen
from playground.widgets.convolution.player import SweepPlayer
from playground.widgets.convolution.pooling_scene import pooling_scene
from playground.widgets.refreshing import bring_up_to_date

of = LayerSpec.of
SPEC = NetworkSpec(
    (1, 28, 28),
    (of("Convolution", filters=3, size=3, pad=1), of("Relu"), of("Pooling"), of("Flatten"), of("Affine", units=10)),
    "SoftmaxWithLoss",
)


@pytest.fixture
def spec():
    return SPEC


@pytest.fixture
def view(qtbot, session, spec):
    session.editing.edit_spec("pictures", spec)
    session.looking.choose("mine")
    session.looking.show_row(3)
    panel = DebuggerPanel()
    qtbot.addWidget(panel)
    panel.resize(1200, 900)
    panel.show()
    list(panel.attach(session))
    session.debugger.open("sample")
    yield panel.view  # noqa: PT022 - the panel lives as long


def step_to(session, layer, phase):
    debugger = session.debugger
    debugger.run_to(
        next(e.index for e in debugger.trace if e.layer == layer and e.phase == phase and e.depth == "layer")
    )


def boards(view):
    bring_up_to_date(view)
    return view.pages.window_view.findChild(BoardsView).boards


def test_a_convolution_is_seen_with_the_numbers_of_the_pass(session, view):
    step_to(session, 0, "forward")
    event = session.debugger.current
    assert np.allclose(boards(view)["y"].board.values, event.outputs["a1"][0, 0], atol=1e-5)
    session.debugger.set_element(Element("a1", (0, 2, 5, 7)))
    assert view.pages.window_view.channels.chosen == Chosen(0, 2, 0)
    assert np.allclose(boards(view)["y"].board.values, event.outputs["a1"][0, 2], atol=1e-5)
    assert view.pages.window_view.stage.place == (5, 7)
    assert view.pages.window_view.stage.lines.plain.startswith("a1[0,2,5,7] = ")


def test_backwards_the_gradients_are_those_of_the_layer(session, view):
    step_to(session, 0, "backward")
    event = session.debugger.current
    shown = boards(view)
    assert view.pages.window_view.stage.scene == "backward"
    assert np.allclose(shown["dW"].board.values, event.outputs["dW1"][0, 0], atol=1e-5)


def test_a_pooling_shows_who_won_and_other_layers_their_matrices(session, view):
    step_to(session, 2, "forward")
    assert not {"dout", "dx"} & set(boards(view))
    step_to(session, 2, "backward")
    event = session.debugger.current
    assert np.allclose(boards(view)["dx"].board.values, event.outputs["dz1"][0, 0], atol=1e-6)
    view.pages.window_view.to_matrices.click()
    bring_up_to_date(view)
    assert view.matrices.isVisible()
    step_to(session, 4, "forward")
    bring_up_to_date(view)
    assert view.matrices.isVisible()
    assert view.pages.to_window.isHidden()


@pytest.mark.parametrize(
    "spec", [NetworkSpec((1, 28, 28), (of("Convolution", filters=2, size=3, width=5, same=True), *SPEC.layers[3:]))]
)
def test_a_filter_that_is_no_square_is_seen_with_its_uneven_padding(session, view, spec):
    step_to(session, 0, "forward")
    event = session.debugger.current
    shown = boards(view)
    assert shown["x"].board.rim == (1, 2)
    assert np.allclose(shown["y"].board.values, event.outputs["a1"][0, 0], atol=1e-5)
    step_to(session, 0, "backward")
    view.pages.window_view.stage.go(28 * 28)
    assert np.allclose(boards(view)["dW"].board.values, session.debugger.current.outputs["dW1"][0, 0], atol=1e-5)


@pytest.mark.parametrize("method", ["average", "max"])
@pytest.mark.parametrize(
    "spec",
    [NetworkSpec((1, 28, 28), (of("Convolution"), of("Pooling", size=3, width=2, pad=1), *SPEC.layers[3:]))],
    ids=["padded"],
)
def test_a_padded_pooling_by_the_mean_or_the_largest_number(session, view, spec, method):
    layers = (spec.layers[0], of("Pooling", size=3, width=2, pad=1, method=method), *spec.layers[2:])
    session.editing.edit_spec("method", NetworkSpec(spec.input_shape, layers))
    session.debugger.open("sample")
    step_to(session, 1, "backward")
    event = session.debugger.current
    stage = view.pages.window_view.stage
    stage.go(10**6)
    shown = boards(view)
    assert np.allclose(shown["y"].board.values, event.values["a1_Pooling"][0, 0], atol=1e-6)
    assert np.allclose(shown["dx"].board.values[1:-1, 1:-1], event.outputs["da1"][0, 0], atol=1e-6)
    stage.boards.point_at(Spot("dx", 4, 4))
    bring_up_to_date(view)
    assert stage.lines.plain.startswith("da1[0,0,3,3] = ")
    assert ("1/6" in stage.lines.plain) == (method == "average")


WHOLE = (of("Convolution", filters=3, size=24), of("GlobalAveragePooling"), of("Affine", units=10))


@pytest.mark.parametrize("spec", [NetworkSpec((1, 28, 28), WHOLE)], ids=["whole"])
def test_the_mean_of_a_whole_channel_forwards_and_backwards(session, view, spec):
    step_to(session, 1, "forward")
    event, stage = session.debugger.current, view.pages.window_view.stage
    name = next(iter(event.outputs))
    session.debugger.set_element(Element(name, (0, 2)))
    shown = boards(view)
    assert view.pages.window_view.channels.chosen.filter == 2
    assert stage.place == (0, 0)
    assert np.allclose(shown["y"].board.values, event.outputs[name][0, 2], atol=1e-6)
    assert shown["y"].board.title == f"mean {event.outputs[name][0, 2]:.4g}"
    assert stage.lines.plain.startswith(f"{name}[0,2] = ")
    assert "1/25" in stage.lines.plain
    assert not {"dout", "dx"} & set(shown)  # no gradient has come back
    step_to(session, 1, "backward")
    event = session.debugger.current
    stage.go(10**6)
    shown = boards(view)
    assert np.allclose(shown["dx"].board.values, event.outputs["da1"][0, 2], atol=1e-7)
    stage.boards.point_at(Spot("dx", 3, 4))
    bring_up_to_date(view)
    assert stage.lines.plain.startswith("da1[0,2,3,4] = ")
    stage.player.go(0)
    stage.player.go(1)
    assert session.debugger.element == Element(name, (0, 2))


TWICE = (of("Convolution", filters=12, size=3), of("Convolution", filters=12, size=3), *SPEC.layers[3:])


@pytest.mark.parametrize("spec", [NetworkSpec((1, 28, 28), TWICE)], ids=["twice"])
@pytest.mark.parametrize(
    ("phase", "said"), [("forward", "in all 12 channels (here: 0)"), ("backward", "da2 at row 23")]
)
def test_what_a_step_says_of_several_channels_is_not_cut(session, view, spec, phase, said):
    step_to(session, 1, phase)
    stage = view.pages.window_view.stage
    bring_up_to_date(view)
    stage.go(24 * 24)
    bring_up_to_date(view)
    assert said in stage.sentence.text()
    assert stage.sentence.heightForWidth(540) <= stage.sentence.height()


def test_a_line_about_the_mean_of_a_channel_leads_to_its_only_gradient():
    names = Names(y="z", dy="dz", channel=2, filter=2, is_whole=True)
    scene = pooling_scene(Averaged(np.ones((5, 4)), Window((5, 4), (5, 4)), names), np.full((1, 1), 6.0))
    told = scene.told(1, Spot("dx", 3, 2))
    assert (told.sources[0].symbol, told.value) == ("dz[0,2]", pytest.approx(0.3))
    assert scene.spot_of(told.sources[0]) == Spot("dout", 0, 0)


def test_the_numbers_of_a_large_im2col_are_read_through_a_lens(session, view):
    step_to(session, 0, "forward")
    stage = view.pages.window_view.stage
    view.resize(900, 620)
    for tab, end in ((1, 9 * (28 * 14 + 9)), (2, 28 * 10 + 9)):
        stage.tabs.setCurrentIndex(tab)
        stage.go(end)
        bring_up_to_date(view)
        stage.boards.grab()
        lens = stage.boards.boards["lens"]
        assert lens.cell >= 20
        (frame,) = lens.board.frames
        event = session.debugger.current
        whole = np.pad(event.values["x"][0, 0], 1) if tab == 1 else event.outputs["a1"][0, 0]
        value = lens.board.values[frame.top, frame.left]
        assert value == pytest.approx(whole[16, 10] if tab == 1 else whole[10, 8], abs=1e-5)
        spot = Spot("lens", frame.top - 1, frame.left + 1)
        stage.boards.chosen.emit(spot)
        bring_up_to_date(view)
        moved = stage.boards.boards["lens"].board
        assert moved.values[moved.frames[0].top, moved.frames[0].left] == lens.board.values[spot.row, spot.column]
        assert stage.step != end


def test_a_number_typed_on_the_stage_changes_the_pass_and_a_weight_the_network(session, view):
    step_to(session, 0, "forward")
    stage = view.pages.window_view.stage
    before = np.array(boards(view)["y"].board.values)
    stage.boards.typed.emit(Spot("x", 1 + 14, 1 + 14), "")  # the padding is 1
    field = stage.findChild(QLineEdit, "boardNumber")
    assert field.accessibleName() == "x[0,0,14,14]"
    field.setText("9")
    field.setModified(True)
    field.editingFinished.emit()
    step_to(session, 0, "forward")
    after = boards(view)["y"].board.values
    assert np.argwhere(~np.isclose(before, after)).min() >= 13
    assert np.argwhere(~np.isclose(before, after)).max() <= 15
    session.document.undo()
    step_to(session, 0, "forward")
    assert np.allclose(boards(view)["y"].board.values, before)
    W = session.live.network.params["W1"][0, 0, 0, 0].item()
    stage.number_typed.emit("W1", (0, 0, 0, 0), 2.0)
    assert session.live.network.params["W1"][0, 0, 0, 0] == 2
    session.document.undo()
    assert session.live.network.params["W1"][0, 0, 0, 0] == np.float32(W)


def test_in_a_batch_one_sample_gives_its_part_and_all_parts_are_the_gradient(session, view):
    session.editing.edit_config("batch", batch_size=4)
    session.debugger.open("batch")
    step_to(session, 0, "backward")
    event = session.debugger.current
    window = view.pages.window_view
    parts = np.zeros((3, 3))
    for sample in range(4):
        window.channels.show_chosen(Chosen(sample, 2, 0))
        window.channels.edited.emit(window.channels.chosen)
        window.stage.go(28 * 28)
        board = boards(view)["dW"].board
        assert board.title == f"x[{sample}]: dW1"
        parts += board.values
    assert np.allclose(parts, event.outputs["dW1"][2, 0], atol=1e-5)
    window.stage.boards.point_at(Spot("dW", 1, 1))
    bring_up_to_date(view)
    assert "The batch has 4 samples" in window.stage.sentence.text()
    assert window.stage.lines.plain.startswith("x[3]: dW1[2,0,1,1] = ")


def test_one_sample_of_the_batch_alone_is_the_whole_gradient_of_its_pass(session, view):
    session.editing.edit_config("batch", batch_size=4)
    session.debugger.open("batch")
    session.debugger.stepped.set_row(2)
    step_to(session, 0, "backward")
    event = session.debugger.current
    assert boards(view)["dW"].board.title == "dW1"
    assert np.allclose(boards(view)["dW"].board.values, event.outputs["dW1"][0, 0], atol=1e-5)


def test_training_stops_at_a_breakpoint_on_a_filter_and_time_goes_back_from_it(session, view, qtbot):
    session.editing.edit_config("batch", batch_size=4)
    session.debugger.close()
    for _ in range(2):
        session.control.step_iteration()
        qtbot.waitUntil(lambda: not session.control.is_busy)
    session.debugger.breakpoints.add(Breakpoint.when("place", phase="backward", layer=0))
    with qtbot.waitSignal(session.debugger.stopped) as stopped:
        session.control.train()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert stopped.args[0].iteration == 3
    assert (session.debugger.current.layer, session.debugger.current.phase) == (0, "backward")
    after = np.array(boards(view)["dW"].board.values)
    session.debugger.travel.go(2)
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1)
    step_to(session, 0, "backward")
    assert not np.allclose(boards(view)["dW"].board.values, after)
    assert np.allclose(boards(view)["W"].board.values, session.debugger.current.values["W1"][0, 0])


def test_it_opens_where_the_filter_says_most_and_the_transposes_follow_it(session, view):
    step_to(session, 0, "forward")
    a1 = np.abs(session.debugger.current.outputs["a1"][0, 0])
    boards(view)
    stage = view.pages.window_view.stage
    row, column = np.unravel_index(int(a1.argmax()), a1.shape)
    assert stage.place == (row, column)
    stage.tabs.setCurrentIndex(1)
    assert f"row {row * 28 + column}:" in (boards(view) and stage.sentence.text())
    stage.tabs.setCurrentIndex(0)
    stage.go(1)
    stage.tabs.setCurrentIndex(2)
    assert "From row 0, column 0," in (boards(view) and stage.sentence.text())


def test_the_result_of_a_place_is_read_without_scrolling(session, view):
    step_to(session, 0, "forward")
    boards(view)
    stage = view.pages.window_view.stage
    stage.go(9)
    boards(view)
    value = float(session.debugger.current.outputs["a1"][0, 0, 0, 8])
    assert f"column 8 of the output, {number(value, 4).text}:" in stage.sentence.text()


def test_keys_that_come_faster_than_pictures_are_all_obeyed(qtbot):
    player = SweepPlayer()
    qtbot.addWidget(player)
    player.show_steps(0, 20, 5)
    wanted = []
    player.step_wanted.connect(wanted.append)
    player.move(1)
    player.move(1)
    player.move_rows(1)
    assert wanted == [1, 2, 5]


def test_the_past_of_a_weight_is_asked_where_it_stands_on_the_stage(session, view, qtbot):
    step_to(session, 0, "forward")
    boards(view)
    shown = view.pages.window_view.stage.boards
    cell = shown.boards["W"].cell_area(1, 2).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, cell, shown.mapToGlobal(cell))
    QApplication.sendEvent(shown, event)
    menu = view.findChild(QMenu, "stageMenu")
    assert [action.objectName() for action in menu.actions()] == ["actionHistoryOfNumber", "actionOriginOfNumber"]
    menu.close()
    cell = shown.boards["x"].cell_area(1, 2).center()
    QApplication.sendEvent(shown, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, cell, shown.mapToGlobal(cell)))
    qtbot.waitUntil(lambda: view.findChild(QMenu, "stageMenu") is None)
