"""The run buttons, and beneath them where the training stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover, wrapped

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


class RunBar(LiveLook, QWidget):
    """Buttons that wish for training, and labels that show a `Standing`.

    It trains nothing itself: each button emits its signal, and `show_running` and `show_standing` show
    what came of it.
    """

    train_requested = Signal()
    pause_requested = Signal()
    stop_requested = Signal()
    iteration_requested = Signal()
    epoch_requested = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = self._paused = False
        self.train = QPushButton(objectName="buttonTrain", icon=icon("play"))
        self.stop = _button("buttonStop", "stop", self.stop_requested)
        self.iteration = _button("buttonStepIteration", "step", self.iteration_requested)
        self.epoch = _button("buttonStepEpoch", "step-epoch", self.epoch_requested)
        self.reset = _button("buttonResetWeights", "reset", self.reset_requested)
        self.progress = QProgressBar()
        self.time = SteadyLabel()
        self._captions: dict[str, QLabel] = {}
        self._figures: dict[str, SteadyLabel] = {}
        self._lay_out()
        self.train.clicked.connect(self._on_train_clicked)
        self.show_running(False)
        self.show_standing(Standing())
        self.retranslate()

    def _lay_out(self) -> None:
        in_column(self._button_row(), self._figure_grid(), self.progress, self.time, of=self, spacing=8)
        self.progress.setRange(0, _PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.time.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def _button_row(self) -> QHBoxLayout:
        self.train.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return in_row((self.train, 1), self.stop, self.iteration, self.epoch, self.reset, spacing=4)

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

    @Slot()
    def _on_train_clicked(self) -> None:
        (self.pause_requested if self._running else self.train_requested).emit()

    def show_running(self, running: bool) -> None:
        """Turn the Train button into Pause while training runs, and back."""
        self._running = running
        self._refresh_stop()
        self.train.setIcon(icon("pause" if running else "play"))
        self._retranslate_train()

    def show_paused(self, paused: bool) -> None:
        """Let a run be ended that was interrupted, too."""
        self._paused = paused
        self._refresh_stop()

    def _refresh_stop(self) -> None:
        self.stop.setEnabled(self._running or self._paused)

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
        self.time.setText(text)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._retranslate_train()
        self._retranslate_buttons()
        self._retranslate_figures()

    def _retranslate_train(self) -> None:
        if self._running:
            self.train.setText(self.tr("Pause"))
            tooltip = self.tr("Pause: training stays where it is, Train goes on from there.")
        else:
            self.train.setText(self.tr("Train"))
            tooltip = self.tr("Train: forward pass, loss, backward pass and update, mini-batch after mini-batch.")
        self.train.setToolTip(wrapped(tooltip))

    def _retranslate_buttons(self) -> None:
        reset = self.tr("Reset weights: start again from the first random weights of the seed.")
        iteration = self.tr("+1 iteration: learn from a single mini-batch, one update of the weights.")
        epoch = self.tr("+1 epoch: learn from the rest of the training data, to the end of the epoch.")
        describe(self.stop, self.tr("Stop"), self.tr("Stop: end this run; the next Train starts a new one."))
        describe(self.iteration, self.tr("+1 iteration"), iteration)
        describe(self.epoch, self.tr("+1 epoch"), epoch)
        describe(self.reset, self.tr("Reset weights"), reset)

    def _retranslate_figures(self) -> None:
        texts = {
            "iteration": (
                self.tr("Iteration"),
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
            "train": (
                self.tr("Train accuracy"),
                self.tr("Share of the training samples it gets right, at the latest evaluation."),
            ),
            "test": (
                self.tr("Test accuracy"),
                self.tr("Share of the test samples it gets right: samples it never learned from."),
            ),
        }
        for name, (caption, about) in texts.items():
            self._captions[name].setText(caption)
            on_hover(about, self._captions[name])
            describe(self._figures[name], caption, about)
        describe(self.progress, self.tr("Progress of the run"), self.tr("How much of the run is done."))
        self.time.setToolTip(self.tr("Time trained in this run, and time to go at this speed."))


def _button(name: str, picture: str, wish: SignalInstance) -> QToolButton:
    return tool_button(picture, name, clicked=wish, side=18, autoRaise=False, focusPolicy=Qt.FocusPolicy.StrongFocus)


def _text(value: float | None, form: str) -> str:
    return _UNKNOWN if value is None else form.format(value)


def _epoch_text(now: Standing) -> str:
    if now.stretch is not None:
        return f"{now.stretch[0]:.1f} / {now.stretch[1]:,}"
    return _UNKNOWN if now.epochs is None else f"{now.epochs:.1f}"


def clock_text(seconds: float) -> str:
    """Write a time as minutes and seconds, or hours when it takes them: 0:07, 12:30, 1:02:05."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
