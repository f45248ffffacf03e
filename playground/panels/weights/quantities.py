"""Quantities in the shape of the parameters: themselves, how far another network is, change, gradient, memory."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nn.network.naming import param_names
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from nn.network.spec import NetworkSpec
    from playground.session.session import Session

WEIGHTS, DIFFERENCE, CHANGE, GRADIENT = "weights", "difference", "change", "gradient"
_MEMORY = "memory."  # before the name of a slot


def quantities(session: Session) -> tuple[str, ...]:
    """Give the names of what there is; the memory only from the first update on.

    A network that is not the document's has no change and no gradient: nobody here trains it. Whoever compares two
    with the same layers sees how far they are apart, too.
    """
    comparison = session.comparison
    is_compared = comparison.is_open and not comparison.why_not_apart()
    own = (WEIGHTS, DIFFERENCE) if is_compared else (WEIGHTS,)
    if not session.looking.subject.is_yours_now:
        return own
    slots = tuple(f"{_MEMORY}{slot}" for slot in session.document.state.checkpoint.memory)
    return (*own, CHANGE, GRADIENT, *slots)


def read(session: Session, quantity: str) -> Mapping[str, Array] | None:
    """Give the arrays of a quantity by the parameters' names, None while there are none.

    Those of the weights are the network's own, which move while it trains: they are for reading only.
    """
    if quantity == WEIGHTS:
        return session.looking.network.params
    if quantity == DIFFERENCE:
        apart = session.comparison.difference
        return None if apart is None else apart.params
    if quantity == CHANGE:
        start, now = session.weights.start, session.looking.network.params
        return {name: now[name] - start[name] for name in now} if start else None
    if quantity == GRADIENT:
        return session.weights.gradient()
    state = session.document.state
    slot = state.checkpoint.memory.get(quantity.removeprefix(_MEMORY))
    return None if slot is None else cut(slot, state.spec)


def cut(flat: Array, spec: NetworkSpec) -> dict[str, Array]:
    """Give views of a flat vector in the shapes of the parameters, by their names."""
    views: dict[str, Array] = {}
    start = 0
    for plan, names in zip(spec.plans, param_names(spec), strict=True):
        for key, shape in plan.params.items():
            end = start + prod(shape)
            views[names[key]] = flat[start:end].reshape(shape)
            start = end
    return views


def quantity_word(quantity: str, optimizer: str) -> tuple[str, str]:
    """Give the name of a quantity as it stands on screen, and its explanation."""
    slot = quantity.removeprefix(_MEMORY)
    label, explanation, _ = _WORDS.get(quantity, _MEMORY_WORDS)
    about = _said(explanation).format(optimizer=word("optimizer", optimizer).label, slot=slot)
    return _said(label).format(slot=slot), about


def absence(quantity: str) -> str:
    """Say why there is nothing to be seen of a quantity, and what helps."""
    return _said(_WORDS.get(quantity, _MEMORY_WORDS)[2])


def _said(text: Any) -> str:
    return QCoreApplication.translate("WeightQuantities", text)


# Name, explanation, and why there is nothing to be seen: the weights are always there.
_WORDS = {
    WEIGHTS: (
        QT_TRANSLATE_NOOP("WeightQuantities", "Weights"),
        QT_TRANSLATE_NOOP(
            "WeightQuantities", "The numbers that the network has learned: W and b, which can be edited."
        ),
        "",
    ),
    DIFFERENCE: (
        QT_TRANSLATE_NOOP("WeightQuantities", "Difference"),
        QT_TRANSLATE_NOOP(
            "WeightQuantities",
            "Each number minus its partner in the network that this one is compared with: blue is larger here.",
        ),
        QT_TRANSLATE_NOOP("WeightQuantities", "There is nobody to compare with who has the same layers."),
    ),
    CHANGE: (
        QT_TRANSLATE_NOOP("WeightQuantities", "Change"),
        QT_TRANSLATE_NOOP(
            "WeightQuantities", "What training and edits have added since training began: W now minus W then."
        ),
        QT_TRANSLATE_NOOP("WeightQuantities", "There is no change to show: training of this network has not begun."),
    ),
    GRADIENT: (
        QT_TRANSLATE_NOOP("WeightQuantities", "Gradient"),
        QT_TRANSLATE_NOOP(
            "WeightQuantities",
            "How the loss of the next mini-batch changes with each number: dW and db. Training goes against it.",
        ),
        QT_TRANSLATE_NOOP(
            "WeightQuantities",
            "There is no gradient yet: the data are still being loaded, or the network does not fit.",
        ),
    ),
}
_MEMORY_WORDS = (
    QT_TRANSLATE_NOOP("WeightQuantities", "Memory {slot}"),
    QT_TRANSLATE_NOOP(
        "WeightQuantities",
        "What {optimizer} remembers for each number in {slot}, as of the last pause; it decides how far the next "
        "update goes.",
    ),
    QT_TRANSLATE_NOOP("WeightQuantities", "The optimizer remembers nothing yet: train one iteration first."),
)
