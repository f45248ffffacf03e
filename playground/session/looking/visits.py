"""The subjects looked at, one after the other, for the keys that go back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from playground.session.looking.example import Example
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample

MOST = 100
_GROWING = ("drawn", "typed")  # origins of samples that change while a person makes them: the last one counts


class Visit(NamedTuple):
    """What was chosen to be looked at."""

    network: str
    chosen: Sample | None
    example: Example | None

    @property
    def is_growing(self) -> bool:
        """Whether a person is making the sample, so that the next one takes its place."""
        sample = self.chosen or self.example
        return sample is not None and sample.origin in _GROWING


class Visits(QObject):
    """Remembers choices of a network and a sample; going through them is no edit."""

    changed = Signal()
    """`can_go_back` or `can_go_forward` may be another."""

    def __init__(self, looking: Looking, parent: QObject) -> None:
        super().__init__(parent)
        self._looking = looking
        self._visits = [self._now()]
        self._place = 0
        looking.changed.connect(self._on_changed)

    @property
    def can_go_back(self) -> bool:
        """Whether something was looked at before."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody has gone back from something."""
        return self._place + 1 < len(self._visits)

    def back(self) -> None:
        """Look again at what was looked at before."""
        if self.can_go_back:
            self._go(self._place - 1)

    def forward(self) -> None:
        """Look again at what was gone back from."""
        if self.can_go_forward:
            self._go(self._place + 1)

    def _go(self, place: int) -> None:
        self._place = place
        self._looking.bring_back(*self._visits[place])
        self.changed.emit()

    def _now(self) -> Visit:
        return Visit(self._looking.choice, self._looking.chosen, self._looking.example)

    @Slot()
    def _on_changed(self) -> None:
        now, last = self._now(), self._visits[self._place]
        if _same(now, last):
            return  # only the weights moved, or somebody went here
        if now.network == last.network and now.is_growing and last.is_growing:
            self._visits[self._place] = now
            return
        self._visits = [*self._visits[: self._place + 1], now][-MOST:]
        self._place = len(self._visits) - 1
        self.changed.emit()


def _same(one: Visit, other: Visit) -> bool:
    return one.network == other.network and one.chosen is other.chosen and one.example is other.example
