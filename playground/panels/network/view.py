"""The diagram of the document's network: columns, numbers and edges of the session, and a card about one neuron."""

from __future__ import annotations

from functools import partial
from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from nn.inspection.account import NeuronAccount, account_of
from nn.inspection.columns import INPUT, Mosaic, NetworkColumn, Place, columns_of, place_of
from nn.inspection.convolution.receptive import Field, receptive_fields
from nn.network.naming import value_names
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.diagram.layout import ColumnShape
from playground.panels.network.drawn import (
    both_numbers,
    drawn_network,
    drawn_observation,
    face_of,
    is_played,
    may_edit,
)
from playground.panels.network.edge_editing import EdgeEditing
from playground.panels.network.moment import NetworkMoment
from playground.panels.network.neuron.card import NeuronCard
from playground.panels.network.neuron.keys import NeuronKeys
from playground.panels.network.neuron.words import NeuronWords
from playground.panels.network.weight_pictures import WeightPictures
from playground.session.editing.weight_targets import single
from playground.session.looking.difference import named
from playground.session.looking.selection import Neuron
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage, QResizeEvent

    from playground.session.looking.observation import Observation
    from playground.session.session import Session

_CARD_WIDTHS = (340, 440)  # px, the least and the most
_CARD_SHARE = 0.36  # of the room
_ROOM_FOR_BOTH = 860  # px: with less the card lies over the half of the diagram where the neuron is not
_NO_PICTURES: Mapping[Neuron, QImage] = MappingProxyType({})
_WORTH_A_SURFACE = 64  # neurons: more in a column would be too small for pictures


