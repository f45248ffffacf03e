"""Widgets beside each other where there is room for them, below each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class WrappingRow(QLayout):
    """Lays widgets out in lines from left to right, one of them with the room that is left over in its line.

    A layout for whoever is narrow at times: it asks for the width of its widest part and no more.

    Parameters
    ----------
    of : QWidget
        The widget that gets this layout.
    parts : sequence of QWidget
    growing : QWidget
        The part that has what the others leave.
    spacing : int
        px between two parts.
    """

    def __init__(self, of: QWidget, parts: Sequence[QWidget], growing: QWidget, spacing: int) -> None:
        super().__init__(of)
        self._growing = growing
        self._asked = (0, 0)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for part in parts:
            self.addWidget(part)

    # ---- what Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """Take one part more."""
        self._items.append(item)

    def count(self) -> int:
        """Give the number of parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt wants None behind the last
        """Give a part, None behind the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give a part away, None behind the last one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that it is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at a width."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        """Give the size of one line."""
        seen = self._seen()
        widths = [item.sizeHint().width() for item in seen]
        return QSize(sum(widths) + self.spacing() * max(len(seen) - 1, 0), _height(seen))

    def minimumSize(self) -> QSize:
        """Give the width of the widest part, and the height of all lines at the width of the moment.

        The height counts for whoever asks for a minimum alone: a layout above may remember a height of another font.
        """
        seen, width = self._seen(), self.geometry().width()
        height = self.heightForWidth(width) if width else _height(seen)
        return QSize(max((item.minimumSize().width() for item in seen), default=0), height)

    def setGeometry(self, rect: QRect) -> None:
        """Place every part in its line, in the middle of its height."""
        super().setGeometry(rect)
        wanted = self.heightForWidth(rect.width())
        if wanted > rect.height() and self._asked != (rect.width(), wanted):
            self._asked = (rect.width(), wanted)  # once: who has no room cannot give it
            self.parentWidget().updateGeometry()  # a layout above may remember the height of another moment
        top = rect.top()
        for line in self._lines(rect.width()):
            height = _height(line)
            self._place(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()

    # ---- lines

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Share the parts out: each stands in the line before where it has its least width there."""
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._seen():
            wanted = item.minimumSize().width() + self.spacing()
            if lines and wanted <= room:
                lines[-1].append(item)
            else:
                lines.append([item])
                room = width + self.spacing()
            room -= wanted
        return lines

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        """Give each its least width, and the growing one what is left over."""
        widths = [item.minimumSize().width() for item in line]
        rest = max(area.width() - sum(widths) - self.spacing() * (len(line) - 1), 0)
        widths = [
            width + (rest if item.widget() is self._growing else 0) for item, width in zip(line, widths, strict=True)
        ]
        left = area.left()
        for item, width in zip(line, widths, strict=True):
            height = min(item.sizeHint().height(), area.height())
            item.setGeometry(QRect(left, area.top() + (area.height() - height) // 2, width, height))
            left += width + self.spacing()


def _height(line: Sequence[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)


def wrapping_row(growing: QWidget, *others: QWidget, spacing: int, parent: QWidget | None = None) -> QWidget:
    """Put parts into a widget that lays them out so, with the first one growing."""
    row = QWidget(parent)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    WrappingRow(row, (growing, *others), growing, spacing)
    return row
