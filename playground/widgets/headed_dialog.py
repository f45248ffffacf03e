"""A dialog that begins with a sign, a headline and what it means, as all our dialogs that tell something do."""

from __future__ import annotations

from abc import abstractmethod
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook


class Head(NamedTuple):
    """What a dialog begins with.

    Attributes
    ----------
    sign
        Name of the icon.
    size
        Its edge in px.
    scale
        How many times as large as other text the headline is.
    """

    sign: str
    size: int
    scale: float


class HeadedDialog(LiveLook, QDialog):
    """A head, a body below it, and buttons; forgets itself when it is closed.

    Attributes
    ----------
    headline, explanation : QLabel
        The words beside the sign; `retranslate` sets them.
    """

    def __init__(self, name: str, head: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sign, self.headline, self.explanation = QLabel(), QLabel(), QLabel()
        self._sign.setPixmap(icon(head.sign).pixmap(head.size, head.size))
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setWordWrap(True)
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * head.scale)
        font.setBold(True)
        self.headline.setFont(font)

    def lay_out(self, body: QWidget, buttons: QDialogButtonBox) -> None:
        """Put the head above `body` and `buttons`; `body` takes all the room there is."""
        in_column(
            in_row(
                (self._sign, 0, Qt.AlignmentFlag.AlignTop), (in_column(self.headline, self.explanation), 1), spacing=14
            ),
            (body, 1),
            buttons,
            of=self,
            margins=(18, 18, 18, 14),
            spacing=12,
        )

    @abstractmethod
    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
