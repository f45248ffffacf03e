"""Where one number comes from, in three lines: in symbols, in numbers, and what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from nn.inspection.element import Element
from nn.inspection.recordings import is_within
from nn.notation import number
from nn.trace import explain
from playground.panels.debugger.element.pieces import pieces_of
from playground.panels.debugger.element.text import ElementText, Piece
from playground.panels.debugger.matrices.words import EventMatrixWords
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from nn.trace import Event
    from nn.trace.expressions import Leaf
    from playground.session.session import Session

    Index = tuple[int, ...]

_ICON_SIZE = QSize(16, 16)
_DIGITS = 6
_FEW_DIGITS = 4


class ElementLines(QWidget):
    """Writes out how the number that the debugger looks at was computed; each number in it leads to its own origin.

    Signals
    -------
    origin_requested : (int or None, str, tuple of int)
        A number was followed: index of the event that made it, None if it was given; name of its value, place in it.
    """

    origin_requested = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._sources: tuple[Leaf, ...] = ()
        self._is_behind = False
        self._words = EventMatrixWords(self)
        self.text = ElementText()
        self._title = QLabel()
        self._copy = QToolButton(autoRaise=True)
        self.setObjectName("elementLines")
        self.setFocusProxy(self.text)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_nothing()

    def attach(self, session: Session) -> None:
        """Follow the number that a session's debugger looks at."""
        self._session = session
        debugger = session.debugger
        debugger.element_changed.connect(self._follow)
        debugger.moved.connect(self._follow)
        debugger.trace_changed.connect(self._follow)
        self._follow()

    # ---- what is shown

    def show_element(self, event: Event, name: str, index: Index) -> None:
        """Show how one number of an event's outputs was computed.

        Parameters
        ----------
        event : Event
        name : str
        index : tuple of int
        """
        told = explain(event, name, index, digits=_DIGITS)
        self._sources = told.sources
        abouts = {place: self._about(leaf) for place, leaf in enumerate(told.sources)}
        rest = ""
        if told.left_out:
            rest = self.tr("Left out: {count} smaller terms, together {rest}.")
            rest = rest.format(count=told.left_out, rest=number(told.rest, _FEW_DIGITS).text)
        self._title.setText(f"<b>{event.name}</b>&nbsp; {self._words.phase(event.phase)}")
        self.text.show_lines(pieces_of(told), abouts, rest)
        self._copy.setEnabled(True)

    def show_given(self, name: str, index: Index, value: float) -> None:
        """Show a number that no event made."""
        self._show_plain(
            f"{_symbol(name, index)} = {number(value, 8).text}",
            self.tr("Given: an input, a target, a parameter or what the optimizer remembers."),
        )

    def show_replaced(self, name: str, index: Index, value: float) -> None:
        """Show a number that a person put in the place of the computed one."""
        self._show_plain(
            f"{_symbol(name, index)} = {number(value, 8).text}",
            self.tr(
                "Replaced by hand: what follows is computed from it. Undo (Ctrl+Z) gives the computed number back."
            ),
        )

    def show_nothing(self) -> None:
        """Say how to choose a number."""
        self._show_plain("", self.tr("Point at a number in a matrix to see how it was computed."))
        self._copy.setEnabled(False)

    def _show_plain(self, line: str, remark: str) -> None:
        self._sources = ()
        self._title.setText("")
        self.text.show_lines([[Piece(line)]] if line else [], {}, remark)
        self._copy.setEnabled(bool(line))

    def _about(self, leaf: Leaf) -> str:
        value = f"{leaf.symbol} = {number(leaf.value, 8).text}"
        if leaf.event is None:
            return f"{value}\n{self.tr('given')}"
        where = self.tr("Click: to where it was computed")
        return f"{value}\n{where}"

    # ---- from the session

    @Slot()
    def _follow(self) -> None:
        self._is_behind = not self.isVisible()
        if not self._is_behind:
            self._refresh()

    def _refresh(self) -> None:
        assert self._session is not None
        element = self._session.debugger.element
        if element is None or not self._session.debugger.trace:
            self.show_nothing()
            return
        event, replaced = self._maker(element), self._replaced(element)
        if event is None:
            self._show_without_maker(element)
        elif replaced is not None:
            self.show_replaced(element.name, element.index, replaced)
        else:
            self.show_element(event, element.name, element.index)

    def _replaced(self, element: Element) -> float | None:
        """Give what a person put in the place of a number: no sum of others comes to it."""
        assert self._session is not None
        debugger = self._session.debugger
        replaced = debugger.stepped.overrides if debugger.stepped.row is None else ()
        place = (element.name, element.index)
        return next((each.value for each in replaced if (each.name, each.index) == place), None)

    def _maker(self, element: Element) -> Event | None:
        """Give the event that made a number: the current one, else the last before it; whole layers are preferred."""
        assert self._session is not None
        debugger = self._session.debugger
        happened = debugger.trace[: debugger.cursor]
        made = [event for event in happened if element.name in event.outputs]
        made = [event for event in made if is_within(element.index, event.outputs[element.name].shape)]
        if not made:
            return None
        if made[-1] is debugger.current:
            return made[-1]
        return next((event for event in reversed(made) if event.depth == "layer"), made[-1])

    def _show_without_maker(self, element: Element) -> None:
        """Show a number that was given, or say that it is still to come."""
        assert self._session is not None
        debugger = self._session.debugger
        event = debugger.current or debugger.trace[0]
        is_made_here = debugger.current is None and element.name in event.outputs
        array = None if is_made_here else event.values.get(element.name)
        if array is not None and is_within(element.index, array.shape):
            self.show_given(element.name, element.index, float(array[element.index]))
        else:
            text = self.tr("{name} is not computed yet.").format(name=_symbol(element.name, element.index))
            self._show_plain("", text)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self._refresh()

    # ---- what a person does

    @Slot(int)
    def _on_followed(self, place: int) -> None:
        """Go to where a number was made, and look at it there."""
        leaf = self._sources[place]
        self.origin_requested.emit(leaf.event, leaf.name, leaf.index)
        if self._session is None:
            return
        if leaf.event is not None:
            self._session.debugger.run_to(leaf.event)
        self._session.debugger.set_element(Element(leaf.name, leaf.index))

    # ---- building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(6, 2, 2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def _connect(self) -> None:
        self._copy.setIcon(icon("copy"))
        self._copy.setIconSize(_ICON_SIZE)
        self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._copy.clicked.connect(self.text.copy_all)
        self.text.followed.connect(self._on_followed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._session is not None:
                self._follow()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._copy.setToolTip(wrapped(self.tr("Copy the lines as text (Ctrl+C)")))
        self._copy.setAccessibleName(self.tr("Copy the lines"))
        self.text.setAccessibleName(self.tr("How the number was computed"))
        self._title.setToolTip(wrapped(self.tr("The step that computed this number")))


def _symbol(name: str, index: Index) -> str:
    return f"{name}[{','.join(map(str, index))}]" if index else name
