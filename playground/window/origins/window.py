"""The window of a number's origin: a question, its answer, and the trail that led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QStackedWidget, QWidget

from playground.session.past.number_trail import WINDOW
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover
from playground.window.origins.number_page import NumberPage
from playground.window.origins.trail_row import TrailRow
from playground.window.origins.update_page import UpdatePage

if TYPE_CHECKING:
    from playground.session.past.number_trail import NumberTrail

_STEPS = 1000  # of the progress bar


class OriginWindow(LiveLook, QDialog):
    """Shows the trail; it stays beside the window, which follows what is chosen here."""

    def __init__(self, trail: NumberTrail, parent: QWidget) -> None:
        super().__init__(parent, objectName=WINDOW)
        self._trail = trail
        self.trail_row = TrailRow(trail)
        self.number_page, self.update_page = NumberPage(trail), UpdatePage(trail)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.number_page)
        self.pages.addWidget(self.update_page)
        self.progress = QProgressBar(objectName="originProgress", maximum=_STEPS)
        self.stop = QPushButton(objectName="originStop")
        self.stop.clicked.connect(self._on_stop_clicked)
        self.stop.setAutoDefault(False)
        for button in self.update_page.findChildren(QPushButton):
            button.setAutoDefault(False)
        work = in_row((self.progress, 1), self.stop, spacing=8)
        in_column(self.trail_row, (self.pages, 1), work, of=self, margins=(12, 10, 12, 12), spacing=10)
        trail.changed.connect(self.refresh)
        self.resize(620, 560)
        self.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Show the place on the trail that is looked at."""
        here = self._trail.here
        if here is None:
            self.close()
        if here is None or self.isHidden():
            return
        self.trail_row.refresh()
        page: NumberPage | UpdatePage = self.update_page if here.is_update else self.number_page
        page.refresh()
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
        self._refresh_work(here.is_whole)

    def _refresh_work(self, is_whole: bool) -> None:
        is_busy = self._trail.is_busy
        self.progress.setVisible(not is_whole)
        self.stop.setVisible(not is_whole)
        self.progress.setValue(round(_STEPS * self._trail.share_done) if is_busy else 0)
        seconds = self._trail.seconds_left
        if not is_busy:
            text = self.tr("given up: what was found is shown")
        elif seconds:
            text = self.tr("training again, about {seconds:,} s left").format(seconds=max(1, round(seconds)))
        else:
            text = self.tr("training again")
        self.progress.setFormat(text)
        self.stop.setText(self.tr("Cancel") if is_busy else self.tr("Find out"))
        on_hover(
            self.tr("Give the training up; what was found stays.")
            if is_busy
            else self.tr("Train again from the beginning to find out."),
            self.stop,
        )

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._trail.is_busy:
            self._trail.cancel()
        else:
            self._trail.find()

    def come_to_front(self) -> None:
        """Be seen, with what is new."""
        self.show()
        self.refresh()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Where does this number come from?"))
        describe(self.progress, self.tr("How much of the way was trained again"))
        self.refresh()
