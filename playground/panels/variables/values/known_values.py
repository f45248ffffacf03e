"""The values that are known where the debugger stands, and which of them the last move changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject

from nn.inspection.values import known_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from nn.inspection.figures import Figures
    from nn.trace import Event
    from playground.session.session import Session


class VariableValues(QObject):
    """Answers for one stop of the debugger at a time; `look` takes the next one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.trace: tuple[Event, ...] = ()
        """The pass."""
        self._cursor = 0
        self._known: Mapping[str, NDArray[Any]] = {}
        self._before: Mapping[str, NDArray[Any]] = {}
        self._changed: dict[str, bool] = {}

    def look(self) -> bool:
        """Take what is known where the debugger stands; return whether that is another place than before."""
        debugger = self._session.debugger
        trace, cursor = debugger.trace, debugger.cursor
        if trace is self.trace and cursor == self._cursor:
            return False
        if trace is self.trace:
            passed = trace[min(cursor, self._cursor) : max(cursor, self._cursor)]
            self._changed = {name: True for event in passed for name in event.outputs}
            self._before = {}
        else:
            self._changed, self._before = {}, self._known
        self.trace, self._cursor = trace, cursor
        self._known = known_values(trace, cursor)
        return True

    def array(self, name: str) -> NDArray[Any] | None:
        """Return a value, None while it is not known."""
        return self._known.get(name)

    def is_changed(self, name: str) -> bool:
        """Say whether a value is another one than at the last stop; of another pass the numbers are compared."""
        if name not in self._changed:
            before, now = self._before.get(name), self._known.get(name)
            compares = before is not None and now is not None and before is not now
            self._changed[name] = compares and not np.array_equal(before, now, equal_nan=before.dtype.kind == "f")
        return self._changed[name] and name in self._known

    def text(self, _name: str) -> str:
        """Return nothing: all that a pass makes has figures."""
        return ""

    def maker(self, name: str) -> Event | None:
        """Return the event that made a value, or will make it; None if it was given."""
        array = self._known.get(name)
        if array is None or not self._cursor:
            later = self.trace[self._cursor :] if array is None else ()
            return next((event for event in later if name in event.outputs), None)
        origin = self.trace[self._cursor - 1].origin_of(name, array)
        return None if origin is None else self.trace[origin]

    def about(self, name: str, figures: Figures | None) -> str:
        """Return the text on hover of a value: what it is, its figures, and where it comes from."""
        lines = [self._figures_text(name, figures)]
        maker = self.maker(name)
        if maker is not None:
            phase = {
                "forward": self.tr("on the way forward"),
                "loss": self.tr("as the loss"),
                "backward": self.tr("on the way back"),
                "update": self.tr("by the update"),
            }[maker.phase]
            lines.append(self.tr("Made by {layer} {phase}: {formula}").format(
                layer=maker.name, phase=phase, formula=maker.formula
            ))  # fmt: skip
            lines.append(self.tr("Double click or Enter goes there."))
        elif figures is not None:
            lines.append(self.tr("It was given: no step of this pass made it."))
            lines.append(self.tr("Double click or Enter: the update before that made it, or its row of the data."))
        if self.is_changed(name):
            lines.append(self.tr("The last move changed it."))
        return "\n".join(lines)

    def _figures_text(self, name: str, figures: Figures | None) -> str:
        if figures is None:
            return self.tr("{name}: this pass has not computed it yet.").format(name=name)
        if not figures.shape:
            return self.tr("{name} = {number:.6g}").format(name=name, number=float(self._known[name]))
        text = self.tr("{name}, shape {shape}: from {low:.6g} to {high:.6g}, mean {mean:.6g}.")
        words = text.format(
            name=name, shape=" × ".join(map(str, figures.shape)), low=figures.low, high=figures.high, mean=figures.mean
        )
        if figures.not_finite:
            missing = self.tr("{count:,} of its numbers are NaN or infinite; the figures are those of the others.")
            words += "\n" + missing.format(count=figures.not_finite)
        return words
