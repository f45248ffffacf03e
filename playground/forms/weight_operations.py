"""What the weights panel offers to do: names, explanations, and what each needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nn.initializers import INITIALIZERS
from nn.surgery import FEWEST_BITS, MOST_BITS
from playground.forms.training_options import SCALED_INITIALIZERS
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """One thing that can be done to weights.

    Attributes
    ----------
    label, help
        In English, as noted for translation.
    amount
        The number it needs, None if it needs none.
    draws
        Whether it draws random numbers, and hence needs a seed.
    scopes
        What it can be done to.
    """

    label: Any
    help: Any
    amount: Amount | None = None
    draws: bool = False
    scopes: tuple[str, ...] = (SELECTED, LAYER, ALL)


_ANY = Amount(0.0, -_LARGEST, _LARGEST)
_CELLS: Mapping[str, Operation] = {
    "fill": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Set to"),
        QT_TRANSLATE_NOOP("WeightOperations", "Give every number the same value."),
        _ANY,
    ),
    "scale": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Multiply by"),
        QT_TRANSLATE_NOOP("WeightOperations", "Make every number larger or smaller; -1 turns its sign."),
        Amount(0.5, -_LARGEST, _LARGEST),
    ),
    "add": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Add"),
        QT_TRANSLATE_NOOP("WeightOperations", "Shift every number by the same amount."),
        Amount(0.1, -_LARGEST, _LARGEST),
    ),
    "randomise": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Randomise, std"),
        QT_TRANSLATE_NOOP("WeightOperations", "Draw every number anew from a normal distribution around 0."),
        Amount(0.01, 0.0, _LARGEST),
        draws=True,
    ),
    "add_noise": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Add noise, std"),
        QT_TRANSLATE_NOOP("WeightOperations", "Disturb every number a little: how much of it does the network bear?"),
        Amount(0.05, 0.0, _LARGEST),
        draws=True,
    ),
    "prune": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Prune smallest %"),
        QT_TRANSLATE_NOOP(
            "WeightOperations", "Set the smallest weights to 0, by size without sign: how many does the network need?"
        ),
        Amount(20.0, 0.0, 100.0),
    ),
    "quantise": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Quantise to bits"),
        QT_TRANSLATE_NOOP(
            "WeightOperations",
            "Round every number to one of few, evenly spaced: n bits tell 2ⁿ - 1 numbers apart. Small chips do this.",
        ),
        Amount(4, FEWEST_BITS, MOST_BITS, whole=True),
    ),
    "silence": Operation(
        QT_TRANSLATE_NOOP("WeightOperations", "Switch off"),
        QT_TRANSLATE_NOOP(
            "WeightOperations",
            "Nothing listens to the selected neurons any more: the weights that lead on from them become 0. "
            "Select columns for neurons, whole rows for inputs.",
        ),
        scopes=(NEURONS,),
    ),
}


def operations() -> dict[str, Operation]:
    """Give all operations by name: the fixed ones, and one for each registered initializer."""
    found = dict(_CELLS)
    for name in INITIALIZERS:
        scaled = name in SCALED_INITIALIZERS
        amount = Amount(0.01 if name == "std" else 0.0, -_LARGEST, _LARGEST) if scaled else None
        found[f"{INITIALIZE}{name}"] = Operation(name, name, amount, draws=True, scopes=(LAYER, ALL))
    return found


def operation_word(name: str) -> tuple[str, str]:
    """Give an operation's name and explanation in the language of the moment."""
    tr = QCoreApplication.translate
    if name.startswith(INITIALIZE):
        label, explanation = word("initializer", name.removeprefix(INITIALIZE))
        begin = tr("WeightOperations", "Draw the initial weights anew; biases become 0. The same seed draws the same.")
        return tr("WeightOperations", "Initialise: {how}").format(how=label), f"{explanation} {begin}".strip()
    operation = _CELLS[name]
    return tr("WeightOperations", operation.label), tr("WeightOperations", operation.help)


def scope_word(scope: str) -> tuple[str, str]:
    """Give the name of what an operation is done to, and its explanation."""
    tr = QCoreApplication.translate
    return {
        SELECTED: (
            tr("WeightOperations", "selected numbers"),
            tr("WeightOperations", "Those that are selected in the table."),
        ),
        LAYER: (
            tr("WeightOperations", "this layer"),
            tr("WeightOperations", "All of W of the layer that is shown; its bias is left alone."),
        ),
        ALL: (
            tr("WeightOperations", "all layers"),
            tr("WeightOperations", "W of every layer, each by itself; biases are left alone."),
        ),
        NEURONS: (
            tr("WeightOperations", "selected neurons"),
            tr("WeightOperations", "The neurons whose columns are selected, or the inputs of whole rows."),
        ),
    }[scope]
