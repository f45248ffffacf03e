"""What the names of a person's own function stand for, and which of them the last move changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from nn.expressions import Unavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from nn.inspection.figures import Figures
    from playground.session.own_code.code_scope import CodeScope


class CodeValues(QObject):
    """Answers for one place at a time; `look` takes the next one."""

    def __init__(self, scope: CodeScope, parent: QObject) -> None:
        super().__init__(parent)
        self._scope = scope
        self._call: int | None = None
        self._events: Mapping[str, int] = {}
        self._before: Mapping[str, int] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names that there are."""
        return tuple(self._events)

    def look(self) -> None:
        """Take what is known where stepping stands."""
        frame = self._scope.frame
        call, events = None if frame is None else frame.call, self._scope.events
        if events is not self._events:
            self._before = self._events if call == self._call else events
        self._call, self._events = call, events

    def event_of(self, name: str) -> int | None:
        """Return the event at which a name got its value."""
        return self._events.get(name)

    def array(self, name: str) -> NDArray[Any] | None:
        """Return a value, None where it is no number."""
        try:
            return self._scope.value(name)
        except Unavailable:
            return None

    def is_changed(self, name: str) -> bool:
        """Say whether the last move gave a name another value."""
        return self._before.get(name) != self._events.get(name)

    def text(self, name: str) -> str:
        """Return what stands there where it is no number."""
        return self._scope.text(name)

    def about(self, name: str, figures: Figures | None) -> str:
        """Return the text on hover."""
        if figures is None:
            lines = [f"{name} = {self.text(name)}"]
        elif figures.shape:
            text = self.tr("{name}, shape {shape}: from {low:.6g} to {high:.6g}, mean {mean:.6g}.")
            shape = " × ".join(map(str, figures.shape))
            lines = [text.format(name=name, shape=shape, low=figures.low, high=figures.high, mean=figures.mean)]
        else:
            lines = [self.tr("{name} = {number:.6g}").format(name=name, number=figures.mean)]
        lines.append(
            self.tr("A click shows all of it beside the code. Double click or Enter goes to where it was made.")
        )
        return "\n".join(lines)
