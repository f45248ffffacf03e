"""The actions of the File menu that work on documents, and the menu of recent ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.widgets.actions import add_action, as_menu_text, name_action


class FileActions(QObject):
    """New, Open, Save and Save as under stable object names; disabled until there is a session."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.new = add_action(window, "actionNew", "Ctrl+N", "new", enabled=False)
        self.open = add_action(window, "actionOpen", "Ctrl+O", "open", enabled=False)
        self.save = add_action(window, "actionSave", "Ctrl+S", "save", enabled=False)
        self.save_as = add_action(window, "actionSaveAs", "Ctrl+Shift+S", enabled=False)
        self.save_bare = add_action(window, "actionSaveWithoutWay", enabled=False)
        self.recent = RecentMenu(window)
        self.retranslate()

    def enable(self) -> None:
        """Let them be used."""
        for action in (self.new, self.open, self.save, self.save_as, self.save_bare):
            action.setEnabled(True)
        self.recent.setEnabled(True)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for action, text, explanation in (
            (self.new, self.tr("&New"), self.tr("Begin with the book's network for MNIST, not yet trained")),
            (self.open, self.tr("&Open…"), self.tr("Open a document and go on exactly where it was saved")),
            (
                self.save,
                self.tr("&Save"),
                self.tr("Write network, training state and history into the document's file"),
            ),
            (self.save_as, self.tr("Save &as…"), self.tr("Write the document into another file")),
            (
                self.save_bare,
                self.tr("Save wit&hout the past…"),
                self.tr("Write a smaller file, from which the moments of the training cannot be looked at again"),
            ),
        ):
            name_action(action, text, explanation)
        self.recent.retranslate()


class RecentMenu(QMenu):
    """Offers the documents opened or saved lately.

    Attributes
    ----------
    chosen : Signal(object)
        Path of one of them.
    cleared : Signal
        The list is to be forgotten.
    """

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, objectName="recentMenu", toolTipsVisible=True, enabled=False)
        self._paths: list[str] = []
        self.triggered.connect(self._on_triggered)

    def show_paths(self, paths: list[str]) -> None:
        """List these files, by their names; the whole path stands on hover."""
        self._paths = list(paths)
        self.clear()
        for number, path in enumerate(paths, 1):
            action = self.addAction(f"&{number % 10}  {as_menu_text(_shown(Path(path).name))}")
            action.setData(path)
            action.setToolTip(_shown(path))
            action.setStatusTip(_shown(path))
        self.addSeparator()
        forget = self.addAction(self.tr("&Clear this list"))
        forget.setObjectName("actionClearRecent")
        forget.setStatusTip(self.tr("Forget which documents were opened; the files stay"))
        forget.setEnabled(bool(paths))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is None:
            self.cleared.emit()
        else:
            self.chosen.emit(Path(action.data()))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setTitle(self.tr("Open &recent"))
        self.show_paths(self._paths)


def _shown(text: str) -> str:
    """Return a path as it may be shown. Nearly every one is, and the first paint does not wait for an import."""
    if text.isprintable():
        return text
    from playground.session.phrase import said

    return said(text)
