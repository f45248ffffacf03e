"""One value of an event with its title: as a heat table, as pictures, or as an empty frame until it is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedWidget, QWidget

from nn.inspection.sheet import Sheet
from playground.panels.debugger.matrices.images import EventMatrixImages
from playground.panels.debugger.matrices.view import EventMatrixView
from playground.widgets.layouts import in_column
from playground.widgets.look.fonts import bold
from playground.widgets.matrix.model import Block, MatrixPart
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from nn.inspection.sheet import Cell, Index, Pictures

_MISSING_WIDTH = 64  # px
_LEAST_WIDTH = 40  # px
_MISSING_HEIGHT = 84  # px
_WHOLE_COLUMNS = 12  # a matrix of so many is never cut
_WHOLE_ROWS = 6
_FEW_ROWS = 3  # of a higher one that are seen at least
_PICTURES_WIDTH = 320  # px of pictures
_FEW_COLUMNS = 2  # of a wider one that are seen at least


class MatrixCard(QFrame):
    """Shows one array, or that it is not there yet."""

    pointed = Signal(object, object)
    """The card, and the place in its array under the pointer, None when it has left."""
    chosen = Signal(object, object)
    """The card, and the place in its array that a person chose."""
    edited = Signal(object, object, float)
    """The card, the place in its array, and the number that is to stand there."""
    refused = Signal(str)
    """Why something typed was not taken."""
    left = Signal()
    """A person clicked beside the numbers."""
    resized = Signal()
    """It needs more or less room than before, because a person came nearer or went away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        """What is shown; None while it is not computed."""
        self.pictures: Pictures | None = None
        """The sheet as pictures, where it can be shown so."""
        self._number: int | None = None  # the picture that is shown large, with its numbers
        self._is_editable = False
        self._role = ""
        self._title, self._note, self._missing = SteadyLabel(), SteadyLabel(), QLabel()
        self.table, self.images, self.near = EventMatrixView(), EventMatrixImages(), EventMatrixView()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    # ---- what is shown

    def show_sheet(self, sheet: Sheet, pictures: Pictures | None, *, editable: bool = False) -> None:
        """Show an array; as pictures, if some are given.

        Parameters
        ----------
        sheet : Sheet
        pictures : Pictures, optional
            Of this sheet.
        editable : bool
            Whether numbers can be typed.
        """
        if self.sheet is None or self.sheet.name != sheet.name or (pictures is None) != (self.pictures is None):
            self._number = None
        self.sheet, self.pictures, self._is_editable = sheet, pictures, editable
        is_vector = sheet.array.ndim == 1
        part = MatrixPart(sheet.name, sheet.table[0] if is_vector else sheet.table, cell_name=sheet.name_of)
        self.table.matrix.show([part], "", editable=editable)
        if sheet.array.ndim == 0:
            self._hide_headers()
        elif self.table.shows_numbers and self.table.horizontalHeader().isHidden():
            self.table.show_numbers(True)
        self._refresh_page()

    def show_missing(self, text: str) -> None:
        """Show an empty frame with a text in it."""
        self.sheet = self.pictures = self._number = None
        self._missing.setText(text)
        self.light(None)
        self.table.mark_changed(None)
        self._refresh_page()

    def show_title(self, title: str, note: str, about: str) -> None:
        """Name what is shown: its name and shape, what it is in the event, and a text on hover."""
        self._title.setText(title)
        self._role = note
        self._refresh_note()
        for widget in (self, self.table, self.images, self.near):
            widget.setAccessibleName(f"{title} {note}")
        for label in (self._title, self._note, self._missing):
            label.setToolTip(about)

    @property
    def title(self) -> str:
        """Name and shape."""
        return self._title.text()

    @property
    def note(self) -> str:
        """What it is in the event."""
        return self._note.text()

    @property
    def view(self) -> QWidget:
        """What is seen of it: the table, the pictures, one picture with numbers, or the empty frame."""
        page = self._pages.currentWidget()
        assert page is not None
        return page

    def light(self, mask: NDArray[np.bool_] | None, most: Index | None = None) -> None:
        """Light some numbers and see that the one that counts most is seen; the mask has the shape of the array."""
        spread = None if mask is None or self.sheet is None else self.sheet.spread(mask)
        cell = None if self.sheet is None or most is None else self.sheet.cell_of(most)
        self.table.light(spread, cell)
        if spread is not None and spread.any():
            self.table.bring_into_sight(spread, cell)
        self.images.light(spread)

    def mark_changed(self, mask: NDArray[np.bool_] | None, explain: Callable[[int, int], str] | None = None) -> None:
        """Mark the numbers that differ from before.

        Parameters
        ----------
        mask : ndarray of bool or None
            Of the shape of the array.
        explain : callable, optional
            Gives the second line of the text on hover for a row and a column of the table.
        """
        self.table.mark_changed(None if mask is None or self.sheet is None else self.sheet.spread(mask))
        self.table.matrix.explain_by(explain)

    def show_current(self, index: Index | None) -> None:
        """Frame one number."""
        cell = None if index is None or self.sheet is None else self.sheet.cell_of(index)
        self.table.show_current(cell)
        if self.pictures is None or cell is None:
            return
        number, pixel = self.pictures.pixel_of(cell)
        self.images.select(number)
        if self._number is not None:
            self._show_near(number)
            self.near.show_current(pixel)

    def extent(self, axis: int) -> int:
        """Give how many rows (axis 0) or columns (1) there are, 0 while nothing is there."""
        return 0 if self.sheet is None else self.sheet.table.shape[axis]

    # ---- size

    def natural_size(self) -> QSize:
        """Give the size in which all of it can be seen."""
        if self.sheet is None:
            width = max(_MISSING_WIDTH, self._title_width(), self._note_width(), self._missing_width())
            return QSize(width, _MISSING_HEIGHT)
        inner = self.view.natural_size()  # type: ignore[attr-defined]  # every page but the empty frame has one
        titles = max(self._title_width(), self._note_width(), _LEAST_WIDTH)
        return QSize(max(inner.width(), titles), inner.height() + self._head_height())

    def least_width(self) -> int:
        """Give the width below which nothing can be read, unless all of it is narrower."""
        return max(_LEAST_WIDTH, self._title_width(), self._column_width())

    def wanted_width(self, natural: QSize) -> int:
        """Give the width that it gets in any case: all of it, of a wide matrix a few columns."""
        bar = self.table.verticalScrollBar().sizeHint().width() if self.is_high else 0
        if self.view is not self.table or self.extent(1) <= _WHOLE_COLUMNS or not self.table.shows_numbers:
            return natural.width() + bar if self.view is self.table else min(natural.width(), _PICTURES_WIDTH)
        return max(self.table.width_of(_FEW_COLUMNS) + bar, self._title_width())

    @property
    def is_high(self) -> bool:
        """Say whether it has more rows than can be counted on being seen, and a bar beside them."""
        return self.view is self.table and self.extent(0) > _WHOLE_ROWS

    def least_height(self, natural: int) -> int:
        """Give the height that it gets in any case: all of it, of a high matrix some rows."""
        if self.view is not self.table or not self.table.shows_numbers:
            return min(natural, _MISSING_HEIGHT)
        rows = self.extent(0) if self.extent(0) <= _WHOLE_ROWS else _FEW_ROWS
        return min(natural, natural - (self.extent(0) - rows) * self.table.verticalHeader().defaultSectionSize())

    def _column_width(self) -> int:
        """Give the width of a whole column with the names of the rows and a bar for scrolling; 0 of pictures."""
        if self.view is not self.table or not self.table.shows_numbers:
            return 0
        bar = self.table.verticalScrollBar().sizeHint().width() if self.extent(0) > 1 else 0
        return self.table.width_of(1) + bar

    def _title_width(self) -> int:
        return self._title.fontMetrics().horizontalAdvance(self._title.text()) + 8

    def _note_width(self) -> int:
        return self._note.fontMetrics().horizontalAdvance(self._note.text()) + 8

    def _missing_width(self) -> int:
        return self._missing.fontMetrics().horizontalAdvance(self._missing.text()) + 12

    def _head_height(self) -> int:
        return 2 * self.fontMetrics().lineSpacing() + 6

    # ---- coming nearer

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Come nearer, to where numbers can be read, or go away, to where the whole is seen."""
        if self.pictures is None:
            self.table.show_numbers(steps > 0)
            if self.sheet is not None and not self.sheet.array.ndim:
                self._hide_headers()
        elif steps > 0:
            self._show_near(max(self.images.selected, 0))
        else:
            self._number = None
        self._refresh_page()
        self.resized.emit()

    def _show_near(self, number: int) -> None:
        assert self.pictures is not None
        self._number = number
        part = MatrixPart(
            self.pictures.name_of(number), self.pictures.picture(number), cell_name=self.pictures.namer(number)
        )
        self.near.matrix.show([part], "", editable=self._is_editable)

    def _refresh_page(self) -> None:
        if self.sheet is None:
            page: QWidget = self._missing
        elif self.pictures is None:
            page = self.table
        elif self._number is None:
            self.images.show_pictures(self.pictures)
            page = self.images
        else:
            self._show_near(min(self._number, self.pictures.columns.shape[1] - 1))
            page = self.near
        self._refresh_note()
        had_focus = self.view.hasFocus()
        self._pages.setCurrentWidget(page)
        if had_focus:
            page.setFocus()

    def _refresh_note(self) -> None:
        pictures, number = self.pictures, self._number
        near = "" if pictures is None or number is None else pictures.name_of(number)
        self._note.setText(f"{near}  {self._role}".strip())

    def _hide_headers(self) -> None:
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            header.hide()

    # ---- what a person does

    @Slot(object)
    def _on_pointed(self, cell: Cell | None) -> None:
        self.pointed.emit(self, None if cell is None or self.sheet is None else self._index_of(cell))

    @Slot(object)
    def _on_chosen(self, cell: Cell) -> None:
        if self.sheet is not None:
            self.chosen.emit(self, self._index_of(cell))

    @Slot(object, object)
    def _on_edited(self, block: Block, values: NDArray[np.floating[Any]]) -> None:
        if self.sheet is not None and block.shape == (1, 1):
            self.edited.emit(self, self._index_of((block.top, block.left)), float(values[0, 0]))

    def _index_of(self, cell: Cell) -> Index:
        """Give the place in the array of a cell of the table, or of a pixel of the picture that is shown large."""
        assert self.sheet is not None
        if self.view is self.near and self.pictures is not None and self._number is not None:
            cell = self.pictures.cell_of(self._number, *cell)
        return self.sheet.index_of(cell)

    # ---- building

    def _lay_out(self) -> None:
        self._title.setFont(bold(self.font()))
        self._note.setEnabled(False)  # quiet
        self._missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._missing.setFrameShape(QFrame.Shape.StyledPanel)
        self._missing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for page in (self.table, self.images, self.near, self._missing):
            self._pages.addWidget(page)
        in_column(self._title, self._note, (self._pages, 1), of=self, spacing=1)

    def _connect(self) -> None:
        for page in (self.table, self.images, self.near):
            page.pointed.connect(self._on_pointed)
            page.chosen.connect(self._on_chosen)
            page.zoomed.connect(self.zoom)
        for table in (self.table, self.near):
            table.left.connect(self.left)
        for view in (self.table, self.near):
            view.block_edited.connect(self._on_edited)
            view.refused.connect(self.refused)
