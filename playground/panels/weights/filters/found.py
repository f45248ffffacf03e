"""What a filter looks for, below the pictures: the search as it goes, and what it has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from playground.panels.weights.filters.finds import FindList
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.session import Session


class FilterFound(Refreshing, LiveLook, QWidget):
    """Shows the search about the filter that is chosen; hidden where nobody asked about it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter: tuple[int, int] | None = None
        self._about = SteadyLabel()
        self._about.setObjectName("filterSearchAbout")
        self._cancel = QPushButton(objectName="filterSearchCancel")
        self._progress = QProgressBar(objectName="filterSearchProgress", textVisible=False)
        self._progress.setFixedHeight(6)
        self.finds = FindList()
        in_column(in_row((self._about, 1), self._cancel), self._progress, self.finds, of=self, spacing=3)
        self._cancel.clicked.connect(session.filter_search.cancel)
        self.finds.chosen.connect(self._on_find_chosen)
        session.filter_search.changed.connect(self._on_changed)
        session.looking.moment_changed.connect(self._on_moment_changed)
        self.hide()
        self.retranslate()

    def show_filter(self, layer: int, filter_: int) -> None:
        """Tell which filter is chosen."""
        self._filter = (layer, filter_)
        self._on_changed()

    @property
    def _is_asked(self) -> bool:
        wish = self._session.filter_search.wish
        return wish is not None and (wish.layer, wish.filter) == self._filter

    @Slot()
    def _on_changed(self) -> None:
        self.setVisible(self._is_asked)  # what is hidden is not refreshed
        self.out_of_date()

    @Slot(object)
    def _on_moment_changed(self, _moment: object) -> None:
        self.out_of_date()

    @Slot(int)
    def _on_find_chosen(self, row: int) -> None:
        if not self._session.filter_search.obstacle():
            self._session.looking.show_row(row)

    def refresh(self) -> None:
        """Show how far the search is, and what it has found of this filter."""
        search, is_asked = self._session.filter_search, self._is_asked
        wish = search.wish if is_asked else None
        self.finds.finds.show_finds(wish, search.finds if is_asked else ())
        if wish is None:
            return
        for widget in (self._cancel, self._progress):
            widget.setVisible(search.is_searching)
        self._progress.setRange(0, len(wish.data.x_test))
        self._progress.setValue(search.done)
        self._about.setText(self._said(search.done, len(wish.data.x_test)))
        on_hover(self._about.text(), self._about)

    def _said(self, done: int, total: int) -> str:
        search, counts = self._session.filter_search, {"count": f"{done:,}", "total": f"{total:,}"}
        if search.is_searching:
            return self.tr("Searching: {count} of {total} test samples.").format(**counts)
        if done and not search.finds:
            return self.tr("The filter puts out no number for any sample: its weights are no numbers any more.")
        if done < total:
            text = self.tr("Stopped after {count} of {total} test samples; these are the most exciting of them.")
        else:
            text = self.tr("Of {count} test samples the most exciting, and what the filter puts out there.")
        old = self.tr("The weights have changed since: search again.")
        return text.format(**counts) if search.is_current else f"{old} {text.format(**counts)}"

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._cancel.setText(self.tr("Cancel"))
        describe(self._cancel, self.tr("Cancel the search"), self.tr("Search no further; what was found stays."))
        describe(self._progress, self.tr("Progress of the search"))
        self.out_of_date()
