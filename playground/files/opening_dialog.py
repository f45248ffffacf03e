"""How far the opening of a large file is, and a way to give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QWidget

from nn.messages import printable
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook


class OpeningDialog(LiveLook, QDialog):
    """A name, a bar and Cancel; `rejected` means that the file is not wanted any more."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="openingDialog", windowModality=Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = printable(name)
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._bar = QProgressBar(maximum=100)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        in_column(self._label, self._bar, buttons, of=self, margins=(18, 16, 18, 14), spacing=12)
        self.setMinimumWidth(380)
        self.retranslate()

    def show_share(self, share: int) -> None:
        """Say how many per cent are read; what follows the reading has no measure."""
        self._bar.setMaximum(100 if share < 100 else 0)
        self._bar.setValue(share)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Opening a document"))
        self._label.setText(self.tr("Opening {name} …").format(name=self._name))
        self._bar.setAccessibleName(self.tr("How much of the file is read"))
        self._bar.setToolTip(self.tr("How much of the file is read; Cancel leaves everything as it is"))
