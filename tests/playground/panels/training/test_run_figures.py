from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from playground.panels.training.run_figures import RunFigures, Standing, clock_text


@pytest.fixture
def bar(qtbot):
    made = RunFigures()
    qtbot.addWidget(made)
    return made


def figure(bar, name):
    return bar.findChild(QLabel, f"figure{name}").text()


def test_the_figures_of_a_run(bar):
    bar.show_standing(Standing(1500, 2.5, (2.5, 20), 0.12345, 0.9712, 0.9655, 210_345.6, elapsed=7.4, remaining=52))
    assert figure(bar, "Iteration") == "1,500"
    assert figure(bar, "Epoch") == "2.5 / 20"
    assert figure(bar, "Loss") == "0.1235"
    assert figure(bar, "Train") == "97.12%"
    assert figure(bar, "Test") == "96.55%"
    assert figure(bar, "Speed") == "210,346"
    assert bar.time.text() == "0:07 trained, about 0:52 to go"
    assert bar.progress.value() / bar.progress.maximum() == 0.125


def test_many_epochs_have_thousands_apart(bar):
    bar.show_standing(Standing(20_000, 20_000.0, (20_000.0, 20_000), 3e-5))
    assert figure(bar, "Epoch") == "20,000.0 / 20,000"
    assert figure(bar, "Loss") == "3.0e-05", "0.0000 it is not"
    bar.show_standing(Standing(20_000, loss=0.0))
    assert figure(bar, "Loss") == "0.0000"


def test_what_is_not_known_is_a_dash(bar):
    assert {figure(bar, name) for name in ("Epoch", "Loss", "Train", "Test", "Speed")} == {"–"}
    assert bar.time.text() == "Not trained yet"


def test_a_loss_that_is_no_number_is_shown_as_such(bar):
    bar.show_standing(Standing(iteration=3, loss=float("nan")))
    assert figure(bar, "Loss") == "NaN"


@pytest.mark.parametrize(
    ("loss", "text"), [(9999.5, "9999.5000"), (3.2e37, "3.200e+37"), (float("inf"), "∞"), (-float("inf"), "−∞")]
)
def test_an_exploded_loss_is_short(bar, loss, text):
    bar.show_standing(Standing(iteration=3, loss=loss))
    assert figure(bar, "Loss") == text


def test_epochs_are_those_of_the_run_and_its_goal_is_the_number_in_the_field(bar):
    bar.show_standing(Standing(2809, 22.8, (2.84, 2000)))
    assert figure(bar, "Epoch") == "2.8 / 2,000"


@pytest.mark.parametrize(("seconds", "text"), [(0.4, "0:00"), (59.6, "1:00"), (750, "12:30"), (3725, "1:02:05")])
def test_times_are_read_like_a_clock(seconds, text):
    assert clock_text(seconds) == text


def test_without_a_run_there_is_no_goal_and_no_progress(bar):
    bar.show_standing(Standing(900, 2.0))
    assert figure(bar, "Epoch") == "2.0"
    assert bar.progress.value() == 0


def test_accuracies_say_after_which_update_they_were_measured(bar):
    shown = bar.findChild(QLabel, "figureTest")
    assert "updates" not in shown.toolTip()
    bar.show_standing(Standing(11_128, test_accuracy=0.9771, measured_at=10_800))
    assert "10,800 updates" in shown.toolTip()
    bar.show_standing(Standing(11_128, test_accuracy=0.9771, elapsed=3.0, measured_at=10_800))
    assert "after 10,800 updates" in bar.time.text()  # nobody takes it for that of all updates
    bar.show_standing(Standing(10_800, test_accuracy=0.9771, elapsed=3.0, measured_at=10_800))
    assert "updates" not in bar.time.text()
