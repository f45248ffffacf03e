"""The line that says what the window looks at: its sentence, its lists, its way back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSpinBox, QToolButton

from playground.panels.network.heads.wish import Wish, do
from playground.session.looking.example import Example
from playground.widgets.refreshing import bring_up_to_date
from playground.window.subject.bar import SubjectBar

LEFT = Qt.MouseButton.LeftButton


def digit(label=None):
    pixels = np.random.default_rng(0).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, label, "drawn")


def part(window, name) -> QToolButton:
    return window.findChild(QToolButton, f"subject{name}")


def sentence(window) -> list[str]:
    bring_up_to_date(window)
    return [part(window, name).text() for name in ("Network", "Moment", "Sample")]


def entry(window, name, entry_name):
    menu = part(window, name).menu()
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.objectName() == entry_name)


def press(window, name):
    bring_up_to_date(window)
    button = window.findChild(QPushButton, name)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def test_a_first_start_looks_at_the_network_that_can_read(window):
    assert sentence(window) == ["The shipped network", "as shipped", "test row 0, until you draw"]
    window.session.looking.show_example(digit())
    assert sentence(window)[2] == "your drawing"


def test_the_way_back_leads_to_ones_own_network_and_is_gone_there(window):
    press(window, "subjectToYours")
    assert sentence(window) == ["Your network, untrained", "after 0 updates", "test row 0, until you draw"]
    for name in ("subjectToYours", "subjectCopy"):
        assert not window.findChild(QPushButton, name).isVisible()


def test_a_step_of_training_turns_to_ones_own_network_and_the_line_says_so(window, qtbot):
    window.session.control.step_iteration()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)
    assert sentence(window)[:2] == ["Your network", "after 1 update"]


def test_a_copy_of_the_shipped_network_is_ones_own_and_one_undo_brings_back_what_was_there(window, qtbot):
    session = window.session
    session.control.step_iteration()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1)
    trained = session.document.state
    session.looking.choose("shipped")
    press(window, "subjectCopy")
    assert sentence(window)[0] == "Your network"  # nobody would call it untrained
    assert np.array_equal(session.live.network.flat_params, session.library.shipped.flat_params)
    session.document.undo()
    assert session.document.state is trained
    assert sentence(window)[0] == "The shipped network"


def test_a_network_that_does_not_take_the_samples_is_grey_and_says_why(window, qtbot):
    session = window.session
    assert entry(window, "Network", "networkShipped").isEnabled()
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("xor")
    shipped = entry(window, "Network", "networkShipped")
    assert not shipped.isEnabled()
    assert "it reads 28×28 pixels; your samples have 2 numbers" in shipped.text()


def test_the_network_is_chosen_in_the_list(window):
    entry(window, "Network", "networkMine").trigger()
    assert window.session.looking.subject.name == "mine"
    assert entry(window, "Network", "networkMine").isChecked()
    entry(window, "Network", "networkShipped").trigger()
    assert window.session.looking.subject.name == "shipped"


def test_a_row_is_chosen_by_its_number_and_the_drawing_waits_in_the_list(window):
    session, rows = window.session, part(window, "Sample").menu()
    assert not entry(window, "Sample", "sampleDrawing").isEnabled()
    rows.aboutToShow.emit()
    rows.findChild(QSpinBox, "trainRow").setValue(7)
    assert session.looking.sample.origin == "train 7"
    assert sentence(window)[2] == "training row 7"


def test_a_drawing_that_does_not_fit_waits_and_a_row_stands_in(window, qtbot):
    session = window.session
    session.looking.show_example(digit())
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("xor")
    qtbot.waitUntil(lambda: session.looking.sample is not None)
    assert sentence(window)[2] == "test row 0 (your sample waits: it does not fit)"


def test_a_pen_move_costs_the_line_nothing(window, monkeypatch):
    window.session.looking.show_example(digit())
    bring_up_to_date(window)
    refreshes = []
    monkeypatch.setattr(SubjectBar, "refresh", lambda self: refreshes.append(self))
    for _ in range(5):
        window.session.looking.show_example(digit())
    bring_up_to_date(window)
    assert refreshes == []


def test_counting_digits_do_not_move_their_neighbours(window):
    session, moment = window.session, part(window, "Moment")
    session.looking.choose("mine")
    state = session.document.state
    widths = set()
    for updates in (111, 444, 787):
        session.live.show_weights(state.spec, state.checkpoint.params, state.checkpoint.state, updates)
        assert sentence(window)[1] == f"after {updates} updates"
        widths.add(moment.width())
    assert len(widths) == 1


@pytest.mark.parametrize("name", ["Network", "Moment", "Sample"])
def test_every_part_is_named_and_explained_and_reached_by_keys(window, name):
    sentence(window)
    button = part(window, name)
    assert button.accessibleName() == button.text()
    assert button.toolTip()
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_keys_back_and_forward_go_through_what_was_looked_at(window):
    looking = window.session.looking
    looking.choose("mine")
    looking.show_row(5)
    window.activateWindow()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert looking.sample.origin == "test 0"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert looking.subject.name == "shipped"
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (looking.subject.name, looking.sample.origin) == ("mine", "test 5")


# ---- an edit in a picture of the past


@pytest.fixture
def past(window, qtbot):
    """Give a window that looks at iteration 20 of a small training."""
    session = window.session
    session.editing.choose_dataset("xor2d")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "xor2d" and session.library.data is not None)
    session.editing.edit_config("short", epochs=20)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running)
    qtbot.waitUntil(lambda: not session.control.is_busy)
    session.past.playhead.go(20)
    qtbot.waitUntil(lambda: session.past.playhead.is_exact and not session.past.playhead.is_replaying)
    bring_up_to_date(window)
    return window


def test_what_was_tried_in_the_past_is_done_in_a_branch(past, qtbot):
    session, before = past.session, past.session.document.state
    do(session, Wish("set_units", {"index": 0, "units": 7}))
    assert session.document.state is before
    offer = past.findChild(QFrame, "goOnOffer")
    assert offer.isVisible()
    assert "20" in offer.findChild(QLabel).text()
    assert past.rect().contains(offer.geometry())
    QTest.mouseClick(offer.findChild(QPushButton, "goOnOffered"), LEFT)
    qtbot.waitUntil(lambda: session.document.state.spec.layers[0].options["units"] == 7)
    now = session.document.state
    assert (now.checkpoint.iteration, now.run_label.fork.iteration) == (20, 20)
    assert not offer.isVisible()
    session.document.undo()
    session.document.undo()
    assert session.document.state is before


def test_the_offer_goes_with_the_past(past):
    session = past.session
    session.looking.may_edit()
    offer = past.findChild(QFrame, "goOnOffer")
    assert offer.isVisible()
    press(past, "subjectToYours")
    bring_up_to_date(past)
    assert not offer.isVisible()
    assert len(session.document.state.runs) == 0
