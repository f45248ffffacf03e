"""One calm line below the canvas: what is on it, how it was read, or what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.look.live_look import LiveLook

_LINES = 2


class CanvasNote(LiveLook, QLabel):
    """Show an account of the current digit, or a notice until the next digit comes.

    Plain text: the names of files are shown here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._notice = ""
        self._account: str | None = None
        self._request = ""
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # room for two lines from the start, so that a message never pushes the canvas about
        self.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.retranslate()

    def say(self, notice: str) -> None:
        """Show a notice until `tell` or an empty notice."""
        self._notice = notice
        self._refresh()

    def tell(self, account: str | None) -> None:
        """Show an account of what is on the canvas, now or after the notice; None for an empty canvas."""
        self._account = account
        self._refresh()

    def ask_for(self, request: str) -> None:
        """Say what to do while the canvas is empty."""
        self._request = request
        self._refresh()

    def verdict(self, subject: str, label: str, digit: str) -> str:
        """Return a sentence about a picture that has been read.

        Parameters
        ----------
        subject : str
            What is on the canvas, at the beginning of a sentence.
        label : str
            The class that it shows.
        digit : str
            The class that the network reads.
        """
        if label == digit:
            return self.tr("{subject} shows {label}: read correctly.").format(subject=subject, label=label)
        return self.tr("{subject} shows {label}: misread as {digit}.").format(subject=subject, label=label, digit=digit)

    def _refresh(self) -> None:
        self.setText(self._notice or (self._request if self._account is None else self._account))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setToolTip(self.tr("What is on the canvas and how it was read."))
        self._refresh()
