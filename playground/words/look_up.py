"""The words of a registered thing in the language of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.words.activations import ACTIVATIONS
from playground.words.data import CLASSES, DATASETS
from playground.words.entry import ActivationWord, Word
from playground.words.layers import LAYERS
from playground.words.losses import LOSSES, OUTPUTS
from playground.words.options import OPTIONS
from playground.words.training import CONFIG, INITIALIZERS, OPTIMIZERS

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAMILIES: Mapping[str, Mapping[str, Word]] = {
    "layer": LAYERS,
    "loss": LOSSES,
    "optimizer": OPTIMIZERS,
    "initializer": INITIALIZERS,
    "dataset": DATASETS,
    "config": CONFIG,
}


def word(family: str, name: str, fallback: str = "") -> Word:
    """Give the translated name and explanation of a registered thing.

    Parameters
    ----------
    family : {"layer", "loss", "optimizer", "initializer", "dataset", "config"}
        The registry, or the fields of the training configuration.
    name : str
        Name in that registry.
    fallback : str
        English explanation for a thing that has no entry.
    """
    return _translated(_FAMILIES[family].get(name), name, fallback)


def own_word(name: str, file: str) -> Word:
    """Give the name and explanation of a layer that a person wrote."""
    translate = QCoreApplication.translate
    about = translate(
        "Words",
        "Your own: {name}, from {file}. The steps that your class took when it was recorded are done again here; its "
        "code does not run.",
    )
    return Word(translate("Words", "Your own: {name}").format(name=name), about.format(name=name, file=file))


def option_word(owner: str, name: str, fallback: str = "") -> Word:
    """Give the translated name and explanation of an option of a registered thing."""
    entry = OPTIONS.get(f"{owner}.{name}") or OPTIONS.get(name)
    return _translated(entry, name, fallback)


def activation_word(name: str) -> ActivationWord:
    """Give what is known of an activation in the language of the moment: nothing of one that has no entry yet."""
    entry = ACTIVATIONS.get(name, ActivationWord("", "", ""))
    return ActivationWord(*(QCoreApplication.translate("Words", text) if text else "" for text in entry))


def output_word(loss: str, fallback: str = "") -> Word:
    """Give the name of the output activation that belongs to a loss, and why it does."""
    return _translated(OUTPUTS.get(loss), loss, fallback)


def class_word(name: str) -> str:
    """Give the translated name of a dataset's class."""
    return QCoreApplication.translate("Words", CLASSES[name]) if name in CLASSES else name


def _translated(entry: Word | None, name: str, fallback: str) -> Word:
    if entry is None:
        return Word(name.replace("_", " "), fallback)
    return Word(*(QCoreApplication.translate("Words", text) for text in entry))
