"""Room for a panel that needs the whole height of a low window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QDockWidget


_PATIENCE = 300  # ms


class DockRoom(QObject):
    """Hides the docks below one as long as it is in front and too low, and shows them again afterwards.

    Parameters
    ----------
    dock : QDockWidget
        Its panel's `height_needed` is the height in pixels under which others give way.
    others : sequence of QDockWidget
        Those that may stand below it.
    """

    def __init__(self, dock: QDockWidget, others: Sequence[QDockWidget]) -> None:
        super().__init__(dock)
        self._dock, self._others = dock, others
        self._hidden: list[QDockWidget] = []
        # Qt tells of the change in the middle of its layout, when heights do not hold yet.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._refresh)
        dock.visibilityChanged.connect(self._on_visibility_changed)
        dock.widget().room_changed.connect(self._on_room_changed)

    @Slot(bool)
    def _on_visibility_changed(self, _visible: bool) -> None:
        self._soon.start(0)

    @Slot()
    def _on_room_changed(self) -> None:
        """Wait a moment: a step into the next iteration trains for some milliseconds, and nothing should flicker."""
        self._soon.start(_PATIENCE)

    @Slot()
    def _refresh(self) -> None:
        dock = self._dock
        if dock.visibleRegion().isEmpty() or dock.isFloating() or not dock.widget().needs_room:
            self._show_again()
        elif not self._hidden and dock.height() < dock.widget().height_needed:
            self._hidden = [other for other in self._others if self._is_below(other)]
            for other in self._hidden:
                other.hide()

    def _show_again(self) -> None:
        for other in self._hidden:
            other.show()
        self._hidden = []

    def _is_below(self, other: QDockWidget) -> bool:
        is_in_column = other.x() == self._dock.x() and other.y() > self._dock.y()
        return is_in_column and other.isVisible() and not other.isFloating()

    @property
    def above(self) -> QDockWidget:
        """The dock that needs the room."""
        return self._dock

    def gave_way(self, other: QDockWidget) -> bool:
        """Say whether a dock is hidden for this one's sake; a person may have opened it again."""
        return other in self._hidden and other.isHidden()

    def as_if_shown(self, save: Callable[[], QByteArray]) -> QByteArray:
        """Return what is saved of an arrangement in which nothing gave way: nobody asked for that."""
        hidden = [other for other in self._hidden if self.gave_way(other)]
        for other in hidden:
            other.show()
        saved = save()
        for other in hidden:
            other.hide()
        return saved
