"""Words about what keeps a layer from learning: how many of how many, why, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from nn.inspection.layer_health import Ailment


class ChipText(NamedTuple):
    """What a chip says.

    Attributes
    ----------
    long, word, short
        The count in a few words, in one, in none: ``"100 of 100 never fire"``, ``"100 dead"``, ``"100/100"``.
    about
        What that means and what helps.
    is_total
        Whether all neurons of the layer have it.
    is_lost
        Whether numbers are none any more.
    """

    long: str
    word: str
    short: str
    about: str
    is_total: bool
    is_lost: bool


def chip_text(ailment: Ailment, name: str, samples: int) -> ChipText:
    """Say what ails the layer of this name, as so many samples found it."""
    long, one, about = _texts(ailment.kind)
    about = _about_filters(ailment.kind) if ailment.of_filters else about
    values = {"count": f"{ailment.ailing:,}", "units": f"{ailment.units:,}", "layer": name, "samples": samples}
    short = f"{ailment.ailing:,}/{ailment.units:,}"
    lost = ailment.kind == "not_finite"
    return ChipText(long.format(**values), one.format(**values), short, about.format(**values), ailment.is_total, lost)


def _texts(kind: str) -> tuple[str, str, str]:
    translate = QCoreApplication.translate
    if kind == "not_finite":
        return (
            translate("LayerHealth", "{count} of {units} NaN"),
            translate("LayerHealth", "{count} NaN"),
            translate(
                "LayerHealth",
                "{layer}: {count} of {units} neurons put out NaN or infinity. Every number that comes of one is lost, "
                "too. Undo, and try a smaller learning rate.",
            ),
        )
    if kind == "dead":
        return (
            translate("LayerHealth", "{count} of {units} never fire"),
            translate("LayerHealth", "{count} dead"),
            translate(
                "LayerHealth",
                "{layer}: {count} of {units} neurons put out 0 for each of the {samples} samples looked at. No "
                "gradient goes back through a 0, so their weights never change again: they are dead. A smaller "
                "learning rate and He initial values keep ReLUs alive.",
            ),
        )
    if kind == "exploded":
        return (
            translate("LayerHealth", "{count} of {units} explode"),
            translate("LayerHealth", "{count} explode"),
            translate(
                "LayerHealth",
                "{layer}: for {count} of {units} neurons one update is larger than their weights: each "
                "throws them far away. Try a smaller learning rate, or smaller initial values.",
            ),
        )
    if kind == "saturated":
        return (
            translate("LayerHealth", "{count} of {units} saturated"),
            translate("LayerHealth", "{count} saturated"),
            translate(
                "LayerHealth",
                "{layer}: {count} of {units} neurons stand where their function is nearly flat, for nine of ten "
                "samples. Hardly any gradient comes back through them: the gradient vanishes. Smaller initial weights "
                "(Xavier), a smaller learning rate or ReLU help.",
            ),
        )
    return (
        translate("LayerHealth", "{count} of {units} get no gradient"),
        translate("LayerHealth", "{count} vanished"),
        translate(
            "LayerHealth",
            "{layer}: hardly any gradient reaches {count} of {units} neurons, measured by their weights: the gradient "
            "has vanished on its way back, and they learn next to nothing. Look at the layers behind: many sigmoids in "
            "a row, saturated or dead neurons. ReLU with He initial values and batch normalization help.",
        ),
    )


def _about_filters(kind: str) -> str:
    translate = QCoreApplication.translate
    if kind == "not_finite":
        return translate(
            "LayerHealth",
            "{layer}: {count} of {units} filters put out NaN or infinity. Every number that comes of one is lost, too. "
            "Undo, and try a smaller learning rate.",
        )
    if kind == "dead":
        return translate(
            "LayerHealth",
            "{layer}: {count} of {units} filters put out 0 at every place of each of the {samples} samples looked at. "
            "No gradient goes back through a 0, so their weights never change again: they are dead. A smaller learning "
            "rate and He initial values keep ReLUs alive.",
        )
    if kind == "saturated":
        return translate(
            "LayerHealth",
            "{layer}: {count} of {units} filters stand at every place where their function is nearly flat, for nine of "
            "ten samples. Hardly any gradient comes back through them: the gradient vanishes. Smaller initial weights "
            "(Xavier), a smaller learning rate or ReLU help.",
        )
    if kind == "exploded":
        return translate(
            "LayerHealth",
            "{layer}: for {count} of {units} filters one update is larger than their weights: each throws "
            "them far away. Try a smaller learning rate, or smaller initial values.",
        )
    return translate(
        "LayerHealth",
        "{layer}: hardly any gradient reaches {count} of {units} filters, measured by their weights: the gradient has "
        "vanished on its way back, and they learn next to nothing. Look at the layers behind: many sigmoids in a row, "
        "saturated or dead neurons. ReLU with He initial values and batch normalization help.",
    )
