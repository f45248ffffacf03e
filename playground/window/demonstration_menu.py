"""The menu of trainings that go wrong in a way worth seeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from playground.lessons.demonstrations import Demonstration
    from playground.session.session import Session


class DemonstrationMenu(QMenu):
    """Offers the demonstrations there are; they are read when the menu is opened for the first time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, objectName="demonstrationMenu", icon=icon("lesson"), toolTipsVisible=True)
        self._session: Session
        self._demonstrations: list[Demonstration] = []
        self.setEnabled(False)

    def attach(self, session: Session) -> None:
        """Let the demonstrations work on a session."""
        self._session = session
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)
        self.setEnabled(True)

    @Slot()
    def fill(self) -> None:
        """List the demonstrations in the language of the moment."""
        from playground.lessons.demonstrations import demonstrations  # brings NumPy: not before the first paint

        self._demonstrations = self._demonstrations or demonstrations()
        language = QLocale().name()[:2]
        self.clear()
        for place, each in enumerate(self._demonstrations):
            action = self.addAction(each.title.said(language))
            action.setObjectName(f"actionDemonstration{place + 1}")
            action.setData(place)
            action.setToolTip(wrapped(each.about.said(language)))
            action.setStatusTip(each.about.said(language))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._demonstrations[action.data()].begin(self._session, QLocale().name()[:2])

    def retranslate(self) -> None:
        """Set the title in the language of the moment."""
        self.setTitle(self.tr("D&emonstrations"))
