"""The pane with the code of the current step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nn.inspection.listing import Listing, listing_of
from playground.panels.debugger.listing.code import CodeView
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.settings_file import settings_file
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.panels.debugger.telling.told import ToldStep
    from playground.session.session import Session

_KEY = "debugger/code"


class ListingPane(Refreshing, LiveLook, QWidget):
    """Shows `forward`, `backward` or `update` in the book's style, with the lines lit that do the step that is told."""

    importance = Importance.DETAIL
    placed = Signal()
    """A person wants it beside the other views, or in a tab of its own."""

    def __init__(self, session: Session, told: ToldStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._told = session, told
        self._title, self.code = QLabel(), CodeView()
        self.beside = tool_button("code", "debugCodeBeside", checkable=True, side=14)
        self._file = settings_file()
        self.beside.setChecked(self._file.value(_KEY) != "tab")
        self.beside.clicked.connect(self._on_beside_clicked)
        self.setObjectName("debugListing")
        self.code.setObjectName("debugCode")
        in_column(in_row((self._title, 1), self.beside, margins=(6, 2, 2, 0)), (self.code, 1), of=self, spacing=2)
        told.changed.connect(self.out_of_date)
        self.retranslate()

    @property
    def is_wanted_beside(self) -> bool:
        """Whether a person wants it beside the other views where there is room."""
        return self.beside.isChecked()

    def offer_place(self, *, is_there: bool) -> None:
        """Let a person choose its place, or not where there is no room beside the other views."""
        self.beside.setVisible(is_there)

    @Slot()
    def _on_beside_clicked(self) -> None:
        self._file.setValue(_KEY, "beside" if self.is_wanted_beside else "tab")
        self.placed.emit()

    @property
    def listing(self) -> Listing | None:
        """The code of the step that is told, None where there is none."""
        event, debugger = self._told.event, self._session.debugger
        if event is None:
            return None
        return listing_of(event, self._session.document.state.config.optimizer, debugger.stepped.form)

    def refresh(self) -> None:
        """Show the code of the step that is told."""
        listing = self.listing
        if listing is None:
            self._title.setText(self.tr("No code for this step"))
            self.code.show_code("", ())
            return
        self._title.setText(f"<b>{listing.name}</b>.{listing.method}")
        self.code.show_code(listing.text, listing.lines if self._told.has_happened else ())

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "The code of this layer, loss or optimizer as the book writes it, and as exported programs have it. "
            "The line that does this step is lit."
        )
        self.code.setAccessibleName(self.tr("Code of this step"))
        on_hover(about, self._title, self.code)
        place = self.tr("Beside the other views, or in a tab of its own")
        describe(self.beside, self.tr("Code beside the graph"), place)
        self.out_of_date()
