"""Words about a circle or a number of a computational graph that is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from nn.inspection.graph_layout import Link
from nn.inspection.number_texts import FEW, figure_texts, number_texts
from nn.trace import explain
from nn.trace.edge_symbols import symbols_of
from playground.widgets.graph.picture import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from nn.graph import Node
    from nn.inspection.graph_moment import GraphMoment
    from nn.trace import Event
    from playground.widgets.graph.picture import Part

_TIMES = " × "
_TERMS = 4  # of a long sum that are written out


class EventGraphWords(QObject):
    """Puts one part of a graph into a few lines, in the language of the moment."""

    def hint(self, moment: GraphMoment, part: Part) -> tuple[str, ...]:
        """Say what a part is, what it holds and how that came about."""
        if isinstance(part.at, int):
            if part.role is Role.SUM:
                return self._sum(moment, moment.nodes[part.at])
            return self._node(moment, part.at)
        return self._edge(moment, part.role, part.at)

    def _node(self, moment: GraphMoment, number: int) -> tuple[str, ...]:
        node = moment.node_of(number)
        if node.operation is None:
            to_origin = () if node.is_constant else (self.tr("Click: where it comes from"),)
            return (self._given(moment, node), *self._sum(moment, node), *to_origin)
        if number >= len(moment.nodes):
            return (self._value(moment, node), *self._upstream(moment, node))
        lines = list(self._forward(moment, node))
        for source in moment.came_back(node):
            link = Link(moment.nodes.index(source), number)
            lines += self._product(moment, source, link)
        return self._captioned(lines)

    def _forward(self, moment: GraphMoment, node: Node) -> tuple[str, ...]:
        """Say how a value was computed: for one number with its numbers, for an array by its formula."""
        event, place = moment.event_forward(node), moment.place(node)
        if moment.value(node) is None:
            return (*([event.formula] if event else []), self._value(moment, node))
        if event is None or place is None:
            return (*([event.formula] if event else []), self._value(moment, node))
        return _explained(event, moment.graph.names[node], place)

    def _upstream(self, moment: GraphMoment, node: Node) -> tuple[str, ...]:
        if moment.backflow is None or node is not moment.graph.way_back[0]:
            return ()
        return (f"d{moment.graph.names[node]} = {self._digits(moment, node, moment.backflow.dout)}",)

    def _given(self, moment: GraphMoment, node: Node) -> str:
        return self.tr("{value}   (given)").format(value=self._value(moment, node))

    def _value(self, moment: GraphMoment, node: Node) -> str:
        array, name = moment.value(node), moment.graph.names[node]
        if array is None:
            return self.tr("{name}: not computed yet").format(name=name)
        text = self._digits(moment, node, array)
        return text if node.is_constant and not node.name else f"{name} = {text}"

    def _edge(self, moment: GraphMoment, role: Role, link: Link) -> tuple[str, ...]:
        source = moment.nodes[link.source]
        symbols = symbols_of(moment.graph)
        if role is Role.VALUE:
            known, symbol = moment.graph.names[source], symbols.values[source]
            way = [f"{known} = {symbol}"] if symbol != known and source.operation is not None else []
            return (*way, self._value(moment, source), self.tr("Click: where it comes from"))
        name = f"d{moment.graph.names[source]}"
        if moment.product(*link) is None:
            return (self.tr("{name}: not computed yet").format(name=name),)
        if link.target >= len(moment.nodes):
            return (f"{name} = {self._digits(moment, source, moment.product(*link))}", self.tr("Upstream gradient"))
        symbol = f"{name} = {symbols.products[source, moment.node_of(link.target)]}"
        return (symbol, *self._captioned(self._product(moment, source, link)), *self._sum(moment, source)[1:])

    def _product(self, moment: GraphMoment, source: Node, link: Link) -> tuple[str, ...]:
        target, product = moment.node_of(link.target), moment.product(*link)
        assert moment.backflow is not None
        assert product is not None
        name = f"d{moment.graph.names[source]}"
        result = self._digits(moment, source, product)
        factors = self._factors(moment, source, target, product)
        if factors is None:
            event, place = moment.event_back(target), moment.place(source)
            is_alone = not moment.graph.consumers[source][1:]  # else what is explained is the sum so far
            if event is None or place is None or not is_alone:
                return (f"{name} = {result}",)
            return _explained(event, name, place)
        upstream, local = factors
        return (f"{name} = {upstream}{_TIMES}{local} = {result}",)

    def _captioned(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Say once what the products are."""
        if not any(_TIMES in line for line in lines):
            return tuple(lines)
        return (*lines, self.tr("upstream gradient × local derivative = what flows on"))

    def _factors(self, moment: GraphMoment, source: Node, target: Node, product: Array) -> tuple[str, str] | None:
        """Give upstream gradient and local derivative of one number; None where there is more than one."""
        assert moment.backflow is not None
        operation, values = target.operation, moment.graph.values
        if operation is None or not operation.elementwise or moment.graph.is_repeated(source, target):
            return None
        if target.inputs.count(source) > 1:
            return None
        inputs = tuple(values[node] for node in target.inputs)
        with np.errstate(all="ignore"):
            slope = operation.local(inputs, values[target])[target.inputs.index(source)]
        dout = moment.backflow.flows[target].dout
        index = moment.choice.index(source, product)
        if index is None and product.size > 1:
            return None
        at = index if index is not None else (0,) * dout.ndim
        if dout.shape != product.shape or slope.shape != product.shape:
            return None
        return figure_texts(dout, at)[0], _bracketed(figure_texts(slope, at)[0])

    def _sum(self, moment: GraphMoment, node: Node) -> tuple[str, ...]:
        """Say what came back to a value so far, and from where more will come."""
        name = f"d{moment.graph.names[node]}"
        if node.is_constant or not moment.has_begun_back or node not in moment.graph.consumers:
            return ()
        total, pending = moment.sum(node), moment.pending(node)
        lines = []
        if total is None:
            lines.append(self.tr("{name}: not computed yet").format(name=name))
        else:
            lines.append(f"{name} = {self._terms(moment, node)}{self._digits(moment, node, total)}")
        if pending and total is not None:
            names = ", ".join(moment.graph.names[user] for user in pending)
            lines.append(self.tr("More will come from {names}").format(names=names))
        return tuple(lines)

    def _terms(self, moment: GraphMoment, node: Node) -> str:
        """Give the terms of a sum of gradients, with an = behind them."""
        users = [user for user in moment.graph.consumers[node] if user not in moment.pending(node)]
        if len(users) < 2:
            return ""
        links = [Link(moment.nodes.index(node), moment.nodes.index(user)) for user in users]
        products = [moment.product(*link) for link in links]
        texts = [self._digits(moment, node, product) for product in products]
        return " + ".join(_bracketed(text) for text in texts) + " = "

    def _digits(self, moment: GraphMoment, node: Node, array: Array | None) -> str:
        """Write a number in full, an array by shape and range."""
        assert array is not None
        index = moment.choice.index(node, array)
        part = array if index is None else np.asarray(array[index])
        if part.size <= FEW:
            return figure_texts(array, index)[0]
        low, high, mean = (number_texts(float(number))[0] for number in (part.min(), part.max(), part.mean()))
        text = self.tr("{shape} numbers from {low} to {high}, mean {mean}")
        return text.format(shape="×".join(map(str, part.shape)), low=low, high=high, mean=mean)


def _explained(event: Event, name: str, place: tuple[int, ...]) -> tuple[str, str]:
    """Say how one number came about: in symbols, then in numbers with the result."""
    told = explain(event, name, place, terms=_TERMS)
    return told.symbols, f"{told.numbers} {told.result}"


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("-") else text
