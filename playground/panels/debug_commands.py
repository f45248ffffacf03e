"""The debugger's commands as actions: in the menu and in the tool bar, with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from playground.widgets.actions import add_action, permit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session
    from playground.session.stepping.debugger import Debugger


class _Command(NamedTuple):
    """An action's object name, its key and its picture, and what the debugger does."""

    name: str
    key: str
    picture: str
    step: str = ""


_COMMANDS = (
    _Command("StepBack", "Ctrl+F11", "step-back", "step_back"),
    _Command("StepOver", "F10", "step-over", "step_over"),
    _Command("StepInto", "F11", "step-into", "step_into"),
    _Command("StepOut", "Shift+F11", "step-out", "step_out"),
    _Command("RunToHere", "Ctrl+F10", "run-to"),
    _Command("ReverseContinue", "Ctrl+Shift+F11", "reverse-continue", "reverse_continue"),
    _Command("RestartPass", "Ctrl+Shift+F9", "restart-pass", "restart"),
    _Command("ToggleBreakpoint", "F9", "breakpoint"),
    _Command("FindFirstBad", "Ctrl+F9", "find-bad"),
    _Command("FindCause", "", "cause"),
    _Command("WhatIf", "", "cause"),
    _Command("CheckGradients", "", "nudge"),
    _Command("WhoTaught", "", "lesson"),
)


class DebugCommands(QObject):
    """Actions that work on a session's debugger and follow its state; disabled until `attach`.

    Train is one of them, too: it goes on to the next breakpoint.

    Parameters
    ----------
    window : QWidget
        Gets the actions.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self.actions: dict[str, QAction] = {}
        for name, key, picture, step in _COMMANDS:
            action = add_action(window, f"action{name}", key, picture)
            action.setData(step)
            self.actions[name] = action
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Let the actions work on a session."""
        self._session = session
        handlers = _Handlers(session, self._window, self)
        for name, action in self.actions.items():
            action.triggered.connect(handlers.of(name))
        session.debugger.travel.searching_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        why_not = ""  # while training runs, a step pauses it
        if self._session is None:
            why_not = self.tr("The program is still starting.")
        elif self._session.debugger.travel.search.is_searching:
            why_not = self.tr("The training is being gone through again: wait for it, or cancel it in the debugger.")
        for action in self.actions.values():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            name = f"{action.text()} ({keys})" if keys else action.text()
            permit(action, why_not, f"{name}\n{action.statusTip()}")

    # ---- texts

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        texts = {**self._texts_of_steps(), **self._texts_of_places()}
        for command in _COMMANDS:
            name, explanation = texts[command.name]
            action = self.actions[command.name]
            action.setText(name)
            action.setStatusTip(explanation)
        self._refresh()

    def _texts_of_steps(self) -> dict[str, tuple[str, str]]:
        return {
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
            "FindCause": (
                self.tr("Find the cause…"),
                self.tr(
                    "Find the update with which it went wrong, and try from just before it what would have helped."
                ),
            ),
            "WhatIf": (
                self.tr("What would have been…"),
                self.tr("Choose what could have been otherwise from some iteration on, and see where it leads."),
            ),
            "CheckGradients": (
                self.tr("Check all gradients"),
                self.tr(
                    "Compare the gradients by backpropagation with those by small differences, for all parameters."
                ),
            ),
            "WhoTaught": (
                self.tr("Who taught you that?"),
                self.tr(
                    "Show the training samples that raised or lowered most what the network says of the sample shown."
                ),
            ),
        }


class _Handlers(QObject):
    """What the commands do with a session.

    Parameters
    ----------
    session : Session
    window : QWidget
        Above which dialogs open.
    """

    def __init__(self, session: Session, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window = session, window

    def of(self, command: str) -> Callable[[], None]:
        """Return what a command does; most are a step."""
        own = {
            "RunToHere": self._on_run_to_here,
            "ToggleBreakpoint": self._on_toggle,
            "FindFirstBad": self._on_find,
            "FindCause": self._on_find_cause,
            "WhatIf": self._on_what_if,
            "CheckGradients": self._on_check_gradients,
            "WhoTaught": self._on_who_taught,
        }
        return own.get(command, self._on_step)

    @Slot()
    def _on_step(self) -> None:
        if _is_in_own_code():
            getattr(self._session.own_code.stepping, self.sender().data())()
        elif self._session.run.is_running:
            open_when_paused(self._session)
        else:
            getattr(self._session.debugger, self.sender().data())()

    @Slot()
    def _on_find(self) -> None:
        self._session.debugger.find_first_bad(self._session.trouble.began)

    @Slot()
    def _on_find_cause(self) -> None:
        self._session.causes.requested.emit(None)

    @Slot()
    def _on_what_if(self) -> None:
        self._session.causes.what_if_requested.emit(None)

    @Slot()
    def _on_run_to_here(self) -> None:
        if _is_in_own_code():
            self._session.own_code.stepping.run_to_wanted.emit()
            return
        debugger = self._session.debugger
        here = event_here(debugger)
        if here is not None:
            debugger.run_to(here)
        elif debugger.is_open:
            self._session.status.emit(self.tr("Choose a line in the list of calls, or a number, to run to."))

    @Slot()
    def _on_toggle(self) -> None:
        if _is_in_own_code():
            self._session.own_code.stepping.breakpoint_wanted.emit()
            return
        from playground.session.stepping.blame import place_of  # brings NumPy: not before the first paint

        debugger = self._session.debugger
        line = _focused_line()
        if line is not None and line < len(debugger.trace):
            debugger.breakpoints.toggle(place_of(debugger.trace[line]))
        else:
            debugger.toggle_breakpoint()

    @Slot()
    def _on_check_gradients(self) -> None:
        from playground.panels.gradient_check_dialog import GradientCheckDialog  # brings NumPy, too

        GradientCheckDialog(self._session, self._window).show()

    @Slot()
    def _on_who_taught(self) -> None:
        self._session.past.teachers.ask()


def event_here(debugger: Debugger) -> int | None:
    """Return the index of the event that "here" means: the line with the keyboard, or what makes the chosen number."""
    line = _focused_line()
    if line is not None or debugger.element is None:
        return line
    name = debugger.element.name
    return next((event.index for event in debugger.trace if name in event.outputs), None)


def open_when_paused(session: Session) -> None:
    """Step through the iteration that comes next; training is paused first."""

    def show() -> None:
        if not session.debugger.is_open:  # a breakpoint may have opened it
            session.debugger.open()
        else:
            session.panel_requested.emit("debugger")

    session.control.pause()
    session.control.when_idle(show)


def _is_in_own_code() -> bool:
    """Say whether the keyboard is where a person's own code is: then the commands are meant for that."""
    widget = QApplication.focusWidget()
    while widget is not None and not getattr(widget, "steps_own_code", False):
        widget = widget.parentWidget()
    return widget is not None


def _focused_line() -> int | None:
    """Return the event whose line has the keyboard, None where no list of events has it."""
    return getattr(QApplication.focusWidget(), "chosen_event", None)
