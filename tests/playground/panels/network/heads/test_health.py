"""A chip on a layer's head says what keeps its neurons from learning, as soon as it is so and no longer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import NetworkSpec
from playground.panels.network.heads.heads import LayerHeads
from playground.widgets.look.colors import chart_colors


@pytest.fixture
def heads(qtbot, session):
    session.editing.choose_dataset("xor2d")
    qtbot.waitUntil(lambda: session.library.data is not None and session.document.state.dataset.name == "xor2d")
    session.editing.edit_spec("small", NetworkSpec.mlp(2, (12, 8), session.library.data.outputs, activation="Relu"))
    made = LayerHeads(session)
    qtbot.addWidget(made)
    made.resize(900, made.sizeHint().height())
    made.show()
    qtbot.waitUntil(lambda: session.health.found is not None)
    return made


def chips(heads):
    return [None if head.chip.text is None else head.chip.text.long for head in heads.row.heads()]


def put(session, name, number):
    """Write a number into every place of a parameter."""
    from nn.network import Network

    state = session.document.state
    network = Network(state.spec, None)
    network.load(state.checkpoint.params)
    network.params[name][...] = number
    params = network.flat_params.copy()
    params.flags.writeable = False
    session.document.edit("break", checkpoint=replace(state.checkpoint, params=params))


def test_a_layer_whose_neurons_never_fire_says_so_until_that_is_undone(qtbot, session, heads):
    assert chips(heads)[1] is None
    put(session, "b1", -99)
    qtbot.waitUntil(lambda: chips(heads)[1] == "12 of 12 never fire")
    head = heads.row.heads()[1]
    assert head.chip.isVisible()
    assert "Relu1" in head.chip.toolTip()
    assert "dead" in head.chip.toolTip()
    assert head.chip.accessibleName() == "12 of 12 never fire"
    assert head.accessibleName().endswith("12 of 12 never fire")  # the head has the focus, not the chip
    session.document.undo()
    qtbot.waitUntil(lambda: chips(heads)[1] is None)
    assert not head.chip.isVisible()
    assert "never" not in head.accessibleName()


def test_numbers_that_are_none_are_magenta(qtbot, session, heads):
    put(session, "W3", np.nan)
    qtbot.waitUntil(lambda: chips(heads)[3] == "2 of 2 NaN")
    chip = heads.row.heads()[3].chip
    magenta = chart_colors(chip.palette()).diverged.name()
    assert chip.grab().toImage().pixelColor(8, chip.height() // 2).name() == magenta


def test_a_chip_has_words_as_long_as_there_is_room(qtbot, session, heads):
    put(session, "b1", -99)
    qtbot.waitUntil(lambda: chips(heads)[1] is not None)
    chip = heads.row.heads()[1].chip
    pictures = set()
    for width in (180, 80, 60, 24):
        chip.resize(width, 16)
        image = chip.grab().toImage().convertToFormat(chip.grab().toImage().Format.Format_RGB32)
        ink = chart_colors(chip.palette()).background.rgb()
        columns = [x for x in range(image.width()) if any(image.pixel(x, y) == ink for y in range(3, 13))]
        assert min(columns) > 0
        assert max(columns) < image.width() - 1  # no letter is cut
        pictures.add(len(columns))
    assert len(pictures) == 4


def test_other_data_than_the_network_takes_are_no_reason_to_complain(qtbot, session, heads):
    put(session, "b1", -99)
    qtbot.waitUntil(lambda: chips(heads)[1] is not None)
    session.editing.edit_spec("wide", NetworkSpec.mlp(3, (5,), 2))
    qtbot.waitUntil(lambda: chips(heads) == [None, None, None])


def test_nothing_is_measured_while_nobody_sees_it(qtbot, session, heads):
    from playground.window.frame_clock import FrameClock

    clock = FrameClock(heads)
    heads.frame_clock = clock
    heads.hide()
    put(session, "b1", -99)
    qtbot.wait(300)
    assert session.health.found.dead[1] < 12
    heads.show()
    qtbot.waitUntil(lambda: chips(heads)[1] == "12 of 12 never fire")
