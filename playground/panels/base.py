"""The base of all panels: what every dock's content has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from playground.widgets.fields.tab_order import first_stop, put_in_reading_order
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.session.session import Session


class Panel(LiveLook, QWidget):
    """One dock's content: built without NumPy for a quick first paint, brought to life by `attach`.

    A subclass builds in ``__init__`` what the first paint shows, calls `retranslate` last, and builds the rest and
    connects to the session in `_come_to_life`. It never touches another panel: they meet in the session.

    Attributes
    ----------
    name : str
        Short and stable; the dock's object name is ``f"{name}Dock"`` and stands in saved layouts.
    place : {"input", "stage", "settings", "time"}
        Where in the window the dock stands at first: left, in the middle, right, or at the foot.
    order : int
        Position among the panels of its place, smallest first.
    in_front : tuple of str
        Arrangements of the window in which the dock is the one of its place's tabs that is seen; elsewhere it is the
        first one. The others come to life after those.
    modules : tuple of str
        Modules `attach` needs; they are imported off the GUI thread before it is called.
    modules_later : tuple of str
        Modules it needs when other data come; they are imported when the panels in front are alive.
    is_ready : bool
        Whether the panel is whole: it has come to the end of `attach`.
    """

    name: ClassVar[str]
    place: ClassVar[str] = "stage"
    order: ClassVar[int] = 0
    in_front: ClassVar[tuple[str, ...]] = ()
    modules: ClassVar[tuple[str, ...]] = ()
    modules_later: ClassVar[tuple[str, ...]] = ()
    is_ready: bool = False

    @property
    def stays(self) -> bool:
        """Whether the dock makes room now instead of being covered when another of its place is asked for."""
        return False

    def title(self) -> str:
        """Give the dock's title in the language of the moment."""
        raise NotImplementedError(f"{type(self).__name__} needs a title()")

    def attach(self, session: Session) -> Iterator[None]:
        """Build the panel for a session, pausing where the event loop may take a turn."""
        yield from self._come_to_life(session)
        self.is_ready = True

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Connect to the session and show its state, with a ``yield`` after each few milliseconds of work.

        NumPy and pyqtgraph are loaded by now. What is built is best shown at the end, in one piece.
        """
        raise NotImplementedError(f"{type(self).__name__} needs a _come_to_life(session)")

    def show_strip(self, is_strip: bool) -> None:
        """Show what matters most in a strip along the foot of the window, or everything again."""

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""

    def begins_at(self) -> QWidget | None:
        """Return what takes the keyboard first: what the panel is about where it has keys, else its first field."""
        return first_stop(self)

    def take_focus(self) -> None:
        """Give the keyboard to where it was in the panel, else to where the panel begins."""
        known = self.focusWidget()
        is_seen = known is not None and known is not self and known.isVisibleTo(self)
        stop = known if is_seen else self.begins_at()
        (stop or self).setFocus()  # what is not built yet has it meanwhile: the tool bar must not get it

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the panel as it is read: its forms make rows while they are used."""
        put_in_reading_order(self)
        return super().focusNextPrevChild(forward)


class ViewPanel(Panel):
    """A panel that is one view, which brings NumPy and is made when the panel comes to life."""

    margins: ClassVar[tuple[int, int, int, int]] = (8, 6, 8, 8)
    """px around the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: Any = None
        """The whole content, from `attach` on."""
        self._column = in_column(of=self, margins=self.margins)
        self.retranslate()

    def make_view(self, session: Session) -> Any:
        """Return the view; its ``build()`` makes its parts and pauses in between."""
        raise NotImplementedError(f"{type(self).__name__} needs a make_view(session)")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        view = self.make_view(session)
        yield from view.build()
        self.view = view
        self._column.addWidget(view)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        if self.view is not None:
            self.view.retranslate()
