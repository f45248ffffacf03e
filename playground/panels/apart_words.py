"""What differs between two networks and their training, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from nn.layers.base import LAYERS
from nn.messages import printable
from playground.panels.layer_words import layer_word
from playground.words import option_word, word

if TYPE_CHECKING:
    from nn.network import LayerSpec
    from playground.session.looking.settings_apart import Apart

_REGISTERED = ("loss", "optimizer", "dataset")
_ALWAYS_SAID = ("filters", "size", "ratio")  # of a layer, also where nobody chose it
_UNSAID = ("initializer", "scale", "program")  # of a layer: said elsewhere, or a whole text
_LONGEST = 60  # letters of a path


def row_of(apart: Apart) -> tuple[str, str, str]:
    """Give the name of a setting and its two values."""
    return setting_label(apart.name), _value(apart.name, apart.here), _value(apart.name, apart.there)


def setting_label(name: str) -> str:
    """Give the name of a setting; options as ``"Owner.option"``."""
    translate = QCoreApplication.translate
    known = {
        "input_shape": translate("SettingsApart", "Input"),
        "layers": translate("SettingsApart", "Layers"),
        "points": translate("SettingsApart", "Points of your own"),
        "updates": translate("SettingsApart", "Updates made"),
        "evaluate_samples": translate("SettingsApart", "Samples measured"),
    }
    owner, _, option = name.rpartition(".")
    return known.get(name) or (option_word(owner, option).label if owner else word("config", name).label)


def _value(name: str, value: Any) -> str:
    if name in _REGISTERED:
        return word(name, value).label
    if name == "layers":
        return " – ".join(map(_layer, value)) or "–"
    if name == "initializer":
        return ", ".join(dict.fromkeys(_drawing(*each) for each in value)) or "–"
    if name == "input_shape":
        return " × ".join(map(str, value))
    return _plain(value)


def _layer(layer: LayerSpec) -> str:
    """Name a layer: by its neurons alone where it has any, else with the options that are not the usual ones."""
    if layer.kind == "Affine":
        return str(layer.options["units"])
    label = layer_word(layer).label
    usual = {option.name: option.default for option in LAYERS[layer.kind].options if option.name not in _ALWAYS_SAID}
    chosen = ", ".join(
        f"{name}={_plain(value)}"
        for name, value in layer.options.items()
        if name not in _UNSAID and (name not in usual or value != usual[name])
    )
    return f"{label} ({chosen})" if chosen else label


def _drawing(name: str, scale: float | None) -> str:
    label = word("initializer", name).label
    return label if scale is None else f"{label} {scale:g}"


def _plain(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        translate = QCoreApplication.translate
        return translate("SettingsApart", "yes") if value else translate("SettingsApart", "no")
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:g}" if isinstance(value, float) else printable(str(value), _LONGEST)
