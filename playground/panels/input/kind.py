"""One way to put something in: what the ways for digits, points and rows have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from playground.widgets.look.live_look import LiveLook
from playground.widgets.plot.probability_bars import ProbabilityBars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playground.session.session import Session


class InputKind(LiveLook, QWidget):
    """The content of the input panel for data of one kind; it is built when such data are seen first, and then kept.

    While it is hidden, other data may come: it shows what it can of them, or nothing.
    """

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Connect to the session and show its state, with a ``yield`` after each few milliseconds of work."""
        raise NotImplementedError(f"{type(self).__name__} needs a come_to_life(session)")

    def show_rivals(self, probabilities: Sequence[float]) -> None:
        """Show beside the answer what another network gives to each class; nothing where nobody compares."""
        for bars in self.findChildren(ProbabilityBars):
            bars.show_rivals(probabilities)

    def take_focus(self) -> None:
        """Give the keyboard to what a person puts the input in with."""
        self.setFocus()
