"""The dialog about the program: what it is, what it stands on, and under which licences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QTabWidget, QWidget

import resources
from playground.safety.versions import program_version, versions_text
from playground.widgets.headed_dialog import Head, HeadedDialog
from playground.widgets.look.icons import icon

LICENCES = Path(resources.__file__).parent / "licenses"


class AboutDialog(HeadedDialog):
    """Versions to copy into a report, and the licences of everything that is included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("aboutDialog", Head("app", 64, 1.6), parent)
        self._versions = _page(versions_text())
        self._licences = _page(_licence_texts())
        self._pages = QTabWidget()
        self._pages.addTab(self._versions, "")
        self._pages.addTab(self._licences, "")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = QPushButton(icon("copy"), "")
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._buttons.rejected.connect(self.reject)
        self.lay_out(self._pages, self._buttons)
        self.retranslate()
        self.resize(620, 480)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self.setWindowTitle(self.tr("About NN Playground"))
        self.headline.setText(f"NN Playground {program_version()}")
        self.explanation.setText(self.tr("See inside a neural network while it thinks and learns, number by number."))
        for page, title in ((self._versions, self.tr("Versions")), (self._licences, self.tr("Licences"))):
            self._pages.setTabText(self._pages.indexOf(page), title)
            page.setAccessibleName(title)
        self._versions.setToolTip(self.tr("What runs here: add it to a report of a fault"))
        self._licences.setToolTip(self.tr("Under which terms each part of the program may be used"))
        self._copy.setText(self.tr("&Copy versions"))
        self._copy.setToolTip(self.tr("Put the versions on the clipboard as plain text"))

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._versions.toPlainText())


def _page(text: str) -> QPlainTextEdit:
    page = QPlainTextEdit(text, readOnly=True)
    page.document().setDocumentMargin(10)
    return page


def _licence_texts() -> str:
    """Join the summary of what is included with the full texts that ship beside the data."""
    texts = [path.read_text(encoding="utf-8").strip() for path in sorted(LICENCES.glob("*.txt"))]
    return ("\n\n" + "_" * 60 + "\n\n").join([INCLUDED, *texts])


# Names and licences stay as their owners wrote them, in every language.
INCLUDED = """\
NN Playground: MIT License.

It uses
  Qt 6 and PySide6 (The Qt Company): GNU Lesser General Public License 3, https://www.qt.io/licensing
  NumPy (NumPy Developers): BSD 3-Clause License, https://numpy.org
  pyqtgraph (University of North Carolina at Chapel Hill, Luke Campagnola): MIT License, https://pyqtgraph.org
  Python (Python Software Foundation): PSF License, https://python.org

It includes
  the MNIST database of handwritten digits: CC BY-SA 3.0 (below)
  a subset of the font Noto Sans CJK KR: SIL Open Font License 1.1 (below)"""
