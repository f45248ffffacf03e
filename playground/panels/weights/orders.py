"""Carries out what the row of tools orders, on the numbers that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nn.network.naming import param_names
from playground.panels.weights.operations import ALL, INITIALIZE, LAYER, NEURONS, SELECTED
from playground.session.editing.weight_targets import Target

if TYPE_CHECKING:
    from playground.panels.weights.table import WeightTable
    from playground.panels.weights.tools import Order
    from playground.session.session import Session


class OrderError(ValueError):
    """An order that cannot be carried out; the message says why and what helps."""


class WeightOrders(QObject):
    """Knows which numbers an order means, and makes the edit."""

    def __init__(self, session: Session, table: WeightTable) -> None:
        super().__init__(table)
        self._session, self._table = session, table

    def carry_out(self, order: Order) -> None:
        """Do what was ordered, as one step to undo.

        Raises
        ------
        OrderError
            If there is nothing to do it to.
        """
        if order.operation.startswith(INITIALIZE):
            self._initialize(order)
        elif order.scope == NEURONS:
            self._silence()
        else:
            self._session.weights.work(order.operation, self._targets(order.scope), order.amount, order.seed)

    def _targets(self, scope: str) -> list[Target]:
        if scope == SELECTED:
            targets = list(self._table.targets())
            if not targets:
                raise OrderError(self.tr("No numbers are selected: select some in the table, or choose “this layer”."))
            return targets
        spec = self._session.looking.network.spec
        names = param_names(spec)
        layers = range(len(names)) if scope == ALL else (self._table.layer,)
        weights = [names[layer]["W"] for layer in layers if "W" in names[layer]]
        if not weights and scope == LAYER:  # a normalization has no W: its scale and shift are all there is
            weights = list(names[self._table.layer].values())
        return [Target(name) for name in weights]

    def _silence(self) -> None:
        layer, indices = self._table.selected_neurons()
        if not indices:
            raise OrderError(self.tr("No neuron is selected: select a cell or a column in the table first."))
        if not any(each.kind == "Affine" for each in self._session.looking.network.spec.layers):
            raise OrderError(self.tr("This network has no weights that could be switched off."))
        self._session.weights.silence(layer, indices, self._table.neuron_name(layer))

    def _initialize(self, order: Order) -> None:
        layers = None if order.scope == ALL else (self._table.layer,)
        if layers and "initializer" not in self._session.looking.network.spec.layers[layers[0]].options:
            raise OrderError(self.tr("This layer has no W to draw: choose a layer with W, or “all layers”."))
        initializer = order.operation.removeprefix(INITIALIZE)
        self._session.weights.reinitialize(layers, initializer, order.amount, order.seed)
