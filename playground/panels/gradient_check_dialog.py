"""The dialog that checks all gradients: a table of both, with what it means in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from nn.inspection.number_texts import number_texts, shape_text
from playground.widgets.headed_dialog import Head, HeadedDialog
from playground.widgets.layouts import in_column
from playground.widgets.text.tooltips import on_hover, wrapped

if TYPE_CHECKING:
    from nn.gradient_table import GradientRow
    from playground.session.session import Session

_COLUMNS = 8
_EXACT = Qt.ItemDataRole.UserRole


class GradientCheckDialog(HeadedDialog):
    """Begins to check when it is opened; closing it gives the check up."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("gradientCheck", Head("nudge", 32, 1.15), parent)
        self._checking = session.gradient_checking
        self._rows: tuple[GradientRow, ...] = ()
        self._samples = 0
        self.progress = QProgressBar(self)
        self.progress.setObjectName("gradientCheckProgress")
        self.table = QTableWidget(0, _COLUMNS, self)
        self.table.setObjectName("gradientCheckTable")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        body = QWidget(self)
        in_column(self.progress, (self.table, 1), of=body, spacing=8)
        self._buttons = QDialogButtonBox(self)
        self._close: QPushButton = self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self.lay_out(body, self._buttons)
        self.resize(820, 420)
        self._checking.progressed.connect(self._on_progressed)
        self._checking.checked.connect(self._on_checked)
        self.finished.connect(self._checking.give_up)
        self._samples = self._checking.start()
        self.retranslate()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)

    @Slot(object)
    def _on_checked(self, rows: tuple[GradientRow, ...]) -> None:
        self._rows = rows
        self.retranslate()

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Check all gradients"))
        self.headline.setText(self._headline())
        self.explanation.setText(self._explanation())
        self.progress.setVisible(bool(self._samples) and not self._rows)
        self.progress.setAccessibleName(self.tr("Numbers checked"))
        self.table.setVisible(bool(self._rows))
        self.table.setAccessibleName(self.tr("Gradients of all parameters"))
        self.table.setHorizontalHeaderLabels([title for title, _ in self._headers()])
        for column, (_, about) in enumerate(self._headers()):
            self.table.horizontalHeaderItem(column).setToolTip(wrapped(about))
        is_busy = bool(self._samples) and not self._rows
        self._close.setText(self.tr("Cancel") if is_busy else self.tr("Close"))
        on_hover(self.tr("Close this table; a check that is under way is given up."), self._close)
        self._fill()

    def _headline(self) -> str:
        if not self._samples:
            return self.tr("There is no loss to check the gradients of")
        if not self._rows:
            return self.tr("Moving every number a little …")
        wrong = [row.name for row in self._rows if row.verdict == "differ"]
        if wrong:
            return self.tr("Backpropagation and small differences disagree: {names}").format(names=", ".join(wrong))
        return self.tr("Backpropagation and small differences agree")

    def _explanation(self) -> str:
        if not self._samples:
            return self.tr("Give the sample its right answer, or step through a mini-batch, and check again.")
        text = self.tr(
            "Each number is moved by h = 0.00001 to both sides and the change of the loss is divided by 2h, in "
            "float64, for {samples} samples. Of large parameters the numbers with the largest gradients and some "
            "others are checked."
        )
        return text.format(samples=self._samples)

    def _headers(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Parameter"), self.tr("What is learned, by the book's name.")),
            (self.tr("Shape"), self.tr("Rows × columns.")),
            (self.tr("Checked"), self.tr("How many of its numbers were moved.")),
            (self.tr("By backpropagation"), self.tr("The gradient where both lie farthest apart.")),
            (self.tr("By differences"), self.tr("(L(w + h) - L(w - h)) / 2h, at the same place.")),
            (self.tr("Difference"), self.tr("How far both lie apart there: nowhere farther.")),
            (self.tr("Relative error"), self.tr("That difference over the largest gradient of this parameter.")),
            (self.tr("Verdict"), self.tr("Below 0.0001 they agree.")),
        ]

    def _verdict(self, row: GradientRow) -> str:
        return {
            "agree": self.tr("They agree"),
            "zero": self.tr("Both are 0: nothing flows back"),
            "close": self.tr("Nearly: a kink of ReLU may lie within h"),
            "differ": self.tr("They disagree"),
        }[row.verdict]

    def _fill(self) -> None:
        self.table.setSortingEnabled(False)
        self.table.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            where = f"{row.name}[{', '.join(map(str, row.index))}]"
            numbers = (row.analytic, row.numeric, row.difference, row.error)
            cells: list[tuple[str, object, str]] = [
                (row.name, place, where),
                (shape_text(row.shape), float(_count(row.shape)), ""),
                (f"{row.checked:,} / {_count(row.shape):,}", float(row.checked), ""),
                *[(number_texts(each)[0], each, f"{where}: {each!r}") for each in numbers],
                (self._verdict(row), row.error, self._verdict(row)),
            ]
            for column, (text, exact, hint) in enumerate(cells):
                self.table.setItem(place, column, _Cell(text, exact, hint))
        self.table.setSortingEnabled(True)
        self.table.resizeColumnsToContents()


class _Cell(QTableWidgetItem):
    """A text that is sorted by the number it stands for."""

    def __init__(self, text: str, exact: object, hint: str) -> None:
        super().__init__(text)
        self.setData(_EXACT, exact)
        self.setToolTip(wrapped(hint or text))
        if isinstance(exact, float) and text[-1:].isdigit():
            self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return self.data(_EXACT) < other.data(_EXACT)


def _count(shape: tuple[int, ...]) -> int:
    count = 1
    for size in shape:
        count *= size
    return count
