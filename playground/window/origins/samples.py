"""The samples of a batch with their parts in a gradient, as a list of pictures or of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from playground.widgets.look.colors import is_dark
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.row_picture import picture_shape, row_pixmap
from playground.widgets.text.tooltips import describe, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.datasets.base import Dataset

SIDE = 48  # px


class Entry:
    """A sample in the list: its row of the training data, the line below its picture, and what is said on hover."""

    def __init__(self, row: int, text: str, about: str) -> None:
        self.row, self.text, self.about = row, text, about


class SampleStrip(LiveLook, QListWidget):
    """Shows samples in an order, and tells which one is chosen."""

    place_chosen = Signal(int)
    """Which of the samples, from 0."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self._entries: tuple[Entry, ...] = ()
        self._data: Dataset | None = None
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)

    def show_entries(self, data: Dataset, entries: Sequence[Entry]) -> None:
        """Show other samples."""
        self._data, self._entries = data, tuple(entries)
        is_pictures = picture_shape(data) is not None
        self.setViewMode(QListView.ViewMode.IconMode if is_pictures else QListView.ViewMode.ListMode)
        self.setMovement(QListView.Movement.Static)  # which a change of the mode forgets
        self.clear()
        for entry in self._entries:
            item = QListWidgetItem(entry.text)
            item.setToolTip(wrapped(entry.about))
            self.addItem(item)
        self.restyle()
        self.scrollToTop()

    def clear_entries(self) -> None:
        """Show nothing."""
        self._data, self._entries = None, ()
        self.clear()

    @property
    def chosen(self) -> int | None:
        """Which sample is chosen, None without one."""
        row = self.currentRow()
        return row if 0 <= row < len(self._entries) else None

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        if self._data is None or picture_shape(self._data) is None:
            self.setGridSize(QSize())
            return
        widest = max((self.fontMetrics().horizontalAdvance(entry.text) for entry in self._entries), default=0)
        cell = QSize(max(SIDE, widest) + 14, SIDE + self.fontMetrics().height() + 12)
        self.setGridSize(cell)
        dark = is_dark(self.palette())
        for place, entry in enumerate(self._entries):
            pixmap = row_pixmap(self._data, "train", entry.row, SIDE, is_dark=dark)
            self.item(place).setIcon(QIcon(pixmap))
            self.item(place).setSizeHint(cell)  # else each is as wide as its picture

    def name(self, text: str) -> None:
        """Say what the list is."""
        describe(self, text)
        self.setToolTip("")  # its entries have their own

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(self.row(item))
