"""The debugger's commands as actions: in the menu with their keys, and as the row of icons in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication

from playground.widgets.actions import add_action
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session
    from playground.session.stepping.debugger import Debugger

Role = QPalette.ColorRole


class _Command(NamedTuple):
    """An action's object name, its key, its picture and that picture's colour, and what the debugger does."""

    name: str
    key: str
    picture: str
    colour: Role = Role.ButtonText
    step: str = ""


_COMMANDS = (
    _Command("Continue", "F5", "continue", Role.Accent),
    _Command("StepBack", "Shift+F10", "step-back", step="step_back"),
    _Command("StepOver", "F10", "step-over", step="step_over"),
    _Command("StepInto", "F11", "step-into", step="step_into"),
    _Command("StepOut", "Shift+F11", "step-out", step="step_out"),
    _Command("RunToHere", "Ctrl+F10", "run-to"),
    _Command("ReverseContinue", "Ctrl+Shift+F10", "reverse-continue", step="reverse_continue"),
    _Command("RestartPass", "Ctrl+Shift+F11", "restart-pass", step="restart"),
    _Command("ToggleBreakpoint", "F9", "breakpoint"),
    _Command("FindFirstBad", "Ctrl+F9", "find-bad", step="find_first_bad"),
)
_OF_ANOTHER_ACTION = ("Continue",)
"""Commands whose key works an action of the Run menu that does the same."""


class DebugCommands(QObject):
    """Actions that work on a session's debugger and follow its state; disabled until `attach`.

    The window has a set with keys, for its menu; the panel has one without, for its row: a key belongs to one action.

    Parameters
    ----------
    widget : QWidget
        Gets the actions.
    prefix : str
        Begins the actions' object names.
    with_keys : bool
        Whether keys work these actions; their names stand in the texts on hover in any case.
    """

    def __init__(self, widget: QWidget, prefix: str, *, with_keys: bool) -> None:
        super().__init__(widget)
        self._session: Session
        self.actions: dict[str, QAction] = {}
        for name, key, picture, colour, step in _COMMANDS:
            keys = key if with_keys and name not in _OF_ANOTHER_ACTION else ""
            action = add_action(widget, f"{prefix}{name}", keys, picture, colour=colour, enabled=False)
            action.setData(step)
            self.actions[name] = action
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Let the actions work on a session."""
        self._session = session
        own = {
            "Continue": session.control.train,
            "RunToHere": self._on_run_to_here,
            "ToggleBreakpoint": self._on_toggle,
        }
        for name, action in self.actions.items():
            action.triggered.connect(own.get(name, self._on_step))
        session.debugger.travel.searching_changed.connect(self._refresh)
        session.run.running_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        searching = self._session.debugger.travel.search.is_searching
        for action in self.actions.values():
            action.setEnabled(not searching)  # while training runs, a step pauses it
        self.actions["Continue"].setEnabled(not searching and not self._session.run.is_running)

    @Slot()
    def _on_step(self) -> None:
        getattr(self._debugger(), self.sender().data())()

    @Slot()
    def _on_run_to_here(self) -> None:
        debugger = self._debugger()
        here = event_here(debugger)
        if here is not None:
            debugger.run_to(here)
        elif debugger.is_open:
            self._session.status.emit(self.tr("Choose a line in the list of calls, or a number, to run to."))

    @Slot()
    def _on_toggle(self) -> None:
        from playground.session.stepping.blame import place_of  # brings NumPy: not before the first paint

        debugger = self._debugger()
        line = _focused_line()
        if line is not None and line < len(debugger.trace):
            debugger.breakpoints.toggle(place_of(debugger.trace[line]))
        else:
            debugger.toggle_breakpoint()

    def _debugger(self) -> Debugger:
        """Give the debugger, and see that its panel is seen when it is about to open."""
        if not self._session.debugger.is_open:
            bring_debugger(self._session)
        return self._session.debugger

    # ---- texts

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        texts = {**self._texts_of_steps(), **self._texts_of_places()}
        for command in _COMMANDS:
            name, explanation = texts[command.name]
            action = self.actions[command.name]
            action.setText(name)
            action.setStatusTip(explanation)
            keys = QKeySequence(command.key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(wrapped(f"{name} ({keys})\n{explanation}"))

    def _texts_of_steps(self) -> dict[str, tuple[str, str]]:
        return {
            "Continue": (self.tr("Continue"), self.tr("Train on, to the next breakpoint.")),
            "StepBack": (
                self.tr("Step back"),
                self.tr("Take the last step back; before the first one lies the end of the iteration before."),
            ),
            "StepOver": (
                self.tr("Step over"),
                self.tr("Compute the whole next layer; after the update comes the next iteration of training."),
            ),
            "StepInto": (self.tr("Step into"), self.tr("Compute the next node of the layer's graph.")),
            "StepOut": (self.tr("Step out"), self.tr("Finish this layer; from its end, finish the phase.")),
        }

    def _texts_of_places(self) -> dict[str, tuple[str, str]]:
        return {
            "RunToHere": (
                self.tr("Run to here"),
                self.tr("Go to the chosen line in the list of calls, or to where the chosen number is computed."),
            ),
            "ReverseContinue": (
                self.tr("Reverse continue"),
                self.tr("Go back to the breakpoint before this place, also in an earlier iteration."),
            ),
            "RestartPass": (self.tr("Restart the pass"), self.tr("Go back to where nothing of this pass is computed.")),
            "ToggleBreakpoint": (
                self.tr("Toggle breakpoint"),
                self.tr(
                    "Stop here from now on, or no longer: at the chosen line of the list, or where the pass stands."
                ),
            ),
            "FindFirstBad": (
                self.tr("Find where it went wrong"),
                self.tr(
                    "Go through the training again for the first moment at which a breakpoint holds; without any, at "
                    "which a number was not finite, a layer died, or the loss or a gradient jumped."
                ),
            ),
        }


def event_here(debugger: Debugger) -> int | None:
    """Return the index of the event that "here" means: the line with the keyboard, or what makes the chosen number."""
    line = _focused_line()
    if line is not None or debugger.element is None:
        return line
    name = debugger.element.name
    return next((event.index for event in debugger.trace if name in event.outputs), None)


def open_when_paused(session: Session) -> None:
    """Pause training at the end of its iteration, and show the next one in the debugger."""

    def show() -> None:
        bring_debugger(session)
        if not session.debugger.is_open:  # a breakpoint may have opened it
            session.debugger.open()

    session.control.pause()
    session.control.when_idle(show)


def bring_debugger(session: Session) -> None:
    """Let the debugger be seen, and when stepping begins its variables, unless a person draws or follows a lesson."""
    if not (session.debugger.is_open or session.lesson_place.name or _is_drawing()):
        session.panel_requested.emit("variables")
    session.panel_requested.emit("debugger")


def _is_drawing() -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and focused.objectName() == "digitCanvas"


def _focused_line() -> int | None:
    """Return the event whose line has the keyboard, None where no list of events has it."""
    return getattr(QApplication.focusWidget(), "chosen_event", None)
