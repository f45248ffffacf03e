"""Words about a neuron: a few while it is pointed at, and its whole arithmetic on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject

from playground.panels.network.diagram.cells import short
from playground.panels.network.neuron.card import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from nn.inspection.account import NeuronAccount
    from nn.inspection.columns import NetworkColumn
    from playground.panels.network.drawn import Both

_DIGITS = 9  # that tell any two float32 apart


class CardTexts(NamedTuple):
    """What `NeuronCard.show_neuron` takes."""

    title: str
    lines: tuple[str, ...]
    headers: tuple[str, ...]
    terms: tuple[Term, ...]
    has_weights: bool


class NeuronWords(QObject):
    """Puts a neuron's numbers into words, in the language of the moment."""

    def hint(self, account: NeuronAccount, column: NetworkColumn, class_name: str, is_target: bool) -> tuple[str, ...]:
        """Say in a few lines what a neuron holds and how it came about."""
        lines = [f"{step.value}{account.at} = {short(step.number, 4)}   ({step.layer})" for step in account.steps]
        lines.reverse()
        lines.append(f"{account.name} = {short(account.number, 4)}{self._origin(account)}")
        if class_name:
            text = self.tr("Class {name}, the right answer") if is_target else self.tr("Class {name}")
            lines.insert(0, text.format(name=class_name))
        if column.picture is not None:
            row, place = divmod(account.index, column.picture[1])
            lines.append(self.tr("Row {row}, column {column} of the picture").format(row=row, column=place))
        if account.inputs:
            lines.append(self.tr("Click: all {count:,} inputs and weights").format(count=len(account.terms)))
        elif account.goes_to:
            lines.append(self.tr("Click: its {count:,} weights").format(count=len(account.terms)))
        return tuple(lines)

    def flow_hint(
        self, index: int, at: str, known: Sequence[tuple[str, NDArray[np.floating] | None]]
    ) -> tuple[str, ...]:
        """Say what is known of a neuron while a pass is on its way: names and the rows of numbers they stand for."""
        lines = []
        for name, numbers in known:
            text = self.tr("not computed yet") if numbers is None else short(float(numbers[index]), 4)
            lines.append(f"{name}{at} = {text}" if numbers is not None else f"{name}{at}: {text}")
        return tuple(lines)

    def both(self, numbers: Sequence[Both]) -> tuple[str, ...]:
        """Say what a neuron holds in both networks, and how far it is apart."""
        text = self.tr("{name}: {here} here, {there} there, difference {apart}")
        lines = [
            text.format(
                name=number.name,
                here=short(number.here, 4),
                there=short(number.there, 4),
                apart=short(number.here - number.there, 4),
            )
            for number in numbers
        ]
        return (*lines, self.tr("Its sum is laid open under “This one” and “The other”")) if lines else ()

    def card(self, account: NeuronAccount, dtype: str) -> CardTexts:
        """Give the whole arithmetic, the largest products first."""
        first = self.tr("Goes to") if account.goes_to else self.tr("Input")
        headers = (first, account.inputs or account.name, account.weights, self.tr("Product"))
        lines = (*self._sum_lines(account, dtype), *_step_lines(account))
        terms = _terms(account, dtype)
        return CardTexts(self.tr("Neuron {name}").format(name=account.name), lines, headers, terms, bool(terms))

    def _origin(self, account: NeuronAccount) -> str:
        if not account.inputs:
            return ""
        return f" = {account.inputs}·{account.weights}[:, {account.index}]{_bias_name(account)}"

    def _sum_lines(self, account: NeuronAccount, dtype: str) -> Sequence[str]:
        if not account.inputs:
            return (f"{account.name} = {_digits(account.number, dtype)}",)
        products = account.sum - account.bias
        lines = [
            f"{account.name} = Σ {account.inputs}[i]·{account.weights}[i, {account.index}]{_bias_name(account)}",
            f"= {products:.{_DIGITS}g} {_signed(account.bias)} = {account.sum:.{_DIGITS}g}",
        ]
        if not _agree(account.sum, account.number, dtype):
            text = self.tr("The network has {number}: it rounds to {dtype} at every step.")
            lines.append(text.format(number=_digits(account.number, dtype), dtype=dtype))
        return lines


def _bias_name(account: NeuronAccount) -> str:
    return f" + {account.bias_name}[{account.index}]" if account.bias_name else ""


def _step_lines(account: NeuronAccount) -> list[str]:
    lines, row = [], account.name.split("[")[0]
    for step in account.steps:
        index = account.at
        made = f"{step.layer}({row}{index})" if step.is_own else f"{step.layer}({row}){index}"
        lines.append(f"{step.value}{index} = {made} = {step.number:.{_DIGITS}g}")
        row = step.value
    return lines


def _terms(account: NeuronAccount, dtype: str) -> tuple[Term, ...]:
    return tuple(
        Term(
            f"{account.inputs or account.goes_to}[{i}]",
            _digits(account.x[i], dtype),
            _digits(account.w[i], dtype),
            f"{account.terms[i]:.{_DIGITS - 1}g}",
        )
        for i in account.strongest_first.tolist()
    )


def _digits(number: float, dtype: str) -> str:
    """Write a number with the digits that bring it back exactly in the network's precision."""
    return str(np.dtype(dtype).type(number))


def _signed(number: float) -> str:
    return f"− {-number:.{_DIGITS}g}" if number < 0 else f"+ {number:.{_DIGITS}g}"


def _agree(exact: float, number: float, dtype: str) -> bool:
    """Say whether two numbers are the same in the digits that are shown, NaN being NaN."""
    return bool(np.dtype(dtype).type(exact) == np.dtype(dtype).type(number)) or (exact != exact and number != number)
