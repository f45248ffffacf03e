"""Samples of the data as a list: a picture where there is one, what is true, what was said, how far off."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from playground.panels.evaluation.strength_words import disturbed_text
from playground.widgets.picture.row_picture import picture_shape, row_pixmap, values_pixmap
from playground.widgets.text.share_text import probability_text
from playground.words import class_word

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPixmap

    from nn.datasets.base import Dataset
    from nn.evaluation.answers import Answers
    from playground.panels.evaluation.listing import Harder, Listing

MOST_SHOWN = 500
"""Samples in the list: whoever looks at more looks for another order."""
PICTURE_SIDE = 56  # px
_NOWHERE = QModelIndex()

Place = QModelIndex | QPersistentModelIndex


class SampleModel(QAbstractListModel):
    """The samples in an order, the first of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: Answers | None = None
        self._before: Answers | None = None
        self._harder: Harder | None = None
        self._data: Dataset | None = None
        self._part = "test"
        self._rows: list[int] = []
        self._is_dark = False
        self.cell = QSize()
        """Of each picture with its line; empty for lines alone, which are as large as they need."""

    def show_samples(self, listing: Listing | None, data: Dataset | None, part: str) -> None:
        """Show other samples; the same ones in the same order stay where they are."""
        shown = [] if listing is None else listing.rows[:MOST_SHOWN].tolist()
        harder = None if listing is None else listing.harder
        is_same = (data, part, shown, harder) == (self._data, self._part, self._rows, self._harder)
        if not is_same:
            self.beginResetModel()
        self._answers, self._before = (None, None) if listing is None else (listing.answers, listing.before)
        self._data, self._part, self._rows, self._harder = data, part, shown, harder
        if not is_same:
            self.endResetModel()
        elif shown:
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))

    def restyle(self, *, dark: bool) -> None:
        """Draw pictures as the canvas has them: light ink on a dark ground, or the other way round."""
        if dark != self._is_dark:
            self._is_dark = dark
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, index: Place) -> int | None:
        """Return the row of the data that an entry stands for."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    @property
    def has_pictures(self) -> bool:
        """Whether the samples are pictures."""
        return self._data is not None and picture_shape(self._data) is not None

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """Give how many samples are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Place = _NOWHERE) -> int:
        """Give the one column of a list; without a place, too."""
        return 0 if parent.isValid() else 1

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the picture of a sample or the line that describes it."""
        row, answers, data = self.row_of(index), self._answers, self._data
        if row is None or answers is None or data is None or row >= len(answers):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._line(answers, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._about(answers, row)
        if role == Qt.ItemDataRole.SizeHintRole and self.has_pictures:
            return self.cell
        if role == Qt.ItemDataRole.DecorationRole and self.has_pictures:
            if self._harder is not None:
                return _disturbed(data, row, self._harder, self._is_dark)
            return row_pixmap(data, self._part, row, PICTURE_SIDE, is_dark=self._is_dark)
        return None

    def _line(self, answers: Answers, row: int) -> str:
        if not answers.classes:
            text = self.tr("true {true}, said {said}")
            return text.format(true=_numbers(answers.t[row]), said=_numbers(answers.shares[row]))
        true, said = class_word(answers.classes[answers.t[row]]), int(answers.said[row])
        if said < 0:
            return self.tr("{true} → no number").format(true=true)
        answer = f"{true} ✓" if answers.is_right[row] else f"{true} → {class_word(answers.classes[said])}"
        return f"{answer}  {probability_text(float(answers.certainty[row]))}"

    def _about(self, answers: Answers, row: int) -> str:
        where = self.tr("Test sample {row}") if self._part == "test" else self.tr("Training sample {row}")
        loss = self.tr("loss {loss:.4g}").format(loss=float(answers.losses[row]))
        look = self.tr("A click makes it the sample that the whole window looks at.")
        lines = [f"{where.format(row=row)}, {loss}", self._line(answers, row)]
        if self._before is not None and row < len(self._before):
            lines.append(self.tr("the other network: {line}").format(line=self._line(self._before, row)))
        if self._harder is not None:
            lines[0] = f"{lines[0]}, {disturbed_text(self._harder.kind, self._harder.strength)}"
        return "\n".join([*lines, look])


@lru_cache(maxsize=MOST_SHOWN)
def _disturbed(data: Dataset, row: int, harder: Harder, is_dark: bool) -> QPixmap:
    shape = picture_shape(data)
    assert shape is not None
    return values_pixmap(harder.sample(row).reshape(shape), PICTURE_SIDE, is_dark=is_dark)


def _numbers(values: NDArray[Any]) -> str:
    return ", ".join(f"{value:.4g}" for value in np.atleast_1d(values).tolist())
