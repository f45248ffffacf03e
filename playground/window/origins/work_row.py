"""How far training again has come, and what ends it or begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from collections.abc import Callable

_STEPS = 1000  # of the progress bar


class Working(NamedTuple):
    """What the row shows: how much is done, what is said on it, and what the button begins."""

    share: float
    text: str
    begins: str
    about: str


class WorkRow(LiveLook, QWidget):
    """A bar and a button: Cancel while there is work, else what begins it."""

    def __init__(self, name: str, cancel: Callable[[], None], begin: Callable[[], None]) -> None:
        super().__init__()
        self._cancel, self._begin, self._is_busy = cancel, begin, False
        self.progress = QProgressBar(objectName=f"{name}Progress", maximum=_STEPS)
        self.button = QPushButton(objectName=f"{name}Work", autoDefault=False)
        self.button.clicked.connect(self._on_clicked)
        in_row((self.progress, 1), STRETCH, self.button, of=self, spacing=8)
        self.retranslate()

    def show_work(self, is_busy: bool, working: Working, seconds: float) -> None:
        """Show work that is under way, or offer to begin it."""
        self._is_busy = is_busy
        text = working.text
        if is_busy and seconds:
            left = self.tr("{text}, about {seconds:,} s left")
            text = left.format(text=text, seconds=max(1, round(seconds)))
        self.progress.setValue(round(_STEPS * working.share) if is_busy else 0)
        self.progress.setFormat(text)
        self.progress.setVisible(bool(text))
        self.button.setText(self.tr("Cancel") if is_busy else working.begins)
        on_hover(self.tr("Give it up; what was found stays.") if is_busy else working.about, self.button)

    @Slot()
    def _on_clicked(self) -> None:
        (self._cancel if self._is_busy else self._begin)()

    def retranslate(self) -> None:
        """Set every text in the language of the moment; what is shown follows from its owner."""
        describe(self.progress, self.tr("How much is done"))
