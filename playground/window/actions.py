"""Everything the menus and the toolbar can do, each under a stable object name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence, QPalette

from playground.widgets.actions import add_action, as_menu_text, name_action, permit, without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session
    from playground.session.stepping.debugger import Debugger


class Actions(QObject):
    """The actions of the window; those that need the session are disabled until `attach`.

    F9, F10 and F11 with their modifiers belong to the debugger's commands.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._session: Session | None = None
        self._debugger: Debugger | None = None
        self.train = add_action(window, "actionTrain", "F5", "play", colour=QPalette.ColorRole.Accent)
        self.pause = add_action(window, "actionPause", "F6", "pause")
        self.stop = add_action(window, "actionStop", "Shift+F5", "stop")
        self.step_iteration = add_action(window, "actionStepIteration", "F7", "step")
        self.step_epoch = add_action(window, "actionStepEpoch", "F8", "step-epoch")
        self.reset_weights = add_action(window, "actionResetWeights", "Ctrl+Shift+F5", "reset")
        self.undo = add_action(window, "actionUndo", "Ctrl+Z", "undo")
        self.redo = add_action(window, "actionRedo", "Ctrl+Shift+Z Ctrl+Y", "redo")
        self.save_picture = add_action(window, "actionSavePicture", "Ctrl+Alt+P", "export")
        self.search = add_action(window, "actionSearch", "Ctrl+K Ctrl+Shift+P", "search")
        self.quit = add_action(window, "actionQuit", "Ctrl+Q", "quit")
        self.full_screen = add_action(window, "actionFullScreen", "Ctrl+Shift+F", checkable=True)
        self.lessons = add_action(window, "actionLessons", "Ctrl+L", "lesson")
        self.shortcuts = add_action(window, "actionShortcuts", "F1", "keyboard")
        self.about = add_action(window, "actionAbout", "", "info")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.run = (self.train, self.pause, self.stop, self.step_iteration, self.step_epoch, self.reset_weights)
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Let the run and edit actions work on a session and follow its state."""
        self._session = session
        control = session.control
        for action, act in (
            (self.train, control.train),
            (self.pause, control.pause),
            (self.stop, self._on_stop),
            (self.step_iteration, control.step_iteration),
            (self.step_epoch, control.step_epoch),
            (self.reset_weights, self._on_reset_weights),
            (self.undo, session.document.undo),
            (self.redo, session.document.redo),
        ):
            action.triggered.connect(act)
        session.document.undo_changed.connect(self._refresh_undo)
        session.run.running_changed.connect(self._refresh_run)
        session.control.paused_changed.connect(self._refresh_run)
        self._refresh_undo()
        self._refresh_run()

    def follow_stepping(self, debugger: Debugger) -> None:
        """Let Stop end a pass that is stepped through, too."""
        self._debugger = debugger
        debugger.opened_changed.connect(self._refresh_run)
        self._refresh_run()

    @Slot()
    def _on_stop(self) -> None:
        self._session.control.stop()
        if self._debugger is not None:
            self._debugger.close()

    @Slot()
    def _on_reset_weights(self) -> None:
        self._session.editing.reset_weights()

    @Slot()
    def _refresh_run(self) -> None:
        if self._session is None:
            for action in self.run:
                permit(action, self.tr("The program is still starting."))
            return
        running = self._session.run.is_running
        is_stepping = self._debugger is not None and self._debugger.is_open
        for action in self.run:
            permit(action)  # the steps and the reset stop a run by themselves
        if running:
            permit(self.train, self.tr("Training runs already."))
        else:
            permit(self.pause, self.tr("Nothing is being trained."))
        if not (running or is_stepping or self._session.control.is_paused):
            permit(self.stop, self.tr("There is no run to end."))

    @Slot()
    def _refresh_undo(self) -> None:
        document = self._session.document if self._session else None
        undo, redo = (document.undo_text, document.redo_text) if document else ("", "")
        nothing = (self.tr("There is no edit to take back."), self.tr("Nothing was undone."))
        possible = (document.can_undo, document.can_redo) if document else (False, False)
        for action, verb, edit, explanation, why_not, is_possible in (
            (self.undo, self.tr("&Undo"), undo, self.tr("Take the last edit back"), nothing[0], possible[0]),
            (self.redo, self.tr("&Redo"), redo, self.tr("Do again what was undone"), nothing[1], possible[1]),
        ):
            name_action(action, f"{verb}: {as_menu_text(edit)}" if edit else verb, explanation)
            action.setIconText(without_mnemonic(verb))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            permit(action, "" if is_possible else why_not, f"{without_mnemonic(action.text())} ({keys})")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for action, text, explanation in (
            (
                self.train,
                self.tr("&Train"),
                self.tr("Train the network: forward pass, loss, backward pass and update, batch after batch"),
            ),
            (
                self.pause,
                self.tr("&Pause"),
                self.tr("Stop after this iteration; everything stays as it is seen, and Train goes on from there"),
            ),
            (
                self.stop,
                self.tr("&Stop"),
                self.tr("End the run, also a paused one, and stepping; the next Train begins a new run"),
            ),
            (
                self.step_iteration,
                self.tr("+1 &iteration"),
                self.tr("Train on one mini-batch: one update of the weights"),
            ),
            (
                self.step_epoch,
                self.tr("+1 &epoch"),
                self.tr("Train to the end of the epoch: through the rest of the training data"),
            ),
            (
                self.reset_weights,
                self.tr("&Reset weights"),
                self.tr("Give the weights the initial values of this seed again"),
            ),
            (
                self.save_picture,
                self.tr("Save &picture of the window…"),
                self.tr("Save what the window shows as a PNG file"),
            ),
            (self.quit, self.tr("&Quit"), self.tr("End the program")),
            (self.full_screen, self.tr("&Full screen"), self.tr("Use the whole screen, or go back to the window")),
            (
                self.lessons,
                self.tr("&Lessons"),
                self.tr("Short tasks with the book's own numbers, each opening in a ready state"),
            ),
            (self.shortcuts, self.tr("&Keyboard shortcuts"), self.tr("List every key that does something")),
            (
                self.search,
                self.tr("&Search…"),
                self.tr("Find any command, panel, setting, layer or lesson by its name, in both languages"),
            ),
            (self.about, self.tr("&About NN Playground"), self.tr("Versions, licences and sources")),
        ):
            name_action(action, text, explanation)
        self._refresh_undo()
        self._refresh_run()