class NetworkView(Refreshing, LiveLook, QWidget):
    """Show the session's network at work on its sample; point at a neuron, click it, open its arithmetic.

    While a pass is played or stepped through, the diagram shows how far it has come instead.

    Parameters
    ----------
    session : Session
    card_area : QWidget
        Around the view; the card may lie over other parts of it.

    Signals
    -------
    columns_placed : list of (int, float, float)
        The first layer of each column, and left edge and width of the strip above it in px.
    """

    columns_placed = Signal(object)

    def __init__(self, session: Session, card_area: QWidget) -> None:
        super().__init__(card_area)
        self._session = session
        self._card_area = card_area
        self._network: object = None  # what the columns were laid out for
        self._columns: tuple[NetworkColumn, ...] = ()
        self._row = 0
        self._surfaces: Mapping[Neuron, QImage] = {}
        self._placed: Mapping[Neuron, QImage] = {}  # in the diagram
        self._words = NeuronWords(self)
        self.diagram = NetworkDiagram(self)
        self.weight_pictures = WeightPictures(session, self.diagram)
        NeuronKeys(session, self.diagram)
        self.edge_editing = EdgeEditing(session, self.diagram)
        self._card = NeuronCard(card_area)
        self._card.hide()
        self.retranslate()
        self._connect()
        self.out_of_date()

    def _connect(self) -> None:
        session = self._session
        self.diagram.pointed.connect(self._on_pointed)
        self.diagram.chosen.connect(self._on_chosen)
        self.diagram.opened.connect(self._on_opened)
        self.diagram.menu_wanted.connect(self._on_menu_wanted)
        self.diagram.columns_placed.connect(self._on_columns_placed)
        self._card.closed.connect(self._on_card_closed)
        self.weight_pictures.grew_old.connect(self.out_of_date)
        self.weight_pictures.made.connect(self._on_pictures_made)
        self._card.weights_requested.connect(self._on_weights_requested)
        self._card.weight_edited.connect(self._on_weight_edited)
        self._card.origin_requested.connect(self._on_origin_requested)
        self._card.history_requested.connect(self._on_history_requested)
        self.edge_editing.refused.connect(session.status)
        self._card.refused.connect(session.status)
        session.looking.changed.connect(self.out_of_date)
        session.comparison.changed.connect(self.out_of_date)
        session.looking.sample_changed.connect(self._on_sample_changed)
        session.library.data_changed.connect(self.out_of_date)
        session.run.running_changed.connect(self.out_of_date)
        session.selection.neuron_changed.connect(self._refresh_selection)
        for stepper in (session.flow.stepper, session.stepper):
            stepper.trace_changed.connect(self.out_of_date)
            stepper.moved.connect(self.out_of_date)

    # ---- what a person does

    @Slot(object)
    def _on_pointed(self, place: Place | None) -> None:
        if place is not None:
            self._say(place)
        self.diagram.show_fields(self._fields_of(place))
        self._session.selection.point_at(self._neuron_at(place, says=True))

    def _fields_of(self, place: Place | None) -> dict[int, Field]:
        """Give the receptive field of a cell of a feature map in every column before it, by their numbers."""
        if place is None or place.column >= len(self._columns):
            return {}
        column = self._columns[place.column]
        if column.maps is None or column.first == INPUT:
            return {}
        row, across = divmod(place.index % prod(column.shape[1:]), column.shape[2])
        fields = receptive_fields(self._session.looking.network.spec, column.first, row, across)
        before = enumerate(self._columns[: place.column])
        return {number: fields[each.last] for number, each in before if each.last in fields}

    @Slot(object)
    def _on_chosen(self, place: Place | None) -> None:
        self._session.selection.select(self._neuron_at(place))
        self._show_card(place is not None and self._can_explain)

    @Slot(object, object)
    def _on_menu_wanted(self, place: Place, at: QPoint) -> None:
        """Offer what the past of a neuron can be asked."""
        says, sums = self._neuron_at(place, says=True), self._neuron_at(place)
        if says is None or sums is None or says.layer == INPUT:
            return
        from playground.panels.past_menu import PastMenu  # not before somebody asks

        row = value_names(self._session.looking.network.spec)[says.layer + 1]
        name = f"{row}{self._columns[place.column].place_text(says.index)}"
        menu = QMenu(self, objectName="neuronMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        PastMenu(self._session, menu).add_neuron(says, sums, name)
        menu.popup(at)

    @Slot()
    def _on_opened(self) -> None:
        if self._card.isVisible():
            self._card.take_focus()

    def _neuron_at(self, place: Place | None, *, says: bool = False) -> Neuron | None:
        """Give the neuron at a place: of the layer that sums up, or of the one that says what comes of it."""
        if place is None or place.column >= len(self._columns):
            return None
        column = self._columns[place.column]
        return Neuron(column.last if says else column.first, place.index)

    @Slot()
    def _on_card_closed(self) -> None:
        self._show_card(False)
        self.diagram.setFocus()

    @Slot()
    def _on_weights_requested(self) -> None:
        self._session.panel_requested.emit("weights")

    @Slot(int, object)
    def _on_weight_edited(self, row: int, value: float) -> None:
        can_edit = may_edit(self._session, partial(self._on_weight_edited, row, value))
        found = self._weight_in(row) if can_edit else None
        if found is not None:
            self._session.weights.put([single(found[0], *found[1])], np.array([[value]]))

    @Slot(int)
    def _on_origin_requested(self, row: int) -> None:
        found = self._weight_in(row)
        if found is not None:
            self._session.past.number_trail.ask(*found)

    @Slot(int)
    def _on_history_requested(self, row: int) -> None:
        from playground.panels.past_menu import show_parameter_history  # not before somebody asks

        found = self._weight_in(row)
        if found is not None:
            show_parameter_history(self._session, *found)

    def _weight_in(self, row: int) -> tuple[str, tuple[int, int]] | None:
        """Return the parameter and the place in it of the weight in a line of the card."""
        place, observation = self._place_of(self._session.selection.neuron), drawn_observation(self._session)
        if place is None or observation is None or columns_of(observation.spec) != self._columns:
            return None  # the card is about to go
        account = self._account(observation, place)
        other = int(account.strongest_first[row])
        return account.weights, (account.index, other) if account.goes_to else (other, account.index)

    @Slot(object)
    def _on_columns_placed(self, slots: tuple[tuple[float, float], ...]) -> None:
        if len(slots) == len(self._columns):
            left = self.diagram.x()
            placed = [(c.first, left + x, width) for c, (x, width) in zip(self._columns, slots, strict=True)]
            self.columns_placed.emit(placed)

    # ---- from the session to the widgets

    def show_row(self, row: int) -> None:
        """Show another sample of the batch, counted from 0."""
        self._row = row
        self.out_of_date()

    @Slot(object)
    def show_surfaces(self, surfaces: Mapping[Neuron, QImage] | None) -> None:
        """Show what each neuron makes of every point of the plane; None shows its number instead."""
        had, self._surfaces = bool(self._surfaces), surfaces or {}
        if bool(self._surfaces) != had:
            self.out_of_date()
        else:
            self._place_surfaces()

    @Slot()
    def _on_pictures_made(self) -> None:
        if self._layout_key() == self._network:  # else the columns are about to be laid out for them
            self._place_surfaces(at_once=False)

    def _place_surfaces(self, *, at_once: bool = True) -> None:
        self._placed = self._shown_pictures
        found = {self._place_of(neuron): image for neuron, image in self._placed.items()}
        placed = {place: image for place, image in found.items() if place is not None}
        self.diagram.show_surfaces(placed, at_once=at_once)

    @property
    def _shown_pictures(self) -> Mapping[Neuron, QImage]:
        return self._surfaces if self._has_surfaces else self._weight_pictures

    @property
    def _has_surfaces(self) -> bool:
        """Whether neurons show pictures: not while a pass is played, which is about numbers."""
        return bool(self._surfaces) and not is_played(self._session)

    @property
    def _weight_pictures(self) -> Mapping[Neuron, QImage]:
        """The weights into the first layer as pictures, none while a pass is played or those are of another network."""
        are_others = self.weight_pictures.network is not self._session.looking.network
        return _NO_PICTURES if are_others or is_played(self._session) else self.weight_pictures.pictures

    @property
    def _order(self) -> tuple[int, ...]:
        return self.weight_pictures.order if self._weight_pictures else ()

    def _layout_key(self) -> object:
        """Return what the columns are laid out for: another one wants another layout."""
        return self._session.looking.network.spec, self._has_surfaces, self._order

    @Slot(object)
    def _on_sample_changed(self, _sample: object) -> None:
        self._row = 0

    def shown_in(self) -> QWidget:
        """Return the diagram: it covers the view, so that nothing of the view itself is ever painted."""
        return self.diagram

    def refresh(self) -> None:
        """Show the network as it is now."""
        self.weight_pictures.bring_up_to_date()
        network = self._layout_key()
        if network == self._network:  # only numbers are others
            if self._placed is not self._shown_pictures:
                self._place_surfaces()
        else:
            self._network, self._columns = network, columns_of(self._session.looking.network.spec)
            self.diagram.show_network(self._shapes_of(self._columns))
            self.edge_editing.show_columns(self._columns)
            self._place_surfaces()
            self._refresh_selection(self._session.selection.neuron)
        self._refresh_numbers()
        self._refresh_words()

    def _refresh_words(self) -> None:
        if self.diagram.edge is not None:
            self.diagram.say(self.edge_editing.hint(self.diagram.edge))
        elif self.diagram.at is not None:
            self._say(self.diagram.at)
        if self._card.isVisible():
            self._fill_card()

    def _shapes_of(self, columns: tuple[NetworkColumn, ...]) -> tuple[ColumnShape, ...]:
        # With a half for what the network says, an identity would show the same number twice.
        says_more = self._session.looking.network.spec.loss != "IdentityWithLoss"
        order = self._order
        return tuple(
            _maps_shape(column, column.maps)
            if column.maps is not None
            else ColumnShape(
                column.count,
                column.picture,
                has_halves=column.picture is None and (column.has_activation or (column is columns[-1] and says_more)),
                has_surfaces=(self._has_surfaces and column.count <= _WORTH_A_SURFACE) or (number == 1 and bool(order)),
                order=order if number == 1 else (),
                has_names=column is columns[-1],
            )
            for number, column in enumerate(columns)
        )

    def _refresh_numbers(self) -> None:
        moment = NetworkMoment(self._session, self._columns, self._row)
        self.diagram.show_weights(moment.edges())
        self.diagram.show_biases(moment.biases())
        self.diagram.show_numbers(moment.shown())
        self.diagram.show_active(moment.active)
        if moment.goes_back:
            self.diagram.show_legend(self.tr("∂L/∂number"), self.tr("∂L/∂weight"), self.tr("not yet"))
        elif moment.is_difference:
            self.diagram.show_legend(self.tr("number: here − there"), self.tr("weight: here − there"))
        elif self._has_surfaces:
            self.diagram.show_legend(self.tr("a neuron over the plane"), self.tr("weight"))
        elif self._order:
            self.diagram.show_legend(self._pictures_text(), self.tr("weight"))
        else:
            hollow = self.tr("not yet") if moment.is_pass else ""
            self.diagram.show_legend(self.tr("a neuron's number"), self.tr("weight"), hollow)

    def _pictures_text(self) -> str:
        """Say what the pictures in the first layer are, and how many of its neurons they stand for."""
        count, shown = self._columns[1].count, len(self._order)
        if shown < count:
            text = self.tr("weights of the {shown} strongest of {count} neurons, frame: their number")
            return text.format(shown=shown, count=count)
        return self.tr("weights into a neuron, frame: its number")

    @Slot(object)
    def _refresh_selection(self, neuron: Neuron | None) -> None:
        place = self._place_of(neuron)
        self.diagram.show_selected(place)
        if self._card.isVisible():
            self._show_card(place is not None and self._can_explain)

    @property
    def _can_explain(self) -> bool:
        """Whether a card can lay a neuron open: a difference has no arithmetic of its own."""
        return face_of(self._session) != "difference"

    def _place_of(self, neuron: Neuron | None) -> Place | None:
        return None if neuron is None else place_of(self._columns, neuron.layer, neuron.index)

    # ---- words about a neuron

    def _say(self, place: Place) -> None:
        """Explain the neuron that is pointed at, unless the card does."""
        is_on_card = self._card.isVisible() and place == self._place_of(self._session.selection.neuron)
        self.diagram.say(() if is_on_card else self._hint(place))

    def _hint(self, place: Place) -> tuple[str, ...]:
        session, column = self._session, self._columns[place.column]
        if columns_of(session.looking.network.spec) != self._columns:
            return ()  # another network is about to be shown
        if is_played(session):
            moment = NetworkMoment(session, self._columns, self._row)
            known = moment.known(place.column, self.diagram.shown[place.column])
            return self._words.flow_hint(place.index, column.place_text(place.index), known)
        if face_of(session) == "difference":
            return self._words.both(both_numbers(session, self._columns, place, self._row))
        observation = drawn_observation(session)
        if observation is None:
            return ()
        account = self._account(observation, place)
        shown = self.diagram.shown[place.column]
        name = shown.names[place.index] if shown.names else ""
        hint = self._words.hint(account, column, name, is_target=place.index == shown.target)
        field = self._fields_of(place).get(0)
        if field is None:
            return hint
        text = self.tr("Made of {height} × {width} pixels of the input: its receptive field, framed")
        return (*hint, text.format(height=field.height, width=field.width))

    def _account(self, observation: Observation, place: Place) -> NeuronAccount:
        params = drawn_network(self._session).params
        return account_of(self._columns, observation.spec, named(observation), params, place, self._row)

    def _show_card(self, wanted: bool) -> None:
        self._card.setVisible(wanted)
        if wanted:
            self._fill_card()
        self._place()
        if self.diagram.at is not None:
            self._say(self.diagram.at)

    def _fill_card(self) -> None:
        place, observation = self._place_of(self._session.selection.neuron), drawn_observation(self._session)
        is_other = observation is None or columns_of(observation.spec) != self._columns  # it is about to be shown
        if place is None or observation is None or is_other or not self._can_explain:
            self._card.hide()
            return
        account = self._account(observation, place)
        self._card.show_neuron(*self._words.card(account, observation.spec.dtype))

    # ---- geometry

    def _place(self) -> None:
        """Put the card beside the diagram where there is room, else over what hides the least."""
        has_card = not self._card.isHidden()
        is_beside = has_card and self.width() >= _ROOM_FOR_BOTH
        area = self._card_area.size()
        width = min(max(_CARD_WIDTHS[0], min(round(_CARD_SHARE * area.width()), _CARD_WIDTHS[1])), area.width())
        self.diagram.setGeometry(0, 0, self.width() - (width if is_beside else 0), self.height())
        place = self._place_of(self._session.selection.neuron)
        if has_card and place is not None:
            view = QRect(self.mapTo(self._card_area, QPoint()), self.size())
            if is_beside or area.width() - view.right() < width / 2:
                self._card.setGeometry(self._left(view, width, is_beside, place), view.top(), width, view.height())
            else:  # over what stands on the right of the view
                self._card.setGeometry(area.width() - width, 0, width, area.height())
            self._card.raise_()
        self.diagram.keep_hints_in(self._beside_card() if has_card and not is_beside else None)

    def _beside_card(self) -> QRect:
        """Give the part of the diagram that the card leaves free, in the diagram's coordinates."""
        card = self._card.geometry().translated(-self.diagram.mapTo(self._card_area, QPoint()))
        free = self.diagram.rect()
        if card.left() > 0:
            free.setRight(min(free.right(), card.left() - 1))
        else:
            free.setLeft(card.right() + 1)
        return free

    def _left(self, view: QRect, width: int, is_beside: bool, place: Place) -> int:
        """Give where the card begins: on the right, or on the left when the neuron is there."""
        block = self.diagram.blocks[place.column]
        is_neuron_on_left = block.left + block.outline.width / 2 < self.width() / 2
        return view.right() + 1 - width if is_beside or is_neuron_on_left else view.left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the diagram its room."""
        super().resizeEvent(event)
        self._place()

    def retranslate(self) -> None:
        """Say in the language of the moment what the keys do to the neuron that is explained."""
        on_hover(NeuronKeys.about(), self._card)

    def sizeHint(self) -> QSize:
        """Give the diagram's size."""
        return self.diagram.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give the diagram's least size."""
        return self.diagram.minimumSizeHint()


def _maps_shape(column: NetworkColumn, maps: Mosaic) -> ColumnShape:
    """Give the room of feature maps, side by side as pictures."""
    return ColumnShape(column.count, maps.sides, order=maps.order, tile=maps.tile)
