"""Do 2,000 random things in the real window, as a child at the keyboard would, and look for any error."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QWidget,
)

from playground.app import create
from playground.safety import guard
from playground.startup.tour import stroke

NET = guard.install()
EXAMPLES, STEPS = 20, 50
RUN = ("Train", "Pause", "Stop", "StepIteration", "StepEpoch", "ResetWeights", "Undo", "Redo")
LOOK = (
    "ThemeLight",
    "ThemeDark",
    "ThemeSystem",
    "LanguageEn",
    "LanguageKo",
    "ResetLayout",
    "FullScreen",
    "Shortcuts",
    "About",
)
KEYS = [
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Escape,
    Qt.Key.Key_5,
    Qt.Key.Key_E,
]
number = st.integers(0, 10_000)
place = st.tuples(st.floats(-0.1, 1.1), st.floats(-0.1, 1.1))


def turn(times):
    for _ in range(times):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 4)


def opens_no_menu(widget):
    """A menu or list that pops up has an event loop of its own, which only a second hand could end."""
    return not isinstance(widget, QComboBox) and getattr(widget, "menu", lambda: None)() is None


class Monkey(RuleBasedStateMachine):
    """Each rule is one thing a person can do, chosen by number from what the window offers at the moment."""

    def __init__(self):
        super().__init__()
        NET.errors.clear()
        NET.qt_messages.clear()
        _, self.window = create()
        while not self.window.is_ready:
            turn(1)

    def pick(self, kind, n, usable=lambda widget: True):
        found = [w for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled() and usable(w)]
        return found[n % len(found)] if found else None

    @rule(name=st.sampled_from(RUN))
    def run(self, name):
        self.window.findChild(QAction, f"action{name}").trigger()

    @rule(name=st.sampled_from(LOOK))
    def look(self, name):
        self.window.findChild(QAction, f"action{name}").trigger()
        self.close_dialogs()

    def close_dialogs(self):
        """Close what was opened, so that no random key ever falls into a file dialog."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()

    @rule(points=st.lists(place, min_size=2, max_size=12))
    def draw(self, points):
        canvas = self.window.findChild(QWidget, "digitCanvas")
        if canvas.isVisible():
            stroke(canvas, tuple(points))

    @rule(n=number)
    def press_a_button(self, n):
        button = self.pick(QAbstractButton, n, opens_no_menu)
        if button:
            button.click()
            self.close_dialogs()

    @rule(n=number, choice=number)
    def choose(self, n, choice):
        box = self.pick(QComboBox, n, QComboBox.count)
        if box:
            box.setCurrentIndex(choice % box.count())
            box.activated.emit(box.currentIndex())

    @rule(n=number, steps=st.integers(-3, 3))
    def spin(self, n, steps):
        box = self.pick(QAbstractSpinBox, n)
        if box:
            box.stepBy(steps)
            box.editingFinished.emit()

    @rule(n=number, value=st.floats(0, 1))
    def slide(self, n, value):
        slider = self.pick(QAbstractSlider, n)
        if slider:
            slider.setSliderDown(True)
            slider.setSliderPosition(round(slider.minimum() + value * (slider.maximum() - slider.minimum())))
            slider.setSliderDown(False)

    @rule(n=number, keys=st.lists(st.sampled_from(KEYS), max_size=5))
    def type_keys(self, n, keys):
        widget = self.pick(QWidget, n, lambda w: w.focusPolicy() != Qt.FocusPolicy.NoFocus and opens_no_menu(w))
        for key in keys:
            if widget:
                QTest.keyClick(widget, key)
                self.close_dialogs()

    @rule(n=number)
    def toggle_a_dock(self, n):
        docks = self.window.findChildren(QDockWidget)
        docks[n % len(docks)].toggleViewAction().trigger()

    @rule(n=number)
    def float_a_dock(self, n):
        dock = self.pick(QDockWidget, n)
        if dock:
            dock.setFloating(not dock.isFloating())

    @rule(width=st.integers(300, 2600), height=st.integers(200, 1400))
    def resize(self, width, height):
        self.window.resize(width, height)

    @rule(turns=st.integers(1, 12))
    def wait(self, turns):
        turn(turns)

    @invariant()
    def nothing_went_wrong(self):
        turn(1)
        assert list(NET.errors) == []
        assert [m for m in NET.qt_messages if "FullScreen" not in m] == []

    @invariant()
    def the_document_is_whole(self):
        state = self.window.session.document.state
        assert type(state.spec).from_json(state.spec.to_json()) == state.spec
        assert not state.checkpoint.params.flags.writeable
        assert self.window.session.live.network.spec == state.spec

    def teardown(self):
        self.window.close()
        turn(1)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert list(NET.errors) == []


@pytest.mark.no_qt_log  # the guard's record of Qt's messages is asked after each step
@pytest.mark.timeout(900)
def test_a_monkey_finds_no_error(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", NET.on_exception)  # so that the step that fails is known
    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *arguments, **options: ("", ""))
    run_state_machine_as_test(
        Monkey,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
            phases=(Phase.generate,),  # to look into a failure, add Phase.shrink
        ),
    )
