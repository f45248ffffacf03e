"""Operations that the weights panel offers: names, explanations, and what each needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nn.editing.surgery import FEWEST_BITS, MOST_BITS
from nn.initializers import INITIALIZERS, SCALED_INITIALIZERS
from playground.words import word

SELECTED, LAYER, ALL, NEURONS = "selected", "layer", "all", "neurons"
"""What an operation can be done to."""
INITIALIZE = "initialize."
"""Before the name of an initializer."""
_LARGEST = 1e6


@dataclass(frozen=True)
class Amount:
    """A number that an operation asks for."""

    default: float
    minimum: float
    maximum: float
    whole: bool = False


@dataclass(frozen=True)
class Operation:
    """What an operation on weights needs.

    Attributes
    ----------
    amount
        The number it asks for, None if it asks for none.
    draws
        Whether it draws random numbers, and hence needs a seed.
    scopes
        What it can be done to.
    """

    amount: Amount | None = None
    draws: bool = False
    scopes: tuple[str, ...] = (SELECTED, LAYER, ALL)


_FIXED = {
    "fill": Operation(Amount(0.0, -_LARGEST, _LARGEST)),
    "scale": Operation(Amount(0.5, -_LARGEST, _LARGEST)),
    "add": Operation(Amount(0.1, -_LARGEST, _LARGEST)),
    "randomise": Operation(Amount(0.01, 0.0, _LARGEST), draws=True),
    "add_noise": Operation(Amount(0.05, 0.0, _LARGEST), draws=True),
    "prune": Operation(Amount(20.0, 0.0, 100.0)),
    "quantise": Operation(Amount(4, FEWEST_BITS, MOST_BITS, whole=True)),
    "silence": Operation(scopes=(NEURONS,)),
}

_WORDS = {
    "fill": (
        QT_TRANSLATE_NOOP("WeightOperations", "Set to"),
        QT_TRANSLATE_NOOP("WeightOperations", "Give every number the same value."),
    ),
    "scale": (
        QT_TRANSLATE_NOOP("WeightOperations", "Multiply by"),
        QT_TRANSLATE_NOOP("WeightOperations", "Make every number larger or smaller; -1 turns its sign."),
    ),
    "add": (
        QT_TRANSLATE_NOOP("WeightOperations", "Add"),
        QT_TRANSLATE_NOOP("WeightOperations", "Shift every number by the same amount."),
    ),
    "randomise": (
        QT_TRANSLATE_NOOP("WeightOperations", "Randomise, spread"),
        QT_TRANSLATE_NOOP(
            "WeightOperations",
            "Draw every number anew from a normal distribution around 0 with this standard deviation.",
        ),
    ),
    "add_noise": (
        QT_TRANSLATE_NOOP("WeightOperations", "Add noise, spread"),
        QT_TRANSLATE_NOOP(
            "WeightOperations",
            "Disturb every number a little, by a normal distribution with this standard deviation: how much does "
            "the network bear?",
        ),
    ),
    "prune": (
        QT_TRANSLATE_NOOP("WeightOperations", "Prune the smallest %"),
        QT_TRANSLATE_NOOP(
            "WeightOperations", "Set the smallest weights to 0, by size without sign: how many does the network need?"
        ),
    ),
    "quantise": (
        QT_TRANSLATE_NOOP("WeightOperations", "Quantise to bits"),
        QT_TRANSLATE_NOOP(
            "WeightOperations",
            "Round every number to one of few, evenly spaced: n bits tell 2ⁿ - 1 numbers apart. Small chips do so.",
        ),
    ),
    "silence": (
        QT_TRANSLATE_NOOP("WeightOperations", "Switch off"),
        QT_TRANSLATE_NOOP(
            "WeightOperations",
            "Nothing listens to the selected neurons any more: the weights that lead on from them become 0. "
            "Select columns for neurons, whole rows for what they listen to.",
        ),
    ),
}
_INITIALIZE = (
    QT_TRANSLATE_NOOP("WeightOperations", "Initialise: {how}"),
    QT_TRANSLATE_NOOP(
        "WeightOperations", "Draws the initial weights anew; biases become 0. The same seed draws the same numbers."
    ),
)
_SCOPES = {
    SELECTED: (
        QT_TRANSLATE_NOOP("WeightOperations", "selected numbers"),
        QT_TRANSLATE_NOOP("WeightOperations", "Those that are selected in the table."),
    ),
    LAYER: (
        QT_TRANSLATE_NOOP("WeightOperations", "this layer"),
        QT_TRANSLATE_NOOP("WeightOperations", "All of W of the layer that is shown; its bias is left alone."),
    ),
    ALL: (
        QT_TRANSLATE_NOOP("WeightOperations", "all layers"),
        QT_TRANSLATE_NOOP("WeightOperations", "W of every layer, each by itself; biases are left alone."),
    ),
    NEURONS: (
        QT_TRANSLATE_NOOP("WeightOperations", "selected neurons"),
        QT_TRANSLATE_NOOP("WeightOperations", "The neurons whose columns are selected, or the inputs of whole rows."),
    ),
}


def operations() -> dict[str, Operation]:
    """Give all operations by name: the fixed ones, and one for each registered initializer."""
    found = dict(_FIXED)
    for name in INITIALIZERS:
        default = 0.01 if name == "std" else 0.0
        amount = Amount(default, -_LARGEST, _LARGEST) if name in SCALED_INITIALIZERS else None
        found[f"{INITIALIZE}{name}"] = Operation(amount, draws=True, scopes=(LAYER, ALL))
    return found


def operation_word(name: str) -> tuple[str, str]:
    """Give an operation's name and explanation in the language of the moment."""
    if not name.startswith(INITIALIZE):
        return _said(_WORDS[name])
    how, explanation = word("initializer", name.removeprefix(INITIALIZE))
    label, more = _said(_INITIALIZE)
    return label.format(how=how), f"{explanation} {more}"


def scope_word(scope: str) -> tuple[str, str]:
    """Give the name of what an operation is done to, and its explanation."""
    return _said(_SCOPES[scope])


def _said(words: tuple[str, str]) -> tuple[str, str]:
    label, explanation = words
    translate = QCoreApplication.translate
    return translate("WeightOperations", label), translate("WeightOperations", explanation)
