"""Words for what a person changed between two stretches of training, as short as a tick can say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.session.document.state import DatasetChoice
from playground.session.running.changes import Change, setup_of
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.replay import Waypoint
    from playground.session.document.setup import Setup

_MOST = 3  # changes that are named


def change_text(change: Change) -> str:
    """Say what was changed: ``"ReLU → tanh, learning rate 0.1 → 0.01"``."""
    parts = list(dict.fromkeys(_parts(change.before, change.after)))
    return ", ".join(parts[:_MOST]) + (", …" if len(parts) > _MOST else "")


def _parts(before: Setup, after: Setup) -> Iterator[str]:
    translate = QCoreApplication.translate
    yield from _layers(before.layers, after.layers)
    for family, old, new in (
        ("loss", before.loss, after.loss),
        ("optimizer", before.optimizer, after.optimizer),
        ("dataset", before.data, after.data),
    ):
        if old != new:
            yield _from_to(_name(family, old), _name(family, new))
    for label, old_number, new_number in (
        (translate("ChangeTicks", "learning rate"), before.lr, after.lr),
        (translate("ChangeTicks", "batch size"), before.batch_size, after.batch_size),
        (translate("ChangeTicks", "weight decay"), before.weight_decay, after.weight_decay),
    ):
        if old_number != new_number:
            yield f"{label} {_from_to(f'{old_number:g}', f'{new_number:g}')}"


def _layers(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    if len(before) != len(after):
        label = QCoreApplication.translate("ChangeTicks", "layers with neurons")
        counts = [sum(layer.startswith("Affine") for layer in layers) for layers in (before, after)]
        if counts[0] != counts[1]:
            yield f"{label} {_from_to(*map(str, counts))}"
        else:
            names = [
                ", ".join(_name("layer", each) for each in layers if not each.startswith("Affine")) or "–"
                for layers in (before, after)
            ]
            yield _from_to(*names)
        return
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        if old.startswith("Affine ") and new.startswith("Affine "):
            label = QCoreApplication.translate("ChangeTicks", "neurons")
            yield f"{label} {_from_to(old.split()[1], new.split()[1])}"
        else:
            yield _from_to(_name("layer", old), _name("layer", new))


def _name(family: str, text: str) -> str:
    """Give the name in the language of the moment, with what was chosen."""
    name, _, chosen = text.partition(" ")
    label = word(family, name).label
    return f"{label} ({chosen})" if chosen and family != "dataset" else label


def setup_change_text(before: Waypoint, after: Waypoint) -> str:
    """Say what was changed between two moments of a way: ``"learning rate 0.1 → 10"``, or nothing that has a name."""
    return change_text(Change(after.checkpoint.iteration + 1, _setup_at(before), _setup_at(after)))


def _setup_at(moment: Waypoint) -> Setup:
    known = moment.source if isinstance(moment.source, DatasetChoice) else DatasetChoice(moment.data.name)
    return setup_of(moment.spec, moment.config, known)


def _from_to(old: str, new: str) -> str:
    return f"{old} → {new}"
