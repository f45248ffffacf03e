"""Show an error with a report that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from playground.safety.versions import versions_text
from playground.widgets.headed_dialog import Head, HeadedDialog
from playground.widgets.look.icons import icon


class ReportDialog(HeadedDialog):
    """One or more errors, what runs here, and a button that copies it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reportDialog", Head("warning", 40, 1.3), parent)
        self._errors: list[str] = []
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.document().setDocumentMargin(10)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = QPushButton(icon("copy"), "")
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._buttons.rejected.connect(self.reject)
        self.lay_out(self._report, self._buttons)
        self.retranslate()
        self.resize(680, 440)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self.setWindowTitle(self.tr("Error report"))
        self.headline.setText(self.tr("Something went wrong"))
        self.explanation.setText(
            self.tr(
                "The program goes on, and your network is still there. The report below helps to mend the "
                "fault: copy it into a message to the authors."
            )
        )
        self._report.setAccessibleName(self.tr("Error report"))
        self._report.setToolTip(self.tr("What happened and where, and the versions in use"))
        self._copy.setText(self.tr("&Copy report"))
        self._copy.setToolTip(self.tr("Put the whole report on the clipboard as plain text"))

    def add(self, text: str) -> None:
        """Write one more error into the report."""
        self._errors.append(text.rstrip())
        self._report.setPlainText("\n\n".join([*self._errors, versions_text()]))

    def text(self) -> str:
        """Give the report as it would be copied."""
        return self._report.toPlainText()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
