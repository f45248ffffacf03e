"""What a view has to say to be kept up to date: that it is not, and how it becomes so."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

READABLE_S = 0.2
"""`Refreshing.least_gap` of figures: what changes more often can be seen but not read."""
SPOKEN_S = 0.4
"""`Refreshing.least_gap` of descriptions for a screen reader: nobody listens faster."""


class Importance(IntEnum):
    """In which order views are refreshed, the first ones first."""

    ANSWER = 0
    """What a person's gesture led to: figures and words beside the bars, the numbers under the pointer."""
    COURSE = 1
    """What training tells as it goes: curves, run figures."""
    PICTURE = 2
    """What a network looks like: diagrams, surfaces, plots."""
    DETAIL = 3
    """Tables, lists, explanations, descriptions for a screen reader."""


class Clock(Protocol):
    """What keeps views up to date: the frame clock of a window."""

    def ask(self, view: Refreshing) -> None:
        """Refresh a view when it is seen and its turn comes."""


class Refreshing:
    """A view, or a part of one, that the clock of its window refreshes: the first base of a QWidget or a QObject.

    It calls `out_of_date` whenever something changed that it shows, as often as it likes, and shows the state of the
    moment in `refresh`. It keeps no timer, does not ask whether it is seen and does not count what it costs: hidden
    views wait, dear ones come round more seldom, and each is right within half a second after the last change.
    Where no clock runs, as in a test of the view alone, it is refreshed at once.
    """

    importance: ClassVar[Importance] = Importance.PICTURE
    least_gap: ClassVar[float] = 0.0
    """Seconds between two refreshes at the least."""

    is_out_of_date = False
    _frame_clock: Clock | None = None

    def refresh(self) -> None:
        """Show the state of the moment."""
        raise NotImplementedError(f"{type(self).__name__} needs a refresh()")

    def shown_in(self) -> QWidget:
        """Return the widget in which this is seen: itself, unless it is no widget."""
        return self  # type: ignore[return-value]  # what is no widget says otherwise

    def out_of_date(self) -> None:
        """Tell that something changed which is shown."""
        self.is_out_of_date = True
        if self._frame_clock is None:
            self._frame_clock = _clock_above(self.shown_in())
        if self._frame_clock is None:
            self.catch_up()
        else:
            self._frame_clock.ask(self)

    def catch_up(self) -> None:
        """Refresh now if something changed: for whoever cannot wait, and for the clock."""
        if self.is_out_of_date:
            self.is_out_of_date = False
            self.refresh()


def bring_up_to_date(top: QObject) -> None:
    """Refresh whatever is out of date in a widget, seen or not: before it is painted into a picture, say."""
    for part in (top, *top.findChildren(QObject)):
        if isinstance(part, Refreshing):
            part.catch_up()


def _clock_above(widget: QWidget | None) -> Clock | None:
    while widget is not None:
        clock: Clock | None = getattr(widget, "frame_clock", None)
        if clock is not None:
            return clock
        widget = widget.parentWidget()
    return None
