"""The window of a number's origin: a question, its answer, and the trail that led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget

from playground.session.past.number_trail import WINDOW
from playground.widgets.aside import stand_aside
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.window.origins.number_page import NumberPage
from playground.window.origins.trail_row import TrailRow
from playground.window.origins.update_page import UpdatePage
from playground.window.origins.work_row import Working, WorkRow

if TYPE_CHECKING:
    from playground.session.past.number_trail import NumberTrail


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
        self.work = WorkRow("origin", trail.cancel, trail.find)
        for button in self.update_page.findChildren(QPushButton):
            button.setAutoDefault(False)
        in_column(self.trail_row, (self.pages, 1), self.work, of=self, margins=(12, 10, 12, 12), spacing=10)
        trail.changed.connect(self.refresh)
        self.update_page.led_away.connect(self._on_led_away)
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
        trail = self._trail
        self.work.setVisible(not is_whole)
        text = self.tr("training again") if trail.is_busy else self.tr("given up: what was found is shown")
        about = self.tr("Train again from the beginning to find out.")
        working = Working(trail.share_done, text, self.tr("Find out"), about)
        self.work.show_work(trail.is_busy, working, trail.seconds_left)

    @Slot()
    def _on_led_away(self) -> None:
        stand_aside(self, self.come_to_front)

    def come_to_front(self) -> None:
        """Be seen, with what is new."""
        self.show()
        self.refresh()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Where does this number come from?"))
        self.refresh()
