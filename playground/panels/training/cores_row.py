"""Below the number of cores: a button that measures what more of them would bring, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from playground.safety import cores
from playground.session.running.core_measuring import Pace, advice
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.running.core_measuring import CoreMeasuring
    from playground.session.session import Session


class CoresRow(LiveLook, QWidget):
    """Asks the session to measure and says in words what it found; chooses nothing by itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measuring: CoreMeasuring = session.core_measuring
        self._document = session.document
        self._button = QPushButton(objectName="buttonMeasureCores")
        self._bar = QProgressBar(objectName="coresProgress", textVisible=False, maximumHeight=8, maximumWidth=110)
        self._text = QLabel(objectName="coresMeasured", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        in_column(in_row(self._button, self._bar, STRETCH, spacing=6), self._text, of=self, spacing=4)
        self._button.clicked.connect(self._on_clicked)
        self._measuring.changed.connect(self.refresh)
        self._measuring.progressed.connect(self._on_progressed)
        session.run.running_changed.connect(self.refresh)
        session.library.data_changed.connect(self.refresh)
        session.document.config_changed.connect(self.refresh)
        self.retranslate()

    @Slot()
    def _on_clicked(self) -> None:
        if self._measuring.is_measuring:
            self._measuring.cancel()
        else:
            self._measuring.measure()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._bar.setValue(round(100 * share))

    @Slot()
    def refresh(self) -> None:
        """Show whether something is being measured, and what was found."""
        busy = self._measuring.is_measuring
        self._button.setText(self.tr("Cancel") if busy else self.tr("Measure"))
        self._button.setEnabled(busy or self._measuring.can_measure)
        self._bar.setVisible(busy)
        if not busy:
            self._bar.setValue(0)
        said = self._said()
        self._text.setText(said)
        self._text.setVisible(bool(said))

    def _said(self) -> str:
        chosen, here = self._document.state.config.threads, cores.here()
        if self._measuring.is_impossible or (chosen > 1 and not cores.is_settable()):
            return self.tr("The matrix library of this NumPy does not let the number of its threads be set.")
        lines = [self._line(pace) for pace in self._measuring.paces]
        if lines:
            lines.append(self._advice())
        if chosen > here:
            text = self.tr("This machine has {here} cores; the {chosen} threads share them, which makes them slow.")
            lines.append(text.format(here=here, chosen=chosen))
        elif chosen == here > 1:
            lines.append(self.tr("All cores compute: none is left for the window, and the pen may stutter."))
        return "\n".join(lines)

    def _line(self, pace: Pace) -> str:
        one = self._measuring.paces[0].iterations_a_second or 1.0
        text = self.tr("{n} cores: {speed} iterations a second, {times} times as fast as one")
        if pace.cores == 1:
            text = self.tr("1 core: {speed} iterations a second")
        speed = pace.iterations_a_second
        said = f"{speed:.1f}" if speed < 100 else f"{speed:.0f}"
        return text.format(n=pace.cores, speed=said, times=f"{speed / one:.2f}")

    def _advice(self) -> str:
        found, here = advice(self._measuring.paces, cores.here()), cores.here()
        if here == 1:
            return self.tr("This machine has one core: there is nothing to choose.")
        if found.cores > 1:
            text = self.tr("{n} cores pay: {times} times as fast, and the window keeps a core.")
            return text.format(n=found.cores, times=f"{found.gain:.2f}")
        if found.with_all > 1:
            text = self.tr("More cores do not pay here: all {n} would bring {times} times, but leave the window none.")
            return text.format(n=here, times=f"{found.with_all:.2f}")
        return self.tr("More cores do not pay for this network: stay with one.")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "Trains copies of your network with 1, 2, 4 … cores for a moment each and says what each would bring. "
            "It changes nothing: the number is yours to choose, because another one gives other last bits."
        )
        describe(self._button, about)
        describe(self._text, self.tr("What was measured on this machine, for this network, just now."))
        self._bar.setAccessibleName(self.tr("Progress of measuring"))
        self._text.setAccessibleName(self.tr("What more cores would bring"))
        self.refresh()
