"""The moment that the network view shows: a prediction, or how far the pass has come that is played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nn.inspection.columns import INPUT
from nn.inspection.values import known_values
from nn.network.naming import param_names, value_names
from playground.panels.network.diagram.cells import Shown, short
from playground.panels.network.drawn import drawn_params, drawn_values, face_of, is_played, played
from playground.widgets.text.share_text import probability_text
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.inspection.columns import NetworkColumn
    from nn.network import NetworkSpec
    from playground.session.session import Session

    Named = Mapping[str, Array]

_SAYING_SHARES = ("SoftmaxWithLoss", "SigmoidWithLoss")


class NetworkMoment:
    """Reads the session for one refresh of the view.

    Parameters
    ----------
    session : Session
    columns : sequence of NetworkColumn
        Of the session's network.
    row : int
        Which sample of the batch.

    Attributes
    ----------
    is_pass : bool
        Whether a pass is played: what is not known yet is not shown.
    is_difference : bool
        Whether the numbers are how far two networks are apart.
    goes_back : bool
        Whether the pass is on its way back: gradients are shown.
    """

    def __init__(self, session: Session, columns: Sequence[NetworkColumn], row: int) -> None:
        self._session, self._columns, self._row = session, columns, row
        self._spec = session.looking.network.spec
        self._stepper = played(session)
        self._event = self._stepper.current if is_played(session) else None
        self.is_pass = is_played(session)
        self.is_difference = face_of(session) == "difference"
        self.goes_back = self._event is not None and self._event.phase in ("backward", "update")
        self._values = self._known_values()

    @property
    def active(self) -> int | None:
        """The column in which the last event of the pass happened."""
        if self._event is None:
            return None
        if self._event.layer is None:
            return len(self._columns) - 1
        return next((i for i, column in enumerate(self._columns) if self._event.layer in column.layers), None)

    def edges(self) -> tuple[Array | None, ...]:
        """Give what the edges between the columns show."""
        prefix, known = ("d", self._values) if self.goes_back else ("", drawn_params(self._session))
        return tuple(known.get(f"{prefix}{column.weights}") for column in self._columns[1:])

    def biases(self) -> tuple[Array | None, ...]:
        """Give the biases of the columns, or their gradients on the way back."""
        prefix, known = ("d", self._values) if self.goes_back else ("", drawn_params(self._session))
        names = param_names(self._spec)
        own = [names[column.first].get("b", "") if column.weights else "" for column in self._columns[1:]]
        return tuple(known.get(f"{prefix}{name}") for name in own)

    def shown(self) -> tuple[Shown, ...]:
        """Give the numbers of every column, the last with the names of its classes."""
        read = gradient_columns if self.goes_back else value_columns
        *others, last = read(self._columns, self._spec, self._values, self._row)
        data = self._session.library.data
        classes = data.classes if data is not None and len(data.classes) == self._columns[-1].count else ()
        are_shares = self._spec.loss in _SAYING_SHARES and not self.goes_back
        answer = last.after if classes and not self.goes_back else None
        return (
            *others,
            replace(
                last,
                names=tuple(class_word(name) for name in classes),
                beside=answer_texts(answer, are_shares, self.is_difference),
                after_limit=1.0 if are_shares else None,
                target=self._target(),
            ),
        )

    def _target(self) -> int | None:
        """Give the class that the sample belongs to, None where nobody said so."""
        sample = self._session.looking.sample
        is_label = sample is not None and sample.t is not None and sample.t.ndim == 1 and sample.t.dtype.kind in "iu"
        return int(sample.t[self._row]) if is_label else None

    def known(self, number: int, shown: Shown) -> list[tuple[str, NDArray[np.floating] | None]]:
        """Give the names of a column's numbers, the last one first, and the numbers as far as they are known."""
        column, names = self._columns[number], value_names(self._spec)
        known = [(names[column.first + 1], shown.numbers)]
        if number == len(self._columns) - 1 and not self.goes_back:
            known.insert(0, ("y", shown.after))
        elif column.has_activation:
            known.insert(0, (names[column.last + 1], shown.after))
        sign = "∂L/∂" if self.goes_back else ""
        return [(sign + name, numbers) for name, numbers in known]

    def _known_values(self) -> Named:
        if self.is_pass:
            return known_values(self._stepper.trace, self._stepper.cursor)
        return drawn_values(self._session)


def value_columns(columns: Sequence[NetworkColumn], spec: NetworkSpec, values: Named, row: int) -> list[Shown]:
    """Give the numbers of the way forward, of one row of a batch; what is not among `values` is not known yet."""
    names = value_names(spec)
    shown = []
    for column in columns:
        is_output = column is columns[-1]
        first = _row(values, names[column.first + 1], row)
        after = _row(values, "y" if is_output else names[column.last + 1], row)
        is_ink = column.first == INPUT and first is not None and _is_ink(first)
        shown.append(Shown(first, after if is_output or column.has_activation else None, is_ink=is_ink))
    return shown


def gradient_columns(columns: Sequence[NetworkColumn], spec: NetworkSpec, values: Named, row: int) -> list[Shown]:
    """Give the gradients of the loss by the same numbers, as far as the way back has come."""
    names = value_names(spec)
    shown = []
    for column in columns:
        by_first = _row(values, f"d{names[column.first + 1]}", row)
        by_last = _row(values, f"d{names[column.last + 1]}", row)
        shown.append(Shown(by_first, by_last if column.has_activation else by_first, goes_back=True))
    return shown


def answer_texts(answer: Array | None, are_shares: bool, are_differences: bool = False) -> tuple[str, ...]:
    """Write what the network says of each class, as shares of a whole where they are probabilities."""
    numbers = () if answer is None else answer.tolist()
    if are_differences:
        return tuple(f"{round(100 * number, 1) + 0.0:+.1f}%" if are_shares else f"{number:+.3g}" for number in numbers)
    return tuple(probability_text(number) if are_shares else short(number) for number in numbers)


def _row(values: Mapping[str, Array], name: str, row: int) -> Array | None:
    array = values.get(name)
    if array is None:
        return None
    return np.atleast_2d(array)[row].reshape(-1) if array.ndim < 2 else array[row].reshape(-1)


def _is_ink(numbers: Array) -> bool:
    return bool(np.isfinite(numbers).all()) and float(numbers.min()) >= 0 and float(numbers.max()) <= 1
