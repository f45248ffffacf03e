"""What stands in the debugger's place while there is nothing to step through, and the way to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from playground.panels.debug_commands import bring_debugger, open_when_paused
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from playground.session.session import Session


class DebugNotice(QWidget):
    """Says why there is no pass to be seen; its button leads to one, or ends a search."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, objectName="debugNotice")
        self._progress = QProgressBar(textVisible=False)
        self._progress.setMaximumWidth(260)
        self._button = QPushButton(objectName="debugNoticeButton")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._button.clicked.connect(self._on_button_clicked)
        session.run.running_changed.connect(self.refresh)
        session.debugger.travel.searching_changed.connect(self.refresh)
        session.debugger.travel.travelling_changed.connect(self.refresh)
        session.debugger.trace_changed.connect(self.refresh)
        session.debugger.expected_changed.connect(self.refresh)
        session.debugger.travel.search.progressed.connect(self._on_search_progressed)
        self.refresh()

    @property
    def is_needed(self) -> bool:
        """Whether there is nothing to step through at this moment."""
        debugger = self._session.debugger
        return self._session.run.is_running or debugger.travel.search.is_searching or not debugger.trace

    @Slot()
    def refresh(self) -> None:
        """Say what holds at this moment."""
        text, button, tip = self._words()
        self._text.setText(text)
        self._button.setText(button)
        self._button.setToolTip(wrapped(tip))
        self._button.setVisible(bool(button))
        self._progress.setVisible(self._session.debugger.travel.search.is_searching)
        self._progress.setAccessibleName(self.tr("Progress of the search"))
        self._progress.setToolTip(self.tr("How much of the training has been gone through again"))

    def _words(self) -> tuple[str, str, str]:
        """Give what to say, and the button's text with its explanation."""
        session = self._session
        if session.debugger.travel.search.is_searching:
            text = self.tr("Going through the training again, for the moment at which it went wrong.")
            return text, self.tr("Cancel"), self.tr("Give the search up; nothing is changed.")
        if session.run.is_running:
            text = self.tr("Training runs: pause with F6 to step.")
            tip = self.tr("Stop after this iteration and step through the next one.")
            return text, self.tr("Pause and step (F6)"), tip
        if not session.debugger.is_open:
            return self._words_of_beginning()
        return self.tr("There is no pass to step through: the data are not here, or do not fit the network."), "", ""

    def _words_of_beginning(self) -> tuple[str, str, str]:
        if self._session.debugger.expected_kind == "sample":
            text = self.tr(
                "Step through your sample, number by number: forward, and with a target the loss and the gradients.\n"
                "“Next batch” above steps through training."
            )
            tip = self.tr("Record the pass of the sample that all panels show, and stand at its beginning.")
        else:
            text = self.tr(
                "Step through the next iteration of training, number by number: forward, loss, backward and update."
            )
            tip = self.tr("Record the next iteration and stand at its beginning; nothing is trained yet.")
        return text, self.tr("Begin (F10)"), tip

    @Slot(object, object)
    def _on_search_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot()
    def _on_button_clicked(self) -> None:
        debugger = self._session.debugger
        if debugger.travel.search.is_searching:
            debugger.travel.cancel()
        elif self._session.run.is_running:
            open_when_paused(self._session)
        else:
            bring_debugger(self._session)
            debugger.begin()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
