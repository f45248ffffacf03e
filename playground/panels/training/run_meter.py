"""Where training stands, in the figures a person watches."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Slot

from nn.training import iterations_per_epoch
from playground.panels.training.run_figures import RunFigures, Standing
from playground.session.running.run_pieces import last_evaluation
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nn.training import Evaluation
    from playground.session.running.reports import Progress
    from playground.session.session import Session

_NEW_SHARE = 0.1  # of a smoothed speed: a single report is up or down by a third


class RunMeter(Refreshing, QObject):
    """Reads the figures off a session: its document when nothing runs, its reports while something does.

    Parameters
    ----------
    session : Session
        What is measured; only read.
    bar : RunFigures
        Shows the figures.
    """

    importance = Importance.COURSE
    least_gap = READABLE_S

    def __init__(self, session: Session, bar: RunFigures) -> None:
        super().__init__(bar)
        self._session, self._bar = session, bar
        self._clock = QElapsedTimer()
        self._first = 0
        self._standing = Standing()

    def shown_in(self) -> QWidget:
        """Return the bar."""
        return self._bar

    def refresh(self) -> None:
        """Show the figures of the moment."""
        self._bar.show_standing(self._running() if self._session.run.is_running else self._at_rest())

    def start(self) -> None:
        """Begin to measure the time of a run."""
        self._standing = self._at_rest()._replace(elapsed=0.0)
        self._first = self._standing.iteration
        self._clock.start()

    def _at_rest(self) -> Standing:
        """Give the figures of the document, with the time and speed of the run that led to it."""
        state = self._session.document.state
        history = state.history
        standing = self._standing._replace(
            iteration=state.checkpoint.iteration,
            epochs=self._epochs(),
            stretch=self._session.control.stretch,
            loss=float(history[-1].losses[-1]) if history and len(history[-1].losses) else None,
            train_accuracy=None,
            test_accuracy=None,
            measured_at=None,
            images_per_second=self._standing.images_per_second if state.checkpoint.iteration else None,
            remaining=None,
        )
        self._standing = _evaluated(standing, last_evaluation(history))
        return self._standing

    @Slot(object)
    def take(self, progress: Progress) -> None:
        """Take in a report."""
        now = self._standing
        speed, before = progress.samples_per_second, now.images_per_second
        if before is not None:
            speed = (1 - _NEW_SHARE) * before + _NEW_SHARE * speed
        now = now._replace(
            iteration=progress.iteration,
            loss=float(progress.losses[-1]) if len(progress.losses) else now.loss,
            images_per_second=speed,
            elapsed=self._clock.elapsed() / 1000,
        )
        self._standing = _evaluated(now, progress.evaluations[-1] if progress.evaluations else None)
        self.out_of_date()

    def _running(self) -> Standing:
        """Give the figures of the last report, and what follows from them."""
        now, until = self._standing, self._session.run.until
        done = now.iteration - self._first
        return now._replace(
            epochs=self._epochs(),
            stretch=self._session.control.stretch,
            remaining=now.elapsed * (until - now.iteration) / done if done and now.elapsed is not None else None,
        )

    def _epochs(self) -> float | None:
        length = self._iterations_per_epoch()
        return None if not length else float(self._session.run.epochs(length))

    def _iterations_per_epoch(self) -> int | None:
        data = self._session.library.data
        return None if data is None else iterations_per_epoch(data, self._session.document.state.config)


def _evaluated(standing: Standing, last: Evaluation | None) -> Standing:
    if last is None:
        return standing
    return standing._replace(
        train_accuracy=_known(last.train_accuracy),
        test_accuracy=_known(last.test_accuracy),
        measured_at=last.iteration,
    )


def _known(value: float | None) -> float | None:
    """Give None for what cannot be measured: a regression has no accuracy."""
    return None if value is None or math.isnan(value) else float(value)
