"""The columns of a table, each to be learned from or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from playground.widgets.ticks import TickDelegate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from nn.imports.samples import Table

_MOST_COLUMNS = 200


class ColumnList(QListWidget):
    """A tick for each column that the network learns from; the target has none."""

    chosen = Signal(str)
    """The numbers of the columns that are left out, as `ReadingOptions.leave_out` has them; only by a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="importColumns", uniformItemSizes=True)
        self.setItemDelegate(TickDelegate(self))
        self.hide()
        self.itemChanged.connect(self._on_item_changed)

    def sizeHint(self) -> QSize:
        """Give room for five columns."""
        return QSize(180, 118)

    def show_columns(self, table: Table, settled: Mapping[str, Any]) -> None:
        """Show the columns of a table as far as it is settled which are learned from; hide without a table."""
        self.setVisible("leave_out" in settled and bool(table.rows))
        if self.isHidden():
            return
        left_out = {int(number) - 1 for number in str(settled["leave_out"]).split(",") if number}
        width = min(len(table.rows[0]), _MOST_COLUMNS)
        names = [table.names[c] if c < len(table.names) and table.names[c] else str(c + 1) for c in range(width)]
        self.blockSignals(True)  # what is shown is no choice
        if [self.item(row).text() for row in range(self.count())] != names:
            self.clear()
            self.addItems(names)
        for column in range(width):
            _show(self.item(column), column == table.target, column not in left_out)
        self.blockSignals(False)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        rows = [row for row in range(self.count()) if self.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable]
        left_out = [row for row in rows if self.item(row).checkState() == Qt.CheckState.Unchecked]
        self.chosen.emit(",".join(str(row + 1) for row in left_out))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("Columns to learn from"))
        self.setToolTip(
            self.tr(
                "Columns to learn from. Leave out what only names the rows, such as a running number: a network learns "
                "it by heart. A column of texts becomes one input for each text. The target is not ticked."
            )
        )


def _show(item: QListWidgetItem, is_target: bool, is_used: bool) -> None:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    font = item.font()
    font.setBold(is_target)
    item.setFont(font)
    if is_target:
        item.setFlags(flags)
        item.setData(Qt.ItemDataRole.CheckStateRole, None)
        return
    item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_used else Qt.CheckState.Unchecked)
