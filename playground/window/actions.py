"""Everything the menus and the toolbar can do, each under a stable object name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence, QPalette

from playground.panels.debug_commands import open_when_paused
from playground.widgets.look.icons import icon
from playground.window.language import without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session

Role = QPalette.ColorRole


class Actions(QObject):
    """The actions of the window; those that need the session are disabled until `attach`.

    F9, F10 and F11 with their modifiers belong to the debugger's commands.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self.train = self._add("actionTrain", "F5", "play", Role.Accent)
        self.pause = self._add("actionPause", "F6", "pause")
        self.stop = self._add("actionStop", "Shift+F5", "stop")
        self.step_iteration = self._add("actionStepIteration", "F7", "step")
        self.step_epoch = self._add("actionStepEpoch", "F8", "step-epoch")
        self.reset_weights = self._add("actionResetWeights", "Ctrl+Shift+F5", "reset")
        self.undo = self._add("actionUndo", "Ctrl+Z", "undo")
        self.redo = self._add("actionRedo", "Ctrl+Shift+Z Ctrl+Y", "redo")
        self.save_picture = self._add("actionSavePicture", "Ctrl+Shift+P", "export")
        self.quit = self._add("actionQuit", "Ctrl+Q", "quit")
        self.reset_layout = self._add("actionResetLayout", "", "layout")
        self.full_screen = self._add("actionFullScreen", "Ctrl+Shift+F", "")
        self.lessons = self._add("actionLessons", "Ctrl+L", "lesson")
        self.shortcuts = self._add("actionShortcuts", "F1", "keyboard")
        self.about = self._add("actionAbout", "", "info")
        self.full_screen.setCheckable(True)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.run = (
            self.train,
            self.pause,
            self.stop,
            self.step_iteration,
            self.step_epoch,
            self.reset_weights,
        )
        for action in (*self.run, self.undo, self.redo):
            action.setEnabled(False)
        self.retranslate()

    def _add(self, name: str, keys: str, picture: str, colour: Role = Role.ButtonText) -> QAction:
        action = QAction(self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        if picture:
            action.setIcon(icon(picture, colour))
        self._window.addAction(action)
        return action

    def attach(self, session: Session) -> None:
        """Let the run and edit actions work on a session and follow its state."""
        self._session = session
        self.train.triggered.connect(self._on_train)
        self.pause.triggered.connect(self._on_pause)
        self.stop.triggered.connect(self._on_stop)
        self.step_iteration.triggered.connect(self._on_step_iteration)
        self.step_epoch.triggered.connect(self._on_step_epoch)
        self.reset_weights.triggered.connect(self._on_reset_weights)
        self.undo.triggered.connect(self._on_undo)
        self.redo.triggered.connect(self._on_redo)
        session.document.undo_changed.connect(self._refresh_undo)
        session.run.running_changed.connect(self._refresh_run)
        session.control.paused_changed.connect(self._refresh_run)
        self._refresh_undo()
        self._refresh_run()

    # `triggered` carries a bool that the session's methods would take for an argument of theirs.
    @Slot()
    def _on_train(self) -> None:
        self._session.control.train()

    @Slot()
    def _on_pause(self) -> None:
        open_when_paused(self._session)

    @Slot()
    def _on_stop(self) -> None:
        self._session.control.stop()

    @Slot()
    def _on_step_iteration(self) -> None:
        self._session.control.step_iteration()

    @Slot()
    def _on_step_epoch(self) -> None:
        self._session.control.step_epoch()

    @Slot()
    def _on_reset_weights(self) -> None:
        self._session.editing.reset_weights()

    @Slot()
    def _on_undo(self) -> None:
        self._session.document.undo()

    @Slot()
    def _on_redo(self) -> None:
        self._session.document.redo()

    @Slot()
    def _refresh_run(self) -> None:
        running = self._session.run.is_running
        for action in self.run:
            action.setEnabled(True)  # the steps and the reset stop a run by themselves
        self.train.setEnabled(not running)
        self.pause.setEnabled(running)
        self.stop.setEnabled(running or self._session.control.is_paused)

    @Slot()
    def _refresh_undo(self) -> None:
        document = self._session.document if self._session else None
        self.undo.setEnabled(document is not None and document.can_undo)
        self.redo.setEnabled(document is not None and document.can_redo)
        self.undo.setText(_named(self.tr("&Undo"), document.undo_text if document else ""))
        self.redo.setText(_named(self.tr("&Redo"), document.redo_text if document else ""))
        self.undo.setIconText(self.tr("Undo"))
        self.redo.setIconText(self.tr("Redo"))
        self.undo.setStatusTip(self.tr("Take the last edit back"))
        self.redo.setStatusTip(self.tr("Do again what was undone"))
        self.undo.setToolTip(_with_keys(without_mnemonic(self.undo.text()), self.undo))
        self.redo.setToolTip(_with_keys(without_mnemonic(self.redo.text()), self.redo))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        _say(
            self.train,
            self.tr("&Train"),
            self.tr("Train the network: forward pass, loss, backward pass and update, batch after batch"),
        )
        _say(
            self.pause,
            self.tr("&Pause"),
            self.tr("Stop after this iteration and step through the next one; Train goes on to the same last epoch"),
        )
        _say(self.stop, self.tr("&Stop"), self.tr("End the run, also a paused one; the next Train begins a new one"))
        _say(
            self.step_iteration,
            self.tr("+1 &iteration"),
            self.tr("Train on one mini-batch: one update of the weights"),
        )
        _say(
            self.step_epoch,
            self.tr("+1 &epoch"),
            self.tr("Train to the end of the epoch: through the rest of the training data"),
        )
        _say(
            self.reset_weights,
            self.tr("&Reset weights"),
            self.tr("Give the weights the initial values of this seed again"),
        )
        self._retranslate_rest()
        self._refresh_undo()

    def _retranslate_rest(self) -> None:
        _say(
            self.save_picture,
            self.tr("Save &picture of the window…"),
            self.tr("Save what the window shows as a PNG file"),
        )
        _say(self.quit, self.tr("&Quit"), self.tr("End the program"))
        _say(
            self.reset_layout,
            self.tr("&Reset layout"),
            self.tr("Put every dock back to its first place"),
        )
        _say(
            self.full_screen,
            self.tr("&Full screen"),
            self.tr("Use the whole screen, or go back to the window"),
        )
        _say(
            self.lessons,
            self.tr("&Lessons"),
            self.tr("Short tasks with the book's own numbers, each opening in a ready state"),
        )
        _say(
            self.shortcuts,
            self.tr("&Keyboard shortcuts"),
            self.tr("List every key that does something"),
        )
        _say(
            self.about,
            self.tr("&About NN Playground"),
            self.tr("Versions, licences and sources"),
        )


def _named(verb: str, edit: str) -> str:
    return f"{verb}: {edit}" if edit else verb


def _say(action: QAction, text: str, explanation: str) -> None:
    action.setText(text)
    action.setIconText(without_mnemonic(text))
    action.setStatusTip(explanation)
    action.setToolTip(_with_keys(explanation, action))


def _with_keys(explanation: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{explanation} ({keys})" if keys else explanation
