"""Where the numbers come from that a pass is given: parameters from the last update, inputs from a row of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nn.inspection.element import Element
from nn.inspection.values import known_values

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.session.looking.looking import Looking
    from playground.session.stepping.debugger import Debugger


class Origins(QObject):
    """Goes from a number to what made it, in this pass, in the iteration before, or in the data."""

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, debugger: Debugger, looking: Looking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._debugger, self._looking = debugger, looking

    def follow(self, name: str, index: tuple[int, ...] | None = None) -> None:
        """Go to what made a value, and look at one number of it there.

        Parameters
        ----------
        name
            By the book's name, as the debugger's cursor knows it.
        index
            Which of its numbers; None for no single one.
        """
        debugger = self._debugger
        known = known_values(debugger.trace, debugger.cursor)
        if name not in known:
            return
        made = debugger.current.origin_of(name, known[name]) if debugger.current is not None else None
        if made is not None:
            debugger.run_to(made)
            self._look_at(name, index)
        elif name in ("x", "t"):
            self._show_row(name, index)
        else:
            self._go_to_update(name, index)

    def _go_to_update(self, name: str, index: tuple[int, ...] | None) -> None:
        """Look at the iteration before, behind the event of its update that made a parameter."""
        last = self._debugger.stepped.iteration - 1
        if not self._looking.subject.is_yours_now and self._looking.past is None:
            self.status.emit(
                self.tr("{name} is of a network that is looked at: its training is not here.").format(name=name)
            )
        elif last < 1:
            text = self.tr("{name}: no update has made it yet; these are the numbers that training begins with.")
            self.status.emit(text.format(name=name))
        else:
            self._look_at_update(name, index, last)

    def _look_at_update(self, name: str, index: tuple[int, ...] | None, last: int) -> None:
        debugger, stepped = self._debugger, self._debugger.stepped
        if stepped.kind == "sample":
            debugger.choose("batch")
        stepped.set_row(None)
        event = _update_of(debugger.trace, name)
        if event is None:
            self.status.emit(self.tr("{name} was given, and no update changes it.").format(name=name))
            return
        element = debugger.element if index is None else Element(name, index)
        debugger.look_at_update(last, element=element, cursor=event.index + 1)

    def _show_row(self, name: str, index: tuple[int, ...] | None) -> None:
        training_pass = self._debugger.stepped.training_pass
        if training_pass is None:
            text = self.tr("{name} is of the sample that is shown: nothing computed it.")
            self.status.emit(text.format(name=name))
            return
        alone = self._debugger.stepped.row
        place = alone if alone is not None else index[0] if index else 0
        row = int(training_pass.rows[place])
        self._looking.show_row(row, "train")
        text = self.tr("Sample {place} of the batch is row {row} of the training data; all panels look at it now.")
        self.status.emit(text.format(place=place, row=row))

    def _look_at(self, name: str, index: tuple[int, ...] | None) -> None:
        if index is not None:
            self._debugger.set_element(Element(name, index))


def _update_of(trace: tuple[Event, ...], name: str) -> Event | None:
    """Return the event of an update that makes a value; the pass before has it at the same place."""
    return next((event for event in trace if event.phase == "update" and name in event.outputs), None)
