"""Where the training stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

_PROGRESS_STEPS = 1000
_UNKNOWN = "–"


class Standing(NamedTuple):
    """Where the training stands; None is "not known yet".

    Attributes
    ----------
    iteration : int
        Updates done.
    epochs : float or None
        Passes over the data until now, with batches of whatever size.
    stretch : tuple of float and int, or None
        Those of the run that Train began, and how many it is to have: the number in the field.
    loss, train_accuracy, test_accuracy : float or None
        Latest figures; accuracies are shares from 0 to 1.
    images_per_second, elapsed, remaining : float or None
        Speed of the run, and seconds trained and to go.
    measured_at : int or None
        Updates after which the accuracies were measured.
    """

    iteration: int = 0
    epochs: float | None = None
    stretch: tuple[float, int] | None = None
    loss: float | None = None
    train_accuracy: float | None = None
    test_accuracy: float | None = None
    images_per_second: float | None = None
    elapsed: float | None = None
    remaining: float | None = None
    measured_at: int | None = None


class RunFigures(LiveLook, QWidget):
    """Labels that show a `Standing`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = QProgressBar()
        self.time = SteadyLabel()
        self._measured_at: int | None = None
        self._captions: dict[str, QLabel] = {}
        self._figures: dict[str, SteadyLabel] = {}
        self._lay_out()
        self.show_standing(Standing())
        self.retranslate()

    def _lay_out(self) -> None:
        in_column(self._figure_grid(), self.progress, self.time, of=self, spacing=8)
        self.progress.setRange(0, _PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.time.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def _figure_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        names = ("iteration", "epoch", "speed", "loss", "train", "test")
        for place, name in enumerate(names):
            caption, figure = QLabel(), SteadyLabel()
            caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            figure.setObjectName(f"figure{name.capitalize()}")
            row, column = divmod(place, 3)
            grid.addWidget(caption, 3 * row, column)
            grid.addWidget(figure, 3 * row + 1, column)
            grid.setColumnStretch(column, 1)
            self._captions[name], self._figures[name] = caption, figure
        grid.setRowMinimumHeight(2, 6)
        return grid

    def show_standing(self, now: Standing) -> None:
        """Show where the training stands."""
        texts = {
            "iteration": f"{now.iteration:,}",
            "epoch": _epoch_text(now),
            "loss": _UNKNOWN if now.loss is None else loss_text(now.loss),
            "train": _text(now.train_accuracy, "{:.2%}"),
            "test": _text(now.test_accuracy, "{:.2%}"),
            "speed": _text(now.images_per_second, "{:,.0f}"),
        }
        for name, text in texts.items():
            self._figures[name].setText(text)
        if now.measured_at != self._measured_at:
            self._measured_at = now.measured_at
            self._explain_accuracies()
        share = now.stretch[0] / now.stretch[1] if now.stretch else 0.0
        self.progress.setValue(round(share * _PROGRESS_STEPS))
        self._show_time(now)

    def _show_time(self, now: Standing) -> None:
        if not now.iteration:
            text = self.tr("Not trained yet")
        elif now.elapsed is None:
            text = self.tr("Trained")
        elif now.remaining is None:
            text = self.tr("{elapsed} trained").format(elapsed=clock_text(now.elapsed))
        else:
            text = self.tr("{elapsed} trained, about {remaining} to go").format(
                elapsed=clock_text(now.elapsed), remaining=clock_text(now.remaining)
            )
        if now.remaining is None and now.measured_at not in (None, now.iteration):
            text += " · " + self.tr("accuracies after {iteration:,} updates").format(iteration=now.measured_at)
        self.time.setText(text)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        texts = {
            "iteration": (
                self.tr("Iterations"),
                self.tr("Updates of the weights so far; one for each mini-batch."),
            ),
            "epoch": (
                self.tr("Epoch"),
                self.tr(
                    "How often this run has used all training samples, of how many times; without a goal, how often "
                    "all training has."
                ),
            ),
            "speed": (
                self.tr("Samples/s"),
                self.tr("Training samples the network learns from in one second."),
            ),
            "loss": (
                self.tr("Loss"),
                self.tr("The loss of the latest mini-batch: how wrong the network was."),
            ),
        }
        for name, (caption, about) in texts.items():
            self._explain(name, caption, about)
        self._explain_accuracies()
        describe(self.progress, self.tr("Progress of the run"), self.tr("How much of the run is done."))
        self.time.setToolTip(
            self.tr("Time since training was started or continued last, and time to go at this speed.")
        )

    def _explain_accuracies(self) -> None:
        """Say what the accuracies are shares of, and after which update: they are older than the other figures."""
        texts = {
            "train": (self.tr("Train accuracy"), self.tr("Share of the training samples it gets right.")),
            "test": (
                self.tr("Test accuracy"),
                self.tr("Share of the test samples it gets right: samples it never learned from."),
            ),
        }
        when = self.tr("Measured after {iteration:,} updates.")
        told = "" if self._measured_at is None else "\n" + when.format(iteration=self._measured_at)
        for name, (caption, about) in texts.items():
            self._explain(name, caption, about + told)

    def _explain(self, name: str, caption: str, about: str) -> None:
        self._captions[name].setText(caption)
        on_hover(about, self._captions[name])
        describe(self._figures[name], caption, about)


def _text(value: float | None, form: str) -> str:
    return _UNKNOWN if value is None else form.format(value)


def _epoch_text(now: Standing) -> str:
    if now.stretch is not None:
        return f"{now.stretch[0]:,.1f} / {now.stretch[1]:,}"
    return _UNKNOWN if now.epochs is None else f"{now.epochs:,.1f}"


def clock_text(seconds: float) -> str:
    """Write a time as minutes and seconds, or hours when it takes them: 0:07, 12:30, 1:02:05."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
