"""The names of the functions of a person's own that run: of one of them at a time, chosen from the stack of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from playground.panels.variables.values.code_values import CodeValues
from playground.panels.variables.values.model import VariableGroup, VariableModel
from playground.panels.variables.values.view import VariableView
from playground.session.own_code.call_inputs import CALL_FILE
from playground.session.phrase import said
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing

if TYPE_CHECKING:
    from playground.confined.recorded import RecordedEvent
    from playground.session.own_code.code_frames import CodeFrame
    from playground.session.session import Session

_LOCALS, _ATTRIBUTES = "locals", "attributes"


class CodeVariableList(Refreshing, LiveLook, QWidget):
    """Follows the stepping through a person's own code."""

    importance = Importance.DETAIL
    watch_requested = Signal(str)
    """A person wants to watch something: its text."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepping, self._scope = session.own_code.stepping, session.own_code.scope
        self._values = CodeValues(self._scope, self)
        self._shown: tuple[CodeFrame, ...] = ()
        self._frame = ChoiceBox()
        self._frame.setObjectName("codeFrame")
        self._frame.setEnabled(False)
        self._frame.value_edited.connect(self._on_frame_edited)
        self._model = VariableModel(self._values)
        self._model.setParent(self)
        self.view = VariableView(self._model, (), self)
        self.view.setObjectName("codeVariableTable")
        self.view.chosen.connect(self._on_chosen)
        self.view.origin_requested.connect(self._on_origin_requested)
        self.view.menu_requested.connect(self._on_menu_requested)
        in_column(self._frame, (self.view, 1), of=self, margins=(0, 2, 0, 0), spacing=3)
        self._scope.changed.connect(self.out_of_date)
        self.retranslate()

    def refresh(self) -> None:
        """Show the names of the function that is chosen."""
        if not self._scope.is_open:
            return
        self._refresh_frames()
        self._values.look()
        names = self._values.names
        own = tuple(name for name in names if not name.startswith("self."))
        groups = (
            VariableGroup(
                _LOCALS, self.tr("Names of the function"), self.tr("Its arguments, and what it gave a name."), own
            ),
            VariableGroup(
                _ATTRIBUTES,
                self.tr("Names of the object"),
                self.tr("What the object keeps from call to call: self.out and the like."),
                tuple(name for name in names if name.startswith("self.")),
            ),
        )
        self._model.show_groups(tuple(group for group in groups if group.names))

    def _refresh_frames(self) -> None:
        frames = self._scope.frames
        if frames != self._shown:
            self._shown = frames
            self._frame.setEnabled(bool(frames))
            self._frame.set_choices([Choice(frame.call, self._title(frame)) for frame in frames])
        frame = self._scope.frame
        if frame is not None:
            self._frame.show_value(frame.call)

    def _title(self, frame: CodeFrame) -> str:
        outside = self.tr("the call") if frame.file == CALL_FILE else self.tr("outside every function")
        name = said(frame.function) if frame.function else outside
        return self.tr("{function}, line {line}").format(function=name, line=frame.line) if frame.line else name

    # ---- what a person does

    @Slot(object)
    def _on_frame_edited(self, call: int) -> None:
        self._scope.choose(call)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        event, walk = self._event(name), self._stepping.walk
        site = None if event is None else event.site
        if event is not None and walk is not None and site is not None and site.file == walk.file:
            self._stepping.value_wanted.emit(site.line, event.name)

    @Slot(str)
    def _on_origin_requested(self, name: str) -> None:
        number, walk = self._values.event_of(name), self._stepping.walk
        if number is not None and walk is not None:
            self._stepping.go_to(walk.behind(number))

    def _event(self, name: str) -> RecordedEvent | None:
        number, walk = self._values.event_of(name), self._stepping.walk
        return None if number is None or walk is None else walk.recorded.events[number]

    @Slot(str, QPoint)
    def _on_menu_requested(self, name: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        array = self._values.array(name)
        for watch in [name] if array is None or not array.ndim else [name, f"norm({name})", f"max({name})"]:
            action = menu.addAction(self.tr("Watch {what}").format(what=watch))
            action.setData(watch)
            action.triggered.connect(self._on_watch_triggered)
        menu.popup(place)

    @Slot()
    def _on_watch_triggered(self) -> None:
        self.watch_requested.emit(self.sender().data())

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._frame.setAccessibleName(self.tr("Function"))
        self._frame.explain(self.tr("The functions that run, the innermost first: each was called by the next one."))
        self.view.setAccessibleName(self.tr("Variables"))
        self.view.setAccessibleDescription(self.tr("Enter goes to the step that made the chosen value."))
        self._model.set_texts(self._headers(), self.tr("not yet"))
        self._shown = ()
        self.out_of_date()

    def _headers(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Name"),
                self.tr("As your code has it. A bar and bold letters: the last move changed this value."),
            ),
            (self.tr("Shape"), self.tr("Rows × columns; in a batch each sample is a row.")),
            (self.tr("Min"), self.tr("The smallest number.")),
            (self.tr("Mean"), self.tr("The mean of all numbers.")),
            (self.tr("Max"), self.tr("The largest number.")),
            (
                self.tr("Spread"),
                self.tr("How many numbers there are of each size: orange below 0, blue above."),
            ),
        ]
