"""The origin of one number in three lines: in symbols, in numbers, and the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nn.inspection.element import Element, is_within
from nn.network.naming import value_names
from nn.notation import number
from nn.trace import explain
from playground.panels.breakpoint_words import phase_text
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.linked_lines import ElementText, Piece, pieces_of
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover, wrapped

if TYPE_CHECKING:
    from nn.trace import Event
    from nn.trace.expressions import Leaf
    from playground.panels.debugger.telling.told import ToldStep
    from playground.session.session import Session

_FEW_DIGITS = 4
_TO_MAKER, _TO_UPDATES = range(2)  # where the links of a given number lead
_TO_HISTORY = -1  # no place among the numbers of which one was made


class ElementLines(Refreshing, LiveLook, QWidget):
    """Writes out how the number that the debugger looks at was computed; each number in it leads to its own origin."""

    importance = Importance.DETAIL

    def __init__(self, session: Session, told: ToldStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger, self._told = session, session.debugger, told
        self._given: Element | None = None  # to whose origin the remark leads
        self._sources: tuple[Leaf, ...] = ()
        self.text = ElementText()
        self._title = SteadyLabel()
        self._copy = tool_button("copy", clicked=self.text.copy_all)
        self.setObjectName("elementLines")
        head = in_row((self._title, 1), self._copy, margins=(6, 2, 2, 0))
        in_column(head, (self.text, 1), of=self, spacing=0)
        self.text.followed.connect(self._on_followed)
        told.changed.connect(self.out_of_date)
        self.retranslate()

    def refresh(self) -> None:
        """Show the number by which the step is told."""
        element = self._told.element
        if element is None or not self._debugger.trace:
            self._show_plain("", self.tr("Point at a number in a matrix to see how it was computed."))
            return
        event, replaced = self._told.maker, self._replaced(element)
        if event is None:
            self._show_without_maker(element)
        elif replaced is not None:
            text = self.tr(
                "Replaced by hand: what follows is computed from it. Undo (Ctrl+Z) gives the computed number back."
            )
            self._show_plain(f"{element.symbol} = {number(replaced, 8).text}", text)
        else:
            self.show_element(event, element.name, element.index)

    def show_element(self, event: Event, name: str, index: tuple[int, ...]) -> None:
        """Show how one number of an event's outputs was computed."""
        self._given = None
        told = explain(event, name, index)
        self._sources = told.sources
        rest = ""
        if told.left_out:
            rest = self.tr("Left out: {count} smaller terms, together {rest}.")
            rest = rest.format(count=told.left_out, rest=number(told.rest, _FEW_DIGITS).text)
        self._title.setText(f"{event.name}  {phase_text(event.phase)}")
        remark = [Piece(rest)] if rest else []
        if self._place_in_sample(Element(name, index)) is not None:
            remark += [Piece("   " if rest else ""), Piece(self.tr("Its history"), _TO_HISTORY)]
        self.text.show_lines(pieces_of(told), self._about, remark)
        self._copy.setEnabled(True)

    def _show_plain(self, line: str, remark: str, given: Element | None = None) -> None:
        self._sources, self._given = (), given
        pieces = [Piece(remark)]
        if given is not None:
            pieces += [Piece(" "), Piece(self.tr("Show where it comes from"), _TO_MAKER)]
            if self._is_parameter(given):
                pieces += [Piece("   "), Piece(self.tr("All updates that made it"), _TO_UPDATES)]
                pieces += [Piece("   "), Piece(self.tr("Its history"), _TO_HISTORY)]
        self._title.setText("")
        self.text.show_lines([[Piece(line)]] if line else [], self._about, pieces)
        self._copy.setEnabled(bool(line))

    def _is_parameter(self, given: Element) -> bool:
        """Say whether training makes a number."""
        network = self._session.looking.network
        return given.name in network.params and is_within(given.index, network.params[given.name].shape)

    def _place_in_sample(self, element: Element) -> tuple[int, int] | None:
        """Return the layer that makes a number of the sample that is looked at, and where in its row; else None."""
        observation = self._session.looking.observation
        if self._debugger.stepped.kind != "sample" or self._session.looking.subject.name != "mine":
            return None
        names = () if observation is None else value_names(observation.spec)[1:]
        if observation is None or element.name not in names or element.index[0] > 0:
            return None
        layer = names.index(element.name)
        shape = observation.values[layer + 1].shape
        return (layer, int(np.ravel_multi_index(element.index, shape))) if is_within(element.index, shape) else None

    @property
    def _is_of_training(self) -> bool:
        """Whether the pass is one of training, and not that of the sample that is looked at."""
        return self._debugger.stepped.training_pass is not None

    def _about(self, place: int) -> str:
        """Say on hover where a link leads."""
        if place == _TO_HISTORY:
            return wrapped(self.tr("Click: this number at every moment of the training; nothing is edited."))
        if self._given is not None and place == _TO_UPDATES:
            return wrapped(self.tr("Click: the updates that made it, the largest first; nothing is edited."))
        if self._given is not None:
            return wrapped(
                self.tr("Click: a parameter leads to the update that made it, an input to its row of the data.")
            )
        leaf = self._sources[place]
        origin = self.tr("given") if leaf.event is None else self.tr("Click: to where it was computed")
        return f"{leaf.symbol} = {number(leaf.value, 8).text}\n{origin}"

    def _replaced(self, element: Element) -> float | None:
        """Give what a person put in the place of a number: no sum of others comes to it."""
        replaced = self._debugger.stepped.overrides if self._debugger.stepped.row is None else ()
        place = (element.name, element.index)
        return next((each.value for each in replaced if (each.name, each.index) == place), None)

    def _show_without_maker(self, element: Element) -> None:
        """Show a number that was given, or say that it is still to come."""
        debugger = self._debugger
        event = debugger.current or debugger.trace[0]
        is_made_here = debugger.current is None and element.name in event.outputs
        array = None if is_made_here else event.values.get(element.name)
        if array is not None and is_within(element.index, array.shape):
            line = f"{element.symbol} = {number(float(array[element.index]), 8).text}"
            text = self.tr("Given: an input, a target, a parameter or what the optimizer remembers.")
            self._show_plain(line, text, element)
        else:
            self._show_plain("", self.tr("{name} is not computed yet.").format(name=element.symbol))

    @Slot(int)
    def _on_followed(self, place: int) -> None:
        """Go to where a number was made, and look at it there."""
        given = self._given
        if place == _TO_HISTORY:
            self._show_history(given)
            return
        if given is not None and place == _TO_UPDATES:
            done = self._debugger.stepped.iteration - 1 if self._is_of_training else None
            self._session.past.number_trail.ask(given.name, given.index, done)
            return
        if given is not None:
            self._session.origins.follow(given.name, given.index)
            return
        leaf = self._sources[place]
        if leaf.event is not None:
            self._debugger.run_to(leaf.event)
        self._debugger.set_element(Element(leaf.name, leaf.index))

    def _show_history(self, given: Element | None) -> None:
        from playground.panels.past_menu import show_parameter_history, show_sample_history  # not before somebody asks

        if given is not None:
            show_parameter_history(self._session, given.name, given.index)
            return
        element = self._told.element
        place = None if element is None else self._place_in_sample(element)
        if element is not None and place is not None:
            show_sample_history(self._session, element.symbol, place[0], (place[1], False))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self._copy, self.tr("Copy the lines"), self.tr("Copy the lines as text (Ctrl+C)"))
        self.text.setAccessibleName(self.tr("How the number was computed"))
        on_hover(self.tr("The step that computed this number"), self._title)
        self.out_of_date()
