"""Show an error with a report that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.dialogs.versions import versions_text
from playground.widgets.icons import icon


class ReportDialog(QDialog):
    """One or more errors, what runs here, and a button that copies it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errors: list[str] = []
        self._sign = QLabel()
        self._sign.setPixmap(icon("warning").pixmap(40, 40))
        self._headline = QLabel()
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
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
        self._lay_out()
        self.retranslate()
        self.resize(680, 440)

    def _lay_out(self) -> None:
        font = self._headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self._headline.setFont(font)
        words = QVBoxLayout()
        words.addWidget(self._headline)
        words.addWidget(self._explanation)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._report, 1)
        layout.addWidget(self._buttons)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self.setWindowTitle(self.tr("Error report"))
        self._headline.setText(self.tr("Something went wrong"))
        self._explanation.setText(
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
