"""A head above each column of the network's diagram: the architecture is edited here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QWidget

from nn.editing import architecture as edits
from playground.panels.network.drawn import drawn_network, may_edit, why_fixed
from playground.panels.network.heads.health import HeadHealth
from playground.panels.network.heads.row import LayerHeadRow, Strip
from playground.panels.network.heads.texts import HeadTexts, explained
from playground.panels.network.heads.wish import Wish, do, moved, removed
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from nn.network import NetworkSpec
    from playground.panels.network.heads.menu import LayerMenu
    from playground.session.session import Session


class LayerHeads(Refreshing, LiveLook, QWidget):
    """Names, neurons and shapes of the document's layers, to be changed by mouse and keyboard.

    Every edit goes to ``session.architecture``, which keeps the weights that fit; what cannot be built is grey or is
    answered by `refused`.
    """

    refused = Signal(str)
    """Why something cannot be done, for the person."""
    hinted = Signal(str)
    """What the pointed action of a menu would lead to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._strips: dict[int, Strip] = {}
        self._shown: NetworkSpec | None = None
        self.row = LayerHeadRow()
        self.notice = BuildingNotice(self)
        in_column(self.row, of=self)
        self._health = HeadHealth(session, self.row)
        self.setObjectName("layerHeads")
        self._connect()
        self.out_of_date()

    def _connect(self) -> None:
        session, row = self._session, self.row
        row.units_edited.connect(self._on_units_edited)
        row.menu_requested.connect(self._on_menu_requested)
        row.activation_requested.connect(self._on_activation_requested)
        row.insert_requested.connect(self._on_insert_requested)
        row.remove_requested.connect(self._on_remove_requested)
        row.move_requested.connect(self._on_move_requested)
        row.drop_pondered.connect(self._on_drop_pondered)
        row.refused.connect(self._on_refused)
        self.notice.cancelled.connect(session.architecture.cancel)
        session.looking.network_changed.connect(self.out_of_date)
        session.library.data_changed.connect(self.out_of_date)
        session.comparison.changed.connect(self._on_drawn_changed)
        for stepper in (session.flow.stepper, session.stepper):
            stepper.moved.connect(self._on_drawn_changed)
        session.architecture.building_changed.connect(self._refresh_building)

    def set_columns(self, columns: Sequence[tuple[int, float, float]]) -> None:
        """Say where the diagram's columns stand.

        Parameters
        ----------
        columns : sequence of (int, float, float)
            A layer of the column (-1 for the input), left edge and width in px.
        """
        self._strips = {layer: Strip(left, width) for layer, left, width in columns}
        self._place()

    # ---- what the session tells

    @Slot()
    def _on_drawn_changed(self) -> None:
        """Follow which network is drawn while somebody compares."""
        if drawn_network(self._session).spec is not self._shown or self._session.comparison.wanted_face != "this":
            self.out_of_date()

    def refresh(self) -> None:
        """Show the layers as they are now, in the language of the moment."""
        session = self._session
        self._shown = self._spec()
        texts = HeadTexts(self._shown, session.architecture, why_fixed(session))
        self.row.show_contents(texts.contents())
        self._place()
        self._health.out_of_date()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.out_of_date()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice over everything."""
        super().resizeEvent(event)
        self.notice.setGeometry(self.rect())

    @Slot(bool)
    def _refresh_building(self, is_building: bool) -> None:
        self.notice.setVisible(is_building)
        self.notice.raise_()

    def _place(self) -> None:
        """Give every group of layers the strip of the column that one of its layers stands in."""
        strips = []
        for number, group in enumerate(edits.groups(self._spec())):
            layers = (-1, *group) if number == 0 else tuple(group)
            strips += [self._strips[layer] for layer in layers if layer in self._strips][:1]
        self.row.set_strips(strips)

    # ---- what a person does

    @Slot(int, object)
    def _on_units_edited(self, column: int, units: int) -> None:
        if self._has(column):
            index = edits.groups(self._spec())[column].start
            self._do(Wish("set_units", {"index": index, "units": units}))

    @Slot(int, QPoint)
    def _on_menu_requested(self, column: int, at: QPoint) -> None:
        if self._has(column) and may_edit(self._session, partial(self._on_menu_requested, column, at)):
            self._menu(column).popup(at)

    @Slot(int, QPoint)
    def _on_insert_requested(self, column: int, at: QPoint) -> None:
        if self._has(column) and may_edit(self._session, partial(self._on_insert_requested, column, at)):
            menu = self._menu(column)
            menu.popup(at)
            menu.setActiveAction(menu.behind.menuAction())

    @Slot(int, QPoint)
    def _on_activation_requested(self, column: int, at: QPoint) -> None:
        if not self._has(column):
            return
        menu = self._menu(column)
        if menu.activations is None:
            menu.popup(at)
        else:
            menu.show_activations(at)

    def _menu(self, column: int) -> LayerMenu:
        from playground.panels.network.heads.menu import LayerMenu  # nobody asks for it at the start

        menu = LayerMenu(self._session, column, self)
        menu.hinted.connect(self.hinted)
        return menu

    @Slot(int)
    def _on_remove_requested(self, column: int) -> None:
        if column and self._has(column):
            self._do(removed(self._spec(), column))
            self.row.focus_head(min(column, len(self.row.heads()) - 1))

    @Slot(int, int)
    def _on_move_requested(self, column: int, gap: int) -> None:
        wish = moved(self._spec(), column, gap) if self._has(column) else None
        if wish is not None and self._do(wish):
            self.row.focus_head(gap if gap < column else gap - 1)

    @Slot(int, int)
    def _on_drop_pondered(self, column: int, gap: int) -> None:
        wish = moved(self._spec(), column, gap) if self._has(column) else None
        if wish is None:
            self.row.say_drop(self.tr("It stays where it is."), True)
        else:
            self.row.say_drop(*explained(self._session.architecture, self._spec(), wish.change))

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        if reason:
            self._session.status.emit(reason)
            self.refused.emit(reason)

    def _do(self, wish: Wish) -> bool:
        """Let the session make an edit; say whether it can, and show what is if it cannot."""
        can_edit = may_edit(self._session, partial(do, self._session, wish))
        reason = "" if can_edit else why_fixed(self._session)
        reason = reason or self._session.architecture.refusal(wish.change)
        if reason:
            self._on_refused(reason)
        else:
            do(self._session, wish)
        self.refresh()  # a typed number that was not taken, or not yet, must not stay
        return not reason

    def _has(self, column: int) -> bool:
        """Whether a column is still there: the heads follow a change of the layers at the window's next frame."""
        return column < len(edits.groups(self._spec()))

    def _spec(self) -> NetworkSpec:
        return drawn_network(self._session).spec


class BuildingNotice(LiveLook, QFrame):
    """Covers what cannot be used meanwhile; `cancelled` when a person has waited long enough."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._bar = QProgressBar(maximum=0, textVisible=False, maximumHeight=8)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        in_row(self._text, (self._bar, 1), self.cancel, of=self, margins=(9, 9, 9, 9))
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._text.setText(self.tr("Making the new network …"))
        self.cancel.setText(self.tr("Cancel"))
        on_hover(self.tr("Keep the network as it is."), self.cancel)
        about = self.tr("A large network's weights are being copied and drawn; everything else works on.")
        describe(self._bar, self.tr("Making the new network"), about)
